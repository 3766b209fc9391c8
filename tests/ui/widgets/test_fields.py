"""Fields: silent while they are filled, exact about what the user did."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.values import Money
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.fields.choice import CheckField, ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.form import FieldForm
from alize_desktop.ui.widgets.fields.numbers import DecimalField, IntegerField, MoneyField
from alize_desktop.ui.widgets.fields.text import LongTextField, TextField

SECTORS = [("industry", "Industrie"), ("services", "Services")]


def read_siren(text):
    digits = "".join(text.split())
    if len(digits) != 9:
        raise UserError(ErrorCode.SIREN_INVALID, value=text)
    return digits


@pytest.fixture
def heard():
    """What a field says, in order."""
    return []


@pytest.fixture
def listen(heard):
    def connect(field):
        field.edited.connect(lambda value: heard.append(("edited", value)))
        field.refused.connect(lambda sentence: heard.append(("refused", sentence)))
        return field

    return connect


def type_text(control, text):
    """Type any character, also those no key of the test keyboard has."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(control, event)


def type_in(qtbot, field, text):
    """Replace the text as a person does, then go to the next field."""
    field.edit.setFocus()
    field.edit.selectAll()
    qtbot.keyClick(field.edit, Qt.Key.Key_Delete)
    type_text(field.edit, text)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("make", "value", "text"),
    [
        (TextField, "Électricité Saint-Éloi", "Électricité Saint-Éloi"),
        (MoneyField, Money(1_500_000), "15\u202f000"),
        (MoneyField, Money(1_500_050), "15\u202f000,50"),
        (IntegerField, 48, "48"),
        (DecimalField, Decimal("10.50"), "10,5"),
        (DateField, date(2026, 3, 3), "03/03/2026"),
    ],
)
def test_filling_a_field_shows_the_value_and_says_nothing(show, listen, heard, make, value, text):
    field = show(listen(make("Champ")))
    field.set_value(value)
    assert field.value() == value
    assert field.edit.text() == text
    assert field.commit()
    field.set_value(None)
    assert field.edit.text() == ""
    assert heard == []


@pytest.mark.parametrize(
    ("make", "typed", "value", "text"),
    [
        (TextField, "  Fonderie Hêtraie ", "Fonderie Hêtraie", "Fonderie Hêtraie"),
        (MoneyField, "12 000,00 €", Money(1_200_000), "12\u202f000"),
        (MoneyField, "12000.5", Money(1_200_050), "12\u202f000,50"),
        (IntegerField, "4 8", 48, "48"),
        (DecimalField, "10,25", Decimal("10.25"), "10,25"),
        (DateField, "3/4/26", date(2026, 4, 3), "03/04/2026"),
        (DateField, "3 avril 2026", date(2026, 4, 3), "03/04/2026"),
    ],
)
def test_what_the_user_types_is_read_then_tidied(
    qtbot, show, listen, heard, make, typed, value, text
):
    field = show(listen(make("Champ")))
    type_in(qtbot, field, typed)
    assert heard == [("edited", value)]
    assert field.value() == value
    assert field.edit.text() == text


@pytest.mark.parametrize(
    ("make", "typed"),
    [
        (MoneyField, "douze mille"),
        (MoneyField, "12.000"),
        (IntegerField, "4,5"),
        (IntegerField, "-1"),
        (IntegerField, "beaucoup"),
        (DecimalField, "10,255"),
        (DateField, "31/02/2026"),
        (DateField, "demain"),
    ],
)
def test_what_cannot_be_read_stays_as_typed_with_a_sentence(
    qtbot, show, listen, heard, make, typed
):
    field = show(listen(make("Champ")))
    type_in(qtbot, field, typed)
    assert field.edit.text() == typed
    assert field.value() is None
    assert heard[0] == ("refused", field.error())
    assert len(field.error()) > 20
    assert field.edit.accessibleDescription() == field.error()
    assert field.edit.property("wrong") == "true"
    assert not field.commit()


def test_a_good_value_takes_the_sentence_away(qtbot, show, listen, heard):
    field = show(listen(MoneyField("Prêt")))
    type_in(qtbot, field, "douze")
    type_in(qtbot, field, "12")
    assert field.error() == ""
    assert field.edit.property("wrong") == "false"
    assert heard[-1] == ("edited", Money(1200))
    assert field.commit()


