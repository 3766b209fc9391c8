"""A meeting held at random, step after step, checked against a model that fits in one page.

The model knows nothing of the services: who is there, who gave a proxy to whom, who
stepped aside, what each voter last answered. After every step the file must say the
same, its journal must hold, and replaying the journal must give the same meeting.
"""

import json
import shutil
import tempfile
from collections import Counter, defaultdict
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from alize_desktop.errors import UserError
from alize_desktop.models.enums import (
    AttendanceKind,
    Civility,
    DecisionOutcome,
    DossierState,
    ItemStep,
    MemberCollege,
    MemberOffice,
    VoteChoice,
)
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.dossiers import CompanyDetails, DossierSheet, RequestDetails
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.people import MemberSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.ballots import StoredVote
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.values import Money
from alize_desktop.services.bundle import Services

SEATS = 7
SIRENS = ("732829320", "552100554", "542065479")
THERE = (AttendanceKind.PRESENT, AttendanceKind.REMOTE)
AWAY = (AttendanceKind.EXCUSED, AttendanceKind.ABSENT)
FOLLOWS_THE_ROOM = (ItemStep.PRESENTED, ItemStep.BALLOT_OPEN)
seats = st.integers(0, SEATS - 1)
items = st.integers(0, len(SIRENS) - 1)


class Clock:
    """A clock that usually goes on, and sometimes is put back."""

    def __init__(self):
        self.instant = datetime(2026, 11, 23, 13, tzinfo=UTC)

    def __call__(self):
        self.instant += timedelta(seconds=1)
        return self.instant


class Replay:
    """What the journal alone tells of a meeting, told again from its first line."""

    def __init__(self, lines):
        self.presence, self.proxies, self.steps = {}, {}, {}
        self.recused = defaultdict(set)
        self.ballot_of, self.voters, self.votes = {}, {}, defaultdict(dict)
        self.results = defaultdict(list)
        self.is_suspended = False
        for each in lines:
            told = json.loads(each.details)
            act = getattr(self, each.action.replace(".", "_"), None)
            if act is not None:
                act(str(each.subject_id), told)

    def attendance_recorded(self, _meeting, told):
        member, kind = told["member"], AttendanceKind(told["kind"])
        if kind is AttendanceKind.REPRESENTED:
            self.proxies[member] = told["holder"]
        elif kind in AWAY:
            self.proxies.pop(member, None)
        elif kind is AttendanceKind.PROXY_REVOKED:
            del self.proxies[member]
            if self.presence[member] is not AttendanceKind.REPRESENTED:
                return
            kind = AttendanceKind.ABSENT
        elif kind is AttendanceKind.DEPARTED and member in self.proxies:
            kind = AttendanceKind.REPRESENTED
        self.presence[member] = kind

    def recusal_recorded(self, _meeting, told):
        recused = self.recused[told["item"]]
        if told["kind"] == AttendanceKind.RECUSED:
            recused.add(told["member"])
        else:
            recused.discard(told["member"])

    def item_begun(self, _meeting, told):
        for item, step in self.steps.items():
            if step is ItemStep.PRESENTED:
                self.steps[item] = ItemStep.PENDING
        self.steps[told["item"]] = ItemStep.PRESENTED

    def ballot_opened(self, _meeting, told):
        self.steps[told["item"]] = ItemStep.BALLOT_OPEN
        ballot = self.ballot_of[told["item"]] = told["ballot"]["id"]
        self.voters[ballot] = {each["member_id"] for each in told["voters"]}

    def ballot_followed(self, _meeting, told):
        voters = self.voters[self.ballot_of[told["item"]]]
        for each in told["voters"]:
            (voters.add if each["is_entitled"] else voters.discard)(each["member_id"])

    def vote_cast(self, ballot, told):
        self.votes[ballot][told["member"]] = told["choice"]

    def ballot_closed(self, _meeting, told):
        self.steps[told["item"]] = ItemStep.BALLOT_CLOSED

    def ballot_reopened(self, _meeting, told):
        self.steps[told["item"]] = ItemStep.BALLOT_OPEN

    def ballot_proclaimed(self, _meeting, told):
        self.steps[told["item"]] = ItemStep.PROCLAIMED
        self.results[told["item"]].append(told["result"])

    def ballot_corrected(self, _meeting, told):
        self.results[told["item"]].append(told["result"])
        self.votes[told["ballot"]].update(told["votes"])

    def decision_recorded(self, _dossier, told):
        self.steps[told["item"]] = ItemStep.DECIDED

    def meeting_suspended(self, _meeting, _told):
        self.is_suspended = True

    def meeting_resumed(self, _meeting, _told):
        self.is_suspended = False

    def answers(self, item):
        """Return what each voter of the last ballot of a point last answered."""
        ballot = self.ballot_of[item]
        held = self.votes[ballot]
        return {each: held[each] for each in self.voters[ballot] if held.get(each)}


