"""What should be known before a payment file is written."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.payment_files import PaymentFileWritten
from alize_desktop.ui.payments.lines import ChosenPayment
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.names import counted

translate = QCoreApplication.translate


def warnings(
    payments: Sequence[ChosenPayment], written: Sequence[PaymentFileWritten]
) -> tuple[str, ...]:
    """Return what should be known, a sentence each.

    Args:
        payments: Those that the file may hold.
        written: Files written before, the newest first.
    """
    return (_about_files(payments, written),) if payments and written else ()


def _about_files(payments: Sequence[ChosenPayment], written: Sequence[PaymentFileWritten]) -> str:
    """Return which payments were asked for before, or at least when the last file was."""
    again = sum(each.is_chosen and each.before is not None for each in payments)
    if again:
        words = translate(
            "payments",
            "{count} dans un fichier écrit avant\u00a0: la banque peut l’exécuter deux fois. "
            "Écartez ce qui lui est déjà demandé.",
        )
        one = translate("payments", "paiement coché est déjà")
        several = translate("payments", "paiements cochés sont déjà")
        return words.format(count=counted(again, one, several))
    last = written[0]
    words = translate("payments", "Dernier fichier écrit le {day}\u00a0: «\u00a0{file}\u00a0».")
    said = words.format(day=short_date(last.on), file=Path(last.path).name)
    if all(each.references is not None for each in written):
        return said
    unknown = translate(
        "payments",
        "Des fichiers écrits avant ne sont plus à leur place\u00a0: vérifiez que ces paiements "
        "n’y sont pas.",
    )
    return f"{said} {unknown}"
