"""What a programme achieved, reckoned from its registry, kept, and written."""

import json
import shutil
import statistics
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AdvanceEventKind,
    DecisionOutcome,
    JobContract,
    JobEvidence,
    JobKind,
    ProjectKind,
    Sector,
    VoteChoice,
)
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DossierSheet,
    JobsDetails,
    ProjectDetails,
    SkillsDetails,
)
from alize_desktop.models.records.history import HistorySheet
from alize_desktop.models.records.imports import WorkbookContent
from alize_desktop.models.records.jobs import JobObservationDraft, JobOpening, JobPromise
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.report import Counted, Kept, ReportScope
from alize_desktop.models.records.report_facts import DaysWork, JobsWork, MoneyWork, PeriodWork
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.jobs import promised
from alize_desktop.rules.report_counts import rounded
from alize_desktop.rules.text import search_key
from alize_desktop.services import report_missions, report_reading
from alize_desktop.services.bundle import Services
from alize_desktop.services.job_reading import read_observed
from alize_desktop.services.report_jobs import read_observed_jobs
from alize_desktop.services.work import drained
from alize_desktop.wording.report_words import DOSSIERS_READ
from tests.papers.reading import one_line, printed
from tests.services.conftest import ROOT, Office
from tests.services.missions_office import Kind, begin, draft, grant_days, last_event, sheet_of

CASES = ROOT / "tests" / "cases"
EXPECTED = json.loads((CASES / "programme-historique.json").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 23)
THIS_YEAR = (date(2026, 1, 1), date(2026, 12, 31))
NEXT_YEAR = (date(2027, 1, 1), date(2027, 12, 31))
ONE, TWO, FOUR = "2026-013", "2026-014", "2026-019"  # 12 000, 12 000 and 5 000 are granted


def noon():
    return datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def report(office, *period, basin=""):
    return drained(office.services.reports.figures(ReportScope(*period, basin=basin)))


@pytest.fixture(scope="module")
def decade(ten_years, tmp_path_factory):
    """Ten years of a programme, taken over once; these tests only read it."""
    path = shutil.copy(ten_years, tmp_path_factory.mktemp("bilan") / "programme.alize")
    with Registry.open(path, noon) as registry:
        yield Office(registry, Services(registry), noon)


