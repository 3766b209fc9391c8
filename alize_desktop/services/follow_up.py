"""What is due in a period, the calendar of it, and the rules of the follow-up."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from alize_desktop.files import write_atomic
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.follow_up import (
    FollowUpItem,
    FollowUpRules,
    FollowUpRulesVersion,
)
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.field_checks import check_period
from alize_desktop.rules.follow_up import in_calendar, in_period
from alize_desktop.services.advance_reading import read_advances
from alize_desktop.services.clock import local_day
from alize_desktop.services.follow_up_calendar import calendar_bytes
from alize_desktop.services.follow_up_reading import (
    agreement_items,
    condition_items,
    job_items,
    mission_reminders,
    money_items,
    notice_items,
)
from alize_desktop.services.follow_up_rules import (
    adopt_follow_up_rules,
    read_follow_up_rules,
    read_follow_up_versions,
)
from alize_desktop.services.programme import read_programme


class FollowUpService:
    """Reads what is due and adopts the rules of the follow-up. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def items(self, first: date, last: date) -> tuple[FollowUpItem, ...]:
        """Return what is late today, then what is due from a day to another, both included.

        A fixed number of statements, whatever the number of dossiers.

        Raises:
            UserError: ``PERIOD_REVERSED``.
        """
        check_period(first, last)
        with self._registry.read() as session:
            return in_period(self._read(session, read_follow_up_rules(session)), first, last)

    def calendar(self, path: Path, first: date, last: date) -> int:
        """Write what is due in a period as an iCalendar file; return how many things it holds.

        Each is a whole day. An agenda that reads the file again moves what moved. What is
        late is written on the day it is, when that is one of the period.

        Args:
            path: File to write, or to replace.
            first: First day written.
            last: Last day written.

        Raises:
            UserError: ``PERIOD_REVERSED``; the file cannot be written.
        """
        check_period(first, last)
        with self._registry.read() as session:
            rules = read_follow_up_rules(session)
            found = in_period(self._read(session, rules), first, last)
            on = local_day(self._registry.clock(), read_programme(session))
        kept = in_calendar(found, first, last, on)
        write_atomic(path, calendar_bytes(kept, rules.remind_days, self._registry.clock()))
        return len(kept)

    def rules(self) -> FollowUpRules:
        """Return the rules in force."""
        with self._registry.read() as session:
            return read_follow_up_rules(session)

    def versions(self) -> tuple[FollowUpRulesVersion, ...]:
        """Return every version, newest first; the one the program came with, number 0, last."""
        with self._registry.read() as session:
            return read_follow_up_versions(session)

    def adopt(self, rules: FollowUpRules) -> Changes:
        """Adopt a new version of the rules.

        Raises:
            UserError: A setting is refused: see ``rules.follow_up_checks``.
        """
        return adopt_follow_up_rules(self._registry, rules)

    def _read(self, session: Session, rules: FollowUpRules) -> Iterator[FollowUpItem]:
        on = local_day(self._registry.clock(), read_programme(session))
        yield from job_items(session, on)
        yield from condition_items(session, on)
        yield from mission_reminders(session, on)
        yield from money_items(read_advances(session, on), on)
        yield from notice_items(session, on)
        yield from agreement_items(session, rules, on)
