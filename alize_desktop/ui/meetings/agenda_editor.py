"""The agenda: dossiers that may come on one side, those that will on the other."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.models.records.dossier_list import DossierRow
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.values import ZERO, Money
from alize_desktop.ui.meetings.dossier_list import DossierList, Entry
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import ElidedLabel, Level, label
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.names import counted


class AgendaEditor(QWidget):
    """Chooses dossiers and their order.

    Signals:
        agenda_asked: Another choice or order. Arg: the dossiers' identifiers.
    """

    agenda_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._candidates = DossierList(self.tr("Dossiers prêts"), is_numbered=False)
        self._candidates.setObjectName("candidates")
        self._agenda = DossierList(self.tr("Ordre du jour"), is_numbered=True)
        self._agenda.setObjectName("agenda")
        self._totals = ElidedLabel("", Level.STRONG)
        self._totals.setObjectName("agenda_totals")
        self._nobody = label(
            self.tr("Un dossier complet ou ajourné apparaît ici."), Level.SMALL, wraps=True
        )
        self._buttons = self._make_buttons()
        self._left = self._column(self.tr("Dossiers prêts"), self._candidates, self._buttons[:1])
        right = self._column(self.tr("Ordre du jour"), self._agenda, self._buttons[1:])
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.card)
        line.addWidget(self._left, 4)
        line.addWidget(right, 7)
        self._connect()

    def show_agenda(
        self,
        candidates: Sequence[DossierRow],
        agenda: Sequence[AgendaLine],
        *,
        is_editable: bool,
    ) -> None:
        """Show what may come and what will. Emits nothing."""
        chosen = {line.dossier_id for line in agenda}
        waiting = [row for row in candidates if row.id not in chosen]
        self._candidates.show_entries([_waiting(row) for row in waiting])
        self._agenda.show_entries([_chosen(line) for line in agenda])
        self._left.setVisible(is_editable)
        self._nobody.setVisible(not waiting)
        for button in self._buttons:
            button.setVisible(is_editable)
        for each in (self._candidates, self._agenda):
            each.set_editable(is_editable=is_editable)
        self._totals.setText(self._totals_text(agenda))

    def _make_buttons(self) -> list[KeyButton]:
        specs = (
            (self.tr("Inscrire"), "Return", "agenda_add"),
            (self.tr("Retirer"), "Del", "agenda_remove"),
            (self.tr("Monter"), "Alt+Up", "agenda_up"),
            (self.tr("Descendre"), "Alt+Down", "agenda_down"),
        )
        made = []
        for text, key, name in specs:
            button = KeyButton(text, key, Kind.SECONDARY, handles_key=False)
            button.setObjectName(name)
            made.append(button)
        return made

    def _column(self, title: str, shown: DossierList, buttons: Sequence[KeyButton]) -> QWidget:
        whole = QWidget()
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE.related)
        lines.addWidget(label(title, Level.CAPTION))
        lines.addWidget(shown, 1)
        lines.addWidget(self._nobody if shown is self._candidates else self._totals)
        keys = FlowLayout(spacing=SPACE.related)
        for button in buttons:
            keys.addWidget(button)
        lines.addLayout(keys)
        return whole

    def _connect(self) -> None:
        add, remove, up, down = self._buttons
        add.clicked.connect(lambda: self._add(self._candidates.selected_ids()))
        remove.clicked.connect(lambda: self._remove(self._agenda.selected_ids()))
        up.clicked.connect(lambda: self._move(-1))
        down.clicked.connect(lambda: self._move(1))
        self._candidates.crossing_asked.connect(self._add)
        self._agenda.crossing_asked.connect(self._remove)
        self._agenda.moving_asked.connect(self._move)
        self._agenda.dropped.connect(self.agenda_asked)
        self._candidates.dropped.connect(self._on_dropped_back)

    def _add(self, ids: Sequence[UUID]) -> None:
        if ids:
            self.agenda_asked.emit((*self._agenda.ids(), *ids))

    def _remove(self, ids: Sequence[UUID]) -> None:
        if ids:
            self.agenda_asked.emit(tuple(each for each in self._agenda.ids() if each not in ids))

    def _on_dropped_back(self, waiting: Sequence[UUID]) -> None:
        self.agenda_asked.emit(tuple(each for each in self._agenda.ids() if each not in waiting))

    def _move(self, step: int) -> None:
        """Move the selected dossiers by one place, together."""
        order, moved = list(self._agenda.ids()), set(self._agenda.selected_ids())
        places = [place for place, each in enumerate(order) if each in moved]
        for place in places if step < 0 else reversed(places):
            target = place + step
            if 0 <= target < len(order) and order[target] not in moved:
                order[place], order[target] = order[target], order[place]
        if moved and tuple(order) != self._agenda.ids():
            self.agenda_asked.emit(tuple(order))

    def _totals_text(self, agenda: Sequence[AgendaLine]) -> str:
        amount = sum((line.requested_amount for line in agenda), ZERO)
        days = sum(line.days for line in agenda)
        jobs = sum(line.jobs_created for line in agenda)
        parts = (
            counted(len(agenda), self.tr("dossier")),
            money_short(amount),
            counted(days, self.tr("jour")),
            counted(jobs, self.tr("emploi")),
        )
        return " · ".join(parts)


def _figures(amount: Money, days: int, days_unit: str) -> str:
    parts = [money_short(amount)] if amount else []
    if days:
        parts.append(f"{days} {days_unit}")
    return " · ".join(parts)


def _waiting(row: DossierRow) -> Entry:
    detail = " · ".join(part for part in (row.number, row.town) if part)
    return Entry(row.id, row.company, detail, _figures(row.requested_amount, row.days, "j"))


def _chosen(line: AgendaLine) -> Entry:
    detail = " · ".join(part for part in (line.number, line.town) if part)
    figures = _figures(line.requested_amount, line.days, "j")
    return Entry(line.dossier, line.company, detail, figures)
