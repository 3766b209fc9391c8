"""Partners, missions, jobs and results rewritten behind the program's back are found, and named."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import Workbook

from alize_desktop.models.enums import (
    ConflictKind,
    JobContract,
    JobEvidence,
    JobKind,
    MissionEventKind,
)
from alize_desktop.models.records.jobs import JobObservationDraft, JobPromise
from alize_desktop.models.records.missions import MissionEventDraft
from alize_desktop.models.records.partners import (
    Absence,
    Correspondent,
    PartnerConflict,
    PartnerProfile,
    SkillCategory,
    SkillOffer,
)
from alize_desktop.models.records.report import ReportScope
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.store.result_ledgers import (
    OF_JOBS,
    OF_MISSIONS,
    OF_PARTNERS,
    OF_RESULTS,
)
from alize_desktop.services.work import drained

pytestmark = pytest.mark.retold

NUMBER, AUTHOR, TODAY = "2026-013", "Odile Perrin", date(2026, 11, 23)
PROFILES = "Les fiches des partenaires"
OFFERS = "Les compétences proposées"
CONFLICTS = "Les incompatibilités des partenaires"
CATEGORIES = "Les catégories de compétences"
MISSIONS = "Les missions"
EVENTS = "Les événements des missions"
NOTES = "Les notes de diagnostic"
PROMISES = "Les promesses d’emplois"
OBSERVED = "Les emplois constatés"
OPENINGS = "Les offres d’emploi"
HISTORY = "Les décisions reprises du passé"
RULES = "Les règles du suivi"
REPORTS = "Les bilans conservés"

HEADERS = (
    *("N° dossier", "Entreprise", "SIREN", "Date de dépôt", "Avance demandée"),
    *("Durée (mois)", "Différé (mois)", "Périodicité (mois)", "Décision", "Date de décision"),
    *("Avance accordée", "Emplois créés constatés", "Jours réalisés", "Entreprise partenaire"),
)
TERMS = ("01/03/2001", 10_000, 48, 12, 3)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """Where the registry of ``told`` is kept once it was made."""
    return tmp_path_factory.mktemp("kept") / "registre.alize"


@pytest.fixture
def told(kept, request, tmp_path):
    """The path of a registry in which results used everything that a ledger keeps."""
    if not kept.exists():
        office = request.getfixturevalue("lending")
        take_over(office, tmp_path / "passé.xlsx")
        describe_partners(office)
        lend(office)
        count_jobs(office)
        look_back(office)
        office.registry.copy(kept)
    return Path(shutil.copy(kept, tmp_path / "copie.alize"))


def take_over(office, path):
    partner = office.services.people.partners()[0].sheet.name
    book = Workbook()
    book.worksheets[0].title = "Dossiers"
    for row in (
        HEADERS,
        ("2001-001", "Fonderie", "999631708", *TERMS, "Agréé", "02/04/2001", 8_000, 3, 6, partner),
        ("2001-002", "Verrerie", "999631708", *TERMS, "Refusé", "02/04/2001"),
    ):
        book.worksheets[0].append(row)
    book.save(path)
    office.services.importing.accept(office.services.importing.preview(path))


def describe_partners(office):
    service, partner = office.services.partners, office.services.people.partners()[0].id
    profile = PartnerProfile(
        *("21000", "Dijon", date(2020, 1, 1), None, (Correspondent("Mme Roy"),)),
        absences=(Absence(date(2027, 8, 1), date(2027, 8, 31), "Congés"),),
    )
    service.save_profile(partner, profile)
    none = UUID(int=0)
    for person in ("Direction des RH", "Direction financière"):
        service.save_offer(None, SkillOffer(none, partner, "Qualité", person))
    service.remove_offer(service.detail(partner).offers[0].id)
    for siren in ("732829320", "999631708"):
        service.save_conflict(None, PartnerConflict(none, partner, siren, ConflictKind.COMPETITOR))
    service.remove_conflict(service.detail(partner).conflicts[0].id)
    service.save_category(None, SkillCategory(none, "Robotique", 11, ("Automates",)))


def lend(office):
    service, dossier = office.services.missions, office.dossier(NUMBER)
    partner = office.services.people.partners()[0].id
    sheet = service.propose(dossier, partner)
    sheet = replace(sheet, starts_on=TODAY, goals="Former deux soudeurs")
    mission, _changes = service.create(dossier, sheet)
    service.save(mission, replace(sheet, place="Dijon"), service.detail(mission).revision)
    for draft in (
        MissionEventDraft(MissionEventKind.AGREEMENT_SIGNED, TODAY, author=AUTHOR),
        MissionEventDraft(MissionEventKind.DAYS_DONE, TODAY, Decimal("0.5"), author=AUTHOR),
    ):
        service.record(mission, draft)


def count_jobs(office):
    service, dossier = office.services.jobs, office.dossier(NUMBER)
    service.write_diagnosis(dossier, "Il manque deux soudeurs", AUTHOR)
    promise = JobPromise(JobKind.CREATED, JobContract.PERMANENT, 2, Decimal("1.8"), TODAY)
    service.save_promises(dossier, [promise], 0)
    service.observe(
        dossier,
        JobObservationDraft(
            *(TODAY, None, 2, Decimal("1.8")), evidence=JobEvidence.VISIT, author=AUTHOR
        ),
    )
    for title in ("Soudeur", "Tourneur"):
        service.save_opening(replace(service.new_opening(dossier), title=title))
    first = service.detail(dossier).openings[0]
    service.remove_opening(first.id, first.revision)


def look_back(office):
    follow_up, reports = office.services.follow_up, office.services.reports
    follow_up.adopt(replace(follow_up.rules(), remind_days=20))
    reports.keep(drained(reports.figures(ReportScope())))


REWRITTEN = [
    ("UPDATE partner_profile SET town = 'Beaune'", PROFILES, 1),
    ("UPDATE partner_profile SET absences = '[]'", PROFILES, 1),
    ("UPDATE skill_offer SET person = 'Autre'", OFFERS, 1),
    ("DELETE FROM skill_offer", OFFERS, 1),
    ("UPDATE partner_conflict SET kind = 'customer'", CONFLICTS, 1),
    ("DELETE FROM partner_conflict", CONFLICTS, 1),
    ("UPDATE skill_category SET aliases = '[]' WHERE name = 'Robotique'", CATEGORIES, 1),
    ("UPDATE skill_category SET is_offered = 0 WHERE name = 'Robotique'", CATEGORIES, 1),
    ("UPDATE mission SET planned_days = planned_days + 50", MISSIONS, 2),
    ("UPDATE mission SET is_history = 0", MISSIONS, 1),
    ("UPDATE mission SET goals = '' WHERE goals <> ''", MISSIONS, 1),
    ("UPDATE mission_event SET days = 100 WHERE kind = 'days_done'", EVENTS, 2),
    ("UPDATE mission_event SET days = days + 50 WHERE kind = 'agreement_signed'", EVENTS, 1),
    ("UPDATE mission_event SET entered_at = '2026-12-01T09:00:00.000000Z'", EVENTS, 4),
    ("DELETE FROM mission_event WHERE kind = 'closed'", EVENTS, 1),
    ("UPDATE diagnosis SET note = 'Rien'", NOTES, 1),
    ("UPDATE diagnosis SET entered_at = '2026-12-01T09:00:00.000000Z'", NOTES, 1),
    ("UPDATE job_promises SET lines = '[]'", PROMISES, 1),
    ("UPDATE job_observation SET created = created + 1", OBSERVED, 2),
    ("UPDATE job_observation SET created_fte = 100 WHERE evidence = 'history'", OBSERVED, 1),
    ("UPDATE job_observation SET entered_at = '2026-12-01T09:00:00.000000Z'", OBSERVED, 2),
    ("DELETE FROM job_observation WHERE evidence = 'visit'", OBSERVED, 1),
    ("UPDATE job_opening SET persons = persons + 1", OPENINGS, 1),
    ("DELETE FROM job_opening", OPENINGS, 1),
    ("UPDATE history_record SET amount = amount + 1", HISTORY, 2),
    ("UPDATE history_record SET days_done = 700 WHERE days_done = 600", HISTORY, 1),
    ("UPDATE history_record SET outcome = 'approved'", HISTORY, 1),
    ("UPDATE history_record SET source = 'autre.xlsx'", HISTORY, 2),
    ("UPDATE history_record SET recorded_at = '2026-12-01T09:00:00.000000Z'", HISTORY, 2),
    ("DELETE FROM history_record WHERE outcome = 'rejected'", HISTORY, 1),
    ("UPDATE follow_up_rules SET rules = '{}'", RULES, 1),
    ("UPDATE follow_up_rules SET adopted_at = '2026-12-01T09:00:00.000000Z'", RULES, 1),
    ("UPDATE report_snapshot SET figures = '{}'", REPORTS, 1),
    ("UPDATE report_snapshot SET basin = 'Ailleurs'", REPORTS, 1),
    ("UPDATE report_snapshot SET kept_at = '2026-12-01T09:00:00.000000Z'", REPORTS, 1),
]


def test_what_was_told_is_sound(told, clock):
    with Registry.open(told, clock) as registry:
        assert registry.verify().is_sound


@pytest.mark.parametrize(("statement", "name", "count"), REWRITTEN)
def test_a_result_that_was_rewritten_is_named(told, clock, statement, name, count):
    tamper(told, statement)
    with Registry.open(told, clock) as registry:
        found = registry.verify()
    verb = "diffère" if count == 1 else "diffèrent"
    sentence = f"{name} ne correspondent plus au journal\u00a0: {count} en {verb}."
    assert found.integrity_problems == (sentence,)


def test_every_ledger_of_the_results_was_rewritten():
    named = {name for _statement, name, _count in REWRITTEN}
    assert named == {each.name for each in (*OF_PARTNERS, *OF_MISSIONS, *OF_JOBS, *OF_RESULTS)}


def tamper(path, statement):
    """Change a file as somebody would who took its triggers away first."""
    with closing(sqlite3.connect(path)) as connection, connection:
        triggers = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE '%search%'"
        ).fetchall()
        for (name,) in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
