"""The quorum, in figures large enough to be read aloud by anybody."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.committee import CommitteeState, QuorumState
from alize_desktop.ui.committee.big import BigWord
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.steps.abandoning import Abandoning
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.cards import FigureCard, FigureRow
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.wording.amounts import decimal_text
from alize_desktop.wording.names import counted


class QuorumStep(StepPane):
    """Says whether the committee may deliberate.

    Signals:
        quorum_asked: Record that the quorum is reached.
        adjournment_asked: Close the meeting for want of a quorum.
    """

    quorum_asked = Signal()
    adjournment_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quorum: QuorumState | None = None
        self._word = BigWord(64)
        self._word.setObjectName("quorum_word")
        self._sentence = label("", Level.HEADING, wraps=True)
        captions = (
            self.tr("Présents"),
            self.tr("Pouvoirs"),
            self.tr("Comptés"),
            self.tr("Il en faut"),
            self.tr("Voix"),
        )
        self._figures = [FigureCard(caption) for caption in captions]
        card = frame(Ground.CARD)
        inside = column(card, gap=8, margin=24)
        inside.addWidget(self._word)
        inside.addWidget(self._sentence)
        whole = column(self, gap=16)
        whole.addWidget(card)
        whole.addWidget(FigureRow(self._figures))
        self._adjourning = Abandoning(
            self,
            self.adjournment_asked.emit,
            text=self.tr("Lever la séance faute de quorum"),
            name="adjourn",
        )
        keys = row()
        keys.addWidget(self._adjourning.button)
        keys.addStretch(1)
        whole.addLayout(keys)
        whole.addStretch(1)

    @override
    def title(self) -> str:
        return self.tr("Quorum")

    @override
    def show_state(self, state: CommitteeState) -> None:
        self._quorum = quorum = state.quorum
        if quorum.is_reached:
            self._word.show_word(self.tr("Quorum atteint"), Role.GOOD, Shape.CHECK)
        else:
            self._word.show_word(self.tr("Quorum non atteint"), Role.BAD, Shape.CROSS)
        self._sentence.setText(quorum.sentence)
        texts = (
            str(state.present),
            str(state.represented),
            str(quorum.counted),
            str(quorum.required),
            decimal_text(state.voices),
        )
        for figure, text in zip(self._figures, texts, strict=True):
            figure.set_figure(text)
        self._adjourning.reset()
        self._adjourning.button.setVisible(not quorum.is_reached)
        self.next_changed.emit()

    @override
    def next_step(self) -> NextStep:
        quorum = self._quorum
        if quorum is None or not quorum.is_reached:
            lacking = quorum.required - quorum.counted if quorum else 0
            who = counted(lacking, self.tr("membre"))
            text = self.tr("Constater le quorum : il manque {who}").format(who=who)
            return NextStep(text, is_ready=False)
        return NextStep(self.tr("Constater le quorum"))

    @override
    def note(self) -> str:
        return self.tr("Retour arrière reprend l’appel.")

    @override
    def advance(self) -> None:
        self.quorum_asked.emit()
