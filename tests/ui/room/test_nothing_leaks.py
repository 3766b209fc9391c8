"""Nothing that the room should not see is in a ``RoomState`` or in the window.

A meeting is filled with words that exist nowhere else, one for each thing to keep
from the room; every field and every widget is then searched for them, in every
layout, with every form of ballot, at every stage.
"""

import dataclasses
import itertools
import typing
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from types import UnionType

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    BallotOutcome,
    ConditionKind,
    DecisionOutcome,
    ExpertAdvice,
    ItemStep,
    MeetingEventKind,
    RoomLayout,
    VoteChoice,
)
from alize_desktop.models.records.ballots import (
    BallotResult,
    Correction,
    CountProtocol,
    Counts,
    Heads,
    Percentages,
)
from alize_desktop.models.records.committee import (
    Attendance,
    BallotState,
    CommitteeState,
    ConditionState,
    Movement,
    ScreenPosition,
    VoterTile,
)
from alize_desktop.models.records.decisions import Condition, DecisionDraft
from alize_desktop.models.records.dossiers import OpinionDetails
from alize_desktop.models.records.meetings import MeetingEvent
from alize_desktop.models.records.room import RoomControls, RoomState
from alize_desktop.models.records.rules import Majority
from alize_desktop.models.values import Money
from alize_desktop.ui.room.window import RoomWindow
from alize_desktop.wording.room import room_state

AT = datetime(2026, 3, 24, 13, 2, tzinfo=UTC)
HIDDEN = "SENTINELLE"
"""In every word that the room must never see, at any stage."""

FOR, AGAINST, ABSTAINING = 7310, 4570, 2890
"""Voices that exist nowhere else: hidden until they are proclaimed."""

COUNTED = "SENTENCE-DU-VOTE"
"""In what is said of a ballot: hidden until it is proclaimed."""

STAGES = ("presented", "open", "closed", "proclaimed", "decided")
CONTROLS = [
    RoomControls(layout=layout, is_private=private, applicant_present=applicant)
    for layout in (None, *RoomLayout)
    for private, applicant in itertools.product((False, True), repeat=2)
]


def a_secret(what):
    return f"{HIDDEN} {what}"


def a_result():
    counts = Counts(FOR, AGAINST, ABSTAINING)
    return BallotResult(
        counts, Majority(), FOR + AGAINST, 5941, BallotOutcome.ADOPTED,
        margin=1369, percent=Percentages(Decimal("61.532")), certain=BallotOutcome.ADOPTED,
        remaining=3331, lacking=2221, heads=Heads(FOR, AGAINST, ABSTAINING),
    )  # fmt: skip


def a_ballot(sample, form, stage):
    at = STAGES.index(stage)
    return BallotState(
        id=sample._an_id("ballot"),
        form=form,
        opened_at=AT,
        closed_at=AT if at >= STAGES.index("closed") else None,
        proclaimed_at=AT if at >= STAGES.index("proclaimed") else None,
        result=a_result(),
        missing=6661,
        sentence=f"{COUNTED} : {FOR} pour, {AGAINST} contre.",
        protocol=CountProtocol(
            Counts(FOR, AGAINST, ABSTAINING), 9991, 8881, 7771, (a_secret("scrutateur"),)
        ),
        voices_entitled=Decimal(10),
        corrections=(Correction(AT, a_secret("motif"), a_secret("ancien résultat")),),
        reexamination=a_secret("réexamen"),
    )


def named(member, seat):
    """Return a member whose name tells a vote, were it shown beside one."""
    sheet = replace(
        member.sheet, last_name=f"VOTANT-{seat}", organisation=a_secret("organisme"),
        email=a_secret("courriel"), interests=a_secret("intérêts"),
    )  # fmt: skip
    return replace(member, sheet=sheet)


