"""Recording that a paper left, for several members at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from alize_desktop.models.enums import PaperKind, SendingMeans
from alize_desktop.models.records.people import Member
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.names import member_name

_SENT: Final = (
    PaperKind.NOTICE,
    PaperKind.PACK,
    PaperKind.MINUTES,
    PaperKind.MINUTES_EXTRACT,
    PaperKind.DECISION_LIST,
    PaperKind.NOTIFICATION,
)
"""Papers of a meeting that leave for somebody."""


@dataclass(frozen=True, slots=True)
class AskedSending:
    """What is to be recorded.

    Attributes:
        members: Who it left for; empty for somebody who is no member.
        recipient: Name of somebody who is no member.
    """

    members: tuple[UUID, ...]
    recipient: str
    kind: PaperKind
    means: SendingMeans
    sent_on: date
    note: str


class SendingForm(Card):
    """Members to tick, the paper, the means, the day, a note.

    Args:
        today: Day it is.
        parent: Parent widget.

    Signals:
        asked: « Enregistrer l’envoi » was pressed. Arg: the ``AskedSending``.
    """

    asked = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Enregistrer un envoi"), parent)
        self._today = today
        self.members = QListWidget()
        self.members.setObjectName("sending_members")
        self.members.setAccessibleName(self.tr("Destinataires"))
        self.members.setMinimumHeight(scaled(120))
        self.recipient = TextField(self.tr("Autre destinataire"))
        self.kind: ChoiceField[PaperKind] = ChoiceField(
            self.tr("Papier"), [(each, word(each)) for each in _SENT], empty=None
        )
        self.means: ChoiceField[SendingMeans] = ChoiceField(
            self.tr("Moyen"), [(each, word(each)) for each in SendingMeans], empty=None
        )
        self.day = DateField(self.tr("Parti le"), required=True)
        self.note = TextField(self.tr("Remarque"))
        self.everybody = KeyButton(self.tr("Tous"), "Ctrl+A", Kind.GHOST)
        self.record = KeyButton(self.tr("Enregistrer l’envoi"), "Ctrl+Return", Kind.PRIMARY)
        self.record.setObjectName("sending_record")
        self.kind.set_value(PaperKind.NOTICE)
        self.means.set_value(SendingMeans.MAIL)
        self.day.set_value(today())
        self._lay_out()
        self.everybody.clicked.connect(self.tick_all)
        self.record.clicked.connect(self._on_record)

    def show_members(self, members: Sequence[Member], waiting: Sequence[str]) -> None:
        """List the members, those whom nothing reached yet ticked the first time.

        Args:
            members: Those of the meeting.
            waiting: Names of those for whom no notice is recorded.
        """
        shown = {self._id(each): each for each in range(self.members.count())}
        if tuple(shown) == tuple(each.id for each in members):
            return
        self.members.clear()
        for each in members:
            name = member_name(each.sheet)
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_waiting = name in waiting
            item.setCheckState(Qt.CheckState.Checked if is_waiting else Qt.CheckState.Unchecked)
            self.members.addItem(item)
        self.members.setCurrentRow(0)

    def tick_all(self) -> None:
        """Tick every member, or none when all are."""
        items = [self.members.item(each) for each in range(self.members.count())]
        are_all = all(each.checkState() is Qt.CheckState.Checked for each in items)
        for each in items:
            each.setCheckState(Qt.CheckState.Unchecked if are_all else Qt.CheckState.Checked)

    def ticked(self) -> tuple[UUID, ...]:
        """Return the members who are ticked."""
        numbers = range(self.members.count())
        checked = Qt.CheckState.Checked
        return tuple(
            self._id(each) for each in numbers if self.members.item(each).checkState() is checked
        )

    def clear(self) -> None:
        """Be ready for another sending: nobody ticked, no note."""
        for number in range(self.members.count()):
            self.members.item(number).setCheckState(Qt.CheckState.Unchecked)
        self.recipient.set_value("")
        self.note.set_value("")

    def _id(self, number: int) -> UUID:
        found: UUID = self.members.item(number).data(Qt.ItemDataRole.UserRole)
        return found

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Destinataires"), Level.CAPTION), 1)
        head.addWidget(self.everybody)
        left = QVBoxLayout()
        left.setSpacing(SPACE.tight)
        left.addLayout(head)
        left.addWidget(self.members, 1)
        right = QVBoxLayout()
        right.setSpacing(SPACE.related)
        for each in (self.kind, self.means, self.day, self.recipient, self.note):
            right.addWidget(each)
        right.addWidget(self.record, alignment=Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE.card)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self.body.addLayout(row)

    def _on_record(self) -> None:
        if not self.day.commit():
            self.day.focus_control()
            return
        self.recipient.commit()
        self.note.commit()
        kind, means, sent_on = self.kind.value(), self.means.value(), self.day.value()
        if kind is None or means is None or sent_on is None:
            return
        ticked, recipient = self.ticked(), self.recipient.value()
        if not ticked and not recipient:
            words = self.tr("Cochez un destinataire, ou écrivez son nom.")
            self.recipient.set_error(words)
            self.members.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.asked.emit(AskedSending(ticked, recipient, kind, means, sent_on, self.note.value()))
