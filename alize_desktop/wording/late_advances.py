"""What letters to late companies recall of an advance: its money, its amendment, its delay."""

from datetime import date

from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceEvent, ScheduleVersion
from alize_desktop.models.records.money_papers import AdvancePaperRecord
from alize_desktop.models.values import Money
from alize_desktop.rules.late_letters import amendment_in_force, days_late, moratoria_left_out
from alize_desktop.wording.amounts import NO_BREAK, money_text, number_words
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.names import counted, list_text


def amendment_text(record: AdvancePaperRecord) -> str:
    """Return « modifiée par l’avenant n° 2028-D004 du 5 mai 2028, suivant la décision du … »."""
    version = amendment_in_force(record.detail)
    if version is None:
        return ""
    paper = record.paper
    days = [
        each.day
        for each in (paper.taken, paper.before, paper.last)
        if each and each.decision.number == version.decision_number
    ]
    decided = f", suivant la décision du {long_date(days[0])}" if days else ""
    return f"modifiée par {amendment_name(version)} du {long_date(version.effective_on)}{decided}"


def amendment_name(version: ScheduleVersion) -> str:
    """Return the name of an amendment: it has the number of the decision it follows."""
    return f"l’avenant n°{NO_BREAK}{version.decision_number}"


def delay_text(record: AdvancePaperRecord) -> str:
    """Return « 100 jours », « 65 jours (moratoire du … au … déduit) »."""
    days = counted(days_late(record.detail.row.position), "jour")
    spans = [
        f"du {long_date(first)} au {long_date(last)}"
        for first, last in moratoria_left_out(record.detail)
    ]
    if not spans:
        return days
    several = "s" if len(spans) > 1 else ""
    return f"{days} (moratoire{several} {list_text(spans)} déduit{several})"


def paid_text(record: AdvancePaperRecord) -> str:
    """Return « versée le 20 avril 2026 », « dont 2 000,00 € versés en deux fois, du … au … »."""
    drafts = [each.draft for each in events_of(record, AdvanceEventKind.DISBURSEMENT)]
    if not drafts:
        return ""
    when = _when([each.value_on for each in drafts])
    paid = Money(sum(each.amount.minor for each in drafts))
    if paid < record.detail.row.amount:
        return f"dont {money_text(paid, NO_BREAK)} versés {when}"
    return f"versée {when}"


def events_of(record: AdvancePaperRecord, kind: AdvanceEventKind) -> list[AdvanceEvent]:
    """Return the events of a kind that nothing took back."""
    return [
        each for each in record.detail.events if each.draft.kind is kind and not each.is_reversed
    ]


def _when(days: list[date]) -> str:
    """Return « le 20 avril 2026 », « en deux fois, du 20 avril 2026 au 1er juin 2026 »."""
    first, last = long_date(min(days)), long_date(max(days))
    if len(days) == 1:
        return f"le {first}"
    times = f"en {number_words(len(days))}{NO_BREAK}fois"
    return f"{times}, le {first}" if first == last else f"{times}, du {first} au {last}"
