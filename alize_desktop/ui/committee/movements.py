"""F6: somebody comes or goes, at any step, a ballot open or not."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from alize_desktop.models.records.committee import MovementPreview
from alize_desktop.ui.committee.conductor import Conductor
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.movement_pane import MovementAsked, MovementPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.buttons import Kind


class MovementsDialog(QDialog):
    """Records one movement; the meeting then goes on where it was.

    Attributes:
        pane: Asks who and what.
    """

    def __init__(self, parent: QWidget, conductor: Conductor) -> None:
        """Ask who moves.

        Args:
            parent: The committee window.
            conductor: Writes the movement.
        """
        super().__init__(parent)
        self._conductor = conductor
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("movements_dialog")
        self.setWindowTitle(self.tr("Arrivée, départ, pouvoir"))
        self.pane = MovementPane(self._preview)
        self._record = ActionButton(self.tr("Enregistrer"), "Return", Kind.PRIMARY)
        self._record.setObjectName("movement_record")
        cancel = ActionButton(self.tr("Revenir"), "Esc")
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._record)
        whole = column(self, gap=16, margin=24)
        whole.addWidget(self.pane, 1)
        whole.addLayout(buttons)
        self.resize(scaled(640), scaled(460))
        self._record.clicked.connect(self.pane.advance)
        cancel.clicked.connect(self.pane.leave)
        self.pane.asked.connect(self._on_asked)
        self.pane.given_up.connect(self.reject)
        self.pane.next_changed.connect(self._show_button)
        self._show_button()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pane.begin(self._conductor.state, self._conductor.services.people.members())

    def _preview(self, asked: MovementAsked) -> MovementPreview:
        return self._conductor.services.committee.preview_attendance(
            self._conductor.meeting_id, asked.member_id, asked.kind, asked.holder_id
        )

    def _on_asked(self, asked: MovementAsked) -> None:
        """Record the movement, and stay open when it is refused after all."""
        record = partial(
            self._conductor.services.committee.record_attendance,
            self._conductor.meeting_id,
            asked.member_id,
            asked.kind,
            asked.holder_id,
            asked.document,
        )
        if self._conductor.do(record):
            self.accept()

    def _show_button(self) -> None:
        self._record.setEnabled(self.pane.next_step().is_ready)


def open_movements(parent: QWidget, conductor: Conductor) -> MovementsDialog:
    """Open the dialog over the committee window and return at once."""
    dialog = MovementsDialog(parent, conductor)
    dialog.open()
    return dialog
