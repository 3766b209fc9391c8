"""A registry with a real office in it, and somebody who prepares and holds its meetings."""

import shutil
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event, func, select

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import (
    AttendanceKind,
    ConditionKind,
    DecisionOutcome,
    DossierState,
    ItemStep,
    VoteChoice,
)
from alize_desktop.models.records.changes import Clock
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.decisions import Condition, Decision, DecisionDraft
from alize_desktop.models.records.dossiers import CompanyDetails, DossierSheet
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store import driver
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.values import Money
from alize_desktop.services.bundle import Services
from alize_desktop.wording.errors import params_needed
from tests.registries import Shelf

ROOT = Path(__file__).parents[2]


class Stories:
    """What happened first in an office that was just imported, and what that left.

    Most tests begin with the same meeting: it is held once, then taken from a copy.
    """

    def __init__(self, shelf: Shelf, imported: Path) -> None:
        self._shelf = shelf
        with Registry.open(imported, _morning) as registry:
            self._lines = _lines(registry)
        self._told: dict[Hashable, tuple[Any, datetime]] = {}

    def begins(self, office: "Office") -> bool:
        """Return whether nothing happened yet in an office."""
        return _lines(office.registry) == self._lines

    def told(self, office: "Office", begun: Hashable, story: Callable[[], Any]) -> Any:
        """Tell a story, or take what it left when it was told at the same instant."""
        key = self, begun, office.clock.now  # an office that lent has stories of its own
        if key in self._told:
            left, office.clock.now = self._told[key]
            self._shelf.restore(key, office.registry.path)
            return left
        left = story()
        self._told[key] = left, office.clock.now
        self._shelf.keep(key, office.registry.path)
        return left


