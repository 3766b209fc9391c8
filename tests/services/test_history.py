"""The past of a programme, taken over from its workbook."""

import shutil
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook
from sqlalchemy import select

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import (
    DecisionOutcome,
    DossierState,
    JobEvidence,
    MissionEventKind,
    VoteChoice,
)
from alize_desktop.models.records.advances import AdvanceQuery
from alize_desktop.models.records.dossier_list import DossierQuery
from alize_desktop.models.records.history import HistorySheet
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.jobs import StoredJobObservation
from alize_desktop.models.tables.missions import StoredMission, StoredMissionEvent
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.jobs import REMINDER
from alize_desktop.services.bundle import Services
from alize_desktop.services.job_detail import read_jobs
from alize_desktop.services.standing_approvals import past_approvals
from tests.services.conftest import ROOT, Office

SAMPLE = ROOT / "tests" / "cases" / "programme-historique.xlsx"
APPROVED, DEFERRED, REFUSED, WITHDRAWN = "2001-001", "2001-002", "2001-003", "2001-004"
ORDINARY, DAYS_ONLY = "2001-005", "2002-001"
HEADERS = (
    *("N° dossier", "Entreprise", "SIREN", "Bassin", "Avance demandée", "Durée (mois)"),
    *("Différé (mois)", "Périodicité (mois)", "Compétence demandée", "Date de dépôt"),
    *("Décision", "Date de décision", "Avance accordée", "Emplois créés constatés"),
    *("Jours réalisés", "Entreprise partenaire"),
)
FILED, TODAY = date(2001, 3, 1), date(2026, 11, 23)
LENT = ("Groupe Écho", "999524614")


def row(number, *end, basin="Longwy"):
    asked = (10_000, 48, 12, 3, "Qualité", FILED)
    ended = (*end, *(None,) * (6 - len(end)))
    return (number, f"Fonderie {number}", "999631708", basin, *asked, *ended)


ROWS = (
    row(APPROVED, "Agréé", date(2001, 4, 2), 8_000, 3, 6, "Groupe Écho"),
    row(DEFERRED, "Ajourné", date(2001, 4, 2)),
    row(REFUSED, "Refusé", date(2001, 4, 2)),
    row(WITHDRAWN, "Retiré", date(2001, 4, 2)),
    row(ORDINARY),
    row(DAYS_ONLY, "Agréé", date(2001, 5, 2), 0, 0, "2,5", "GROUPE ECHO", basin="Saverne"),
)


@pytest.fixture
def book(tmp_path):
    """Write a workbook of the past."""

    def write(rows=ROWS, partners=((*LENT, "Longwy"), (*LENT, "Saverne"))):
        made = Workbook()
        made.worksheets[0].title = "Dossiers"
        for each in (HEADERS, *rows):
            made.worksheets[0].append(each)
        sheet = made.create_sheet("Partenaires")
        for each in (("Entreprise", "SIREN", "Bassin"), *partners):
            sheet.append(each)
        made.save(tmp_path / "passé.xlsx")
        return tmp_path / "passé.xlsx"

    return write


@pytest.fixture
def past(empty, book):
    """A new registry into which a small past was taken over."""
    empty.services.importing.accept(empty.services.importing.preview(book()))
    return empty


@pytest.fixture
def programme(ten_years, tmp_path, clock):
    """The ten years, ours to change. Sound at the end of every test."""
    path = tmp_path / "dix-ans.alize"
    shutil.copy(ten_years, path)
    with Registry.open(path, clock) as registry:
        yield Office(registry, Services(registry), clock)
        assert registry.verify().is_sound


def rows_of(office):
    return {each.number: each for each in office.services.dossiers.search(DossierQuery()).rows}


