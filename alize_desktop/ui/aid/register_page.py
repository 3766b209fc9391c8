"""The register of the aids of a year: declared or not, exported for the national register."""

from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.models.records.changes import Changes, Progress
from alize_desktop.models.records.state_aid import AidGrant
from alize_desktop.models.values import ZERO
from alize_desktop.ui.aid.declaring import DeclareDialog
from alize_desktop.ui.aid.rates import RatesDialog
from alize_desktop.ui.aid.register_table import grant_model
from alize_desktop.ui.aid.tools import AidTools
from alize_desktop.ui.reading import Reading
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.fields.choice import ChoiceBox
from alize_desktop.ui.widgets.file_dialogs import ask_then, file_to_write
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.folders import begin_in
from alize_desktop.ui.widgets.giving_table import GivingTable
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.ui.worker import Worker
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.names import counted
from alize_desktop.wording.register_words import duties_texts

if TYPE_CHECKING:  # a view is handed its service, it loads none
    from alize_desktop.services.aid import AidService

_YEARS: Final = 12


class RegisterPage(QWidget):
    """Aids of a year, each with its status; nothing is ever taken out of it.

    Signals:
        said: A short message for the user. Arg: the text.
    """

    said = Signal(str)

    def __init__(self, tools: AidTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.year = ChoiceBox()
        self.year.setAccessibleName(self.tr("Année"))
        self.year.setFixedWidth(scaled(120))
        self._offer_years()
        self.model = grant_model()
        self.table = GivingTable(self.model, self.tr("Registre des aides"), ("decision", "amount"))
        self.declare = KeyButton(self.tr("Statut au registre…"))
        self.declare.setObjectName("register_declare")
        self.rates = KeyButton(self.tr("Taux de base…"))
        self.export = KeyButton(self.tr("Exporter le registre…"), "Ctrl+E", icon="export")
        self.export.setObjectName("register_export")
        self.total = label("", Level.STRONG)
        self.total.setObjectName("register_total")
        self.late = label("", Level.STRONG, wraps=True, role=Role.WAITING)
        self.late.setObjectName("register_late")
        self.late.setContentsMargins(SPACE.group, 0, SPACE.group, SPACE.related)
        self._reading = Reading(self, tools.log_file, tools.pool)
        self.worker = Worker(self, tools.log_file, tools.pool)
        self._list = QStackedWidget()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the aids of the year again."""
        self._offer_years()
        self._reading.ask(partial(self._tools.aid.register, self._year()), self._show)

    def _show(self, grants: tuple[AidGrant, ...]) -> None:
        chosen = self.table.chosen()
        self.model.set_rows(grants)
        self._list.setCurrentIndex(0 if grants else 1)
        self.export.setEnabled(bool(grants))
        late = [f"● {each}" for each in duties_texts(self._tools.aid.duties())]
        self.late.setText("\n".join(late))
        show_if(self.late, shown=bool(late))
        held = [each for each in grants if each.is_effective]
        waiting = sum(each.is_to_declare for each in held)
        words = self.tr("{count}, équivalent total {total}, {waiting} à déclarer")
        self.total.setText(
            words.format(
                count=counted(len(held), self.tr("aide"), self.tr("aides")),
                total=money_text(sum((each.grant_equivalent for each in held), ZERO)),
                waiting=waiting,
            )
        )
        if grants:
            self.table.choose(chosen if self.model.row_of(chosen) >= 0 else grants[0].id)
        self.declare.setEnabled(bool(grants))

    def take_keyboard(self) -> None:
        """Give the keyboard to the aids, or to the year when there is none."""
        first = self.table if self.model.rows else self.year
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self, path: Path) -> None:
        """Write the register of the year in a file, in the background."""
        work = partial(_exported, self._tools.aid, self._year(), path)
        busy = self.tr("Préparation du registre des aides…")
        if not self.worker.run(work, self._on_exported, busy):
            self.said.emit(self.tr("Un papier est déjà en préparation."))

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.related)
        asked = QWidget()
        year = QHBoxLayout(asked)
        year.setContentsMargins(0, 0, 0, 0)
        year.setSpacing(SPACE.related)
        year.addWidget(label(self.tr("Aides accordées en"), Level.STRONG))
        year.addWidget(self.year)
        flow = FlowLayout(spacing=SPACE.related)
        for each in (asked, self.declare, self.rates, self.export):
            flow.addWidget(each)
        head.addLayout(flow)
        foot = frame(Ground.BOTTOM)
        line = QHBoxLayout(foot)
        line.setContentsMargins(SPACE.group, SPACE.related, SPACE.group, SPACE.related)
        line.addStretch(1)
        line.addWidget(self.total)
        self._list.addWidget(self.table)
        self._list.addWidget(
            EmptyState(
                self.tr(
                    "Aucune aide n’est enregistrée cette année-là. La signature d’une convention "
                    "enregistre la sienne."
                )
            )
        )
        ground = frame(Ground.SURFACE)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.late)
        column.addWidget(self._list, 1)
        column.addWidget(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ground, 1)
        whole.addWidget(self._reading.strip)
        whole.addWidget(self.worker.strip)

    def _connect(self) -> None:
        self.year.activated.connect(lambda _index: self.refresh())
        self.declare.clicked.connect(lambda *_: self._on_declare())
        self.table.row_opened.connect(lambda _key: self._on_declare())
        self.rates.clicked.connect(lambda *_: RatesDialog(self._tools, self.window()).open())
        self.export.clicked.connect(lambda *_: self._on_export())

    def _offer_years(self) -> None:
        """Offer the last years; a new one is chosen when the last one was."""
        first = self._tools.today().year
        if self.year.itemText(0) == str(first):
            return
        chosen = self.year.currentText() if self.year.currentIndex() > 0 else str(first)
        self.year.clear()
        self.year.addItems([str(each) for each in range(first, first - _YEARS, -1)])
        self.year.setCurrentText(chosen)

    def _on_exported(self, _path: Path) -> None:
        self.said.emit(self.tr("Registre des aides enregistré"))

    def _year(self) -> int:
        return int(self.year.currentText())

    def _on_declare(self) -> None:
        row = self.model.row_of(self.table.chosen())
        if row < 0:
            return
        dialog = DeclareDialog(self._tools, self.model.record(row), self.window())
        dialog.written.connect(self._on_declared)
        dialog.open()

    def _on_declared(self, changes: Changes) -> None:
        self._tools.bus.changed.emit(changes, self)
        self.said.emit(self.tr("Statut enregistré"))

    def _on_export(self) -> None:
        kinds = (self.tr("Fichier du registre (*.csv)"), self.tr("Classeur Excel (*.xlsx)"))
        files = file_to_write(self, self.tr("Exporter le registre des aides"), kinds)
        begin_in(files, self._tools.window, "aid/folder")
        name = self.tr("registre-des-aides-{year}.csv").format(year=self._year())
        ask_then(files, self.write, name)


def _exported(aid: "AidService", year: int, path: Path) -> Generator[Progress, None, Path]:
    yield Progress(0, 1, "Registre des aides")
    aid.export_register(year, path)
    return path
