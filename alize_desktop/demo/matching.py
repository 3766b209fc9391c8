"""The partners: the days of one of them, and those that are proposed for a dossier."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from alize_desktop.demo.hands import WIDE, Hands
from alize_desktop.demo.partners import LENDER
from alize_desktop.demo.preparation import AGENDA
from alize_desktop.services.bundle import Services
from alize_desktop.ui.main_window import MainWindow
from alize_desktop.ui.matching.view import MatchingView
from alize_desktop.ui.people.partners import PartnersScreen
from alize_desktop.ui.shell.dossier_links import show_partner
from alize_desktop.ui.shell.follow_up_link import show_dossier
from alize_desktop.ui.theme.tokens import SPACE

_DAYS: Final = "days"
_SKILLS: Final = "skills"


class ShownPartners:
    """Looks at the partners, once missions were prepared.

    Args:
        window: The main window.
        services: Services of its registry.
        hands: Take the pictures.
    """

    def __init__(self, window: MainWindow, services: Services, hands: Hands) -> None:
        self._window = window
        self._services = services
        self._hands = hands

    def show(self) -> Iterator[str]:
        """Yield the names of the pictures left."""
        self._window.toast.hide()  # it would stay in the pictures
        self._window.resize(WIDE, self._window.height())
        self._show_days()
        yield self._hands.picture(self._window, "partenaires", WIDE)
        self._show_proposed()
        yield self._hands.picture(self._window, "classement", WIDE)

    def _show_days(self) -> None:
        """Show the days of the partner that lends most."""
        self._window.go_to("partners")
        screen = self._window.stack.currentWidget()
        partners = self._services.people.partners()
        (lender,) = [each.id for each in partners if each.sheet.name == LENDER]
        show_partner(screen, lender)
        if isinstance(screen, PartnersScreen):
            screen.pages.show_page(_DAYS)
        QTest.qWait(1)

    def _show_proposed(self) -> None:
        """Bring the partners proposed for a dossier in sight, with the reasons of the first."""
        self._window.go_to("dossiers")
        dossier = self._services.dossiers.by_number(AGENDA[1])
        show_dossier(self._window.stack.currentWidget(), dossier, _SKILLS)
        QTest.qWait(1)
        view = self._window.findChild(MatchingView)
        if view is not None:
            self._scroll_to(view.list)

    def _scroll_to(self, part: QWidget) -> None:
        for area in self._window.findChildren(QScrollArea):
            content = area.widget()
            if content is not None and content.isAncestorOf(part):
                top = part.mapTo(content, part.rect().topLeft())
                area.verticalScrollBar().setValue(top.y() - SPACE.card)
