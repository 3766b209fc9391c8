"""An office whose committee granted days of competences, and what it records of a mission."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from alize_desktop.models.enums import Agreement, DecisionOutcome, MissionEventKind
from alize_desktop.models.records.missions import MissionEventDraft
from alize_desktop.models.tables.results import StoredHistoryRecord
from alize_desktop.models.values import Money
from alize_desktop.services.plain import plain_map

Kind = MissionEventKind

NUMBER = "2026-013"
"""Dossier to which days were granted."""


def grant_days(office, days=3):
    """Hold a meeting that grants days of a partner; return the dossier and the partner."""
    partner = office.services.people.partners()[0].id
    meeting = office.hold(NUMBER, "2026-014")
    office.approve(meeting, NUMBER, days=days, partner_id=partner, skill_category="Qualité")
    office.end(meeting)
    return office.dossier(NUMBER), partner


def sheet_of(office, dossier, partner, **changes):
    """Return the sheet that is proposed, with what a person adds to it."""
    known = {
        "contributor": "Sophie Garçon",
        "position": "Responsable qualité",
        "starts_on": date(2026, 11, 25),
        "ends_on": date(2027, 3, 31),
        "consent": Agreement.YES,
        "same_group": Agreement.NO,
    }
    return replace(office.services.missions.propose(dossier, partner), **known | changes)


def draft(kind, on, days="0", **more):
    """Return something that happened, entered by Odile Perrin."""
    more = {"author": "Odile Perrin"} | more
    return MissionEventDraft(kind, on, Decimal(days), **more)


def begin(office, days="1.5"):
    """Prepare a mission, sign its agreement, do some days; return its identifier."""
    dossier, partner = grant_days(office)
    mission, _ = office.services.missions.create(dossier, sheet_of(office, dossier, partner))
    office.services.missions.record(mission, draft(Kind.AGREEMENT_SIGNED, date(2026, 11, 23)))
    office.clock.advance(10 * 24 * 3600)
    office.services.missions.record(mission, draft(Kind.DAYS_DONE, date(2026, 11, 26), days))
    return mission


def last_event(office, mission):
    """Return the identifier of the last event of a mission."""
    return office.services.missions.detail(mission).events[-1].id


def take_over(office, dossier, decided_on=date(2025, 3, 4)):
    """Record an approval of the past, as the import of a workbook does."""
    registry = office.registry
    record = {
        "id": registry.new_id(),
        "outcome": DecisionOutcome.APPROVED,
        "decided_on": decided_on,
        "amount": Money(0),
        "jobs_created": None,
        "days_done": Decimal(0),
        "partner": "",
        "partner_id": None,
        "source": "programme.xlsx",
    }
    with registry.write() as session:
        now = registry.instant(session)
        session.add(StoredHistoryRecord(**record, dossier_id=dossier, recorded_at=now))
        registry.journal(session, "history.recorded", "dossier", dossier, plain_map(record))
