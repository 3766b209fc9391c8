"""What the journal of a dossier says of its advance, in French."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from alize_desktop.models.enums import AdvanceEventKind, PaperKind, ScheduleReason
from alize_desktop.models.values import Money
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label

_EVENT: Final = "advance."
_EXPORTED: Final = ".exported"
_FROZEN: Final = "schedule.frozen"
_AID: Final = "aid.recorded"
_NAMES: Final = {_FROZEN: "Échéancier figé", _AID: "Aide d’État enregistrée"}

Details = Mapping[str, object]


def act_name(action: str) -> str:
    """Return what an act on an advance, or the making of a paper, is called; empty otherwise."""
    if action in _NAMES:
        return _NAMES[action]
    event = _member(AdvanceEventKind, action, before=_EVENT)
    if event is not None:
        return label(event)
    return "" if _paper(action) is None else "Papier produit"


def act_words(action: str, details: Details) -> str:
    """Return what an act on an advance, or the making of a paper, was about; empty otherwise."""
    paper = _paper(action)
    if paper is not None:
        return _joined(label(paper), details.get("name") or details.get("file"))
    if action == _FROZEN:
        reason = _member(ScheduleReason, str(details.get("reason")))
        since, version = _day(details.get("effective_on")), f"version {details.get('version')}"
        return _joined(version, label(reason) if reason else "", since, details.get("author"))
    if action == _AID:
        return _joined(details.get("identifier"), _amount(details.get("grant_equivalent")))
    if action.startswith(_EVENT):
        texts = (details.get(each) for each in ("reference", "note", "author"))
        return _joined(_day(details.get("value_on")), _amount(details.get("amount")), *texts)
    return ""


def _paper(action: str) -> StrEnum | None:
    return _member(PaperKind, action, after=_EXPORTED)


def _member(
    vocabulary: type[StrEnum], text: str, *, before: str = "", after: str = ""
) -> StrEnum | None:
    """Return the member that a text names between two others, None when it names none."""
    known = {f"{before}{each.value}{after}": each for each in vocabulary}
    return known.get(text)


def _day(text: object) -> str:
    return short_date(date.fromisoformat(str(text))) if text else ""


def _amount(text: object) -> str:
    amount = Money.parse(str(text or "0"))
    return money_short(amount) if amount else ""


def _joined(*parts: object) -> str:
    return " · ".join(str(each) for each in parts if each)
