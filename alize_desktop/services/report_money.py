"""Money of a report: where advances stand on its last day, what moved in its period."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Final, TypeAlias

from sqlalchemy.orm import Session

from alize_desktop.models.records.advances import AdvancePosition
from alize_desktop.models.records.report_facts import AdvanceFacts, MoneyWork
from alize_desktop.models.values import ZERO, Money
from alize_desktop.services.advance_reading import read_advances

Positions: TypeAlias = Mapping[str, AdvancePosition]
"""Where each advance followed here stands, by dossier."""

_ONE_DAY: Final = timedelta(days=1)


def read_positions(session: Session, on: date) -> Positions:
    """Return where every advance stands at the end of a day."""
    return {str(each.grant.dossier_id): each.position() for each in read_advances(session, on)}


def read_positions_before(session: Session, first: date | None, on: date) -> Positions:
    """Return where every advance stood before a period; nothing when it has no beginning.

    Args:
        session: Only read.
        first: First day of the period.
        on: Last one that is past.
    """
    if first is None or first == date.min:
        return {}
    return read_positions(session, min(first - _ONE_DAY, on))


def repayment(positions: Positions, voted: Collection[str]) -> AdvanceFacts:
    """Return what the advances of some dossiers come to.

    Args:
        positions: On the last day.
        voted: Dossiers retained by a vote: only their advances are followed here.
    """
    found = [each for dossier, each in positions.items() if dossier in voted]
    return AdvanceFacts(
        followed=len(found),
        repaid=_total(_repaid(each) for each in found),
        late=_total(each.overdue for each in found),
        lost=_total(each.written_off - each.recovered for each in found),
        outstanding=_total(each.outstanding for each in found),
    )


def money_between(now: Positions, before: Positions, dossiers: Collection[str]) -> MoneyWork:
    """Return what was paid and repaid of the advances of some dossiers between two days."""
    moves = [_moves(each, before.get(key)) for key, each in now.items() if key in dossiers]
    return MoneyWork(
        advances=sum(1 for paid, _ in moves if paid),
        paid=_total(paid for paid, _ in moves),
        repaid=_total(repaid for _, repaid in moves),
    )


def _moves(now: AdvancePosition, before: AdvancePosition | None) -> tuple[Money, Money]:
    if before is None:
        return now.disbursed, _repaid(now)
    return now.disbursed - before.disbursed, _repaid(now) - _repaid(before)


def _repaid(position: AdvancePosition) -> Money:
    return position.received - position.refunded - position.credit


def _total(amounts: Iterable[Money]) -> Money:
    return sum(amounts, ZERO)
