"""A meeting held by the services up to an open ballot, and what the room saw of it."""

from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from uuid import UUID

from measures import utc_now

from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    Civility,
    DossierState,
    MeetingState,
    MemberCollege,
    MemberOffice,
)
from alize_desktop.models.records.dossier_list import DossierQuery
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.people import MemberSheet
from alize_desktop.models.records.room import RoomControls
from alize_desktop.services.bundle import Services
from alize_desktop.wording.room import room_layouts, room_state

NAMES = ("Lévêque", "Thiébaut", "Garçon", "Delacroix-Beaumont", "N’Guyen", "Ünal", "Le Bihan")


@dataclass
class Meeting:
    """A meeting whose ballot by name is open.

    Attributes:
        item: Its dossier under examination: half of the agenda was decided before it.
        scenes: What the room shows in each layout.
    """

    services: Services
    id: UUID
    item: UUID | None = None
    scenes: dict = field(default_factory=dict)

    def state(self):
        return self.services.committee.state(self.id)

    def keep_scenes(self, **other):
        """Remember what the room sees now, in each layout it can be asked for."""
        state = replace(self.state(), **other)
        for layout in room_layouts(state, RoomControls()):
            self.scenes[layout] = room_state(
                state, RoomControls(layout, is_black=layout.value == "black")
            )

    def clear_votes(self):
        """Take every answer of the ballot back."""
        for tile in self.state().current.tiles:
            if tile.choice is not None:
                self.services.voting.cast(self.item, tile.member.id, None)


def hold_meeting(registry, members, dossiers):
    """Hold a meeting of so many members and dossiers until a ballot by name is open."""
    services = Services(registry)
    fill_seats(services, members)
    meeting = Meeting(services, prepare(services, dossiers))
    open_sitting(meeting)
    points = [line.id for line in meeting.state().agenda]
    for item in points[: dossiers // 2]:
        decide(services, item)
    services.life.suspend(meeting.id)  # an hour would be past later in the day
    meeting.keep_scenes()
    services.life.resume(meeting.id)
    meeting.item = points[dossiers // 2]
    services.committee.begin_item(meeting.item)
    away = meeting.state().attendance[5].member.id
    services.recusals.declare(meeting.item, away, "Administrateur de l’entreprise")
    services.voting.open_ballot(meeting.item, BallotForm.NAMED)
    meeting.keep_scenes()
    row = replace(meeting.state().row, state=MeetingState.CLOSED)
    meeting.keep_scenes(row=row, closed_at=utc_now(), current=None)
    return meeting


def fill_seats(services, members):
    seated = sum(1 for each in services.people.members() if each.has_seat)
    for number in range(seated, members):
        sheet = MemberSheet(
            Civility.MADAME if number % 2 else Civility.MONSIEUR,
            "Inès" if number % 2 else "Jean-Baptiste",
            f"{NAMES[number % len(NAMES)]} {number}",
            f"Usine {number}",
            MemberCollege.ENTERPRISE,
            MemberOffice.MEMBER,
            Decimal(1),
        )
        services.people.save_member(None, sheet)


def prepare(services, dossiers):
    chosen = [row.id for row in services.dossiers.search(DossierQuery()).rows[:dossiers]]
    for each in chosen:
        services.dossiers.change_state(each, DossierState.UNDER_APPRAISAL)
        services.dossiers.change_state(each, DossierState.COMPLETE)
    draft = MeetingDraft(date(2026, 5, 19), time(14), "Dijon", secretary="Odile Perrin")
    meeting, _changes = services.meetings.create(draft)
    services.meetings.set_agenda(meeting, chosen)
    return meeting


def open_sitting(meeting):
    """Call the roll: one member in eight has given a proxy; the others are there."""
    committee = meeting.services.committee
    committee.open(meeting.id)
    called = [each.member.id for each in meeting.state().attendance if each.member.has_seat]
    for holder, giver in zip(called[1::8], called[2::8], strict=False):
        committee.record_attendance(meeting.id, holder, AttendanceKind.PRESENT)
        kind = AttendanceKind.REPRESENTED
        committee.record_attendance(meeting.id, giver, kind, holder, "Reçu par courriel")
    committee.all_present(meeting.id)
    committee.establish_quorum(meeting.id)


def decide(services, item):
    """Examine a dossier, approve it by consensus, record the decision."""
    services.committee.begin_item(item)
    services.voting.open_ballot(item, BallotForm.CONSENSUS)
    services.counted.no_objection(item)
    services.voting.proclaim(item)
    services.decisions.record(item, services.decisions.proposal(item))
