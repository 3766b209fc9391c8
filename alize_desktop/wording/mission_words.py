"""The words of missions: days, what happened, what the labour code asks."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final
from uuid import UUID

from alize_desktop.models.enums import MissionEventKind
from alize_desktop.models.records.missions import LegalDoubt, MissionEvent
from alize_desktop.rules.labour_law import (
    GROUP_LEAST,
    HOST_BELOW,
    LONGEST_YEARS,
    USUAL_ARTICLE,
    YOUNG_YEARS,
)
from alize_desktop.wording.amounts import NO_BREAK, decimal_text, integer_text
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted, plural

HIGHEST_RATING: Final = 5

_COST: Final = "\u00a0; le prêt se facture donc à son coût, ni plus ni moins"
_GROUP: Final = integer_text(GROUP_LEAST, NO_BREAK)
_CODE: Final = "du code du travail"

_DOUBTS: Final[Mapping[tuple[str, bool | None], str]] = {
    ("person", False): (
        "Personne prêtée\u00a0: son nom et sa qualification ne sont pas dits, la convention les demande"
    ),
    ("consent", None): (
        "Accord de la personne prêtée\u00a0: on ne sait pas si elle l’a donné, par un avenant à son "
        "contrat de travail"
    ),
    ("consent", False): (
        "Accord de la personne prêtée\u00a0: elle l’a refusé, et le prêt n’a pas lieu sans lui"
    ),
    ("agreement", False): (
        "Convention entre les deux entreprises\u00a0: elle n’est pas signée, et le prêt commence le {day}"
    ),
    ("host_headcount", None): (
        f"Effectif de l’entreprise d’accueil\u00a0: on ne sait pas si elle compte moins de {HOST_BELOW} "
        "salariés"
    ),
    ("host_headcount", False): (
        f"Effectif de l’entreprise d’accueil\u00a0: {{headcount}} salariés, alors qu’il en faut moins "
        f"de {HOST_BELOW}, ou moins de {YOUNG_YEARS} ans d’existence"
    ),
    ("lender_group", None): (
        f"Groupe du prêteur\u00a0: on ne sait pas s’il compte au moins {_GROUP} salariés"
    ),
    ("lender_group", False): f"Groupe du prêteur\u00a0: il compte moins de {_GROUP} salariés",
    ("same_group", None): (
        "Groupe des deux entreprises\u00a0: on ne sait pas si elles appartiennent au même"
    ),
    ("same_group", False): "Groupe des deux entreprises\u00a0: elles appartiennent au même",
    ("duration", None): (
        f"Durée du prêt\u00a0: son début ou sa fin n’est pas dit\u00a0; il ne dépasse pas {LONGEST_YEARS} ans"
    ),
    (
        "duration",
        False,
    ): f"Durée du prêt\u00a0: du {{first}} au {{last}}, plus de {LONGEST_YEARS} ans",
    ("aim", False): (
        "But du prêt\u00a0: la mission n’a pas d’objectifs, la convention doit dire ce qu’il vise"
    ),
}
"""By condition and whether it is met; None when nobody knows."""

_OF_A_FREE_LOAN: Final = frozenset({"host_headcount", "lender_group", "same_group", "duration"})
"""Conditions of a loan below its cost: unmet, the loan is that of the first article."""


def doubt_text(doubt: LegalDoubt) -> str:
    """Return a condition that is unknown or not met, in a sentence with its article."""
    values = {name: _value(value) for name, value in doubt.values}
    words = _DOUBTS[doubt.key, doubt.is_met].format(**values)
    article = f"article {doubt.article}"
    if doubt.is_met is False and doubt.key in _OF_A_FREE_LOAN:
        words, article = f"{words}{_COST}", f"articles {USUAL_ARTICLE} et {doubt.article}"
    return f"{words} ({article} {_CODE})."


def days_text(days: Decimal) -> str:
    """Return a number of days: « 2,5 jours », « 1,5 jour »."""
    return f"{decimal_text(days)}{NO_BREAK}{plural(Fraction(days), 'jour')}"


def skills_days_text(days: Decimal) -> str:
    """Return a number of days lent: « 2,5 jours de compétences »."""
    return counted(Fraction(days), "jour de compétences", "jours de compétences")


def rating_text(rating: int | None) -> str:
    """Return an evaluation: « 4 sur 5 »; empty without one."""
    return "" if rating is None else f"{rating} sur {HIGHEST_RATING}"


def event_text(event: MissionEvent, events: Iterable[MissionEvent]) -> str:
    """Return what an event says beside its kind and its day; empty when it says no more.

    Args:
        event: One of ``events``.
        events: Those of its mission: a confirmation is told with what it confirms.
    """
    draft = event.draft
    named = _named(draft.names_id, events)
    parts = (
        named,
        days_text(draft.days) if draft.days else "",
        f"jusqu’au {short_date(draft.ends_on)}" if draft.ends_on else "",
        rating_text(draft.rating),
        draft.text,
        draft.author,
    )
    return " · ".join(each for each in parts if each)


def _named(names_id: UUID | None, events: Iterable[MissionEvent]) -> str:
    """Return the event that another one is about: « Jours faits du 08/04/2026, 1 jour »."""
    found = next((each.draft for each in events if each.id == names_id), None)
    if found is None:
        return ""
    days = f", {days_text(found.days)}" if found.kind is MissionEventKind.DAYS_DONE else ""
    return f"{label(found.kind)} du {short_date(found.value_on)}{days}"


def _value(value: object) -> str:
    if isinstance(value, date):
        return short_date(value)
    return decimal_text(value) if isinstance(value, Decimal) else str(value)