class TestTenYears:
    def test_the_figures_are_those_of_the_article(self, decade):
        found = report(decade)
        assert (found.studied, found.retained, found.history) == (1400, 1050, 1400)
        assert found.created.observed == EXPECTED["jobs_created"]
        assert str(found.average_advance) == EXPECTED["average_advance"]
        assert (found.partners, found.basins, found.takeovers) == (120, 20, EXPECTED["takeovers"])
        assert {each.name: each.count for each in found.skill} == EXPECTED["skill"]
        assert {each.name: each.count for each in found.aim} == EXPECTED["aim"]
        assert dict(found.sector)[Sector.TRADE] == EXPECTED["sector"]["commerce"]
        assert found.headcount_median == EXPECTED["median_headcount"]
        assert found.days_done == found.days_planned == sum(x.done for x in found.days_by_partner)

    def test_the_work_of_the_years_is_that_of_the_whole(self, decade):
        whole = report(decade).work
        years = [
            report(decade, date(year, 1, 1), date(year, 12, 31)).work for year in range(1998, 2008)
        ]
        assert sum((each.days.days for each in years), Decimal()) == whole.days.days > 0
        assert sum(each.days.missions for each in years) == whole.days.missions
        assert sum((each.days.value for each in years), ZERO) == whole.days.value
        assert sum(each.jobs.created for each in years) == whole.jobs.created == 4300
        assert sum(each.jobs.dossiers for each in years) == whole.jobs.dossiers == 1050
        assert whole.money == MoneyWork()

    def test_years_and_basins_add_up_to_the_whole(self, decade):
        found = report(decade)
        years = [report(decade, date(year, 1, 1), date(year, 12, 31)) for year in range(1998, 2008)]
        basins = [report(decade, basin=each) for each in decade.services.reports.basins()]
        for parts in (years, basins):
            assert sum(each.studied for each in parts) == found.studied
            assert sum(each.retained for each in parts) == found.retained
            assert sum(each.created.observed for each in parts) == found.created.observed
            assert sum((each.advanced for each in parts), ZERO) == found.advanced
            assert sum(each.days_done for each in parts) == found.days_done
        assert [each.basins for each in basins] == [1] * 20
        assert sum(each.partners_here for each in basins) == 120
        assert {each.partners for each in basins} == {120}

    def test_a_basin_is_known_however_it_is_typed(self, decade):
        found = report(decade, basin="  COTE d’or ")
        assert (found.scope.basin, found.studied) == ("Côte-d'Or", 70)

    def test_the_file_is_read_in_few_statements(self, decade, max_queries):
        with max_queries(20, decade.registry):
            report(decade)

    def test_a_report_that_is_cancelled_leaves_nothing_open(self, decade, max_queries):
        steps = decade.services.reports.figures(ReportScope())
        assert next(steps).total == 1400 + 1050 + 1
        steps.close()
        assert report(decade).studied == 1400

    def test_a_long_reading_says_how_far_it_is(self, decade, monkeypatch):
        monkeypatch.setattr(report_reading, "_STEP", 100)
        monkeypatch.setattr(report_missions, "_STEP", 100)
        steps = list(decade.services.reports.figures(ReportScope()))
        done = [each.done for each in steps]
        assert done == sorted(done)
        assert len(steps) == 1 + 14 + 10 + 10 + 1
        assert {each.total for each in steps} == {1400 + 1050 + 1}
        assert {each.what for each in steps} >= {
            "100 dossiers lus",
            "Jours faits lus",
            "1\u202f000 missions lues",
        }

    def test_dossiers_of_other_years_are_steps_too(self, decade, monkeypatch):
        monkeypatch.setattr(report_reading, "_STEP", 100)
        last_year = ReportScope(date(2007, 1, 1))
        steps = [each.done for each in decade.services.reports.figures(last_year)]
        assert steps[:15] == [0, *range(0, 1400, 100)]

    def test_its_workbook_and_its_pages_show_the_same_numbers(self, decade, tmp_path):
        reports = decade.services.reports
        book = drained(reports.export_xlsx(tmp_path / "bilan.xlsx", ReportScope()))
        paper = drained(reports.export_pdf(tmp_path / "bilan.pdf", ReportScope()))
        cells = load_workbook(book.path)["Synthèse"].iter_rows(max_col=2, values_only=True)
        told = dict(cells)
        assert (told["Dossiers étudiés"], told["Dossiers retenus"]) == (1400, 1050)
        assert (told["Emplois créés"], told["Avance moyenne"]) == (4300, 12000)
        text = one_line(printed(Path(paper.path)))
        for each in ("1 400", "1 050", "4 300", "12 000 €", "120", "55 %"):
            assert each in text
        assert decade.registry.verify().is_sound

    @pytest.mark.parametrize("name", ["bilan.pdf", "bilan.xlsx"])
    def test_a_paper_that_is_cancelled_leaves_no_file(self, decade, tmp_path, name):
        reports, before = decade.services.reports, decade.actions()
        export = reports.export_pdf if name.endswith("pdf") else reports.export_xlsx
        steps = export(tmp_path / name, ReportScope())
        while next(steps).what != ("Classeur préparé" if name.endswith("xlsx") else DOSSIERS_READ):
            pass
        steps.close()
        assert list(tmp_path.iterdir()) == []
        assert decade.actions() == before


