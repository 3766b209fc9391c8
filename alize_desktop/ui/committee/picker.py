"""Choosing a member by three letters of the name, or by number."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.asked_line import AskedLine
from alize_desktop.ui.committee.people import find, full_name
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.labels import Level, label


class MemberPicker(QWidget):
    """A line to type in, the members that answer it, Enter to take the first.

    Signals:
        picked: A member was chosen. Arg: the ``Member``.
        cancelled: Escape was pressed.
    """

    picked = Signal(object)
    cancelled = Signal()

    def __init__(self, question: str, name: str, parent: QWidget | None = None) -> None:
        """Make the picker.

        Args:
            question: What is asked, above the line.
            name: Beginning of the object names.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._members: tuple[Member, ...] = ()
        self._found: tuple[Member, ...] = ()
        self._states: dict[UUID, str] = {}
        self._question = label(question, Level.STRONG)
        self.line = AskedLine()
        self.line.setObjectName(f"{name}_line")
        self.line.setAccessibleName(question)
        self.line.setPlaceholderText(self.tr("trois lettres du nom, ou le numéro, puis Entrée"))
        self.list = QListWidget()
        self.list.setObjectName(f"{name}_list")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Membres trouvés"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        self.list.setMinimumHeight(scaled(90))
        self.line.textEdited.connect(self._on_typed)
        self.line.entered.connect(self._on_entered)
        self.line.moved.connect(self._on_moved)
        self.line.given_up.connect(self.cancelled)
        self.list.itemClicked.connect(self._on_clicked)

    def ask(self, question: str, members: Sequence[Member]) -> None:
        """Ask for one of some members, and take the keyboard."""
        self._question.setText(question)
        self.line.setAccessibleName(question)
        self._members = tuple(members)
        self.line.clear()
        self._show(self._members)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_states(self, states: Mapping[UUID, str]) -> None:
        """Say a word of each member beside the name, by identifier."""
        self._states = dict(states)

    def set_members(self, members: Sequence[Member]) -> None:
        """Say who can be chosen, keeping what is typed."""
        self._members = tuple(members)
        self._on_typed(self.line.text())

    def _show(self, members: Sequence[Member]) -> None:
        self._found = tuple(members)
        self.list.clear()
        for each in self._found:
            told = (full_name(each), each.sheet.organisation, self._states.get(each.id, ""))
            line = f"{each.seat}   {' · '.join(part for part in told if part)}"
            item = QListWidgetItem(line)
            item.setToolTip(line)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if self._found else -1)
        if self._members and not self._found:
            nobody = QListWidgetItem(self.tr("Aucun membre de ce nom ni de ce numéro."))
            nobody.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nobody)

    def _on_typed(self, text: str) -> None:
        self._show(find(self._members, text) if text.strip() else self._members)

    def _on_moved(self, step: int) -> None:
        row = self.list.currentRow() + step
        if 0 <= row < len(self._found):
            self.list.setCurrentRow(row)

    def _on_entered(self) -> None:
        row = self.list.currentRow()
        if self.line.text().strip() and 0 <= row < len(self._found):
            self.picked.emit(self._found[row])

    def _on_clicked(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        if row < len(self._found):  # the line that says that nobody answers is no member
            self.picked.emit(self._found[row])
