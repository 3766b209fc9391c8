"""What « Tout préparer » made, and the papers that it could not make, each with its reason."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.models.records.preparation import PreparedFolder, RefusedPaper
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.labels import Ground, Level, label
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.names import counted, plural

_TALLEST = 132


class RefusalsCard(QFrame):
    """Tells how a preparation ended. Hidden until then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.CARD.value)
        self.setObjectName("paper_refusals")
        self._sentence = label("", Level.STRONG, wraps=True)
        self._sentence.setObjectName("paper_prepared")
        hide = KeyButton(self.tr("Masquer"), kind=Kind.GHOST)
        hide.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.addWidget(self._sentence, 1)
        head.addWidget(hide)
        self._said: list[str] = []
        self._shown: list[QWidget] = []
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, SPACE.related, 0)
        self._lines.setSpacing(SPACE.tight)
        self._area = scrolled(self._list)
        self._area.setAccessibleName(self.tr("Papiers refusés"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.card, SPACE.related, SPACE.card, SPACE.related)
        column.setSpacing(SPACE.tight)
        column.addLayout(head)
        column.addWidget(self._area)
        self.hide()

    def show_prepared(self, prepared: PreparedFolder) -> None:
        """Tell how many papers were made, and why the others were not."""
        made, refused = len(prepared.papers), len(prepared.refused)
        words = self.tr("{papers} dans «\u00a0{folder}\u00a0», avec un bordereau et une archive.")
        if not made:
            words = self.tr("Aucun papier n’a pu être préparé.")
        text = words.format(papers=counted(made, self.tr("papier")), folder=prepared.folder.name)
        if refused:
            verb = plural(refused, self.tr("n’a pas pu être fait"), self.tr("n’ont pas pu l’être"))
            papers = counted(refused, self.tr("papier"))
            text = f"{text} {papers} {verb}\u00a0:"
        self._sentence.setText(text)
        self._show_lines(prepared.refused)
        self.show()

    def lines(self) -> tuple[str, ...]:
        """Return the sentences shown, one a paper."""
        return tuple(self._said)

    def _show_lines(self, refused: Sequence[RefusedPaper]) -> None:
        for old in self._shown:
            old.deleteLater()
        self._shown.clear()
        self._said.clear()
        for each in refused:
            name = each.name.rsplit("/", 1)[-1].removesuffix(".pdf")
            text = f"{name}\u00a0: {message_of(each.error)}"
            line = label(f"▼\u00a0{text}", Level.BODY, wraps=True, role=Role.BAD)
            self._said.append(text)
            self._shown.append(line)
            self._lines.addWidget(line)
        self._list.adjustSize()
        self._area.setVisible(bool(refused))
        self._area.setFixedHeight(scaled(min(_TALLEST, 44 * len(refused))))
