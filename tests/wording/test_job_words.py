"""Jobs in French, on the screen and in the letter."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest

from alize_desktop.models.enums import JobContract, JobEvidence, JobKind, MilestoneState
from alize_desktop.models.records.job_papers import JobsPaperRecord
from alize_desktop.models.records.jobs import (
    JobCounts,
    JobMilestone,
    JobObservationDraft,
    JobOpening,
)
from alize_desktop.rules import jobs
from alize_desktop.wording import job_words
from alize_desktop.wording.job_letters import reminder_values
from tests.dossier_records import paper_record
from tests.job_records import MONTHS, make_facts, make_line, make_seen
from tests.rules.test_job_letters import FIRST, detail_of

D = Decimal


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (JobCounts(), "aucun emploi"),
        (JobCounts(1), "1 emploi à créer"),
        (
            JobCounts(3, 2, created_fte=D("2.5")),
            "3 emplois à créer (2,5 ETP) et 2 emplois à maintenir",
        ),
        (JobCounts(0, 0, 1), "1 emploi à pérenniser"),
    ],
)
def test_what_is_promised_is_told_kind_by_kind(counts, words):
    assert job_words.promised_text(counts).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (JobCounts(), "aucun emploi"),
        (JobCounts(1, 2, 1), "1 emploi créé, 2 emplois maintenus et 1 emploi pérennisé"),
        (JobCounts(3, created_fte=D("2.5")), "3 emplois créés (2,5 ETP)"),
    ],
)
def test_what_was_seen_is_told_kind_by_kind(counts, words):
    assert job_words.seen_text(counts).replace("\u00a0", " ") == words


def test_what_was_seen_is_told_in_a_few_words_in_a_table():
    counts = JobCounts(3, 1, created_fte=D("2.5"))
    assert job_words.seen_short(counts) == "3 créés (2,5\u00a0ETP), 1 maintenu"
    assert job_words.seen_short(JobCounts()) == "aucun emploi"


def test_a_promised_kind_begins_with_a_capital():
    told = [job_words.kind_text(each) for each in JobKind]
    assert told == ["À créer", "À maintenir", "À pérenniser"]


def test_a_promise_of_which_nothing_was_seen_is_told():
    told = [*job_words.seen_items(JobCounts(0, 2), JobCounts(3, 2))]
    assert told == ["aucun emploi créé", "2 emplois maintenus"]


def test_full_time_equivalents_lack_when_persons_are_enough():
    assert [*job_words.lacking_items(JobCounts(1, created_fte=D(1)))] == ["1 emploi à créer"]
    (told,) = job_words.lacking_items(JobCounts(created_fte=D("0.5")))
    assert told == "0,5 équivalent temps plein d’emplois à créer"
    (told,) = job_words.lacking_items(JobCounts(maintained_fte=D(2)))
    assert told == "2 équivalents temps plein d’emplois à maintenir"


def test_a_line_tells_its_contract_and_its_day():
    line = make_line(3, fte="2.5", due_on=date(2027, 3, 15))
    told = "3 emplois à créer (2,5\u00a0ETP), CDI, d’ici le 15 mars 2027"
    assert job_words.line_text(line) == told
    kept = replace(line, kind=JobKind.MAINTAINED, due_on=None, fte=D(0), persons=1)
    assert job_words.line_text(kept) == "1 emploi à maintenir, CDI"


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (None, "—"),
        (Fraction(3, 5), "60\u00a0%"),
        (Fraction(2, 3), "67\u00a0%"),
        (Fraction(7, 5), "140\u00a0%"),
    ],
)
def test_the_rate_of_realisation_is_a_whole_percentage(rate, words):
    assert job_words.rate_text(rate) == words


def test_lines_that_do_not_add_up_are_told_beside_the_decision():
    assert job_words.difference_text(make_facts()) == ""
    told = job_words.difference_text(make_facts(lines=(make_line(4, fte="3"),)))
    assert told == (
        "Les lignes font 4 emplois à créer\u00a0; la décision dit 5 emplois à créer"
        " et 2 emplois à maintenir."
    )


def test_more_jobs_than_the_company_has_grown_by_are_told():
    draft = JobObservationDraft(date(2027, 3, 15), 12, 3, D(3), headcount=D(14))
    assert job_words.growth_text(draft, D("12.5")) == (
        "L’effectif constaté ne dépasse celui du dépôt que de 1,5\u00a0ETP\u00a0:"
        " 3\u00a0ETP créés sont annoncés."
    )
    assert job_words.growth_text(draft, D(11)) == ""
    assert job_words.growth_text(draft, None) == ""


def test_a_milestone_is_told_in_a_sentence():
    facts = make_facts(jobs_by=date(2026, 9, 15), observations=(FIRST,))
    seen, to_come, *_ = jobs.milestones(facts, MONTHS, date(2026, 9, 20))
    assert job_words.milestone_text(seen).replace("\u00a0", " ") == (
        "6 mois, le 15 septembre 2026 : Manqué. promis : 5 emplois à créer et 2 emplois à"
        " maintenir. constaté : 1 emploi créé."
    )
    assert "constaté" not in job_words.milestone_text(to_come)


@pytest.mark.parametrize(
    ("promise", "seen", "lines"),
    [
        (JobCounts(), None, ("rien de promis",)),
        (JobCounts(5, 2), None, ("5 à créer", "2 à maintenir")),
        (JobCounts(5, 2), {"created": 3}, ("3 créés sur 5", "0 maintenu sur 2")),
        (JobCounts(), {"created": 1, "sustained": 2}, ("1 créé", "2 pérennisés")),
        (JobCounts(), {}, ("rien de promis",)),
        (
            JobCounts(5, 2),
            {"created": 3, "evidence": JobEvidence.HISTORY},
            ("3 créés sur 5", "2 à maintenir"),
        ),
    ],
)
def test_a_milestone_is_told_in_short_lines(promise, seen, lines):
    found = None if seen is None else make_seen(date(2027, 3, 16), **seen)
    stone = JobMilestone(12, date(2027, 3, 15), MilestoneState.DUE, promise, found)
    assert job_words.stone_lines(stone) == lines


def test_an_opening_tells_how_many_were_recruited():
    opening = JobOpening(
        UUID(int=1), UUID(int=2), "Technicien", JobContract.PERMANENT, 2, date(2027, 3, 1)
    )
    assert job_words.opening_text(opening) == "ouverte"
    assert job_words.opening_text(replace(opening, filled=1)) == "1 pourvu sur 2"
    closed = replace(opening, filled_on=date(2027, 3, 9))
    assert job_words.opening_text(closed) == "0 pourvu sur 2"


def test_the_letter_says_nothing_of_jobs_that_the_past_did_not_count():
    past = make_seen(date(2026, 9, 20), 1, evidence=JobEvidence.HISTORY)
    values = reminder_values(JobsPaperRecord(paper_record(), detail_of(past)))
    assert values["emplois_constates"] == "1 emploi créé."
    assert values["emplois_manquants"] == "4 emplois à créer."


def test_the_letter_tells_what_is_promised_seen_and_lacking():
    record = JobsPaperRecord(paper_record(), detail_of(FIRST))
    values = reminder_values(record)
    assert values["jalon"] == "6\u00a0mois"
    assert values["date_jalon"] == "15 septembre 2026"
    assert values["date_decision"] == "2 mars 2026"
    promised, seen = values["emplois_promis"], values["emplois_constates"]
    assert promised == "5 emplois à créer\u00a0;\n2 emplois à maintenir."
    assert seen == "1 emploi créé\u00a0;\naucun emploi maintenu."
    assert values["emplois_manquants"] == "4 emplois à créer\u00a0;\n2 emplois à maintenir."
    assert values["date_constat"] == "20 septembre 2026"
    assert values["preuve_constat"] == "registre du personnel"
    assert values["interlocuteur"] == "Claire Roussel, directrice"


def test_a_letter_keeps_the_capitals_of_its_evidence():
    seen = make_seen(date(2026, 9, 20), 1, evidence=JobEvidence.PAYROLL_RETURN)
    record = JobsPaperRecord(paper_record(), replace(detail_of(seen), facts=None))
    values = reminder_values(record)
    assert (values["preuve_constat"], values["date_decision"]) == ("extrait de DSN", "")


def stones_of(*seen):
    facts = make_facts(observations=seen, is_history=True)
    return jobs.milestones(facts, MONTHS, date(2027, 4, 1))


def test_what_the_past_says_of_several_milestones_is_told_once():
    past = make_seen(date(2026, 3, 15), 5, maintained=2, evidence=JobEvidence.HISTORY)
    assert job_words.past_text(stones_of(past)).replace("\u00a0", " ") == (
        "Repris du passé : un seul constat, le 15 mars 2026, pour les jalons de 6 et 12 mois. "
        "Promis : aucun emploi. Constaté : 5 emplois créés et 2 emplois maintenus."
    )


def test_the_past_says_nothing_of_milestones_that_were_looked_at():
    past = make_seen(date(2026, 3, 15), 5, evidence=JobEvidence.HISTORY)
    looked_at = make_seen(date(2027, 3, 20), 5, milestone=12)
    told = job_words.past_text(stones_of(past, looked_at)).replace("\u00a0", " ")
    assert "pour le jalon de 6 mois" in told
    assert job_words.past_text(stones_of(looked_at)) == ""
