"""What a ballot asks, when it is not the dossier as it was filed."""

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.ballots import Motion
from alize_desktop.models.values import Money
from alize_desktop.wording.amounts import money_short

translate = QCoreApplication.translate


def motion_text(motion: Motion) -> str:
    """Return the question put to the vote; empty for the dossier as filed."""
    amount = ""
    if motion.amount_minor is not None:
        amount = translate("motions", "avance de {amount}").format(
            amount=money_short(Money(motion.amount_minor))
        )
    asked = ", ".join(part for part in (amount, motion.text) if part)
    if not asked:
        return ""
    if motion.answers_ballot_id is None:
        return translate("motions", "Question posée : {asked}").format(asked=asked)
    return translate("motions", "Contre-proposition : {asked}").format(asked=asked)
