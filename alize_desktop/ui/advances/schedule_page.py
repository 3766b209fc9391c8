"""The schedule of one advance: its rows with their state, its versions side by side."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.enums import InstalmentState
from alize_desktop.models.records.advances import (
    AdvanceDetail,
    InstalmentPosition,
    ScheduleVersion,
)
from alize_desktop.models.records.schedules import Instalment
from alize_desktop.models.values import ZERO
from alize_desktop.ui.advances.comparing import ComparisonTable, paired
from alize_desktop.ui.advances.marks import row_dress
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.giving_table import GivingTable
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label as word

translate = QCoreApplication.translate

_ABREAST: Final = 560
"""From which width the names of two versions stand side by side."""


class SchedulePage(QWidget):
    """Shows the schedule in force; with several versions, two of them side by side.

    Signals:
        workbook_asked: « Classeur… » was pressed.
    """

    workbook_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions: tuple[ScheduleVersion, ...] = ()
        columns = [replace(each, sortable=False) for each in _columns()]
        self.model: RecordTableModel[InstalmentPosition] = RecordTableModel(
            columns, lambda row: row.instalment.number
        )
        self.table = GivingTable(self.model, self.tr("Échéancier"), ("number", "remaining"))
        self.table.setObjectName("schedule_rows")
        self.comparison = ComparisonTable()
        self.before: ChoiceField[int] = ChoiceField(self.tr("Version"), [], empty=None)
        self.after: ChoiceField[int] = ChoiceField(self.tr("comparée à"), [], empty=None)
        self._basis = label("", Level.SMALL, wraps=True)
        self.compare = KeyButton(self.tr("Comparer"), "Ctrl+B", Kind.SECONDARY)
        self.compare.setObjectName("schedule_compare")
        self.compare.setCheckable(True)
        self.workbook = KeyButton(self.tr("Classeur…"), kind=Kind.GHOST, icon="export")
        self._nothing = EmptyState(self.tr("Cette avance n’a pas d’échéancier."))
        self._choices = QWidget()
        self._body = QStackedWidget()
        self._lay_out()
        self.compare.toggled.connect(self._on_compared)
        self.workbook.clicked.connect(self.workbook_asked)
        for each in (self.before, self.after):
            each.edited.connect(self._show_comparison)

    def show_detail(self, detail: AdvanceDetail) -> None:
        """Show the schedule of an advance: what it would be, before it is signed."""
        is_same = self._versions[:1] == detail.versions[:1]
        self._versions = detail.versions
        rows = detail.row.position.rows or tuple(_planned(each) for each in detail.planned)
        self.model.set_rows(rows)
        choices = [(each.version, _version_text(each)) for each in detail.versions]
        self.before.set_choices(choices)
        self.after.set_choices(choices)
        if len(choices) > 1:
            self.before.set_value(choices[-2][0])
            self.after.set_value(choices[-1][0])
        self.compare.setVisible(len(choices) > 1)
        if not (is_same and len(choices) > 1):
            self.compare.setChecked(False)
        self.workbook.setEnabled(bool(rows))
        self._basis.setText(self._basis_text(detail))
        digest = detail.versions[-1].sha256 if detail.versions else ""
        words = self.tr("Empreinte des lignes figées\u00a0: {digest}")
        self._basis.setToolTip(words.format(digest=digest) if digest else "")
        self._show_body()

    def take_keyboard(self) -> None:
        """Give the keyboard to the rows."""
        shown = self.comparison if self.compare.isChecked() else self.table
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(_ABREAST)
        way = QBoxLayout.Direction
        self._versions_line.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)

    def _basis_text(self, detail: AdvanceDetail) -> str:
        if not detail.versions:
            return self.tr("Prévu par la décision\u00a0: la signature fige l’échéancier.")
        last = detail.versions[-1]
        words = self.tr("{version}, en vigueur depuis le {day}.")
        return words.format(version=_version_text(last), day=short_date(last.effective_on))

    def _show_body(self) -> None:
        compared = self.compare.isChecked()
        self._choices.setVisible(compared)
        if not self.model.rowCount():
            self._body.setCurrentWidget(self._nothing)
        elif compared:
            self._show_comparison()
            self._body.setCurrentWidget(self.comparison)
        else:
            self._body.setCurrentWidget(self.table)

    def _show_comparison(self, *_edited: object) -> None:
        by_number = {each.version: each for each in self._versions}
        before = by_number.get(self.before.value() or 0)
        after = by_number.get(self.after.value() or 0)
        if before is not None and after is not None:
            self.comparison.show_pairs(paired(before.rows, after.rows, after.kept))

    def _on_compared(self, *_checked: bool) -> None:
        self._show_body()

    def _lay_out(self) -> None:
        self._versions_line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._choices)
        self._versions_line.setContentsMargins(0, 0, 0, 0)
        self._versions_line.setSpacing(SPACE.related)
        self._versions_line.addWidget(self.before, 1)
        self._versions_line.addWidget(self.after, 1)
        head = FlowLayout(spacing=SPACE.related)
        head.addWidget(self.compare)
        head.addWidget(self.workbook)
        for each in (self.table, self.comparison, self._nothing):
            self._body.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.related, 0, 0)
        column.setSpacing(SPACE.related)
        column.addWidget(self._basis)
        column.addLayout(head)
        column.addWidget(self._choices)
        column.addWidget(self._body, 1)


def _version_text(version: ScheduleVersion) -> str:
    words = translate("advances", "Version {number}, {reason}")
    return words.format(number=version.version, reason=word(version.reason).lower())


def _planned(row: Instalment) -> InstalmentPosition:
    return InstalmentPosition(row, ZERO, ZERO, row.amount, InstalmentState.TO_COME)


def _columns() -> tuple[Column[InstalmentPosition], ...]:
    return (
        Column(
            "number",
            translate("advances", "N°"),
            lambda row: str(row.instalment.number),
            right=True,
            width=56,
        ),
        Column(
            "due",
            translate("advances", "Échéance"),
            lambda row: short_date(row.instalment.due),
            width=104,
        ),
        Column(
            "amount",
            translate("advances", "Montant"),
            lambda row: money_short(row.instalment.amount),
            right=True,
            width=100,
        ),
        Column(
            "remaining",
            translate("advances", "Reste"),
            lambda row: money_short(row.remaining),
            right=True,
            width=100,
        ),
        Column(
            "state",
            translate("advances", "État"),
            _state_text,
            state=row_dress,
            width=142,
            stretches=True,
        ),
    )


def _state_text(row: InstalmentPosition) -> str:
    if not row.days_late:
        return word(row.state)
    return translate("advances", "Retard {days}\u00a0j").format(days=row.days_late)
