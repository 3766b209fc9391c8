"""The record of one dossier's papers, made by hand: an approval, and its variants."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from alize_desktop.models.enums import (
    Agreement,
    Civility,
    ConditionKind,
    DecisionOutcome,
    JobContract,
)
from alize_desktop.models.records.decisions import (
    Condition,
    ConditionState,
    Decision,
    DecisionDraft,
)
from alize_desktop.models.records.dossier_papers import DossierPaperRecord, TakenDecision
from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DossierSheet,
    FinancingDetails,
    ProjectDetails,
    RequestDetails,
)
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.values import Money
from alize_desktop.rules.schedule import schedule
from alize_desktop.services.advance_terms import terms_decided
from tests.aid_records import weighing

DAY = date(2026, 3, 24)

COMPANY = CompanyDetails(
    name="Menuiserie Œillet",
    siren="999482137",
    legal_form="SARL",
    postcode="21200",
    town="Beaune",
    manager_name="Inès Lévêque",
    manager_civility=Civility.MADAME,
    headcount=Decimal("12.5"),
)

SHEET = DossierSheet(
    number="2026-014",
    filed_on=date(2026, 1, 12),
    company=COMPANY,
    project=ProjectDetails(aim="Ouvrir un second atelier"),
    financing=FinancingDetails(past_de_minimis=Money(12_500_00)),
    request=RequestDetails(Money(20_000_00), 48, 12, 3),
    extra=(("Site", "https://exemple.fr"), ("Adresse", "12 rue des Forges\nZA du Bois")),
)

CONDITIONS = (
    Condition("Accord définitif de la banque.", ConditionKind.PRECEDENT, date(2026, 6, 24)),
    Condition("Remise des comptes annuels", ConditionKind.FOLLOW_UP),
)

APPROVAL = DecisionDraft(
    DecisionOutcome.APPROVED,
    amount=Money(15_000_00),
    days=3,
    skill_category="Organisation",
    partner_id=UUID(int=7),
    jobs_created=4,
    jobs_maintained=6,
    contract=JobContract.PERMANENT,
    jobs_by=date(2027, 3, 1),
)

PARTNER = PartnerSheet(
    "Groupe Hêtraie", "999883556", large_group=Agreement.YES, correspondent="M. Didier Garçon"
)

IDENTITY = PaperIdentity(
    "Maison de l’entreprise\n12 rue de la Liberté\n21000 Dijon",
    "Claire Roussel, directrice",
    "Association loi 1901 · SIREN 123 456 789",
)


def taken(draft=APPROVAL, number="2026-D003", day=DAY, **more):
    """Return a decision and its meeting."""
    decision = Decision(
        id=UUID(int=int(number[-3:])),
        number=number,
        meeting_number="CA-2026-01",
        decided_at=datetime(2026, 3, 24, 14, 0, tzinfo=UTC),
        draft=draft,
        partner=PARTNER.name if draft.partner_id else "",
        sentence="",
        **more,
    )
    rows = schedule(terms_decided(decision, day)) if draft.amount else None
    return TakenDecision(decision, day, rows)


def paper_record(draft=APPROVAL, granted=(), **changes):
    """Return everything the papers of a dossier say, that was decided so.

    ``draft`` is None before any decision; ``granted`` are the schedules of the advances
    that the company had before.
    """
    decided = None if draft is None else taken(draft)
    states = tuple(
        ConditionState(
            UUID(int=3), number, "2026-D003", COMPANY.name, each, each.due_on, None, is_pending=True
        )
        for number, each in enumerate(draft.conditions if draft else (), start=1)
    )
    record = DossierPaperRecord(
        programme=Programme("Côte-d’Or", "Alizé Côte-d’Or"),
        identity=IDENTITY,
        sheet=SHEET,
        today=date(2026, 3, 25),
        body="comité d’agrément",
        taken=decided,
        first=decided,
        partner=PARTNER if draft and draft.partner_id else None,
        conditions=states,
    )
    record = replace(record, **changes)
    rows = record.taken.schedule if record.taken else None
    declared = record.sheet.financing.past_de_minimis
    return replace(record, aid=weighing(rows, declared, granted))


def company(**changes):
    """Return the sheet, its company changed."""
    return replace(SHEET, company=replace(COMPANY, **changes))
