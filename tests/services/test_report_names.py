"""A report when names change: partners, categories, basins however they are written."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.records.dossiers import CompanyDetails, DossierSheet, SkillsDetails
from alize_desktop.models.records.history import HistorySheet
from alize_desktop.models.records.imports import WorkbookContent
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.models.records.report import Counted, DayLine, ReportScope
from alize_desktop.services.work import drained

FILED = date(2001, 3, 1)
ECHO = PartnerSheet("Groupe Écho", "999524614", "Saverne")


def report(office, **scope):
    return drained(office.services.reports.figures(ReportScope(**scope)))


@pytest.fixture
def past(empty):
    """A registry into which one dossier, its days and its partner were taken over."""
    sheet = DossierSheet(
        "2001-001",
        CompanyDetails(name="Fonderie", siren="732829320"),
        FILED,
        basin="-",
        skills=SkillsDetails("Qualité", 8),
    )
    end = HistorySheet(DecisionOutcome.APPROVED, FILED, days_done=Decimal(6), partner="Groupe Écho")
    empty.services.importing.accept(
        WorkbookContent(
            "passé.xlsx", "0" * 64, ((2, sheet),), partners=((2, ECHO),), history=((2, end),)
        )
    )
    return empty


def test_a_partner_that_is_renamed_keeps_its_past(past):
    (partner,) = past.services.people.partners()
    past.services.people.save_partner(partner.id, replace(partner.sheet, name="Groupe Nouveau"))
    assert report(past).days_by_partner == (DayLine("Groupe Nouveau", 8, Decimal(6), Decimal(6)),)


def test_a_category_that_is_renamed_keeps_its_days(past):
    categories = past.services.partners.categories()
    quality = next(each for each in categories if each.name == "Qualité")
    renamed = replace(quality, name="Qualité et certification")
    past.services.partners.save_category(quality, renamed)
    found = report(past)
    assert found.days_by_category == (
        DayLine("Qualité et certification", 8, Decimal(6), Decimal(6)),
    )
    assert found.interventions == (Counted("Qualité et certification", 1),)
    assert found.skill == (Counted("Qualité", 1),)
