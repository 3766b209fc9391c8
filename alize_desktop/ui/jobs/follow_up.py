"""The follow-up of the jobs of a dossier that was retained: figures, milestones, lists."""

from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.jobs import JobObservation, JobOpening, JobsDetail
from alize_desktop.rules.jobs import is_told_by_the_past
from alize_desktop.ui.jobs.columns import Line, observation_model, opening_model, promise_model
from alize_desktop.ui.jobs.deeds import JobDeeds
from alize_desktop.ui.jobs.missed_bar import MissedBar
from alize_desktop.ui.jobs.summary import JobsSummary
from alize_desktop.ui.jobs.timeline import Timeline
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.list_card import ListCard
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.job_words import past_text

_UNNAMED: Final = ""


class JobsFollowUp(QWidget):
    """Shows the jobs of a dossier; what is pressed is done by ``JobDeeds``.

    Args:
        deeds: Opens the dialogs.
        parent: Parent widget.
    """

    def __init__(self, deeds: JobDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._detail: JobsDetail | None = None
        self._names: dict[UUID, str] = {}
        self.summary = JobsSummary()
        self.timeline = Timeline()
        self.missed = MissedBar()
        self._waiting = label("", Level.SOFT, wraps=True)
        self._waiting.setObjectName("jobs_waiting")
        self.promises = self._promises()
        self.observations = self._observations()
        self.openings = self._openings()
        self._lay_out()
        self._connect()

    def show_jobs(self, detail: JobsDetail, names: dict[UUID, str]) -> None:
        """Show the jobs of another dossier.

        Args:
            detail: The jobs, of a dossier that was retained.
            names: Of supporting documents and of partner companies.
        """
        self._detail, self._names = detail, names
        self.summary.show_jobs(detail)
        self.missed.show_jobs(detail)
        self._show_milestones(detail)
        self.promises.show_rows([Line(*each) for each in enumerate(detail.promises)])
        self.observations.show_rows(detail.observations)
        self.openings.show_rows(detail.openings)
        self._enable()

    def _show_milestones(self, detail: JobsDetail) -> None:
        """Show the milestones; those that one line of the past judged are told once."""
        stones = [each for each in detail.milestones if not is_told_by_the_past(each)]
        self.timeline.show_milestones(detail.released_on, stones)
        told = past_text(detail.milestones)
        show_if(self.timeline, shown=bool(stones))
        show_if(self._waiting, shown=bool(told) or not stones)
        self._waiting.setText(told or self._why_none(detail))

    def _lay_out(self) -> None:
        stones = Card(self.tr("Jalons"))
        stones.body.addWidget(self.timeline)
        stones.body.addWidget(self._waiting)
        stones.body.addWidget(self.missed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.card)
        for each in (self.summary, stones, self.promises, self.observations, self.openings):
            column.addWidget(each)

    def _promises(self) -> ListCard[Line]:
        nothing = self.tr(
            "Aucune ligne\u00a0: la décision du comité vaut promesse. Détaillez-la par contrat et "
            "par date si l’entreprise s’y est engagée."
        )
        card = ListCard(self.tr("Emplois promis"), promise_model(), nothing, ("fte",))
        self.add_line = card.add_button(self.tr("Ajouter une promesse…"), "jobs_add_line")
        self.edit_line = card.add_button(self.tr("Modifier…"), "jobs_edit_line")
        self.remove_line = card.add_button(self.tr("Retirer…"), "jobs_remove_line")
        return card

    def _observations(self) -> ListCard[JobObservation]:
        nothing = self.tr(
            "Rien n’a encore été constaté. À chaque jalon, demandez un extrait de DSN ou du "
            "registre du personnel, puis constatez."
        )
        model = observation_model(self._name_of)
        card = ListCard(self.tr("Constats"), model, nothing, ("headcount", "evidence"))
        self.observe = card.add_button(self.tr("Constater…"), "jobs_observe")
        self.reverse = card.add_button(self.tr("Annuler ce constat…"), "jobs_reverse")
        return card

    def _openings(self) -> ListCard[JobOpening]:
        nothing = self.tr(
            "Aucun emploi n’est proposé aux salariés en reclassement des partenaires."
        )
        model = opening_model(self._partner_of)
        title = self.tr("Emplois proposés aux partenaires")
        card = ListCard(title, model, nothing, ("persons",))
        self.add_opening = card.add_button(self.tr("Proposer un emploi…"), "jobs_add_opening")
        self.edit_opening = card.add_button(self.tr("Modifier…"), "jobs_edit_opening")
        self.remove_opening = card.add_button(self.tr("Retirer…"), "jobs_remove_opening")
        return card

    def _connect(self) -> None:
        self.timeline.milestone_asked.connect(self._on_observe)
        self.observe.clicked.connect(lambda *_: self._on_observe(self.timeline.timely()))
        self.reverse.clicked.connect(lambda *_: self._on_reverse())
        self.observations.table.row_opened.connect(lambda _key: self._on_reverse())
        self.observations.table.row_chosen.connect(lambda _key: self._enable())
        self.missed.asked.connect(self._on_missed)
        self.add_line.clicked.connect(lambda *_: self._on_line(is_new=True))
        self.edit_line.clicked.connect(lambda *_: self._on_line())
        self.promises.table.row_opened.connect(lambda _key: self._on_line())
        self.remove_line.clicked.connect(lambda *_: self._on_remove_line())
        self.edit_opening.clicked.connect(lambda *_: self._on_opening())
        self.openings.table.row_opened.connect(lambda _key: self._on_opening())
        self.remove_opening.clicked.connect(lambda *_: self._on_remove_opening())

    def _enable(self) -> None:
        """Allow only what can be done to what is chosen."""
        chosen = self.observations.chosen()
        self.reverse.setEnabled(chosen is not None and not chosen.is_reversed)
        for button in (self.edit_line, self.remove_line):
            button.setEnabled(self.promises.chosen() is not None)
        for button in (self.edit_opening, self.remove_opening):
            button.setEnabled(self.openings.chosen() is not None)

    def _why_none(self, detail: JobsDetail) -> str:
        if detail.released_on is None:
            return self.tr(
                "Les jalons partiront du premier versement ou, sans lui, du premier jour de mission fait."
            )
        return self.tr("Les règles du suivi ne donnent aucun jalon.")

    def _name_of(self, key: UUID | None) -> str:
        return self._names.get(key, _UNNAMED) if key else _UNNAMED

    def _partner_of(self, key: UUID | None) -> str:
        return self._name_of(key) or self.tr("tous les partenaires")

    def _on_observe(self, months: object) -> None:
        if self._detail is not None:
            self._deeds.observe(self._detail, months if isinstance(months, int) else None)

    def _on_reverse(self) -> None:
        chosen = self.observations.chosen()
        if chosen is not None and not chosen.is_reversed:
            self._deeds.reverse(chosen)

    def _on_missed(self, what: str) -> None:
        if self._detail is not None:
            self._deeds.answer_missed(what, self._detail)

    def _on_line(self, *, is_new: bool = False) -> None:
        chosen = self.promises.chosen()
        if self._detail is not None and (is_new or chosen is not None):
            rank = None if is_new or chosen is None else chosen.rank
            self._deeds.edit_promise(self._detail, rank)

    def _on_remove_line(self) -> None:
        chosen = self.promises.chosen()
        if self._detail is not None and chosen is not None:
            self._deeds.remove_promise(self._detail, chosen.rank)

    def _on_opening(self) -> None:
        chosen = self.openings.chosen()
        if chosen is not None:
            self._deeds.edit_opening(chosen)

    def _on_remove_opening(self) -> None:
        chosen = self.openings.chosen()
        if chosen is not None:
            self._deeds.remove_opening(chosen)
