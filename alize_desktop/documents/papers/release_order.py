"""The order to release money: beneficiary, amount, account, decision, conditions, two signatures."""

from collections.abc import Generator
from functools import partial
from typing import Final

from reportlab.platypus import Flowable

from alize_desktop.documents.agreements import Act, act_pdf
from alize_desktop.documents.blocks import facts, line
from alize_desktop.documents.grids import Column, grid
from alize_desktop.documents.headings import heading
from alize_desktop.documents.parts.texts import heading_style
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.money_papers import AdvancePaperRecord
from alize_desktop.rules.templates import BlockKind, TextBlock
from alize_desktop.wording.company_words import place_of
from alize_desktop.wording.dossier_values import place_and_date, sender_of
from alize_desktop.wording.labels import label
from alize_desktop.wording.late_letters import agreement_reference
from alize_desktop.wording.release_words import (
    WITHOUT_CONDITION,
    beneficiary_facts,
    decision_facts,
    money_facts,
    precedent_rows,
    release_sentence,
    release_signatories,
    release_title,
)

_COLUMNS: Final = (
    Column("Condition préalable", 5),
    Column("À lever avant le", 1.6),
    Column("État", 1.6),
)


def release_order_pdf(record: AdvancePaperRecord) -> Generator[Progress, None, bytes]:
    """Make an order to release money.

    Args:
        record: Its event is the payment; without one, all that is left is ordered.

    Returns:
        The bytes of the PDF: the same for the same record.
    """
    paper = record.paper
    act = Act(
        title=f"{label(PaperKind.RELEASE_ORDER)} {paper.sheet.number}",
        sender=sender_of(paper),
        number=agreement_reference(record),
        blocks=(
            TextBlock(BlockKind.HEADING, release_title(record)),
            TextBlock(BlockKind.PARAGRAPH, release_sentence(record)),
        ),
        signatories=release_signatories(record),
        after=partial(_content, record),
        is_rehearsal=paper.is_rehearsal,
    )
    return (yield from act_pdf(act, paper.identity))


def _content(record: AdvancePaperRecord) -> list[Flowable]:
    style = heading_style(record.paper.identity.accent)
    rows = precedent_rows(record.paper)
    return [
        *heading("Bénéficiaire", style=style),
        *facts(beneficiary_facts(record)),
        *heading("Somme à verser", style=style),
        *facts(money_facts(record)),
        *heading("Fondement", style=style),
        *facts(decision_facts(record)),
        *heading("Conditions préalables au versement", style=style),
        *(grid(_COLUMNS, rows) if rows else [line(WITHOUT_CONDITION)]),
        line(place_and_date(place_of(record.paper.identity.address), record.paper.today)),
    ]
