"""What the packs of a meeting are made from, read in one transaction."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.dossiers import DocumentRow, DossierSheet
from alize_desktop.models.records.meeting_papers import MeetingPapersRecord, PaperPoint
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.packs import (
    JoiningRemark,
    PackAttachment,
    PackEntry,
    PackRecord,
    Withholding,
)
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.records.state_aid import AidSheet, AidWeighing
from alize_desktop.services.advance_terms import schedule_or_refusal, terms_of
from alize_desktop.services.aid_sheets import read_surroundings, sheet_of
from alize_desktop.services.company_aid import AidAsked, weighings
from alize_desktop.services.meeting_papers_reading import read_papers_record
from alize_desktop.services.money_rules_reading import read_money_rules
from alize_desktop.services.papers import journal_head
from alize_desktop.services.suggested_recusals import lenders_by_skill, parties_of, suggested
from alize_desktop.services.supporting_documents import rows_of
from alize_desktop.services.templates import read_identity

Shown: TypeAlias = frozenset[tuple[UUID, UUID]]
"""(member, dossier) whose tie was looked at, and does not make the member step aside."""

Joined: TypeAlias = Mapping[UUID, tuple[PackAttachment, ...]]
"""Documents of each dossier."""

Remarks: TypeAlias = Mapping[UUID, tuple[JoiningRemark, ...]]
"""What must be said of the documents of each dossier."""


@dataclass(frozen=True, slots=True)
class WantedCopy:
    """A copy to be made.

    Attributes:
        member_id: Whose copy it is; None for the operator's own.
        path: Where it goes.
        is_folder: Whether ``path`` is the folder of a file that is named here.
    """

    member_id: UUID | None
    path: Path
    is_folder: bool = False


@dataclass(frozen=True, slots=True)
class PackOffice:
    """Everything that the packs of a meeting are made from.

    Attributes:
        people: Who may receive a copy: members, alternates, guests.
        documents: Of each dossier, oldest first.
        aids: State aid of what each dossier asks, with what counts with it.
        aid_sheets: The same as sheets, of the dossiers that ask some.
        guest_ties: Ties of those who have no vote: they never step aside in the room.
        head: Hexadecimal hash of the journal when all this was read.
    """

    record: MeetingPapersRecord
    identity: PaperIdentity
    people: tuple[Member, ...]
    documents: dict[UUID, tuple[DocumentRow, ...]]
    aids: dict[UUID, AidWeighing]
    aid_sheets: dict[UUID, AidSheet]
    guest_ties: tuple[Withholding, ...]
    head: str

    def reader(self, member_id: UUID | None) -> Member | None:
        """Return whose copy it is, None for the operator's own.

        Raises:
            UserError: ``MEMBER_UNKNOWN``.
        """
        if member_id is None:
            return None
        for each in self.people:
            if each.id == member_id:
                return each
        raise UserError(ErrorCode.MEMBER_UNKNOWN, member=str(member_id))

    def withheld(self, member_id: UUID | None, shown: Shown) -> frozenset[UUID]:
        """Return the dossiers that a member is not to read.

        Args:
            member_id: None for the operator, who reads them all.
            shown: Ties that were looked at; a recusal that is declared stays.
        """
        return frozenset(
            each.dossier_id
            for each in self.withholdings()
            if each.member_id == member_id
            and (each.is_declared or (each.member_id, each.dossier_id) not in shown)
        )

    def withholdings(self) -> tuple[Withholding, ...]:
        """Return who is not to read which dossier, and why: those who vote, then guests."""
        voters = (
            Withholding(
                recusal.member.id,
                point.line.dossier,
                point.line.number,
                recusal.reason,
                recusal.is_declared,
            )
            for point in self.record.dossiers
            for recusal in point.recusals
        )
        return (*voters, *self.guest_ties)

    def copy(
        self,
        number: int,
        member_id: UUID | None,
        withheld: frozenset[UUID],
        joined: Joined,
        remarks: Remarks,
    ) -> PackRecord:
        """Return one copy: nothing of what is withheld is in it, but numbers of dossiers.

        Args:
            number: Of the copy.
            member_id: Whose copy it is.
            withheld: Dossiers whose place is taken by a slip.
            joined: Documents of each dossier.
            remarks: About the documents of each dossier.
        """
        entries = tuple(self._entry(each, withheld, joined) for each in self.record.points)
        shown = tuple(each.point for each in entries if each.point)
        said = (remarks.get(each.line.dossier, ()) for each in shown if each.sheet)
        return PackRecord(
            meeting=replace(self.record, points=shown, journal_head=self.head),
            identity=self.identity,
            number=number,
            reader=self.reader(member_id),
            entries=entries,
            remarks=tuple(remark for each in said for remark in each),
        )

    def _entry(self, point: PaperPoint, withheld: frozenset[UUID], joined: Joined) -> PackEntry:
        """Return a point of the agenda, or the slip that stands in its place."""
        position, number, dossier = point.line.position, point.line.number, point.line.dossier_id
        if dossier is None:
            return PackEntry(position, number, point)
        if dossier in withheld:
            return PackEntry(position, number, None)
        return PackEntry(
            position=position,
            number=number,
            point=point,
            aid=self.aids.get(dossier),
            aid_sheet=self.aid_sheets.get(dossier),
            attachments=joined.get(dossier, ()),
        )


def read_pack_office(session: Session, meeting_id: UUID) -> PackOffice:
    """Return everything that the packs of a meeting are made from.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.
    """
    record = read_papers_record(session, meeting_id)
    head, lines = journal_head(session)
    aids = _aids(session, record)
    alternates = (each.alternate for each in record.seats)
    people = (
        *(each.member for each in record.seats),
        *(each for each in alternates if each is not None),
        *record.guests,
    )
    return PackOffice(
        record=replace(record, journal_lines=lines),
        identity=read_identity(session),
        people=people,
        documents={
            each.line.dossier: rows_of(session, each.line.dossier) for each in record.dossiers
        },
        aids=aids,
        aid_sheets=_aid_sheets(session, record, aids),
        guest_ties=tuple(_guest_ties(session, record)),
        head=head,
    )


def _aids(session: Session, record: MeetingPapersRecord) -> dict[UUID, AidWeighing]:
    day, rules = record.row.draft.held_on, read_money_rules(session)
    return weighings(
        session,
        [
            AidAsked(
                dossier_id=each.line.dossier,
                siren=each.sheet.company.siren,
                day=day,
                declared=each.sheet.financing.past_de_minimis,
                rows=_schedule(each.sheet, record, rules),
                days=each.sheet.skills.days,
            )
            for each in record.dossiers
            if each.sheet is not None
        ],
    )


def _aid_sheets(
    session: Session, record: MeetingPapersRecord, aids: dict[UUID, AidWeighing]
) -> dict[UUID, AidSheet]:
    day = record.row.draft.held_on
    asking = {
        each.line.dossier: each.sheet
        for each in record.dossiers
        if each.sheet is not None and aids[each.line.dossier].new is not None
    }
    around = read_surroundings(session, asking)
    return {
        dossier: sheet_of(around, dossier, sheet, aids[dossier], day)
        for dossier, sheet in asking.items()
    }


def _schedule(
    sheet: DossierSheet, record: MeetingPapersRecord, rules: MoneyRules
) -> RepaymentSchedule | None:
    """Return the schedule of what is asked, as if paid on the day of the meeting."""
    if not sheet.request.amount:
        return None
    terms = terms_of(sheet.request, record.row.draft.held_on, record.programme, rules)
    return schedule_or_refusal(terms)[0]


def _guest_ties(session: Session, record: MeetingPapersRecord) -> Iterator[Withholding]:
    lenders = lenders_by_skill(session)
    for point in record.dossiers:
        parties = parties_of(point.sheet, lenders) if point.sheet else ()
        for guest in record.guests:
            if reason := suggested(guest, parties):
                dossier, number = point.line.dossier, point.line.number
                yield Withholding(guest.id, dossier, number, reason, is_declared=False)
