"""An advance approved again: another one once the first lapsed, the same changed while it holds."""

from datetime import date, datetime

import pytest

from alize_desktop.models.enums import DecisionOutcome, PaperKind
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.values import Money
from alize_desktop.services.dossier_papers_reading import read_dossier_paper

ONE = "2026-013"
DECIDED, SOON, LATER = date(2026, 11, 23), date(2026, 12, 15), date(2027, 6, 15)


@pytest.fixture
def again(lending):
    """Approve the advance again, for 9 000 euros."""

    def make(day, *, is_given_up=False):
        lending.clock.now = datetime(
            day.year, day.month, day.day, 9, tzinfo=lending.clock.now.tzinfo
        )
        if is_given_up:
            meeting = lending.hold(ONE, complete=False, held_on=day)
            given_up = DecisionDraft(DecisionOutcome.WITHDRAWN, grounds="Projet abandonné")
            lending.services.decisions.record(lending.item(meeting, ONE), given_up)
            lending.services.committee.close(meeting)
        meeting = lending.hold(ONE, complete=False, held_on=day)
        decision = lending.approve(meeting, ONE, amount=Money(9_000_00), conditions=())
        lending.services.committee.close(meeting)
        return decision.number

    return make


def detail(office, on):
    return office.services.advances.detail(office.dossier(ONE), on)


def aid_day(office):
    return office.services.aid.sheet(office.dossier(ONE)).granted_on


def paper(office, kind, day):
    with office.registry.read() as session:
        return read_dossier_paper(session, office.dossier(ONE), kind, day)


def test_once_it_lapsed_unsigned_the_later_approval_grants_it(lending, again):
    number = again(LATER)
    found = detail(lending, LATER)
    assert (found.row.granted_on, found.row.lapses_on) == (LATER, date(2027, 12, 15))
    assert (found.granted_by, found.decision_number) == (number, number)
    assert found.planned[0].due == date(2027, 9, 15)
    assert aid_day(lending) == LATER
    about = paper(lending, PaperKind.AGREEMENT, LATER)
    assert (about.first.decision.number, about.amended_by) == (number, None)
    assert about.taken.decision.number == number


def test_while_it_holds_it_keeps_its_first_day_and_both_numbers(lending, again):
    first = detail(lending, DECIDED).decision_number
    number = again(SOON)
    found = detail(lending, SOON)
    assert (found.row.granted_on, found.granted_by) == (DECIDED, first)
    assert found.decision_number == number
    assert aid_day(lending) == DECIDED
    assert paper(lending, PaperKind.AMENDMENT, SOON).first.decision.number == first


def test_once_signed_it_never_lapses(lending, again):
    lending.clock.now = datetime(2026, 12, 1, 9, tzinfo=lending.clock.now.tzinfo)
    lending.services.advances.sign(
        lending.dossier(ONE), date(2026, 12, 1), date(2026, 12, 10), "Odile"
    )
    again(LATER)
    assert detail(lending, LATER).row.granted_on == DECIDED
