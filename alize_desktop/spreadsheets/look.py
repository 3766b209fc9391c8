"""How a workbook of the program looks: its styles, its page, text that stays text."""

import re
import tomllib
from decimal import Decimal
from functools import cache
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.values import Money
from alize_desktop.paths import resource

EURO: Final = '[$-40C]#,##0.00\\ "€"'
"""Amounts in the French manner, also on a machine that is not French."""

DATE: Final = "[$-40C]dd/mm/yyyy"
"""Dates in the French manner."""

PERCENT: Final = '[$-40C]0.00\\ "%"'
"""Rates kept as percents: 2.19 for 2,19 %."""

_FAMILY: Final = "Arial"
_SIZE: Final = 10
_LOOKS_LIKE_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_A4: Final = 9


@cache
def inks() -> dict[str, str]:
    """Return the colours of the light theme without their ``#``, read once."""
    tokens = tomllib.loads(resource("style", "tokens.toml").read_text(encoding="utf-8"))["light"]
    return {name: value.removeprefix("#") for name, value in tokens.items()}


def add_styles(book: Workbook) -> None:
    """Add to a workbook the styles that its cells take by name."""
    for style in (*_titles(), *_facts(), *_table()):
        book.add_named_style(style)


def euros(amount: Money) -> Decimal:
    """Return an amount as the exact decimal that a cell holds."""
    return Decimal(amount.minor).scaleb(-2)


def put(sheet: Worksheet, row: int, column: int, value: object, style: str) -> str:
    """Write a figure, a date or a formula of ours, and return its address.

    A text goes through ``put_text``.
    """
    cell = sheet.cell(row, column)
    cell.value = value  # type: ignore[assignment]  # the stubs know fewer kinds than the library
    cell.style = style
    return cell.coordinate


def put_text(sheet: Worksheet, row: int, column: int, text: str, style: str) -> None:
    """Write a text that stays one, whatever it starts with.

    A name such as ``=1+1 Conseil`` never becomes a formula, not even when a
    person edits the cell; what looks like an escape of the format is escaped.
    """
    cell = sheet.cell(row, column)
    cell.value = _LOOKS_LIKE_ESCAPE.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    cell.style = style
    cell.quotePrefix = text[:1] in tuple("=+-@")


def set_page(
    sheet: Worksheet, left: str, repeated_row: int | None = None, *, is_wide: bool = False
) -> None:
    """Set a sheet to print on A4, one page wide, with its number.

    Args:
        sheet: The sheet.
        left: What the foot of each page says on the left.
        repeated_row: Row printed again at the top of each page, None for none.
        is_wide: Whether the paper lies on its side.
    """
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape" if is_wide else "portrait"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.6
    margins.top, margins.bottom = 0.6, 0.8
    margins.header = margins.footer = 0.4
    # an ampersand alone would be read as an order
    said = ILLEGAL_CHARACTERS_RE.sub("", left).replace("&", "&&")
    soft = inks()["soft"]
    sheet.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(said, _FAMILY, 8, soft),
        right=_HeaderFooterPart("Page &P/&N", _FAMILY, 8, soft),
    )
    if repeated_row is not None:
        sheet.print_title_rows = f"{repeated_row}:{repeated_row}"
        sheet.freeze_panes = f"A{repeated_row + 1}"


def protect(sheet: Worksheet) -> None:
    """Protect a sheet from a slip of the hand: no password, filters and widths stay free."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = False
    protection.autoFilter = protection.sort = False


def _style(
    name: str,
    *,
    ink: str = "text",
    bold: bool = False,
    size: int = _SIZE,
    align: str = "left",
    shape: str = "General",
    line: str = "",
) -> NamedStyle:
    style = NamedStyle(
        name=name,
        font=Font(name=_FAMILY, size=size, bold=bold, color=inks()[ink]),
        alignment=Alignment(
            horizontal=align,
            vertical="center",
            wrap_text=shape == "@",
            indent=0 if align == "center" else 1,
        ),
        number_format="General" if shape == "@" else shape,
    )
    if line == "under":
        style.border = Border(bottom=Side("thin", color=inks()["line"]))
    elif line == "bottom":
        style.border = Border(bottom=Side("medium", color=inks()["primary"]))
    elif line == "top":
        style.border = Border(top=Side("medium", color=inks()["primary"]))
    return style


def _filled(name: str, ink: str, ground: str, align: str) -> NamedStyle:
    style = _style(name, ink=ink, bold=True, align=align, shape="@")
    style.fill = PatternFill("solid", fgColor=inks()[ground])
    return style


def _input(name: str, shape: str) -> NamedStyle:
    style = _style(name, bold=True, shape=shape)
    style.fill = PatternFill("solid", fgColor=inks()["waiting_ground"])
    edge = Side("thin", color=inks()["line_strong"])
    style.border = Border(left=edge, right=edge, top=edge, bottom=edge)
    style.protection = Protection(locked=False)
    return style


def _titles() -> tuple[NamedStyle, ...]:
    return (
        _style("surtitre", ink="soft", size=9),
        _style("titre", ink="primary", bold=True, size=18),
        _style("titre de page", bold=True, size=13, shape="@"),
        _style("rubrique", ink="primary", bold=True, size=11, line="bottom"),
        _filled("décidé", "good", "good_ground", "left"),
        _filled("proposé", "waiting", "waiting_ground", "left"),
    )


def _facts() -> tuple[NamedStyle, ...]:
    return (
        _style("intitulé", ink="soft", shape="@", line="under"),
        _style("texte", shape="@", line="under"),
        _style("texte fort", bold=True, shape="@", line="under"),
        _style("nombre", shape="0", line="under"),
        _style("montant", shape=EURO, line="under"),
        _style("montant fort", bold=True, shape=EURO, line="under"),
        _style("date", shape=DATE, line="under"),
        _style("contrôle", bold=True, align="center", line="under"),
        _style("légende", ink="soft", line="under"),
        _style("motif", ink="bad", bold=True),
        _input("saisie de montant", EURO),
        _input("saisie de nombre", "0"),
        _input("saisie de date", DATE),
    )


def _table() -> tuple[NamedStyle, ...]:
    return (
        _filled("en-tête", "on_primary", "primary", "center"),
        _filled("en-tête à droite", "on_primary", "primary", "right"),
        _style("rang", ink="soft", align="center", shape="0", line="under"),
        _style("jour", align="center", shape=DATE, line="under"),
        _style("somme", align="right", shape=EURO, line="under"),
        _style("mot", align="center", bold=True, line="under"),
        _style("cellule", shape="@", line="under"),
        _style("petit", ink="soft", size=7, shape="@", line="under"),
        _style("pour cent", align="right", shape=PERCENT, line="under"),
        _style("calcul de rang", ink="soft", align="center", shape="0"),
        _style("calcul de jour", align="center", shape=DATE),
        _style("calcul de somme", align="right", shape=EURO),
        _style("total", bold=True, line="top"),
        _style("compte total", bold=True, align="center", shape="0", line="top"),
        _style("somme totale", bold=True, align="right", shape=EURO, line="top"),
    )
