"""A result corrected after its proclamation: what changes, and why."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.enums import VoteChoice
from alize_desktop.models.records.committee import BallotState, CommitteeState
from alize_desktop.ui.committee.choices import vote_sign
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.people import full_name
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.committee.steps.count_forms import CountForm, HandsForm, SecretForm
from alize_desktop.ui.committee.steps.enter_leaves import EnterLeaves
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import Level, label


class CorrectionStep(StepPane):
    """What every correction has: the old sentence, a reason, a casting vote on a tie.

    The old result stays on record; the reason is told in the minutes.

    Signals:
        correction_asked: Args: agenda item's id, what is corrected, reason, casting
            ``VoteChoice`` or None.
    """

    correction_asked = Signal(object, object, object, object)

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        """Lay out what can be changed between the old sentence and the reason."""
        super().__init__(parent)
        self._company = self._presiding = ""
        self._item_id: UUID | None = None
        self._ballot: BallotState | None = None
        self._casting: VoteChoice | None = None
        self._is_tie = False
        self._before = label("", Level.STRONG, wraps=True)
        self._before.setObjectName("correction_before")
        self._reason = TextField(
            self.tr("Motif de la correction"),
            placeholder=self.tr("par exemple : voix de M. Weiß mal entendue"),
            required=True,
        )
        self._reason.edit.setObjectName("correction_reason")
        self._tie = label("", Level.HEADING, wraps=True)
        self._tie.setObjectName("correction_tie")
        whole = column(self, gap=12)
        whole.addWidget(self._before)
        whole.addLayout(self._make_reason())
        whole.addWidget(content, 1)
        whole.addWidget(self._tie)
        self._reason.edit.textEdited.connect(self._on_changed)
        EnterLeaves(self._reason.edit, self, self._reason)
        self._ask = self.button("V", self.tr("Voix prépondérante"), self._toggle_casting)
        self._ask.setObjectName("correction_casting")
        self._ask.setCheckable(True)
        whole.addWidget(self._ask)
        for choice in (VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTENTION):
            sign = vote_sign(choice)
            self.bind(sign.letter, sign.word, partial(self.take, choice))

    @override
    def title(self) -> str:
        return self.tr("{company} : correction").format(company=self._company)

    @override
    def show_state(self, state: CommitteeState) -> None:
        item = state.current
        if item is None or item.ballot is None:
            return
        is_same = self._ballot == item.ballot
        self._ballot, self._item_id = item.ballot, item.line.id
        self._company = item.sheet.company.name
        self._presiding = full_name(state.presiding) if state.presiding else ""
        if not is_same:
            self.forget_casting()
            self._reason.set_value("")
            result = item.ballot.result
            self._ask.setVisible(result.by_casting_vote or result.casting_declined)
            self._before.setText(
                self.tr("Proclamé : {sentence}").format(sentence=item.ballot.sentence)
            )
            self.begin(state)
        self.next_changed.emit()

    @override
    def take_keyboard(self) -> None:
        self._reason.focus_control()

    def begin(self, state: CommitteeState) -> None:
        """Show what was proclaimed, ready to be changed."""
        raise NotImplementedError

    def changes(self) -> object:
        """Return what is corrected; something false when nothing is."""
        raise NotImplementedError

    def problem(self) -> str:
        """Return why what is changed makes no result, in a few words."""
        return ""

    def ask_casting(self) -> None:
        """Ask how the presiding member decides: the correction makes a tie."""
        self._is_tie = True
        self._ask.show()
        self._show_tie()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_casting(self) -> bool:
        """Whether the letters say the casting vote, and not the voice of a member."""
        return self._is_tie

    def forget_casting(self) -> None:
        """Let the letters answer for the voters again."""
        self._casting, self._is_tie = None, False
        self._show_tie()

    def take(self, choice: VoteChoice) -> None:
        """Take the casting vote, when the correction makes a tie."""
        if self.is_casting:
            self._casting = choice
            self._show_tie()

    @override
    def next_step(self) -> NextStep:
        text = self.tr("Enregistrer la correction")
        why = self._obstacle()
        if why:
            return NextStep(self.tr("{what} : {why}").format(what=text, why=why), is_ready=False)
        return NextStep(text)

    @override
    def note(self) -> str:
        return self.tr("Entrée passe du motif aux voix. Retour arrière renonce à la correction.")

    @override
    def advance(self) -> None:
        self.correct(self.changes())

    def correct(self, right: object) -> None:
        """Ask for the correction: answers by member's id, or a ``CountProtocol``."""
        if self._item_id is not None:
            reason = self._reason.edit.text().strip()
            self.correction_asked.emit(self._item_id, right, reason, self._casting)

    def _make_reason(self) -> QHBoxLayout:
        line = row(gap=12)
        key = self.button("M", self.tr("Écrire le motif"), self._reason.focus_control)
        key.setObjectName("correction_reason_key")
        line.addWidget(self._reason, 1)
        line.addWidget(key, alignment=Qt.AlignmentFlag.AlignBottom)
        return line

    def _obstacle(self) -> str:
        if not (self.changes() or self._casting or self._is_doubtful()):
            return self.tr("rien n’est changé")
        if why := self.problem():
            return why
        if not self._reason.edit.text().strip():
            return self.tr("il manque le motif")
        if self._is_tie and self._casting is None:
            return self.tr("la voix prépondérante est attendue")
        return ""

    def _is_doubtful(self) -> bool:
        """Return whether a late recusal alone is a reason to reckon again."""
        return bool(self._ballot and self._ballot.reexamination)

    def _toggle_casting(self) -> None:
        if self._is_tie:
            self.forget_casting()
        else:
            self.ask_casting()

    def _show_tie(self) -> None:
        self._ask.setChecked(self._is_tie)
        if not self._is_tie:
            self._tie.setText("")
        elif self._casting is None:
            text = self.tr(
                "Partage des voix : comment tranche {name} ? P pour, C contre, A ne tranche pas."
            )
            self._tie.setText(text.format(name=self._presiding))
        else:
            choice = vote_sign(self._casting).word.lower()
            text = self.tr("Voix prépondérante de {name} : {choice}.")
            self._tie.setText(text.format(name=self._presiding, choice=choice))
        self.next_changed.emit()

    def _on_changed(self, *_text: object) -> None:
        self.next_changed.emit()


class CountCorrectionStep(CorrectionStep):
    """Corrects the figures of a counted ballot."""

    def __init__(self, form: CountForm, parent: QWidget | None = None) -> None:
        """Correct the figures of a form."""
        self.form = form
        super().__init__(form, parent)
        form.bind_to(self)
        form.changed.connect(self._on_changed)

    @override
    def begin(self, state: CommitteeState) -> None:
        self.form.begin(state)

    @override
    def advance(self) -> None:
        self.correct(self.form.protocol())

    @override
    def note(self) -> str:
        return self.tr("Entrée passe du motif aux voix. Page précédente renonce à la correction.")

    @override
    def changes(self) -> object:
        protocol = self.form.protocol()
        is_same = self._ballot is None or protocol == self._ballot.protocol
        return None if is_same else protocol

    @override
    def problem(self) -> str:
        return self.form.obstacle()

    @override
    def leave(self) -> bool:
        return self.form.leave()


class HandsCorrectionStep(CountCorrectionStep):
    """Corrects a show of hands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(HandsForm(), parent)


class SecretCorrectionStep(CountCorrectionStep):
    """Corrects the protocol of a secret ballot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SecretForm(), parent)
