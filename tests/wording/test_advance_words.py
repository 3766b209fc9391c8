"""What the screen of advances says of one."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from alize_desktop.models.enums import AdvanceEventKind, AdvanceState, AgeingBucket
from alize_desktop.models.records.advances import (
    AdvanceDetail,
    AdvanceEvent,
    AdvanceEventDraft,
    AdvancePosition,
    AdvanceRow,
)
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.advance_words import (
    Tone,
    bucket_short,
    event_note,
    event_words,
    late_text,
    situation,
    state_chip,
    state_short,
    state_text,
)
from alize_desktop.wording.labels import label

ID = UUID(int=1)
DAY = date(2027, 8, 20)
State, Kind = AdvanceState, AdvanceEventKind


def detail(state=State.RUNNING, *, position=None, row=None, **more):
    blank = AdvancePosition(DAY, state, (), ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO)
    line = AdvanceRow(
        ID, "2026-013", "Ferme", "Dijon", "", DAY, Money(100_00), None, None,
        replace(blank, **(position or {})),
    )  # fmt: skip
    whole = AdvanceDetail(replace(line, **(row or {})), "2026-D001", (), (), (), (), ZERO)
    return replace(whole, **more)


def told(*args, **more):
    return [
        (each.sentence.replace("\u202f", " "), each.tone)
        for each in situation(detail(*args, **more))
    ]


def test_an_advance_that_waits_for_nothing_says_nothing():
    assert told() == []


def test_before_its_payment_it_says_what_it_waits_for():
    blocking = ("La convention n’est pas signée.", "La condition n’est pas levée.")
    left = {"left_to_disburse": Money(100_00), "blocking": blocking}
    assert told(State.GRANTED, row={"lapses_on": date(2027, 9, 1)}, **left) == [
        ("La convention est à signer au plus tard le 1er septembre 2027.", Tone.WAITING),
        ("Versement bloqué\u00a0: La condition n’est pas levée.", Tone.WAITING),
    ]
    assert told(State.GRANTED, **left)[0][0].startswith("Versement bloqué")
    assert told(State.SIGNED, left_to_disburse=Money(100_00)) == [
        ("Reste à verser\u00a0: 100\u00a0€.", Tone.WAITING)
    ]
    ((lapsed, tone),) = told(State.LAPSED, **left)
    assert (lapsed.split("\u00a0")[0], tone) == ("L’agrément est caduc", Tone.BAD)


def test_what_is_late_comes_first_with_the_next_step():
    position = {
        "overdue": Money(1_000_00),
        "days_late": 45,
        "moratorium_until": date(2027, 9, 30),
        "next_due": date(2027, 9, 10),
        "next_amount": Money(500_00),
    }
    more = {"row": {"step": Kind.FORMAL_NOTICE}, "amending_decisions": ((ID, "2027-D004"),)}
    assert told(position=position, **more) == [
        ("En retard\u00a0: 1 000\u00a0€, depuis 45 jours.", Tone.BAD),
        ("Prochaine étape\u00a0: mise en demeure.", Tone.BAD),
        ("Un moratoire court jusqu’au 30 septembre 2027.", Tone.WAITING),
        (
            "Prochaine échéance\u00a0: 500\u00a0€ le 10 septembre 2027, suspendue jusqu’au 30 septembre 2027.",
            Tone.PLAIN,
        ),
        ("La décision modificative 2027-D004 attend son avenant.", Tone.WAITING),
    ]
    position["moratorium_until"] = date(2027, 9, 9)
    assert told(position=position)[-1][0].endswith("le 10 septembre 2027.")


def test_the_last_step_and_the_one_to_come_have_their_days():
    steps = {
        "last_step": Kind.REMINDER,
        "last_step_on": date(2027, 8, 1),
        "next_step": Kind.FORMAL_NOTICE,
        "next_step_on": date(2027, 8, 23),
    }
    assert told(**steps) == [
        ("Dernière étape\u00a0: relance, le 1er août 2027.", Tone.PLAIN),
        ("Prochaine étape\u00a0: mise en demeure, à partir du 23 août 2027.", Tone.WAITING),
    ]


def test_at_the_end_it_says_what_is_left():
    assert told(State.REPAID, position={"credit": Money(50_00)}) == [
        ("Trop-perçu de 50\u00a0€, à rembourser à l’entreprise.", Tone.WAITING),
        ("Tout est remboursé.", Tone.GOOD),
    ]
    lost = {"written_off": Money(900_00)}
    assert told(State.LOST, position=lost)[0][0] == "Abandonné ou perdu\u00a0: 900\u00a0€."
    back = told(State.LOST, position=lost | {"recovered": Money(100_00)})
    assert back[0][0] == "Abandonné ou perdu\u00a0: 900\u00a0€, dont 100\u00a0€ récupérés depuis."


def test_a_late_advance_is_told_late():
    late = detail(position={"overdue": Money(1), "days_late": 8}).row.position
    assert (state_text(late), late_text(late)) == ("En retard", "8\u00a0j")
    assert state_short(late) == "En retard"
    assert state_short(detail(State.SIGNED).row.position) == state_chip(State.SIGNED) == "Signée"
    assert state_chip(State.REPAID) == "Soldée"
    fine = detail().row.position
    assert (state_text(fine), late_text(fine)) == ("En cours", "")
    assert bucket_short(AgeingBucket.UP_TO_29) == "1–29\u00a0jours"


@pytest.mark.parametrize(
    ("draft", "is_reversed", "words", "note"),
    [
        ({"kind": Kind.REPAYMENT, "reference": "VIR"}, True, "Encaissement (annulé)", "VIR"),
        ({"kind": Kind.REPAYMENT, "note": "dû"}, False, "Encaissement", "dû"),
        ({"kind": Kind.REVERSAL, "reference": "A", "note": "B"}, False, "Annulation", "A · B"),
        ({"kind": Kind.MORATORIUM, "until": DAY}, False, "Moratoire jusqu’au 20/08/2027", ""),
    ],
)
def test_an_event_is_told_in_one_line(draft, is_reversed, words, note):
    draft = AdvanceEventDraft(value_on=DAY, **draft)
    event = AdvanceEvent(ID, ID, 1, datetime(2027, 8, 20, tzinfo=UTC), draft, is_reversed)
    assert (event_words(event), event_note(event)) == (words, note)
    taken = f"{label(event.draft.kind)} du 20/08/2027"
    assert event_note(event, event).startswith(taken)
