"""The keys that answer the roll call, one a kind of attendance."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import AttendanceKind
from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.people import full_name
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.flow import FlowLayout

translate = QCoreApplication.translate

_KEYS: Final = {
    AttendanceKind.PRESENT: "P",
    AttendanceKind.REMOTE: "D",
    AttendanceKind.EXCUSED: "E",
    AttendanceKind.ABSENT: "A",
    AttendanceKind.REPRESENTED: "R",
    AttendanceKind.SUBSTITUTED: "S",
}
_IN_A_ROOM: Final = (AttendanceKind.REMOTE, AttendanceKind.EXCUSED, AttendanceKind.REPRESENTED)
"""What nobody is who answers in writing."""


class AnswerKeys(FlowLayout):
    """One button a kind of attendance.

    Args:
        pane: Step they belong to.
        answer: Takes the kind.
    """

    def __init__(self, pane: StepPane, answer: Callable[[AttendanceKind], object]) -> None:
        super().__init__(spacing=scaled(SPACE.related))
        self._buttons: dict[AttendanceKind, ActionButton] = {}
        for kind, key in _KEYS.items():
            made = pane.button(key, _word(kind), partial(answer, kind))
            made.setObjectName(f"attendance_{kind.value}")
            self._buttons[kind] = made
            self.addWidget(made)

    def show_written(self, *, is_written: bool) -> None:
        """Offer what a consultation in writing knows, or everything."""
        for kind, button in self._buttons.items():
            button.setVisible(not (is_written and kind in _IN_A_ROOM))
            button.set_text(_written_word(kind) if is_written else _word(kind))

    def show_alternate(self, alternate: Member | None) -> None:
        """Let an alternate sit, where there is one."""
        button = self._buttons[AttendanceKind.SUBSTITUTED]
        button.setEnabled(alternate is not None)
        button.setToolTip(full_name(alternate) if alternate else "")


def _word(kind: AttendanceKind) -> str:
    return {
        AttendanceKind.PRESENT: translate("answers", "Présent"),
        AttendanceKind.REMOTE: translate("answers", "À distance"),
        AttendanceKind.EXCUSED: translate("answers", "Excusé"),
        AttendanceKind.ABSENT: translate("answers", "Absent"),
        AttendanceKind.REPRESENTED: translate("answers", "Représenté"),
        AttendanceKind.SUBSTITUTED: translate("answers", "Suppléé"),
    }[kind]


def _written_word(kind: AttendanceKind) -> str:
    words = {
        AttendanceKind.PRESENT: translate("answers", "A répondu"),
        AttendanceKind.ABSENT: translate("answers", "Sans réponse"),
        AttendanceKind.SUBSTITUTED: translate("answers", "Réponse du suppléant"),
    }
    return words.get(kind, _word(kind))