@dataclass(frozen=True)
class Office:
    """One office at work. Dossiers are named by their number, members by their seat."""

    registry: Registry
    services: Services
    clock: Any
    stories: Stories | None = None

    def after(self, story: Callable[..., Any], *numbers: str, **more: Any) -> Any:
        """Tell a story of this office. What it returns must hold in each copy of the registry."""
        if self.stories is None or not self.stories.begins(self):
            return story(self, *numbers, **more)
        begun = story, numbers, tuple(more.items())
        return self.stories.told(self, begun, partial(story, self, *numbers, **more))

    def dossier(self, number: str) -> UUID:
        return self.services.dossiers.by_number(number)

    def detail(self, number: str):
        return self.services.dossiers.detail(self.dossier(number))

    def member(self, seat: int) -> Member:
        return next(each for each in self.services.people.members() if each.seat == seat)

    def edit_member(self, seat: int, **changes: object) -> None:
        member = self.member(seat)
        self.services.people.save_member(member.id, replace(member.sheet, **changes))

    def complete(self, *numbers: str) -> None:
        """Appraise dossiers until they may be on an agenda."""
        for number in numbers:
            for state in (DossierState.UNDER_APPRAISAL, DossierState.COMPLETE):
                self.services.dossiers.change_state(self.dossier(number), state)

    def prepare(self, *numbers: str, **more: Any) -> UUID:
        """Prepare a meeting with dossiers in this order."""
        return self.after(Office._prepare, *numbers, **more)

    def _prepare(self, *numbers: str, complete: bool = True, **draft: object) -> UUID:
        if complete:
            self.complete(*numbers)
        asked = MeetingDraft(date(2026, 11, 23), time(14, 0), secretary="Odile Perrin")
        meeting, _ = self.services.meetings.create(replace(asked, **draft))
        self.services.meetings.set_agenda(meeting, [self.dossier(each) for each in numbers])
        return meeting

    def open(self, *numbers: str, **more: Any) -> UUID:
        """Prepare a meeting and open it: nobody is called yet."""
        return self.after(Office._open, *numbers, **more)

    def _open(self, *numbers: str, **more: Any) -> UUID:
        meeting = self._prepare(*numbers, **more)
        self.services.committee.open(meeting)
        return meeting

    def call(
        self, meeting: UUID, seat: int, kind: AttendanceKind, holder: int | UUID | None = None
    ) -> None:
        holder_id = self.member(holder).id if isinstance(holder, int) else holder
        self.services.committee.record_attendance(meeting, self.member(seat).id, kind, holder_id)

    def hold(self, *numbers: str, **more: Any) -> UUID:
        """Hold a meeting until its quorum is established; everybody has come."""
        return self.after(Office._hold, *numbers, **more)

    def _hold(self, *numbers: str, **more: Any) -> UUID:
        meeting = self._open(*numbers, **more)
        self.services.committee.all_present(meeting)
        self.services.committee.establish_quorum(meeting)
        return meeting

    def state(self, meeting: UUID) -> CommitteeState:
        return self.services.committee.state(meeting)

    def item(self, meeting: UUID, number: str) -> UUID:
        agenda = self.services.meetings.detail(meeting).agenda
        return next(each.id for each in agenda if each.number == number)

    def present(self, meeting: UUID, number: str) -> UUID:
        item = self.item(meeting, number)
        self.services.committee.begin_item(item)
        return item

    def ballot(self, meeting: UUID, number: str) -> UUID:
        """Present a dossier and open its ballot."""
        item = self.present(meeting, number)
        self.services.voting.open_ballot(item)
        return item

    def cast(self, item: UUID, choice: VoteChoice | None, *seats: int) -> None:
        for seat in seats:
            self.services.voting.cast(item, self.member(seat).id, choice)

    def vote(
        self,
        meeting: UUID,
        number: str,
        *,
        against: tuple[int, ...] = (),
        abstaining: tuple[int, ...] = (),
        others: VoteChoice = VoteChoice.FOR,
    ) -> UUID:
        """Hold the whole ballot of a dossier, up to its closing."""
        item = self.ballot(meeting, number)
        self.cast(item, VoteChoice.AGAINST, *against)
        self.cast(item, VoteChoice.ABSTENTION, *abstaining)
        self.services.voting.cast_remaining(item, others)
        self.services.voting.close_ballot(item)
        return item

    def approve(self, meeting: UUID, number: str, **terms: object) -> Decision:
        """Vote for a dossier, proclaim and record what was proposed."""
        item = self.vote(meeting, number)
        self.services.voting.proclaim(item)
        draft = replace(self.services.decisions.proposal(item), **terms)
        return self.services.decisions.record(item, draft)[0]

    def defer(self, meeting: UUID, number: str) -> Decision:
        """Defer a dossier without a vote."""
        item = self.item(meeting, number)
        draft = DecisionDraft(DecisionOutcome.DEFERRED, documents_asked="Bilan 2025")
        return self.services.decisions.record(item, draft)[0]

    def end(self, meeting: UUID) -> None:
        """Defer what is left on the agenda, its open ballot given up, and close."""
        for line in self.services.meetings.detail(meeting).agenda:
            if line.step is ItemStep.BALLOT_OPEN:
                self.services.voting.abandon_ballot(line.id)
            if not line.is_done:
                self.defer(meeting, line.number)
        self.services.committee.close(meeting)

    def journal(self) -> list[StoredLine]:
        with self.registry.read() as session:
            return list(session.scalars(select(StoredLine).order_by(StoredLine.sequence)))

    def actions(self, since: int = 0) -> list[str]:
        """Return the actions of the journal after a line."""
        return [each.action for each in self.journal()[since:]]


@pytest.fixture(scope="session")
def imported(tmp_path_factory) -> Path:
    """A registry into which the office's workbook was imported, made once."""
    path = tmp_path_factory.mktemp("office") / "imported.alize"
    programme = Programme(basin="Côte-d'Or", fund_amount=Money(100_000_00))
    with Registry.create(path, programme, _morning) as registry:
        services = Services(registry)
        book = ROOT / "resources" / "samples" / "bassin-dossiers.xlsx"
        services.importing.accept(services.importing.preview(book))
    return path


@pytest.fixture(scope="session")
def granted(imported, tmp_path_factory) -> Path:
    """The office after a meeting of 23 November 2026 that granted three advances, made once.

    2026-013: 12 000 euros over 48 months, 12 of deferral, by quarters. 2026-014: the same,
    with a condition that comes first. 2026-019: 5 000 euros over 10 months, by months.
    """
    path = tmp_path_factory.mktemp("granted") / "granted.alize"
    shutil.copy(imported, path)
    with Registry.open(path, _morning) as registry:
        office = Office(registry, Services(registry), _morning)
        meeting = office.hold("2026-013", "2026-014", "2026-019")
        terms = {"months": 48, "deferral": 12, "every": 3, "conditions": ()}
        office.approve(meeting, "2026-013", amount=Money(12_000_00), **terms)
        condition = Condition("Accord de prêt bancaire", ConditionKind.PRECEDENT, None)
        with_one = terms | {
            "conditions": (condition,),
            "outcome": DecisionOutcome.APPROVED_WITH_CONDITIONS,
        }
        office.approve(meeting, "2026-014", amount=Money(12_000_00), **with_one)
        shorter = terms | {"months": 10, "deferral": 0, "every": 1}
        office.approve(meeting, "2026-019", amount=Money(5_000_00), **shorter)
        office.services.committee.close(meeting)
    return path


