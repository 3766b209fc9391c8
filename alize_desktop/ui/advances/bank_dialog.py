"""Money received, from a bank statement: each proposal is confirmed, nothing before that."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import RefusedLineError, UserError
from alize_desktop.models.records.advances import AdvanceRow, BankMatch
from alize_desktop.models.values import ZERO, Money
from alize_desktop.ui.advances.bank_lines import (
    ChosenLine,
    all_confirmed,
    opened,
    taken,
)
from alize_desktop.ui.advances.bank_table import BankTable
from alize_desktop.ui.advances.tools import AdvanceTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.names import counted


class BankDialog(QDialog):
    """Shows the lines of a statement with the advance each seems to repay.

    Args:
        name: Of the file.
        matches: Its lines.
        advances: Those that may be chosen instead.
        tools: Services and surroundings.
        parent: Window that it is asked from.

    Signals:
        written: Arg: the ``Changes``.
    """

    written = Signal(object)

    def __init__(
        self,
        name: str,
        matches: Sequence[BankMatch],
        advances: Sequence[AdvanceRow],
        tools: AdvanceTools,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._lines = self._opened = opened(matches)
        self._words = {each.dossier_id: f"{each.number} · {each.company}" for each in advances}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Importer un relevé"))
        self.resize(self._wanted_size(parent))
        self.table = BankTable(self._advance_text)
        self.other: ChoiceField[UUID] = ChoiceField(
            self.tr("Avance de la ligne choisie"), tuple(self._words.items())
        )
        self.author = TextField(self.tr("Saisi par"), required=True)
        self.author.set_value(tools.author())
        self.every = KeyButton(self.tr("Tout confirmer"), "Ctrl+A", Kind.GHOST)
        self.save = KeyButton(self.tr("Enregistrer"), "Ctrl+Return", Kind.PRIMARY)
        self.save.setObjectName("bank_save")
        self._refusal = label("", Level.STRONG, wraps=True, role=Role.BAD)
        self._sum = label("", Level.SOFT)
        self.told = label("", Level.SOFT, wraps=True)
        self._lay_out(name)
        self._connect()
        self._show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def lines(self) -> tuple[ChosenLine, ...]:
        """Return the lines as they are now."""
        return self._lines

    @override
    def reject(self) -> None:
        if self._lines == self._opened:
            super().reject()
            return
        confirm(
            self,
            self.tr("Fermer sans rien enregistrer\u00a0?"),
            self.tr("Fermer"),
            super().reject,
            detail=self.tr("Ce que vous avez confirmé ou changé sera perdu."),
            cancel=self.tr("Continuer"),
        )

    def _wanted_size(self, parent: QWidget) -> QSize:
        room = parent.window().size()
        wanted = QSize(scaled(1280), scaled(620))
        return wanted.boundedTo(QSize(room.width() - 40, room.height() - 40))

    def _lay_out(self, name: str) -> None:
        title = self.tr("Relevé «\u00a0{name}\u00a0»").format(name=name)
        help_text = self.tr(
            "Espace confirme la ligne et passe à la suivante. ← et → proposent une autre avance. "
            "Rien n’est écrit avant «\u00a0Enregistrer\u00a0»."
        )
        cancel = KeyButton(self.tr("Annuler"), "Esc", handles_key=False)
        cancel.clicked.connect(self.reject)
        fields = QHBoxLayout()
        fields.setSpacing(SPACE.card)
        fields.addWidget(self.other, 2)
        fields.addWidget(self.author, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.related)
        buttons.addWidget(self.every)
        buttons.addWidget(self._sum)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.group)
        column.setSpacing(SPACE.card)
        column.addWidget(label(title, Level.HEADING, wraps=True))
        column.addWidget(label(help_text, Level.SOFT, wraps=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        column.addLayout(fields)
        column.addWidget(self._refusal)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.table.toggle_asked.connect(self._on_toggled)
        self.table.other_asked.connect(self._on_other)
        self.table.row_chosen.connect(self._show_advance)
        self.other.edited.connect(self._on_given)
        self.every.clicked.connect(self._on_every)
        self.save.clicked.connect(self._on_save)

    def _show_refusal(self, error: UserError) -> None:
        """Say which line is refused, and choose it."""
        key = error.key if isinstance(error, RefusedLineError) else None
        line = next((each.match.line for each in self._lines if each.match.line.key == key), None)
        if line is None:
            self._show(message_of(error))
            return
        self.table.choose(line.key)
        words = self.tr("«\u00a0{label}\u00a0», {amount} du {day}\u00a0: {why}")
        text = words.format(
            label=line.label,
            amount=money_short(line.amount),
            day=short_date(line.booked_on),
            why=message_of(error),
        )
        self._show(text)

    def _advance_text(self, line: ChosenLine) -> str:
        return self._words.get(line.advance, "—") if line.advance else "—"

    def _show(self, refusal: str = "") -> None:
        self.table.show_lines(self._lines)
        self._refusal.setText(refusal)
        show_if(self._refusal, shown=bool(refusal))
        chosen = taken(self._lines)
        total = Money(sum(line.amount.minor for line, _advance in chosen))
        words = self.tr("{count} pour {total}")
        has_rejections = any(line.amount < ZERO for line, _advance in chosen)
        noun = self.tr("ligne") if has_rejections else self.tr("encaissement")
        count = counted(len(chosen), noun)
        self._sum.setText(words.format(count=count, total=money_short(total)))
        self.save.set_text(self.tr("Enregistrer {count}").format(count=count))
        self.save.setEnabled(bool(chosen))
        self._show_advance()

    def _show_advance(self, *_key: object) -> None:
        line = self._chosen()
        self.told.setText(f"{line.match.line.label}\n{line.match.why}" if line else "")
        self.other.set_value(line.advance if line else None)
        is_free = line is not None and line.may_be_taken and not line.is_rejection
        self.other.set_read_only(read_only=not is_free)

    def _chosen(self) -> ChosenLine | None:
        key = self.table.chosen()
        return next((each for each in self._lines if each.match.line.key == key), None)

    def _put(self, line: ChosenLine) -> None:
        key = line.match.line.key
        self._lines = tuple(line if each.match.line.key == key else each for each in self._lines)
        self._show()

    def _on_toggled(self) -> None:
        line = self._chosen()
        if line is not None:
            self._put(line.toggled())
            self.table.go_on()

    def _on_other(self, step: int) -> None:
        line = self._chosen()
        if line is not None:
            self._put(line.moved(step))

    def _on_given(self, advance: UUID | None) -> None:
        line = self._chosen()
        if line is not None:
            self._put(line.given_to(advance))

    def _on_every(self) -> None:
        self._lines = all_confirmed(self._lines)
        self._show()

    def _on_save(self) -> None:
        if not self.author.commit():
            self.author.focus_control()
            return
        author = self.author.value()
        try:
            changes = self._tools.services.bank.accept(taken(self._lines), author)
        except UserError as error:
            self._show_refusal(error)
            return
        self._tools.keep_author(author)
        self.accept()
        self.written.emit(changes)
