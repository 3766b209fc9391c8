"""Dossiers for the screens: a registry in memory, with the service's signatures.

It answers at once and remembers what was asked, for the tests of one widget.
The stories of ``test_story.py`` run on the real services.
"""

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import QSettings

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import (
    Civility,
    DecisionOutcome,
    DossierState,
    ExpertAdvice,
    JobContract,
    ProjectKind,
    Sector,
)
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.decisions import Decision, DecisionDraft
from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DocumentRow,
    DossierDetail,
    DossierList,
    DossierRow,
    DossierSheet,
    DossierTotals,
    FieldProblem,
    FinancingDetails,
    JobsDetails,
    OpinionDetails,
    ProjectDetails,
    RequestDetails,
    SkillsDetails,
)
from alize_desktop.models.records.journal import JournalLine
from alize_desktop.models.records.schedules import AdvanceTerms, Instalment, RepaymentSchedule
from alize_desktop.models.values import ZERO, Money

NOW = datetime(2026, 3, 24, 9, 5, tzinfo=UTC)
S = DossierState
_FIRMS = (
    ("Mécanique Chênevert", "Épinal", Sector.INDUSTRY, S.SCHEDULED, 12_000),
    ("Électricité Saint-Éloi", "Dijon", Sector.SERVICES, S.SCHEDULED, 15_000),
    ("Menuiserie Noisetier", "Toul", Sector.CONSTRUCTION, S.SCHEDULED, 0),
    ("R&D <Équipements> L’Étoile", "Alès", Sector.INDUSTRY, S.COMPLETE, 8_500),
    ("Textiles Œillet", "Saint-Dié-des-Vosges", Sector.INDUSTRY, S.COMPLETE, 20_000),
    ("Traiteur Mirabelle", "Bar-le-Duc", Sector.SERVICES, S.AWAITING_DOCUMENTS, 5_000),
    ("Informatique Kermadec", "Chambéry", Sector.SERVICES, S.UNDER_APPRAISAL, 10_000),
    ("Fonderie Hêtraie", "Longwy", Sector.INDUSTRY, S.DECIDED, 18_000),
    ("Conseil Val-de-Fer", "Dijon", Sector.SERVICES, S.DECIDED, 9_000),
    ("Société Île-Verte", "Bar-le-Duc", Sector.TRADE, S.FILED, 5_500),
    ("Imprimerie Yvoire", "Alès", Sector.SERVICES, S.DEFERRED, 12_000),
    ("Brasserie du Sânon", "Lunéville", Sector.INDUSTRY, S.WITHDRAWN, 7_000),
)
_KINDS = tuple(ProjectKind)


def make_sheet(index=0, **parts):
    """A complete and valid sheet; ``index`` chooses the firm and the figures."""
    name, town, sector, _, euros = _FIRMS[index % len(_FIRMS)]
    suffix = "" if index < len(_FIRMS) else f" {index // len(_FIRMS) + 1}"
    sheet = DossierSheet(
        number=f"2026-{index + 1:03d}",
        filed_on=date(2026, 3, 3),
        basin="Côte-d’Or",
        company=CompanyDetails(
            name=name + suffix,
            siren="999482137",
            siret="99948213700017",
            legal_form="SARL",
            naf_code="43.21A",
            sector=sector,
            founded_on=date(2011, 5, 16),
            postcode="21000",
            town=town,
            manager_name="Anaïs Öztürk",
            manager_civility=Civility.MADAME,
            email="contact@saint-eloi.example",
            phone="03 80 67 44 39",
            headcount=Decimal(10),
            bank="Caisse Rhénane",
            accountant="Cabinet Perrin",
        ),
        project=ProjectDetails(
            aim="Lancement d’une activité de vidéosurveillance",
            kind=_KINDS[index % len(_KINDS)],
            purpose="Développement commercial",
            need_expressed="Croissance interne",
            need_diagnosed="Recrutement de deux techniciens et d’un appui au démarrage",
        ),
        financing=FinancingDetails(
            cost=Money(9_600_000), equity=Money(3_200_000), bank_loan=Money(4_900_000)
        ),
        request=RequestDetails(amount=Money(euros * 100)),
        jobs=JobsDetails(created=index % 5 + 1, maintained=6, contract=JobContract.PERMANENT),
        skills=SkillsDetails(category="Ressources humaines", days=index % 7),
        opinion=OpinionDetails(
            case_officer="Mme Roussel",
            advice=ExpertAdvice.FAVOURABLE_WITH_CONDITIONS,
            note="Dirigeante expérimentée, carnet de commandes plein.",
        ),
    )
    return replace(sheet, **parts)


