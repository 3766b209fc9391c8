"""Towns on the map, and how far they are from each other as the crow flies.

A town that is not in the list, or whose name several towns bear, has no place: no distance
is ever guessed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Final

from alize_desktop.rules.text import search_key

_EARTH_RADIUS: Final = 6371.0
"""In kilometres: mean radius of the Earth."""

_SHORT: Final = {"st": "saint", "ste": "sainte"}
_DISTRICT: Final = re.compile(r"[0-9]+(?:er|e|eme)?|arrondissement")
"""Words at the end of the name of a town that are not of its name."""

_DEPARTMENTS: Final = {
    "11": "75 77 78 91 92 93 94 95",
    "24": "18 28 36 37 41 45",
    "27": "21 25 39 58 70 71 89 90",
    "28": "14 27 50 61 76",
    "32": "02 59 60 62 80",
    "44": "08 10 51 52 54 55 57 67 68 88",
    "52": "44 49 53 72 85",
    "53": "22 29 35 56",
    "75": "16 17 19 23 24 33 40 47 64 79 86 87",
    "76": "09 11 12 30 31 32 34 46 48 65 66 81 82",
    "84": "01 03 07 15 26 38 42 43 63 69 73 74",
    "93": "04 05 06 13 83 84",
    "94": "20",
    "GP": "971",
    "MQ": "972",
    "GF": "973",
    "RE": "974",
    "PM": "975",
    "YT": "976",
}
"""Departments, as postcodes begin, by region."""

_REGIONS: Final[Mapping[str, str]] = {
    department: region for region, each in _DEPARTMENTS.items() for department in each.split()
}


@dataclass(frozen=True, slots=True)
class Town:
    """A town on the map.

    Attributes:
        region: Code of Insee in mainland France, two letters overseas.
        latitude, longitude: In degrees.
    """

    name: str
    region: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The towns that are known, by the key of their name."""

    towns: Mapping[str, tuple[Town, ...]]

    def place(self, town: str, postcode: str = "") -> Town | None:
        """Return the town of a name, None when no town or several ones bear it.

        Args:
            town: Name; « Cedex », a number of district and « St » are understood.
            postcode: Its region tells homonyms apart; empty when not known.
        """
        found = self.towns.get(town_key(town), ())
        if postcode:
            region = region_of(postcode)
            found = tuple(each for each in found if each.region == region)
        return found[0] if len(found) == 1 else None


def gazetteer(towns: Iterable[Town]) -> Gazetteer:
    """Return the towns, ready to be looked up."""
    found: dict[str, tuple[Town, ...]] = {}
    for each in towns:
        key = town_key(each.name)
        found[key] = (*found.get(key, ()), each)
    return Gazetteer(found)


def town_key(name: str) -> str:
    """Return the key of the name of a town: ``"ST-DIE CEDEX 9"`` gives ``"saint die"``."""
    words = search_key(name).split()
    if "cedex" in words:
        words = words[: words.index("cedex")]
    while words and _DISTRICT.fullmatch(words[-1]):
        words.pop()
    return " ".join(_SHORT.get(each, each) for each in words)


def region_of(postcode: str) -> str:
    """Return the region of a postcode, empty when it is of none."""
    return _REGIONS.get(postcode[:2]) or _REGIONS.get(postcode[:3], "")


def kilometres(one: Town, other: Town) -> int:
    """Return the distance of two towns as the crow flies, in whole kilometres.

    Source:
        Great circle by the haversine formula, on a sphere of 6,371 kilometres.
    """
    first, second = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    half = sin((second - first) / 2) ** 2 + cos(first) * cos(second) * sin(across / 2) ** 2
    return round(2 * _EARTH_RADIUS * asin(min(1.0, sqrt(half))))
