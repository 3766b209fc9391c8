"""A meeting suspended: the panel that asks until when, and the page shown meanwhile."""

from collections.abc import Callable
from datetime import datetime, time, timedelta, tzinfo
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.ui.committee.big import BigWord
from alize_desktop.ui.committee.facts import hour_text
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.fields.hours import read_hour
from alize_desktop.ui.widgets.fields.reading import Reading
from alize_desktop.ui.widgets.fields.text import TextField, TypedField
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.wording.dates import time_text

_USUAL: Final = timedelta(minutes=15)
_STEP: Final = timedelta(minutes=5)


class SuspensionPanel(QDialog):
    """Asks when the meeting resumes, and why it stops. Enter suspends.

    Signals:
        suspension_asked: Args: the hour of resumption or None, the reason.
    """

    suspension_asked = Signal(object, object)

    def __init__(self, now: Callable[[], datetime], parent: QWidget) -> None:
        """Propose a quarter of an hour."""
        super().__init__(parent)
        self._now = now
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("suspension_panel")
        self.setWindowTitle(self.tr("Suspendre la séance"))
        self._hour = TypedField(
            self.tr("Reprise à"),
            Reading(read_hour, time_text, None, self.tr("heure, ou rien")),
            hint=self.tr("↑ et ↓ : cinq minutes de plus ou de moins. Vide : sans heure annoncée."),
        )
        self._hour.edit.setObjectName("suspension_hour")
        self._reason = TextField(
            self.tr("Motif"), placeholder=self.tr("facultatif, inscrit au procès-verbal")
        )
        self._reason.edit.setObjectName("suspension_reason")
        self._hour.set_value(_rounded(now() + _USUAL))
        suspend = KeyButton(
            self.tr("Suspendre la séance"), "Return", Kind.PRIMARY, handles_key=False
        )
        suspend.setObjectName("suspend")
        suspend.clicked.connect(self._ask)
        cancel = KeyButton(self.tr("Annuler"), "Esc", handles_key=False)
        cancel.clicked.connect(self.reject)
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(suspend)
        lines = column(self, gap=16, margin=24)
        lines.addWidget(label(self.tr("Suspendre la séance"), Level.HEADING))
        lines.addWidget(self._hour)
        lines.addWidget(self._reason)
        lines.addLayout(buttons)
        self.setMinimumWidth(scaled(460))
        self._hour.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hour.edit.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Up: _STEP, Qt.Key.Key_Down: -_STEP}
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._ask()
        elif key in steps:
            self._shift(steps[key])
        else:
            super().keyPressEvent(event)

    def _shift(self, step: timedelta) -> None:
        self._hour.commit()
        value = self._hour.value()
        now = self._now()
        shown = datetime.combine(now.date(), value) if value else now
        self._hour.set_value(_rounded(shown + step if value else now + _USUAL))

    def _ask(self) -> None:
        if self._hour.commit() and self._reason.commit():
            self.accept()
            self.suspension_asked.emit(self._hour.value(), self._reason.value())


class SuspensionPage(StepPane):
    """All that the centre shows while the meeting is suspended.

    Signals:
        resumption_asked: Go on with the meeting.
    """

    resumption_asked = Signal()

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        """Show hours on the wall clock of ``zone``."""
        super().__init__(parent)
        self._zone = zone
        self._word = BigWord(64)
        self._until = label("", Level.TITLE, wraps=True)
        self._until.setObjectName("suspension_until")
        self._reason = label("", Level.HEADING, wraps=True)
        card = frame(Ground.CARD)
        inside = column(card, gap=12, margin=24)
        for each in (self._word, self._until, self._reason):
            inside.addWidget(each)
        whole = column(self, gap=16)
        whole.addWidget(card)
        whole.addStretch(1)

    @override
    def title(self) -> str:
        return self.tr("Séance suspendue")

    @override
    def show_state(self, state: CommitteeState) -> None:
        event = state.suspension
        if event is None:
            return
        since = hour_text(event.at, self._zone)
        self._word.show_word(self.tr("Suspension de séance"), Role.WAITING, Shape.BAR)
        text = self.tr("Suspendue à {since}, sans heure de reprise annoncée.").format(since=since)
        if event.until is not None:
            text = self.tr("Suspendue à {since}, reprise prévue à {until}.").format(
                since=since, until=hour_text(event.until, self._zone)
            )
        self._until.setText(text)
        self._reason.setText(event.reason)
        self._reason.setVisible(bool(event.reason))
        self.next_changed.emit()

    @override
    def next_step(self) -> NextStep:
        return NextStep(self.tr("Reprendre la séance"))

    @override
    def note(self) -> str:
        return self.tr("Rien d’autre ne se décide avant la reprise.")

    @override
    def advance(self) -> None:
        self.resumption_asked.emit()


def _rounded(instant: datetime) -> time:
    """Return an hour at the next five minutes."""
    minutes = -(-instant.minute // 5) * 5
    return (instant.replace(minute=0, second=0, microsecond=0) + timedelta(minutes=minutes)).time()
