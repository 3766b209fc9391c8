"""What is asked of an agenda: points added, taken off, put in another order."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from alize_desktop.models.enums import ItemKind, MeetingState
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.meetings import ItemDraft, MeetingDetail
from alize_desktop.ui.meetings.questions import PickDialog, TextDialog
from alize_desktop.ui.meetings.writer import Writer
from alize_desktop.ui.widgets.confirm import confirm


class AgendaDeeds(Writer):
    """Writes the agenda, point by point."""

    def add(self, detail: MeetingDetail, drafts: tuple[ItemDraft, ...]) -> None:
        """Add points; once the notice is sent, the committee's consent is asked first."""
        if detail.row.state is not MeetingState.CONVENED:
            self._add(detail.row.id, drafts)
            return
        confirm(
            self._screen.window(),
            self.tr("Le comité a-t-il accepté ce point tardif\u00a0?"),
            self.tr("Il l’a accepté"),
            partial(
                self._add, detail.row.id, tuple(replace(each, consented=True) for each in drafts)
            ),
            detail=self.tr(
                "L’ordre du jour est envoyé\u00a0: le règlement dit à quelle condition un point "
                "s’y ajoute. Il passera en dernier."
            ),
            cancel=self.tr("Pas encore"),
        )

    def add_information(self, detail: MeetingDetail) -> None:
        """Add a point without vote, once the user titled it."""
        dialog = TextDialog(
            self.tr("Point d’information"),
            self.tr("Intitulé"),
            self.tr("Le comité en prend acte, sans vote."),
            self.tr("Ajouter"),
            self._screen.window(),
        )
        dialog.given.connect(
            lambda title: self.add(
                detail, (ItemDraft(ItemKind.INFORMATION, " ".join(title.split())),)
            )
        )
        dialog.open()

    def add_amendment(self, detail: MeetingDetail) -> None:
        """Bring back a dossier that was approved, once the user chose it: its terms may change."""
        rows = self._tools.agenda.amendable(detail.row.id)
        dialog = PickDialog(
            self.tr("Décision modificative\u00a0: quel dossier revient devant le comité\u00a0?"),
            self.tr("Choisir un dossier agréé"),
            [(each.id, f"{each.number} · {each.company} · {each.town}") for each in rows],
            self.tr("Aucun dossier n’a encore été agréé par une autre séance."),
            self._screen.window(),
        )
        dialog.chosen.connect(
            lambda dossier: self.add(detail, (ItemDraft(ItemKind.DOSSIER, dossier_id=dossier),))
        )
        dialog.open()

    def remove(self, item_ids: tuple[UUID, ...]) -> None:
        """Take points off the agenda."""
        for each in item_ids:
            if not self.do(partial(self._tools.agenda.remove, each)):
                return

    def reorder(self, detail: MeetingDetail, order: tuple[UUID | ItemDraft, ...]) -> None:
        """Give points another order; those dropped among them are added first."""
        added: dict[ItemDraft, UUID] = {}
        for each in order:
            if isinstance(each, ItemDraft):
                made = self._added(detail.row.id, each)
                if made is None:
                    return
                added[each] = made
        ids = [added[each] if isinstance(each, ItemDraft) else each for each in order]
        self.do(partial(self._tools.agenda.reorder, detail.row.id, ids))

    def _add(self, meeting_id: UUID, drafts: tuple[ItemDraft, ...]) -> None:
        for each in drafts:
            if self._added(meeting_id, each) is None:
                return

    def _added(self, meeting_id: UUID, draft: ItemDraft) -> UUID | None:
        """Add a point and return it; None when it was refused."""
        made: list[UUID] = []

        def add() -> Changes:
            item_id, changes = self._tools.agenda.add(meeting_id, draft)
            made.append(item_id)
            return changes

        return made[0] if self.do(add) else None
