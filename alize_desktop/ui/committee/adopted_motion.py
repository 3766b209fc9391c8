"""What was granted before, and what was adopted in words, above the terms of a decision."""

from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import BallotOutcome
from alize_desktop.models.records.ballots import Motion
from alize_desktop.models.records.committee import CurrentItem
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.committee.motions import motion_text
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.amended import before_text


class AdoptedMotion(QWidget):
    """Recalls what was granted before and the motion adopted; they are compared with the terms.

    The program cannot read in a text how many days it grants: terms pre-filled from
    the request may say the opposite of the vote, so they are confirmed as they stand.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._motion = Motion()
        self._confirmed: DecisionDraft | None = None
        self._text = label("", Level.STRONG, wraps=True)
        self._text.setObjectName("decision_motion")
        self._before = label("", Level.BODY, wraps=True)
        self._before.setObjectName("decision_before")
        self._card = Card()
        self._card.body.addWidget(label(self.tr("Ce que le comité a adopté"), Level.CAPTION))
        self._card.body.addWidget(self._text)
        whole = column(self, gap=12)
        whole.addWidget(self._before)
        whole.addWidget(self._card)
        self.hide()

    def show_item(self, item: CurrentItem | None) -> None:
        """Show the motion that a proclaimed ballot adopted, if it was not the dossier."""
        ballot = item.ballot if item and item.ballot and item.ballot.proclaimed_at else None
        is_adopted = ballot is not None and ballot.result.outcome is BallotOutcome.ADOPTED
        motion = ballot.motion if ballot is not None and is_adopted else Motion()
        if motion != self._motion:
            self._motion, self._confirmed = motion, None
        self._text.setText(motion_text(motion))
        self._before.setText(before_text(item.line) if item else "")
        show_if(self._before, shown=bool(self._before.text()))
        show_if(self._card, shown=bool(self._text.text()))
        self.setVisible(bool(self._text.text() or self._before.text()))

    def awaits(self, draft: DecisionDraft) -> bool:
        """Return whether the terms of a draft are to be confirmed before they are final."""
        is_granted = draft.outcome in APPROVALS and bool(self._motion.text)
        return is_granted and draft != self._confirmed

    def confirm(self, draft: DecisionDraft) -> None:
        """Take the terms of a draft as those adopted, until one of them changes."""
        self._confirmed = draft
