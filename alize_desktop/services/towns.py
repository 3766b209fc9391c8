"""The French towns that are shipped with the program, read when first asked for."""

import csv
from functools import cache

from alize_desktop.paths import resource
from alize_desktop.rules.distances import Gazetteer, Town, gazetteer


@cache
def towns() -> Gazetteer:
    """Return the towns of 1,000 inhabitants and more."""
    with resource("towns.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter=";")
        next(rows)
        return gazetteer(
            Town(name, region, float(latitude), float(longitude))
            for name, region, latitude, longitude in rows
        )
