"""The page Missions of the follow-up: every mission of the programme, filtered, added up."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.models.enums import MissionState
from alize_desktop.models.records.missions import MissionRow
from alize_desktop.ui.missions.columns import LESSER_OF_ALL, all_model
from alize_desktop.ui.missions.filter_bar import FilterBar
from alize_desktop.ui.missions.finding import Wanted, by_state, found, partners_of, years_of
from alize_desktop.ui.missions.tools import MissionTools
from alize_desktop.ui.reading import Reading
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.giving_table import GivingTable
from alize_desktop.ui.widgets.labels import rule
from alize_desktop.ui.widgets.list_foot import ListFoot
from alize_desktop.wording.mission_lists import totals_text
from alize_desktop.wording.names import counted

_NOTHING, _NONE_HERE = 1, 2


class MissionsPage(QWidget):
    """Filters, a list, what it comes to.

    Signals:
        said: A short message for the user. Arg: the text.
        opened: Enter or a double click on a mission. Arg: the ``MissionRow``.
    """

    said = Signal(str)
    opened = Signal(object)

    def __init__(self, tools: MissionTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._rows: tuple[MissionRow, ...] = ()
        self._wanted = Wanted()
        self._reading = Reading(self, tools.log_file, tools.pool)
        self.filters = FilterBar()
        self.model = all_model()
        self.table = GivingTable(self.model, self.tr("Missions du programme"), LESSER_OF_ALL)
        self.table.setObjectName("missions_list")
        self.table.set_sort(self._wanted.sort, descending=self._wanted.descending)
        self.nothing = EmptyState(
            self.tr(
                "Aucune mission encore. Une mission se prépare dans l’onglet Missions d’un dossier, "
                "une fois que le comité lui a accordé des jours."
            )
        )
        self.none_here = EmptyState(
            self.tr("Aucune mission ne correspond à cette recherche."),
            self.tr("Effacer les filtres"),
        )
        self.foot = ListFoot()
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()
        self.filters.show_wanted(self._wanted, {}, (), ())

    def refresh(self) -> None:
        """Read every mission again."""
        self._reading.ask(self._tools.services.missions.rows, self._show_read)

    def take_keyboard(self) -> None:
        """Give the keyboard to the list, or to what stands in its place."""
        places: dict[int, QWidget] = {
            _NOTHING: self.filters.search,
            _NONE_HERE: self.none_here.button,
        }
        first = places.get(self._body.currentIndex(), self.table)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_for(self, wanted: Wanted) -> None:
        """Show some missions, in some order."""
        self._wanted = wanted
        self._show()

    def _show_read(self, rows: Sequence[MissionRow]) -> None:
        self._rows = tuple(rows)
        self._show()

    def _show(self) -> None:
        wanted, chosen = self._wanted, self.table.chosen()
        shown = found(self._rows, wanted)
        others = found(self._rows, replace(wanted, states=frozenset()))
        self.filters.show_wanted(
            wanted, by_state(others), partners_of(self._rows), years_of(self._rows)
        )
        self.model.set_rows(shown)
        if shown and not self.table.choose(chosen):
            self.table.selectRow(0)
        empty = _NONE_HERE if self._rows else _NOTHING
        self._body.setCurrentIndex(0 if shown else empty)
        count = counted(len(shown), self.tr("mission"))
        self.foot.show_text(count, totals_text(shown) if shown else "")

    def _lay_out(self) -> None:
        for each in (self.table, self.nothing, self.none_here):
            self._body.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(rule())
        column.addWidget(self._body, 1)
        column.addWidget(self.foot)
        column.addWidget(self._reading.strip)

    def _connect(self) -> None:
        self.filters.text_asked.connect(lambda text: self._ask(text=text))
        self.filters.states_asked.connect(self._on_states)
        self.filters.partner_asked.connect(lambda partner: self._ask(partner=partner or ""))
        self.filters.year_asked.connect(lambda year: self._ask(year=year))
        self.filters.search.left_downwards.connect(self.table.setFocus)
        self.none_here.requested.connect(self._on_clear)
        self.table.sort_requested.connect(self._on_sort)
        self.table.row_opened.connect(self._on_opened)

    def _ask(self, **changes: object) -> None:
        self.look_for(replace(self._wanted, **changes))  # type: ignore[arg-type]  # named above

    def _on_states(self, states: frozenset[MissionState]) -> None:
        self._ask(states=states)

    def _on_clear(self) -> None:
        self.filters.search.set_text("")
        self.look_for(Wanted(sort=self._wanted.sort, descending=self._wanted.descending))
        self.take_keyboard()

    def _on_sort(self, key: str, descending: object) -> None:
        self.table.set_sort(key, descending=bool(descending))
        self._ask(sort=key, descending=bool(descending))

    def _on_opened(self, mission_id: UUID) -> None:
        self.opened.emit(self.model.record(self.model.row_of(mission_id)))
