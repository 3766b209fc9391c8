"""Which advance a line of a bank statement seems to repay."""

from datetime import date
from uuid import UUID

import pytest

from alize_desktop.models.records.advances import BankLine
from alize_desktop.models.values import Money
from alize_desktop.rules.bank_matches import Candidate, CandidateIndex, Clue, matches, proposed

KERMADEC = Candidate(
    UUID(int=1), "2026-013", "SARL Nettoyage Kermadec", "ALZ/7", frozenset({Money(1_000_00)})
)
TOILES = Candidate(UUID(int=2), "2026-113", "L’Œuvre & Toiles", "", frozenset({Money(1_000_00)}))
NAMELESS = Candidate(UUID(int=3), "D7", "SAS", "", frozenset())


def line(label, amount=1):
    return BankLine("k", 2, date(2028, 3, 10), label, Money(amount * 100))


@pytest.mark.parametrize(
    ("label", "clues"),
    [
        ("VIR 2026-013", Clue.NUMBER),
        ("VIR 2026 013 ECH 5", Clue.NUMBER),
        ("REF2026013", Clue.NONE),
        ("VIR 2026013", Clue.NUMBER),
        ("VIR 12026-013", Clue.NONE),
        ("VIR 2026-0131", Clue.NONE),
        ("PRLV ALZ 7", Clue.MANDATE),
        ("VIR NETTOYAGE KERMADEC SARL", Clue.NAME),
        ("VIR KERMADEC", Clue.NONE),
        ("VIR NETTOY KERMA", Clue.NAME),
        ("VIR NETT KERM", Clue.NONE),
        ("nettoyage kermadec 2026-013", Clue.NUMBER | Clue.NAME),
    ],
)
def test_a_label_tells_a_number_a_mandate_or_a_name(label, clues):
    found = matches(line(label), [KERMADEC])
    assert (found[0].clues if found else Clue.NONE) == clues


def test_accents_and_ligatures_change_nothing():
    (found,) = matches(line("VIR OEUVRE ET TOILES"), [KERMADEC, TOILES, NAMELESS])
    assert found.candidate is TOILES


def test_what_says_more_comes_first_and_is_proposed():
    found = matches(line("VIR 2026-013", 1_000), [TOILES, KERMADEC])
    assert [each.candidate for each in found] == [KERMADEC, TOILES]
    assert proposed(found) is found[0]


def test_nothing_is_proposed_between_two_that_are_as_likely():
    assert proposed(matches(line("VIR", 1_000), [KERMADEC, TOILES])) is None
    assert proposed(()) is None


LABELS = [
    "VIR 2026-013",
    "2026 113 x",
    "VIR 12026-013",
    "PRLV ALZ 7",
    "NETTOYAGE KERMADEC",
    "VIR NETTOY KERMA",
    "VIR NETT KERM",
    "OEUVRE ET TOILES",
    "D7",
    "VIR",
    "",
]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("amount", [1, 1_000])
def test_the_index_leaves_nobody_out_who_is_recognised(label, amount):
    everybody = [KERMADEC, TOILES, NAMELESS]
    asked = line(label, amount)
    assert matches(asked, CandidateIndex(everybody).near(asked)) == matches(asked, everybody)


def test_the_index_does_not_go_through_everybody():
    many = [
        Candidate(UUID(int=each), f"2026-{each:04d}", f"Société {each}", "", frozenset())
        for each in range(1, 300)
    ]
    assert CandidateIndex(many).near(line("VIR 2026-0120")) == (many[119],)
