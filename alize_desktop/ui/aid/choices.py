"""Rating and collateral of one company, chosen before its aid is recorded."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from alize_desktop.models.enums import Collateral, CreditRating
from alize_desktop.models.records.state_aid import AidSheet
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.fields.choice import ChoiceBox
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.wording.labels import label as word

_RATINGS: Final = tuple(CreditRating)
_COLLATERALS: Final = tuple(Collateral)
_WIDTHS: Final = (220, 120)


class AidChoices(QWidget):
    """Two lists; what is recorded is shown, and cannot be chosen any more.

    Signals:
        changed: Another rating or collateral was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rating = ChoiceBox()
        self.rating.setObjectName("aid_rating")
        self.rating.addItems([word(each) for each in _RATINGS])
        self.collateral = ChoiceBox()
        self.collateral.setObjectName("aid_collateral")
        self.collateral.addItems([word(each) for each in _COLLATERALS])
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.related)
        named = ((self.tr("Notation"), self.rating), (self.tr("Sûreté"), self.collateral))
        for (name, box), width in zip(named, _WIDTHS, strict=True):
            box.setAccessibleName(name)
            box.setFixedWidth(scaled(width))
            box.activated.connect(lambda _index: self.changed.emit())
            line.addWidget(label(name, Level.SOFT))
            line.addWidget(box)
        line.addStretch(1)

    def chosen(self) -> tuple[CreditRating, Collateral]:
        """Return what the lists say."""
        rating = _RATINGS[self.rating.currentIndex()]
        return rating, _COLLATERALS[self.collateral.currentIndex()]

    def show_sheet(self, sheet: AidSheet) -> None:
        """Show what an aid was reckoned with."""
        self.setEnabled(sheet.basis is not None and not sheet.is_recorded)
        if sheet.basis is not None:
            self.rating.setCurrentIndex(_RATINGS.index(sheet.basis.rating))
            self.collateral.setCurrentIndex(_COLLATERALS.index(sheet.basis.collateral))
