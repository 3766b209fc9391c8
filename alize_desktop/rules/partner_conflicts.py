"""Why a partner company lends nobody to one company."""

from collections.abc import Iterable, Mapping
from typing import Any

from alize_desktop.models.enums import ConflictKind, MatchCriterion
from alize_desktop.models.records.matching import MatchReason
from alize_desktop.models.records.partners import PartnerConflict


def conflict_between(
    company: str, lender: str, conflicts: Iterable[PartnerConflict]
) -> MatchReason | None:
    """Return why a partner lends nobody to a company; None when nothing forbids it.

    A conflict was recorded with that company, or the partner is the company itself.

    Args:
        company: Its SIREN.
        lender: SIREN of the partner.
        conflicts: Those of the partner.
    """
    is_itself = bool(company) and lender == company
    found = next((each for each in conflicts if each.siren == company), None)
    if found is None and not is_itself:
        return None
    kind, note = (found.kind, found.note) if found else (ConflictKind.OTHER, "")
    values = (("kind", kind), ("note", note), ("is_itself", is_itself))
    return MatchReason(MatchCriterion.CONFLICT, 0, values)


def kind_of(conflict: MatchReason) -> ConflictKind:
    """Return the kind of a conflict that ``conflict_between`` found."""
    values: Mapping[str, Any] = dict(conflict.values)
    return ConflictKind(values["kind"])
