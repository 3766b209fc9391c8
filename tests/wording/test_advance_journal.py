"""What the journal of a dossier says of its advance."""

import pytest

from alize_desktop.wording.advance_journal import act_name, act_words


@pytest.mark.parametrize(
    ("action", "details", "name", "words"),
    [
        (
            "advance.repayment",
            {
                "value_on": "2028-03-10",
                "amount": "1000.00",
                "reference": "VIR 7",
                "author": "Odile",
            },
            "Encaissement",
            "10/03/2028 · 1\u202f000\u00a0€ · VIR 7 · Odile",
        ),
        (
            "advance.reminder",
            {"value_on": "2028-03-20", "amount": "0.00", "note": "Par courriel"},
            "Relance",
            "20/03/2028 · Par courriel",
        ),
        (
            "schedule.frozen",
            {"version": 2, "reason": "payment_date", "effective_on": "2026-12-21"},
            "Échéancier figé",
            "version 2 · Jour du versement · 21/12/2026",
        ),
        ("schedule.frozen", {"version": 2}, "Échéancier figé", "version 2"),
        (
            "aid.recorded",
            {"identifier": "2026-013-1", "grant_equivalent": "2170.64"},
            "Aide d’État enregistrée",
            "2026-013-1 · 2\u202f170,64\u00a0€",
        ),
        (
            "agreement.exported",
            {"file": "convention.pdf"},
            "Papier produit",
            "Convention d’avance · convention.pdf",
        ),
        ("meeting.opened", {}, "", ""),
    ],
)
def test_an_act_has_a_name_and_words(action, details, name, words):
    assert act_name(action) == name
    assert act_words(action, details) == words
