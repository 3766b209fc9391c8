"""The pane Projet: what the company wants, in one look."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.enums import ProjectKind
from alize_desktop.ui.dossiers.choices import choices
from alize_desktop.ui.dossiers.form import SheetForm
from alize_desktop.ui.dossiers.panes.base import FormPane, Spec, titled_card
from alize_desktop.ui.dossiers.panes.figures import RequestFigures
from alize_desktop.ui.dossiers.panes.plan_card import PlanBars
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.text import LongTextField

_SIDE_BY_SIDE_FROM = 720
_LONG = partial(LongTextField, lines=2)
_SPECS = (
    Spec("project.aim", _LONG, wide=True),
    Spec("project.kind", partial(ChoiceField, choices=choices(ProjectKind))),
    Spec("project.purpose"),
    Spec("project.need_expressed", _LONG, wide=True),
    Spec("project.need_diagnosed", _LONG, wide=True),
)


class ProjectPane(FormPane):
    """The figures of the request, the project in words, the financing plan."""

    def __init__(self, form: SheetForm, parent: QWidget | None = None) -> None:
        super().__init__(form, parent)
        self.figures = RequestFigures(form)
        self.plan = PlanBars(form)
        self.column.addWidget(self.figures)
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(SPACE.group)
        self._cards.addWidget(titled_card(self.tr("Le projet"), self.fields_of(_SPECS)), 3)
        self._cards.addWidget(titled_card(self.tr("Plan de financement"), self.plan), 2)
        self.column.addLayout(self._cards)
        self.column.addStretch(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side_by_side = event.size().width() >= scaled(_SIDE_BY_SIDE_FROM)
        ways = QBoxLayout.Direction
        self._cards.setDirection(ways.LeftToRight if side_by_side else ways.TopToBottom)
