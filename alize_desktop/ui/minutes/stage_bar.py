"""The life of the minutes: where they stand, the step that may come, why not yet."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MinutesStage
from alize_desktop.models.records.dossiers import LONGEST_TEXT
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.rules.minutes_stages import check_stage, following_stages
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Level, label, set_role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.labels import label as word

_STAGES: Final = tuple(MinutesStage)
"""In the order in which minutes go through them."""


class StageBar(QWidget):
    """Four steps, a button for each, and a sentence.

    Signals:
        stage_asked: Args: the ``MinutesStage``, who takes it as typed.
    """

    stage_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pills = {each: Pill() for each in _STAGES}
        self.by = QLineEdit()
        self.by.setObjectName("minutes_by")
        self.by.setMaxLength(LONGEST_TEXT)
        self.by.setMaximumWidth(scaled(200))
        self.by.setAccessibleName(self.tr("Par qui"))
        self.by.setPlaceholderText(self.tr("Par qui"))
        self._by_words = label(self.tr("par"), Level.SOFT)
        self._buttons = self._make_buttons()
        self._sentence = label("", Level.SMALL, wraps=True)
        self._sentence.setObjectName("minutes_stage_sentence")
        self._lay_out()

    def button(self, stage: MinutesStage) -> KeyButton:
        """Return the button of a step."""
        return self._buttons[stage]

    def sentence(self) -> str:
        """Return what is said of the present step."""
        return self._sentence.text()

    def show_record(self, record: MinutesRecord) -> None:
        """Show where the minutes stand. Emits nothing."""
        now = record.stages[-1].stage
        here = _STAGES.index(now)
        for number, (stage, pill) in enumerate(self._pills.items()):
            shape = Shape.CHECK if number < here else Shape.DISC if stage is now else Shape.RING
            role = Role.PRIMARY if stage is now else Role.GOOD if number < here else Role.NEUTRAL
            pill.set_state(word(stage), role, shape)
        following = following_stages(now)
        for stage, button in self._buttons.items():
            why = why_not(record, stage)
            button.setVisible(stage in following)
            button.setEnabled(not why)
            button.setToolTip(why)
            is_next = bool(following) and stage is following[-1]
            button.set_kind(Kind.PRIMARY if is_next else Kind.GHOST)
        for each in (self.by, self._by_words):
            each.setVisible(bool(following))
        if not self.by.text():
            self.by.setText(record.draft.secretary)
        self._sentence.setText(self._told(record, now))
        is_final = now in (MinutesStage.SIGNED, MinutesStage.APPROVED)
        set_role(self._sentence, Role.WAITING if is_final else None)

    def _told(self, record: MinutesRecord, now: MinutesStage) -> str:
        """Return why the next step must wait, or what the present one means."""
        following = following_stages(now)
        why = why_not(record, following[-1]) if following else ""
        return (
            why
            or {
                MinutesStage.DRAFT: self.tr(
                    "Brouillon\u00a0: chaque texte est gardé dès qu’il est tapé."
                ),
                MinutesStage.REVIEWED: self.tr(
                    "Relu\u00a0: un texte changé en refait un brouillon. "
                    "C’est le dernier PDF enregistré que l’on signe."
                ),
                MinutesStage.SIGNED: message_of(UserError(ErrorCode.MINUTES_SIGNED)),
                MinutesStage.APPROVED: self.tr("Approuvé\u00a0: le texte ne change plus."),
            }[now]
        )

    def _make_buttons(self) -> dict[MinutesStage, KeyButton]:
        words = {
            MinutesStage.DRAFT: self.tr("Revenir au brouillon"),
            MinutesStage.REVIEWED: self.tr("Marquer relu"),
            MinutesStage.SIGNED: self.tr("Marquer signé"),
            MinutesStage.APPROVED: self.tr("Marquer approuvé"),
        }
        made = {}
        for stage, text in words.items():
            button = KeyButton(text)
            button.setObjectName(f"minutes_{stage.value}")
            button.clicked.connect(partial(self._ask, stage))
            made[stage] = button
        return made

    def _lay_out(self) -> None:
        line = FlowLayout(spacing=SPACE.related)
        for pill in self._pills.values():
            line.addWidget(pill)
        keys = QHBoxLayout()
        keys.setSpacing(SPACE.related)
        keys.addWidget(self._by_words)
        keys.addWidget(self.by)
        for button in self._buttons.values():
            keys.addWidget(button)
        keys.addSpacing(SPACE.related)
        keys.addWidget(self._sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.related)
        column.addLayout(line)
        column.addLayout(keys)

    def _ask(self, stage: MinutesStage, *_checked: bool) -> None:
        self.stage_asked.emit(stage, self.by.text().strip())


def why_not(record: MinutesRecord, stage: MinutesStage) -> str:
    """Return why the minutes cannot go to a step now; empty when they may."""
    try:
        check_stage(record.stages[-1].stage, stage)
    except UserError as error:
        return message_of(error)
    if not record.is_over:
        return message_of(UserError(ErrorCode.MEETING_NOT_CLOSED, number=record.number))
    return ""
