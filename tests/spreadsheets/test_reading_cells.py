"""One cell at a time: what is understood, what is refused."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from alize_desktop.models.enums import (
    Civility,
    ExpertAdvice,
    JobContract,
    ProjectKind,
    Sector,
)
from alize_desktop.models.values import Money

CENTS = [
    ("12 000,00 €", 1_200_000),
    ("12\u00a0000,00\u00a0€", 1_200_000),
    ("12\u202f000,00\u202f€", 1_200_000),
    ("12\u2009000 €", 1_200_000),
    (" 12 000 ", 1_200_000),
    ("\u200b12 000 €", 1_200_000),
    ("12000", 1_200_000),
    ("12000,5", 1_200_050),
    ("12000.50", 1_200_050),
    ("12.000,00 €", 1_200_000),
    ("1.234.567,89", 123_456_789),
    ("12 000 euros", 1_200_000),
    ("12 000 EUR", 1_200_000),
    ("€ 12 000", 1_200_000),
    ("EUR 12 000,10", 1_200_010),
    ("0", 0),
    ("0 €", 0),
    (12000, 1_200_000),
    (12000.0, 1_200_000),
    (12000.1, 1_200_010),
    (0.29, 29),
    (2999.9999999999995, 300_000),
    (Decimal("1234567.89"), 123_456_789),
]


@pytest.mark.parametrize(("written", "cents"), CENTS, ids=repr)
def test_an_amount_is_read_exactly(dossier_of, written, cents):
    assert dossier_of({"Coût du projet": written}).financing.cost == Money(cents)


@pytest.mark.parametrize(
    "written",
    [
        12000.005,
        "12000,005",
        "12.000",
        "12,000",
        "12,000.00",
        "12 00",
        "1 2000",
        "douze mille",
        "12 k€",
        "12 000 $",
        "50 %",
        "12 000 - 15 000",
        "(5 000)",
        "1e5",
        "١٢٠٠٠",
        "?",
        1e300,
        10**15,
        True,
        date(2026, 3, 5),
    ],
)
def test_a_doubtful_amount_is_refused(refusal_of, written):
    refused = refusal_of({"Coût du projet": written})
    assert refused.column == "Coût du projet"
    assert "n’est pas un montant" in refused.reason


@pytest.mark.parametrize(
    "written", [-5000, -0.01, "-5000", "- 5 000,00 €", "\u2212 5 000 €"], ids=repr
)
@pytest.mark.parametrize("column", ["Avance demandée", "Coût du projet", "Aides de minimis 3 ans"])
def test_a_negative_amount_is_refused(refusal_of, written, column):
    refused = refusal_of({column: written})
    assert refused.column == column
    assert "négatif" in refused.reason


@pytest.mark.parametrize(
    "written",
    [
        "05/03/2026",
        "5/3/2026",
        "05-03-2026",
        "05.03.2026",
        "05 / 03 / 2026",
        " 05/03/2026 ",
        "05/03/26",
        "2026-03-05",
        "2026-03-05 00:00:00",
        "05/03/2026 14:30",
        "5 mars 2026",
        "05 MARS 2026",
        "jeudi 5 mars 2026",
        date(2026, 3, 5),
        datetime.combine(date(2026, 3, 5), time(14, 30)),
    ],
)
def test_a_date_is_understood(dossier_of, written):
    assert dossier_of({"Date de dépôt": written}).filed_on == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1er févr. 2026", date(2026, 2, 1)),
        ("1 janv. 2026", date(2026, 1, 1)),
        ("14 juil 2026", date(2026, 7, 14)),
        ("15 août 2026", date(2026, 8, 15)),
        ("dimanche 25 déc. 2022", date(2022, 12, 25)),
    ],
)
def test_a_date_in_words_is_understood(dossier_of, written, day):
    assert dossier_of({"Date de dépôt": written}).filed_on == day


@pytest.mark.parametrize(
    "written",
    [
        "31/02/2026",
        "29/02/2025",
        "00/01/2026",
        "5 brumaire 2026",
        "mars 2026",
        "2026",
        2026,
        46086,
        "bientôt",
        "05/03/0226",
        "05/03/2199",
        True,
        time(14, 30),
        timedelta(hours=30),
    ],
    ids=repr,
)
@pytest.mark.parametrize("column", ["Date de dépôt", "Date de création"])
def test_a_doubtful_date_is_refused(refusal_of, written, column):
    refused = refusal_of({column: written})
    assert refused.column == column
    assert "n’est pas une date" in refused.reason


def test_a_company_is_founded_before_it_files(refusal_of):
    refused = refusal_of({"Date de création": date(2026, 8, 19)})
    assert refused.column == "Date de création"
    assert "19/08/2026" in refused.reason


@pytest.mark.parametrize(
    ("written", "months"),
    [(36, 36), (36.0, 36), ("36", 36), ("36 mois", 36), ("36,0", 36)],
    ids=repr,
)
def test_a_duration_is_understood(dossier_of, written, months):
    assert dossier_of({"Durée (mois)": written}).request.months == months


@pytest.mark.parametrize("written", ["trois ans", "3 ans", "trente-six", "36 à 48", "n.c.", True])
@pytest.mark.parametrize("column", ["Durée (mois)", "Différé (mois)", "Jours demandés"])
def test_a_number_in_words_is_refused(refusal_of, written, column):
    refused = refusal_of({column: written})
    assert refused.column == column
    assert "n’est pas un nombre" in refused.reason


@pytest.mark.parametrize(
    "column", ["Durée (mois)", "Emplois à créer", "Emplois maintenus", "Jours demandés"]
)
@pytest.mark.parametrize("written", [2.5, "2,5"])
def test_a_half_of_what_is_whole_is_refused(refusal_of, column, written):
    refused = refusal_of({column: written})
    assert refused.column == column
    assert "2,5" in refused.reason


@pytest.mark.parametrize(
    ("column", "written"),
    [
        ("Durée (mois)", 0),
        ("Durée (mois)", 121),
        ("Différé (mois)", -1),
        ("Emplois à créer", -1),
        ("Emplois maintenus", 100_001),
        ("Jours demandés", -3),
        ("Effectif (ETP)", -1),
    ],
)
def test_a_number_out_of_bounds_is_refused(refusal_of, column, written):
    refused = refusal_of({column: written})
    assert refused.column == column
    assert "hors des limites" in refused.reason


@pytest.mark.parametrize(("deferral", "months"), [(36, 36), (48, 36), (36, 12)])
def test_a_deferral_as_long_as_the_duration_is_refused(refusal_of, deferral, months):
    refused = refusal_of({"Différé (mois)": deferral, "Durée (mois)": months})
    assert refused.column == "Différé (mois)"


def test_a_period_that_does_not_divide_is_refused(refusal_of):
    refused = refusal_of({"Différé (mois)": 1, "Périodicité (mois)": 3})
    assert refused.column == "Périodicité (mois)"


@pytest.mark.parametrize(("written", "every"), [("mensuelle", 1), ("Trimestriel", 3), ("3", 3)])
def test_a_period_may_be_a_word(dossier_of, written, every):
    assert dossier_of({"Périodicité (mois)": written}).request.every == every


def test_a_period_that_is_not_usual_is_refused(refusal_of):
    assert refusal_of({"Périodicité (mois)": 5}).column == "Périodicité (mois)"


@pytest.mark.parametrize(("written", "number"), [(2.5, "2.5"), ("2,5", "2.5"), ("10 ETP", "10")])
def test_a_headcount_may_have_a_half(dossier_of, written, number):
    assert dossier_of({"Effectif (ETP)": written}).company.headcount == Decimal(number)


def test_a_headcount_of_three_decimals_is_refused(refusal_of):
    assert refusal_of({"Effectif (ETP)": 2.125}).column == "Effectif (ETP)"


@pytest.mark.parametrize(
    "written",
    ["999631708", "999 631 708", "999\u00a0631\u00a0708", 999631708, 999631708.0],
    ids=repr,
)
def test_a_siren_is_understood(dossier_of, written):
    assert dossier_of({"SIREN": written}).company.siren == "999631708"


def test_a_siren_that_lost_its_zeros_has_them_back(dossier_of):
    assert dossier_of({"SIREN": 5520176}).company.siren == "005520176"


@pytest.mark.parametrize("written", ["123456789", 123456789, "99963170", "SIREN"], ids=repr)
def test_a_wrong_siren_is_refused(refusal_of, written):
    refused = refusal_of({"SIREN": written})
    assert refused.column == "SIREN"
    assert "n’est pas un SIREN" in refused.reason


@pytest.mark.parametrize(
    ("written", "siret"),
    [("999 631 708 00016", "99963170800016"), (99963170800016, "99963170800016"), (None, "")],
)
def test_a_siret_is_understood(dossier_of, written, siret):
    assert dossier_of({"SIRET": written}).company.siret == siret


@pytest.mark.parametrize("written", ["99963170800017", "99981241500019"])
def test_a_siret_that_is_wrong_or_of_another_company_is_refused(refusal_of, written):
    assert refusal_of({"SIRET": written}).column == "SIRET"


@pytest.mark.parametrize(
    ("written", "postcode"),
    [
        ("01500", "01500"),
        (1500, "01500"),
        ("1500", "01500"),
        ("21 000", "21000"),
        (21000.0, "21000"),
    ],
    ids=repr,
)
def test_a_postcode_is_understood(dossier_of, written, postcode):
    assert dossier_of({"Code postal": written}).company.postcode == postcode


@pytest.mark.parametrize("written", ["210", "210000", "2A004", 150, 21000.5, "Dijon"])
def test_a_wrong_postcode_is_refused(refusal_of, written):
    assert refusal_of({"Code postal": written}).column == "Code postal"


@pytest.mark.parametrize(
    ("written", "phone"), [(380674439, "0380674439"), ("03.80.67.44.39", "03.80.67.44.39")]
)
def test_a_telephone_keeps_its_first_zero(dossier_of, written, phone):
    assert dossier_of({"Téléphone": written}).company.phone == phone


@pytest.mark.parametrize("written", ["49.41A", "4941A", "49.41a", " 49.41 A "])
def test_a_naf_code_is_understood(dossier_of, written):
    company = dossier_of({"Code NAF": written}).company
    assert (company.naf_code, company.sector) == ("49.41A", Sector.SERVICES)


@pytest.mark.parametrize("written", ["44.10Z", "00.00Z", "4941", "A4941"])
def test_a_naf_division_that_does_not_exist_is_refused(refusal_of, written):
    assert refusal_of({"Code NAF": written}).column == "Code NAF"


def test_a_dossier_may_have_no_naf_code(dossier_of):
    company = dossier_of({"Code NAF": None}).company
    assert (company.naf_code, company.sector) == ("", None)


@pytest.mark.parametrize("written", ["contact", "a@b", "a b@c.fr", "a@b@c.fr", "a@b.fr; c@d.fr"])
def test_an_address_that_cannot_be_one_is_refused(refusal_of, written):
    assert refusal_of({"Courriel": written}).column == "Courriel"


@pytest.mark.parametrize(
    ("column", "written", "section", "field", "choice"),
    [
        ("Civilité", "M.", "company", "manager_civility", Civility.MONSIEUR),
        ("Civilité", "m", "company", "manager_civility", Civility.MONSIEUR),
        ("Civilité", "MONSIEUR", "company", "manager_civility", Civility.MONSIEUR),
        ("Civilité", "Madame", "company", "manager_civility", Civility.MADAME),
        ("Civilité", "mme", "company", "manager_civility", Civility.MADAME),
        ("Type de projet", "developpement", "project", "kind", ProjectKind.DEVELOPMENT),
        ("Type de projet", "Reprise ou transmission", "project", "kind", ProjectKind.TAKEOVER),
        ("Type de projet", "CRÉATION", "project", "kind", ProjectKind.CREATION),
        ("Contrat", "cdd", "jobs", "contract", JobContract.FIXED_TERM),
        ("Contrat", "C.D.I.", "jobs", "contract", JobContract.PERMANENT),
        ("Contrat", "Contrat d’apprentissage", "jobs", "contract", JobContract.APPRENTICESHIP),
        ("Avis de l'instructeur", "reserve", "opinion", "advice", ExpertAdvice.RESERVED),
        ("Avis de l'instructeur", "DÉFAVORABLE", "opinion", "advice", ExpertAdvice.UNFAVOURABLE),
    ],
)
def test_a_choice_is_known_without_accents_or_case(
    dossier_of, column, written, section, field, choice
):
    assert getattr(getattr(dossier_of({column: written}), section), field) is choice


@pytest.mark.parametrize(
    "column", ["Civilité", "Type de projet", "Contrat", "Avis de l'instructeur"]
)
@pytest.mark.parametrize("written", ["Parfois", 3, "???", True])
def test_an_unknown_choice_is_refused_with_the_possible_ones(refusal_of, column, written):
    refused = refusal_of({column: written})
    assert refused.column == column
    assert "Répondez" in refused.reason


@pytest.mark.parametrize(
    "formula", ["=1+1", '=HYPERLINK("http://example.invalid","12000")', "=A1", "=cmd|' /C calc'!A0"]
)
@pytest.mark.parametrize(
    "column",
    [
        "N° dossier",
        "Entreprise",
        "SIREN",
        "Avance demandée",
        "Durée (mois)",
        "Date de dépôt",
        "Objet du projet",
        "Type de projet",
        "Code postal",
    ],
)
def test_a_formula_is_refused_wherever_a_value_belongs(refusal_of, column, formula):
    refused = refusal_of({column: formula})
    assert refused.column == column
    assert "formule" in refused.reason


@pytest.mark.parametrize("name", ["=1+1 Conseil", "+33 Énergie", "-10 °C Froid", "@Home"])
def test_a_text_that_looks_like_a_formula_is_a_text(dossier_of, text, name):
    assert dossier_of({"Entreprise": text(name)}).company.name == name


@pytest.mark.parametrize("column", ["Entreprise", "Avance demandée", "Date de dépôt", "Contrat"])
@pytest.mark.parametrize("written", ["#N/A", "#REF!", "#DIV/0!"])
def test_an_error_is_refused(refusal_of, column, written):
    refused = refusal_of({column: written})
    assert refused.column == column
    assert written in refused.reason


@pytest.mark.parametrize("column", ["Entreprise", "N° dossier", "Commune", "Objet du projet"])
@pytest.mark.parametrize("written", [True, date(2026, 1, 1), time(14, 30)])
def test_what_is_not_a_text_is_refused_in_a_column_of_texts(refusal_of, column, written):
    refused = refusal_of({column: written})
    assert refused.column == column
    assert "texte" in refused.reason


@pytest.mark.parametrize(
    ("written", "number"), [(14, "14"), (14.0, "14"), (" 2026-014 ", "2026-014")]
)
def test_a_number_of_dossier_may_be_a_number(dossier_of, written, number):
    assert dossier_of({"N° dossier": written}).number == number


def test_a_number_of_dossier_too_long_is_refused(refusal_of):
    assert refusal_of({"N° dossier": "2026-" + "0" * 16}).column == "N° dossier"


@pytest.mark.parametrize(
    "code", ["_x0000_", "_x0007_", "_x001B_", "\x7f", "\x85", "_xD800_", "_xFFFE_"]
)
@pytest.mark.parametrize("column", ["Entreprise", "Objet du projet", "N° dossier", "Banque"])
def test_control_characters_are_refused(refusal_of, column, code):
    refused = refusal_of({column: f"Soc{code}iété"})
    assert refused.column == column
    assert "caractères invisibles" in refused.reason


def test_a_refusal_shows_no_control_character(refusal_of):
    reason = refusal_of({"Code NAF": "49_x0007_A"}).reason
    assert "\x07" not in reason


def test_line_ends_are_kept_in_a_long_text_and_folded_in_a_short_one(dossier_of):
    sheet = dossier_of(
        {"Objet du projet": "Une ligne_x000D_\nUne autre", "Entreprise": "Société\nÎle-Verte"}
    )
    assert sheet.project.aim == "Une ligne\nUne autre"
    assert sheet.company.name == "Société Île-Verte"


def test_a_text_as_long_as_a_cell_is_kept_whole(dossier_of):
    assert dossier_of({"Objet du projet": "é" * 32_767}).project.aim == "é" * 32_767


def test_a_company_without_a_name_is_refused(refusal_of):
    for empty in (None, "   ", "\u00a0"):
        assert refusal_of({"Entreprise": empty}).column == "Entreprise"


@pytest.mark.parametrize("column", ["SIREN", "Date de dépôt", "Durée (mois)", "Périodicité (mois)"])
def test_what_nobody_may_invent_is_asked_for(refusal_of, column):
    refused = refusal_of({column: None})
    assert refused.column == column
    assert "obligatoire" in refused.reason


def test_a_deferral_that_is_not_said_is_none(dossier_of):
    assert dossier_of({"Différé (mois)": None}).request.deferral == 0


@pytest.mark.parametrize("amount", [0, None, "0 €"])
def test_without_an_advance_the_terms_may_be_empty_or_zero(dossier_of, amount):
    for empty in (None, 0):
        request = dossier_of(
            {
                "Avance demandée": amount,
                "Durée (mois)": empty,
                "Différé (mois)": empty,
                "Périodicité (mois)": empty,
            }
        ).request
        assert (request.months, request.deferral, request.every) == (48, 12, 3)


def test_without_an_advance_a_short_duration_has_no_deferral(dossier_of):
    request = dossier_of({"Avance demandée": 0, "Durée (mois)": 6, "Différé (mois)": None}).request
    assert (request.months, request.deferral) == (6, 0)


def test_without_an_advance_the_period_need_not_divide(dossier_of):
    row = {"Avance demandée": 0, "Différé (mois)": 1, "Périodicité (mois)": 12}
    assert dossier_of(row).request.every == 12


def test_cells_that_may_be_empty_are_not_asked_for(dossier_of, usual):
    needed = {"Entreprise", "SIREN", "Date de dépôt"}
    sheet = dossier_of({header: None for header in usual["Dossiers"] if header not in needed})
    assert (sheet.number, sheet.basin, sheet.project.kind, sheet.company.headcount) == (
        "",
        "",
        None,
        None,
    )


def test_one_unreadable_cell_does_not_accuse_its_neighbours(read):
    row = {"Durée (mois)": "trois ans", "Différé (mois)": 48}
    [refused] = read(Dossiers=[row]).refused
    assert refused.column == "Durée (mois)"


def test_the_first_problem_from_the_left_is_the_one_said(read):
    row = {"Avance demandée": -1, "SIREN": "123456789", "Code NAF": "44.10Z"}
    [refused] = read(Dossiers=[row]).refused
    assert refused.column == "SIREN"
