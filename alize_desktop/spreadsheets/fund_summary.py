"""The sheet Synthèse of the workbook of the fund: where it stands, when it can lend."""

from typing import Final

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.records.fund import FundStatement
from alize_desktop.models.records.fund_book import FundBookRecord
from alize_desktop.models.values import Money
from alize_desktop.spreadsheets.look import euros, protect, set_page
from alize_desktop.spreadsheets.summary_page import SummaryPage
from alize_desktop.spreadsheets.tables import name_cell
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.names import counted

_LABEL_WIDTH: Final = 44
_TEXT_WIDTH: Final = 50
_ASKED: Final = Money(15_000_00)
"""What is asked for first; the cell may be typed over."""

_NEVER: Final = "pas dans les soixante mois"
_WHEN: Final = (
    "SUMPRODUCT(--(prevision_plus_bas<montant_a_preter))",
    "ROWS(prevision_plus_bas)",
)
"""How many months cannot lend it for good, and how many there are."""


def fill_summary(sheet: Worksheet, record: FundBookRecord, verdict: str, foot: str) -> None:
    """Fill the sheet Synthèse.

    Args:
        sheet: An empty sheet.
        record: What is said.
        verdict: Formula that says whether all the controls hold.
        foot: What the foot of its pages says.
    """
    page = SummaryPage(sheet, _LABEL_WIDTH, _TEXT_WIDTH)
    _fill_title(page, record)
    _fill_standing(page, record.period.closing)
    _fill_money(page, record)
    _fill_question(page, record)
    page.verdict("Contrôles", verdict)
    set_page(sheet, foot)
    protect(sheet)


def _fill_title(page: SummaryPage, record: FundBookRecord) -> None:
    day = long_date(record.period.last)
    state, style = ("arrêtés", "décidé") if record.is_closed else ("non arrêtés", "proposé")
    page.title(record.programme, "État du fonds", f"Au {day}, comptes {state}", style)


def _fill_standing(page: SummaryPage, found: FundStatement) -> None:
    page.section("Ce que le fonds peut prêter")
    _figures(
        page,
        ("Trésorerie", found.cash, "fonds_tresorerie"),
        ("Engagé, non versé", found.committed, "fonds_engage"),
        ("Trop-perçus à rendre", found.credits, "fonds_trop_percus"),
    )
    _figures(page, ("Disponible", found.available, "fonds_disponible"), style="montant fort")
    page.section("Ce que les entreprises doivent")
    _figures(
        page,
        ("Encours", found.outstanding, "fonds_encours"),
        ("dont en retard", found.late, "fonds_retard"),
    )
    page.text("Avances en cours", counted(found.advances, "avance"))
    _figures(page, ("Pertes, récupérations déduites", found.losses, "fonds_pertes"))


def _fill_money(page: SummaryPage, record: FundBookRecord) -> None:
    found = record.period.closing
    page.section("D’où vient l’argent, et où il est allé")
    _figures(
        page,
        (
            "Montant de départ, compté dans les abondements",
            record.period.opening.cash,
            "fonds_depart",
        ),
        ("Abondements, montant de départ compris", found.contributions, "fonds_abondements"),
        ("Retraits", found.withdrawals, "fonds_retraits"),
        ("Frais", found.fees, "fonds_frais"),
        ("Versé aux entreprises", found.disbursed, "fonds_verse"),
        ("Encaissé", found.received, "fonds_encaisse"),
        ("Trop-perçus rendus", found.refunded, "fonds_rendu"),
        ("Récupéré après une perte", found.recovered, "fonds_recupere"),
        ("Abandonné ou perdu", found.written_off, "fonds_abandonne"),
    )


def _fill_question(page: SummaryPage, record: FundBookRecord) -> None:
    page.section("Quand pourrons-nous prêter\u00a0?")
    asked = page.figure("Montant à prêter (à changer)", euros(_ASKED), "saisie de montant")
    name_cell(page.sheet, "montant_a_preter", asked)
    only = DataValidation(
        type="decimal",
        operator="greaterThan",
        formula1="0",
        showErrorMessage=True,
        errorTitle="Montant",
        error="Un montant supérieur à zéro.",
    )
    only.add(asked)
    page.sheet.add_data_validation(only)
    late, months = _WHEN
    page.figure(
        "Premier mois où le fonds le peut pour de bon",
        f'=IF({late}={months},"{_NEVER}",INDEX(prevision_mois,{late}+1))',
        "texte fort",
    )
    page.figure(
        "Non compté\u00a0: en retard, exigible, contentieux",
        euros(record.forecast.doubtful),
        "montant",
    )


def _figures(page: SummaryPage, *figures: tuple[str, Money, str], style: str = "montant") -> None:
    """Write amounts beside their labels, and name their cells."""
    for name, amount, cell_name in figures:
        name_cell(page.sheet, cell_name, page.figure(name, euros(amount), style))
