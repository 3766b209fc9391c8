"""What the journal says of jobs."""

import pytest

from alize_desktop.wording.job_journal import job_act_name, job_act_words

LINE = {"kind": "created", "contract": "permanent", "persons": 2, "fte": "2", "due_on": None}
SEEN = {
    "observed_on": "2027-03-16",
    "milestone": 12,
    "created": 3,
    "maintained": 1,
    "sustained": 0,
    "evidence": "payroll_return",
    "note": "",
    "author": "Odile Perrin",
    "reverses_id": None,
}


@pytest.mark.parametrize(
    ("action", "details", "words"),
    [
        (
            "diagnosis.written",
            {"note": "Recruter\nd’abord", "author": "Odile Perrin"},
            "Odile Perrin · Recruter d’abord",
        ),
        (
            "jobs.promised",
            {"lines": [LINE, LINE, LINE | {"kind": "sustained"}]},
            "4 emplois à créer et 2 emplois à pérenniser",
        ),
        (
            "jobs.observed",
            SEEN,
            (
                "16/03/2027 · 12 mois · 3 emplois créés et 1 emploi maintenu · Extrait de DSN ·"
                " Odile Perrin"
            ),
        ),
        (
            "jobs.observed",
            SEEN | {"milestone": None, "created": 0, "maintained": 0},
            "16/03/2027 · aucun emploi · Extrait de DSN · Odile Perrin",
        ),
        (
            "jobs.observed",
            SEEN | {"reverses_id": "x", "note": "Compté deux fois"},
            "annulation · 16/03/2027 · Compté deux fois · Odile Perrin",
        ),
        ("opening.saved", {"title": "Technicien"}, "Technicien"),
        ("opening.removed", {"title": "Technicien"}, "Technicien"),
    ],
)
def test_an_act_on_jobs_has_a_name_and_says_what_it_was_about(action, details, words):
    assert job_act_name(action)
    assert job_act_words(action, details).replace("\u00a0", " ") == words


def test_another_act_is_not_told_here():
    assert (job_act_name("dossier.saved"), job_act_words("dossier.saved", {})) == ("", "")
