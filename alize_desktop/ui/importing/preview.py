"""The preview of a workbook: what would be written, and what is refused and why."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.history import HistorySheet
from alize_desktop.models.records.imports import RefusedRow, WorkbookContent
from alize_desktop.models.values import Money
from alize_desktop.ui.importing.refused_csv import refused_header, refused_text
from alize_desktop.ui.importing.sentences import accept_label, ready_count, remarks, summary
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.cards import FigureCard, FigureRow
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.ui.widgets.tabs import TabStrip
from alize_desktop.wording.amounts import integer_text, money_short
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label as word_of
from alize_desktop.wording.names import counted

_FIRST = 100
"""Rows shown of those that are ready: enough to see that the columns are right."""

_DECISION = "decision"
"""The column that only a workbook of the past fills."""

Ready = tuple[int, DossierSheet]


class PreviewStep(QWidget):
    """Figures, remarks, and two tables: the first rows ready, the rows refused.

    Signals:
        accept_requested: « Importer… » was pressed.
        other_requested: Another workbook is wanted.
        save_requested: « Enregistrer la liste… » was pressed.
    """

    accept_requested = Signal()
    other_requested = Signal()
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends: dict[int, HistorySheet] = {}
        self.summary = label("", Level.HEADING, wraps=True)
        self.remarks = label("", Level.SOFT, wraps=True)
        self._cards = {
            "dossiers": FigureCard(self.tr("Dossiers prêts")),
            "members": FigureCard(self.tr("Membres prêts")),
            "partners": FigureCard(self.tr("Partenaires prêts")),
            "refused": FigureCard(self.tr("Lignes refusées")),
        }
        self.tabs = TabStrip(
            (("ready", self.tr("Prêts")), ("refused", self.tr("Refusées"))),
            self.tr("Ce que contient le classeur"),
        )
        self.tabs.requested.connect(self._show_tab)
        self.ready: RecordTableModel[Ready] = RecordTableModel(
            self._ready_columns(), lambda each: each[0]
        )
        self.refused: RecordTableModel[RefusedRow] = RecordTableModel(
            self._refused_columns(), lambda row: (row.sheet, row.row, row.column)
        )
        self._ready_table = RecordTable(self.ready, self.tr("Premiers dossiers prêts"))
        keys = [each.key for each in self.ready.columns]
        self._decision_column = keys.index(_DECISION)
        self._refused_table = RecordTable(self.refused, self.tr("Lignes refusées"), several=True)
        self._nothing = EmptyState("")
        self._body = QStackedWidget()
        for each in (self._ready_table, self._refused_table, self._nothing):
            self._body.addWidget(each)
        self._assemble()

    def show_content(self, content: WorkbookContent) -> None:
        """Show what was read of a workbook."""
        self._content = content
        self.summary.setText(summary(content))
        said = remarks(content)
        self.remarks.setText("\n".join(said))
        self.remarks.setVisible(bool(said))
        refused = len(content.refused)
        self._show_figures(content)
        self._ends = dict(content.history)
        self._ready_table.setColumnHidden(self._decision_column, not self._ends)
        self.ready.set_rows(content.dossiers[:_FIRST])
        self.refused.set_rows(content.refused)
        self.tabs.set_badge("ready", str(len(content.dossiers)))
        self.tabs.set_badge("refused", str(refused))
        self.tabs.bar.updateGeometry()
        self.accept.set_text(accept_label(content))
        self.accept.setEnabled(ready_count(content) > 0)
        self.tabs.set_current("refused" if refused else "ready")
        self._show_tab(self.tabs.current())

    def copy_refused(self) -> None:
        """Put the rows selected, or all of them, in the clipboard."""
        chosen = set(self._refused_table.selected_keys())
        rows = [
            row
            for row in self.refused.rows
            if not chosen or (row.sheet, row.row, row.column) in chosen
        ]
        QGuiApplication.clipboard().setText(refused_text(rows))

    def _show_figures(self, content: WorkbookContent) -> None:
        asked = Money(sum(sheet.request.amount.minor for _, sheet in content.dossiers))
        days = sum(partner.days_per_year for _, partner in content.partners)
        voices = sum(member.weight > 0 for _, member in content.members)
        figures = {
            "dossiers": (
                len(content.dossiers),
                self.tr("{amount} demandés").format(amount=money_short(asked)),
            ),
            "members": (len(content.members), counted(voices, "siège")),
            "partners": (
                len(content.partners),
                self.tr("{days} offerts par an").format(days=counted(days, "jour")),
            ),
        }
        for key, (number, note) in figures.items():
            self._cards[key].set_figure(integer_text(number), note if number else "")
        refused = len(content.refused)
        if refused:
            note, role = self.tr("à corriger dans le classeur"), Role.BAD
        else:
            note, role = self.tr("rien à corriger"), Role.GOOD
        self._cards["refused"].set_figure(integer_text(refused), note, role)

    def _show_tab(self, key: str) -> None:
        is_refused = key == "refused"
        model = self.refused if is_refused else self.ready
        table = self._refused_table if is_refused else self._ready_table
        self._nothing.set_sentence(
            self.tr("Aucune ligne refusée.") if is_refused else self.tr("Aucun dossier à importer.")
        )
        self._body.setCurrentWidget(table if model.rowCount() else self._nothing)
        for button in (self.copy, self.save):
            button.setVisible(is_refused and model.rowCount() > 0)

    def _assemble(self) -> None:
        self.copy = KeyButton(self.tr("Copier"), "Ctrl+C", Kind.GHOST)
        self.save = KeyButton(self.tr("Enregistrer la liste…"), kind=Kind.GHOST, icon="export")
        self.other = KeyButton(self.tr("Choisir un autre classeur…"))
        self.accept = KeyButton(self.tr("Importer"), "Ctrl+Return", Kind.PRIMARY)
        self.copy.clicked.connect(self.copy_refused)
        self.save.clicked.connect(self.save_requested)
        self.other.clicked.connect(self.other_requested)
        self.accept.clicked.connect(self.accept_requested)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.related)
        head.setSpacing(SPACE.related)
        head.addWidget(self.summary)
        head.addWidget(self.remarks)
        head.addSpacing(SPACE.tight)
        head.addWidget(FigureRow(tuple(self._cards.values())))
        strip = QHBoxLayout()
        strip.setContentsMargins(SPACE.card, 0, SPACE.card, 0)
        strip.addWidget(self.tabs, 1)
        strip.addWidget(self.copy)
        strip.addWidget(self.save)
        foot = frame(Ground.BOTTOM)
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(SPACE.group, 12, SPACE.group, 12)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        buttons.addWidget(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(strip)
        column.addWidget(self._body, 1)
        column.addWidget(foot)

    def _ready_columns(self) -> tuple[Column[Ready], ...]:
        return (*self._which(), *self._what())

    def _which(self) -> tuple[Column[Ready], ...]:
        return (
            Column(
                "row",
                self.tr("Ligne"),
                lambda each: str(each[0]),
                right=True,
                width=64,
                sortable=False,
            ),
            Column(
                "number", self.tr("Dossier"), lambda each: each[1].number, width=98, sortable=False
            ),
            Column(
                "company",
                self.tr("Entreprise"),
                lambda each: each[1].company.name,
                note=lambda each: each[1].company.town,
                stretches=True,
                sortable=False,
            ),
        )

    def _what(self) -> tuple[Column[Ready], ...]:
        return (
            Column(
                "filed_on",
                self.tr("Déposé le"),
                lambda each: short_date(each[1].filed_on),
                width=110,
                sortable=False,
            ),
            Column(
                "amount",
                self.tr("Avance"),
                lambda each: money_short(each[1].request.amount),
                right=True,
                width=100,
                sortable=False,
            ),
            Column(
                "jobs",
                self.tr("Emplois"),
                lambda each: str(each[1].jobs.created),
                right=True,
                width=80,
                sortable=False,
            ),
            Column(
                _DECISION,
                self.tr("Décision reprise"),
                self._decision,
                note=self._decided_on,
                width=180,
                sortable=False,
            ),
        )

    def _decision(self, each: Ready) -> str:
        end = self._ends.get(each[0])
        return word_of(end.outcome) if end else ""

    def _decided_on(self, each: Ready) -> str:
        end = self._ends.get(each[0])
        return short_date(end.decided_on) if end else ""

    def _refused_columns(self) -> tuple[Column[RefusedRow], ...]:
        sheet, row, column, reason = refused_header()
        return (
            Column("sheet", sheet, lambda each: each.sheet, width=96, sortable=False),
            Column("row", row, lambda each: str(each.row), right=True, width=64, sortable=False),
            Column("column", column, lambda each: each.column, width=160, sortable=False),
            Column("reason", reason, lambda each: each.reason, stretches=True, sortable=False),
        )
