"""Sentences of the minutes about their own life, and about the fund."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from alize_desktop.models.enums import MinutesStage
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import MinutesFund
from alize_desktop.models.records.papers import MinutesStageRow
from alize_desktop.models.values import Money
from alize_desktop.wording.amounts import NO_BREAK, money_text
from alize_desktop.wording.minutes_hours import MeetingHours
from alize_desktop.wording.minutes_meeting import hours_of
from alize_desktop.wording.names import counted

_TAKEN = {
    MinutesStage.REVIEWED: "Relu",
    MinutesStage.SIGNED: "Signé",
}


def stage_sentences(record: MinutesRecord) -> Iterator[str]:
    """Yield each step of the life of the minutes since they were last a draft.

    Their approval is told by the minutes of the meeting that gives it.

    « Relu par Mme Roussel le 24 mars 2026 à 16 h 10. »
    """
    stages = record.stages
    drafts = [at for at, each in enumerate(stages) if each.stage is MinutesStage.DRAFT]
    hours = hours_of(record)
    for each in stages[drafts[-1] + 1 if drafts else 0 :]:
        if each.stage in _TAKEN:
            yield _stage_sentence(each, hours)


def fund_facts(fund: MinutesFund, *, is_written: bool = False) -> list[tuple[str, str]]:
    """Return what the meeting took from the fund and what is left, as (name, value)."""
    meeting = "la consultation" if is_written else "la séance"
    partners = "\n".join(f"{name}{NO_BREAK}: {_days(left)}" for name, left in fund.days)
    return [
        (f"Fonds avant {meeting}", _amount(fund.before)),
        (
            "Accordé par écrit" if is_written else "Accordé en séance",
            money_text(fund.granted, NO_BREAK),
        ),
        (f"Fonds après {meeting}", _amount(fund.after)),
        ("Jours restants", partners),
        ("Tous partenaires", _days(fund.days_left)),
    ]


def _stage_sentence(row: MinutesStageRow, hours: MeetingHours) -> str:
    by = f" par {row.by}" if row.by else ""
    at = f" {hours.dated(row.at)}" if row.at else ""
    return f"{_TAKEN[row.stage]}{by}{at}."


def _amount(amount: Money | None) -> str:
    return "" if amount is None else money_text(amount, NO_BREAK)


def _days(days: Decimal) -> str:
    return counted(Fraction(days), "jour")
