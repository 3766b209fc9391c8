"""The guide says what the screens do: its keys, its pages, its links and its pictures."""

import re
import shutil
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTextBrowser

from alize_desktop.models.enums import BallotForm, DossierState
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.paths import guide, resource
from alize_desktop.services.bundle import Services
from alize_desktop.settings import Settings
from alize_desktop.ui.advances.bank_dialog import BankDialog
from alize_desktop.ui.aid.past_aids import PastAidsDialog
from alize_desktop.ui.aid.rates import RateDialog, RatesDialog
from alize_desktop.ui.committee.help import PAGES, guide_page
from alize_desktop.ui.committee.movement_pane import MovementPane
from alize_desktop.ui.committee.panes import StepStack
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.main_window import MainWindow
from alize_desktop.ui.matching.view import MatchingView
from alize_desktop.ui.missions.view import MissionsView
from alize_desktop.ui.people.categories_dialog import CategoriesDialog
from alize_desktop.ui.preferences import Preferences
from alize_desktop.ui.shell.places import sections
from alize_desktop.ui.shell.welcome import Welcome
from alize_desktop.ui.theme.theme import Theme
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.keys import key_name

pytestmark = pytest.mark.retold

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PORTABLE = QKeySequence.SequenceFormat.PortableText

FOLDER = guide("README").parent
FILES = sorted(FOLDER.glob("*.md"))
COMMON = "README"
OF_THE_MAIN_WINDOW = {"commencer", "reglement", "preparer", "modeles"}
OF_THE_WINDOW = {COMMON, "salle"}
OF_THE_CHART = {"←", "→", "Page préc.", "Page suiv.", "Début", "Fin"}
OF_THE_TOOLKIT = {"↑", "↓", "Entrée", "Tab"}  # lists and fields have them everywhere

CODE = re.compile(r"`([^`]+)`")
RANGE = re.compile(r"`([^`]*?)(\d)` à `\1(\d)`")
NO_KEY = re.compile(r"\.alize$|^\.p12$|^alize-desktop ")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
PLAIN_SPACE = re.compile(r"(?<=\S) [:;!?%€»]|« ")
STRAIGHT_APOSTROPHE = re.compile(r"[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]")


def text_of(page):
    return guide(page).read_text(encoding="utf-8")


def prose_of(page):
    """Return the text of a page without the names of keys and of files."""
    return CODE.sub("…", re.sub(r"\]\([^)]+\)", "]", text_of(page)))


def named_in(page):
    """Return the keys that a page names: « `1` à `9` » names nine."""
    text = text_of(page)
    found = {each for each in CODE.findall(text) if not NO_KEY.search(each)}
    for start, first, last in RANGE.findall(text):
        found |= {f"{start}{digit}" for digit in range(int(first), int(last) + 1)}
    return found


def keys_of(registry):
    """Return the names of every key that a registry of actions listens to."""
    return {key_name(key) for each in registry.actions() for key in each.shortcuts}


def offered_by(registry):
    """Return the names of the keys that a registry lists."""
    return {key_name(each.key) for each in registry.actions() if each.text and each.key}


def buttons_of(widget):
    """Return the names of the keys that the buttons of a widget show."""
    return {each.accessibleDescription() for each in widget.findChildren(KeyButton)} - {""}


def shortcuts_of(widget):
    found = (each.key().toString(PORTABLE) for each in widget.findChildren(QShortcut))
    return {key_name(each) for each in found if each}


# the text


@pytest.mark.parametrize("file", FILES, ids=lambda each: each.stem)
def test_every_link_and_every_picture_is_there(file):
    text = file.read_text(encoding="utf-8")
    for target in LINK.findall(text):
        assert (FOLDER / target).is_file(), target
    for words, target in IMAGE.findall(text):
        assert words
        assert (FOLDER / target).is_file(), target


@pytest.mark.parametrize("file", FILES, ids=lambda each: each.stem)
def test_the_guide_is_set_as_french_is(file):
    text = prose_of(file.stem)
    assert PLAIN_SPACE.findall(text) == []
    assert STRAIGHT_APOSTROPHE.findall(text) == []


def test_every_picture_is_shown_legible_and_light():
    shown = {target for file in FILES for _words, target in IMAGE.findall(text_of(file.stem))}
    kept = sorted((FOLDER / "images").iterdir())
    assert {f"images/{each.name}" for each in kept} == shown
    for each in kept:
        assert QImage(str(each)).width() == 1366, each.name
        assert each.stat().st_size < 150_000, each.name


def test_every_page_is_reached_from_the_first():
    reached, waiting = set(), [COMMON]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        links = (Path(each) for each in LINK.findall(text_of(page)))
        pages = {each.stem for each in links if each.parent == Path()}
        waiting += pages - reached - set(waiting)
    assert reached == {each.stem for each in FILES}


def test_every_page_leads_back_to_the_first():
    for file in FILES:
        assert file.stem == COMMON or "(README.md)" in text_of(file.stem), file.stem


# the real windows


@pytest.fixture
def dressed(qapp, tmp_path):
    theme = Theme(qapp)
    preferences = Preferences(Settings(), tmp_path / "settings.toml")
    preferences.dress(theme)
    yield preferences
    theme.deleteLater()
    qapp.styleHints().unsetColorScheme()


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A registry with the sample workbook, and a meeting of one dossier."""
    path = tmp_path_factory.mktemp("office") / "office.alize"
    moment = datetime(2026, 11, 20, tzinfo=UTC)
    with Registry.create(path, Programme(basin="Vosges"), lambda: moment) as registry:
        services = Services(registry)
        services.importing.accept(
            services.importing.preview(resource("samples", "bassin-dossiers.xlsx"))
        )
        dossier = services.dossiers.by_number("2026-006")
        for state in (DossierState.UNDER_APPRAISAL, DossierState.COMPLETE):
            services.dossiers.change_state(dossier, state)
        draft = MeetingDraft(date(2026, 11, 23), time(9, 0), "Épinal", None, "Mme Roussel")
        meeting_id, _changes = services.meetings.create(draft)
        services.meetings.set_agenda(meeting_id, [dossier])
    return path


@pytest.fixture
def main(qtbot, dressed, office, tmp_path, clock):
    """The main window, on its meetings."""
    path = tmp_path / "office.alize"
    shutil.copy(office, path)
    geometry = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    with Registry.open(path, clock) as registry:
        window = MainWindow(dressed, geometry, tmp_path, tmp_path / "log", clock)
        qtbot.addWidget(window)
        window.show_programme(Services(registry), path)
        window.show()
        yield window
        window.let_go()


@pytest.fixture
def committee(main):
    """The committee window, before the opening of the meeting."""
    meeting_id = main._services.meetings.by_number("CA-2026-01")
    window = main.open_committee(meeting_id)
    window.showNormal()
    window.resize(1366, 768)
    return window


@pytest.fixture
def panes(committee):
    """Every pane of each step, one a form of ballot where it changes what is shown."""
    stack = committee.findChild(StepStack)
    return {
        step: {stack.pane(step, form) for form in BallotForm if has_form(step, form)}
        for step in Step
    }


def has_form(step, form):
    votes = step in (Step.BALLOT, Step.CORRECTION)
    named = form is BallotForm.NAMED
    return named or (votes and not (step is Step.CORRECTION and form is BallotForm.CONSENSUS))


def test_every_key_of_a_step_is_on_its_page(panes):
    for step, shown in panes.items():
        for pane in shown:
            lacking = offered_by(pane.registry) - named_in(PAGES[step])
            assert not lacking, (PAGES[step], type(pane).__name__)


def test_every_key_of_the_whole_meeting_is_on_the_first_page(committee):
    committee.registry.show_step(None)
    assert offered_by(committee.registry) <= named_in(COMMON)


def test_no_page_of_a_step_names_a_key_that_nobody_hears(committee, panes, qtbot):
    movement = MovementPane(None)
    qtbot.addWidget(movement)
    committee.registry.show_step(None)
    everywhere = keys_of(committee.registry)
    heard = {page: set(everywhere) for page in {*PAGES.values(), *OF_THE_WINDOW}}
    for step, shown in panes.items():
        for pane in shown:
            heard[PAGES[step]] |= keys_of(pane.registry) | buttons_of(pane)
    heard["appel"] |= keys_of(movement.registry)
    for page, keys in heard.items():
        assert named_in(page) <= keys, page


def test_no_page_of_the_main_window_names_a_key_that_nobody_hears(main, qtbot):
    heard = set(OF_THE_TOOLKIT)
    for section in sections():
        for place in section.places:
            main.go_to(place.key)
            heard |= buttons_of(main) | shortcuts_of(main)
    welcome = Welcome([])
    qtbot.addWidget(welcome)
    heard |= buttons_of(welcome)
    for page in OF_THE_MAIN_WINDOW:
        assert named_in(page) <= heard, page


def test_the_page_of_advances_names_the_keys_of_their_screen_and_of_statements(main, qtbot):
    main.go_to("advances")
    screen = main.stack.currentWidget()
    statement = BankDialog("relevé.csv", (), (), screen.deeds._tools, main)
    qtbot.addWidget(statement)
    keys = buttons_of(screen) | buttons_of(statement) | {screen.list.search.accessibleDescription()}
    heard = shortcuts_of(main) | OF_THE_TOOLKIT | {"Espace", "←", "→"}
    assert keys <= named_in("avances") <= keys | heard


def test_the_pages_of_the_fund_and_of_aid_name_the_keys_of_their_screens(main, qtbot):
    main.go_to("fund")
    screen = main.stack.currentWidget()
    of_rules, of_register = screen.page("rules"), screen.page("register")
    fund = {
        key
        for each in ("statement", "movements", "forecast")
        for key in buttons_of(screen.page(each))
    }
    fund |= buttons_of(of_rules) | shortcuts_of(of_rules)
    rates, past = (
        RatesDialog(of_register._tools),
        PastAidsDialog(of_register._tools, "Val", "732829320"),
    )
    asked = RateDialog(of_register._tools)
    for each in (rates, past, asked):
        qtbot.addWidget(each)
    writing = buttons_of(asked)
    aid = buttons_of(of_register) | buttons_of(rates) | buttons_of(past)
    heard = shortcuts_of(main) | OF_THE_TOOLKIT | OF_THE_CHART | writing | {"Espace"}
    assert fund <= named_in("fonds") <= fund | heard
    assert aid - writing <= named_in("aides") <= aid | heard


def test_the_page_of_the_follow_up_names_the_keys_of_its_screen(main):
    main.go_to("follow_up")
    screen = main.stack.currentWidget()
    rules = screen.page("rules")
    keys = buttons_of(screen) | buttons_of(rules) | shortcuts_of(rules)
    heard = shortcuts_of(main) | OF_THE_TOOLKIT
    assert keys <= named_in("suivi") <= keys | heard


def test_the_page_of_the_report_names_the_keys_of_its_screen(main):
    main.go_to("report")
    keys = buttons_of(main.stack.currentWidget())
    heard = shortcuts_of(main) | OF_THE_TOOLKIT | OF_THE_CHART
    assert keys <= named_in("bilan") <= keys | heard


def test_the_page_of_partners_names_the_keys_of_its_screens(main, qtbot):
    main.stack.currentWidget().editor.panes.show_pane("skills")
    keys = buttons_of(main.stack.findChild(MatchingView))
    main.go_to("partners")
    screen = main.stack.currentWidget()
    categories = CategoriesDialog(screen._tools)
    qtbot.addWidget(categories)
    keys |= buttons_of(screen) | buttons_of(categories)
    heard = shortcuts_of(main) | OF_THE_TOOLKIT
    assert keys <= named_in("partenaires") <= keys | heard


def test_the_page_of_missions_names_the_keys_of_its_screens(main):
    main.stack.currentWidget().editor.panes.show_pane("missions")
    view = main.stack.findChild(MissionsView)
    main.go_to("follow_up")
    page = main.stack.currentWidget().page("missions")
    keys = buttons_of(view) | shortcuts_of(page)
    assert keys <= named_in("missions") <= keys | OF_THE_TOOLKIT


def test_the_page_of_jobs_names_the_keys_of_its_milestones():
    assert {"←", "→", "Entrée"} == named_in("emplois") <= OF_THE_TOOLKIT | OF_THE_CHART


def test_the_page_of_the_minutes_names_the_keys_of_their_window(main):
    meeting_id = main._services.meetings.by_number("CA-2026-01")
    main.stack.minutes_asked.emit(main._services, meeting_id)
    keys = buttons_of(main.body.minutes.window)
    assert keys <= named_in("proces-verbal") <= keys | OF_THE_TOOLKIT


def test_the_page_of_papers_names_the_keys_of_their_windows(main, qtbot):
    heard = shortcuts_of(main) | OF_THE_TOOLKIT
    for place in ("dossiers", "meetings"):
        main.go_to(place)
        heard |= buttons_of(main)
    meeting_id = main._services.meetings.by_number("CA-2026-01")
    main.papers.show_meeting(main._services, meeting_id)
    keys = buttons_of(main.papers.windows._open[meeting_id])
    main.papers.show(resource("samples", "bassin-dossiers.xlsx"))
    keys |= buttons_of(main.papers._preview)
    dossier_id = main._services.dossiers.by_number("2026-006")
    main.papers.show_dossier(main._services, dossier_id)
    keys |= buttons_of(main.papers.windows._open[dossier_id])
    assert keys <= named_in("papiers") <= keys | heard


# the help


def press(window, *keys):
    """Press keys one after the other where the keyboard is."""
    for key in keys:
        target = window.focusWidget() or window
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        elif isinstance(key, tuple):
            QTest.keyClick(target, *key)
        else:
            QTest.keyClick(target, key)
        QTest.qWait(1)


@pytest.fixture
def help_opens(committee, qtbot):
    """Go on by keys, then see that the help key opens the page of the step reached."""
    seen = set()

    def opens(step, *keys):
        press(committee, *keys)
        assert committee.step is step
        seen.add(step)
        press(committee, "?" if len(seen) % 2 else KEY.Key_F1)
        box = committee.findChild(QDialog, "keys_help")
        page = box.findChild(QTextBrowser, "guide_page")
        title = guide_page(step).read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        assert page.toPlainText().startswith(title)
        assert title in text_of(PAGES[step])
        QTest.keyClick(box, KEY.Key_Escape)
        qtbot.waitUntil(lambda: committee.findChild(QDialog, "keys_help") is None)
        committee.activateWindow()
        return seen

    return opens


def test_the_help_key_opens_the_page_of_each_step(committee, help_opens):
    help_opens(Step.OPENING)
    help_opens(Step.ROLL_CALL, " ")
    help_opens(Step.QUORUM, "t", " ")
    help_opens(Step.BETWEEN, " ")
    press(committee, "n", KEY.Key_Up, KEY.Key_Up)  # a point of information, added now
    press(committee, *[KEY.Key_Down] * 30, KEY.Key_Return)
    press(committee, "Point", KEY.Key_Return, "o")
    help_opens(Step.PRESENTATION, " ")
    help_opens(Step.RECUSALS, " ")
    while not committee.registry.action("meeting.next").is_possible():
        press(committee, "n")
    help_opens(Step.DELIBERATION, " ")
    help_opens(Step.BALLOT, "2")
    help_opens(Step.RESULT, "t", " ")  # everybody against
    help_opens(Step.CORRECTION, " ", "x")
    help_opens(Step.COUNTER_PROPOSAL, KEY.Key_Escape, KEY.Key_PageUp, "w", KEY.Key_Escape)
    help_opens(Step.DECISION, KEY.Key_Backspace, " ")
    press(committee, "r", KEY.Key_Down, (KEY.Key_Return, CTRL))  # a reason of the list
    help_opens(Step.STANDING, " ")
    press(committee, " ")
    help_opens(Step.CLOSING, " ")
    assert help_opens(Step.CLOSED, " ") == set(Step)


@pytest.mark.parametrize("step", list(Step))
def test_every_step_has_its_page(step):
    assert guide_page(step) == FOLDER / f"{PAGES[step]}.md"
