"""Delays before a meeting: of its notice, and of a second one."""

from datetime import date, timedelta


def days_before(today: date, held_on: date) -> int:
    """Return the days left before a meeting; negative once its day is past."""
    return (held_on - today).days


def is_too_late(today: date, held_on: date, days: int) -> bool:
    """Return whether a notice sent today leaves less than the days that the rules ask.

    Args:
        today: Day on which the notice is sent.
        held_on: Day of the meeting.
        days: Delay of the rules, >= 0; 0 only asks that the day is not past.

    Source:
        Règles du comité, section 2: a notice of five days, none in an emergency.
    """
    return days_before(today, held_on) < days


def earliest_second_meeting(since: date, days: int) -> date:
    """Return the first day on which a second meeting may be held.

    Clear days: neither the day they start from nor the day of the meeting counts.

    Args:
        since: Day of the meeting without quorum, or of the second notice when later.
        days: Clear days that the rules ask, >= 0.

    Source:
        Règles du comité, section 2: second notice, delay in clear days.
    """
    return since + timedelta(days=days + 1)
