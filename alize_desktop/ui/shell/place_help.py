"""The page of the guide about the place that is shown, on F1."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from alize_desktop.paths import guide
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.tabs import TabStrip

_PAGES: Final = {
    "dossiers": "commencer",
    "meetings": "preparer",
    "members": "commencer",
    "partners": "partenaires",
    "advances": "avances",
    "fund": "fonds",
    "follow_up": "suivi",
    "report": "bilan",
    "regulation": "reglement",
    "templates": "modeles",
}
"""Page of the guide of each place; the first page for another."""

_PARTS: Final = {
    ("dossiers", "jobs"): "emplois",
    ("dossiers", "skills"): "partenaires",
    ("dossiers", "missions"): "missions",
    ("dossiers", "aid"): "aides",
    ("follow_up", "missions"): "missions",
    ("fund", "register"): "aides",
}
"""Page of a tab that has one of its own."""


class PlaceHelp(QObject):
    """Opens a page of the guide over a window.

    Args:
        window: Widget of the window; its parent.
        place: Gives the key of the place that is shown.
        screen: Gives its screen: its tab may have a page of its own.
    """

    def __init__(
        self, window: QWidget, place: Callable[[], str], screen: Callable[[], QWidget | None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._place = place
        self._screen = screen
        QShortcut(QKeySequence("F1"), window).activated.connect(self.open)

    def open(self) -> QDialog:
        """Open the page of the place shown; return the dialog, already open."""
        from alize_desktop.ui.committee.help import GuidePage  # noqa: PLC0415  # on demand

        window = self._window.window()
        box = QDialog(window)
        box.setObjectName("place_help")
        box.setWindowTitle(self.tr("Guide"))
        column = QVBoxLayout(box)
        column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.card)
        column.setSpacing(SPACE.card)
        page = GuidePage(guide(self._page()))
        column.addWidget(page, 1)
        close = KeyButton(self.tr("Fermer"), "Esc", Kind.PRIMARY, handles_key=False)
        close.clicked.connect(box.accept)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        box.finished.connect(box.deleteLater)
        box.resize(min(scaled(900), window.width() - 40), min(scaled(720), window.height() - 60))
        box.open()
        page.setFocus()
        return box

    def _page(self) -> str:
        """Return the page of the tab shown, or that of its place."""
        place, screen = self._place(), self._screen()
        strips = screen.findChildren(TabStrip) if screen is not None else []
        tab = next((each.current() for each in strips if each.isVisible()), "")
        return _PARTS.get((place, tab)) or _PAGES.get(place, "README")
