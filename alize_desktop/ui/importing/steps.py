"""The steps of the import dialog before and after the preview."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.records.changes import Progress
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.pill import Pill

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_WIDE = 460


class ChooseStep(QWidget):
    """Says what is expected, and takes a file: chosen or dropped.

    Signals:
        choose_requested: « Choisir un classeur… » was pressed.
        file_dropped: A file was dropped. Arg: its ``Path``.
    """

    choose_requested = Signal()
    file_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        title = label(self.tr("Choisissez le classeur de votre bassin."), Level.HEADING)
        body = label(
            self.tr(
                "Un fichier Excel (.xlsx) avec une feuille Dossiers et, si vous les avez, les feuilles Membres et Partenaires. Vous verrez tout avant que rien ne soit écrit."
            ),
            Level.SOFT,
            wraps=True,
        )
        body.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body.setFixedWidth(_WIDE)
        self.choose = KeyButton(self.tr("Choisir un classeur…"), "Ctrl+O", Kind.PRIMARY)
        self.choose.clicked.connect(self.choose_requested)
        drop = label(self.tr("Vous pouvez aussi déposer le fichier ici."), Level.SMALL)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE.card)
        column.addStretch(2)
        for each in (title, body, self.choose, drop):
            column.addWidget(each, alignment=_CENTRE)
        column.addStretch(3)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _file(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)


class WaitStep(QWidget):
    """A step that takes time: what is done, and a button that stops it.

    Signals:
        cancel_requested: « Annuler » was pressed.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = label("", Level.HEADING)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_WIDE)
        self.cancel = KeyButton(self.tr("Annuler"), "Esc", handles_key=False)
        self.cancel.clicked.connect(self.cancel_requested)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE.card)
        column.addStretch(2)
        for each in (self._what, self._bar, self.cancel):
            column.addWidget(each, alignment=_CENTRE)
        column.addStretch(3)

    def start(self, what: str, *, can_cancel: bool) -> None:
        """Show the beginning of a work."""
        self._what.setText(what)
        self._bar.setAccessibleName(what)
        self._bar.setRange(0, 0)
        self.cancel.setVisible(can_cancel)

    def show_progress(self, progress: Progress) -> None:
        """Show how far the work is."""
        self._what.setText(progress.what)


class DoneStep(QWidget):
    """Says what was written.

    Signals:
        close_requested: « Fermer » was pressed.
    """

    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pill = Pill(self.tr("Importé"), Role.GOOD, Shape.CHECK)
        self.sentence = label("", Level.HEADING, wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setFixedWidth(_WIDE)
        self.rest = label("", Level.SOFT, wraps=True)
        self.rest.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.rest.setFixedWidth(_WIDE)
        self.close_button = KeyButton(self.tr("Voir les dossiers"), "Return", Kind.PRIMARY)
        self.close_button.clicked.connect(self.close_requested)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE.card)
        column.addStretch(2)
        for each in (self._pill, self.sentence, self.rest, self.close_button):
            column.addWidget(each, alignment=_CENTRE)
        column.addStretch(3)


def _file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].is_file() else None
