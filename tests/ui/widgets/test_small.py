"""Buttons, pills, labels, cards, bars, search, toast, confirmation, progress."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from alize_desktop.models.records.changes import Progress
from alize_desktop.ui.tasks import Task
from alize_desktop.ui.theme.tokens import LIGHT, Role
from alize_desktop.ui.widgets.bars import BarChart, BarRow
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.cards import Card, FigureCard, FigureRow
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.keys import KeyCap, key_name
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, frame, label, set_role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.ui.widgets.progress import ProgressStrip
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.ui.widgets.search import SearchField
from alize_desktop.ui.widgets.toast import Toast

LONG = "Informatique Kermadec de la Très Longue Vallée des Sapins"


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("Ctrl+Return", "Ctrl+Entrée"),
        ("Esc", "Échap"),
        ("Del", "Suppr"),
        ("Shift+F6", "Maj+F6"),
        ("F5", "F5"),
        ("P", "P"),
        ("Ctrl++", "Ctrl++"),
        ("+", "+"),
    ],
)
def test_keys_have_the_names_of_a_french_keyboard(qapp, key, name):
    assert key_name(key) == name


def test_a_key_cap_says_its_key(show):
    cap = show(KeyCap("Ctrl+K"), 80, 30)
    assert cap.accessibleName() == "Ctrl+K"
    assert cap.sizeHint().width() > cap.sizeHint().height()


def test_a_button_answers_to_the_key_it_shows(qtbot, show):
    whole = QWidget()
    column = QVBoxLayout(whole)
    button = KeyButton("Nouveau", "Ctrl+N")
    column.addWidget(button)
    show(whole)
    whole.activateWindow()
    qtbot.waitUntil(whole.isActiveWindow)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(whole, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert button.accessibleDescription() == "Ctrl+N"
    button.set_text("Créer & ouvrir")
    assert button.label() == button.accessibleName() == "Créer & ouvrir"
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(whole, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    button.set_key("")
    assert button.shortcut().isEmpty()
    assert button.accessibleDescription() == ""


def test_a_button_may_show_a_key_the_window_listens_to(qapp):
    button = KeyButton("Pour", "P", handles_key=False)
    assert button.shortcut().isEmpty()
    assert button.accessibleDescription() == "P"


def test_a_button_changes_its_kind(show):
    button = show(KeyButton("Clore"), 100, 40)
    before = button.grab().toImage()
    button.set_kind(Kind.DANGER)
    assert button.grab().toImage() != before


def test_a_button_shows_that_it_is_pressed(qtbot, show):
    button = show(KeyButton("Clore", kind=Kind.PRIMARY), 100, 40)
    before = button.grab().toImage()
    button.setDown(True)
    assert button.grab().toImage() != before


def test_a_pill_without_a_word_is_not_there(show):
    whole = QWidget()
    column = QVBoxLayout(whole)
    pill = Pill("Agréé", Role.GOOD, Shape.UP)
    column.addWidget(pill)
    show(whole)
    assert pill.isVisible()
    pill.set_state("")
    assert not pill.isVisible()
    pill.set_state("Refusé", Role.BAD, Shape.DOWN)
    assert pill.isVisible()
    assert pill.text() == pill.accessibleName() == "Refusé"


def test_a_pill_that_is_cut_has_a_tooltip(show):
    whole = QWidget()
    pill = Pill("Pièces attendues", Role.WAITING, Shape.DISC, whole)
    show(whole)
    pill.resize(80, 24)
    pill.grab()
    assert pill.toolTip() == "Pièces attendues"
    pill.resize(pill.sizeHint())
    pill.grab()
    assert pill.toolTip() == ""


def test_a_line_that_is_cut_has_a_tooltip(show):
    line = show(ElidedLabel(LONG), 120, 30)
    line.grab()
    assert line.toolTip() == LONG
    line.resize(900, 30)
    line.grab()
    assert line.toolTip() == ""


def test_markup_is_shown_as_it_is(show):
    assert label("<b>x</b>").textFormat() == Qt.TextFormat.PlainText
    assert ElidedLabel("<b>x</b>").textFormat() == Qt.TextFormat.PlainText


def test_a_label_takes_the_colour_of_a_meaning_and_leaves_it(show):
    words = show(label("Quorum"), 100, 30)
    set_role(words, Role.GOOD)
    assert words.palette().windowText().color().name().upper() == LIGHT.good
    set_role(words, None)
    assert words.palette().windowText().color().name().upper() == LIGHT.text


def test_a_wrapped_text_keeps_room_for_all_its_lines(qtbot, show):
    whole = QWidget()
    column = QVBoxLayout(whole)
    words = label(LONG, wraps=True)
    column.addWidget(words)
    show(whole, 160, 30)
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    tall = words.height()
    words.setText("Court")
    qtbot.waitUntil(lambda: words.minimumHeight() < tall)
    words.setText("")
    assert words.minimumHeight() == 0


@pytest.mark.parametrize("ground", list(Ground))
def test_every_ground_has_a_colour(show, ground):
    image = show(frame(ground), 60, 60).grab().toImage()
    colours = {LIGHT.bg, LIGHT.surface, LIGHT.raised, LIGHT.line}
    assert image.pixelColor(30, 30).name().upper() in colours


def test_a_figure_card_is_read_as_one_sentence(show):
    card = show(FigureCard("Avance", "15 000 €", "plafond 20 000 €"), 200, 100)
    assert card.accessibleName() == "Avance, 15 000 €, plafond 20 000 €"
    card.set_figure("—", role=Role.WAITING)
    assert card.accessibleName() == "Avance, —"


def test_figures_go_on_two_rows_before_one_is_cut(qtbot, show):
    cards = [FigureCard("Avance demandée", f"{number}15 000 €", "plafond") for number in range(4)]
    row = show(FigureRow(cards), 900, 140)
    assert len({card.y() for card in cards}) == 1
    row.resize(420, 300)
    qtbot.waitUntil(lambda: len({card.y() for card in cards}) == 2)
    row.resize(180, 600)
    qtbot.waitUntil(lambda: len({card.y() for card in cards}) == 4)
    cards[0].set_figure("1 000 000 000 000 000 €")
    row.resize(900, 200)
    qtbot.waitUntil(lambda: len({card.y() for card in cards}) == 2)


def test_a_row_of_no_figure_is_empty(show):
    assert show(FigureRow([])).minimumSizeHint().height() == 0


def test_a_card_holds_what_it_is_given(show):
    card = show(Card("Le projet"))
    card.body.addWidget(QLabel("x"))
    assert card.accessibleName() == "Le projet"
    assert show(Card()).findChildren(QLabel) == []


def test_bars_are_drawn_to_one_scale(show):
    chart = show(BarChart("Plan"), 400, 100)
    chart.set_rows(
        [
            BarRow("Fonds", "10 €", 10),
            BarRow("Prêt", "40 €", 40, Role.GOOD),
            BarRow("Rien", "0 €", 0),
            BarRow("Total", "50 €", 0, is_total=True),
        ]
    )
    chart.resize(400, chart.sizeHint().height())
    image = chart.grab().toImage()

    def length(y, colour):
        line = [image.pixelColor(x, y).name().upper() for x in range(image.width())]
        return line.count(colour)

    assert length(14, LIGHT.primary) * 4 == pytest.approx(length(42, LIGHT.good), abs=8)
    assert length(70, LIGHT.primary) == 0
    assert chart.accessibleName() == "Plan Fonds 10 €; Prêt 40 €; Rien 0 €; Total 50 €"


def test_bars_of_nothing_are_drawn_too(show):
    chart = show(BarChart())
    chart.grab()
    chart.set_rows([BarRow("Fonds", "0 €", 0)])
    chart.grab()
    assert chart.minimumSizeHint().width() > 0


def test_an_empty_place_offers_what_to_do(qtbot, show):
    place = show(EmptyState("Rien encore.", "Importer", "Ctrl+I", "Démonstration"))
    with qtbot.waitSignal(place.requested):
        place.button.click()
    with qtbot.waitSignal(place.second_requested):
        place.second.click()
    place.set_sentence("Toujours rien.")
    assert place.findChild(QLabel).text() == "Toujours rien."


def test_an_empty_place_may_have_nothing_to_offer(show):
    place = show(EmptyState("Rien encore."))
    assert not place.button.isVisible()
    assert not place.second.isVisible()


def test_what_is_tall_scrolls_downwards_only(show):
    content = QWidget()
    content.setMinimumSize(100, 2000)
    area = show(scrolled(content), 300, 200)
    assert area.verticalScrollBar().maximum() > 0
    assert not area.horizontalScrollBar().isVisible()


@pytest.fixture
def search(show):
    whole = QWidget()
    column = QVBoxLayout(whole)
    whole.field = SearchField("Rechercher", "Ctrl+K")
    column.addWidget(whole.field)
    column.addWidget(QPushButton("Autre"))
    show(whole)
    whole.field.heard = []
    whole.field.searched.connect(whole.field.heard.append)
    yield whole.field
    whole.close()


def test_a_search_is_asked_once_after_a_pause_from_two_letters(qtbot, search):
    qtbot.keyClicks(search, "b")
    qtbot.wait(150)
    assert search.heard == []
    qtbot.keyClicks(search, "era")
    qtbot.waitUntil(lambda: search.heard == ["bera"])
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert search.heard == ["bera"]


def test_enter_searches_at_once_and_escape_empties(qtbot, search):
    qtbot.keyClicks(search, "dijon")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert search.heard == ["dijon"]
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.heard == ["dijon", ""]
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.heard == ["dijon", ""]


def test_the_key_gives_the_keyboard_to_the_search(qtbot, search):
    window = search.window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.findChild(QPushButton).setFocus()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert search.hasFocus()


def test_down_leaves_for_the_list(qtbot, search):
    with qtbot.waitSignal(search.left_downwards):
        qtbot.keyClick(search, Qt.Key.Key_Down)


def test_a_search_that_is_shown_is_not_asked_again(qtbot, search):
    search.set_text("dijon")
    search.grab()
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert search.heard == []


def test_a_message_comes_and_goes_over_the_foot_of_its_window(qtbot, show):
    window = show(QWidget(), 600, 400)
    toast = Toast(window)
    assert not toast.isVisible()
    toast.show_message("Enregistré", milliseconds=30)
    assert toast.isVisible()
    assert toast.text() == "Enregistré"
    assert abs(toast.geometry().center().x() - 300) <= 1
    window.resize(800, 500)
    qtbot.waitUntil(lambda: abs(toast.geometry().center().x() - 400) <= 1)
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_message_is_placed_again_when_the_text_grows(qtbot, show, theme):
    window = show(QWidget(), 600, 400)
    toast = Toast(window)
    toast.show_message("Trois dossiers sont refusés", Role.BAD)
    before = toast.width()
    theme.set_text_scale(150)
    qtbot.waitUntil(lambda: toast.width() > before)


def test_a_question_is_answered_without_a_nested_loop(qtbot, show):
    window = show(QWidget())
    done = []
    box = confirm(
        window,
        "Retirer la pièce ?",
        "Retirer",
        lambda: done.append(True),
        detail="Elle reste au journal.",
    )
    assert box.isVisible()
    assert box.defaultButton().text() == "Annuler"
    yes = next(each for each in box.buttons() if each.text() == "Retirer")
    yes.click()
    assert done == [True]


def test_escape_is_the_safe_answer(qtbot, show):
    window = show(QWidget())
    done = []
    box = confirm(window, "Retirer ?", "Retirer", lambda: done.append(True), cancel="Garder")
    assert box.escapeButton().text() == "Garder"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChildren(QMessageBox) == [])
    assert done == []


def test_progress_is_shown_and_cancelled(qtbot, show):
    whole = QWidget()
    column = QVBoxLayout(whole)
    strip = ProgressStrip()
    column.addWidget(strip)
    show(whole)

    def work():
        for step in range(1000):
            yield Progress(step, 1000, f"Section {step}")

    task = Task(work)
    strip.watch(task, "Procès-verbal")
    assert strip.isVisible()
    strip.show_progress(Progress(3, 10, "Section 3"))
    strip.cancel_requested.emit()
    with qtbot.waitSignal(task.finished):
        task.start()
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_a_cancel_is_asked_once(qtbot, show):
    strip = show(ProgressStrip())
    button = strip.findChild(KeyButton)
    with qtbot.waitSignal(strip.cancel_requested):
        button.click()
    assert not button.isEnabled()


def test_help_events_do_not_disturb_a_pill(show):
    pill = show(Pill("Agréé"))
    pill.event(QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint()))
    assert pill.toolTip() == ""


@pytest.mark.parametrize("level", list(Level))
def test_every_level_of_text_has_a_size(show, level):
    assert show(label("x", level)).font().pixelSize() in {12, 14, 16, 23, 26}
