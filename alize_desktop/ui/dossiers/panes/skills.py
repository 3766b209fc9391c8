"""The pane Compétences: the days of competences that are asked for."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.records.dossiers import DossierDetail
from alize_desktop.models.records.partners import SkillCategory
from alize_desktop.rules.skill_categories import proposed_names
from alize_desktop.ui.dossiers.form import SheetForm
from alize_desktop.ui.dossiers.panes.base import FormPane, Spec
from alize_desktop.ui.widgets.cards import FigureCard
from alize_desktop.ui.widgets.fields.numbers import IntegerField
from alize_desktop.ui.widgets.fields.suggest import SuggestField
from alize_desktop.wording.names import counted


class SkillsPane(FormPane):
    """How many days are asked, and in what.

    Args:
        form: Sheet under edition.
        categories: Gives the categories of competences, which are proposed.
        parent: Parent widget.
    """

    def __init__(
        self,
        form: SheetForm,
        categories: Callable[[], Sequence[SkillCategory]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(form, parent)
        self._categories = categories
        self.category: SuggestField | None = None
        self.asked = FigureCard(self.tr("Jours demandés"))
        row = QHBoxLayout()
        row.addWidget(self.asked, 1)
        row.addStretch(2)
        self.column.addLayout(row)
        days = partial(IntegerField, unit=self.tr("jours"))
        specs = (Spec("skills.days", days, blank=0), Spec("skills.category", self._make_category))
        self.add_card(self.tr("Prêt de compétences"), self.fields_of(specs))
        self.column.addStretch(1)
        form.loaded.connect(self.refresh)
        form.field_changed.connect(self.refresh)
        self.refresh()

    @override
    def show_detail(self, detail: DossierDetail | None) -> None:
        if self.category is not None:
            self.category.set_suggestions(proposed_names(self._categories()))

    @Slot()
    def refresh(self, *_path: str) -> None:
        """Show the days of the sheet under edition."""
        sheet = self.form.sheet
        if sheet is None:
            return
        days, category = sheet.skills.days, sheet.skills.category
        if days:
            self.asked.set_figure(counted(days, "jour"), category)
        else:
            self.asked.set_figure("—", self.tr("aucune compétence demandée"))

    def _make_category(self, text: str) -> SuggestField:
        hint = self.tr("Flèche vers le bas\u00a0: les catégories du programme.")
        self.category = SuggestField(text, hint=hint)
        return self.category
