"""The pages of a report: its key figures, its themes, what moved, the founding article."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.charts import Chart, ChartCell, ReportTheme
from alize_desktop.models.records.report import ProgrammeReport
from alize_desktop.ui.charts.cards import ChartCard, TableCard
from alize_desktop.ui.charts.columns import CardColumns
from alize_desktop.ui.report.facts_card import FactsCard
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.cards import FigureCard, FigureRow
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.report_comparison import (
    COMPARISON_HEADS,
    COMPARISON_NOTE,
    COMPARISON_TITLE,
    comparison_rows,
)
from alize_desktop.wording.report_themes import key_figures, report_themes
from alize_desktop.wording.report_words import (
    history_note,
    moved_rows,
    moved_title,
    report_title,
)

translate = QCoreApplication.translate

KEY_FIGURES: Final = "key"
MOVED: Final = "moved"
COMPARISON: Final = "comparison"
_FIRST: Final = ("jobs", "sectors", "skills", "aims")
"""Charts that stand with the key figures."""


def page_titles() -> tuple[tuple[str, str], ...]:
    """Return the key and the title of every page, in order."""
    return (
        (KEY_FIGURES, translate("report", "Synthèse")),
        ("decided", translate("report", "Dossiers")),
        ("jobs", translate("report", "Emplois")),
        ("companies", translate("report", "Entreprises")),
        ("skills", translate("report", "Compétences")),
        ("advances", translate("report", "Avances")),
        ("committee", translate("report", "Comité")),
        ("work", translate("report", "Travail de la période")),
        (MOVED, translate("report", "Évolution")),
        (COMPARISON, translate("report", "Comparaison")),
    )


class ReportPages:
    """Makes the pages of one report.

    Args:
        report: The report.
        said: Told what was copied.
    """

    def __init__(self, report: ProgrammeReport, said: Callable[[str], None]) -> None:
        self._report, self._said = report, said
        self._themes = {each.key: each for each in report_themes(report)}
        self._about = report_title(report.scope)

    def page(self, key: str) -> QWidget:
        """Return a page that scrolls."""
        makers = {
            KEY_FIGURES: self._key_figures,
            MOVED: self._moved,
            COMPARISON: self._comparison,
        }
        parts = makers.get(key, partial(self._theme, key))()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.group)
        column.setSpacing(SPACE.card)
        for each in parts:
            column.addWidget(each)
        column.addStretch(1)
        return scrolled(content)

    def _key_figures(self) -> list[QWidget]:
        figures = FigureRow([FigureCard(*each) for each in key_figures(self._report)])
        charts = {chart.key: chart for each in self._themes.values() for chart in each.charts}
        cards = [self._card(charts[key]) for key in _FIRST if key in charts]
        note = history_note(self._report)
        notes = [label(note, Level.SOFT, wraps=True)] if note else []
        return [figures, *notes, CardColumns(cards)]

    def _theme(self, key: str) -> list[QWidget]:
        theme: ReportTheme = self._themes[key]
        facts = FactsCard(translate("report", "En chiffres"), theme.figures)
        return [CardColumns([facts, *(self._card(each) for each in theme.charts)])]

    def _moved(self) -> list[QWidget]:
        report = self._report
        if not moved_title(report):
            words = translate(
                "report",
                "Aucun bilan n’a encore été conservé. «\u00a0Conserver ce bilan\u00a0» garde ses "
                "chiffres\u00a0: le suivant dira ce qui a changé depuis.",
            )
            return [label(words, Level.SOFT, wraps=True)]
        rows = moved_rows(report)
        if not rows:
            title = label(moved_title(report), Level.HEADING, wraps=True)
            same = label(translate("report", "Aucun chiffre n’a changé."), Level.SOFT)
            return [title, same]
        heads = (
            translate("report", "Chiffre"),
            translate("report", "Alors"),
            translate("report", "Maintenant"),
        )
        return [self._table(moved_title(report), heads, rows)]

    def _comparison(self) -> list[QWidget]:
        rows = comparison_rows(self._report)
        return [self._table(COMPARISON_TITLE, COMPARISON_HEADS, rows, COMPARISON_NOTE)]

    def _card(self, chart: Chart) -> ChartCard:
        card = ChartCard(chart, self._about)
        card.said.connect(self._said)
        return card

    def _table(
        self,
        title: str,
        heads: Sequence[str],
        rows: Sequence[tuple[str, ...]],
        note: str = "",
    ) -> TableCard:
        cells = [tuple(ChartCell(each, each) for each in row) for row in rows]
        card = TableCard(title, heads, cells, note)
        card.said.connect(self._said)
        return card
