"""Preparing a mission, and changing its sheet."""

from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import MissionState
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.missions import MissionDetail, MissionSheet
from alize_desktop.rules.mission_changes import settled_fields
from alize_desktop.ui.missions.lenders import Lenders, all_lenders
from alize_desktop.ui.missions.sheet_dialog import SheetDialog
from alize_desktop.ui.missions.tools import MissionTools


class PrepareDialog(SheetDialog):
    """Prepares a mission; the partner that answers the need best is proposed.

    Args:
        tools: Services and surroundings.
        dossier_id: The dossier.
        lenders: Partners to choose from.
        proposed: What is proposed; its partner is one of them.
        parent: Window that it is asked from.

    Attributes:
        mission_id: Of the mission, once it is written.
    """

    def __init__(
        self,
        tools: MissionTools,
        dossier_id: UUID,
        lenders: Lenders,
        proposed: MissionSheet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tools,
            self.tr("Préparer une mission"),
            self.tr("Préparer la mission"),
            lenders,
            proposed,
            parent,
            sentence=self.tr(
                "Les partenaires viennent dans l’ordre où ils répondent au besoin. Changer de "
                "partenaire change ce qui n’a pas été saisi."
            ),
        )
        self._dossier_id = dossier_id
        self.mission_id: UUID | None = None
        self.partner.edited.connect(self._on_partner_chosen)

    @override
    def write(self) -> Changes:
        missions = self._tools.services.missions
        self.mission_id, changes = missions.create(self._dossier_id, self.sheet())
        return changes

    def _on_partner_chosen(self, partner_id: UUID) -> None:
        for field in self.form.fields():
            field.commit()
        self.fill(self._tools.services.missions.propose(self._dossier_id, partner_id))


class EditDialog(SheetDialog):
    """Changes the sheet of a mission; what its agreement settled is only shown.

    Args:
        tools: Services and surroundings.
        detail: The mission.
        parent: Window that it is asked from.
    """

    def __init__(
        self, tools: MissionTools, detail: MissionDetail, parent: QWidget | None = None
    ) -> None:
        is_signed = detail.row.account.state is not MissionState.PLANNED
        settled = self.tr(
            "La convention est signée\u00a0: les jours et la fin ne changent plus que par un avenant, "
            "et ce qu’elle dit d’autre par une autre mission."
        )
        super().__init__(
            tools,
            self.tr("Modifier la mission {number}").format(number=detail.row.number),
            self.tr("Enregistrer"),
            Lenders(all_lenders(tools.services)),
            detail.row.sheet,
            parent,
            sentence=settled if is_signed else "",
        )
        self._detail = detail
        self._is_signed = is_signed
        for name in settled_fields(detail.row.sheet):
            self.fields[name].set_read_only(read_only=is_signed)

    @override
    def open(self) -> None:
        super().open()
        if self._is_signed:
            self.fields["consent"].focus_control()

    @override
    def write(self) -> Changes:
        missions, detail = self._tools.services.missions, self._detail
        return missions.save(detail.row.id, self.sheet(), detail.revision)
