"""The real main window on a registry, and a keyboard: what a person has in front of them."""

import shutil
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from alize_desktop.app import make_window
from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.committee.window import CommitteeWindow
from alize_desktop.ui.widgets.toast import Toast
from tests.clocks import TickingClock

AGENDA = ("2026-006", "2026-013", "2026-003")
"""Nobody has an interest in the first two; a banker has one in the third."""


@pytest.fixture
def ticking():
    return TickingClock(2026, 11, 23, 13, 2)


@pytest.fixture(scope="session")
def prepared_file(tmp_path_factory):
    """A registry with the sample workbook in it, and a meeting of three dossiers."""
    path = tmp_path_factory.mktemp("flows") / "prepared.alize"
    programme = Programme(basin="Côte-d’Or", fund_amount=Money(120_000_00))
    with Registry.create(path, programme, TickingClock(2026, 11, 23, 13, 2)) as registry:
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
    return path


class Hall:
    """The program as it stands on the desk, its keyboard, and the file behind it.

    Attributes:
        keys: How many keys were pressed.
    """

    def __init__(self, path, folder, clock):
        self._path = path
        self._folder = folder
        self._clock = clock
        self.keys = 0
        self._start()

    @property
    def window(self):
        """The committee window, once it is open."""
        shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
        return next((each for each in shown if isinstance(each, CommitteeWindow)), None)

    @property
    def step(self):
        return self.window.step

    @property
    def says(self):
        """What the large button says."""
        return plain(self.window.next_label)

    @property
    def state(self):
        """The meeting as the file holds it."""
        return self.services.committee.state(self.meeting)

    @property
    def item(self):
        """The dossier under way as the file holds it."""
        return self.state.current

    def press(self, *keys):
        """Press keys where the keyboard is: texts letter by letter, or ``Qt.Key``."""
        for key in keys:
            for each in key if isinstance(key, str) else (key,):
                QTest.keyClick(self._focused(), *(each if isinstance(each, tuple) else (each,)))
                self.keys += 1
                QTest.qWait(1)

    def reading(self, name):
        """Return the text of a widget that is shown, in the dialog that is open if any."""
        over = QApplication.activeModalWidget() or self.window
        found = (each for each in over.findChildren(QWidget, name) if each.isVisible())
        return plain(next(found).text())

    def refusal(self):
        """Return the sentence of the box that is open, which Escape closes."""
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox), "nothing is refused"
        sentence = plain(box.text())
        self.press(Qt.Key.Key_Escape)
        assert QApplication.activeModalWidget() is None
        return sentence

    def toast(self):
        """Return what the window says in passing."""
        shown = self.window or self.main
        return plain(next(each for each in shown.findChildren(Toast) if each.isVisible()).text())

    def called(self, seat):
        """Return where the member in a seat stands."""
        return next(each for each in self.state.attendance if each.member.seat == seat)

    def name(self, seat):
        """Return the full name of the member in a seat."""
        return self.called(seat).member.sheet.full_name

    def minutes(self, number):
        """Return what the minutes would tell of a dossier."""
        items = self.services.minutes.record(self.meeting).items
        return next(each for each in items if each.number == number)

    def tile(self, seat):
        """Return what the file holds of one voter."""
        return next((each for each in self.item.tiles if each.member.seat == seat), None)

    def move(self, seat, *keys):
        """Record with F6 that somebody comes or goes: what is proposed, unless told."""
        self.press(Qt.Key.Key_F6, str(seat), Qt.Key.Key_Return, *keys, Qt.Key.Key_Return)

    def begin(self, *absent):
        """Open the meeting from the main window, call the roll, establish the quorum."""
        self.enter()
        for seat in absent:
            self.press(f"{seat}e")
        self.press("t", "  ")
        assert self.step is Step.BETWEEN

    def enter(self):
        """Go from the main window to the roll call of the meeting, by keys alone."""
        self.press(Qt.Key.Key_F5, Qt.Key.Key_F5)
        assert self.step is Step.OPENING
        self.press(" ")

    def deliberate(self):
        """Take the next dossier; nobody steps aside for the interests they declared."""
        self.press("  ")
        self.answer_interests()

    def answer_interests(self, *answers):
        """Answer for each declared interest, no after the answers given; deliberate."""
        for _interest in self.item.suggested_recusals:
            self.press(answers[0] if answers else "n")
            answers = answers[1:]
        self.press(" ")
        assert self.step is Step.DELIBERATION

    def is_sound(self):
        """Return whether the file holds nothing that contradicts itself."""
        return self._registry.verify().is_sound

    def restart(self):
        """Close the program, and start it again on the same registry."""
        self._stop()
        self._start()

    def end(self):
        found = self._registry.verify()
        self._stop()
        assert found.is_sound, found

    def _start(self):
        clock = self._clock
        self._registry = Registry.open(self._path, clock)
        self.services = Services(self._registry)
        rows = self.services.meetings.rows()
        self.meeting = rows[0].id if rows else None
        self.main = make_window(self._folder / "settings.toml", self._folder, lambda: clock.now)
        self.main.show_programme(self.services, self._path)
        self.main.show()
        QTest.qWaitForWindowActive(self.main)

    def _stop(self):
        is_closed = self.main.close()
        self.main.let_go()  # what a failed test left open
        self._registry.close()
        self.main.deleteLater()
        assert is_closed, "a window asks something before it is closed"

    def _focused(self):
        window = QApplication.activeModalWidget() or self.window or self.main
        return window.focusWidget() or window


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def registry_file(prepared_file, tmp_path):
    return Path(shutil.copy(prepared_file, tmp_path / "bassin.alize"))


@pytest.fixture
def hall(qapp, registry_file, tmp_path, ticking):
    """The program on a prepared meeting; the registry is sound whatever was done."""
    made = Hall(registry_file, tmp_path, ticking)
    yield made
    made.end()
    qapp.styleHints().unsetColorScheme()
