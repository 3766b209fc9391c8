"""What the pane Décision shows of a decision that was taken over from the past."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.models.enums import DecisionOutcome, DossierState
from alize_desktop.models.records.dossiers import DossierDetail
from alize_desktop.models.records.history import HistoryRecord
from alize_desktop.ui.dossiers.marks import past_pill, state_dress
from alize_desktop.ui.dossiers.panes.base import titled_card
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.cards import FigureCard, FigureRow
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.history import history_days, history_sentences
from alize_desktop.wording.labels import label as word_of


class PastView(QWidget):
    """How a dossier ended before the registry was kept.

    Args:
        detail: A dossier with a history.
        history: Its end.
        parent: Parent widget.

    Signals:
        reopen_requested: The dossier, which the past had deferred, is to be appraised again.
    """

    reopen_requested = Signal()

    def __init__(
        self, detail: DossierDetail, history: HistoryRecord, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.group)
        outcome = history.sheet.outcome
        pills = QHBoxLayout()
        pills.setSpacing(SPACE.related)
        pills.addWidget(Pill(word_of(outcome), *state_dress(DossierState.DECIDED, outcome)))
        pills.addWidget(past_pill())
        pills.addStretch(1)
        column.addLayout(pills)
        figures = list(self._figures(history))
        if figures:
            column.addWidget(FigureRow(figures))
        text = label("\n\n".join(history_sentences(history)), wraps=True)
        column.addWidget(titled_card(self.tr("Ce que le passé en dit"), text))
        self.reopen = KeyButton(self.tr("Remettre en instruction"))
        self.reopen.clicked.connect(self.reopen_requested)
        self.reopen.setVisible(may_reopen(detail))
        if may_reopen(detail):
            why = self.tr(
                "Ce dossier avait été ajourné. Remis en instruction, il pourra être décidé ici par le comité."
            )
            column.addWidget(label(why, Level.SOFT, wraps=True))
        column.addWidget(self.reopen, alignment=Qt.AlignmentFlag.AlignLeft)

    def _figures(self, history: HistoryRecord) -> Iterator[FigureCard]:
        sheet = history.sheet
        if sheet.amount:
            yield FigureCard(self.tr("Avance accordée"), money_short(sheet.amount))
        if sheet.days_done:
            done = history_days(sheet.days_done)
            yield FigureCard(self.tr("Jours réalisés"), done, sheet.partner)
        if sheet.jobs_created is not None:
            yield FigureCard(self.tr("Emplois constatés"), str(sheet.jobs_created))


def may_reopen(detail: DossierDetail) -> bool:
    """Return whether a dossier that the past had deferred still waits to be appraised again."""
    past = detail.history
    is_deferred = past is not None and past.sheet.outcome is DecisionOutcome.DEFERRED
    return is_deferred and detail.decision is None and detail.state is DossierState.DECIDED
