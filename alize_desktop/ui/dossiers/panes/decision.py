"""The pane Décision: what the committee decided. Read only."""

from collections.abc import Iterator
from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.decisions import Condition, Decision
from alize_desktop.models.records.dossiers import DossierDetail
from alize_desktop.models.records.history import HistoryRecord
from alize_desktop.ui.dossiers.marks import state_dress
from alize_desktop.ui.dossiers.panes.base import Pane, titled_card
from alize_desktop.ui.dossiers.panes.past import PastView
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.cards import FigureCard, FigureRow
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.decisions import decision_sentence
from alize_desktop.wording.history import history_sentences
from alize_desktop.wording.labels import label as word_of
from alize_desktop.wording.names import counted


class DecisionPane(Pane):
    """The decision in a sentence, its figures, its conditions, its grounds.

    Args:
        zone: Time zone that the day of the decision is shown in.
        parent: Parent widget.

    Signals:
        reopen_requested: The dossier, which the past had deferred, is to be appraised again.
    """

    reopen_requested = Signal()

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._shown: QWidget | None = None
        self.past: PastView | None = None

    @override
    def show_detail(self, detail: DossierDetail | None) -> None:
        if self._shown is not None:
            self.column.removeWidget(self._shown)
            self._shown.hide()  # it lives until the next turn of the loop
            self._shown.deleteLater()
        self._shown = self._content(detail)
        self.column.addWidget(self._shown, 1)

    def sentences(self, decision: Decision) -> tuple[str, ...]:
        """Return what is written of a decision, a sentence each."""
        day = long_date(decision.decided_at.astimezone(self._zone).date())
        taken = self.tr("Décision {number}, prise le {day} à la séance {meeting}.")
        amended = self.tr("Décision modificative de la décision {number}.")
        sentences = (
            amended.format(number=decision.amends) if decision.amends else "",
            taken.format(number=decision.number, day=day, meeting=decision.meeting_number),
            decision_sentence(
                decision.draft, decision.partner, included=decision.deferral_included
            ),
            decision.sentence,
        )
        return tuple(each for each in sentences if each)

    def _content(self, detail: DossierDetail | None) -> QWidget:
        """Return what is shown: the decision, or else how the past ended, or neither yet."""
        self.past = None
        past = detail.history if detail else None
        if detail is not None and detail.decision is not None:
            return self._decision(detail.decision, past)
        if detail is not None and past is not None:
            self.past = PastView(detail, past)
            self.past.reopen_requested.connect(self.reopen_requested)
            return _at_the_top(self.past)
        return EmptyState(self.tr("Le comité n’a pas encore décidé. Sa décision viendra ici."))

    def _decision(self, decision: Decision, past: HistoryRecord | None) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.group)
        outcome = decision.draft.outcome
        pill = Pill(word_of(outcome), *state_dress(DossierState.DECIDED, outcome))
        column.addWidget(pill)
        figures = list(self._figures(decision))
        if figures:
            column.addWidget(FigureRow(figures))
        text = "\n\n".join(self.sentences(decision))
        column.addWidget(titled_card(self.tr("Ce qui a été décidé"), label(text, wraps=True)))
        for title, lines in self._lists(decision):
            body = label("\n".join(lines), Level.BODY, wraps=True)
            column.addWidget(titled_card(title, body))
        if past is not None:
            before = label("\n\n".join(history_sentences(past)), Level.BODY, wraps=True)
            column.addWidget(titled_card(self.tr("Auparavant"), before))
        column.addStretch(1)
        return whole

    def _figures(self, decision: Decision) -> Iterator[FigureCard]:
        draft = decision.draft
        if draft.amount:
            inside = self.tr("{months} mois dont {deferral} de différé")
            after = self.tr("{months} mois plus {deferral} de différé")
            terms = (inside if decision.deferral_included else after).format(
                months=draft.months, deferral=draft.deferral
            )
            yield FigureCard(self.tr("Avance accordée"), money_short(draft.amount), terms)
        if draft.days:
            days = counted(draft.days, "jour")
            yield FigureCard(self.tr("Compétences"), days, decision.partner or draft.skill_category)
        if draft.jobs_created:
            by = (
                self.tr("d’ici le {day}").format(day=long_date(draft.jobs_by))
                if draft.jobs_by
                else ""
            )
            yield FigureCard(self.tr("Emplois à créer"), str(draft.jobs_created), by)

    def _lists(self, decision: Decision) -> Iterator[tuple[str, list[str]]]:
        draft = decision.draft
        if draft.conditions:
            yield self.tr("Conditions"), [self._condition(each) for each in draft.conditions]
        if draft.grounds:
            yield self.tr("Motifs"), [draft.grounds]
        if draft.documents_asked:
            yield self.tr("Pièces demandées"), [draft.documents_asked]

    def _condition(self, condition: Condition) -> str:
        kind = word_of(condition.kind)
        if condition.due_on is None:
            return self.tr("• {text} ({kind})").format(text=condition.text, kind=kind)
        return self.tr("• {text} ({kind}, avant le {day})").format(
            text=condition.text, kind=kind, day=long_date(condition.due_on)
        )


def _at_the_top(view: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(view)
    column.addStretch(1)
    return whole
