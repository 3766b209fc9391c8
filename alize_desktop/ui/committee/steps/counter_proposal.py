"""A counter-proposal: what is put to the vote after a proposal was rejected."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.enums import BallotForm
from alize_desktop.models.records.ballots import Motion
from alize_desktop.models.records.committee import BallotState, CommitteeState
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.motions import motion_text
from alize_desktop.ui.committee.steps.ballot_forms import BallotForms, opening_text, usual_form
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.committee.steps.enter_leaves import EnterLeaves
from alize_desktop.ui.widgets.fields.numbers import MoneyField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.wording.amounts import parse_money


class CounterProposalStep(StepPane):
    """Asks for an amount, a text or both, then opens a ballot linked to the first.

    Signals:
        ballot_asked: Args: agenda item's id, the ``BallotForm``, the ``Motion``.
    """

    ballot_asked = Signal(object, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = ""
        self._item_id: UUID | None = None
        self._ballot: BallotState | None = None
        self._state: CommitteeState | None = None
        self._rejected = label("", Level.STRONG, wraps=True)
        self._rejected.setObjectName("rejected_sentence")
        self._amount = MoneyField(self.tr("Avance proposée"))
        self._amount.edit.setObjectName("counter_amount")
        self._text = TextField(
            self.tr("Proposition"),
            placeholder=self.tr("par exemple : avance versée en deux fois"),
        )
        self._text.edit.setObjectName("counter_text")
        self._asked = label("", Level.HEADING, wraps=True)
        self._asked.setObjectName("counter_asked")
        whole = column(self, gap=16)
        whole.addWidget(self._rejected)
        whole.addWidget(self._make_card())
        whole.addStretch(1)
        self._amount.edit.textEdited.connect(self._on_typed)
        self._text.edit.textEdited.connect(self._on_typed)
        for each in (self._amount.edit, self._text.edit):
            EnterLeaves(each, self)

    @override
    def title(self) -> str:
        return self.tr("{company} : contre-proposition").format(company=self._company)

    @override
    def show_state(self, state: CommitteeState) -> None:
        item = state.current
        if item is None or item.ballot is None:
            return
        if self._ballot is None or self._ballot.id != item.ballot.id:
            self._amount.set_value(None)
            self._text.set_value("")
        self._state, self._ballot, self._item_id = state, item.ballot, item.line.id
        self._company = item.sheet.company.name
        self._rejected.setText(self.tr("Rejeté : {sentence}").format(sentence=item.ballot.sentence))
        self._on_typed()

    @override
    def next_step(self) -> NextStep:
        text = opening_text(self._usual())
        if motion_text(self.motion()):
            return NextStep(text)
        why = self.tr("il manque un montant ou un texte")
        return NextStep(self.tr("{what} : {why}").format(what=text, why=why), is_ready=False)

    @override
    def note(self) -> str:
        return self.tr("Le vote précédent reste inscrit. Retour arrière revient au résultat.")

    @override
    def advance(self) -> None:
        self._open(self._usual())

    @override
    def take_keyboard(self) -> None:
        self._amount.focus_control()

    def motion(self) -> Motion:
        """Return what is proposed at this instant."""
        return Motion(
            self._text.edit.text().strip(),
            self._amount_typed(),
            self._ballot.id if self._ballot else None,
        )

    def _make_card(self) -> QFrame:
        card = frame(Ground.CARD)
        inside = column(card, gap=14, margin=20)
        inside.addLayout(self._make_fields())
        inside.addWidget(self._asked)
        self._forms = BallotForms(self, self._open)
        inside.addLayout(self._forms)
        return card

    def _make_fields(self) -> QHBoxLayout:
        line = row(gap=16)
        for field, key, text, name in (
            (self._amount, "M", self.tr("Montant"), "counter_amount_key"),
            (self._text, "G", self.tr("Texte"), "counter_text_key"),
        ):
            part = column(gap=6)
            part.addWidget(field)
            made = self.button(key, text, field.focus_control)
            made.setObjectName(name)
            part.addWidget(made)
            line.addLayout(part, 1 if field is self._amount else 2)
        return line

    def _amount_typed(self) -> int | None:
        """Return the amount as it is typed, in centimes; None for none or a wrong one."""
        try:
            amount = parse_money(self._amount.edit.text())
        except UserError:
            return None
        return amount.minor if amount.minor > 0 else None

    def _usual(self) -> BallotForm:
        return usual_form(self._state) if self._state else BallotForm.NAMED

    def _open(self, form: BallotForm) -> None:
        motion = self.motion()
        if self._item_id is not None and motion_text(motion):
            self.ballot_asked.emit(self._item_id, form, motion)

    def _on_typed(self, *_text: object) -> None:
        asked = motion_text(self.motion())
        self._asked.setText(asked)
        if self._state is not None:
            self._forms.show_state(self._state, is_ready=bool(asked))
        self.next_changed.emit()
