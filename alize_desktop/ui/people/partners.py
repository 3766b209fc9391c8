"""Partner companies: what they lend, how much, and what is left of it."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.partners import PartnerDetail
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.rules.people_checks import partner_problems
from alize_desktop.ui.people.book import Book
from alize_desktop.ui.people.directory import Directory
from alize_desktop.ui.people.partner_entry import PartnerEntry, partner_columns
from alize_desktop.ui.people.partner_form import PartnerForm
from alize_desktop.ui.people.partner_narrowing import PartnerNarrowing
from alize_desktop.ui.people.partner_pages import PartnerPages
from alize_desktop.ui.people.partner_tools import PartnerTools

translate = QCoreApplication.translate


class PartnersScreen(Directory[PartnerEntry, PartnerSheet]):
    """The partner companies, read and edited.

    Args:
        tools: Services and surroundings.
        parent: Parent widget.

    Signals:
        dossier_asked: The dossier of a mission is to be shown. Arg: its identifier.
    """

    dossier_asked = Signal(object)

    def __init__(self, tools: PartnerTools, parent: QWidget | None = None) -> None:
        pages = PartnerPages(tools)
        super().__init__(
            _book(tools),
            PartnerForm(),
            tools.bus,
            tools.window,
            tools.log_file,
            parent,
            narrowing=PartnerNarrowing(tools.partners.categories),
            around=pages.hold,
        )
        self._tools = tools
        self._is_outdated = False
        self.pages = pages
        self.entry_shown.connect(self._on_entry_shown)
        self.typing_changed.connect(self._on_typing)
        self.pages.said.connect(self.said)
        self.pages.dossier_asked.connect(self.dossier_asked)
        self._on_entry_shown(self._shown)

    def show_partner(self, partner_id: UUID) -> None:
        """Look at a partner, whatever narrowed the list."""
        if self._narrowing is not None:
            self._narrowing.clear()
        self.table.choose(partner_id)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _on_entry_shown(self, key: UUID | None) -> None:
        self.pages.show_detail(self._detail(key))

    def _detail(self, key: UUID | None) -> PartnerDetail | None:
        if key is None:
            return None
        row = self.model.row_of(key)
        return self.model.record(row).detail if row >= 0 else self._tools.partners.detail(key)

    def _on_typing(self, is_typed: object) -> None:
        self.pages.mark_typing(is_typed=bool(is_typed))

    @override
    def _on_changed(self, changes: Changes, source: object) -> None:
        """Read again what moves the days too: decisions, missions; later when nobody looks."""
        counts = changes.people or changes.results or changes.meetings or changes.dossiers
        if source is not self and counts:
            self._is_outdated = True
            if self.isVisible():
                self._catch_up()

    def _catch_up(self) -> None:
        if self._is_outdated:
            self._is_outdated = False
            self.refresh()


def _book(tools: PartnerTools) -> Book[PartnerEntry, PartnerSheet]:
    return Book(
        title=translate("partners", "Partenaires"),
        empty=translate(
            "partners", "Aucun partenaire. Importez le classeur du bassin, ou ajoutez-les."
        ),
        blank=translate("partners", "Nouveau partenaire"),
        columns=partner_columns(),
        lesser=("group", "basin"),
        name=lambda partner: partner.sheet.name,
        words=lambda partner: partner.sheet.name,
        entries=lambda: [PartnerEntry(each) for each in tools.partners.details()],
        new=lambda: PartnerSheet("", ""),
        problems=partner_problems,
        save=tools.people.save_partner,
    )
