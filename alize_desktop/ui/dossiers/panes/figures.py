"""The four figures of a request, kept up to date while one types."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.ui.dossiers.form import SheetForm
from alize_desktop.ui.widgets.cards import FigureCard, FigureRow
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.labels import label as word_of
from alize_desktop.wording.names import counted, plural

_NOTHING = "—"


class RequestFigures(QWidget):
    """Advance, jobs, days and advance per job, as the form holds them."""

    def __init__(self, form: SheetForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self.advance = FigureCard(self.tr("Avance demandée"))
        self.jobs = FigureCard(self.tr("Emplois"))
        self.days = FigureCard(self.tr("Compétences"))
        self.per_job = FigureCard(self.tr("Par emploi créé"))
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(FigureRow((self.advance, self.jobs, self.days, self.per_job)))
        form.loaded.connect(self.refresh)
        form.field_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self, *_path: str) -> None:
        """Show the figures of the sheet under edition."""
        sheet = self._form.sheet
        if sheet is None:
            return
        self._show_advance(sheet)
        self._show_jobs(sheet)
        days, category = sheet.skills.days, sheet.skills.category
        self.days.set_figure(counted(days, "jour") if days else _NOTHING, category if days else "")
        self._show_per_job(sheet)

    def _show_advance(self, sheet: DossierSheet) -> None:
        asked = sheet.request
        if not asked.amount:
            self.advance.set_figure(_NOTHING, self.tr("aucune avance demandée"))
            return
        terms = self.tr("{months} mois").format(months=asked.months)
        if asked.deferral:
            terms = self.tr("{months} mois dont {deferral} de différé").format(
                months=asked.months, deferral=asked.deferral
            )
        self.advance.set_figure(money_short(asked.amount), terms)

    def _show_jobs(self, sheet: DossierSheet) -> None:
        jobs = sheet.jobs
        notes = [word_of(jobs.contract)] if jobs.contract else []
        if jobs.maintained:
            notes.append(counted(jobs.maintained, "maintenu"))
        if jobs.sustained:
            notes.append(counted(jobs.sustained, "pérennisé"))
        figure = self.tr("{count} {created}").format(
            count=jobs.created, created=plural(jobs.created, "créé")
        )
        self.jobs.set_figure(figure, ", ".join(notes))

    def _show_per_job(self, sheet: DossierSheet) -> None:
        amount, created = sheet.request.amount, sheet.jobs.created
        if not amount or created < 1:
            self.per_job.set_figure(_NOTHING, self.tr("sans avance ou sans emploi créé"))
            return
        self.per_job.set_figure(money_short(amount.divided(created)), self.tr("d’avance"))
