"""The pane Financement: the cost, who pays, and the advance asked for."""

from functools import partial

from PySide6.QtWidgets import QWidget

from alize_desktop.models.values import ZERO
from alize_desktop.rules.dossier_checks import LONGEST_REQUEST, PERIODS
from alize_desktop.ui.dossiers.form import SheetForm
from alize_desktop.ui.dossiers.panes.base import FormPane, Spec
from alize_desktop.ui.dossiers.panes.figures import RequestFigures
from alize_desktop.ui.dossiers.panes.plan_card import PlanBars
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.numbers import IntegerField, MoneyField
from alize_desktop.wording.decisions import period_text

_RESOURCES = (
    Spec("financing.cost", MoneyField),
    Spec("financing.equity", MoneyField),
    Spec("financing.bank_loan", MoneyField),
    Spec("financing.other_funding", MoneyField),
)


class FinancingPane(FormPane):
    """The financing plan and the terms of the advance."""

    def __init__(self, form: SheetForm, parent: QWidget | None = None) -> None:
        super().__init__(form, parent)
        self.figures = RequestFigures(form)
        self.plan = PlanBars(form)
        self.column.addWidget(self.figures)
        self.add_card(self.tr("Plan de financement"), self.plan)
        self.add_card(self.tr("Coût et ressources"), self.fields_of(_RESOURCES))
        self.add_card(self.tr("Avance demandée"), self.fields_of(self._request()))
        past = partial(MoneyField, hint=self.tr("Sur les trois dernières années."))
        specs = (Spec("financing.past_de_minimis", past, blank=ZERO),)
        self.add_card(self.tr("Aides déjà reçues"), self.fields_of(specs))
        self.column.addStretch(1)

    def _request(self) -> tuple[Spec, ...]:
        months = self.tr("mois")
        whole = partial(IntegerField, smallest=1, largest=LONGEST_REQUEST, unit=months)
        periods = [(each, period_text(each)) for each in PERIODS]
        none = self.tr("Zéro quand aucune avance n’est demandée.")
        return (
            Spec("request.amount", partial(MoneyField, hint=none), blank=ZERO),
            Spec("request.every", partial(ChoiceField, choices=periods, empty=None)),
            Spec("request.months", partial(whole, required=True)),
            Spec("request.deferral", partial(whole, smallest=0), blank=0),
        )