class TestWhatIsVoted:
    def test_a_decision_counts_on_the_day_of_its_meeting(self, lending):
        found = report(lending, TODAY, TODAY)
        assert (found.studied, found.retained, found.history) == (3, 3, 0)
        assert (found.advances, found.advanced) == (3, Money(29_000_00))
        assert (found.committee.meetings, found.committee.seats) == (1, 17)
        assert found.committee.attended == 17
        assert report(lending, None, date(2026, 11, 22)).studied == 0
        assert report(lending, date(2026, 11, 24)).studied == 0

    def test_a_meeting_is_of_the_basins_it_decided_on(self, lending):
        basins = lending.services.reports.basins()
        found = {each: report(lending, basin=each) for each in basins}
        assert sum(each.studied for each in found.values()) == 3
        for each in found.values():
            assert each.committee.meetings == (1 if each.studied else 0)
            assert each.basins == (1 if each.studied else 0)

    def test_an_amendment_changes_the_terms_and_not_the_day(self, lending):
        lending.clock.now = datetime(2027, 1, 12, 9, tzinfo=UTC)
        meeting = lending.hold(ONE, complete=False, held_on=date(2027, 1, 12))
        lending.approve(meeting, ONE, amount=Money(9_000_00), conditions=(), jobs_created=7)
        lending.services.committee.close(meeting)
        before, after = report(lending, None, date(2026, 12, 31)), report(lending)
        assert (before.studied, after.studied) == (3, 3)
        assert before.advanced - after.advanced == Money(3_000_00)
        assert report(lending, date(2027, 1, 1)).studied == 0
        assert after.committee.meetings == 2

    def test_one_withdrawn_afterwards_is_not_retained_any_more(self, lending):
        lending.clock.now = datetime(2027, 1, 12, 9, tzinfo=UTC)
        meeting = lending.hold(ONE, complete=False, held_on=date(2027, 1, 12))
        given_up = DecisionDraft(DecisionOutcome.WITHDRAWN, grounds="Projet abandonné")
        lending.services.decisions.record(lending.item(meeting, ONE), given_up)
        lending.services.committee.close(meeting)
        before, after = report(lending, None, date(2026, 12, 31)), report(lending)
        assert (before.retained, before.advanced) == (3, Money(29_000_00))
        assert (after.studied, after.retained, after.advances) == (3, 2, 2)
        assert after.advanced == Money(17_000_00)
        assert after.created.promised < before.created.promised
        assert (after.repayment.followed, before.repayment.followed) == (2, 3)
        assert dict(after.outcomes)[DecisionOutcome.WITHDRAWN] == 1
        alone = report(lending, date(2027, 1, 1))
        assert (alone.studied, alone.retained) == (1, 0)

    def test_refusals_are_counted_by_their_reason(self, office):
        meeting = office.hold(ONE, TWO, FOUR)
        for number, grounds in (
            (ONE, "Hors territoire"),
            (TWO, "Hors territoire\u00a0– siège à Lyon"),
            (FOUR, "Le dirigeant n’est pas venu"),
        ):
            item = office.vote(meeting, number, others=VoteChoice.AGAINST)
            office.services.voting.proclaim(item)
            refusal = DecisionDraft(DecisionOutcome.REJECTED, grounds=grounds)
            office.services.decisions.record(item, refusal)
        office.services.committee.close(meeting)
        found = report(office)
        assert (found.studied, found.retained) == (3, 0)
        assert found.refusals == (
            Counted("Hors territoire", 2),
            Counted("Le dirigeant n’est pas venu", 1),
        )
        assert found.average_advance is None

    def test_a_dossier_deferred_before_is_counted_once(self, office):
        for day in (23, 24):
            office.clock.now = datetime(2026, 11, day, 9, tzinfo=UTC)
            meeting = office.prepare(ONE, held_on=date(2026, 11, day), complete=day == 23)
            office.services.committee.open(meeting)
            office.services.committee.all_present(meeting)
            office.services.committee.establish_quorum(meeting)
            if day == 23:
                office.end(meeting)
            else:
                office.approve(meeting, ONE)
                office.services.committee.close(meeting)
        assert report(office).outcomes == ((DecisionOutcome.APPROVED, 1),)
        assert report(office, None, TODAY).outcomes == ((DecisionOutcome.DEFERRED, 1),)

    def test_money_that_comes_back_is_told(self, lending):
        dossier = lending.dossier(FOUR)
        lending.services.advances.sign(dossier, TODAY, TODAY, "Odile Perrin")
        pay(lending, dossier)
        lending.clock.now = datetime(2027, 3, 2, 9, tzinfo=UTC)
        lending.services.advances.receive(
            dossier, Money(400_00), date(2027, 1, 5), "VIR 12", "Odile Perrin"
        )
        found = report(lending).repayment
        position = lending.services.advances.detail(dossier, date(2027, 3, 2)).row.position
        assert (found.followed, found.repaid) == (3, Money(400_00))
        assert found.outstanding == Money(4_600_00) == position.outstanding
        assert found.late == position.overdue > ZERO
        assert report(lending, None, TODAY).repayment.repaid == ZERO


