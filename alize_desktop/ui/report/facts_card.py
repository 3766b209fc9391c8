"""Totals of a theme, each beside its name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label


class FactsCard(Card):
    """Names on the left, figures aligned on the right.

    Args:
        title: Above it.
        figures: (name, text).
        parent: Parent widget.
    """

    def __init__(
        self, title: str, figures: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.card)
        grid.setVerticalSpacing(SPACE.related)
        grid.setColumnStretch(0, 1)
        for line, (name, text) in enumerate(figures):
            figure = label(text, Level.STRONG)
            figure.setFont(with_figures(figure.font()))
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            figure.setAccessibleName(f"{name}, {text}")
            grid.addWidget(label(name, Level.SOFT, wraps=True), line, 0)
            grid.addWidget(figure, line, 1)
        self.body.addLayout(grid)
