"""Where an advance stands, on the sheet Synthèse: the controls read its figures by name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from alize_desktop.models.enums import AgeingBucket
from alize_desktop.models.records.advances import AdvancePosition
from alize_desktop.models.values import ZERO, Money
from alize_desktop.spreadsheets.look import euros
from alize_desktop.spreadsheets.summary_page import SummaryPage
from alize_desktop.spreadsheets.tables import colour_words, name_cell, name_range
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure of the situation.

    Attributes:
        name: By which the controls read it.
        read: Gives its amount.
        is_usual: Whether it is told even when it is zero.
    """

    says: str
    name: str
    read: Callable[[AdvancePosition], Money]
    is_usual: bool = False


def fill_standing(page: SummaryPage, position: AdvancePosition | None) -> None:
    """Fill the situation.

    Args:
        page: The sheet Synthèse, down to where the situation begins.
        position: None before the agreement is signed.
    """
    page.section("La situation")
    if position is None:
        page.text("État", "Convention non signée")
    else:
        page.figure("Situation au", position.on, "date")
        page.text("État", label(position.state), "texte fort")
        _fill_lateness(page, position)
    for figure in _FIGURES:
        _fill_figure(page, figure, position)


def _fill_figure(page: SummaryPage, figure: _Figure, position: AdvancePosition | None) -> None:
    """Tell a figure and give its cell a name; a name without a line is worth zero."""
    amount = None if position is None else figure.read(position)
    if amount is None or not (amount or figure.is_usual):
        name_range(page.sheet, figure.name, "0")
        return
    style = "montant fort" if figure.name == "avance_reste_du" else "montant"
    name_cell(page.sheet, figure.name, page.figure(figure.says, euros(amount), style))


def _unreleased(position: AdvancePosition) -> Money:
    """Return what the company does not have yet of the money its rows are about."""
    return sum((each.unreleased for each in position.rows), ZERO)


def _fill_lateness(page: SummaryPage, position: AdvancePosition) -> None:
    is_late = position.bucket is not AgeingBucket.NOT_LATE
    days = counted(position.days_late, "jour")
    said = f"En retard de {days}" if is_late else label(position.bucket)
    colour_words(page.sheet, f"B{page.row}", {said: "bad" if is_late else "good"})
    page.text("Retard", said, "texte fort")
    if is_late:
        page.figure("Échu impayé", euros(position.overdue), "montant fort")
    if position.moratorium_until is not None:
        page.figure("Moratoire jusqu’au", position.moratorium_until, "date")
    if position.next_due is not None:
        page.figure("Prochaine échéance", position.next_due, "date")
        page.figure("Son montant", euros(position.next_amount), "montant")


_FIGURES: Final = (
    _Figure("Versé à l’entreprise", "avance_verse", lambda told: told.disbursed, is_usual=True),
    _Figure("Reste à verser", "avance_a_verser", _unreleased),
    _Figure("Reçu de l’entreprise", "avance_recu", lambda told: told.received, is_usual=True),
    _Figure("Rendu à l’entreprise", "avance_rendu", lambda told: told.refunded),
    _Figure("Trop-perçu à rendre", "avance_trop_percu", lambda told: told.credit),
    _Figure("Abandonné ou perdu", "avance_abandonne", lambda told: told.written_off),
    _Figure("Récupéré ensuite", "avance_recupere", lambda told: told.recovered),
    _Figure("Reste dû", "avance_reste_du", lambda told: told.outstanding, is_usual=True),
)
