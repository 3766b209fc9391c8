"""Where a draft may start from: ready-made rules, or those in force."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.enums import RulesPreset
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.rules.presets import started_from
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.wording.labels import label as word


class PresetsRow(QWidget):
    """Asks for ready-made rules.

    Signals:
        chosen: A button was pressed. Arg: the ``RulesPreset``.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[RulesPreset, KeyButton] = {}
        row = FlowLayout(spacing=SPACE.related)
        for preset in RulesPreset:
            button = KeyButton(word(preset))
            button.setObjectName(f"preset_{preset.value}")
            button.setCheckable(True)
            button.clicked.connect(partial(self._ask, preset))
            self._buttons[preset] = button
            row.addWidget(button)
        self.go_back = KeyButton(self.tr("Revenir à la version en vigueur"), kind=Kind.GHOST)
        self.go_back.setObjectName("draft_go_back")
        row.addWidget(self.go_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(label(self.tr("Partir d’un modèle"), Level.CAPTION))
        column.addLayout(row)

    def show_rules(self, rules: CommitteeRules, in_force: CommitteeRules) -> None:
        """Mark the ready-made rules that these are."""
        self.go_back.setEnabled(rules != in_force)
        for preset, button in self._buttons.items():
            button.setChecked(started_from(preset, rules) == rules)

    def _ask(self, preset: RulesPreset, *_checked: bool) -> None:
        self._buttons[preset].setChecked(True)  # a second click does not take the mark away
        self.chosen.emit(preset)
