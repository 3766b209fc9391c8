"""The example of the documentation: five jobs promised, three seen."""

from datetime import date
from pathlib import Path

from alize_desktop.models.enums import MilestoneState
from alize_desktop.models.records.jobs import JobCounts
from alize_desktop.rules import jobs
from alize_desktop.rules.job_letters import DAYS_TO_ANSWER
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.job_words import rate_text
from tests.job_records import MONTHS, make_facts, make_line, make_seen

PAGE = (Path(__file__).parents[2] / "docs" / "regles-de-calcul.md").read_text(encoding="utf-8")
FACTS = make_facts(
    decided=JobCounts(5),
    decided_on=date(2026, 6, 2),
    released_on=date(2026, 8, 31),
    jobs_by=date(2027, 8, 31),
    lines=(make_line(2, due_on=date(2027, 2, 28)), make_line(3)),
    observations=(make_seen(date(2027, 3, 1), 2), make_seen(date(2027, 9, 2), 3)),
)


def test_the_milestones_and_the_rate_of_the_example():
    found = jobs.milestones(FACTS, MONTHS, date(2027, 9, 2))
    assert [each.due_on for each in found] == [
        date(2027, 2, 28),
        *(date(year, 8, 31) for year in (2027, 2028, 2029)),
    ]
    assert [each.promised.created for each in found] == [2, 5, 5, 5]
    states = [each.state for each in found][:2]
    assert states == [MilestoneState.MET, MilestoneState.MISSED]
    rate = rate_text(jobs.realisation(FACTS)).replace("\u00a0", " ")
    assert f"le taux est de {rate}." in PAGE
    days = " puis ".join(long_date(each.draft.observed_on) for each in FACTS.observations)
    assert days == "1er mars 2027 puis 2 septembre 2027"
    assert "2 le 1er mars 2027, 3 le 2 septembre 2027" in PAGE


def test_the_days_to_answer_of_the_page_are_those_of_the_letter():
    assert DAYS_TO_ANSWER == 30
    assert "Le rappel laisse trente jours pour répondre." in PAGE
