"""What the list of every mission is filtered by: words, state, partner, year."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.models.enums import MissionState
from alize_desktop.ui.missions.finding import Wanted
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.chip import ChipRow
from alize_desktop.ui.widgets.fields.choice import ChoiceBox
from alize_desktop.ui.widgets.labels import Ground, frame
from alize_desktop.ui.widgets.search import SearchField
from alize_desktop.wording.labels import label


class FilterBar(QWidget):
    """Asks for missions; shows what is asked for.

    Signals:
        text_asked: Arg: the words.
        states_asked: Arg: the frozenset of states; empty for all.
        partner_asked: Arg: a name, None for all.
        year_asked: Arg: a year, None for all.
    """

    text_asked = Signal(object)
    states_asked = Signal(object)
    partner_asked = Signal(object)
    year_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(
            self.tr("Rechercher une mission, une entreprise, une personne…"), "F3"
        )
        self.partner, self.year = ChoiceBox(), ChoiceBox()
        self.partner.setAccessibleName(self.tr("Filtrer par partenaire"))
        self.year.setAccessibleName(self.tr("Filtrer par année de début"))
        self.states: ChipRow[MissionState] = ChipRow(
            self.tr("Filtrer par état"),
            self.tr("Toutes"),
            [(each, label(each)) for each in MissionState],
        )
        self._lay_out()
        self.search.searched.connect(self.text_asked)
        self.states.requested.connect(self.states_asked)
        self.partner.activated.connect(
            lambda _row: self.partner_asked.emit(self.partner.currentData())
        )
        self.year.activated.connect(lambda _row: self.year_asked.emit(self.year.currentData()))

    def show_wanted(
        self,
        wanted: Wanted,
        counts: Mapping[MissionState, int],
        partners: Sequence[str],
        years: Sequence[int],
    ) -> None:
        """Show what is asked for, and what can be. Emits nothing.

        Args:
            wanted: What is asked for.
            counts: Missions in each state, the other filters applied.
            partners: Names to choose from.
            years: Likewise.
        """
        self.states.show_counts(counts, wanted.states)
        known = [(each, each) for each in partners]
        _fill(self.partner, self.tr("Tous les partenaires"), known, wanted.partner)
        told = [(str(each), each) for each in years]
        _fill(self.year, self.tr("Toutes les années"), told, wanted.year)

    def _lay_out(self) -> None:
        head = frame(Ground.SURFACE)
        above = QVBoxLayout(head)
        above.setContentsMargins(SPACE.group, SPACE.related, SPACE.group, SPACE.related)
        above.setSpacing(SPACE.related)
        line = QHBoxLayout()
        line.setSpacing(SPACE.related)
        line.addWidget(self.search, 2)
        line.addWidget(self.partner, 1)
        line.addWidget(self.year)
        self.year.setMinimumWidth(scaled(184))
        above.addLayout(line)
        above.addWidget(self.states)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(head)


def _fill(
    box: ChoiceBox, everything: str, choices: Sequence[tuple[str, object]], chosen: object
) -> None:
    """Put choices in a list when they changed, then choose one of them."""
    wanted = [(everything, None), *choices]
    if [box.itemText(row) for row in range(box.count())] != [text for text, _ in wanted]:
        box.clear()
        for text, value in wanted:
            box.addItem(text, value)
    values = [value for _, value in wanted]
    box.setCurrentIndex(values.index(chosen) if chosen in values else 0)
