"""What a programme has to follow up, and by which day: dossiers, meetings, partners.

Money and missions have their own modules. Each function takes what was read and the day
it is; whatever is past is late.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from uuid import UUID

from alize_desktop.models.enums import FollowUpKind
from alize_desktop.models.records.decisions import ConditionState
from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.models.records.jobs import JobMilestone


@dataclass(frozen=True, slots=True)
class Subject:
    """What an item is about.

    Attributes:
        number: Number people read; empty for a partner.
        company: Company or partner; empty for a meeting.
    """

    id: UUID
    number: str
    company: str = ""


def in_period(items: Iterable[FollowUpItem], first: date, last: date) -> tuple[FollowUpItem, ...]:
    """Return what is late, then what is due from a day to another, both included.

    By day, then by kind and number.
    """
    kept = [each for each in items if each.is_late or first <= each.due_on <= last]
    order = [*FollowUpKind]
    kept.sort(key=lambda x: (not x.is_late, x.due_on, order.index(x.kind), x.number, x.key))
    return tuple(kept)


def in_calendar(
    items: Iterable[FollowUpItem], first: date, last: date, on: date
) -> tuple[tuple[date, FollowUpItem], ...]:
    """Return what the calendar of a period holds, each with the day it is written on.

    What is late is to be done on the day it is: its own day is past, where nobody looks.

    Args:
        items: In their order, which is kept within a day.
        first: First day of the period.
        last: Last day of the period.
        on: Day it is.
    """
    days = ((on if each.is_late and first <= on <= last else each.due_on, each) for each in items)
    kept = [each for each in days if first <= each[0] <= last]
    return tuple(sorted(kept, key=lambda each: each[0]))


def jobs_items(
    dossier: Subject, milestones: Sequence[JobMilestone], on: date
) -> Iterator[FollowUpItem]:
    """Yield the milestones whose jobs nobody observed.

    One that was answered answers those before it. Of several that are past, the last one
    only: one observation answers them all.

    Args:
        dossier: The dossier.
        milestones: In order.
        on: Day it is.
    """
    left = tuple(takewhile(lambda each: each.observed is None, reversed(milestones)))
    late = tuple(each for each in left if each.due_on < on)
    to_come = tuple(each for each in left if each.due_on >= on)
    for each in (*late[:1], *reversed(to_come)):
        yield FollowUpItem(
            kind=FollowUpKind.JOBS,
            due_on=each.due_on,
            is_late=each.due_on < on,
            subject_id=dossier.id,
            number=dossier.number,
            company=dossier.company,
            key=str(each.months),
            values=(("months", each.months), ("promised", each.promised.created)),
            dossier_id=dossier.id,
        )


def condition_item(dossier: Subject, condition: ConditionState, on: date) -> FollowUpItem | None:
    """Return what a condition still asks for; None without a day, or once it ended."""
    if condition.due_on is None or not condition.is_pending:
        return None
    return FollowUpItem(
        kind=FollowUpKind.CONDITION,
        due_on=condition.due_on,
        is_late=condition.due_on < on,
        subject_id=dossier.id,
        number=dossier.number,
        company=dossier.company,
        key=f"{condition.decision_number}-{condition.position}",
        values=(("text", condition.condition.text), ("decision", condition.decision_number)),
        dossier_id=dossier.id,
    )


def notice_item(meeting: Subject, held_on: date, days: int, on: date) -> FollowUpItem:
    """Return the notice of a meeting that was not sent.

    Args:
        meeting: The meeting, in preparation.
        held_on: Its day.
        days: Days that the rules ask between the notice and the meeting; the clear days of
            a second notice, and one more.
        on: Day it is.

    Source:
        Règles du comité, section 2.
    """
    due_on = held_on - timedelta(days=days)
    return FollowUpItem(
        kind=FollowUpKind.NOTICE,
        due_on=due_on,
        is_late=due_on < on,
        subject_id=meeting.id,
        number=meeting.number,
        values=(("held_on", held_on),),
    )


def agreement_item(
    partner: Subject, ends_on: date, remind_days: int, on: date
) -> FollowUpItem | None:
    """Return the end of the agreement of a partner with the programme.

    Args:
        partner: The partner.
        ends_on: Last day of its agreement.
        remind_days: How long it is told once it ended: a partner may leave.
        on: Day it is.
    """
    if on - ends_on > timedelta(days=remind_days):
        return None
    return FollowUpItem(
        kind=FollowUpKind.PARTNER_AGREEMENT,
        due_on=ends_on,
        is_late=ends_on < on,
        subject_id=partner.id,
        number=partner.number,
        company=partner.company,
    )
