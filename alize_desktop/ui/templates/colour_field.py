"""A colour, typed or chosen, with what it looks like beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.rules.looks import check_accent
from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.painting import draw_rounded


class _Swatch(QWidget):
    """A square of a colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_colour(self, colour: str) -> None:
        """Show a colour; what is none is left blank."""
        self._colour = colour if QColor.isValidColorName(colour) else ""
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(34), scaled(34))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = palette_of(self)
        ground = self._colour or colours.surface
        draw_rounded(QPainter(self), QRectF(self.rect()), SPACE.radius, ground, colours.line_strong)


class ColourField(QWidget):
    """A field for the colour of titles, refused when it could not be read on paper.

    Attributes:
        field: The line it is typed in.
        choose: Opens the colours of the system.
    """

    def __init__(self, text: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = TextField(text, read=_readable, required=True, hint=hint)
        self.choose = KeyButton(self.tr("Choisir…"))
        self.choose.setAccessibleName(self.tr("Choisir une couleur"))
        self._swatch = _Swatch()
        beside = QHBoxLayout()
        beside.setSpacing(SPACE.related)
        beside.addWidget(self._swatch)
        beside.addWidget(self.choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.related)
        row.addWidget(self.field, 1)
        side = QWidget()
        side.setLayout(beside)
        beside.setContentsMargins(0, self.field.caption().sizeHint().height() + 4, 0, 0)
        row.addWidget(side, alignment=Qt.AlignmentFlag.AlignTop)
        self.field.edit.textChanged.connect(self._swatch.show_colour)
        self.choose.clicked.connect(lambda *_: self.ask())

    def ask(self) -> QColorDialog:
        """Open the colours, and return at once."""
        dialog = QColorDialog(QColor(self.field.edit.text()), self)
        dialog.setWindowTitle(self.tr("Couleur des titres"))
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(lambda colour: self.take(colour.name()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def take(self, colour: str) -> None:
        """Write a colour as a person would."""
        self.field.edit.setText(colour)
        self.field.commit()


def _readable(typed: str) -> str:
    colour = typed.strip().lower()
    check_accent(colour)
    return colour
