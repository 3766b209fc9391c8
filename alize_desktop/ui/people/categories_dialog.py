"""The categories of competences of a programme: names, order, which are still proposed."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.partners import SkillCategory
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.people.category_form import CategoryDialog
from alize_desktop.ui.people.partner_tools import PartnerTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.names import list_text

translate = QCoreApplication.translate

_WIDTH: Final = 760
_HEIGHT: Final = 600
_FRAME: Final = 48


class CategoriesDialog(QDialog):
    """Lists the categories in order; each action is written at once.

    Args:
        tools: Reads and writes them.
        parent: Window it is asked from.

    Signals:
        written: Something was written. Arg: the ``Changes``.
    """

    written = Signal(object)

    def __init__(self, tools: PartnerTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Catégories de compétences"))
        room = self.screen().availableSize()
        self.resize(
            min(scaled(_WIDTH), room.width() - _FRAME), min(scaled(_HEIGHT), room.height() - _FRAME)
        )
        self._tools = tools
        self.model = _category_model()
        self.table = RecordTable(self.model, self.tr("Catégories"))
        self.add = KeyButton(self.tr("Ajouter…"), "Ctrl+N", Kind.PRIMARY, icon="plus")
        self.edit = KeyButton(self.tr("Modifier…"), "Return", handles_key=False)
        self.offered = KeyButton(self.tr("Ne plus proposer"), "Ctrl+P")
        self.up = KeyButton(self.tr("Monter"), "Alt+Up")
        self.down = KeyButton(self.tr("Descendre"), "Alt+Down")
        self._unknown = label("", Level.STRONG, wraps=True, role=Role.WAITING)
        self._unknown.setObjectName("categories_unknown")
        self._lay_out()
        self._connect()
        self._read()
        self.table.choose(self.model.record(0).id)

    def chosen(self) -> SkillCategory | None:
        """Return the category that is chosen, None without any."""
        row = self.model.row_of(self.table.chosen())
        return self.model.record(row) if row >= 0 else None

    def _lay_out(self) -> None:
        close = KeyButton(self.tr("Fermer"), "Esc", handles_key=False)
        close.clicked.connect(self.accept)
        buttons = FlowLayout(spacing=SPACE.related)
        for button in (self.add, self.edit, self.offered, self.up, self.down):
            buttons.addWidget(button)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(close)
        why = self.tr(
            "Elles se proposent dans les dossiers, les offres et les décisions, dans cet ordre. "
            "Renommer garde l’ancien nom comme autre nom."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.group)
        column.setSpacing(SPACE.card)
        column.addWidget(label(self.windowTitle(), Level.HEADING))
        column.addWidget(label(why, Level.SOFT, wraps=True))
        column.addWidget(self.table, 1)
        column.addWidget(self._unknown)
        column.addLayout(buttons)
        column.addLayout(last)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda *_: self._ask(None))
        self.edit.clicked.connect(lambda *_: self._ask(self.chosen()))
        self.table.row_opened.connect(lambda _key: self._ask(self.chosen()))
        self.table.row_chosen.connect(lambda _key: self._enable())
        self.offered.clicked.connect(lambda *_: self._on_offered())
        self.up.clicked.connect(lambda *_: self._move(-1))
        self.down.clicked.connect(lambda *_: self._move(1))

    def _read(self) -> None:
        chosen = self.table.chosen()
        self.model.set_rows(self._tools.partners.categories())
        self.table.choose(chosen)
        names = self._tools.partners.unknown_names()
        words = self.tr(
            "●\u00a0D’aucune catégorie\u00a0: {names}. Ajoutez-les, ou faites-en d’autres noms."
        )
        self._unknown.setText(words.format(names=list_text(names)) if names else "")
        show_if(self._unknown, shown=bool(names))
        self._enable()

    def _enable(self) -> None:
        chosen = self.chosen()
        row = self.model.row_of(self.table.chosen())
        self.edit.setEnabled(chosen is not None)
        self.offered.setEnabled(chosen is not None)
        is_offered = chosen is None or chosen.is_offered
        stop, again = self.tr("Ne plus proposer"), self.tr("Proposer de nouveau")
        self.offered.set_text(stop if is_offered else again)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.model.rowCount() - 1)

    def _ask(self, category: SkillCategory | None) -> None:
        dialog = CategoryDialog(self._tools, category, self)
        dialog.written.connect(self._on_written)
        dialog.open()

    def _on_offered(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            changed = replace(chosen, is_offered=not chosen.is_offered)
            self._do(partial(self._tools.partners.save_category, chosen, changed))

    def _move(self, step: int) -> None:
        ids = [each.id for each in self.model.rows]
        row = self.model.row_of(self.table.chosen())
        if row >= 0 and 0 <= row + step < len(ids):
            ids.insert(row + step, ids.pop(row))
            self._do(partial(self._tools.partners.order_categories, ids))

    def _do(self, write: "partial[Changes]") -> None:
        try:
            changes = write()
        except UserError as error:
            show_error(self, error, self._tools.log_file)
            return
        self._on_written(changes)

    def _on_written(self, changes: Changes) -> None:
        self._read()
        self.written.emit(changes)


def _category_model() -> RecordTableModel[SkillCategory]:
    columns: tuple[Column[SkillCategory], ...] = (
        Column(
            "name",
            translate("partners", "Catégorie"),
            lambda row: row.name,
            note=lambda row: ", ".join(row.aliases),
            quiet=lambda row: not row.is_offered,
            width=320,
            stretches=True,
            sortable=False,
        ),
        Column(
            "state", translate("partners", "État"), _state, state=_mark, width=170, sortable=False
        ),
    )
    return RecordTableModel(columns, lambda row: row.id)


def _state(category: SkillCategory) -> str:
    if category.is_offered:
        return translate("partners", "proposée")
    return translate("partners", "n’est plus proposée")


def _mark(category: SkillCategory) -> tuple[Role, Shape]:
    return (Role.GOOD, Shape.CHECK) if category.is_offered else (Role.NEUTRAL, Shape.BAR)
