"""The logo of an office: shown as it prints, chosen from a file, or taken away."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Progress
from alize_desktop.ui.tasks import Task
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import LIGHT, SPACE, TYPE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.file_dialogs import ask_then
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.painting import draw_rounded
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.errors import message_of

Fitting = Callable[[bytes], bytes]
"""Makes a picture fit for papers, or refuses it."""

_LARGEST: Final = 40_000_000
"""Bytes of a file that is read at all."""


class _Picture(QWidget):
    """The logo on white, as paper is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logo = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_logo(self, logo: bytes | None) -> None:
        """Show a picture, or that there is none."""
        self._logo = QPixmap()
        if logo:
            self._logo.loadFromData(logo)
        self.setAccessibleName(self.tr("Logo") if logo else self.tr("Aucun logo"))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(152), scaled(64))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = palette_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        draw_rounded(painter, box, SPACE.radius, LIGHT.surface, colours.line_strong)
        inside = box.adjusted(6, 6, -6, -6)
        if self._logo.isNull():
            painter.setPen(LIGHT.soft)
            painter.setFont(font(TYPE.small))
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, self.tr("Aucun logo"))
            return
        size = self._logo.size().scaled(inside.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(inside.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, self._logo, QRectF(self._logo.rect()))


class LogoBox(QWidget):
    """Shows the logo, and lets another one be chosen.

    Signals:
        edited: Another logo, or none, was chosen.
    """

    edited = Signal()

    def __init__(self, fit: Fitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit = fit
        self._logo: bytes | None = None
        self._task: Task[bytes] | None = None
        self._waiting: Path | None = None
        self._picture = _Picture()
        self.choose = KeyButton(self.tr("Choisir un logo…"), "Ctrl+L")
        self.choose.setObjectName("logo_choose")
        self.remove = KeyButton(self.tr("Retirer le logo"), kind=Kind.GHOST)
        self.remove.setObjectName("logo_remove")
        self._error = label("", Level.SMALL, wraps=True, role=Role.BAD)
        self._error.setObjectName("logo_error")
        self._lay_out()
        self.choose.clicked.connect(lambda *_: self.ask())
        self.remove.clicked.connect(lambda *_: self._take(None))

    def logo(self) -> bytes | None:
        """Return the logo shown, fit for papers."""
        return self._logo

    def show_logo(self, logo: bytes | None) -> None:
        """Show a logo, and forget what was refused. Emits nothing."""
        self._logo = logo
        self._picture.show_logo(logo)
        self.remove.setEnabled(logo is not None)
        self._refuse("")

    def ask(self) -> QFileDialog:
        """Ask which file, and return at once."""
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        files = QFileDialog(self, self.tr("Choisir un logo"), pictures)
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.setNameFilters(
            [self.tr("Images (*.png *.jpg *.jpeg *.gif *.webp)"), self.tr("Tous les fichiers (*)")]
        )
        return ask_then(files, self.read)

    def read(self, path: Path) -> None:
        """Read a file in the background; what is no picture is refused with its sentence."""
        if self._task is not None:  # the last file chosen is the one that is meant
            self._waiting = path
            return
        task = Task(partial(_reading, self._fit, path), self)
        task.succeeded.connect(self._take)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)
        self._task = task
        task.start()

    def error(self) -> str:
        """Return why a file was refused; empty when none was."""
        return self._error.text()

    def _lay_out(self) -> None:
        keys = QVBoxLayout()
        keys.setSpacing(SPACE.tight)
        keys.addWidget(self.choose)
        keys.addWidget(self.remove)
        row = QHBoxLayout()
        row.setSpacing(SPACE.card)
        row.addWidget(self._picture)
        row.addLayout(keys)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(label(self.tr("Logo"), Level.CAPTION))
        column.addLayout(row)
        column.addWidget(self._error)
        self.show_logo(None)

    def _take(self, logo: bytes | None) -> None:
        self.show_logo(logo)
        self.edited.emit()

    def _refuse(self, sentence: str) -> None:
        self._error.setText(sentence)
        show_if(self._error, shown=bool(sentence))

    def _on_failed(self, error: Exception) -> None:
        known = error if isinstance(error, UserError) else UserError(ErrorCode.PICTURE_NOT_READABLE)
        self._refuse(message_of(known))

    def _on_finished(self) -> None:
        self._task = None
        path, self._waiting = self._waiting, None
        if path is not None:
            self.read(path)


def _reading(fit: Fitting, path: Path) -> Generator[Progress, None, bytes]:
    yield Progress(0, 1, "")
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise UserError(ErrorCode.FILE_NOT_READABLE, path=path) from error
    return fit(content)
