"""The table of the lines of a bank statement, made for the keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.ui.advances.bank_lines import ChosenLine, line_dress, line_word, repeated_word
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.dates import short_date

translate = QCoreApplication.translate


class BankTable(RecordTable):
    """Lists the lines; says what the keys ask of the one that is chosen.

    Args:
        advance: Gives the words of the advance of a line.
        parent: Parent widget.

    Signals:
        toggle_asked: Space, Enter or a double click: confirm, or not any more.
        other_asked: ← or →: another advance. Arg: -1 or 1.
    """

    toggle_asked = Signal()
    other_asked = Signal(object)

    def __init__(self, advance: Callable[[ChosenLine], str], parent: QWidget | None = None) -> None:
        self._lines: RecordTableModel[ChosenLine] = RecordTableModel(
            [replace(each, sortable=False, quiet=_is_quiet) for each in _columns(advance)],
            lambda line: line.match.line.key,
        )
        super().__init__(self._lines, translate("advances", "Lignes du relevé"), parent)
        self.setObjectName("bank_lines")
        self.row_opened.connect(lambda _key: self.toggle_asked.emit())

    def show_lines(self, lines: Sequence[ChosenLine]) -> None:
        """Show the lines; the one that is chosen stays so."""
        chosen = self.chosen()
        self._lines.set_rows(lines)
        if not self.choose(chosen) and lines:
            self.choose(lines[0].match.line.key)

    def go_on(self) -> None:
        """Move to the next line."""
        row = min(self.currentIndex().row() + 1, self._lines.rowCount() - 1)
        self.choose(self._lines.record(row).match.line.key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Space:
            self.toggle_asked.emit()
        elif key in steps:
            self.other_asked.emit(steps[key])
        else:
            super().keyPressEvent(event)


def _is_quiet(line: ChosenLine) -> bool:
    return not line.may_be_taken


def _columns(advance: Callable[[ChosenLine], str]) -> tuple[Column[ChosenLine], ...]:
    return (
        Column(
            "day",
            translate("advances", "Date"),
            lambda line: short_date(line.match.line.booked_on),
            width=104,
        ),
        Column(
            "label",
            translate("advances", "Libellé"),
            lambda line: line.match.line.label,
            note=repeated_word,
            width=200,
            stretches=True,
        ),
        Column(
            "amount",
            translate("advances", "Montant"),
            lambda line: money_text(line.match.line.amount),
            right=True,
            width=112,
        ),
        Column(
            "advance",
            translate("advances", "Avance"),
            advance,
            note=lambda line: line.match.why,
            width=380,
        ),
        Column(
            "state",
            translate("advances", "Suite"),
            line_word,
            state=line_dress,
            width=160,
        ),
    )
