"""The pane Entreprise: who files, where it is, whom to call."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import Civility, Sector
from alize_desktop.ui.dossiers.choices import choices
from alize_desktop.ui.dossiers.form import SheetForm
from alize_desktop.ui.dossiers.panes.base import FormPane, Spec
from alize_desktop.ui.dossiers.reading import compact, spaced
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.numbers import DecimalField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import label

_CONTACT = (
    Spec("company.postcode"),
    Spec("company.town"),
    Spec("company.manager_civility", partial(ChoiceField, choices=choices(Civility))),
    Spec("company.manager_name"),
    Spec("company.email"),
    Spec("company.phone"),
)
_FINANCE = (Spec("company.bank"), Spec("company.accountant"))
_FILING = (Spec("filed_on", partial(DateField, required=True)), Spec("basin"))


class CompanyPane(FormPane):
    """Fields of the company, and the day the dossier was filed."""

    def __init__(self, form: SheetForm, parent: QWidget | None = None) -> None:
        super().__init__(form, parent)
        self.add_card(self.tr("Identité"), self.fields_of(self._identity()))
        self.add_card(self.tr("Adresse et dirigeant"), self.fields_of(_CONTACT))
        self.add_card(self.tr("Banque et comptabilité"), self.fields_of(_FINANCE))
        self.add_card(self.tr("Dépôt du dossier"), self.fields_of(_FILING))
        self._extra = label("", wraps=True)
        self._extra_card = self.add_card(self.tr("Autres colonnes du classeur"), self._extra)
        self.column.addStretch(1)
        form.loaded.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the columns of the workbook that no field knows."""
        extra = self.form.sheet.extra if self.form.sheet else ()
        pair = self.tr("{header} : {text}")
        lines = [pair.format(header=header, text=text) for header, text in extra]
        self._extra.setText("\n".join(lines))
        self._extra_card.setVisible(bool(lines))

    def _identity(self) -> tuple[Spec, ...]:
        digits = partial(TextField, read=compact, show=spaced)
        return (
            Spec("company.name", partial(TextField, required=True), wide=True),
            Spec("company.siren", partial(digits, required=True)),
            Spec("company.siret", digits),
            Spec("company.legal_form"),
            Spec("company.founded_on", DateField),
            Spec("company.naf_code"),
            Spec("company.sector", partial(ChoiceField, choices=choices(Sector))),
            Spec("company.headcount", partial(DecimalField, unit=self.tr("ETP"))),
        )
