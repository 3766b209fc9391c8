"""The partners proposed for a dossier, and why."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from alize_desktop.models.enums import MatchCriterion
from alize_desktop.models.records.matching import MatchReason, PartnerMatch
from alize_desktop.ui.matching.columns import proposal_model, proposals, reason_mark
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.table_model import QUIET_ROLE
from alize_desktop.wording.matches import reason_text
from tests.ui.matching.conftest import NEEDING, OTHER


def words_of(widget):
    return [each.text() for each in widget.findChildren(QLabel) if each.text()]


def choose(view, partner_id):
    assert view.list.table.choose(partner_id)


def test_the_need_is_said_with_the_partners_in_their_order(desk):
    view = desk.show()
    matches = desk.services.matching.rank(desk.id(NEEDING))
    assert [line[1] for line in desk.told()] == [each.name for each in matches]
    assert "besoin de compétences" in view.need._told.text()
    assert view.list.table.chosen() == matches[0].partner_id
    assert view.prepare.isEnabled()


def test_every_reason_of_the_partner_chosen_is_written(desk):
    view = desk.show()
    for match in desk.services.matching.rank(desk.id(NEEDING))[:3]:
        choose(view, match.partner_id)
        told = words_of(view.reasons)
        assert {reason_text(each) for each in match.reasons} <= set(told)
        assert any(str(match.points) in each and match.name in each for each in told)


def test_an_excluded_partner_is_last_pale_and_cannot_be_asked(desk):
    view = desk.show()
    told = desk.told()
    assert told[-1][0] == "exclu"
    model = view.list.table.model()
    assert model.index(model.rowCount() - 1, 1).data(QUIET_ROLE)
    view.list.table.selectRow(model.rowCount() - 1)
    assert not view.prepare.isEnabled()
    assert any("exclu pour ce dossier" in each for each in words_of(view.reasons))
    asked = []
    view.mission_asked.connect(lambda *those: asked.append(those))
    QTest.keyClick(view.list.table, Qt.Key.Key_Return)
    assert asked == []


def test_a_mission_is_asked_for_the_partner_chosen(desk, qtbot):
    view = desk.show()
    first = view.list.table.chosen()
    with qtbot.waitSignal(view.mission_asked) as pressed:
        view.prepare.click()
    assert pressed.args == [first, desk.id(NEEDING)]
    with qtbot.waitSignal(view.mission_asked) as opened:
        QTest.keyClick(view.list.table, Qt.Key.Key_Return)
    assert opened.args == pressed.args


def test_a_partner_is_asked_to_be_shown(desk, qtbot):
    view = desk.show()
    with qtbot.waitSignal(view.partner_asked) as asked:
        view.partner.click()
    assert asked.args == [view.list.table.chosen()]


def test_another_competence_is_tried_and_forgotten_with_the_dossier(desk):
    view = desk.show()
    box = view.need.category.box
    index = box.findText("Numérique")
    box.setCurrentIndex(index)
    box.activated.emit(index)
    assert "le numérique" in view.need._told.text()
    expected = desk.services.matching.rank(desk.id(NEEDING), "Numérique")
    assert [line[1] for line in desk.told()] == [each.name for each in expected]
    desk.show(OTHER)
    assert view.need.chosen() == ""


def test_without_a_need_one_is_led_to_its_fields(desk, qtbot):
    view = desk.show()
    desk.forget_need()
    assert view.missing.isVisible()
    assert not view.list.isVisible()
    assert not view.reasons.isVisible()
    with qtbot.waitSignal(view.field_asked) as skill:
        view.missing.button.click()
    assert skill.args == ["skills.category"]
    with qtbot.waitSignal(view.field_asked) as need:
        view.missing.second.click()
    assert need.args == ["project.need_diagnosed"]


def test_a_dossier_that_is_not_written_yet_says_what_to_do(desk):
    view = desk.show()
    view.show_dossier(None)
    assert "Enregistrez d’abord" in view._nothing.text()
    assert not view.list.isVisible()
    assert not view.need.isVisible()
    assert not view.missing.isVisible()


def test_what_changes_elsewhere_is_ranked_again_when_somebody_looks(desk):
    view = desk.show()
    view.hide()
    first = desk.services.people.partners()[1]
    changes = desk.services.people.save_partner(first.id, replace(first.sheet, name="Groupe Zélé"))
    desk.tools.bus.changed.emit(changes, None)
    assert "Groupe Zélé" not in [line[1] for line in desk.told()]
    view.show()
    assert "Groupe Zélé" in [line[1] for line in desk.told()]


# the words of the list


@pytest.fixture
def match(qapp):
    reason = MatchReason(
        MatchCriterion.SKILL, 40, (("category", "Qualité"), ("is_offered", True), ("days", None))
    )
    return PartnerMatch(UUID(int=1), "Groupe", "732829320", 1, 40, (reason,), Decimal("2.5"))


def cells(*matches):
    model = proposal_model()
    model.set_rows(proposals(matches))
    return [[model.index(0, column).data() for column in range(5)], model.columns[4].note]


def test_what_is_not_known_is_a_dash(match):
    assert cells(match)[0] == ["1", "Groupe", "2,5 jours", "—", "—"]


def test_what_is_known_is_told(match):
    known = replace(match, kilometres=1204, load=2, rating=Decimal("4.5"), days_left=Decimal(-3))
    told, note = cells(known, replace(known, partner_id=UUID(int=2)))
    assert told == [
        "1 ex æquo",
        "Groupe",
        "▼\u00a03 de trop",
        "1\u202f204\u00a0km",
        "2 en cours",
    ]
    assert note(proposals([known])[0]) == "4,5 sur 5"


def test_each_reason_has_a_colour_a_sign_and_its_points(qapp):
    def mark(criterion, points):
        return reason_mark(MatchReason(criterion, points))

    assert mark(MatchCriterion.SKILL, 40)[0] is Role.GOOD
    assert mark(MatchCriterion.LOAD, -5)[2] == "\u22125"
    assert mark(MatchCriterion.AGREEMENT, 0)[0] is Role.NEUTRAL
    assert mark(MatchCriterion.CONFLICT, 0)[2] == "exclu"
