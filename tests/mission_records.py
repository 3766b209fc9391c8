"""Missions and what happens to them, without a registry."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from alize_desktop.models.enums import Agreement, MissionEventKind
from alize_desktop.models.records.dossier_papers import DossierPaperRecord
from alize_desktop.models.records.mission_papers import MissionAmendment, MissionPaperRecord
from alize_desktop.models.records.missions import (
    MissionEvent,
    MissionEventDraft,
    MissionRow,
    MissionSheet,
)
from alize_desktop.models.values import Money
from alize_desktop.rules.missions import account, in_force
from tests.dossier_records import PARTNER, paper_record

Kind = MissionEventKind
PARTNER_ID = UUID(int=700)
FIRST, LAST = date(2026, 4, 1), date(2026, 9, 30)
SIGNED = date(2026, 3, 30)
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

SHEET = MissionSheet(
    partner_id=PARTNER_ID,
    category="Qualité",
    planned_days=Decimal(5),
    day_value=Money(800_00),
    contributor="Sophie Garçon",
    position="Responsable qualité",
    goals="Écrire le manuel qualité\nFormer deux opérateurs",
    place="Beaune",
    calendar="Un jour par quinzaine",
    starts_on=FIRST,
    ends_on=LAST,
    consent=Agreement.YES,
    same_group=Agreement.NO,
)


def draft(kind: MissionEventKind, on: date, days: str = "0", **more) -> MissionEventDraft:
    """Return what happened, entered by Odile Perrin."""
    return MissionEventDraft(kind, on, Decimal(days), **{"author": "Odile Perrin"} | more)


def event(
    number: int, kind: MissionEventKind, on: date, days: str = "0", of: int | None = None, **more
) -> MissionEvent:
    """Return a recorded event; ``of`` is the number of the one it is about."""
    names_id = None if of is None else UUID(int=of)
    return MissionEvent(UUID(int=number), draft(kind, on, days, names_id=names_id, **more), NOW)


AGREED = (event(1, Kind.AGREEMENT_SIGNED, SIGNED),)
RUNNING = (
    *AGREED,
    event(2, Kind.DAYS_DONE, date(2026, 4, 8), "1", text="Visite de l’atelier"),
    event(3, Kind.DAYS_DONE, date(2026, 4, 22), "1.5"),
)
CONFIRMED = (
    *RUNNING,
    *(
        event(4 + 2 * rank + side, kind, date(2026, 4, 23), of=2 + rank)
        for rank in range(2)
        for side, kind in enumerate((Kind.CONFIRMED_BY_COMPANY, Kind.CONFIRMED_BY_PARTNER))
    ),
)


def mission_record(
    events: tuple[MissionEvent, ...] = CONFIRMED,
    *,
    today: date = date(2026, 5, 4),
    sheet: MissionSheet = SHEET,
    amended: MissionEventDraft | None = None,
    paper: DossierPaperRecord | None = None,
    **changes,
) -> MissionPaperRecord:
    """Return everything the papers of a mission say; ``amended`` is about to be signed."""
    paper = paper or paper_record()
    known, stands = in_force(events), account(sheet, events, today)
    row = MissionRow(
        id=UUID(int=701),
        number="2026-M001",
        dossier_id=UUID(int=14),
        dossier_number=paper.sheet.number,
        company=paper.sheet.company.name,
        partner=PARTNER.name,
        sheet=sheet,
        account=stands,
    )
    amendment = MissionAmendment(amended, stands) if amended else None
    record = MissionPaperRecord(replace(paper, partner=PARTNER), row, known, amendment=amendment)
    return replace(record, **changes)
