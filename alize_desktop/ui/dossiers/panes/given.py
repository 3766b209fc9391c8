"""A pane that shows a view made elsewhere, for the dossier."""

from typing import Protocol, cast
from uuid import UUID

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.dossiers import DossierDetail
from alize_desktop.ui.dossiers.panes.base import Pane


class GivenView(Protocol):
    """What another part of the program shows of a dossier."""

    @property
    def said(self) -> SignalInstance:
        """A short message for the user. Arg: the text."""

    def show_dossier(self, dossier_id: UUID | None) -> None:
        """Show a dossier; None for one that is not written yet."""


class GivenPane(Pane):
    """Gives the dossier that is shown to a view.

    Args:
        view: A widget that is a ``GivenView``.
        above: Pane of fields that stands over it, None for the view alone.
        parent: Parent widget.
    """

    def __init__(
        self, view: QWidget, above: Pane | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.view = cast("GivenView", view)
        self._above = above
        if above is not None:
            self.bindings = above.bindings
            above.column.setContentsMargins(0, 0, 0, 0)
            self.column.addWidget(above)
        self.column.addWidget(view, 1)

    @override
    def show_detail(self, detail: DossierDetail | None) -> None:
        if self._above is not None:
            self._above.show_detail(detail)
        self.view.show_dossier(detail.id if detail else None)
