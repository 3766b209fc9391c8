"""The roster: every member with its role in the meeting."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.people import Member
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.amounts import decimal_text
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.labels import office_label
from alize_desktop.wording.names import member_name


class Roster(QWidget):
    """Members, organisations, colleges, offices, voting rights."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presiding: object = None
        self._names: dict[object, str] = {}
        columns: tuple[Column[Member], ...] = (
            Column("seat", self.tr("N°"), lambda each: str(each.seat), right=True, width=44),
            Column(
                "name",
                self.tr("Membre"),
                lambda each: member_name(each.sheet),
                note=lambda each: each.sheet.organisation,
                stretches=True,
            ),
            Column("college", self.tr("Collège"), lambda each: word(each.sheet.college), width=130),
            Column("office", self.tr("Qualité"), self._office, width=150),
            Column("voting", self.tr("Vote"), self._voting, width=170),
        )
        fixed = [replace(column, sortable=False) for column in columns]
        self._model: RecordTableModel[Member] = RecordTableModel(fixed, lambda each: each.id)
        self.table = RecordTable(self._model, self.tr("Membres de la séance"))
        self.table.setObjectName("meeting_roster")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.table)

    def show_members(self, members: Sequence[Member], presiding: object) -> None:
        """Show who sits, and who presides."""
        self._presiding = presiding
        self._names = {each.id: member_name(each.sheet) for each in members}
        self._model.set_rows(members)

    def _office(self, member: Member) -> str:
        office = office_label(member.sheet.office, member.sheet.civility)
        if member.id == self._presiding:
            return self.tr("{office}, préside").format(office=office)
        return office

    def _voting(self, member: Member) -> str:
        if member.alternate_of_id:
            return self.tr("supplée {name}").format(
                name=self._names.get(member.alternate_of_id, "")
            )
        weight = member.sheet.weight
        if not weight:
            return "—"
        return self.tr("{weight} voix").format(weight=decimal_text(weight))
