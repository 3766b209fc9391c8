"""The pane Emplois: what the project promises."""

from functools import partial

from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import JobContract
from alize_desktop.ui.dossiers.choices import choices
from alize_desktop.ui.dossiers.form import SheetForm
from alize_desktop.ui.dossiers.panes.base import FormPane, Spec
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.numbers import IntegerField


class JobsPane(FormPane):
    """Jobs created, maintained and sustained, and their contract."""

    def __init__(self, form: SheetForm, parent: QWidget | None = None) -> None:
        super().__init__(form, parent)
        self.add_card(self.tr("Emplois du projet"), self.fields_of(self._specs()))
        self.column.addStretch(1)

    def _specs(self) -> tuple[Spec, ...]:
        hints = {
            "jobs.created": self.tr("En plus de l’effectif au dépôt."),
            "jobs.maintained": self.tr("Dans l’effectif, et menacés."),
            "jobs.sustained": self.tr("Rendus durables, lors d’une reprise."),
        }
        counts = tuple(
            Spec(path, partial(IntegerField, hint=hint), blank=0) for path, hint in hints.items()
        )
        contract = partial(ChoiceField, choices=choices(JobContract))
        return (*counts, Spec("jobs.contract", contract))
