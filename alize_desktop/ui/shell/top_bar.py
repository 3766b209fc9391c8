"""The bar above everything: name, search, programme, way into the committee."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, label
from alize_desktop.ui.widgets.search import SearchField

COMMITTEE_KEY = "F5"
"""Shown here, listened to by the window: a screen may take it for itself."""

_BRAND = 168
_SEARCH = 420
_HEIGHT = 47


class TopBar(QFrame):
    """Search on the left, programme and committee mode on the right. Never changes height.

    Signals:
        committee_requested: « Mode comité » was pressed.
    """

    committee_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.TOP.value)
        self._brand = label(self.tr("Alizé"), Level.HEADING, role=Role.PRIMARY)
        self._search: SearchField | None = None
        self._place = QHBoxLayout()
        self._programme = ElidedLabel("", Level.SOFT)
        self._programme.setObjectName("programme_name")
        self._programme.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._committee = KeyButton(
            self.tr("Mode comité"), COMMITTEE_KEY, Kind.PRIMARY, "committee", handles_key=False
        )
        self._committee.setObjectName("committee_mode")
        self._committee.clicked.connect(lambda *_: self.committee_requested.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.card, 0, SPACE.card, 0)
        row.setSpacing(SPACE.group)
        row.addWidget(self._brand)
        row.addLayout(self._place, 2)
        row.addWidget(self._programme, 1)
        row.addWidget(self._committee)
        self._fit()
        self.show_programme("")

    def show_programme(self, name: str) -> None:
        """Name the programme; without one nothing can be searched or held."""
        self._programme.setText(name)
        self._committee.setVisible(bool(name))

    def place_search(self, search: SearchField | None) -> None:
        """Put the line that searches in the bar, in place of the one before."""
        if search is self._search:
            return
        if self._search is not None:
            self._place.removeWidget(self._search)
            self._search.deleteLater()
        self._search = search
        if search is not None:
            search.setObjectName("search")
            self._place.addWidget(search)
            self._fit()
            search.show()

    def free_room(self) -> QRect:
        """Return where nothing is written: after the search, before the programme's name."""
        search = self._search if self._search is not None else self._brand
        left = search.geometry().right() + SPACE.related
        name = self._programme
        written = name.fontMetrics().horizontalAdvance(name.text())
        right = name.geometry().right() - written - SPACE.related
        return QRect(left, 0, right - left, self.height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(scaled(_HEIGHT))
        self._brand.setFixedWidth(scaled(_BRAND))
        if self._search is not None:
            self._search.setMaximumWidth(scaled(_SEARCH))
