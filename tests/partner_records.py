"""Partner companies for the tests, without a registry."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID, uuid5

from alize_desktop.models.records.matching import MatchCandidate, MatchNeed, PartnerPast
from alize_desktop.models.records.partners import (
    PartnerDays,
    PartnerDetail,
    PartnerProfile,
    SkillOffer,
)
from alize_desktop.models.records.people import Partner, PartnerSheet

COMPANY = "732829320"
OF_TESTS = UUID("00000000-0000-0000-0000-000000000000")
NEED = MatchNeed("Ressources humaines", "Côte-d’Or", "21000", "Dijon", COMPANY, 4, 2026)


def need(**more):
    return replace(NEED, **more)


def partner_days(partner_id=OF_TESTS, **more):
    """12 days offered in 2026, none taken."""
    nothing = Decimal(0)
    told = PartnerDays(partner_id, "", 2026, Decimal(12), nothing, nothing, nothing)
    return replace(told, **more)


def candidate(name="Groupe Cablofil", *, far=None, past=None, days=None, **more):
    """A partner that offers nothing, of no basin, without dates, with all its days.

    ``profile``, ``offers`` and ``conflicts`` are those of the detail; the rest is of the sheet.
    """
    partner_id = uuid5(OF_TESTS, name)
    of_detail = {
        "profile": more.pop("profile", PartnerProfile()),
        "offers": more.pop("offers", ()),
        "conflicts": more.pop("conflicts", ()),
    }
    partner = Partner(partner_id, PartnerSheet(name, more.pop("siren", "999126907"), **more))
    told = replace(days or partner_days(), partner_id=partner_id, name=name)
    detail = PartnerDetail(partner, days=told, **of_detail)
    return MatchCandidate(detail, far, past or PartnerPast())


def offer(category="Ressources humaines", **more):
    return replace(SkillOffer(OF_TESTS, OF_TESTS, category), **more)
