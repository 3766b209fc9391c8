"""How the points of an agenda that are no dossiers may end."""

from collections.abc import Mapping
from typing import Final

from alize_desktop.models.enums import ItemConclusion, ItemKind

_DECIDED: Final = (ItemConclusion.ADOPTED, ItemConclusion.REJECTED, ItemConclusion.POSTPONED)
_HEARD: Final = (ItemConclusion.NOTED, ItemConclusion.POSTPONED)

CONCLUSIONS: Final[Mapping[ItemKind, tuple[ItemConclusion, ...]]] = {
    ItemKind.DOSSIER: (),
    ItemKind.MINUTES_APPROVAL: _DECIDED,
    ItemKind.RATIFICATION: _DECIDED,
    ItemKind.CONDITIONS: _HEARD,
    ItemKind.INFORMATION: _HEARD,
}
"""Conclusions by kind of point, the usual one first."""
