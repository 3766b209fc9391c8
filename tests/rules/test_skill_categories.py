"""Categories of competences: which one a text names."""

from dataclasses import replace

import pytest

from alize_desktop.models.records.partners import USUAL_CATEGORIES
from alize_desktop.rules.skill_categories import (
    canonical_name,
    category_named,
    category_within,
    is_same,
    needed_category,
    proposed_names,
    unknown_names,
    usual_categories,
    with_former_name,
)

USUAL = usual_categories()


def named(category):
    return category.name if category else None


def test_the_usual_ones_are_the_same_in_every_registry():
    assert tuple(each.name for each in USUAL) == USUAL_CATEGORIES
    assert usual_categories() == USUAL
    assert len({each.id for each in USUAL}) == len(USUAL)
    keys = [name for each in USUAL for name in (each.name, *each.aliases)]
    assert all(named(category_named(USUAL, each)) for each in keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("qualite", "Qualité"),
        ("Organisation", "Organisation et production"),
        ("Recrutement", "Ressources humaines"),
        ("Recrutement de deux techniciens", "Ressources humaines"),
        ("Mieux recruter", None),
        ("Recrutement et qualité", None),
        ("Croissance", None),
        ("", None),
    ],
)
def test_a_text_names_one_category_or_none(text, name):
    assert named(category_within(USUAL, text)) == name


def test_a_text_without_a_letter_names_nothing():
    dashes = replace(USUAL[0], name="---", aliases=("…",))
    assert category_named((dashes,), "") is None
    assert needed_category((dashes,), "", "") == ""
    assert needed_category(USUAL, "", "Qualité", "---") == "Qualité"


def test_names_are_the_same_by_their_key_or_an_alias():
    assert is_same(USUAL, "Organisation", "organisation ET production")
    assert is_same(USUAL, "Soudure", "soudure")
    assert not is_same(USUAL, "Soudure", "Qualité")
    assert canonical_name(USUAL, " Soudure ") == "Soudure"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (("Recrutement", "Qualité"), "Ressources humaines"),
        (("Grandir", "Organisation"), "Organisation et production"),
        (("Grandir", "Soudure"), "Soudure"),
        (("Grandir", ""), ""),
        (("Recrutement", "Qualité", "numerique"), "Numérique"),
    ],
)
def test_the_need_is_what_was_diagnosed_then_what_was_asked(told, name):
    assert needed_category(USUAL, *told) == name


def test_names_of_no_category_are_told_once_in_order():
    names = ("Soudure", "Qualité", " ", "soudure ", "Élan")
    assert unknown_names(USUAL, names) == ("Élan", "soudure")


def test_a_category_that_is_renamed_keeps_its_former_name():
    hse = next(each for each in USUAL if each.name == "HSE")
    after = replace(hse, name="Sécurité", aliases=("Sécurité", " ", "Prévention", "prévention"))
    kept = with_former_name(hse, replace(after, position=99))
    assert (kept.name, kept.position) == ("Sécurité", hse.position)
    assert kept.aliases == ("Prévention", "HSE")
    assert with_former_name(hse, hse) == hse


def test_the_categories_in_force_are_proposed_first_then_what_sheets_say():
    known = tuple(replace(each, is_offered=each.name != "HSE") for each in USUAL)
    names = proposed_names(known, ("Soudure", "Organisation", "HSE", "soudure"))
    assert names == (*(each.name for each in known if each.is_offered), "soudure")


def test_a_name_that_stands_already_can_be_chosen_again():
    usual = tuple(each.name for each in USUAL)
    assert proposed_names(USUAL, (), "Organisation") == (*usual, "Organisation")
    assert proposed_names(USUAL, (), "HSE") == usual
