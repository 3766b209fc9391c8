"""What is decided without a window: what is found, compared, confirmed, offered."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from alize_desktop.models.enums import AdvanceState, AgeingBucket
from alize_desktop.models.records.advances import (
    AdvancePosition,
    AdvanceRow,
    BankLine,
    BankMatch,
)
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.schedules import Instalment
from alize_desktop.models.values import ZERO, Money
from alize_desktop.ui.advances.bank_lines import (
    all_confirmed,
    line_word,
    opened,
    repeated_word,
    taken,
)
from alize_desktop.ui.advances.comparing import change_word, paired
from alize_desktop.ui.advances.finding import Wanted, by_age, by_state, found
from alize_desktop.ui.advances.papers import unsigned_text

ONE, TWO = UUID(int=1), UUID(int=2)
DAY = date(2027, 8, 20)
State, Bucket = AdvanceState, AgeingBucket


def row(number, company, state, outstanding=0, overdue=0, **more):
    money = Money(outstanding * 100)
    position = AdvancePosition(DAY, state, (), ZERO, ZERO, ZERO, ZERO, ZERO, money, ZERO)
    position = replace(position, overdue=Money(overdue * 100), **more)
    return AdvanceRow(
        UUID(int=number), f"2026-{number:03}", company, "Épinal", f"90000024{number}", DAY, money,
        None, None,
        position,
    )  # fmt: skip


ROWS = (
    row(3, "Verrerie du Val", State.RUNNING, 900, 300, days_late=45, bucket=Bucket.UP_TO_59),
    row(1, "Atelier Œillet", State.RUNNING, 500, next_due=DAY),
    row(2, "Toiture Bélanger", State.REPAID),
    row(4, "Zinguerie", State.GRANTED),
)


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Wanted(), [1, 2, 3, 4]),
        (Wanted(text="oeil"), [1]),
        (Wanted(text="2026-003"), [3]),
        (Wanted(text="epinal belanger"), [2]),
        (Wanted(text="900000241"), [1]),
        (Wanted(text="900 000 241"), [1]),
        (Wanted(text="900\u00a0000\u00a0242 toiture"), [2]),
        (Wanted(text="900 00"), [1, 2, 3, 4]),
        (Wanted(text="900 000 249"), []),
        (Wanted(text="lanterne"), []),
        (Wanted(states=frozenset({State.RUNNING})), [1, 3]),
        (Wanted(buckets=frozenset({Bucket.NOT_LATE})), [1]),
        (Wanted(buckets=frozenset({Bucket.UP_TO_59}), text="verrerie"), [3]),
        (Wanted(sort="company"), [1, 2, 3, 4]),
        (Wanted(sort="late", descending=True), [3, 4, 2, 1]),
        (Wanted(sort="outstanding", descending=True), [3, 1, 2, 4]),
        (Wanted(sort="next"), [1, 2, 3, 4]),
        (Wanted(sort="state"), [4, 1, 3, 2]),
    ],
)
def test_advances_are_found_by_words_states_and_ages(wanted, numbers):
    rows = found(ROWS, wanted)
    if wanted.sort == "late":
        assert rows[0].dossier_id == UUID(int=3)
    elif wanted.sort == "outstanding":
        assert [each.dossier_id.int for each in rows][:2] == numbers[:2]
    else:
        assert [each.dossier_id.int for each in rows] == numbers


def test_they_are_counted_by_state_and_by_age():
    assert by_state(ROWS) == {State.RUNNING: 2, State.REPAID: 1, State.GRANTED: 1}
    ages = by_age(ROWS)
    assert set(ages) == {Bucket.UP_TO_59, Bucket.NOT_LATE}
    late = ages[Bucket.UP_TO_59]
    assert (late.count, late.overdue, late.outstanding) == (1, Money(300_00), Money(900_00))


def instalment(number, day, amount):
    due = date(2027, day, 10)
    return Instalment(number, due, due, Money(amount), ZERO)


def test_two_schedules_are_compared_row_by_row_in_words():
    before = [instalment(n, n, 100) for n in range(1, 8)]
    after = [
        instalment(1, 1, 100),
        instalment(2, 2, 40),
        instalment(3, 3, 100),
        instalment(4, 5, 100),
        instalment(5, 5, 90),
        instalment(6, 8, 90),
    ]
    pairs = paired(before, after, frozenset({1, 2}))
    assert [change_word(each) for each in pairs] == [
        "Conservée",
        "Réduite au payé",
        "Inchangée",
        "Date changée",
        "Montant changé",
        "Changée",
        "Supprimée",
    ]
    assert change_word(paired((), after[:1])[0]) == "Nouvelle"


def match(key, amount, advance=None, *, is_known=False, others=()):
    line = BankLine(key, 1, DAY, f"VIR {key}", Money(amount))
    return BankMatch(line, advance, "", is_known, others)


MATCHES = (
    match("a", 100, ONE, others=(TWO,)),
    match("b", 200),
    match("c", -300, ONE),
    match("d", 400, TWO, is_known=True),
)


def test_nothing_is_taken_before_it_is_confirmed():
    lines = opened(MATCHES)
    assert taken(lines) == ()
    assert [line_word(each) for each in lines] == [
        "À confirmer",
        "À choisir",
        "Pas un encaissement",
        "Déjà enregistrée",
    ]
    confirmed = all_confirmed(all_confirmed(lines))
    assert line_word(confirmed[0]) == "Confirmée"
    assert taken(confirmed) == ((MATCHES[0].line, ONE),)


def test_the_same_line_twice_is_not_confirmed_with_all_the_others():
    first, again = match("a", 100, ONE), match("a2", 100, ONE)
    twin = replace(again, line=replace(again.line, label=first.line.label))
    lines = opened((first, twin, match("c", 100, ONE)))
    assert [repeated_word(each) for each in lines] == ["", "Ligne identique à une précédente", ""]
    confirmed = all_confirmed(lines)
    assert [each.is_confirmed for each in confirmed] == [True, False, True]
    assert confirmed[1].toggled().is_confirmed


def test_money_that_may_be_recorded_is_confirmed_one_by_one():
    (line,) = opened((replace(MATCHES[0], is_doubtful=True),))
    assert line_word(line) == "Déjà saisi\u00a0?"
    assert not all_confirmed((line,))[0].is_confirmed
    assert line_word(line.toggled()) == "Confirmée"
    assert line_word(line.given_to(TWO)) == "À confirmer"


def test_a_rejected_debit_is_confirmed_for_its_own_advance():
    (line,) = opened((replace(MATCHES[2], rejects=ONE),))
    assert line_word(line) == "Rejet à confirmer"
    assert line.given_to(TWO) is line
    (confirmed,) = all_confirmed((line,))
    assert line_word(confirmed) == "Rejet confirmé"
    assert taken((confirmed,)) == ((MATCHES[2].line, ONE),)


def test_what_letters_lack_of_the_office_is_told():
    told = unsigned_text(PaperIdentity())
    assert told == "L’identité du bureau n’a pas de signataire ni d’adresse\u00a0: voyez Modèles"
    whole = PaperIdentity(address="1 rue Haute", signatory="Claire Roussel")
    assert unsigned_text(whole) == ""
    assert "adresse" not in unsigned_text(replace(whole, signatory=" "))


def test_another_advance_is_confirmed_again():
    first, second, third, _known = opened(MATCHES)
    assert first.toggled().is_confirmed
    other = first.toggled().moved(1)
    assert (other.advance, other.is_confirmed) == (TWO, False)
    assert other.moved(1).advance == ONE
    assert second.moved(1) is second
    assert second.given_to(TWO).toggled().is_confirmed
    assert not second.toggled().is_confirmed
    assert third.given_to(TWO) is third
