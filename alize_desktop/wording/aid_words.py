"""What letters say of state aid: what an advance is worth, and the ceiling."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from alize_desktop.models.enums import AidMethod, Collateral
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.state_aid import AidBasis, AidWeighing
from alize_desktop.wording.amounts import NO_BREAK, decimal_text, money_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted

_WHOLE: Final = Decimal(100)


def aid_values(weighing: AidWeighing) -> dict[str, str]:
    """Return what the fields about state aid say; nothing of a rate that is not known."""
    before, new, declared = weighing.before, weighing.new, weighing.declared
    told = {
        "aides_declarees": money_text(declared, NO_BREAK) if declared else "aucune",
        "plafond_de_minimis": money_text(weighing.ceiling, NO_BREAK),
    }
    if before is not None:
        told["aides_accordees"] = money_text(before, NO_BREAK) if before else "aucune"
    if new is None or new.basis is None or new.grant_equivalent is None:
        return told
    worth = money_text(new.grant_equivalent, NO_BREAK)
    if weighing.total is not None:
        told["total_de_minimis"] = money_text(weighing.total, NO_BREAK)
    return told | {
        "equivalent_subvention": worth + particulars(new.basis),
        **_rates(new.basis),
    }


def percent_text(number: Decimal) -> str:
    """Return a rate: « 6,19 % »."""
    return f"{decimal_text(number)}{NO_BREAK}%"


def base_rate_text(basis: AidBasis) -> str:
    """Return a base rate with the day it is known from: « 2,19 % au 1er janvier 2026 »."""
    since = f" au {long_date(basis.base_from)}" if basis.base_from else ""
    return f"{percent_text(basis.base_percent)}{since}"


def particulars(basis: AidBasis) -> str:
    """Return what is not usual in how an aid was reckoned; empty when everything is.

    « (méthode B, part publique du fonds : 60 %, dont 800,00 € de journées prêtées) », after
    a space.
    """
    told = []
    if basis.method is not AidMethod.A:
        told.append(f"méthode {basis.method.value}")
    if basis.public_percent != _WHOLE:
        told.append(f"part publique du fonds{NO_BREAK}: {percent_text(basis.public_percent)}")
    if basis.days_value:
        told.append(f"dont {money_text(basis.days_value, NO_BREAK)} de journées prêtées")
    return f" ({', '.join(told)})" if told else ""


def rate_source_text(basis: AidBasis) -> str:
    """Return where a base rate was read."""
    return basis.source or "fournie avec le programme, à vérifier"


def declared_with_dossier(number: str) -> str:
    """Return how the aid that a dossier declares without dates is named."""
    return f"Total déclaré au dépôt du dossier {number}"


def earlier_dossier(number: str, *, is_known: bool) -> str:
    """Return how the aid of an earlier dossier of the programme is named."""
    told = f"Avance du dossier {number}"
    return told if is_known else f"{told}, comptée pour son montant{NO_BREAK}: taux inconnu"


def authority_text(programme: Programme) -> str:
    """Return who grants the aids: the operator, or the programme when nobody is named."""
    return programme.operator.strip() or f"Programme Alizé, bassin {programme.basin}"


def guarantee_text(basis: AidBasis) -> str:
    """Return how an advance is secured, after its noun: « sans garantie »."""
    if basis.collateral is Collateral.LOW:
        return "sans garantie"
    return f"garantie par une sûreté {label(basis.collateral).lower()}"


def _rates(basis: AidBasis) -> dict[str, str]:
    margin = basis.reference_percent - basis.base_percent
    return {
        "taux_reference": percent_text(basis.reference_percent),
        "taux_base": percent_text(basis.base_percent),
        "marge_taux": counted(Fraction(margin), "point"),
        "garantie": guarantee_text(basis),
        "date_taux": long_date(basis.base_from) if basis.base_from else "",
    }
