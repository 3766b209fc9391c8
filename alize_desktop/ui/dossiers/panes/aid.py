"""The pane Aide d’État: a view made elsewhere, shown for the dossier."""

from typing import Protocol, cast
from uuid import UUID

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.dossiers import DossierDetail
from alize_desktop.ui.dossiers.panes.base import Pane


class AidSheetView(Protocol):
    """What shows the state aid of a dossier."""

    @property
    def said(self) -> SignalInstance:
        """A short message for the user. Arg: the text."""

    def show_dossier(self, dossier_id: UUID | None) -> None:
        """Show the aid of a dossier; None for one that is not written yet."""


class AidPane(Pane):
    """Gives the dossier that is shown to a view.

    Args:
        view: A widget that is an ``AidSheetView``.
        parent: Parent widget.
    """

    def __init__(self, view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = cast("AidSheetView", view)
        self.column.addWidget(view)

    @override
    def show_detail(self, detail: DossierDetail | None) -> None:
        self.view.show_dossier(detail.id if detail else None)
