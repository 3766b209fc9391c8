"""The real application holds a scripted meeting until it is stopped.

Makes a registry whose next meeting has four dossiers; then, for each socket received,
forks a program that is told there what to do.

A program says its process number, waits for the path of a registry, opens it as
anybody would, and says what its screen shows. Told where to go on in ``SCRIPT``, it
presses the keys of each gesture and says, once the last key is handled, what is shown
then. What it says is a line of JSON each.
"""

import argparse
import gc
import json
import os
import re
import signal
import socket
import traceback
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from itertools import count
from pathlib import Path
from time import monotonic
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from alize_desktop.app import Workshop, make_application
from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.committee.window import CommitteeWindow
from alize_desktop.ui.main_window import MainWindow
from alize_desktop.ui.room import desk as _room_desk  # noqa: F401 - loaded before the fork
from alize_desktop.ui.shell import meeting_link as _meeting_link  # noqa: F401 - the same

AGENDA = ("2026-006", "2026-003", "2026-013", "2026-001")
BEGINS = datetime(2026, 11, 23, 13, 2, tzinfo=UTC)

KEY = Qt.Key
ENTER, BACK, ESCAPE, TAB = KEY.Key_Return, KEY.Key_Backspace, KEY.Key_Escape, KEY.Key_Tab
SEND = (ENTER, Qt.KeyboardModifier.ControlModifier)
HOUR = re.compile(r"\d{1,2}\sh(\s\d{2})?")

Key = str | KEY | tuple[KEY, Qt.KeyboardModifier]


@dataclass(frozen=True)
class Gesture:
    """What an operator does for one entry: its keys write once at most.

    Attributes:
        leads_to: Step shown once it is done.
        mend: Keys to press when a program stopped in the middle reopens with the
            entry written and the step not moved.
    """

    leads_to: str
    keys: tuple[Key, ...]
    mend: tuple[Key, ...] = ()


def to(leads_to: str, *keys: Key, mend: tuple[Key, ...] = ()) -> Gesture:
    return Gesture(leads_to, keys, mend)


ROLL_CALL = (
    to("roll_call", " "),
    to("roll_call", "1p"),
    to("roll_call", "3r4", ENTER, "1"),  # a proxy, received by mail
    to("roll_call", "5d"),
    to("roll_call", "17e"),
    to("quorum", "t", " ", mend=(" ",)),
    to("between", " "),
)
NAMED = (
    to("presentation", " "),
    to("recusals", " "),
    to("recusals", "d9", ENTER, "parente", ENTER),
    to("deliberation", " "),
    to("deliberation", KEY.Key_F8, TAB, "pause", ENTER),
    to("deliberation", " "),
    to("ballot", " "),
    to("ballot", "1p"),
    to("ballot", "2c"),
    to("ballot", "4p"),
    to("ballot", "4rc"),  # the giver, unlike the holder
    to("ballot", "5a"),
    to("ballot", "2", "p"),
    to("ballot", KEY.Key_F6, "5", ENTER, ENTER),  # leaves: the answer is taken back
    to("ballot", KEY.Key_F6, "17", ENTER, ENTER),  # arrives late
    to("ballot", "17n"),
    to("ballot", "t"),
    to("result", " "),
    to("ballot", BACK),
    to("ballot", "6c"),
    to("result", " "),
    to("result", " "),
    to("correction", "x"),
    to("result", "voix mal entendue", ENTER, "2c", SEND, mend=(ESCAPE, BACK)),
    to("decision", " "),
    to("between", "i", "accord de la banque", SEND),
)
HANDS = (
    to("presentation", " "),
    to("recusals", " "),
    to("recusals", "o"),  # the banker of the company
    to("deliberation", " "),
    to("ballot", "2"),
    to("ballot", "13", TAB),  # as many against
    to("result", " "),
    to("result", " "),
    to("counter_proposal", "w"),
    to("ballot", "4000", ESCAPE, " "),
    to("ballot", "t"),
    to("result", " "),
    to("result", " "),
    to("decision", " "),
    to("between", SEND),
)
SECRET = (
    to("presentation", " "),
    to("recusals", " "),
    to("deliberation", " "),
    to("ballot", "3"),
    to(
        "ballot",
        *("s", "1", ENTER, "2", ENTER),
        *("16", ENTER, "9", ENTER, "5", ENTER, "1", ENTER, "1", TAB),
    ),
    to("result", " "),
    to("result", " "),
    to("decision", " "),
    to("between", " "),
)
CONSENSUS = (
    to("presentation", " "),
    to("recusals", " "),
    to("recusals", "n"),  # of an interest declared, answered no
    to("deliberation", " "),
    to("ballot", "4"),
    to("result", "o"),
    to("result", " "),
    to("decision", " "),
    to("between", " "),
)
SCRIPT = (
    *ROLL_CALL,
    *NAMED,
    *HANDS,
    *SECRET,
    *CONSENSUS,
    to("closing", " "),
    to("closed", " "),
)


class Clock:
    """Begins again with each program: the hour goes back at each reopening."""

    def __init__(self) -> None:
        self._start = monotonic()

    def __call__(self) -> datetime:
        return BEGINS + timedelta(seconds=monotonic() - self._start)


def prepare(path: Path) -> None:
    """Prepare a meeting with the sample's members and four of its dossiers."""
    programme = Programme(basin="Côte-d’Or", fund_amount=Money(120_000_00))
    with Registry.create(path, programme, Clock()) as registry:
        services = Services(registry)
        sample = resource("samples", "bassin-dossiers.xlsx")
        services.importing.accept(services.importing.preview(sample))
        dossiers = [services.dossiers.by_number(each) for each in AGENDA]
        for each in dossiers:
            services.dossiers.change_state(each, DossierState.UNDER_APPRAISAL)
            services.dossiers.change_state(each, DossierState.COMPLETE)
        draft = MeetingDraft(date(2026, 11, 23), time(14), "Dijon", None, "Mme Roussel")
        meeting, _changes = services.meetings.create(draft)
        services.meetings.set_agenda(meeting, dossiers)
        services.load()  # now rather than in each program


