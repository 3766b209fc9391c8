"""The counts of an open ballot, and what is already certain."""

from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import BallotOutcome, VoteChoice
from alize_desktop.models.records.ballots import BallotResult
from alize_desktop.models.records.committee import BallotState
from alize_desktop.models.values import Voices
from alize_desktop.ui.committee.choices import vote_sign
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.labels import Level, label, set_role
from alize_desktop.wording.amounts import decimal_text
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.results import live_sentence

_CERTAIN = {BallotOutcome.ADOPTED: Role.GOOD, BallotOutcome.REJECTED: Role.BAD}


class Count(QWidget):
    """A figure in the colour of its meaning, its word beneath."""

    def __init__(self, text: str, role: Role | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._figure = label("0", Level.COUNT, role=role)
        whole = column(self, gap=0)
        whole.addStretch(1)
        whole.addWidget(self._figure)
        whole.addWidget(label(text, Level.SMALL))
        whole.addStretch(1)

    def show_count(self, voices: Voices) -> None:
        """Show a number of voices."""
        self._figure.setText(decimal_text(voices))
        self.setAccessibleName(f"{decimal_text(voices)} {self._text}")


class BallotFoot(QWidget):
    """Counts of the four answers, voices to come, one live sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[VoteChoice, Count] = {}
        line = row(self, gap=20)
        for choice in VoteChoice:
            sign = vote_sign(choice)
            self._counts[choice] = Count(self._short(choice), sign.role)
            line.addWidget(self._counts[choice])
        self._missing = Count(self.tr("à saisir"), None)
        line.addWidget(self._missing)
        self._live = label("", Level.HEADING, wraps=True)
        self._live.setObjectName("live_sentence")
        self._majority = label("", Level.SMALL, wraps=True)
        words = column(gap=2)
        words.addStretch(1)
        words.addWidget(self._live)
        words.addWidget(self._majority)
        words.addStretch(1)
        line.addSpacing(scaled(4))
        line.addLayout(words, 1)

    def show_ballot(self, ballot: BallotState) -> None:
        """Show the counts the file holds."""
        result = ballot.result
        counts = result.counts
        voices = {
            VoteChoice.FOR: counts.votes_for,
            VoteChoice.AGAINST: counts.votes_against,
            VoteChoice.ABSTENTION: counts.abstentions,
            VoteChoice.NOT_PARTICIPATING: counts.not_participating,
        }
        for choice, count in self._counts.items():
            count.show_count(voices[choice])
        self._counts[VoteChoice.NOT_PARTICIPATING].setVisible(bool(counts.not_participating))
        self._missing.show_count(result.remaining)
        self._live.setText(live_sentence(result))
        set_role(self._live, self._role(result))
        rule = result.majority
        self._majority.setText(f"{word(rule.kind)} · {word(rule.base).lower()}")

    def _role(self, result: BallotResult) -> Role | None:
        certain = result.certain if result.remaining else result.outcome
        return _CERTAIN.get(certain) if certain else None

    def _short(self, choice: VoteChoice) -> str:
        words = {
            VoteChoice.FOR: self.tr("pour"),
            VoteChoice.AGAINST: self.tr("contre"),
            VoteChoice.ABSTENTION: self.tr("abstention"),
            VoteChoice.NOT_PARTICIPATING: self.tr("ne vote pas"),
        }
        return words[choice]
