"""Search keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.rules.text import search_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("  L’Œuvre–Élan ", "l oeuvre elan"),
        ("N°  DOSSIER", "n° dossier"),
        ("Straße", "strasse"),
        ("Lévêque-d'Ys", "leveque d ys"),
        ("Ætna\u00a0\u202fSarl", "aetna sarl"),
        ("Montant\ndemandé", "montant demande"),
        ("", ""),
    ],
)
def test_accents_case_and_joints_are_dropped(text, key):
    assert search_key(text) == key


@given(st.text())
def test_a_key_is_its_own_key(text):
    assert search_key(search_key(text)) == search_key(text)


def test_keys_sort_as_a_french_index():
    names = ["Zoé", "Élan", "Eau", "Été", "Œuf"]
    assert sorted(names, key=search_key) == ["Eau", "Élan", "Été", "Œuf", "Zoé"]
