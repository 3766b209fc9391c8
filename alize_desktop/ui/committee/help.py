"""The keys of a step, shown over the window."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.keys import KeyCap
from alize_desktop.ui.widgets.labels import Level, label

translate = QCoreApplication.translate


def show_help(parent: QWidget, title: str, keys: Sequence[tuple[str, str]]) -> QDialog:
    """Open the list of keys and return at once.

    Args:
        parent: Window.
        title: Name of the step.
        keys: Portable key and what it does, for the step.
    """
    common = (
        ("Space", translate("help", "Faire ce que dit le grand bouton")),
        ("Ctrl+Return", translate("help", "La même chose, même pendant une saisie")),
        ("Backspace", translate("help", "Revenir à l’étape d’avant")),
        ("Esc", translate("help", "Quitter la saisie, rendre les touches actives")),
        ("F6", translate("help", "Arrivée ou départ d’un membre")),
    )
    box = QDialog(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(translate("help", "Touches"))
    box.setObjectName("keys_help")
    whole = column(box, gap=16, margin=24)
    whole.addWidget(label(title, Level.HEADING))
    grid = QGridLayout()
    grid.setHorizontalSpacing(scaled(16))
    grid.setVerticalSpacing(scaled(8))
    for line, (key, text) in enumerate((*keys, *common)):
        grid.addWidget(KeyCap(key), line, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(label(text), line, 1)
    whole.addLayout(grid)
    close = KeyButton(translate("help", "Fermer"), "Esc", Kind.PRIMARY, handles_key=False)
    close.clicked.connect(box.accept)
    whole.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
    box.open()
    return box
