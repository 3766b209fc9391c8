"""The columns that tell the past of a programme."""

from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.records.history import HistorySheet
from alize_desktop.models.values import ZERO, Money
from alize_desktop.spreadsheets.reading import read_workbook

PAST = {
    "Décision": "Agréé",
    "Date de décision": date(2026, 9, 1),
    "Avance accordée": 5000,
    "Emplois créés constatés": 4,
    "Jours réalisés": 6,
    "Entreprise partenaire": "Groupe Île-Verte 1",
}
NOTHING = dict.fromkeys(("Avance accordée", "Emplois créés constatés", "Jours réalisés"))


@pytest.fixture
def past_of(book_of):
    """Read one dossier of the past that must be accepted; ``Partenaires`` has its partner."""

    def one(**changes):
        row = PAST | {each.replace("_", " "): value for each, value in changes.items()}
        content = read_workbook(book_of(Dossiers=[row], Partenaires=[{}]))
        assert content.refused == ()
        assert content.unknown_columns == ()
        return [end for _row, end in content.history]

    return one


@pytest.fixture
def refused_of(book_of):
    """Read one dossier of the past that must be refused."""

    def one(row, **more):
        content = read_workbook(book_of(Dossiers=[row], Partenaires=[{}]), **more)
        assert (content.dossiers, content.history) == ((), ())
        (refused,) = content.refused
        return refused.column, refused.reason

    return one


def test_a_row_of_the_past_gives_its_end(past_of):
    assert past_of() == [
        HistorySheet(
            DecisionOutcome.APPROVED,
            date(2026, 9, 1),
            Money(5000_00),
            4,
            Decimal(6),
            "Groupe Île-Verte 1",
        )
    ]


def test_an_approval_may_grant_nothing_and_say_nothing_of_jobs(past_of):
    (end,) = past_of(**NOTHING, Entreprise_partenaire=None)
    assert (end.amount, end.jobs_created, end.days_done, end.partner) == (ZERO, None, 0, "")


def test_an_advance_of_nought_is_an_advance_of_nought(past_of):
    (end,) = past_of(Avance_accordée=0)
    assert end.amount == ZERO


def test_half_days_are_kept(past_of):
    (end,) = past_of(Jours_réalisés="2,5 jours")
    assert end.days_done == Decimal("2.5")


@pytest.mark.parametrize(
    ("written", "outcome"),
    [
        ("Agréé", DecisionOutcome.APPROVED),
        ("AGREE", DecisionOutcome.APPROVED),
        ("Agréé sous conditions", DecisionOutcome.APPROVED_WITH_CONDITIONS),
        ("Agréé pour un montant réduit", DecisionOutcome.APPROVED_REDUCED),
        ("ajournée", DecisionOutcome.DEFERRED),
        ("Refusé", DecisionOutcome.REJECTED),
        ("Retiré", DecisionOutcome.WITHDRAWN),
        ("Sans suite", DecisionOutcome.WITHDRAWN),
    ],
)
def test_a_decision_is_recognised_as_offices_write_it(past_of, written, outcome):
    (end,) = past_of(**NOTHING, Décision=written)
    assert end.outcome is outcome


def test_a_row_without_decision_is_an_ordinary_dossier(past_of):
    empty = dict.fromkeys(PAST)
    assert past_of(**{each.replace(" ", "_"): value for each, value in empty.items()}) == []
    nought = empty | {"Avance accordée": 0, "Jours réalisés": 0}
    assert past_of(**{each.replace(" ", "_"): value for each, value in nought.items()}) == []


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("Décision", "Décision du comité"),
        ("Date de décision", "Décidé le"),
        ("Avance accordée", "Montant accordé (€)"),
        ("Emplois créés constatés", "Emplois observés"),
        ("Jours réalisés", "Jours effectués (jours)"),
        ("Entreprise partenaire", "Partenaire"),
    ],
)
def test_other_headers_are_recognised(book_of, usual, other):
    row = {(other if header == usual else header): value for header, value in PAST.items()}
    content = read_workbook(book_of(Dossiers=[row], Partenaires=[{}]))
    assert (content.refused, content.unknown_columns) == ((), ())
    assert len(content.history) == 1


@pytest.mark.parametrize(
    ("changes", "column", "reason"),
    [
        (
            {"Décision": "En cours"},
            "Décision",
            "«\u00a0En cours\u00a0» n’est pas une décision. Écrivez Agréé, Ajourné, Refusé ou Retiré.",
        ),
        (
            {"Décision": None},
            "Décision",
            "Cette ligne a une suite, mais pas de décision\u00a0: écrivez Agréé, Ajourné, Refusé ou Retiré.",
        ),
        (
            {"Date de décision": None},
            "Date de décision",
            "Une décision reprise porte sa date\u00a0: écrivez-la.",
        ),
        (
            {"Date de décision": "31/02/2026"},
            "Date de décision",
            "«\u00a031/02/2026\u00a0» n’est pas une date. Écrivez par exemple 05/03/2026.",
        ),
        (
            {"Date de décision": date(2026, 8, 17)},
            "Date de décision",
            "La décision du 17/08/2026 viendrait avant le dépôt du dossier, le 18/08/2026.",
        ),
        (
            {"Date de décision": date(2026, 11, 24)},
            "Date de décision",
            "La décision du 24/11/2026 n’est pas encore venue\u00a0: seul le passé se reprend.",
        ),
        (
            {"Décision": "Refusé", "Emplois créés constatés": None, "Jours réalisés": None},
            "Avance accordée",
            "Rien ne s’accorde ni ne se constate sur un dossier qui n’est pas agréé.",
        ),
        (
            {"Décision": "Ajourné", "Avance accordée": None, "Jours réalisés": None},
            "Emplois créés constatés",
            "Rien ne s’accorde ni ne se constate sur un dossier qui n’est pas agréé.",
        ),
        (
            {"Entreprise partenaire": "Groupe Inconnu"},
            "Entreprise partenaire",
            "«\u00a0Groupe Inconnu\u00a0» n’est pas une entreprise partenaire. Ajoutez-la à la feuille Partenaires, ou corrigez son nom.",
        ),
        (
            {"Entreprise partenaire": date(2026, 1, 1)},
            "Entreprise partenaire",
            "Cette cellule contient 01/01/2026, alors qu’un texte est attendu.",
        ),
        (
            {"Entreprise partenaire": None},
            "Entreprise partenaire",
            "Des jours ont été faits (6), mais l’entreprise partenaire n’est pas dite.",
        ),
    ],
)
def test_a_past_that_cannot_be_is_refused(refused_of, changes, column, reason):
    found, said = refused_of(PAST | changes, today=date(2026, 11, 23))
    assert (found, said) == (column, reason)


def test_a_partner_may_be_in_the_registry_only(book_of):
    path = book_of(Dossiers=[PAST])
    assert read_workbook(path).dossiers == ()
    assert len(read_workbook(path, known_partners=["GROUPE Ile-Verte 1"]).history) == 1


def test_a_partner_that_is_refused_is_no_partner(book_of):
    path = book_of(Dossiers=[PAST], Partenaires=[{"SIREN": "123"}])
    content = read_workbook(path)
    assert [each.sheet for each in content.refused] == ["Dossiers", "Partenaires"]
