"""What a decision says in letters and agreements: what it grants, on which conditions."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from alize_desktop.models.enums import ConditionKind
from alize_desktop.models.records.decisions import Condition, DecisionDraft
from alize_desktop.wording.amounts import NO_BREAK, money_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.decisions import terms_text
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted, list_text

_ENDS: Final = (".", "!", "?", "…", ":")
_LIST_END: Final = f"{NO_BREAK};"
_SPACES: Final = re.compile(r"[^\S\u00a0\u202f]+")
"""Spaces and ends of lines, but those that keep words together."""


def listed(items: Sequence[str]) -> str:
    """Return items one a line, with the punctuation of a French list: « ; » then « . »."""
    bare = [_SPACES.sub(" ", each).strip().rstrip(" .;") for each in items if each.strip()]
    return f"{_LIST_END}\n".join(bare) + ("." if bare else "")


def sentence(text: str) -> str:
    """Return a text that somebody wrote, ended as a sentence is; empty stays empty."""
    bare = text.strip()
    return bare if not bare or bare.endswith(_ENDS) else f"{bare}."


def advance_text(draft: DecisionDraft, *, included: bool = True) -> str:
    """Return the terms of an advance: « sur 48 mois dont 12 mois de différé, remboursée… ».

    Args:
        draft: The decision.
        included: Whether the deferral is inside the duration.
    """
    if not draft.amount:
        return ""
    return terms_text(draft.months, draft.deferral, draft.every, included=included)


def days_text(draft: DecisionDraft) -> str:
    """Return the days granted: « 3 jours de compétences », empty for none."""
    if not draft.days:
        return ""
    return counted(draft.days, "jour de compétences", "jours de compétences")


def jobs_text(draft: DecisionDraft) -> str:
    """Return the jobs promised: « 4 emplois à créer et 6 à maintenir (CDI) », empty for none."""
    numbers = ((draft.jobs_created, "à créer"), (draft.jobs_maintained, "à maintenir"))
    promised = [(number, what) for number, what in numbers if number]
    if not promised:
        return ""
    first, *others = promised
    parts = [f"{counted(first[0], 'emploi')} {first[1]}"]
    parts += [f"{number} {what}" for number, what in others]
    contract = f" ({label(draft.contract)})" if draft.contract else ""
    return list_text(parts) + contract


def granted_items(draft: DecisionDraft, partner: str, *, included: bool = True) -> Iterator[str]:
    """Yield what a decision grants, an item each. See ``advance_text``."""
    if draft.amount:
        money, terms = money_text(draft.amount, NO_BREAK), advance_text(draft, included=included)
        yield f"une avance remboursable de {money}, sans intérêt ni garantie, {terms}"
    if draft.days:
        category = f" ({draft.skill_category})" if draft.skill_category else ""
        lender = f", par {partner}" if partner else ""
        yield f"{days_text(draft)}{category}{lender}"


def condition_items(
    conditions: Sequence[Condition], kind: ConditionKind | None = None
) -> Iterator[str]:
    """Yield conditions, an item each, with their date.

    Args:
        conditions: Of a decision.
        kind: Only those of one kind; every condition, each with its kind, by default.
    """
    for each in conditions:
        if kind is not None and each.kind is not kind:
            continue
        when = f", avant le {long_date(each.due_on)}" if each.due_on else ""
        what = f" ({label(each.kind).lower()})" if kind is None else ""
        yield f"{each.text.strip().rstrip('.')}{when}{what}"


def changes(
    before: DecisionDraft, after: DecisionDraft, *, included: tuple[bool, bool] = (True, True)
) -> Iterator[str]:
    """Yield what a later decision changes, an item each: « emploi : … (auparavant : …) ».

    Args:
        before: What held until then.
        after: What is decided.
        included: Whether the deferral of each is inside its duration.
    """
    amounts = (money_text(each.amount, NO_BREAK) for each in (before, after))
    yield from _changed("avance remboursable", *amounts)
    terms = (
        advance_text(each, included=inside) or "sans objet"
        for each, inside in zip((before, after), included, strict=True)
    )
    yield from _changed("remboursement", *terms)
    told: tuple[tuple[str, Callable[[DecisionDraft], str]], ...] = (
        ("compétences", lambda each: days_text(each) or "aucun jour"),
        ("catégorie de compétences", lambda each: each.skill_category or "non précisée"),
        ("emploi", lambda each: jobs_text(each) or "aucun engagement"),
        ("date limite des emplois", _day),
        (
            "conditions",
            lambda each: f"{_LIST_END} ".join(condition_items(each.conditions)) or "aucune",
        ),
    )
    for name, text in told:
        yield from _changed(name, text(before), text(after))


def _changed(name: str, was: str, now: str) -> Iterator[str]:
    if was != now:
        yield f"{name}{NO_BREAK}: {now} (auparavant{NO_BREAK}: {was})"


def _day(draft: DecisionDraft) -> str:
    return long_date(draft.jobs_by) if draft.jobs_by else "aucune"
