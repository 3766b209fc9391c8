"""The events of an advance that count on a day."""

from collections.abc import Iterable
from datetime import date

from alize_desktop.models.records.advances import AdvanceEvent
from alize_desktop.rules.replay import REVERSALS, MoneyEvent


def in_order(events: Iterable[AdvanceEvent]) -> tuple[AdvanceEvent, ...]:
    """Return events in order of value date, then of entry."""
    return tuple(sorted(events, key=lambda each: (each.draft.value_on, each.sequence)))


def in_force(events: Iterable[AdvanceEvent], on: date) -> tuple[AdvanceEvent, ...]:
    """Return the events that count on a day, in order.

    What a reversal of that day or before took back is left out, and the reversal too.
    """
    known = [each for each in in_order(events) if each.draft.value_on <= on]
    dropped = {each.draft.reverses_id for each in known if each.draft.kind in REVERSALS}
    return tuple(
        each for each in known if each.id not in dropped and each.draft.kind not in REVERSALS
    )


def money_events(events: Iterable[AdvanceEvent]) -> tuple[MoneyEvent, ...]:
    """Return events as the replay takes them, in order of value date, then of entry.

    A reversal of an event that is not among them names an index that is not theirs, which
    the replay refuses.
    """
    ordered = in_order(events)
    indexes = {each.id: index for index, each in enumerate(ordered)}
    return tuple(
        MoneyEvent(
            kind=each.draft.kind,
            on=each.draft.value_on,
            amount=each.draft.amount,
            early=each.draft.early,
            of=None
            if each.draft.reverses_id is None
            else indexes.get(each.draft.reverses_id, len(ordered)),
        )
        for each in ordered
    )
