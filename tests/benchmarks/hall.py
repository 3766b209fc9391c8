"""The real windows of a meeting, and how long they take up to a repaint.

Imported once the application is made: it imports Qt.
"""

import shutil
import time

from measures import utc_now
from meeting import hold_meeting
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest

from alize_desktop.models.enums import RoomLayout
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.room import RoomState
from alize_desktop.models.store.registry import Registry
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.committee.grid import VoteGrid
from alize_desktop.ui.shell.committee_desk import CommitteeDesk
from alize_desktop.ui.shell.meeting_link import MeetingLink

WIDTH, HEIGHT = 1920, 1080
ANSWERS = "pppcpapn"


class Painted(QObject):
    """Counts the repaints of a widget.

    Attributes:
        times: How often it was painted.
    """

    def __init__(self, widget):
        super().__init__()
        self._widget = widget
        self.times = 0

    def __enter__(self):
        self._widget.installEventFilter(self)
        return self

    def __exit__(self, *_error):
        self._widget.removeEventFilter(self)

    def eventFilter(self, watched, event):
        self.times += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)

    def wait(self):
        """Let the application work until the widget is painted and its window shows it."""
        while not self.times:
            QTest.qWait(0)


class Hall:
    """The committee window and the room window of one meeting.

    Attributes:
        meeting: What is held, its ballot open.
    """

    def __init__(self, held, path, folder, size):
        members, dossiers = size
        own = shutil.copy(path, folder / f"committee-{members}.alize")
        registry = held.enter_context(Registry.open(own, utc_now))
        self.meeting = hold_meeting(registry, members, dossiers)
        self._bus = Bus()
        self._desk = CommitteeDesk(self._bus, folder / "committee.log", utc_now)
        held.callback(self._desk.close)
        self._window = self._desk.open(self.meeting.services, self.meeting.id)
        self._room = self._window.findChild(MeetingLink).room
        self._room.open_here()
        for each in (self._window, self._room.window):
            each.showNormal()
            each.resize(WIDTH, HEIGHT)
        QTest.qWait(1500)  # every pane is built ahead meanwhile
        grids = self._window.findChildren(VoteGrid)
        self._grid = next(each for each in grids if each.isVisible())

    def roll(self):
        """Answer for every voter; return the milliseconds from each key to its tile."""
        self.meeting.clear_votes()
        self._bus.changed.emit(Changes(meetings=frozenset({self.meeting.id})), None)
        self._grid.choose_next_empty()
        QTest.qWait(50)
        keys = (ANSWERS * 8)[: self._grid.missing()]
        spent = [self._answer(key) for key in keys]
        assert self.meeting.state().current.ballot.missing == 0, "an answer is not in the file"
        return spent

    def show(self, layout):
        """Show a layout of the room; return the milliseconds, and how often it was painted."""
        before = RoomLayout.WELCOME if layout is RoomLayout.BLACK else RoomLayout.BLACK
        self._room.show_state(RoomState(before))
        QTest.qWait(10)
        state = self.meeting.scenes[layout]
        with Painted(self._room.window.view) as painted:
            start = time.perf_counter()
            self._room.show_state(state)
            painted.wait()
            spent = (time.perf_counter() - start) * 1000
            QTest.qWait(10)  # a flicker would come now
        assert self._room.window.view.state == state
        return spent, painted.times

    def _answer(self, key):
        tile = next(each for each in self._grid.tiles() if each.is_selected())
        QTest.qWait(5)  # what the answer before left to do, a person leaves time for
        with Painted(tile) as painted:
            start = time.perf_counter()
            QTest.keyClick(self._window.focusWidget() or self._window, key)
            painted.wait()
            spent = (time.perf_counter() - start) * 1000
        assert tile.shown.choice is not None, "painted before the answer was recorded"
        return spent
