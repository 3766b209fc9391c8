"""A point of the agenda that is no dossier: how it ended, and conditions it followed."""

from typing import Final

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import line, prose
from alize_desktop.documents.grids import Cell, Column, Noted, grid
from alize_desktop.documents.headings import heading
from alize_desktop.documents.parts.agenda import NOTHING
from alize_desktop.documents.parts.written import heard
from alize_desktop.documents.typography import styles
from alize_desktop.models.enums import ItemKind, MinutesBlock
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import MinutesCondition, MinutesPoint
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.minutes_agenda import conclusion_sentence, condition_event_text

_CONDITIONS: Final = (
    Column("Décision", 24),
    Column("Condition", 37),
    Column("Échéance", 14),
    Column("Suite", 25),
)


def standing_point(point: MinutesPoint, record: MinutesRecord) -> list[Flowable]:
    """Return a standing point: its note, what was said, its conditions, its conclusion."""
    content = [*heading(point.title), *prose(point.note)]
    if point.kind is ItemKind.MINUTES_APPROVAL:
        content += prose(record.text(MinutesBlock.PREVIOUS_MINUTES))
    content += heard(record, point.place)
    if point.conditions:
        content += grid(_CONDITIONS, [_row(each) for each in point.conditions])
    conclusion = conclusion_sentence(point.kind, point.conclusion, is_over=record.is_over)
    return [*content, line(conclusion, styles().strong)]


def _row(followed: MinutesCondition) -> list[Cell]:
    condition = followed.condition
    return [
        Noted(followed.decision_number, followed.company),
        Noted(condition.text, label(condition.kind)),
        short_date(condition.due_on) if condition.due_on else NOTHING,
        condition_event_text(followed),
    ]
