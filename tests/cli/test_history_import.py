"""The workbook of ten years, brought in from the command line."""

import json
from pathlib import Path

import pytest

CASES = Path(__file__).parents[1] / "cases"
pytestmark = pytest.mark.retold

SAMPLE = CASES / "programme-historique.xlsx"


def test_the_past_of_a_programme_is_taken_over(command, registry):
    answer = command("import", registry, SAMPLE)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.replace("\u00a0", " ").replace("\u202f", " ") == (
        "Lus : 1 400 dossiers, 120 partenaires ; 0 ligne refusée.\n"
        "1 400 décisions reprises du passé, non votées ici ; les 1 050 avances accordées, connues "
        "par leur seul montant, n’entrent ni dans le fonds, ni dans les avances suivies.\n"
        "Feuille absente : Membres.\n"
        "Écrits : 1 400 dossiers, 120 partenaires.\n"
    )
    rows = json.loads(command("list", registry, "--json").out)
    assert len(rows) == 1400
    assert {each["state"] for each in rows} == {"decided", "withdrawn"}
    assert all(each["history"] for each in rows)


@pytest.mark.parametrize("more", [[], ["--dry-run"]])
def test_it_is_counted_in_json(command, registry, more):
    answer = json.loads(command("import", registry, SAMPLE, "--json", *more).out)
    assert (answer["accepted"], answer["history"], answer["partners"]) == (1400, 1400, 120)
    assert (answer["refused"], answer["unknown_columns"]) == ([], [])
