"""The dialog that puts a missed promise on the agenda of a meeting to come."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import ItemKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.jobs import JobsDetail
from alize_desktop.models.records.meetings import ItemDraft, MeetingRow
from alize_desktop.ui.jobs.tools import JobTools
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.wording.dates import long_date


class AgendaDialog(FormDialog):
    """Asks which meeting, and the title of the point.

    Args:
        tools: Services and surroundings.
        detail: The jobs of the dossier.
        meetings: Those still prepared, the next one first; at least one.
        parent: Window that it is asked from.
    """

    def __init__(
        self,
        tools: JobTools,
        detail: JobsDetail,
        meetings: Sequence[MeetingRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Inscrire à l’ordre du jour"),
            self.tr("Inscrire"),
            parent,
            sentence=self.tr(
                "Le comité est informé de la promesse manquée\u00a0; rien ne se vote."
            ),
        )
        self._tools = tools
        words = self.tr("{number}, le {day}")
        self.meeting: ChoiceField[UUID] = self.form.add(
            ChoiceField(
                self.tr("Séance"),
                [
                    (each.id, words.format(number=each.number, day=long_date(each.draft.held_on)))
                    for each in meetings
                ],
                empty=None,
            ),
            wide=True,
        )
        self.title = self.form.add(TextField(self.tr("Point"), required=True), wide=True)
        self.meeting.set_value(meetings[0].id)
        told = self.tr("Emplois promis par {company} (dossier {number})")
        self.title.set_value(told.format(company=detail.company, number=detail.number))

    @override
    def write(self) -> Changes:
        meeting_id = self.meeting.value()
        draft = ItemDraft(ItemKind.INFORMATION, self.title.value().strip())
        if meeting_id is None:
            return Changes()
        return self._tools.services.agenda.add(meeting_id, draft)[1]
