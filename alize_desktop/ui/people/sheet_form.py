"""The fields of one sheet: filled, read, and told what is wrong."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.dossiers import FieldProblem
from alize_desktop.rules.field_checks import check_email
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.fields.form import FieldForm
from alize_desktop.wording.errors import message_of

S = TypeVar("S")


class SheetForm(FieldForm, Generic[S]):
    """Fields of one sheet. A subclass adds them with ``name``, fills and reads them.

    Signals:
        typed: Something is being typed, or a field was left.
    """

    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, Field[Any]] = {}
        self._told: list[Field[Any]] = []
        self._before: S | None = None
        self._texts_before: list[str] = []
        self._is_filling = False

    @property
    def is_dirty(self) -> bool:
        """Whether something typed differs from what was shown, read already or not."""
        return self.read() != self._before or self._texts() != self._texts_before

    def show_sheet(self, sheet: S) -> None:
        """Fill the fields. Emits nothing."""
        self._is_filling = True
        self._told.clear()
        self.fill(sheet)
        self._before, self._texts_before = self.read(), self._texts()
        self._is_filling = False

    def fill(self, sheet: S) -> None:
        """Show a sheet. Emits nothing."""
        raise NotImplementedError

    def read(self) -> S:
        """Return the sheet as typed; call after ``commit``."""
        raise NotImplementedError

    def show_others(self, sheets: Sequence[S]) -> None:
        """Learn every sheet of the directory, for what is chosen among them."""

    def name(self, fields: Mapping[str, Field[Any]]) -> None:
        """Name the fields as problems do, and listen to them."""
        self._names = dict(fields)
        for field in fields.values():
            field.edited.connect(self._on_typed)
            control = field.focusProxy()
            if isinstance(control, QLineEdit):
                control.textEdited.connect(self._on_typed)
                control.editingFinished.connect(self._on_typed)
            elif isinstance(control, QPlainTextEdit):
                control.textChanged.connect(self._on_typed)

    def commit_typing(self) -> None:
        """Read the field that has the keyboard, as when the user leaves it."""
        focused = QApplication.focusWidget()
        for field in self.fields():
            if focused is not None and field.isAncestorOf(focused):
                field.commit()

    def forget_problems(self) -> None:
        """Take away the sentences of ``show_problems``: they may be mended elsewhere."""
        while self._told:
            self._told.pop().set_error("")

    def show_problems(self, problems: Iterable[FieldProblem]) -> bool:
        """Show each problem at its field and give the keyboard to the first.

        Returns:
            Whether there was any field to show one at.
        """
        for problem in problems:
            field = self._names.get(problem.field)
            if field is not None:
                field.set_error(message_of(problem.error))
                self._told.append(field)
        if self._told:
            self._told[0].focus_control()
        return bool(self._told)

    def problem_of(self, error: UserError) -> FieldProblem | None:
        """Return the field an error of the service is about, None when it is none of these."""
        del error
        return None

    def _texts(self) -> list[str]:
        controls = [each.focusProxy() for each in self.fields()]
        lines = [each.text() for each in controls if isinstance(each, QLineEdit)]
        return lines + [each.toPlainText() for each in controls if isinstance(each, QPlainTextEdit)]

    def _on_typed(self, *_value: object) -> None:
        if not self._is_filling:
            self.typed.emit()


def email_text(text: str) -> str:
    """Return an address as typed.

    Raises:
        UserError: ``EMAIL_INVALID``.
    """
    check_email(text)
    return text
