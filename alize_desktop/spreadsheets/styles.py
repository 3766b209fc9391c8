"""The named styles of the workbooks of the program, in the colours of its light theme."""

import tomllib
from functools import cache
from typing import Final

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

from alize_desktop.paths import resource

FAMILY: Final = "Arial"
"""Font that every office has."""

EURO: Final = '[$-40C]#,##0.00\\ "€"'
"""Amounts in the French manner, also on a machine that is not French."""

DATE: Final = "[$-40C]dd/mm/yyyy"
"""Dates in the French manner."""

PERCENT: Final = '[$-40C]0.00\\ "%"'
"""Rates kept as percents: 2.19 for 2,19 %."""

_THOUSANDS: Final = "[$-40C]#,##0"
_SIZE: Final = 10


@cache
def inks() -> dict[str, str]:
    """Return the colours of the light theme without their ``#``, read once."""
    tokens = tomllib.loads(resource("style", "tokens.toml").read_text(encoding="utf-8"))["light"]
    return {name: value.removeprefix("#") for name, value in tokens.items()}


def named_styles() -> tuple[NamedStyle, ...]:
    """Return new styles, that one workbook may take."""
    return (*_titles(), *_facts(), *_table())


def report_styles() -> tuple[NamedStyle, ...]:
    """Return the styles that a report of the programme takes besides: large and half numbers."""
    return (
        _style("compte", align="right", shape=_THOUSANDS, line="under"),
        _style("chiffre", align="right", line="under"),
        _style("quantité", align="center", line="under"),
        _style("quantité totale", bold=True, align="center", line="top"),
        _style("part totale", bold=True, align="right", shape=PERCENT, line="top"),
    )


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
        font=Font(name=FAMILY, size=size, bold=bold, color=inks()[ink]),
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
        _style("montant", align="right", shape=EURO, line="under"),
        _style("montant fort", bold=True, align="right", shape=EURO, line="under"),
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
