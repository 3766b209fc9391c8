"""The presentation of a dossier: what is asked, for what, and what the officer thinks."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget
from typing_extensions import override

from alize_desktop.models.enums import ExpertAdvice
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.ui.committee.facts import every_text, months_text
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.bars import BarChart, BarRow
from alize_desktop.ui.widgets.cards import Card, FigureCard, FigureRow
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.amended import before_text
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.names import counted

_ADVICE = {
    ExpertAdvice.FAVOURABLE: (Role.GOOD, Shape.CHECK),
    ExpertAdvice.FAVOURABLE_WITH_CONDITIONS: (Role.GOOD, Shape.DISC),
    ExpertAdvice.RESERVED: (Role.WAITING, Shape.DISC),
    ExpertAdvice.UNFAVOURABLE: (Role.BAD, Shape.DOWN),
}


class PresentationStep(StepPane):
    """Shows the dossier to those who discuss it.

    Signals:
        recusals_asked: Go on to the recusals.
        deferral_asked: Defer the dossier without a vote.
    """

    recusals_asked = Signal()
    deferral_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = ""
        self._figures = [FigureCard(caption) for caption in self._captions()]
        self._aim = label("", Level.HEADING, wraps=True)
        self._kind = label("", Level.SOFT, wraps=True)
        self._expressed = label("", wraps=True)
        self._diagnosed = label("", wraps=True)
        self._advice = Pill()
        self._officer = label("", Level.SOFT, wraps=True)
        self._note = label("", wraps=True)
        self._financing = BarChart(self.tr("Plan de financement"))
        self._no_financing = label(self.tr("Aucun plan de financement saisi."), Level.SOFT)
        content = QWidget()
        inside = column(content, gap=16)
        self._before = label("", Level.HEADING, wraps=True)
        inside.addWidget(self._before)
        inside.addWidget(FigureRow(self._figures))
        inside.addWidget(self._project())
        inside.addLayout(self._below())
        inside.addStretch(1)
        self._area = scrolled(content)
        whole = column(self)
        whole.addWidget(self._area, 1)
        self.foot = self._make_foot()
        # at the foot of the dossier, the page keys of a presenter's remote go on
        for key, pages in (("PgUp", -1), ("PgDown", 1)):
            self.bind(key, "", partial(self._scroll, pages), when=partial(self._can_scroll, pages))

    @property
    def area(self) -> QScrollArea:
        """Where the dossier scrolls, when it is long."""
        return self._area

    @override
    def title(self) -> str:
        return self._company

    @override
    def show_state(self, state: CommitteeState) -> None:
        if state.current is None:
            return
        sheet = state.current.sheet
        self._company = sheet.company.name
        self._before.setText(before_text(state.current.line))
        show_if(self._before, shown=bool(self._before.text()))
        for figure, (text, note) in zip(self._figures, self._asked(sheet), strict=True):
            figure.set_figure(text, note)
        project = sheet.project
        self._aim.setText(project.aim or self.tr("Projet non décrit"))
        kind = word(project.kind) if project.kind else ""
        self._kind.setText(" · ".join(part for part in (kind, project.purpose) if part))
        self._expressed.setText(project.need_expressed or "—")
        self._diagnosed.setText(project.need_diagnosed or "—")
        self._show_opinion(sheet)
        self._show_financing(sheet)
        self.next_changed.emit()

    @override
    def next_step(self) -> NextStep:
        return NextStep(self.tr("Passer aux déports"))

    @override
    def advance(self) -> None:
        self.recusals_asked.emit()

    def _captions(self) -> tuple[str, ...]:
        return (
            self.tr("Avance demandée"),
            self.tr("Remboursement"),
            self.tr("Compétences"),
            self.tr("Emplois"),
            self.tr("Coût du projet"),
        )

    def _make_foot(self) -> QWidget:
        whole = QWidget()
        line = row(whole)
        made = self.button("J", self.tr("Ajourner sans vote"), self.deferral_asked.emit)
        made.setObjectName("defer_without_ballot")
        line.addWidget(made)
        line.addStretch(1)
        return whole

    def _project(self) -> QWidget:
        card = Card(self.tr("Projet"))
        needs = row(gap=24)
        pairs = (
            (self.tr("Besoin exprimé"), self._expressed),
            (self.tr("Besoin diagnostiqué"), self._diagnosed),
        )
        for caption, value in pairs:
            part = column(gap=2)
            part.addWidget(label(caption, Level.CAPTION))
            part.addWidget(value)
            part.addStretch(1)
            needs.addLayout(part, 1)
        card.body.addWidget(self._aim)
        card.body.addWidget(self._kind)
        card.body.addSpacing(scaled(4))
        card.body.addLayout(needs)
        return card

    def _below(self) -> QHBoxLayout:
        line = row(gap=16)
        money = Card(self.tr("Plan de financement"))
        money.body.addWidget(self._financing)
        money.body.addWidget(self._no_financing)
        money.body.addStretch(1)
        opinion = Card(self.tr("Avis de l’instruction"))
        opinion.body.addWidget(self._advice)
        opinion.body.addWidget(self._officer)
        opinion.body.addWidget(self._note)
        opinion.body.addStretch(1)
        line.addWidget(money, 1)
        line.addWidget(opinion, 1)
        return line

    def _asked(self, sheet: DossierSheet) -> tuple[tuple[str, str], ...]:
        request, jobs, skills = sheet.request, sheet.jobs, sheet.skills
        none = self.tr("aucune")
        deferral = self.tr("dont {months} de différé").format(months=months_text(request.deferral))
        terms = (
            f"{every_text(request.every)}, {deferral}"
            if request.deferral
            else (every_text(request.every))
        )
        kept = counted(jobs.maintained, self.tr("maintenu"))
        if jobs.sustained:
            kept += self.tr(", {count} pérennisés").format(count=jobs.sustained)
        cost = sheet.financing.cost
        return (
            (money_short(request.amount), "") if request.amount else (none, ""),
            (months_text(request.months), terms) if request.amount else ("—", ""),
            (counted(skills.days, self.tr("jour")), skills.category) if skills.days else (none, ""),
            (counted(jobs.created, self.tr("créé")), kept),
            (money_short(cost) if cost is not None else "—", ""),
        )

    def _show_opinion(self, sheet: DossierSheet) -> None:
        opinion = sheet.opinion
        if opinion.advice is None:
            self._advice.set_state(self.tr("Avis non rendu"), Role.NEUTRAL, Shape.RING)
        else:
            self._advice.set_state(word(opinion.advice), *_ADVICE[opinion.advice])
        officer = self.tr("Rapporteur : {name}").format(name=opinion.case_officer)
        self._officer.setText(officer if opinion.case_officer else "")
        self._note.setText(opinion.note)
        self._note.setVisible(bool(opinion.note))

    def _show_financing(self, sheet: DossierSheet) -> None:
        money = sheet.financing
        parts = (
            (self.tr("Fonds propres"), money.equity),
            (self.tr("Prêt bancaire"), money.bank_loan),
            (self.tr("Autres"), money.other_funding),
            (self.tr("Avance demandée"), sheet.request.amount or None),
        )
        rows = [BarRow(text, money_short(sum_), sum_.minor) for text, sum_ in parts if sum_]
        if money.cost is not None:
            cost = money_short(money.cost)
            rows.append(BarRow(self.tr("Coût du projet"), cost, money.cost.minor, is_total=True))
        self._financing.set_rows(rows)
        self._financing.setVisible(bool(rows))
        self._no_financing.setVisible(not rows)

    def _can_scroll(self, pages: int) -> bool:
        bar = self._area.verticalScrollBar()
        return bar.value() != (bar.maximum() if pages > 0 else bar.minimum())

    def _scroll(self, pages: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())
