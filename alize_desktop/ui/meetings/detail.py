"""One meeting: where it stands, its fields, its agenda, its answers, its roster."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.enums import MeetingEventKind, MeetingKind, MeetingState
from alize_desktop.models.records.dossier_list import DossierRow
from alize_desktop.models.records.meetings import AgendaProposal, MeetingDetail, MeetingRow
from alize_desktop.models.records.people import Member
from alize_desktop.ui.meetings.agenda_editor import AgendaEditor
from alize_desktop.ui.meetings.answers import AnswersPane
from alize_desktop.ui.meetings.form import MeetingForm
from alize_desktop.ui.meetings.history import HistoryCard
from alize_desktop.ui.meetings.roster import Roster
from alize_desktop.ui.meetings.stage import StageCard
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.labels import ElidedLabel, Level
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.ui.widgets.tabs import TabStrip
from alize_desktop.wording.dates import long_date, long_date_with_day, time_text
from alize_desktop.wording.labels import label as word


class MeetingPane(QWidget):
    """Shows one meeting, and what can be done with it now.

    Args:
        local: Gives the programme's wall clock.
        parent: Parent widget.

    Signals:
        draft_edited: A field was changed. Arg: the ``MeetingDraft``.
        action_asked: A button of the meeting was pressed. Arg: the ``MeetingAction``.
    """

    draft_edited = Signal(object)
    action_asked = Signal(object)

    def __init__(
        self, local: Callable[[datetime], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._local = local
        self._detail: MeetingDetail | None = None
        self._title = ElidedLabel("", Level.TITLE)
        self._title.setObjectName("meeting_title")
        self._about = ElidedLabel("", Level.SOFT)
        self._about.setObjectName("meeting_about")
        self.stage = StageCard()
        self.form = MeetingForm()
        self.history = HistoryCard(local)
        self.agenda = AgendaEditor()
        self.answers = AnswersPane()
        self.roster = Roster()
        self._pages: dict[str, QWidget] = {
            "fields": self._fields_page(),
            "agenda": self.agenda,
            "answers": self.answers,
            "roster": self.roster,
        }
        self._takers: dict[str, Callable[[], None]] = {
            "fields": self.form.take_keyboard,
            "agenda": self.agenda.take_keyboard,
            "answers": self.answers.table.setFocus,
            "roster": self.roster.table.setFocus,
        }
        self.tabs = self._make_tabs()
        self._stack = QStackedWidget()
        for each in self._pages.values():
            self._stack.addWidget(each)
        self._lay_out()
        self.form.edited.connect(self.draft_edited)
        self.stage.asked.connect(self.action_asked)
        self.tabs.requested.connect(self._on_tab_chosen)
        self.show_tab("agenda")

    def _make_tabs(self) -> TabStrip:
        return TabStrip(
            (
                ("fields", self.tr("Date et rôles")),
                ("agenda", self.tr("Ordre du jour")),
                ("answers", self.tr("Réponses")),
                ("roster", self.tr("Membres")),
            ),
            self.tr("Contenu de la séance"),
        )

    @property
    def detail(self) -> MeetingDetail | None:
        """The meeting shown, None before the first."""
        return self._detail

    @property
    def meeting_id(self) -> UUID | None:
        """Its identifier."""
        return self._detail.row.id if self._detail else None

    def show_detail(
        self,
        detail: MeetingDetail,
        candidates: Sequence[DossierRow],
        proposals: Sequence[AgendaProposal],
        members: Sequence[Member],
        first: MeetingRow | None,
    ) -> None:
        """Show a meeting. Emits nothing.

        Args:
            detail: The meeting.
            candidates: Dossiers that may be on its agenda.
            proposals: Points that the program proposes.
            members: Those in office, who may preside.
            first: Meeting without quorum that it is the second notice of.
        """
        row = detail.row
        is_same = self.meeting_id == row.id
        is_further = is_same and self._detail is not None and self._detail.row.state != row.state
        self._detail = detail
        self._title.setText(long_date_with_day(row.draft.held_on).capitalize())
        self._about.setText(self._about_text(detail))
        self.stage.show_detail(detail)
        self.form.show_draft(row.draft, members, row.state, first, is_same=is_same)
        self.history.show_events(detail.events)
        self.agenda.show_agenda(detail, candidates, proposals, self._frozen_text(detail))
        self.answers.show_detail(detail)
        self.roster.show_members(detail.members, row.draft.presiding_member_id)
        self._show_badges(detail)
        if is_further:
            self._keep_keyboard()

    def show_tab(self, key: str) -> None:
        """Show one of the pages."""
        self.tabs.set_current(key)
        self._stack.setCurrentWidget(self._pages[key])

    def take_keyboard(self) -> None:
        """Let the date be typed."""
        self.show_tab("fields")
        self.form.take_keyboard()

    def _on_tab_chosen(self, key: str) -> None:
        """Show a page; its keys work at once, unless the arrows run along the tabs."""
        self.show_tab(key)
        if not self.tabs.bar.hasFocus():
            self._takers[key]()

    def _keep_keyboard(self) -> None:
        """Take the keyboard back when the button that had it is gone with its step."""
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._takers[self.tabs.current()]()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tabs.bar.updateGeometry()  # its tabs were counted before they were dressed

    def _show_badges(self, detail: MeetingDetail) -> None:
        given = sum(each.kind is not None for each in detail.answers)
        is_asked = detail.row.state is not MeetingState.PREPARATION
        self.tabs.set_badge("agenda", str(len(detail.agenda)))
        self.tabs.set_badge("answers", f"{given}/{len(detail.answers)}" if is_asked else "")
        self.tabs.set_badge("roster", str(len(detail.members)))

    def _about_text(self, detail: MeetingDetail) -> str:
        """Return number, hour, place and rules on one line."""
        draft = detail.row.draft
        is_written = draft.kind is MeetingKind.WRITTEN
        where = word(draft.kind) if is_written else draft.place
        parts = (detail.row.number, time_text(draft.starts_at), where, detail.rules_name)
        return " · ".join(part for part in parts if part)

    def _frozen_text(self, detail: MeetingDetail) -> str:
        """Return why the order cannot change any more; empty while it can, or once it was held."""
        if detail.row.state is not MeetingState.CONVENED:
            return ""
        sent = [each.at for each in detail.events if each.kind is MeetingEventKind.CONVENED]
        words = self.tr(
            "L’ordre de passage est figé depuis la convocation du {day}. "
            "Un point tardif s’ajoute à la fin, si le règlement le permet."
        )
        return words.format(day=long_date(self._local(sent[-1]).date()))

    def _fields_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(2, SPACE.related, 2, SPACE.related)
        column.setSpacing(SPACE.card)
        column.addWidget(self.form)
        column.addWidget(self.history)
        column.addStretch(1)
        return scrolled(page)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._about)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.card)
        column.setSpacing(SPACE.related)
        column.addLayout(head)
        column.addWidget(self.stage)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))  # large text on a small screen
