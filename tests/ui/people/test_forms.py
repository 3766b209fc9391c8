"""The sheets of members and partners: what is refused is said at its field."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from alize_desktop.models.enums import Agreement, MemberOffice
from alize_desktop.ui.people.member_form import MemberForm
from alize_desktop.ui.people.partner_form import PartnerForm

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("email", "membre@", "adresse"),
        ("voices", "beaucoup", "nombre"),
        ("voices", "-1", "plus petit"),
        ("last_name", " ", "obligatoire"),
    ],
)
def test_a_member_is_refused_at_the_field(members, people, type_in, press, field, typed, sentence):
    before = people.members()
    type_in(getattr(members.editor.form, field), typed)
    press(Qt.Key.Key_S, CONTROL)
    assert sentence in getattr(members.editor.form, field).error()
    assert members.editor.save.isEnabled()
    assert people.members() == before


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("siren", "999 341 986", "SIREN"),
        ("email", "rh12", "adresse"),
        ("company", "", "obligatoire"),
        ("days", "-3", "plus petit"),
    ],
)
def test_a_partner_is_refused_at_the_field(
    partners, people, type_in, press, field, typed, sentence
):
    before = people.partners()
    type_in(getattr(partners.editor.form, field), typed)
    press(Qt.Key.Key_S, CONTROL)
    assert sentence in getattr(partners.editor.form, field).error()
    assert people.partners() == before


def test_a_partner_is_saved_with_what_it_lends(partners, people, type_in, choose_in, press):
    form = partners.editor.form
    type_in(form.days, "41")
    form.skills.focus_control()
    form.skills.edit.setPlainText("Qualité\n\n  Numérique ")
    choose_in(form.large_group, Agreement.YES)
    press(Qt.Key.Key_S, CONTROL)
    saved = people.partners()[0].sheet
    assert (saved.days_per_year, saved.large_group) == (41, Agreement.YES)
    assert saved.skills == ("Qualité", "Numérique")


def test_a_new_partner_needs_a_name_and_a_siren(partners, people, type_in, press):
    press(Qt.Key.Key_N, CONTROL)
    type_in(partners.editor.form.company, "Verrerie du Val")
    press(Qt.Key.Key_S, CONTROL)
    assert partners.editor.form.siren.error()
    type_in(partners.editor.form.siren, "999 631 708")
    press(Qt.Key.Key_S, CONTROL)
    assert "Verrerie du Val" in [each.sheet.name for each in people.partners()]


def test_a_refusal_that_another_field_mends_is_forgotten(
    members, people, type_in, choose_in, press
):
    form = members.editor.form
    choose_in(form.office, MemberOffice.ALTERNATE)
    press(Qt.Key.Key_S, CONTROL)
    assert (
        form.alternate_of.error() == "Ce champ ne peut pas être vide."[:0]
        or form.alternate_of.error()
    )
    choose_in(form.office, MemberOffice.MEMBER)
    press(Qt.Key.Key_S, CONTROL)
    assert form.alternate_of.error() == ""
    assert people.members()[0].sheet.office is MemberOffice.MEMBER


def test_an_alternate_replaces_somebody_and_has_no_voice(members, people, choose_in, press):
    form = members.editor.form
    choose_in(form.office, MemberOffice.ALTERNATE)
    assert form.voices.value() == 0
    assert form.voices.edit.isReadOnly()
    choose_in(form.alternate_of, "Inès Lévêque D.")
    press(Qt.Key.Key_S, CONTROL)
    saved = people.members()[0]
    assert saved.sheet.alternate_of == "Inès Lévêque D."
    assert saved.alternate_of_id == people.members()[3].id
    assert "Inès Lévêque D." in members.model.index(0, 1).data(Qt.ItemDataRole.UserRole + 1)
    assert members.model.index(0, 4).data() == "—"


def test_an_alternate_who_becomes_a_member_has_a_voice_again(members, choose_in):
    form = members.editor.form
    choose_in(form.office, MemberOffice.ALTERNATE)
    choose_in(form.alternate_of, "Inès Lévêque D.")
    choose_in(form.office, MemberOffice.MEMBER)
    assert form.voices.value() == 1
    assert form.alternate_of.value() is None
    assert not form.alternate_of.box.isEnabled()


def test_a_member_keeps_the_voices_typed_when_the_office_changes(members, type_in, choose_in):
    form = members.editor.form
    type_in(form.voices, "2,5")
    choose_in(form.office, MemberOffice.VICE_CHAIR)
    assert form.voices.value() == Decimal("2.5")


def test_nobody_is_the_alternate_of_oneself(members, choose_in, press, people):
    form = members.editor.form
    choose_in(form.office, MemberOffice.ALTERNATE)
    choose_in(form.alternate_of, "Bruno Martin A.")
    press(Qt.Key.Key_S, CONTROL)
    assert "Bruno Martin A." in form.alternate_of.error()
    assert form.alternate_of.box.hasFocus()
    assert people.members()[0].sheet.alternate_of == ""


def test_a_full_member_who_left_is_still_named(qtbot, a_sheet):
    form = MemberForm()
    qtbot.addWidget(form)
    form.show_others([a_sheet])
    sheet = replace(
        a_sheet, office=MemberOffice.ALTERNATE, weight=Decimal(0), alternate_of="Jean Parti"
    )
    form.show_sheet(sheet)
    assert form.alternate_of.value() == "Jean Parti"
    assert form.read() == sheet


@pytest.mark.parametrize("kind", [MemberForm, PartnerForm])
def test_a_sheet_shown_is_read_back_the_same(qtbot, people, kind):
    form = kind()
    qtbot.addWidget(form)
    entries = people.members() if kind is MemberForm else people.partners()
    form.show_others([each.sheet for each in entries])
    for each in entries:
        form.show_sheet(each.sheet)
        assert form.read() == each.sheet
        assert not form.is_dirty


def test_numbers_are_written_the_french_way_and_aligned(members, type_in, press):
    type_in(members.editor.form.voices, "2.50")
    press(Qt.Key.Key_S, CONTROL)
    index = members.model.index(0, 4)
    assert index.data() == "2,5"
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
