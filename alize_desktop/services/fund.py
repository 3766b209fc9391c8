"""The fund: who feeds it, what moved, what it can lend, what comes."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.enums import FundMovementKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.fund import (
    FundClosing,
    Funder,
    FundExpectation,
    FundForecast,
    FundMovement,
    FundMovementDraft,
    FundPeriod,
    FundStatement,
)
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.field_checks import check_present, check_text
from alize_desktop.rules.fund import signed_amount
from alize_desktop.rules.fund_checks import (
    check_author,
    check_closing,
    check_expectation,
    check_movement,
    check_reversal,
)
from alize_desktop.rules.fund_forecast import first_month_for
from alize_desktop.services import fund_writing
from alize_desktop.services.clock import local_day
from alize_desktop.services.fund_access import (
    check_cash_left,
    check_expected,
    known_funder,
    reversal_of,
    reversible,
    tidied,
)
from alize_desktop.services.fund_closed import closed_through, open_meeting_on
from alize_desktop.services.fund_expected import read_forecast
from alize_desktop.services.fund_lines import read_period
from alize_desktop.services.fund_reading import (
    read_closings,
    read_expectations,
    read_funders,
    read_movements,
    read_statement,
)
from alize_desktop.services.programme import read_programme

_CHANGED = Changes(money=True)


class FundService:
    """Reads and writes the fund. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def funders(self) -> tuple[Funder, ...]:
        """Return the funders by name."""
        with self._registry.read() as session:
            return read_funders(session)

    def save_funder(
        self, funder: Funder | None, name: str, *, is_public: bool, note: str = ""
    ) -> Changes:
        """Change a funder, or add one when ``funder`` is None.

        Raises:
            UserError: ``TEXT_MISSING``, ``TEXT_TOO_LONG``, ``TEXT_HAS_CONTROL_CHARACTERS``;
                ``FUNDER_NOT_FOUND``; ``FUNDER_CHANGED_MEANWHILE``; ``FUNDER_NAME_TAKEN``.
        """
        name, note = name.strip(), note.strip()
        check_present(name)
        check_text(name)
        check_text(note, lines=True)
        with self._registry.write() as session:
            if funder is None:
                new = Funder(self._registry.new_id(), name, is_public, note)
                fund_writing.write_funder(self._registry, session, new, is_new=True)
                return _CHANGED
            before = known_funder(session, funder.id, funder.revision)
            after = replace(before, name=name, is_public=is_public, note=note)
            if after == before:
                return Changes()
            after = replace(after, revision=before.revision + 1)
            fund_writing.write_funder(self._registry, session, after, is_new=False)
        return _CHANGED

    def movements(
        self, first: date | None = None, last: date | None = None
    ) -> tuple[FundMovement, ...]:
        """Return the movements of a period in order of value date; None leaves an end open."""
        with self._registry.read() as session:
            found = read_movements(session)
        return tuple(
            each
            for each in found
            if (first or date.min) <= each.draft.value_on <= (last or date.max)
        )

    def record(self, draft: FundMovementDraft) -> Changes:
        """Record a contribution, a withdrawal or a fee. It is never changed.

        Raises:
            UserError: ``FUNDER_NOT_FOUND``; ``FUND_WITHOUT_CASH`` when more leaves than
                there is, that day or later; see ``rules.fund_checks.check_movement``.
        """
        draft = tidied(draft)
        with self._registry.write() as session:
            today = self._today(session)
            check_movement(draft, today, closed_through(session))
            if draft.funder_id is not None:
                known_funder(session, draft.funder_id)
            check_cash_left(session, signed_amount(draft), draft.value_on)
            fund_writing.write_movement(self._registry, session, draft)
        return _CHANGED

    def reverse(self, movement_id: UUID, on: date, note: str, author: str) -> Changes:
        """Take a movement back, from a day on. Both stay.

        Raises:
            UserError: ``EVENT_NOT_FOUND``; ``EVENT_NOT_REVERSIBLE`` for a reversal;
                ``EVENT_ALREADY_REVERSED``; ``FUND_WITHOUT_CASH``; see
                ``rules.fund_checks.check_reversal``.
        """
        with self._registry.write() as session:
            target = reversible(session, movement_id)
            draft = tidied(reversal_of(target, on, note, author))
            today = self._today(session)
            check_reversal(draft, target.draft, today, closed_through(session))
            check_cash_left(session, signed_amount(draft, target.draft.kind), on)
            fund_writing.write_movement(self._registry, session, draft)
        return _CHANGED

    def opening(self) -> Money:
        """Return the amount the programme began with."""
        with self._registry.read() as session:
            return read_programme(session).fund_amount or ZERO

    def expectations(self) -> tuple[FundExpectation, ...]:
        """Return what is expected to enter or to leave, in order of date."""
        with self._registry.read() as session:
            return read_expectations(session)

    def save_expectation(
        self,
        kind: FundMovementKind,
        expected_on: date,
        amount: Money,
        funder_id: UUID | None = None,
        note: str = "",
        expectation_id: UUID | None = None,
    ) -> Changes:
        """Add what is expected, or change it when ``expectation_id`` names it.

        Raises:
            UserError: ``REVERSAL_WITHOUT_EVENT`` for a reversal, ``AMOUNT_NOT_POSITIVE``,
                ``FUNDER_NOT_FOUND``, ``EVENT_NOT_FOUND``, ``DAY_OUT_OF_RANGE``;
                ``TEXT_TOO_LONG`` or ``TEXT_HAS_CONTROL_CHARACTERS``.
        """
        check_expectation(kind, expected_on, amount, note)
        with self._registry.write() as session:
            if funder_id is not None:
                known_funder(session, funder_id)
            is_new = expectation_id is None
            if expectation_id is not None:
                check_expected(session, expectation_id)
            expected = FundExpectation(
                id=expectation_id or self._registry.new_id(),
                kind=kind,
                expected_on=expected_on,
                amount=amount,
                funder_id=funder_id,
                note=note.strip(),
            )
            fund_writing.write_expectation(self._registry, session, expected, is_new=is_new)
        return _CHANGED

    def remove_expectation(self, expectation_id: UUID) -> Changes:
        """Remove what is expected no more, or came.

        Raises:
            UserError: ``EVENT_NOT_FOUND``.
        """
        with self._registry.write() as session:
            check_expected(session, expectation_id)
            fund_writing.delete_expectation(self._registry, session, expectation_id)
        return _CHANGED

    def statement(self, on: date) -> FundStatement:
        """Return the fund on the evening of a day; as frozen, for the last of a closed period."""
        with self._registry.read() as session:
            return read_statement(session, on)

    def statement_lines(self, first: date, last: date) -> FundPeriod:
        """Return what moved from a day to another, with the fund before and after."""
        with self._registry.read() as session:
            return read_period(session, first, last)

    def close(self, through: date, author: str) -> Changes:
        """Close the period that ends on a day: its statement is frozen with its hash.

        Raises:
            UserError: ``EVENT_AUTHOR_MISSING``; ``EVENT_DATE_IN_FUTURE``;
                ``FUND_CLOSING_TOO_EARLY``; ``FUND_CLOSING_MEETING_OPEN``;
                ``TEXT_TOO_LONG`` or ``TEXT_HAS_CONTROL_CHARACTERS``.
        """
        author = author.strip()
        check_author(author)
        check_text(author)
        with self._registry.write() as session:
            closed, open_on = closed_through(session), open_meeting_on(session)
            check_closing(through, self._today(session), closed, open_on)
            statement = read_statement(session, through)
            fund_writing.write_closing(self._registry, session, statement, author)
        return _CHANGED

    def closings(self) -> tuple[FundClosing, ...]:
        """Return the periods that were closed, the last one first."""
        with self._registry.read() as session:
            return read_closings(session)

    def forecast(self, on: date) -> FundForecast:
        """Return the sixty months that begin with that of a day."""
        with self._registry.read() as session:
            return read_forecast(session, on)

    def when_can_lend(self, on: date, amount: Money) -> date | None:
        """Return the first month from which an amount can be lent, None within five years."""
        return first_month_for(self.forecast(on), amount)

    def _today(self, session: Session) -> date:
        return local_day(self._registry.clock(), read_programme(session))
