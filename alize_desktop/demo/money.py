"""After the meeting: an agreement is signed and paid, a funder gives, the aid is recorded."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final

from PySide6.QtTest import QTest

from alize_desktop.demo.hands import WIDE, Hands
from alize_desktop.demo.preparation import AGENDA
from alize_desktop.demo.repeatable import DemonstrationClock
from alize_desktop.models.enums import AdvanceEventKind, FundMovementKind
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.fund import FundMovementDraft
from alize_desktop.models.values import Money
from alize_desktop.services.bundle import Services
from alize_desktop.ui.dossiers.pane_set import PaneSet
from alize_desktop.ui.follow_up.due import Period, Wanted
from alize_desktop.ui.follow_up.due_page import DuePage
from alize_desktop.ui.main_window import MainWindow

_SIGNED: Final = date(2026, 6, 2)
_PAID: Final = date(2026, 6, 9)
_LATER: Final = datetime(2026, 6, 9, 8, 0, tzinfo=UTC)
_GIVEN: Final = Money(30_000_00)
_AUTHOR: Final = "Claire Roussel"


class LentMoney:
    """Lends what the committee granted, then shows the money.

    Args:
        window: The main window.
        services: Services of its registry.
        hands: Take the pictures.
        clock: Clock of the registry.
    """

    def __init__(
        self, window: MainWindow, services: Services, hands: Hands, clock: DemonstrationClock
    ) -> None:
        self._window = window
        self._services = services
        self._hands = hands
        self._clock = clock

    def lend(self) -> Iterator[str]:
        """Sign, pay and receive; yield the name of each picture left."""
        self._clock.come(_LATER)
        self._feed()
        self._pay()
        self._come_to("dossiers")
        self._panes().show_pane("aid")
        yield self._picture("aide")
        self._come_to("advances")
        yield self._picture("avances")
        self._come_to("fund")
        yield self._picture("fonds")

    def look_ahead(self) -> Iterator[str]:
        """Show what is to be followed up, once something is; yield the name of the picture."""
        self._come_to("follow_up")
        self._look_a_year_ahead()
        yield self._picture("suivi")

    def _feed(self) -> None:
        """Record what a funder gives."""
        fund = self._services.fund
        fund.save_funder(None, "Région Exemple", is_public=True)
        (funder,) = fund.funders()
        given = FundMovementDraft(
            FundMovementKind.CONTRIBUTION, _SIGNED, _GIVEN, funder.id, "VIR 1", author=_AUTHOR
        )
        self._window.bus.changed.emit(fund.record(given), None)

    def _pay(self) -> None:
        """Sign the agreement of the advance that was granted, then pay it."""
        advances = self._services.advances
        dossier_id = advances.by_number(AGENDA[0])
        signed = advances.sign(dossier_id, _SIGNED, _PAID, _AUTHOR)
        self._window.bus.changed.emit(signed, None)
        left = advances.detail(dossier_id, _PAID).left_to_disburse
        paid = AdvanceEventDraft(
            AdvanceEventKind.DISBURSEMENT, _PAID, left, reference="VIR 2", author=_AUTHOR
        )
        self._window.bus.changed.emit(advances.record(dossier_id, paid), None)

    def _panes(self) -> PaneSet:
        found = self._window.findChild(PaneSet)
        if found is None:
            msg = "no dossier is shown"
            raise RuntimeError(msg)
        return found

    def _look_a_year_ahead(self) -> None:
        """Show what is to be followed up in the twelve months to come."""
        found = self._window.findChild(DuePage)
        if found is None:
            msg = "the follow-up is not shown"
            raise RuntimeError(msg)
        found.look_for(Wanted(Period.YEAR))

    def _picture(self, name: str) -> str:
        return self._hands.picture(self._window, name, WIDE)

    def _come_to(self, place: str) -> None:
        self._window.go_to(place)
        self._window.toast.hide()  # it would stay in the pictures
        self._window.activateWindow()
        QTest.qWaitForWindowActive(self._window)
