"""Payment files for the bank of the fund: shown with their totals, then written once."""

from collections.abc import Collection, Generator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.payment_files import PaymentFileWritten, PaymentPreview
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.payment_checks import check_creditor, check_execution
from alize_desktop.services import papers
from alize_desktop.services.clock import local
from alize_desktop.services.money_rules_reading import read_money_rules
from alize_desktop.services.payment_files_reading import next_due, read_debits, read_transfers
from alize_desktop.services.payment_files_written import read_again, read_papers
from alize_desktop.services.programme_reading import current_programme


class PaymentFileService:
    """Prepares SEPA files. Nothing is paid by one: the bank's answer is recorded by a person.

    Previews and files raise ``PAYMENT_FILES_OFF`` unless the rules of the fund offer such files,
    ``CREDITOR_ACCOUNT_MISSING`` and, for debits, ``CREDITOR_IDENTIFIER_INVALID``. A day that
    is past or more than a year ahead raises ``PAYMENT_DAY_REFUSED``.
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def disbursements(self, on: date) -> PaymentPreview:
        """Return what is left to pay to companies, to be paid on a day."""
        return self._read(on, is_debit=False)[0]

    def debits(self, on: date) -> PaymentPreview:
        """Return the instalments due on a day, to be debited."""
        return self._read(on, is_debit=True)[0]

    def next_debit(self) -> date | None:
        """Return the first day, from today on, with an instalment to debit; None without one."""
        today = local(self._registry.clock(), current_programme(self._registry)).date()
        with self._registry.read() as session:
            return next_due(session, today)

    def written(self) -> tuple[PaymentFileWritten, ...]:
        """Return the files written before, the newest first, with what they ask of the bank."""
        programme = current_programme(self._registry)
        with self._registry.read() as session:
            found = read_papers(session)
        return tuple(read_again(each, programme) for each in found)

    def write(
        self, preview: PaymentPreview, path: Path, chosen: Collection[UUID] | None = None
    ) -> Generator[Progress, None, Paper]:
        """Write what was shown: pain.001.001.09, or pain.008.001.08 for debits.

        Args:
            preview: As it was shown; it must still hold.
            path: A file that does not exist.
            chosen: Dossiers to keep of it; all by default.

        Returns:
            The file and its hash. Cancelled or failed: no file, nothing remembered.

        Raises:
            UserError: ``FILE_EXISTS``; ``PAYMENT_FILE_EMPTY``;
                ``PAYMENTS_CHANGED_MEANWHILE``; the file cannot be written.
        """
        from alize_desktop.documents.payments import (  # noqa: PLC0415  # on first use
            PaymentOrder,
            debits_xml,
            transfers_xml,
        )

        _check_new(path)
        current, rules = self._read(preview.on, is_debit=preview.is_debit)
        if current.lines != preview.lines:
            raise UserError(ErrorCode.PAYMENTS_CHANGED_MEANWHILE)
        asked = _chosen(current, chosen)
        yield Progress(1, 2, "Paiements relus")
        made_at = local(self._registry.clock(), current_programme(self._registry))
        order = PaymentOrder(self._registry.new_id(), made_at, asked.on, rules, asked.lines)
        content = debits_xml(order) if asked.is_debit else transfers_xml(order)
        yield Progress(2, 2, "Fichier contrôlé")
        _check_new(path)
        return papers.keep(self._registry, PaperKind.PAYMENT_FILE, path, content)

    def _read(self, on: date, *, is_debit: bool) -> tuple[PaymentPreview, MoneyRules]:
        today = local(self._registry.clock(), current_programme(self._registry)).date()
        with self._registry.read() as session:
            rules = read_money_rules(session)
            check_creditor(rules, is_debit=is_debit)
            check_execution(on, today)
            if is_debit:
                return read_debits(session, on), rules
            return read_transfers(session, on, today), rules


def _chosen(preview: PaymentPreview, chosen: Collection[UUID] | None) -> PaymentPreview:
    lines = tuple(x for x in preview.lines if chosen is None or x.dossier_id in chosen)
    if not lines:
        raise UserError(ErrorCode.PAYMENT_FILE_EMPTY)
    return replace(preview, lines=lines)


def _check_new(path: Path) -> None:
    """Refuse the name of a file that is there: it may be on its way to the bank."""
    if path.exists() or path.is_symlink():
        raise UserError(ErrorCode.FILE_EXISTS, path=str(path))
