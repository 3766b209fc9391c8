"""The dialog that says where an aid stands in the national register."""

from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import RegisterStatus
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.state_aid import AidGrant
from alize_desktop.ui.aid.tools import AidTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label

_WIDTH: Final = 640
"""Room for two fields side by side."""


class DeclareDialog(FormDialog):
    """Asks for the status, the reference that the register gave, and its day."""

    def __init__(self, tools: AidTools, grant: AidGrant, parent: QWidget | None = None) -> None:
        words = self.tr("{company}, {amount} le {day}. Identifiant de l’aide\u00a0: {identifier}.")
        super().__init__(
            self.tr("Statut au registre national"),
            self.tr("Enregistrer"),
            parent,
            sentence=words.format(
                company=grant.company,
                amount=money_text(grant.grant_equivalent),
                day=long_date(grant.granted_on),
                identifier=grant.identifier,
            ),
        )
        self._tools = tools
        self._grant = grant
        self.setMinimumWidth(scaled(_WIDTH))
        self.status: ChoiceField[RegisterStatus] = self.form.add(
            ChoiceField(
                self.tr("Statut"), [(each, label(each)) for each in RegisterStatus], empty=None
            )
        )
        self.declared_on = self.form.add(DateField(self.tr("Déclarée le")))
        self.reference = self.form.add(TextField(self.tr("Référence donnée par le registre")))
        self.ask_author(tools.preferences.author(), tools.preferences.remember_author)
        self.status.edited.connect(self._on_status)
        self.status.set_value(grant.status)
        self.reference.set_value(grant.register_reference)
        self.declared_on.set_value(grant.register_on)
        self._on_status(grant.status)

    @override
    def write(self) -> Changes:
        return self._tools.aid.declare(
            self._grant.id,
            self.status.value() or RegisterStatus.TO_DECLARE,
            self.reference.value(),
            self.declared_on.value(),
            self.author_text(),
        )

    def _on_status(self, status: RegisterStatus) -> None:
        """Ask for the day and the reference of what is declared, and of nothing else."""
        is_declared = status is RegisterStatus.DECLARED
        for field in (self.declared_on, self.reference):
            field.set_read_only(read_only=not is_declared)
            field.set_required(required=is_declared)
        if is_declared and self.declared_on.value() is None:
            self.declared_on.set_value(self._tools.today())
        if not is_declared:
            self.declared_on.set_value(None)
            self.reference.set_value("")
