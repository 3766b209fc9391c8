"""What members answered to the notice, entered by a key each, and the quorum it promises."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.enums import AnswerKind, MeetingKind, MeetingState
from alize_desktop.models.records.meetings import MeetingDetail, MemberAnswer
from alize_desktop.ui.meetings.forecasts import ForecastPanel
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.names import counted, member_name

_KEYS: Final = {
    Qt.Key.Key_V: AnswerKind.ATTENDS,
    Qt.Key.Key_D: AnswerKind.REMOTE,
    Qt.Key.Key_E: AnswerKind.EXCUSED,
    Qt.Key.Key_P: AnswerKind.PROXY,
    Qt.Key.Key_S: AnswerKind.SUBSTITUTE,
    Qt.Key.Key_Delete: None,
}

_LOOKS: Final = {
    AnswerKind.ATTENDS: (Role.GOOD, Shape.CHECK),
    AnswerKind.REMOTE: (Role.GOOD, Shape.DIAMOND),
    AnswerKind.PROXY: (Role.PRIMARY, Shape.HALF),
    AnswerKind.SUBSTITUTE: (Role.PRIMARY, Shape.DIAMOND_OPEN),
    AnswerKind.EXCUSED: (Role.WAITING, Shape.BAR),
    None: (Role.NEUTRAL, Shape.RING),
}


class AnswerTable(RecordTable):
    """Members with their answer; a letter answers for the one the keyboard is on.

    Signals:
        answered: A letter was pressed. Arg: the ``AnswerKind``, None to take it back.
    """

    answered = Signal(object)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.answered.emit(_KEYS[key])
            return
        super().keyPressEvent(event)


class AnswersPane(QWidget):
    """Enters answers and shows what quorum they promise.

    Signals:
        answer_asked: An answer was given. Args: the member's identifier, the
            ``AnswerKind`` or None to take it back.
    """

    answer_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[UUID, str] = {}
        self._is_open = False
        self._buttons = self._make_buttons()
        self._why = label("", Level.SMALL, wraps=True)
        self._why.setObjectName("answers_why")
        self._counts = label("", Level.STRONG, wraps=True)
        self._counts.setObjectName("answers_counts")
        self._model = self._make_model()
        self.table = AnswerTable(self._model, self.tr("Réponses des membres"))
        self.table.setObjectName("answers")
        self.forecasts = ForecastPanel()
        self._lay_out()
        self.table.answered.connect(self._answer)

    def show_detail(self, detail: MeetingDetail) -> None:
        """Show the answers of a meeting. Emits nothing."""
        state, kind = detail.row.state, detail.row.draft.kind
        self._is_open = state is MeetingState.CONVENED and kind is MeetingKind.ORDINARY
        self._names = {each.id: member_name(each.sheet) for each in detail.members}
        kept = self.table.chosen()
        self._model.set_rows(detail.answers)
        if not self.table.choose(kept) and detail.answers:
            self.table.choose(detail.answers[0].member.id)
        self.forecasts.show_detail(detail)
        self._counts.setText(_counted(detail.answers))
        self._why.setText(self._sentence(state, kind))
        show_if(self._why, shown=not self._is_open)
        for button in self._buttons:
            button.setVisible(self._is_open)

    def go_on(self) -> None:
        """Go to the next member, once an answer is written."""
        row = self.table.currentIndex().row() + 1
        if row < self._model.rowCount():
            self.table.choose(self._model.record(row).member.id)

    def _sentence(self, state: MeetingState, kind: MeetingKind) -> str:
        if kind is MeetingKind.WRITTEN:
            return self.tr("Consultation écrite\u00a0: les votes reçus se saisissent en séance.")
        if state is MeetingState.PREPARATION:
            return self.tr("Les réponses se saisissent une fois la séance convoquée.")
        return self.tr("La séance est ouverte\u00a0: l’appel remplace les réponses.")

    def _make_model(self) -> RecordTableModel[MemberAnswer]:
        columns: tuple[Column[MemberAnswer], ...] = (
            Column(
                "name",
                self.tr("Membre"),
                lambda each: member_name(each.member.sheet),
                note=lambda each: each.member.sheet.organisation,
                width=170,
                stretches=True,
            ),
            Column(
                "answer",
                self.tr("Réponse"),
                lambda each: word(each.kind) if each.kind else self.tr("Sans réponse"),
                state=lambda each: _LOOKS[each.kind],
                width=156,
            ),
            Column("holder", self.tr("Pouvoir à"), self._holder, width=130),
        )
        fixed = [replace(column, sortable=False) for column in columns]
        return RecordTableModel(fixed, lambda each: each.member.id)

    def _holder(self, answer: MemberAnswer) -> str:
        return self._names.get(answer.holder_id, "") if answer.holder_id else ""

    def _make_buttons(self) -> tuple[KeyButton, ...]:
        specs: tuple[tuple[str, str, AnswerKind | None], ...] = (
            (self.tr("Viendra"), "V", AnswerKind.ATTENDS),
            (self.tr("À distance"), "D", AnswerKind.REMOTE),
            (self.tr("S’excuse"), "E", AnswerKind.EXCUSED),
            (self.tr("Pouvoir à…"), "P", AnswerKind.PROXY),
            (self.tr("Suppléé"), "S", AnswerKind.SUBSTITUTE),
            (self.tr("Effacer"), "Del", None),
        )
        made = []
        for text, key, kind in specs:
            button = KeyButton(text, key, Kind.SECONDARY, handles_key=False)
            button.setObjectName(f"answer_{kind.value if kind else 'none'}")
            button.clicked.connect(partial(self._press, kind))
            made.append(button)
        return tuple(made)

    def _press(self, kind: AnswerKind | None, *_checked: bool) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._answer(kind)

    def _lay_out(self) -> None:
        keys = FlowLayout(spacing=SPACE.related)
        for each in self._buttons:
            keys.addWidget(each)
        left = QVBoxLayout()
        left.setSpacing(SPACE.related)
        left.addWidget(self._counts)
        left.addWidget(self._why)
        left.addWidget(self.table, 1)
        line = QHBoxLayout()
        line.setSpacing(SPACE.card)
        line.addLayout(left, 7)
        line.addWidget(self.forecasts, 4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE.related)
        whole.addLayout(line, 1)
        whole.addLayout(keys)

    def _answer(self, kind: AnswerKind | None) -> None:
        member = self.table.chosen()
        if self._is_open and member is not None:
            self.answer_asked.emit(member, kind)


def _counted(answers: Sequence[MemberAnswer]) -> str:
    """Return how many answered: « 12 réponses sur 17 »."""
    given = sum(each.kind is not None for each in answers)
    return f"{counted(given, 'réponse')} sur {len(answers)}"
