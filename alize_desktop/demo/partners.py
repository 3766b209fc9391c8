"""What the invented partner companies agreed to: agreements, offers, whom they do not help."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from alize_desktop.demo.preparation import AGENDA
from alize_desktop.models.enums import ConflictKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.partners import (
    Absence,
    Correspondent,
    PartnerConflict,
    PartnerProfile,
    SkillOffer,
)
from alize_desktop.services.bundle import Services
from alize_desktop.ui.main_window import MainWindow

EXPERT: Final = "Julien Fontaine"
"""Who helps the company to which days are lent."""

EXPERT_POSITION: Final = "Responsable des systèmes d’information"

LENDER: Final = "Groupe d'Ormesson-Vial 12"
"""The partner that the decision names."""

QUALITY_LENDER: Final = "Groupe Xertigny 8"
"""The one that lends quality, without being named by the decision."""

_COMPETITOR: Final = "Groupe Émeraude 5"
_JOINED: Final = date(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class _Agreed:
    """What one partner agreed to.

    Attributes:
        offers: Category, who lends it, days a year.
    """

    partner: str
    profile: PartnerProfile
    offers: tuple[tuple[str, str, int | None], ...]


def _agreed() -> tuple[_Agreed, ...]:
    summer = Absence(date(2026, 8, 3), date(2026, 8, 21), "fermeture d’été")
    return (
        _Agreed(
            LENDER,
            PartnerProfile(
                "21000",
                "Dijon",
                _JOINED,
                date(2027, 12, 31),
                (Correspondent("Hélène Morvan", "Direction des ressources humaines"),),
                (summer,),
            ),
            (
                ("Numérique", EXPERT, 12),
                ("Organisation et production", "Direction industrielle", None),
            ),
        ),
        _Agreed(
            QUALITY_LENDER,
            PartnerProfile("21200", "Beaune", _JOINED, None),
            (("Qualité", "Service qualité", 8), ("Gestion et finances", "", None)),
        ),
        _Agreed(
            "Groupe Émeraude 11",
            PartnerProfile("21500", "Montbard", date(2025, 9, 1), date(2028, 8, 31)),
            (("Gestion et finances", "Direction financière", 10),),
        ),
        _Agreed(
            "Groupe Île-Verte 9",
            PartnerProfile("21800", "Chevigny-Saint-Sauveur", _JOINED, None),
            (("Commercial et marketing", "Direction commerciale", 10),),
        ),
        _Agreed(
            "Groupe L'Herminier 6",
            PartnerProfile("21000", "Dijon", _JOINED, None),
            (("Ressources humaines", "Direction des ressources humaines", 6),),
        ),
    )


class KnownPartners:
    """Writes down what the partners agreed to, once they are imported.

    Args:
        window: The main window.
        services: Services of its registry.
    """

    def __init__(self, window: MainWindow, services: Services) -> None:
        self._window = window
        self._services = services

    def write(self) -> None:
        """Write agreements, offers, and one conflict."""
        for each in _agreed():
            self._write_one(each)
        self._write_conflict()
        self._window.bus.changed.emit(Changes(people=True, results=True), None)

    def _write_one(self, agreed: _Agreed) -> None:
        partner = self.partner(agreed.partner)
        partners = self._services.partners
        partners.save_profile(partner, agreed.profile)
        for category, person, days in agreed.offers:
            position = EXPERT_POSITION if person == EXPERT else ""
            partners.save_offer(
                None, SkillOffer(partner, partner, category, person, position, days)
            )

    def _write_conflict(self) -> None:
        """One partner sells what a company of the agenda sells."""
        dossiers = self._services.dossiers
        siren = dossiers.detail(dossiers.by_number(AGENDA[1])).sheet.company.siren
        partner = self.partner(_COMPETITOR)
        conflict = PartnerConflict(
            partner, partner, siren, ConflictKind.COMPETITOR, "mêmes machines, mêmes clients"
        )
        self._services.partners.save_conflict(None, conflict)

    def partner(self, name: str) -> UUID:
        """Return the identifier of a partner.

        Raises:
            RuntimeError: The sample workbook names none like this.
        """
        for each in self._services.people.partners():
            if each.sheet.name == name:
                return each.id
        msg = f"no partner is named {name}"
        raise RuntimeError(msg)