@pytest.mark.retold
class TestTenYears:
    def test_every_dossier_comes_with_its_decision(self, programme):
        rows = rows_of(programme).values()
        assert len(rows) == 1400
        assert Counter(each.outcome for each in rows) == {
            DecisionOutcome.APPROVED: 1050,
            DecisionOutcome.REJECTED: 168,
            DecisionOutcome.DEFERRED: 95,
            DecisionOutcome.WITHDRAWN: 87,
        }
        assert all(each.is_history for each in rows)
        assert len(programme.services.people.partners()) == 120

    def test_the_journal_tells_every_act(self, programme):
        told = Counter(each.action for each in programme.journal())
        assert told["history.recorded"] == 1400
        assert told["mission.saved"] == told["mission.days_done"] == told["mission.closed"] == 1050
        assert told["jobs.observed"] == 1050

    def test_missions_have_the_numbers_of_their_year_with_no_gap(self, programme):
        with programme.registry.read() as session:
            numbers = sorted(session.scalars(select(StoredMission.number)))
        assert numbers[0] == "1998-M001"
        by_year = Counter(each[:5] for each in numbers)
        expected = [
            f"{year}M{rank:03d}" for year in by_year for rank in range(1, by_year[year] + 1)
        ]
        assert sorted(expected) == numbers

    def test_no_company_that_kept_its_word_is_told_that_it_missed_it(self, programme):
        with programme.registry.read() as session:
            dossiers = [each.dossier_id for each in past_approvals(session)]
            details = [read_jobs(session, each, TODAY) for each in dossiers[::5]]
        missed = [each for each in details if REMINDER in each.proposals]
        assert len(details) == 210
        assert all(each.realisation < 1 for each in missed)

    def test_taken_over_again_nothing_is_doubled(self, programme):
        content = programme.services.importing.preview(SAMPLE)
        assert (content.dossiers, content.history, content.partners) == ((), (), ())
        assert {each.column for each in content.refused} == {"N° dossier"}
        assert len(content.refused) == 1400

    def test_the_workbook_says_what_it_brings(self, empty):
        content = empty.services.importing.preview(SAMPLE)
        assert (len(content.dossiers), len(content.history), len(content.partners)) == (
            *(1400, 1400),
            120,
        )
        assert (content.refused, content.unknown_columns) == ((), ())
        assert content.past_advances == 1050


