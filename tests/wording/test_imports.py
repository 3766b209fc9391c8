"""New people and people brought up to date are told apart."""

import pytest

from alize_desktop.wording.imports import people_to_write, people_written


@pytest.mark.parametrize(
    ("number", "updated", "said"),
    [
        (0, 0, []),
        (1, 0, ["1 membre"]),
        (18, 0, ["18 membres"]),
        (4, 1, ["3 nouveaux membres", "1 membre à mettre à jour"]),
        (3, 2, ["1 nouveau membre", "2 membres à mettre à jour"]),
        (2, 2, ["2 membres à mettre à jour"]),
    ],
)
def test_before_writing(number, updated, said):
    assert people_to_write(number, updated, "membre") == said


@pytest.mark.parametrize(
    ("number", "updated", "said"),
    [
        (0, 0, []),
        (18, 0, ["18 partenaires"]),
        (4, 1, ["3 partenaires ajoutés", "1 mis à jour"]),
        (3, 2, ["1 partenaire ajouté", "2 mis à jour"]),
        (1, 1, ["1 partenaire mis à jour"]),
        (2, 2, ["2 partenaires mis à jour"]),
    ],
)
def test_after_writing(number, updated, said):
    assert people_written(number, updated, "partenaire") == said
