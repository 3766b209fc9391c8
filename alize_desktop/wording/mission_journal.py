"""What the journal of a dossier says of its missions, in French."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from alize_desktop.models.enums import MissionEventKind
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.mission_words import days_text, rating_text

_SAVED: Final = "mission.saved"
_MISSION: Final = "mission."
_NAMES: Final = {f"{_MISSION}{each.value}": each for each in MissionEventKind}

Details = Mapping[str, object]


def mission_act_name(action: str) -> str:
    """Return what an act on a mission is called; empty for any other act."""
    if action == _SAVED:
        return "Mission enregistrée"
    kind = _NAMES.get(action)
    return f"Mission\u00a0: {label(kind).lower()}" if kind else ""


def mission_act_words(action: str, details: Details) -> str:
    """Return what an act on a mission was about; empty for any other act."""
    if action == _SAVED:
        told = (details.get(each) for each in ("number", "category", "contributor"))
        return _joined(*told, _days(details.get("planned_days")))
    if action not in _NAMES:
        return ""
    ends_on, rating = _day(details.get("ends_on")), details.get("rating")
    return _joined(
        _day(details.get("value_on")),
        _days(details.get("days")),
        f"jusqu’au {ends_on}" if ends_on else "",
        rating_text(rating if isinstance(rating, int) else None),
        details.get("text"),
        details.get("author"),
    )


def _days(text: object) -> str:
    days = Decimal(str(text or "0"))
    return days_text(days) if days else ""


def _day(text: object) -> str:
    return short_date(date.fromisoformat(str(text))) if text else ""


def _joined(*parts: object) -> str:
    return " · ".join(str(each) for each in parts if each)
