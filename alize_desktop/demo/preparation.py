"""Before the meeting: the workbook, the rules of procedure, the notice and its answers."""

from collections.abc import Iterator
from datetime import date, time
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from alize_desktop.demo.hands import WIDE, Hands, found
from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.main_window import MainWindow
from alize_desktop.ui.widgets.search import SearchField

AGENDA: Final = ("2026-006", "2026-003", "2026-013")
"""An advance and days, days alone, and a dossier that will be deferred."""

_READY: Final = ("2026-005",)
"""Complete too, and kept for another meeting."""

_HELD_ON: Final = date(2026, 5, 19)
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier


class Preparation:
    """Prepares the meeting in the main window.

    Args:
        window: The main window, on an empty registry.
        services: Services of that registry.
        hands: Press the keys.
    """

    def __init__(self, window: MainWindow, services: Services, hands: Hands) -> None:
        self._window = window
        self._services = services
        self._hands = hands

    def import_sample(self) -> None:
        """Import the sample workbook; some of its dossiers are then complete."""
        importing, dossiers = self._services.importing, self._services.dossiers
        sample = resource("samples", "bassin-dossiers.xlsx")
        _report, changes = importing.accept(importing.preview(sample))
        for number in (*AGENDA, *_READY):
            each = dossiers.by_number(number)
            dossiers.change_state(each, DossierState.UNDER_APPRAISAL)
            dossiers.change_state(each, DossierState.COMPLETE)
        self._window.bus.changed.emit(changes, None)

    def adopt_rules(self) -> Iterator[str]:
        """Adopt the rules of procedure, after a look at what they make of an example."""
        window, hands = self._window, self._hands
        self._come_to("regulation")
        hands.key(window, Qt.Key.Key_N, _CONTROL)
        example = found(window, "example_present")
        hands.key(example, Qt.Key.Key_A, _CONTROL)
        hands.type(example, "7")
        yield hands.picture(window, "reglement", WIDE)
        hands.key(window, Qt.Key.Key_S, _CONTROL)
        hands.agree(window)

    def prepare_meeting(self) -> UUID:
        """Prepare the meeting and its agenda."""
        dossiers, meetings = self._services.dossiers, self._services.meetings
        meeting_id, _changes = meetings.create(
            MeetingDraft(
                held_on=_HELD_ON,
                starts_at=time(14, 0),
                place="Dijon, salle de la Chambre",
                secretary="Claire Roussel",
            )
        )
        changes = meetings.set_agenda(meeting_id, [dossiers.by_number(each) for each in AGENDA])
        self._window.bus.changed.emit(changes, None)
        return meeting_id

    def send_notice(self) -> Iterator[str]:
        """Send the notice, then note the answers that come back."""
        window, hands = self._window, self._hands
        self._come_to("meetings")
        yield hands.picture(window, "seance", WIDE)
        hands.key(window, Qt.Key.Key_Return, _CONTROL)
        hands.agree(window)
        self._come_to("meetings")
        hands.key(window, Qt.Key.Key_Tab, _CONTROL)
        answers = found(window, "answers")
        answers.setFocus()
        hands.keys(window, "v", "p")  # the second member gives a proxy to the fourth
        hands.type(found(window, "pick_line"), "leveque d")
        hands.key(found(window, "pick_line"), Qt.Key.Key_Return)
        self._come_to("meetings")
        answers.setFocus()
        hands.keys(window, *"evvvvvvvdvvv")
        yield hands.picture(window, "reponses", WIDE)

    def show_dossiers(self) -> Iterator[str]:
        """Find a decided dossier as a person would, then show it in the whole list."""
        window, hands = self._window, self._hands
        self._come_to("dossiers")
        hands.type(self._search, "toiture oe")
        hands.key(self._search, Qt.Key.Key_Return)
        hands.key(self._search, Qt.Key.Key_Down)
        self._search.clear()
        yield hands.picture(window, "dossiers", WIDE)
        hands.key(window, Qt.Key.Key_Return)
        hands.key(window, Qt.Key.Key_Tab, _CONTROL)
        yield hands.picture(window, "dossier", WIDE)

    def _come_to(self, place: str) -> None:
        self._window.go_to(place)
        self._window.toast.hide()  # it would stay in the pictures
        self._window.activateWindow()
        QTest.qWaitForWindowActive(self._window)

    @property
    def _search(self) -> SearchField:
        field = self._window.stack.search_field()
        if field is None:
            msg = "the screen of dossiers is not shown"
            raise RuntimeError(msg)
        return field
