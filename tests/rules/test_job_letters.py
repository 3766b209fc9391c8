"""The letter about a missed promise: about which milestone, what lacks, until when."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.jobs import JobCounts, JobsDetail
from alize_desktop.rules import job_letters, jobs
from tests.job_records import MONTHS, make_facts, make_seen

FIRST, SECOND = make_seen(date(2026, 9, 20), 1), make_seen(date(2027, 3, 16), 2)


def detail_of(*observations, today=date(2027, 3, 20)):
    facts = make_facts(jobs_by=date(2026, 9, 15), observations=observations)
    stones = jobs.milestones(facts, MONTHS, today)
    return JobsDetail(
        UUID(int=1),
        facts.number,
        facts.company,
        None,
        facts.decided,
        milestones=stones,
        proposals=jobs.proposals(stones, is_voted=True),
        facts=facts,
    )


def test_a_reminder_is_about_the_last_milestone_that_was_missed():
    stone, seen = job_letters.missed(detail_of(FIRST, SECOND))
    assert (stone.months, seen) == (12, SECOND)
    assert job_letters.missed(detail_of(FIRST))[0].months == 6


@pytest.mark.parametrize(
    "observations", [(), (make_seen(date(2027, 3, 16), 5, maintained=2),)], ids=["none", "kept"]
)
def test_there_is_nothing_to_remind_of_when_nothing_was_missed(observations):
    with pytest.raises(UserError) as caught:
        job_letters.missed(detail_of(*observations))
    assert caught.value.code is ErrorCode.JOBS_NOT_MISSED


def test_what_lacks_is_never_below_nothing():
    seen = make_seen(date(2027, 3, 16), 2, created_fte=Decimal("1.5"), maintained=9)
    lacks = job_letters.lacking(JobCounts(5, 2, created_fte=Decimal(4)), seen)
    assert lacks == JobCounts(3, 0, created_fte=Decimal("2.5"))


def test_the_company_has_thirty_days_to_answer():
    assert job_letters.answer_by(date(2027, 3, 20)) == date(2027, 4, 19)