class TestThePeriodItself:
    def test_money_is_of_the_year_it_moves(self, lending):
        dossier = lending.dossier(FOUR)
        lending.services.advances.sign(dossier, TODAY, TODAY, "Odile Perrin")
        pay(lending, dossier)
        lending.clock.now = datetime(2027, 3, 2, 9, tzinfo=UTC)
        for day in (date(2026, 12, 30), date(2027, 1, 5)):
            lending.services.advances.receive(dossier, Money(400_00), day, "VIR 12", "Odile Perrin")
        found = {year: report(lending, *year) for year in (THIS_YEAR, NEXT_YEAR, ())}
        assert found[THIS_YEAR].work.money == MoneyWork(1, Money(5_000_00), Money(400_00))
        assert found[NEXT_YEAR].work.money == MoneyWork(0, ZERO, Money(400_00))
        assert (found[NEXT_YEAR].studied, found[NEXT_YEAR].repayment.repaid) == (0, ZERO)
        assert found[()].work.money == MoneyWork(1, Money(5_000_00), Money(800_00))
        assert found[()].repayment.repaid == Money(800_00)
        later = report(lending, date(2028, 1, 1))
        assert (
            later.work.money
            == report(lending, date.min, date(2020, 1, 1)).work.money
            == MoneyWork()
        )

    def test_days_and_jobs_are_of_the_year_they_are_done(self, office):
        mission = begin(office, days="1.5")
        dossier = office.services.missions.detail(mission).row.dossier_id
        office.clock.now = datetime(2027, 12, 1, 9, tzinfo=UTC)
        office.services.missions.record(mission, draft(Kind.DAYS_DONE, date(2027, 2, 1), "1"))
        for day, created in ((date(2026, 12, 1), 3), (date(2027, 6, 1), 2)):
            seen = JobObservationDraft(day, created=created, maintained=1, author="Odile Perrin")
            office.services.jobs.observe(dossier, seen)
        this, following = report(office, *THIS_YEAR), report(office, *NEXT_YEAR)
        assert this.work.days == DaysWork(Decimal("1.5"), Money(1_200_00), 1, 1)
        assert following.work.days == DaysWork(Decimal(1), Money(800_00), 1, 1)
        assert (following.studied, following.days_done) == (0, 0)
        assert office.services.partners.days(2027)[0].done == following.work.days.days
        assert this.work.jobs == JobsWork(1, 3, 1, 0)
        assert following.work.jobs == JobsWork(1, -1, 0, 0)
        elsewhere = [
            each
            for each in office.services.reports.basins()
            if not report(office, basin=each).studied
        ]
        for each in elsewhere:
            assert report(office, *NEXT_YEAR, basin=each).work == PeriodWork()


def pay(office, dossier):
    event = AdvanceEventDraft(
        AdvanceEventKind.DISBURSEMENT, TODAY, Money(5_000_00), "VIR 1", author="Odile Perrin"
    )
    office.services.advances.record(dossier, event)


