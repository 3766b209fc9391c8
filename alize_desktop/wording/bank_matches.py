"""Why a line of a bank statement seems to repay an advance, in French."""

from typing import Final

from alize_desktop.models.values import Money
from alize_desktop.rules.bank_matches import Clue, Match
from alize_desktop.rules.bank_recorded import Recorded
from alize_desktop.wording.amounts import NO_BREAK, money_short
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.names import list_text

_CLUES: Final = {
    Clue.NUMBER: f"le numéro{NO_BREAK}{{number}}",
    Clue.MANDATE: f"le mandat{NO_BREAK}{{mandate}}",
    Clue.NAME: "le nom «\u00a0{company}\u00a0»",
    Clue.AMOUNT: "le montant de {amount}",
}
UNKNOWN: Final = "Rien n’est reconnu\u00a0: choisissez l’avance."
SEVERAL: Final = "Plusieurs avances conviennent\u00a0: choisissez."


TAKEN: Final = "Cette ligne a déjà été enregistrée."


def told_before_text(recorded: Recorded) -> str:
    """Return why a line may have been recorded: « Un encaissement de 500 € est déjà… »."""
    amount, day = money_short(recorded.amount), short_date(recorded.on)
    return f"Un encaissement de {amount} du {day} est déjà enregistré sur cette avance."


def rejection_text(recorded: Recorded) -> str:
    """Return what a rejected debit takes back: « Annule l’encaissement de 500 € du… »."""
    amount, day = money_short(recorded.amount), short_date(recorded.on)
    return f"Rejet{NO_BREAK}: annule l’encaissement de {amount} du {day}."


def why(match: Match, amount: Money) -> str:
    """Return what was recognised: « On reconnaît le numéro 2026-014 et le montant de 1 000 €. »."""
    candidate = match.candidate
    told = [
        text.format(
            number=candidate.number,
            mandate=candidate.mandate,
            company=candidate.company,
            amount=money_short(amount),
        )
        for clue, text in _CLUES.items()
        if clue in match.clues
    ]
    return f"On reconnaît {list_text(told)}."
