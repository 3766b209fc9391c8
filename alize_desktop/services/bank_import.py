"""Bank statements brought in: each line that seems to repay an advance is confirmed."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.records.advances import AdvancePosition, BankLine, BankMatch
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.bank_matches import Candidate, CandidateIndex, Match, matches, proposed
from alize_desktop.services.advance_accounts import read_accounts
from alize_desktop.services.advance_events import taken_keys
from alize_desktop.services.advance_reading import read_advances
from alize_desktop.services.advance_receipts import Receipt, receive
from alize_desktop.services.advance_writing import today_of
from alize_desktop.wording.bank_matches import SEVERAL, UNKNOWN, why


class BankService:
    """Proposes what a statement repays, then records what a person confirmed."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def preview(self, path: Path) -> tuple[BankMatch, ...]:
        """Return the money received in a statement, and what each line seems to repay.

        What leaves the account is left out. Writes nothing.

        Raises:
            UserError: ``FILE_NOT_READABLE``; ``BANK_STATEMENT_NOT_READABLE`` with the line.
        """
        from alize_desktop.spreadsheets.bank_statement import (  # noqa: PLC0415  # on first use
            read_statement,
        )

        lines = [each for each in read_statement(path) if each.amount > ZERO]
        with self._registry.read() as session:
            candidates = CandidateIndex(_candidates(self._registry, session))
            taken = taken_keys(session)
        return tuple(_match(each, candidates, is_known=each.key in taken) for each in lines)

    def accept(self, choices: Sequence[tuple[BankLine, UUID]], author: str) -> Changes:
        """Record lines as money received, each for the advance chosen: all of them, or none.

        Money for an advance that was written off is recovered.

        Raises:
            UserError: ``BANK_LINE_TAKEN``; what ``AdvanceService.receive`` refuses.
        """
        ordered = sorted(choices, key=lambda each: each[0].booked_on)
        with self._registry.write() as session:
            for line, dossier_id in ordered:
                said = Receipt(line.amount, line.booked_on, line.label, author, line.key)
                receive(self._registry, session, dossier_id, said)
        return Changes(dossiers=frozenset(each for _line, each in choices), money=bool(choices))


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


def _match(line: BankLine, candidates: CandidateIndex, *, is_known: bool) -> BankMatch:
    found = matches(line, candidates.near(line))
    best: Match | None = proposed(found)
    others = tuple(each.candidate.dossier_id for each in found if each is not best)
    if best is None:
        return BankMatch(line, None, SEVERAL if found else UNKNOWN, is_known, others)
    told = why(best, line.amount)
    return BankMatch(line, best.candidate.dossier_id, told, is_known, others)
