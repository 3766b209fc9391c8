"""A registry in a folder of its own, and a meeting in which a ballot is open."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from alize_desktop.models.enums import (
    BallotForm,
    Civility,
    DossierState,
    ItemStep,
    MeetingState,
    MemberCollege,
    MemberOffice,
)
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.tables.ballots import StoredBallot
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredItem, StoredMeeting
from alize_desktop.models.tables.people import StoredMember


@dataclass(frozen=True)
class Room:
    """What is needed to vote."""

    meeting: UUID
    dossier: UUID
    item: UUID
    ballot: UUID
    member: UUID


@pytest.fixture
def programme() -> Programme:
    return Programme(basin="Côte-d'Or")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "côte d’or n° 1%.alize"


@pytest.fixture
def registry(shelf, path, programme, clock):
    with shelf.new(path, programme, clock) as registry:
        yield registry


@pytest.fixture
def new_dossier(clock):
    """Return a dossier that only has what a dossier must have."""

    def make(identifier: UUID, number: str, **more: object) -> StoredDossier:
        return StoredDossier(
            id=identifier,
            number=number,
            state=DossierState.FILED,
            created_at=clock(),
            filed_on=date(2026, 11, 2),
            company_name="Fonderie du Val",
            company_siren="732829320",
            **more,
        )

    return make


@pytest.fixture
def room(registry, clock, new_dossier) -> Room:
    """A meeting that is open, with one dossier and its ballot open."""
    room = Room(*(registry.new_id() for _ in range(5)))
    with registry.write() as session:
        session.add_all(
            [
                StoredMember(
                    id=room.member,
                    seat=1,
                    civility=Civility.MADAME,
                    first_name="Odile",
                    last_name="Vasseur",
                    organisation="Fonderie",
                    college=MemberCollege.ENTERPRISE,
                    office=MemberOffice.CHAIR,
                    weight=Decimal("2.60"),
                ),
                StoredMeeting(
                    id=room.meeting,
                    number="CA-2026-01",
                    held_on=date(2026, 11, 23),
                    starts_at=time(14, 30),
                    state=MeetingState.OPEN,
                    created_at=clock(),
                    rules={"quorum": [1, 2]},
                ),
                new_dossier(room.dossier, "2026-001"),
                StoredItem(
                    id=room.item,
                    meeting_id=room.meeting,
                    position=1,
                    turn=1,
                    dossier_id=room.dossier,
                    step=ItemStep.BALLOT_OPEN,
                ),
                StoredBallot(
                    id=room.ballot,
                    item_id=room.item,
                    meeting_id=room.meeting,
                    form=BallotForm.NAMED,
                    opened_at=clock(),
                    majority={"kind": "strict_half"},
                    quorum_required=1,
                    quorum_counted=1,
                    in_office=1,
                    voices_in_office=Decimal("2.60"),
                    presiding_member_id=room.member,
                ),
            ]
        )
    return room
