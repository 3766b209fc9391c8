"""What a document became on its way into a pack."""

from dataclasses import dataclass

from alize_desktop.models.records.packs import JoiningFlaw

Box = tuple[float, float, float, float]


class CannotJoinError(ValueError):
    """A document that cannot be joined.

    Attributes:
        flaw: Why.
    """

    def __init__(self, flaw: JoiningFlaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


@dataclass(frozen=True, slots=True)
class Finding:
    """What must be said of a document; ``about`` completes the sentence."""

    flaw: JoiningFlaw
    about: str = ""


@dataclass(frozen=True, slots=True)
class Readied:
    """A document whose pages were written to a file of their own.

    Attributes:
        boxes: What each page shows: left, bottom, right, top, in points.
        findings: What must be said of it.
        is_foreign: Whether another program drew it, so that nothing can be promised of it.
    """

    boxes: tuple[Box, ...]
    findings: tuple[Finding, ...]
    is_foreign: bool
