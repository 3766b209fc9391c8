"""Asks what a new programme is called and where its file goes."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.models.records.programme import Programme
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.fields.form import FieldForm
from alize_desktop.ui.widgets.fields.numbers import MoneyField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import Level, label


class NewProgrammeDialog(QDialog):
    """Basin, operator and fund, then the file.

    Signals:
        chosen: Args: the path of the file to create, the ``Programme``.
    """

    chosen = Signal(object, object)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setWindowTitle(self.tr("Nouveau programme"))
        self.setMinimumWidth(520)
        self._basin = TextField(self.tr("Bassin d’emploi"), required=True)
        self._operator = TextField(self.tr("Organisme opérateur"))
        self._fund = MoneyField(self.tr("Fonds disponible au départ"))
        form = FieldForm()
        form.add(self._basin, wide=True)
        form.add(self._operator, wide=True)
        form.add(self._fund)
        self._form = form
        cancel = KeyButton(self.tr("Annuler"), kind=Kind.GHOST)
        cancel.clicked.connect(lambda *_: self.reject())
        create = KeyButton(self.tr("Choisir le fichier…"), kind=Kind.PRIMARY)
        create.setObjectName("new_programme_create")
        create.setDefault(True)
        create.clicked.connect(self._on_create)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(create)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(label(self.tr("Un nouveau programme"), Level.HEADING))
        column.addWidget(form)
        column.addLayout(buttons)

    def programme(self) -> Programme:
        """Return what was typed."""
        return Programme(
            basin=self._basin.value().strip(),
            operator=self._operator.value().strip(),
            fund_amount=self._fund.value(),
        )

    def _on_create(self) -> None:
        if not self._form.commit():
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        proposed = self._folder / f"{self._basin.value().strip().replace('/', '-')}.alize"
        files = QFileDialog(self, self.tr("Enregistrer le nouveau programme"), str(proposed))
        files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        files.setNameFilter(self.tr("Registre Alizé (*.alize)"))
        files.setDefaultSuffix("alize")
        files.selectFile(str(proposed))
        files.fileSelected.connect(self._on_file)
        files.open()

    def _on_file(self, path: str) -> None:
        self.chosen.emit(Path(path), self.programme())
        self.accept()