def make_schedule(amount):
    terms = AdvanceTerms(amount, 48, date(2026, 3, 3), 12, 3)
    rows = tuple(
        Instalment(
            number,
            date(2027 + (number + 1) // 4, (number + 1) % 4 * 3 + 3, 3),
            date(2027 + (number + 1) // 4, (number + 1) % 4 * 3 + 3, 3),
            amount.divided(12),
            amount - amount.divided(12) * number,
        )
        for number in range(1, 13)
    )
    return RepaymentSchedule(terms, rows)


def make_detail(index=0, **parts):
    sheet = make_sheet(index)
    state = _FIRMS[index % len(_FIRMS)][3]
    amount = sheet.request.amount
    detail = DossierDetail(
        id=UUID(int=index + 1),
        revision=1,
        sheet=sheet,
        state=state,
        state_reason="",
        next_states=(S.UNDER_APPRAISAL, S.AWAITING_DOCUMENTS, S.COMPLETE, S.WITHDRAWN),
        meeting_number="2026-02" if state is S.SCHEDULED else "",
        documents=_documents(index),
        decision=_decision(index) if state is S.DECIDED else None,
        schedule=make_schedule(amount) if amount else None,
        schedule_refusal=None,
        journal=_journal(UUID(int=index + 1)),
    )
    return replace(detail, **parts)


def _documents(index):
    names = ("Extrait Kbis.pdf", "Comptes 2025.pdf", "Devis caméras.pdf")
    return tuple(
        DocumentRow(UUID(int=5000 + index * 10 + n), name, "application/pdf", 84_213 * (n + 1),
                    f"{n}f" * 32, NOW)
        for n, name in enumerate(names)
    )


def _decision(index):
    refused = index % len(_FIRMS) == 8
    outcome = DecisionOutcome.REJECTED if refused else DecisionOutcome.APPROVED
    draft = DecisionDraft(
        outcome,
        amount=ZERO if refused else Money(1_800_000),
        days=0 if refused else 6,
        skill_category="Ressources humaines",
        jobs_created=5,
        jobs_by=date(2028, 3, 24),
        grounds="Plan de financement non bouclé." if refused else "",
    )
    sentence = "Adopté par 11 voix pour, 2 contre et 1 abstention."
    return Decision(UUID(int=900), "2026-D003", "2026-01", NOW, draft, "", sentence)


def _journal(subject):
    acts = (
        ("dossier.imported", {"number": "2026-015"}),
        ("dossier.saved", {"company.phone": ["", "03 80 67 44 39"]}),
        ("dossier.state_changed", {"from": "filed", "to": "complete", "reason": ""}),
        ("dossier.mystery", {}),
    )
    return tuple(
        JournalLine(n + 1, NOW, action, "dossier", subject, details, "0" * 64)
        for n, (action, details) in enumerate(acts)
    )


class FakeDossiers:
    """The dossiers in a dictionary. Records what was asked in ``calls``."""

    def __init__(self, count=12):
        self.details = {each.id: each for each in map(make_detail, range(count))}
        self.calls = []
        self.searches = 0

    def search(self, query):
        self.searches += 1
        words = _plain(query.text).split()
        wide = [
            each
            for each in self.details.values()
            if all(word in _plain(f"{each.sheet.number} {each.sheet.company.name}") for word in words)
            and query.sector in (None, each.sheet.company.sector)
            and query.kind in (None, each.sheet.project.kind)
        ]
        found = [each for each in wide if not query.states or each.state in query.states]
        found.sort(key=lambda each: _sort_key(each, query.sort), reverse=query.descending)
        by_state = tuple(
            (state, sum(each.state is state for each in wide))
            for state in S
            if any(each.state is state for each in wide)
        )
        return DossierList(
            tuple(map(_row, found)), replace(_totals(found), by_state=by_state)
        )

    def totals(self, ids):
        return _totals([self.details[each] for each in ids])

    def detail(self, dossier_id):
        self.calls.append(("detail", dossier_id))
        return self.details[dossier_id]

    def new_sheet(self):
        return DossierSheet("", CompanyDetails("", ""), date(2026, 3, 24))

    def problems(self, sheet):
        found = []
        if not sheet.company.name:
            found.append(FieldProblem("company.name", UserError(ErrorCode.TEXT_MISSING)))
        if len(sheet.company.siren) != 9:
            error = UserError(ErrorCode.SIREN_INVALID, value=sheet.company.siren)
            found.append(FieldProblem("company.siren", error))
        if sheet.request.deferral >= sheet.request.months:
            error = UserError(
                ErrorCode.DEFERRAL_TOO_LONG,
                deferral=sheet.request.deferral,
                months=sheet.request.months,
            )
            found.append(FieldProblem("request.deferral", error))
        return tuple(found)

    def create(self, sheet):
        new = make_detail(len(self.details), sheet=replace(sheet, number="2026-099"))
        self.details[new.id] = replace(new, state=S.FILED)
        return new.id, Changes(dossiers=frozenset({new.id}))

    def save(self, dossier_id, sheet, revision):
        old = self.details[dossier_id]
        if old.revision != revision:
            raise UserError(ErrorCode.DOSSIER_CHANGED_MEANWHILE, number=sheet.number)
        self.details[dossier_id] = replace(old, sheet=sheet, revision=revision + 1)
        return Changes(dossiers=frozenset({dossier_id}))

    def change_state(self, dossier_id, state, reason=""):
        old = self.details[dossier_id]
        if state is S.WITHDRAWN and not reason:
            raise UserError(ErrorCode.REASON_MISSING)
        self.details[dossier_id] = replace(old, state=state, state_reason=reason)
        return Changes(dossiers=frozenset({dossier_id}))

    def attach(self, dossier_id, path):
        old = self.details[dossier_id]
        row = DocumentRow(
            UUID(int=7000 + len(old.documents)), path.name, "text/plain", path.stat().st_size,
            "ab" * 32, NOW,
        )
        self.details[dossier_id] = replace(old, documents=(*old.documents, row))
        return Changes(dossiers=frozenset({dossier_id}))

    def document(self, document_id):
        for each in self.details.values():
            for row in each.documents:
                if row.id == document_id:
                    return row, b"content of the document"
        raise UserError(ErrorCode.DOCUMENT_NOT_FOUND)

    def remove_document(self, document_id):
        for key, each in self.details.items():
            kept = tuple(row for row in each.documents if row.id != document_id)
            if kept != each.documents:
                self.details[key] = replace(each, documents=kept)
                return Changes(dossiers=frozenset({key}))
        raise UserError(ErrorCode.DOCUMENT_NOT_FOUND)


def _plain(text):
    split = unicodedata.normalize("NFD", text.lower())
    return "".join(each for each in split if not unicodedata.combining(each))


def _sort_key(detail, name):
    row = _row(detail)
    return {
        "company": _plain(row.company),
        "amount": row.requested_amount.minor,
        "jobs": row.jobs_created,
        "days": row.days,
    }.get(name, row.number)


def _row(detail):
    sheet = detail.sheet
    return DossierRow(
        id=detail.id,
        number=sheet.number,
        company=sheet.company.name,
        siren=sheet.company.siren,
        town=sheet.company.town,
        sector=sheet.company.sector,
        kind=sheet.project.kind,
        state=detail.state,
        outcome=detail.decision.draft.outcome if detail.decision else None,
        requested_amount=sheet.request.amount,
        jobs_created=sheet.jobs.created,
        days=sheet.skills.days,
        filed_on=sheet.filed_on,
        case_officer=sheet.opinion.case_officer,
        meeting_number=detail.meeting_number,
    )


def _totals(details):
    rows = [_row(each) for each in details]
    return DossierTotals(
        len(rows),
        Money(sum(row.requested_amount.minor for row in rows)),
        sum(row.jobs_created for row in rows),
        sum(row.days for row in rows),
    )


@pytest.fixture
def dossiers():
    return FakeDossiers()


@pytest.fixture
def window_settings(tmp_path):
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