@pytest.fixture(scope="session")
def money_stories(shelf, granted) -> Stories:
    return Stories(shelf, granted)


@pytest.fixture
def lending(granted, money_stories, tmp_path, clock) -> Iterator[Office]:
    """The office after its three grants. It is sound at the end of every test."""
    path = tmp_path / "avances.alize"
    shutil.copy(granted, path)
    with Registry.open(path, clock) as registry:
        yield Office(registry, Services(registry), clock, money_stories)
        registry.close()
    with Registry.open(path, clock) as again:
        assert again.verify().is_sound


def _morning() -> datetime:
    return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def workbook() -> Path:
    """24 dossiers, 18 members, 12 partners."""
    return ROOT / "resources" / "samples" / "bassin-dossiers.xlsx"


@pytest.fixture
def faulty_workbook() -> Path:
    """8 valid dossiers and 10 faulty ones."""
    return ROOT / "tests" / "cases" / "bassin-dossiers-fautifs.xlsx"


@pytest.fixture
def empty(shelf, tmp_path, clock) -> Iterator[Office]:
    """A new registry: nothing in it. It is sound at the end of every test."""
    programme = Programme(basin="Côte-d'Or")
    with shelf.new(tmp_path / "vide.alize", programme, clock) as registry:
        yield Office(registry, Services(registry), clock)
        assert registry.verify().is_sound


@pytest.fixture(scope="session")
def stories(shelf, imported) -> Stories:
    return Stories(shelf, imported)


@pytest.fixture
def office(imported, stories, tmp_path, clock) -> Iterator[Office]:
    """The office after its import. It is sound at the end of every test."""
    path = tmp_path / "bureau.alize"
    shutil.copy(imported, path)
    with Registry.open(path, clock) as registry:
        yield Office(registry, Services(registry), clock, stories)
        registry.close()
    with Registry.open(path, clock) as again:
        assert again.verify().is_sound


@pytest.fixture
def refused(request):
    """Return a context in which one error is expected, its sentence whole, nothing written."""

    @contextmanager
    def expect(code: ErrorCode, office: Office, **params: object) -> Iterator[None]:
        before = _lines(office.registry)
        with pytest.raises(UserError) as caught:
            yield
        assert caught.value.code is code, caught.value
        assert params_needed(code) <= set(caught.value.params)
        for name, value in params.items():
            assert caught.value.params[name] == value
        assert _lines(office.registry) == before

    return expect


def _lines(registry: Registry) -> int:
    with registry.read() as session:
        return session.scalar(select(func.count()).select_from(StoredLine))


@pytest.fixture
def statements():
    """Return a context that gathers the statements sent to a registry."""

    @contextmanager
    def gather(registry: Registry) -> Iterator[list[str]]:
        sent: list[str] = []

        def keep(statement):
            of_the_index = statement.startswith("--") or "dossier_search_config" in statement
            if not statement.startswith(("BEGIN", "PRAGMA")) and not of_the_index:
                sent.append(statement)

        def note(_connection, _cursor, statement, *_rest):
            keep(statement)

        def looked(*args, **options):
            connection = connect(*args, **options)
            connection.set_trace_callback(keep)
            return connection

        connect, engine = driver.connect, registry._engine
        event.listen(engine, "before_cursor_execute", note)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(driver, "connect", looked)
            yield sent
        event.remove(engine, "before_cursor_execute", note)

    return gather


@pytest.fixture
def max_queries(statements):
    """Return a context that allows so many statements, and no more."""

    @contextmanager
    def allow(most: int, registry: Registry) -> Iterator[None]:
        with statements(registry) as sent:
            yield
        assert len(sent) <= most, "\n".join(sent)

    return allow


@pytest.fixture
def new_sheet():
    """Return the sheet of a company, with what a dossier must have and no more."""

    def make(name: str = "Fonderie du Val", **more: Any) -> DossierSheet:
        company = CompanyDetails(name=name, siren="732829320")
        return replace(DossierSheet("", company, date(2026, 11, 2)), **more)

    return make


@pytest.fixture
def ticking(clock) -> Clock:
    """A clock that moves by a second each time it is read."""

    def tick() -> datetime:
        clock.advance(1)
        return clock()

    return tick
