"""The head of a dossier: whose it is, where it stands, where it may go."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.dossiers import DossierDetail, DossierSheet
from alize_desktop.ui.dossiers.marks import past_pill, state_dress, state_word
from alize_desktop.ui.dossiers.reading import spaced
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.wording.amounts import NO_BREAK, decimal_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label as word_of


class DossierHeader(QWidget):
    """Name of the company, one line of facts, the state and the menu that changes it.

    Signals:
        state_requested: A state was chosen in the menu. Arg: the ``DossierState``.
        papers_requested: « Papiers… » was pressed.
    """

    state_requested = Signal(object)
    papers_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next: tuple[DossierState, ...] = ()
        self.title = label("", Level.TITLE, wraps=True)
        self.facts = label("", Level.SOFT, wraps=True)
        self.reason = label("", Level.SMALL, wraps=True)
        self.pill = Pill()
        self.past = past_pill()
        self.state_button = KeyButton(self.tr("Changer l’état"), kind=Kind.GHOST, icon="chevron")
        self.state_button.clicked.connect(self._on_state_asked)
        self.papers_button = KeyButton(self.tr("Papiers…"), "Ctrl+J", Kind.GHOST)
        self.papers_button.setObjectName("dossier_papers")
        self.papers_button.clicked.connect(self.papers_requested)
        first = QHBoxLayout()
        first.setSpacing(SPACE.card)
        first.addWidget(self.title, 1)
        first.addWidget(self.pill, alignment=Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.past, alignment=Qt.AlignmentFlag.AlignTop)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(SPACE.card)
        self._choices.addStretch(1)
        self._choices.addWidget(self.papers_button)
        self._choices.addWidget(self.state_button)
        self._second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second.setSpacing(SPACE.card)
        self._second.addWidget(self.facts, 1)
        self._second.addLayout(self._choices)
        self._second.setAlignment(self._choices, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.related)
        column.setSpacing(SPACE.tight)
        column.addLayout(first)
        column.addLayout(self._second)
        column.addWidget(self.reason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def show_new(self) -> None:
        """Show that a dossier is being typed that is not written yet."""
        self.title.setText(self.tr("Nouveau dossier"))
        self.facts.setText(self.tr("Il recevra son numéro quand vous l’enregistrerez."))
        self.reason.hide()
        self.papers_button.hide()
        self.pill.set_state("")
        self.past.hide()
        self._set_next(())

    def show_dossier(self, detail: DossierDetail) -> None:
        """Show a dossier as the registry holds it."""
        self.papers_button.show()
        self.title.setText(detail.sheet.company.name)
        self.facts.setText(" · ".join(_facts(detail.sheet, self._filed(detail.sheet))))
        self.reason.setText(self._reason_of(detail))
        self.reason.setVisible(bool(self.reason.text()))
        outcome = detail.outcome
        self.past.setVisible(detail.is_history)
        words = state_word(detail.state, outcome)
        if detail.meeting_number and detail.state is DossierState.SCHEDULED:
            words = self.tr("{state} à la séance {number}").format(
                state=words, number=detail.meeting_number
            )
        self.pill.set_state(words, *state_dress(detail.state, outcome))
        self._set_next(detail.next_states)

    def state_menu(self) -> QMenu:
        """Return a new menu of the states the dossier may go to."""
        menu = QMenu(self)
        for state in self._next:
            action = menu.addAction(word_of(state))
            action.setData(state)
            action.triggered.connect(partial(self._on_state_chosen, state))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _set_next(self, states: Sequence[DossierState]) -> None:
        self._next = tuple(states)
        self.state_button.setVisible(bool(self._next))

    def _arrange(self) -> None:
        """Put the buttons below the facts when they would take half of a line."""
        is_narrow = self.width() < 2 * self._choices.sizeHint().width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._second.setDirection(down if is_narrow else across)

    def _filed(self, sheet: DossierSheet) -> str:
        day = long_date(sheet.filed_on).replace(" ", NO_BREAK)
        if sheet.opinion.case_officer:
            officer = sheet.opinion.case_officer
            is_woman = officer.startswith("Mme")
            role = self.tr("rapporteure") if is_woman else self.tr("rapporteur")
            return self.tr("déposé le {day} · {role} {officer}").format(
                day=day, role=role, officer=officer.replace(" ", NO_BREAK)
            )
        return self.tr("déposé le {day}").format(day=day)

    def _reason_of(self, detail: DossierDetail) -> str:
        if not detail.state_reason:
            return ""
        return self.tr("Motif : {reason}").format(reason=detail.state_reason)

    def _on_state_asked(self) -> None:
        button = self.state_button
        self.state_menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_state_chosen(self, state: DossierState, *_checked: bool) -> None:
        self.state_requested.emit(state)


def _facts(sheet: DossierSheet, filed: str) -> list[str]:
    company = sheet.company
    staff = ""
    if company.headcount is not None:
        staff = f"{decimal_text(company.headcount)} ETP"
    siren = f"SIREN {spaced(company.siren)}" if company.siren else ""
    parts = (sheet.number, company.legal_form, siren, company.town, staff, filed)
    return [part.replace(" ", NO_BREAK) for part in parts[:-1] if part] + [parts[-1]]
