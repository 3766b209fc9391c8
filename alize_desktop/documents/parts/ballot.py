"""Recusals, quorum of the dossier, and every ballot with its votes and corrections."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import facts, line
from alize_desktop.documents.grids import Cell, Column, Noted, grid
from alize_desktop.documents.headings import subheading
from alize_desktop.documents.typography import styles
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import MinutesBallot, MinutesItem, MinutesVote
from alize_desktop.wording.labels import label
from alize_desktop.wording.minutes_ballots import (
    answered_text,
    ballot_title,
    casting_text,
    correction_sentence,
    form_text,
    minority_sentences,
    protocol_text,
    reexamination_text,
    result_text,
    scrutineers_text,
    voter_note,
)
from alize_desktop.wording.minutes_meeting import hours_of, quorum_text
from alize_desktop.wording.minutes_people import recusal_sentence
from alize_desktop.wording.names import member_name

_HALVES: Final = (
    Column("Membre", 33),
    Column("Vote", 17),
    Column("Membre", 33),
    Column("Vote", 17),
)


def recusals(item: MinutesItem, record: MinutesRecord) -> list[Flowable]:
    """Return who took no part in the dossier, with reason and hour."""
    content = subheading("Déports")
    if not item.recused:
        return [*content, line("Aucun déport n’est déclaré sur ce dossier.")]
    hours = hours_of(record)
    return [*content, *(line(recusal_sentence(each, hours)) for each in item.recused)]


def ballot(item: MinutesItem, index: int, record: MinutesRecord) -> list[Flowable]:
    """Return one ballot: what was asked, quorum, form, hours, and who voted what.

    Args:
        item: The dossier.
        index: Which of its ballots, from 0.
        record: The minutes: their rules say whose votes are named.
    """
    held = item.ballots[index]
    content = [
        *subheading(ballot_title(item.ballots, index)),
        *facts(
            [
                ("En réponse au", answered_text(item.ballots, held)),
                ("Quorum du dossier", quorum_text(held.quorum, is_written=record.is_written)),
                ("Présidence du dossier", _presiding(held, record)),
                ("Scrutin", form_text(held, hours_of(record))),
                ("Dépouillement", protocol_text(held.protocol)),
                ("Scrutateurs", scrutineers_text(held.protocol)),
            ]
        ),
    ]
    if held.votes and not record.rules.names_minorities_only:
        content += grid(_HALVES, _in_two_columns(held.votes))
    return content


def result(item: MinutesItem, index: int, record: MinutesRecord) -> list[Flowable]:
    """Return the result of a ballot in sentences, just before what follows from it."""
    held, hours = item.ballots[index], hours_of(record)
    is_short, presiding = record.rules.names_minorities_only, held.presiding
    sentences = [casting_text(held)]
    if is_short:
        sentences += minority_sentences(held.votes)
    sentences += [
        correction_sentence(each, hours, presiding, names_minorities_only=is_short)
        for each in held.corrections
    ]
    is_last = index == len(item.ballots) - 1
    sentences.append(reexamination_text(held, is_last=is_last))
    content: list[Flowable] = []
    if text := result_text(held):
        content.append(line(text, styles().strong))
    return content + [line(each) for each in sentences if each]


def _presiding(ballot: MinutesBallot, record: MinutesRecord) -> str:
    """Return who presides a dossier, when it is not who presides the meeting."""
    chair = record.presiding
    if chair is not None and ballot.presiding.id == chair.id:
        return ""
    return member_name(ballot.presiding.sheet)


def _in_two_columns(votes: Sequence[MinutesVote]) -> list[list[Cell]]:
    """Return the votes by seat, down the left column, then down the right one."""
    half = (len(votes) + 1) // 2
    cells = [_vote(vote) for vote in votes]
    pairs = zip_longest(cells[:half], cells[half:], fillvalue=["", ""])
    return [[*left, *right] for left, right in pairs]


def _vote(vote: MinutesVote) -> list[Cell]:
    return [Noted(member_name(vote.member.sheet), voter_note(vote)), label(vote.choice)]
