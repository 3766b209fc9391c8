"""Asks what a new programme is called and where its file goes."""

import re
from pathlib import Path, PureWindowsPath
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.programme import Programme
from alize_desktop.rules.field_checks import check_amount
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.shell.pressing import press_focused
from alize_desktop.ui.shell.registry_files import SUFFIX, registry_filter
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.fields.form import FieldForm
from alize_desktop.ui.widgets.fields.numbers import MoneyField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.file_dialogs import ask_then, file_to_write
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.wording.errors import message_of

_REFUSED: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
"""What no file name may hold on one system or another."""

_LONGEST_NAME: Final = 80
_WIDTH: Final = 520


class NewProgrammeDialog(QDialog):
    """Basin, operator and fund, then the file.

    It stays open, with what was typed, until the registry is made: whoever answers
    ``chosen`` calls ``accept``, or ``show_error``.

    Args:
        folder: Where files are proposed to be; made when it is missing.
        log_file: Named when a bug is shown.
        parent: Parent widget.

    Signals:
        chosen: Args: the path of the file to create, the ``Programme``.
    """

    chosen = Signal(object, object)

    def __init__(self, folder: Path, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._log_file = log_file
        self.setWindowTitle(self.tr("Nouveau programme"))
        self.setMinimumWidth(scaled(_WIDTH))
        self.basin = TextField(self.tr("Bassin d’emploi"), required=True)
        self.operator = TextField(self.tr("Organisme opérateur"))
        self.fund = MoneyField(self.tr("Fonds disponible au départ"))
        self._form = FieldForm()
        self._form.add(self.basin, wide=True)
        self._form.add(self.operator, wide=True)
        self._form.add(self.fund)
        cancel = KeyButton(self.tr("Annuler"), kind=Kind.GHOST)
        cancel.clicked.connect(lambda *_: self.reject())
        create = KeyButton(self.tr("Choisir le fichier…"), kind=Kind.PRIMARY)
        create.setObjectName("new_programme_create")
        create.setDefault(True)
        create.clicked.connect(lambda *_: self._on_create())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(create)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(label(self.tr("Un nouveau programme"), Level.HEADING))
        column.addWidget(self._form)
        column.addLayout(buttons)
        self.finished.connect(self.deleteLater)

    def programme(self) -> Programme:
        """Return what was typed."""
        return Programme(
            basin=self.basin.value(),
            operator=self.operator.value(),
            fund_amount=self.fund.value(),
        )

    def show_error(self, error: Exception) -> None:
        """Say why the registry was not made; what is typed stays."""
        show_error(self, error, self._log_file)

    def choose_file(self, path: Path) -> None:
        """Take a file name, unless something has it already."""
        path = with_suffix(path)
        if path.exists():
            self.show_error(UserError(ErrorCode.REGISTRY_EXISTS, path=str(path)))
            return
        self.chosen.emit(path, self.programme())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def _on_create(self) -> None:
        if not self._form.commit() or not self._is_fund_possible():
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self.show_error(UserError(ErrorCode.FOLDER_NOT_WRITABLE, path=str(self._folder)))
            return
        self._ask_file(self._folder / file_name(self.basin.value()))

    def _is_fund_possible(self) -> bool:
        try:
            check_amount(self.fund.value())
        except UserError as error:
            self.fund.set_error(message_of(error))
            self.fund.focus_control()
            return False
        return True

    def _ask_file(self, proposed: Path) -> None:
        title = self.tr("Enregistrer le nouveau programme")
        files = file_to_write(self, title, (registry_filter(),), proposed.parent)
        files.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is ever overwritten
        ask_then(files, self.choose_file, proposed.name)


def file_name(basin: str) -> str:
    """Return a file name for a basin that every system accepts.

    Args:
        basin: Any text; what a file name cannot hold becomes a hyphen.
    """
    name = _REFUSED.sub("-", basin)[:_LONGEST_NAME].strip(" .-")
    if not name or PureWindowsPath(name).is_reserved():
        name = f"Programme {name}".strip()
    return f"{name}{SUFFIX}"


def with_suffix(path: Path) -> Path:
    """Return the path with the suffix of registries, added when it is not there."""
    return path if path.suffix.lower() == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")
