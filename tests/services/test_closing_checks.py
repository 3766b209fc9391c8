"""The check-list before closing: what blocks, what minutes would lack."""

from datetime import date

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AttendanceKind,
    ConditionKind,
    DecisionOutcome,
    ItemConclusion,
    ItemKind,
)
from alize_desktop.models.records.decisions import Condition
from alize_desktop.models.records.meetings import ItemDraft

ONE, TWO = "2026-001", "2026-002"
NEXT = "La date de la prochaine séance n’est pas fixée."


@pytest.fixture
def checks(office):
    return office.services.life.checks


def blocking(found):
    return [each.item_id for each in found if each.is_blocking]


def other(found):
    return [each.sentence for each in found if not each.is_blocking]


def test_a_dossier_without_outcome_blocks(office, checks, refused):
    meeting = office.hold(ONE, TWO)
    office.defer(meeting, ONE)
    found = checks(meeting)
    assert blocking(found) == [office.item(meeting, TWO)]
    assert found[0].sentence.startswith(f"{TWO} Imprimerie Yvoire\u00a0: aucune issue")
    with refused(ErrorCode.MEETING_DOSSIER_WITHOUT_OUTCOME, office):
        office.services.committee.close(meeting)


def test_a_vote_that_is_not_proclaimed_blocks(office, checks):
    meeting = office.hold(ONE)
    office.vote(meeting, ONE)
    assert "n’est pas proclamé" in checks(meeting)[0].sentence
    assert blocking(checks(meeting)) == [office.item(meeting, ONE)]


def test_a_meeting_that_lacks_nothing_but_the_next_date_says_so(office, checks):
    meeting = office.hold(ONE)
    office.defer(meeting, ONE)
    assert [each.sentence for each in checks(meeting)] == [NEXT]


def test_the_next_date_is_that_of_a_meeting_in_preparation(office, checks):
    meeting = office.hold(ONE)
    office.defer(meeting, ONE)
    office.prepare(held_on=date(2027, 1, 11))
    assert checks(meeting) == ()


def test_a_suspended_meeting_is_resumed_first(office, checks, refused):
    meeting = office.hold(ONE)
    office.defer(meeting, ONE)
    office.services.life.suspend(meeting)
    assert checks(meeting)[0].is_blocking
    assert checks(meeting)[0].sentence.startswith("La séance est suspendue")
    with refused(ErrorCode.MEETING_SUSPENDED, office):
        office.services.committee.close(meeting)


def test_a_standing_point_is_no_obstacle_until_it_is_begun(office, checks):
    meeting = office.prepare(ONE)
    item, _ = office.services.agenda.add(meeting, ItemDraft(ItemKind.INFORMATION, "Bilan"))
    office.services.committee.open(meeting)
    office.services.committee.all_present(meeting)
    office.services.committee.establish_quorum(meeting)
    office.defer(meeting, ONE)
    assert other(checks(meeting)) == ["Bilan\u00a0: ce point n’est pas conclu.", NEXT]
    office.services.committee.begin_item(item)
    assert blocking(checks(meeting)) == [item]
    office.services.committee.conclude_item(item, ItemConclusion.NOTED)
    assert other(checks(meeting)) == [NEXT]


def test_conditions_without_date_are_told(office, checks):
    meeting = office.hold(ONE)
    conditions = (
        Condition("Bail", ConditionKind.PRECEDENT),
        Condition("Embauche", ConditionKind.FOLLOW_UP),
    )
    outcome = DecisionOutcome.APPROVED_WITH_CONDITIONS
    office.approve(meeting, ONE, outcome=outcome, conditions=conditions)
    (check, _next) = checks(meeting)
    assert check.sentence.endswith("2 conditions sans date.")
    assert check.item_id == office.item(meeting, ONE)


def test_a_proxy_without_document_names_the_giver(office, checks):
    meeting = office.open(ONE)
    office.call(meeting, 2, AttendanceKind.REPRESENTED, 3)
    office.services.committee.all_present(meeting)
    office.services.committee.establish_quorum(meeting)
    office.defer(meeting, ONE)
    (check, _next) = checks(meeting)
    assert check.member_id == office.member(2).id
    assert check.sentence.startswith("Le pouvoir de Mme\u00a0Céline Martin B.")
    giver, received = office.member(2).id, AttendanceKind.PROXY_DOCUMENTED
    office.services.committee.record_attendance(meeting, giver, received, document="Courriel")
    assert other(checks(meeting)) == [NEXT]


def test_who_presides_and_left_does_not_sign(office, checks):
    meeting = office.hold(ONE)
    office.defer(meeting, ONE)
    office.call(meeting, 1, AttendanceKind.DEPARTED)
    (check, _next) = checks(meeting)
    assert (check.member_id, check.is_blocking) == (office.member(1).id, False)
    assert check.sentence.startswith("M.\u00a0Bruno Martin A., qui préside, n’est pas là")


def test_a_result_that_a_late_recusal_turns_is_told(office, checks):
    meeting = office.hold(ONE)
    item = doubtful(office, meeting)
    (check, _next) = checks(meeting)
    assert (check.item_id, check.is_blocking) == (item, True)
    assert "Résultat à réexaminer" in check.sentence
    assert "la décision reste à enregistrer" not in check.sentence


def test_once_deferred_a_doubtful_result_is_not_told_any_more(office, checks):
    meeting = office.hold(ONE)
    doubtful(office, meeting)
    office.defer(meeting, ONE)
    assert [each.sentence for each in checks(meeting)] == [NEXT]


def test_a_decision_on_a_doubtful_result_is_told(office, checks, monkeypatch):
    """As files hold it whose decisions were recorded before this was refused."""
    meeting = office.hold(ONE)
    item = doubtful(office, meeting)
    with monkeypatch.context() as before:
        before.setattr("alize_desktop.services.decisions.reexamination_of", lambda *_: "")
        office.services.decisions.record(item, office.services.decisions.proposal(item))
    (check, _next) = checks(meeting)
    assert (check.item_id, check.is_blocking) == (item, False)
    assert check.sentence.endswith("Corrigez-le, ou prenez une décision modificative.")


def doubtful(office, meeting):
    item = office.vote(meeting, ONE, against=tuple(range(1, 9)))
    office.services.voting.proclaim(item)
    office.services.recusals.declare(item, office.member(12).id, "Cabinet Perrin")
    return item


def test_a_meeting_that_is_not_there_is_not_found(office, checks, refused):
    with refused(ErrorCode.MEETING_NOT_FOUND, office):
        checks(office.registry.new_id())
