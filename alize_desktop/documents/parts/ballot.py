"""Recusals, quorum of the dossier, and the ballot with its votes."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import facts, line
from alize_desktop.documents.grids import Cell, Column, Noted, grid
from alize_desktop.documents.headings import subheading
from alize_desktop.documents.parts.hours import hour_of
from alize_desktop.documents.typography import styles
from alize_desktop.models.enums import BallotForm
from alize_desktop.models.records.minutes import MinutesItem
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.programme import Programme
from alize_desktop.wording.amounts import decimal_text
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import member_name

_HALVES: Final = (
    Column("Membre", 33),
    Column("Vote", 17),
    Column("Membre", 33),
    Column("Vote", 17),
)


def recusals(item: MinutesItem, programme: Programme) -> list[Flowable]:
    """Return who took no part in the dossier, with reason and hour."""
    content = subheading("Déports")
    if not item.recused:
        return [*content, line("Aucun déport n’est déclaré sur ce dossier.")]
    for member, reason, at in item.recused:
        hour = hour_of(at, programme)
        why = f" : {reason.strip().rstrip('.')}" if reason.strip() else ""
        content.append(
            line(
                f"{member_name(member.sheet)} ne prend part ni à la délibération ni au vote "
                f"(déport déclaré à {hour}){why}."
            )
        )
    return content


def ballot(item: MinutesItem, programme: Programme, chair: Member | None) -> list[Flowable]:
    """Return the ballot: quorum, form, hours, and votes when they are named.

    Args:
        item: The dossier.
        programme: Gives the time zone of the hours.
        chair: Who presides the meeting: who presides the dossier is said when
            it is somebody else.
    """
    content = subheading("Vote")
    if item.ballot_form is None:
        return [*content, line("Ce dossier n’a pas été soumis au vote.")]
    content += facts(
        [
            ("Quorum du dossier", item.quorum.sentence if item.quorum else ""),
            ("Présidence du dossier", _presiding(item, chair)),
            ("Scrutin", _form_and_hours(item, item.ballot_form, programme)),
        ]
    )
    if item.ballot_form is BallotForm.NAMED and item.votes:
        content += grid(_HALVES, _in_two_columns(item.votes))
    return content


def counts(item: MinutesItem) -> list[Flowable]:
    """Return the result of the ballot in sentences, just before what was decided."""
    content: list[Flowable] = []
    if item.sentence:
        content.append(line(item.sentence, styles().strong))
    if item.result and item.result.by_casting_vote and item.presiding:
        name = member_name(item.presiding.sheet)
        content.append(line(f"La voix prépondérante est celle de {name}."))
    return content


def _presiding(item: MinutesItem, chair: Member | None) -> str:
    if item.presiding is None or (chair is not None and item.presiding.id == chair.id):
        return ""
    return member_name(item.presiding.sheet)


def _form_and_hours(item: MinutesItem, form: BallotForm, programme: Programme) -> str:
    parts = [label(form)]
    if item.opened_at:
        parts.append(f"ouvert à {hour_of(item.opened_at, programme)}")
    if item.closed_at:
        parts.append(f"clos à {hour_of(item.closed_at, programme)}")
    return ", ".join(parts)


def _in_two_columns(votes: Sequence[tuple[Member, str, str]]) -> list[list[Cell]]:
    """Return the votes by seat, down the left column, then down the right one."""
    half = (len(votes) + 1) // 2
    cells = [_vote(vote) for vote in votes]
    pairs = zip_longest(cells[:half], cells[half:], fillvalue=["", ""])
    return [[*left, *right] for left, right in pairs]


def _vote(vote: tuple[Member, str, str]) -> list[Cell]:
    member, choice, holder = vote
    weight = member.sheet.weight
    notes = [
        f"pouvoir à {holder}" if holder else "",
        f"{decimal_text(weight)} voix" if weight not in (0, 1) else "",
    ]
    return [Noted(member_name(member.sheet), ", ".join(note for note in notes if note)), choice]
