"""What was counted without names, as it is kept or refused."""

from fractions import Fraction

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotForm
from alize_desktop.models.records.ballots import CountProtocol, Counts
from alize_desktop.rules.counting import checked_protocol, everybody_for
from alize_desktop.rules.electorate import Voter
from alize_desktop.rules.roll import Seat

TWO = ("Inès Weiß", "Bruno Martin")


def voters(*weights):
    return [Voter(Seat(str(each), weight=weight), str(each)) for each, weight in enumerate(weights)]


TEN = voters(*[1] * 10)


def hands(*counts, form=BallotForm.HANDS, of=TEN):
    return checked_protocol(CountProtocol(Counts(*counts)), form, of)


def secret(protocol, of=TEN):
    return checked_protocol(protocol, BallotForm.SECRET, of)


def papers(votes_for, votes_against, *, found, blank=0, void=0, scrutineers=TWO):
    return CountProtocol(Counts(votes_for, votes_against), found, blank, void, scrutineers)


def refused(code, act, *arguments, **named):
    with pytest.raises(UserError) as caught:
        act(*arguments, **named)
    assert caught.value.code is code
    return caught.value.params


def test_hands_are_kept_as_they_are_counted():
    assert hands(6, 3, 1) == CountProtocol(Counts(6, 3, 1))
    assert hands(2, 0, 0, form=BallotForm.CONSENSUS) == CountProtocol(Counts(2, 0))


def test_a_show_of_hands_has_neither_papers_nor_scrutineers():
    protocol = CountProtocol(Counts(6, 3), found=9, blank=2, void=1, scrutineers=TWO)
    assert checked_protocol(protocol, BallotForm.HANDS, TEN) == CountProtocol(Counts(6, 3))


def test_more_hands_than_voices_are_refused():
    params = refused(ErrorCode.COUNTS_EXCEED_VOTERS, hands, 6, 4, 1)
    assert params == {"counted": 11, "voters": 10}


@pytest.mark.parametrize("count", [Fraction(5, 2), Fraction(1, 3)])
def test_no_part_of_a_voice_is_counted(count):
    params = refused(ErrorCode.COUNT_BETWEEN_VOICES, hands, count, 3)
    assert params == {"counted": count, "step": 1}
    weighted = voters(Fraction(13, 5), Fraction(1, 10))
    refused(ErrorCode.COUNT_BETWEEN_VOICES, hands, Fraction(1, 20), 1, of=weighted)
    assert hands(Fraction(13, 5), Fraction(1, 10), of=weighted).counts.total == Fraction(27, 10)


def test_hands_are_counted_in_voices():
    weighted = voters(Fraction(13, 5), 1)
    assert hands(Fraction(13, 5), 1, of=weighted).counts.total == Fraction(18, 5)
    refused(ErrorCode.COUNTS_EXCEED_VOTERS, hands, 3, 1, of=weighted)


@pytest.mark.parametrize("counts", [(-1, 0), (0, -1), (1, 1, -1), (1, 1, 0, -1)])
def test_nothing_is_counted_below_zero(counts):
    refused(ErrorCode.COUNT_NEGATIVE, hands, *counts)


def test_blank_papers_are_abstentions_and_void_ones_take_no_part():
    kept = secret(papers(5, 2, found=10, blank=2, void=1))
    assert kept.counts == Counts(5, 2, 2, 1)
    assert (kept.found, kept.blank, kept.void, kept.scrutineers) == (10, 2, 1, TWO)


def test_fewer_papers_than_voters_may_be_found():
    assert secret(papers(5, 2, found=7)).counts.total == 7


@pytest.mark.parametrize("found", [6, 8, None])
def test_papers_found_and_papers_read_agree(found):
    params = refused(ErrorCode.PAPERS_MISCOUNTED, secret, papers(5, 2, found=found))
    assert params["counted"] == 7


def test_more_papers_than_voters_are_refused():
    params = refused(ErrorCode.COUNTS_EXCEED_VOTERS, secret, papers(9, 2, found=11))
    assert params == {"counted": 11, "voters": 10}


@pytest.mark.parametrize("wrong", [{"found": -1}, {"blank": -1}, {"void": -1}])
def test_no_paper_is_counted_below_zero(wrong):
    asked = {"found": 7} | wrong
    refused(ErrorCode.COUNT_NEGATIVE, secret, papers(5, 2, **asked))


@pytest.mark.parametrize(
    "scrutineers",
    [(), ("Inès Weiß",), ("Inès Weiß", " "), ("Inès Weiß", "INES WEISS"), (*TWO, "Un autre")],
)
def test_two_scrutineers_are_needed(scrutineers):
    protocol = papers(5, 2, found=7, scrutineers=scrutineers)
    refused(ErrorCode.SCRUTINEERS_MISSING, secret, protocol)


def test_the_names_of_scrutineers_are_tidied():
    assert (
        secret(papers(1, 0, found=1, scrutineers=(" Inès Weiß ", "Bruno Martin"))).scrutineers
        == TWO
    )


def test_papers_that_weigh_are_counted_in_voices():
    weighted = voters(Fraction(13, 5), 1, 1)
    protocol = CountProtocol(Counts(Fraction(13, 5), 1, 1), 3, 1, 0, TWO)
    assert secret(protocol, of=weighted).counts == Counts(Fraction(13, 5), 1, 1)
    refused(ErrorCode.COUNTS_EXCEED_VOTERS, secret, papers(2, 2, found=4), of=weighted)
    refused(ErrorCode.COUNTS_EXCEED_VOTERS, secret, papers(4, 1, found=3), of=weighted)


def test_a_consensus_counts_everybody_for():
    assert everybody_for(TEN).counts == Counts(10, 0)
    assert everybody_for(voters(Fraction(13, 5), 1)).counts == Counts(Fraction(18, 5), 0)
