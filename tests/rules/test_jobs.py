"""What is promised by each milestone, what answers it, and what a missed promise calls for."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from alize_desktop.models.enums import JobEvidence, JobKind, MilestoneState
from alize_desktop.models.records.jobs import JobCounts, JobObservationDraft
from alize_desktop.rules import jobs
from alize_desktop.rules.job_letters import lacking
from tests.job_records import MONTHS, make_facts, make_line, make_seen

S = MilestoneState


def states(facts, today):
    return [each.state for each in jobs.milestones(facts, MONTHS, today)]


def test_milestones_are_counted_from_the_release_and_keep_its_day():
    found = jobs.milestones(make_facts(released_on=date(2026, 8, 31)), MONTHS, date(2026, 9, 1))
    days = [date(2027, 2, 28), date(2027, 8, 31), date(2028, 8, 31), date(2029, 8, 31)]
    assert [each.due_on for each in found] == days
    assert [each.months for each in found] == [6, 12, 24, 36]


def test_there_are_no_milestones_before_the_release_nor_without_any_in_the_rules():
    assert jobs.milestones(make_facts(released_on=None), MONTHS, date(2030, 1, 1)) == ()
    assert jobs.milestones(make_facts(), (), date(2030, 1, 1)) == ()


def test_without_a_day_everything_is_promised_by_the_last_milestone():
    found = jobs.milestones(make_facts(), MONTHS, date(2026, 4, 1))
    nothing, everything = JobCounts(), JobCounts(5, 2)
    assert [each.promised for each in found] == [nothing, nothing, nothing, everything]


def test_the_day_of_the_decision_holds_for_lines_that_give_none():
    lines = (make_line(2, due_on=date(2026, 9, 15)), make_line(3), make_line(2, JobKind.MAINTAINED))
    found = jobs.milestones(
        make_facts(lines=lines, jobs_by=date(2027, 3, 15)), MONTHS, date(2026, 4, 1)
    )
    assert [(each.promised.created, each.promised.maintained) for each in found] == [
        (2, 0),
        (5, 2),
        (5, 2),
        (5, 2),
    ]
    decided = jobs.milestones(make_facts(jobs_by=date(2027, 3, 15)), MONTHS, date(2026, 4, 1))
    assert [each.promised.created for each in decided] == [0, 5, 5, 5]


def test_a_milestone_is_to_come_then_due_then_kept_or_missed():
    facts = make_facts(jobs_by=date(2027, 3, 15))
    assert states(facts, date(2026, 9, 14)) == [S.TO_COME] * 4
    assert states(facts, date(2026, 9, 15)) == [S.DUE, S.TO_COME, S.TO_COME, S.TO_COME]
    early = make_seen(date(2026, 9, 20))
    seen = replace(facts, observations=(early,))
    assert states(seen, date(2027, 3, 15)) == [S.MET, S.DUE, S.TO_COME, S.TO_COME]
    short = replace(facts, observations=(early, make_seen(date(2027, 3, 20), 4, maintained=2)))
    assert states(short, date(2027, 3, 20)) == [S.MET, S.MISSED, S.TO_COME, S.TO_COME]
    kept = replace(facts, observations=(early, make_seen(date(2027, 3, 20), 5, maintained=2)))
    assert states(kept, date(2027, 3, 20)) == [S.MET, S.MET, S.TO_COME, S.TO_COME]


def test_a_promise_is_not_missed_before_its_day_but_may_be_kept():
    facts = make_facts(jobs_by=date(2026, 9, 15))
    short = replace(facts, observations=(make_seen(date(2026, 8, 1), 1, milestone=6),))
    assert states(short, date(2026, 8, 1))[0] is S.TO_COME
    kept = replace(facts, observations=(make_seen(date(2026, 8, 1), 5, maintained=2, milestone=6),))
    assert states(kept, date(2026, 8, 1))[0] is S.MET


def test_an_observation_answers_the_milestone_it_names_or_the_one_whose_time_it_is():
    named = make_seen(date(2027, 3, 20), 3, milestone=6)
    timely = make_seen(date(2027, 3, 20), 4)
    found = jobs.milestones(make_facts(observations=(named, timely)), MONTHS, date(2027, 4, 1))
    assert [each.observed for each in found] == [named, timely, None, None]
    before = make_seen(date(2026, 9, 14), 3)
    found = jobs.milestones(make_facts(observations=(before,)), MONTHS, date(2027, 4, 1))
    assert [each.observed for each in found] == [None] * 4


def test_the_last_of_two_answers_counts():
    first, second = make_seen(date(2026, 9, 20), 1), make_seen(date(2026, 10, 20), 2)
    found = jobs.milestones(make_facts(observations=(first, second)), MONTHS, date(2026, 11, 1))
    assert found[0].observed is second


def test_what_was_taken_over_from_the_past_answers_the_milestones_that_are_past():
    past = make_seen(date(2026, 3, 15), 5, maintained=2, evidence=JobEvidence.HISTORY)
    found = make_facts(observations=(past,), is_history=True)
    assert states(found, date(2027, 4, 1)) == [S.MET, S.MET, S.TO_COME, S.TO_COME]
    assert states(found, date(2029, 4, 1)) == [S.MET] * 4


def past_of(created, promise):
    seen = make_seen(date(2026, 3, 15), created, evidence=JobEvidence.HISTORY)
    return make_facts(observations=(seen,), is_history=True, decided=promise)


@pytest.mark.parametrize(
    ("created", "promise", "state"),
    [
        (5, JobCounts(4, 5), S.MET),
        (3, JobCounts(4, 5), S.MISSED),
        (0, JobCounts(0, 5), S.DUE),
        (2, JobCounts(0, 0, 3), S.DUE),
        (2, JobCounts(), S.MET),
    ],
)
def test_the_past_says_nothing_of_jobs_that_it_did_not_count(created, promise, state):
    assert states(past_of(created, promise), date(2029, 4, 1))[-1] is state


def test_no_letter_is_written_about_jobs_that_the_past_did_not_count():
    (*_first, last) = jobs.milestones(past_of(5, JobCounts(4, 5)), MONTHS, date(2029, 4, 1))
    assert lacking(last.promised, last.observed) == JobCounts()
    (*_first, last) = jobs.milestones(past_of(3, JobCounts(4, 5)), MONTHS, date(2029, 4, 1))
    assert lacking(last.promised, last.observed) == JobCounts(1)


@pytest.mark.parametrize(
    ("promise", "seen", "is_kept"),
    [
        (JobCounts(2), {"created": 2}, True),
        (JobCounts(2), {"created": 1}, False),
        (JobCounts(0, 1), {"maintained": 0}, False),
        (JobCounts(0, 0, 1), {"sustained": 0}, False),
        (
            JobCounts(2, created_fte=Decimal(2)),
            {"created": 2, "created_fte": Decimal("1.5")},
            False,
        ),
        (JobCounts(2, created_fte=Decimal(2)), {"created": 2, "created_fte": Decimal(2)}, True),
        (JobCounts(2, created_fte=Decimal(2)), {"created": 2}, True),
        (JobCounts(0, created_fte=Decimal(1)), {}, False),
        (JobCounts(2), {"created": 2, "created_fte": Decimal(1)}, True),
    ],
)
def test_persons_and_full_time_equivalents_are_compared_apart(promise, seen, is_kept):
    draft = JobObservationDraft(date(2027, 3, 15), **seen)
    assert jobs.is_kept(promise, draft) is is_kept


def test_what_was_taken_back_does_not_count():
    first, wrong = make_seen(date(2026, 9, 20), 1), make_seen(date(2026, 9, 18), 9)
    back = make_seen(date(2026, 9, 21), 9, reverses_id=wrong.id)
    assert jobs.in_force((first, wrong, back)) == (first,)
    assert jobs.in_force((first, wrong)) == (wrong, first)


def test_the_rate_is_what_was_created_last_over_what_is_promised():
    facts = make_facts(
        observations=(make_seen(date(2026, 9, 20), 1), make_seen(date(2027, 4, 1), 3))
    )
    assert jobs.realisation(facts) == Fraction(3, 5)
    few, more = (make_line(3), make_line(1)), (make_line(4), make_line(2))
    assert jobs.realisation(replace(facts, lines=few)) == Fraction(3, 5)
    assert jobs.realisation(replace(facts, lines=more)) == Fraction(3, 6)
    assert jobs.realisation(make_facts()) is None
    assert jobs.realisation(replace(facts, decided=JobCounts(0, 2))) is None


def test_what_no_line_tells_is_promised_by_the_day_of_the_decision():
    facts = make_facts(jobs_by=date(2027, 3, 15), lines=(make_line(2, due_on=date(2026, 9, 15)),))
    assert jobs.promised(facts).created == facts.decided.created == 5
    assert jobs.promised(facts).maintained == facts.decided.maintained
    assert jobs.promised_by(facts, date(2026, 9, 15), date(2029, 3, 15)).created == 2
    assert jobs.promised_by(facts, date(2027, 3, 15), date(2029, 3, 15)).created == 5


def test_a_missed_promise_calls_for_a_reminder_an_amendment_or_the_agenda():
    facts = make_facts(jobs_by=date(2026, 9, 15), observations=(make_seen(date(2026, 9, 20), 1),))
    found = jobs.milestones(facts, MONTHS, date(2026, 9, 20))
    assert jobs.proposals(found, is_voted=True) == ("reminder", "amendment", "agenda")
    assert jobs.proposals(found, is_voted=False) == ("reminder", "agenda")


def test_nothing_is_called_for_while_nothing_is_missed_or_once_it_is_caught_up():
    facts = make_facts(jobs_by=date(2026, 9, 15))
    assert jobs.proposals(jobs.milestones(facts, MONTHS, date(2026, 9, 20)), is_voted=True) == ()
    seen = (make_seen(date(2026, 9, 20), 1), make_seen(date(2027, 3, 16), 5, maintained=2))
    caught_up = jobs.milestones(replace(facts, observations=seen), MONTHS, date(2027, 3, 16))
    assert [each.state for each in caught_up][:2] == [S.MISSED, S.MET]
    assert jobs.proposals(caught_up, is_voted=True) == ()


def test_lines_that_add_up_to_something_else_than_the_decision_are_told():
    assert not jobs.differs(make_facts())
    exact = (make_line(5), make_line(2, JobKind.MAINTAINED), make_line(9, JobKind.SUSTAINED))
    assert not jobs.differs(make_facts(lines=exact))
    assert jobs.differs(make_facts(lines=exact[:1]))
    assert jobs.differs(make_facts(lines=(make_line(4), exact[1])))


def test_created_jobs_are_above_the_headcount_of_the_filing():
    draft = JobObservationDraft(date(2027, 3, 15), 12, 3, Decimal(3), headcount=Decimal(14))
    assert jobs.above_reference(draft, Decimal("12.5")) == Decimal("1.5")
    assert jobs.is_above_what_was_seen(draft, Decimal("12.5"))
    assert not jobs.is_above_what_was_seen(draft, Decimal(11))
    assert jobs.above_reference(draft, Decimal(20)) == 0
    assert jobs.above_reference(draft, None) is None
    assert not jobs.is_above_what_was_seen(draft, None)
    assert jobs.above_reference(replace(draft, headcount=None), Decimal(11)) is None


def test_the_counts_of_an_observation_and_of_lines_are_told_kind_by_kind():
    draft = JobObservationDraft(date(2027, 3, 15), None, 3, Decimal("2.5"), 1, sustained=4)
    assert jobs.counts_of(draft) == JobCounts(3, 1, 4, Decimal("2.5"))
    lines = (make_line(2, fte="1.5"), make_line(1, JobKind.SUSTAINED, "1"), make_line(1, fte="1"))
    assert jobs.total(lines) == JobCounts(3, 0, 1, Decimal("2.5"), Decimal(0), Decimal(1))
