"""Where the step stands among those of the opening, or of one dossier."""

from PySide6.QtWidgets import QLabel, QWidget

from alize_desktop.ui.committee.layouts import clear, row
from alize_desktop.ui.committee.plan import DOSSIER_STEPS, MEETING_STEPS, Step
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.labels import Level, label


class Crumbs(QWidget):
    """« Présentation › Déports › Délibération › Vote › Résultat › Décision »."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = row(self, gap=6)
        self._shown: Step | None = None

    def show_step(self, step: Step) -> None:
        """Show the steps around one, and that one in the accent colour."""
        if step is self._shown:
            return
        self._shown = step
        clear(self._line)
        path = next((each for each in (MEETING_STEPS, DOSSIER_STEPS) if step in each), (step,))
        for place, each in enumerate(path if len(path) > 1 else ()):
            if place:
                self._line.addWidget(label("›", Level.SOFT))
            self._line.addWidget(self._word(each, is_current=each is step))
        self._line.addStretch(1)
        self.setVisible(len(path) > 1)

    def _word(self, step: Step, *, is_current: bool) -> QLabel:
        words = {
            Step.OPENING: self.tr("Ouverture"),
            Step.ROLL_CALL: self.tr("Appel"),
            Step.QUORUM: self.tr("Quorum"),
            Step.PRESENTATION: self.tr("Présentation"),
            Step.RECUSALS: self.tr("Déports"),
            Step.DELIBERATION: self.tr("Délibération"),
            Step.BALLOT: self.tr("Vote"),
            Step.RESULT: self.tr("Résultat"),
            Step.DECISION: self.tr("Décision"),
        }
        if is_current:
            return label(words[step], Level.STRONG, role=Role.PRIMARY)
        return label(words[step], Level.SOFT)