class TestJobsAndDays:
    def test_the_last_observation_in_force_counts(self, lending):
        jobs, dossier = lending.services.jobs, lending.dossier(ONE)
        lending.clock.now = datetime(2027, 12, 1, 9, tzinfo=UTC)
        for day, created in ((date(2027, 2, 1), 1), (date(2027, 6, 1), 3), (date(2027, 9, 1), 9)):
            jobs.observe(
                dossier,
                JobObservationDraft(
                    day,
                    created=created,
                    maintained=2,
                    evidence=JobEvidence.VISIT,
                    author="Odile Perrin",
                ),
            )
        wrong = next(x for x in jobs.detail(dossier).observations if x.draft.created == 9)
        jobs.reverse(wrong.id, "Erreur de dossier", "Odile Perrin")
        found = report(lending)
        assert (found.created.observed, found.maintained.observed) == (3, 2)
        assert found.created.unobserved < found.created.promised
        assert report(lending, None, date(2027, 3, 1)).created.observed == 1
        assert report(lending, None, date(2026, 12, 31)).created == replace(
            found.created, observed=0, unobserved=found.created.promised
        )
        assert_same_jobs(lending, date(2027, 12, 1))

    def test_lines_of_promises_add_to_what_the_decision_says(self, lending):
        dossier, lines = lending.dossier(ONE), [(JobKind.CREATED, 9), (JobKind.SUSTAINED, 4)]
        before = report(lending)
        decided = promised(lending.services.jobs.detail(dossier).facts)
        lending.services.jobs.save_promises(
            dossier,
            [
                JobPromise(kind, JobContract.PERMANENT, count, Decimal(count))
                for kind, count in lines
            ],
            0,
        )
        told = promised(lending.services.jobs.detail(dossier).facts)
        found = report(lending)
        assert (told.created, told.sustained) == (9, 4)
        assert found.created.promised - before.created.promised == 9 - decided.created
        assert before.maintained.promised == found.maintained.promised
        assert told.maintained == decided.maintained > 0
        assert (before.sustained.promised, found.sustained.promised) == (0, 4)

    def test_jobs_offered_to_redeployed_staff(self, lending):
        opening = replace(
            lending.services.jobs.new_opening(lending.dossier(ONE)),
            title="Technicienne",
            persons=3,
            filled=2,
            filled_on=TODAY,
            opened_on=TODAY,
        )
        assert isinstance(opening, JobOpening)
        lending.services.jobs.save_opening(opening)
        found = report(lending).openings
        assert (found.offered, found.filled) == (3, 2)
        (known,) = lending.services.jobs.detail(lending.dossier(ONE)).openings
        lending.services.jobs.save_opening(replace(known, filled_on=None, filled=1))
        assert report(lending).openings.filled == 1  # one place is still open

    def test_days_are_those_of_the_missions(self, office):
        mission = begin(office, days="1.5")
        record = office.services.missions.record
        record(mission, draft(Kind.DAYS_DONE, date(2026, 11, 27), "0.5"))
        wrong = last_event(office, mission)
        record(mission, draft(Kind.REVERSAL, date(2026, 11, 28), text="Erreur", names_id=wrong))
        account = office.services.missions.detail(mission).row.account
        found = report(office)
        assert (found.days_granted, found.days_planned) == (3, account.planned)
        assert found.days_done == account.done == Decimal("1.5")
        assert found.days_value == account.value
        assert [(x.name, x.granted, x.done) for x in found.days_by_category] == [
            ("Qualité", 3, Decimal("1.5"))
        ]
        assert found.interventions == (Counted("Qualité", 1),)
        assert found.partners_active == 1
        assert report(office, None, TODAY).days_done == 0

    def test_an_amendment_of_a_mission_plans_other_days(self, office):
        mission = begin(office)
        amended = draft(
            Kind.AMENDED, date(2026, 11, 27), "4", text="Un jour de plus", ends_on=date(2027, 4, 30)
        )
        office.services.missions.record(mission, amended)
        later = replace(amended, days=Decimal(0), ends_on=date(2027, 5, 31))
        office.services.missions.record(mission, later)
        found = report(office)
        assert found.days_planned == 4
        assert found.days_planned == office.services.missions.detail(mission).row.account.planned

    def test_a_mission_given_up_plans_nothing(self, office):
        dossier, partner = grant_days(office)
        sheet = sheet_of(office, dossier, partner)
        mission, _ = office.services.missions.create(dossier, sheet)
        assert report(office).days_planned == 3
        office.services.missions.record(mission, draft(Kind.GIVEN_UP, TODAY, text="Départ"))
        found = report(office)
        assert (found.days_granted, found.days_planned) == (3, 0)
        assert (found.interventions, found.partners_active) == ((), 0)


