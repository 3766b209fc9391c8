import pytest

from alize_desktop.rules import dossier_checks
from alize_desktop.ui.dossiers.form import SheetForm
from alize_desktop.ui.dossiers.sheets import with_value


@pytest.fixture
def form(sheet):
    form = SheetForm(dossier_checks.problems)
    form.load(sheet, editable=True)
    return form


def test_a_form_without_a_sheet_says_nothing(qapp):
    form = SheetForm(dossier_checks.problems)
    assert form.sheet is None
    assert form.value("company.name") is None
    assert form.check_all()
    assert form.rebase(None, ()) == ()


def test_a_loaded_sheet_is_clean(form):
    status = form.status
    assert not status.is_dirty
    assert not status.can_undo
    assert not status.can_redo
    assert not status.problems


def test_an_edit_is_taken_back_and_given_again(form):
    form.edit("company.town", "Beaune")
    assert form.value("company.town") == "Beaune"
    assert form.status.is_dirty
    form.undo()
    assert form.value("company.town") == "Dijon"
    assert not form.status.is_dirty
    form.redo()
    assert form.value("company.town") == "Beaune"


def test_undo_crosses_fields(form):
    form.edit("company.town", "Beaune")
    form.enter()
    form.edit("jobs.created", 9)
    form.undo()
    assert form.value("jobs.created") == 2
    assert form.value("company.town") == "Beaune"
    form.undo()
    assert form.value("company.town") == "Dijon"


def test_the_edits_of_one_stay_in_a_field_are_one_step(form):
    form.edit("company.town", "Beau")
    form.edit("company.town", "Beaune")
    form.undo()
    assert form.value("company.town") == "Dijon"
    assert not form.status.can_undo


def test_another_stay_is_another_step(form):
    form.edit("company.town", "Beau")
    form.enter()
    form.edit("company.town", "Beaune")
    form.undo()
    assert form.value("company.town") == "Beau"


def test_a_stay_that_ends_where_it_began_leaves_no_step(form):
    form.edit("company.town", "Beaune")
    form.edit("company.town", "Dijon")
    assert not form.status.can_undo
    assert not form.status.is_dirty


def test_the_same_value_is_no_edit(form):
    form.edit("company.town", "Dijon")
    assert not form.status.can_undo


def test_a_form_that_is_not_editable_takes_nothing(form, sheet):
    form.load(sheet, editable=False)
    form.edit("company.town", "Beaune")
    form.note_typing("company.town")
    assert form.value("company.town") == "Dijon"
    assert not form.status.is_dirty


def test_a_problem_is_shown_in_the_field_that_was_edited(form):
    form.edit("company.siren", "123456789")
    assert set(form.status.problems) == {"company.siren"}
    form.edit("company.siren", "999449390")
    assert not form.status.problems


def test_problems_of_fields_nobody_touched_wait_for_the_save(form, sheet):
    form.load(with_value(sheet, "company.name", ""), editable=True)
    form.edit("company.town", "Beaune")
    assert not form.status.problems
    assert not form.check_all()
    assert set(form.status.problems) == {"company.name"}


def test_a_text_that_cannot_be_read_is_unsaved_and_forbids_the_save(form):
    form.refuse("request.amount")
    assert form.status.is_dirty
    assert form.status.refused == ("request.amount",)
    assert not form.check_all()


def test_undo_takes_back_a_text_that_cannot_be_read_first(form, qtbot):
    form.edit("company.town", "Beaune")
    form.refuse("request.amount")
    with qtbot.waitSignal(form.field_changed) as said:
        form.undo()
    assert said.args == ["request.amount"]
    assert not form.status.refused
    assert form.value("company.town") == "Beaune"


def test_typing_is_unsaved_before_it_is_finished(form):
    form.note_typing("company.town")
    assert form.status.is_dirty
    assert form.status.typing == ("company.town",)
    form.leave("company.town", is_read=True)
    form.leave("company.town", is_read=True)
    assert not form.status.is_dirty


def test_loading_another_sheet_forgets_everything(form, sheet):
    form.edit("company.siren", "1")
    form.refuse("request.amount")
    form.load(sheet, editable=True)
    status = form.status
    assert (status.is_dirty, status.can_undo, status.problems, status.refused) == (
        False,
        False,
        {},
        (),
    )


def test_what_was_typed_is_kept_over_a_sheet_that_changed_meanwhile(form, sheet):
    form.edit("company.town", "Beaune")
    form.edit("company.phone", "06")
    fresh = with_value(with_value(sheet, "company.phone", "07"), "company.bank", "Val")
    both = form.rebase(fresh, ("company.town", "company.phone", "company.bank"))
    assert both == ("company.phone",)
    assert form.value("company.town") == "Beaune"
    assert form.value("company.phone") == "06"
    assert form.value("company.bank") == "Val"
    assert form.status.is_dirty


def test_the_same_change_on_both_sides_is_no_conflict(form, sheet):
    form.edit("company.town", "Beaune")
    assert form.rebase(with_value(sheet, "company.town", "Beaune"), ("company.town",)) == ()
    assert not form.status.is_dirty
