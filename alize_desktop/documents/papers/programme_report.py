"""The report of the programme over a period, for its funders.

Its key figures on the first page, then one theme after the other: each chart with its
table. What moved, the founding article and how it was reckoned come last.
"""

from collections.abc import Generator
from functools import partial
from typing import Final

from reportlab.platypus import Flowable, PageBreak

from alize_desktop.documents.blocks import bullets, line
from alize_desktop.documents.charts import chart_flow
from alize_desktop.documents.colours import inks
from alize_desktop.documents.document import Document, Section
from alize_desktop.documents.frame import TEXT_WIDTH, Running
from alize_desktop.documents.grids import Column, grid
from alize_desktop.documents.headings import heading
from alize_desktop.documents.keeping import Kept
from alize_desktop.documents.letter import rehearsal_mention
from alize_desktop.documents.tagging.tables import layout_table
from alize_desktop.documents.typography import styles
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.charts import ReportTheme
from alize_desktop.models.records.report import ReportPaper, ReportScope
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.meeting_papers import REHEARSAL
from alize_desktop.wording.report_comparison import (
    COMPARISON_HEADS,
    COMPARISON_NOTE,
    COMPARISON_TITLE,
    comparison_rows,
)
from alize_desktop.wording.report_themes import METHOD, key_figures, report_themes
from alize_desktop.wording.report_words import (
    history_note,
    moved_rows,
    moved_title,
    report_title,
)

_MOST_ROWS: Final = 40
"""Rows of a table on paper: the workbook has them all."""

_A_ROW: Final = 3
_PADDING: Final = 9
_TOTALS: Final = (Column("Chiffre", 5), Column("Valeur", 2, is_figure=True))
_COMPARISON: Final = (
    Column(COMPARISON_HEADS[0], 4),
    Column(COMPARISON_HEADS[1], 2, is_figure=True),
    Column(COMPARISON_HEADS[2], 2, is_figure=True),
)
_MOVED: Final = (
    Column("Chiffre", 4),
    Column("Alors", 2, is_figure=True),
    Column("Maintenant", 2, is_figure=True),
)


def programme_report_pdf(record: ReportPaper) -> Generator[Progress, None, bytes]:
    """Make the report of the programme.

    Returns:
        The bytes of the PDF: the same for the same record.
    """
    programme, title = record.programme, report_title(record.report.scope)
    sender = programme.operator.strip() or f"Programme Alizé {programme.basin}"
    themes = report_themes(record.report, _MOST_ROWS)
    document = Document(
        title=title,
        author=sender,
        subject=title,
        running=Running(
            left=sender,
            right=_scope_text(record.report.scope),
            footer=f"{REHEARSAL} · {title}" if record.is_rehearsal else title,
        ),
        sections=(
            Section("Chiffres clés", partial(_cover, record, title, sender)),
            *(Section(each.title, partial(_theme, each)) for each in themes),
            Section("Comparaison", partial(_end, record)),
        ),
        identity=record.identity,
    )
    return (yield from document.render())


def _scope_text(scope: ReportScope) -> str:
    """Return what the figures are of: the basin of the programme is not that of its report."""
    return f"bassin {scope.basin}" if scope.basin else "tout le programme"


def _cover(record: ReportPaper, title: str, sender: str) -> list[Flowable]:
    report = record.report
    said = [f"Chiffres du {long_date(report.made_on)}.", history_note(report)]
    return [
        line(sender, styles().kicker),
        line(title, styles().title),
        *rehearsal_mention(is_rehearsal=record.is_rehearsal),
        line(" ".join(each for each in said if each), styles().subtitle),
        _key_figures(record),
        *_moved(record),
        *heading("Comment ces chiffres sont faits"),
        *bullets(METHOD, styles().soft),
        PageBreak(),
    ]


def _key_figures(record: ReportPaper) -> Flowable:
    """Return the figures that are read first, three a row."""
    figures = key_figures(record.report)
    rows = [figures[start : start + _A_ROW] for start in range(0, len(figures), _A_ROW)]
    cells: list[list[list[Flowable]]] = [
        [
            [
                line(caption, styles().label),
                line(figure, styles().title),
                line(note, styles().note),
            ]
            for caption, figure, note in row
        ]
        for row in rows
    ]
    return layout_table(
        cells,
        colWidths=[TEXT_WIDTH / _A_ROW] * _A_ROW,
        spaceBefore=8,
        spaceAfter=10,
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BACKGROUND", (0, 0), (-1, -1), inks().ground),
            ("LINEABOVE", (0, 0), (-1, 0), 1.5, inks().accent),
            ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
            ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
            ("TOPPADDING", (0, 0), (-1, -1), 7),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
        ],
    )


def _moved(record: ReportPaper) -> list[Flowable]:
    """Return what moved since the last report kept; empty when none was."""
    report = record.report
    if not moved_title(report):
        return []
    rows = moved_rows(report)
    content = grid(_MOVED, rows) if rows else [line("Aucun chiffre n’a changé.")]
    return [*heading("Évolution"), line(moved_title(report), styles().soft), *content]


def _theme(theme: ReportTheme) -> list[Flowable]:
    content: list[Flowable] = [Kept([*heading(theme.title), *grid(_TOTALS, theme.figures)])]
    for each in theme.charts:
        content.extend(chart_flow(each))
    return content


def _end(record: ReportPaper) -> list[Flowable]:
    content = [
        *heading(COMPARISON_TITLE),
        *grid(_COMPARISON, comparison_rows(record.report)),
        line(COMPARISON_NOTE, styles().note),
    ]
    return [Kept(content)]
