"""What is said of decisions taken over from the past."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.records.history import HistoryRecord, HistorySheet
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.history import history_sentences, taken_over

SHEET = HistorySheet(
    *(DecisionOutcome.APPROVED, date(1998, 9, 3), Money(10_000_00), 6, Decimal("2.50")),
    partner="Groupe Hêtraie 114",
)
SOURCE = "Décision reprise du passé du programme, non votée ici (classeur « passé.xlsx »)."
ADVANCE = (
    "Avance accordée : 10 000,00 €. Cette avance n’est connue que par son montant : "
    "elle n’entre ni dans le fonds, ni dans les avances suivies."
)


def said(**changes):
    sheet = replace(SHEET, **changes)
    record = HistoryRecord(UUID(int=1), sheet, "passé.xlsx", datetime(2026, 11, 23, tzinfo=UTC))
    return [plain(each) for each in history_sentences(record)]


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_an_approval_says_its_day_its_advance_its_days_its_jobs_and_where_it_comes_from():
    assert said() == [
        "Agréé le 3 septembre 1998.",
        ADVANCE,
        "Compétences : 2,5 jours réalisés, par Groupe Hêtraie 114.",
        "6 emplois créés constatés.",
        SOURCE,
    ]


@pytest.mark.parametrize(
    ("jobs", "sentence"),
    [
        (0, ["Aucun emploi créé n’a été constaté."]),
        (1, ["1 emploi créé constaté."]),
        (None, []),
    ],
)
def test_an_approval_may_grant_and_give_nothing(jobs, sentence):
    assert said(amount=ZERO, days_done=Decimal(0), partner="", jobs_created=jobs) == [
        "Agréé le 3 septembre 1998.",
        "Aucune avance n’a été accordée.",
        *sentence,
        SOURCE,
    ]


def test_a_single_day_is_singular():
    assert "Compétences : 1 jour réalisé, par Groupe Hêtraie 114." in said(days_done=Decimal(1))


@pytest.mark.parametrize(
    ("outcome", "word"),
    [
        (DecisionOutcome.REJECTED, "Refusé"),
        (DecisionOutcome.DEFERRED, "Ajourné"),
        (DecisionOutcome.WITHDRAWN, "Retiré"),
    ],
)
def test_any_other_outcome_says_its_day(outcome, word):
    assert said(outcome=outcome) == [f"{word} le 3 septembre 1998.", SOURCE]


LONE = (
    "2 décisions reprises du passé, non votées ici ; l’avance accordée, connue par son "
    "seul montant, n’entre ni dans le fonds, ni dans les avances suivies."
)
SEVERAL = (
    "1 400 décisions reprises du passé, non votées ici ; les 1 050 avances accordées, connues "
    "par leur seul montant, n’entrent ni dans le fonds, ni dans les avances suivies."
)


@pytest.mark.parametrize(
    ("decisions", "advances", "sentence"),
    [
        (0, 0, ""),
        (1, 0, "1 décision reprise du passé, non votée ici."),
        (2, 1, LONE),
        (1400, 1050, SEVERAL),
    ],
)
def test_what_a_workbook_brings_of_the_past_is_one_sentence(decisions, advances, sentence):
    assert plain(taken_over(decisions, advances)) == sentence
