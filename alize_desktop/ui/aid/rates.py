"""The base rates of the Commission: a dated table, and the dialog that adds one."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.state_aid import BaseRate
from alize_desktop.ui.aid.tools import AidTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.numbers import DecimalField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.aid_words import percent_text
from alize_desktop.wording.dates import short_date

translate = QCoreApplication.translate

_FORM: Final = 640
_WIDTH: Final = 720
_HEIGHT: Final = 420
_LEAST: Final = Decimal(-5)
_MOST: Final = Decimal(25)


class RateDialog(FormDialog):
    """Asks for a rate, the days it holds, and where it was read."""

    def __init__(self, tools: AidTools, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Ajouter un taux de base"),
            self.tr("Enregistrer"),
            parent,
            sentence=self.tr(
                "Un taux enregistré ne se modifie pas\u00a0: celui que vous saisissez ensuite pour "
                "les mêmes jours l’emporte."
            ),
        )
        self._tools = tools
        self.setMinimumWidth(scaled(_FORM))
        today = tools.today()
        self.first = self.form.add(DateField(self.tr("Premier jour"), required=True))
        self.last = self.form.add(DateField(self.tr("Dernier jour connu"), required=True))
        self.percent = self.form.add(
            DecimalField(
                self.tr("Taux de base"),
                smallest=_LEAST,
                largest=_MOST,
                places=4,
                unit=self.tr("% par an"),
                required=True,
            )
        )
        self.source = self.form.add(
            TextField(
                self.tr("Source"),
                required=True,
                hint=self.tr(
                    "Où il a été lu, et quand\u00a0: page de la Commission, le 5 janvier."
                ),
            ),
            wide=True,
        )
        self.first.set_value(today.replace(month=1, day=1))
        self.last.set_value(today.replace(month=12, day=31))

    @override
    def write(self) -> Changes:
        today = self._tools.today()
        return self._tools.aid.enter_rate(
            self.first.value() or today,
            self.last.value() or today,
            self.percent.value() or Decimal(0),
            self.source.value(),
        )


class RatesDialog(QDialog):
    """Every base rate, the latest first; one may be added, none is changed."""

    def __init__(self, tools: AidTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Taux de base"))
        self.resize(scaled(_WIDTH), scaled(_HEIGHT))
        self._tools = tools
        self.model = rate_model()
        self.table = RecordTable(self.model, self.tr("Taux de base"))
        self.add = KeyButton(self.tr("Ajouter un taux…"), "Ctrl+N", Kind.PRIMARY, icon="plus")
        self.add.setObjectName("rate_add")
        self._lay_out()
        self.add.clicked.connect(lambda *_: self._on_add())
        self._read()

    def _lay_out(self) -> None:
        close = KeyButton(self.tr("Fermer"), "Esc", handles_key=False)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.related)
        buttons.addWidget(self.add)
        buttons.addStretch(1)
        buttons.addWidget(close)
        why = self.tr(
            "Le taux du jour de l’aide sert au calcul. Un jour qu’aucun taux ne couvre ne permet pas "
            "de signer."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.group)
        column.setSpacing(SPACE.card)
        column.addWidget(label(self.tr("Taux de base"), Level.HEADING))
        column.addWidget(label(why, Level.SOFT, wraps=True))
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def _read(self) -> None:
        rates = list(enumerate(self._tools.aid.rates()))
        rates.sort(key=lambda each: (each[1].first, each[0]), reverse=True)
        self.model.set_rows([rate for _number, rate in rates])

    def _on_add(self) -> None:
        dialog = RateDialog(self._tools, self)
        dialog.written.connect(self._on_written)
        dialog.open()

    def _on_written(self, changes: Changes) -> None:
        self._read()
        self._tools.bus.changed.emit(changes, self)


def rate_model() -> RecordTableModel[BaseRate]:
    """Return the rates with the days they hold and their source."""
    given = translate("aid", "Fourni avec le programme, à vérifier")
    columns: tuple[Column[BaseRate], ...] = (
        Column(
            "first",
            translate("aid", "Du"),
            lambda row: short_date(row.first),
            width=104,
            sortable=False,
        ),
        Column(
            "last",
            translate("aid", "Au"),
            lambda row: short_date(row.last),
            width=104,
            sortable=False,
        ),
        Column(
            "percent",
            translate("aid", "Taux"),
            lambda row: percent_text(row.percent),
            right=True,
            width=88,
            sortable=False,
        ),
        Column(
            "source",
            translate("aid", "Source"),
            lambda row: row.source or given,
            width=260,
            stretches=True,
            sortable=False,
        ),
    )
    return RecordTableModel(columns, lambda row: (row.id, row.first))
