"""The paper of a dated decision on an advance: moratorium, acceleration, litigation, write-off."""

from collections.abc import Generator
from functools import partial

from reportlab.platypus import Flowable

from alize_desktop.documents.agreements import Act, act_pdf
from alize_desktop.documents.blocks import facts, line, prose
from alize_desktop.documents.headings import heading
from alize_desktop.documents.parts.texts import heading_style
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.money_papers import AdvancePaperRecord
from alize_desktop.rules.templates import BlockKind, TextBlock
from alize_desktop.wording.advance_decision_words import (
    advance_facts,
    decision_sentences,
    decision_title,
    entry_text,
    grounds_text,
    position_facts,
)
from alize_desktop.wording.agreement_words import operator_signatory
from alize_desktop.wording.company_words import place_of
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.dossier_values import place_and_date, sender_of
from alize_desktop.wording.labels import label
from alize_desktop.wording.late_letters import agreement_reference


def advance_decision_pdf(record: AdvancePaperRecord) -> Generator[Progress, None, bytes]:
    """Make the paper of a decision on an advance.

    Args:
        record: The advance on the day of the decision, once it is taken; its event is one of
            ``wording.advance_decision_words.DECISIONS``.

    Returns:
        The bytes of the PDF: the same for the same record.
    """
    paper, draft = record.paper, _draft(record)
    act = Act(
        title=f"{label(PaperKind.ADVANCE_DECISION)} {paper.sheet.number}",
        sender=sender_of(paper),
        number=agreement_reference(record),
        blocks=(TextBlock(BlockKind.HEADING, decision_title(record, draft)),),
        signatories=(operator_signatory(paper),),
        after=partial(_content, record),
        is_rehearsal=paper.is_rehearsal,
    )
    return (yield from act_pdf(act, paper.identity))


def _content(record: AdvancePaperRecord) -> list[Flowable]:
    paper, position, draft = record.paper, record.detail.row.position, _draft(record)
    style = heading_style(paper.identity.accent)
    return [
        *heading("Avance concernée", style=style),
        *facts(advance_facts(record)),
        *heading("Décision", style=style),
        *map(line, decision_sentences(draft, position)),
        *heading("Motif", style=style),
        *prose(grounds_text(draft)),
        *heading(f"Situation au {long_date(position.on)}", style=style),
        *facts(position_facts(position)),
        *prose(entry_text(draft)),
        line(place_and_date(place_of(paper.identity.address), paper.today)),
    ]


def _draft(record: AdvancePaperRecord) -> AdvanceEventDraft:
    if record.event is None:
        msg = "a decision on an advance is an event"
        raise ValueError(msg)
    return record.event.draft
