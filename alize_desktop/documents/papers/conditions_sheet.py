"""The conditions of a decision, to be followed one by one."""

from collections.abc import Generator, Sequence
from functools import partial

from reportlab.platypus import Flowable

from alize_desktop.documents.agreements import Act, act_pdf
from alize_desktop.documents.grids import Column, grid
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.decisions import ConditionState
from alize_desktop.models.records.dossier_papers import DossierPaperRecord
from alize_desktop.rules.templates import TextBlock
from alize_desktop.wording.agreement_words import condition_standing
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.dossier_values import reference_of, sender_of
from alize_desktop.wording.labels import label

_COLUMNS = (
    Column("N°", 0.5),
    Column("Condition", 4.4),
    Column("Nature", 2),
    Column("À lever avant le", 2),
    Column("État", 1.6),
    Column("Pièce vue, date et visa", 3),
)


def conditions_sheet_pdf(
    kind: PaperKind, record: DossierPaperRecord, blocks: tuple[TextBlock, ...]
) -> Generator[Progress, None, bytes]:
    """Make the sheet of the conditions of a decision.

    Returns:
        The bytes of the PDF: the same for the same record and text.
    """
    act = Act(
        title=f"{label(kind)} {record.sheet.number}",
        sender=sender_of(record),
        number=reference_of(record),
        blocks=blocks,
        signatories=(("Toutes les conditions sont levées, le", ""), ("Nom et signature", "")),
        after=partial(_table, record.conditions),
        is_rehearsal=record.is_rehearsal,
    )
    return (yield from act_pdf(act, record.identity))


def _table(conditions: Sequence[ConditionState]) -> list[Flowable]:
    rows = [
        (
            str(each.position),
            each.condition.text,
            label(each.condition.kind),
            short_date(each.due_on) if each.due_on else "",
            condition_standing(each),
            "",
        )
        for each in conditions
    ]
    return grid(_COLUMNS, rows)
