"""The demonstration: a meeting of three dossiers held through the real screens.

The window receives the events a person would send, key by key; nothing is done
behind its back. The clock and the identifiers are repeatable, so two plays leave
the same minutes, byte for byte.
"""

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.values import Money
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.services.work import drained
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.committee.window import CommitteeWindow
from alize_desktop.ui.main_window import MainWindow
from alize_desktop.ui.widgets.search import SearchField

PROGRAMME: Final = Programme(
    basin="Côte-d’Or",
    operator="Alizé Côte-d’Or (démonstration)",
    fund_amount=Money(120_000_00),
    is_demonstration=True,
)
AGENDA: Final = ("2026-006", "2026-003", "2026-013")
"""An advance and days, days alone, and a dossier that will be deferred."""

_BEGINS: Final = datetime(2026, 5, 19, 12, 1, tzinfo=UTC)
_SIZE: Final = (1440, 900)


class DemonstrationClock:
    """A clock that moves at each reading of the services, and when the script says so."""

    def __init__(self) -> None:
        self._instant = _BEGINS

    def __call__(self) -> datetime:
        """Return the instant, then move one second on."""
        self._instant += timedelta(seconds=1)
        return self._instant

    def now(self) -> datetime:
        """Return the instant without moving it, for what windows show."""
        return self._instant

    def advance(self, minutes: int) -> None:
        """Let the discussion last."""
        self._instant += timedelta(minutes=minutes)


def repeatable_entropy() -> Callable[[int], bytes]:
    """Return a source of bytes that is the same at each play."""
    numbers = count()

    def draw(size: int) -> bytes:
        return hashlib.sha256(f"demonstration {next(numbers)}".encode()).digest()[:size]

    return draw


