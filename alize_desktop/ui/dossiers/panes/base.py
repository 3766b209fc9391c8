"""What every pane of a dossier is, and how a pane of fields is declared."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.records.dossiers import DossierDetail
from alize_desktop.ui.dossiers.binding import FieldBinding
from alize_desktop.ui.dossiers.field_words import field_word
from alize_desktop.ui.dossiers.form import SheetForm
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.fields.form import FieldForm
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label

_TWO_COLUMNS_FROM = 420


class Pane(QWidget):
    """One tab of a dossier. Built at its first show, then filled again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bindings: list[FieldBinding] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.group)
        self.column.setSpacing(SPACE.group)

    def show_detail(self, detail: DossierDetail | None) -> None:
        """Show what is not in the form; None for a dossier not yet written."""

    def add_card(self, title: str, content: QWidget) -> QWidget:
        """Add a titled card around ``content``; return the card."""
        card = titled_card(title, content)
        self.column.addWidget(card)
        return card


@dataclass(frozen=True, slots=True)
class Spec:
    """One field of a pane, as data.

    Attributes:
        path: Dotted path in the sheet; also gives the label.
        make: Makes the field from its label.
        wide: Whether it takes the whole width.
        blank: Value of the sheet that an empty field stands for.
    """

    path: str
    make: Callable[[str], Field[Any]] = TextField
    wide: bool = False
    blank: object = None


class PaneForm(FieldForm):
    """A form that keeps two columns in the narrow half of a window of 1366 pixels."""

    @override
    def _wanted_columns(self) -> int:
        return 2 if self.width() >= scaled(_TWO_COLUMNS_FROM) else 1


class FormPane(Pane):
    """A pane made of fields tied to the form."""

    def __init__(self, form: SheetForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form

    def fields_of(self, specs: Sequence[Spec]) -> FieldForm:
        """Return a form that lays out the fields declared, each tied to its path."""
        laid_out = PaneForm()
        for spec in specs:
            field = spec.make(field_word(spec.path))
            field.setObjectName(spec.path)
            laid_out.add(field, wide=spec.wide)
            self.bindings.append(FieldBinding(field, spec.path, self.form, spec.blank))
        return laid_out


def titled_card(title: str, content: QWidget) -> QWidget:
    """Return a heading over a card that holds ``content``."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE.related)
    if title:
        column.addWidget(label(title, Level.STRONG))
    card = frame(Ground.CARD)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(SPACE.card, SPACE.card, SPACE.card, SPACE.card)
    inside.addWidget(content)
    column.addWidget(card)
    return whole