def a_meeting(sample, form, stage) -> CommitteeState:
    """Return a meeting full of what the room must not see, at a stage of a dossier."""
    base = sample.a_meeting()
    shown = sample._examined(base)
    members = [named(sample._member(seat), seat) for seat in range(1, 6)]
    choices = itertools.cycle(VoteChoice)
    tiles = tuple(
        VoterTile(each, each.seat, None, a_secret("mandataire"), Decimal(1), choice,
                  is_recused=each.seat == 5, recusal_reason=a_secret("déport"))
        for each, choice in zip(members, choices, strict=False)
    )  # fmt: skip
    sheet = shown.current.sheet
    company = replace(
        sheet.company, bank=a_secret("banque"), accountant=a_secret("comptable"),
        email=a_secret("courriel"), manager_name=a_secret("dirigeant"),
    )  # fmt: skip
    sheet = replace(
        sheet, company=company, extra=(("Note", a_secret("note privée")),),
        opinion=OpinionDetails(a_secret("instructeur"), ExpertAdvice.RESERVED, a_secret("avis")),
    )  # fmt: skip
    line = replace(
        shown.current.line, recused=(a_secret("déporté"),), note=a_secret("note"),
        step=ItemStep.PRESENTED,
    )  # fmt: skip
    ballot = None if stage == "presented" else a_ballot(sample, form, stage)
    decision = a_decision(sample) if stage == "decided" else None
    earlier = replace(
        a_ballot(sample, form, "proclaimed"), sentence=a_secret("ballottage"), number=0
    )
    current = replace(
        shown.current, line=line, sheet=sheet, tiles=tiles, ballot=ballot, decision=decision,
        suggested_recusals=((members[0].id, a_secret("conflit")),), earlier_ballots=(earlier,),
    )  # fmt: skip
    agenda = tuple(
        line if each.id == line.id else replace(each, recused=(a_secret("x"),), note=a_secret("y"))
        for each in base.agenda
    )
    condition = Condition(a_secret("condition"), ConditionKind.FOLLOW_UP)
    return replace(
        base,
        agenda=agenda,
        current=current,
        attendance=tuple(Attendance(each, AttendanceKind.PRESENT, None, AT, proxy_document=a_secret("pouvoir")) for each in members),
        presiding=members[0],
        movements=(Movement(members[0].id, AttendanceKind.DEPARTED, AT, a_secret("départ")),),
        position=ScreenPosition(a_secret("écran")),
        pending_conditions=(
            ConditionState(sample._an_id("d"), 1, "2026-D001", a_secret("autre"), condition, None, None, is_pending=True),
        ),
        rules_name=a_secret("règlement"),
        fund_left=Money(987_654_00),
        days_left=Decimal(54_321),
    )  # fmt: skip


def a_decision(sample):
    _item, decision = sample._decisions()[0]
    draft = replace(
        decision.draft, grounds=a_secret("motifs"), documents_asked=a_secret("pièces"),
        outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS,
        conditions=(Condition(a_secret("condition"), ConditionKind.PRECEDENT),),
    )  # fmt: skip
    return replace(decision, draft=draft, partner=a_secret("partenaire"))


def texts_of(value):
    """Yield every text of a record, however deep, enumerations by name and by value."""
    if isinstance(value, Enum):
        yield f"{type(value).__name__}.{value.name}"
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts_of(getattr(value, each.name))
    elif isinstance(value, (tuple, list, frozenset, set)):
        for each in value:
            yield from texts_of(each)
    else:
        yield str(value)


def texts_of_widgets(window):
    """Yield every text of a window: what is painted, said, written or kept in a property."""
    for each in (window, *window.findChildren(QObject)):
        yield each.objectName()
        kept = (each.property(bytes(name).decode()) for name in each.dynamicPropertyNames())
        yield from (value for value in kept if isinstance(value, str))
        if isinstance(each, QWidget):
            yield each.windowTitle()
            yield each.toolTip()
            yield each.statusTip()
            yield each.whatsThis()
            yield each.accessibleName()
            yield each.accessibleDescription()
            spoken = QAccessible.queryAccessibleInterface(each)
            if spoken is not None:
                kinds = (
                    QAccessible.Text.Name,
                    QAccessible.Text.Description,
                    QAccessible.Text.Value,
                )
                yield from (spoken.text(kind) for kind in kinds)
        if isinstance(each, QAction):
            yield each.text()
        text = getattr(each, "text", None)
        if callable(text):
            yield str(text())
    yield from (piece.block.text for piece in window.view.composition.sheet.texts())
    yield from (piece.block.layout.text() for piece in window.view.composition.sheet.texts())


FORBIDDEN = (
    HIDDEN, "Réservé", "RESERVED", "reserved", "987", "54321", "54\u202f321", "3331", "2221", "5941", "9991", "8881",
    "7771", "6661",
)  # fmt: skip
UNPROCLAIMED = (
    COUNTED,
    str(FOR),
    str(AGAINST),
    str(ABSTAINING),
    "61,5",
    "BallotOutcome",
    "VoteChoice",
)


