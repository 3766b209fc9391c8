"""Sentences about a meeting: what it lacks, why somebody might step aside."""

from itertools import product

import pytest

from alize_desktop.wording.meetings import missing_before_opening

READY = {
    "has_members": True,
    "has_presiding": True,
    "has_secretary": True,
    "has_dossiers": True,
}
SAID = {
    "has_members": "Aucun membre n’a voix délibérative\u00a0: importez ou ajoutez les membres.",
    "has_presiding": "Personne ne préside\u00a0: choisissez la présidence de séance.",
    "has_secretary": "Le secrétaire de séance n’est pas nommé.",
    "has_dossiers": "L’ordre du jour est vide\u00a0: ajoutez au moins un dossier complet.",
}


def test_a_meeting_that_lacks_nothing_is_told_nothing():
    assert missing_before_opening(**READY) == ()


@pytest.mark.parametrize("lacking", READY)
def test_each_thing_lacking_has_its_sentence(lacking):
    assert missing_before_opening(**(READY | {lacking: False})) == (SAID[lacking],)


def test_what_lacks_is_said_in_the_order_it_is_mended():
    for there in product([True, False], repeat=len(READY)):
        answers = dict(zip(READY, there, strict=True))
        expected = tuple(SAID[name] for name, is_there in answers.items() if not is_there)
        assert missing_before_opening(**answers) == expected
