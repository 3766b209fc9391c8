"""The bar above everything: name, search, programme, way into the committee."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, label
from alize_desktop.ui.widgets.search import SearchField

_SEARCH_WIDTH = 420


class TopBar(QFrame):
    """Search on the left, programme and committee mode on the right.

    Signals:
        committee_requested: « Mode comité » was pressed.
    """

    committee_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.TOP.value)
        brand = label(self.tr("Alizé"), Level.HEADING)
        brand.setProperty("role", "primary")
        brand.setFixedWidth(168)
        self._search: SearchField | None = None
        self._place = QHBoxLayout()
        self._programme = ElidedLabel("", Level.SOFT)
        self._committee = KeyButton(self.tr("Mode comité"), "F5", Kind.PRIMARY, "committee")
        self._committee.setObjectName("committee_mode")
        self._committee.clicked.connect(lambda *_: self.committee_requested.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(SPACE.group)
        row.addWidget(brand)
        row.addLayout(self._place, 2)
        row.addStretch(1)
        row.addWidget(self._programme, 1)
        row.addWidget(self._committee)
        self.show_programme("")

    def show_programme(self, name: str) -> None:
        """Name the programme; without one nothing can be searched or held."""
        self._programme.setText(name)
        self._committee.setVisible(bool(name))

    def place_search(self, search: SearchField | None) -> None:
        """Put the line that searches in the bar, in place of the one before."""
        if self._search is not None:
            self._search.setParent(None)
        self._search = search
        if search is not None:
            search.setObjectName("search")
            search.setMaximumWidth(_SEARCH_WIDTH)
            self._place.addWidget(search)
            search.show()