class TestADecisionOfThePast:
    def test_it_is_shown_as_it_was(self, past):
        history = past.detail(APPROVED).history
        assert history.sheet == HistorySheet(
            *(DecisionOutcome.APPROVED, date(2001, 4, 2), Money(8_000_00), 3),
            *(Decimal(6), "Groupe Écho"),
        )
        assert history.source == "passé.xlsx"
        assert past.detail(APPROVED).outcome is DecisionOutcome.APPROVED
        assert past.detail(APPROVED).is_history
        assert not past.detail(APPROVED).is_editable

    @pytest.mark.parametrize(
        ("number", "state", "outcome"),
        [
            (APPROVED, DossierState.DECIDED, DecisionOutcome.APPROVED),
            (DEFERRED, DossierState.DECIDED, DecisionOutcome.DEFERRED),
            (REFUSED, DossierState.DECIDED, DecisionOutcome.REJECTED),
            (WITHDRAWN, DossierState.WITHDRAWN, DecisionOutcome.WITHDRAWN),
            (ORDINARY, DossierState.FILED, None),
        ],
    )
    def test_it_gives_the_dossier_its_state(self, past, number, state, outcome):
        found = rows_of(past)[number]
        assert (found.state, found.outcome) == (state, outcome)
        assert found.is_history == (outcome is not None)

    def test_what_it_granted_is_in_the_list(self, past):
        rows = rows_of(past)
        granted = [
            (rows[each].granted_amount, rows[each].granted_days)
            for each in (APPROVED, DAYS_ONLY, REFUSED, ORDINARY)
        ]
        assert granted == [(Money(8_000_00), 6), (ZERO, Decimal("2.5")), (None, None), (None, None)]

    def test_its_days_are_a_mission_that_is_closed(self, past):
        with past.registry.read() as session:
            missions = session.execute(
                select(StoredMission.__table__).order_by(StoredMission.number)
            ).all()
            events = session.execute(
                select(StoredMissionEvent.__table__).order_by(StoredMissionEvent.sequence)
            ).all()
        assert [(each.number, each.planned_days) for each in missions] == [
            ("2001-M001", Decimal(6)),
            ("2001-M002", Decimal("2.5")),
        ]
        assert all(each.is_history for each in missions)
        assert {each.category for each in missions} == {"Qualité"}
        assert {each.day_value for each in missions} == {Money(800_00)}
        assert [(each.mission_id, each.kind, each.value_on, each.days) for each in events] == [
            (missions[0].id, MissionEventKind.DAYS_DONE, date(2001, 4, 2), Decimal(6)),
            (missions[0].id, MissionEventKind.CLOSED, date(2001, 4, 2), Decimal(0)),
            (missions[1].id, MissionEventKind.DAYS_DONE, date(2001, 5, 2), Decimal("2.5")),
            (missions[1].id, MissionEventKind.CLOSED, date(2001, 5, 2), Decimal(0)),
        ]

    def test_its_partner_is_the_site_of_the_basin(self, past):
        sites = {each.sheet.basin: each.id for each in past.services.people.partners()}
        with past.registry.read() as session:
            found = session.scalars(select(StoredMission.partner_id).order_by(StoredMission.number))
            assert list(found) == [sites["Longwy"], sites["Saverne"]]

    def test_a_partner_of_another_basin_may_have_lent(self, empty, book):
        path = book(partners=((*LENT, "Nancy"),))
        empty.services.importing.accept(empty.services.importing.preview(path))
        (only,) = empty.services.people.partners()
        with empty.registry.read() as session:
            assert set(session.scalars(select(StoredMission.partner_id))) == {only.id}

    def test_its_jobs_were_observed_on_its_day(self, past):
        with past.registry.read() as session:
            found = session.execute(
                select(StoredJobObservation.__table__).order_by(StoredJobObservation.sequence)
            ).all()
        assert [(each.created, each.created_fte, each.observed_on) for each in found] == [
            (3, Decimal(3), date(2001, 4, 2)),
            (0, Decimal(0), date(2001, 5, 2)),
        ]
        assert {each.evidence for each in found} == {JobEvidence.HISTORY}
        assert {each.milestone for each in found} == {None}

    def test_numbers_of_missions_go_on_from_a_workbook_to_the_next(self, past, book):
        more = row("2001-009", "Agréé", date(2001, 6, 1), 0, None, 1, "Groupe Écho")
        past.services.importing.accept(past.services.importing.preview(book([more])))
        with past.registry.read() as session:
            numbers = session.scalars(select(StoredMission.number).order_by(StoredMission.number))
            assert list(numbers)[-1] == "2001-M003"

    def test_it_may_come_without_number(self, empty, book):
        rows = [row(None, *each[10:]) for each in ROWS[:2]]
        rows[1] = (rows[1][0], "Autre fonderie", "732829320", *rows[1][3:])
        empty.services.importing.accept(empty.services.importing.preview(book(rows)))
        found = rows_of(empty)
        assert {each: found[each].outcome for each in found} == {
            APPROVED: DecisionOutcome.APPROVED,
            DEFERRED: DecisionOutcome.DEFERRED,
        }

    def test_a_preview_that_is_too_old_writes_nothing(self, empty, book, refused):
        importing = empty.services.importing
        content = importing.preview(book())
        importing.accept(content)
        with refused(ErrorCode.DOSSIER_NUMBER_TAKEN, empty, number=APPROVED):
            importing.accept(content)

    def test_a_partner_that_changed_its_name_since_the_preview_refuses_all(
        self, past, book, refused
    ):
        (site, other) = past.services.people.partners()
        more = row("2001-009", "Agréé", date(2001, 6, 1), 0, None, 1, "Groupe Écho")
        content = past.services.importing.preview(book([more]))
        for each in (site, other):
            renamed = replace(each.sheet, name="Groupe Nouveau")
            past.services.people.save_partner(each.id, renamed)
        with refused(ErrorCode.HISTORY_PARTNER_UNKNOWN, past, partner="Groupe Écho"):
            past.services.importing.accept(content)

    def test_a_name_that_two_companies_of_a_basin_bear_is_refused(self, empty, book):
        other = ("Groupe Écho", "999000011", "Longwy")
        content = empty.services.importing.preview(
            book(partners=((*LENT, "Longwy"), other, (*LENT, "Saverne")))
        )
        (refused,) = content.refused
        assert (refused.row, refused.column) == (2, "Entreprise partenaire")
        assert "(SIREN 999000011 et 999524614)" in refused.reason
        report, _ = empty.services.importing.accept(content)
        assert (report.dossiers, report.history) == (5, 4)
        assert DAYS_ONLY in rows_of(empty)  # that of Saverne is one company

    def test_no_job_is_observed_of_a_dossier_that_was_not_retained(self, empty, book):
        content = empty.services.importing.preview(
            book([row(DEFERRED, "Ajourné", date(2001, 4, 2), None, 0)])
        )
        assert content.refused == ()
        empty.services.importing.accept(content)
        assert "jobs.observed" not in empty.actions()
        assert empty.detail(DEFERRED).history.sheet.jobs_created == 0  # as the workbook says

    def test_homonyms_written_since_the_preview_refuse_all(self, empty, book, refused):
        content = empty.services.importing.preview(book())
        named = PartnerSheet("Groupe Écho", "999000011", "Longwy")
        empty.services.people.save_partner(None, named)
        with refused(ErrorCode.HISTORY_PARTNER_AMBIGUOUS, empty, partner="Groupe Écho"):
            empty.services.importing.accept(content)

    def test_a_day_to_come_is_not_the_past(self, empty, book):
        rows = [
            row(APPROVED, "Refusé", date(2026, 11, 23)),
            row(DEFERRED, "Refusé", date(2026, 11, 24)),
        ]
        content = empty.services.importing.preview(book(rows))
        assert [each.row for each in content.refused] == [3]

    def test_the_report_counts_it(self, empty, book):
        importing = empty.services.importing
        report, changes = importing.accept(importing.preview(book()))
        assert changes.results
        assert (report.dossiers, report.history, report.past_advances) == (6, 5, 1)


