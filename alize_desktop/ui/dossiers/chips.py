"""Chips that filter the list of dossiers by state, each with its count."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import DossierState
from alize_desktop.ui.dossiers.columns import state_plural
from alize_desktop.ui.widgets.chip import ChipRow

translate = QCoreApplication.translate


class StateChips(ChipRow[DossierState]):
    """« Tous », then the states that some dossier is in.

    Signals:
        states_requested: Arg: the frozenset of states; empty for all.
    """

    states_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        words = [(state, state_plural(state)) for state in DossierState]
        super().__init__(
            translate("dossiers", "Filtrer par état"), translate("dossiers", "Tous"), words, parent
        )
        self.requested.connect(self.states_requested)
