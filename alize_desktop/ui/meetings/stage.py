"""Where a meeting stands, what is missing to go on, and the button that goes on."""

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from alize_desktop.models.enums import MeetingKind, MeetingState
from alize_desktop.models.records.meetings import MeetingDetail
from alize_desktop.ui.meetings.steps_line import StepsLine
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Ground, Level, label, set_role
from alize_desktop.ui.widgets.visibility import show_if


class MeetingAction(StrEnum):
    """What can be done with a meeting as a whole."""

    CONVENE = "convene"
    APPROVE = "approve"
    MINUTES = "minutes"
    PAPERS = "papers"
    COMMITTEE = "committee"
    REHEARSE = "rehearse"
    SECOND = "second"
    REOPEN = "reopen"
    DELETE = "delete"


_OFFERED: Final = {
    MeetingState.PREPARATION: (
        MeetingAction.CONVENE,
        MeetingAction.COMMITTEE,
        MeetingAction.PAPERS,
        MeetingAction.REHEARSE,
        MeetingAction.DELETE,
    ),
    MeetingState.CONVENED: (
        MeetingAction.COMMITTEE,
        MeetingAction.PAPERS,
        MeetingAction.REHEARSE,
    ),
    MeetingState.OPEN: (
        MeetingAction.COMMITTEE,
        MeetingAction.MINUTES,
        MeetingAction.PAPERS,
    ),
    MeetingState.CLOSED: (
        MeetingAction.APPROVE,
        MeetingAction.MINUTES,
        MeetingAction.PAPERS,
        MeetingAction.COMMITTEE,
        MeetingAction.SECOND,
        MeetingAction.REOPEN,
    ),
    MeetingState.APPROVED: (
        MeetingAction.MINUTES,
        MeetingAction.PAPERS,
        MeetingAction.COMMITTEE,
        MeetingAction.SECOND,
    ),
}
"""What is offered in each state; the first is the next thing to do."""

_LEADING: Final = (
    MeetingAction.CONVENE,
    MeetingAction.APPROVE,
    MeetingAction.MINUTES,
    MeetingAction.COMMITTEE,
)
"""What may be the next thing to do; the others stay quiet."""


class StageCard(QFrame):
    """The line of steps, what is missing, the buttons.

    Signals:
        asked: A button was pressed. Arg: the ``MeetingAction``.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.CARD.value)
        self._steps = StepsLine()
        self._steps.setObjectName("meeting_steps")
        self._missing = label("", Level.BODY, wraps=True)
        self._missing.setObjectName("meeting_missing")
        self._buttons = self._make_buttons()
        keys = FlowLayout(spacing=SPACE.related)
        for each in self._buttons.values():
            keys.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.card, 12, SPACE.card, 12)
        column.setSpacing(SPACE.related)
        column.addWidget(self._steps)
        column.addWidget(self._missing)
        column.addLayout(keys)

    def show_detail(self, detail: MeetingDetail) -> None:
        """Show where a meeting stands. Emits nothing."""
        state = detail.row.state
        self._steps.show_state(state)
        self._show_missing(detail)
        offered = _OFFERED[state]
        for action, button in self._buttons.items():
            button.setVisible(action in offered)
            if action in _LEADING:
                is_next = action is offered[0]
                button.set_kind(Kind.PRIMARY if is_next else Kind.SECONDARY)
        is_short = detail.row.decided < detail.row.dossiers
        second = self._buttons[MeetingAction.SECOND]
        second.setVisible(MeetingAction.SECOND in offered and is_short)
        words = {
            MeetingState.OPEN: self.tr("Reprendre la séance"),
            MeetingState.CLOSED: self.tr("Revoir la séance"),
            MeetingState.APPROVED: self.tr("Revoir la séance"),
        }
        is_written = detail.row.draft.kind is MeetingKind.WRITTEN
        notice = self.tr("Envoyer…") if is_written else self.tr("Convoquer…")
        self._buttons[MeetingAction.CONVENE].set_text(notice)
        committee = self._buttons[MeetingAction.COMMITTEE]
        committee.set_text(words.get(state, self.tr("Ouvrir le mode comité")))

    def button(self, action: MeetingAction) -> KeyButton:
        """Return the button of an action."""
        return self._buttons[action]

    def _show_missing(self, detail: MeetingDetail) -> None:
        state = detail.row.state
        lines = {
            MeetingState.PREPARATION: detail.missing_for_notice,
            MeetingState.CONVENED: detail.missing,
        }.get(state, ())
        words = self._told(lines) if lines else self._next(state)
        self._missing.setText(words)
        set_role(self._missing, Role.WAITING if lines else None)
        show_if(self._missing, shown=bool(words))

    @staticmethod
    def _told(lines: Sequence[str]) -> str:
        return "\n".join(f"○\u00a0{each}" for each in lines)

    def _next(self, state: MeetingState) -> str:
        """Return what the main button is for, when nothing is missing."""
        return {
            MeetingState.PREPARATION: self.tr(
                "Tout est prêt\u00a0: la convocation fige l’ordre de passage."
            ),
            MeetingState.CONVENED: self.tr("Tout est prêt\u00a0: la séance peut s’ouvrir."),
            MeetingState.OPEN: self.tr("La séance est en cours."),
            MeetingState.CLOSED: self.tr(
                "Le procès-verbal attend son approbation, ici ou à la séance suivante."
            ),
            MeetingState.APPROVED: self.tr("Le procès-verbal est approuvé."),
        }[state]

    def _make_buttons(self) -> dict[MeetingAction, KeyButton]:
        specs = {
            MeetingAction.CONVENE: (self.tr("Convoquer…"), "Ctrl+Return", Kind.PRIMARY),
            MeetingAction.APPROVE: (
                self.tr("Approuver le PV…"),
                "Ctrl+Return",
                Kind.PRIMARY,
            ),
            MeetingAction.MINUTES: (self.tr("Procès-verbal…"), "Ctrl+P", Kind.SECONDARY),
            MeetingAction.COMMITTEE: ("", "F5", Kind.PRIMARY),
            MeetingAction.PAPERS: (self.tr("Papiers…"), "Ctrl+J", Kind.SECONDARY),
            MeetingAction.REHEARSE: (self.tr("Répétition"), "Ctrl+R", Kind.GHOST),
            MeetingAction.SECOND: (self.tr("Deuxième convocation"), "", Kind.SECONDARY),
            MeetingAction.REOPEN: (self.tr("Rouvrir…"), "", Kind.GHOST),
            MeetingAction.DELETE: (self.tr("Supprimer…"), "", Kind.GHOST),
        }
        made = {}
        for action, (text, key, kind) in specs.items():
            button = KeyButton(text, key, kind)
            button.setObjectName(f"meeting_{action.value}")
            button.clicked.connect(partial(self._ask, action))
            made[action] = button
        return made

    def _ask(self, action: MeetingAction, *_checked: bool) -> None:
        self.asked.emit(action)
