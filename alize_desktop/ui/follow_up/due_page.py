"""The page À suivre: what is late, then what comes, by kind and by period."""

from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.models.enums import FollowUpKind
from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.rules.due_dates import add_months
from alize_desktop.ui.follow_up.calendar_export import CalendarExport
from alize_desktop.ui.follow_up.due import Period, Wanted, counts, entries, of_kinds, within
from alize_desktop.ui.follow_up.due_list import DueList
from alize_desktop.ui.follow_up.tools import FollowUpTools
from alize_desktop.ui.reading import Reading
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.chip import Chip, ChipRow
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.labels import Ground, frame, rule
from alize_desktop.ui.widgets.list_foot import ListFoot
from alize_desktop.wording.follow_up import count_text
from alize_desktop.wording.labels import label

_MONTHS: Final = 12
"""Months that are read at once; the periods look at a part of them."""

_NOTHING, _NONE_HERE = 1, 2


class DuePage(QWidget):
    """Chips, a list, how many there are.

    Signals:
        said: A short message for the user. Arg: the text.
        opened: Somebody wants to see what a thing is about. Arg: the ``FollowUpItem``.
        late_counted: Things were read again. Arg: how many are late.
    """

    said = Signal(str)
    opened = Signal(object)
    late_counted = Signal(object)

    def __init__(self, tools: FollowUpTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._items: tuple[FollowUpItem, ...] = ()
        self._read_on = tools.today()
        self._soon = 0
        self._wanted = Wanted()
        self._reading = Reading(self, tools.log_file, tools.pool)
        self.export = CalendarExport(tools, self)
        self.periods = {each: Chip(word) for each, word in self._period_words()}
        self.kinds: ChipRow[FollowUpKind] = ChipRow(
            self.tr("Filtrer par objet"),
            self.tr("Tout"),
            [(each, label(each)) for each in FollowUpKind],
        )
        self.list = DueList()
        self.foot = ListFoot()
        self.nothing = EmptyState("", self.tr("Regarder sur un an"))
        self.none_here = EmptyState(
            self.tr("Rien de cela n’est à suivre sur cette période."), self.tr("Voir tout")
        )
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        return self._wanted

    def refresh(self) -> None:
        """Read again what is due."""
        self._read_on = self._tools.today()
        self._reading.ask(partial(self._read, self._read_on), self._show_read)

    def take_keyboard(self) -> None:
        """Give the keyboard to the list, or to what stands in its place."""
        buttons: dict[int, QWidget] = {
            _NOTHING: self.nothing.button,
            _NONE_HERE: self.none_here.button,
        }
        first = buttons.get(self._body.currentIndex(), self.list)
        first = first if first.isVisibleTo(self) else self.periods[self._wanted.period]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_for(self, wanted: Wanted) -> None:
        """Show some kinds in some period."""
        self._wanted = wanted
        self._show()

    def _read(self, today: date) -> tuple[tuple[FollowUpItem, ...], int]:
        service = self._tools.follow_up
        return service.items(today, add_months(today, _MONTHS)), service.rules().remind_days

    def _show_read(self, found: tuple[tuple[FollowUpItem, ...], int]) -> None:
        self._items, self._soon = found
        self.late_counted.emit(sum(each.is_late for each in self._items))
        self._show()

    def _show(self) -> None:
        today, wanted = self._read_on, self._wanted
        here = within(self._items, wanted.period, today)
        shown = of_kinds(here, wanted.kinds)
        self.kinds.show_counts(counts(here), wanted.kinds)
        for period, chip in self.periods.items():
            chip.set_count(len(of_kinds(within(self._items, period, today), wanted.kinds)))
            chip.setChecked(period is wanted.period)
        self.list.show_entries([*entries(shown)], today, self._soon)
        self.foot.show_text(count_text(sum(x.is_late for x in shown), len(shown)), "")
        self._show_nothing()
        empty = _NONE_HERE if here else _NOTHING
        self._body.setCurrentIndex(0 if shown else empty)

    def _show_nothing(self) -> None:
        """Say that nothing is due: now, or at all."""
        sentence = self.tr("Rien n’est en retard, et rien n’est à faire sur cette période.")
        if not self._items:
            sentence = self.tr(
                "Rien n’est à suivre dans l’année qui vient. Les emplois promis, les "
                "conditions, les missions et les remboursements viendront ici d’eux-mêmes."
            )
        self.nothing.set_sentence(sentence)
        self.nothing.button.setVisible(bool(self._items))

    def _period_words(self) -> tuple[tuple[Period, str], ...]:
        return (
            (Period.MONTH, self.tr("Ce mois-ci")),
            (Period.QUARTER, self.tr("Trois mois")),
            (Period.YEAR, self.tr("Un an")),
        )

    def _lay_out(self) -> None:
        head = frame(Ground.SURFACE)
        line = QHBoxLayout(head)
        line.setContentsMargins(SPACE.group, SPACE.related, SPACE.group, SPACE.related)
        line.setSpacing(SPACE.group)
        periods = QHBoxLayout()
        periods.setSpacing(SPACE.tight)
        for each in self.periods.values():
            periods.addWidget(each, alignment=Qt.AlignmentFlag.AlignTop)
        line.addLayout(periods)
        line.addWidget(self.kinds, 1)
        for shown in (self.list, self.nothing, self.none_here):
            self._body.addWidget(shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(rule())
        column.addWidget(self._body, 1)
        column.addWidget(self.foot)
        column.addWidget(self._reading.strip)
        column.addWidget(self.export.worker.strip)

    def _connect(self) -> None:
        for period, chip in self.periods.items():
            chip.clicked.connect(partial(self._on_period, period))
        self.kinds.requested.connect(self._on_kinds)
        self.nothing.requested.connect(partial(self._on_period, Period.YEAR))
        self.none_here.requested.connect(partial(self._on_kinds, frozenset()))
        self.list.opened.connect(self.opened)
        self.export.said.connect(self.said)

    def _on_period(self, period: Period, *_checked: bool) -> None:
        self.look_for(Wanted(period, self._wanted.kinds))

    def _on_kinds(self, kinds: frozenset[FollowUpKind]) -> None:
        self.look_for(Wanted(self._wanted.period, kinds))
