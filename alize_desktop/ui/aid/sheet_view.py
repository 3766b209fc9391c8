"""The state aid of a dossier: what it is worth, what came before, the ceiling, the register."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.enums import Collateral, CreditRating
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.state_aid import AidGrant, AidSheet
from alize_desktop.ui.aid.basis_card import BasisCard
from alize_desktop.ui.aid.choices import AidChoices
from alize_desktop.ui.aid.declaring import DeclareDialog
from alize_desktop.ui.aid.past_aids import PastAidsDialog, past_aid_model
from alize_desktop.ui.aid.rates import RatesDialog
from alize_desktop.ui.aid.summary import AidSummary
from alize_desktop.ui.aid.tools import AidTools
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.aid_sheets import TO_CONFIRM, undated_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.labels import label as word

translate = QCoreApplication.translate

_HEADER: Final = 36
_ROW: Final = 54
_MOST: Final = 5


class AidView(QWidget):
    """Reads the sheet of the dossier it is given; writes what is pressed.

    Signals:
        said: A short message for the user. Arg: the text.
    """

    said = Signal(str)

    def __init__(self, tools: AidTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._dossier_id: UUID | None = None
        self._choice: tuple[CreditRating | None, Collateral | None] = (None, None)
        self._sheet: AidSheet | None = None
        self._is_outdated = False
        self.to_confirm = label(f"● {TO_CONFIRM}", Level.STRONG, wraps=True, role=Role.WAITING)
        self.to_confirm.setObjectName("aid_to_confirm")
        self.summary = AidSummary()
        self.basis = BasisCard()
        self.choices = AidChoices()
        self.model = past_aid_model()
        self.table = RecordTable(self.model, self.tr("Aides passées"))
        self.recorded = label("", wraps=True)
        self.recorded.setObjectName("aid_recorded")
        self.rates = KeyButton(self.tr("Taux de base…"))
        self.past = KeyButton(self.tr("Aides passées…"))
        self.record = KeyButton(self.tr("Enregistrer l’aide"), kind=Kind.PRIMARY)
        self.record.setObjectName("aid_record")
        self.declare = KeyButton(self.tr("Statut au registre…"))
        self.declare.setObjectName("aid_declare")
        self._nothing = EmptyState("")
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_dossier(self, dossier_id: UUID | None) -> None:
        """Show the aid of a dossier; None for one that is not written yet."""
        if dossier_id != self._dossier_id:
            self._choice = (None, None)
        self._dossier_id = dossier_id
        self._is_outdated = False
        if dossier_id is None:
            self._show_nothing(
                self.tr("Enregistrez d’abord le dossier\u00a0: son aide viendra ici.")
            )
            return
        try:
            self._show(self._tools.aid.sheet(dossier_id, *self._choice))
        except UserError as error:
            self._show_nothing(message_of(error))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _lay_out(self) -> None:
        whole = QWidget()
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE.card)
        inside.addWidget(self.to_confirm)
        inside.addWidget(self.summary)
        buttons = FlowLayout(spacing=SPACE.related)
        for button in (self.record, self.declare, self.rates):
            buttons.addWidget(button)
        inside.addWidget(self.choices)
        inside.addWidget(self.recorded)
        inside.addLayout(buttons)
        inside.addWidget(self.basis)
        inside.addWidget(self._past_card())
        inside.addStretch(1)
        self._body.addWidget(whole)
        self._body.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)

    def _past_card(self) -> QWidget:
        card = Card(self.tr("Ce qui compte avec elle, sur trente-six mois"))
        self._no_past = label(self.tr("Aucune aide connue sur cette période."), Level.SOFT)
        card.body.addWidget(self.table)
        card.body.addWidget(self._no_past)
        self.undated = label("", Level.SOFT, wraps=True)
        card.body.addWidget(self.undated)
        card.body.addWidget(self.past)
        return card

    def _connect(self) -> None:
        self.rates.clicked.connect(lambda *_: RatesDialog(self._tools, self.window()).open())
        self.past.clicked.connect(lambda *_: self._on_past())
        self.choices.changed.connect(self._on_chosen)
        self.record.clicked.connect(lambda *_: self._on_record())
        self.declare.clicked.connect(lambda *_: self._on_declare())
        self._tools.bus.changed.connect(self._on_changed)

    def _show_nothing(self, why: str) -> None:
        self._sheet = None
        self._nothing.set_sentence(why)
        self._body.setCurrentWidget(self._nothing)

    def _show(self, sheet: AidSheet) -> None:
        self._sheet = sheet
        self._body.setCurrentIndex(0)
        show_if(self.to_confirm, shown=not sheet.is_confirmed)
        self.summary.show_sheet(sheet)
        self.basis.show_sheet(sheet, self._tools.aid.public_percent())
        self.choices.show_sheet(sheet)
        self.undated.setText(undated_text(sheet))
        show_if(self.undated, shown=bool(sheet.undated))
        self.model.set_rows(sheet.past)
        rows = min(len(sheet.past), _MOST)
        self.table.setFixedHeight(scaled(_HEADER) + scaled(_ROW) * rows + scaled(8))
        show_if(self.table, shown=bool(sheet.past))
        show_if(self._no_past, shown=not sheet.past)
        self._show_grant(sheet)

    def _show_grant(self, sheet: AidSheet) -> None:
        grant = sheet.grant
        self.declare.setEnabled(grant is not None)
        can_be = sheet.is_allowed and bool(sheet.grant_equivalent)
        self.record.setEnabled(can_be and not sheet.is_recorded)
        if sheet.is_history:
            words = self.tr(
                "Cette décision a été reprise du passé\u00a0: son aide n’est pas calculée. "
                "Déclarez-la dans les aides passées si elle compte encore."
            )
        elif grant is None:
            words = self.tr(
                "L’aide n’est pas enregistrée. La signature de la convention l’enregistre "
                "d’elle-même."
            )
        else:
            told = self.tr(
                "Enregistrée sous l’identifiant {identifier}. Au registre\u00a0: {status}."
            )
            words = told.format(identifier=grant.identifier, status=_status_of(grant))
        self.recorded.setText(words)

    def _refresh(self) -> None:
        if self._is_outdated:
            self.show_dossier(self._dossier_id)

    def _on_past(self) -> None:
        if self._sheet is not None:
            sheet = self._sheet
            PastAidsDialog(self._tools, sheet.company, sheet.siren, self.window()).open()

    def _on_chosen(self) -> None:
        self._choice = self.choices.chosen()
        self.show_dossier(self._dossier_id)

    def _on_record(self) -> None:
        if self._dossier_id is None:
            return
        try:
            changes = self._tools.aid.record_grant(self._dossier_id, *self._choice)
        except UserError as error:
            show_error(self.window(), error, self._tools.log_file)
            return
        self._tools.bus.changed.emit(changes, self)
        self.said.emit(self.tr("Aide enregistrée"))

    def _on_declare(self) -> None:
        if self._sheet is None or self._sheet.grant is None:
            return
        dialog = DeclareDialog(self._tools, self._sheet.grant, self.window())
        dialog.written.connect(self._on_declared)
        dialog.open()

    def _on_declared(self, changes: Changes) -> None:
        self._tools.bus.changed.emit(changes, self)
        self.said.emit(self.tr("Statut enregistré"))

    def _on_changed(self, changes: Changes, _source: object) -> None:
        self._is_outdated = self._is_outdated or changes.money
        if self.isVisible():
            self._refresh()


def _status_of(grant: AidGrant) -> str:
    """Return where an aid stands in the register, with its reference once it is declared."""
    status = word(grant.status).lower()
    if grant.register_on is None:
        return status
    told = translate("aid", "{status} le {day}, référence {reference}")
    return told.format(
        status=status, day=long_date(grant.register_on), reference=grant.register_reference
    )
