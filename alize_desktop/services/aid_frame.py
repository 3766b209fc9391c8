"""What State aid is reckoned with: rates and rules in force, aids recorded, signatures."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from alize_desktop.models.enums import (
    AdvanceEventKind,
    Collateral,
    CreditRating,
    DossierState,
    GrantDateRule,
)
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.records.state_aid import AdvanceAid, AidGrant, BaseRate
from alize_desktop.models.tables.advances import StoredAdvanceEvent
from alize_desktop.models.tables.aid import StoredBaseRate
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.state_aid import advance_aid
from alize_desktop.services.advance_grants import lapse_days
from alize_desktop.services.aid_grants import every_grant_of
from alize_desktop.services.money_rules_reading import read_money_rules, read_money_rules_at


@dataclass(frozen=True, slots=True)
class AidChoice:
    """What is chosen for one company; None for that of its recorded aid, else of the rules."""

    rating: CreditRating | None = None
    collateral: Collateral | None = None


@dataclass(frozen=True, slots=True)
class AidFrame:
    """What the aid of some dossiers is reckoned with, at one instant.

    Attributes:
        rates: Those that were entered, oldest entry first.
        grants: Aids each time they were recorded, oldest first, by dossier.
        signed: When agreements were signed.
        released: Dossiers whose money left.
        lapses: Last day to sign each approval that grants money.
        given_up: Dossiers that were withdrawn since their decision.
        counts_later: Whether what was decided later counts too: the day of the signature
            comes after that of the decision.
    """

    rules: MoneyRules = field(default_factory=MoneyRules)
    rates: tuple[BaseRate, ...] = ()
    grants: Mapping[UUID, tuple[AidGrant, ...]] = field(default_factory=dict)
    signed: Mapping[UUID, date] = field(default_factory=dict)
    released: frozenset[UUID] = frozenset()
    lapses: Mapping[UUID, date] = field(default_factory=dict)
    given_up: frozenset[UUID] = frozenset()
    counts_later: bool = False

    def day(self, dossier_id: UUID, decided_on: date) -> date:
        """Return the day of the legal right: that of the decision until it is signed."""
        if self.rules.grant_date is not GrantDateRule.SIGNATURE:
            return decided_on
        return self.signed.get(dossier_id, decided_on)

    def is_lapsed(self, dossier_id: UUID, decision_id: UUID, on: date) -> bool:
        """Return whether an approval can no longer be signed, and never was."""
        held = dossier_id in self.signed or dossier_id in self.released
        return not held and self.lapses.get(decision_id, on) < on

    def paid(self, dossier_id: UUID, decisions: Collection[UUID]) -> AdvanceAid | None:
        """Return the aid last recorded for some decisions, None unless money left since."""
        if dossier_id not in self.released:
            return None
        found = [x for x in self.grants.get(dossier_id, ()) if x.decision_id in decisions]
        return aid_of_grant(found[-1]) if found else None

    def aid(
        self,
        dossier_id: UUID,
        decision_id: UUID | None,
        decided_on: date,
        rows: RepaymentSchedule | None,
        days: int,
        choice: AidChoice | None = None,
    ) -> AdvanceAid | None:
        """Return the aid of a dossier: as it was recorded for this decision, else reckoned.

        Args:
            dossier_id: Whose aid it is.
            decision_id: The decision that grants it; None for what is only asked.
            decided_on: Day of the first decision that granted it.
            rows: Schedule of the advance; None without one.
            days: Lent days.
            choice: What was chosen for the company.

        Returns:
            None when nothing of it is aid.
        """
        recorded = self.grants.get(dossier_id, ())
        for grant in reversed(recorded):
            if grant.decision_id == decision_id:
                return aid_of_grant(grant)
        if rows is None and not (days and self.rules.counts_days):
            return None
        day = self.day(dossier_id, decided_on)
        rules = _chosen(self.rules, recorded, choice or AidChoice())
        return advance_aid(rows, day, rules, self.rates, days)


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
        grants=every_grant_of(session, dossier_ids, until),
        signed=signed_days(session, dossier_ids, until),
        released=frozenset(released(session, dossier_ids, until)),
        lapses=lapse_days(session, dossier_ids),
        given_up=given_up(session, dossier_ids) if until is None else frozenset(),
        counts_later=by_signature and until is None,
    )


def aid_of_grant(grant: AidGrant) -> AdvanceAid:
    """Return an aid as it was recorded."""
    basis = grant.basis
    return AdvanceAid(
        grant.granted_on, grant.amount, grant.grant_equivalent, basis, basis.days_value
    )


def with_signature(frame: AidFrame, dossier_id: UUID, signed_on: date) -> AidFrame:
    """Return a frame in which an agreement is signed on a day."""
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


def released(
    session: Session, dossier_ids: Collection[UUID], until: datetime | None = None
) -> dict[UUID, Money]:
    """Return the money that left for dossiers, by dossier; what was taken back did not."""
    taken_back = select(StoredAdvanceEvent.reverses_id).where(
        StoredAdvanceEvent.reverses_id.is_not(None),
        StoredAdvanceEvent.dossier_id.in_(dossier_ids),
    )
    paid = select(StoredAdvanceEvent.dossier_id, StoredAdvanceEvent.amount).where(
        StoredAdvanceEvent.kind == AdvanceEventKind.DISBURSEMENT,
        StoredAdvanceEvent.dossier_id.in_(dossier_ids),
    )
    if until is not None:
        taken_back = taken_back.where(StoredAdvanceEvent.entered_at <= until)
        paid = paid.where(StoredAdvanceEvent.entered_at <= until)
    found: dict[UUID, Money] = {}
    for dossier_id, amount in session.execute(paid.where(StoredAdvanceEvent.id.not_in(taken_back))):
        found[dossier_id] = found.get(dossier_id, ZERO) + amount
    return found


def given_up(session: Session, dossier_ids: Collection[UUID]) -> frozenset[UUID]:
    """Return those of some dossiers that are withdrawn."""
    is_withdrawn = StoredDossier.state == DossierState.WITHDRAWN
    wanted = select(StoredDossier.id).where(StoredDossier.id.in_(dossier_ids), is_withdrawn)
    return frozenset(session.scalars(wanted))


def _chosen(rules: MoneyRules, recorded: Sequence[AidGrant], choice: AidChoice) -> MoneyRules:
    """Return rules with what is chosen for a company, else what its aid was recorded with."""
    basis = recorded[-1].basis if recorded else None
    return replace(
        rules,
        rating=choice.rating or (basis.rating if basis else rules.rating),
        collateral=choice.collateral or (basis.collateral if basis else rules.collateral),
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
