"""The buttons that open a ballot, one a form, on the digits 1 to 4."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import BallotForm, MeetingKind
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.flow import FlowLayout

translate = QCoreApplication.translate

FORMS: Final = (BallotForm.NAMED, BallotForm.HANDS, BallotForm.SECRET, BallotForm.CONSENSUS)
"""In the order of their keys, 1 to 4."""


def opening_text(form: BallotForm) -> str:
    """Return what the large button says: « Ouvrir le vote nominatif »."""
    return {
        BallotForm.NAMED: translate("forms", "Ouvrir le vote nominatif"),
        BallotForm.HANDS: translate("forms", "Ouvrir le vote à main levée"),
        BallotForm.SECRET: translate("forms", "Ouvrir le scrutin secret"),
        BallotForm.CONSENSUS: translate("forms", "Demander s’il y a une opposition"),
    }[form]


def usual_form(state: CommitteeState) -> BallotForm:
    """Return the form of the rules; a written consultation has names only."""
    if state.row.draft.kind is MeetingKind.WRITTEN:
        return BallotForm.NAMED
    return state.rules.ballot_form


class BallotForms(FlowLayout):
    """The four forms; the one that Space opens is marked.

    Args:
        pane: Step they belong to.
        open_ballot: Opens a ballot in a form.
    """

    def __init__(self, pane: StepPane, open_ballot: Callable[[BallotForm], object]) -> None:
        super().__init__(spacing=scaled(SPACE.related))
        self._buttons: dict[BallotForm, ActionButton] = {}
        names = {
            BallotForm.NAMED: translate("forms", "Vote nominatif"),
            BallotForm.HANDS: translate("forms", "Main levée"),
            BallotForm.SECRET: translate("forms", "Scrutin secret"),
            BallotForm.CONSENSUS: translate("forms", "Consensus"),
        }
        for number, form in enumerate(FORMS, start=1):
            identifier = f"ballot.{form.value}"
            made = pane.button(
                str(number), names[form], partial(open_ballot, form), identifier=identifier
            )
            made.setObjectName(f"ballot_form_{form.value}")
            made.setCheckable(True)
            self._buttons[form] = made
            self.addWidget(made)

    def show_state(self, state: CommitteeState, *, is_ready: bool) -> None:
        """Show which forms may be used, and the one of the rules."""
        is_written = state.row.draft.kind is MeetingKind.WRITTEN
        for form, button in self._buttons.items():
            button.setVisible(form is BallotForm.NAMED or not is_written)
            button.setChecked(form is usual_form(state))
            button.setEnabled(is_ready)
