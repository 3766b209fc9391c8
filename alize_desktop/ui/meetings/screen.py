"""The meetings: the list beside the one being prepared."""

from collections.abc import Callable
from datetime import time
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.meetings import MeetingDetail, MeetingDraft, MeetingRow
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.meetings.agenda_deeds import AgendaDeeds
from alize_desktop.ui.meetings.deeds import MeetingDeeds
from alize_desktop.ui.meetings.detail import MeetingPane
from alize_desktop.ui.meetings.meeting_list import MeetingList
from alize_desktop.ui.meetings.stage import MeetingAction
from alize_desktop.ui.meetings.tools import MeetingTools
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.splitter import RememberedSplitter

_USUAL_HOUR = time(14, 0)


class MeetingsScreen(QWidget):
    """Prepares meetings; holding one is for the committee window.

    Each field and each change of the agenda is written at once: there is
    nothing to save.

    Args:
        tools: Services and surroundings.

    Signals:
        committee_requested: Open the committee mode. Arg: the meeting's identifier.
        minutes_requested: Write the minutes. Arg: the meeting's identifier.
        papers_asked: Show the papers. Arg: the meeting's identifier.
        rehearsal_asked: Rehearse on a copy. Arg: the meeting's identifier.
    """

    committee_requested = Signal(object)
    minutes_requested = Signal(object)
    papers_asked = Signal(object)
    rehearsal_asked = Signal(object)

    def __init__(self, tools: MeetingTools) -> None:
        super().__init__()
        self._tools = tools
        self._rows: tuple[MeetingRow, ...] = ()
        self.list = MeetingList()
        self.pane = MeetingPane(tools.local)
        self._deeds = MeetingDeeds(tools, self)
        self._agenda = AgendaDeeds(tools, self)
        self._empty = self._make_empty()
        panes = ((self.list, 340), (self.pane, 880))
        self._splitter = RememberedSplitter("meetings", tools.window, panes)
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
        self._show(self.pane.meeting_id)

    def take_keyboard(self) -> None:
        """Give the keyboard to the list, or to the one button when there is none."""
        shown = self.list.table if self.list.isEnabled() else self._empty.button
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_meeting(self, meeting_id: UUID) -> None:
        """Look at a meeting."""
        self._show(meeting_id)

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to lose an unread date or hour."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()  # what is typed is written
        if not self.pane.form.holds_unread():
            on_left()
            return

        self.pane.show_tab("fields")  # the question is about what is typed there

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

    def _connect(self) -> None:
        self.list.meeting_chosen.connect(self._on_another_chosen)
        self.list.meeting_opened.connect(self.committee_requested)
        self.list.new_asked.connect(self._on_new_asked)
        self._empty.requested.connect(self._on_new_asked)
        self.pane.draft_edited.connect(self._on_draft_edited)
        self.pane.action_asked.connect(self._on_action)
        agenda = self.pane.agenda
        agenda.add_asked.connect(self._with_detail(self._agenda.add))
        agenda.remove_asked.connect(self._agenda.remove)
        agenda.order_asked.connect(self._with_detail(self._agenda.reorder))
        agenda.information_asked.connect(self._with_detail(self._agenda.add_information))
        agenda.amendment_asked.connect(self._with_detail(self._agenda.add_amendment))
        self.pane.answers.answer_asked.connect(self._with_detail(self._deeds.answer))
        self._deeds.answered.connect(self.pane.answers.go_on)
        self._deeds.made.connect(self.show_meeting)
        for each in (self._deeds, self._agenda):
            each.written.connect(self.refresh)
        self._tools.bus.changed.connect(self._on_changed)

    def _with_detail(self, action: Callable[..., None]) -> Callable[..., None]:
        """Return an action that is given the meeting shown before anything else."""

        def act(*asked: object) -> None:
            if self.pane.detail is not None:
                action(self.pane.detail, *asked)

        return act

    def _show(self, wanted: UUID | None) -> None:
        self._rows = self._tools.meetings.rows()
        ids = [row.id for row in self._rows]
        chosen = wanted if wanted in ids else next(iter(ids), None)
        self._stack.setCurrentWidget(self._splitter if ids else self._empty)
        self.list.setEnabled(bool(ids))  # one Ctrl+N at a time
        self.list.show_rows(self._rows, chosen)
        if chosen is not None:
            self._show_detail(chosen)

    def _show_detail(self, meeting_id: UUID) -> None:
        detail = self._tools.meetings.detail(meeting_id)
        first = detail.row.draft.second_notice_of
        self.pane.show_detail(
            detail,
            self._tools.meetings.candidates(meeting_id),
            self._tools.agenda.proposals(meeting_id),
            self._tools.people.members(),
            next((row for row in self._rows if row.id == first), None),
        )

    def _on_another_chosen(self, meeting_id: UUID) -> None:
        shown = self.pane.meeting_id
        if shown not in (None, meeting_id) and self.pane.form.holds_unread():
            self.refresh()  # the list points again at the meeting that is shown
            self.try_leave(partial(self.show_meeting, meeting_id))
        else:
            self._show_detail(meeting_id)

    def _on_new_asked(self) -> None:
        self.try_leave(self._make_meeting)

    def _make_meeting(self) -> None:
        rows, today = self._tools.meetings.rows(), self._tools.today()
        last = rows[0].draft if rows else MeetingDraft(today, _USUAL_HOUR)
        draft = MeetingDraft(today, last.starts_at, last.place, None, last.secretary)
        try:
            meeting_id, changes = self._tools.meetings.create(draft)
        except UserError as error:
            show_error(self, error, self._tools.log_file)
            return
        self._tools.bus.changed.emit(changes, self)
        self.show_meeting(meeting_id)
        self.pane.take_keyboard()

    def _on_draft_edited(self, draft: MeetingDraft) -> None:
        meeting_id = self.pane.meeting_id
        if meeting_id is not None:
            self._deeds.do(lambda: self._tools.meetings.save(meeting_id, draft))

    def _on_action(self, action: MeetingAction) -> None:
        detail = self.pane.detail
        if detail is None:
            return
        answers: dict[MeetingAction, Callable[[MeetingDetail], None]] = {
            MeetingAction.CONVENE: self._deeds.convene,
            MeetingAction.APPROVE: self._deeds.approve,
            MeetingAction.MINUTES: lambda each: self.minutes_requested.emit(each.row.id),
            MeetingAction.COMMITTEE: lambda each: self.committee_requested.emit(each.row.id),
            MeetingAction.PAPERS: lambda each: self.papers_asked.emit(each.row.id),
            MeetingAction.REHEARSE: lambda each: self.rehearsal_asked.emit(each.row.id),
            MeetingAction.SECOND: self._deeds.call_again,
            MeetingAction.REOPEN: self._deeds.reopen,
            MeetingAction.DELETE: self._deeds.delete,
        }
        self.try_leave(partial(answers[action], detail))

    def _on_changed(self, changes: Changes, maker: object) -> None:
        touched = changes.meetings or changes.dossiers or changes.people or changes.rules
        if maker is not self and touched:
            self.refresh()
