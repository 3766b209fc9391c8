"""Sentences of results, as the room reads them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.models.enums import (
    BallotOutcome,
    Civility,
    MajorityBase,
    MajorityKind,
    VoteChoice,
)
from alize_desktop.models.records.ballots import Counts, QuorumResult
from alize_desktop.models.records.rules import Majority
from alize_desktop.models.values import Share
from alize_desktop.rules.tally import tally
from alize_desktop.rules.ties import TieBreak
from alize_desktop.wording.results import (
    counts_text,
    live_sentence,
    majority_text,
    quorum_sentence,
    reexamination_sentence,
    result_sentence,
    to_count_sentence,
)

SIMPLE = Majority()
TWO_THIRDS = Majority(MajorityKind.AT_LEAST, share=Share(2, 3))
PRESENT = Majority(base=MajorityBase.PRESENT_AND_REPRESENTED)


def said(counts, majority=SIMPLE, **frame):
    """Return the sentence with plain spaces, to read it easily."""
    return result_sentence(tally(counts, majority, **frame)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("counts", "majority", "sentence"),
    [
        (
            Counts(7, 2, 1),
            SIMPLE,
            "7 pour, 2 contre, 1 abstention ; 9 suffrages exprimés, majorité 5 : adopté.",
        ),
        (
            Counts(1, 0, 2),
            SIMPLE,
            "1 pour, 0 contre, 2 abstentions ; 1 suffrage exprimé, majorité 1 : adopté à l’unanimité des suffrages exprimés, 2 abstentions.",
        ),
        (
            Counts(6, 4),
            TWO_THIRDS,
            "6 pour, 4 contre, 0 abstention ; 10 suffrages exprimés, majorité des deux tiers 7 : rejeté.",
        ),
        (
            Counts(5, 4),
            Majority(MajorityKind.MORE_THAN, share=Share(4, 7)),
            "5 pour, 4 contre, 0 abstention ; 9 suffrages exprimés, majorité de plus de 4/7 6 : rejeté.",
        ),
        (
            Counts(10, 9, 8),
            Majority(MajorityKind.RELATIVE),
            "10 pour, 9 contre, 8 abstentions ; 19 suffrages exprimés, majorité relative : adopté.",
        ),
        (
            Counts(0, 0, 5),
            SIMPLE,
            "0 pour, 0 contre, 5 abstentions ; aucun suffrage exprimé : aucune décision.",
        ),
        (
            Counts(9, 0),
            Majority(MajorityKind.UNANIMITY),
            "9 pour, 0 contre, 0 abstention ; 9 suffrages exprimés, unanimité requise : adopté à l’unanimité.",
        ),
        (
            Counts(8, 0, 1),
            SIMPLE,
            "8 pour, 0 contre, 1 abstention ; 8 suffrages exprimés, majorité 5 : adopté à l’unanimité des suffrages exprimés, une abstention.",
        ),
        (
            Counts(8, 0, 0, 1),
            SIMPLE,
            "8 pour, 0 contre, 0 abstention, 1 ne prend pas part ; 8 suffrages exprimés, majorité 5 : adopté à l’unanimité des suffrages exprimés, une voix non exprimée.",
        ),
        (
            Counts(3, 1, 0, 2),
            PRESENT,
            "3 pour, 1 contre, 0 abstention, 2 ne prennent pas part ; 6 voix présentes et représentées, majorité 4 : rejeté.",
        ),
        (
            Counts(3, 1, 1),
            Majority(base=MajorityBase.CAST_AND_ABSTENTIONS),
            "3 pour, 1 contre, 1 abstention ; 5 suffrages, abstentions comprises, majorité 3 : adopté.",
        ),
        (
            Counts(Fraction("2.6"), Fraction("4.6")),
            SIMPLE,
            "2,6 pour, 4,6 contre, 0 abstention ; 7,2 suffrages exprimés, majorité 3,7 : rejeté.",
        ),
    ],
)
def test_a_result_is_one_sentence(counts, majority, sentence):
    assert said(counts, majority) == sentence


def test_members_in_office_may_be_the_base():
    sentence = said(Counts(7, 2), Majority(base=MajorityBase.IN_OFFICE), in_office=17)
    assert sentence.endswith("; 17 voix en exercice, majorité 9 : rejeté.")


def test_unanimity_is_not_said_while_a_voter_is_silent():
    assert said(Counts(5, 0), voters=5).endswith(": adopté à l’unanimité.")
    assert "une voix non exprimée" in said(Counts(5, 0), voters=6)
    assert said(Counts(5, 0), voters=6, complete=False).endswith(": adopté.")


def test_a_casting_vote_is_told():
    tie = Counts(5, 5)
    adopts = TieBreak(applies=True, choice=VoteChoice.FOR)
    rejects = TieBreak(applies=True, choice=VoteChoice.AGAINST)
    assert said(tie, tie_break=adopts).endswith(": adopté par la voix prépondérante.")
    assert said(tie, tie_break=rejects).endswith(": rejeté par la voix prépondérante.")
    waits = said(tie, tie_break=TieBreak(applies=True))
    assert waits.endswith(": partage des voix, la voix prépondérante est attendue.")
    so_far = said(tie, tie_break=TieBreak(applies=True), voters=12, complete=False)
    assert so_far.endswith(": partage des voix.")


@pytest.mark.parametrize(
    ("presiding", "who"),
    [
        (Civility.MADAME, "la présidente"),
        (Civility.MONSIEUR, "le président"),
        (None, "la présidence"),
    ],
)
@pytest.mark.parametrize(
    ("otherwise", "outcome"),
    [(BallotOutcome.REJECTED, "rejeté"), (BallotOutcome.TIE, "aucune décision")],
)
def test_a_tie_that_is_left_as_it_was_is_told(presiding, who, otherwise, outcome):
    abstained = VoteChoice.ABSTENTION
    result = tally(
        Counts(8, 8, 1), SIMPLE, tie_break=TieBreak(True, abstained, abstained, otherwise)
    )
    assert result_sentence(result, presiding).replace("\u00a0", " ") == (
        "8 pour, 8 contre, 1 abstention ; 16 suffrages exprimés, majorité 9 ; partage des voix, "
        f"{who} ne tranche pas : {outcome}."
    )


def test_what_is_to_be_counted_is_told():
    assert to_count_sentence(tally(Counts(0, 0), SIMPLE, voters=10)) == "Voix à compter\u00a0: 10."
    assert to_count_sentence(tally(Counts(0, 0), SIMPLE)) == "Voix à compter\u00a0: 0."


@pytest.mark.parametrize(("voices", "said"), [(1, "1 voix"), (Fraction(13, 5), "2,6 voix")])
def test_a_result_to_look_at_again_says_what_to_do(voices, said):
    assert reexamination_sentence(voices) == (
        "Résultat à réexaminer\u00a0: un déport déclaré après la proclamation retire "
        f"{said}, plus que l’écart. Corrigez le résultat, ou votez de nouveau."
    )


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_spaces_before_double_signs_never_break(votes_for, against, abstentions):
    sentence = result_sentence(tally(Counts(votes_for, against, abstentions), SIMPLE))
    assert " ;" not in sentence
    assert " :" not in sentence


def test_a_majority_whose_share_was_lost_still_has_a_name():
    assert majority_text(Majority(MajorityKind.AT_LEAST, share=Share(3, 4))).endswith(
        "trois quarts"
    )


@pytest.mark.parametrize(
    ("counts", "voters", "sentence"),
    [
        (Counts(5, 0), 9, "Acquis : au plus 4 voix contre."),
        (Counts(5, 1), 9, "Acquis : au plus 4 voix contre."),
        (Counts(1, 5), 8, "Ne peut plus être atteint."),
        (Counts(3, 2), 9, "Il manque 2 voix."),
        (Counts(7, 2), 9, "Adopté."),
        (Counts(0, 0, 9), 9, "Aucune décision."),
    ],
)
def test_the_operator_reads_what_can_still_change(counts, voters, sentence):
    found = tally(counts, SIMPLE, voters=voters, complete=False)
    assert live_sentence(found).replace("\u00a0", " ") == sentence


def test_nothing_is_said_to_be_missing_when_voices_alone_cannot_settle():
    abstained = TieBreak(applies=True, choice=VoteChoice.ABSTENTION)
    found = tally(Counts(3, 5, 1), SIMPLE, voters=11, complete=False, tie_break=abstained)
    assert live_sentence(found) == "Rien n’est encore acquis."


def quorum_of(present, represented=0, **parts):
    return QuorumResult(
        **{
            "in_office": 17,
            "required": 9,
            "present": present,
            "represented": represented,
            "counted": present + represented,
            "recused": 0,
            "reached": present + represented >= 9,
        }
        | parts
    )


@pytest.mark.parametrize(
    ("quorum", "sentence"),
    [
        (
            quorum_of(7, 2),
            "17 membres en exercice, quorum 9 ; 7 présents et 2 représentés : 9, atteint.",
        ),
        (quorum_of(9), "17 membres en exercice, quorum 9 ; 9 présents : atteint."),
        (quorum_of(1), "17 membres en exercice, quorum 9 ; 1 présent : non atteint."),
        (quorum_of(0), "17 membres en exercice, quorum 9 ; aucun présent : non atteint."),
        (
            quorum_of(8, recused=2),
            "17 membres en exercice, 2 en déport, quorum 9 ; 8 présents : non atteint.",
        ),
        (
            quorum_of(9, reached=False, missing_colleges=("bank",)),
            "17 membres en exercice, quorum 9 ; 9 présents : non atteint, faute du collège « Banques ».",
        ),
        (
            quorum_of(9, reached=False, missing_colleges=("bank", "state")),
            "17 membres en exercice, quorum 9 ; 9 présents : non atteint, faute des collèges « Banques » et « État ».",
        ),
        (
            quorum_of(4, reached=True, waived=True),
            "17 membres en exercice, quorum 9 ; 4 présents : non requis, seconde convocation.",
        ),
    ],
)
def test_a_quorum_shows_its_arithmetic(quorum, sentence):
    assert quorum_sentence(quorum).replace("\u00a0", " ") == sentence


@pytest.mark.parametrize(("spoiled", "words"), [(1, "1 bulletin nul"), (2, "2 bulletins nuls")])
def test_a_spoiled_paper_is_nobody_who_takes_no_part(spoiled, words):
    result = tally(Counts(6, 8, 0, spoiled), SIMPLE)
    assert words in counts_text(result, is_secret=True)
    assert "bulletin" not in counts_text(result)
