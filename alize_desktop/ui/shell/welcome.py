"""What the window shows before a registry is open: what to do first."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label

_WIDTH = 560


class Welcome(QWidget):
    """Three ways to begin, and the registries opened lately.

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
        card = frame(Ground.CARD)
        card.setFixedWidth(_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(SPACE.card)
        column.addWidget(label(self.tr("Bienvenue dans Alizé"), Level.TITLE))
        column.addWidget(
            label(
                self.tr(
                    "Un fichier tient tout un programme : dossiers, séances, votes et papiers. "
                    "Créez le vôtre, ou découvrez l’application sur des données inventées."
                ),
                Level.SOFT,
                wraps=True,
            )
        )
        column.addLayout(self._buttons())
        if recent:
            self._add_recent(column, recent)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)

    def _buttons(self) -> QVBoxLayout:
        create = KeyButton(
            self.tr("Nouveau programme…"), "Ctrl+Shift+N", Kind.PRIMARY, handles_key=False
        )
        create.setObjectName("welcome_create")
        create.clicked.connect(lambda *_: self.create_requested.emit())
        choose = KeyButton(self.tr("Ouvrir…"), "Ctrl+O", handles_key=False)
        choose.setObjectName("welcome_open")
        choose.clicked.connect(lambda *_: self.open_requested.emit(None))
        discover = KeyButton(self.tr("Ouvrir la démonstration"))
        discover.setObjectName("welcome_demonstration")
        discover.clicked.connect(lambda *_: self.demonstration_requested.emit())
        first = QHBoxLayout()
        first.setSpacing(SPACE.related)
        first.addWidget(create)
        first.addWidget(choose)
        first.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(SPACE.related)
        column.addLayout(first)
        column.addWidget(discover, alignment=Qt.AlignmentFlag.AlignLeft)
        return column

    def _add_recent(self, column: QVBoxLayout, recent: Sequence[Path]) -> None:
        column.addSpacing(SPACE.related)
        column.addWidget(label(self.tr("Ouverts récemment"), Level.CAPTION))
        for path in recent:
            button = KeyButton(path.stem, kind=Kind.GHOST, icon="programme")
            button.setToolTip(str(path))
            button.clicked.connect(partial(self._open, path))
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

    def _open(self, path: Path, *_checked: bool) -> None:
        self.open_requested.emit(path)
