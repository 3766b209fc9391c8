"""Four figures: the reference headcount, what is promised, what was seen, the rate."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.jobs import JobsDetail
from alize_desktop.rules.jobs import counts_of, promised
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.cards import FigureCard, FigureRow
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.dates import long_date, short_date
from alize_desktop.wording.job_words import (
    difference_text,
    fte_text,
    growth_text,
    promised_text,
    rate_text,
    seen_text,
)


class JobsSummary(QWidget):
    """The figures of a dossier, with what does not fit together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reference = FigureCard(self.tr("Effectif de référence"))
        self.promised = FigureCard(self.tr("Emplois à créer"))
        self.seen = FigureCard(self.tr("Créés, constatés"))
        self.rate = FigureCard(self.tr("Taux de réalisation"))
        self.warning = label("", Level.STRONG, wraps=True, role=Role.WAITING)
        self.warning.setObjectName("jobs_warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.related)
        column.addWidget(FigureRow((self.reference, self.promised, self.seen, self.rate)))
        column.addWidget(self.warning)

    def show_jobs(self, detail: JobsDetail) -> None:
        """Show the figures of another dossier."""
        facts = detail.facts
        reference = self.tr("inconnu") if detail.reference is None else fte_text(detail.reference)
        self.reference.set_figure(reference, self.tr("au dépôt"))
        if facts is None:
            return
        asked = promised(facts)
        day = (
            self.tr("d’ici le {day}").format(day=short_date(facts.jobs_by)) if facts.jobs_by else ""
        )
        self.promised.set_figure(str(asked.created), day or promised_text(asked))
        last = facts.observations[-1] if facts.observations else None
        if last is None:
            self.seen.set_figure("—", self.tr("rien n’est constaté"))
        else:
            told = seen_text(counts_of(last.draft))
            when = long_date(last.draft.observed_on)
            words = self.tr("{told}, le {day}").format(told=told, day=when)
            self.seen.set_figure(str(last.draft.created), words)
        self.rate.set_figure(rate_text(detail.realisation), self.tr("créés sur promis"))
        growth = growth_text(last.draft, detail.reference) if last else ""
        found = (difference_text(facts), growth)
        self.warning.setText("\n".join(f"●\u00a0{each}" for each in found if each))
        show_if(self.warning, shown=bool(self.warning.text()))
