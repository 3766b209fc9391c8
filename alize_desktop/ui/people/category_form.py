"""The dialog of one category of competences."""

from dataclasses import replace
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.partners import SkillCategory
from alize_desktop.ui.people.partner_tools import PartnerTools
from alize_desktop.ui.widgets.fields.choice import CheckField
from alize_desktop.ui.widgets.fields.text import LongTextField, TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog

_NEW: Final = SkillCategory(UUID(int=0), "", 0)
"""A category that is not written yet; its identifier and its place are not read."""


class CategoryDialog(FormDialog):
    """Asks the name of a category, its other names, and whether it is still proposed.

    Args:
        tools: Writes the category.
        category: As it stands; None for a new one.
        parent: Window that it is asked from.
    """

    def __init__(
        self, tools: PartnerTools, category: SkillCategory | None, parent: QWidget | None = None
    ) -> None:
        title = self.tr("Ajouter une catégorie")
        super().__init__(
            title if category is None else self.tr("Modifier la catégorie"),
            self.tr("Enregistrer"),
            parent,
            sentence=self.tr(
                "Ce qui est écrit sous un ancien nom, ou sous un autre nom, est toujours de cette "
                "catégorie."
            ),
        )
        self._tools = tools
        self._read = category
        self._before = category or _NEW
        self.name = self.form.add(TextField(self.tr("Nom"), required=True), wide=True)
        self.aliases = self.form.add(
            LongTextField(self.tr("Autres noms"), lines=3, hint=self.tr("Un par ligne.")), wide=True
        )
        self.is_offered = self.form.add(
            CheckField(
                self.tr("Proposée"),
                hint=self.tr(
                    "Sinon, elle ne se choisit plus\u00a0; les dossiers qui l’ont la gardent."
                ),
            ),
            wide=True,
        )
        self.name.set_value(self._before.name)
        self.aliases.set_value("\n".join(self._before.aliases))
        self.is_offered.set_value(self._before.is_offered)

    @override
    def write(self) -> Changes:
        lines = (each.strip() for each in self.aliases.value().splitlines())
        category = replace(
            self._before,
            name=self.name.value(),
            aliases=tuple(each for each in lines if each),
            is_offered=bool(self.is_offered.value()),
        )
        return self._tools.partners.save_category(self._read, category)
