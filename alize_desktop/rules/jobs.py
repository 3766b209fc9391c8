"""Jobs of a dossier: what is promised by each milestone, what was observed, what is missed.

Created jobs are above the headcount at the filing; maintained ones were in it, and at risk.
Persons and full-time equivalents are counted apart.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from alize_desktop.models.enums import JobEvidence, JobKind, MilestoneState
from alize_desktop.models.records.jobs import (
    JobCounts,
    JobFacts,
    JobMilestone,
    JobObservation,
    JobObservationDraft,
    JobPromise,
)
from alize_desktop.rules.due_dates import add_months

REMINDER: Final = "reminder"
AMENDMENT: Final = "amendment"
AGENDA: Final = "agenda"
"""What a missed promise calls for; the last one is a point of information, without a vote."""

_JUDGED: Final = (MilestoneState.MET, MilestoneState.MISSED)


def in_force(observations: Iterable[JobObservation]) -> tuple[JobObservation, ...]:
    """Return the observations that count, in order of day, then of entry.

    Args:
        observations: In order of entry, reversals among them.
    """
    every = tuple(observations)
    back = {each.draft.reverses_id for each in every}
    kept = (each for each in every if each.id not in back and each.draft.reverses_id is None)
    return tuple(sorted(kept, key=lambda each: each.draft.observed_on))


def total(lines: Iterable[JobPromise]) -> JobCounts:
    """Return the jobs of some lines, kind by kind."""
    persons = dict.fromkeys(JobKind, 0)
    fte = dict.fromkeys(JobKind, Decimal(0))
    for each in lines:
        persons[each.kind] += each.persons
        fte[each.kind] += each.fte
    return JobCounts(
        created=persons[JobKind.CREATED],
        maintained=persons[JobKind.MAINTAINED],
        sustained=persons[JobKind.SUSTAINED],
        created_fte=fte[JobKind.CREATED],
        maintained_fte=fte[JobKind.MAINTAINED],
        sustained_fte=fte[JobKind.SUSTAINED],
    )


def promised(facts: JobFacts) -> JobCounts:
    """Return all that is promised: the lines, and what they leave of the decision."""
    return _sum(total(facts.lines), undetailed(facts))


def undetailed(facts: JobFacts) -> JobCounts:
    """Return the jobs that the committee decided and that no line tells, kind by kind.

    Lines tell when and how; only the committee changes how many.
    """
    if not facts.lines:
        return facts.decided
    told, decided = total(facts.lines), facts.decided
    return JobCounts(
        created=max(0, decided.created - told.created),
        maintained=max(0, decided.maintained - told.maintained),
        sustained=max(0, decided.sustained - told.sustained),
    )


def promised_by(facts: JobFacts, day: date, last: date) -> JobCounts:
    """Return what is promised by a day.

    A line without a day, and what no line tells, are promised by the day of the decision, or
    else by the last milestone.

    Args:
        facts: Of the dossier.
        day: The day, included.
        last: Day of the last milestone.
    """
    usual = facts.jobs_by or last
    told = total(each for each in facts.lines if (each.due_on or usual) <= day)
    return _sum(told, undetailed(facts)) if usual <= day else told


def milestones(facts: JobFacts, months: Sequence[int], today: date) -> tuple[JobMilestone, ...]:
    """Return the milestones of a dossier, in order; none before the release.

    A milestone is answered by the last observation that names it, or that was made from its
    day to the next one; one taken over from the past answers every milestone that is past.

    Args:
        facts: Of the dossier.
        months: After the release, increasing.
        today: Of the clock.

    Source:
        Programme's own rules of the follow-up: 6, 12, 24 and 36 months by default.
    """
    if facts.released_on is None or not months:
        return ()
    days = [add_months(facts.released_on, each) for each in months]
    ends = [*days[1:], date.max]
    return tuple(
        _milestone(facts, number, (day, end), (days[-1], today))
        for number, day, end in zip(months, days, ends, strict=True)
    )


def is_kept(promise: JobCounts, seen: JobObservationDraft) -> bool:
    """Return whether an observation keeps a promise, kind by kind, for what it counted.

    Full-time equivalents are compared when both say them: one job is one of them, but a
    promise in persons, or an observation that gives no more, is compared in persons.
    """
    asked = counted_part(promise, seen)
    return all(
        getattr(seen, each.value) >= getattr(asked, each.value)
        and _is_fte_kept(getattr(asked, f"{each.value}_fte"), seen, each)
        for each in JobKind
    )


def counted_part(promise: JobCounts, seen: JobObservationDraft) -> JobCounts:
    """Return the part of a promise that an observation answers.

    What was taken over from the past counted jobs created and no other: it says neither that
    a promise to maintain jobs was kept, nor that it was missed.
    """
    if seen.evidence is not JobEvidence.HISTORY:
        return promise
    return JobCounts(created=promise.created, created_fte=promise.created_fte)


def is_told_by_the_past(stone: JobMilestone) -> bool:
    """Return whether a milestone was judged by what was taken over, of no milestone at all."""
    if stone.observed is None or stone.state not in _JUDGED:
        return False
    seen = stone.observed.draft
    return seen.evidence is JobEvidence.HISTORY and seen.milestone is None


def realisation(facts: JobFacts) -> Fraction | None:
    """Return the jobs created, as last observed, over those promised.

    None when none was promised, or nothing was observed.
    """
    asked = promised(facts).created
    if not asked or not facts.observations:
        return None
    return Fraction(facts.observations[-1].draft.created, asked)


def proposals(found: Sequence[JobMilestone], *, is_voted: bool) -> tuple[str, ...]:
    """Return what a missed promise calls for; nothing when the last answer keeps it.

    Args:
        found: Milestones of the dossier, in order.
        is_voted: Whether a decision taken here can be changed by another one.
    """
    judged = [each.state for each in found if each.state in _JUDGED]
    if not judged or judged[-1] is MilestoneState.MET:
        return ()
    return (REMINDER, AMENDMENT, AGENDA) if is_voted else (REMINDER, AGENDA)


def differs(facts: JobFacts) -> bool:
    """Return whether the lines add up to something else than the committee decided.

    A decision tells persons created and maintained; jobs sustained come in lines alone,
    but for what was taken over from the past.
    """
    if not facts.lines:
        return False
    lines, decided = total(facts.lines), facts.decided
    return (lines.created, lines.maintained) != (decided.created, decided.maintained)


def above_reference(draft: JobObservationDraft, reference: Decimal | None) -> Decimal | None:
    """Return how far the headcount seen is above that of the filing, in full-time equivalents.

    None when one of both is not known; 0 when the company has not grown.
    """
    if draft.headcount is None or reference is None:
        return None
    return max(draft.headcount - reference, Decimal(0))


def is_above_what_was_seen(draft: JobObservationDraft, reference: Decimal | None) -> bool:
    """Return whether more jobs are said to be created than the company has grown by."""
    grown = above_reference(draft, reference)
    return grown is not None and draft.created_fte > grown


def counts_of(draft: JobObservationDraft) -> JobCounts:
    """Return the counts of an observation."""
    return JobCounts(**{each.name: getattr(draft, each.name) for each in fields(JobCounts)})


def _sum(one: JobCounts, other: JobCounts) -> JobCounts:
    names = (each.name for each in fields(JobCounts))
    return JobCounts(**{each: getattr(one, each) + getattr(other, each) for each in names})


def _milestone(
    facts: JobFacts, months: int, window: tuple[date, date], days: tuple[date, date]
) -> JobMilestone:
    """Return one milestone.

    Args:
        facts: Of the dossier.
        months: After the release.
        window: Its day, and that of the next one.
        days: That of the last milestone, and today.
    """
    due_on, _next = window
    last, today = days
    answers = _answering(months, window, today)
    seen = next((each for each in reversed(facts.observations) if answers(each)), None)
    promise = promised_by(facts, due_on, last)
    return JobMilestone(months, due_on, _state(promise, seen, due_on, today), promise, seen)


def _answering(
    months: int, window: tuple[date, date], today: date
) -> Callable[[JobObservation], bool]:
    """Return what tells whether an observation answers a milestone."""
    due_on, following = window

    def answers(seen: JobObservation) -> bool:
        draft = seen.draft
        if draft.milestone is not None:
            return draft.milestone == months
        if draft.evidence is JobEvidence.HISTORY:
            return due_on <= today
        return due_on <= draft.observed_on < following

    return answers


def _state(
    promise: JobCounts, seen: JobObservation | None, due_on: date, today: date
) -> MilestoneState:
    """Return where a milestone stands: a promise is not missed before its day.

    One of which nothing was counted is neither kept nor missed: it is to be looked at.
    """
    part = promise if seen is None else counted_part(promise, seen.draft)
    is_counted = seen is not None and (part != JobCounts() or promise == part)
    if seen is not None and is_counted and is_kept(part, seen.draft):
        return MilestoneState.MET
    if due_on > today:
        return MilestoneState.TO_COME
    return MilestoneState.MISSED if is_counted else MilestoneState.DUE


def _is_fte_kept(asked: Decimal, seen: JobObservationDraft, kind: JobKind) -> bool:
    """Return whether full-time equivalents are enough; persons without any say nothing of them."""
    found: Decimal = getattr(seen, f"{kind.value}_fte")
    is_said = bool(found) or not getattr(seen, kind.value)
    return found >= asked or not is_said