def assert_same_jobs(office, until):
    """Check that both readings of the jobs observed agree."""
    with office.registry.read() as session:
        told = read_observed(session, until)
        connection = session.connection().connection.driver_connection
        found, _before = read_observed_jobs(connection, until.isoformat())
    assert {str(each): seen.draft.created for each, seen in told.items()} == {
        each: created for each, (created, *_others) in found.items()
    }


class TestKept:
    def test_the_next_report_of_the_same_basin_tells_what_moved(self, lending):
        reports = lending.services.reports
        first = report(lending)
        assert (first.moved_since, first.moved) == (None, ())
        assert reports.keep(first).results
        lending.clock.now = datetime(2027, 1, 12, 9, tzinfo=UTC)
        meeting = lending.hold("2026-001", held_on=date(2027, 1, 12))
        lending.approve(meeting, "2026-001", conditions=())
        lending.services.committee.close(meeting)
        told = report(lending)
        moved = {each.key: (each.before, each.now) for each in told.moved}
        assert moved["studied"] == ("3", "4")
        assert "partners" not in moved
        assert (told.moved_since, told.moved_scope) == (TODAY, ReportScope())
        assert report(lending, basin=told.by_basin[0].name).moved_since is None
        assert [each.scope for each in reports.kept()] == [ReportScope()]
        assert dict(reports.kept()[0].figures)["studied"] == "3"
        reports.keep(told)
        assert report(lending).moved == ()
        assert lending.actions()[-1] == "report.kept"


class TestRefused:
    def test_a_period_that_ends_before_it_begins(self, office, refused):
        with refused(ErrorCode.REPORT_PERIOD_REVERSED, office):
            report(office, date(2026, 2, 1), date(2026, 1, 1))

    def test_a_basin_that_no_dossier_names(self, office, refused):
        with refused(ErrorCode.BASIN_UNKNOWN, office, basin="Atlantide"):
            report(office, basin="Atlantide")

    def test_nothing_is_reckoned_of_an_empty_registry(self, empty):
        found = report(empty)
        assert (found.studied, found.partners, found.committee.meetings) == (0, 0, 0)
        assert empty.services.reports.basins() == ()


NAMES = st.sampled_from(["", "Qualité", "QUALITE", "Ressources humaines"])
BASINS = st.sampled_from(["", "Vosges", "VOSGES", "Longwy"])
PARTNERS = ("Fonderie du Val", "Groupe Écho")
DAYS = st.dates(date(2001, 1, 1), date(2020, 12, 31))


@st.composite
def pasts(draw):
    """Draw a dossier and its end."""
    filed_on = draw(DAYS)
    sheet = DossierSheet(
        "",
        CompanyDetails(
            name="Fonderie",
            siren="732829320",
            sector=draw(st.sampled_from(Sector)),
            headcount=draw(st.none() | st.decimals(0, 90, places=1)),
        ),
        filed_on,
        basin=draw(BASINS),
        project=ProjectDetails(kind=draw(st.none() | st.sampled_from(ProjectKind))),
        jobs=JobsDetails(created=draw(st.integers(0, 9))),
        skills=SkillsDetails(draw(NAMES), draw(st.integers(0, 9))),
    )
    outcome = draw(st.sampled_from(DecisionOutcome))
    end = HistorySheet(outcome, date.fromordinal(filed_on.toordinal() + draw(st.integers(0, 90))))
    if outcome in APPROVALS:
        days = draw(st.integers(0, 9).map(lambda number: Decimal(number) / 2))
        end = replace(
            end,
            amount=Money(draw(st.integers(0, 20_000_00))),
            jobs_created=draw(st.none() | st.integers(0, 9)),
            days_done=days,
            partner=draw(st.sampled_from(PARTNERS)) if days else "",
        )
    return sheet, end


