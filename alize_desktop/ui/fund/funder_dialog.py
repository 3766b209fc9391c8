"""The dialog that adds a funder, or corrects one."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.fund import Funder
from alize_desktop.ui.fund.tools import FundTools
from alize_desktop.ui.widgets.fields.choice import CheckField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog


class FunderDialog(FormDialog):
    """Asks for a name, and whether the money is public.

    Args:
        tools: Writes the funder.
        funder: The one to correct; None for a new one.
        parent: Window it is asked from.
    """

    def __init__(
        self, tools: FundTools, funder: Funder | None, parent: QWidget | None = None
    ) -> None:
        title = self.tr("Modifier le financeur") if funder else self.tr("Ajouter un financeur")
        super().__init__(title, self.tr("Enregistrer"), parent)
        self._tools = tools
        self._funder = funder
        self.name = self.form.add(TextField(self.tr("Nom"), required=True), wide=True)
        self.is_public = self.form.add(
            CheckField(
                self.tr("Argent public"),
                hint=self.tr("État, collectivité, établissement public. Sinon, argent privé."),
            ),
            wide=True,
        )
        self.note = self.form.add(TextField(self.tr("Remarque")), wide=True)
        if funder is not None:
            self.name.set_value(funder.name)
            self.is_public.set_value(funder.is_public)
            self.note.set_value(funder.note)

    @override
    def write(self) -> Changes:
        return self._tools.fund.save_funder(
            self._funder,
            self.name.value(),
            is_public=self.is_public.value(),
            note=self.note.value(),
        )