def plain(text):
    return text.replace("\u202f", "").replace("\u00a0", " ")


@pytest.fixture(scope="module")
def window(qapp, _fonts):
    window = RoomWindow()
    window.resize(1280, 720)
    yield window
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("form", BallotForm)
@pytest.mark.parametrize("stage", STAGES)
def test_the_room_sees_nothing_it_should_not(sample, window, form, stage):
    meeting = a_meeting(sample, form, stage)
    forbidden = FORBIDDEN
    if stage in ("presented", "open", "closed"):
        forbidden += UNPROCLAIMED
    for controls in CONTROLS:
        state = room_state(meeting, controls)
        window.show_state(state)
        said = [plain(each) for each in (*texts_of(state), *texts_of_widgets(window))]
        for word in forbidden:
            assert not [each for each in said if word in each], (controls, word)
        is_named = state.layout is RoomLayout.ROLL_CALL
        assert is_named or not [each for each in said if "VOTANT" in each], controls
        if form is BallotForm.SECRET and state.layout is RoomLayout.VOTE:
            assert not state.figures


@pytest.mark.parametrize("form", BallotForm)
def test_nothing_moves_in_the_room_while_votes_come_in(sample, form):
    """Neither the number of votes, nor who voted, nor what is certain changes a field."""
    opened = a_meeting(sample, form, "open")
    silent = tuple(replace(each, choice=None) for each in opened.current.tiles)
    empty = BallotResult(Counts(0, 0), Majority(), 0, None, BallotOutcome.NO_DECISION)
    ballot = replace(opened.current.ballot, result=empty, missing=4, sentence="", protocol=None)
    before = replace(opened, current=replace(opened.current, tiles=silent, ballot=ballot))
    for controls in CONTROLS:
        assert room_state(before, controls) == room_state(opened, controls)


def test_a_proclaimed_result_is_told_so_that_the_search_is_known_to_find(sample, window):
    window.show_state(room_state(a_meeting(sample, BallotForm.NAMED, "proclaimed"), RoomControls()))
    said = [plain(each) for each in texts_of_widgets(window)]
    assert [each for each in said if COUNTED in each]
    assert [each for each in said if str(FOR) in each]


def test_why_a_meeting_is_suspended_is_not_told(sample):
    event = MeetingEvent(MeetingEventKind.SUSPENDED, AT, None, a_secret("malaise"))
    state = room_state(replace(sample.a_meeting(), suspension=event), RoomControls())
    assert not [each for each in texts_of(state) if HIDDEN in each]


def test_a_refused_or_deferred_dossier_keeps_its_reasons(sample):
    for outcome in DecisionOutcome:
        draft = DecisionDraft(
            outcome, grounds=a_secret("motifs"), documents_asked=a_secret("pièces"),
            conditions=(Condition(a_secret("condition"), ConditionKind.FOLLOW_UP),),
        )  # fmt: skip
        decision = replace(a_decision(sample), draft=draft)
        base = sample.a_meeting()
        meeting = replace(base, decisions=((base.agenda[1].id, decision),))
        for controls in CONTROLS:
            state = room_state(meeting, controls)
            assert not [each for each in texts_of(state) if HIDDEN in each], (outcome, controls)


def test_a_room_state_has_no_place_for_a_person_a_vote_or_a_note():
    """Every field, however deep, is a text, a truth, or a closed vocabulary."""

    def kinds(hint):
        if typing.get_origin(hint) in (tuple, UnionType, typing.Union):
            return set().union(*(kinds(each) for each in typing.get_args(hint) if each is not ...))
        if is_dataclass(hint):
            hints = typing.get_type_hints(hint)
            return set().union(*(kinds(hints[each.name]) for each in dataclasses.fields(hint)))
        return {hint}

    found = kinds(RoomState)
    assert all(each in (str, bool, type(None)) or issubclass(each, Enum) for each in found)


def test_the_thumbnail_is_the_picture_of_the_room(sample, window):
    window.show_state(room_state(sample._examined(sample.a_meeting()), RoomControls()))
    small = window.picture(QSize(320, 180)).toImage()
    assert small.size() == QSize(320, 180)
