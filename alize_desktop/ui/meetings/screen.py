"""The meetings: the list beside the one being prepared."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.meetings import MeetingDraft, MeetingRow
from alize_desktop.services.meetings import MeetingService
from alize_desktop.services.people import PeopleService
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.meetings.detail import MeetingPane
from alize_desktop.ui.meetings.meeting_list import MeetingList
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.ui.widgets.empty import EmptyState

_USUAL_HOUR = time(14, 0)
_SPLITTER = "meetings/splitter"


def today_in_paris() -> date:
    """Return the day it is in the zone of most programmes."""
    return datetime.now(ZoneInfo("Europe/Paris")).date()


class MeetingsScreen(QWidget):
    """Prepares meetings; holding one is for the committee window.

    Each field and each change of the agenda is written at once: there is
    nothing to save.

    Signals:
        committee_requested: Open the committee mode. Arg: the meeting's identifier.
        minutes_requested: Export the minutes. Arg: the meeting's identifier.
    """

    committee_requested = Signal(object)
    minutes_requested = Signal(object)

    def __init__(
        self,
        meetings: MeetingService,
        people: PeopleService,
        bus: Bus,
        window: QSettings,
        log_file: Path,
        today: Callable[[], date] = today_in_paris,
    ) -> None:
        """Read the meetings and show the newest.

        Args:
            meetings: Service of the preparation.
            people: Service of the members.
            bus: Told of every change.
            window: Where the splitter is remembered.
            log_file: Named when a bug is shown.
            today: Day proposed for a new meeting.
        """
        super().__init__()
        self._meetings, self._people = meetings, people
        self._bus, self._window = bus, window
        self._log_file, self._today = log_file, today
        self.list = MeetingList()
        self.pane = MeetingPane()
        self._empty = self._make_empty()
        self._splitter = self._make_splitter()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the meetings again, keeping the one looked at."""
        rows = self._meetings.rows()
        self._show(rows, self.pane.meeting_id)

    def take_keyboard(self) -> None:
        """Give the keyboard to the list, or to the one button when there is none."""
        shown = self.list.table if self.list.isEnabled() else self._empty.button
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_meeting(self, meeting_id: UUID) -> None:
        """Look at a meeting."""
        self._show(self._meetings.rows(), meeting_id)

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to lose an unread date or hour."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()  # what is typed is written
        if not self.pane.form.holds_unread():
            on_left()
            return

        def leave() -> None:
            self.pane.form.give_up()
            on_left()

        confirm(
            self.window(),
            self.tr(
                "La date ou l’heure de cette séance n’est pas lisible\u00a0: elle n’est pas écrite."
            ),
            self.tr("Quitter sans l’écrire"),
            leave,
            detail=self.tr("La séance garde la date et l’heure qu’elle avait."),
            cancel=self.tr("Corriger"),
        )

    def _make_empty(self) -> EmptyState:
        made = EmptyState(
            self.tr("Aucune séance n’est prévue. Préparez la première."),
            self.tr("Nouvelle séance"),
            "Ctrl+N",
            parent=self,
        )
        made.button.setObjectName("meeting_first")
        return made

    def _make_splitter(self) -> QSplitter:
        made = QSplitter(Qt.Orientation.Horizontal)
        made.setObjectName("meetings_splitter")
        made.setChildrenCollapsible(False)
        made.setHandleWidth(1)
        made.addWidget(self.list)
        made.addWidget(self.pane)
        made.setStretchFactor(1, 1)
        made.setSizes([360, 860])
        kept = self._window.value(_SPLITTER)
        if isinstance(kept, QByteArray):
            made.restoreState(kept)
        return made

    def _connect(self) -> None:
        self.list.meeting_chosen.connect(self._on_another_chosen)
        self.list.meeting_opened.connect(self.committee_requested)
        self.list.new_asked.connect(self._on_new_asked)
        self._empty.requested.connect(self._on_new_asked)
        self.pane.draft_edited.connect(self._on_draft_edited)
        self.pane.agenda_asked.connect(self._on_agenda_asked)
        self.pane.committee_asked.connect(self.committee_requested)
        self.pane.minutes_asked.connect(self.minutes_requested)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self._bus.changed.connect(self._on_changed)

    def _show(self, rows: tuple[MeetingRow, ...], wanted: UUID | None) -> None:
        ids = [row.id for row in rows]
        chosen = wanted if wanted in ids else next(iter(ids), None)
        self._stack.setCurrentWidget(self._splitter if rows else self._empty)
        self.list.setEnabled(bool(rows))  # one Ctrl+N at a time
        self.list.show_rows(rows, chosen)
        if chosen is not None:
            self._on_meeting_chosen(chosen)

    def _do(self, action: Callable[[], Changes]) -> None:
        """Write, tell everybody, and show what the file holds, whatever happened."""
        try:
            changes = action()
        except UserError as error:
            show_error(self, error, self._log_file)
        else:
            self._bus.changed.emit(changes, self)
        finally:
            self.refresh()

    def _on_meeting_chosen(self, meeting_id: UUID) -> None:
        detail = self._meetings.detail(meeting_id)
        candidates = self._meetings.candidates(meeting_id)
        self.pane.show_detail(detail, candidates, self._people.members())

    def _on_another_chosen(self, meeting_id: UUID) -> None:
        shown = self.pane.meeting_id
        if shown not in (None, meeting_id) and self.pane.form.holds_unread():
            self.refresh()  # the list points again at the meeting that is shown
            self.try_leave(partial(self.show_meeting, meeting_id))
        else:
            self._on_meeting_chosen(meeting_id)

    def _on_new_asked(self) -> None:
        self.try_leave(self._make_meeting)

    def _make_meeting(self) -> None:
        rows = self._meetings.rows()
        last = rows[0].draft if rows else MeetingDraft(self._today(), _USUAL_HOUR)
        draft = MeetingDraft(self._today(), last.starts_at, last.place, None, last.secretary)
        try:
            meeting_id, changes = self._meetings.create(draft)
        except UserError as error:
            show_error(self, error, self._log_file)
            return
        self._bus.changed.emit(changes, self)
        self.show_meeting(meeting_id)
        self.pane.take_keyboard()

    def _on_draft_edited(self, draft: MeetingDraft) -> None:
        meeting_id = self.pane.meeting_id
        if meeting_id is not None:
            self._do(lambda: self._meetings.save(meeting_id, draft))

    def _on_agenda_asked(self, dossier_ids: tuple[UUID, ...]) -> None:
        meeting_id = self.pane.meeting_id
        if meeting_id is not None:
            self._do(lambda: self._meetings.set_agenda(meeting_id, dossier_ids))

    def _on_changed(self, changes: Changes, maker: object) -> None:
        if maker is not self and (changes.meetings or changes.dossiers or changes.people):
            self.refresh()

    def _on_splitter_moved(self, *_where: int) -> None:
        self._window.setValue(_SPLITTER, self._splitter.saveState())