class Program:
    """One run of the application, driven by keys.

    Args:
        channel: Where it is told what to do, and says what is shown.
    """

    def __init__(self, channel: socket.socket) -> None:
        self._told = channel.makefile("r", encoding="utf-8")
        self._channel = channel

    def run(self) -> None:
        """Start as far as one can without a registry, then open the one that is named."""
        make_application()
        self._say(os.getpid())
        path = self._told.readline().strip()
        if path:
            QTimer.singleShot(0, self._drive)
            Workshop(Clock()).show_window(Path(path))

    def _drive(self) -> None:
        try:
            self._hold()
        except Exception:  # noqa: BLE001 - whatever it is, the test must be told
            self._say({"failed": traceback.format_exc()})
        finally:
            os._exit(0)  # as if the plug were pulled: nothing is closed

    def _hold(self) -> None:
        QTest.qWait(1)
        window = committee_mode()
        self._say(report(window))
        begin, is_half_done = json.loads(self._told.readline())
        if is_half_done:
            if not (mend := SCRIPT[begin].mend):
                msg = f"{SCRIPT[begin]} was written, and the step did not move"
                raise RuntimeError(msg)
            press(mend)
            begin += 1
            self._say(report(window))
        for gesture in SCRIPT[begin:]:
            press(gesture.keys)
            self._say(report(window))
            if window.step != gesture.leads_to:
                msg = f"{gesture} led to {window.step}"
                raise RuntimeError(msg)
        self._say("over")
        self._told.readline()

    def _say(self, what: object) -> None:
        self._channel.sendall(f"{json.dumps(what)}\n".encode())


def committee_mode() -> CommitteeWindow:
    """Reach the meeting from the main window with the key of the committee mode."""
    main = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    for _attempt in range(2):  # when none is being held, the first shows the next meeting
        if not (found := opened()):
            QTest.keyClick(main.focusWidget() or main, KEY.Key_F5)
            QTest.qWait(1)
    if not (found := opened()):  # a meeting that is over is chosen in the list
        rows = main._services.meetings.rows()
        main.open_committee(rows[0].id)
        found = opened()
    return found[0]


def opened() -> list[CommitteeWindow]:
    """Return the committee window, if it is open."""
    shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    return [each for each in shown if isinstance(each, CommitteeWindow)]


def press(keys: tuple[Key, ...]) -> None:
    """Press keys where the keyboard is, in the dialog that is open or in the window."""
    for key in keys:
        for each in key if isinstance(key, str) else (key,):
            window = QApplication.activeModalWidget() or opened()[0]
            target = window.focusWidget() or window
            if isinstance(each, str):
                QTest.keyClick(target, each)
            elif isinstance(each, tuple):
                QTest.keyClick(target, *each)
            else:
                QTest.keyClick(target, each)
            QTest.qWait(1)


def report(window: CommitteeWindow) -> dict[str, object]:
    """Return what the window shows: its place, what its button says, every entry."""
    if box := QApplication.activeModalWidget():
        msg = f"{type(box).__name__} is in the way: {box.windowTitle()}"
        raise RuntimeError(msg)
    state = window._conductor.state
    names = {line.id: line.number for line in state.agenda}
    names |= {each.member.id: str(each.member.seat) for each in state.attendance}
    point = state.current.line if state.current else state.standing
    return {
        "place": [window.step.value, point.number if point else ""],
        "says": window.next_label,
        "entries": sorted(flat(state, names, "")),
        "is_sound": services_of(window).programme.verify().is_sound,
    }


def services_of(window: CommitteeWindow) -> Services:
    main = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    return main._services


def flat(value: object, names: dict[UUID, str], path: str) -> list[str]:
    """Return a record as lines that are the same in every run: no identifier, no hour."""
    if isinstance(value, Member | DossierSheet) or not is_dataclass(value):
        if isinstance(value, tuple | frozenset | list):
            numbers = count()
            told = value if not isinstance(value, frozenset) else sorted(value, key=str)
            return [x for each in told for x in flat(each, names, f"{path}[{next(numbers)}]")]
        return [f"{path} = {word(value, names)}"]
    kept = [each.name for each in fields(value) if each.name != "position"]
    return [x for each in kept for x in flat(getattr(value, each), names, f"{path}.{each}")]


def word(value: object, names: dict[UUID, str]) -> str:
    """Return a plain value as it reads."""
    if isinstance(value, Member):
        return f"member {value.seat}"
    if isinstance(value, DossierSheet):
        return value.number
    if isinstance(value, datetime | time):
        return "an hour"
    if isinstance(value, UUID):
        return names.get(value, "an identifier")
    return HOUR.sub("an hour", str(value.value if isinstance(value, Enum) else value))


def nursery(descriptor: int) -> None:
    """Fork a program for each socket received: what is imported is shared."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that are killed
    gc.freeze()
    orders = socket.socket(fileno=descriptor)
    orders.sendall(b"ready")
    while True:
        order, received, _flags, _address = socket.recv_fds(orders, 16, 1)
        if not order:
            return
        if os.fork() == 0:
            orders.close()
            Program(socket.socket(fileno=received[0])).run()
            os._exit(0)
        os.close(received[0])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("registry", type=Path)
    parser.add_argument("descriptor", type=int)
    asked = parser.parse_args()
    prepare(asked.registry)
    nursery(asked.descriptor)


if __name__ == "__main__":
    main()
