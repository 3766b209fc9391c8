"""The search follows the dossiers, without accents, by the beginning of words."""

import pytest
from sqlalchemy import text

from alize_desktop.models.tables.dossiers import StoredDossier


@pytest.fixture
def dossiers(registry, new_dossier):
    texts = ["fonderie beranger dijon", "menuiserie elan beaune", "boulangerie benoit genlis"]
    with registry.write() as session:
        for number, each in enumerate(texts, start=1):
            session.add(new_dossier(registry.new_id(), f"2026-{number:03d}", search_text=each))
    return registry


def found(registry, words):
    statement = text(
        "SELECT number FROM dossier JOIN dossier_search ON dossier_search.rowid = dossier.serial"
        " WHERE dossier_search MATCH :words ORDER BY number"
    )
    with registry.read() as session:
        return [each[-1] for each in session.scalars(statement, {"words": words})]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ('"bera"*', "1"),
        ('"be"*', "123"),
        ('"ÉLAN"*', "2"),
        ('"be"* "gen"*', "3"),
        ('"anger"*', ""),
    ],
)
def test_words_are_found_by_their_beginning(dossiers, words, numbers):
    assert found(dossiers, words) == list(numbers)


def test_a_dossier_that_changes_is_found_by_its_new_words_only(dossiers):
    with dossiers.write() as session:
        row = session.query(StoredDossier).filter_by(number="2026-001").one()
        row.search_text = "forge nouvelle"
    assert found(dossiers, '"fonderie"') == []
    assert found(dossiers, '"forge"') == ["1"]


def test_a_dossier_that_is_removed_is_found_no_more(dossiers):
    with dossiers.write() as session:
        session.delete(session.query(StoredDossier).filter_by(number="2026-003").one())
    assert found(dossiers, '"be"*') == ["1", "2"]
    assert dossiers.verify().is_sound
