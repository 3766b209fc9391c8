"""The sheet under edition: what was read, what is typed, and the way back.

Every pane of a dossier edits the same ``SheetForm``, so one undo stack crosses
all fields and one question tells whether anything is unsaved. The form holds
good values only: a text that cannot be read stays in its field, and the form
knows that it is there, so that nothing is saved until it is mended.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.records.dossiers import DossierSheet, FieldProblem
from alize_desktop.ui.dossiers.sheets import value_at, with_value

Check = Callable[[DossierSheet], Sequence[FieldProblem]]

_MERGE_ID: Final = 1


@dataclass(frozen=True, slots=True)
class FormStatus:
    """Where an edition stands.

    Attributes:
        is_dirty: Whether something typed differs from what was read.
        can_undo: Whether there is an edit to take back.
        can_redo: Whether an edit was taken back.
        problems: What is wrong, by path; only in fields left once, until
            everything was checked.
        refused: Paths of the fields whose text cannot be read.
        typing: Paths of the fields being typed in, not finished.
    """

    is_dirty: bool
    can_undo: bool
    can_redo: bool
    problems: Mapping[str, UserError]
    refused: tuple[str, ...]
    typing: tuple[str, ...]


class SheetForm(QObject):
    """Holds the sheet that the panes edit. Writes nothing.

    Signals:
        loaded: Another sheet is shown: every field must be read again.
        field_changed: A field has another value. Arg: its path.
        status_changed: ``status`` changed.
    """

    loaded = Signal()
    field_changed = Signal(str)
    status_changed = Signal()

    def __init__(self, check: Check, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self._base: DossierSheet | None = None
        self._sheet: DossierSheet | None = None
        self._editable = False
        self._forget()
        self._stack = QUndoStack(self)

    @property
    def sheet(self) -> DossierSheet | None:
        """The sheet with every good value typed so far, None before ``load``."""
        return self._sheet

    @property
    def is_editable(self) -> bool:
        """Whether the fields may be typed in."""
        return self._editable

    @property
    def status(self) -> FormStatus:
        """What the fields and the buttons around them need to know."""
        unfinished = bool(self._refused or self._typing)
        shown = {
            path: error
            for path, error in self._found.items()
            if self._shows_all or path in self._touched
        }
        return FormStatus(
            is_dirty=unfinished or self._sheet != self._base,
            can_undo=unfinished or self._stack.canUndo(),
            can_redo=self._stack.canRedo(),
            problems=shown,
            refused=tuple(self._refused),
            typing=tuple(self._typing),
        )

    def value(self, path: str) -> object:
        """Return the last good value of a field, None before the first ``load``."""
        return None if self._sheet is None else value_at(self._sheet, path)

    def load(self, sheet: DossierSheet, *, editable: bool) -> None:
        """Show another sheet, and forget what was typed in the last one."""
        self._base = self._sheet = sheet
        self._editable = editable
        self._forget()
        self._restart()

    def rebase(self, sheet: DossierSheet, paths: Sequence[str]) -> tuple[str, ...]:
        """Keep what was typed over a sheet that changed meanwhile.

        Args:
            sheet: The sheet as the registry holds it now.
            paths: Every path that a field edits.

        Returns:
            The paths that both sides changed.
        """
        base, typed = self._base, self._sheet
        if base is None or typed is None:
            return ()
        merged, both = sheet, []
        for path in paths:
            mine = value_at(typed, path)
            if mine == value_at(base, path):
                continue
            merged = with_value(merged, path, mine)
            if value_at(sheet, path) not in (value_at(base, path), mine):
                both.append(path)
        self._base, self._sheet = sheet, merged
        self._restart()
        return tuple(both)

    def edit(self, path: str, value: object) -> None:
        """Take the value that a person gave to a field."""
        self._settle(path)
        before = self.value(path)
        if self._editable and value != before:
            self._stack.push(_Edit(self._put, _Step(path, before, value, self._stay)))
        self._touched.add(path)
        self._run_check()

    def refuse(self, path: str) -> None:
        """Know that the text of a field cannot be read."""
        self._typing.discard(path)
        self._refused[path] = None
        self.status_changed.emit()

    def note_typing(self, path: str) -> None:
        """Know that a field is being typed in, and not finished."""
        if self._editable and path not in self._typing:
            self._typing.add(path)
            self.status_changed.emit()

    def enter(self) -> None:
        """Know that the keyboard came to a field: its edits are a new stay."""
        self._stay += 1

    def leave(self, path: str, *, is_read: bool) -> None:
        """Know that the typing in a field is finished, and whether it can be read."""
        is_mended = is_read and path in self._refused
        if is_mended:
            del self._refused[path]
        if is_mended or path in self._typing:
            self._typing.discard(path)
            self.status_changed.emit()

    def check_all(self) -> bool:
        """Show everything that is wrong; return whether the sheet may be saved."""
        self._shows_all = True
        self._run_check()
        return not self._found and not self._refused

    def undo(self) -> None:
        """Take back the last edit, or a text that cannot be read."""
        if self._refused:
            path, _ = self._refused.popitem()
            self.field_changed.emit(path)
            self.status_changed.emit()
        else:
            self._stack.undo()

    def redo(self) -> None:
        """Give again the last edit taken back."""
        self._stack.redo()

    def _forget(self) -> None:
        self._refused: dict[str, None] = {}
        self._typing: set[str] = set()
        self._touched: set[str] = set()
        self._found: dict[str, UserError] = {}
        self._shows_all = False
        self._stay = 0

    def _restart(self) -> None:
        self._stack.clear()
        self.loaded.emit()
        self.status_changed.emit()

    def _settle(self, path: str) -> None:
        self._refused.pop(path, None)
        self._typing.discard(path)

    def _put(self, path: str, value: object) -> None:
        if self._sheet is None:  # pragma: no cover - an edit exists only over a sheet
            return
        self._settle(path)
        self._sheet = with_value(self._sheet, path, value)
        self.field_changed.emit(path)
        self._run_check()

    def _run_check(self) -> None:
        if self._sheet is not None and self._editable:
            self._found = {each.field: each.error for each in self._check(self._sheet)}
        self.status_changed.emit()


@dataclass(frozen=True, slots=True)
class _Step:
    """One edit of one field, during one stay of the keyboard in it."""

    path: str
    before: object
    after: object
    stay: int


class _Edit(QUndoCommand):
    """An edit on the undo stack; the edits of the same stay join it."""

    def __init__(self, put: Callable[[str, object], None], step: _Step) -> None:
        super().__init__()
        self._put = put
        self.step = step

    @override
    def id(self) -> int:
        return _MERGE_ID

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Edit):
            return False
        mine, later = self.step, other.step
        if (mine.path, mine.stay) != (later.path, later.stay):
            return False
        self.step = replace(mine, after=later.after)
        self.setObsolete(mine.before == later.after)
        return True

    @override
    def undo(self) -> None:
        self._put(self.step.path, self.step.before)

    @override
    def redo(self) -> None:
        self._put(self.step.path, self.step.after)
