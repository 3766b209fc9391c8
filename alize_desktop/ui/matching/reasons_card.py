"""Why a partner has its rank: each reason with its sign and its points."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from alize_desktop.models.records.matching import MatchReason, PartnerMatch
from alize_desktop.ui.matching.columns import reason_mark
from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.matches import reason_text


class ReasonsCard(Card):
    """The reasons of the partner that is chosen, those that count most first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Pourquoi ce rang"), parent)
        self.setObjectName("matching_reasons")
        self._heading = label("", Level.STRONG, wraps=True)
        self._rows = QWidget()
        self.body.addWidget(self._heading)
        self.body.addWidget(self._rows)

    def show_match(self, match: PartnerMatch) -> None:
        """Show the reasons of another partner."""
        words = self.tr("{name}\u00a0: {points} points")
        if match.conflict is not None:
            words = self.tr("{name}\u00a0: exclu pour ce dossier")
        self._heading.setText(words.format(name=match.name, points=match.points))
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.card)
        grid.setVerticalSpacing(SPACE.related)
        grid.setColumnStretch(1, 1)
        for row, each in enumerate(sorted(match.reasons, key=_weight)):
            role, shape, points = reason_mark(each)
            pill = Pill(points, role, shape)
            pill.setFont(with_figures(pill.font()))
            grid.addWidget(pill, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(reason_text(each), wraps=True), row, 1)
        self.body.replaceWidget(self._rows, fresh)
        show_if(fresh, shown=True)
        self._rows.deleteLater()
        self._rows = fresh


def _weight(reason: MatchReason) -> int:
    return -abs(reason.points)
