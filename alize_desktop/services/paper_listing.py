"""Which papers of a meeting or of a dossier are made, and which are older than the data."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.files import make_folder
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.paper_listing import ListedPaper
from alize_desktop.models.records.papers import PaperRow
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.tables.meetings import StoredItem
from alize_desktop.models.tables.people import StoredMember
from alize_desktop.services.paper_ages import OF_A_DAY, ages, lines_about
from alize_desktop.services.plain import writable_text
from alize_desktop.services.preparation_plan import PreparationPlan
from alize_desktop.services.signature_records import papers_of


class PaperListService:
    """Lists papers, and makes one of those that a meeting may have."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._plan = PreparationPlan(registry)

    def of_meeting(self, meeting_id: UUID, folder: Path) -> tuple[ListedPaper, ...]:
        """Return the papers that a meeting may have, then those that were made elsewhere.

        Args:
            meeting_id: Any meeting.
            folder: Where the folder of the meeting is, or would be.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        target = folder / self._plan.folder_name(meeting_id)
        names = [each.name for each in self._plan.planned(meeting_id, with_copies=True)]
        with self._registry.read() as session:
            made = papers_of(session, meeting_id)
            items = session.execute(
                select(StoredItem.id, StoredItem.dossier_id).where(
                    StoredItem.meeting_id == meeting_id
                )
            )
            subjects = {meeting_id, *(each for row in items for each in row if each)}
            for dossier in subjects - {meeting_id}:
                made += tuple(x for x in papers_of(session, dossier) if x.kind not in OF_A_DAY)
            listed = dict(_listed(session, _latest(made), subjects))
        return tuple(_arranged(names, listed, target))

    def of_dossier(self, dossier_id: UUID) -> tuple[ListedPaper, ...]:
        """Return the papers that were made of a dossier, the newest first."""
        with self._registry.read() as session:
            made = _latest(papers_of(session, dossier_id))
            return tuple(each for _path, each in _listed(session, made, {dossier_id}))

    def make(
        self, meeting_id: UUID, name: str, folder: Path
    ) -> Generator[Progress, None, tuple[Paper, ...]]:
        """Make one of the papers that a meeting may have, in the folder of the meeting.

        Args:
            meeting_id: The meeting.
            name: Where it stands in that folder, as ``of_meeting`` lists it.
            folder: Where the folder of the meeting is made.

        Raises:
            UserError: ``PAPER_NOT_FOUND`` for a name that is not planned any more; what
                the paper itself refuses; ``FOLDER_NOT_WRITABLE``.
        """
        target = folder / self._plan.folder_name(meeting_id)
        planned = self._plan.planned(meeting_id, with_copies=True)
        found = next((each for each in planned if each.name == name), None)
        if found is None:
            raise UserError(ErrorCode.PAPER_NOT_FOUND)
        make_folder((target / name).parent)
        return (yield from found.make(target / name))


def _latest(made: Iterable[PaperRow]) -> list[PaperRow]:
    """Return the last paper written to each path, the newest first."""
    kept: dict[str, PaperRow] = {}
    for each in sorted(made, key=lambda row: row.made_at, reverse=True):
        kept.setdefault(each.path, each)
    return list(kept.values())


def _listed(
    session: Session, made: Sequence[PaperRow], subjects: set[UUID]
) -> Iterator[tuple[str, ListedPaper]]:
    members = {each.member_id for each in made if each.member_id}
    people = select(StoredMember.id, StoredMember.first_name, StoredMember.last_name)
    names = {
        each.id: f"{each.first_name} {each.last_name}".strip()
        for each in session.execute(people.where(StoredMember.id.in_(members)))
    }
    heads = {each.journal_head for each in made}
    hashes = select(StoredLine.hash, StoredLine.sequence).where(StoredLine.hash.in_(heads))
    since = {each.hash: each.sequence for each in session.execute(hashes)}
    lines = lines_about(session, subjects | members)
    for each in made:
        is_stale = any(
            line > since.get(each.journal_head, 0) and ages(each, action, subject)
            for line, action, subject in lines
        )
        who = names.get(each.member_id, "") if each.member_id else ""
        is_there = Path(each.path).is_file()
        yield each.path, ListedPaper(each.path, who, each, is_there, is_stale)


def _arranged(
    names: Sequence[str], made: dict[str, ListedPaper], target: Path
) -> Iterator[ListedPaper]:
    """Yield what is planned, with what stands there; then what was made elsewhere."""
    left = dict(made)
    for name in names:
        path = target / name
        place = writable_text(str(path))
        inside = [each for each in left if each == place or Path(each).parent == path]
        first = left.pop(inside[0]) if inside else ListedPaper(name)
        yield _planned(name, first)
        for each in inside[1:]:
            yield _inside(left.pop(each), target)
    for listed in left.values():
        yield _inside(listed, target)


def _planned(name: str, listed: ListedPaper) -> ListedPaper:
    return ListedPaper(
        name, listed.who, listed.paper, listed.is_there, listed.is_stale, is_planned=True
    )


def _inside(listed: ListedPaper, target: Path) -> ListedPaper:
    """Return a paper made before, under its place in the folder when it stands in it."""
    path = Path(listed.name)
    if not path.is_relative_to(target):
        return listed
    name = path.relative_to(target).as_posix()
    return ListedPaper(name, listed.who, listed.paper, listed.is_there, listed.is_stale)
