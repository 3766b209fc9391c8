"""Towns on the map: found or not, never guessed, and how far they are."""

import pytest

from alize_desktop.rules.distances import Town, gazetteer, kilometres, region_of, town_key

DIJON = Town("Dijon", "27", 47.313, 5.014)
BEAUNE = Town("Beaune", "27", 47.024, 4.839)
NORTH = Town("Saint-Denis", "11", 48.936, 2.353)
ISLAND = Town("Saint-Denis", "RE", -20.882, 55.450)
TWINS = (Town("Villeneuve", "93", 43.9, 5.8), Town("Villeneuve", "93", 44.4, 6.7))
TOWNS = gazetteer((DIJON, BEAUNE, NORTH, ISLAND, *TWINS))


@pytest.mark.parametrize(
    ("name", "postcode", "found"),
    [
        ("dijon", "", DIJON),
        ("DIJON CEDEX 9", "21000", DIJON),
        ("Dijon", "71000", DIJON),  # the region is what tells towns apart
        ("Dijon", "75001", None),
        ("Saint-Denis", "", None),
        ("St Denis", "93200", NORTH),
        ("Saint-Denis", "97400", ISLAND),
        ("Saint-Denis", "99999", None),
        ("Villeneuve", "04180", None),
        ("Nulle part", "21000", None),
        ("", "", None),
    ],
)
def test_a_town_is_found_when_one_alone_bears_its_name(name, postcode, found):
    assert TOWNS.place(name, postcode) == found


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Lyon 3", "lyon"),
        ("PARIS 11e arrondissement", "paris"),
        ("Ste-Marie", "sainte marie"),
        ("Cedex", ""),
    ],
)
def test_what_is_not_of_a_name_is_left_out(name, key):
    assert town_key(name) == key


def test_postcodes_tell_their_region():
    assert [region_of(each) for each in ("21000", "20090", "97411", "98000", "")] == [
        *("27", "94", "RE", "", ""),
    ]


def test_distances_are_great_circles_in_whole_kilometres():
    assert kilometres(DIJON, DIJON) == 0
    assert kilometres(DIJON, BEAUNE) == kilometres(BEAUNE, DIJON) == 35
    assert kilometres(NORTH, ISLAND) == 9_371
    assert kilometres(Town("", "", 90, 0), Town("", "", -90, 0)) == 20_015
