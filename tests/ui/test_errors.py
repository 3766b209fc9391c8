"""The error box: a sentence, or an apology with the place of the log."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.errors import show_error
from alize_desktop.wording.errors import message_of

LOG = Path("/var/log/alize.log")


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def test_what_a_person_can_mend_is_a_sentence(window):
    error = UserError(ErrorCode.DISK_FULL, path="/media/cle")
    box = show_error(window, error, LOG)
    assert box.isVisible()
    assert box.text() == message_of(error)
    assert box.informativeText() == ""
    assert str(LOG) not in box.text()


def test_a_bug_is_an_apology_with_the_place_of_the_log(window, caplog):
    box = show_error(window, KeyError("Mme Lévêque"), LOG)
    assert "imprévue" in box.text()
    assert "conservé" in box.informativeText()
    assert str(LOG) in box.informativeText()
    assert "Lévêque" not in box.text() + box.informativeText()
    assert "unexpected error" in caplog.text


def test_the_box_goes_when_it_is_closed(qtbot, window):
    show_error(window, UserError(ErrorCode.DISK_FULL, path="/"), LOG).buttons()[0].click()
    qtbot.waitUntil(lambda: window.findChildren(QMessageBox) == [])


def test_the_bus_says_what_changed_and_who_changed_it(qtbot, window):
    bus = Bus()
    with qtbot.waitSignal(bus.changed) as said:
        bus.changed.emit(Changes(people=True), window)
    assert said.args == [Changes(people=True), window]
