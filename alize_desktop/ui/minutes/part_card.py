"""A part of the minutes: what the program says in grey, what somebody writes in fields."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.ui.minutes.written_field import WrittenField
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.minutes_outline import MinutesPart


class PartCard(QWidget):
    """Shows a part; its fields are made once."""

    def __init__(self, part: MinutesPart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        added = self.tr("Texte ajouté")
        self.fields = tuple(
            WrittenField(block, item, added if word(block) == part.title else "")
            for block, item in part.places
        )
        self._said = label("", Level.SOFT, wraps=True)
        self._said.setObjectName("minutes_said")
        card = Card(part.title)
        card.body.addWidget(self._said)
        for each in self.fields:
            card.body.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_part(self, part: MinutesPart, record: MinutesRecord, *, read_only: bool) -> None:
        """Show what the program says now, and what is kept of what somebody wrote."""
        self._said.setText("\n".join(part.sentences))
        show_if(self._said, shown=bool(part.sentences))
        for each in self.fields:
            each.set_read_only(read_only=read_only)
            each.show_text(record.text(each.block, each.item_id))
