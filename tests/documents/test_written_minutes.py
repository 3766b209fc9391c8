"""What a hand wrote in the minutes is printed in its place; an extract says nothing of others."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from uuid import UUID

import pikepdf
import pytest

from alize_desktop.documents.minutes import minutes_pdf
from alize_desktop.documents.papers.decision_list import decision_list_pdf
from alize_desktop.documents.papers.minutes_extract import extract_pdf
from alize_desktop.models.enums import ItemKind, MeetingEventKind, MinutesBlock, MinutesStage
from alize_desktop.models.records.meetings import MeetingEvent
from alize_desktop.models.records.minutes_parts import MinutesFund, MinutesPlace, MinutesPoint
from alize_desktop.models.records.papers import MinutesStageRow, MinutesText
from alize_desktop.models.values import Money

POINT = UUID(int=71)
FUND = MinutesFund(Money(12_000_000), Money(1_200_000), Money(10_800_000), (("EDF", 34),), 120)
NOON = datetime(2026, 3, 25, 11, 0, tzinfo=UTC)


def placed(record):
    """Return the record whose first dossier may carry texts."""
    first, *others = record.items
    place = replace(first.place, item_id=POINT)
    return replace(record, items=(replace(first, place=place), *others))


def written(record, *texts):
    return replace(
        placed(record),
        texts=tuple(
            MinutesText(block, f"Ici {block.value} < & > « fin ».", item) for block, item in texts
        ),
    )


class TestWrittenTexts:
    def test_each_stands_in_its_place(self, record, printed):
        everywhere = [(x, None) for x in MinutesBlock if x is not MinutesBlock.PREVIOUS_MINUTES]
        here = [(MinutesBlock.HEARD, POINT), (MinutesBlock.DISCUSSION, POINT)]
        flow = printed(written(record, *everywhere, *here)).flow
        order = ["opening", "heard", "discussion", "follow_up", "other_business", "closing"]
        places = [flow.index(f"Ici {each} < & > « fin ».") for each in order]
        assert places == sorted(places)
        assert flow.count("Ici heard") == 1
        assert "Questions et réponses" in flow

    def test_the_previous_minutes_are_spoken_of_in_their_point(self, record, printed):
        point = MinutesPoint(MinutesPlace(4, 4), ItemKind.MINUTES_APPROVAL, "Procès-verbal du 3")
        remark = (MinutesBlock.PREVIOUS_MINUTES, None)
        flow = printed(replace(written(record, remark), points=(point,))).flow
        assert flow.index("Procès-verbal du 3") < flow.index("Ici previous_minutes")

    def test_nothing_is_printed_for_what_is_not_written(self, record, printed):
        flow = printed(record).flow
        assert "Questions et réponses" not in flow
        assert "Questions diverses" not in flow


class TestFundAndStages:
    def test_the_fund_is_told_once_the_meeting_is_over(self, record, printed):
        flow = printed(replace(record, fund=FUND)).flow
        for told in ("120 000,00 €", "12 000,00 €", "108 000,00 €", "EDF : 34 jours", "120 jours"):
            assert told in flow.replace("\u00a0", " ")

    def test_a_fund_nobody_knows_has_no_amount(self, record, printed):
        flow = printed(replace(record, fund=replace(FUND, before=None, after=None))).flow
        assert "Fonds avant la séance" not in flow
        assert "Accordé en séance" in flow

    def test_only_the_steps_since_the_last_draft_are_told(self, record, printed):
        steps = (
            MinutesStageRow(MinutesStage.DRAFT, 1, None),
            MinutesStageRow(MinutesStage.REVIEWED, 1, NOON, "Mme Ancienne"),
            MinutesStageRow(MinutesStage.DRAFT, 1, NOON),
            MinutesStageRow(MinutesStage.REVIEWED, 1, NOON, "Mme Perrin"),
            MinutesStageRow(MinutesStage.SIGNED, 1, None),
        )
        flow = printed(replace(record, stages=steps)).flow
        assert "Relu par Mme Perrin le 25 mars 2026 à 12 h" in flow.replace("\u00a0", " ")
        assert "Signé." in flow
        assert "Mme Ancienne" not in flow


class TestTheExtract:
    @pytest.fixture
    def extract(self, record, drain, read_pdf):
        texts = ((MinutesBlock.DISCUSSION, POINT), (MinutesBlock.CLOSING, None))
        again = MeetingEvent(
            MeetingEventKind.REOPENED, NOON, reason="Erreur sur la Verrerie Rosières"
        )
        told = replace(written(record, *texts), fund=FUND, version=2, reopenings=(again,))
        return read_pdf(drain(extract_pdf(told, told.items[0]))[1])

    def test_it_says_what_was_decided(self, record, extract):
        first = record.items[0]
        assert first.sheet.company.name in extract.flow
        assert first.decision.number in extract.flow
        assert "Extrait certifié conforme au procès-verbal CA-2026-01, version 2" in (
            extract.flow.replace("\u00a0", " ")
        )

    def test_it_says_nothing_of_the_others(self, record, extract):
        for other in record.items[1:]:
            assert other.number not in extract.flow
            assert other.sheet.company.name not in extract.flow
            assert other.sheet.company.siren not in extract.flow
        assert "Erreur sur" not in extract.flow

    def test_it_names_no_vote_and_no_word_that_was_said(self, extract):
        for word in ("Ici discussion", "Ici closing", "Déports", "Fonds"):
            assert word not in extract.flow.replace("Aucun déport", "")


def test_the_list_of_decisions_holds_on_one_page(record, empty, drain, read_pdf):
    paper = read_pdf(drain(decision_list_pdf(replace(record, fund=FUND)))[1])
    assert len(paper.pages) == 1
    for item in record.items:
        assert item.number in paper.flow
    nothing = read_pdf(drain(decision_list_pdf(replace(empty, items=())))[1])
    assert "Aucun dossier n’a été examiné." in nothing.flow


def test_the_data_travel_inside(record, drain):
    content = drain(minutes_pdf(record, b'{"format":"alize-minutes/1"}'))[1]
    assert drain(minutes_pdf(record))[1] != content
    with pikepdf.open(BytesIO(content)) as pdf:
        (name,) = pdf.attachments
        assert name == "proces-verbal-CA-2026-01.json"
        assert pdf.attachments[name].get_file().read_bytes() == b'{"format":"alize-minutes/1"}'
