"""One mission of a dossier: its head, its buttons, doubts, sheet, events, papers."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.dossier_papers import PaperOffer
from alize_desktop.models.records.missions import MissionDetail, MissionEvent
from alize_desktop.ui.missions.action_bar import ActionBar
from alize_desktop.ui.missions.doubt_card import DoubtCard
from alize_desktop.ui.missions.events import EventLine, event_model, lines_of
from alize_desktop.ui.missions.head import MissionHead
from alize_desktop.ui.missions.paper_card import PaperCard
from alize_desktop.ui.missions.sheet_card import SheetCard
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.list_card import ListCard
from alize_desktop.ui.widgets.visibility import show_if


class MissionPane(QWidget):
    """Shows the mission that is chosen; says what is asked of it.

    Signals:
        action_asked: Arg: the ``MissionAction``.
        reversal_asked: The event that is chosen is to be taken back. Arg: the ``MissionEvent``.
        paper_asked: Arg: the ``PaperKind``, or ``paper_card.DRAFT``.
    """

    action_asked = Signal(object)
    reversal_asked = Signal(object)
    paper_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: MissionDetail | None = None
        self.head = MissionHead()
        self.bar = ActionBar()
        self._past = label(
            self.tr(
                "Cette mission a été reprise du classeur du passé\u00a0: elle se lit, elle ne se "
                "modifie pas."
            ),
            Level.SOFT,
            wraps=True,
        )
        self._past.setObjectName("mission_past_note")
        self.doubts = DoubtCard()
        self.sheet = SheetCard()
        nothing = self.tr("Rien ne s’est encore passé\u00a0: la convention est à signer.")
        self.events: ListCard[EventLine] = ListCard(
            self.tr("Ce qui s’est passé"), event_model(), nothing, ("confirmed",)
        )
        self.reverse = self.events.add_button(self.tr("Annuler cet événement…"), "mission_reverse")
        self.told = label("", wraps=True)
        self.told.setObjectName("mission_event_told")
        self.events.body.insertWidget(1, self.told)
        self.papers = PaperCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.card)
        for each in self._parts():
            column.addWidget(each)
        self._connect()

    @property
    def detail(self) -> MissionDetail | None:
        """The mission shown, None before the first."""
        return self._detail

    @property
    def mission_id(self) -> UUID | None:
        """Its identifier."""
        return self._detail.row.id if self._detail else None

    def show_detail(self, detail: MissionDetail, offers: Iterable[PaperOffer]) -> None:
        """Show another mission, and which of its papers can be made."""
        self._detail = detail
        for part in (self.head, self.bar, self.doubts, self.sheet):
            part.show_detail(detail)
        is_past = detail.row.is_history
        show_if(self._past, shown=is_past)
        self.events.show_rows([*lines_of(detail)])
        self.papers.show_offers(detail, offers)
        show_if(self.papers, shown=not is_past)
        show_if(self.reverse, shown=not is_past)
        self._enable()

    def chosen_event(self) -> MissionEvent | None:
        """Return the event looked at, None without any."""
        line = self.events.chosen()
        return line.event if line else None

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self.head,
            self.bar,
            self._past,
            self.doubts,
            self.events,
            self.sheet,
            self.papers,
        )

    def _connect(self) -> None:
        self.bar.asked.connect(self.action_asked)
        self.papers.asked.connect(self.paper_asked)
        self.reverse.clicked.connect(lambda *_: self._on_reverse())
        self.events.table.row_opened.connect(lambda _key: self._on_reverse())
        self.events.table.row_chosen.connect(lambda _key: self._enable())

    def _enable(self) -> None:
        line = self.events.chosen()
        self.reverse.setEnabled(line is not None and line.can_go_back)
        self.told.setText(line.told if line else "")
        show_if(self.told, shown=bool(self.told.text()))

    def _on_reverse(self) -> None:
        line = self.events.chosen()
        is_open = self._detail is not None and not self._detail.row.is_history
        if is_open and line is not None and line.can_go_back:
            self.reversal_asked.emit(line.event)
