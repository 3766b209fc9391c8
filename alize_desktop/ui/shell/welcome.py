"""What the window shows before a registry is open: what to do first."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.ui.shell.recent import RecentButton
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.scroll import scrolled

_WIDTH = 560
_SHOWN = 5
"""Registries opened lately that are shown: the page is read at a glance."""


class Welcome(QWidget):
    """Three ways to begin, and the registries opened lately, all reached by keys.

    The keyboard is given to the registry opened last, or to « Nouveau programme… ».

    Signals:
        create_requested: « Nouveau programme… » was pressed.
        open_requested: A registry is to be opened. Arg: its path, or None to choose.
        demonstration_requested: « Ouvrir la démonstration » was pressed.
    """

    create_requested = Signal()
    open_requested = Signal(object)
    demonstration_requested = Signal()

    def __init__(self, recent: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = frame(Ground.CARD)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(SPACE.card)
        column.addWidget(label(self.tr("Bienvenue dans Alizé"), Level.TITLE))
        column.addWidget(
            label(
                self.tr(
                    "Un fichier tient tout un programme\u00a0: dossiers, séances, votes et papiers. "
                    "Créez le vôtre, ou découvrez l’application sur des données inventées."
                ),
                Level.SOFT,
                wraps=True,
            )
        )
        self._create = KeyButton(
            self.tr("Nouveau programme…"), "Ctrl+Shift+N", Kind.PRIMARY, handles_key=False
        )
        self._open = KeyButton(self.tr("Ouvrir…"), "Ctrl+O", handles_key=False)
        self._discover = KeyButton(self.tr("Ouvrir la démonstration"))
        self._recent = [RecentButton(path) for path in recent[:_SHOWN]]
        self._add_buttons(column)
        if self._recent:
            self._add_recent(column)
        self._centre()
        self._fit()

    def take_keyboard(self) -> None:
        """Give the keyboard to the first thing one is likely to want."""
        first = self._recent[0] if self._recent else self._create
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._card.setFixedWidth(scaled(_WIDTH))

    def _add_buttons(self, column: QVBoxLayout) -> None:
        self._create.setObjectName("welcome_create")
        self._create.clicked.connect(lambda *_: self.create_requested.emit())
        self._open.setObjectName("welcome_open")
        self._open.clicked.connect(lambda *_: self.open_requested.emit(None))
        self._discover.setObjectName("welcome_demonstration")
        self._discover.clicked.connect(lambda *_: self.demonstration_requested.emit())
        first = QHBoxLayout()
        first.setSpacing(SPACE.related)
        first.addWidget(self._create)
        first.addWidget(self._open)
        first.addStretch(1)
        column.addLayout(first)
        column.addWidget(self._discover, alignment=Qt.AlignmentFlag.AlignLeft)

    def _add_recent(self, column: QVBoxLayout) -> None:
        column.addWidget(label(self.tr("Ouverts récemment"), Level.CAPTION))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for button in self._recent:
            button.clicked.connect(partial(self._ask, button.path))
            lines.addWidget(button)
        column.addLayout(lines)

    def _centre(self) -> None:
        page = QWidget()
        down = QVBoxLayout(page)
        down.setContentsMargins(24, 24, 24, 24)
        down.addStretch(2)
        down.addWidget(self._card, alignment=Qt.AlignmentFlag.AlignHCenter)
        down.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(page))

    def _ask(self, path: Path, *_checked: bool) -> None:
        self.open_requested.emit(path)
