"""The sheet Encaissements: money that left, that came, that went back, that was given up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceEvent
from alize_desktop.models.records.minutes import ScheduleRecord
from alize_desktop.models.values import ZERO, Money
from alize_desktop.spreadsheets.look import protect, put_text, put_title, set_page
from alize_desktop.spreadsheets.tables import Field, Value, name_range, write_table, write_total
from alize_desktop.wording.labels import label

SHEET: Final = "Encaissements"
"""Name of the sheet."""

_FIELDS: Final = (
    Field("Date de valeur", "jour"),
    Field("Saisi le", "jour"),
    Field("Nature", "cellule"),
    Field("Référence", "cellule"),
    Field("Versé", "somme"),
    Field("Reçu", "somme"),
    Field("Rendu", "somme"),
    Field("Abandonné", "somme"),
    Field("Saisi par", "cellule"),
)
_WIDTHS: Final = (13, 13, 24, 26, 15, 15, 15, 15, 18)
_NAMES: Final = {
    5: "mouvements_verse",
    6: "mouvements_recu",
    7: "mouvements_rendu",
    8: "mouvements_abandonne",
}
_HEADER_ROW: Final = 4
_BACK: Final = frozenset({AdvanceEventKind.REVERSAL, AdvanceEventKind.REJECTED_DEBIT})
_FLOWS: Final = {
    AdvanceEventKind.DISBURSEMENT: "released",
    AdvanceEventKind.REPAYMENT: "received",
    AdvanceEventKind.RECOVERY: "received",
    AdvanceEventKind.REFUND: "refunded",
    AdvanceEventKind.WAIVER: "given_up",
    AdvanceEventKind.LOSS: "given_up",
}


@dataclass(frozen=True, slots=True)
class Flow:
    """What one event moves; what takes another back is negative."""

    released: Money = ZERO
    received: Money = ZERO
    refunded: Money = ZERO
    given_up: Money = ZERO


def fill_money(sheet: Worksheet, record: ScheduleRecord, foot: str) -> None:
    """Fill the sheet Encaissements: one row a movement of money, in order of value date."""
    for letter, width in zip("ABCDEFGHI", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    put_title(sheet, "Argent versé, reçu, rendu", len(_WIDTHS))
    moved = tuple(_moved(record.events))
    said = (
        "Ce qui annule un mouvement compte en moins, à sa propre date."
        if moved
        else "Aucun mouvement d’argent à ce jour."
    )
    put_text(sheet, 2, 1, said, "surtitre")
    zone = ZoneInfo(record.programme.time_zone)
    rows = (_row(event, flow, zone) for event, flow in moved)
    address = write_table(sheet, "Encaissements", _FIELDS, rows, _HEADER_ROW)
    flows = [flow for _event, flow in moved]
    totals = ("Total", None, None, None, *_totals(flows), None)
    write_total(sheet, address.last + 1, _FIELDS, totals)
    for column, name in _NAMES.items():
        name_range(sheet, name, address.column(column))
    set_page(sheet, foot, repeated_row=_HEADER_ROW, is_wide=True)
    protect(sheet)


def flow_of(event: AdvanceEvent, by_id: Mapping[UUID, AdvanceEvent]) -> Flow:
    """Return what an event moves.

    Args:
        event: Of an advance.
        by_id: Every event of the same advance.
    """
    draft = event.draft
    if draft.kind in _BACK and draft.reverses_id is not None:
        undone = by_id[draft.reverses_id].draft
        return _flow(undone.kind, -undone.amount)
    return _flow(draft.kind, draft.amount)


def event_name(event: AdvanceEvent) -> str:
    """Return what happened, and whether it was taken back later."""
    return f"{label(event.draft.kind)} (annulé)" if event.is_reversed else label(event.draft.kind)


def _flow(kind: AdvanceEventKind, amount: Money) -> Flow:
    name = _FLOWS.get(kind)
    return Flow(**{name: amount}) if name else Flow()


def _moved(events: tuple[AdvanceEvent, ...]) -> Iterator[tuple[AdvanceEvent, Flow]]:
    by_id = {each.id: each for each in events}
    for each in events:
        flow = flow_of(each, by_id)
        if flow != Flow():
            yield each, flow


def _row(event: AdvanceEvent, flow: Flow, zone: ZoneInfo) -> tuple[Value, ...]:
    draft = event.draft
    return (
        draft.value_on,
        event.entered_at.astimezone(zone).date(),
        event_name(event),
        draft.reference,
        *(each or None for each in (flow.released, flow.received, flow.refunded, flow.given_up)),
        draft.author,
    )


def _totals(flows: list[Flow]) -> tuple[Money, Money, Money, Money]:
    return (
        Money(sum(each.released.minor for each in flows)),
        Money(sum(each.received.minor for each in flows)),
        Money(sum(each.refunded.minor for each in flows)),
        Money(sum(each.given_up.minor for each in flows)),
    )
