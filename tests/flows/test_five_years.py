"""Five years of a fund, through the services: what they tell is what its events add up to.

Forty advances are granted, signed, paid and repaid, day after day, by companies that pay on
time or late, once rejected by their bank, by one that gets a moratorium, one that is wound up,
one that repays early and too much. Nothing here is reckoned with the rules of the program.
"""

import heapq
from collections import Counter
from dataclasses import astuple, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count

import pytest
from openpyxl import load_workbook

from alize_desktop.models.enums import (
    AdvanceEventKind,
    AdvanceState,
    BallotForm,
    Civility,
    FundMovementKind,
    MemberCollege,
    MemberOffice,
    ScheduleReason,
)
from alize_desktop.models.records.advances import AdvanceEventDraft, AdvanceQuery, AmendmentDraft
from alize_desktop.models.records.dossiers import CompanyDetails, DossierSheet, RequestDetails
from alize_desktop.models.records.fund import FundMovementDraft
from alize_desktop.models.records.people import MemberSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import ZERO, Money
from alize_desktop.services.bundle import Services
from alize_desktop.services.work import drained
from tests.services.conftest import Office

pytestmark = pytest.mark.retold

WHO = "Odile Perrin"
OPENING = Money(60_000_00)
MEETINGS = (date(2027, 1, 20), date(2027, 5, 19), date(2027, 9, 15), date(2028, 1, 19))
END = date(2031, 12, 31)
EARLY, MORATORIUM, LIQUIDATION, STOPPED = 7, 13, 22, 29
EXCESS = Money(12_34)
WORKBOOK_NAMES = {
    "fonds_tresorerie": "cash",
    "fonds_trop_percus": "credits",
    "fonds_encours": "outstanding",
    "fonds_retard": "late",
    "fonds_pertes": "losses",
    "fonds_abondements": "contributions",
    "fonds_retraits": "withdrawals",
    "fonds_frais": "fees",
    "fonds_verse": "disbursed",
    "fonds_encaisse": "received",
    "fonds_rendu": "refunded",
    "fonds_recupere": "recovered",
    "fonds_abandonne": "written_off",
}
Kind, Moved = AdvanceEventKind, FundMovementKind


def after(day, days):
    return day + timedelta(days=days)


def siren(number):
    """Return a number of a company that none has, its key included."""
    start = f"9{number:07d}"
    digits = [int(each) * (1 + index % 2) for index, each in enumerate(start)]
    return f"{start}{-sum(each // 10 + each % 10 for each in digits) % 10}"