def test_typing_the_same_value_again_is_not_an_edit(qtbot, show, listen, heard):
    field = show(listen(MoneyField("Prêt")))
    field.set_value(Money(1_200_000))
    type_in(qtbot, field, "12000")
    assert heard == []
    assert field.edit.text() == "12\u202f000"


def test_leaving_a_field_untouched_is_not_an_edit(qtbot, show, listen, heard):
    field = show(listen(TextField("Nom", required=True)))
    field.set_value("Alizé")
    field.focus_control()
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert heard == []


def test_a_required_field_says_so_when_it_is_empty(qtbot, show, listen, heard):
    field = show(listen(TextField("Nom", required=True)))
    assert "obligatoire" in field._label.text()
    assert not field.commit()
    assert field.error() == "Ce champ est obligatoire."
    type_in(qtbot, field, "Alizé")
    assert field.commit()
    type_in(qtbot, field, " ")
    assert not field.commit()
    assert heard == [("edited", "Alizé"), ("edited", "")]
    field.set_required(required=False)
    assert field._label.text() == field.label_text() == "Nom"
    assert not field.required


def test_a_reader_decides_what_a_line_means(qtbot, show, listen, heard):
    field = show(
        listen(TextField("SIREN", read=read_siren, show=lambda s: f"{s[:3]} {s[3:6]} {s[6:]}"))
    )
    type_in(qtbot, field, "999482137")
    assert field.edit.text() == "999 482 137"
    type_in(qtbot, field, "12")
    assert "SIREN" in field.error()
    assert field.value() == "999482137"
    field.set_value("999482137")
    assert field.error() == ""
    assert field.edit.text() == "999 482 137"


def test_the_sentence_of_a_service_is_shown_at_the_field(show, listen, heard):
    field = show(listen(MoneyField("Avance", hint="plafond : 20 000 €")))
    field.set_error("Le plafond est dépassé.")
    assert field.error() == "Le plafond est dépassé."
    field.set_error("")
    assert field.edit.accessibleDescription() == "plafond : 20 000 €"
    assert heard == []


def test_a_field_that_is_read_only_cannot_be_typed_in(qtbot, show):
    field = show(TextField("Nom"))
    field.set_read_only(read_only=True)
    qtbot.keyClicks(field.edit, "abc")
    assert field.edit.text() == ""


def test_the_label_leads_the_keyboard_to_the_control(show):
    field = show(MoneyField("Avance"))
    assert field._label.buddy() is field.edit
    assert field.focusProxy() is field.edit
    assert field.edit.accessibleName() == "Avance"


def test_a_long_text_is_kept_with_its_lines_once_left(qtbot, show, listen, heard):
    field = show(listen(LongTextField("Besoin", longest=30)))
    field.set_value("Un\ndeux")
    field.edit.setFocus()
    qtbot.waitUntil(field.edit.hasFocus)
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "Trois")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(field.edit, "quatre")
    assert heard == []
    field.edit.clearFocus()
    assert heard == [("edited", "Trois\nquatre")]
    assert field.value() == "Trois\nquatre"


def test_a_text_that_is_too_long_is_refused_whole(qtbot, show, listen, heard):
    field = show(listen(LongTextField("Besoin", longest=10)))
    field.edit.setPlainText("Bien trop long")
    assert not field.commit()
    assert field.value() == ""
    assert field.edit.toPlainText() == "Bien trop long"
    assert heard == [("refused", field.error())]


def test_a_required_long_text_says_so(show):
    field = show(LongTextField("Motif", required=True))
    assert not field.commit()
    field.edit.setPlainText("Parce que")
    assert field.commit()


def test_a_read_only_long_text_is_left_in_peace(show, listen, heard):
    field = show(listen(LongTextField("Besoin")))
    field.set_read_only(read_only=True)
    field.edit.setFocus()
    field.edit.setPlainText("changed by nobody")
    field.edit.clearFocus()
    assert heard == []


