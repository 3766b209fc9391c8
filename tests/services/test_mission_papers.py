"""The papers of a mission: made from what is on record, remembered with their dossier."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import Agreement, PaperKind, TemplateKey
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.services.mission_papers_reading import read_mission_paper
from alize_desktop.services.work import drained
from tests.services.missions_office import (
    NUMBER,
    Kind,
    begin,
    draft,
    grant_days,
    sheet_of,
    take_over,
)
from tests.services.test_dossier_papers import words_of

DAY = date(2026, 12, 1)
LONGER = draft(Kind.AMENDED, DAY, "5", ends_on=date(2027, 6, 30), text="Un atelier de plus")
LOOKS = PaperIdentity("12 rue de la Liberté\n21000 Dijon", "Claire Roussel, directrice")


@pytest.fixture
def bureau(office):
    """The office, with a name, an address and somebody who signs."""
    programme = office.services.programme.programme()
    office.services.programme.save(replace(programme, operator="Alizé Côte-d’Or"))
    office.services.templates.adopt_identity(LOOKS)
    return office


def offered(office, mission):
    """Return why each paper of a mission cannot be made; None for one that can."""
    offers = office.services.mission_papers.available(mission)
    return {each.kind: each.refusal.code if each.refusal else None for each in offers}


def test_every_paper_of_a_mission_is_made_and_remembered(bureau, tmp_path):
    mission = begin(bureau)
    bureau.services.missions.record(mission, LONGER)
    service = bureau.services.mission_papers
    assert set(offered(bureau, mission).values()) == {None}
    for making, words in (
        (service.agreement, "Sophie Garçon"),
        (service.amendment, "5 jours de compétences (auparavant : 3 jours de compétences)"),
        (service.sheet, "26/11/2026"),
    ):
        path = tmp_path / f"{making.__name__}.pdf"
        paper = drained(making(mission, path))
        assert paper.size == path.stat().st_size
        assert words in words_of(path).replace("\u00a0", " ")
    dossier = bureau.dossier(NUMBER)
    listed = [each.paper.kind for each in bureau.services.paper_lists.of_dossier(dossier)]
    assert set(listed) == {
        PaperKind.SECONDMENT,
        PaperKind.MISSION_AMENDMENT,
        PaperKind.MISSION_SHEET,
    }


def test_an_amendment_is_made_before_it_is_signed(bureau, tmp_path, refused):
    mission, path = begin(bureau), tmp_path / "avenant.pdf"
    service = bureau.services.mission_papers
    with refused(ErrorCode.MISSION_NOT_AMENDED, bureau, number="2026-M001"):
        drained(service.amendment(mission, path))
    with refused(ErrorCode.MISSION_DAYS_INVALID, bureau):
        drained(
            service.amendment(mission, path, replace(LONGER, ends_on=None, days=LONGER.days / 3))
        )
    drained(service.amendment(mission, path, LONGER))
    assert "30 juin 2027 (auparavant : 31 mars 2027)" in words_of(path).replace("\u00a0", " ")
    assert bureau.services.missions.detail(mission).row.account.planned == 3


def test_a_mission_that_is_not_agreed_has_no_amendment(bureau):
    dossier, partner = grant_days(bureau)
    mission, _ = bureau.services.missions.create(dossier, sheet_of(bureau, dossier, partner))
    assert offered(bureau, mission) == {
        PaperKind.SECONDMENT: None,
        PaperKind.MISSION_AMENDMENT: ErrorCode.MISSION_STEP_REFUSED,
        PaperKind.MISSION_SHEET: None,
    }
    given_up = draft(Kind.GIVEN_UP, date(2026, 11, 23), text="Personne partie")
    bureau.services.missions.record(mission, given_up)
    assert set(offered(bureau, mission).values()) == {ErrorCode.MISSION_STEP_REFUSED}


def test_the_lender_is_that_of_the_mission(bureau, tmp_path):
    dossier, _ = grant_days(bureau)
    other = bureau.services.people.partners()[1]
    sheet = sheet_of(bureau, dossier, other.id)
    mission, _ = bureau.services.missions.create(dossier, sheet)
    path = tmp_path / "convention.pdf"
    drained(bureau.services.mission_papers.agreement(mission, path))
    assert f"Pour {other.sheet.name}" in words_of(path)


def test_one_group_lends_at_cost(bureau, tmp_path):
    dossier, partner = grant_days(bureau)
    lender = bureau.services.people.partners()[0].sheet
    bureau.services.people.save_partner(partner, replace(lender, large_group=Agreement.YES))
    for same, words in (
        (Agreement.NO, "de l’article L. 8241-3"),
        (Agreement.YES, "des articles L. 8241-1 et L. 8241-2"),
    ):
        sheet = sheet_of(bureau, dossier, partner, same_group=same)
        mission, _ = bureau.services.missions.create(dossier, sheet)
        path = tmp_path / f"{same.value}.pdf"
        drained(bureau.services.mission_papers.agreement(mission, path))
        told = words_of(path).replace("\u00a0", " ")
        assert f"sur le fondement {words}" in told


def test_an_agreement_in_the_words_of_the_office(bureau, tmp_path):
    mission, path = begin(bureau), tmp_path / "convention.pdf"
    bureau.services.templates.adopt(TemplateKey.SECONDMENT, "# Prêt\n\n{personne}, {mission}")
    drained(bureau.services.mission_papers.agreement(mission, path))
    assert "Sophie Garçon, 2026-M001" in words_of(path)


def test_a_paper_that_is_given_up_leaves_nothing(bureau, tmp_path):
    mission, path = begin(bureau), tmp_path / "feuille.pdf"
    before = len(bureau.journal())
    steps = bureau.services.mission_papers.sheet(mission, path)
    next(steps)
    steps.close()
    assert not path.exists()
    assert len(bureau.journal()) == before


def test_a_mission_that_is_not_there_has_no_paper(bureau, refused):
    with refused(ErrorCode.MISSION_NOT_FOUND, bureau):
        bureau.services.mission_papers.available(uuid4())


def test_the_operator_is_told_the_doubts_before(bureau):
    mission = begin(bureau)
    with bureau.registry.read() as session:
        record = read_mission_paper(session, mission, DAY)
    assert record.doubts == bureau.services.missions.detail(mission).doubts
    assert any(each.key == "lender_group" for each in record.doubts)


def test_a_mission_on_an_approval_of_the_past_has_its_papers(bureau, tmp_path):
    dossier, partner = bureau.dossier("2026-001"), bureau.services.people.partners()[0].id
    take_over(bureau, dossier)
    sheet = sheet_of(bureau, dossier, partner, category="Qualité")
    mission, _ = bureau.services.missions.create(dossier, sheet)
    path = tmp_path / "convention.pdf"
    drained(bureau.services.mission_papers.agreement(mission, path))
    told = words_of(path).replace("\u00a0", " ")
    assert "a été agréé le 4 mars 2025" in told
    assert "décision" not in told
