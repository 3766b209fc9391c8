"""The deliberation, and the choice of how to vote."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from alize_desktop.models.enums import BallotForm
from alize_desktop.models.records.committee import CommitteeState, CurrentItem
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.committee.presiding import is_presided, presiding_text
from alize_desktop.ui.committee.quorum_line import QuorumLine
from alize_desktop.ui.committee.recusal_questions import questions_of
from alize_desktop.ui.committee.steps.ballot_forms import BallotForms, opening_text, usual_form
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label, set_role
from alize_desktop.wording.amounts import decimal_text
from alize_desktop.wording.names import counted


class DeliberationStep(StepPane):
    """The committee speaks among itself, then votes.

    Space votes in the form of the rules of procedure, a digit in another one.
    Without quorum the dossier waits for the end of the agenda, or is deferred.

    Signals:
        ballot_asked: Args: agenda item's id, the ``BallotForm``.
        deferral_asked: Defer the dossier without a vote.
        last_turn_asked: Take the dossier at the end. Arg: agenda item's id.
    """

    ballot_asked = Signal(object, object)
    deferral_asked = Signal()
    last_turn_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: CurrentItem | None = None
        self._usual = BallotForm.NAMED
        self._is_presided = False
        self._voters = label("", Level.HEADING, wraps=True)
        self._voters.setObjectName("deliberation_voters")
        self._presiding = label("", wraps=True)
        self._presiding.setObjectName("deliberation_presiding")
        self._lost = label("", Level.HEADING, wraps=True, role=Role.BAD)
        self._lost.setObjectName("quorum_lost")
        whole = column(self, gap=16)
        whole.addWidget(self._make_card())
        whole.addWidget(self._make_forms())
        whole.addStretch(1)
        self.foot = self._quorum = QuorumLine()

    @override
    def title(self) -> str:
        return self._item.sheet.company.name if self._item else ""

    @override
    def show_state(self, state: CommitteeState) -> None:
        item = state.current
        if item is None:
            return
        self._item, self._is_presided = item, is_presided(state)
        self._usual = usual_form(state)
        self._forms.show_state(state, is_ready=not self._obstacle())
        self._quorum.show_quorum(item.quorum)
        self._show_voters(item)
        told = presiding_text(state)
        self._presiding.setText(told)
        self._presiding.setVisible(bool(told))
        self._show_quorum(item)
        self.next_changed.emit()

    @override
    def next_step(self) -> NextStep:
        text = opening_text(self._usual)
        why = self._obstacle()
        if why:
            return NextStep(self.tr("{what} : {why}").format(what=text, why=why), is_ready=False)
        return NextStep(text)

    @override
    def advance(self) -> None:
        self._open(self._usual)

    def _make_card(self) -> QFrame:
        card = frame(Ground.CARD)
        inside = column(card, gap=10, margin=24)
        inside.addWidget(label(self.tr("Le comité délibère"), Level.TITLE))
        inside.addWidget(self._voters)
        inside.addWidget(self._presiding)
        inside.addWidget(self._lost)
        keys = FlowLayout(spacing=scaled(SPACE.related))
        self._last = self.button("E", self.tr("Déplacer à la fin"), self._move_to_end)
        self._last.setObjectName("move_to_end")
        keys.addWidget(self._last)
        defer = self.button("J", self.tr("Ajourner sans vote"), self.deferral_asked.emit)
        defer.setObjectName("deliberation_defer")
        keys.addWidget(defer)
        inside.addLayout(keys)
        return card

    def _make_forms(self) -> QFrame:
        card = frame(Ground.CARD)
        inside = column(card, gap=10, margin=24)
        inside.addWidget(label(self.tr("Comment le comité vote"), Level.HEADING))
        self._forms = BallotForms(self, self._open)
        inside.addLayout(self._forms)
        hint = self.tr(
            "Espace vote dans la forme du règlement, entourée ; un chiffre en prend une autre."
        )
        inside.addWidget(label(hint, Level.SMALL, wraps=True))
        return card

    def _obstacle(self) -> str:
        if self._item is None or not self._item.quorum.is_reached:
            return self.tr("quorum non atteint")
        if not self._is_presided:
            return self.tr("personne ne préside ce dossier")
        pending = len(questions_of(self._item))
        if pending:
            what = counted(pending, self.tr("intérêt déclaré"), self.tr("intérêts déclarés"))
            return self.tr("répondre d’abord à {what}").format(what=what)
        return ""

    def _show_voters(self, item: CurrentItem) -> None:
        voting = [tile for tile in item.tiles if not tile.is_recused]
        voices = sum((tile.weight for tile in voting), start=0)
        proxies = sum(tile.holder_id is not None for tile in voting)
        recused = len(item.tiles) - len(voting)
        parts = [self.tr("{voices} voix").format(voices=decimal_text(voices))]
        if proxies:
            parts.append(self.tr("dont {count}").format(count=counted(proxies, self.tr("pouvoir"))))
        if recused:
            parts.append(counted(recused, self.tr("déport")))
        self._voters.setText(" · ".join(parts))

    def _show_quorum(self, item: CurrentItem) -> None:
        is_lost = not item.quorum.is_reached
        text = self.tr(
            "Le quorum n’est pas atteint pour ce dossier : le comité ne peut pas voter. "
            "Prenez-le à la fin, ajournez-le, ou constatez une arrivée (F6)."
        )
        self._lost.setText(text if is_lost else "")
        self._lost.setVisible(is_lost)
        set_role(self._voters, Role.BAD if is_lost else None)

    def _move_to_end(self) -> None:
        if self._item is not None:
            self.last_turn_asked.emit(self._item.line.id)

    def _open(self, form: BallotForm) -> None:
        if self._item is not None and not self._obstacle():
            self.ballot_asked.emit(self._item.line.id, form)
