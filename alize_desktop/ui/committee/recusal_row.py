"""One line of the recusals: a question the data asks, or what was declared."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.people import full_name
from alize_desktop.ui.theme.look import palette_of
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.labels import ElidedLabel, Level, label
from alize_desktop.ui.widgets.painting import Shape, draw_rounded
from alize_desktop.ui.widgets.pill import Pill


class RecusalRow(QFrame):
    """A member, the reason, and where the question stands.

    Attributes:
        member: Who it is about.
        reason: Why, in French.
        is_question: Whether nobody answered yet.
        is_recused: Whether the file holds the recusal.
    """

    def __init__(
        self,
        member: Member,
        reason: str,
        *,
        is_question: bool,
        is_recused: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.member = member
        self.reason = reason
        self.is_question = is_question
        self.is_recused = is_recused
        self._is_current = False
        self.setObjectName(f"recusal_{member.seat}")
        line = row(self, gap=16, margin=12)
        line.addWidget(label(str(member.seat), Level.HEADING))
        words = column(gap=2)
        words.addWidget(ElidedLabel(full_name(member), Level.STRONG))
        words.addWidget(ElidedLabel(reason or self.tr("sans motif"), Level.SOFT))
        line.addLayout(words, 1)
        line.addWidget(self._pill())

    def set_current(self, *, is_current: bool) -> None:
        """Ring the line the letters act on."""
        self._is_current = is_current
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colours = palette_of(self)
        box = QRectF(self.rect())
        ground = colours.recusal_ground if self.is_recused else colours.surface
        edge = colours.recusal if self.is_recused else colours.line
        painter = QPainter(self)
        draw_rounded(painter, box, SPACE.card_radius, ground, edge)
        if self._is_current:
            draw_rounded(painter, box, SPACE.card_radius, None, colours.focus, 3)

    def _pill(self) -> Pill:
        if self.is_recused:
            return Pill(self.tr("Déport"), Role.RECUSAL, Shape.BAR, self)
        if self.is_question:
            return Pill(self.tr("Se déporte ?"), Role.WAITING, Shape.RING, self)
        return Pill(self.tr("Participe"), Role.NEUTRAL, Shape.CHECK, self)
