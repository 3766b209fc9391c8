"""What State aid is reckoned with: rates and rules in force, aids recorded, signatures."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from alize_desktop.models.enums import AdvanceEventKind, GrantDateRule
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.records.state_aid import AdvanceAid, AidGrant, BaseRate
from alize_desktop.models.tables.advances import StoredAdvanceEvent
from alize_desktop.models.tables.aid import StoredBaseRate
from alize_desktop.rules.state_aid import advance_aid
from alize_desktop.services.aid_grants import grants_of_dossiers
from alize_desktop.services.money_rules_reading import read_money_rules, read_money_rules_at


@dataclass(frozen=True, slots=True)
class AidFrame:
    """What the aid of some dossiers is reckoned with, at one instant.

    Attributes:
        rates: Those that were entered, oldest entry first.
        grants: Aids as they were recorded, by dossier.
        signed: When agreements were signed; empty when that is not the day that counts.
        counts_later: Whether what was decided later counts too: the day of the signature
            comes after that of the decision.
    """

    rules: MoneyRules = field(default_factory=MoneyRules)
    rates: tuple[BaseRate, ...] = ()
    grants: Mapping[UUID, AidGrant] = field(default_factory=dict)
    signed: Mapping[UUID, date] = field(default_factory=dict)
    counts_later: bool = False

    def day(self, dossier_id: UUID, decided_on: date) -> date:
        """Return the day of the legal right: that of the decision until it is signed."""
        return self.signed.get(dossier_id, decided_on)

    def aid(
        self,
        dossier_id: UUID,
        decision_id: UUID | None,
        decided_on: date,
        rows: RepaymentSchedule | None,
        days: int,
    ) -> AdvanceAid | None:
        """Return the aid of a dossier: as it was recorded for this decision, else reckoned.

        Args:
            dossier_id: Whose aid it is.
            decision_id: The decision that grants it; None for what is only asked.
            decided_on: Day of the first decision that granted it.
            rows: Schedule of the advance; None without one.
            days: Lent days.

        Returns:
            None when nothing of it is aid.
        """
        grant = self.grants.get(dossier_id)
        if grant is not None and grant.decision_id == decision_id:
            return aid_of_grant(grant)
        if rows is None and not (days and self.rules.counts_days):
            return None
        day = self.day(dossier_id, decided_on)
        return advance_aid(rows, day, self.rules, self.rates, days)


def read_frame(
    session: Session, dossier_ids: Collection[UUID], until: datetime | None = None
) -> AidFrame:
    """Return what the aid of dossiers is reckoned with.

    Args:
        session: Only read.
        dossier_ids: Whose aids and signatures are looked for.
        until: Instant after which nothing counts, so that a paper says the same whenever
            it is made; None for now.
    """
    rules = read_money_rules(session) if until is None else read_money_rules_at(session, until)
    by_signature = rules.grant_date is GrantDateRule.SIGNATURE
    return AidFrame(
        rules=rules,
        rates=tuple(
            each
            for each in read_rates(session)
            if until is None or each.entered_at is None or each.entered_at <= until
        ),
        grants=grants_of_dossiers(session, dossier_ids, until),
        signed=signed_days(session, dossier_ids, until) if by_signature else {},
        counts_later=by_signature and until is None,
    )


def aid_of_grant(grant: AidGrant) -> AdvanceAid:
    """Return an aid as it was recorded."""
    basis = grant.basis
    return AdvanceAid(
        grant.granted_on, grant.amount, grant.grant_equivalent, basis, basis.days_value
    )


def with_signature(frame: AidFrame, dossier_id: UUID, signed_on: date) -> AidFrame:
    """Return a frame in which an agreement is signed on a day, if that day counts."""
    if frame.rules.grant_date is not GrantDateRule.SIGNATURE:
        return frame
    return replace(frame, signed={**frame.signed, dossier_id: signed_on})


def read_rates(session: Session) -> tuple[BaseRate, ...]:
    """Return the base rates that were entered, oldest entry first."""
    statement = select(StoredBaseRate.__table__).order_by(StoredBaseRate.sequence)
    return tuple(
        BaseRate(
            first=row["first"],
            last=row["last"],
            percent=row["percent"],
            source=row["source"],
            id=row["id"],
            entered_at=row["entered_at"],
        )
        for row in session.execute(statement).mappings()
    )


def signed_days(
    session: Session, dossier_ids: Collection[UUID], until: datetime | None = None
) -> dict[UUID, date]:
    """Return when the agreements of dossiers were signed, by dossier.

    A signature that was taken back is none.
    """
    taken_back = aliased(StoredAdvanceEvent)
    statement = (
        select(
            StoredAdvanceEvent.dossier_id,
            StoredAdvanceEvent.value_on,
            StoredAdvanceEvent.entered_at,
        )
        .where(
            StoredAdvanceEvent.kind == AdvanceEventKind.AGREEMENT_SIGNED,
            StoredAdvanceEvent.dossier_id.in_(dossier_ids),
            ~select(taken_back.id).where(taken_back.reverses_id == StoredAdvanceEvent.id).exists(),
        )
        .order_by(StoredAdvanceEvent.sequence)
    )
    return {
        dossier: day
        for dossier, day, entered_at in session.execute(statement)
        if until is None or entered_at <= until
    }
