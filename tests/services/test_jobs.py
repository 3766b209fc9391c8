"""Jobs of a dossier: promised, observed, taken back, offered; the journal tells them all."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AdvanceEventKind,
    DecisionOutcome,
    ItemKind,
    JobContract,
    JobEvidence,
    JobKind,
    MilestoneState,
    MissionEventKind,
)
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.follow_up import FollowUpRules
from alize_desktop.models.records.history import HistorySheet
from alize_desktop.models.records.jobs import JobCounts, JobObservationDraft
from alize_desktop.models.records.meetings import ItemDraft
from alize_desktop.models.values import Money
from alize_desktop.services.follow_up_rules import adopt_follow_up_rules
from alize_desktop.services.history_writing import Ended, write_history
from alize_desktop.services.job_facts import read_milestones, read_voted_job_facts
from alize_desktop.services.job_reading import read_observed
from tests.job_records import make_line
from tests.services.missions_office import begin, draft

NUMBER, SECOND, FILED = "2026-013", "2026-019", "2026-001"
AUTHOR, HELD = "Odile Perrin", date(2026, 11, 23)
S = MilestoneState


def detail_of(office, number=NUMBER):
    return office.services.jobs.detail(office.dossier(number))


def changed(office, number=NUMBER):
    return Changes(dossiers=frozenset({office.dossier(number)}), results=True)


def pay(office, number=NUMBER, on=HELD):
    dossier, advances = office.dossier(number), office.services.advances
    advances.sign(dossier, on, on, AUTHOR)
    kind = AdvanceEventKind.DISBURSEMENT
    advances.record(dossier, AdvanceEventDraft(kind, on, Money(12_000_00), author=AUTHOR))


def seen(day=HELD, **told):
    return JobObservationDraft(day, **({"author": AUTHOR} | told))


def test_a_dossier_that_is_not_retained_follows_no_job(office, refused):
    found = detail_of(office, FILED)
    assert (found.decided, found.facts, found.milestones) == (None, None, ())
    assert found.number == FILED
    with refused(ErrorCode.JOBS_NOT_APPROVED, office, number=FILED):
        office.services.jobs.observe(office.dossier(FILED), seen())
    with refused(ErrorCode.JOBS_NOT_APPROVED, office, number=FILED):
        office.services.jobs.save_promises(office.dossier(FILED), [make_line()], 0)


def test_an_unknown_dossier_is_refused(office, refused):
    with refused(ErrorCode.DOSSIER_NOT_FOUND, office):
        office.services.jobs.detail(UUID(int=7))
    with refused(ErrorCode.DOSSIER_NOT_FOUND, office):
        office.services.jobs.observe(UUID(int=7), seen())


def test_milestones_begin_with_the_first_payment_that_nothing_took_back(lending):
    before = detail_of(lending)
    assert before.released_on is None
    assert before.milestones == ()
    pay(lending)
    after = detail_of(lending)
    assert after.released_on == HELD
    assert [each.due_on for each in after.milestones] == [
        date(2027, 5, 23),
        date(2027, 11, 23),
        date(2028, 11, 23),
        date(2029, 11, 23),
    ]
    event = next(
        each
        for each in lending.services.advances.detail(lending.dossier(NUMBER), HELD).events
        if each.draft.kind is AdvanceEventKind.DISBURSEMENT
    )
    back = AdvanceEventDraft(AdvanceEventKind.REVERSAL, HELD, note="Compte clos", author=AUTHOR)
    lending.services.advances.reverse(event.id, back)
    assert detail_of(lending).released_on is None


def test_when_only_days_were_granted_the_decision_is_the_release(office):
    meeting = office.hold(NUMBER)
    office.approve(meeting, NUMBER, amount=Money(0), days=3, jobs_created=2, jobs_maintained=0)
    office.services.committee.close(meeting)
    found = detail_of(office)
    assert found.released_on == HELD
    assert found.decided == JobCounts(2, 0)


def test_days_that_nobody_signed_are_awaited_no_more_once_they_lapsed(office):
    meeting = office.hold(NUMBER)
    office.approve(meeting, NUMBER, amount=Money(0), days=3, jobs_created=2)
    office.services.committee.close(meeting)
    office.clock.now = datetime(2027, 5, 23, 9, 0, tzinfo=UTC)
    assert [each.state for each in detail_of(office).milestones][:2] == [S.DUE, S.TO_COME]
    office.clock.now = datetime(2027, 5, 24, 9, 0, tzinfo=UTC)
    assert detail_of(office).milestones == ()


def test_when_the_money_is_never_paid_the_first_day_done_is_the_release(office):
    mission = begin(office)
    found = detail_of(office)
    assert found.released_on == date(2026, 11, 26)
    assert found.milestones[0].due_on == date(2027, 5, 26)
    days = office.services.missions.detail(mission).events[-1].id
    back = draft(MissionEventKind.REVERSAL, date(2026, 11, 30), names_id=days, text="Erreur")
    office.services.missions.record(mission, back)
    assert detail_of(office).released_on is None


def test_a_dossier_that_is_withdrawn_promises_nothing_more(office, refused):
    meeting = office.hold(NUMBER)
    office.approve(meeting, NUMBER, amount=Money(0), days=3, jobs_created=2)
    office.services.committee.close(meeting)
    later = office.hold(NUMBER, complete=False)
    gone = DecisionDraft(DecisionOutcome.WITHDRAWN, grounds="Projet abandonné")
    office.services.decisions.record(office.item(later, NUMBER), gone)
    office.services.committee.close(later)
    assert (detail_of(office).facts, detail_of(office).milestones) == (None, ())
    with refused(ErrorCode.JOBS_NOT_APPROVED, office, number=NUMBER):
        office.services.jobs.save_promises(office.dossier(NUMBER), [make_line()], 0)


def test_a_dossier_that_is_withdrawn_once_it_was_paid_is_still_followed(lending):
    pay(lending)
    meeting = lending.hold(NUMBER, complete=False)
    gone = DecisionDraft(DecisionOutcome.WITHDRAWN, grounds="Projet abandonné")
    lending.services.decisions.record(lending.item(meeting, NUMBER), gone)
    lending.services.committee.close(meeting)
    assert len(detail_of(lending).milestones) == 4


def test_the_milestones_are_those_of_the_rules_of_the_follow_up(lending):
    adopt_follow_up_rules(lending.registry, FollowUpRules(milestones=(3, 9)))
    pay(lending)
    assert lending.services.jobs.milestone_months() == (3, 9)
    assert [each.months for each in detail_of(lending).milestones] == [3, 9]


def test_the_diagnosis_note_keeps_both_needs_as_they_stood(office, clock):
    dossier = office.dossier(NUMBER)
    sheet = office.detail(NUMBER).sheet
    project = replace(sheet.project, need_expressed="Croissance", need_diagnosed="Recruter")
    edited = replace(sheet, project=project)
    office.services.dossiers.save(dossier, edited, office.detail(NUMBER).revision)
    told = office.services.jobs.write_diagnosis(dossier, " Il faut d’abord recruter. ", AUTHOR)
    assert told == changed(office)
    later = replace(edited, project=replace(project, need_diagnosed="Organiser"))
    office.services.dossiers.save(dossier, later, office.detail(NUMBER).revision)
    clock.advance(3600)
    office.services.jobs.write_diagnosis(dossier, "Et s’organiser.", AUTHOR)
    last, first = detail_of(office).diagnosis
    assert (first.note, first.expressed, first.diagnosed, first.author, first.written_on) == (
        "Il faut d’abord recruter.",
        "Croissance",
        "Recruter",
        AUTHOR,
        HELD,
    )
    assert (last.note, last.diagnosed) == ("Et s’organiser.", "Organiser")
    assert detail_of(office).diagnosed == "Organiser"
    assert office.actions()[-1] == "diagnosis.written"


def test_an_empty_diagnosis_is_refused(office, refused):
    with refused(ErrorCode.DIAGNOSIS_EMPTY, office):
        office.services.jobs.write_diagnosis(office.dossier(NUMBER), " ", AUTHOR)


def test_promises_replace_those_before_and_are_written_once(lending, refused):
    jobs, dossier = lending.services.jobs, lending.dossier(NUMBER)
    lines = (
        make_line(3, fte="2.5", due_on=date(2027, 11, 23)),
        make_line(1, JobKind.MAINTAINED, "1"),
    )
    assert jobs.save_promises(dossier, lines, 0) == changed(lending)
    found = detail_of(lending)
    assert (found.promises, found.promises_revision) == (lines, 1)
    assert jobs.save_promises(dossier, lines, 1) == Changes()
    with refused(ErrorCode.PROMISES_CHANGED_MEANWHILE, lending, number=NUMBER):
        jobs.save_promises(dossier, lines[:1], 0)
    jobs.save_promises(dossier, lines[:1], 1)
    assert detail_of(lending).promises_revision == 2
    jobs.save_promises(dossier, (), 2)
    assert detail_of(lending).promises == ()


def test_an_observation_answers_its_milestone_and_gives_the_rate(lending, clock):
    pay(lending)
    jobs, dossier = lending.services.jobs, lending.dossier(NUMBER)
    jobs.save_promises(dossier, [make_line(4, due_on=date(2027, 11, 23))], 0)
    clock.advance(366 * 86_400)
    draft = seen(
        date(2027, 11, 23),
        milestone=12,
        created=3,
        created_fte=Decimal("2.5"),
        maintained=1,
        headcount=Decimal(15),
        evidence=JobEvidence.PAYROLL_RETURN,
        note=" DSN d’octobre ",
    )
    assert jobs.observe(dossier, draft) == changed(lending)
    found = detail_of(lending)
    assert [each.state for each in found.milestones][:3] == [S.DUE, S.MISSED, S.TO_COME]
    assert found.milestones[1].observed == found.observations[0]
    assert found.observations[0].draft == replace(draft, note="DSN d’octobre")
    assert found.realisation == Fraction(3, 4)
    assert found.proposals == ("reminder", "amendment", "agenda")


def test_a_document_of_the_dossier_may_prove_an_observation(lending, tmp_path, refused):
    jobs, dossier, other = lending.services.jobs, lending.dossier(NUMBER), lending.dossier(SECOND)
    paths = []
    for name in ("dsn.pdf", "registre.pdf"):
        paths.append(tmp_path / name)
        paths[-1].write_bytes(name.encode())
    lending.services.dossiers.attach(dossier, paths[0])
    lending.services.dossiers.attach(other, paths[1])
    mine = lending.detail(NUMBER).documents[-1].id
    theirs = lending.detail(SECOND).documents[-1].id
    jobs.observe(dossier, seen(document_id=mine))
    assert detail_of(lending).observations[0].draft.document_id == mine
    with refused(ErrorCode.DOCUMENT_NOT_FOUND, lending):
        jobs.observe(dossier, seen(document_id=theirs))


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (seen(date(2026, 11, 22)), ErrorCode.OBSERVATION_TOO_EARLY),
        (seen(date(2026, 11, 24)), ErrorCode.EVENT_DATE_IN_FUTURE),
        (seen(milestone=18), ErrorCode.MILESTONE_UNKNOWN),
        (seen(author=" "), ErrorCode.TEXT_MISSING),
    ],
)
def test_an_observation_that_cannot_be_is_refused(lending, refused, draft, code):
    with refused(code, lending):
        lending.services.jobs.observe(lending.dossier(NUMBER), draft)


def test_an_observation_is_taken_back_once_for_a_reason_and_stays(lending, refused):
    jobs, dossier = lending.services.jobs, lending.dossier(NUMBER)
    jobs.observe(dossier, seen(created=9))
    wrong = detail_of(lending).observations[0]
    with refused(ErrorCode.REASON_MISSING, lending):
        jobs.reverse(wrong.id, " ", AUTHOR)
    assert jobs.reverse(wrong.id, "Compté deux fois", AUTHOR) == changed(lending)
    found = detail_of(lending)
    assert [each.is_reversed for each in found.observations] == [True]
    assert found.realisation is None
    with refused(ErrorCode.OBSERVATION_REVERSED, lending):
        jobs.reverse(wrong.id, "Encore", AUTHOR)
    with refused(ErrorCode.OBSERVATION_NOT_FOUND, lending):
        jobs.reverse(UUID(int=7), "Encore", AUTHOR)


def test_the_report_reads_what_was_last_observed_by_a_day_in_one_statement(
    lending, clock, max_queries
):
    jobs, first, second = lending.services.jobs, lending.dossier(NUMBER), lending.dossier(SECOND)
    clock.advance(30 * 86_400)
    jobs.observe(first, seen(date(2026, 12, 10), created=2))
    jobs.observe(first, seen(date(2026, 12, 1), created=1))
    jobs.observe(second, seen(date(2026, 12, 5), created=7))
    jobs.reverse(detail_of(lending, SECOND).observations[0].id, "Autre entreprise", AUTHOR)
    with max_queries(1, lending.registry), lending.registry.read() as session:
        found = read_observed(session, date(2026, 12, 31))
    assert {key: each.draft.created for key, each in found.items()} == {first: 2}
    with lending.registry.read() as session:
        assert read_observed(session, date(2026, 12, 9))[first].draft.created == 1
        assert read_observed(session, date(2026, 11, 30)) == {}


def test_the_calendar_reads_every_milestone_in_a_few_statements(lending, max_queries):
    pay(lending)
    jobs = lending.services.jobs
    jobs.save_promises(lending.dossier(NUMBER), [make_line(4)], 0)
    jobs.observe(lending.dossier(NUMBER), seen(created=1))
    with max_queries(5, lending.registry), lending.registry.read() as session:
        found = read_milestones(session, date(2027, 6, 1))
    by_number = {facts.number: (facts, stones) for facts, stones in found}
    assert set(by_number) == {NUMBER, "2026-014", SECOND}
    facts, stones = by_number[NUMBER]
    assert (facts.lines, stones) == (detail_of(lending).promises, stones)
    assert [each.state for each in stones] == [S.DUE, S.TO_COME, S.TO_COME, S.TO_COME]
    assert by_number[SECOND][1] == ()
    with lending.registry.read() as session:
        alone = {each.number: each for each in read_voted_job_facts(session, HELD)}
    assert alone[NUMBER] == detail_of(lending).facts


def test_an_opening_is_offered_filled_and_taken_away(lending, refused):
    jobs, dossier = lending.services.jobs, lending.dossier(NUMBER)
    partner = lending.services.people.partners()[0]
    new = jobs.new_opening(dossier)
    offered = replace(new, title=" Technicien de maintenance ", persons=2, partner_id=partner.id)
    assert jobs.save_opening(offered) == changed(lending)
    (found,) = detail_of(lending).openings
    assert (found.title, found.revision, found.filled_on) == ("Technicien de maintenance", 1, None)
    assert jobs.save_opening(found) == Changes()
    with refused(ErrorCode.OPENING_CHANGED_MEANWHILE, lending):
        jobs.save_opening(offered)
    jobs.save_opening(replace(found, filled=1, filled_on=HELD))
    (found,) = detail_of(lending).openings
    assert (found.filled, found.revision) == (1, 2)
    with refused(ErrorCode.OPENING_CHANGED_MEANWHILE, lending):
        jobs.remove_opening(found.id, 1)
    assert jobs.remove_opening(found.id, 2) == changed(lending)
    assert detail_of(lending).openings == ()
    with refused(ErrorCode.OPENING_CHANGED_MEANWHILE, lending):
        jobs.remove_opening(found.id, 0)
    assert lending.actions()[-1] == "opening.removed"


def test_an_opening_names_a_partner_and_a_dossier_of_the_registry(lending, refused):
    jobs = lending.services.jobs
    new = replace(jobs.new_opening(lending.dossier(NUMBER)), title="Technicien")
    assert new.contract is JobContract.PERMANENT
    with refused(ErrorCode.PARTNER_NOT_FOUND, lending):
        jobs.save_opening(replace(new, partner_id=UUID(int=7)))
    with refused(ErrorCode.DOSSIER_NOT_FOUND, lending):
        jobs.save_opening(replace(new, dossier_id=UUID(int=7)))


def test_the_detail_of_a_dossier_is_read_in_a_fixed_number_of_statements(lending, statements):
    pay(lending)
    jobs, dossier = lending.services.jobs, lending.dossier(NUMBER)
    counts = []
    for _ in range(2):
        with statements(lending.registry) as sent:
            jobs.detail(dossier)
        counts.append(len(sent))
        jobs.observe(dossier, seen(created=1))
        jobs.save_promises(dossier, [make_line(1), make_line(2)], len(counts) - 1)
        jobs.write_diagnosis(dossier, "Recruter", AUTHOR)
    assert counts[0] == counts[1]


def take_over(office, jobs_created, outcome=DecisionOutcome.APPROVED):
    """Take a dossier over from the past, decided on 4 March 2024."""
    sheet, dossier = office.detail(FILED).sheet, office.dossier(FILED)
    end = HistorySheet(outcome, date(2024, 3, 4), jobs_created=jobs_created)
    with office.registry.write() as session:
        write_history(office.registry, session, [Ended(dossier, sheet, end, None)], "passé.xlsx")
    return sheet.jobs


def test_the_past_is_followed_from_its_decision_by_what_was_filed(office):
    filed = take_over(office, 1)
    found = detail_of(office, FILED)
    assert found.facts.is_history
    assert found.decided == JobCounts(filed.created, filed.maintained, filed.sustained)
    assert found.released_on == date(2024, 3, 4)
    assert found.realisation == Fraction(1, filed.created)
    assert [each.state for each in found.milestones] == [S.MET, S.MET, S.MET, S.TO_COME]
    assert found.observations[0].draft.evidence is JobEvidence.HISTORY
    with office.registry.read() as session:
        assert read_voted_job_facts(session, HELD) == ()


def test_a_promise_that_the_past_missed_has_no_decision_to_amend(office, clock):
    take_over(office, 1)
    clock.advance(200 * 86_400)
    assert detail_of(office, FILED).proposals == ("reminder", "agenda")


def test_a_meeting_is_told_of_a_promise_that_the_past_missed(office, clock):
    take_over(office, 1)
    clock.advance(200 * 86_400)
    meeting = office.prepare(NUMBER, held_on=date(2027, 7, 1))
    point = ItemDraft(ItemKind.INFORMATION, f"Emplois promis (dossier {FILED})")
    office.services.agenda.add(meeting, point)
    assert point.title in [each.company for each in office.services.meetings.detail(meeting).agenda]


def test_the_past_that_was_refused_is_not_followed(office):
    take_over(office, None, DecisionOutcome.REJECTED)
    assert detail_of(office, FILED).facts is None


def test_the_journal_of_a_dossier_tells_the_jobs_it_offers(lending):
    jobs = lending.services.jobs
    new = jobs.new_opening(lending.dossier(NUMBER))
    jobs.save_opening(replace(new, title="Technicien"))
    assert lending.detail(NUMBER).journal[0].action == "opening.saved"
    assert "opening.saved" not in [each.action for each in lending.detail(SECOND).journal]
