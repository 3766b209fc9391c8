"""What the buttons of the pages of a partner do: each asks first, writes once, tells everybody."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.people.partner_tools import PartnerTools
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.ui.widgets.form_dialog import FormDialog


class PartnerDeeds(QObject):
    """Opens the dialog of an action, and says what was written.

    Args:
        tools: Services and surroundings.
        view: For which it writes; dialogs are about its window.

    Attributes:
        tools: Services and surroundings.

    Signals:
        said: A short message for the user. Arg: the text.
    """

    said = Signal(str)

    def __init__(self, tools: PartnerTools, view: QWidget) -> None:
        super().__init__(view)
        self.tools = tools
        self._view = view

    def window(self) -> QWidget:
        """Return the window that dialogs are about."""
        return self._view.window()

    def open(self, dialog: FormDialog, said: str) -> None:
        """Open a dialog; once it wrote, say so.

        Args:
            dialog: Made about ``window``.
            said: What is said then.
        """
        dialog.written.connect(partial(self._on_written, said))
        dialog.open()

    def remove(self, question: str, write: "partial[Changes]", said: str) -> None:
        """Take something away, once that is confirmed."""
        confirm(self.window(), question, self.tr("Retirer"), partial(self._do, write, said))

    def tell(self, changes: Changes) -> None:
        """Tell everybody what a dialog wrote by itself."""
        self.tools.bus.changed.emit(changes, self)

    def _do(self, write: "partial[Changes]", said: str) -> None:
        try:
            changes = write()
        except UserError as error:
            show_error(self.window(), error, self.tools.log_file)
            return
        self._on_written(said, changes)

    def _on_written(self, said: str, changes: Changes) -> None:
        self.tell(changes)
        self.said.emit(said)