class TestNothingIsVoted:
    def test_no_paper_of_a_decision_can_be_made(self, past):
        for number in (APPROVED, DEFERRED, REFUSED, WITHDRAWN, DAYS_ONLY):
            offers = past.services.dossier_papers.available(past.dossier(number))
            assert [each.kind for each in offers if each.refusal is None] == []

    def test_no_agenda_takes_it_nor_proposes_it(self, past):
        meeting = past.prepare(ORDINARY)
        agenda = past.services.agenda
        assert agenda.proposals(meeting) == ()
        assert agenda.amendable(meeting) == ()
        for number in (APPROVED, DEFERRED, REFUSED, WITHDRAWN):
            with pytest.raises(UserError) as caught:
                past.services.meetings.set_agenda(meeting, [past.dossier(number)])
            assert caught.value.code is ErrorCode.DOSSIER_NOT_COMPLETE

    def test_neither_the_fund_nor_the_advances_know_it(self, past):
        assert past.services.advances.list(AdvanceQuery(TODAY)) == ()
        assert past.services.fund.movements() == ()
        assert past.detail(APPROVED).schedule is None
        assert past.detail(APPROVED).decision is None

    def test_a_meeting_is_held_beside_it(self, office, book):
        office.services.importing.accept(office.services.importing.preview(book()))
        meeting = office.hold("2026-013")
        decision = office.approve(meeting, "2026-013")
        assert decision.number == "2026-D001"
        office.services.committee.close(meeting)


class TestADossierThatThePastDeferred:
    def test_it_is_put_back_to_appraisal_then_decided_here(self, office, book):
        office.services.importing.accept(office.services.importing.preview(book()))
        office.services.history.reopen(office.dossier(DEFERRED))
        detail = office.detail(DEFERRED)
        assert (detail.state, detail.outcome) == (DossierState.UNDER_APPRAISAL, None)
        assert detail.is_editable
        assert not detail.is_history
        assert detail.history is not None
        assert not rows_of(office)[DEFERRED].is_history
        office.services.dossiers.change_state(office.dossier(DEFERRED), DossierState.COMPLETE)
        meeting = office.hold(DEFERRED, complete=False)
        office.approve(meeting, DEFERRED)
        found = rows_of(office)[DEFERRED]
        assert (found.outcome, found.is_history) == (DecisionOutcome.APPROVED, False)
        assert found.granted_amount == Money(10_000_00)
        assert office.detail(DEFERRED).history is not None
        office.services.committee.close(meeting)

    @pytest.mark.parametrize("number", [APPROVED, REFUSED, WITHDRAWN, ORDINARY])
    def test_no_other_is(self, past, refused, number):
        with refused(ErrorCode.HISTORY_NOT_DEFERRED, past, number=number):
            past.services.history.reopen(past.dossier(number))

    def test_it_is_not_twice(self, past, refused):
        past.services.history.reopen(past.dossier(DEFERRED))
        with refused(ErrorCode.HISTORY_NOT_DEFERRED, past):
            past.services.history.reopen(past.dossier(DEFERRED))

    def test_it_is_not_once_it_was_decided_here(self, office, book, refused):
        office.services.importing.accept(office.services.importing.preview(book()))
        office.services.history.reopen(office.dossier(DEFERRED))
        office.services.dossiers.change_state(office.dossier(DEFERRED), DossierState.COMPLETE)
        meeting = office.hold(DEFERRED, complete=False)
        item = office.vote(meeting, DEFERRED, others=VoteChoice.AGAINST)
        office.services.voting.proclaim(item)
        draft = office.services.decisions.proposal(item)
        office.services.decisions.record(item, replace(draft, grounds="Trop risqué"))
        with refused(ErrorCode.HISTORY_NOT_DEFERRED, office):
            office.services.history.reopen(office.dossier(DEFERRED))

    def test_one_that_was_withdrawn_may_be_filed_again(self, past):
        past.services.dossiers.change_state(
            past.dossier(WITHDRAWN), DossierState.FILED, "Le projet reprend"
        )
        detail = past.detail(WITHDRAWN)
        assert (detail.is_history, detail.outcome) == (False, None)
