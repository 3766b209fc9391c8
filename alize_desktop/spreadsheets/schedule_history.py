"""The sheet Historique: every version, every event, and the schedules that no longer hold."""

from collections.abc import Iterator
from typing import Final
from zoneinfo import ZoneInfo

from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.records.advances import AdvanceEvent, ScheduleVersion
from alize_desktop.models.records.minutes import ScheduleRecord
from alize_desktop.models.values import Money
from alize_desktop.spreadsheets.look import protect, put, put_text, put_title, set_page
from alize_desktop.spreadsheets.schedule_money import event_name
from alize_desktop.spreadsheets.tables import Field, Value, write_table
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label

SHEET: Final = "Historique"
"""Name of the sheet."""

_WIDTHS: Final = (10, 15, 26, 15, 15, 18, 44, 18)
_VERSIONS: Final = (
    Field("Version", "rang"),
    Field("En vigueur le", "jour"),
    Field("Motif", "cellule"),
    Field("Échéances", "rang"),
    Field("Total", "somme"),
    Field("Décision", "cellule"),
    Field("Empreinte SHA-256", "petit"),
    Field("Note", "cellule"),
)
_EVENTS: Final = (
    Field("Ordre", "rang"),
    Field("Date de valeur", "jour"),
    Field("Nature", "cellule"),
    Field("Saisi le", "jour"),
    Field("Montant", "somme"),
    Field("Référence", "cellule"),
    Field("Note", "cellule"),
    Field("Saisi par", "cellule"),
)
_FORMER: Final = (
    Field("Version", "rang"),
    Field("Date théorique", "jour"),
    Field("Échéance", "rang"),
    Field("Date d’échéance", "jour"),
    Field("Montant", "somme"),
    Field("Restant dû", "somme"),
)


def fill_history(sheet: Worksheet, record: ScheduleRecord, foot: str) -> None:
    """Fill the sheet Historique."""
    for letter, width in zip("ABCDEFGH", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    put_title(sheet, "Versions de l’échéancier et ce qui s’est passé", len(_WIDTHS))
    said = (
        "" if record.versions else "La convention n’est pas signée\u00a0: rien n’est encore figé."
    )
    put_text(sheet, 2, 1, said, "surtitre")
    row = _section(sheet, 3, "Versions", "Versions", _VERSIONS, map(_version, record.versions))
    zone = ZoneInfo(record.programme.time_zone)
    events = (_event(each, zone) for each in record.events)
    row = _section(sheet, row, "Événements", "Evenements", _EVENTS, events)
    former = [each for each in record.versions if each != record.version]
    if former:
        rows = (line for each in former for line in _former(each))
        _section(sheet, row, "Échéances des autres versions", "Autres_versions", _FORMER, rows)
    set_page(sheet, foot, is_wide=True)
    protect(sheet)


def _section(
    sheet: Worksheet,
    row: int,
    title: str,
    name: str,
    fields: tuple[Field, ...],
    rows: Iterator[tuple[Value, ...]],
) -> int:
    """Write the title of a table, then the table; return the row after it."""
    put_text(sheet, row, 1, title, "rubrique")
    for column in range(2, len(_WIDTHS) + 1):
        put(sheet, row, column, None, "rubrique")
    sheet.row_dimensions[row].height = 24
    return write_table(sheet, name, fields, rows, row + 1).last + 2


def _version(version: ScheduleVersion) -> tuple[Value, ...]:
    return (
        version.version,
        version.effective_on,
        label(version.reason),
        len(version.rows),
        Money(sum(each.amount.minor for each in version.rows)),
        version.decision_number,
        version.sha256,
        version.note,
    )


def _event(event: AdvanceEvent, zone: ZoneInfo) -> tuple[Value, ...]:
    draft = event.draft
    until = f"Jusqu’au {short_date(draft.until)}. " if draft.until else ""
    return (
        event.sequence,
        draft.value_on,
        event_name(event),
        event.entered_at.astimezone(zone).date(),
        draft.amount or None,
        draft.reference,
        f"{until}{draft.note}".strip(),
        draft.author,
    )


def _former(version: ScheduleVersion) -> Iterator[tuple[Value, ...]]:
    for each in version.rows:
        yield (
            version.version,
            each.theoretical,
            each.number,
            each.due,
            each.amount,
            each.outstanding,
        )
