"""An agreement to be signed: its title, its articles, boxes to sign, its annex."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from alize_desktop.documents.blocks import line
from alize_desktop.documents.document import Document, Section
from alize_desktop.documents.keeping import Kept
from alize_desktop.documents.letter import rehearsal_mention, running_of
from alize_desktop.documents.panels import signature_boxes
from alize_desktop.documents.parts.letterhead import logo_of
from alize_desktop.documents.parts.texts import first_heading, text_flow, title_style
from alize_desktop.documents.typography import styles
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.rules.templates import TextBlock

_SHORT_ARTICLE: Final = 6


@dataclass(frozen=True, slots=True)
class Act:
    """An agreement, or a sheet, to be made. Texts are as persons wrote them.

    Attributes:
        title: In the properties of the file, and on the page when the text has none.
        sender: Body that issues it.
        number: What every page but the first repeats on the right.
        blocks: The text, its fields filled; the heading it begins with is its title.
        signatories: (capacity, name) of who signs; nobody for a sheet that is only read.
        after: Makes what stands between the text and the boxes; None for nothing.
        annex: Makes what follows on a page of its own; None for nothing.
        is_rehearsal: Whether nothing of it took place.
    """

    title: str
    sender: str
    number: str
    blocks: tuple[TextBlock, ...]
    signatories: Sequence[tuple[str, str]]
    after: Callable[[], list[Flowable]] | None = None
    annex: Callable[[], list[Flowable]] | None = None
    is_rehearsal: bool = False


def act_pdf(act: Act, identity: PaperIdentity) -> Generator[Progress, None, bytes]:
    """Make an agreement.

    Returns:
        The bytes of the PDF: the same for the same agreement and looks.
    """
    title, blocks = first_heading(act.blocks)
    annex = [Section("Annexe", partial(_annex, act.annex))] if act.annex else []
    document = Document(
        title=act.title,
        author=act.sender or act.title,
        subject=f"{act.title}, {act.number}",
        running=running_of(act.sender, act.number, identity, is_rehearsal=act.is_rehearsal),
        sections=(
            Section("En-tête", partial(_top, act, title or act.title, identity)),
            Section("Texte", partial(_text, act, blocks, identity.accent)),
            *annex,
        ),
    )
    return (yield from document.render())


def _top(act: Act, title: str, identity: PaperIdentity) -> list[Flowable]:
    kicker = ParagraphStyle("kicker", parent=styles().kicker, textColor=HexColor(identity.accent))
    sender: list[Flowable] = [line(act.sender, kicker)] if act.sender else []
    return [
        *logo_of(identity, act.sender),
        *sender,
        line(title, title_style(identity.accent)),
        *rehearsal_mention(is_rehearsal=act.is_rehearsal),
    ]


def _text(act: Act, blocks: Sequence[TextBlock], accent: str) -> list[Flowable]:
    """Return the text; its last article stands on the page of the boxes to sign."""
    written = [*text_flow(blocks, accent), *(act.after() if act.after else [])]
    if not act.signatories:
        return written
    cut = _last_article(written)
    return [*written[:cut], Kept([*written[cut:], signature_boxes(act.signatories)])]


def _last_article(written: Sequence[Flowable]) -> int:
    """Return where the last article begins, or the last paragraph of a long one."""
    titles = [number for number, each in enumerate(written) if isinstance(each, CondPageBreak)]
    last = titles[-1] if titles else 0
    return last if len(written) - last <= _SHORT_ARTICLE else len(written) - 1


def _annex(build: Callable[[], list[Flowable]]) -> list[Flowable]:
    return [PageBreak(), *build()]
