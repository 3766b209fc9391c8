"""The agenda on the left: where the meeting is, and what became of each dossier."""

from dataclasses import dataclass
from datetime import tzinfo
from uuid import UUID

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.meetings import AgendaLine, CommitteeState
from alize_desktop.ui.committee.choices import Sign, outcome_sign, step_sign
from alize_desktop.ui.committee.facts import asked_text, hour_text
from alize_desktop.ui.committee.layouts import clear, column
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE, Palette, Role
from alize_desktop.ui.widgets.painting import (
    CENTRED,
    Shape,
    draw_pill,
    draw_rounded,
    draw_shape,
    draw_text,
    pill_size,
)
from alize_desktop.ui.widgets.scroll import scrolled

_EMPTY = Sign("", "", Shape.NONE, Role.NEUTRAL)


@dataclass(frozen=True, slots=True)
class Stop:
    """One line of the agenda.

    Attributes:
        name: Object name of its button.
        badge: Recusals in a word, such as ``D1``; empty when none.
        recused: Names of the recused, for the tooltip.
    """

    name: str
    title: str
    detail: str
    sign: Sign
    badge: str = ""
    recused: str = ""
    is_current: bool = False
    item_id: UUID | None = None


class StopButton(QAbstractButton):
    """Paints one line: a boxed letter or shape, a title, a detail, a badge."""

    def __init__(self, stop: Stop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stop = stop
        self.setObjectName(stop.name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        spoken = (stop.title, stop.sign.word, stop.detail, stop.badge)
        self.setAccessibleName(", ".join(part for part in spoken if part))

    @property
    def stop(self) -> Stop:
        """The line shown."""
        return self._stop

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(180), scaled(58))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette_of(self)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._stop.is_current:
            draw_rounded(
                painter, box, SPACE.card_radius, colours.primary_ground, colours.primary, 1.5
            )
        elif self.underMouse() and self._stop.item_id:
            draw_rounded(painter, box, SPACE.card_radius, colours.hover)
        left = self._draw_mark(painter, box, colours)
        right = self._draw_badge(painter, box, colours)
        self._draw_words(painter, QRectF(left, box.top(), right - left, box.height()), colours)

    def _draw_mark(self, painter: QPainter, box: QRectF, colours: Palette) -> float:
        side = scaled(24)
        mark = QRectF(box.left() + scaled(10), box.center().y() - side / 2, side, side)
        sign = self._stop.sign
        if sign.shape is Shape.NONE:
            draw_rounded(painter, mark, SPACE.radius, colours.surface, colours.line)
        else:
            ink = colours.ink(sign.role)
            draw_rounded(painter, mark, SPACE.radius, colours.ground(sign.role), ink)
            if sign.letter:
                face = font(TYPE.small, QFont.Weight.Bold)
                draw_text(painter, mark, sign.letter, face, ink, CENTRED)
            else:
                inset = scaled(7)
                draw_shape(painter, mark.adjusted(inset, inset, -inset, -inset), sign.shape, ink)
        return mark.right() + scaled(10)

    def _draw_badge(self, painter: QPainter, box: QRectF, colours: Palette) -> float:
        right = box.right() - scaled(10)
        if not self._stop.badge:
            return right
        width, height = pill_size(self._stop.badge, Shape.NONE)
        place = QRectF(right - width, box.center().y() - height / 2, width, height)
        draw_pill(painter, place, self._stop.badge, Role.RECUSAL, Shape.NONE, colours)
        return place.left() - scaled(6)

    def _draw_words(self, painter: QPainter, box: QRectF, colours: Palette) -> None:
        heavy = QFont.Weight.DemiBold if self._stop.is_current else QFont.Weight.Medium
        face, small = font(TYPE.body, heavy), font(TYPE.small)
        line = QFontMetricsF(face).height()
        top = box.center().y() - line - 0.5
        title = QRectF(box.left(), top, box.width(), line)
        detail = QRectF(box.left(), box.center().y() + 1, box.width(), line)
        draw_text(painter, title, self._stop.title, face, colours.text)
        draw_text(painter, detail, self._stop.detail, small, colours.soft)
        cut = (
            QFontMetricsF(face).horizontalAdvance(self._stop.title) > box.width()
            or QFontMetricsF(small).horizontalAdvance(self._stop.detail) > box.width()
        )
        whole = f"{self._stop.title}\n{self._stop.detail}" if cut else ""
        self.setToolTip("\n".join(part for part in (whole, self._stop.recused) if part))


class AgendaRail(QWidget):
    """Opening, each dossier, closing.

    Signals:
        item_chosen: A dossier was clicked. Arg: agenda item's id.
    """

    item_chosen = Signal(object)

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        """Show hours on the wall clock of ``zone``."""
        super().__init__(parent)
        self._zone = zone
        content = QWidget()
        self._lines = column(content, gap=4, margin=10)
        whole = column(self)
        whole.addWidget(scrolled(content))

    def stops(self) -> tuple[Stop, ...]:
        """Return the lines shown."""
        found = self.findChildren(StopButton)
        return tuple(each.stop for each in found if not each.isHidden())

    def show_state(self, state: CommitteeState, step: Step) -> None:
        """Show where the meeting is."""
        clear(self._lines)
        for stop in (
            self._opening(state, step),
            *(self._dossier(state, line, step) for line in state.agenda),
            self._closing(state, step),
        ):
            button = StopButton(stop)
            if stop.item_id:
                button.clicked.connect(lambda _=False, at=stop.item_id: self.item_chosen.emit(at))
            self._lines.addWidget(button)
        self._lines.addStretch(1)

    def _opening(self, state: CommitteeState, step: Step) -> Stop:
        sign, detail = _EMPTY, self.tr("à ouvrir")
        if state.quorum_at is not None:
            sign = Sign("", self.tr("fait"), Shape.CHECK, Role.GOOD)
            detail = self.tr("{hour} · quorum atteint, {counted} pour {required}").format(
                hour=hour_text(state.quorum_at, self._zone),
                counted=state.quorum.counted,
                required=state.quorum.required,
            )
        elif state.opened_at is not None:
            sign = Sign("", self.tr("en cours"), Shape.DISC, Role.PRIMARY)
            detail = self.tr("ouverte à {hour}").format(hour=hour_text(state.opened_at, self._zone))
        here = step in (Step.OPENING, Step.ROLL_CALL, Step.QUORUM)
        return Stop("stop_opening", self.tr("Ouverture et appel"), detail, sign, is_current=here)

    def _dossier(self, state: CommitteeState, line: AgendaLine, step: Step) -> Stop:
        sign = outcome_sign(line.outcome) if line.outcome else step_sign(line.step)
        asked = asked_text(line.requested_amount, line.days)
        if line.outcome:
            asked = f"{asked} · {sign.word.lower()}"
        current = state.current is not None and state.current.line.id == line.id
        recused = self.tr("Déports : {names}").format(names=", ".join(line.recused))
        return Stop(
            name=f"stop_{line.position}",
            title=line.company,
            detail=asked,
            sign=sign,
            badge=f"D{len(line.recused)}" if line.recused else "",
            recused=recused if line.recused else "",
            is_current=current and step not in (Step.ROLL_CALL, Step.CLOSING),
            item_id=line.id,
        )

    def _closing(self, state: CommitteeState, step: Step) -> Stop:
        closed = state.row.state is MeetingState.CLOSED
        sign = Sign("", self.tr("levée"), Shape.CHECK, Role.GOOD) if closed else _EMPTY
        detail = ""
        if state.closed_at is not None:
            detail = hour_text(state.closed_at, self._zone)
        here = step in (Step.CLOSING, Step.CLOSED)
        return Stop(
            "stop_closing",
            self.tr("Levée de la séance"),
            detail or self.tr("quand tout est décidé"),
            sign,
            is_current=here,
        )
