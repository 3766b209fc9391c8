"""What the rules refuse in a decision that is typed, and how the button tells it."""

from PySide6.QtCore import QCoreApplication

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.committee import CurrentItem
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.values import Money
from alize_desktop.rules.decisions import check_decision

translate = QCoreApplication.translate


def refusal_of(item: CurrentItem, draft: DecisionDraft) -> UserError | None:
    """Return what the rules refuse in a decision on a dossier, if anything."""
    ballot = item.ballot if item.ballot and item.ballot.proclaimed_at else None
    outcome, voted, doubt = None, None, ""
    if ballot is not None:
        outcome, doubt = ballot.result.outcome, ballot.reexamination
        minor = ballot.motion.amount_minor
        voted = None if minor is None else Money(minor)
    try:
        check_decision(draft, item.sheet.request.amount, outcome, voted, to_reexamine=bool(doubt))
    except UserError as error:
        return error
    return None


def in_few_words(code: ErrorCode) -> str:
    """Return what a button says of a refusal; the whole sentence stands beside it."""
    words = {
        ErrorCode.RESULT_TO_REEXAMINE: translate("decision", "résultat à réexaminer"),
        ErrorCode.DECISION_UNLIKE_VOTE: translate("decision", "ce n’est pas le montant voté"),
        ErrorCode.DECISION_ABOVE_REQUEST: translate("decision", "plus que l’avance demandée"),
        ErrorCode.DECISION_WITHOUT_GROUNDS: translate("decision", "il manque le motif"),
        ErrorCode.DECISION_EMPTY: translate("decision", "ni avance ni jours"),
        ErrorCode.ENVELOPE_EXCEEDED: translate("decision", "plus que le fonds ne peut prêter"),
        ErrorCode.ENVELOPE_REASON_MISSING: translate("decision", "il manque le motif"),
    }
    return words.get(code) or translate("decision", "durée ou échéances à revoir")
