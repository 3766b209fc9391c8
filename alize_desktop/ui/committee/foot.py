"""What stands beside the large button: the foot of the step, or a sentence."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.labels import Level, label


class Foot(QWidget):
    """Takes the height of what it shows, not of the tallest foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: QWidget | None = None
        self._note = label("", Level.SOFT, wraps=True)
        self._lines = column(self, gap=0)
        self._lines.addWidget(self._note)
        self.setMinimumHeight(scaled(60))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_step(self, pane: StepPane) -> None:
        """Show the foot of a step."""
        wanted = pane.foot
        if self._shown is not wanted:
            if self._shown is not None:
                self._shown.hide()
            if wanted is not None:
                self._lines.addWidget(wanted)
                wanted.show()
            self._shown = wanted
        self._note.setVisible(wanted is None)
        self._note.setText(pane.note())
