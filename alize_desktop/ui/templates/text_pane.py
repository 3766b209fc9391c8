"""One text of an office's own: typed, checked as it is typed, adopted or given back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.papers import PaperTemplate
from alize_desktop.ui.templates.field_list import FieldList
from alize_desktop.ui.templates.text_edit import TemplateEdit
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, frame, label
from alize_desktop.ui.widgets.raw_text import raw_text
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.template_fields import check_text_of, fields_of

_EDITOR = 160


class TextPane(QWidget):
    """Shows a text, and what may be written in it. Asks to adopt it; writes nothing.

    Signals:
        edited: The text changed, adopted or not.
        adopt_asked: Arg: the text; nothing in it is refused.
        restore_asked: The text that the program came with is wanted back.
        versions_asked: The earlier texts are to be listed.
    """

    edited = Signal()
    adopt_asked = Signal(object)
    restore_asked = Signal()
    versions_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template: PaperTemplate | None = None
        self._title = ElidedLabel("", Level.TITLE)
        self._title.setObjectName("template_title")
        self._detail = ElidedLabel("", Level.SOFT)
        self._detail.setObjectName("template_detail")
        self.edit = TemplateEdit()
        self.edit.setObjectName("template_text")
        self.fields = FieldList()
        self.fields.setObjectName("template_fields")
        self._field_card = frame(Ground.CARD)
        self._error = label("", Level.SMALL, wraps=True, role=Role.BAD)
        self._error.setObjectName("template_error")
        self.insert = KeyButton(self.tr("Choisir un champ"), "Ctrl+I", Kind.GHOST)
        self.adopt = KeyButton(self.tr("Adopter ce texte"), "Ctrl+S", Kind.PRIMARY)
        self.adopt.setObjectName("template_adopt")
        self.restore = KeyButton(self.tr("Revenir au texte d’origine"))
        self.restore.setObjectName("template_restore")
        self.versions = KeyButton(self.tr("Versions adoptées…"), kind=Kind.GHOST)
        self.versions.setObjectName("template_versions")
        self.abandon = KeyButton(self.tr("Abandonner"), "Esc", Kind.GHOST)
        self.abandon.setObjectName("template_abandon")
        self._field_words = label(self.tr("Champs à insérer"), Level.STRONG)
        self._lay_out()
        self._connect()

    @property
    def template(self) -> PaperTemplate | None:
        """The text in force that is shown."""
        return self._template

    @property
    def is_dirty(self) -> bool:
        """Whether what is typed is not the text in force."""
        return self._template is not None and self.text().strip() != self._template.text.strip()

    def text(self) -> str:
        """Return the text as it is typed."""
        return raw_text(self.edit)

    def error(self) -> str:
        """Return why the text is refused; empty when it is not."""
        return self._error.text()

    def show_template(self, template: PaperTemplate, detail: str, *, has_versions: bool) -> None:
        """Show the text in force. Emits nothing."""
        self._template = template
        self._title.setText(word(template.key))
        self._detail.setText(detail)
        fields = fields_of(template.key)
        self.fields.show_fields(fields)
        self.edit.show_text(template.text, frozenset(each.name for each in fields))
        for each in (self._field_card, self.insert, self._field_words):
            show_if(each, shown=bool(fields))
        show_if(self.versions, shown=has_versions)
        self.restore.setEnabled(template.adopted_at is not None)
        self._measure()

    def offer_versions(self, versions: Sequence[tuple[str, str]]) -> QMenu:
        """Open the list of earlier texts; the one chosen is put in the editor.

        Args:
            versions: (what it is called, its text), the last one first.
        """
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, text in versions:
            menu.addAction(name).triggered.connect(partial(self._take, text))
        menu.popup(self.versions.mapToGlobal(self.versions.rect().topLeft()))
        return menu

    def take_keyboard(self) -> None:
        """Let the text be typed."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.related)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._detail)
        self.edit.setMinimumHeight(scaled(_EDITOR))
        around = QVBoxLayout(self._field_card)
        around.setContentsMargins(2, 2, 2, 2)
        around.addWidget(self.fields)
        above = QHBoxLayout()
        above.addWidget(self._field_words)
        above.addStretch(1)
        above.addWidget(self.insert)
        body = QVBoxLayout()
        body.setContentsMargins(SPACE.group, 0, SPACE.group, SPACE.card)
        body.setSpacing(SPACE.related)
        body.addWidget(self.edit, 3)
        body.addWidget(self._error)
        body.addLayout(above)
        body.addWidget(self._field_card, 2)
        foot = frame(Ground.BOTTOM)
        keys = FlowLayout(spacing=SPACE.related)
        for each in (self.adopt, self.abandon, self.restore, self.versions):
            keys.addWidget(each)
        inside = QVBoxLayout(foot)
        inside.setContentsMargins(SPACE.group, SPACE.related, SPACE.group, SPACE.related)
        inside.addLayout(keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(body, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.edit.typed.connect(self._on_typed)
        self.fields.field_asked.connect(self._on_field_asked)
        self.fields.left.connect(self.take_keyboard)
        self.insert.clicked.connect(lambda *_: self.fields.setFocus())
        self.adopt.clicked.connect(lambda *_: self.adopt_asked.emit(self.text()))
        self.restore.clicked.connect(lambda *_: self.restore_asked.emit())
        self.versions.clicked.connect(lambda *_: self.versions_asked.emit())
        self.abandon.clicked.connect(lambda *_: self._on_abandon())

    def _on_typed(self) -> None:
        self._measure()
        self.edited.emit()

    def _on_field_asked(self, name: str) -> None:
        self.edit.insert_field(name)
        self.take_keyboard()

    def _on_abandon(self) -> None:
        if self._template is not None:
            self.edit.replace_text(self._template.text)
            self.take_keyboard()

    def _take(self, text: str, *_checked: bool) -> None:
        self.edit.replace_text(text)
        self.take_keyboard()

    def _measure(self) -> None:
        """Say what is refused, and what can be done."""
        refusal, line = "", 0
        if self._template is not None:
            try:
                check_text_of(self._template.key, self.text())
            except UserError as error:
                refusal = message_of(error)
                line = _line_of(error)
        self._error.setText(refusal)
        show_if(self._error, shown=bool(refusal))
        self.edit.mark_line(line)
        self.adopt.setEnabled(self.is_dirty and not refusal)
        self.adopt.setToolTip(refusal)
        show_if(self.abandon, shown=self.is_dirty)


def _line_of(error: UserError) -> int:
    line = error.params.get("line")
    return line if isinstance(line, int) else 0