class MeetingMachine(RuleBasedStateMachine):
    """Holds a meeting of three dossiers and seven members."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="alize-machine-"))
        self.copies = 0
        self.clock = Clock()
        self.presence = {}
        self.proxies = {}
        self.recused = {each: set() for each in range(len(SIRENS))}
        self.answers, self.spoke = {}, {}
        self.kept = {}

    @initialize()
    def open_the_meeting(self):
        path = self.folder / "comité.alize"
        self.registry = Registry.create(path, Programme("Côte-d’Or"), self.clock)
        self.services = Services(self.registry)
        for seat in range(SEATS):
            self.services.people.save_member(None, sheet(seat))
        self.members = [each.id for each in self.services.people.members()]
        dossiers = [self.dossier(siren) for siren in SIRENS]
        draft = MeetingDraft(date(2026, 11, 23), time(14), "Dijon", secretary="Odile Perrin")
        self.meeting, _ = self.services.meetings.create(draft)
        self.services.meetings.set_agenda(self.meeting, dossiers)
        self.services.committee.open(self.meeting)
        self.items = [each.id for each in self.state().agenda]

    def dossier(self, siren):
        company = CompanyDetails(f"Entreprise {siren}", siren, naf_code="25.62B", town="Dijon")
        request = RequestDetails(Money(1_200_000))
        filed = DossierSheet("", company, date(2026, 11, 2), request=request)
        dossier, _ = self.services.dossiers.create(filed)
        for state in (DossierState.UNDER_APPRAISAL, DossierState.COMPLETE):
            self.services.dossiers.change_state(dossier, state)
        return dossier

    def state(self):
        return self.services.committee.state(self.meeting)

    def step_of(self, item):
        return next(each.step for each in self.state().agenda if each.id == self.items[item])

    def current(self):
        """Return the rank of the dossier under examination, None without one."""
        found = self.state().current
        return None if found is None else self.items.index(found.line.id)

    def tried(self, act, *arguments):
        """Return whether an action was accepted; a refusal is a sentence, nothing else."""
        try:
            act(*arguments)
        except UserError:
            return False
        return True

    # what the model says

    def sits(self, seat):
        return self.presence.get(seat) in THERE

    def in_person(self, item):
        return {s for s in range(SEATS) if self.sits(s) and s not in self.recused[item]}

    def represented(self, item):
        here = self.in_person(item)
        return {
            giver
            for giver, holder in self.proxies.items()
            if not self.sits(giver) and holder in here and giver not in self.recused[item]
        }

    def voters(self, item):
        return self.in_person(item) | self.represented(item)

    def follow_the_room(self):
        """Take back what is answered no more by the same person, while the ballot is open."""
        item = self.current()
        if item is not None and self.step_of(item) is ItemStep.BALLOT_OPEN:
            for seat in list(self.answers):
                if self.speaks(item, seat) != self.spoke[seat]:
                    del self.answers[seat]

    def speaks(self, item, seat):
        """Return who answers for a seat: the member, the holder, or None."""
        if seat in self.in_person(item):
            return seat
        return self.proxies[seat] if seat in self.represented(item) else None

    def answered(self, item, seat, choice):
        self.answers[seat] = choice
        self.spoke[seat] = self.speaks(item, seat)

    # what may be tried

    @rule(seat=seats, kind=st.sampled_from((*THERE, *AWAY)))
    def call(self, seat, kind):
        done = self.tried(
            self.services.committee.record_attendance, self.meeting, self.members[seat], kind
        )
        if done:
            self.presence[seat] = kind
            if kind in AWAY:
                self.proxies.pop(seat, None)
            self.follow_the_room()

    @rule(seat=seats)
    def depart(self, seat):
        act = self.services.committee.record_attendance
        if self.tried(act, self.meeting, self.members[seat], AttendanceKind.DEPARTED):
            returns = seat in self.proxies  # the proxy given before coming votes again
            kind = AttendanceKind.REPRESENTED if returns else AttendanceKind.DEPARTED
            self.presence[seat] = kind
            self.follow_the_room()

    @rule(giver=seats, holder=seats)
    def give_proxy(self, giver, holder):
        act = self.services.committee.record_attendance
        kind = AttendanceKind.REPRESENTED
        done = self.tried(act, self.meeting, self.members[giver], kind, self.members[holder])
        if done:
            assert giver != holder
            self.presence[giver] = kind
            self.proxies[giver] = holder
            assert max(Counter(self.proxies.values()).values()) == 1, "two proxies in one hand"
            assert not set(self.proxies) & set(self.proxies.values()), "a chain of proxies"
            self.follow_the_room()

    @rule(seat=seats)
    def revoke_proxy(self, seat):
        act = self.services.committee.record_attendance
        if self.tried(act, self.meeting, self.members[seat], AttendanceKind.PROXY_REVOKED):
            self.proxies.pop(seat, None)
            if self.presence.get(seat) is AttendanceKind.REPRESENTED:
                self.presence[seat] = AttendanceKind.ABSENT
            self.follow_the_room()

    @rule()
    def everybody_comes(self):
        before = set(self.presence)
        if self.tried(self.services.committee.all_present, self.meeting):
            for seat in set(range(SEATS)) - before:
                self.presence[seat] = AttendanceKind.PRESENT
            self.follow_the_room()

    @rule()
    def establish_quorum(self):
        self.tried(self.services.committee.establish_quorum, self.meeting)

    @rule(item=items)
    def begin(self, item):
        self.tried(self.services.committee.begin_item, self.items[item])

    @rule(item=items, seat=seats)
    def recuse(self, item, seat):
        if self.tried(self.services.recusals.declare, self.items[item], self.members[seat], "Lien"):
            assert seat not in self.recused[item], "stepped aside twice"
            self.recused[item].add(seat)
            self.follow_the_room()

    @rule(item=items, seat=seats)
    def lift(self, item, seat):
        if self.tried(self.services.recusals.lift, self.items[item], self.members[seat]):
            self.recused[item].discard(seat)
            self.follow_the_room()

    @rule(item=items)
    def open_ballot(self, item):
        another = any(each.step is ItemStep.BALLOT_OPEN for each in self.state().agenda)
        if self.tried(self.services.voting.open_ballot, self.items[item]):
            assert not another, "a second ballot was opened"
            self.answers = {}

    @rule(item=items, seat=seats, choice=st.none() | st.sampled_from(VoteChoice))
    def vote(self, item, seat, choice):
        open_before = self.step_of(item) is ItemStep.BALLOT_OPEN
        done = self.tried(self.services.voting.cast, self.items[item], self.members[seat], choice)
        assert done == (open_before and seat in self.voters(item))
        if done and choice is not None:
            self.answered(item, seat, choice)
        elif done:
            self.answers.pop(seat, None)

    @rule(choice=st.sampled_from(VoteChoice))
    def everybody_else(self, choice):
        item = self.current()
        if item is not None and self.tried(
            self.services.voting.cast_remaining, self.items[item], choice
        ):
            for seat in self.voters(item) - set(self.answers):
                self.answered(item, seat, choice)

    @rule(item=items)
    def close_ballot(self, item):
        done = self.tried(self.services.voting.close_ballot, self.items[item])
        if done:
            assert set(self.answers) == self.voters(item), "closed with an empty tile"

    @rule(item=items)
    def open_the_ballot_again(self, item):
        before = self.step_of(item)
        if self.tried(self.services.voting.reopen_ballot, self.items[item]):
            assert before is ItemStep.BALLOT_CLOSED
            self.follow_the_room()

    @rule(item=items, casting=st.none() | st.sampled_from(VoteChoice))
    def proclaim(self, item, casting):
        if self.tried(self.services.voting.proclaim, self.items[item], casting):
            self.kept[item] = self.shown(item)

    @rule(
        item=items,
        seat=seats,
        choice=st.sampled_from(VoteChoice),
        reason=st.sampled_from(("", "Erreur de saisie")),
    )
    def correct(self, item, seat, choice, reason):
        act = self.services.corrections.correct_votes
        done = self.tried(act, self.items[item], {self.members[seat]: choice}, reason)
        if done:
            assert reason, "a correction without a reason"
            assert item in self.kept, "a correction before the proclamation"
            if self.current() != item:
                return  # it is decided: the committee is elsewhere
            before, after = self.kept[item], self.shown(item)
            assert len(after.corrections) == len(before.corrections) + 1
            assert after.corrections[-1].before == before.sentence
            self.answers[seat] = choice
            self.kept[item] = after

    @rule(item=items, outcome=st.sampled_from(DecisionOutcome))
    def decide(self, item, outcome):
        draft = DecisionDraft(outcome, grounds="Motif", documents_asked="Bilan", days=1)
        if self.tried(self.services.decisions.record, self.items[item], draft):
            assert self.step_of(item) is ItemStep.DECIDED

    @rule()
    def suspend(self):
        self.tried(self.services.life.suspend, self.meeting, None)

    @precondition(lambda self: self.state().suspension is not None)
    @rule()
    def resume(self):
        self.services.life.resume(self.meeting)
        assert self.state().suspension is None

    @rule(choice=st.sampled_from((VoteChoice.FOR, VoteChoice.AGAINST)), steps=st.integers(1, 6))
    def go_on(self, choice, steps):
        """Do what usually comes next: this is how an evening goes on."""
        for _ in range(steps):
            self.next_thing(choice)

    def next_thing(self, choice):
        state = self.state()
        if state.suspension is not None:
            self.resume()
        elif state.quorum_at is None:
            self.everybody_comes()
            self.establish_quorum()
        elif state.current is None:
            waiting = [each for each in state.agenda if each.step is ItemStep.PENDING]
            if waiting:
                self.begin(self.items.index(waiting[0].id))
        else:
            self.next_of_dossier(self.current(), state.current.line.step, choice)

    def next_of_dossier(self, item, step, choice):
        match step:
            case ItemStep.PRESENTED:
                self.open_ballot(item)
            case ItemStep.BALLOT_OPEN:
                self.everybody_else(choice)
                self.close_ballot(item)
            case ItemStep.BALLOT_CLOSED:
                self.proclaim(item, None)
            case _:
                self.decide(item, DecisionOutcome.DEFERRED)

    @rule(minutes=st.integers(1, 90))
    def put_the_clock_back(self, minutes):
        self.clock.instant -= timedelta(minutes=minutes)

    @rule()
    def close_the_program(self):
        path = self.registry.path
        self.registry.close()
        self.reopened(path)

    @rule()
    def kill_the_program(self):
        """Go on with the files exactly as a killed program leaves them."""
        path = self.registry.path
        self.copies += 1
        folder = self.folder / str(self.copies)
        folder.mkdir()
        for each in (path, path.with_name(f"{path.name}-wal")):
            if each.exists():
                shutil.copy(each, folder)
        self.registry.close()
        self.reopened(folder / path.name)

    def reopened(self, path):
        self.registry = Registry.open(path, self.clock)
        self.services = Services(self.registry)
        self.the_journal_holds()

    # what must hold

    def shown(self, item):
        """Return the last proclaimed ballot of a dossier, as the minutes tell it."""
        state = self.state()
        assert state.current is not None
        assert state.current.line.id == self.items[item]
        return state.current.ballot

    @invariant()
    def the_file_says_what_the_model_says(self):
        state = self.state()
        self.nobody_is_both_present_and_represented(state)
        self.voices_are_present_and_represented_less_recused(state)
        if state.current is not None and state.current.ballot is not None:
            self.the_tally_is_the_last_answer_of_each_voter(state)
        if state.current is not None and state.current.line.step is ItemStep.PROCLAIMED:
            self.a_proclaimed_ballot_changes_only_by_a_correction(state)

    def nobody_is_both_present_and_represented(self, state):
        for each in state.attendance:
            seat = self.members.index(each.member.id)
            assert each.kind is self.presence.get(seat)
            if self.sits(seat):
                assert each.kind is not AttendanceKind.REPRESENTED

    def voices_are_present_and_represented_less_recused(self, state):
        nobody = {s for s in range(SEATS) if self.sits(s)}
        assert state.present == len(nobody)
        if state.current is None or state.current.line.step not in FOLLOWS_THE_ROOM:
            return
        item = self.items.index(state.current.line.id)
        tiles = {
            self.members.index(each.member.id): each
            for each in state.current.tiles
            if not each.is_recused
        }
        assert set(tiles) == self.voters(item)
        assert {seat for seat, each in tiles.items() if each.holder_id} == self.represented(item)

    def the_tally_is_the_last_answer_of_each_voter(self, state):
        ballot = state.current.ballot
        held = self.last_answers(ballot.id)
        entitled = {each.member.id for each in state.current.tiles if not each.is_recused}
        counted = Counter(choice for member, choice in held.items() if member in entitled)
        counts = ballot.result.counts
        assert (counts.votes_for, counts.votes_against, counts.abstentions) == (
            counted[VoteChoice.FOR],
            counted[VoteChoice.AGAINST],
            counted[VoteChoice.ABSTENTION],
        )
        if state.current.line.step is not ItemStep.PROCLAIMED:
            assert {self.members.index(each): held[each] for each in held} == self.answers

    def last_answers(self, ballot_id):
        statement = (
            select(StoredVote.member_id, StoredVote.choice)
            .where(StoredVote.ballot_id == ballot_id)
            .order_by(StoredVote.sequence)
        )
        with self.registry.read() as session:
            last = dict(session.execute(statement).all())
        return {member: choice for member, choice in last.items() if choice is not None}

    def a_proclaimed_ballot_changes_only_by_a_correction(self, state):
        item = self.items.index(state.current.line.id)
        kept = self.kept[item]
        assert (state.current.ballot.result, state.current.ballot.corrections) == (
            kept.result,
            kept.corrections,
        )

    def the_journal_holds(self):
        assert self.registry.verify().is_sound
        with self.registry.read() as session:
            replay = Replay(session.scalars(select(StoredLine).order_by(StoredLine.sequence)))
        self.the_journal_tells_the_same_meeting(replay)

    def the_journal_tells_the_same_meeting(self, replay):
        state = self.state()
        assert replay.is_suspended == (state.suspension is not None)
        assert replay.presence == {
            str(each.member.id): each.kind for each in state.attendance if each.kind
        }
        assert replay.proxies == {
            str(each.member.id): str(each.holder_id) for each in state.attendance if each.holder_id
        }
        for line in state.agenda:
            assert replay.steps.get(str(line.id), ItemStep.PENDING) is line.step
        current = state.current
        if current is None or current.ballot is None:
            return
        item = str(current.line.id)
        assert replay.answers(item) == {
            str(each.member.id): each.choice for each in current.tiles if each.choice
        }
        assert len(replay.results[item]) == (
            len(current.ballot.corrections) + (current.line.step is ItemStep.PROCLAIMED)
        )

    def teardown(self):
        self.the_journal_holds()
        self.registry.close()
        shutil.rmtree(self.folder)


def sheet(seat):
    offices = {0: MemberOffice.CHAIR, 1: MemberOffice.VICE_CHAIR}
    return MemberSheet(
        Civility.MADAME,
        "Odile",
        f"Vasseur {'ABCDEFG'[seat]}",
        f"Société {'ABCDEFG'[seat]}",
        MemberCollege.ENTERPRISE,
        offices.get(seat, MemberOffice.MEMBER),
        Decimal(1),
    )


@pytest.mark.retold
def test_a_meeting_held_at_random_is_always_what_the_file_says():
    run_state_machine_as_test(
        MeetingMachine,
        settings=settings(
            max_examples=20,
            stateful_step_count=40,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )
