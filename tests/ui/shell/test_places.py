"""What holds in every place of the window, at every size."""

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from alize_desktop.ui.payments.dialog import PaymentFileDialog
from tests.advance_records import RULES
from tests.ui.clipping import overflowing_in

pytestmark = pytest.mark.retold

SIZES = [(1024, 640), (1366, 768)]
PLACES = [
    "welcome",
    "dossiers",
    "dossier",
    "meetings",
    "members",
    "partners",
    "advances",
    "fund",
    "follow_up",
    "report",
    "regulation",
    "new_rules",
    "templates",
    "settings",
]


FUND_PAGES = ["movements", "forecast", "rules", "register"]


@pytest.fixture
def show(qtbot, window, screen_of, a_meeting):
    """Show a place with something in it."""

    def shown(place):
        if place == "welcome":
            window.show_welcome()
        elif place == "dossier":
            window.go_to("dossiers")
            model = screen_of(window).browser.model
            screen_of(window).show_dossier(model.record(1).id)
        elif place in FUND_PAGES:
            window.go_to("fund")
            screen_of(window).show_page(place)
        elif place == "new_rules":
            window.go_to("regulation")
            screen_of(window).new.click()
        else:
            if place == "meetings":
                a_meeting()
            window.go_to(place)
        qtbot.wait(30)

    return shown


@pytest.mark.dressed
@pytest.mark.parametrize("place", PLACES + FUND_PAGES)
def test_no_text_is_cut(window, preferences, qtbot, show, clipped, tmp_path, place):
    long = tmp_path / ("Un nom très long " * 9 + ".alize")
    long.touch()
    preferences.remember(long)
    show(place)
    for percent, size in product((100, 130), SIZES):
        preferences.set(replace(preferences.settings, text_scale=percent))
        window.resize(*size)
        qtbot.wait(10)
        assert (window.width(), window.height()) == size
        assert clipped(window) == [], (percent, size)
        if place in ("advances", "fund", "report", *FUND_PAGES):
            assert overflowing_in(window) == [], (percent, size)


@pytest.mark.parametrize("place", PLACES)
def test_no_key_is_heard_twice(window, show, ambiguous, place):
    show(place)
    assert ambiguous(window) == []


def test_no_key_is_heard_twice_while_something_is_typed(window, dirty, ambiguous):
    assert dirty.editor.save.isEnabled()
    assert ambiguous(window) == []


@pytest.mark.parametrize("page", ["agreement", "offers", "conflicts", "days", "missions"])
def test_no_key_is_heard_twice_on_the_pages_of_a_partner(window, show, screen_of, ambiguous, page):
    show("partners")
    screen_of(window).pages.show_page(page)
    assert ambiguous(window) == []


def test_no_key_is_heard_twice_on_a_new_dossier(window, show, screen_of, ambiguous, qtbot):
    show("dossiers")
    screen_of(window).new_dossier()
    QTest.keyClicks(screen_of(window).focusWidget(), "X")
    qtbot.wait(10)
    assert ambiguous(window) == []


@pytest.mark.parametrize("place", PLACES)
def test_all_that_the_keyboard_reaches_has_a_name(window, show, unnamed, place):
    show(place)
    assert unnamed(window) == []


@pytest.mark.dressed
@pytest.mark.parametrize("place", PLACES)
def test_no_place_moves_the_bars(window, qtbot, show, place):
    window.go_to("dossiers")
    top, foot = window.body.top.geometry(), window.body.status.geometry()
    show(place)
    assert window.body.top.geometry() == top
    if place != "welcome":
        assert window.body.status.geometry() == foot


@pytest.mark.parametrize("place", PLACES)
def test_tab_reaches_everything_and_comes_back(window, qtbot, show, press, place):
    show(place)
    wanted = {
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and each.focusProxy() is None
    }
    reached = set()
    for _each in range(2 * len(wanted)):
        reached.add(window.focusWidget())
        press(Qt.Key.Key_Tab)
    assert {_name(each) for each in wanted - reached} == set()


def _name(widget):
    return widget.accessibleName() or widget.objectName() or type(widget).__name__


def test_tab_goes_through_the_first_page_in_the_order_it_is_read(
    qtbot, bare_window, preferences, press, tmp_path
):
    for name in ("ancien", "récent"):
        registry = tmp_path / f"{name}.alize"
        registry.touch()
        preferences.remember(registry)
    bare_window.show_welcome()
    reached = []
    for _each in range(5):
        qtbot.wait(1)
        reached.append(bare_window.focusWidget().accessibleName())
        press(Qt.Key.Key_Tab)
    assert reached[:2] == ["récent", "ancien"]
    assert reached[2:] == ["Nouveau programme…", "Ouvrir…", "Ouvrir la démonstration"]


def test_the_file_of_payments_is_opened_from_the_fund(window, services, screen_of):
    services.money_rules.adopt(RULES)
    window.go_to("fund")
    screen_of(window).payments.click()
    (dialog,) = window.findChildren(PaymentFileDialog)
    assert dialog.isVisible()
    dialog.reject()
