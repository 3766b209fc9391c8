"""When, where, how and under whom a meeting is held."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from alize_desktop.models.enums import MeetingKind, MeetingState
from alize_desktop.models.records.meetings import MeetingDraft, MeetingRow
from alize_desktop.models.records.people import Member
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.hours import read_hour
from alize_desktop.ui.widgets.fields.reading import Reading
from alize_desktop.ui.widgets.fields.text import TextField, TypedField
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.dates import long_date, time_text
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.names import member_name

_EDITABLE: Final = (MeetingState.PREPARATION, MeetingState.CONVENED)


class MeetingForm(QWidget):
    """The fields of a meeting; read only once it is convened.

    Signals:
        edited: The user changed a field. Arg: the ``MeetingDraft``.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: MeetingDraft | None = None
        hour: Reading[time] = Reading(read_hour, time_text, placeholder=self.tr("14 h 30"))
        self._kind: ChoiceField[MeetingKind] = ChoiceField(
            self.tr("Nature"), [(each, word(each)) for each in MeetingKind], empty=None
        )
        self._held_on = DateField(self.tr("Date"), required=True)
        self._starts_at = TypedField(self.tr("Heure"), hour, required=True)
        self._place = TextField(self.tr("Lieu"), placeholder=self.tr("ville, salle"))
        self._replies_by = DateField(self.tr("Dernier jour des réponses"))
        self._presiding: ChoiceField[UUID] = ChoiceField(
            self.tr("Préside"), (), empty=self.tr("La présidence du comité")
        )
        secretary = self.tr("Secrétaire de séance")
        self._secretary = TextField(secretary, placeholder=self.tr("prénom et nom"))
        self._second = label("", Level.SOFT, wraps=True)
        self._second.setObjectName("meeting_second_notice")
        self._lay_out()
        self._name_fields()
        for field in self._fields():
            field.edited.connect(self._on_edited)

    def show_draft(
        self,
        draft: MeetingDraft,
        members: Sequence[Member],
        state: MeetingState,
        first: MeetingRow | None,
        *,
        is_same: bool = False,
    ) -> None:
        """Show what is prepared. Emits nothing.

        Args:
            draft: What the file holds.
            members: Those who may preside.
            state: Once the notice is sent the kind is fixed; once open, everything.
            first: Meeting without quorum that this one is the second notice of.
            is_same: Whether the meeting is the one shown before: what is typed there
                and cannot be read stays, with its sentence.
        """
        self._draft = draft
        kept = [each for each in self._read_fields() if is_same and each.error()]
        seated = [each for each in members if each.has_seat]
        self._presiding.set_choices([(each.id, member_name(each.sheet)) for each in seated])
        if self._held_on not in kept:
            self._held_on.set_value(draft.held_on)
        if self._starts_at not in kept:
            self._starts_at.set_value(draft.starts_at)
        if self._replies_by not in kept:
            self._replies_by.set_value(draft.replies_by)
        self._kind.set_value(draft.kind)
        self._place.set_value(draft.place)
        self._presiding.set_value(draft.presiding_member_id)
        self._secretary.set_value(draft.secretary)
        for field in self._fields():
            field.set_read_only(read_only=state not in _EDITABLE)
        self._kind.set_read_only(read_only=state is not MeetingState.PREPARATION)
        self._fit(draft.kind, first)

    def take_keyboard(self) -> None:
        """Let the date be typed."""
        self._held_on.focus_control()

    def holds_unread(self) -> bool:
        """Take what is typed; return whether a date or an hour cannot be read."""
        read = [each.commit() for each in self._read_fields()]
        return self._draft is not None and not all(read)

    def give_up(self) -> None:
        """Put back the dates and the hour of the file."""
        if self._draft is not None:
            self._held_on.set_value(self._draft.held_on)
            self._starts_at.set_value(self._draft.starts_at)
            self._replies_by.set_value(self._draft.replies_by)

    def _read_fields(self) -> tuple[Field[Any], ...]:
        return (self._held_on, self._starts_at, self._replies_by)

    def _fields(self) -> tuple[Field[Any], ...]:
        return (
            self._kind,
            self._held_on,
            self._starts_at,
            self._place,
            self._replies_by,
            self._presiding,
            self._secretary,
        )

    def _fit(self, kind: MeetingKind, first: MeetingRow | None) -> None:
        """Show the place of a meeting, or the last day of a consultation."""
        is_written = kind is MeetingKind.WRITTEN
        show_if(self._place, shown=not is_written)
        show_if(self._replies_by, shown=is_written)
        self._second.setText(self._second_text(first) if first else "")
        show_if(self._second, shown=first is not None)

    def _second_text(self, first: MeetingRow) -> str:
        words = self.tr(
            "Deuxième convocation de la séance {number} du {day}, restée sans quorum\u00a0: "
            "les dossiers reportés s’y votent sans condition de quorum."
        )
        return words.format(number=first.number, day=long_date(first.draft.held_on))

    def _lay_out(self) -> None:
        """Three lines: what and when, where and who, and what it follows."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.card)
        grid.setVerticalSpacing(SPACE.card)
        top = Qt.AlignmentFlag.AlignTop
        places = (
            (self._kind, 0, 0, 4),
            (self._held_on, 0, 4, 5),
            (self._starts_at, 0, 9, 3),
            (self._place, 1, 0, 12),
            (self._replies_by, 1, 0, 6),
            (self._presiding, 2, 0, 6),
            (self._secretary, 2, 6, 6),
            (self._second, 3, 0, 12),
        )
        for widget, line, column, span in places:
            grid.addWidget(widget, line, column, 1, span, top)
        for column in range(12):
            grid.setColumnStretch(column, 1)

    def _name_fields(self) -> None:
        self._kind.box.setObjectName("meeting_kind")
        self._held_on.edit.setObjectName("meeting_date")
        self._starts_at.edit.setObjectName("meeting_hour")
        self._place.edit.setObjectName("meeting_place")
        self._replies_by.edit.setObjectName("meeting_replies_by")
        self._presiding.box.setObjectName("meeting_presiding")
        self._secretary.edit.setObjectName("meeting_secretary")

    def _on_edited(self, _value: object) -> None:
        held_on: date | None = self._held_on.value()
        starts_at = self._starts_at.value()
        if self._draft is None or held_on is None or starts_at is None:
            return
        kind = self._kind.value() or MeetingKind.ORDINARY
        is_written = kind is MeetingKind.WRITTEN
        draft = replace(
            self._draft,
            kind=kind,
            held_on=held_on,
            starts_at=starts_at,
            place=self._place.value(),
            replies_by=(self._replies_by.value() or held_on) if is_written else None,
            presiding_member_id=self._presiding.value(),
            secretary=self._secretary.value(),
        )
        if draft != self._draft:
            self._draft = draft
            self.edited.emit(draft)
