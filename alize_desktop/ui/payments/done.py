"""After a payment file is written: where it is, its hash, what is left to do."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.minutes import Paper
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import Level, label


class PaymentFileDone(QWidget):
    """Tells the file that was written; its words can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = label("", Level.HEADING, wraps=True, role=Role.GOOD)
        self.path = TextField(self.tr("Fichier"))
        self.hash = TextField(self.tr("Empreinte SHA-256"))
        self.next = label("", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(self.said)
        column.addSpacing(SPACE.card)
        for field in (self.path, self.hash):
            field.set_read_only(read_only=True)
            column.addWidget(field)
        column.addSpacing(SPACE.card)
        column.addWidget(self.next)
        column.addStretch(1)

    def show_paper(self, paper: Paper, count: str, *, is_debit: bool) -> None:
        """Tell a file.

        Args:
            paper: Where it is, its hash.
            count: How many payments it holds, and their sum.
            is_debit: Whether companies are debited.
        """
        deed = self.tr("Encaisser") if is_debit else self.tr("Verser")
        words = self.tr(
            "Déposez le fichier à la banque. Rien n’est encore enregistré\u00a0: quand elle a "
            "exécuté un paiement, enregistrez-le avec «\u00a0{deed}\u00a0» dans Avances."
        )
        self.said.setText(self.tr("✔ Fichier écrit\u00a0: {count}").format(count=count))
        self.path.set_value(paper.path)
        self.hash.set_value(paper.sha256)
        self.next.setText(words.format(deed=deed))
