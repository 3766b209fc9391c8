"""The top of the window: which meeting, whether keys act, and two keys of every step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import row
from alize_desktop.ui.committee.people import full_name
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.wording.dates import long_date


class Header(QFrame):
    """Names the meeting and its place.

    Signals:
        attendance_asked: Somebody comes or goes.
        help_asked: Show the keys of the step.
    """

    attendance_asked = Signal()
    help_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.TOP.value)
        self._title = ElidedLabel("", Level.HEADING)
        self._title.setObjectName("meeting_title")
        self._place = ElidedLabel("", Level.SOFT)
        self._place.setObjectName("meeting_place")
        self._keys = Pill()
        self._keys.setObjectName("keys_pill")
        self._attendance = ActionButton(self.tr("Arrivée, départ"), "F6")
        self._attendance.setObjectName("header_attendance")
        help_button = ActionButton(self.tr("Aide"), "?")
        help_button.setObjectName("header_help")
        line = row(self, gap=12)
        line.setContentsMargins(scaled(20), scaled(9), scaled(20), scaled(9))
        line.addWidget(self._title)
        line.addWidget(self._place, 1)
        for each in (self._attendance, help_button):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for shown in (self._keys, self._attendance, help_button):
            line.addWidget(shown)
        self._attendance.clicked.connect(self.attendance_asked)
        help_button.clicked.connect(self.help_asked)

    def show_state(self, state: CommitteeState) -> None:
        """Name the meeting, its place, and who presides now."""
        draft = state.row.draft
        title = self.tr("Comité d’agrément du {date}").format(date=long_date(draft.held_on))
        self._title.setText(title)
        self._place.setText(" · ".join(part for part in (draft.place, self._chair(state)) if part))
        is_open = state.row.state is MeetingState.OPEN and state.quorum_at is not None
        self._attendance.setVisible(is_open)

    def _chair(self, state: CommitteeState) -> str:
        """Return who presides: on a dossier, never a member recused from it."""
        if state.presiding is None or state.row.state is not MeetingState.OPEN:
            return ""
        return self.tr("sous la présidence de {name}").format(name=full_name(state.presiding))

    def show_keys(self, *, are_active: bool) -> None:
        """Say whether a letter acts, or is typed."""
        if are_active:
            self._keys.set_state(self.tr("touches actives"), Role.GOOD, Shape.DISC)
        else:
            self._keys.set_state(self.tr("saisie"), Role.WAITING, Shape.BAR)
