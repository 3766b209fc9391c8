"""The right zone: the room, the private note, the timer, then what helps the step."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.ui.committee.facts import every_text, months_text
from alize_desktop.ui.committee.layouts import clear, column, row
from alize_desktop.ui.committee.notes import NoteCard
from alize_desktop.ui.committee.occasion import is_written
from alize_desktop.ui.committee.plan import ITEM_STEPS, Step
from alize_desktop.ui.committee.room_card import RoomCard
from alize_desktop.ui.committee.roster import Roster
from alize_desktop.ui.committee.timer import TimerCard
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import time_text
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.names import counted


class SideZone(QFrame):
    """Shows what helps the step, and is never empty.

    Attributes:
        room: What the room sees, and what is asked of it.
        note: Private note of the dossier.
        timer: Timer of the dossier.
    """

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """Time with ``now``."""
        super().__init__(parent)
        self.setProperty("ground", Ground.RAISED.value)
        self.setObjectName("side_zone")
        self._now = now
        self.room = RoomCard()
        self.note = NoteCard()
        self.timer = TimerCard(now)
        self._shown: DossierSheet | None = None
        self._title = label("", Level.CAPTION)
        self._roster = Roster()
        self._figures = QWidget()
        self._lines = column(self._figures, gap=2)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(self._roster))
        self._stack.addWidget(scrolled(self._figures))
        edge = frame(Ground.LINE)
        edge.setFixedWidth(1)
        inside = column(gap=10, margin=16)
        for each in (self.room, self.note, self.timer, self._title):
            inside.addWidget(each)
        inside.addWidget(self._stack, 1)
        whole = row(self, gap=0)
        whole.addWidget(edge)
        whole.addLayout(inside, 1)

    def show_state(self, state: CommitteeState, step: Step, *, applicant_present: bool) -> None:
        """Show the roll, or the dossier under examination, with its note and its timer."""
        self.note.show_item(state.current.line.id if state.current else None)
        self.timer.show_step(state, step, applicant_present=applicant_present)
        if state.current is not None and step in ITEM_STEPS:
            self._title.setText(self.tr("Le dossier"))
            self._show_figures(state.current.sheet)
            self._stack.setCurrentIndex(1)
        else:
            self._title.setText(self.tr("Les membres"))
            self._roster.show_attendance(state.attendance, is_written=is_written(state))
            self._stack.setCurrentIndex(0)

    def show_applicant(self, is_in: bool) -> None:  # noqa: FBT001 - connected to signals
        """Keep the hour at which the applicant comes in or leaves, and time the hearing."""
        hour = time_text(self._now().time())
        text = self.tr("{hour} : le porteur de projet sort.")
        if is_in:
            text = self.tr("{hour} : le porteur de projet entre.")
            self.timer.start()
        self.note.add(text.format(hour=hour))

    def _show_figures(self, sheet: DossierSheet) -> None:
        if sheet == self._shown:
            return
        self._shown = sheet
        clear(self._lines)
        for caption, text in self._facts(sheet):
            if not text:
                continue
            self._lines.addWidget(label(caption, Level.SMALL))
            self._lines.addWidget(label(text, Level.STRONG, wraps=True))
            self._lines.addSpacing(scaled(8))
        self._lines.addStretch(1)

    def _facts(self, sheet: DossierSheet) -> tuple[tuple[str, str], ...]:
        company, request, jobs = sheet.company, sheet.request, sheet.jobs
        cost = sheet.financing.cost
        terms = ""
        if request.amount:
            terms = f"{months_text(request.months)}, {every_text(request.every)}"
            if request.deferral:
                terms = self.tr("{terms}, différé de {months}").format(
                    terms=terms, months=months_text(request.deferral)
                )
        advice = word(sheet.opinion.advice) if sheet.opinion.advice else ""
        days = counted(sheet.skills.days, self.tr("jour")) if sheet.skills.days else ""
        place = " · ".join(part for part in (company.legal_form, company.town) if part)
        created = counted(jobs.created, self.tr("créé"))
        kept = counted(jobs.maintained, self.tr("maintenu"))
        return (
            (sheet.number, place),
            (self.tr("Projet"), sheet.project.aim[:200]),
            (self.tr("Avance demandée"), money_short(request.amount) if request.amount else ""),
            (self.tr("Remboursement"), terms),
            (self.tr("Compétences"), f"{days} · {sheet.skills.category}" if days else ""),
            (self.tr("Emplois"), f"{created}, {kept}"),
            (self.tr("Coût du projet"), money_short(cost) if cost else ""),
            (self.tr("Avis"), advice),
        )
