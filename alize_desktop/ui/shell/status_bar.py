"""The quiet line at the foot of the window: what is written, and in which file."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, label, set_role
from alize_desktop.wording.dates import time_text
from alize_desktop.wording.names import counted, list_text


class StatusBar(QFrame):
    """Says whether all is written and what was written last; names the registry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.BOTTOM.value)
        self._state = label("", Level.SMALL)
        self._state.setObjectName("status_state")
        self._last = ElidedLabel("", Level.SMALL)
        self._last.setObjectName("status_last")
        self._file = _FileName("", Level.SMALL)
        self._file.setObjectName("status_file")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.card, 5, SPACE.card, 5)
        row.setSpacing(SPACE.group)
        row.addWidget(self._state)
        row.addWidget(self._last, 1)
        row.addWidget(self._file, 1)

    def show_registry(self, path: Path) -> None:
        """Name a registry just opened: nothing was written yet."""
        text = self.tr("Programme «\u00a0{name}\u00a0»").format(name=path.stem)
        self._file.show_path(text, path)
        self._last.clear()
        self.show_typing(is_typing=False)

    def show_typing(self, *, is_typing: bool) -> None:
        """Say whether something typed is not written."""
        self._state.setText(
            self.tr("Saisie non enregistrée") if is_typing else self.tr("Enregistré")
        )
        set_role(self._state, Role.WAITING if is_typing else None)

    def show_changes(self, changes: Changes, at: datetime) -> None:
        """Say what was just written.

        Args:
            changes: What the action changed; nothing leaves the line as it was.
            at: When, in the zone that hours are shown in.
        """
        what = self._what(changes)
        if what:
            sentence = self.tr("Dernière écriture à {hour}\u00a0: {what}")
            self._last.setText(sentence.format(hour=time_text(at.time()), what=list_text(what)))

    def _what(self, changes: Changes) -> list[str]:
        named = {
            counted(len(changes.dossiers), "dossier"): bool(changes.dossiers),
            counted(len(changes.meetings), "séance"): bool(changes.meetings),
            self.tr("annuaire"): changes.people,
            self.tr("réglages"): changes.programme,
            self.tr("règlement"): changes.rules,
            self.tr("fonds"): changes.money,
        }
        return [name for name, is_changed in named.items() if is_changed]


class _FileName(ElidedLabel):
    """Names a file on the right; the tooltip says where it is."""

    def show_path(self, text: str, path: Path) -> None:
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setText(text)
        self.setAccessibleDescription(str(path))
        self.setToolTip(str(path))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.setToolTip(self.accessibleDescription())  # the whole path, cut or not
