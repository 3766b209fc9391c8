"""What the members answered to the notice, ready to be confirmed when they are called."""

from collections.abc import Callable, Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import AnswerKind, AttendanceKind
from alize_desktop.models.records.committee import Attendance
from alize_desktop.models.records.meetings import MemberAnswer
from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.people import short_name
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.wording.labels import attendance_label

translate = QCoreApplication.translate

_KINDS: Final = {
    AnswerKind.ATTENDS: AttendanceKind.PRESENT,
    AnswerKind.REMOTE: AttendanceKind.REMOTE,
    AnswerKind.EXCUSED: AttendanceKind.EXCUSED,
    AnswerKind.PROXY: AttendanceKind.REPRESENTED,
    AnswerKind.SUBSTITUTE: AttendanceKind.SUBSTITUTED,
}

Confirm = Callable[[UUID, AttendanceKind, UUID | None], object]


class Announced:
    """The key O: the member called stands as announced; hidden when nothing was.

    Attributes:
        button: Does the same as the key, and says what was announced.
    """

    def __init__(self, pane: StepPane, confirm: Confirm) -> None:
        """Bind the key.

        Args:
            pane: Step it belongs to.
            confirm: Given the member's id, the attendance, the holder's id or None.
        """
        self._confirm = confirm
        self._answers: dict[UUID, MemberAnswer] = {}
        self._shown: MemberAnswer | None = None
        self.button: ActionButton = pane.button(
            "O", translate("announced", "Comme annoncé"), self._press
        )
        self.button.setObjectName("attendance_announced")
        self.button.hide()

    def set_answers(self, answers: Sequence[MemberAnswer]) -> None:
        """Keep the answers that came before the meeting."""
        self._answers = {each.member.id: each for each in answers if each.kind is not None}

    def otherwise(self) -> frozenset[UUID]:
        """Return who announced something else than to sit in the room."""
        usual = AnswerKind.ATTENDS
        return frozenset(key for key, each in self._answers.items() if each.kind is not usual)

    def show_attendance(self, shown: Attendance, called: Sequence[Attendance]) -> None:
        """Propose what a member announced, unless that is how it stands already."""
        answer = self._answers.get(shown.member.id)
        is_new = answer is not None and (shown.kind, shown.holder_id) != _asked(answer)
        self._shown = answer if is_new else None
        self.button.setVisible(is_new)
        if answer is not None:
            text = translate("announced", "Comme annoncé\u00a0: {what}")
            self.button.set_text(text.format(what=_told(answer, called)))

    def _press(self) -> None:
        if self._shown is not None:
            self._confirm(self._shown.member.id, *_asked(self._shown))


def _asked(answer: MemberAnswer) -> tuple[AttendanceKind, UUID | None]:
    kind = _KINDS[answer.kind or AnswerKind.ATTENDS]
    return kind, answer.holder_id if kind is AttendanceKind.REPRESENTED else None


def _told(answer: MemberAnswer, called: Sequence[Attendance]) -> str:
    holder: Member | None = next(
        (each.member for each in called if each.member.id == answer.holder_id), None
    )
    kind, _holder_id = _asked(answer)
    if kind is AttendanceKind.REPRESENTED and holder is not None:
        return translate("announced", "pouvoir à {name}").format(name=short_name(holder))
    return attendance_label(kind, answer.member.sheet.civility).lower()
