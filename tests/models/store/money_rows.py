"""One row in each table of the history of the money."""

from datetime import date
from decimal import Decimal

from alize_desktop.models.enums import (
    AdvanceEventKind,
    EarlyAllocation,
    FundMovementKind,
    RegisterStatus,
    ScheduleReason,
)
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.advances import StoredAdvanceEvent, StoredScheduleVersion
from alize_desktop.models.tables.aid import (
    StoredAidGrant,
    StoredBaseRate,
    StoredMoneyRules,
    StoredRegisterEntry,
)
from alize_desktop.models.tables.base import Base
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.fund import StoredFundClosing, StoredFundMovement
from alize_desktop.models.values import Money

DAY = date(2026, 11, 23)


def money_rows(registry: Registry, decision: StoredDecision) -> list[Base]:
    """Return an event, a schedule, a movement, a closing, rules, a rate, an aid declared."""
    now = registry.clock()
    dossier = decision.dossier_id
    said = {"note": "", "author": "Odile Perrin"}
    grant = StoredAidGrant(
        id=registry.new_id(),
        dossier_id=dossier,
        decision_id=decision.id,
        identifier="2026-001/1",
        company="Mavic",
        siren="732829320",
        naf_code="26.40Z",
        granted_on=DAY,
        amount=Money(1_200_000),
        grant_equivalent=Money(173_651),
        basis={},
        recorded_at=now,
    )
    return [
        StoredAdvanceEvent(
            id=registry.new_id(),
            dossier_id=dossier,
            kind=AdvanceEventKind.DISBURSEMENT,
            value_on=DAY,
            amount=Money(1_200_000),
            reference="VIR 1",
            early=EarlyAllocation.NEXT,
            entered_at=now,
            **said,
        ),
        StoredScheduleVersion(
            id=registry.new_id(),
            dossier_id=dossier,
            version=1,
            reason=ScheduleReason.CONTRACT,
            decision_id=decision.id,
            effective_on=DAY,
            terms={},
            rows=[],
            kept=[],
            sha256="0" * 64,
            made_at=now,
            **said,
        ),
        StoredFundMovement(
            id=registry.new_id(),
            kind=FundMovementKind.CONTRIBUTION,
            value_on=DAY,
            amount=Money(30_000_000),
            reference="",
            entered_at=now,
            **said,
        ),
        StoredFundClosing(
            id=registry.new_id(),
            through=date(2025, 12, 31),
            statement={},
            sha256="0" * 64,
            author="Odile Perrin",
            closed_at=now,
        ),
        StoredMoneyRules(rules={}, adopted_at=now),
        StoredBaseRate(
            id=registry.new_id(),
            first=date(2027, 1, 1),
            last=date(2027, 12, 31),
            percent=Decimal("2.05"),
            source="Page de la Commission, lue le 5 janvier 2027",
            entered_at=now,
        ),
        grant,
        StoredRegisterEntry(
            id=registry.new_id(),
            grant_id=grant.id,
            status=RegisterStatus.DECLARED,
            reference="PAE-1",
            declared_on=DAY,
            author="Odile Perrin",
            recorded_at=now,
        ),
    ]