@settings(max_examples=15)
@given(st.lists(pasts(), max_size=25), DAYS, DAYS, st.sampled_from(["", "vosges", "Ici"]))
def test_every_figure_is_a_plain_recomputation_from_the_dossiers(past, one, other, basin):
    first, last = sorted((one, other))
    named = {search_key(sheet.basin or "Ici") for sheet, _end in past}
    basin = basin if search_key(basin) in named else ""
    with tempfile.TemporaryDirectory() as folder:
        found = reckoned(Path(folder), past, ReportScope(first, last, basin))
    wanted = search_key(basin)
    studied = [
        (sheet, end)
        for sheet, end in past
        if first <= end.decided_on <= last
        and (not wanted or search_key(sheet.basin or "Ici") == wanted)
    ]
    kept = [(sheet, end) for sheet, end in studied if end.outcome in APPROVALS]
    assert (found.studied, found.retained, found.history) == (
        *map(len, (studied, kept)),
        len(studied),
    )
    assert found.basins == len({search_key(sheet.basin or "Ici") for sheet, _end in studied})
    seen = [end.jobs_created for _sheet, end in kept]
    asked = [sheet.jobs.created for sheet, _end in kept]
    awaited = sum(each for each, jobs in zip(asked, seen, strict=True) if jobs is None)
    assert found.created == Kept(sum(asked), sum(each or 0 for each in seen), awaited)
    lent = [end.amount.minor for _sheet, end in kept if end.amount]
    assert (found.advances, found.advanced) == (len(lent), Money(sum(lent)))
    known = [x.company.headcount for x, _end in kept if x.company.headcount is not None]
    assert found.headcount_median == (statistics.median(known) if known else None)
    assert sum(count for _, count in found.sector) == len(kept)
    assert found.takeovers == sum(x.project.kind is ProjectKind.TAKEOVER for x, _end in kept)
    spent = [(x.amount.minor, x.days_done) for _sheet, x in kept if x.jobs_created is not None]
    jobs = found.created.observed
    euros, days = (sum(each) for each in zip(*spent, strict=True)) if jobs else (0, 0)
    assert found.euros_per_job == (Money(euros).divided(jobs) if jobs else None)
    assert found.days_per_job == (rounded(Fraction(days) / jobs, 2) if jobs else None)
    done = sum((end.days_done for _sheet, end in kept), Decimal())
    assert found.days_done == sum((x.done for x in found.days_by_partner), Decimal()) == done
    assert found.days_granted == sum(x.granted for x in found.days_by_category)
    assert found.days_granted == sum(sheet.skills.days for sheet, _end in kept)


def reckoned(folder, past, scope):
    """Return the report of a new registry into which a past was taken over."""
    dossiers = [
        (row, replace(sheet, number=f"2001-{row:03}")) for row, (sheet, _) in enumerate(past)
    ]
    content = WorkbookContent(
        "passé.xlsx",
        "0" * 64,
        tuple(dossiers),
        partners=tuple(
            (row, PartnerSheet(name, f"73282932{row}")) for row, name in enumerate(PARTNERS)
        ),
        history=tuple((row, end) for row, (_, end) in enumerate(past)),
    )
    with Registry.create(folder / "passé.alize", Programme("Ici"), noon) as registry:
        services = Services(registry)
        services.importing.accept(content)
        return drained(services.reports.figures(scope))
