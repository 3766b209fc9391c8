"""Due dates as typed, standard conditions, reasons of a refusal."""

from datetime import date

import pytest

from alize_desktop.errors import UserError
from alize_desktop.wording.due_dates import parse_due_date
from alize_desktop.wording.standard_texts import (
    REFUSAL_REASONS,
    STANDARD_CONDITIONS,
    refusal_grounds,
    refusal_reason,
    split_refusal,
)

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("+3 mois", date(2027, 2, 28)),
        ("3 mois", date(2027, 2, 28)),
        (" + 3 Mois ", date(2027, 2, 28)),
        ("+3m", date(2027, 2, 28)),
        ("+1 an", date(2027, 11, 30)),
        ("2 ans", date(2028, 11, 30)),
        ("+15 jours", date(2026, 12, 15)),
        ("1 jour", date(2026, 12, 1)),
        ("2 semaines", date(2026, 12, 14)),
        ("+2 sem", date(2026, 12, 14)),
        ("5 mars 2027", date(2027, 3, 5)),
        ("05/03/27", date(2027, 3, 5)),
    ],
)
def test_a_due_date_is_a_day_or_so_long_after_the_meeting(text, due):
    assert parse_due_date(text, DAY) == due


@pytest.mark.parametrize("text", ["+3", "trois mois", "+3 moiss", "", "+999 ans"])
def test_anything_else_is_refused(text):
    with pytest.raises(UserError):
        parse_due_date(text, DAY)


@pytest.mark.parametrize("reason", ["", *REFUSAL_REASONS])
@pytest.mark.parametrize("text", ["", "fonds propres négatifs"])
def test_the_grounds_of_a_refusal_can_be_taken_apart_again(reason, text):
    assert split_refusal(refusal_grounds(reason, text)) == (reason, text)


def test_a_reason_that_only_begins_alike_is_free_words():
    assert split_refusal("Dossier incomplet et tardif") == ("", "Dossier incomplet et tardif")


def test_standard_texts_are_said_once():
    texts = [text for text, _kind in STANDARD_CONDITIONS]
    assert len(set(texts)) == len(texts)
    assert len(set(REFUSAL_REASONS)) == len(REFUSAL_REASONS)


@pytest.mark.parametrize(
    ("grounds", "reason"),
    [
        ("Hors territoire", "Hors territoire"),
        ("HORS TERRITOIRE\u00a0: trop loin", "Hors territoire"),
        (" hors  territoire, siège à Lyon", "Hors territoire"),
        ("Enveloppe epuisee (voir note)", "Enveloppe épuisée"),
        ("Hors territoires voisins", ""),
        ("Le dirigeant n’est pas venu", ""),
        ("", ""),
    ],
)
def test_a_reason_is_known_however_it_is_written(grounds, reason):
    assert refusal_reason(grounds) == reason
