"""An invented meeting at each of its moments, to draw what the room sees of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID, uuid5

from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    BallotOutcome,
    Civility,
    ConditionKind,
    DecisionOutcome,
    ItemConclusion,
    ItemKind,
    ItemStep,
    MeetingEventKind,
    MeetingState,
    MemberCollege,
    MemberOffice,
    RoomLayout,
)
from alize_desktop.models.records.ballots import Counts
from alize_desktop.models.records.committee import (
    Attendance,
    BallotState,
    CommitteeState,
    CurrentItem,
    QuorumState,
)
from alize_desktop.models.records.decisions import Condition, Decision, DecisionDraft
from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DossierSheet,
    FinancingDetails,
    JobsDetails,
    RequestDetails,
    SkillsDetails,
)
from alize_desktop.models.records.meetings import AgendaLine, MeetingDraft, MeetingEvent, MeetingRow
from alize_desktop.models.records.people import Member, MemberSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.room import RoomControls
from alize_desktop.models.records.rules import CommitteeRules, Majority
from alize_desktop.models.values import Money
from alize_desktop.rules.tally import tally
from alize_desktop.wording.results import result_sentence

_SPACE = UUID("00000000-0000-7000-8000-000000000000")
_AT = datetime(2026, 3, 24, 13, 2, tzinfo=UTC)
_LAST_NAMES = (
    "Martin", "Lévêque", "O’Brien", "Weiß", "Thiébaut", "Garçon", "Perrin", "Le Bihan",
    "Delacroix-Beaumont", "N’Guyen", "Ünal", "Desjardins", "Roche", "Fournier", "Bonnet",
    "Chevalier", "Marchand",
)  # fmt: skip
_FIRST_NAMES = ("Bruno", "Inès", "Paul", "Marie-Christine", "Yves", "Odile")
_COMPANIES = (
    ("Électricité Saint-Éloi", "Dijon"),
    ("Fonderie du Val de Saône", "Auxonne"),
    ("Établissements Charpentier-Lefèbvre et Fils, charpente et couverture", "Beaune"),
    ("L’Atelier d’Hélène", "Semur-en-Auxois"),
    ("Ébénisterie Œuvre & Bois", "Nuits-Saint-Georges"),
)

Moment = tuple[str, CommitteeState, RoomControls]


def moments() -> Iterator[Moment]:
    """Yield each moment of the meeting: a name, the meeting, what the operator asks."""
    follow = RoomControls()
    base = a_meeting()
    yield "01-accueil", replace(base, row=_row(MeetingState.CONVENED), opened_at=None), follow
    yield "02-appel", replace(base, quorum_at=None, attendance=_called(6)), follow
    yield "03-appel-60", replace(base, attendance=_called(60, 60)), _forced(RoomLayout.ROLL_CALL)
    yield "04-quorum", base, _forced(RoomLayout.QUORUM)
    short = replace(base, quorum=_quorum(7))
    yield "05-quorum-non-atteint", short, _forced(RoomLayout.QUORUM)
    yield "06-ordre-du-jour", base, follow
    many = tuple(_line(number) for number in range(1, 41))
    yield "07-ordre-du-jour-40", replace(base, agenda=many), follow
    yield "08-point", replace(base, standing=base.agenda[0]), follow
    presented = _examined(base)
    yield "09-dossier", presented, follow
    yield "10-dossier-nom-long", _examined(base, 3), follow
    yield "11-deliberation", presented, RoomControls(step="deliberation")
    yield "12-huis-clos", presented, RoomControls(is_private=True)
    yield from _votes(base)
    yield from _results(base)
    decided = replace(base, agenda=_decided(base.agenda), decisions=_decisions()[:4])
    yield "40-recapitulatif", decided, RoomControls(step="closing")
    event = MeetingEvent(MeetingEventKind.SUSPENDED, _AT, _AT.replace(hour=14, minute=30))
    yield "41-suspension", replace(base, suspension=event), follow
    closed = replace(base, row=_row(MeetingState.CLOSED), closed_at=_AT.replace(hour=15))
    yield "42-levee", closed, follow
    yield "43-noir", base, RoomControls(is_black=True)
    yield "44-demandeur", presented, RoomControls(applicant_present=True)
    yield "45-repetition", presented, RoomControls(is_rehearsal=True)
    yield "46-repetition-appel", replace(base, quorum_at=None), RoomControls(is_rehearsal=True)


def a_meeting(members: int = 17) -> CommitteeState:
    """Return an open meeting whose quorum is established."""
    standing = replace(
        _line(1), dossier_id=None, kind=ItemKind.MINUTES_APPROVAL, step=ItemStep.DECIDED,
        company="Approbation du procès-verbal du 24 février 2026",
        conclusion=ItemConclusion.ADOPTED,
    )  # fmt: skip
    agenda = (standing, *(_line(number) for number in range(2, 6)))
    return CommitteeState(
        row=_row(MeetingState.OPEN),
        presiding=None,
        opened_at=_AT,
        quorum_at=_AT,
        closed_at=None,
        attendance=_called(members, members),
        quorum=_quorum(11),
        agenda=agenda,
        current=None,
        fund_left=Money(120_000_00),
        days_left=Decimal(64),
        present=9,
        represented=2,
        voices=Decimal(11),
        programme=Programme("Côte-d’Or"),
        rules=CommitteeRules(),
    )


def _votes(base: CommitteeState) -> Iterator[Moment]:
    for number, form in enumerate(BallotForm, start=20):
        ballot = _ballot(Counts(0, 0), form=form)
        yield f"{number}-vote-{form.value}", _examined(base, ballot=ballot), RoomControls()


def _results(base: CommitteeState) -> Iterator[Moment]:
    for number, counts in enumerate((Counts(8, 1, 1), Counts(3, 6, 1), Counts(4, 4, 2)), start=30):
        ballot = _ballot(counts, proclaimed_at=_AT)
        name = f"{number}-{ballot.result.outcome.value}"
        yield name, _examined(base, ballot=ballot), RoomControls()
    for number, (item, decision) in enumerate(_decisions(), start=33):
        decided = replace(base, agenda=_decided(base.agenda), decisions=((item, decision),))
        yield f"{number}-{decision.draft.outcome.value}", decided, RoomControls()


def _forced(layout: RoomLayout) -> RoomControls:
    return RoomControls(layout=layout)


def _row(state: MeetingState) -> MeetingRow:
    place = "Dijon, salle de la Chambre de commerce"
    draft = MeetingDraft(date(2026, 3, 24), time(14), place)
    return MeetingRow(_an_id("meeting"), "CA-2026-03", draft, state, 4, 0)


def _line(number: int) -> AgendaLine:
    company, town = _COMPANIES[(number - 2) % len(_COMPANIES)]
    return AgendaLine(
        id=_an_id(f"item {number}"),
        position=number,
        dossier_id=_an_id(f"dossier {number}"),
        number=f"2026-{number:03d}",
        company=company,
        town=town,
        requested_amount=Money(15_000_00),
        days=6,
        jobs_created=4,
        step=ItemStep.PENDING,
        outcome=None,
        recused=(),
        turn=number,
    )


def _called(called: int, seats: int = 17) -> tuple[Attendance, ...]:
    kinds = (AttendanceKind.PRESENT,) * 5 + (
        AttendanceKind.REPRESENTED, AttendanceKind.REMOTE, AttendanceKind.EXCUSED,
        AttendanceKind.ABSENT,
    )  # fmt: skip
    members = [_member(seat) for seat in range(1, seats + 1)]
    return tuple(
        Attendance(each, kinds[each.seat % 9] if each.seat <= called else None, members[0].id, _AT)
        for each in members
    )


def _member(seat: int) -> Member:
    civility = Civility.MADAME if seat % 2 else Civility.MONSIEUR
    first = _FIRST_NAMES[seat % len(_FIRST_NAMES)]
    last = _LAST_NAMES[(seat - 1) % len(_LAST_NAMES)]
    sheet = MemberSheet(
        civility, first, last, "", MemberCollege.ENTERPRISE, MemberOffice.MEMBER, Decimal(1)
    )
    return Member(_an_id(f"member {seat}"), seat, sheet)


def _quorum(counted: int) -> QuorumState:
    reached = "atteint" if counted >= 9 else "non atteint"
    sentence = (
        f"17 membres en exercice, quorum 9\u00a0; {counted - 2} présents et 2 représentés"
        f"\u00a0: {counted}, {reached}."
    )
    return QuorumState(17, 9, counted, counted >= 9, sentence)


def _examined(
    base: CommitteeState, number: int = 1, ballot: BallotState | None = None
) -> CommitteeState:
    line = replace(base.agenda[number], step=ItemStep.PRESENTED)
    sheet = DossierSheet(
        number=line.number,
        company=CompanyDetails(line.company, "999631708", town=line.town),
        filed_on=date(2026, 3, 3),
        financing=FinancingDetails(Money(62_500_00)),
        request=RequestDetails(Money(15_000_00), 48, 12, 1),
        jobs=JobsDetails(4, 2),
        skills=SkillsDetails("Ressources humaines", 6),
    )
    current = CurrentItem(line, sheet, (), base.quorum, ballot, None, ())
    return replace(base, current=current)


def _ballot(
    counts: Counts, *, form: BallotForm = BallotForm.NAMED, proclaimed_at: datetime | None = None
) -> BallotState:
    result = tally(counts, Majority(), voters=10)
    if counts.votes_for == counts.votes_against and proclaimed_at:
        result = replace(result, outcome=BallotOutcome.TIE)
    return BallotState(
        id=_an_id("ballot"),
        form=form,
        opened_at=_AT,
        closed_at=proclaimed_at,
        proclaimed_at=proclaimed_at,
        result=result,
        missing=0,
        sentence=result_sentence(result),
        voices_entitled=Decimal(10),
    )


def _decisions() -> tuple[tuple[UUID, Decision], ...]:
    drafts = [
        DecisionDraft(
            outcome, Money(15_000_00), 48, 12, 1, days=6, skill_category="Ressources humaines",
            jobs_created=4, jobs_by=date(2028, 3, 1),
        )
        for outcome in DecisionOutcome
    ]  # fmt: skip
    conditions = (
        Condition("Apport", ConditionKind.PRECEDENT),
        Condition("Bilan", ConditionKind.FOLLOW_UP),
    )
    drafts[1] = replace(drafts[1], conditions=conditions)
    drafts[2] = replace(drafts[2], amount=Money(10_000_00))
    return tuple(
        (_an_id(f"item {number % 4 + 2}"), _decision(draft)) for number, draft in enumerate(drafts)
    )


def _decision(draft: DecisionDraft) -> Decision:
    sentence = _ballot(Counts(8, 1, 1), proclaimed_at=_AT).sentence
    return Decision(_an_id("decision"), "2026-D003", "CA-2026-03", _AT, draft, "", sentence)


def _decided(agenda: tuple[AgendaLine, ...]) -> tuple[AgendaLine, ...]:
    outcomes = dict(zip(agenda[1:], DecisionOutcome, strict=False))
    return tuple(
        replace(each, outcome=outcomes.get(each), step=ItemStep.DECIDED) for each in agenda
    )


def _an_id(name: str) -> UUID:
    return uuid5(_SPACE, name)
