"""Aids that a company declared: a table, and the dialog that adds one."""

from dataclasses import replace
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.state_aid import PastAid
from alize_desktop.models.values import ZERO
from alize_desktop.ui.aid.tools import AidTools
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.numbers import MoneyField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.dates import short_date

translate = QCoreApplication.translate

_FORM: Final = 640
_WIDTH: Final = 760
_HEIGHT: Final = 440


class PastAidDialog(FormDialog):
    """Asks for one aid that the company, or another of its undertaking, had."""

    def __init__(self, tools: AidTools, siren: str, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Ajouter une aide passée"),
            self.tr("Enregistrer"),
            parent,
            sentence=self.tr(
                "Toute aide de minimis de l’entreprise unique\u00a0: l’entreprise, celles qui la "
                "contrôlent et celles qu’elle contrôle."
            ),
        )
        self._tools = tools
        self._siren = siren
        self.setMinimumWidth(scaled(_FORM))
        self.granted_on = self.form.add(DateField(self.tr("Accordée le"), required=True))
        self.amount = self.form.add(
            MoneyField(self.tr("Équivalent-subvention brut"), required=True)
        )
        self.granter = self.form.add(TextField(self.tr("Accordée par")))
        self.undertaking = self.form.add(
            TextField(self.tr("À l’entreprise"), hint=self.tr("Vide\u00a0: à elle-même."))
        )
        self.measure = self.form.add(TextField(self.tr("Régime ou règlement")), wide=True)

    @override
    def write(self) -> Changes:
        day = self.granted_on.value() or self._tools.today()
        aid = self._tools.aid.new_past_aid(self._siren, day, self.amount.value() or ZERO)
        return self._tools.aid.save_past_aid(
            replace(
                aid,
                undertaking=self.undertaking.value(),
                granter=self.granter.value(),
                measure=self.measure.value(),
            )
        )


class PastAidsDialog(QDialog):
    """Every aid that a company declared; one may be added or taken away.

    Args:
        tools: Reads and writes them.
        company: Its name.
        siren: Its number.
        parent: Window it is asked from.
    """

    def __init__(
        self, tools: AidTools, company: str, siren: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Aides passées"))
        self.resize(scaled(_WIDTH), scaled(_HEIGHT))
        self._tools = tools
        self._siren = siren
        self.model = past_aid_model()
        self.table = RecordTable(self.model, self.tr("Aides déclarées"))
        self.add = KeyButton(self.tr("Ajouter une aide…"), "Ctrl+N", Kind.PRIMARY, icon="plus")
        self.add.setObjectName("past_aid_add")
        self.remove = KeyButton(self.tr("Retirer cette aide…"))
        self.remove.setObjectName("past_aid_remove")
        self._lay_out(self.tr("Aides passées de {company}").format(company=company))
        self.add.clicked.connect(lambda *_: self._on_add())
        self.remove.clicked.connect(lambda *_: self._on_remove())
        self.table.rows_selected.connect(lambda keys: self.remove.setEnabled(bool(keys)))
        self._read()

    def _lay_out(self, title: str) -> None:
        close = KeyButton(self.tr("Fermer"), "Esc", handles_key=False)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.related)
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(close)
        why = self.tr(
            "Celles des trente-six mois qui précèdent l’aide comptent avec elle. Les avances de ce "
            "programme s’y ajoutent d’elles-mêmes."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.group)
        column.setSpacing(SPACE.card)
        column.addWidget(label(title, Level.HEADING, wraps=True))
        column.addWidget(label(why, Level.SOFT, wraps=True))
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def _read(self) -> None:
        self.model.set_rows(self._tools.aid.past_aids(self._siren))
        self.remove.setEnabled(False)

    def _on_add(self) -> None:
        dialog = PastAidDialog(self._tools, self._siren, self)
        dialog.written.connect(self._on_written)
        dialog.open()

    def _on_remove(self) -> None:
        row = self.model.row_of(self.table.chosen())
        if row < 0:
            return
        aid = self.model.record(row)
        words = self.tr("Retirer l’aide de {amount} du {day}\u00a0?")
        question = words.format(
            amount=money_text(aid.grant_equivalent), day=short_date(aid.granted_on)
        )
        detail = self.tr("Elle ne comptera plus dans le plafond de l’entreprise.")
        confirm(self, question, self.tr("Retirer"), partial(self._remove, aid.id), detail=detail)

    def _remove(self, aid_id: UUID) -> None:
        try:
            changes = self._tools.aid.remove_past_aid(aid_id)
        except UserError as error:
            show_error(self, error, self._tools.log_file)
            return
        self._on_written(changes)

    def _on_written(self, changes: Changes) -> None:
        self._read()
        self._tools.bus.changed.emit(changes, self)


def past_aid_model() -> RecordTableModel[PastAid]:
    """Return past aids with their day, who granted them and what they are worth."""
    columns: tuple[Column[PastAid], ...] = (
        Column(
            "granted_on",
            translate("aid", "Accordée le"),
            lambda row: short_date(row.granted_on),
            width=110,
            sortable=False,
        ),
        Column(
            "granter",
            translate("aid", "Par"),
            lambda row: row.granter or "—",
            note=_more,
            width=180,
            stretches=True,
            sortable=False,
        ),
        Column(
            "amount",
            translate("aid", "Équivalent"),
            lambda row: money_text(row.grant_equivalent),
            right=True,
            width=124,
            sortable=False,
        ),
    )
    return RecordTableModel(columns, lambda row: row.id)


def _more(row: PastAid) -> str:
    return " · ".join(each for each in (row.undertaking, row.measure) if each)
