"""Whatever is tried, in whatever order: a refusal or a change, never anything else."""

import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from alize_desktop.errors import UserError
from alize_desktop.models.enums import (
    AttendanceKind,
    DecisionOutcome,
    DossierState,
    ItemStep,
    MeetingState,
    MemberOffice,
    VoteChoice,
)
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.values import Money
from alize_desktop.services.bundle import Services

pytestmark = pytest.mark.retold

NUMBERS = ("2026-001", "2026-002", "2026-003")
SEATS = st.integers(1, 18)
CHOICES = st.sampled_from(VoteChoice)
ACTIONS = {
    "attendance": st.tuples(SEATS, st.sampled_from(AttendanceKind), SEATS),
    "all_present": st.tuples(),
    "quorum": st.tuples(),
    "begin": st.tuples(st.sampled_from(NUMBERS)),
    "recuse": st.tuples(st.sampled_from(NUMBERS), SEATS),
    "lift": st.tuples(st.sampled_from(NUMBERS), SEATS),
    "open_ballot": st.tuples(st.sampled_from(NUMBERS)),
    "cast": st.tuples(st.sampled_from(NUMBERS), SEATS, st.none() | CHOICES),
    "cast_remaining": st.tuples(st.sampled_from(NUMBERS), CHOICES),
    "close_ballot": st.tuples(st.sampled_from(NUMBERS)),
    "proclaim": st.tuples(st.sampled_from(NUMBERS), st.none() | CHOICES),
    "record": st.tuples(
        st.sampled_from(NUMBERS),
        st.sampled_from(DecisionOutcome),
        st.integers(0, 9_000),
        st.integers(0, 5),
    ),
    "edit_member": st.tuples(
        SEATS, st.sampled_from(MemberOffice), st.sampled_from(("0", "1", "2.6"))
    ),
    "edit_dossier": st.tuples(st.sampled_from(NUMBERS), st.sampled_from(("Toul", "Dole"))),
    "change_state": st.tuples(st.sampled_from(NUMBERS), st.sampled_from(DossierState)),
    "close": st.tuples(),
    **{
        f"hold_{each}": st.tuples(st.sampled_from(NUMBERS), CHOICES, st.integers(2, 6))
        for each in "abc"  # three times as often: this is how an evening goes on
    },
}
EVENINGS = st.lists(
    st.sampled_from(sorted(ACTIONS)).flatmap(lambda name: st.tuples(st.just(name), ACTIONS[name])),
    max_size=40,
)


class Evening:
    """A meeting of three dossiers, open, in which anything may be tried."""

    def __init__(self, registry):
        self.services = Services(registry)
        dossiers = self.services.dossiers
        self.dossiers = {number: dossiers.by_number(number) for number in NUMBERS}
        for each in self.dossiers.values():
            dossiers.change_state(each, DossierState.UNDER_APPRAISAL)
            dossiers.change_state(each, DossierState.COMPLETE)
        meetings = self.services.meetings
        draft = MeetingDraft(date(2026, 11, 23), time(14), secretary="Odile Perrin")
        self.meeting, _ = meetings.create(draft)
        meetings.set_agenda(self.meeting, list(self.dossiers.values()))
        self.items = {each.number: each.id for each in meetings.detail(self.meeting).agenda}
        self.members = {each.seat: each for each in self.services.people.members()}
        self.services.committee.open(self.meeting)

    def attendance(self, seat, kind, holder):
        holder_id = self.members[holder].id
        return self.services.committee.record_attendance(
            self.meeting, self.members[seat].id, kind, holder_id
        )

    def all_present(self):
        return self.services.committee.all_present(self.meeting)

    def quorum(self):
        return self.services.committee.establish_quorum(self.meeting)

    def begin(self, number):
        return self.services.committee.begin_item(self.items[number])

    def recuse(self, number, seat):
        return self.services.recusals.declare(self.items[number], self.members[seat].id, "Lien")

    def lift(self, number, seat):
        return self.services.recusals.lift(self.items[number], self.members[seat].id)

    def open_ballot(self, number):
        return self.services.voting.open_ballot(self.items[number])

    def cast(self, number, seat, choice):
        return self.services.voting.cast(self.items[number], self.members[seat].id, choice)

    def cast_remaining(self, number, choice):
        return self.services.voting.cast_remaining(self.items[number], choice)

    def close_ballot(self, number):
        return self.services.voting.close_ballot(self.items[number])

    def proclaim(self, number, casting):
        return self.services.voting.proclaim(self.items[number], casting)

    def record(self, number, outcome, euros, days):
        draft = DecisionDraft(outcome, Money(euros * 100), days=days, grounds="Motif")
        return self.services.decisions.record(self.items[number], draft)

    def edit_member(self, seat, office, weight):
        member = next(each for each in self.services.people.members() if each.seat == seat)
        sheet = replace(member.sheet, office=office, weight=Decimal(weight))
        return self.services.people.save_member(member.id, sheet)

    def edit_dossier(self, number, town):
        detail = self.services.dossiers.detail(self.dossiers[number])
        sheet = replace(detail.sheet, company=replace(detail.sheet.company, town=town))
        return self.services.dossiers.save(detail.id, sheet, detail.revision)

    def change_state(self, number, state):
        return self.services.dossiers.change_state(self.dossiers[number], state, "Motif")

    def hold(self, number, choice, steps):
        """Go on with a dossier, by so many steps."""
        dossier = (
            lambda: self.begin(number),
            lambda: self.open_ballot(number),
            lambda: self.cast_remaining(number, choice),
            lambda: self.close_ballot(number),
            lambda: self.proclaim(number, None),
            lambda: self.record(number, DecisionOutcome.DEFERRED, 0, 0),
        )
        for each in dossier[:steps]:
            each()

    hold_a = hold_b = hold_c = hold

    def close(self):
        return self.services.committee.close(self.meeting)


@pytest.fixture(scope="module")
def ready(imported, tmp_path_factory):
    """The office's registry, copied for each evening."""
    return shutil.copy(imported, tmp_path_factory.mktemp("evenings") / "prêt.alize")


def ticking():
    now = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
    while True:
        now += timedelta(seconds=1)
        yield now


@settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)
@given(evening=EVENINGS, sooner=st.booleans())
def test_an_evening_never_breaks_what_the_registry_holds(ready, evening, sooner):
    with tempfile.TemporaryDirectory() as folder:
        path = shutil.copy(ready, Path(folder) / "soir.alize")
        with Registry.open(path, ticking().__next__) as registry:
            room = Evening(registry)
            if sooner:  # straight to the dossiers, where most happens
                room.all_present()
                room.quorum()
            play(room, registry, evening)
            assert registry.verify().is_sound


def lines_of(registry):
    with registry.read() as session:
        return session.scalar(select(func.count()).select_from(StoredLine))


def play(room, registry, evening):
    lines, proclaimed = lines_of(registry), {}
    for name, arguments in evening:
        try:
            getattr(room, name)(*arguments)
        except UserError:
            assert name.startswith("hold") or lines_of(registry) == lines
        lines = lines_of(registry)
        state = room.services.committee.state(room.meeting)
        record = room.services.minutes.record(room.meeting)
        assert sum(line.step is not ItemStep.PENDING for line in state.agenda) >= len(proclaimed)
        for item in record.items:
            told = [each for each in item.ballots if each.result is not None]
            if told:
                last = told[-1]
                kept = proclaimed.setdefault(item.number, (last.result, last.votes, last.quorum))
                assert (last.result, len(last.votes)) == (kept[0], len(kept[1]))
        if state.row.state is MeetingState.CLOSED:
            assert all(line.outcome for line in state.agenda)
