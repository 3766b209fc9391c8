"""A consensus: one question to the room, and silence adopts."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.ui.committee.big import BigWord
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.motions import motion_text
from alize_desktop.ui.committee.quorum_line import QuorumLine
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.buttons import Kind
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.wording.amounts import decimal_text


class ConsensusStep(StepPane):
    """« Pas d’opposition ? » O adopts; N leaves the question and votes otherwise.

    Signals:
        no_objection_asked: Nobody objects. Arg: agenda item's id.
        abandoning_asked: Somebody does. Arg: agenda item's id.
    """

    no_objection_asked = Signal(object)
    abandoning_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = ""
        self._item_id: UUID | None = None
        self._question = BigWord(72)
        self._question.setObjectName("consensus_question")
        self._motion = label("", Level.HEADING, wraps=True)
        self._voices = label("", Level.HEADING, wraps=True)
        self._explained = label(
            self.tr("Une seule opposition suffit : le comité vote alors dans une autre forme."),
            Level.SOFT,
            wraps=True,
        )
        card = frame(Ground.CARD)
        inside = column(card, gap=12, margin=24)
        for each in (self._motion, self._question, self._voices, self._explained):
            inside.addWidget(each)
        keys = row(gap=12)
        yes = self.button("O", self.tr("Oui, personne ne s’oppose"), self._agree, Kind.PRIMARY)
        yes.setObjectName("consensus_yes")
        no = self.button("N", self.tr("Non, voter autrement"), self._object)
        no.setObjectName("consensus_no")
        keys.addWidget(yes)
        keys.addWidget(no)
        keys.addStretch(1)
        inside.addLayout(keys)
        whole = column(self, gap=16)
        whole.addWidget(card)
        whole.addStretch(1)
        self.foot = self._quorum = QuorumLine()

    @override
    def title(self) -> str:
        return self._company

    @override
    def show_state(self, state: CommitteeState) -> None:
        item = state.current
        if item is None or item.ballot is None:
            return
        self._company, self._item_id = item.sheet.company.name, item.line.id
        self._question.show_word(self.tr("Pas d’opposition ?"), Role.PRIMARY, Shape.RING)
        motion = motion_text(item.ballot.motion)
        self._motion.setText(motion)
        self._motion.setVisible(bool(motion))
        text = self.tr("{voices} voix peuvent s’opposer.")
        self._voices.setText(text.format(voices=decimal_text(item.ballot.voices_entitled)))
        self._quorum.show_quorum(item.quorum)
        self.next_changed.emit()

    @override
    def next_step(self) -> NextStep:
        return NextStep(self.tr("Pas d’opposition ? Répondre par O ou par N"), is_ready=False)

    @override
    def advance(self) -> None:
        """Do nothing: silence is said by a key of its own, never by the usual one."""

    def _agree(self) -> None:
        if self._item_id is not None:
            self.no_objection_asked.emit(self._item_id)

    def _object(self) -> None:
        if self._item_id is not None:
            self.abandoning_asked.emit(self._item_id)
