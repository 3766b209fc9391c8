"""Advances from their grant to the last centime: one public method, one action."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import (
    AdvanceDetail,
    AdvanceEventDraft,
    AdvanceQuery,
    AdvanceRow,
    AmendmentDraft,
)
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.money_rules import BankAccount
from alize_desktop.models.records.schedules import Instalment
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.values import Money
from alize_desktop.rules.replay import REVERSALS
from alize_desktop.rules.text import search_key
from alize_desktop.services import advance_amending, advance_signing
from alize_desktop.services.advance_accounts import read_account, write_account
from alize_desktop.services.advance_details import read_detail
from alize_desktop.services.advance_events import dossier_of_event
from alize_desktop.services.advance_grants import read_grant
from alize_desktop.services.advance_reading import read_advance, read_advances
from alize_desktop.services.advance_receipts import Receipt, receive
from alize_desktop.services.advance_writing import add_event, take_back


class AdvanceService:
    """What a person asks of advances, and what happens to them."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def list(self, query: AdvanceQuery) -> tuple[AdvanceRow, ...]:
        """Return the advances that answer ``query``, by number.

        A fixed number of statements, whatever their number.
        """
        with self._registry.read() as session:
            found = read_advances(session, query.on)
        words = search_key(query.text).split()
        rows = (each.row() for each in found if each.grant.granted_on <= query.on)
        return tuple(each for each in rows if _answers(each, query, words))

    def detail(self, dossier_id: UUID, on: date) -> AdvanceDetail:
        """Return everything the screen of one advance shows, as it stands on a day.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; ``ADVANCE_NOT_FOUND``.
        """
        with self._registry.read() as session:
            return read_detail(session, dossier_id, on)

    def row(self, dossier_id: UUID, on: date) -> AdvanceRow | None:
        """Return the line of one advance, as ``list`` would; None when it has none."""
        with self._registry.read() as session:
            try:
                found = read_advance(session, dossier_id, on)
            except UserError:
                return None
        is_listed = found.grant.is_in_force or found.version is not None
        return found.row() if is_listed and found.grant.granted_on <= on else None

    def by_number(self, number: str) -> UUID:
        """Return the dossier of an advance.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; ``ADVANCE_NOT_FOUND``.
        """
        with self._registry.read() as session:
            wanted = StoredDossier.number == number.strip()
            found = session.scalar(select(StoredDossier.id).where(wanted))
            if found is None:
                raise UserError(ErrorCode.DOSSIER_NOT_FOUND, number=number)
            return read_grant(session, found).dossier_id

    def preview_signing(
        self,
        dossier_id: UUID,
        paid_on: date,
        *,
        first_due: date | None = None,
        in_fine: bool = False,
    ) -> tuple[Instalment, ...]:
        """Return the schedule that ``sign`` would freeze. Writes nothing.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; ``ADVANCE_NOT_FOUND``; the terms make no
                schedule.
        """
        with self._registry.read() as session:
            grant = read_grant(session, dossier_id)
            when = advance_signing.Payment(paid_on, first_due, in_fine)
            return advance_signing.contract(session, grant, when).rows

    def sign(
        self,
        dossier_id: UUID,
        signed_on: date,
        paid_on: date,
        author: str,
        reference: str = "",
        *,
        first_due: date | None = None,
        in_fine: bool = False,
    ) -> Changes:
        """Record that the agreement was signed, and freeze its schedule.

        Args:
            dossier_id: Of the advance.
            signed_on: Day of the last signature.
            paid_on: Day the payment is expected: dates are counted from it.
            author: Who says it, as typed.
            reference: Of the agreement.
            first_due: First due date chosen by hand; the others are counted from it.
            in_fine: Whether everything is due at once, at the end.

        Raises:
            UserError: ``ADVANCE_NOT_FOUND``; ``ADVANCE_SIGNED``; ``APPROVAL_LAPSED``;
                ``PAPER_AFTER_WITHDRAWAL``; a date that cannot be; the terms make no
                schedule; the aid is over the ceiling or its rate is not known.
        """
        draft = AdvanceEventDraft(
            kind=AdvanceEventKind.AGREEMENT_SIGNED,
            value_on=signed_on,
            reference=reference,
            author=author,
        )
        when = advance_signing.Payment(paid_on, first_due, in_fine)
        with self._registry.write() as session:
            advance_signing.sign(self._registry, session, dossier_id, draft, when)
        return _changed(dossier_id)

    def record(self, dossier_id: UUID, draft: AdvanceEventDraft) -> Changes:
        """Record what happened to an advance: any kind but its signature.

        The first payment on another day than was expected freezes the schedule again,
        counted from that day.

        Raises:
            UserError: ``ADVANCE_NOT_FOUND``; ``ADVANCE_STEP_REFUSED``; see
                ``advance_writing``. Nothing is written.
        """
        with self._registry.write() as session:
            write = take_back if draft.kind in REVERSALS else add_event
            write(self._registry, session, dossier_id, draft)
        return _changed(dossier_id)

    def receive(
        self, dossier_id: UUID, amount: Money, on: date, reference: str, author: str
    ) -> Changes:
        """Record money received: a repayment, or a recovery of what was written off.

        Raises:
            UserError: See ``record``.
        """
        receipt = Receipt(amount, on, reference, author)
        with self._registry.write() as session:
            receive(self._registry, session, dossier_id, receipt)
        return _changed(dossier_id)

    def reverse(self, event_id: UUID, draft: AdvanceEventDraft) -> Changes:
        """Take back an event: a correction is a reversal and a new event.

        Args:
            event_id: The event.
            draft: A reversal, or a rejected debit; its amount is that of the event.

        Raises:
            UserError: ``EVENT_NOT_FOUND``; ``EVENT_ALREADY_REVERSED``;
                ``EVENT_NOT_REVERSIBLE``; see ``advance_writing``.
        """
        draft = replace(draft, reverses_id=event_id)
        with self._registry.write() as session:
            dossier_id = dossier_of_event(session, event_id)
            take_back(self._registry, session, dossier_id, draft)
        return _changed(dossier_id)

    def preview_amendment(self, dossier_id: UUID, draft: AmendmentDraft) -> tuple[Instalment, ...]:
        """Return the schedule that ``amend`` would freeze. Writes nothing.

        Raises:
            UserError: What ``amend`` refuses, but for the decision and the author.
        """
        with self._registry.read() as session:
            return advance_amending.preview(self._registry, session, dossier_id, draft)

    def amend(
        self,
        dossier_id: UUID,
        draft: AmendmentDraft,
        shown: tuple[Instalment, ...] | None = None,
    ) -> Changes:
        """Freeze the schedule that an amendment gives; the ones before stay readable.

        Args:
            dossier_id: Of the advance.
            draft: What changes.
            shown: What ``preview_amendment`` gave; None when nothing was shown.

        Raises:
            UserError: ``ADVANCE_NOT_SIGNED``; ``AMENDMENT_WITHOUT_DECISION``;
                ``AMENDMENT_CHANGED_MEANWHILE``: it is no longer what was shown;
                ``EVENT_AUTHOR_MISSING``; a date that cannot be; what
                ``rules.amendments`` refuses.
        """
        with self._registry.write() as session:
            advance_amending.amend(self._registry, session, dossier_id, draft, shown)
        return _changed(dossier_id)

    def account(self, siren: str) -> BankAccount | None:
        """Return the account of a company, None while it is not known."""
        with self._registry.read() as session:
            return read_account(session, siren)

    def save_account(self, account: BankAccount) -> Changes:
        """Save the account of a company: there is one by SIREN, whatever ``id`` says.

        Its revision is that of the account that was edited, 0 when none was known.

        Raises:
            UserError: ``IBAN_INVALID``; ``BIC_INVALID``; ``SIREN_INVALID``; ``TEXT_MISSING``;
                ``EVENT_DATE_IN_FUTURE`` for a mandate; ``ACCOUNT_CHANGED_MEANWHILE``.
        """
        with self._registry.write() as session:
            changed = write_account(self._registry, session, account)
        return Changes(money=changed)


def _changed(dossier_id: UUID) -> Changes:
    return Changes(dossiers=frozenset({dossier_id}), money=True)


def _answers(row: AdvanceRow, query: AdvanceQuery, words: Sequence[str]) -> bool:
    """Return whether a line has every word, a state and an age that are asked."""
    if query.states and row.position.state not in query.states:
        return False
    if query.buckets and row.position.bucket not in query.buckets:
        return False
    text = search_key(f"{row.number} {row.company} {row.town} {row.siren}")
    return all(each in text for each in words)
