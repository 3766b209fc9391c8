"""The outline of the minutes: what the program says, and where somebody writes."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    Civility,
    ConditionEventKind,
    ConditionKind,
    DecisionOutcome,
    ItemConclusion,
    ItemKind,
    MeetingState,
    MemberCollege,
    MemberOffice,
    MinutesBlock,
    MinutesStage,
)
from alize_desktop.models.records.ballots import Counts
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.decisions import Condition, Decision, DecisionDraft
from alize_desktop.models.records.dossiers import CompanyDetails, DossierSheet
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import (
    MinutesAttendance,
    MinutesBallot,
    MinutesCondition,
    MinutesEvent,
    MinutesFund,
    MinutesItem,
    MinutesNotice,
    MinutesPlace,
    MinutesPoint,
    MinutesRecusal,
)
from alize_desktop.models.records.papers import MinutesStageRow, MinutesText
from alize_desktop.models.records.people import Member, MemberSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.rules import Majority
from alize_desktop.models.values import Money
from alize_desktop.rules.tally import tally
from alize_desktop.wording.minutes_outline import minutes_outline

DAY = date(2026, 3, 24)
AT = datetime(2026, 3, 24, 13, 0, tzinfo=UTC)
QUORUM = QuorumState(17, 9, 9, is_reached=True, sentence="9 sur 17.")
ITEM, POINT = UUID(int=1), UUID(int=2)


def person(number, name, weight="1"):
    sheet = MemberSheet(
        Civility.MADAME, "", name, "", MemberCollege.OTHER, MemberOffice.MEMBER, Decimal(weight)
    )
    return Member(UUID(int=number), number, sheet)


MARTIN, PERRIN, GUEST = person(1, "Martin"), person(2, "Perrin"), person(3, "Roux", "0")
COMPANY = CompanyDetails("Menuiserie Œillet", "999482137", town="Beaune")
DOSSIER = MinutesItem(
    MinutesPlace(1, 1, item_id=ITEM), "2026-014", DossierSheet("2026-014", COMPANY, DAY)
)
APPROVAL = MinutesPoint(
    MinutesPlace(2, 2, item_id=POINT),
    ItemKind.MINUTES_APPROVAL,
    "Approbation du procès-verbal",
    ItemConclusion.ADOPTED,
)


@pytest.fixture
def record():
    return MinutesRecord(
        meeting_id=UUID(int=9),
        number="CA-2026-01",
        programme=Programme("Meuse"),
        draft=MeetingDraft(DAY, time(14, 0)),
        state=MeetingState.CLOSED,
        presiding=MARTIN,
        opened_at=AT,
        closed_at=AT,
        quorum_at=AT,
        attendance=(),
        quorum=None,
        items=(),
        next_meeting_on=None,
        journal_head="0" * 64,
        journal_lines=0,
        stages=(MinutesStageRow(MinutesStage.DRAFT, 1, None),),
    )


def told(part):
    return [each.replace("\u00a0", " ") for each in part.sentences]


def test_a_meeting_without_points_has_the_parts_of_every_meeting(record):
    parts = minutes_outline(replace(record, opened_at=None, state=MeetingState.PREPARATION))
    assert [each.title for each in parts] == [
        "Ouverture de la séance",
        "Procès-verbal précédent",
        "Suites des décisions antérieures",
        "Questions diverses",
        "Clôture de la séance",
    ]
    assert [each.places for each in parts] == [
        ((MinutesBlock.OPENING, None),),
        ((MinutesBlock.PREVIOUS_MINUTES, None),),
        ((MinutesBlock.FOLLOW_UP, None),),
        ((MinutesBlock.OTHER_BUSINESS, None),),
        ((MinutesBlock.CLOSING, None),),
    ]
    assert told(parts[0]) == ["Séance du 24 mars 2026."]
    assert told(parts[-1]) == ["Séance levée à 14 h."]


def test_a_meeting_that_was_held_says_what_it_did_not_speak_of(record):
    _opening, previous, followed, _other, _closing = minutes_outline(record)
    assert told(previous) == ["Aucun procès-verbal n’est soumis à approbation."]
    assert told(followed) == ["Aucune condition d’une décision antérieure n’est examinée."]
    texts = (
        MinutesText(MinutesBlock.PREVIOUS_MINUTES, "Lu."),
        MinutesText(MinutesBlock.FOLLOW_UP, "Vu."),
    )
    _opening, previous, followed, _other, _closing = minutes_outline(replace(record, texts=texts))
    assert told(previous) == told(followed) == []


def test_the_opening_says_who_was_there_and_what_happened(record):
    kinds = (
        (MARTIN, AttendanceKind.PRESENT),
        (PERRIN, AttendanceKind.EXCUSED),
        (GUEST, AttendanceKind.ABSENT),
    )
    record = replace(
        record,
        attendance=tuple(MinutesAttendance(who, kind, None) for who, kind in kinds),
        quorum=QUORUM,
        notice=MinutesNotice(sent_at=AT),
        course=(MinutesEvent(AT, "Mme Perrin arrive."),),
    )
    assert told(minutes_outline(record)[0]) == [
        "Séance du 24 mars 2026.",
        "Séance convoquée le 24 mars 2026 à 14 h, avec l’ordre du jour.",
        "Présente (1) : Mme Martin.",
        "Excusée (1) : Mme Perrin.",
        "9 sur 17.",
        "Mme Perrin arrive.",
        "Aucun membre ne déclare d’intérêt dans un dossier de l’ordre du jour.",
    ]


def test_the_closing_says_the_fund_the_next_day_and_the_life_of_the_minutes(record):
    reviewed = MinutesStageRow(MinutesStage.REVIEWED, 1, AT, "Mme Roussel")
    record = replace(
        record,
        fund=MinutesFund(None, Money(15_000_00), None, (), 12),
        next_meeting_on=date(2026, 4, 21),
        stages=(*record.stages, reviewed),
    )
    assert told(minutes_outline(record)[-1]) == [
        "Accordé en séance : 15 000,00 €.",
        "Tous partenaires : 12 jours.",
        "Séance levée à 14 h.",
        "Prochaine séance : mardi 21 avril 2026.",
        "Relu par Mme Roussel le 24 mars 2026 à 14 h.",
    ]


def test_the_fund_waits_for_the_closing(record):
    fund = MinutesFund(None, Money(0), None, (), 0)
    record = replace(record, fund=fund, state=MeetingState.OPEN, closed_at=None)
    assert told(minutes_outline(record)[-1]) == ["Séance en cours."]


def test_a_dossier_tells_recusals_ballots_and_decision(record):
    counts = Counts(9, 0, 0)
    voted = MinutesBallot(
        BallotForm.NAMED,
        MARTIN,
        QUORUM,
        AT,
        AT,
        result=tally(counts, Majority(), voters=counts.cast, complete=True),
        sentence="9 pour.",
    )
    draft = DecisionDraft(DecisionOutcome.REJECTED, grounds="Dossier incomplet")
    decided = Decision(UUID(int=5), "2026-D001", "CA-2026-01", AT, draft, "", "9 pour.")
    recused = MinutesRecusal(PERRIN, "associée", AT)
    item = replace(DOSSIER, recused=(recused,), ballots=(voted,), decision=decided)
    part = minutes_outline(replace(record, items=(item,)))[2]
    assert part.title.replace("\u00a0", " ") == "Dossier 2026-014 : Menuiserie Œillet"
    assert part.places == ((MinutesBlock.HEARD, ITEM), (MinutesBlock.DISCUSSION, ITEM))
    said = told(part)
    assert said[0].startswith("Mme Perrin ne prend part")
    assert said[1] == "Vote – 9 pour."
    assert said[2].startswith("Décision n° 2026-D001. ")


def test_a_ballot_that_is_not_proclaimed_says_so(record):
    ballot = MinutesBallot(BallotForm.NAMED, MARTIN, QUORUM, AT, None)
    part = minutes_outline(replace(record, items=(replace(DOSSIER, ballots=(ballot,)),)))[2]
    assert told(part) == ["Vote – résultat non proclamé.", "Aucune décision n’est enregistrée."]


def test_a_casting_vote_is_told(record):
    counts = Counts(4, 4, 0)
    result = replace(
        tally(counts, Majority(), voters=counts.cast, complete=True), by_casting_vote=True
    )
    ballot = MinutesBallot(
        BallotForm.NAMED, MARTIN, QUORUM, AT, AT, result=result, sentence="4 pour, 4 contre."
    )
    part = minutes_outline(replace(record, items=(replace(DOSSIER, ballots=(ballot,)),)))[2]
    assert told(part)[1] == "Mme Martin, qui préside, a voix prépondérante : elle départage contre."


def test_a_dossier_that_was_not_examined_is_not_written_about(record):
    record = replace(record, items=(DOSSIER,), lost_quorum=QUORUM)
    part = minutes_outline(record)[2]
    assert told(part) == ["Ce dossier n’a pas été examiné, faute de quorum."]
    assert part.places == ()


def test_the_earlier_minutes_are_spoken_of_once(record):
    second = replace(APPROVAL, place=MinutesPlace(3, 3, item_id=UUID(int=3)))
    parts = minutes_outline(replace(record, points=(APPROVAL, second)))
    heard = ((MinutesBlock.HEARD, POINT), (MinutesBlock.DISCUSSION, POINT))
    assert parts[1].places == ((MinutesBlock.PREVIOUS_MINUTES, None), *heard)
    assert (MinutesBlock.PREVIOUS_MINUTES, None) not in parts[2].places
    assert told(parts[1]) == ["Le procès-verbal est approuvé."]


def test_a_point_tells_its_note_and_its_conditions(record):
    condition = Condition("Accord de la banque", ConditionKind.PRECEDENT, DAY)
    followed = MinutesCondition("2026-D001", "Œillet", condition, ConditionEventKind.MET)
    point = replace(
        APPROVAL,
        place=MinutesPlace(1, 1),
        kind=ItemKind.INFORMATION,
        note="Budget présenté",
        conditions=(followed,),
    )
    part = minutes_outline(replace(record, points=(point,)))[2]
    said = told(part)
    assert said[0] == "Budget présenté."
    assert said[1].startswith("Œillet, Accord de la banque : ")
    assert part.places == ()
