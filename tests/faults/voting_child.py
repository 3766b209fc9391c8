"""A program that votes through the services until it is stopped.

prepare REGISTRY      make a registry in which a ballot of nine is open
vote REGISTRY         open it, cast votes, say each one that is recorded
nursery REGISTRY      for each line received, fork a child that votes
hold REGISTRY         open it and wait

Each recorded vote is said in one line, ``OK member choice``, after ``cast``
has returned and not before; a refused one ``NO code``.
"""

import argparse
import itertools
import os
import signal
import sys
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import partial
from pathlib import Path

from sqlalchemy import event

from alize_desktop.errors import UserError
from alize_desktop.models.enums import (
    Civility,
    DossierState,
    MeetingState,
    MemberCollege,
    MemberOffice,
    VoteChoice,
)
from alize_desktop.models.records.dossiers import CompanyDetails, DossierSheet, RequestDetails
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.people import MemberSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store import database
from alize_desktop.models.store.engine import make_engine
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.services.committee import CommitteeService
from alize_desktop.services.dossiers import DossierService
from alize_desktop.services.meetings import MeetingService
from alize_desktop.services.people import PeopleService
from alize_desktop.services.voting import VotingService

VOTERS = 9
CHOICES = (VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTENTION)


def now() -> datetime:
    return datetime.now(UTC)


def say(line: str) -> None:
    """Write one line in one call, so that it is never cut."""
    os.write(1, f"{line}\n".encode())


def prepare(path: Path) -> None:
    """Hold a meeting up to the opening of a ballot."""
    with Registry.create(path, Programme("Côte-d'Or"), now) as registry:
        people, dossiers = PeopleService(registry), DossierService(registry)
        for number in range(VOTERS):
            people.save_member(None, member(number))
        company = CompanyDetails("Fonderie du Val", "732829320", naf_code="25.62B", town="Dijon")
        request = RequestDetails(Money(1_200_000))
        sheet = DossierSheet("", company, date(2026, 11, 2), request=request)
        dossier, _ = dossiers.create(sheet)
        dossiers.change_state(dossier, DossierState.UNDER_APPRAISAL)
        dossiers.change_state(dossier, DossierState.COMPLETE)
        meetings, committee = MeetingService(registry), CommitteeService(registry)
        draft = MeetingDraft(date(2026, 11, 23), time(14, 30), secretary="Odile Vasseur")
        meeting, _ = meetings.create(draft)
        meetings.set_agenda(meeting, [dossier])
        committee.open(meeting)
        committee.all_present(meeting)
        committee.establish_quorum(meeting)
        item = meetings.detail(meeting).agenda[0].id
        committee.begin_item(item)
        VotingService(registry).open_ballot(item)


def member(number: int) -> MemberSheet:
    """Return one of nine members; the first is in the chair."""
    office = MemberOffice.MEMBER if number else MemberOffice.CHAIR
    name = f"Vasseur{'abcdefghi'[number]}"
    college = MemberCollege.ENTERPRISE
    return MemberSheet(Civility.MADAME, "Odile", name, "Fonderie", college, office, Decimal(1))


def vote(path: Path, count: int | None = None) -> None:
    """Open the registry and cast ``count`` votes, or go on until stopped."""
    registry = Registry.open(path, now)
    voting = VotingService(registry)
    rows = [each for each in MeetingService(registry).rows() if each.state is MeetingState.OPEN]
    current = CommitteeService(registry).state(rows[0].id).current
    members = [tile.member.id for tile in current.tiles]
    answers = ((each, choice) for choice in itertools.cycle(CHOICES) for each in members)
    for each, choice in itertools.islice(answers, count):
        try:
            voting.cast(current.line.id, each, choice)
        except UserError as error:
            say(f"NO {error.code}")
        else:
            say(f"OK {each} {choice}")


def nursery(path: Path) -> None:
    """Fork a child that votes, for each line received, and say when it is dead."""
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            say(f"PID {os.getpid()}")
            vote(path)
        os.waitpid(child, 0)
        say("DEAD")


def hold(path: Path) -> None:
    """Keep the registry open until stopped."""
    with Registry.open(path, now):
        say("OPEN")
        signal.pause()


def weaken(synchronous: str, checkpoint: int) -> None:
    """Give connections other pragmas than the program's. Only here is it possible."""

    def weak(path: Path, **options: object):
        engine = make_engine(path, **{**options, "synchronous": synchronous})
        often = f"PRAGMA wal_autocheckpoint = {checkpoint}"
        event.listen(engine, "connect", lambda connection, _: connection.execute(often))
        return engine

    database.make_engine = weak


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["prepare", "vote", "nursery", "hold"])
    parser.add_argument("registry", type=Path)
    parser.add_argument("--votes", type=int)
    parser.add_argument("--synchronous", default="full")
    parser.add_argument("--checkpoint", type=int, default=1000)
    parser.add_argument("--largest-file", type=int)
    asked = parser.parse_args()
    weaken(asked.synchronous, asked.checkpoint)
    if asked.largest_file:
        import resource  # noqa: PLC0415 - not on every system

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (asked.largest_file, asked.largest_file))
    acts = {
        "prepare": prepare,
        "vote": partial(vote, count=asked.votes),
        "nursery": nursery,
        "hold": hold,
    }
    acts[asked.what](asked.registry)
    sys.stdout.flush()
    os._exit(0)  # as if the plug were pulled: nothing is closed


if __name__ == "__main__":
    main()
