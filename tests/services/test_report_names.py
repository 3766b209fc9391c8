"""A report when names change: partners, categories, basins however they are written."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.records.dossiers import CompanyDetails, DossierSheet, SkillsDetails
from alize_desktop.models.records.history import HistorySheet
from alize_desktop.models.records.imports import WorkbookContent
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.models.records.programme import Programme
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


@pytest.mark.parametrize("basin", ["-", " - "])
def test_a_basin_written_with_a_sign_is_not_the_whole_programme(past, basin):
    found = report(past, basin=basin)
    assert (found.scope.basin, found.studied, found.partners_here) == ("-", 1, 0)


def test_a_sign_that_no_dossier_writes_is_no_basin(past, refused):
    with refused(ErrorCode.BASIN_UNKNOWN, past, basin="–"):
        report(past, basin="–")


@pytest.mark.parametrize(("basin", "written"), [("saverne", "Saverne"), ("longwy", "Longwy")])
def test_the_basin_of_the_programme_or_of_a_partner_is_known_before_its_dossiers(
    past, basin, written
):
    past.services.programme.save(Programme("Longwy"))
    found = report(past, basin=basin)
    assert (found.scope.basin, found.studied) == (written, 0)
    assert found.partners_here == (basin == "saverne")


def test_only_a_report_from_the_same_day_on_is_compared(past):
    past.services.reports.keep(report(past))
    assert report(past, last=date(2020, 1, 1)).moved_since is not None
    year = {"first": date(2001, 1, 1), "last": date(2001, 12, 31)}
    assert report(past, **year).moved_since is None
    past.services.reports.keep(report(past, **year))
    assert report(past, first=date(2001, 1, 1)).moved_scope == ReportScope(**year)
    assert report(past, first=date(2002, 1, 1)).moved_since is None
