"""What the agreement about a loan of staff says of who lends, and of what is paid."""

from typing import Final

from alize_desktop.models.enums import Agreement
from alize_desktop.models.records.dossiers import CompanyDetails
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.company_words import siren_text

SMALL_COMPANY: Final = 250
"""A company of fewer employees may be lent staff for less than their cost."""

DOTS: Final = "…" * 27
DATE_DOTS: Final = "…" * 14
"""What is filled in by hand."""

USUAL_CALENDAR: Final = "un calendrier arrêté par les deux entreprises"

WITHOUT_MISSION: Final = {
    "personne": DOTS,
    "qualification": DOTS,
    "travail": DOTS,
    "lieu_mission": DOTS,
    "debut_mission": DATE_DOTS,
    "fin_mission": DATE_DOTS,
    "calendrier": USUAL_CALENDAR,
}
"""What a loan says of its mission while none is prepared."""

_USUAL_BASE: Final = f"articles L.{NO_BREAK}8241-1 et L.{NO_BREAK}8241-2 du code du travail"
_FREE_BASE: Final = f"article L.{NO_BREAK}8241-3 du code du travail"
_USUAL_TERMS: Final = (
    "L’entreprise prêteuse facture à l’entreprise d’accueil, pour la durée du prêt, les salaires "
    "versés, les charges sociales afférentes et les frais professionnels remboursés, et rien "
    "d’autre. La facture en donne le détail."
)
_FREE_TERMS: Final = (
    f"L’entreprise prêteuse appartient à un groupe d’au moins 5{NO_BREAK}000 salariés et "
    "l’entreprise d’accueil en compte moins de 250. L’entreprise prêteuse ne facture ni salaires, "
    f"ni charges sociales, ni frais professionnels{NO_BREAK}: le prêt reste à but non lucratif."
)


def is_free_loan(partner: PartnerSheet, company: CompanyDetails) -> bool:
    """Return whether a company may be lent staff for less than their cost.

    Source:
        Code du travail, article L. 8241-3: the lender is in a group of 5,000 employees or
        more, the host has fewer than 250. What is not known is not assumed.
    """
    headcount = company.headcount
    return (
        partner.large_group is Agreement.YES and headcount is not None and headcount < SMALL_COMPANY
    )


def loan_values(
    partner: PartnerSheet, company: CompanyDetails, *, may_be_free: bool = True
) -> dict[str, str]:
    """Return what the fields about the loan of staff say.

    Args:
        partner: The lender.
        company: The host.
        may_be_free: Whether nothing known of the mission forbids to lend below cost.
    """
    is_free = may_be_free and is_free_loan(partner, company)
    return {
        "partenaire": partner.name,
        "siren_partenaire": siren_text(partner.siren),
        "correspondant": partner.correspondent,
        "base_legale": f"l’{_FREE_BASE}" if is_free else f"les {_USUAL_BASE}",
        "de_base_legale": f"de l’{_FREE_BASE}" if is_free else f"des {_USUAL_BASE}",
        "refacturation": _FREE_TERMS if is_free else _USUAL_TERMS,
    }