def test_a_choice_is_an_edit_only_when_it_changes(show, listen, heard):
    field = show(listen(ChoiceField("Secteur", SECTORS)))
    assert field.value() is None
    field.set_value("services")
    assert field.box.currentText() == "Services"
    field.box.activated.emit(2)
    assert heard == []
    field.box.setCurrentIndex(1)
    field.box.activated.emit(1)
    assert heard == [("edited", "industry")]
    assert field.value() == "industry"


def test_a_value_that_is_not_among_the_choices_shows_none(show):
    field = show(ChoiceField("Secteur", SECTORS, empty=None))
    field.set_value("trade")
    assert field.value() is None
    assert field.box.currentIndex() == -1


def test_new_choices_keep_the_value_that_is_still_there(show, listen, heard):
    field = show(listen(ChoiceField("Secteur", SECTORS)))
    field.set_value("services")
    field.set_choices([("services", "Services aux entreprises")])
    assert (field.value(), field.box.currentText()) == ("services", "Services aux entreprises")
    field.set_choices([("trade", "Commerce")])
    assert field.value() is None
    assert heard == []


def test_a_required_choice_says_so(show):
    field = show(ChoiceField("Secteur", SECTORS, required=True))
    assert not field.commit()
    field.box.setCurrentIndex(1)
    field.box.activated.emit(1)
    assert field.commit()
    field.box.setCurrentIndex(0)
    field.box.activated.emit(0)
    assert field.error() == "Ce champ est obligatoire."
    field.set_read_only(read_only=True)
    assert not field.box.isEnabled()


def test_the_wheel_never_changes_a_choice(show):
    field = show(ChoiceField("Secteur", SECTORS))
    field.set_value("industry")
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.box, event)
    assert field.value() == field._values[field.box.currentIndex()] == "industry"


def test_a_choice_that_is_cut_has_a_tooltip(show):
    field = show(ChoiceField("Secteur", [("a", "Services à la personne " * 4)]), 200, 80)
    field.set_value("a")
    field.grab()
    assert field.box.toolTip() == "Services à la personne " * 4


