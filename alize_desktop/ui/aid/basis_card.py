"""How a grant equivalent was reckoned, a name and a value a line."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from alize_desktop.models.records.state_aid import AidSheet
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.aid_sheets import basis_rows
from alize_desktop.wording.fund_figures import public_remark

_NAMES = 150


class BasisCard(Card):
    """Day, rates with their source, method, public part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Comment l’équivalent est calculé"), parent)
        self._content = QWidget()
        self.body.addWidget(self._content)
        self.remark = label("", Level.SMALL, wraps=True, role=Role.WAITING)
        self.remark.setObjectName("aid_public_remark")
        self.body.addWidget(self.remark)

    def show_sheet(self, sheet: AidSheet, public: Decimal | None = None) -> None:
        """Show what the aid of another dossier was reckoned with.

        Args:
            sheet: Of the dossier.
            public: Part of the fund that its funders say is public, when they are known.
        """
        told = public_remark(public, sheet.basis.public_percent) if sheet.basis else ""
        self.remark.setText(f"● {told}" if told else "")
        show_if(self.remark, shown=bool(told))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.card)
        grid.setVerticalSpacing(SPACE.related)
        grid.setColumnMinimumWidth(0, scaled(_NAMES))
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(basis_rows(sheet)):
            grid.addWidget(label(name, Level.SOFT), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(value, wraps=True), row, 1)
        self.body.removeWidget(self._content)
        self._content.deleteLater()
        self._content = QWidget()
        self._content.setLayout(grid)
        self.body.insertWidget(self.body.indexOf(self.remark), self._content)
