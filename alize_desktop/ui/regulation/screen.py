"""The rules of procedure: their versions, the one chosen, and what it comes to."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.rules import RulesDraft, RulesVersion
from alize_desktop.services.regulations import RegulationService
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.regulation.adopting import adopting_detail, adopting_question
from alize_desktop.ui.regulation.changes_card import LinesCard, difference_text
from alize_desktop.ui.regulation.draft_pane import DraftPane
from alize_desktop.ui.regulation.simulator import Simulator
from alize_desktop.ui.regulation.version_words import detail_of, draft_entry, entry_of, state_of
from alize_desktop.ui.regulation.versions import DRAFT, VersionList
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.confirm import confirm, confirm_leaving
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.ui.widgets.splitter import RememberedSplitter

_SIMULATOR = 200


class RegulationScreen(QWidget):
    """Reads the versions, writes a new one. A version adopted is never changed.

    Args:
        regulations: Service of the rules of procedure.
        bus: Told of every change.
        window: Where the splitter is remembered.
        log_file: Named when a bug is shown.
        today: Day that says which version is in force.
        parent: Parent widget.

    Signals:
        typing_changed: Arg: whether something typed is not written.
        said: A short message for the user. Arg: the text.
    """

    typing_changed = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        regulations: RegulationService,
        bus: Bus,
        window: QSettings,
        log_file: Path,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._regulations, self._bus = regulations, bus
        self._log_file, self._today = log_file, today
        self._versions: tuple[RulesVersion, ...] = ()
        self._shown: int | None = None
        self._was_dirty = False
        self.list = VersionList()
        self.list.setObjectName("version_list")
        self.new = KeyButton(self.tr("Nouvelle version"), "Ctrl+N", Kind.PRIMARY)
        self.new.setObjectName("version_new")
        self.pane = DraftPane()
        self.simulator = Simulator()
        self.changes = LinesCard(self.tr("Ce qui change"))
        self.changes.lines.setObjectName("changes_lines")
        self.remarks = LinesCard(self.tr("À vérifier"), Role.WAITING)
        self.remarks.lines.setObjectName("remarks_lines")
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._splitter = self._make_splitter(window)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the versions again; a draft that is being written stays."""
        self._in_force = self._regulations.in_force(self._today())
        self._versions = self._regulations.versions()
        if self.pane.is_drafting:
            self._show_list(DRAFT)
        else:
            known = {each.number for each in self._versions}
            self._show(self._shown if self._shown in known else self._in_force.number)

    def take_keyboard(self) -> None:
        """Give the keyboard to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to lose the draft."""

        def give_up() -> None:
            self._show(self._in_force.number)

        if not self.pane.is_dirty:
            if self.pane.is_drafting:
                give_up()
            on_left()
            return
        confirm_leaving(
            self.window(),
            self.tr("Abandonner ce brouillon de règlement\u00a0?"),
            give_up,
            on_left,
            self.tr("Il n’a pas été adopté\u00a0: rien n’en est écrit."),
        )

    def _make_splitter(self, window: QSettings) -> RememberedSplitter:
        panes = ((self._list_side(), 236), (self.pane, 594), (self._right_side(), 352))
        return RememberedSplitter("regulation", window, panes, growing=(1,))

    def _list_side(self) -> QWidget:
        side = frame(Ground.SURFACE)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.card, SPACE.card, SPACE.card, SPACE.related)
        head.setSpacing(SPACE.card)
        head.addWidget(label(self.tr("Règlement"), Level.TITLE))
        button = QHBoxLayout()
        button.addWidget(self.new)
        button.addStretch(1)
        head.addLayout(button)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        return side

    def _right_side(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(SPACE.card, SPACE.card, SPACE.card, SPACE.group)
        column.setSpacing(SPACE.card)
        column.addWidget(self.simulator)
        column.addWidget(self.remarks)
        column.addWidget(self.changes)
        column.addStretch(1)
        area = scrolled(content)
        area.setMinimumWidth(scaled(_SIMULATOR))
        return area

    def _connect(self) -> None:
        self.list.version_chosen.connect(self._on_chosen)
        self.new.clicked.connect(lambda *_: self._on_new())
        self.pane.edited.connect(self._on_edited)
        self.pane.adopt_requested.connect(self._on_adopt_requested)
        self.pane.abandon_requested.connect(lambda: self.try_leave(self.take_keyboard))
        self._settled.timeout.connect(lambda: self.list.choose(DRAFT))
        self._bus.changed.connect(self._on_changed)

    def _show_list(self, chosen: int) -> None:
        entries = [entry_of(each, self._in_force, self._today()) for each in self._versions]
        if chosen == DRAFT:
            entries.insert(0, draft_entry())
        self.list.show_entries(entries, chosen)
        self.new.setEnabled(chosen != DRAFT)

    def _show(self, number: int) -> None:
        self._shown = number
        version = self._version()
        state, role, _shape = state_of(version, self._in_force, self._today())
        self.pane.show_version(version.draft, detail_of(version), state, role)
        self._show_list(number)
        self._show_consequences()

    def _version(self) -> RulesVersion:
        """Return the version that is chosen."""
        return next(each for each in self._versions if each.number == self._shown)

    def _show_consequences(self) -> None:
        in_force = self._in_force.draft.rules
        self.simulator.show_rules(self.pane.form.rules(), in_force)
        changed = self.pane.form.changes_from(in_force)
        self.changes.show_lines([difference_text(each) for each in changed])
        draft = self.pane.draft() if self.pane.is_drafting else self._version().draft
        remarks = self._regulations.remarks(draft) if draft else ()
        told = self.simulator.remarks
        self.remarks.show_lines([each for each in remarks if each not in told])
        self._measure()

    def _measure(self) -> None:
        is_dirty = self.pane.is_dirty
        if is_dirty != self._was_dirty:
            self._was_dirty = is_dirty
            self.typing_changed.emit(is_dirty)

    def _on_chosen(self, key: int) -> None:
        if key == DRAFT or (not self.pane.is_drafting and key == self._shown):
            return
        self.try_leave(partial(self._show, key))
        if self.pane.is_drafting:
            self._settled.start()  # the view still sets its selection after this

    def _on_new(self) -> None:
        before = self._in_force.draft
        label_of_new = before.label if self._in_force.number else self.tr("Règlement intérieur")
        draft = replace(before, label=label_of_new, effective_on=self._today())
        self.pane.show_draft(draft, before.rules)
        self._show_list(DRAFT)
        self._show_consequences()
        self.pane.take_keyboard()

    def _on_edited(self) -> None:
        self._show_consequences()

    def _on_adopt_requested(self, draft: RulesDraft) -> None:
        if self.pane.show_problems(self._regulations.problems(draft)):
            return
        differences = self.pane.form.changes_from(self._in_force.draft.rules)
        confirm(
            self.window(),
            adopting_question(draft),
            self.tr("Adopter"),
            partial(self._adopt, draft),
            detail=adopting_detail(draft, differences),
            cancel=self.tr("Relire encore"),
        )

    def _adopt(self, draft: RulesDraft) -> None:
        known: Sequence[int] = [each.number for each in self._versions]
        try:
            changes = self._regulations.adopt(draft)
        except UserError as error:
            show_error(self.window(), error, self._log_file)
            return
        self._show(self._in_force.number)  # the draft is no longer one
        self.refresh()
        written = [each.number for each in self._versions if each.number not in known]
        self._show(next(iter(written), self._in_force.number))
        self._bus.changed.emit(changes, self)
        self.said.emit(self.tr("Règlement adopté"))
        self.take_keyboard()

    def _on_changed(self, changes: Changes, source: object) -> None:
        if source is not self and changes.rules:
            self.refresh()
