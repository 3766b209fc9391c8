"""Sentences about the agenda: titles of standing points, why a point is proposed."""

from datetime import date

import pytest

from alize_desktop.models.enums import ItemKind
from alize_desktop.wording import agenda

MARCH = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (
            ItemKind.MINUTES_APPROVAL,
            "Approbation du procès-verbal de la séance CA-2026-01 du 3 mars 2026",
        ),
        (
            ItemKind.RATIFICATION,
            "Ratification de la consultation écrite CA-2026-01 du 3 mars 2026",
        ),
        (ItemKind.CONDITIONS, "Suivi des conditions"),
        (ItemKind.INFORMATION, ""),
    ],
)
def test_standing_points_have_a_usual_title(kind, title):
    assert agenda.standing_title(kind, "CA-2026-01", MARCH) == title


def test_a_title_does_without_a_day():
    title = agenda.standing_title(ItemKind.MINUTES_APPROVAL, "CA-2026-01")
    assert title == "Approbation du procès-verbal de la séance CA-2026-01"


def test_meetings_come_back_until_they_are_approved_or_ratified():
    assert agenda.minutes_reason(MARCH) == "Séance du 3 mars 2026, procès-verbal à approuver."
    assert (
        agenda.ratification_reason(MARCH)
        == "Consultation écrite du 3 mars 2026, à ratifier par le comité."
    )


@pytest.mark.parametrize(
    ("due", "late", "sentence"),
    [
        (1, 0, "1 condition à échéance le 3 mars 2026."),
        (3, 1, "3 conditions à échéance le 3 mars 2026, dont 1 dépassée."),
        (3, 2, "3 conditions à échéance le 3 mars 2026, dont 2 dépassées."),
    ],
)
def test_conditions_are_counted(due, late, sentence):
    assert agenda.conditions_reason(due, late, MARCH) == sentence


@pytest.mark.parametrize(
    ("documents", "is_complete", "sentence"),
    [
        ("Bilan 2025", True, "Ajourné le 3 mars 2026, pièces reçues."),
        ("", True, "Ajourné le 3 mars 2026, de nouveau complet."),
        ("", False, "Ajourné le 3 mars 2026."),
        (
            "Bilan 2025,\nKbis.",
            False,
            "Ajourné le 3 mars 2026\u00a0; pièces demandées\u00a0: Bilan 2025, Kbis.",
        ),
    ],
)
def test_a_deferred_dossier_says_what_was_asked(documents, is_complete, sentence):
    assert agenda.deferral_reason(MARCH, documents, is_complete=is_complete) == sentence


def test_a_dossier_left_without_decision_says_why():
    assert (
        agenda.undecided_reason("CA-2026-01", MARCH)
        == "Resté sans décision à la séance CA-2026-01 du 3 mars 2026, faute de quorum."
    )
