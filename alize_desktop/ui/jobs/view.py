"""The jobs of a dossier: the need diagnosed, then what is promised, observed, offered."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.jobs import JobsDetail
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.jobs.deeds import JobDeeds
from alize_desktop.ui.jobs.follow_up import JobsFollowUp
from alize_desktop.ui.jobs.need_card import NeedCard
from alize_desktop.ui.jobs.tools import JobTools
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if


class JobsView(QWidget):
    """Reads the jobs of the dossier it is given; writes what is pressed.

    Signals:
        said: A short message for the user. Arg: the text.
        paper_asked: A paper is to be written where the user says. Args: the proposed
            name of its file, what writes it.
        place_asked: Another place is to be shown. Arg: its key.
    """

    said = Signal(str)
    paper_asked = Signal(str, object)
    place_asked = Signal(object)

    def __init__(self, tools: JobTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._dossier_id: UUID | None = None
        self._detail: JobsDetail | None = None
        self._is_outdated = False
        self._read_on = tools.today()
        self.deeds = JobDeeds(tools, self)
        self.need = NeedCard()
        self.follow_up = JobsFollowUp(self.deeds)
        self._nothing = label("", Level.SOFT, wraps=True)
        self._nothing.setObjectName("jobs_nothing")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.card)
        for each in (self.need, self._nothing, self.follow_up):
            column.addWidget(each)
        column.addStretch(1)
        self._connect()

    @property
    def detail(self) -> JobsDetail | None:
        """The jobs shown, None for a dossier that is not written yet."""
        return self._detail

    def show_dossier(self, dossier_id: UUID | None) -> None:
        """Show the jobs of a dossier; None for one that is not written yet."""
        self._dossier_id = dossier_id
        self._is_outdated = False
        self._read_on = self._tools.today()
        self._detail = None
        if dossier_id is not None:
            try:
                self._detail = self._tools.services.jobs.detail(dossier_id)
            except UserError as error:
                show_error(self.window(), error, self._tools.log_file)
        self._show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _show(self) -> None:
        detail = self._detail
        is_followed = detail is not None and detail.decided is not None
        show_if(self.need, shown=detail is not None)
        show_if(self.follow_up, shown=is_followed)
        show_if(self._nothing, shown=not is_followed)
        if detail is None:
            words = self.tr("Enregistrez d’abord le dossier\u00a0: ses emplois se suivront ici.")
            self._nothing.setText(words)
            return
        self.need.show_jobs(detail)
        if is_followed:
            self.follow_up.show_jobs(detail, self._names(detail))
        else:
            self._nothing.setText(
                self.tr(
                    "Le comité n’a pas agréé ce dossier. Une fois l’agrément donné, les jalons, "
                    "les promesses et les constats viendront ici."
                )
            )

    def _names(self, detail: JobsDetail) -> dict[UUID, str]:
        """Return the names of what the lists name: documents, and partner companies."""
        names: dict[UUID, str] = {}
        if any(each.draft.document_id for each in detail.observations):
            documents = self._tools.services.dossiers.detail(detail.dossier_id).documents
            names |= {each.id: each.name for each in documents}
        if any(each.partner_id for each in detail.openings):
            partners = self._tools.services.people.partners()
            names |= {each.id: each.sheet.name for each in partners}
        return names

    def _connect(self) -> None:
        self.need.note_asked.connect(self._on_note)
        self.follow_up.add_opening.clicked.connect(lambda *_: self._on_new_opening())
        self.deeds.said.connect(self.said)
        self.deeds.paper_asked.connect(self.paper_asked)
        self.deeds.place_asked.connect(self.place_asked)
        self._tools.bus.changed.connect(self._on_changed)

    def _refresh(self) -> None:
        """Read again what changed, or everything on another day: milestones come due."""
        if self._is_outdated or self._read_on != self._tools.today():
            self.show_dossier(self._dossier_id)

    def _on_note(self) -> None:
        if self._detail is not None:
            self.deeds.write_note(self._detail)

    def _on_new_opening(self) -> None:
        if self._detail is not None:
            jobs = self._tools.services.jobs
            self.deeds.edit_opening(jobs.new_opening(self._detail.dossier_id))

    def _on_changed(self, changes: Changes, _source: object) -> None:
        touched = changes.results or changes.money or changes.people
        self._is_outdated = self._is_outdated or touched
        if self.isVisible():
            self._refresh()
