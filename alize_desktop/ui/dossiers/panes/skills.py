"""The pane Compétences: the days of competences that are asked for."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from alize_desktop.ui.dossiers.form import SheetForm
from alize_desktop.ui.dossiers.panes.base import FormPane, Spec
from alize_desktop.ui.widgets.cards import FigureCard
from alize_desktop.ui.widgets.fields.numbers import IntegerField
from alize_desktop.wording.names import counted


class SkillsPane(FormPane):
    """How many days are asked, and in what."""

    def __init__(self, form: SheetForm, parent: QWidget | None = None) -> None:
        super().__init__(form, parent)
        self.asked = FigureCard(self.tr("Jours demandés"))
        row = QHBoxLayout()
        row.addWidget(self.asked, 1)
        row.addStretch(2)
        self.column.addLayout(row)
        days = partial(IntegerField, unit=self.tr("jours"))
        specs = (Spec("skills.days", days, blank=0), Spec("skills.category"))
        self.add_card(self.tr("Prêt de compétences"), self.fields_of(specs))
        self.column.addStretch(1)
        form.loaded.connect(self.refresh)
        form.field_changed.connect(self.refresh)
        self.refresh()

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
