"""What the bank statement of a company shows of an advance."""

from typing import Final

from alize_desktop.wording.bank_words import bank_text

DEBIT: Final = "Le prélèvement"
"""What cannot be done while an advance waits."""


def transfer_text(number: str, operator: str) -> str:
    """Return what goes with an advance: « AVANCE REMBOURSABLE 2026-014 ALIZE COTE-D'OR »."""
    return bank_text(f"Avance remboursable {number} {operator}").upper()


def debit_text(number: str, instalment: int, operator: str) -> str:
    """Return what goes with an instalment: « AVANCE 2026-014 ECHEANCE 3 ALIZE COTE-D'OR »."""
    return bank_text(f"Avance {number} échéance {instalment} {operator}").upper()
