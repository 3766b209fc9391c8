"""The sheets of the workbook of the fund that are tables: movements, funders, months."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.records.fund import (
    ForecastMonth,
    FunderShare,
    FundForecast,
    FundPeriod,
    FundStatement,
)
from alize_desktop.models.values import ZERO
from alize_desktop.spreadsheets.look import protect, put_text, set_page
from alize_desktop.spreadsheets.tables import (
    Field,
    TableAddress,
    Value,
    colour_words,
    name_range,
    write_table,
    write_total,
)
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.fund_months import month_name
from alize_desktop.wording.labels import label

MOVEMENTS: Final = "Mouvements"
FUNDERS: Final = "Financeurs"
FORECAST: Final = "Prévision"
"""Names of the sheets."""

_HEADER_ROW: Final = 4
_MOVEMENT_FIELDS: Final = (
    Field("Date de valeur", "jour"),
    Field("Nature", "cellule"),
    Field("Financeur ou entreprise", "cellule"),
    Field("Avance", "mot"),
    Field("Référence", "cellule"),
    Field("Entrée", "somme"),
    Field("Sortie", "somme"),
    Field("Trésorerie après", "somme"),
    Field("Compte comme", "cellule"),
)
_MOVEMENT_WIDTHS: Final = (13, 24, 34, 12, 22, 16, 16, 17, 24)
_MOVEMENT_NAMES: Final = {
    6: "mouvements_entree",
    7: "mouvements_sortie",
    8: "mouvements_tresorerie",
    9: "mouvements_rubrique",
}
_FUNDER_FIELDS: Final = (
    Field("Financeur", "cellule"),
    Field("Argent", "mot"),
    Field("Apporté, retraits déduits", "somme"),
    Field("Part", "pour cent"),
)
_FUNDER_WIDTHS: Final = (44, 14, 24, 12)
_MONTH_FIELDS: Final = (
    Field("Mois", "cellule"),
    Field("Trésorerie au début", "somme"),
    Field("Remboursements", "somme"),
    Field("Abondements attendus", "somme"),
    Field("Retraits et frais attendus", "somme"),
    Field("Versements d’avances", "somme"),
    Field("Trésorerie à la fin", "somme"),
    Field("Disponible", "somme"),
    Field("Disponible le plus bas ensuite", "somme"),
)
_MONTH_WIDTHS: Final = (18, 17, 17, 17, 17, 17, 17, 17, 17)
_MONTH_NAMES: Final = {
    1: "prevision_mois",
    2: "prevision_debut",
    3: "prevision_remboursements",
    4: "prevision_abondements",
    5: "prevision_retraits",
    6: "prevision_versements",
    7: "prevision_fin",
    8: "prevision_disponible",
    9: "prevision_plus_bas",
}


def fill_movements(sheet: Worksheet, period: FundPeriod, foot: str) -> None:
    """Fill the sheet Mouvements: all that entered or left, in order."""
    title = f"Mouvements du fonds jusqu’au {short_date(period.last)}"
    note = "L’argent du fonds et celui des avances. Une annulation compte à rebours de ce qu’elle annule."
    rows = tuple(_movements(period))
    address = _fill(sheet, title, note, "Mouvements", _MOVEMENT_FIELDS, _MOVEMENT_WIDTHS, rows)
    gone_in = sum((max(each.amount, ZERO) for each in period.lines), ZERO)
    gone_out = sum((max(-each.amount, ZERO) for each in period.lines), ZERO)
    totals = ("Total", None, None, None, None, gone_in, gone_out, period.closing.cash, None)
    write_total(sheet, address.last + 1, _MOVEMENT_FIELDS, totals)
    _finish(sheet, address, _MOVEMENT_NAMES, foot)


def fill_funders(sheet: Worksheet, statement: FundStatement, foot: str) -> None:
    """Fill the sheet Financeurs: what each one put in."""
    title = f"Financeurs au {short_date(statement.on)}"
    note = "Ce qui fut donné sans nommer personne, dont le montant du début, est à part."
    rows = [
        (
            each.funder,
            _money_of(each),
            each.contributed,
            Decimal(each.basis_points).scaleb(-2),
        )
        for each in statement.funders
    ]
    address = _fill(sheet, title, note, "Financeurs", _FUNDER_FIELDS, _FUNDER_WIDTHS, rows)
    given = sum((each.contributed for each in statement.funders), ZERO)
    write_total(sheet, address.last + 1, _FUNDER_FIELDS, ("Total", None, given, None))
    words = {"Public": "waiting", "Privé": "recusal"}
    colour_words(sheet, f"B{address.first}:B{address.last}", words)
    _finish(sheet, address, {3: "financeurs_apporte"}, foot)


def fill_forecast(sheet: Worksheet, forecast: FundForecast, foot: str) -> None:
    """Fill the sheet Prévision: sixty months."""
    title = f"Prévision à partir du {short_date(forecast.on)}"
    note = "Ni le retard, ni l’exigible, ni le contentieux ne sont comptés comme revenant."
    rows = tuple(_months(forecast.months))
    address = _fill(sheet, title, note, "Prevision", _MONTH_FIELDS, _MONTH_WIDTHS, rows)
    _finish(sheet, address, _MONTH_NAMES, foot)


def _fill(
    sheet: Worksheet,
    title: str,
    note: str,
    name: str,
    fields: Sequence[Field],
    widths: Sequence[int],
    rows: Sequence[Sequence[Value]],
) -> TableAddress:
    """Write the title of a sheet and its table."""
    for letter, width in zip("ABCDEFGHI", widths, strict=False):
        sheet.column_dimensions[letter].width = width
    put_text(sheet, 1, 1, title, "titre de page")
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(fields))
    sheet.row_dimensions[1].height = 24
    put_text(sheet, 2, 1, note, "surtitre")
    return write_table(sheet, name, fields, rows, _HEADER_ROW)


def _finish(sheet: Worksheet, address: TableAddress, names: Mapping[int, str], foot: str) -> None:
    """Name the columns of a sheet, set its page, protect it."""
    for column, name in names.items():
        name_range(sheet, name, address.column(column))
    set_page(sheet, foot, repeated_row=_HEADER_ROW, is_wide=True)
    protect(sheet)


def _money_of(share: FunderShare) -> str:
    if not share.is_named:
        return ""
    return "Public" if share.is_public else "Privé"


def _movements(period: FundPeriod) -> Iterator[tuple[Value, ...]]:
    for each in period.lines:
        yield (
            each.on,
            label(each.kind),
            each.who,
            each.number,
            each.reference,
            each.amount if each.amount > ZERO else None,
            -each.amount if each.amount < ZERO else None,
            each.cash,
            label(each.counts_as),
        )


def _months(months: Sequence[ForecastMonth]) -> Iterator[tuple[Value, ...]]:
    lowest = list(accumulate((each.available for each in reversed(months)), min))
    for each, least in zip(months, reversed(lowest), strict=True):
        yield (
            month_name(each.month),
            each.opening,
            each.repayments,
            each.contributions,
            each.withdrawals,
            each.grants,
            each.closing,
            each.available,
            least,
        )
