"""The sheet Simulation: five cells to fill, and a schedule that follows them.

It reckons as ``rules.schedule`` does, in whole centimes, rounding at each step. Moving
a due date to a working day needs the public holidays: the sheet says that it does not.
"""

from typing import Final

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.spreadsheets.look import euros, protect, put, put_text, put_title, set_page
from alize_desktop.spreadsheets.simulation_formulas import (
    MOST_ROWS,
    Input,
    answers,
    day_of,
    inputs,
    reason,
)
from alize_desktop.spreadsheets.styles import inks
from alize_desktop.spreadsheets.tables import NO, YES, colour_words, name_cell

SHEET: Final = "Simulation"
"""Name of the sheet."""

FIRST_ROW: Final = 16
"""Row of the first instalment."""

BLOCK: Final = 60
"""Rows of a block: the second half stands beside the first, so that all prints on one page."""

LEFT, RIGHT = 1, 6
"""First columns of the two blocks."""

_HEADERS: Final = ("N°", "Date théorique", "Montant", "Restant dû")
_WIDTHS: Final = (7, 16, 17, 17, 3, 7, 16, 17, 17)
_TOP: Final = 4
_REASON_ROW: Final = 11
_ROW_HEIGHT: Final = 12.75


def fill_simulation(sheet: Worksheet, terms: AdvanceTerms, foot: str) -> None:
    """Fill the sheet Simulation; its cells to fill hold the terms of the contract first."""
    for letter, width in zip("ABCDEFGHI", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.sheet_format.defaultRowHeight = _ROW_HEIGHT
    sheet.sheet_format.customHeight = True
    _fill_head(sheet)
    _fill_inputs(sheet, terms)
    _fill_answers(sheet, terms)
    _fill_limits(sheet, terms)
    _fill_headers(sheet)
    for number in range(1, MOST_ROWS + 1):
        _fill_row(sheet, number, terms)
    _underline(sheet)
    set_page(sheet, foot)
    sheet.page_setup.fitToHeight = 1
    protect(sheet)


def _fill_head(sheet: Worksheet) -> None:
    put_title(sheet, "Simulation d’un échéancier", len(_WIDTHS))
    put_text(
        sheet,
        2,
        1,
        "Changez les cinq cases encadrées\u00a0: le tableau suit. L’échéancier du contrat ne change pas.",
        "surtitre",
    )
    _line(sheet, _TOP, LEFT, "À remplir", "rubrique")
    _line(sheet, _TOP, RIGHT, "Réponse", "rubrique")
    for row in range(_TOP, _TOP + 6):
        sheet.row_dimensions[row].height = 18


def _line(sheet: Worksheet, row: int, column: int, text: str, style: str) -> None:
    """Write a text over the columns of a block but the last, which its figure takes."""
    put_text(sheet, row, column, text, style)
    for other in range(column + 1, column + len(_HEADERS)):
        put(sheet, row, other, None, style)


def _fill_inputs(sheet: Worksheet, terms: AdvanceTerms) -> None:
    values = (euros(terms.amount), terms.months, terms.deferral, terms.every, terms.paid_on)
    rows = enumerate(zip(inputs(terms), values, strict=True), start=_TOP + 1)
    for row, (each, value) in rows:
        _line(sheet, row, LEFT, each.says, "légende")
        address = put(sheet, row, LEFT + 3, value, each.style)
        name_cell(sheet, each.name, address)
        sheet.add_data_validation(_validation(each, address))


def _validation(each: Input, address: str) -> DataValidation:
    rule = DataValidation(
        type=each.kind,
        operator=None if each.kind == "list" else "between",
        formula1=each.least,
        formula2=each.most or None,
        allow_blank=False,
        showErrorMessage=True,
        showInputMessage=True,
        errorTitle="Simulation",
        error=each.refusal,
        promptTitle=each.says[:32],
        prompt=each.refusal,
    )
    rule.add(address)
    return rule


def _fill_answers(sheet: Worksheet, terms: AdvanceTerms) -> None:
    for row, (says, name, formula, style) in enumerate(answers(terms), start=_TOP + 1):
        _line(sheet, row, RIGHT, says, "légende")
        address = put(sheet, row, RIGHT + 3, formula, style)
        name_cell(sheet, name, address)
        if style == "contrôle":
            colour_words(sheet, address, {YES: "good", NO: "bad"})
    address = put(sheet, _REASON_ROW, LEFT, reason(terms), "motif")
    name_cell(sheet, "sim_motif", address)


def _fill_limits(sheet: Worksheet, terms: AdvanceTerms) -> None:
    """Say what the formulas do not do, and what they take from the contract."""
    limits = [
        "Les dates sont comptées du versement, sans report au jour ouvré suivant quand elles tombent un samedi, un dimanche ou un jour férié.",
    ]
    if terms.in_fine:
        limits.append("Tout est remboursé en une fois, à la fin de la durée, comme au contrat.")
    if terms.first_due is not None:
        limits.append("La première date choisie à la main pour le contrat n’est pas reprise ici.")
    if terms.day_of_month is not None:
        limits.append(f"Les échéances tombent le {terms.day_of_month} du mois, comme au contrat.")
    for row, text in enumerate(limits, start=_REASON_ROW + 1):
        put_text(sheet, row, 1, text, "surtitre")


def _fill_headers(sheet: Worksheet) -> None:
    row = FIRST_ROW - 1
    sheet.row_dimensions[row].height = 20
    for place, header in enumerate(_HEADERS):
        put_text(sheet, row, LEFT + place, header, "en-tête" if place < 2 else "en-tête à droite")
        style = "calcul de rang" if place < 2 else "calcul de somme"
        put(sheet, row, RIGHT + place, f'=IF(sim_nombre>{BLOCK},"{header}","")', style)
    head = DifferentialStyle(
        font=Font(bold=True, color=inks()["on_primary"]),
        fill=PatternFill("solid", bgColor=inks()["primary"]),
    )
    rule = Rule(type="expression", formula=[f"sim_nombre>{BLOCK}"], dxf=head)
    sheet.conditional_formatting.add(f"F{row}:I{row}", rule)


def _fill_row(sheet: Worksheet, number: int, terms: AdvanceTerms) -> None:
    block, place = divmod(number - 1, BLOCK)
    row = FIRST_ROW + place
    first = (LEFT, RIGHT)[block]
    n, c, d = (get_column_letter(first + each) for each in (0, 2, 3))
    rank = f"{n}{row}"
    put(sheet, row, first, f'=IF(sim_nombre>={number},{number},"")', "calcul de rang")
    day = day_of(terms, rank)
    put(sheet, row, first + 1, f'=IF({rank}="","",{day})', "calcul de jour")
    amount = f"IF({rank}=sim_nombre,sim_derniere,sim_courante)"
    put(sheet, row, first + 2, f'=IF({rank}="","",{amount})', "calcul de somme")
    before = _before(number, d, row)
    put(sheet, row, first + 3, f'=IF({rank}="","",ROUND({before}-{c}{row},2))', "calcul de somme")


def _before(number: int, letter: str, row: int) -> str:
    """Return where what was left before an instalment stands."""
    if number == 1:
        return "sim_montant"
    if number == BLOCK + 1:
        return f"D{FIRST_ROW + BLOCK - 1}"
    return f"{letter}{row - 1}"


def _underline(sheet: Worksheet) -> None:
    """Rule the rows that hold an instalment, and no others."""
    line = DifferentialStyle(border=Border(bottom=Side("thin", color=inks()["line"])))
    last = FIRST_ROW + BLOCK - 1
    for first, end in (("A", "D"), ("F", "I")):
        rule = Rule(type="expression", formula=[f'${first}{FIRST_ROW}<>""'], dxf=line)
        sheet.conditional_formatting.add(f"{first}{FIRST_ROW}:{end}{last}", rule)
