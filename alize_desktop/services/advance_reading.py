"""One advance as its services reason with it: what was granted, frozen and recorded."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import (
    AdvanceEvent,
    AdvancePosition,
    AdvanceRow,
    ScheduleVersion,
)
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.ageing import next_step
from alize_desktop.rules.positions import AdvanceFacts, position
from alize_desktop.rules.replay import total
from alize_desktop.services.advance_events import read_all_events, read_events, signed_on
from alize_desktop.services.advance_grants import Grant, read_grant, read_grants
from alize_desktop.services.money_rules_reading import read_money_rules
from alize_desktop.services.schedule_versions import (
    in_force,
    read_versions,
    versions_in_force,
)


@dataclass(frozen=True, slots=True)
class Advance:
    """An advance on one day.

    Attributes:
        on: The day.
        version: Schedule in force then; None while the agreement is not signed.
        events: Every event, those of later days included, in order of value date.
        rules: Rules of the money in force.
    """

    grant: Grant
    on: date
    version: ScheduleVersion | None
    events: tuple[AdvanceEvent, ...]
    rules: MoneyRules

    @property
    def facts(self) -> AdvanceFacts:
        """What the committee granted, or what the contract says once it is signed."""
        grant = self.grant
        rows = self.version.rows if self.version else ()
        amount = total([each.amount for each in rows]) if rows else grant.amount
        return AdvanceFacts(amount, grant.granted_on, grant.lapses_on, grant.is_given_up)

    def live(self, *kinds: AdvanceEventKind) -> tuple[AdvanceEvent, ...]:
        """Return the events of some kinds that nothing took back."""
        return tuple(x for x in self.events if x.draft.kind in kinds and not x.is_reversed)

    def position(self) -> AdvancePosition:
        """Return where the advance stands on its day."""
        return position(self.facts, self.version, self.events, self.on)

    def left_to_release(self) -> Money:
        """Return what may still leave: no more than the contract, nor than the last decision."""
        most = min(self.facts.amount, self.grant.amount)
        return max(most - self.position().disbursed, ZERO)

    def row(self) -> AdvanceRow:
        """Return its line of the list."""
        grant = self.grant
        found = self.position()
        step = next_step(found, self.events, self.rules)
        paid = [x.draft.value_on for x in self.live(AdvanceEventKind.DISBURSEMENT)]
        return AdvanceRow(
            dossier_id=grant.dossier_id,
            number=grant.number,
            company=grant.company,
            town=grant.town,
            siren=grant.siren,
            granted_on=grant.granted_on,
            amount=self.facts.amount,
            paid_on=next((each for each in paid if each <= self.on), None),
            lapses_on=None if self.version else grant.lapses_on,
            position=found,
            step=step.kind if step is not None and step.on <= self.on else None,
        )


def read_advance(session: Session, dossier_id: UUID, on: date) -> Advance:
    """Return the advance of a dossier on a day.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``; ``ADVANCE_NOT_FOUND``.
    """
    grant = read_grant(session, dossier_id)
    events = read_events(session, dossier_id)
    version = in_force(read_versions(session, dossier_id), on, signed_on(events, on))
    return Advance(grant, on, version, events, read_money_rules(session))


def read_advances(session: Session, on: date) -> tuple[Advance, ...]:
    """Return every advance on a day, by number, in a fixed number of statements.

    One that a later decision took away is there once it was signed.
    """
    events = read_all_events(session)
    versions = versions_in_force(session, on)
    rules = read_money_rules(session)
    return tuple(
        Advance(
            each, on, versions.get(each.dossier_id), tuple(events.get(each.dossier_id, ())), rules
        )
        for each in read_grants(session)
        if each.is_in_force or each.dossier_id in versions
    )
