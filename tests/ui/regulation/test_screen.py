"""Rules of procedure are read, written with their consequence in sight, and adopted."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import (
    BallotForm,
    MajorityBase,
    MajorityKind,
    QuorumKind,
    RulesPreset,
)
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.rules import (
    CollegeMinimum,
    CommitteeRules,
    QuorumRule,
    RulesDraft,
)
from alize_desktop.models.values import Share
from alize_desktop.rules.presets import PRESETS
from alize_desktop.ui.regulation import screen as screen_module
from alize_desktop.ui.regulation.adopting import adopting_detail
from alize_desktop.ui.regulation.setting import Difference
from alize_desktop.ui.regulation.versions import DRAFT
from alize_desktop.ui.theme.theme import Scheme

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
OTHER = RulesDraft("Règlement intérieur", date(2026, 3, 3), PRESETS[RulesPreset.UNANIMITY])


def child(widget, name):
    found = widget.findChild(object, name)
    assert found is not None
    return found


def choose(screen, name, row):
    """Choose in a list of the form by the keyboard."""
    box = screen.pane.form.field(name).box
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Home)
    for _each in range(row):
        QTest.keyClick(box, KEY.Key_Down)


def retype(edit, text):
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def shown(screen, name):
    return screen.pane.form.field(name).isVisibleTo(screen)


def test_the_model_rules_are_in_force_while_none_was_adopted(screen):
    assert child(screen, "version_title").text() == "Règlement type Alizé"
    assert screen.list.keys() == (0,)
    assert "En vigueur" in screen.list.item(0).text()
    field = screen.pane.form.field("majority.kind")
    assert not field.box.isEnabled()
    assert not screen.pane.foot.isVisible()
    assert child(screen, "simulated_quorum").text().startswith("✔")


def test_versions_come_newest_first_with_their_state(desk):
    desk.services.regulations.adopt(OTHER)
    desk.services.regulations.adopt(replace(OTHER, effective_on=date(2027, 1, 1)))
    screen = desk.open_screen()
    assert screen.list.keys() == (2, 1, 0)
    told = [screen.list.item(row).text() for row in range(3)]
    assert "À venir" in told[0]
    assert "En vigueur" in told[1]
    assert "N°\u00a01 · dès le 3 mars 2026" in told[1]
    assert "Remplacé" in told[2]
    assert screen.list.chosen() == 1
    screen.list.setFocus()
    QTest.keyClick(screen.list, KEY.Key_Up)
    QTest.keyClick(screen.list, KEY.Key_Up)
    assert screen.list.chosen() == 2
    assert screen.pane.form.rules() == OTHER.rules


def test_a_new_version_is_a_copy_of_the_one_in_force(desk, screen):
    QTest.keyClick(screen, KEY.Key_N, CTRL)
    assert screen.pane.is_drafting
    assert screen.list.keys() == (DRAFT, 0)
    assert screen.pane.form.rules() == CommitteeRules()
    assert not screen.pane.is_dirty
    assert child(screen, "draft_changed").text() == "Identique au règlement en vigueur"
    assert screen.window().focusWidget() is child(screen, "draft_label")
    assert child(screen, "draft_effective_on").text() == "02/11/2026"
    assert not screen.new.isEnabled()


def test_a_version_is_adopted_once_and_named(qtbot, desk, draft, answer):
    choose(draft, "majority.kind", 4)
    retype(child(draft, "draft_label"), "Reglement du comite")
    with qtbot.waitSignals([desk.bus.changed, draft.said]):
        QTest.keyClick(draft, KEY.Key_S, CTRL)
        told = answer(draft, "Adopter")
    assert "«\u00a0Reglement du comite\u00a0», à partir du 2 novembre 2026" in told
    assert "ne se modifie plus" in told
    assert "La majorité absolue\u00a0→ L’unanimité" in told
    adopted = desk.versions()[0]
    assert adopted.number == 1
    assert adopted.draft.rules.majority.kind is MajorityKind.UNANIMITY
    assert adopted.draft.label == "Reglement du comite"
    assert not draft.pane.is_drafting
    assert draft.list.chosen() == 1


def test_nothing_is_adopted_by_who_reads_again(desk, draft, answer):
    QTest.keyClick(draft, KEY.Key_S, CTRL)
    assert "Aucun réglage ne change" in answer(draft, "Relire encore")
    assert len(desk.versions()) == 1
    assert draft.pane.is_drafting


def test_what_cannot_be_read_is_told_at_its_field(desk, draft):
    retype(child(draft, "draft_label"), " ")
    retype(child(draft, "draft_effective_on"), "31/02/2026")
    QTest.keyClick(draft, KEY.Key_S, CTRL)
    assert draft.pane.label.error()
    assert draft.pane.effective_on.error()
    assert not [each for each in draft.findChildren(QMessageBox) if each.isVisible()]
    retype(child(draft, "draft_label"), "Texte")
    retype(child(draft, "draft_effective_on"), "03/03/2026")
    share = draft.pane.form.field("quorum.share")
    retype(share.edit, "3/2")
    assert not share.error()  # still being typed
    QTest.keyClick(draft, KEY.Key_S, CTRL)
    assert "p entre 1 et q" in share.error()
    retype(share.edit, "demi")
    QTest.keyClick(share.edit, KEY.Key_Return)
    assert share.error()


def test_what_the_rules_refuse_is_told_at_its_field(desk, draft):
    choose(draft, "quorum.kind", 1)
    share = draft.pane.form.field("quorum.share")
    retype(share.edit, "1/1")
    QTest.keyClick(draft, KEY.Key_S, CTRL)
    assert share.error()
    assert len(desk.versions()) == 1


def test_a_refusal_of_the_service_is_shown(desk, draft, answer, monkeypatch):
    shown_errors = []
    monkeypatch.setattr(
        screen_module, "show_error", lambda _parent, error, _log: shown_errors.append(error.code)
    )

    def refuse(_draft):
        raise UserError(ErrorCode.DISK_FULL)

    monkeypatch.setattr(desk.services.regulations, "adopt", refuse)
    QTest.keyClick(draft, KEY.Key_S, CTRL)
    answer(draft, "Adopter")
    assert shown_errors == [ErrorCode.DISK_FULL]
    assert draft.pane.is_drafting


def test_fields_appear_when_they_matter(draft):
    assert shown(draft, "quorum.share")
    assert not shown(draft, "quorum.count")
    choose(draft, "quorum.kind", 2)
    assert shown(draft, "quorum.count")
    assert not shown(draft, "quorum.share")
    assert draft.pane.form.rules().quorum.count == 5
    assert not shown(draft, "majority.share")
    choose(draft, "majority.kind", 2)
    assert shown(draft, "majority.share")
    assert draft.pane.form.rules().majority.share == Share(2, 3)
    choose(draft, "majority.kind", 1)
    assert not shown(draft, "majority.base")
    proxies = draft.pane.form.field("proxies_per_holder")
    proxies.edit.setFocus()
    QTest.keyClick(proxies.edit, KEY.Key_Down)
    assert draft.pane.form.rules().proxies_per_holder == 0
    for name in ("proxies_same_college", "proxies_in_secret", "quorum.counts_proxies"):
        assert not shown(draft, name)


def test_a_casting_vote_that_cannot_play_is_grey_and_says_why(draft):
    field = draft.pane.form.field("casting_vote")
    assert field.box.isEnabled()
    choose(draft, "majority.base", 1)
    assert draft.pane.form.rules().majority.base is MajorityBase.CAST_AND_ABSTENTIONS
    assert not field.box.isEnabled()
    assert "Sans objet" in field.box.accessibleDescription()
    assert not shown(draft, "tie_defers")
    choose(draft, "majority.base", 0)
    assert field.box.isEnabled()
    assert "départage" in field.box.accessibleDescription()


def test_the_consequence_follows_each_keystroke(draft):
    quorum = child(draft, "simulated_quorum")
    result = child(draft, "simulated_result")
    assert quorum.text().startswith("✔")
    assert result.text().endswith("adopté.")
    present = child(draft, "example_present")
    present.setFocus()
    QTest.keyClick(present, KEY.Key_Down)
    QTest.keyClick(present, KEY.Key_Down)
    assert present.text() == "7"
    assert quorum.text().startswith("✖")
    assert result.text() == "Sans quorum, rien n’est mis aux voix."
    retype(present, "9")
    assert quorum.text().startswith("✔")
    choose(draft, "majority.kind", 4)
    assert result.text().endswith("rejeté.")
    remarks = child(draft, "simulated_remarks").text()
    assert "Avec le règlement en vigueur, la proposition serait adoptée" in remarks


def test_an_example_that_contradicts_itself_says_so(draft):
    retype(child(draft, "example_votes_for"), "99")
    quorum, result = child(draft, "simulated_quorum"), child(draft, "simulated_result")
    assert quorum.text().startswith("✔")
    assert "104" in result.text()
    retype(child(draft, "example_in_office"), "3")
    assert quorum.text().startswith("✖")
    assert not result.isVisible()
    retype(child(draft, "example_in_office"), "17")
    retype(child(draft, "example_votes_for"), "5")
    box = child(draft, "example_chair")
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Home)
    assert draft.simulator.form.example().chair_choice_for is None
    assert child(draft, "simulated_result").isVisible()


def test_ready_made_rules_are_one_button_away_and_marked(draft):
    council = child(draft, "preset_municipal_council")
    council.click()
    rules = draft.pane.form.rules()
    assert rules.quorum.kind is QuorumKind.MORE_THAN
    assert not rules.remote_counts
    assert council.isChecked()
    assert not child(draft, "preset_alize").isChecked()
    council.click()
    assert council.isChecked()
    field = draft.pane.form.field("notice_days")
    field.edit.setFocus()
    QTest.keyClick(field.edit, KEY.Key_Up)
    assert not council.isChecked()
    child(draft, "draft_go_back").click()
    assert draft.pane.form.rules() == CommitteeRules()
    assert child(draft, "preset_alize").isChecked()
    assert not child(draft, "draft_go_back").isEnabled()


def test_changes_are_undone_one_by_one(draft):
    choose(draft, "ballot_form", 2)
    assert draft.pane.form.rules().ballot_form is BallotForm.SECRET
    draft.pane.form.field("money_requires_days").box.click()
    box = draft.pane.form.field("ballot_form").box
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Z, CTRL)
    assert not draft.pane.form.rules().money_requires_days
    for _each in range(4):
        QTest.keyClick(box, KEY.Key_Z, CTRL)
    assert draft.pane.form.rules() == CommitteeRules()
    number = draft.pane.form.field("minimum_jobs")
    number.edit.setFocus()
    QTest.keyClick(number.edit, KEY.Key_Up)
    assert draft.pane.form.rules().minimum_jobs == 4
    QTest.keyClick(number.edit, KEY.Key_Z, CTRL)
    assert draft.pane.form.rules().minimum_jobs == 3


def test_the_body_has_a_usual_name_or_its_own(draft):
    field = draft.pane.form.field("body")
    choose(draft, "body", 1)
    rules = draft.pane.form.rules()
    assert (rules.body, rules.body_feminine) == ("commission d’agrément", True)
    assert not field.name.isVisible()
    QTest.keyClick(field.box, KEY.Key_End)
    assert field.name.isVisible()
    QTest.keyClick(draft, KEY.Key_S, CTRL)
    assert field.error()
    QTest.keyClicks(field.name, "assemblee")
    assert not field.error()
    field.gender.click()
    assert draft.pane.form.rules().body == "assemblee"
    assert "l’assemblee" in child(draft, "changes_lines").text()
    draft.pane.undo()
    assert field.name.text() == "assemblee"
    draft.pane.form.show_rules(CommitteeRules(), is_editable=False)
    assert field.name.isReadOnly()


def test_colleges_may_have_their_own_minimum(desk, draft):
    field = draft.pane.form.field("quorum.per_college")
    assert not field.number_of("bank").isVisible()
    field.check.box.click()
    bank = field.number_of("bank").edit
    bank.setFocus()
    QTest.keyClick(bank, KEY.Key_Up)
    (minimum,) = draft.pane.form.rules().quorum.per_college
    assert (minimum.college, minimum.seats) == ("bank", 1)
    assert "Banques 1" in child(draft, "changes_lines").text()
    retype(bank, "60")
    assert "Banques" in child(draft, "remarks_lines").text()
    field.check.box.click()
    assert draft.pane.form.rules().quorum.per_college == ()


def test_a_college_that_the_committee_named_has_its_number(desk):
    rules = CommitteeRules(quorum=QuorumRule(per_college=(CollegeMinimum("Habitants", 2),)))
    desk.services.regulations.adopt(replace(OTHER, rules=rules))
    screen = desk.open_screen()
    field = screen.pane.form.field("quorum.per_college")
    assert field.number_of("Habitants").value() == 2
    assert field.number_of("Habitants").edit.isReadOnly()
    assert field.commit()


def test_a_number_stays_inside_its_limits(draft):
    field = draft.pane.form.field("approval_months")
    field.step(-100)
    assert field.value() == 1
    retype(field.edit, "99")
    QTest.keyClick(field.edit, KEY.Key_Return)
    assert field.error()
    assert draft.pane.form.rules().approval_months == 9  # what could be read on the way
    retype(field.edit, "")
    QTest.keyClick(field.edit, KEY.Key_Backspace)
    QTest.keyClick(field.edit, KEY.Key_Return)
    assert field.error()
    QTest.keyClick(field.edit, KEY.Key_Up)
    assert not field.error()


def test_a_draft_is_left_once_the_user_agreed(draft, answer):
    left = []
    draft.try_leave(lambda: left.append("at once"))
    assert left == ["at once"]
    assert not draft.pane.is_drafting
    draft.try_leave(lambda: left.append("reading"))
    draft.new.click()
    choose(draft, "ballot_form", 1)
    draft.try_leave(lambda: left.append("asked"))
    answer(draft, "Rester")
    assert draft.pane.is_drafting
    draft.try_leave(lambda: left.append("asked"))
    answer(draft, "Abandonner")
    assert left == ["at once", "reading", "asked"]
    assert not draft.pane.is_drafting


def test_escape_asks_before_a_draft_is_lost(draft, answer):
    label = child(draft, "draft_label")
    retype(label, "Texte")
    QTest.keyClick(label, KEY.Key_Escape)
    assert "Abandonner ce brouillon" in answer(draft, "Abandonner")
    assert child(draft, "version_title").text() == "Règlement type Alizé"
    QTest.keyClick(draft.list, KEY.Key_Escape)


def test_another_version_is_shown_once_the_draft_is_given_up(qtbot, desk, answer):
    desk.services.regulations.adopt(OTHER)
    screen = desk.open_screen()
    screen.new.click()
    assert child(screen, "draft_label").text() == "Règlement intérieur"
    choose(screen, "ballot_form", 1)
    screen.list.setFocus()
    QTest.keyClick(screen.list, KEY.Key_Down)
    answer(screen, "Rester")
    qtbot.waitUntil(lambda: screen.list.chosen() == DRAFT)
    QTest.keyClick(screen.list, KEY.Key_Down)
    answer(screen, "Abandonner")
    assert not screen.pane.is_drafting


def test_what_is_typed_is_told_to_the_window(qtbot, draft):
    with qtbot.waitSignal(draft.typing_changed) as heard:
        draft.pane.form.field("remote_counts").box.click()
    assert heard.args == [True]
    with qtbot.waitSignal(draft.typing_changed) as heard:
        draft.pane.undo()
    assert heard.args == [False]
    draft.pane.undo()


def test_rules_adopted_elsewhere_are_read_and_a_draft_stays(desk, screen):
    desk.services.regulations.adopt(OTHER)
    desk.bus.changed.emit(Changes(people=True), None)
    assert screen.list.keys() == (0,)
    desk.bus.changed.emit(Changes(rules=True), None)
    assert screen.list.keys() == (1, 0)
    screen.new.click()
    choose(screen, "ballot_form", 1)
    desk.services.regulations.adopt(OTHER)
    desk.bus.changed.emit(Changes(rules=True), None)
    assert screen.list.keys() == (DRAFT, 2, 1, 0)
    assert screen.pane.is_drafting


def test_a_version_no_longer_known_gives_way_to_the_one_in_force(screen):
    screen._shown = 7
    screen.refresh()
    assert screen.list.chosen() == 0


def test_many_changes_are_counted_in_the_question():
    changes = tuple(Difference(f"Réglage {n}", "a", "b") for n in range(11))
    told = adopting_detail(OTHER, changes)
    assert "Réglage 7" in told
    assert "Réglage 8" not in told
    assert "… et 3 autres réglages." in told


def test_the_splitter_is_remembered(desk, screen):
    splitter = child(screen, "regulation_splitter")
    splitter.setSizes([300, 500, 382])
    splitter.splitterMoved.emit(300, 1)
    again = child(desk.open_screen(), "regulation_splitter")
    assert again.sizes() == splitter.sizes()


def test_the_keyboard_goes_to_the_list(screen):
    screen.take_keyboard()
    assert screen.window().focusWidget() is screen.list


@pytest.mark.dressed
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", [(1182, 694), (1736, 1006)])
def test_the_screen_is_painted_in_both_themes(desk, theme, scheme, size):
    theme.set_scheme(scheme)
    screen = desk.open_screen(*size)
    screen.new.click()
    assert not screen.grab().isNull()
