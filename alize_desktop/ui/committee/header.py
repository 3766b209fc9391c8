"""The top of the window: which meeting, whether keys act, and what is asked most."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

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
        asked: A button was clicked. Arg: identifier of the action.
    """

    asked = Signal(object)

    def __init__(self, *, is_rehearsal: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.TOP.value)
        self._titles = ("", "")
        self._is_narrow = False
        self._title = ElidedLabel("", Level.HEADING)
        self._title.setObjectName("meeting_title")
        self._place = ElidedLabel("", Level.SOFT)
        self._place.setObjectName("meeting_place")
        self._rehearsal = Pill()
        self._rehearsal.setObjectName("rehearsal_pill")
        if is_rehearsal:
            self._rehearsal.set_state(self.tr("RÉPÉTITION"), Role.BAD, Shape.DIAMOND)
        self._keys = Pill()
        self._keys.setObjectName("keys_pill")
        for pill in (self._rehearsal, self._keys):  # never cut: they say what a key will do
            pill.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.menu = self._button("menu.open", self.tr("Séance"), "F10", "header_menu")
        self._side = self._button("side.toggle", self.tr("Salle"), "F4", "header_side")
        self._side.setCheckable(True)
        self._attendance = self._button(
            "meeting.attendance", self.tr("Arrivée, départ"), "F6", "header_attendance"
        )
        self._suspend = self._button(
            "meeting.suspend", self.tr("Suspendre"), "F8", "header_suspend"
        )
        self._help = self._button("help.open", self.tr("Aide"), "?", "header_help")
        line = row(self, gap=10)
        line.setContentsMargins(scaled(20), scaled(9), scaled(20), scaled(9))
        line.addWidget(self._title)
        line.addWidget(self._place, 1)
        line.addWidget(self._rehearsal)
        line.addWidget(self._keys)
        for each in (self.menu, self._side, self._attendance, self._suspend, self._help):
            line.addWidget(each)

    def show_state(self, state: CommitteeState) -> None:
        """Name the meeting, its place, and who presides now."""
        draft = state.row.draft
        date = long_date(draft.held_on)
        self._titles = (
            self.tr("Comité d’agrément du {date}").format(date=date),
            self.tr("Comité du {date}").format(date=date),
        )
        self._show_title()
        self._place.setText(" · ".join(part for part in (draft.place, self._chair(state)) if part))
        is_open = state.row.state is MeetingState.OPEN
        is_suspended = state.suspension is not None
        self._attendance.setVisible(is_open and state.quorum_at is not None and not is_suspended)
        self._suspend.setVisible(is_open)
        text = self.tr("Reprendre") if is_suspended else self.tr("Suspendre")
        if self._suspend.label() != text:
            self._suspend.set_text(text)

    def show_keys(self, *, are_active: bool) -> None:
        """Say whether a letter acts, or is typed."""
        if are_active:
            self._keys.set_state(self.tr("touches actives"), Role.GOOD, Shape.DISC)
        else:
            self._keys.set_state(self.tr("saisie"), Role.WAITING, Shape.BAR)

    def show_side(self, *, is_folded: bool, is_shown: bool) -> None:
        """Offer the right zone where there is no room for it, and say less beside it."""
        self._is_narrow = is_folded
        self._show_title()
        self._side.setVisible(is_folded)
        self._side.setChecked(is_shown)

    def menu_corner(self) -> QPoint:
        """Return where the menu opens on the screen, also while its button is hidden."""
        if self.menu.isHidden():
            return self.mapToGlobal(QPoint(0, 0))
        return self.menu.mapToGlobal(QPoint(0, self.menu.height()))

    def _show_title(self) -> None:
        self._title.setText(self._titles[self._is_narrow])
        text = self.tr("Arrivées") if self._is_narrow else self.tr("Arrivée, départ")
        if self._attendance.label() != text:
            self._attendance.set_text(text)

    def _chair(self, state: CommitteeState) -> str:
        """Return who presides: on a dossier, never a member recused from it."""
        if state.presiding is None or state.row.state is not MeetingState.OPEN:
            return ""
        return self.tr("sous la présidence de {name}").format(name=full_name(state.presiding))

    def _button(self, action: str, text: str, key: str, name: str) -> ActionButton:
        made = ActionButton(text, key)
        made.setObjectName(name)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(partial(self._on_clicked, action))
        return made

    def _on_clicked(self, action: str, *_checked: bool) -> None:
        self.asked.emit(action)
