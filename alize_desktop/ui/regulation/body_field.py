"""The name of the body: one of the usual ones, or its own with its gender."""

from typing import Final

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.records.dossiers import LONGEST_TEXT
from alize_desktop.rules.text import search_key
from alize_desktop.ui.regulation.setting import Body
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.fields.choice import ChoiceBox
from alize_desktop.ui.widgets.visibility import show_if

USUAL: Final = (
    Body("comité d’agrément", is_feminine=False),
    Body("commission d’agrément", is_feminine=True),
    Body("comité d’engagement", is_feminine=False),
)

_VOWELS: Final = ("a", "e", "i", "o", "u")


def body_text(body: Body) -> str:
    """Return the name with its article: « la commission d’agrément », « l’assemblée »."""
    if search_key(body.name)[:1] in _VOWELS:
        return f"l’{body.name}"
    article = "la" if body.is_feminine else "le"
    return f"{article} {body.name}"


class BodyField(Field[Body]):
    """A list of usual names; the last choice opens a line and a box for the gender."""

    def __init__(self, text: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, hint=hint, parent=parent)
        self._value = USUAL[0]
        self.box = ChoiceBox()
        for each in USUAL:
            self.box.addItem(each.name)
        self.box.addItem(self.tr("Autre nom…"))
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_TEXT)
        self.name.setAccessibleName(self.tr("Nom de l’organe"))
        self.gender = QCheckBox(self.tr("nom féminin («\u00a0la\u00a0»)"))
        self._own = QWidget()
        row = QHBoxLayout(self._own)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.related)
        row.addWidget(self.name, 1)
        row.addWidget(self.gender)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(self.box)
        column.addWidget(self._own)
        self._adopt(self.box, whole)
        self._show_own(is_own=False)
        self.box.activated.connect(self._on_chosen)
        self.name.textEdited.connect(lambda _text: self._on_typed())
        self.name.editingFinished.connect(self.commit)
        self.gender.clicked.connect(lambda *_: self._on_typed())

    @override
    def value(self) -> Body:
        return self._value

    @override
    def set_value(self, value: Body | None) -> None:
        self._value = value or USUAL[0]
        usual = self._value in USUAL
        self.box.setCurrentIndex(USUAL.index(self._value) if usual else len(USUAL))
        if self.name.text().strip() != self._value.name:
            self.name.setText("" if usual else self._value.name)
        self.gender.setChecked(self._value.is_feminine)
        self._show_own(is_own=not usual)
        self.set_error("")

    @override
    def commit(self) -> bool:
        missing = self._is_own() and not self.name.text().strip()
        self.set_error(self._missing() if missing else "")
        return not missing

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        self.box.setEnabled(not read_only)
        self.name.setReadOnly(read_only)
        self.gender.setEnabled(not read_only)

    def _is_own(self) -> bool:
        return self.box.currentIndex() == len(USUAL)

    def _show_own(self, *, is_own: bool) -> None:
        show_if(self._own, shown=is_own)

    def _on_chosen(self, index: int) -> None:
        self._show_own(is_own=self._is_own())
        if self._is_own():
            self.name.setText("")
            self.name.setFocus()
            return
        self.set_error("")
        self._take(USUAL[index])

    def _on_typed(self) -> None:
        name = self.name.text().strip()
        if name:
            self.set_error("")
            self._take(Body(name, is_feminine=self.gender.isChecked()))

    def _take(self, value: Body) -> None:
        if value != self._value:
            self._value = value
            self.edited.emit(value)
