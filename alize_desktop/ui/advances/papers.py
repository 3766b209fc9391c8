"""The papers of one advance: what can be made, under which name, and why not."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from alize_desktop.errors import UserError
from alize_desktop.models.enums import AdvanceEventKind, PaperKind
from alize_desktop.models.records.advances import AdvanceDetail, AdvanceEvent
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.services.bundle import Services
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label as word

if TYPE_CHECKING:
    from alize_desktop.models.records.minutes import Paper

translate = QCoreApplication.translate

Export = Callable[[Path], "Generator[Progress, None, Paper]"]

LETTERS: Final = {
    AdvanceEventKind.REMINDER: PaperKind.REMINDER,
    AdvanceEventKind.FORMAL_NOTICE: PaperKind.FORMAL_NOTICE,
    AdvanceEventKind.ACCELERATION: PaperKind.ACCELERATION_NOTICE,
}
"""The letter that goes with a step of the ladder."""

DECISIONS: Final = (
    AdvanceEventKind.MORATORIUM,
    AdvanceEventKind.ACCELERATION,
    AdvanceEventKind.LITIGATION,
    AdvanceEventKind.WAIVER,
    AdvanceEventKind.LOSS,
)
"""Events that have a decision to print."""

_FILES: Final = {
    PaperKind.REMINDER: "relance",
    PaperKind.FORMAL_NOTICE: "mise-en-demeure",
    PaperKind.ACCELERATION_NOTICE: "exigibilite",
    PaperKind.RELEASE_ORDER: "ordre-de-versement",
    PaperKind.ADVANCE_DECISION: "decision",
}


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """A paper that may be asked for.

    Attributes:
        text: What it is.
        name: Proposed name of its file.
        export: Writes it.
        refusal: Why it cannot be made; None when it can.
    """

    text: str
    name: str
    export: Export
    refusal: UserError | None = None


def paper_choices(detail: AdvanceDetail, services: Services) -> tuple[PaperChoice, ...]:
    """Return the papers of an advance.

    Raises:
        UserError: The advance is no more.
    """
    return (
        _workbook(detail, services),
        *_letters(detail, services),
        *_of_events(detail, services),
    )


def unsigned_text(identity: PaperIdentity) -> str:
    """Return what letters will lack of the office; empty when nothing."""
    lacks = [
        name
        for name, text in (
            (translate("advances", "de signataire"), identity.signatory),
            (translate("advances", "d’adresse"), identity.address),
        )
        if not text.strip()
    ]
    if not lacks:
        return ""
    words = translate("advances", "L’identité du bureau n’a pas {lacks}\u00a0: voyez Modèles")
    return words.format(lacks=translate("advances", " ni ").join(lacks))


def letter_choice(
    kind: AdvanceEventKind, detail: AdvanceDetail, services: Services
) -> PaperChoice | None:
    """Return the letter that goes with a step of the ladder; None for another event."""
    wanted = LETTERS.get(kind)
    return _letter(wanted, detail, services) if wanted else None


def _workbook(detail: AdvanceDetail, services: Services) -> PaperChoice:
    return PaperChoice(
        translate("advances", "Échéancier (classeur)"),
        f"echeancier-{detail.row.number}.xlsx",
        partial(services.schedules.export, detail.row.dossier_id),
    )


def _letters(detail: AdvanceDetail, services: Services) -> Iterator[PaperChoice]:
    for offer in services.money_papers.available(detail.row.dossier_id):
        yield _letter(offer.kind, detail, services, offer.refusal)


def _letter(
    kind: PaperKind,
    detail: AdvanceDetail,
    services: Services,
    refusal: UserError | None = None,
) -> PaperChoice:
    papers = services.money_papers
    exports: dict[PaperKind, Callable[[UUID, Path], Generator[Progress, None, Paper]]] = {
        PaperKind.REMINDER: papers.reminder,
        PaperKind.FORMAL_NOTICE: papers.formal_notice,
        PaperKind.ACCELERATION_NOTICE: papers.acceleration_notice,
        PaperKind.RELEASE_ORDER: papers.next_release_order,
    }
    name = f"{_FILES[kind]}-{detail.row.number}.pdf"
    return PaperChoice(word(kind), name, partial(exports[kind], detail.row.dossier_id), refusal)


def _of_events(detail: AdvanceDetail, services: Services) -> Iterator[PaperChoice]:
    """Yield the orders of the payments made, and the decisions taken."""
    papers = services.money_papers
    for event in detail.events:
        if event.is_reversed:
            continue
        if event.draft.kind is AdvanceEventKind.DISBURSEMENT:
            yield _of_event(PaperKind.RELEASE_ORDER, event, detail, papers.release_order)
        elif event.draft.kind in DECISIONS:
            yield _of_event(PaperKind.ADVANCE_DECISION, event, detail, papers.advance_decision)


def _of_event(
    kind: PaperKind,
    event: AdvanceEvent,
    detail: AdvanceDetail,
    export: "Callable[[UUID, Path], Generator[Progress, None, Paper]]",
) -> PaperChoice:
    day = event.draft.value_on
    text = f"{word(kind)} · {word(event.draft.kind).lower()} {short_date(day)}"
    name = f"{_FILES[kind]}-{detail.row.number}-{day.isoformat()}.pdf"
    return PaperChoice(text, name, partial(export, event.id))
