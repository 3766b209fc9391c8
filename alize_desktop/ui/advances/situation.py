"""Where one advance stands: what is to be known, and how much is repaid."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.records.advances import AdvanceDetail
from alize_desktop.models.values import Money
from alize_desktop.ui.advances.marks import TONES
from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.bars import BarChart, BarRow
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.painting import draw_shape
from alize_desktop.wording.advance_words import Told, situation
from alize_desktop.wording.amounts import money_short


class _Sign(QWidget):
    """The shape before a sentence."""

    def __init__(self, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dress = TONES[told.tone]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(12), scaled(20))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        role, shape = self._dress
        side = scaled(9)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        draw_shape(QPainter(self), box, shape, palette_of(self).ink(role))


class SituationPage(QWidget):
    """Sentences, the most pressing first, then bars to one scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[Told, ...] = ()
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(SPACE.related)
        self._bars = BarChart(self.tr("Amortissement"))
        amounts = Card(self.tr("Amortissement"))
        amounts.body.addWidget(self._bars)
        self._known = Card(self.tr("À savoir"))
        self._known.body.addLayout(self._sentences)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, SPACE.related, 2, SPACE.related)
        column.setSpacing(SPACE.card)
        column.addWidget(self._known)
        column.addWidget(amounts)
        column.addStretch(1)

    def sentences(self) -> tuple[str, ...]:
        """Return what is told."""
        return tuple(each.sentence for each in self._told)

    def show_detail(self, detail: AdvanceDetail) -> None:
        """Show where an advance stands."""
        self._told = situation(detail)
        self._clear()
        for each in self._told:
            self._sentences.addWidget(self._line(each))
        self._known.setVisible(bool(self._told))
        position = detail.row.position
        repaid = position.disbursed - position.outstanding - position.written_off
        rows = (
            self._bar(self.tr("Accordé"), detail.row.amount, Role.NEUTRAL),
            self._bar(self.tr("Versé"), position.disbursed, Role.PRIMARY),
            self._bar(self.tr("Remboursé"), repaid, Role.GOOD),
            self._bar(self.tr("En retard"), position.overdue, Role.BAD),
            self._bar(self.tr("Abandonné ou perdu"), position.written_off, Role.BAD),
            self._bar(self.tr("Reste dû"), position.outstanding, Role.WAITING),
        )
        always = {self.tr("Accordé"), self.tr("Remboursé"), self.tr("Reste dû")}
        self._bars.set_rows([each for each in rows if each.part or each.label in always])

    def _clear(self) -> None:
        while (item := self._sentences.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _line(self, told: Told) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.related)
        row.addWidget(_Sign(told), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(told.sentence, Level.BODY, wraps=True), 1)
        return line

    @staticmethod
    def _bar(words: str, amount: Money, role: Role) -> BarRow:
        return BarRow(words, money_short(amount), max(amount.minor, 0), role)
