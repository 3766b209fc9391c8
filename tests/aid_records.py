"""State aid as papers tell it, from schedules: reckoned under the usual rules."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from alize_desktop.models.records.money_rules import CEILING, MoneyRules
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.records.state_aid import AidSheet, AidWeighing, PastAid
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.schedule import schedule
from alize_desktop.rules.state_aid import advance_aid, window_start

DAY = date(2026, 3, 24)
ROWS = schedule(AdvanceTerms(Money(12_000_00), 12, DAY, every=12))
PAST = PastAid(
    UUID(int=2), "732829320", date(2025, 3, 4), Money(12_500_00), "Filiale", "Région", "Prêt"
)


def aid(rows, rules=None):
    """Return the aid of an advance, granted on the day its dates are counted from."""
    return advance_aid(rows, rows.terms.paid_on, rules or MoneyRules())


def weighing(rows=None, declared=ZERO, granted=(), rules=None):
    """Return an aid with what counts with it, all given by their schedules."""
    rules = rules or MoneyRules()
    new = aid(rows, rules) if rows else None
    return AidWeighing(new, declared, tuple(aid(each, rules) for each in granted), rules.ceiling)


def unknown_sheet():
    """Return the state-aid sheet of a day that no rate covers, without any other aid."""
    return AidSheet(
        dossier_id=UUID(int=1),
        number="2026-014",
        company="Fonderie du Val",
        siren="732829320",
        amount=Money(12_000_00),
        granted_on=DAY,
        window_from=window_start(DAY),
        basis=None,
        grant_equivalent=None,
        past=(),
        past_total=ZERO,
        ceiling=CEILING,
        total=None,
        is_allowed=False,
        left=None,
        is_confirmed=False,
    )


def known_sheet(past=(PAST,)):
    """Return the state-aid sheet of 12 000 euros, with other aids under the ceiling."""
    new, before = aid(ROWS), sum((each.grant_equivalent for each in past), ZERO)
    total = before + new.grant_equivalent
    return replace(
        unknown_sheet(),
        basis=new.basis,
        grant_equivalent=new.grant_equivalent,
        past=tuple(past),
        past_total=before,
        total=total,
        is_allowed=True,
        left=CEILING - total,
    )
