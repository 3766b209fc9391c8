"""State aid as papers tell it, from schedules: reckoned under the usual rules."""

from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.state_aid import AidWeighing
from alize_desktop.models.values import ZERO
from alize_desktop.rules.state_aid import advance_aid


def aid(rows, rules=None):
    """Return the aid of an advance, granted on the day its dates are counted from."""
    return advance_aid(rows, rows.terms.paid_on, rules or MoneyRules())


def weighing(rows=None, declared=ZERO, granted=(), rules=None):
    """Return an aid with what counts with it, all given by their schedules."""
    rules = rules or MoneyRules()
    new = aid(rows, rules) if rows else None
    return AidWeighing(new, declared, tuple(aid(each, rules) for each in granted), rules.ceiling)
