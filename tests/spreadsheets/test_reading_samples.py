"""The workbooks of a regional office, as they came."""

import hashlib
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.models.enums import (
    Agreement,
    Civility,
    ExpertAdvice,
    JobContract,
    MemberCollege,
    MemberOffice,
    ProjectKind,
    Sector,
)
from alize_desktop.models.values import ZERO, Money
from alize_desktop.spreadsheets.reading import read_workbook


@pytest.fixture(scope="module")
def content(sample):
    return read_workbook(sample)


@pytest.fixture(scope="module")
def faulty(faulty_sample):
    return read_workbook(faulty_sample)


def test_the_sample_gives_its_24_dossiers_18_members_and_12_partners(content):
    assert [len(each) for each in (content.dossiers, content.members, content.partners)] == [
        24,
        18,
        12,
    ]
    assert content.refused == ()
    assert content.unknown_columns == ()
    assert content.missing_sheets == ()


def test_the_content_names_its_file_and_its_digest(content, sample):
    assert content.name == "bassin-dossiers.xlsx"
    assert content.sha256 == hashlib.sha256(sample.read_bytes()).hexdigest()


def test_every_cell_of_a_row_is_kept(content):
    row, sheet = content.dossiers[0]
    assert (row, sheet.number, sheet.basin, sheet.filed_on) == (
        2,
        "2026-001",
        "Côte-d'Or",
        date(2026, 8, 18),
    )
    company = sheet.company
    assert (company.name, company.siren, company.legal_form) == (
        "Société Île-Verte",
        "999631708",
        "EURL",
    )
    assert (company.postcode, company.town, company.naf_code) == ("55000", "Bar-le-Duc", "49.41A")
    assert company.sector is Sector.SERVICES
    assert (company.headcount, company.founded_on) == (Decimal(15), date(1999, 1, 23))
    assert (company.manager_name, company.manager_civility) == ("Hervé Öztürk", Civility.MONSIEUR)
    assert (company.email, company.phone) == ("contact@societeileverte.example", "03 80 67 44 39")
    assert (company.bank, company.accountant) == ("Caisse Rhénane", "Cabinet Perrin")
    assert sheet.project.aim == "Site marchand et force de vente"
    assert sheet.project.kind is ProjectKind.DEVELOPMENT
    assert sheet.project.purpose == "Augmentation des capacités de production"
    assert (sheet.project.need_expressed, sheet.project.need_diagnosed) == (
        "Investissement",
        "Organisation",
    )
    assert sheet.financing.cost == Money(3_550_000)
    assert sheet.financing.past_de_minimis == Money(1_250_000)
    request = sheet.request
    assert (request.amount, request.months, request.deferral, request.every) == (
        Money(550_000),
        36,
        6,
        1,
    )
    assert (sheet.jobs.created, sheet.jobs.maintained) == (5, 6)
    assert sheet.jobs.contract is JobContract.PERMANENT
    assert (sheet.skills.category, sheet.skills.days) == ("Numérique", 2)
    assert sheet.opinion.case_officer == "Mme Roussel"
    assert sheet.opinion.advice is ExpertAdvice.FAVOURABLE_WITH_CONDITIONS
    assert sheet.extra == ()


def test_french_habits_of_the_third_row_are_understood(content):
    sheet = dict(content.dossiers)[3]
    assert sheet.request.amount == Money(1_200_000)
    assert sheet.filed_on == date(2026, 3, 5)
    assert sheet.company.siren == "999812415"


def test_a_name_with_markup_is_kept_as_it_is(content):
    assert dict(content.dossiers)[4].company.name == "R&D <Équipements> L'Étoile"


def test_a_dossier_may_ask_no_advance_or_no_days(content):
    assert dict(content.dossiers)[4].request.amount == ZERO
    assert dict(content.dossiers)[5].skills.days == 0


def test_the_roll_has_seventeen_seats_and_one_alternate(content):
    sheets = [sheet for _row, sheet in content.members]
    assert sum(sheet.weight for sheet in sheets) == 17
    assert [sheet.office for sheet in sheets][:3] == [
        MemberOffice.CHAIR,
        MemberOffice.VICE_CHAIR,
        MemberOffice.MEMBER,
    ]
    alternate = sheets[-1]
    assert alternate.office is MemberOffice.ALTERNATE
    assert alternate.alternate_of == "Fabrice Thiébaut C."
    assert alternate.weight == 0
    assert {sheet.college for sheet in sheets} == set(MemberCollege) - {MemberCollege.OTHER}
    assert sheets[9].interests == "Crédit des Forges"


def test_a_partner_whose_group_nobody_described_is_unknown(content):
    sheets = [sheet for _row, sheet in content.partners]
    assert sheets[0].large_group is Agreement.UNKNOWN
    assert sheets[3].large_group is Agreement.NO
    assert sheets[7].large_group is Agreement.YES
    assert sheets[0].skills == ("Commercial et marketing", "Organisation")
    assert sheets[0].days_per_year == 16


def test_the_faulty_sample_gives_eight_dossiers_and_ten_refusals(faulty):
    assert [row for row, _sheet in faulty.dossiers] == list(range(2, 10))
    assert [(each.sheet, each.row, each.column) for each in faulty.refused] == [
        ("Dossiers", 10, "SIREN"),
        ("Dossiers", 11, "Avance demandée"),
        ("Dossiers", 12, "Date de dépôt"),
        ("Dossiers", 13, "N° dossier"),
        ("Dossiers", 14, "Entreprise"),
        ("Dossiers", 15, "Durée (mois)"),
        ("Dossiers", 16, "Différé (mois)"),
        ("Dossiers", 17, "Emplois à créer"),
        ("Dossiers", 18, "Code NAF"),
        ("Dossiers", 19, "Avance demandée"),
    ]
    assert faulty.missing_sheets == ("Membres", "Partenaires")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (10, "123456789"),
        (11, "négatif"),
        (12, "31/02/2026"),
        (13, "ligne 2"),
        (14, "obligatoire"),
        (15, "trois ans"),
        (16, "48 mois"),
        (17, "2,5"),
        (18, "44.10Z"),
        (19, "formule"),
    ],
)
def test_each_refusal_says_what_is_wrong(faulty, row, words):
    [refused] = [each for each in faulty.refused if each.row == row]
    assert words in refused.reason
    assert refused.reason.endswith(".")


def test_a_name_that_starts_with_an_equals_sign_is_a_name(faulty):
    assert dict(faulty.dossiers)[3].company.name == "=1+1 Conseil"


def test_a_text_of_12000_characters_is_kept_whole(faulty):
    assert dict(faulty.dossiers)[4].project.aim == "x" * 12_000
