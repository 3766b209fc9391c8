"""The letter about a missed promise of jobs: made, remembered, no more."""

import subprocess
from dataclasses import replace
from datetime import date

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    Agreement,
    JobEvidence,
    MissionEventKind,
    PaperKind,
    TemplateKey,
)
from alize_desktop.models.records.jobs import JobObservationDraft
from alize_desktop.models.records.missions import MissionEventDraft
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.values import Money
from alize_desktop.services.work import drained
from tests.job_records import make_line

NUMBER, AUTHOR, HELD = "2026-013", "Odile Perrin", date(2026, 11, 23)


def words_of(path):
    command = ["pdftotext", "-raw", str(path), "-"]
    words = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    return " ".join(words.split())


def sign_a_mission(services, dossier):
    """Keep the approval from lapsing."""
    partner = services.people.partners()[0].id
    sheet = replace(
        services.missions.propose(dossier, partner),
        category="Qualité",
        contributor="Sophie Garçon",
        position="Responsable qualité",
        starts_on=HELD,
        ends_on=date(2027, 2, 23),
        consent=Agreement.YES,
        same_group=Agreement.NO,
    )
    mission, _changes = services.missions.create(dossier, sheet)
    signed = MissionEventDraft(MissionEventKind.AGREEMENT_SIGNED, HELD, author=AUTHOR)
    services.missions.record(mission, signed)


@pytest.fixture
def missing(office):
    """Days were granted for five jobs in six months; three were seen."""
    services = office.services
    looks = PaperIdentity("12 rue de la Liberté\n21000 Dijon", "Claire Roussel, directrice")
    services.templates.adopt_identity(looks)
    programme = services.programme.programme()
    services.programme.save(replace(programme, operator="Alizé Côte-d’Or"))
    meeting = office.hold(NUMBER)
    office.approve(meeting, NUMBER, amount=Money(0), days=3, jobs_created=5, jobs_maintained=0)
    services.committee.close(meeting)
    dossier = office.dossier(NUMBER)
    sign_a_mission(services, dossier)
    services.jobs.save_promises(dossier, [make_line(5, due_on=date(2027, 5, 23))], 0)
    office.clock.advance(200 * 86_400)
    seen = JobObservationDraft(
        date(2027, 5, 25), 6, 3, evidence=JobEvidence.PAYROLL_RETURN, author=AUTHOR
    )
    services.jobs.observe(dossier, seen)
    return office


def test_the_letter_is_remembered_and_records_nothing_else(missing, tmp_path):
    path, dossier = tmp_path / "rappel.pdf", missing.dossier(NUMBER)
    before, lines = missing.services.jobs.detail(dossier), len(missing.journal())
    drained(missing.services.job_papers.reminder(dossier, path))
    words = words_of(path)
    for said in (
        "Emplois promis au jalon de 6 mois",
        "Le 23 novembre 2026, le programme Alizé",
        "5 emplois à créer.",
        "Le 25 mai 2027, nous avons constaté (preuve : extrait de DSN)",
        "3 emplois créés.",
        "2 emplois à créer.",
        "avant le 11 juillet 2027",
        f"dossier {NUMBER}, décision 2026-D001",
    ):
        assert said in words, words
    assert missing.actions(lines) == ["jobs_reminder.exported"]
    assert missing.services.jobs.detail(dossier) == before


def test_the_letter_is_no_older_once_jobs_are_seen_again(missing, tmp_path):
    dossier = missing.dossier(NUMBER)
    drained(missing.services.job_papers.reminder(dossier, tmp_path / "rappel.pdf"))
    drained(missing.services.dossier_papers.notification(dossier, tmp_path / "lettre.pdf"))
    again = JobObservationDraft(date(2027, 6, 1), 6, 5, author=AUTHOR)
    missing.services.jobs.observe(dossier, again)
    missing.services.jobs.write_diagnosis(dossier, "Recruter d’abord", AUTHOR)
    papers = missing.services.paper_lists.of_dossier(dossier)
    kinds = {each.paper.kind: each.is_stale for each in papers if each.paper}
    assert kinds[PaperKind.JOBS_REMINDER] is False
    assert kinds[PaperKind.NOTIFICATION] is False


def test_there_is_no_letter_without_a_missed_promise(missing, refused, tmp_path):
    dossier, path = missing.dossier(NUMBER), tmp_path / "rappel.pdf"
    kept = JobObservationDraft(date(2027, 6, 1), 6, 5, author=AUTHOR)
    missing.services.jobs.observe(dossier, kept)
    with refused(ErrorCode.JOBS_NOT_MISSED, missing, number=NUMBER):
        drained(missing.services.job_papers.reminder(dossier, path))
    assert not path.exists()


def test_the_text_of_the_office_is_used(missing, tmp_path):
    missing.services.templates.adopt(
        TemplateKey.JOBS_REMINDER, "Bonjour {dirigeant},\n\nIl manque {emplois_manquants}"
    )
    path = tmp_path / "rappel.pdf"
    drained(missing.services.job_papers.reminder(missing.dossier(NUMBER), path))
    assert "Il manque 2 emplois à créer." in words_of(path)
