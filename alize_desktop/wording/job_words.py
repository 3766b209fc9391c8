"""Jobs in French: what is promised, what was seen, where a milestone stands."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from alize_desktop.models.enums import JobKind
from alize_desktop.models.records.jobs import (
    JobCounts,
    JobFacts,
    JobMilestone,
    JobObservationDraft,
    JobOpening,
    JobPromise,
)
from alize_desktop.rules.jobs import (
    above_reference,
    counted_part,
    counts_of,
    differs,
    is_above_what_was_seen,
    is_told_by_the_past,
    total,
)
from alize_desktop.wording.amounts import NO_BREAK, decimal_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted, list_text, plural

_TO_COME: Final[Mapping[JobKind, str]] = {
    JobKind.CREATED: "à créer",
    JobKind.MAINTAINED: "à maintenir",
    JobKind.SUSTAINED: "à pérenniser",
}
_SEEN: Final[Mapping[JobKind, tuple[str, str]]] = {
    JobKind.CREATED: ("créé", "créés"),
    JobKind.MAINTAINED: ("maintenu", "maintenus"),
    JobKind.SUSTAINED: ("pérennisé", "pérennisés"),
}


def months_text(months: int) -> str:
    """Return the name of a milestone: « 12 mois »."""
    return f"{months}{NO_BREAK}mois"


def fte_text(fte: Decimal) -> str:
    """Return full-time equivalents: « 2,5 ETP »."""
    return f"{decimal_text(fte)}{NO_BREAK}ETP"


def promised_items(counts: JobCounts) -> Iterator[str]:
    """Yield what is promised, an item a kind: « 3 emplois à créer (2,5 ETP) »."""
    for kind, what in _TO_COME.items():
        persons, fte = _of_kind(counts, kind)
        if persons or fte:
            yield _with_fte(f"{counted(persons, 'emploi')} {what}", fte)


def promised_text(counts: JobCounts) -> str:
    """Return what is promised in one phrase: « 3 emplois à créer et 2 emplois à maintenir »."""
    return list_text([*promised_items(counts)]) or "aucun emploi"


def seen_items(counts: JobCounts, promise: JobCounts | None = None) -> Iterator[str]:
    """Yield what was seen, an item a kind: « 3 emplois créés (2,5 ETP) ».

    Args:
        counts: What was seen.
        promise: What was promised: a kind of which none was seen is told then.
    """
    for kind, (one, several) in _SEEN.items():
        persons, fte = _of_kind(counts, kind)
        if persons:
            done = several if persons > 1 else one
            yield _with_fte(f"{counted(persons, 'emploi')} {done}", fte)
        elif promise is not None and any(_of_kind(promise, kind)):
            yield f"aucun emploi {one}"


def seen_text(counts: JobCounts) -> str:
    """Return what was seen in one phrase: « 3 emplois créés », « aucun emploi »."""
    return list_text([*seen_items(counts)]) or "aucun emploi"


def seen_short(counts: JobCounts) -> str:
    """Return what was seen in a few words: « 3 créés (2,5 ETP), 2 maintenus »."""
    told = []
    for kind, (one, several) in _SEEN.items():
        persons, fte = _of_kind(counts, kind)
        if persons:
            told.append(_with_fte(f"{persons} {several if persons > 1 else one}", fte))
    return ", ".join(told) or "aucun emploi"


def kind_text(kind: JobKind) -> str:
    """Return what becomes of a job that is promised: « À créer »."""
    words = _TO_COME[kind]
    return f"{words[0].upper()}{words[1:]}"


def lacking_items(counts: JobCounts) -> Iterator[str]:
    """Yield what lacks, an item a kind; full-time equivalents alone when persons are enough."""
    for kind, what in _TO_COME.items():
        persons, fte = _of_kind(counts, kind)
        if persons:
            yield f"{counted(persons, 'emploi')} {what}"
        elif fte:
            full_time = plural(Fraction(fte), "équivalent temps plein", "équivalents temps plein")
            yield f"{decimal_text(fte)} {full_time} d’emplois {what}"


def line_text(line: JobPromise) -> str:
    """Return one line of what is promised: « 3 emplois à créer, CDI, d’ici le 15 mars 2027 »."""
    what = _with_fte(f"{counted(line.persons, 'emploi')} {_TO_COME[line.kind]}", line.fte)
    day = f"d’ici le {long_date(line.due_on)}" if line.due_on else ""
    return ", ".join(each for each in (what, label(line.contract), day) if each)


def rate_text(rate: Fraction | None) -> str:
    """Return a rate of realisation: « 60 % », rounded to the whole; « — » for none."""
    if rate is None:
        return "—"
    whole = round(rate * 100)
    return f"{whole}{NO_BREAK}%"


def difference_text(facts: JobFacts) -> str:
    """Return how the lines differ from the decision; empty when they add up."""
    if not differs(facts):
        return ""
    lines = total(facts.lines)
    told = JobCounts(lines.created, lines.maintained)
    decided = JobCounts(facts.decided.created, facts.decided.maintained)
    return (
        f"Les lignes font {promised_text(told)}{NO_BREAK}; la décision dit"
        f" {promised_text(decided)}."
    )


def growth_text(draft: JobObservationDraft, reference: Decimal | None) -> str:
    """Return a warning when more jobs are told than the company has grown by; else empty."""
    grown = above_reference(draft, reference)
    if grown is None or not is_above_what_was_seen(draft, reference):
        return ""
    return (
        f"L’effectif constaté ne dépasse celui du dépôt que de {fte_text(grown)}{NO_BREAK}:"
        f" {fte_text(draft.created_fte)} créés sont annoncés."
    )


def milestone_text(stone: JobMilestone) -> str:
    """Return a milestone in a sentence, for those who hear the screen."""
    parts = [
        f"{months_text(stone.months)}, le {long_date(stone.due_on)}{NO_BREAK}: {label(stone.state)}",
        f"promis{NO_BREAK}: {promised_text(stone.promised)}",
    ]
    if stone.observed is not None:
        parts.append(f"constaté{NO_BREAK}: {seen_text(counts_of(stone.observed.draft))}")
    return ". ".join(parts) + "."


def past_text(stones: Sequence[JobMilestone]) -> str:
    """Return once what the past says of milestones; empty when it says nothing of any.

    « Repris du passé : un seul constat, le 28 décembre 1998, pour les jalons de 6 et 12 mois.
    Promis : 7 emplois à créer. Constaté : 7 emplois créés. »
    """
    told = [each for each in stones if is_told_by_the_past(each)]
    observed = told[-1].observed if told else None
    if observed is None:
        return ""
    months = list_text([str(each.months) for each in told])
    which = plural(len(told), "le jalon", "les jalons")
    return (
        f"Repris du passé{NO_BREAK}: un seul constat, le {long_date(observed.draft.observed_on)}, "
        f"pour {which} de {months}{NO_BREAK}mois. "
        f"Promis{NO_BREAK}: {promised_text(told[-1].promised)}. "
        f"Constaté{NO_BREAK}: {seen_text(counts_of(observed.draft))}."
    )


def stone_lines(stone: JobMilestone) -> tuple[str, ...]:
    """Return what is promised by a milestone and what was seen, a line a kind.

    « 3 créés sur 5 » once it was counted, « 5 à créer » before.
    """
    seen = counts_of(stone.observed.draft) if stone.observed else None
    answered = counted_part(stone.promised, stone.observed.draft) if stone.observed else None
    lines = []
    for kind, (one, several) in _SEEN.items():
        asked = _of_kind(stone.promised, kind)[0]
        found = _of_kind(seen, kind)[0] if seen else 0
        is_counted = answered is not None and _of_kind(answered, kind)[0] == asked
        if is_counted and (asked or found):
            done = several if found > 1 else one
            lines.append(f"{found} {done} sur {asked}" if asked else f"{found} {done}")
        elif asked:
            lines.append(f"{asked} {_TO_COME[kind]}")
    return tuple(lines) or ("rien de promis",)


def opening_text(opening: JobOpening) -> str:
    """Return what became of a job offered: « 1 pourvu sur 2 », « ouverte »."""
    if opening.filled_on is None and not opening.filled:
        return "ouverte"
    return f"{counted(opening.filled, 'pourvu')} sur {opening.persons}"


def _of_kind(counts: JobCounts, kind: JobKind) -> tuple[int, Decimal]:
    return getattr(counts, kind.value), getattr(counts, f"{kind.value}_fte")


def _with_fte(text: str, fte: Decimal) -> str:
    return f"{text} ({fte_text(fte)})" if fte else text
