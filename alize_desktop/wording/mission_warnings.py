"""The words of what is unusual in a mission."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from alize_desktop.models.records.missions import MissionWarning
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.mission_words import days_text

_SENTENCES: Final[Mapping[str, str]] = {
    "granted": "Les missions du dossier prévoient {planned}\u00a0; le comité en a accordé {granted}.",
    "dossier_days": (
        "Les missions du dossier prévoient {planned}\u00a0; les règles du suivi en disent {most} au plus."
    ),
    "done": "{done} sont faits pour {planned} prévus\u00a0: un avenant le dirait.",
    "months": (
        "La mission va du {first} au {last}\u00a0; les règles du suivi disent {months}\u00a0mois au plus."
    ),
    "start": "La mission commence le {first}, avant la décision du {approved_on}.",
}
_IN_DAYS: Final = frozenset({"planned", "done"})


def warning_text(warning: MissionWarning) -> str:
    """Return what is unusual, in a sentence."""
    values = {name: _value(name, value) for name, value in warning.values}
    return _SENTENCES[warning.key].format(**values)


def _value(name: str, value: date | Decimal | int) -> str:
    if isinstance(value, date):
        return short_date(value)
    return days_text(Decimal(value)) if name in _IN_DAYS else str(value)
