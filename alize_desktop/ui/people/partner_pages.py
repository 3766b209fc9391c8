"""What is known of a partner, under tabs: its sheet first, then everything beside it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.models.records.partners import PartnerDetail
from alize_desktop.ui.people.agreement_page import AgreementPage
from alize_desktop.ui.people.categories_dialog import CategoriesDialog
from alize_desktop.ui.people.conflicts_page import ConflictsPage
from alize_desktop.ui.people.days_page import DaysPage
from alize_desktop.ui.people.missions_page import PartnerMissionsPage
from alize_desktop.ui.people.offers_page import OffersPage
from alize_desktop.ui.people.partner_deeds import PartnerDeeds
from alize_desktop.ui.people.partner_tools import PartnerTools
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.ui.widgets.tabs import TabStrip

SHEET: Final = "sheet"
_TYPED: Final = "●"


class PartnerPages(QWidget):
    """Tabs over the sheet of a partner and its other pages.

    Args:
        tools: Services and surroundings.
        parent: Parent widget.

    Signals:
        said: A short message for the user. Arg: the text.
        dossier_asked: The dossier of a mission is to be shown. Arg: its identifier.
    """

    said = Signal(str)
    dossier_asked = Signal(object)

    def __init__(self, tools: PartnerTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._detail: PartnerDetail | None = None
        self._outdated: set[str] = set()
        self.deeds = PartnerDeeds(tools, self)
        self.agreement = AgreementPage(self.deeds)
        self.offers = OffersPage(self.deeds)
        self.conflicts = ConflictsPage(self.deeds)
        self.days = DaysPage(tools)
        self.missions = PartnerMissionsPage()
        self._nothing = EmptyState(self.tr("Enregistrez d’abord la fiche du partenaire."))
        self._stack = QStackedWidget()
        self._shown: dict[str, QWidget] = {
            "agreement": scrolled(self.agreement),
            "offers": scrolled(self.offers),
            "conflicts": scrolled(self.conflicts),
            "days": scrolled(self.days),
            "missions": scrolled(self.missions),
        }
        self.tabs = TabStrip(self._titles(), self.tr("Volets du partenaire"))
        self._lay_out()
        self.tabs.requested.connect(self.show_page)
        self.deeds.said.connect(self.said)
        self.offers.categories_asked.connect(self.ask_categories)
        self.missions.dossier_asked.connect(self.dossier_asked)

    def hold(self, sheet: QWidget) -> QWidget:
        """Take what edits the sheet as the first page; return this."""
        self._shown[SHEET] = sheet
        self._stack.insertWidget(0, sheet)
        self._stack.setCurrentIndex(0)
        return self

    def show_detail(self, detail: PartnerDetail | None) -> None:
        """Show another partner; None for a new one, whose sheet alone can be typed."""
        self._detail = detail
        self._outdated = set(self._shown) - {SHEET}
        self.show_page(SHEET if detail is None else self.tabs.current())

    def show_page(self, key: str) -> None:
        """Show a page, filled with the partner that is shown."""
        self.tabs.set_current(key)
        if key != SHEET and self._detail is None:
            self._stack.setCurrentWidget(self._nothing)
            return
        if key in self._outdated and self._detail is not None:
            self._fill(key, self._detail)
            self._outdated.discard(key)
        self._stack.setCurrentWidget(self._shown[key])

    def mark_typing(self, *, is_typed: bool) -> None:
        """Say on its tab that something typed in the sheet is not written."""
        self.tabs.set_badge(SHEET, _TYPED if is_typed else "")

    def ask_categories(self) -> None:
        """Open the list of categories."""
        dialog = CategoriesDialog(self._tools, self.window())
        dialog.written.connect(self.deeds.tell)
        dialog.open()

    def _fill(self, key: str, detail: PartnerDetail) -> None:
        match key:
            case "agreement":
                self.agreement.show_detail(detail)
            case "offers":
                self.offers.show_detail(detail)
            case "conflicts":
                self.conflicts.show_detail(detail)
            case "days":
                self.days.show_detail(detail)
            case _:
                self.missions.show_missions(self._tools.missions(detail.partner.id))

    def _titles(self) -> tuple[tuple[str, str], ...]:
        return (
            (SHEET, self.tr("Fiche")),
            ("agreement", self.tr("Convention")),
            ("offers", self.tr("Compétences")),
            ("conflicts", self.tr("Incompatibilités")),
            ("days", self.tr("Jours")),
            ("missions", self.tr("Missions")),
        )

    def _lay_out(self) -> None:
        for each in (*self._shown.values(), self._nothing):
            self._stack.addWidget(each)
        strip = QVBoxLayout()
        strip.setContentsMargins(SPACE.group - SPACE.related, SPACE.related, SPACE.group, 0)
        strip.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(strip)
        column.addWidget(self._stack, 1)
