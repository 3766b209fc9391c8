"""The sentence of everything that is followed up."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.models.enums import FollowUpKind
from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.models.values import Money
from alize_desktop.wording.follow_up import (
    calendar_text,
    calendar_title,
    count_text,
    day_text,
    item_text,
    month_heading,
)

TODAY = date(2026, 11, 23)
Kind = FollowUpKind


def item(kind, what="", *, is_late=False, number="2026-014", company="Fonderie du Val", **values):
    return FollowUpItem(
        kind, TODAY, is_late, UUID(int=1), number, company, what=what, values=tuple(values.items())
    )


MISSION = {"partner": "Verrerie Royale"}


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            item(Kind.JOBS, months=12, promised=0),
            "Constater les emplois du jalon à 12\u00a0mois.",
        ),
        (
            item(Kind.JOBS, months=12, promised=1),
            "Constater les emplois du jalon à 12\u00a0mois\u00a0: 1 création promise.",
        ),
        (
            item(Kind.JOBS, months=6, promised=4),
            "Constater les emplois du jalon à 6\u00a0mois\u00a0: 4 créations promises.",
        ),
        (
            item(Kind.CONDITION, text="Accord de prêt. ", decision="2026-D003"),
            "Condition à lever\u00a0: Accord de prêt (décision 2026-D003).",
        ),
        (
            item(Kind.MISSION, "end", done=Decimal("2.5"), planned=Decimal(10), **MISSION),
            "La mission de Verrerie Royale doit finir\u00a0: 2,5 jours faits sur 10 jours.",
        ),
        (
            item(
                Kind.MISSION,
                "end",
                is_late=True,
                done=Decimal(1),
                planned=Decimal(10),
                **MISSION,
            ),
            "La mission de Verrerie Royale devait finir\u00a0: 1 jour fait sur 10 jours.",
        ),
        (
            item(Kind.MISSION, "confirm", side="company", days=Decimal("0.5"), **MISSION),
            "Faire confirmer 0,5 jour fait par l’entreprise.",
        ),
        (
            item(Kind.MISSION, "confirm", side="partner", days=Decimal(3), **MISSION),
            "Faire confirmer 3 jours faits par Verrerie Royale.",
        ),
        (
            item(Kind.MISSION, "evaluate", side="company", days=None, **MISSION),
            "Demander à l’entreprise son évaluation de la mission, qui est close.",
        ),
        (
            item(Kind.MISSION, "note", month=date(2026, 10, 1), count=1, **MISSION),
            "Écrire la note de la mission pour octobre 2026.",
        ),
        (
            item(Kind.MISSION, "note", month=date(2026, 8, 1), count=3, **MISSION),
            "Écrire les 3 notes de la mission qui manquent, depuis août 2026.",
        ),
        (
            item(Kind.REPAYMENT, amount=Money(1_000_00), count=1),
            "Remboursement attendu\u00a0: 1\u202f000,00\u00a0€.",
        ),
        (
            item(Kind.REPAYMENT, is_late=True, amount=Money(1_000_00), count=2),
            "Remboursement en retard\u00a0: 1\u202f000,00\u00a0€ (2 échéances).",
        ),
        (
            item(Kind.APPROVAL),
            "Dernier jour pour signer la convention\u00a0: l’agrément est caduc ensuite.",
        ),
        (
            item(Kind.APPROVAL, "days"),
            "Dernier jour pour signer la mission\u00a0: l’agrément est caduc ensuite.",
        ),
        (
            item(Kind.NOTICE, company="", held_on=date(2027, 1, 12)),
            "Envoyer la convocation à la séance du 12 janvier 2027.",
        ),
        (item(Kind.PARTNER_AGREEMENT), "La convention avec le programme prend fin."),
        (
            item(Kind.PARTNER_AGREEMENT, is_late=True),
            "La convention avec le programme a pris fin\u00a0: est-elle renouvelée\u00a0?",
        ),
    ],
)
def test_each_item_says_what_is_to_be_done(found, sentence):
    assert item_text(found) == sentence


def test_a_calendar_names_companies_and_keeps_what_was_typed_of_people():
    found = item(Kind.CONDITION, text="Caution de M. Dupont", decision="2026-D003")
    assert calendar_title(found) == "Condition\u00a0: 2026-014 · Fonderie du Val"
    assert calendar_text(found) == "Une condition de la décision 2026-D003 est à lever."
    assert calendar_text(item(Kind.APPROVAL)) == item_text(item(Kind.APPROVAL))
    late = calendar_text(item(Kind.APPROVAL, is_late=True)).replace("\u00a0", " ")
    assert late.endswith("est caduc ensuite. En retard : c’était pour le 23 novembre 2026.")
    meeting = item(Kind.NOTICE, number="CA-2026-03", company="", held_on=TODAY)
    assert calendar_title(meeting) == "Convocation\u00a0: CA-2026-03"


@pytest.mark.parametrize(
    ("today", "text"),
    [
        (date(2026, 11, 26), "en retard de 3 jours"),
        (TODAY, "aujourd’hui"),
        (date(2026, 11, 22), "demain"),
        (date(2026, 11, 11), "dans 12 jours"),
    ],
)
def test_a_day_says_how_far_it_is(today, text):
    assert day_text(item(Kind.APPROVAL), today) == text


def test_months_and_counts_are_told_in_french():
    assert month_heading(TODAY) == "Novembre 2026"
    assert count_text(0, 1) == "1 échéance"
    assert count_text(3, 12) == "12 échéances, dont 3 en retard"