class Demonstration:
    """Plays the meeting.

    Args:
        window: The main window, on an empty registry.
        services: Services of that registry.
        folder: Where papers and pictures are left.
        clock: Clock of the registry.
    """

    def __init__(
        self, window: MainWindow, services: Services, folder: Path, clock: DemonstrationClock
    ) -> None:
        self._window = window
        self._services = services
        self._folder = folder
        self._clock = clock

    def play(self) -> Iterator[str]:
        """Play it all; yield the name of each file left."""
        self._window.resize(*_SIZE)
        self._window.show()
        self._import_sample()
        meeting_id = self._prepare_meeting()
        committee = self._window.open_committee(meeting_id)
        if committee is None:
            msg = "the main window has no registry"
            raise RuntimeError(msg)
        committee.showNormal()
        committee.resize(*_SIZE)
        yield from self._hold(committee)
        committee.close()
        yield from self._show_dossiers()
        yield from self._write_papers(meeting_id)

    def _import_sample(self) -> None:
        importing = self._services.importing
        sample = resource("samples", "bassin-dossiers.xlsx")
        _report, changes = importing.accept(importing.preview(sample))
        self._window.bus.changed.emit(changes, None)

    def _show_dossiers(self) -> Iterator[str]:
        """Find a decided dossier as a person would, then show it in the whole list."""
        self._window.activateWindow()
        QTest.qWaitForWindowActive(self._window)
        self._type(self._search, "toiture oe")
        self._key(self._search, Qt.Key.Key_Return)
        self._key(self._search, Qt.Key.Key_Down)
        self._search.clear()
        yield self._picture(self._window, "dossiers")
        self._key(self._window, Qt.Key.Key_Return)
        self._key(self._window, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        yield self._picture(self._window, "dossier")

    def _prepare_meeting(self) -> UUID:
        dossiers, meetings = self._services.dossiers, self._services.meetings
        chosen = [dossiers.by_number(each) for each in AGENDA]
        for each in chosen:
            dossiers.change_state(each, DossierState.UNDER_APPRAISAL)
            dossiers.change_state(each, DossierState.COMPLETE)
        meeting_id, _changes = meetings.create(
            MeetingDraft(
                held_on=date(2026, 5, 19),
                starts_at=time(14, 0),
                place="Dijon, salle de la Chambre",
                secretary="Claire Roussel",
            )
        )
        changes = meetings.set_agenda(meeting_id, chosen)
        self._window.bus.changed.emit(changes, None)
        return meeting_id

    def _hold(self, window: CommitteeWindow) -> Iterator[str]:
        yield from self._call_the_roll(window)
        yield from self._grant_advance(window)
        yield from self._grant_days(window)
        self._defer(window)
        self._next(window)
        self._at(window, Step.CLOSING)
        yield self._picture(window, "levee")
        self._next(window)
        self._at(window, Step.CLOSED)

    def _call_the_roll(self, window: CommitteeWindow) -> Iterator[str]:
        self._at(window, Step.OPENING)
        self._next(window)
        self._at(window, Step.ROLL_CALL)
        self._keys(window, "P", "R")  # the second member gave a proxy to the fourth
        self._type(self._focused(window), "leveque d")
        self._key(self._focused(window), Qt.Key.Key_Return)
        self._keys(window, "1", "E")  # the proxy came by mail
        yield self._picture(window, "appel")
        self._keys(window, "T")
        self._next(window)
        self._at(window, Step.QUORUM)
        yield self._picture(window, "quorum")
        self._next(window)
        self._at(window, Step.BETWEEN)

    def _grant_advance(self, window: CommitteeWindow) -> Iterator[str]:
        self._clock.advance(3)
        self._next(window)
        self._at(window, Step.PRESENTATION)
        yield self._picture(window, "presentation")
        self._clock.advance(18)
        self._next(window)
        self._at(window, Step.RECUSALS)
        self._next(window)
        self._at(window, Step.DELIBERATION)
        yield self._picture(window, "deliberation")
        self._next(window)
        self._at(window, Step.BALLOT)
        for number, choice in ("1P", "2P", "3C", "4P", "5A", "6P", "7P", "8P"):
            self._keys(window, number, choice)
        yield self._picture(window, "vote")
        self._keys(window, "T")
        self._next(window)
        self._at(window, Step.RESULT)
        self._next(window)
        yield self._picture(window, "resultat")
        self._next(window)
        self._at(window, Step.DECISION)
        yield self._picture(window, "decision")
        self._next(window)
        self._at(window, Step.BETWEEN)

    def _grant_days(self, window: CommitteeWindow) -> Iterator[str]:
        self._clock.advance(2)
        self._next(window)
        self._clock.advance(15)
        self._next(window)
        self._at(window, Step.RECUSALS)
        self._keys(window, "O")  # the company's banker steps aside
        yield self._picture(window, "deports")
        self._next(window, 2)  # deliberate, then vote
        self._at(window, Step.BALLOT)
        self._keys(window, "T")
        self._next(window, 3)  # close, proclaim, go to the decision
        self._at(window, Step.DECISION)
        self._next(window)
        self._at(window, Step.BETWEEN)

    def _defer(self, window: CommitteeWindow) -> None:
        self._clock.advance(2)
        self._next(window)
        self._clock.advance(11)
        self._keys(window, "J")  # defer without a vote
        self._at(window, Step.DECISION)
        documents = window.findChild(QWidget, "decision_documents")
        if documents is None:
            msg = "a deferral no longer asks for documents"
            raise RuntimeError(msg)
        self._type(documents, "Bilan 2025 et devis de la machine")
        self._key(documents, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self._at(window, Step.BETWEEN)
        self._clock.advance(4)

    def _write_papers(self, meeting_id: UUID) -> Iterator[str]:
        services = self._services
        paper = drained(services.minutes.export(meeting_id, self._folder / "pv.pdf"))
        yield paper.path
        dossier_id = services.dossiers.by_number(AGENDA[0])
        path = self._folder / f"echeancier-{AGENDA[0]}.xlsx"
        yield drained(services.schedules.export(dossier_id, path)).path

    @property
    def _search(self) -> SearchField:
        field = self._window.stack.search_field()
        if field is None:
            msg = "the screen of dossiers is not shown"
            raise RuntimeError(msg)
        return field

    def _next(self, window: CommitteeWindow, times: int = 1) -> None:
        for _each in range(times):
            self._key(window, Qt.Key.Key_Space)

    def _keys(self, window: CommitteeWindow, *letters: str) -> None:
        for each in letters:
            QTest.keyClicks(self._focused(window), each)
            self._settle()

    def _type(self, widget: QWidget, text: str) -> None:
        widget.setFocus()
        QTest.keyClicks(widget, text)
        self._settle()

    def _key(
        self,
        widget: QWidget,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        windows = (CommitteeWindow, MainWindow)
        target = self._focused(widget) if isinstance(widget, windows) else widget
        QTest.keyClick(target, key, modifier)
        self._settle()

    def _focused(self, window: QWidget) -> QWidget:
        return window.focusWidget() or window

    def _at(self, window: CommitteeWindow, step: Step) -> None:
        """Check that the screen went where the keys were meant to lead.

        Raises:
            RuntimeError: It did not: the play and the screens no longer agree.
        """
        if window.step is not step:
            msg = f"the committee is at {window.step.value}, not at {step.value}"
            raise RuntimeError(msg)

    def _settle(self) -> None:
        QTest.qWait(1)

    def _picture(self, widget: QWidget, name: str) -> str:
        QTest.qWait(150)
        path = self._folder / f"{name}.png"
        if not widget.grab().save(str(path)):
            msg = f"the picture cannot be written: {path}"
            raise OSError(msg)
        return str(path)
