"""The page Règles du suivi: the rules in force, their history, a new version."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.follow_up.rule_versions import version_model
from alize_desktop.ui.follow_up.rules_form import RulesForm
from alize_desktop.ui.follow_up.tools import FollowUpTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.ui.widgets.giving_table import GivingTable
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label, set_role
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.names import counted

_LIST: Final = 320
_SHARE: Final = 30
"""Of the width, in percent, that the list takes at most."""


class RulesPage(QWidget):
    """Versions on the left; the one chosen on the right, to be changed when it is in force.

    Signals:
        said: A short message for the user. Arg: the text.
        typing_changed: Arg: whether something typed is not adopted.
    """

    said = Signal(str)
    typing_changed = Signal(object)

    def __init__(self, tools: FollowUpTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._shown = 0
        self._was_dirty = False
        self.model = version_model(tools.zone)
        self.table = GivingTable(self.model, self.tr("Versions des règles"), ("state",))
        self.form = RulesForm()
        self.state = label("", Level.STRONG, wraps=True)
        self.state.setObjectName("follow_up_rules_state")
        self.abandon = KeyButton(self.tr("Abandonner"), "Esc", Kind.GHOST, handles_key=False)
        self.abandon.setObjectName("follow_up_rules_abandon")
        self.adopt = KeyButton(self.tr("Adopter…"), "Ctrl+S", Kind.PRIMARY)
        self.adopt.setObjectName("follow_up_rules_adopt")
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not adopted."""
        return bool(self.form.changed())

    def refresh(self) -> None:
        """Read the versions again; what is typed stays."""
        versions = self._tools.follow_up.versions()
        self.model.set_rows(versions)
        if self.is_dirty:
            self.table.choose(self._shown)
        else:
            self._show(versions[0].number)

    def take_keyboard(self) -> None:
        """Give the keyboard to the versions."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setFixedWidth(min(scaled(_LIST), self.width() * _SHARE // 100))

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to lose what is typed."""

        def leave() -> None:
            if self.model.rows:
                self._show(self._shown)
            on_left()

        if not self.is_dirty:
            leave()  # what could not be read goes too
            return
        confirm(
            self.window(),
            self.tr("Abandonner ces changements de règles\u00a0?"),
            self.tr("Abandonner"),
            leave,
            detail=self.tr("Ils n’ont pas été adoptés\u00a0: rien n’en est écrit."),
            cancel=self.tr("Rester"),
        )

    def _lay_out(self) -> None:
        foot = frame(Ground.BOTTOM)
        line = QHBoxLayout(foot)
        line.setContentsMargins(SPACE.group, SPACE.related, SPACE.group, SPACE.related)
        line.setSpacing(SPACE.related)
        line.addWidget(self.state, 1)
        line.addWidget(self.abandon)
        line.addWidget(self.adopt)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(scrolled(self.form), 1)
        right.addWidget(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.table)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._on_chosen)
        self.form.edited.connect(self._measure)
        self.adopt.clicked.connect(lambda *_: self._on_adopt())
        self.abandon.clicked.connect(lambda *_: self.try_leave(self.take_keyboard))
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.abandon.click)
        self._settled.timeout.connect(lambda: self.table.choose(self._shown))

    def _show(self, number: int) -> None:
        self._shown = number
        version = self.model.record(self.model.row_of(number))
        self.form.show_rules(version.rules, editable=self._is_in_force())
        self.table.choose(number)
        self._measure()

    def _is_in_force(self) -> bool:
        return self._shown == self.model.rows[0].number

    def _measure(self) -> None:
        count = len(self.form.changed())
        problem = self.form.problem()
        words = counted(count, self.tr("réglage changé"), self.tr("réglages changés"))
        if not self._is_in_force():
            words = self.tr("Cette version n’est plus en vigueur\u00a0: elle ne se modifie pas.")
        elif not count:
            words = self.tr("Identiques aux règles en vigueur")
        self.state.setText(problem or words)
        set_role(self.state, Role.BAD if problem else None)
        self.adopt.setEnabled(bool(count) and not problem)
        self.abandon.setEnabled(bool(count or problem))
        if bool(count) != self._was_dirty:
            self._was_dirty = bool(count)
            self.typing_changed.emit(self._was_dirty)

    def _on_chosen(self, number: int) -> None:
        if number == self._shown:
            return
        self.try_leave(lambda: self._show(number))
        if self.is_dirty:
            self._settled.start()  # the view still sets its selection after this

    def _on_adopt(self) -> None:
        if not self.form.commit() or self.form.problem():
            self._measure()
            return
        told = "\n".join(f"•\u00a0{each}" for each in self.form.changes())
        sure = self.tr(
            "Les jalons et les rappels les suivent aussitôt\u00a0; ce qui a été constaté reste. "
            "Une version adoptée ne se modifie plus."
        )
        confirm(
            self.window(),
            self.tr("Adopter ces règles du suivi\u00a0?"),
            self.tr("Adopter"),
            self._adopt,
            detail=f"{told}\n\n{sure}",
            cancel=self.tr("Relire encore"),
        )

    def _adopt(self) -> None:
        rules = self.form.rules()
        try:
            changes = self._tools.follow_up.adopt(rules)
        except UserError as error:
            show_error(self.window(), error, self._tools.log_file)
            return
        self.form.show_rules(rules, editable=True)  # nothing is typed any more
        self._tools.bus.changed.emit(changes, self)
        self.said.emit(self.tr("Règles adoptées"))
