"""The register of what was sent: whether the notice left in time, the lines, one more."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.meeting_papers import NoticeCheck
from alize_desktop.models.records.papers import Sending
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.papers.sending_form import AskedSending, SendingForm
from alize_desktop.ui.papers.tools import PaperTools
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.labels import Level, label, set_role
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label as word


class SendingsPage(QWidget):
    """Shows the register of a meeting, and records in it.

    Args:
        meeting_id: The meeting.
        tools: Services and surroundings.
        parent: Parent widget.
    """

    def __init__(self, meeting_id: UUID, tools: PaperTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting_id = meeting_id
        self._tools = tools
        self._check = label("", Level.BODY, wraps=True)
        self._check.setObjectName("notice_check")
        self.form = SendingForm(tools.today)
        columns: tuple[Column[Sending], ...] = (
            Column("day", self.tr("Parti le"), _day, width=110, sortable=False),
            Column(
                "recipient",
                self.tr("Destinataire"),
                lambda each: each.recipient,
                note=lambda each: each.note,
                width=220,
                stretches=True,
                sortable=False,
            ),
            Column(
                "paper",
                self.tr("Papier"),
                lambda each: word(each.kind),
                note=lambda each: word(each.means),
                width=170,
                sortable=False,
            ),
        )
        self._rows: RecordTableModel[Sending] = RecordTableModel(columns, lambda each: each.id)
        self.table = RecordTable(self._rows, self.tr("Registre des envois"))
        self.table.setObjectName("sending_table")
        self._lay_out()
        self.form.asked.connect(self._on_asked)

    def refresh(self) -> None:
        """Read the register again.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        sendings = self._tools.services.sendings
        check = sendings.notice_check(self._meeting_id)
        self._show_check(check)
        self._rows.set_rows(sendings.sendings(self._meeting_id)[::-1])
        members = self._tools.services.meetings.detail(self._meeting_id).members
        self.form.show_members([each for each in members if each.has_seat], check.waiting)

    def take_keyboard(self) -> None:
        """Let members be ticked."""
        self.form.members.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_check(self, check: NoticeCheck) -> None:
        sign = "●" if check.is_kept else "▼"
        self._check.setText(f"{sign}\u00a0{check.sentence}")
        role = Role.BAD if check.late else Role.WAITING
        set_role(self._check, Role.GOOD if check.is_kept else role)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE.group)
        register = QVBoxLayout()
        register.setSpacing(SPACE.related)
        register.addWidget(label(self.tr("Registre des envois"), Level.HEADING))
        register.addWidget(self.table, 1)
        row.addLayout(register, 1)
        row.addWidget(self.form, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, SPACE.related, 0, 0)
        column.setSpacing(SPACE.card)
        column.addWidget(self._check)
        column.addLayout(row, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))

    def _on_asked(self, asked: AskedSending) -> None:
        """Record a line for each; those recorded before a refusal stay."""
        record = self._tools.services.sendings.record
        nobody: tuple[UUID | None, ...] = (None,) if asked.recipient else ()
        try:
            for each in (*asked.members, *nobody):
                to = "" if each else asked.recipient
                means, day = asked.means, asked.sent_on
                record(self._meeting_id, each, asked.kind, means, day, asked.note, to)
        except UserError as error:
            show_error(self.window(), error, self._tools.log_file)
        else:
            self.form.clear()
        self._tools.bus.changed.emit(Changes(meetings=frozenset({self._meeting_id})), self)
        self.refresh()
        self.take_keyboard()


def _day(sending: Sending) -> str:
    return short_date(sending.sent_on)
