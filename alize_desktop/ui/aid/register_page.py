"""The register of the aids of a year: declared or not, exported for the national register."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.enums import RegisterStatus
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.values import ZERO
from alize_desktop.ui.aid.declaring import DeclareDialog
from alize_desktop.ui.aid.rates import RatesDialog
from alize_desktop.ui.aid.register_table import grant_model
from alize_desktop.ui.aid.tools import AidTools
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.fields.choice import ChoiceBox
from alize_desktop.ui.widgets.file_dialogs import offer_kinds, speak_french
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.names import counted

_YEARS: Final = 12


class RegisterPage(QWidget):
    """Aids of a year, each with its status; nothing is ever taken out of it.

    Signals:
        said: A short message for the user. Arg: the text.
    """

    said = Signal(str)

    def __init__(self, tools: AidTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.year = ChoiceBox()
        self.year.setAccessibleName(self.tr("Année"))
        self.year.setFixedWidth(scaled(120))
        first = tools.today().year
        self.year.addItems([str(each) for each in range(first, first - _YEARS, -1)])
        self.model = grant_model()
        self.table = RecordTable(self.model, self.tr("Registre des aides"))
        self.declare = KeyButton(self.tr("Statut au registre…"))
        self.declare.setObjectName("register_declare")
        self.rates = KeyButton(self.tr("Taux de base…"))
        self.export = KeyButton(self.tr("Exporter le registre…"), "Ctrl+E", icon="export")
        self.export.setObjectName("register_export")
        self.total = label("", Level.STRONG)
        self.total.setObjectName("register_total")
        self._list = QStackedWidget()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the aids of the year again."""
        grants = self._tools.aid.register(self._year())
        chosen = self.table.chosen()
        self.model.set_rows(grants)
        self._list.setCurrentIndex(0 if grants else 1)
        self.export.setEnabled(bool(grants))
        waiting = sum(each.status is RegisterStatus.TO_DECLARE for each in grants)
        words = self.tr("{count}, équivalent total {total}, {waiting} à déclarer")
        self.total.setText(
            words.format(
                count=counted(len(grants), self.tr("aide"), self.tr("aides")),
                total=money_text(sum((each.grant_equivalent for each in grants), ZERO)),
                waiting=waiting,
            )
        )
        if grants:
            self.table.choose(chosen if self.model.row_of(chosen) >= 0 else grants[0].id)
        self.declare.setEnabled(bool(grants))

    def take_keyboard(self) -> None:
        """Give the keyboard to the aids, or to the year when there is none."""
        first = self.table if self.model.rows else self.year
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self, path: Path) -> None:
        """Write the register of the year in a file."""
        try:
            self._tools.aid.export_register(self._year(), path)
        except UserError as error:
            show_error(self.window(), error, self._tools.log_file)
            return
        self.said.emit(self.tr("Registre des aides enregistré"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.related)
        head.setSpacing(SPACE.related)
        head.addWidget(label(self.tr("Aides accordées en"), Level.STRONG))
        head.addWidget(self.year)
        head.addStretch(1)
        for button in (self.declare, self.rates, self.export):
            head.addWidget(button)
        foot = frame(Ground.BOTTOM)
        line = QHBoxLayout(foot)
        line.setContentsMargins(SPACE.group, SPACE.related, SPACE.group, SPACE.related)
        line.addStretch(1)
        line.addWidget(self.total)
        self._list.addWidget(self.table)
        self._list.addWidget(
            EmptyState(
                self.tr(
                    "Aucune aide n’est enregistrée cette année-là. La signature d’une convention "
                    "enregistre la sienne."
                )
            )
        )
        ground = frame(Ground.SURFACE)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addWidget(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ground)

    def _connect(self) -> None:
        self.year.activated.connect(lambda _index: self.refresh())
        self.declare.clicked.connect(lambda *_: self._on_declare())
        self.table.row_opened.connect(lambda _key: self._on_declare())
        self.rates.clicked.connect(lambda *_: RatesDialog(self._tools, self.window()).open())
        self.export.clicked.connect(lambda *_: self._on_export())

    def _year(self) -> int:
        return int(self.year.currentText())

    def _on_declare(self) -> None:
        row = self.model.row_of(self.table.chosen())
        if row < 0:
            return
        dialog = DeclareDialog(self._tools, self.model.record(row), self.window())
        dialog.written.connect(self._on_declared)
        dialog.open()

    def _on_declared(self, changes: Changes) -> None:
        self._tools.bus.changed.emit(changes, self)
        self.said.emit(self.tr("Statut enregistré"))

    def _on_export(self) -> None:
        dialog = QFileDialog(self, self.tr("Exporter le registre des aides"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        offer_kinds(
            dialog, [self.tr("Fichier du registre (*.csv)"), self.tr("Classeur Excel (*.xlsx)")]
        )
        dialog.selectFile(self.tr("registre-des-aides-{year}.csv").format(year=self._year()))
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        speak_french(dialog).open()
