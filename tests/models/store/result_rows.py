"""One row in each table of the history of missions, jobs, the past and reports."""

from datetime import date
from decimal import Decimal

from alize_desktop.models.enums import Agreement, DecisionOutcome, JobEvidence, MissionEventKind
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.base import Base
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.jobs import StoredDiagnosis, StoredJobObservation
from alize_desktop.models.tables.missions import StoredMission, StoredMissionEvent
from alize_desktop.models.tables.people import StoredPartner
from alize_desktop.models.tables.results import (
    StoredFollowUpRules,
    StoredHistoryRecord,
    StoredReportSnapshot,
)
from alize_desktop.models.values import Money

DAY = date(2026, 11, 23)


def result_rows(registry: Registry, decision: StoredDecision) -> list[Base]:
    """Return a mission with its event, a diagnosis, an observation, a past, rules, a report."""
    now = registry.clock()
    partner = StoredPartner(
        id=registry.new_id(),
        name="Groupe Cablofil",
        siren="732829320",
        large_group=Agreement.YES,
        skills=["Ressources humaines"],
        days_per_year=12,
    )
    mission = StoredMission(
        id=registry.new_id(),
        number="2026-M001",
        dossier_id=decision.dossier_id,
        partner_id=partner.id,
        category="Ressources humaines",
        planned_days=Decimal(3),
        day_value=Money(80_000),
        contributor="",
        position="",
        goals="",
        place="",
        calendar="",
        consent=Agreement.YES,
        same_group=Agreement.NO,
        is_history=False,
        revision=1,
    )
    return [partner, mission, *_history(registry, decision, mission.id), *_kept(registry, now)]


def _history(registry, decision, mission_id):
    now, dossier = registry.clock(), decision.dossier_id
    return [
        StoredMissionEvent(
            id=registry.new_id(),
            mission_id=mission_id,
            kind=MissionEventKind.DAYS_DONE,
            value_on=DAY,
            days=Decimal("1.5"),
            text="Fiches de poste",
            author="Odile Perrin",
            entered_at=now,
        ),
        StoredDiagnosis(
            id=registry.new_id(),
            dossier_id=dossier,
            note="Il faut d’abord recruter.",
            expressed="Croissance interne",
            diagnosed="Ressources humaines",
            author="Odile Perrin",
            written_on=DAY,
            entered_at=now,
        ),
        StoredJobObservation(
            id=registry.new_id(),
            dossier_id=dossier,
            observed_on=DAY,
            milestone=12,
            created=2,
            created_fte=Decimal(2),
            maintained=0,
            maintained_fte=Decimal(0),
            sustained=0,
            sustained_fte=Decimal(0),
            evidence=JobEvidence.STAFF_REGISTER,
            note="",
            author="Odile Perrin",
            entered_at=now,
        ),
        StoredHistoryRecord(
            id=registry.new_id(),
            dossier_id=dossier,
            outcome=DecisionOutcome.APPROVED,
            decided_on=DAY,
            amount=Money(1_200_000),
            days_done=Decimal(0),
            partner="",
            source="programme.xlsx",
            recorded_at=now,
        ),
    ]


def _kept(registry, now):
    return [
        StoredFollowUpRules(number=1, rules={}, adopted_at=now),
        StoredReportSnapshot(
            id=registry.new_id(), basin="", figures=[], sha256="0" * 64, kept_at=now
        ),
    ]
