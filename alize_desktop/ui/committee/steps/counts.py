"""A show of hands, or a secret ballot: figures instead of names."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import MajorityBase
from alize_desktop.models.records.ballots import BallotResult
from alize_desktop.models.records.committee import BallotState, CommitteeState
from alize_desktop.rules.tally import tally
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.motions import motion_text
from alize_desktop.ui.committee.steps.abandoning import Abandoning
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.committee.steps.count_forms import CountForm, HandsForm, SecretForm
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.results import live_sentence


class CountsStep(StepPane):
    """Takes the figures; Enter goes on and records what is counted so far.

    Signals:
        counts_asked: Record what is counted. Args: agenda item's id, ``CountProtocol``.
        closing_asked: Close the ballot. Arg: agenda item's id.
        abandoning_asked: Abandon the ballot. Arg: agenda item's id.
    """

    counts_asked = Signal(object, object)
    closing_asked = Signal(object)
    abandoning_asked = Signal(object)

    def __init__(self, form: CountForm, parent: QWidget | None = None) -> None:
        """Show a form.

        Args:
            form: Figures of this kind of ballot.
            parent: Parent widget.
        """
        super().__init__(parent)
        self.form = form
        self._company = ""
        self._item_id: UUID | None = None
        self._ballot: BallotState | None = None
        self._motion = label("", Level.HEADING, wraps=True)
        self._live = label("", Level.HEADING, wraps=True)
        self._live.setObjectName("live_sentence")
        self._majority = label("", Level.SMALL, wraps=True)
        self._abandoning = Abandoning(self, self._on_abandoned)
        self.foot = self._make_foot()
        form.bind_to(self)
        whole = column(self, gap=16)
        whole.addWidget(self._motion)
        whole.addWidget(form)
        keys = row()
        keys.addWidget(self._abandoning.button)
        keys.addStretch(1)
        whole.addLayout(keys)
        whole.addStretch(1)
        form.changed.connect(self._on_changed)
        form.settled.connect(self._record)
        form.left.connect(self._take_keyboard)

    @override
    def title(self) -> str:
        return self._company

    @override
    def show_state(self, state: CommitteeState) -> None:
        item = state.current
        if item is None or item.ballot is None:
            return
        before, self._ballot = self._ballot, item.ballot
        self._company, self._item_id = item.sheet.company.name, item.line.id
        if _subject(before) != _subject(item.ballot):
            self.form.begin(state)
        motion = motion_text(item.ballot.motion)
        self._motion.setText(motion)
        self._motion.setVisible(bool(motion))
        self._abandoning.reset()
        self._on_changed()

    @override
    def next_step(self) -> NextStep:
        text = self.tr("Clore le vote")
        why = self.form.obstacle()
        if why:
            return NextStep(self.tr("{what} : {why}").format(what=text, why=why), is_ready=False)
        return NextStep(text)

    @override
    def advance(self) -> None:
        self._record()
        is_written = self._ballot is not None and self._ballot.protocol == self.form.protocol()
        if self._item_id is not None and is_written:
            self.closing_asked.emit(self._item_id)

    @override
    def leave(self) -> bool:
        return self.form.leave()

    @override
    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Keep Tab for the next figure."""
        del forwards
        return False

    def _make_foot(self) -> QWidget:
        whole = QWidget()
        lines = column(whole, gap=2)
        lines.addStretch(1)
        lines.addWidget(self._live)
        lines.addWidget(self._majority)
        lines.addStretch(1)
        return whole

    def _record(self) -> None:
        """Record what is counted, when it differs from the file and makes sense."""
        protocol = self.form.protocol()
        if self._ballot is None or self._item_id is None or self.form.obstacle():
            return
        if protocol != self._ballot.protocol:
            self.counts_asked.emit(self._item_id, protocol)

    def _on_abandoned(self) -> None:
        if self._item_id is not None:
            self.abandoning_asked.emit(self._item_id)

    def _take_keyboard(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        live = self._live_result()
        self._live.setText(live_sentence(live) if live else "")
        if self._ballot is not None:
            rule = self._ballot.result.majority
            self._majority.setText(f"{word(rule.kind)} · {word(rule.base).lower()}")
        self.next_changed.emit()

    def _live_result(self) -> BallotResult | None:
        """Return what is already certain; None while the figures make no sense."""
        if self._ballot is None or self.form.problem():
            return None
        result = self._ballot.result
        in_office = result.base if result.majority.base is MajorityBase.IN_OFFICE else None
        return tally(
            self.form.protocol().counts,
            result.majority,
            voters=self.form.voices,
            complete=False,
            in_office=in_office,
        )


def _subject(ballot: BallotState | None) -> object:
    """Return what the figures are about: a ballot, and the voices it counts."""
    return (ballot.id, ballot.voices_entitled) if ballot else None


class HandsStep(CountsStep):
    """A show of hands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(HandsForm(), parent)


class SecretStep(CountsStep):
    """A secret ballot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SecretForm(), parent)
