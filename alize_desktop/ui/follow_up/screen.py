"""The follow-up: what is due, pages given to it, and its rules."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, cast

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.follow_up.due_page import DuePage
from alize_desktop.ui.follow_up.rules_page import RulesPage
from alize_desktop.ui.follow_up.tools import FollowUpTools, OtherPage, Page
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label, rule
from alize_desktop.ui.widgets.tabs import TabStrip
from alize_desktop.ui.widgets.visibility import is_looked_at

_DUE: Final = "due"
_RULES: Final = "rules"


class FollowUpScreen(QWidget):
    """Pages under tabs, each built when it is first shown and read again when things changed.

    Args:
        tools: Services and surroundings.
        others: Pages made elsewhere, between what is due and the rules.
        parent: Parent widget.

    Attributes:
        due: What is due.
        calendar: The button that writes it as a calendar.

    Signals:
        typing_changed: Arg: whether something typed is not written.
        said: A short message for the user. Arg: the text.
        opened: Somebody wants to see what a thing is about. Arg: the ``FollowUpItem``.
        late_counted: Things were read again. Arg: how many are late.
    """

    typing_changed = Signal(object)
    said = Signal(str)
    opened = Signal(object)
    late_counted = Signal(object)

    def __init__(
        self, tools: FollowUpTools, others: Sequence[OtherPage] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = tools.today
        self._read_on = tools.today()
        self.due = DuePage(tools)
        self._makers: dict[str, Callable[[], QWidget]] = {
            _DUE: lambda: self.due,
            **{each.key: each.make for each in others},
            _RULES: partial(RulesPage, tools),
        }
        self._pages: dict[str, QWidget] = {}
        self._outdated: set[str] = set()
        names = (
            (_DUE, self.tr("À suivre")),
            *((each.key, each.title) for each in others),
            (_RULES, self.tr("Règles du suivi")),
        )
        self.tabs = TabStrip(names, self.tr("Pages du suivi"))
        self.calendar = KeyButton(self.tr("Agenda (.ics)…"), "Ctrl+L", icon="export")
        self.calendar.setObjectName("follow_up_calendar")
        self._stack = QStackedWidget()
        self._lay_out()
        self.tabs.requested.connect(self._on_requested)
        self.calendar.clicked.connect(lambda *_: self.due.export.ask())
        self.due.opened.connect(self.opened)
        self.due.late_counted.connect(self.late_counted)
        tools.bus.changed.connect(self._on_changed)
        self._shown = _DUE
        self._stack.setCurrentWidget(self.page(_DUE))  # read once it is shown

    def page(self, key: str) -> QWidget:
        """Return a page, built now if it never was."""
        if key not in self._pages:
            made = self._makers[key]()
            self._pages[key] = made
            self._stack.addWidget(made)
            self._outdated.add(key)
            cast("Page", made).said.connect(self.said)
            if isinstance(made, RulesPage):
                made.typing_changed.connect(self.typing_changed)
        return self._pages[key]

    def show_page(self, key: str) -> None:
        """Show a page, read again if anything changed since it was."""
        page = self.page(key)
        self._shown = key
        self.tabs.set_current(key)
        self._stack.setCurrentWidget(page)
        self._refresh()

    def take_keyboard(self) -> None:
        """Give the keyboard to the page shown."""
        cast("Page", self.page(self._shown)).take_keyboard()

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to leave what is typed."""
        page = self._pages[self._shown]
        if isinstance(page, RulesPage):
            page.try_leave(on_left)
        else:
            on_left()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and is_looked_at(self):
            self._catch_up()

    def _lay_out(self) -> None:
        head = frame(Ground.SURFACE)
        inside = QVBoxLayout(head)
        inside.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, 0)
        inside.setSpacing(SPACE.tight)
        title = QHBoxLayout()
        title.addWidget(label(self.tr("Suivi"), Level.TITLE))
        title.addStretch(1)
        title.addWidget(self.calendar)
        inside.addLayout(title)
        strip = QHBoxLayout()
        strip.setContentsMargins(-SPACE.related, 0, 0, 0)
        strip.addWidget(self.tabs)
        inside.addLayout(strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(rule())
        column.addWidget(self._stack, 1)

    def _catch_up(self) -> None:
        """Read what changed while nobody looked, or everything on another day."""
        if self._read_on != self._today():
            self._read_on = self._today()
            self._outdated |= set(self._pages) - {_RULES}
        self._refresh()

    def _refresh(self) -> None:
        if self._shown in self._outdated:
            self._outdated.discard(self._shown)
            cast("Page", self._pages[self._shown]).refresh()

    def _on_requested(self, key: str) -> None:
        if key == self._shown:
            return
        self.tabs.set_current(self._shown)
        self.try_leave(partial(self.show_page, key))

    def _on_changed(self, _changes: Changes, _source: object) -> None:
        """Read everything again: most of what changes moves something that is due."""
        self._outdated = set(self._pages)
        if is_looked_at(self):
            self._catch_up()
