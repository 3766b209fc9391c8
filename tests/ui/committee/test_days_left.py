"""Days left of each partner, where the committee decides."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.models.enums import ConflictKind, DecisionOutcome
from alize_desktop.models.records.decisions import Consequences, DecisionDraft
from alize_desktop.models.records.partners import PartnerConflict
from alize_desktop.models.records.people import Partner, PartnerSheet
from alize_desktop.models.values import Money
from alize_desktop.rules.partner_conflicts import conflict_between
from alize_desktop.ui.committee.consequences_card import ConsequencesCard
from alize_desktop.ui.committee.steps.decision import DecisionStep
from tests.ui.clipping import overflowing_in

FREE = Consequences(None, 0, Money(105_000_00), Decimal(58), None)


def texts(pane):
    box = pane.findChild(object, "decided_partner_id")
    return [box.itemText(each) for each in range(box.count())]


@pytest.fixture
def partners(make):
    names = ("Groupe Cablofil", "Groupe Île-Verte")
    return [Partner(make.id(each), PartnerSheet(each, "999126907")) for each in names]


@pytest.fixture
def pane(qtbot, make, partners):
    made = DecisionStep()
    qtbot.addWidget(made)
    first, second = (each.id for each in partners)
    days = ((first, Decimal(4)), (second, Decimal(-2)))
    made.show_state(make.state(make.item(), days_by_partner=days))
    made.show_proposal(DecisionDraft(DecisionOutcome.DEFERRED, partner_id=first), partners)
    return made


def test_each_partner_is_offered_with_its_days_left(pane):
    left = ["Groupe Cablofil · 4 jours restants", "Groupe Île-Verte · 2 jours de trop"]
    assert texts(pane) == ["—", *left]


def test_the_sentence_of_the_decision_has_the_name_alone(pane, partners):
    assert pane._package.partner_name(partners[0].id) == "Groupe Cablofil"
    assert pane._package.partner_name(None) == ""


def test_they_follow_the_registry_and_keep_what_is_chosen(qtbot, pane, make, partners):
    box = pane.findChild(object, "decided_partner_id")
    assert box.currentText() == "Groupe Cablofil · 4 jours restants"
    days = ((partners[0].id, Decimal("0.5")),)
    with qtbot.assertNotEmitted(pane.recording_asked):
        pane.show_state(make.state(make.item(), days_by_partner=days))
    assert box.currentText() == "Groupe Cablofil · 0,5 jour restant"
    assert texts(pane)[2] == "Groupe Île-Verte"


def test_what_is_left_at_the_partner_chosen_is_told_apart(qtbot):
    card = ConsequencesCard()
    qtbot.addWidget(card)
    value = card.findChild(object, "consequence_partner")
    card.show_consequences(FREE)
    assert value.isHidden()
    assert card.findChild(object, "consequence_days").text() == "58 jours"
    card.show_consequences(replace(FREE, partner_days_left=Decimal("-1.5")))
    assert (value.isHidden(), value.text()) == (False, "\u22121,5 jour")
    assert value.property("role") == "bad"
    card.show_consequences(replace(FREE, partner_days_left=Decimal(4)))
    assert (value.text(), value.property("role")) == ("4 jours", "")


def test_a_partner_in_conflict_is_told_in_words(qtbot):
    card = ConsequencesCard()
    qtbot.addWidget(card)
    warning = card.findChild(object, "partner_conflict")
    card.show_consequences(FREE)
    assert warning.isHidden()
    conflict = PartnerConflict(UUID(int=1), UUID(int=2), "732829320", ConflictKind.COMPETITOR)
    told = conflict_between("732829320", "999126907", (conflict,))
    card.show_consequences(replace(FREE, partner_conflict=told))
    sentence = "Concurrent de l’entreprise\u00a0: ce partenaire ne devrait pas lui prêter de jours."
    assert (warning.isHidden(), warning.text()) == (False, f"▲\u00a0{sentence}")


@pytest.mark.dressed
@pytest.mark.parametrize("width", [700, 784, 900])
def test_what_a_decision_costs_is_never_past_the_edge(qtbot, theme, make, partners, width):
    made = DecisionStep()
    qtbot.addWidget(made)
    made.show_state(make.state(make.item()))
    draft = DecisionDraft(
        DecisionOutcome.APPROVED, Money(5_000_00), 36, 12, partner_id=partners[0].id
    )
    made.show_proposal(draft, partners)
    regular, last = Money(208_33), Money(208_41)
    made.show_consequences(replace(FREE, regular=regular, count=24, last=last))
    made.resize(width, 800)
    made.show()

    qtbot.waitUntil(lambda: overflowing_in(made) == [])