class Story:
    """A person who does, day after day, what is on the agenda."""

    def __init__(self, office):
        self.office, self.services = office, office.services
        self._agenda = []
        self._order = count()
        self.numbers = []

    def plan(self, day, action, *more):
        heapq.heappush(self._agenda, (day, next(self._order), action, more))

    def live(self, until):
        while self._agenda and self._agenda[0][0] <= until:
            day, _order, action, more = heapq.heappop(self._agenda)
            self.wake(day)
            action(day, *more)
        self.wake(until)

    def wake(self, day):
        self.office.clock.now = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)

    def found(self):
        """Begin: three members, two funders, a rate, forty dossiers."""
        self.wake(date(2027, 1, 4))
        for seat, office in enumerate((MemberOffice.CHAIR, MemberOffice.MEMBER), start=1):
            self.services.people.save_member(None, member(seat, office))
        for name, is_public in (("Région", True), ("Cablofil", False)):
            self.services.fund.save_funder(None, name, is_public=is_public)
        self.services.aid.enter_rate(date(2027, 1, 1), END, Decimal("2.19"), "Journal officiel")
        for number in range(40):
            self.services.dossiers.create(sheet(number))
            self.numbers.append(sheet(number).number)
        for rank, day in enumerate(MEETINGS):
            self.plan(day, self.meet, range(10 * rank, 10 * rank + 10))
        for year in range(2027, 2032):
            self.plan(date(year, 1, 12), self.give, 1, 170_000 if year < 2029 else 20_000)
            self.plan(date(year, 1, 15), self.give, 0, 70_000 if year < 2029 else 5_000)
            self.plan(date(year, 12, 20), self.move, Moved.FEE, 180)
            self.plan(date(year + 1, 1, 10), self.close, date(year, 12, 31))
        self.plan(date(2028, 2, 1), self.give_twice)
        self.plan(date(2030, 6, 3), self.move, Moved.WITHDRAWAL, 25_000)

    def give(self, day, funder, euros):
        self.move(day, Moved.CONTRIBUTION, euros, self.services.fund.funders()[funder].id)

    def move(self, day, kind, euros, funder=None):
        draft = FundMovementDraft(kind, day, Money(euros * 100), funder, author=WHO)
        self.services.fund.record(draft)

    def give_twice(self, day):
        self.give(day, 1, 7_000)
        again = self.services.fund.movements(day, day)[-1]
        self.services.fund.reverse(again.id, day, "Saisi deux fois", WHO)

    def close(self, _day, through):
        self.services.fund.close(through, WHO)

    def meet(self, day, ranks):
        """Hold a meeting that grants ten advances, by consensus."""
        numbers = [self.numbers[rank] for rank in ranks]
        meeting = self.office.hold(*numbers, held_on=day)
        for number in numbers:
            self.grant(meeting, number)
        self.services.committee.close(meeting)
        for rank in ranks:
            self.plan(after(day, 9), self.sign, rank)

    def grant(self, meeting, number):
        item = self.office.present(meeting, number)
        self.services.voting.open_ballot(item, BallotForm.CONSENSUS)
        self.services.counted.no_objection(item)
        self.services.voting.proclaim(item)
        draft = replace(self.services.decisions.proposal(item), conditions=())
        self.services.decisions.record(item, draft)

    def sign(self, day, rank):
        expected = after(day, 12)
        dossier = self.dossier(rank)
        self.services.advances.sign(dossier, day, expected, WHO, f"C-{rank}")
        paid_on = expected if rank % 3 else after(expected, 5)
        self.plan(paid_on, self.release, rank)

    def release(self, day, rank):
        """Pay an advance, one in nine by halves, and plan what its company pays."""
        amount = self.detail(rank).row.amount
        half = amount.divided(2) if rank % 9 == 5 else amount
        self.happens(day, rank, Kind.DISBURSEMENT, half)
        if half != amount:
            self.plan(after(day, 40), self.happens, rank, Kind.DISBURSEMENT, amount - half)
        self.plan_payments(rank)

    def plan_payments(self, rank):
        version = self.detail(rank).versions[-1]
        rows = [row for row in version.rows if row.number not in version.kept]
        if rank == EARLY:
            self.plan(rows[4].due, self.repay_all, rank)
            rows = rows[:4]
        elif rank == MORATORIUM and not version.kept:
            self.plan(after(rows[2].due, 20), self.suspend, rank)
            rows = rows[:2]
        elif rank == LIQUIDATION:
            self.plan(after(rows[3].due, 30), self.wind_up, rank)
            rows = rows[:3]
        elif rank == STOPPED:
            rows = [row for row in rows if row.due < date(2031, 6, 1)]
        for row in rows:
            self.plan_payment(rank, row)

    def plan_payment(self, rank, row):
        paid_on = row.due
        if rank % 6 == 1:
            paid_on = after(row.due, 20)
            self.plan(after(row.due, 9), self.happens, rank, Kind.REMINDER)
        elif rank % 10 == 4 and row.number % 2:
            paid_on = after(row.due, 75)
            self.plan(after(row.due, 10), self.happens, rank, Kind.REMINDER)
            self.plan(after(row.due, 35), self.happens, rank, Kind.FORMAL_NOTICE)
        if rank % 8 == 3 and row.number == 1:
            self.plan(row.due, self.pay_rejected, rank, row.amount)
            paid_on = after(row.due, 15)
        self.plan(paid_on, self.happens, rank, Kind.REPAYMENT, row.amount)

    def pay_rejected(self, day, rank, amount):
        self.happens(day, rank, Kind.REPAYMENT, amount)
        event = self.detail(rank).events[-1].id
        self.plan(after(day, 4), self.reject, event)

    def reject(self, day, event):
        self.services.advances.reverse(event, said(Kind.REJECTED_DEBIT, day))

    def repay_all(self, day, rank):
        left = self.detail(rank).row.position.outstanding
        self.happens(day, rank, Kind.REPAYMENT, left + EXCESS)
        self.plan(after(day, 20), self.happens, rank, Kind.REFUND, EXCESS)

    def suspend(self, day, rank):
        """Suspend the repayments for six months; the committee then agrees to an avenant."""
        self.happens(day, rank, Kind.MORATORIUM, until=after(day, 180))
        self.plan(after(day, 60), self.modify, rank)

    def modify(self, day, rank):
        number = self.numbers[rank]
        meeting = self.office.hold(number, complete=False, held_on=day)
        self.grant(meeting, number)
        self.services.committee.close(meeting)
        self.plan(after(day, 10), self.amend, rank)

    def amend(self, day, rank):
        ((decision, _number),) = self.detail(rank).amending_decisions
        first = after(day, 150)
        draft = AmendmentDraft(ScheduleReason.MORATORIUM, day, first, 10, 3, decision, author=WHO)
        self.services.advances.amend(self.dossier(rank), draft)
        self.plan_payments(rank)

    def wind_up(self, day, rank):
        """Claim all that is left of a company that is wound up, lose it, get a little back."""
        self.happens(day, rank, Kind.ACCELERATION)
        self.plan(after(day, 15), self.happens, rank, Kind.LITIGATION)
        self.plan(after(day, 200), self.lose, rank)
        self.plan(after(day, 400), self.happens, rank, Kind.RECOVERY, Money(750_00))

    def lose(self, day, rank):
        self.happens(day, rank, Kind.LOSS, self.detail(rank).row.position.outstanding)

    def happens(self, day, rank, kind, amount=ZERO, **more):
        self.services.advances.record(self.dossier(rank), said(kind, day, amount, **more))

    def dossier(self, rank):
        return self.services.dossiers.by_number(self.numbers[rank])

    def detail(self, rank):
        return self.services.advances.detail(self.dossier(rank), self.office.clock.now.date())


