"""The filters of the list: by sector, by kind of project, by meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from alize_desktop.models.enums import ProjectKind, Sector
from alize_desktop.ui.dossiers.choices import choices
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.wording.dates import short_date

if TYPE_CHECKING:
    from alize_desktop.models.records.meetings import MeetingRow


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked besides words and states. None means no filter."""

    sector: Sector | None = None
    kind: ProjectKind | None = None
    meeting_id: UUID | None = None

    @property
    def are_empty(self) -> bool:
        """Whether nothing is filtered."""
        return self == Filters()


class FilterRow(QWidget):
    """Three lists to choose from.

    Signals:
        changed: The user chose. Arg: the ``Filters``.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sector = ChoiceField(self.tr("Secteur"), choices(Sector), empty=self.tr("Tous"))
        self.kind = ChoiceField(
            self.tr("Type de projet"), choices(ProjectKind), empty=self.tr("Tous")
        )
        self.meeting: ChoiceField[UUID] = ChoiceField(
            self.tr("Séance"), (), empty=self.tr("Toutes")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for field in (self.sector, self.kind, self.meeting):
            field.edited.connect(self._on_edited)
            row.addWidget(field, 1)

    def set_meetings(self, meetings: Sequence["MeetingRow"]) -> None:
        """Offer these meetings, keeping the choice when it is still there."""
        pairs = [
            (each.id, f"{each.number} · {short_date(each.draft.held_on)}") for each in meetings
        ]
        self.meeting.set_choices(pairs)

    def filters(self) -> Filters:
        """Return what is chosen."""
        return Filters(self.sector.value(), self.kind.value(), self.meeting.value())

    def clear(self) -> None:
        """Choose nothing. Emits nothing."""
        for field in (self.sector, self.kind, self.meeting):
            field.set_value(None)

    def _on_edited(self, _value: object) -> None:
        self.changed.emit(self.filters())
