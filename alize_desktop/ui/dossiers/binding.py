"""Ties one field of a pane to one path of the form, both ways and without echo.

The field speaks when a person finishes an edit; the form speaks when another
sheet is loaded, when an edit is undone, and when a check finds something.
"""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from typing_extensions import override

from alize_desktop.ui.dossiers.form import SheetForm
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.fields.text import LongTextField, TypedField
from alize_desktop.wording.errors import message_of


class FieldBinding(QObject):
    """Keeps a field and its path of the form equal.

    Args:
        field: Field shown in a pane; owns the binding.
        path: Dotted path in the sheet.
        form: Sheet under edition.
        blank: Value of the sheet that an empty field stands for.
    """

    def __init__(self, field: Field[Any], path: str, form: SheetForm, blank: object = None) -> None:
        super().__init__(field)
        self.field = field
        self.path = path
        self._form = form
        self._blank = blank
        self._shows_problem = False
        self._is_showing = False
        field.edited.connect(self._on_edited)
        field.refused.connect(self._on_refused)
        self._listen_to_typing()
        form.loaded.connect(self.show_value)
        form.field_changed.connect(self._on_field_changed)
        form.status_changed.connect(self._on_status_changed)
        if form.sheet is not None:
            self.show_value()

    @Slot()
    def show_value(self) -> None:
        """Show what the form holds. Emits nothing."""
        self._shows_problem = False
        self._is_showing = True
        self.field.set_value(self._form.value(self.path))
        self._forget_typing()
        self._is_showing = False
        self.field.set_read_only(read_only=not self._form.is_editable)

    def commit(self) -> None:
        """Take what is typed now, as when the user leaves the field."""
        if self._form.is_editable:
            self.field.commit()
            self._on_finished()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._form.enter()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            steps = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(step) for step in steps):
                event.ignore()  # the form undoes, not the line
                return True
        return super().eventFilter(watched, event)

    def _forget_typing(self) -> None:
        if isinstance(self.field, LongTextField):
            self.field.edit.document().setModified(False)

    def _listen_to_typing(self) -> None:
        match self.field:
            case TypedField():
                self.field.edit.installEventFilter(self)
                self.field.edit.textEdited.connect(self._on_typed)
                self.field.edit.editingFinished.connect(self._on_finished)
            case LongTextField():
                self.field.edit.installEventFilter(self)
                self.field.edit.document().modificationChanged.connect(self._on_modified)
                self.field.edit.left.connect(self._on_finished)

    @Slot()
    def _on_typed(self) -> None:
        self.field.set_error("")  # it is judged again when it is finished
        self._form.note_typing(self.path)

    @Slot(bool)
    def _on_modified(self, modified: bool) -> None:  # noqa: FBT001 - Qt's signal has a bool
        if modified and not self._is_showing:
            self._form.note_typing(self.path)

    @Slot()
    def _on_finished(self) -> None:
        self._forget_typing()
        self._form.leave(self.path, is_read=not self.field.error())

    @Slot(object)
    def _on_edited(self, value: object) -> None:
        if value is None and self.field.required:
            self._form.refuse(self.path)
        else:
            self._form.edit(self.path, self._blank if value is None else value)

    @Slot(object)
    def _on_refused(self, _sentence: str) -> None:
        self._form.refuse(self.path)

    @Slot(str)
    def _on_field_changed(self, path: str) -> None:
        if path != self.path:
            return
        if self.field.error() or self.field.value() != self._form.value(path):
            self.show_value()

    @Slot()
    def _on_status_changed(self) -> None:
        status = self._form.status
        if self.path in status.refused:
            return
        problem = status.problems.get(self.path)
        if problem is not None:
            self.field.set_error(message_of(problem))
        elif self._shows_problem:
            self.field.set_error("")
        self._shows_problem = problem is not None
