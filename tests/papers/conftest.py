"""An office whose every identifier is the same each time, and the meetings held in it."""

import shutil
from functools import cache
from itertools import count

import pytest

from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.services.bundle import Services
from tests.conftest import SteppingClock
from tests.papers.meetings import HELD
from tests.papers.rooms import Room
from tests.services.conftest import ROOT, Office


def steady_entropy(first=0):
    """Return a source of identifiers that counts instead of drawing lots."""
    numbers = count(first)
    return lambda length: next(numbers).to_bytes(length, "big")


@pytest.fixture(scope="session")
def imported(tmp_path_factory):
    """A registry into which the office's workbook was imported, made once."""
    path = tmp_path_factory.mktemp("papers") / "imported.alize"
    programme = Programme("Côte-d’Or", "Alizé Côte-d’Or", fund_amount=Money(100_000_00))
    with Registry.create(path, programme, SteppingClock(), steady_entropy()) as registry:
        services = Services(registry)
        book = ROOT / "resources" / "samples" / "bassin-dossiers.xlsx"
        services.importing.accept(services.importing.preview(book))
    return path


@pytest.fixture(scope="session")
def held_alone(imported, tmp_path_factory):
    """Return a function: name of a meeting → a room in which it has just been held."""
    opened = []

    def hold(name):
        path = tmp_path_factory.mktemp(name) / "bureau.alize"
        shutil.copy(imported, path)
        clock = SteppingClock()
        registry = Registry.open(path, clock, entropy=steady_entropy(1_000_000))
        opened.append(registry)
        room = Room(Office(registry, Services(registry), clock))
        HELD[name](room)
        return room

    yield hold
    for each in opened:
        assert each.verify().is_sound
        each.close()


@pytest.fixture(scope="session")
def held(held_alone):
    """Return a function: name of a meeting → the room in which it was held, once for all."""
    return cache(held_alone)
