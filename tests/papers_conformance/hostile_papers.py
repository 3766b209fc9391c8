"""The papers of a hostile meeting, each with the names that it must tell."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

from alize_desktop.documents.minutes import minutes_pdf
from alize_desktop.documents.papers.agreement import agreement_pdf
from alize_desktop.documents.papers.aid_sheet import aid_sheet_pdf
from alize_desktop.documents.papers.attendance_sheet import attendance_sheet_pdf
from alize_desktop.documents.papers.conditions_sheet import conditions_sheet_pdf
from alize_desktop.documents.papers.conductor import conductor_pdf
from alize_desktop.documents.papers.decision_list import decision_list_pdf
from alize_desktop.documents.papers.decision_slips import decision_slips_pdf
from alize_desktop.documents.papers.dossier_letter import dossier_letter_pdf
from alize_desktop.documents.papers.minutes_extract import extract_pdf
from alize_desktop.documents.papers.mission_loan import mission_loan_pdf
from alize_desktop.documents.papers.mission_sheet import mission_sheet_pdf
from alize_desktop.documents.papers.notice import notice_pdf
from alize_desktop.documents.papers.pack import pack_pdf
from alize_desktop.documents.papers.roll_call_grid import roll_call_grid_pdf
from alize_desktop.documents.papers.secondment import secondment_pdf
from alize_desktop.documents.papers.secret_ballots import secret_ballots_pdf
from alize_desktop.models.enums import (
    AttendanceKind,
    DecisionOutcome,
    MeetingState,
    PaperKind,
    TemplateKey,
)
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.meeting_papers import MeetingPapersRecord, PaperSeat
from alize_desktop.models.records.meetings import MeetingDraft, MeetingRow
from alize_desktop.models.records.packs import PackEntry, PackRecord
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.paths import resource
from alize_desktop.rules.mission_papers import MISSION_PAPERS
from alize_desktop.wording.dossier_values import notification_key, values_of
from alize_desktop.wording.mission_values import mission_values
from alize_desktop.wording.notice_letters import notice_letter
from alize_desktop.wording.template_fields import filled
from tests.aid_records import known_sheet
from tests.documents.conftest import whole_record
from tests.documents.test_meeting_papers import ALTERNATE as SUBSTITUTE
from tests.documents.test_meeting_papers import (
    CHAIR,
    GIVER,
    GUEST,
    OWNER,
    STANDING,
    VICE,
    dossier,
)
from tests.dossier_records import APPROVAL, CONDITIONS, IDENTITY, paper_record, taken
from tests.mission_records import Kind, draft, mission_record
from tests.papers_conformance.hostile import Hostility

CONDITIONAL = replace(
    APPROVAL, outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS, conditions=CONDITIONS
)


def meeting_record():
    """Return a meeting of two dossiers and four seats, not held yet."""
    draft = MeetingDraft(date(2026, 3, 24), time(14, 0), "Dijon", CHAIR.id, "Mme Odile Perrin")
    return MeetingPapersRecord(
        row=MeetingRow(UUID(int=500), "CA-2026-01", draft, MeetingState.CONVENED, 2, 0),
        programme=Programme("Côte-d’Or", "Chambre de commerce"),
        rules=CommitteeRules(),
        rules_name="Règlement intérieur du 3 mars 2026",
        body="comité d’agrément",
        presiding=CHAIR,
        seats=(
            PaperSeat(CHAIR),
            PaperSeat(VICE),
            PaperSeat(GIVER, None, AttendanceKind.REPRESENTED, VICE),
            PaperSeat(OWNER, SUBSTITUTE, AttendanceKind.SUBSTITUTED),
        ),
        guests=(GUEST,),
        points=(dossier(1), replace(STANDING, line=replace(STANDING.line, position=2))),
        quorum=QuorumState(4, 2, 1, is_reached=False, sentence="Quorum prévu : 1 sur 4."),
        journal_head="fd9042ee197cf89c93e4b5a0c1d2e3f4" * 2,
        journal_lines=1218,
        next_meeting_on=date(2026, 7, 1),
    )


def minutes_record(random):
    """Return the minutes of one dossier, where a few members came."""
    whole = whole_record()
    kept = tuple(sorted(random.sample(range(17), 4)))
    item = random.choice(whole.items)
    held = {whole.attendance[each].member.id for each in kept}
    ballots = tuple(
        replace(each, votes=tuple(vote for vote in each.votes if vote.member.id in held))
        for each in item.ballots
    )
    return replace(
        whole,
        attendance=tuple(whole.attendance[each] for each in kept),
        items=(replace(item, ballots=ballots),),
    )


def people(record):
    return [each.member.sheet.full_name for each in record]


def of_minutes(make, hostility, random):
    record = hostility.record(minutes_record(random))
    names = [each.sheet.company.name for each in record.items]
    if make is extract_pdf:
        return extract_pdf(record, record.items[0]), names
    if make is minutes_pdf:
        names += people(record.attendance)
    return make(record), names


def of_meeting(make, hostility, _random):
    record = hostility.record(meeting_record())
    names = [each.line.company for each in record.points if each.sheet]
    if make is attendance_sheet_pdf:
        names = people(record.seats)
    if make is roll_call_grid_pdf:
        names += people(record.seats)
    return make(record), names


def of_notice(_make, hostility, _random):
    record, identity = hostility.record(meeting_record()), hostility.record(IDENTITY)
    text, called = shipped(TemplateKey.NOTICE), record.seats[0].member
    letter = notice_letter(record, called, identity, text, date(2026, 3, 2))
    names = [each.line.company for each in record.points if each.sheet]
    return notice_pdf(record, letter), [*names, called.sheet.full_name]


def of_pack(_make, hostility, random):
    record = hostility.record(meeting_record())
    reader = random.choice((None, record.seats[1].member))
    sheet = hostility.record(known_sheet())
    entries = tuple(
        PackEntry(
            each.line.position, each.line.number, each, aid_sheet=sheet if each.sheet else None
        )
        for each in record.points
    )
    names = [each.line.company for each in record.points if each.sheet]
    if reader:
        entries = (*entries, PackEntry(3, hostility.text("number"), None))
        names.append(reader.sheet.full_name)
    return typeset(PackRecord(record, hostility.record(IDENTITY), 1, reader, entries)), names


def typeset(pack):
    made = yield from pack_pdf(pack)
    return made.content


def of_aid(make, hostility, _random):
    record, sheet = hostility.record(paper_record()), hostility.record(known_sheet())
    return make(record, sheet), [sheet.company]


def of_dossier(kind, hostility, random):
    draft = replace(CONDITIONAL, outcome=random.choice(list(DecisionOutcome)))
    if kind is not PaperKind.NOTIFICATION:
        draft = CONDITIONAL
    before = taken(APPROVAL, "2026-D001")
    record = replace(paper_record(draft), before=before, first=before)
    record = hostility.record(record)
    key = KEYS[kind] or notification_key(record.taken)
    blocks = filled(key, shipped(key), values_of(record))
    names = [record.sheet.company.name]
    if kind is PaperKind.SECONDMENT:
        names.append(record.partner.name)
    return MAKERS[kind](kind, record, blocks), names


def of_mission(kind, hostility, random):
    longer = draft(Kind.AMENDED, date(2026, 5, 4), "7", ends_on=date(2026, 12, 31), text="Motif")
    record = hostility.record(mission_record(amended=longer))
    names = [record.paper.sheet.company.name, record.paper.partner.name]
    if kind is PaperKind.MISSION_SHEET:
        return mission_sheet_pdf(record), [record.mission.company, record.mission.partner]
    key = TemplateKey(kind.value)
    blocks = filled(key, shipped(key), mission_values(record))
    return mission_loan_pdf(kind, record, blocks), names


def shipped(key):
    return resource("templates", f"{key.value}.txt").read_text(encoding="utf-8")


KEYS = {
    PaperKind.NOTIFICATION: None,
    PaperKind.AGREEMENT: TemplateKey.AGREEMENT,
    PaperKind.AMENDMENT: TemplateKey.AMENDMENT,
    PaperKind.CONDITIONS_SHEET: TemplateKey.CONDITIONS_SHEET,
    PaperKind.SECONDMENT: TemplateKey.SECONDMENT,
    PaperKind.DE_MINIMIS: TemplateKey.DE_MINIMIS,
}
MAKERS = {
    PaperKind.NOTIFICATION: dossier_letter_pdf,
    PaperKind.AGREEMENT: agreement_pdf,
    PaperKind.AMENDMENT: agreement_pdf,
    PaperKind.CONDITIONS_SHEET: conditions_sheet_pdf,
    PaperKind.SECONDMENT: secondment_pdf,
    PaperKind.DE_MINIMIS: dossier_letter_pdf,
}
MEETING_PAPERS = (
    attendance_sheet_pdf,
    conductor_pdf,
    decision_slips_pdf,
    roll_call_grid_pdf,
    secret_ballots_pdf,
)
PAPERS = (
    *((of_minutes, make) for make in (minutes_pdf, extract_pdf, decision_list_pdf)),
    *((of_meeting, make) for make in MEETING_PAPERS),
    (of_notice, notice_pdf),
    (of_pack, pack_pdf),
    (of_aid, aid_sheet_pdf),
    *((of_dossier, kind) for kind in MAKERS),
    *((of_mission, kind) for kind in MISSION_PAPERS),
)
"""Each paper: what makes its record, what makes it from that record."""


def hostile_paper(number, random):
    """Return the steps of a paper of a meeting, by its number, and the names it must tell."""
    prepare, make = PAPERS[number % len(PAPERS)]
    hostility = Hostility(random, with_empty=prepare not in (of_dossier, of_aid, of_mission))
    return prepare(make, hostility, random)
