"""The minutes as data, for another program: one canonical JSON, attached to the PDF."""

from decimal import Decimal
from typing import Final

from alize_desktop.models.enums import MeetingState, MinutesStage
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import MinutesFund
from alize_desktop.models.tables.canonical import canonical_json
from alize_desktop.services.plain import plain_map

FORMAT: Final = "alize-minutes/1"
_WITHHELD: Final = frozenset({"email", "phone", "interests"})
"""Never on paper, hence not in what travels with it."""


def canonical_minutes(record: MinutesRecord) -> bytes:
    """Return the record of a meeting as canonical JSON (RFC 8785), UTF-8.

    Amounts and weights are texts, instants are ISO 8601; whole days left are whole
    numbers, halves are texts. Ways to reach people and
    their interests are left out; of a secret ballot the record holds counts only. A
    later meeting that approves the minutes changes nothing of what they say: a meeting
    that is over is told closed.
    """
    told = {"format": FORMAT, **plain_map(record)}
    if record.fund is not None:
        told["fund"] = _fund(record.fund)
    if record.is_over:
        told["state"] = MeetingState.CLOSED.value
        told["stages"] = [
            plain_map(each) for each in record.stages if each.stage is not MinutesStage.APPROVED
        ]
    return canonical_json(_shown(told)).encode()


def _fund(fund: MinutesFund) -> dict[str, object]:
    """Return what a meeting took; its whole days as they were told before halves existed."""
    return plain_map(fund) | {
        "days": [[name, _days(days)] for name, days in fund.days],
        "days_left": _days(fund.days_left),
    }


def _days(days: Decimal) -> int | str:
    return f"{days.normalize():f}" if days % 1 else int(days)


def _shown(value: object) -> object:
    match value:
        case dict():
            return {key: _shown(each) for key, each in value.items() if key not in _WITHHELD}
        case list():
            return [_shown(each) for each in value]
        case _:
            return value
