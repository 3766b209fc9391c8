"""Minutes are written by the program and by a hand: two kinds of text, one life."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MeetingState, MinutesBlock, MinutesStage
from alize_desktop.models.values import Money
from alize_desktop.services.minutes_canonical import canonical_minutes

pytestmark = pytest.mark.retold

ONE, TWO = "2026-001", "2026-002"
ANSWERS = "M. Weiß demande le calendrier.\nLe dirigeant répond : au printemps."


@pytest.fixture
def texts(office):
    return office.services.minutes_texts


@pytest.fixture
def minutes(office):
    return office.services.minutes


@pytest.fixture
def closed(office):
    meeting = office.hold(ONE, TWO)
    office.approve(meeting, ONE)
    office.defer(meeting, TWO)
    office.services.committee.close(meeting)
    return meeting


def drained(steps):
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value


def refusal(action, *arguments):
    with pytest.raises(UserError) as refused:
        action(*arguments)
    return refused.value.code


def staged(office, meeting):
    return [each.stage for each in office.services.minutes.record(meeting).stages]


class TestWhatSomebodyWrites:
    def test_it_is_kept_from_the_preparation_on_for_its_place_alone(self, office, texts, minutes):
        meeting = office.prepare(ONE, TWO)
        item = office.item(meeting, ONE)
        changes = texts.write(meeting, MinutesBlock.DISCUSSION, ANSWERS, item)
        texts.write(meeting, MinutesBlock.OTHER_BUSINESS, "Néant.")
        record = minutes.record(meeting)
        assert changes.meetings == {meeting}
        assert record.text(MinutesBlock.DISCUSSION, item) == ANSWERS
        assert record.text(MinutesBlock.OTHER_BUSINESS) == "Néant."
        assert record.text(MinutesBlock.DISCUSSION, office.item(meeting, TWO)) == ""

    def test_the_last_text_holds_and_a_blank_one_erases(self, office, texts, minutes):
        meeting = office.prepare(ONE)
        for text in ("Un", "Deux"):
            texts.write(meeting, MinutesBlock.CLOSING, text)
        assert minutes.record(meeting).text(MinutesBlock.CLOSING) == "Deux"
        assert texts.write(meeting, MinutesBlock.CLOSING, "Deux").meetings == frozenset()
        texts.write(meeting, MinutesBlock.CLOSING, " \n")
        assert minutes.record(meeting).texts == ()

    def test_it_is_in_the_journal_in_full(self, office, texts):
        meeting = office.prepare(ONE)
        texts.write(meeting, MinutesBlock.OPENING, ANSWERS)
        last = office.journal()[-1]
        assert last.action == "minutes.written"
        assert json.loads(last.details)["text"] == ANSWERS

    def test_a_place_that_is_not_there_is_refused(self, office, texts):
        meeting = office.prepare(ONE)
        item = office.item(meeting, ONE)
        for place in ((MinutesBlock.DISCUSSION, None), (MinutesBlock.CLOSING, item)):
            assert (
                refusal(texts.write, meeting, place[0], "Texte", place[1])
                is ErrorCode.MEETING_NOT_FOUND
            )
        stranger = office.registry.new_id()
        found = refusal(texts.write, meeting, MinutesBlock.HEARD, "Texte", stranger)
        assert found is ErrorCode.MEETING_NOT_FOUND

    def test_a_text_without_end_is_refused(self, office, texts):
        meeting = office.prepare(ONE)
        found = refusal(texts.write, meeting, MinutesBlock.CLOSING, "x" * 20_001)
        assert found is ErrorCode.TEXT_TOO_LONG


class TestTheLifeOfMinutes:
    def test_while_the_meeting_goes_on_they_are_a_draft(self, office, texts):
        meeting = office.hold(ONE)
        assert staged(office, meeting) == [MinutesStage.DRAFT]
        found = refusal(texts.advance, meeting, MinutesStage.REVIEWED)
        assert found is ErrorCode.MEETING_NOT_CLOSED

    def test_one_step_comes_after_the_other(self, office, texts, minutes, closed, tmp_path):
        assert (
            refusal(texts.advance, closed, MinutesStage.SIGNED) is ErrorCode.MINUTES_STAGE_REFUSED
        )
        texts.advance(closed, MinutesStage.REVIEWED, "Mme Perrin")
        assert refusal(texts.advance, closed, MinutesStage.SIGNED) is ErrorCode.MINUTES_NOT_PRINTED
        drained(minutes.export(closed, tmp_path / "pv.pdf"))
        texts.advance(closed, MinutesStage.SIGNED, "M. Lefort")
        texts.advance(closed, MinutesStage.APPROVED)
        assert staged(office, closed) == list(MinutesStage)
        assert minutes.record(closed).state is MeetingState.APPROVED
        signed = minutes.record(closed).stages[2]
        assert signed.paper_id is not None
        assert signed.by == "M. Lefort"

    def test_a_text_changed_after_the_review_makes_a_draft_again(self, office, texts, closed):
        texts.advance(closed, MinutesStage.REVIEWED)
        texts.write(closed, MinutesBlock.CLOSING, "Merci à tous.")
        assert staged(office, closed)[-1] is MinutesStage.DRAFT

    def test_once_signed_nothing_is_written(self, texts, minutes, closed, tmp_path):
        texts.advance(closed, MinutesStage.REVIEWED)
        drained(minutes.export(closed, tmp_path / "pv.pdf"))
        texts.advance(closed, MinutesStage.SIGNED)
        found = refusal(texts.write, closed, MinutesBlock.CLOSING, "Trop tard")
        assert found is ErrorCode.MINUTES_SIGNED

    def test_what_was_printed_before_the_closing_or_a_text_is_not_signed(
        self, office, texts, minutes, tmp_path
    ):
        meeting = office.hold(ONE)
        office.defer(meeting, ONE)
        drained(minutes.export(meeting, tmp_path / "projet.pdf"))
        office.services.committee.close(meeting)
        texts.advance(meeting, MinutesStage.REVIEWED)
        found = refusal(texts.advance, meeting, MinutesStage.SIGNED)
        assert found is ErrorCode.MINUTES_NOT_PRINTED
        drained(minutes.export(meeting, tmp_path / "pv.pdf"))
        texts.write(meeting, MinutesBlock.CLOSING, "Merci à tous.")
        texts.advance(meeting, MinutesStage.REVIEWED)
        found = refusal(texts.advance, meeting, MinutesStage.SIGNED)
        assert found is ErrorCode.MINUTES_NOT_PRINTED

    def test_approved_by_a_later_meeting_they_no_longer_change(self, office, texts, closed):
        office.services.life.approve(closed)
        assert staged(office, closed)[-1] is MinutesStage.APPROVED
        found = refusal(texts.write, closed, MinutesBlock.CLOSING, "Trop tard")
        assert found is ErrorCode.MINUTES_SIGNED

    def test_another_version_begins_as_a_draft(self, office, texts, minutes, closed):
        texts.advance(closed, MinutesStage.REVIEWED)
        office.services.life.reopen(closed, "Erreur de saisie")
        assert minutes.record(closed).version == 2
        assert staged(office, closed) == [MinutesStage.DRAFT]


class TestTheFund:
    def test_it_is_told_before_and_after_as_it_was_at_the_closing(self, office, minutes, closed):
        told = minutes.record(closed).fund
        granted = minutes.record(closed).items[0].decision.draft.amount
        assert told.granted == granted
        assert told.before - granted == told.after
        later = office.hold("2026-003")
        office.approve(later, "2026-003")
        assert minutes.record(closed).fund == told
        assert minutes.record(later).fund.before == told.after

    def test_what_is_decided_again_counts_once(self, office, minutes):
        first = office.hold(ONE)
        office.approve(first, ONE)
        office.services.committee.close(first)
        before = minutes.record(first).fund
        assert before.granted > Money(0)
        assert before.days_left == sum(
            each.sheet.days_per_year for each in office.services.people.partners()
        ) - sum(each.decision.draft.days for each in minutes.record(first).items)


class TestExtractAndList:
    def test_the_extract_is_for_one_dossier(self, office, minutes, closed, tmp_path):
        path = tmp_path / "extrait.pdf"
        paper = drained(minutes.extract(closed, office.item(closed, ONE), path))
        assert paper.size == path.stat().st_size
        item = office.registry.new_id()
        assert refusal(drained, minutes.extract(closed, item, path)) is ErrorCode.MEETING_NOT_FOUND

    def test_there_is_no_extract_of_a_meeting_that_goes_on(self, office, minutes, tmp_path):
        meeting = office.hold(ONE)
        steps = minutes.extract(meeting, office.item(meeting, ONE), tmp_path / "extrait.pdf")
        assert refusal(drained, steps) is ErrorCode.MEETING_NOT_CLOSED
        assert list(tmp_path.glob("*.pdf")) == []

    def test_the_list_of_decisions_is_written(self, minutes, closed, tmp_path):
        paper = drained(minutes.decision_list(closed, tmp_path / "releve.pdf"))
        assert (tmp_path / "releve.pdf").stat().st_size == paper.size


def test_the_data_hold_the_decisions_and_no_way_to_reach_anybody(office, minutes, closed):
    content = canonical_minutes(minutes.record(closed))
    told = json.loads(content)
    assert told["format"] == "alize-minutes/1"
    assert [each["number"] for each in told["items"]] == [ONE, TWO]
    assert told["items"][0]["decision"]["draft"]["outcome"] == "approved"
    for word in (b'"email"', b'"phone"', b'"interests"'):
        assert word not in content
    assert canonical_minutes(minutes.record(closed)) == content


def test_whole_days_are_whole_numbers_of_the_data_and_halves_are_texts(office, minutes, closed):
    record = minutes.record(closed)
    days = (("Cablofil", Decimal("25.00")), ("Hêtraie", Decimal("-1.50")))
    fund = replace(record.fund, days=days, days_left=Decimal(205))
    told = json.loads(canonical_minutes(replace(record, fund=fund)))["fund"]
    assert told["days"] == [["Cablofil", 25], ["Hêtraie", "-1.5"]]
    assert told["days_left"] == 205