def test_a_box_is_ticked_by_the_user_only(qtbot, show, listen, heard):
    field = show(listen(CheckField("Huis clos")), 300, 80)
    field.set_value(value=True)
    assert field.value() is True
    assert heard == []
    qtbot.mouseClick(field.box, Qt.MouseButton.LeftButton, pos=QPoint(8, field.box.height() // 2))
    assert heard == [("edited", False)]
    assert field.commit()
    field.set_read_only(read_only=True)
    assert not field.box.isEnabled()


def test_a_date_is_picked_in_a_french_calendar(qtbot, show, listen, heard):
    field = show(listen(DateField("Déposé le")))
    field.set_value(date(2026, 3, 3))
    field._button.click()
    calendar = field.calendar()
    assert calendar.selectedDate() == QDate(2026, 3, 3)
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert calendar.locale().dayName(1) == "lundi"
    calendar.clicked.emit(QDate(2026, 4, 5))
    calendar.activated.emit(QDate(2026, 4, 5))
    assert heard == [("edited", date(2026, 4, 5))]
    assert field.edit.text() == "05/04/2026"
    qtbot.waitUntil(lambda: field.calendar() is None)


def test_a_calendar_without_a_date_opens_on_today(qtbot, show):
    field = show(DateField("Déposé le"))
    field._button.click()
    assert field.calendar().selectedDate() == QDate.currentDate()
    field.calendar().parentWidget().close()
    qtbot.waitUntil(lambda: field.calendar() is None)


def test_half_a_date_from_a_calendar_is_no_date(qtbot, show, listen, heard):
    field = show(listen(DateField("Déposé le")))
    field._button.click()
    assert not field.calendar().isDateEditEnabled()
    field.calendar().activated.emit(QDate())
    assert heard == []
    field.calendar().parentWidget().close()
    qtbot.waitUntil(lambda: field.calendar() is None)


def test_tab_leaves_a_date_for_the_next_field_and_a_key_opens_its_calendar(qtbot, show):
    form = show(FieldForm())
    day, amount = form.add(DateField("Le")), form.add(MoneyField("Montant"))
    form.activateWindow()
    day.focus_control()
    qtbot.waitUntil(day.edit.hasFocus)
    qtbot.keyClick(day.edit, Qt.Key.Key_Tab)
    assert amount.edit.hasFocus()
    day.focus_control()
    qtbot.keyClick(day.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert day.calendar() is not None
    day.calendar().parentWidget().close()
    qtbot.waitUntil(lambda: day.calendar() is None)


def test_the_sentence_of_a_date_goes_as_soon_as_the_date_can_be_read(qtbot, show):
    field = show(DateField("Au"))
    field.set_value(date(2026, 11, 23))
    field.edit.clear()
    qtbot.keyClicks(field.edit, "demain")
    assert not field.commit()
    field.edit.clear()
    qtbot.keyClicks(field.edit, "23/11/2026")
    assert field.error() == ""
    assert field.commit()


@pytest.mark.parametrize("make", [TextField, LongTextField, DateField])
def test_a_digit_with_alt_is_not_typed(qtbot, show, make):
    field = show(make("Note"))
    qtbot.keyClick(field.edit, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(field.edit, "7")
    typed = field.edit.toPlainText() if make is LongTextField else field.edit.text()
    assert typed == "7"


def test_a_date_that_is_read_only_has_no_calendar(show):
    field = show(DateField("Déposé le"))
    field.set_read_only(read_only=True)
    assert not field._button.isVisible()
    assert field.edit.isReadOnly()


@pytest.fixture
def form(show):
    form = FieldForm()
    form.name = form.add(TextField("Nom", required=True))
    form.amount = form.add(MoneyField("Avance"))
    form.note = form.add(LongTextField("Note"), wide=True)
    return show(form, 700, 400)


def test_a_form_has_two_columns_and_one_where_there_is_little_room(qtbot, form):
    assert form.name.y() == form.amount.y()
    assert form.name.x() < form.amount.x()
    assert form.note.width() == form.width()
    form.resize(400, 600)
    qtbot.waitUntil(lambda: form.amount.y() > form.name.y())
    assert form.name.x() == form.amount.x()
    assert form.name.width() == form.width()


def test_the_tab_key_goes_through_a_form_in_reading_order(qtbot, form):
    form.activateWindow()
    form.name.focus_control()
    qtbot.waitUntil(form.name.edit.hasFocus)
    qtbot.keyClick(form.name.edit, Qt.Key.Key_Tab)
    assert form.amount.edit.hasFocus()
    qtbot.keyClick(form.amount.edit, Qt.Key.Key_Tab)
    assert form.note.edit.hasFocus()


def test_a_form_reads_every_field_and_leads_to_the_first_wrong_one(qtbot, form):
    form.activateWindow()
    form.amount.edit.setText("douze")
    assert not form.commit()
    assert form.name.error()
    assert form.amount.error()
    qtbot.waitUntil(form.name.edit.hasFocus)
    form.name.edit.setText("Alizé")
    form.amount.edit.setText("12")
    assert form.commit()
    assert form.fields() == (form.name, form.amount, form.note)


def test_a_form_that_is_read_only_shows_and_nothing_else(form):
    form.set_read_only(read_only=True)
    assert all(each.edit.isReadOnly() for each in form.fields())


def test_a_field_without_a_control_is_a_bug(qtbot):
    field = Field("Nu")
    qtbot.addWidget(field)
    for call in (
        field.value,
        field.commit,
        lambda: field.set_value(1),
        lambda: field.set_read_only(read_only=True),
    ):
        with pytest.raises(NotImplementedError):
            call()


def test_markup_in_a_label_is_shown_as_it_is(show):
    field = show(TextField("R&D <b>x</b>"))
    assert field._label.textFormat() == Qt.TextFormat.PlainText
    assert field.findChild(QLineEdit) is field.edit


def test_a_change_of_theme_keeps_what_is_being_typed(theme, show):
    field = show(LongTextField("Besoin"))
    before = field.edit.height()
    field.edit.setPlainText("en cours")
    theme.set_text_scale(150)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert field.edit.toPlainText() == "en cours"
    assert field.edit.minimumHeight() > before
