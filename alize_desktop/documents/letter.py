"""A letter: its head, its text, who signs."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from reportlab.platypus import Flowable

from alize_desktop.documents.document import Document, Section
from alize_desktop.documents.frame import Running
from alize_desktop.documents.keeping import Kept
from alize_desktop.documents.panels import mention
from alize_desktop.documents.parts.letterhead import LetterHead, letterhead, signature_block
from alize_desktop.documents.parts.texts import first_heading, text_flow
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.rules.templates import TextBlock
from alize_desktop.wording.meeting_papers import REHEARSAL, REHEARSAL_TEXT


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to be made.

    Attributes:
        title: In the properties of the file.
        subject: One sentence, likewise.
        head: What stands around the text; the heading that the text begins with is its
            object.
        blocks: The text, its fields filled.
        number: What every page but the first repeats on the right.
        is_rehearsal: Whether nothing of it took place.
    """

    title: str
    subject: str
    head: LetterHead
    blocks: tuple[TextBlock, ...]
    number: str = ""
    is_rehearsal: bool = False


def letter_pdf(letter: Letter, identity: PaperIdentity) -> Generator[Progress, None, bytes]:
    """Make a letter.

    Returns:
        The bytes of the PDF: the same for the same letter and looks.
    """
    about, blocks = first_heading(letter.blocks)
    head = replace(letter.head, about=about or letter.head.about)
    document = Document(
        title=letter.title,
        author=head.sender or letter.title,
        subject=letter.subject,
        running=running_of(head.sender, letter.number, identity, is_rehearsal=letter.is_rehearsal),
        sections=(
            Section("En-tête", partial(_top, head, identity, is_rehearsal=letter.is_rehearsal)),
            Section("Texte", partial(_text, blocks, identity)),
        ),
    )
    return (yield from document.render())


def running_of(sender: str, number: str, identity: PaperIdentity, *, is_rehearsal: bool) -> Running:
    """Return what every page of a letter or an agreement repeats."""
    footer = identity.footer.strip()
    if is_rehearsal:
        footer = f"{REHEARSAL} · {footer}" if footer else REHEARSAL
    return Running(left=sender, right=number, footer=footer)


def rehearsal_mention(*, is_rehearsal: bool) -> list[Flowable]:
    """Return the mark of a paper that a rehearsal made; empty for any other."""
    return [mention(REHEARSAL, REHEARSAL_TEXT)] if is_rehearsal else []


def _top(head: LetterHead, identity: PaperIdentity, *, is_rehearsal: bool) -> list[Flowable]:
    return [*letterhead(head, identity), *rehearsal_mention(is_rehearsal=is_rehearsal)]


def _text(blocks: Sequence[TextBlock], identity: PaperIdentity) -> list[Flowable]:
    """Return the text; its last two paragraphs stand on the page of who signs."""
    written = text_flow(blocks, identity.accent)
    return [*written[:-2], Kept([*written[-2:], *signature_block(identity)])]
