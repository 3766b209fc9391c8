"""Sentences of the minutes that hold even when there is nothing to tell, and the annexes."""

from collections.abc import Iterator
from typing import Final

from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import MinutesItem, MinutesRecusal
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.bodies import is_feminine_body, of_the_body
from alize_desktop.wording.minutes_words import ended, unended
from alize_desktop.wording.names import list_text, member_name

WITHOUT_PREVIOUS: Final = "Aucun procès-verbal n’est soumis à approbation."
"""The agenda approves no minutes, and nothing was written of it."""

WITHOUT_FOLLOW_UP: Final = "Aucune condition d’une décision antérieure n’est examinée."
"""The agenda follows no condition, and nothing was written of it."""

_WITHOUT_INTERESTS: Final = "Aucun membre ne déclare d’intérêt dans un dossier de l’ordre du jour."


def interest_sentences(record: MinutesRecord) -> Iterator[str]:
    """Yield who declared an interest, a sentence a dossier, by the number of passage.

    « Dossier 2026-014 (Menuiserie Aubry) : Mme Perrin (banque de l’entreprise). »
    Nothing while the meeting may still tell some; none told once it examined its dossiers.
    """
    concerned = [each for each in record.items if each.recused]
    for each in sorted(concerned, key=lambda item: item.place.position):
        yield _interests(each)
    if not concerned and record.is_over and not record.lost_quorum:
        yield _WITHOUT_INTERESTS


def of_body(record: MinutesRecord) -> str:
    """Return « du comité d’agrément », « de la commission »."""
    rules = record.rules
    is_own = record.body == rules.body
    is_feminine = rules.body_feminine if is_own else is_feminine_body(record.body)
    return of_the_body(record.body, is_feminine=is_feminine)


def annex_names(record: MinutesRecord) -> Iterator[str]:
    """Yield what is kept with the minutes; nothing before the meeting is opened."""
    if record.opened_at is None:
        return
    yield "Réponses écrites des membres" if record.is_written else "Feuille de présence"
    if record.proxies:
        given = [
            f"de {member_name(each.giver.sheet)} à {member_name(each.holder.sheet)}"
            for each in record.proxies
        ]
        yield f"{'Pouvoirs' if len(given) > 1 else 'Pouvoir'} {list_text(given)}"
    if any(item.decision for item in record.items):
        yield "Relevé de décisions, ci-après"


def _interests(item: MinutesItem) -> str:
    names = f"{NO_BREAK}; ".join(_interest(each) for each in item.recused)
    return f"Dossier {item.number} ({item.sheet.company.name}){NO_BREAK}: {ended(names)}"


def _interest(recusal: MinutesRecusal) -> str:
    name, reason = member_name(recusal.member.sheet), unended(recusal.reason)
    return f"{name} ({reason})" if reason else name
