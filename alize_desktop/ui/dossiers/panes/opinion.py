"""The pane Avis: what the case officer thinks of the dossier."""

from functools import partial

from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import ExpertAdvice
from alize_desktop.ui.dossiers.choices import choices
from alize_desktop.ui.dossiers.form import SheetForm
from alize_desktop.ui.dossiers.panes.base import FormPane, Spec
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.text import LongTextField

_SPECS = (
    Spec("opinion.case_officer"),
    Spec("opinion.advice", partial(ChoiceField, choices=choices(ExpertAdvice))),
    Spec("opinion.note", partial(LongTextField, lines=8), wide=True),
)


class OpinionPane(FormPane):
    """Who appraised the dossier, the opinion, and why."""

    def __init__(self, form: SheetForm, parent: QWidget | None = None) -> None:
        super().__init__(form, parent)
        self.add_card(self.tr("Avis de l’instruction"), self.fields_of(_SPECS))
        self.column.addStretch(1)
