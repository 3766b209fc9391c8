"""Bank statements brought in: each line that seems to repay an advance is confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import RefusedLineError, UserError
from alize_desktop.models.records.advances import AdvancePosition, BankLine, BankMatch
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.bank_matches import (
    Candidate,
    CandidateIndex,
    Clue,
    Match,
    matches,
    proposed,
)
from alize_desktop.rules.bank_recorded import Recorded, taken_back, told_before
from alize_desktop.services.advance_accounts import read_accounts
from alize_desktop.services.advance_events import taken_keys
from alize_desktop.services.advance_reading import read_advances
from alize_desktop.services.advance_receipts import Receipt, receive
from alize_desktop.services.advance_writing import today_of
from alize_desktop.services.bank_recorded import read_recorded, reject
from alize_desktop.wording.bank_matches import (
    SEVERAL,
    TAKEN,
    UNKNOWN,
    rejection_text,
    told_before_text,
    why,
)


class BankService:
    """Proposes what a statement repays, then records what a person confirmed."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def preview(self, path: Path) -> tuple[BankMatch, ...]:
        """Return the money received in a statement, and what each line seems to repay.

        What leaves the account is left out, but for the debits that the bank rejected.
        Writes nothing.

        Raises:
            UserError: ``FILE_NOT_READABLE``; ``BANK_STATEMENT_NOT_READABLE`` with the line.
        """
        from alize_desktop.spreadsheets.bank_statement import (  # noqa: PLC0415  # on first use
            read_statement,
        )

        lines = read_statement(path)
        with self._registry.read() as session:
            known = _Known(
                CandidateIndex(_candidates(self._registry, session)),
                taken_keys(session),
                read_recorded(session, {each.key for each in lines}),
                read_recorded(session),
            )
        found = (known.match(each) for each in lines)
        return tuple(each for each in found if each is not None)

    def accept(self, choices: Sequence[tuple[BankLine, UUID]], author: str) -> Changes:
        """Record lines as money received, each for the advance chosen: all of them, or none.

        Money for an advance that was written off is recovered; what left the account is a
        debit of the advance that was rejected.

        Raises:
            RefusedLineError: ``BANK_LINE_TAKEN``; what ``AdvanceService.receive`` refuses, and
                ``bank_recorded.reject``; with the key of the line.
        """
        ordered = sorted(choices, key=lambda each: each[0].booked_on)
        with self._registry.write() as session:
            for line, dossier_id in ordered:
                try:
                    self._record(session, line, dossier_id, author)
                except UserError as error:
                    raise RefusedLineError(error, line.key) from error
        return Changes(dossiers=frozenset(each for _line, each in choices), money=bool(choices))

    def _record(self, session: Session, line: BankLine, dossier_id: UUID, author: str) -> None:
        if line.amount < ZERO:
            reject(self._registry, session, dossier_id, line, author)
        else:
            said = Receipt(line.amount, line.booked_on, line.label, author, line.key)
            receive(self._registry, session, dossier_id, said)


@dataclass(frozen=True, slots=True)
class _Known:
    """What a line is compared with.

    Attributes:
        candidates: Advances that were paid.
        taken: Lines that were recorded before.
        typed: Money that no line of the statement brought; each accounts for one line.
        received: All the money that nothing took back.
    """

    candidates: CandidateIndex
    taken: frozenset[str]
    typed: list[Recorded]
    received: list[Recorded]

    def match(self, line: BankLine) -> BankMatch | None:
        """Return what a line seems to be; None when it is no business of an advance."""
        if line.amount < ZERO:
            return self._rejection(line)
        if line.amount == ZERO:
            return None
        near = matches(line, self.candidates.near(line))
        found = _match(line, near, is_known=line.key in self.taken)
        if found.is_known:
            return found
        told = told_before(line, self.typed, _named(near) or None)
        if told is None:
            return found
        self.typed.remove(told)
        others = tuple(each for each in found.others if each != told.dossier_id)
        return BankMatch(
            line, told.dossier_id, told_before_text(told), others=others, is_doubtful=True
        )

    def _rejection(self, line: BankLine) -> BankMatch | None:
        """Return the money that a line takes back, of an advance that it names."""
        if line.key in self.taken:
            return BankMatch(line, None, TAKEN, is_known=True)
        named = _named(matches(line, self.candidates.near(line)))
        back = taken_back(line, self.received, named)
        if back is None:
            return None
        self.received.remove(back)
        return BankMatch(line, back.dossier_id, rejection_text(back), rejects=back.event_id)


def _candidates(registry: Registry, session: Session) -> list[Candidate]:
    accounts = read_accounts(session)
    found = []
    for each in read_advances(session, today_of(registry, session)):
        position, account = each.position(), accounts.get(each.grant.siren)
        if position.disbursed:
            mandate = account.mandate if account else ""
            grant = each.grant
            amounts = _amounts(position)
            found.append(Candidate(grant.dossier_id, grant.number, grant.company, mandate, amounts))
    return found


def _amounts(position: AdvancePosition) -> frozenset[Money]:
    """Return what a company may pay at once."""
    rows = {each.remaining for each in position.rows}
    return frozenset({*rows, position.overdue, position.outstanding} - {ZERO})


def _named(found: Sequence[Match]) -> tuple[UUID, ...]:
    """Return the advances of which more than an amount was recognised."""
    return tuple(each.candidate.dossier_id for each in found if each.clues & ~Clue.AMOUNT)


def _match(line: BankLine, found: Sequence[Match], *, is_known: bool) -> BankMatch:
    best: Match | None = proposed(found)
    others = tuple(each.candidate.dossier_id for each in found if each is not best)
    if best is None:
        return BankMatch(line, None, SEVERAL if found else UNKNOWN, is_known, others)
    told = why(best, line.amount)
    return BankMatch(line, best.candidate.dossier_id, told, is_known, others)
