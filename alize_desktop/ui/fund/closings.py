"""Accounts that are closed, and the dialog that closes them up to a day."""

from collections.abc import Callable
from datetime import timedelta, tzinfo
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.fund import FundClosing
from alize_desktop.ui.fund.tools import FundTools
from alize_desktop.ui.widgets.buttons import Kind
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.dates import long_date, short_date

_DIGITS: Final = 12
_ONE_DAY: Final = timedelta(days=1)

translate = QCoreApplication.translate


def closing_model(zone: tzinfo) -> RecordTableModel[FundClosing]:
    """Return the closings, the last one first."""
    columns: tuple[Column[FundClosing], ...] = (
        Column(
            "through",
            translate("fund", "Arrêtés au"),
            lambda row: short_date(row.through),
            width=104,
            sortable=False,
        ),
        *(
            Column(key, title, text, right=True, width=128, sortable=False)
            for key, title, text in _amounts()
        ),
        Column(
            "author",
            translate("fund", "Par"),
            lambda row: row.author,
            width=140,
            stretches=True,
            sortable=False,
        ),
        Column(
            "closed_at",
            translate("fund", "Saisi le"),
            lambda row: short_date(row.closed_at.astimezone(zone).date()),
            width=104,
            sortable=False,
        ),
        Column(
            "sha256",
            translate("fund", "Empreinte"),
            lambda row: f"{row.sha256[:_DIGITS]}…",
            width=128,
            sortable=False,
        ),
    )
    return RecordTableModel(columns, lambda row: row.sequence)


def _amounts() -> tuple[tuple[str, str, Callable[[FundClosing], str]], ...]:
    """Return the amounts that a closing shows, as (key, title, text)."""
    return (
        ("cash", translate("fund", "Trésorerie"), lambda row: money_text(row.statement.cash)),
        (
            "available",
            translate("fund", "Disponible"),
            lambda row: money_text(row.statement.available),
        ),
        (
            "outstanding",
            translate("fund", "Encours"),
            lambda row: money_text(row.statement.outstanding),
        ),
    )


class ClosingDialog(FormDialog):
    """Asks up to which day the accounts are closed."""

    def __init__(self, tools: FundTools, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Arrêter les comptes"),
            self.tr("Arrêter les comptes"),
            parent,
            sentence=self.tr(
                "L’état du fonds est gardé tel qu’il est ce jour-là, avec son empreinte. Rien ne "
                "se date plus jusqu’à ce jour, lui compris\u00a0: ni mouvement du fonds, ni "
                "encaissement, ni versement."
            ),
            kind=Kind.DANGER,
        )
        self._tools = tools
        self.through = self.form.add(DateField(self.tr("Jusqu’au"), required=True))
        self.through.set_value(tools.today().replace(day=1) - _ONE_DAY)
        self.ask_author(tools.preferences.author(), tools.preferences.remember_author)

    @override
    def question(self) -> tuple[str, str] | None:
        day = self.through.value() or self._tools.today()
        try:
            found = self._tools.fund.statement(day)
        except UserError:  # what is written next says why
            return None
        figures = self.tr(
            "Trésorerie {cash}, disponible {available}, encours {outstanding}, pertes {losses}."
        ).format(
            cash=money_text(found.cash),
            available=money_text(found.available),
            outstanding=money_text(found.outstanding),
            losses=money_text(found.losses),
        )
        sure = self.tr("Des comptes arrêtés ne se rouvrent pas, et leur état ne change plus.")
        return (
            self.tr("Arrêter les comptes du fonds au {day}\u00a0?").format(day=long_date(day)),
            f"{figures}\n{sure}",
        )

    @override
    def write(self) -> Changes:
        day = self.through.value() or self._tools.today()
        return self._tools.fund.close(day, self.author_text())
