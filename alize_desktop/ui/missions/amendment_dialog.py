"""The dialog of an amendment that is to be signed: its paper is written, nothing recorded."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import MissionEventKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.missions import MissionDetail
from alize_desktop.rules.field_checks import check_period
from alize_desktop.rules.mission_checks import check_draft, tidied_draft
from alize_desktop.ui.missions.event_dialog import EventDialog
from alize_desktop.ui.missions.tools import MissionTools


class AmendmentPaperDialog(EventDialog):
    """Asks what changes.

    Signals:
        paper_wanted: The paper is to be written. Arg: the ``MissionEventDraft``.
    """

    paper_wanted = Signal(object)

    def __init__(
        self, tools: MissionTools, detail: MissionDetail, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, detail, MissionEventKind.AMENDED, parent)
        self.setWindowTitle(self.tr("Avenant à signer · {number}").format(number=detail.row.number))
        self.action.set_text(self.tr("Écrire l’avenant…"))

    @override
    def write(self) -> Changes:
        draft = tidied_draft(self.draft())
        check_draft(draft)
        check_period(self._detail.row.sheet.starts_on, draft.ends_on)
        self.written.connect(lambda _changes: self.paper_wanted.emit(draft))
        return Changes()
