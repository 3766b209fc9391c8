"""The state-aid sheet of a dossier in words: how it was reckoned, and the verdict."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from alize_desktop.models.enums import AidMethod
from alize_desktop.models.records.state_aid import AidBasis, AidSheet
from alize_desktop.wording.aid_words import base_rate_text, percent_text, rate_source_text
from alize_desktop.wording.amounts import NO_BREAK, money_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted

TO_CONFIRM: Final = "La méthode doit être confirmée par le détenteur du fonds."

_FORMULAS: Final = {
    AidMethod.A: (
        "Avance moins ses échéances, chacune ramenée au jour du versement au taux de référence"
    ),
    AidMethod.A_PROPORTIONAL: (
        "Avance moins ses échéances, chacune ramenée au versement au douzième du taux par mois"
    ),
    AidMethod.B: "Intérêts qu’une banque demanderait à chaque période, ramenés au versement",
}


def basis_rows(sheet: AidSheet) -> Iterator[tuple[str, str]]:
    """Yield how the grant equivalent was reckoned, a name and a value a line."""
    yield "Jour de l’aide", long_date(sheet.granted_on)
    yield "Montant de l’avance", money_text(sheet.amount)
    basis = sheet.basis
    if basis is None:
        return
    yield "Taux de base", base_rate_text(basis)
    yield "Source du taux", rate_source_text(basis)
    yield "Marge", _margin(basis)
    yield "Taux de référence", percent_text(basis.reference_percent)
    if basis.method is AidMethod.B:
        yield "Taux d’actualisation", percent_text(basis.discount_percent)
    yield "Méthode", label(basis.method)
    yield "Calcul", _FORMULAS[basis.method]
    if basis.days_value:
        yield "Jours de compétences", money_text(basis.days_value)
    yield "Part publique du fonds", percent_text(basis.public_percent)


def undated_text(sheet: AidSheet) -> str:
    """Return whether what the dossier declares without dates counts; empty without any."""
    if not sheet.undated:
        return ""
    told = f"Le total déclaré au dépôt, sans dates ({money_text(sheet.undated)}),"
    if sheet.counts_undated:
        return f"{told} compte{NO_BREAK}: aucune aide datée n’est dans la période."
    return f"{told} ne compte pas{NO_BREAK}: les aides datées de la période le remplacent."


def verdict_text(sheet: AidSheet) -> str:
    """Return whether the aid may be granted, and what is left under the ceiling."""
    ceiling = money_text(sheet.ceiling)
    if sheet.total is None:
        return (
            f"Taux de base inconnu au {long_date(sheet.granted_on)}{NO_BREAK}:"
            " l’aide ne se calcule pas. Saisissez le taux de ce jour."
        )
    if sheet.is_allowed and sheet.left is not None:
        return (
            f"Sous le plafond{NO_BREAK}: {money_text(sheet.total)} sur {ceiling},"
            f" il reste {money_text(sheet.left)}."
        )
    return (
        f"Au-dessus du plafond{NO_BREAK}: {money_text(sheet.total)} pour {ceiling}."
        " L’aide entière est refusée, elle ne se réduit pas."
    )


def _margin(basis: AidBasis) -> str:
    points = (basis.reference_percent - basis.base_percent) * 100
    told = f"{counted(Fraction(points), 'point')} de base"
    rating, collateral = label(basis.rating), label(basis.collateral).lower()
    return f"{told}{NO_BREAK}: notation {rating[0].lower()}{rating[1:]}, sûreté {collateral}"
