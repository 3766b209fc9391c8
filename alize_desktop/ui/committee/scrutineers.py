"""The two scrutineers of a secret ballot, chosen by letters among those present."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.people import full_name
from alize_desktop.ui.committee.picker import MemberPicker
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.wording.names import list_text


class Scrutineers(QWidget):
    """Says who counts, and asks for both, one after the other.

    Signals:
        changed: Both are named.
        left: The keyboard goes back to the step.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._chosen: list[Member] = []
        self._members: tuple[Member, ...] = ()
        self._who = label("", Level.HEADING, wraps=True)
        self._who.setObjectName("scrutineers")
        self._picker = MemberPicker("", "scrutineer")
        self._picker.hide()
        self._shown = QWidget()
        self._line = row(self._shown, gap=16)
        self._line.addWidget(self._who, 1)
        whole = column(self)
        whole.addWidget(self._shown)
        whole.addWidget(self._picker)
        self._picker.picked.connect(self._on_picked)
        self._picker.cancelled.connect(self.leave)
        self.set_names(())

    def add_key(self, key: ActionButton) -> None:
        """Show the button that asks, beside the names."""
        self._line.addWidget(key)

    def names(self) -> tuple[str, ...]:
        """Return both full names; nothing while they are not both named."""
        return self._names

    def set_names(self, names: Sequence[str]) -> None:
        """Show who counts. Emits nothing."""
        self._names = tuple(names)
        text = self.tr("Scrutateurs : {names}").format(names=list_text(self._names))
        self._who.setText(text if self._names else self.tr("Deux scrutateurs sont à désigner."))

    def set_members(self, members: Sequence[Member]) -> None:
        """Say who may be chosen."""
        self._members = tuple(members)

    def ask(self) -> None:
        """Ask for the first, then the second, and take the keyboard."""
        self._chosen = []
        self._show(is_asking=True)
        self._ask_next()

    def leave(self) -> bool:
        """Give up what is being asked; False when nothing is."""
        if self._picker.isHidden():
            return False
        self._show(is_asking=False)
        self.left.emit()
        return True

    def _show(self, *, is_asking: bool) -> None:
        self._shown.setHidden(is_asking)
        self._picker.setVisible(is_asking)

    def _ask_next(self) -> None:
        question = self.tr("Deuxième scrutateur") if self._chosen else self.tr("Premier scrutateur")
        self._picker.ask(question, [each for each in self._members if each not in self._chosen])

    def _on_picked(self, member: Member) -> None:
        self._chosen.append(member)
        if len(self._chosen) < 2:
            self._ask_next()
            return
        self.set_names([full_name(each) for each in self._chosen])
        self.leave()
        self.changed.emit()