def said(kind, day, amount=ZERO, **more):
    return AdvanceEventDraft(kind, day, amount, author=WHO, note="Au registre", **more)


def member(seat, office):
    return MemberSheet(
        Civility.MADAME,
        "Anne",
        f"Membre {seat}",
        "Chambre de commerce",
        MemberCollege.CHAMBER,
        office,
        Decimal(1),
    )


def sheet(number):
    months, deferral, every = ((36, 6, 3), (60, 12, 6), (60, 12, 3))[number % 3]
    company = CompanyDetails(name=f"Atelier {number}", siren=siren(number))
    request = RequestDetails(Money(7_500_00 + 137_00 * number), months, deferral, every)
    return DossierSheet(f"2027-{number + 1:03d}", company, date(2027, 1, 4), request=request)


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    class Clock:
        now = datetime(2027, 1, 4, 9, tzinfo=UTC)

        def __call__(self):
            return self.now

    path = tmp_path_factory.mktemp("five") / "fonds.alize"
    clock = Clock()
    programme = Programme(basin="Côte-d’Or", fund_amount=OPENING)
    with Registry.create(path, programme, clock) as registry:
        lived = Story(Office(registry, Services(registry), clock))
        lived.found()
        lived.live(END)
        yield lived
        assert registry.verify().is_sound


@dataclass(frozen=True)
class Plain:
    """What the events of one advance come to on a day, added up in centimes."""

    disbursed: int
    received: int
    refunded: int
    recovered: int
    written_off: int
    outstanding: int
    credit: int
    late: int


def plain(detail, on):
    """Add up the events of an advance: every company here pays its oldest row first."""
    known = [each.draft for each in detail.events if each.draft.value_on <= on]
    undone = {each.reverses_id for each in known}
    events = [
        each.draft
        for each in detail.events
        if each.draft.value_on <= on and each.id not in undone and not each.draft.reverses_id
    ]
    sums = Counter()
    for each in events:
        sums[each.kind] += each.amount.minor
    lost = sums[Kind.LOSS]
    balance = sums[Kind.DISBURSEMENT] - lost - sums[Kind.REPAYMENT] + sums[Kind.REFUND]
    outstanding = max(balance, 0)
    return Plain(
        sums[Kind.DISBURSEMENT],
        sums[Kind.REPAYMENT],
        sums[Kind.REFUND],
        sums[Kind.RECOVERY],
        lost,
        outstanding,
        max(-balance, 0),
        min(outstanding, late(detail, events, on, sums[Kind.REPAYMENT] + lost)),
    )


def late(detail, events, on, settled):
    """Return what was due before a day and did not come, nothing during a moratorium."""
    versions = [each for each in detail.versions if each.effective_on <= on]
    claimed = any(each.kind is Kind.ACCELERATION and each.value_on < on for each in events)
    if not versions or any(each.until and each.value_on <= on <= each.until for each in events):
        return 0
    due = sum(row.amount.minor for row in versions[-1].rows if row.due < on or claimed)
    return max(due - settled, 0)


def moved(movements, kind, on):
    """Add up the movements of a kind; what was taken back counts no more."""
    known = {each.id: each.draft for each in movements if each.draft.value_on <= on}
    undone = {each.reverses_id for each in known.values()}
    return sum(
        each.amount.minor for key, each in known.items() if each.kind is kind and key not in undone
    )


@pytest.fixture(scope="module")
def details(story):
    """Every advance, as it is told at the end."""
    return [story.detail(rank) for rank in range(40)]


def expected(story, details, on):
    """Return the figures of a statement, added up from the events."""
    movements = story.services.fund.movements()
    advances = [plain(each, on) for each in details]
    total = Plain(*(sum(column) for column in zip(*map(astuple, advances), strict=True)))
    contributions = OPENING.minor + moved(movements, Moved.CONTRIBUTION, on)
    withdrawals = moved(movements, Moved.WITHDRAWAL, on)
    fees = moved(movements, Moved.FEE, on)
    back = total.received + total.recovered - total.refunded
    cash = contributions - withdrawals - fees - total.disbursed + back
    return {
        "contributions": contributions,
        "withdrawals": withdrawals,
        "fees": fees,
        "disbursed": total.disbursed,
        "received": total.received,
        "refunded": total.refunded,
        "recovered": total.recovered,
        "written_off": total.written_off,
        "cash": cash,
        "credits": total.credit,
        "outstanding": total.outstanding,
        "losses": total.written_off - total.recovered,
        "late": total.late,
        "advances": sum(1 for each in advances if each.outstanding),
    }


