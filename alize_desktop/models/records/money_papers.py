"""What the papers of one advance say: read once, then typeset."""

from dataclasses import dataclass

from alize_desktop.models.records.advances import AdvanceDetail, AdvanceEvent
from alize_desktop.models.records.dossier_papers import DossierPaperRecord
from alize_desktop.models.records.money_rules import BankAccount, MoneyRules


@dataclass(frozen=True, slots=True)
class AdvancePaperRecord:
    """Everything that the papers of one advance say.

    Attributes:
        paper: Who writes, to whom; ``taken`` is the approval that holds, ``first`` the one
            that the agreement is named after.
        detail: The advance on the day that the paper tells.
        rules: In force.
        account: Of the company; None while it is not known.
        event: What the paper is about; None for a letter, and for money not released yet.
    """

    paper: DossierPaperRecord
    detail: AdvanceDetail
    rules: MoneyRules
    account: BankAccount | None = None
    event: AdvanceEvent | None = None
