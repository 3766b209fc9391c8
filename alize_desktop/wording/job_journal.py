"""What the journal says of needs diagnosed, jobs promised and observed, in French."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from alize_desktop.models.enums import JobEvidence, JobKind
from alize_desktop.models.records.jobs import JobCounts
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.job_words import months_text, promised_text, seen_text
from alize_desktop.wording.labels import label

Details = Mapping[str, Any]

_NAMES: Final = {
    "diagnosis.written": "Note de diagnostic écrite",
    "jobs.promised": "Emplois promis détaillés",
    "jobs.observed": "Emplois constatés",
    "opening.saved": "Offre d’emploi enregistrée",
    "opening.removed": "Offre d’emploi retirée",
}


def job_act_name(action: str) -> str:
    """Return what an act on jobs is called; empty for another act."""
    return _NAMES.get(action, "")


def job_act_words(action: str, details: Details) -> str:
    """Return what an act on jobs was about; empty for another act."""
    words = _WORDS.get(action)
    return words(details) if words else ""


def _diagnosis(details: Details) -> str:
    return _joined(details["author"], " ".join(str(details["note"]).split()))


def _promised(details: Details) -> str:
    counts = dict.fromkeys(JobKind, 0)
    for each in details["lines"]:
        counts[JobKind(each["kind"])] += each["persons"]
    return promised_text(
        JobCounts(counts[JobKind.CREATED], counts[JobKind.MAINTAINED], counts[JobKind.SUSTAINED])
    )


def _observed(details: Details) -> str:
    day = short_date(date.fromisoformat(details["observed_on"]))
    if details["reverses_id"]:
        return _joined("annulation", day, details["note"], details["author"])
    stone = details["milestone"]
    counts = JobCounts(**{each.value: details[each.value] for each in JobKind})
    return _joined(
        day,
        months_text(stone) if stone is not None else "",
        seen_text(counts),
        label(JobEvidence(details["evidence"])),
        details["author"],
    )


def _opening(details: Details) -> str:
    return str(details["title"])


def _joined(*parts: object) -> str:
    return " · ".join(str(each) for each in parts if each)


_WORDS: Final[Mapping[str, Callable[[Details], str]]] = {
    "diagnosis.written": _diagnosis,
    "jobs.promised": _promised,
    "jobs.observed": _observed,
    "opening.saved": _opening,
    "opening.removed": _opening,
}
