"""The list of dossiers: words, filters, sorts and totals."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alize_desktop.models.enums import DossierState, ProjectKind, Sector
from alize_desktop.models.records.dossier_list import DossierQuery, DossierTotals
from alize_desktop.models.records.dossiers import CompanyDetails, OpinionDetails, ProjectDetails
from alize_desktop.models.values import Money
from alize_desktop.rules.text import search_key
from alize_desktop.wording.labels import label

pytestmark = pytest.mark.retold

SORTS = {
    "number": lambda row: row.number,
    "company": lambda row: search_key(row.company),
    "town": lambda row: search_key(row.town),
    "amount": lambda row: row.requested_amount,
    "jobs": lambda row: row.jobs_created,
    "days": lambda row: row.days,
    "state": lambda row: list(DossierState).index(row.state),
    "filed_on": lambda row: row.filed_on,
    "sector": lambda row: search_key(label(row.sector)) if row.sector else "",
    "kind": lambda row: search_key(label(row.kind)) if row.kind else "",
    "siren": lambda row: row.siren,
    "case_officer": lambda row: search_key(row.case_officer),
    "meeting": lambda row: row.meeting_number,
}


@pytest.fixture
def find(office):
    def find(text="", **more):
        found = office.services.dossiers.search(DossierQuery(text=text, **more))
        assert found.totals.count == len(found.rows)
        return [each.number for each in found.rows]

    return find


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("verrerie", ["2026-004", "2026-007"]),
        ("VERRERIE val", ["2026-007"]),
        ("electricite", ["2026-010", "2026-024"]),
        ("Électricité  bélanger", ["2026-010"]),
        ("oeillet", ["2026-006"]),
        ("œillet", ["2026-006"]),
        ("l'étoile", ["2026-003"]),
        ("999812415", ["2026-002"]),
        ("999 812 415", ["2026-002"]),
        ("999 81", ["2026-002"]),
        ("2026-014", ["2026-014"]),
        ("2026 014", ["2026-014"]),
        ("saint-dié mécan", []),
        ("haÿ les roses", ["2026-011", "2026-020"]),
        ("verr -rosières", ["2026-004"]),
        ('"verrerie rosières"', ["2026-004"]),
        ("verr*", ["2026-004", "2026-007"]),
        ("town:verrerie", []),
        ("verrerie OR imprimerie", []),
        ("imprimerie NOT yvoire", []),
        ("NEAR(verrerie, 2)", []),
        ("R&D <Équipements>", ["2026-003"]),
        ("rreri", []),
    ],
)
def test_words_are_found_as_people_type_them(find, text, found):
    assert find(text) == found


@pytest.mark.parametrize("text", ["", "   ", "-", '"', "*", ":", "()", "'", "\x00", "^+~"])
def test_signs_alone_are_no_filter(find, text):
    assert len(find(text)) == 24


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_no_text_is_an_error(office, text):
    office.services.dossiers.search(DossierQuery(text=text))


def test_what_is_saved_is_found_at_once(office, find, new_sheet):
    office.services.dossiers.create(new_sheet("Ébénisterie Ünlü"))
    assert find("ebenisterie unlu") == ["2026-025"]


def test_filters_add_up(office, find):
    meeting = office.prepare("2026-001", "2026-015")
    assert find(states=frozenset({DossierState.SCHEDULED})) == ["2026-001", "2026-015"]
    assert find(meeting_id=meeting, sector=Sector.INDUSTRY) == ["2026-015"]
    assert find(kind=ProjectKind.TAKEOVER) == []
    assert len(find(kind=ProjectKind.DEVELOPMENT, states=frozenset({DossierState.FILED}))) == 22
    assert find("fonderie", meeting_id=meeting) == ["2026-015"]


def test_a_deferred_dossier_stays_with_the_meeting_that_deferred_it(office, find):
    first = office.hold("2026-001", "2026-002")
    office.defer(first, "2026-001")
    office.approve(first, "2026-002")
    assert find(meeting_id=first) == ["2026-001", "2026-002"]
    second = office.prepare("2026-001", complete=False)
    assert find(meeting_id=second) == ["2026-001"]
    assert find(meeting_id=first) == ["2026-001", "2026-002"]


@pytest.mark.parametrize("sort", SORTS)
def test_every_column_sorts_both_ways(office, sort, new_sheet):
    office.prepare("2026-003", "2026-001")
    for officer, sector, kind in (
        ("Élodie Zola", Sector.TRADE, ProjectKind.TAKEOVER),
        ("adam", Sector.AGRICULTURE, ProjectKind.CREATION),
        ("Zoé", None, None),
    ):
        office.services.dossiers.create(
            new_sheet(
                company=CompanyDetails("Élan", "732829320", sector=sector),
                opinion=OpinionDetails(officer),
                project=ProjectDetails(kind=kind),
            )
        )
    search = office.services.dossiers.search
    rows = search(DossierQuery(sort=sort)).rows
    by_number = sorted(rows, key=lambda row: row.number)
    assert list(rows) == sorted(by_number, key=SORTS[sort])
    backwards = search(DossierQuery(sort=sort, descending=True)).rows
    assert list(backwards) == sorted(by_number, key=SORTS[sort], reverse=True)


def test_an_unknown_column_is_a_bug(office):
    with pytest.raises(KeyError):
        office.services.dossiers.search(DossierQuery(sort="colour"))


def test_totals_are_those_of_the_whole_answer(office):
    office.prepare("2026-001")
    found = office.services.dossiers.search(
        DossierQuery(states=frozenset({DossierState.FILED}), sector=Sector.SERVICES)
    )
    assert found.totals == DossierTotals(
        count=len(found.rows),
        requested_amount=sum((row.requested_amount for row in found.rows), Money(0)),
        jobs_created=sum(row.jobs_created for row in found.rows),
        days=sum(row.days for row in found.rows),
        by_state=found.totals.by_state,
    )
    assert dict(found.totals.by_state) == {
        DossierState.FILED: len(found.rows),
        DossierState.SCHEDULED: 1,
    }


def test_totals_of_a_selection(office):
    ids = [office.dossier("2026-001"), office.dossier("2026-002")]
    totals = office.services.dossiers.totals(ids)
    assert (totals.count, totals.requested_amount) == (2, Money(17_500_00))
    assert (totals.jobs_created, totals.days) == (10, 6)
    assert office.services.dossiers.totals([]) == DossierTotals(0, Money(0), 0, 0)


def test_an_empty_registry_has_nothing(empty):
    found = empty.services.dossiers.search(DossierQuery(text="verrerie"))
    assert found.rows == ()
    assert found.totals == DossierTotals(0, Money(0), 0, 0)


def test_the_list_costs_two_statements(office, statements):
    with statements(office.registry) as sent:
        office.services.dossiers.search(DossierQuery(text="verr", sort="company"))
    assert len(sent) == 2
