"""Which papers a meeting has, where each stands in its folder, and how it is made."""

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode
from alize_desktop.files import make_folder
from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.meetings import MeetingRow
from alize_desktop.models.records.minutes import MinutesRecord, Paper
from alize_desktop.models.records.minutes_parts import MinutesItem
from alize_desktop.models.records.people import Member
from alize_desktop.models.store.registry import Registry
from alize_desktop.services import decision_records
from alize_desktop.services.dossier_papers import DossierPaperService
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.mails import file_name
from alize_desktop.services.meeting_papers import MeetingPaperService
from alize_desktop.services.meeting_reading import read_agenda, read_meeting, read_rows
from alize_desktop.services.minutes import MinutesService
from alize_desktop.services.packs import PackService
from alize_desktop.services.schedules import ScheduleService
from alize_desktop.wording.labels import label

Steps = Generator[Progress, None, tuple[Paper, ...]]

_BEFORE: Final = "1 Avant la séance"
_DURING: Final = "2 En séance"
_AFTER: Final = "3 Après la séance"
_DOSSIERS: Final = "4 Dossiers"
_MAILS: Final = f"{_BEFORE}/Courriels"


_HAS_NO_PLACE: Final = frozenset(
    {
        ErrorCode.PAPER_WITHOUT_DECISION,
        ErrorCode.PAPER_WITHOUT_APPROVAL,
        ErrorCode.PAPER_WITHOUT_AMENDMENT,
        ErrorCode.PAPER_WITHOUT_CONDITION,
        ErrorCode.PAPER_WITHOUT_DAYS,
        ErrorCode.PAPER_AFTER_WITHDRAWAL,
        ErrorCode.AGREEMENT_AMENDED,
        ErrorCode.NO_ADVANCE,
    }
)
"""Why a dossier has no such paper; any other refusal is told with the folder."""


@dataclass(frozen=True, slots=True)
class PlannedPaper:
    """A paper to be made.

    Attributes:
        name: Where it stands in the folder.
        make: Makes it at a path, or what stands in a folder at that path.
    """

    name: str
    make: Callable[[Path], Steps]


class PreparationPlan:
    """Knows the papers of a meeting by its state."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._meeting = MeetingPaperService(registry)
        self._minutes = MinutesService(registry)
        self._packs = PackService(registry)
        self._dossiers = DossierPaperService(registry)
        self._schedules = ScheduleService(registry)

    def folder_name(self, meeting_id: UUID) -> str:
        """Return « 2026-03-24_comité », with its number when another is held that day.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        with self._registry.read() as session:
            held = read_meeting(session, meeting_id)
            same_day = [each for each in read_rows(session) if _day(each) == _day(held.row)]
        name = f"{_day(held.row).isoformat()}_comité"
        return name if len(same_day) == 1 else f"{name}_{held.row.number}"

    def planned(self, meeting_id: UUID, *, with_copies: bool) -> tuple[PlannedPaper, ...]:
        """Return the papers that the state of a meeting allows, in their order.

        Args:
            meeting_id: Any meeting.
            with_copies: Whether each member gets a numbered copy of the pack.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        with self._registry.read() as session:
            held = read_meeting(session, meeting_id)
            decided = _decided_here(session, held)
        planned = [*self._before(held, with_copies=with_copies), *self._during(held)]
        if held.row.state in (MeetingState.CLOSED, MeetingState.APPROVED):
            planned += self._after(self._minutes.record(meeting_id), decided)
            for number, dossier in decided.items():
                planned += self._of_dossier(dossier, number)
        return tuple(planned)

    def _before(self, held: HeldMeeting, *, with_copies: bool) -> Iterator[PlannedPaper]:
        meeting = held.row.id
        members = [each for each in held.members if each.has_seat]
        for each in members:
            make = partial(self._meeting.notice, meeting, each.id)
            yield _planned(f"{_BEFORE}/Convocation {_who(each)}.pdf", make)
        yield PlannedPaper(_MAILS, partial(self._mails, meeting))
        pack = partial(self._packs.pack, meeting, None)
        yield _planned(f"{_BEFORE}/Dossier de séance.pdf", pack)
        for each in members if with_copies else ():
            name = f"{_BEFORE}/Dossiers de séance/{_who(each)}.pdf"
            yield _planned(name, partial(self._packs.pack, meeting, each.id))

    def _during(self, held: HeldMeeting) -> Iterator[PlannedPaper]:
        made, meeting = self._meeting, held.row.id
        for name, make in (
            ("Feuille de présence", made.attendance_sheet),
            ("Bulletins de vote", made.secret_ballots),
            ("Grille d’appel", made.roll_call_grid),
            ("Fiches de décision", made.decision_slips),
            ("Conducteur", made.conductor),
        ):
            yield _planned(f"{_DURING}/{name}.pdf", partial(make, meeting))

    def _after(self, record: MinutesRecord, dossiers: Mapping[str, UUID]) -> Iterator[PlannedPaper]:
        meeting = record.meeting_id
        name = f"{_AFTER}/Procès-verbal {record.number}.pdf"
        yield _planned(name, partial(self._minutes.export, meeting))
        name = f"{_AFTER}/Relevé de décisions.pdf"
        yield _planned(name, partial(self._minutes.decision_list, meeting))
        for each in record.items:
            if each.place.item_id:
                make = partial(self._minutes.extract, meeting, each.place.item_id)
                yield _planned(f"{_AFTER}/Extrait {each.number}.pdf", make)
            if each.number in dossiers and _has_advance(each):
                schedule = partial(self._schedules.export, dossiers[each.number])
                yield _planned(f"{_AFTER}/Échéancier {each.number}.xlsx", schedule)

    def _of_dossier(self, dossier: UUID, number: str) -> Iterator[PlannedPaper]:
        for offer in self._dossiers.available(dossier):
            if offer.refusal is None or offer.refusal.code not in _HAS_NO_PLACE:
                name = f"{_DOSSIERS}/{number}/{label(offer.kind)} {number}.pdf"
                yield _planned(name, partial(self._dossiers.make, offer.kind, dossier))

    def _mails(self, meeting: UUID, folder: Path) -> Steps:
        make_folder(folder)
        made = yield from self._meeting.mails(meeting, folder)
        return made.papers


def _decided_here(session: Session, held: HeldMeeting) -> dict[str, UUID]:
    """Return the dossiers, by number, whose last decision is that of this meeting."""
    found = {}
    for each in read_agenda(session, held):
        if each.dossier_id:
            last = decision_records.last_of_dossier(session, each.dossier_id)
            if last and last.meeting_id == held.row.id:
                found[each.number] = each.dossier_id
    return found


def _day(row: MeetingRow) -> date:
    return row.draft.held_on


def _planned(name: str, make: Callable[[Path], Generator[Progress, None, Paper]]) -> PlannedPaper:
    def made(path: Path) -> Steps:
        return ((yield from make(path)),)

    return PlannedPaper(name, made)


def _who(member: Member) -> str:
    return f"{member.seat:02d} {file_name(member.sheet.full_name)}".strip()


def _has_advance(item: MinutesItem) -> bool:
    return item.decision is not None and bool(item.decision.draft.amount)