def told(statement, names):
    found = {name: getattr(statement, name) for name in names}
    return {name: getattr(value, "minor", value) for name, value in found.items()}


def quarters():
    return [date(year, month, 28) for year in range(2027, 2032) for month in (3, 6, 9, 12)]


def test_every_statement_is_what_the_events_add_up_to(story, details):
    for day in [*quarters(), END]:
        figures = expected(story, details, day)
        statement = story.services.fund.statement(day)
        assert told(statement, figures) == figures, day
        granted = sum(each.row.amount.minor for each in details if each.row.granted_on <= day)
        committed = granted - figures["disbursed"]
        assert statement.committed.minor == committed, day
        assert statement.available.minor == figures["cash"] - committed - figures["credits"]


def test_the_closed_periods_keep_what_they_said(story, details):
    closings = story.services.fund.closings()
    assert [each.through.year for each in closings] == [2030, 2029, 2028, 2027]
    for each in closings:
        figures = expected(story, details, each.through)
        assert told(each.statement, figures) == figures


def test_every_advance_stands_where_its_events_put_it(story, details):
    rows = story.services.advances.list(AdvanceQuery(END))
    assert len(rows) == 40
    for row, detail in zip(rows, details, strict=True):
        found = row.position
        amounts = (found.disbursed, found.received, found.refunded, found.recovered)
        amounts += (found.written_off, found.outstanding, found.credit, found.overdue)
        assert tuple(each.minor for each in amounts) == astuple(plain(detail, END)), row.number
    late = story.services.arrears.list(END)
    assert [each.advance.number for each in late] == [story.numbers[STOPPED]]
    assert late[0].step is Kind.REMINDER


def test_the_story_had_its_accidents(story, details):
    states = Counter(each.row.position.state for each in details)
    assert set(states) == {AdvanceState.REPAID, AdvanceState.RUNNING, AdvanceState.LOST}
    assert details[LIQUIDATION].row.position.state is AdvanceState.LOST
    assert details[EARLY].row.position.state is AdvanceState.REPAID
    assert details[EARLY].row.position.refunded == EXCESS
    reasons = [each.reason for each in details[MORATORIUM].versions]
    assert reasons[-1] is ScheduleReason.MORATORIUM
    kinds = Counter(event.draft.kind for each in details for event in each.events)
    assert kinds[Kind.REJECTED_DEBIT] == 5
    assert kinds[Kind.FORMAL_NOTICE] >= 10
    assert kinds[Kind.DISBURSEMENT] == 44


def test_the_workbook_of_the_fund_says_the_same(story, details, tmp_path):
    path = tmp_path / "fonds.xlsx"
    drained(story.services.money_papers.fund_statement(END, path))
    book = load_workbook(path)
    figures = expected(story, details, END)
    for name, figure in WORKBOOK_NAMES.items():
        ((title, cell),) = book.defined_names[name].destinations
        assert centimes(book[title][cell].value) == figures[figure], name
    sheet = book["Mouvements"]
    lines = [row for row in sheet.iter_rows(min_row=5, values_only=True) if row[0] != "Total"]
    lines = [row for row in lines if row[0] is not None]
    change = sum(centimes(row[5]) - centimes(row[6]) for row in lines)
    assert OPENING.minor + change == figures["cash"]
    assert centimes(lines[-1][7]) == figures["cash"]


@pytest.mark.parametrize("rank", [0, EARLY, MORATORIUM, LIQUIDATION, STOPPED])
def test_the_workbook_of_an_advance_says_the_same(story, details, tmp_path, rank):
    path = tmp_path / "echeancier.xlsx"
    drained(story.services.schedules.export(story.dossier(rank), path))
    book = load_workbook(path)
    found = plain(details[rank], END)
    paid = found.received - found.refunded - found.credit
    for name, figure in (
        ("echeances_montant", found.disbursed),
        ("echeances_paye", paid),
        ("echeances_abandonne", found.written_off),
        ("echeances_reste", found.outstanding),
        ("mouvements_verse", found.disbursed),
        ("mouvements_recu", found.received + found.recovered),
    ):
        ((title, cells),) = book.defined_names[name].destinations
        values = [centimes(cell.value) for row in book[title][cells] for cell in row]
        assert sum(values) == figure, name


def centimes(value):
    return round(Decimal(str(value or 0)) * 100)
