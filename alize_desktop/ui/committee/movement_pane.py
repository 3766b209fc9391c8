"""Who comes, who goes: a member, what happens, what it changes, then Enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.enums import AttendanceKind
from alize_desktop.models.records.committee import Attendance, CommitteeState, MovementPreview
from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.choices import attendance_sign
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.committee.people import full_name
from alize_desktop.ui.committee.picker import MemberPicker
from alize_desktop.ui.committee.quorum_line import QuorumLine
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.committee.steps.proxy_document import ProxyDocument
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Level, label, set_role
from alize_desktop.wording.errors import message_of

_KEYS: Final = {
    AttendanceKind.PRESENT: "P",
    AttendanceKind.REMOTE: "D",
    AttendanceKind.DEPARTED: "Q",
    AttendanceKind.SUBSTITUTED: "S",
    AttendanceKind.REPRESENTED: "R",
    AttendanceKind.PROXY_REVOKED: "V",
    AttendanceKind.PROXY_DOCUMENTED: "O",
}
_HERE: Final = (AttendanceKind.PRESENT, AttendanceKind.REMOTE, AttendanceKind.SUBSTITUTED)
_WRITTEN: Final = (AttendanceKind.REPRESENTED, AttendanceKind.PROXY_DOCUMENTED)


@dataclass(frozen=True, slots=True)
class MovementAsked:
    """What is asked of one member.

    Attributes:
        holder_id: Who holds the proxy, when one is given.
        document: How it was received, empty while it was not.
    """

    member_id: UUID
    kind: AttendanceKind
    holder_id: UUID | None = None
    document: str = ""


Preview = Callable[[MovementAsked], MovementPreview]


class MovementPane(StepPane):
    """Asks who, then what; shows the effect before anything is written.

    Signals:
        asked: Enter was pressed. Arg: the ``MovementAsked``.
        given_up: Escape was pressed, and nothing is chosen.
    """

    asked = Signal(object)
    given_up = Signal()

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        """Ask who.

        Args:
            preview: Returns what a movement would change, or raises ``UserError``.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._preview = preview
        self._called: tuple[Attendance, ...] = ()
        self._alternates: frozenset[UUID] = frozenset()
        self._shown: Attendance | None = None
        self._kind = AttendanceKind.PRESENT
        self._holder: Member | None = None
        self._is_refused = True
        self._who = MemberPicker(self.tr("Qui arrive, ou qui part ?"), "movement")
        self._holders = MemberPicker("", "movement_holder")
        self._stack = QStackedWidget()
        for page in (self._who, self._make_page(), self._holders):
            self._stack.addWidget(page)
        whole = column(self)
        whole.addWidget(self._stack)
        self._who.picked.connect(self._on_member_picked)
        self._who.cancelled.connect(self.given_up)
        self._holders.picked.connect(self._on_holder_picked)
        self._holders.cancelled.connect(self.leave)
        for key in ("Return", "Enter"):
            self.bind(key, "", self.advance)
        self.bind("Esc", "", self.leave)

    def begin(self, state: CommitteeState, members: Sequence[Member]) -> None:
        """Ask for one of those who are called."""
        self._called = state.attendance
        self._alternates = frozenset(m.alternate_of_id for m in members if m.alternate_of_id)
        self._who.set_states(
            {
                each.member.id: attendance_sign(each.kind, each.member.sheet.civility).word
                for each in self._called
            }
        )
        self._ask_who()

    @override
    def next_step(self) -> NextStep:
        return NextStep(self.tr("Enregistrer"), is_ready=not self._is_refused)

    @override
    def advance(self) -> None:
        if self._shown is not None and not self._is_refused:
            self.asked.emit(self._movement())

    @override
    def leave(self) -> bool:
        if self._stack.currentWidget() is self._who:
            self.given_up.emit()
        elif self._stack.currentWidget() is self._holders:
            self._show_page()
        else:
            self._ask_who()
        return True

    def _make_page(self) -> QWidget:
        page = QWidget()
        lines = column(page, gap=12)
        self._name = label("", Level.TITLE, wraps=True)
        self._name.setObjectName("movement_name")
        self._now = label("", Level.SOFT, wraps=True)
        keys = FlowLayout(spacing=scaled(SPACE.related))
        texts = self._texts()
        self._buttons: dict[AttendanceKind, ActionButton] = {}
        for kind, key in _KEYS.items():
            made = self.button(key, texts[kind], partial(self._choose, kind))
            made.setObjectName(f"movement_{kind.value}")
            made.setCheckable(True)
            self._buttons[kind] = made
            keys.addWidget(made)
        self._document = ProxyDocument()
        self._document.bind_to(self)
        self._effect = label("", Level.HEADING, wraps=True)
        self._effect.setObjectName("movement_effect")
        self._quorum = QuorumLine()
        lines.addWidget(self._name)
        lines.addWidget(self._now)
        lines.addLayout(keys)
        lines.addWidget(self._document)
        lines.addWidget(self._effect)
        lines.addWidget(self._quorum)
        lines.addStretch(1)
        return page

    def _texts(self) -> dict[AttendanceKind, str]:
        return {
            AttendanceKind.PRESENT: self.tr("Arrive"),
            AttendanceKind.REMOTE: self.tr("À distance"),
            AttendanceKind.DEPARTED: self.tr("Quitte la séance"),
            AttendanceKind.SUBSTITUTED: self.tr("Suppléé"),
            AttendanceKind.REPRESENTED: self.tr("Pouvoir à…"),
            AttendanceKind.PROXY_REVOKED: self.tr("Retire son pouvoir"),
            AttendanceKind.PROXY_DOCUMENTED: self.tr("Pouvoir reçu"),
        }

    def _ask_who(self) -> None:
        self._shown, self._is_refused = None, True
        self._stack.setCurrentWidget(self._who)
        seated = [each.member for each in self._called if each.member.has_seat]
        self._who.ask(self.tr("Qui arrive, ou qui part ?"), seated)
        self.next_changed.emit()

    def _on_member_picked(self, member: Member) -> None:
        self._shown = next(each for each in self._called if each.member.id == member.id)
        self._holder = None
        self._document.clear()
        self._name.setText(full_name(member))
        here = self._shown.kind in _HERE
        self._kind = AttendanceKind.DEPARTED if here else AttendanceKind.PRESENT
        has_proxy = self._shown.holder_id is not None
        self._buttons[AttendanceKind.SUBSTITUTED].setVisible(member.id in self._alternates)
        self._buttons[AttendanceKind.PROXY_REVOKED].setVisible(has_proxy)
        self._buttons[AttendanceKind.PROXY_DOCUMENTED].setVisible(
            has_proxy and not self._shown.proxy_document
        )
        self._buttons[AttendanceKind.DEPARTED].setVisible(here)
        self._now.setText(self._where(self._shown))
        self._show_page()

    def _where(self, shown: Attendance) -> str:
        word = attendance_sign(shown.kind, shown.member.sheet.civility).word
        holder = next((a.member for a in self._called if a.member.id == shown.holder_id), None)
        if holder is None:
            return self.tr("{word} jusqu’ici.").format(word=word)
        if shown.is_proxy_suspended:
            text = self.tr("{word} jusqu’ici, pouvoir à {holder} suspendu.")
        else:
            text = self.tr("{word} jusqu’ici, pouvoir à {holder}.")
        return text.format(word=word, holder=full_name(holder))

    def _choose(self, kind: AttendanceKind) -> None:
        self._kind = kind
        if kind is AttendanceKind.REPRESENTED and self._shown is not None:
            giver = self._shown.member
            others = [a.member for a in self._called if a.member.has_seat and a.member != giver]
            self._stack.setCurrentWidget(self._holders)
            question = self.tr("Qui tient le pouvoir de {giver} ?")
            self._holders.ask(question.format(giver=full_name(giver)), others)
            return
        self._show_page()

    def _on_holder_picked(self, holder: Member) -> None:
        self._holder = holder
        self._show_page()

    def _movement(self) -> MovementAsked:
        if self._shown is None:
            msg = "nobody is chosen"
            raise ValueError(msg)
        is_given = self._kind is AttendanceKind.REPRESENTED
        return MovementAsked(
            self._shown.member.id,
            self._kind,
            self._holder.id if is_given and self._holder else None,
            self._document.value() if self._kind in _WRITTEN else "",
        )

    def _show_page(self) -> None:
        self._stack.setCurrentIndex(1)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        for kind, button in self._buttons.items():
            button.setChecked(kind is self._kind)
        self._document.setVisible(self._kind in _WRITTEN)
        self._show_effect()
        self.next_changed.emit()

    def _show_effect(self) -> None:
        if self._kind is AttendanceKind.REPRESENTED and self._holder is None:
            self._refuse(self.tr("R choisit qui tient le pouvoir."))
            return
        try:
            preview = self._preview(self._movement())
        except UserError as error:
            self._refuse(message_of(error))
            return
        self._is_refused = False
        self._effect.setText("\n".join(preview.sentences))
        set_role(self._effect, None)
        self._quorum.show_quorum(preview.quorum)
        self._quorum.show()

    def _refuse(self, why: str) -> None:
        self._is_refused = True
        self._effect.setText(why)
        set_role(self._effect, Role.BAD)
        self._quorum.hide()
