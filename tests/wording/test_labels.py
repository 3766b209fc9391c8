"""Every member of every vocabulary has its word."""

from enum import StrEnum

import pytest

from alize_desktop.models import enums
from alize_desktop.models.enums import (
    AttendanceKind,
    Civility,
    DecisionOutcome,
    DossierState,
    ItemStep,
    MemberCollege,
    MemberOffice,
    VoteChoice,
)
from alize_desktop.wording.labels import (
    attendance_label,
    choice_mark,
    college_label,
    label,
    office_label,
    outcome_mark,
    state_mark,
)

VOCABULARIES = [
    each
    for each in vars(enums).values()
    if isinstance(each, type) and issubclass(each, StrEnum) and each is not StrEnum
]


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_member_has_a_word_of_its_own(vocabulary):
    words = [label(member) for member in vocabulary]
    assert all(word.strip() for word in words)
    assert len(set(words)) == len(words)


def test_vocabularies_that_share_a_value_keep_their_own_word():
    assert label(DossierState.SCHEDULED) == "Inscrit"
    assert label(ItemStep.PENDING) == "À venir"
    assert label(AttendanceKind.RECUSED) == "En déport"
    assert label(DecisionOutcome.REJECTED) == "Refusé"
    assert label(enums.BallotOutcome.REJECTED) == "Rejeté"


def test_offices_and_attendance_follow_gender():
    assert office_label(MemberOffice.CHAIR, Civility.MADAME) == "Présidente"
    assert office_label(MemberOffice.CHAIR, Civility.MONSIEUR) == "Président"
    assert office_label(MemberOffice.CHAIR, None) == "Président"
    assert office_label(MemberOffice.MEMBER, Civility.MADAME) == "Membre"
    assert attendance_label(AttendanceKind.EXCUSED, Civility.MADAME) == "Excusée"
    assert attendance_label(AttendanceKind.REMOTE, Civility.MADAME) == "À distance"


@pytest.mark.parametrize(
    ("mark_of", "vocabulary"),
    [(choice_mark, VoteChoice), (state_mark, DossierState), (outcome_mark, DecisionOutcome)],
)
def test_marks_are_told_apart_by_their_letter(mark_of, vocabulary):
    marks = [mark_of(member) for member in vocabulary]
    assert len({mark.letter for mark in marks}) == len(marks)
    assert all(len(mark.letter) == len(mark.shape) == 1 for mark in marks)
    assert [mark.word for mark in marks] == [label(member) for member in vocabulary]


def test_votes_have_the_shapes_of_the_room():
    assert [choice_mark(choice).shape for choice in VoteChoice] == ["▲", "▼", "●", "▬"]


def test_a_college_may_have_a_name_of_its_own():
    assert college_label(MemberCollege.BANK) == "Banques"
    assert college_label("bank") == "Banques"
    assert college_label("Mutuelles") == "Mutuelles"
