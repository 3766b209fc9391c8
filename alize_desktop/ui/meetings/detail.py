"""One meeting: what is missing, its fields, its agenda, its roster."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.dossier_list import DossierRow
from alize_desktop.models.records.meetings import MeetingDetail
from alize_desktop.models.records.people import Member
from alize_desktop.ui.meetings.agenda_editor import AgendaEditor
from alize_desktop.ui.meetings.form import MeetingForm
from alize_desktop.ui.meetings.meeting_list import STATES
from alize_desktop.ui.meetings.roster import Roster
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.labels import ElidedLabel, Level, label
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.ui.widgets.tabs import TabStrip
from alize_desktop.wording.dates import long_date_with_day
from alize_desktop.wording.labels import label as word


class MeetingPane(QWidget):
    """Shows one meeting, and what can be done with it now.

    Signals:
        draft_edited: A field was changed. Arg: the ``MeetingDraft``.
        agenda_asked: Another agenda. Arg: the dossiers' identifiers, in order.
        committee_asked: Open the committee mode. Arg: the meeting's identifier.
        minutes_asked: Export the minutes. Arg: the meeting's identifier.
    """

    draft_edited = Signal(object)
    agenda_asked = Signal(object)
    committee_asked = Signal(object)
    minutes_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: UUID | None = None
        self._title = ElidedLabel("", Level.TITLE)
        self._title.setObjectName("meeting_title")
        self._number = ElidedLabel("", Level.SOFT)
        self._state = Pill(parent=self)
        self._committee = KeyButton("", "F5", Kind.PRIMARY)
        self._committee.setObjectName("meeting_committee")
        self._minutes = KeyButton(self.tr("Procès-verbal…"), "Ctrl+P")
        self._minutes.setObjectName("meeting_minutes")
        self._missing = label("", wraps=True, role=Role.WAITING)
        self._missing.setObjectName("meeting_missing")
        self.form = MeetingForm()
        self.agenda = AgendaEditor()
        self.roster = Roster()
        tabs = (("agenda", self.tr("Ordre du jour")), ("roster", self.tr("Membres")))
        self._tabs = TabStrip(tabs, self.tr("Contenu de la séance"))
        self._stack = QStackedWidget()
        for each in (self.agenda, self.roster):
            self._stack.addWidget(each)
        self._lay_out()
        self._connect()

    @property
    def meeting_id(self) -> UUID | None:
        """The meeting shown, None before the first."""
        return self._shown

    def show_detail(
        self,
        detail: MeetingDetail,
        candidates: Sequence[DossierRow],
        members: Sequence[Member],
    ) -> None:
        """Show a meeting. Emits nothing.

        Args:
            detail: The meeting.
            candidates: Dossiers that may be on its agenda.
            members: Those in office, who may preside.
        """
        row = detail.row
        is_same = self._shown == row.id
        self._shown = row.id
        is_editable = row.state is MeetingState.PREPARATION
        self._title.setText(long_date_with_day(row.draft.held_on).capitalize())
        self._number.setText(row.number)
        self._state.set_state(word(row.state), *STATES[row.state])
        self._missing.setText("\n".join(detail.missing))
        self._missing.setVisible(bool(detail.missing))
        self.form.show_draft(row.draft, members, is_editable=is_editable, is_same=is_same)
        self.agenda.show_agenda(candidates, detail.agenda, is_editable=is_editable)
        self.roster.show_members(detail.members, row.draft.presiding_member_id)
        self._tabs.set_badge("agenda", str(len(detail.agenda)))
        self._tabs.set_badge("roster", str(len(detail.members)))
        self._show_actions(row.state)

    def take_keyboard(self) -> None:
        """Let the date be typed."""
        self.form.take_keyboard()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tabs.bar.updateGeometry()  # its tabs were counted before they were dressed

    def _show_actions(self, state: MeetingState) -> None:
        words = {
            MeetingState.PREPARATION: self.tr("Ouvrir le mode comité"),
            MeetingState.OPEN: self.tr("Reprendre la séance"),
            MeetingState.CLOSED: self.tr("Revoir la séance"),
        }
        is_closed = state is MeetingState.CLOSED
        self._committee.set_text(words[state])
        self._committee.set_kind(Kind.SECONDARY if is_closed else Kind.PRIMARY)
        self._minutes.set_kind(Kind.PRIMARY if is_closed else Kind.SECONDARY)
        self._minutes.setVisible(is_closed)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._title)
        below = QHBoxLayout()
        below.setSpacing(SPACE.related)
        below.addWidget(self._number)
        below.addWidget(self._state)
        below.addStretch(1)
        names.addLayout(below)
        head = QHBoxLayout()
        head.setSpacing(SPACE.related)
        head.addLayout(names, 1)
        head.addWidget(self._minutes)
        head.addWidget(self._committee)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.card)
        whole.setSpacing(SPACE.related)
        whole.addLayout(head)
        whole.addWidget(self._missing)
        whole.addWidget(self.form)
        whole.addWidget(self._tabs)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.form.edited.connect(self.draft_edited)
        self.agenda.agenda_asked.connect(self.agenda_asked)
        self._committee.clicked.connect(lambda: self.committee_asked.emit(self._shown))
        self._minutes.clicked.connect(lambda: self.minutes_asked.emit(self._shown))
        self._tabs.requested.connect(self._on_tab_requested)

    def _on_tab_requested(self, key: str) -> None:
        self._stack.setCurrentWidget(self.roster if key == "roster" else self.agenda)
