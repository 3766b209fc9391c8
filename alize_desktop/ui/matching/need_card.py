"""What a dossier needs: both needs in words, and the competence that partners are ranked for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.matching import MatchNeed
from alize_desktop.models.records.partners import SkillCategory
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.matches import need_text


class MatchNeedCard(Card):
    """Shows the need; another competence may be tried, which writes nothing.

    Signals:
        category_chosen: Partners are to be ranked for another competence.
    """

    category_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Besoin de compétences"), parent)
        self.setObjectName("matching_need")
        self._expressed = label("", wraps=True)
        self._diagnosed = label("", wraps=True)
        self._told = label("", Level.STRONG, wraps=True)
        self._told.setObjectName("matching_told")
        self.category: ChoiceField[str] = ChoiceField(
            self.tr("Classer les partenaires pour"),
            (),
            empty=self.tr("ce que dit le dossier"),
            hint=self.tr("Une autre compétence s’essaie ici sans rien changer au dossier."),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.card)
        grid.setVerticalSpacing(SPACE.tight)
        named = (
            (self.tr("Exprimé par l’entreprise"), self._expressed),
            (self.tr("Trouvé par l’instruction"), self._diagnosed),
        )
        for column, (name, text) in enumerate(named):
            grid.setColumnStretch(column, 1)
            grid.addWidget(label(name, Level.CAPTION), 0, column)
            grid.addWidget(text, 1, column)
        self.body.addLayout(grid)
        self.body.addWidget(self._told)
        self.body.addWidget(self.category)
        self.category.edited.connect(lambda *_: self.category_chosen.emit())

    def show_sheet(self, sheet: DossierSheet, categories: Sequence[SkillCategory]) -> None:
        """Show what another dossier says, and which competences may be tried."""
        unsaid = self.tr("non écrit")
        self._expressed.setText(sheet.project.need_expressed.strip() or unsaid)
        self._diagnosed.setText(sheet.project.need_diagnosed.strip() or unsaid)
        self.category.set_choices(
            [(each.name, each.name) for each in categories if each.is_offered]
        )

    def show_need(self, need: MatchNeed | None, number: str) -> None:
        """Show what partners are ranked for; nothing while it is not known."""
        self._told.setText(need_text(need, number) if need else "")
        show_if(self._told, shown=need is not None)

    def chosen(self) -> str:
        """Return the competence that is tried, empty for that of the dossier."""
        return self.category.value() or ""
