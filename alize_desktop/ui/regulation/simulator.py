"""What rules come to on an example meeting, beside what those in force would."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.rules import CommitteeRules, ExampleMeeting, Simulation
from alize_desktop.ui.regulation.example import ExampleForm
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label, set_role
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.simulation import simulate


class Simulator(QWidget):
    """An example meeting, and its consequence at each keystroke.

    Attributes:
        remarks: What is remarked of the example now.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remarks: tuple[str, ...] = ()
        self._rules = CommitteeRules()
        self._in_force = CommitteeRules()
        self.form = ExampleForm()
        self._quorum = label("", Level.STRONG, wraps=True)
        self._quorum.setObjectName("simulated_quorum")
        self._result = label("", Level.STRONG, wraps=True)
        self._result.setObjectName("simulated_result")
        self._remarks = label("", Level.SMALL, wraps=True)
        self._remarks.setObjectName("simulated_remarks")
        self._lay_out()
        self.form.edited.connect(lambda _example: self._show())
        self._show()

    def show_rules(self, rules: CommitteeRules, in_force: CommitteeRules) -> None:
        """Apply rules to the example, and compare them with those in force."""
        self._rules, self._in_force = rules, in_force
        self._show()

    def _lay_out(self) -> None:
        example = Card(self.tr("Une séance d’exemple"))
        example.body.addWidget(self.form)
        outcome = Card(self.tr("Ce que ce règlement en fait"))
        outcome.setAccessibleName(self.tr("Conséquence du règlement"))
        for each in (self._quorum, self._result, self._remarks):
            outcome.body.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.card)
        column.addWidget(example)
        column.addWidget(outcome)

    def _show(self) -> None:
        example = self.form.example()
        try:
            self._tell(self._simulated(example))
        except UserError as error:
            self._tell_contradiction(example, message_of(error))

    def _simulated(self, example: ExampleMeeting) -> Simulation:
        before = self._in_force if self._in_force != self._rules else None
        return simulate(self._rules, example, before)

    def _tell(self, found: Simulation) -> None:
        self.remarks = found.remarks
        mark, role = ("✔", Role.GOOD) if found.is_quorum_reached else ("✖", Role.BAD)
        self._quorum.setText(f"{mark}\u00a0{found.quorum}")
        set_role(self._quorum, role)
        set_role(self._result, None)
        self._put(self._result, found.result or self.tr("Sans quorum, rien n’est mis aux voix."))
        self._put(self._remarks, "\n".join(f"•\u00a0{each}" for each in found.remarks))

    def _tell_contradiction(self, example: ExampleMeeting, refusal: str) -> None:
        """Tell the quorum all the same, when only the votes contradict who is there."""
        silent = replace(example, votes_for=0, votes_against=0, abstentions=0)
        try:
            found = self._simulated(silent)
        except UserError:
            self.remarks = ()
            self._quorum.setText(f"✖\u00a0{refusal}")
            set_role(self._quorum, Role.BAD)
            for each in (self._result, self._remarks):
                self._put(each, "")
            return
        self._tell(found)
        if found.is_quorum_reached:
            self._put(self._result, refusal)
            set_role(self._result, Role.BAD)

    @staticmethod
    def _put(shown: QLabel, text: str) -> None:
        shown.setText(text)
        show_if(shown, shown=bool(text))
