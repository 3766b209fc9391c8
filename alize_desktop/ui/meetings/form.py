"""When, where and under whom a meeting is held."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.people import Member
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.hours import read_hour
from alize_desktop.ui.widgets.fields.reading import Reading
from alize_desktop.ui.widgets.fields.text import TextField, TypedField
from alize_desktop.wording.dates import time_text
from alize_desktop.wording.names import member_name


class MeetingForm(QWidget):
    """The fields of a meeting; read only once it is open.

    Signals:
        edited: The user changed a field. Arg: the ``MeetingDraft``.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: MeetingDraft | None = None
        hour: Reading[time] = Reading(read_hour, time_text, placeholder=self.tr("14 h 30"))
        self._held_on = DateField(self.tr("Date"), required=True)
        self._starts_at = TypedField(self.tr("Heure"), hour, required=True)
        self._place = TextField(self.tr("Lieu"), placeholder=self.tr("ville, salle"))
        self._presiding: ChoiceField[UUID] = ChoiceField(
            self.tr("Préside"), (), empty=self.tr("La présidence du comité")
        )
        secretary = self.tr("Secrétaire de séance")
        self._secretary = TextField(secretary, placeholder=self.tr("prénom et nom"))
        self._lay_out()
        self._name_fields()
        for field in self._fields():
            field.edited.connect(self._on_edited)

    def show_draft(
        self,
        draft: MeetingDraft,
        members: Sequence[Member],
        *,
        is_editable: bool,
        is_same: bool = False,
    ) -> None:
        """Show what is prepared. Emits nothing.

        Args:
            draft: What the file holds.
            members: Those who may preside.
            is_editable: Whether fields may be typed in.
            is_same: Whether the meeting is the one shown before: what is typed there
                and cannot be read stays, with its sentence.
        """
        self._draft = draft
        kept = [each for each in (self._held_on, self._starts_at) if is_same and each.error()]
        seated = [each for each in members if each.has_seat]
        self._presiding.set_choices([(each.id, member_name(each.sheet)) for each in seated])
        if self._held_on not in kept:
            self._held_on.set_value(draft.held_on)
        if self._starts_at not in kept:
            self._starts_at.set_value(draft.starts_at)
        self._place.set_value(draft.place)
        self._presiding.set_value(draft.presiding_member_id)
        self._secretary.set_value(draft.secretary)
        for field in self._fields():
            field.set_read_only(read_only=not is_editable)

    def take_keyboard(self) -> None:
        """Let the date be typed."""
        self._held_on.focus_control()

    def holds_unread(self) -> bool:
        """Take what is typed; return whether a date or an hour cannot be read."""
        read = [each.commit() for each in (self._held_on, self._starts_at)]
        return self._draft is not None and not all(read)

    def give_up(self) -> None:
        """Put back the date and the hour of the file."""
        if self._draft is not None:
            self._held_on.set_value(self._draft.held_on)
            self._starts_at.set_value(self._draft.starts_at)

    def _fields(self) -> tuple[Field[Any], ...]:
        return (self._held_on, self._starts_at, self._place, self._presiding, self._secretary)

    def _lay_out(self) -> None:
        """Two lines: when and where, then under whom."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.card)
        grid.setVerticalSpacing(SPACE.related)
        top = Qt.AlignmentFlag.AlignTop
        places = ((0, 0, 4), (0, 4, 3), (0, 7, 5), (1, 0, 7), (1, 7, 5))
        for field, (line, column, span) in zip(self._fields(), places, strict=True):
            grid.addWidget(field, line, column, 1, span, top)
        for column in range(12):
            grid.setColumnStretch(column, 1)

    def _name_fields(self) -> None:
        self._held_on.edit.setObjectName("meeting_date")
        self._starts_at.edit.setObjectName("meeting_hour")
        self._place.edit.setObjectName("meeting_place")
        self._presiding.box.setObjectName("meeting_presiding")
        self._secretary.edit.setObjectName("meeting_secretary")

    def _on_edited(self, _value: object) -> None:
        held_on: date | None = self._held_on.value()
        starts_at = self._starts_at.value()
        if self._draft is None or held_on is None or starts_at is None:
            return
        draft = replace(
            self._draft,
            held_on=held_on,
            starts_at=starts_at,
            place=self._place.value(),
            presiding_member_id=self._presiding.value(),
            secretary=self._secretary.value(),
        )
        if draft != self._draft:
            self._draft = draft
            self.edited.emit(draft)
