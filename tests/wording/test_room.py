"""What the room sees follows the meeting, and never tells more than it should."""

import importlib.util
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    BallotOutcome,
    ConditionKind,
    DecisionOutcome,
    ItemConclusion,
    ItemStep,
    MeetingEventKind,
    MeetingState,
    RoomLayout,
    VoteChoice,
)
from alize_desktop.models.records.ballots import Counts, Motion
from alize_desktop.models.records.committee import Attendance, ScreenPosition, VoterTile
from alize_desktop.models.records.decisions import Condition
from alize_desktop.models.records.dossiers import DossierSheet, SkillsDetails
from alize_desktop.models.records.meetings import MeetingEvent
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.room import RoomControls, RoomFigure, RoomState
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.room import room_layouts, room_state
from alize_desktop.wording.room_dossier import last_result_page, vote_page

SCRIPT = Path(__file__).parents[2] / "scripts" / "room_meeting.py"
AT = datetime(2026, 3, 24, 13, 2, tzinfo=UTC)
FOLLOW = RoomControls()
APPLICANT = RoomControls(applicant_present=True)
CLOSED_DOORS = RoomControls(is_private=True)


def loaded():
    spec = importlib.util.spec_from_file_location("room_meeting", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SAMPLE = loaded()
BASE = SAMPLE.a_meeting()
PRESENTED = SAMPLE._examined(BASE)


def shown(meeting, controls=FOLLOW):
    """Return what the room sees, with plain spaces, to read it easily."""
    return plain(room_state(meeting, controls))


def plain(value):
    """Return a record whose texts have ordinary spaces."""
    if isinstance(value, str) and type(value) is str:
        return value.replace("\u00a0", " ").replace("\u202f", " ")
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    if hasattr(value, "__dataclass_fields__"):
        return replace(value, **{each: plain(getattr(value, each)) for each in value.__slots__})
    return value


def voting(form=BallotForm.NAMED, counts=None, **more):
    """Return the meeting while a ballot is open, or as told."""
    ballot = replace(SAMPLE._ballot(counts or Counts(4, 2), form=form), **more)
    return SAMPLE._examined(BASE, ballot=ballot)


def decided(number=0, **terms):
    """Return the meeting after its decision of that number, with other terms."""
    item, decision = SAMPLE._decisions()[number]
    decision = replace(decision, draft=replace(decision.draft, **terms))
    agenda = tuple(
        replace(each, outcome=decision.draft.outcome, step=ItemStep.DECIDED)
        if each.id == item
        else each
        for each in BASE.agenda
    )
    return replace(BASE, agenda=agenda, decisions=((item, decision),))


# the layout that follows the meeting


@pytest.mark.parametrize(
    ("meeting", "controls", "layout"),
    [
        (replace(BASE, row=SAMPLE._row(MeetingState.PREPARATION)), FOLLOW, "welcome"),
        (replace(BASE, row=SAMPLE._row(MeetingState.CONVENED)), FOLLOW, "welcome"),
        (replace(BASE, quorum_at=None), FOLLOW, "roll_call"),
        (BASE, FOLLOW, "agenda"),
        (PRESENTED, FOLLOW, "dossier"),
        (PRESENTED, RoomControls(step="recusals"), "dossier"),
        (PRESENTED, RoomControls(step="deliberation"), "deliberation"),
        (PRESENTED, CLOSED_DOORS, "deliberation"),
        (voting(), FOLLOW, "vote"),
        (voting(closed_at=AT), FOLLOW, "vote"),
        (voting(closed_at=AT, proclaimed_at=AT), FOLLOW, "result"),
        (decided(), FOLLOW, "result"),
        (decided(), RoomControls(step="closing"), "summary"),
        (replace(BASE, standing=BASE.agenda[0]), FOLLOW, "dossier"),
        (replace(BASE, row=SAMPLE._row(MeetingState.CLOSED)), FOLLOW, "closed"),
        (replace(BASE, row=SAMPLE._row(MeetingState.APPROVED)), FOLLOW, "closed"),
        (PRESENTED, RoomControls(is_black=True), "black"),
        (PRESENTED, RoomControls(layout=RoomLayout.BLACK), "black"),
    ],
)
def test_the_room_follows_the_meeting(meeting, controls, layout):
    assert shown(meeting, controls).layout == layout


def test_a_suspension_comes_before_the_dossier():
    event = MeetingEvent(MeetingEventKind.SUSPENDED, AT, AT.replace(hour=14, minute=30), "Malaise")
    state = shown(replace(PRESENTED, suspension=event))
    assert (state.layout, state.note) == (RoomLayout.SUSPENSION, "Reprise à 15 h 30")
    state = shown(replace(PRESENTED, suspension=replace(event, until=None)))
    assert state.note == "Reprise dans un instant"


def test_the_step_kept_in_the_file_is_followed_when_it_is_of_this_point():
    item = PRESENTED.current.line.id
    on_file = replace(PRESENTED, position=ScreenPosition("deliberation", item))
    assert shown(on_file).layout is RoomLayout.DELIBERATION
    assert shown(on_file, RoomControls(step="presentation")).layout is RoomLayout.DOSSIER
    stale = replace(PRESENTED, position=ScreenPosition("deliberation", BASE.agenda[3].id))
    assert shown(stale).layout is RoomLayout.DOSSIER
    closing = replace(decided(), position=ScreenPosition("closing"))
    assert shown(closing).layout is RoomLayout.SUMMARY


def test_after_a_standing_point_the_agenda_comes_back():
    meeting = decided()
    last = replace(
        meeting.agenda[4], dossier_id=None, step=ItemStep.DECIDED, conclusion=ItemConclusion.NOTED
    )
    later = replace(meeting, agenda=(*meeting.agenda[:4], last))
    assert shown(later).layout is RoomLayout.AGENDA


def test_a_decision_of_no_point_on_the_agenda_is_not_shown():
    meeting = decided()
    assert shown(replace(meeting, agenda=BASE.agenda[3:])).layout is RoomLayout.AGENDA


# what the operator forces


@pytest.mark.parametrize("layout", RoomLayout)
def test_a_layout_can_be_forced_when_it_is_said_to_be_possible(layout):
    for meeting in (BASE, PRESENTED, voting(), voting(proclaimed_at=AT), decided()):
        for controls in (FOLLOW, APPLICANT):
            forced = replace(controls, layout=layout)
            if layout in room_layouts(meeting, forced):
                assert shown(meeting, forced).layout is layout
            else:
                assert shown(meeting, forced) == shown(meeting, controls)


def test_a_result_cannot_be_forced_before_its_proclamation():
    state = shown(voting(closed_at=AT), RoomControls(layout=RoomLayout.RESULT))
    assert state.layout is RoomLayout.VOTE
    assert (state.outcome, state.sentence, state.counts) == ("", "", ())
    assert state.ballot_outcome is None


def test_a_forced_suspension_or_closing_needs_to_be_true():
    for layout in (RoomLayout.SUSPENSION, RoomLayout.CLOSED, RoomLayout.VOTE):
        assert shown(BASE, RoomControls(layout=layout)).layout is RoomLayout.AGENDA


# the applicant, closed doors, the rehearsal


@pytest.mark.parametrize("controls", [APPLICANT, RoomControls(is_only_screen=True)])
def test_the_safe_profile_shows_no_other_company(controls):
    others = [each.company for each in BASE.agenda if each.dossier_id is not None][1:]
    for meeting in (BASE, decided(), replace(PRESENTED, decisions=decided().decisions)):
        for layout in (None, *RoomLayout):
            text = repr(shown(meeting, replace(controls, layout=layout)))
            assert not any(company in text for company in others), layout
    assert shown(decided(), controls).layout is RoomLayout.WELCOME
    assert shown(PRESENTED, controls).figures == shown(PRESENTED).figures
    assert shown(PRESENTED, controls).is_guarded


def test_a_standing_point_is_not_for_the_applicant():
    standing = replace(BASE, standing=BASE.agenda[0])
    assert shown(standing, APPLICANT).layout is RoomLayout.WELCOME
    forced = replace(APPLICANT, layout=RoomLayout.DOSSIER)
    assert shown(standing, forced).layout is RoomLayout.WELCOME


def test_closed_doors_show_no_figure_of_the_dossier():
    state = shown(PRESENTED, CLOSED_DOORS)
    assert (state.heading, state.subtitle) == ("Huis clos", "Électricité Saint-Éloi")
    assert state.is_private
    for meeting in (BASE, PRESENTED, voting(), voting(proclaimed_at=AT), decided()):
        for layout in (None, *RoomLayout):
            text = repr(shown(meeting, replace(CLOSED_DOORS, layout=layout)))
            assert "€" not in text, layout
            assert "emploi" not in text, layout


def test_a_rehearsal_is_marked_and_black_is_black():
    assert shown(BASE, RoomControls(is_rehearsal=True)).is_rehearsal
    black = RoomControls(is_black=True, is_rehearsal=True, is_private=True)
    assert room_state(BASE, black) == RoomState(RoomLayout.BLACK)


# welcome, agenda, roll call, quorum, closing


def test_the_welcome_says_who_meets_when_and_where():
    state = shown(replace(BASE, row=SAMPLE._row(MeetingState.CONVENED)))
    assert state.heading == "Comité d’agrément Alizé"
    assert state.subtitle == "Côte-d’Or"
    assert state.body == "Comité d’agrément Alizé · Côte-d’Or"
    assert state.day == "mardi 24 mars 2026"
    assert state.note == "14 h · Dijon, salle de la Chambre de commerce"
    assert state.figures == (RoomFigure("4 dossiers", "à l’ordre du jour"),)


def test_what_is_not_known_is_left_out_of_the_welcome():
    row = SAMPLE._row(MeetingState.PREPARATION)
    bare = replace(row, dossiers=0, draft=replace(row.draft, place=" ", starts_at=time(9, 30)))
    meeting = replace(BASE, row=bare, programme=Programme(" ", body_name="Commission Alizé"))
    state = shown(meeting)
    assert (state.body, state.heading) == ("Commission Alizé", "Commission Alizé")
    assert (state.note, state.figures) == ("9 h 30", ())
    assert shown(replace(meeting, programme=Programme("", body_name=""))).heading == "Comité Alizé"


def test_the_agenda_is_in_the_order_points_are_taken():
    moved = replace(BASE.agenda[1], turn=9)
    state = shown(replace(BASE, agenda=(BASE.agenda[0], moved, *BASE.agenda[2:])))
    assert [each.mark for each in state.lines] == ["1", "3", "4", "5", "2"]
    first, second = state.lines[0], state.lines[1]
    assert (first.detail, first.status) == ("", "Adopté")
    assert first.conclusion is ItemConclusion.ADOPTED
    assert (second.text, second.detail) == (
        "Fonderie du Val de Saône",
        "Auxonne · 15 000 € · 6 jours",
    )
    assert second.status == ""


def test_a_dossier_without_advance_or_days_is_named_all_the_same():
    bare = replace(BASE.agenda[1], requested_amount=ZERO, days=0, town="")
    assert shown(replace(BASE, agenda=(bare,))).lines[0].detail == ""


def test_the_point_under_way_is_marked_in_the_agenda():
    forced = RoomControls(layout=RoomLayout.AGENDA)
    state = shown(PRESENTED, forced)
    assert [each.text for each in state.lines if each.is_current] == ["Électricité Saint-Éloi"]
    assert state.lines[1].status == "En cours"
    standing = shown(replace(BASE, standing=BASE.agenda[0]), forced)
    assert standing.lines[0].is_current


def test_the_summary_tells_what_was_granted_and_its_totals():
    pairs = SAMPLE._decisions()[:4]
    meeting = replace(BASE, agenda=SAMPLE._decided(BASE.agenda), decisions=pairs)
    state = shown(meeting, RoomControls(step="closing"))
    assert [each.status for each in state.lines] == [
        "Adopté", "Agréé", "Agréé sous conditions", "Agréé pour un montant réduit", "Ajourné",
    ]  # fmt: skip
    assert state.lines[3].detail == "Beaune · 10 000 € · 6 jours"
    assert state.lines[4].detail == "Semur-en-Auxois"
    assert state.figures == (
        RoomFigure("3 sur 4", "dossiers agréés"),
        RoomFigure("40 000 €", "d’avances accordées"),
        RoomFigure("18 jours", "de compétences"),
        RoomFigure("12 emplois", "à créer"),
    )
    unknown = shown(replace(meeting, decisions=()), RoomControls(layout=RoomLayout.SUMMARY))
    assert unknown.lines[1].detail == "Dijon"


def test_an_approval_of_days_alone_shows_no_money():
    meeting = decided(amount=ZERO)
    assert (
        shown(meeting, RoomControls(layout=RoomLayout.AGENDA)).lines[1].detail == "Dijon · 6 jours"
    )
    bare = decided(days=0)
    assert shown(bare, RoomControls(layout=RoomLayout.AGENDA)).lines[1].detail == "Dijon · 15 000 €"


def test_the_roll_call_shows_where_each_seat_stands():
    calling = replace(BASE, quorum_at=None, attendance=SAMPLE._called(6))
    state = shown(calling)
    assert state.subtitle == "9 présents · 2 représentés"
    assert [each.status for each in state.lines[:5]] == [
        "Présente", "Présent", "Présente", "Présent", "Représentée",
    ]  # fmt: skip
    assert state.lines[4].detail == "pouvoir à Mme Inès Martin"
    called = [each for each in state.lines if each.is_current]
    assert [(each.mark, each.status, each.attendance) for each in called] == [
        ("7", "À l’appel", None)
    ]
    assert state.lines[7].status == ""
    again = shown(
        replace(calling, quorum_at=AT, represented=0), RoomControls(layout=RoomLayout.ROLL_CALL)
    )
    assert not any(each.is_current for each in again.lines)
    assert again.subtitle == "9 présents"


def test_who_stands_in_for_a_member_is_named_when_known():
    member, other = SAMPLE._member(2), SAMPLE._member(3)
    alternate = replace(other, alternate_of_id=member.id)
    substituted = Attendance(member, AttendanceKind.SUBSTITUTED, None, AT)
    sits = Attendance(alternate, AttendanceKind.PRESENT, None, AT)
    lines = shown(replace(BASE, quorum_at=None, attendance=(substituted, sits))).lines
    assert [(each.text, each.status, each.detail) for each in lines] == [
        ("M. Paul Lévêque", "Suppléé", "par Mme Marie-Christine O’Brien")
    ]
    alone = (substituted, Attendance(other, AttendanceKind.REPRESENTED, SAMPLE._an_id("x"), AT))
    lines = shown(replace(BASE, quorum_at=None, attendance=alone)).lines
    assert [each.detail for each in lines] == ["", ""]


def test_the_quorum_is_that_of_the_dossier_under_way():
    forced = RoomControls(layout=RoomLayout.QUORUM)
    state = shown(BASE, forced)
    assert (state.heading, state.is_quorum_reached) == ("Quorum atteint", True)
    assert [each.value for each in state.figures] == ["11", "9", "17"]
    short = SAMPLE._quorum(7)
    on_dossier = replace(PRESENTED, current=replace(PRESENTED.current, quorum=short))
    state = shown(on_dossier, forced)
    assert (state.heading, state.is_quorum_reached) == ("Quorum non atteint", False)
    assert state.note.endswith("7, non atteint.")


def test_the_end_of_the_meeting_tells_its_hour_when_known():
    closed = replace(BASE, row=SAMPLE._row(MeetingState.CLOSED))
    assert shown(replace(closed, closed_at=AT)).note == "Levée à 14 h 02"
    assert shown(closed).note == ""


# the dossier


def test_a_dossier_shows_four_figures_at_most():
    state = shown(PRESENTED)
    assert (state.heading, state.subtitle) == ("Électricité Saint-Éloi", "Dijon")
    assert state.figures == (
        RoomFigure("15 000 €", "avance demandée, 48 mois dont 12 de différé"),
        RoomFigure("6 jours", "ressources humaines"),
        RoomFigure("4 emplois", "à créer, 2 à maintenir"),
        RoomFigure("62 500 €", "coût du projet"),
    )


def test_what_a_dossier_does_not_ask_is_not_shown():
    sheet = PRESENTED.current.sheet
    bare = DossierSheet(sheet.number, sheet.company, sheet.filed_on)
    assert shown(replace(PRESENTED, current=replace(PRESENTED.current, sheet=bare))).figures == ()
    other = replace(
        sheet,
        request=replace(sheet.request, deferral=0),
        skills=SkillsDetails("RH et paie", 1),
        jobs=replace(sheet.jobs, created=0, maintained=1),
    )
    figures = shown(replace(PRESENTED, current=replace(PRESENTED.current, sheet=other))).figures
    assert figures[:3] == (
        RoomFigure("15 000 €", "avance demandée, 48 mois"),
        RoomFigure("1 jour", "RH et paie"),
        RoomFigure("1 emploi", "à maintenir"),
    )
    nameless = replace(sheet, skills=SkillsDetails("", 2), jobs=replace(sheet.jobs, maintained=0))
    figures = shown(replace(PRESENTED, current=replace(PRESENTED.current, sheet=nameless))).figures
    assert figures[1:3] == (
        RoomFigure("2 jours", "de compétences"),
        RoomFigure("4 emplois", "à créer"),
    )


def test_a_standing_point_is_shown_by_its_title():
    state = shown(replace(BASE, standing=BASE.agenda[0]))
    assert state.heading == "Approbation du procès-verbal du 24 février 2026"
    assert state.subtitle == "Point 1 de l’ordre du jour"


# the vote


@pytest.mark.parametrize(
    ("form", "words", "question"),
    [
        (BallotForm.NAMED, "Vote nominatif", "Le dossier est-il agréé ?"),
        (BallotForm.HANDS, "Vote à main levée", "Le dossier est-il agréé ?"),
        (BallotForm.CONSENSUS, "Consensus", "Quelqu’un s’oppose-t-il à l’agrément ?"),
    ],
)
def test_a_vote_shows_its_question_its_form_and_how_many_voices(form, words, question):
    state = shown(voting(form))
    assert (state.form, state.form_name, state.note) == (form, words, question)
    assert state.subtitle == "Dijon · 15 000 € demandés · 4 emplois à créer"
    assert state.figures == (RoomFigure("10 voix", "prennent part au vote"),)


def test_a_secret_ballot_shows_nothing_but_its_form():
    opened = shown(voting(BallotForm.SECRET))
    closed = shown(voting(BallotForm.SECRET, counts=Counts(7, 1), closed_at=AT, missing=2))
    assert (opened.form_name, opened.figures) == ("Scrutin secret", ())
    assert opened == closed


def test_voices_are_weighed_when_the_ballot_does_not_say_how_many():
    member = SAMPLE._member(1)
    voter = VoterTile(member, 1, None, "", Decimal("1.5"), VoteChoice.FOR, is_recused=False)
    aside = replace(voter, weight=Decimal(3), is_recused=True)
    meeting = voting(voices_entitled=Decimal(0))
    meeting = replace(meeting, current=replace(meeting.current, tiles=(voter, aside)))
    assert shown(meeting).figures == (RoomFigure("1,5 voix", "prend part au vote"),)


def test_what_is_asked_may_be_another_amount_or_another_question():
    amount = voting(motion=Motion(amount_minor=10_000_00))
    assert shown(amount).note == "Le dossier est-il agréé pour une avance de 10 000 € ?"
    text = voting(motion=Motion(" Ajourner le dossier ? "))
    assert shown(text).note == "Ajourner le dossier ?"
    for meeting in (amount, text):
        assert shown(meeting, CLOSED_DOORS).note == "Le dossier est-il agréé ?"


def test_what_was_not_asked_is_not_told_with_the_company():
    meeting = voting()
    line = replace(meeting.current.line, requested_amount=ZERO, jobs_created=0)
    meeting = replace(meeting, current=replace(meeting.current, line=line))
    assert shown(meeting).subtitle == "Dijon"
    line = replace(line, requested_amount=Money(100), jobs_created=1)
    meeting = replace(meeting, current=replace(meeting.current, line=line))
    assert shown(meeting).subtitle == "Dijon · 1 € demandé · 1 emploi à créer"


# the result


def test_a_proclaimed_result_tells_its_outcome_its_sentence_and_its_counts():
    state = shown(voting(counts=Counts(6, 1, 1, 2), closed_at=AT, proclaimed_at=AT))
    assert (state.outcome, state.ballot_outcome) == ("Adopté", BallotOutcome.ADOPTED)
    assert state.sentence.startswith("6 pour, 1 contre, 1 abstention, 2 ne prennent pas part")
    assert [(each.choice, each.voices, each.caption) for each in state.counts] == [
        (VoteChoice.FOR, "6", "pour"),
        (VoteChoice.AGAINST, "1", "contre"),
        (VoteChoice.ABSTENTION, "1", "abstention"),
        (VoteChoice.NOT_PARTICIPATING, "2", "ne prennent pas part"),
    ]


def test_a_decision_tells_what_was_granted():
    state = shown(decided())
    assert (state.outcome, state.decision_outcome) == ("Agréé", DecisionOutcome.APPROVED)
    assert state.sentence.endswith("adopté.")
    assert state.figures == (
        RoomFigure("15 000 €", "avance, 36 mensualités de 416,67 €"),
        RoomFigure("6 jours", "ressources humaines"),
        RoomFigure("4 emplois", "à créer avant le 1er mars 2028"),
    )


@pytest.mark.parametrize(
    ("every", "caption"),
    [
        (3, "avance, 12 échéances trimestrielles de 1 250,00 €"),
        (2, "avance, 18 échéances de 833,33 €"),
        (36, "avance, 1 échéance de 15 000,00 €"),
        (5, "avance"),  # five months do not divide thirty-six
    ],
)
def test_instalments_are_named_by_their_period(every, caption):
    assert shown(decided(every=every)).figures[0].caption == caption


def test_a_decision_shows_nothing_that_was_not_granted():
    bare = decided(amount=ZERO, days=0, jobs_created=0, jobs_maintained=3, jobs_by=None)
    assert shown(bare).figures == (RoomFigure("3 emplois", "à maintenir"),)
    assert shown(decided(jobs_created=0)).figures[2:] == ()


@pytest.mark.parametrize(
    ("kinds", "value", "caption"),
    [
        ("PF", "2 conditions", "dont 1 préalable au versement"),
        ("P", "1 condition", "préalable au versement"),
        ("FF", "2 conditions", "suivi"),
    ],
)
def test_conditions_are_counted_and_never_told(kinds, value, caption):
    kind = {"P": ConditionKind.PRECEDENT, "F": ConditionKind.FOLLOW_UP}
    conditions = tuple(Condition("Apport du gérant", kind[each]) for each in kinds)
    state = shown(decided(1, conditions=conditions))
    assert state.figures[3] == RoomFigure(value, caption)
    assert "Apport" not in repr(state)


@pytest.mark.parametrize("number", [3, 4, 5])
def test_a_refusal_or_a_deferral_shows_no_figure_and_no_reason(number):
    state = shown(decided(number, grounds="Gérant endetté", documents_asked="Bilan"))
    assert state.figures == ()
    assert "endetté" not in repr(state)
    assert "Bilan" not in repr(state)
    assert bool(state.note) == (state.decision_outcome is DecisionOutcome.DEFERRED)


def test_a_decision_held_with_its_dossier_is_shown_before_anything_else():
    _item, decision = SAMPLE._decisions()[0]
    meeting = replace(PRESENTED, current=replace(PRESENTED.current, decision=decision))
    assert shown(meeting).outcome == "Agréé"
    assert shown(meeting, APPLICANT).outcome == "Agréé"


def test_pages_refuse_what_does_not_exist():
    with pytest.raises(ValueError, match="no ballot"):
        vote_page(PRESENTED.current, FOLLOW)
    with pytest.raises(ValueError, match="nothing was decided"):
        last_result_page(BASE, FOLLOW)


def test_days_are_written_in_full():
    row = SAMPLE._row(MeetingState.OPEN)
    first = replace(row, draft=replace(row.draft, held_on=date(2026, 4, 1)))
    assert shown(replace(BASE, row=first)).day == "mercredi 1er avril 2026"
