"""The list of meetings, newest first."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.enums import MeetingKind, MeetingState
from alize_desktop.models.records.meetings import MeetingRow
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.names import counted

STATES = {
    MeetingState.PREPARATION: (Role.NEUTRAL, Shape.RING),
    MeetingState.CONVENED: (Role.WAITING, Shape.RIGHT),
    MeetingState.OPEN: (Role.PRIMARY, Shape.DISC),
    MeetingState.CLOSED: (Role.GOOD, Shape.HALF),
    MeetingState.APPROVED: (Role.GOOD, Shape.CHECK),
}
"""Colour and shape of the pill of a meeting."""


class MeetingList(QWidget):
    """Shows the meetings, and offers a new one.

    Signals:
        meeting_chosen: The user moved to a meeting. Arg: its identifier.
        meeting_opened: Enter or a double click on a meeting. Arg: its identifier.
        new_asked: « Nouvelle séance » was pressed.
    """

    meeting_chosen = Signal(object)
    meeting_opened = Signal(object)
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns: tuple[Column[MeetingRow], ...] = (
            Column("number", self.tr("Séance"), self._date, note=self._note, stretches=True),
            Column(
                "state",
                self.tr("État"),
                self._state,
                state=lambda row: STATES[row.state],
                width=150,
            ),
        )
        fixed = [replace(column, sortable=False) for column in columns]
        self._model: RecordTableModel[MeetingRow] = RecordTableModel(fixed, lambda row: row.id)
        self.table = RecordTable(self._model, self.tr("Séances"))
        self.table.setObjectName("meeting_list")
        new = KeyButton(self.tr("Nouvelle séance"), "Ctrl+N", Kind.PRIMARY)
        new.setObjectName("meeting_new")
        head = FlowLayout(spacing=SPACE.card)
        head.addWidget(label(self.tr("Séances"), Level.TITLE))
        head.addWidget(new)
        above = QVBoxLayout()
        above.setContentsMargins(SPACE.card, SPACE.card, SPACE.card, 0)
        above.addLayout(head)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE.card)
        whole.addLayout(above)
        whole.addWidget(self.table, 1)
        new.clicked.connect(self.new_asked)
        self.table.row_chosen.connect(self.meeting_chosen)
        self.table.row_opened.connect(self.meeting_opened)

    def show_rows(self, rows: Sequence[MeetingRow], chosen: UUID | None) -> None:
        """Show the meetings and which one is looked at. Emits nothing."""
        self.table.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._model.set_rows(rows)
        self.table.choose(chosen)
        self.table.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _state(self, row: MeetingRow) -> str:
        if row.state is MeetingState.APPROVED:
            return self.tr("PV approuvé")
        return word(row.state)

    def _date(self, row: MeetingRow) -> str:
        return long_date(row.draft.held_on)

    def _note(self, row: MeetingRow) -> str:
        is_written = row.draft.kind is MeetingKind.WRITTEN
        where = self.tr("par écrit") if is_written else row.draft.place
        dossiers = counted(row.dossiers, self.tr("dossier"))
        return " · ".join(part for part in (row.number, where, dossiers) if part)
