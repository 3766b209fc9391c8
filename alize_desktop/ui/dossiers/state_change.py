"""Moving a dossier to another state by hand, with its reason when one is needed."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.dossiers import DossierDetail
from alize_desktop.rules.dossier_states import needs_reason
from alize_desktop.services.dossiers import DossierService
from alize_desktop.ui.dossiers.state_dialog import StateReasonDialog
from alize_desktop.ui.errors import show_error


class StateChange(QObject):
    """Asks why, when the rules want to know, then writes the state.

    Args:
        dossiers: Writes the state.
        window: Parent of the dialogs, and of this object.
        log_file: The log, named when an error is a bug.

    Signals:
        written: The dossier is in another state. Arg: the ``Changes``.
    """

    written = Signal(object)

    def __init__(self, dossiers: DossierService, window: QWidget, log_file: Path) -> None:
        super().__init__(window)
        self._dossiers = dossiers
        self._window = window
        self._log_file = log_file

    def ask(self, detail: DossierDetail, state: DossierState) -> None:
        """Move a dossier to ``state``, now or once the reason is given."""
        if not needs_reason(detail.state, state):
            self._change(detail.id, state, "")
            return
        dialog = StateReasonDialog(detail.sheet.company.name, state, self._window.window())
        dialog.given.connect(lambda reason: self._change(detail.id, state, reason))
        dialog.open()

    def _change(self, dossier_id: UUID, state: DossierState, reason: str) -> None:
        try:
            changes = self._dossiers.change_state(dossier_id, state, reason)
        except UserError as error:
            show_error(self._window.window(), error, self._log_file)
        else:
            self.written.emit(changes)
