"""What a template gives, shown while it is typed: the example of each field in its place."""

from collections.abc import Generator
from typing import Final

from alize_desktop.documents.agreements import Act, act_pdf
from alize_desktop.documents.letter import Letter, letter_pdf
from alize_desktop.documents.parts.letterhead import LetterHead
from alize_desktop.models.enums import TemplateKey
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.rules.templates import BlockKind, TextBlock
from alize_desktop.wording.labels import label
from alize_desktop.wording.template_examples import (
    EXAMPLE_COMPANY_LINES,
    EXAMPLE_LATE_PLACE_AND_DATE,
    EXAMPLE_MEMBER_LINES,
    EXAMPLE_PLACE_AND_DATE,
    EXAMPLE_REFERENCE,
    EXAMPLE_SIGNATORIES,
    example_operator,
)
from alize_desktop.wording.template_fields import previewed

_ACTS: Final = frozenset(
    {
        TemplateKey.AGREEMENT,
        TemplateKey.AMENDMENT,
        TemplateKey.SECONDMENT,
        TemplateKey.MISSION_AMENDMENT,
    }
)
_LATE: Final = frozenset(
    {
        TemplateKey.REMINDER,
        TemplateKey.FORMAL_NOTICE,
        TemplateKey.ACCELERATION_NOTICE,
        TemplateKey.JOBS_REMINDER,
    }
)
_SHEETS: Final = frozenset(
    {TemplateKey.CONDITIONS_SHEET, TemplateKey.NOTICE_MAIL, TemplateKey.STANDARD_SENTENCES}
)


def preview_pdf(key: TemplateKey, text: str, identity: PaperIdentity, operator: str) -> bytes:
    """Return the PDF that a text gives with the example of each field.

    Args:
        key: What it is the text of.
        text: The text as it is typed.
        identity: Looks, already checked.
        operator: Name of the office; that of the example when empty.

    Raises:
        UserError: A field is unknown or broken: see ``rules.templates.check_template``.
    """
    return _drained(_making(key, text, identity, operator))


def _making(
    key: TemplateKey, text: str, identity: PaperIdentity, operator: str
) -> Generator[Progress, None, bytes]:
    blocks, sender = previewed(key, text), example_operator(operator)
    if key is TemplateKey.STANDARD_SENTENCES:
        blocks = (TextBlock(BlockKind.HEADING, label(key)), *blocks)
    if key in _ACTS or key in _SHEETS:
        signatories = EXAMPLE_SIGNATORIES if key in _ACTS else ()
        act = Act(label(key), sender, EXAMPLE_REFERENCE, blocks, signatories)
        return act_pdf(act, identity)
    recipient = EXAMPLE_MEMBER_LINES if key is TemplateKey.NOTICE else EXAMPLE_COMPANY_LINES
    when = EXAMPLE_LATE_PLACE_AND_DATE if key in _LATE else EXAMPLE_PLACE_AND_DATE
    head = LetterHead(sender, recipient, when, label(key), reference=EXAMPLE_REFERENCE)
    return letter_pdf(Letter(label(key), label(key), head, blocks), identity)


def _drained(making: Generator[Progress, None, bytes]) -> bytes:
    while True:
        try:
            next(making)
        except StopIteration as end:
            content: bytes = end.value
            return content
