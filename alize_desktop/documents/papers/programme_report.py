"""The report of the programme over a period, for its funders."""

from collections.abc import Generator
from functools import partial
from typing import Final

from reportlab.platypus import Flowable

from alize_desktop.documents.agreements import Act, act_pdf
from alize_desktop.documents.blocks import line
from alize_desktop.documents.grids import Column, grid
from alize_desktop.documents.headings import heading
from alize_desktop.documents.parts.texts import heading_style
from alize_desktop.documents.typography import styles
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.report import ReportPaper
from alize_desktop.rules.templates import BlockKind, TextBlock
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.report_comparison import (
    COMPARISON_HEADS,
    COMPARISON_NOTE,
    COMPARISON_TITLE,
    comparison_rows,
)
from alize_desktop.wording.report_words import history_note, report_title, total_rows

_TOTALS: Final = (Column("Chiffre", 5), Column("Valeur", 2, is_figure=True))
_COMPARISON: Final = (
    Column(COMPARISON_HEADS[0], 4),
    Column(COMPARISON_HEADS[1], 2, is_figure=True),
    Column(COMPARISON_HEADS[2], 2, is_figure=True),
)


def programme_report_pdf(record: ReportPaper) -> Generator[Progress, None, bytes]:
    """Make the report of the programme.

    Returns:
        The bytes of the PDF: the same for the same record.
    """
    programme, title = record.programme, report_title(record.report.scope)
    made_on = f"Chiffres du {long_date(record.report.made_on)}."
    said = " ".join(each for each in (made_on, history_note(record.report)) if each)
    act = Act(
        title=title,
        sender=programme.operator.strip() or f"Programme Alizé {programme.basin}",
        number=f"bassin {programme.basin}",
        blocks=(
            TextBlock(BlockKind.HEADING, title),
            TextBlock(BlockKind.PARAGRAPH, said),
        ),
        signatories=(),
        after=partial(_content, record),
        is_rehearsal=record.is_rehearsal,
    )
    return (yield from act_pdf(act, record.identity))


def _content(record: ReportPaper) -> list[Flowable]:
    style = heading_style(record.identity.accent)
    return [
        *heading("Chiffres", style=style),
        *grid(_TOTALS, total_rows(record.report)),
        *heading(COMPARISON_TITLE, style=style),
        *grid(_COMPARISON, comparison_rows(record.report)),
        line(COMPARISON_NOTE, styles().note),
    ]
