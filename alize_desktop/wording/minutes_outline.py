"""What the program writes in each part of the minutes, and where somebody may write.

The outline of minutes, beside which a hand adds its own words; the paper itself says
more, in tables.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from alize_desktop.models.enums import AttendanceKind, ItemKind, MinutesBlock
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import MinutesBallot, MinutesItem, MinutesPoint
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.dates import long_date_with_day
from alize_desktop.wording.decisions import decision_sentence
from alize_desktop.wording.labels import label
from alize_desktop.wording.minutes_agenda import conclusion_sentence, condition_event_text
from alize_desktop.wording.minutes_ballots import ballot_title, casting_text, result_text
from alize_desktop.wording.minutes_blocks import (
    WITHOUT_FOLLOW_UP,
    WITHOUT_PREVIOUS,
    interest_sentences,
)
from alize_desktop.wording.minutes_meeting import (
    closing_sentence,
    course_text,
    hours_of,
    kind_title,
    notice_text,
    quorum_text,
    second_notice_text,
)
from alize_desktop.wording.minutes_people import attendance_title, recusal_sentence
from alize_desktop.wording.minutes_stages import fund_facts, stage_sentences
from alize_desktop.wording.minutes_words import ended
from alize_desktop.wording.names import list_text, member_name

_THERE: Final = (AttendanceKind.PRESENT, AttendanceKind.REMOTE)


@dataclass(frozen=True, slots=True)
class MinutesPart:
    """A part of the minutes.

    Attributes:
        title: « Dossier 2026-014 : Menuiserie Œillet ».
        sentences: What the program says, in the order of the paper.
        places: Where somebody may write: (block, point of the agenda or None).
    """

    title: str
    sentences: tuple[str, ...]
    places: tuple[tuple[MinutesBlock, UUID | None], ...]


def minutes_outline(record: MinutesRecord) -> tuple[MinutesPart, ...]:
    """Return the parts of the minutes in the order in which the paper has them."""
    return (
        _part(MinutesBlock.OPENING, _opening(record)),
        *_before(record),
        *_points(record),
        _part(MinutesBlock.FOLLOW_UP, _follow_up(record)),
        _part(MinutesBlock.OTHER_BUSINESS, iter(())),
        _part(MinutesBlock.CLOSING, _closing(record)),
    )


def _part(block: MinutesBlock, sentences: Iterator[str]) -> MinutesPart:
    return MinutesPart(label(block), tuple(sentences), ((block, None),))


def _opening(record: MinutesRecord) -> Iterator[str]:
    hours = hours_of(record)
    yield f"{kind_title(record)}."
    called = notice_text(record.notice, hours, is_written=record.is_written)
    yield from filter(None, (called, second_notice_text(record.notice)))
    yield from _attendance(record)
    if record.quorum:
        yield quorum_text(record.quorum, is_written=record.is_written)
    for each in record.course:
        yield course_text(each, hours)
    yield from interest_sentences(record)


def _before(record: MinutesRecord) -> Iterator[MinutesPart]:
    """Yield where earlier minutes are spoken of, when no point of the agenda approves them."""
    if not _has_point(record, ItemKind.MINUTES_APPROVAL):
        block = MinutesBlock.PREVIOUS_MINUTES
        is_silent = _was_held(record) and not record.text(block)
        yield _part(block, iter([WITHOUT_PREVIOUS] if is_silent else []))


def _follow_up(record: MinutesRecord) -> Iterator[str]:
    is_told = _has_point(record, ItemKind.CONDITIONS) or record.text(MinutesBlock.FOLLOW_UP)
    if _was_held(record) and not is_told:
        yield WITHOUT_FOLLOW_UP


def _was_held(record: MinutesRecord) -> bool:
    """Return whether members met, and could examine what was on the agenda."""
    return record.is_over and not record.is_written and record.lost_quorum is None


def _has_point(record: MinutesRecord, kind: ItemKind) -> bool:
    return any(each.kind is kind for each in record.points)


def _attendance(record: MinutesRecord) -> Iterator[str]:
    """Yield who was there and who was not: « Présents (2) : Mme Martin et M. Weiß. »."""
    if record.opened_at is None:
        return
    for kind in AttendanceKind:
        sheets = tuple(
            each.member.sheet
            for each in record.attendance
            if each.kind is kind and (each.member.has_seat or kind in _THERE)
        )
        if sheets:
            title = attendance_title(kind, sheets, is_written=record.is_written)
            names = list_text([member_name(each) for each in sheets])
            yield ended(f"{title}{NO_BREAK}: {names}")


def _points(record: MinutesRecord) -> Iterator[MinutesPart]:
    """Yield the points of the agenda; the earlier minutes are spoken of at the first one."""
    is_told = False
    for each in record.agenda:
        if isinstance(each, MinutesItem):
            yield _dossier(each, record)
            continue
        approves = each.kind is ItemKind.MINUTES_APPROVAL and not is_told
        is_told = is_told or approves
        before = ((MinutesBlock.PREVIOUS_MINUTES, None),) if approves else ()
        places = (*before, *_heard(each.place.item_id))
        yield MinutesPart(each.title, tuple(_standing(each, record)), places)


def _heard(item_id: UUID | None) -> tuple[tuple[MinutesBlock, UUID | None], ...]:
    if item_id is None:
        return ()
    return ((MinutesBlock.HEARD, item_id), (MinutesBlock.DISCUSSION, item_id))


def _dossier(item: MinutesItem, record: MinutesRecord) -> MinutesPart:
    title = f"Dossier {item.number}{NO_BREAK}: {item.sheet.company.name}"
    if record.lost_quorum and item.decision is None:
        return MinutesPart(title, ("Ce dossier n’a pas été examiné, faute de quorum.",), ())
    return MinutesPart(title, tuple(_decided(item, record)), _heard(item.place.item_id))


def _decided(item: MinutesItem, record: MinutesRecord) -> Iterator[str]:
    for recusal in item.recused:
        yield recusal_sentence(recusal, hours_of(record))
    for index, ballot in enumerate(item.ballots):
        yield from _ballot(item.ballots, index, ballot)
    if item.decision is None:
        yield "Aucune décision n’est enregistrée."
        return
    taken = item.decision
    told = decision_sentence(taken.draft, taken.partner, NO_BREAK, included=taken.deferral_included)
    yield f"Décision n°{NO_BREAK}{taken.number}. {told}"


def _ballot(ballots: tuple[MinutesBallot, ...], index: int, ballot: MinutesBallot) -> Iterator[str]:
    result = result_text(ballot) or "résultat non proclamé."
    yield f"{ballot_title(ballots, index)}{NO_BREAK}– {result}"
    if casting := casting_text(ballot):
        yield casting


def _standing(point: MinutesPoint, record: MinutesRecord) -> Iterator[str]:
    if point.note.strip():
        yield ended(point.note)
    for each in point.conditions:
        told = f"{each.company}, {each.condition.text}{NO_BREAK}: {condition_event_text(each)}"
        yield ended(told)
    yield conclusion_sentence(point.kind, point.conclusion, is_over=record.is_over)


def _closing(record: MinutesRecord) -> Iterator[str]:
    if record.fund and record.is_over:
        for name, value in fund_facts(record.fund, is_written=record.is_written):
            if value:
                yield ended(f"{name}{NO_BREAK}: {value}")
    yield closing_sentence(record)
    if record.next_meeting_on:
        yield f"Prochaine séance{NO_BREAK}: {long_date_with_day(record.next_meeting_on)}."
    yield from stage_sentences(record)
