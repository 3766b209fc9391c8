"""Sentences about what was sent: whether the notice left in time, and to whom."""

from datetime import date
from typing import Final

from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.minutes_words import ended
from alize_desktop.wording.names import counted, list_text, plural

NOTHING_SENT: Final = "Aucun envoi de la convocation n’est noté."
"""The register holds no sending of the notice."""

_MOST_NAMES: Final = 5


def kept_sentence(last: date, days: int, left: int) -> str:
    """Return that the notice left in time.

    « Convocation envoyée à tous le 3 mars 2026 au plus tard, 20 jours avant la séance :
    le délai de 5 jours est respecté. »

    Args:
        last: Day of the last sending.
        days: Delay of the rules.
        left: Days between that sending and the meeting.
    """
    delay = (
        f"le délai de {counted(days, 'jour')} est respecté" if days else "aucun délai n’est exigé"
    )
    return f"{_sent(last)}, {counted(left, 'jour')} avant la séance{NO_BREAK}: {delay}."


def second_kept_sentence(last: date, days: int) -> str:
    """Return that a second notice left in time, in clear days."""
    delay = counted(days, "jour franc", "jours francs")
    return f"Seconde {_sent(last, capital=False)}{NO_BREAK}: le délai de {delay} est respecté."


def urgent_sentence(last: date) -> str:
    """Return that an emergency waives the delay."""
    return f"{_sent(last)}, en urgence{NO_BREAK}: le délai n’est pas exigé."


def written_sentence(last: date, replies_by: date | None) -> str:
    """Return when a written consultation left, and until when it may be answered."""
    until = f", réponses attendues jusqu’au {long_date(replies_by)}" if replies_by else ""
    return f"{_sent(last)}{until}."


def late_sentence(names: tuple[str, ...], days: int, *, clear: bool) -> str:
    """Return for whom the notice left too late.

    « Convocation partie trop tard pour M. Weiß : le règlement demande 5 jours. »

    Args:
        names: At least one.
        days: Delay of the rules.
        clear: Whether they are clear days.
    """
    delay = counted(days, "jour franc", "jours francs") if clear else counted(days, "jour")
    return (
        f"Convocation partie trop tard pour {_names(names)}{NO_BREAK}: le règlement demande "
        f"{delay}."
    )


def waiting_sentence(names: tuple[str, ...]) -> str:
    """Return for whom no sending is recorded: « Envoi à noter pour 2 membres : … »."""
    members = counted(len(names), "membre")
    return ended(f"Envoi à noter pour {members}{NO_BREAK}: {_names(names)}")


def _sent(last: date, *, capital: bool = True) -> str:
    word = "Convocation" if capital else "convocation"
    return f"{word} envoyée à tous, au plus tard le {long_date(last)}"


def _names(names: tuple[str, ...]) -> str:
    if len(names) <= _MOST_NAMES:
        return list_text(names)
    more = len(names) - _MOST_NAMES
    others = f"{more} {plural(more, 'autre')}"
    return list_text([*names[:_MOST_NAMES], others])
