"""The quorum in one line, wherever it matters."""

from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.committee import QuorumState
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.pill import Pill


class QuorumLine(QWidget):
    """Says whether the quorum is reached, with its arithmetic."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pill = Pill()
        self._sentence = label("", Level.SMALL, wraps=True)
        whole = column(self, gap=6)
        whole.addWidget(self._pill)
        whole.addWidget(self._sentence)

    def show_quorum(self, quorum: QuorumState) -> None:
        """Show a quorum."""
        counts = self.tr("{counted}/{office}, il en faut {required}").format(
            counted=quorum.counted, office=quorum.in_office, required=quorum.required
        )
        if quorum.is_reached:
            text = self.tr("Quorum atteint : {counts}").format(counts=counts)
            self._pill.set_state(text, Role.GOOD, Shape.CHECK)
        else:
            text = self.tr("Quorum non atteint : {counts}").format(counts=counts)
            self._pill.set_state(text, Role.WAITING, Shape.RING)
        self._sentence.setText(quorum.sentence)
