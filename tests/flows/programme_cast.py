"""The invented companies and people of the story of a programme, and a registry of them."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from alize_desktop.models.enums import Agreement, Civility, MemberCollege, MemberOffice
from alize_desktop.models.records.people import MemberSheet, PartnerSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.services.bundle import Services

BASIN = "Trois Rivières"
AUTHOR = "Odile Perrin"


class Lender(NamedTuple):
    """A partner company."""

    name: str
    siren: str
    skills: tuple[str, ...]
    days: int


COMPANY, COMPANY_SIREN = "Électronique Vauclair", "999100209"
LENDER = Lender("Groupe Tilleul", "999200306", ("Ressources humaines", "Qualité"), 20)
RIVAL = Lender("Groupe Sorbier", "999300403", ("Ressources humaines",), 30)
OTHER = Lender("Groupe Cormier", "999400500", ("Qualité",), 15)
DEPARTMENT = "Direction des ressources humaines"
PERSON, POSITION = "Claire Vidal", "Responsable du recrutement"

FILED = date(2026, 1, 12)
DIAGNOSED = date(2026, 2, 2)
HELD = date(2026, 3, 10)
SIGNED = date(2026, 3, 24)
RELEASED = date(2026, 4, 1)
AGREED = date(2026, 4, 8)
WORKED = (date(2026, 4, 15), date(2026, 4, 29), date(2026, 5, 13))
CLOSED = date(2026, 6, 10)
MILESTONE = date(2027, 4, 1)
OBSERVED = date(2027, 4, 2)


def make_programme(path, clock):
    """Make a registry: a committee of five, three partner companies, no dossier yet."""
    programme = Programme(basin=BASIN, operator="Agence d’essai", fund_amount=Money(60_000_00))
    with Registry.create(path, programme, clock) as registry:
        people = Services(registry).people
        for seat in range(1, 6):
            people.save_member(None, _member(seat))
        for each in (LENDER, RIVAL, OTHER):
            people.save_partner(None, _partner(each))


def _member(seat):
    office = MemberOffice.CHAIR if seat == 1 else MemberOffice.MEMBER
    return MemberSheet(
        Civility.MADAME,
        "Anne",
        f"Membre {'ABCDE'[seat - 1]}.",
        "Chambre de commerce",
        MemberCollege.CHAMBER,
        office,
        Decimal(1),
    )


def _partner(lender):
    return PartnerSheet(
        lender.name,
        lender.siren,
        basin=BASIN,
        large_group=Agreement.YES,
        skills=lender.skills,
        days_per_year=lender.days,
    )
