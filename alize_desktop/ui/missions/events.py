"""What happened to a mission, the latest first; what was taken back is struck."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import MissionEventKind
from alize_desktop.models.records.missions import MissionDetail, MissionEvent
from alize_desktop.rules.missions import confirmed_by, in_force
from alize_desktop.ui.missions.marks import Dress, confirmation_dress
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.mission_lists import sides_text
from alize_desktop.wording.mission_words import event_text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event in the words of the list.

    Attributes:
        told: What it says beside its kind.
        is_back: Whether it was taken back.
        sides: Who confirmed days done; None for another event.
    """

    event: MissionEvent
    told: str
    is_back: bool = False
    sides: frozenset[MissionEventKind] | None = None

    @property
    def can_go_back(self) -> bool:
        """Whether it may be taken back, as far as the list knows."""
        return not self.is_back and self.event.draft.kind is not MissionEventKind.REVERSAL


def lines_of(detail: MissionDetail) -> Iterator[EventLine]:
    """Yield the events of a mission, the latest first, by their day then as entered."""
    known = in_force(detail.events)
    kept = {each.id for each in known}
    entered = sorted(detail.events, key=lambda each: each.draft.value_on)
    for each in reversed(entered):
        kind = each.draft.kind
        is_back = each.id not in kept and kind is not MissionEventKind.REVERSAL
        is_days = kind is MissionEventKind.DAYS_DONE and not is_back and not detail.row.is_history
        yield EventLine(
            each,
            event_text(each, detail.events),
            is_back,
            confirmed_by(known, each) if is_days else None,
        )


def event_model() -> RecordTableModel[EventLine]:
    """Return the columns of the events."""
    columns: tuple[Column[EventLine], ...] = (
        Column(
            "value_on",
            translate("missions", "Le"),
            lambda row: short_date(row.event.draft.value_on),
            struck=lambda row: row.is_back,
            width=104,
            sortable=False,
        ),
        Column(
            "what",
            translate("missions", "Événement"),
            lambda row: label(row.event.draft.kind),
            note=_told,
            struck=lambda row: row.is_back,
            width=194,
            stretches=True,
            sortable=False,
        ),
        Column(
            "confirmed",
            translate("missions", "Confirmés par"),
            lambda row: "" if row.sides is None else sides_text(row.sides),
            state=_dress,
            width=122,
            sortable=False,
        ),
    )
    return RecordTableModel(columns, lambda row: row.event.id)


def _told(row: EventLine) -> str:
    back = translate("missions", "annulé") if row.is_back else ""
    return " · ".join(each for each in (back, " ".join(row.told.split())) if each)


def _dress(row: EventLine) -> Dress:
    return confirmation_dress(row.sides or frozenset())
