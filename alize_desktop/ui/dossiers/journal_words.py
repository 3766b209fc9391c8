"""The journal in French: what each act is called, and what it says.

An act that this table does not know shows its own name: nothing is hidden.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import DecisionOutcome, DossierState
from alize_desktop.models.records.journal import JournalLine
from alize_desktop.ui.dossiers.field_words import field_word
from alize_desktop.wording.advance_journal import act_name, act_words
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.job_journal import job_act_name, job_act_words
from alize_desktop.wording.labels import label
from alize_desktop.wording.mission_journal import mission_act_name, mission_act_words

translate = QCoreApplication.translate

Details = Mapping[str, object]

_TYPED = "saisie"
"""What the journal calls the source of a dossier typed by hand."""
_LONGEST_VALUE = 60


def action_text(action: str) -> str:
    """Return what an act is called; its own name when it is not known."""
    return (
        {
            "dossier.filed": translate("journal", "Dossier déposé"),
            "dossier.saved": translate("journal", "Dossier modifié"),
            "dossier.state_changed": translate("journal", "État changé"),
            "document.attached": translate("journal", "Pièce ajoutée"),
            "document.removed": translate("journal", "Pièce retirée"),
            "decision.recorded": translate("journal", "Décision du comité enregistrée"),
            "history.recorded": translate("journal", "Décision reprise du passé"),
            "minutes.exported": translate("journal", "Procès-verbal produit"),
            "schedule.exported": translate("journal", "Échéancier produit"),
            "paper.signed": translate("journal", "Papier signé"),
        }.get(action)
        or act_name(action)
        or mission_act_name(action)
        or job_act_name(action)
        or action
    )


def details_text(line: JournalLine) -> str:
    """Return one line that says what an act was about; empty when nothing is known."""
    words = _WORDS.get(line.action)
    if words:
        return words(line.details)
    return (
        act_words(line.action, line.details)
        or mission_act_words(line.action, line.details)
        or job_act_words(line.action, line.details)
    )


def _filing(details: Details) -> str:
    source = str(details.get("source") or "")
    if source in ("", _TYPED):
        words = translate("journal", "{number}, saisi à l’écran")
    else:
        words = translate("journal", "{number}, importé de {source}")
    return words.format(number=details.get("number"), source=source)


def _name(details: Details) -> str:
    return str(details.get("name") or details.get("file") or "")


def _signing(details: Details) -> str:
    parts = (details.get("file"), details.get("signer"))
    return " · ".join(str(part) for part in parts if part)


def _changes(details: Details) -> str:
    changes = details.get("changes")
    if not isinstance(changes, dict):
        return ""
    pairs = []
    for path, values in changes.items():
        before, after = (_value(each) for each in values)
        pairs.append(f"{field_word(path)} : {before} → {after}")
    return " · ".join(pairs)


def _move(details: Details) -> str:
    before, after = _word(DossierState, details.get("from")), _word(DossierState, details.get("to"))
    text = f"{before} → {after}" if before else after
    return f"{text} · {details['reason']}" if details.get("reason") else text


def _decision(details: Details) -> str:
    draft = details.get("decision")
    outcome = draft.get("outcome") if isinstance(draft, dict) else None
    parts = (str(details.get("number") or ""), _word(DecisionOutcome, outcome))
    return " · ".join(part for part in parts if part)


def _history(details: Details) -> str:
    outcome, day = _word(DecisionOutcome, details.get("outcome")), details.get("decided_on")
    words = translate("journal", "{outcome} le {day}, classeur {source}")
    return words.format(
        outcome=outcome,
        day=short_date(date.fromisoformat(str(day))),
        source=details.get("source"),
    )


def _word(vocabulary: type[StrEnum], value: object) -> str:
    known = {str(member): label(member) for member in vocabulary}
    return known.get(str(value), "") if value else ""


def _value(value: object) -> str:
    if value in (None, "", [], {}):
        return translate("journal", "(vide)")
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"


_WORDS: Final[dict[str, Callable[[Details], str]]] = {
    "dossier.filed": _filing,
    "dossier.saved": _changes,
    "dossier.state_changed": _move,
    "document.attached": _name,
    "document.removed": _name,
    "decision.recorded": _decision,
    "history.recorded": _history,
    "minutes.exported": _name,
    "schedule.exported": _name,
    "paper.signed": _signing,
}
