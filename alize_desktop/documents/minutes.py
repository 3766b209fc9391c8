"""The minutes of a meeting (procès-verbal), from one record.

Blocks follow the committee's own order: header, notice, attendance, proxies, quorum,
officers, movements, agenda, earlier minutes, interests, one part a point in the order
they were taken, follow-up, other business, fund, closing with signatures, annexes, list
of decisions. A decision stands on one page with the counts it follows from, and with its
votes and its terms unless that would leave more than a third of a page empty.
"""

from collections.abc import Generator, Iterator
from functools import partial
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from alize_desktop.documents.blocks import line
from alize_desktop.documents.document import Document, Section
from alize_desktop.documents.frame import Running
from alize_desktop.documents.headings import heading, subheading
from alize_desktop.documents.keeping import Kept, KeptIfClose
from alize_desktop.documents.parts.agenda import agenda, decision_list
from alize_desktop.documents.parts.attendance import attendance, course, proxies, quorum
from alize_desktop.documents.parts.ballot import ballot, recusals, result
from alize_desktop.documents.parts.closing import closing
from alize_desktop.documents.parts.company import identity, opinion, project, request
from alize_desktop.documents.parts.decision import decision
from alize_desktop.documents.parts.financing import financing
from alize_desktop.documents.parts.opening import (
    DRAFT_TITLE,
    basin_title,
    body_title,
    notice,
    officers,
    opening,
)
from alize_desktop.documents.parts.standing import standing_point
from alize_desktop.documents.parts.written import (
    annexes,
    follow_up,
    fund,
    heard,
    interests,
    previous_minutes,
    written,
)
from alize_desktop.documents.tagging.attachment import Attachment
from alize_desktop.models.enums import ItemKind, MinutesBlock
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import MinutesItem, MinutesPoint
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.wording.labels import label
from alize_desktop.wording.minutes_meeting import draft_reason, kind_title, paper_title

_ROOM_FOR_A_DOSSIER: Final = 80 * mm
"""A dossier starts on a new page rather than in what is left of one."""


def minutes_sections(record: MinutesRecord) -> tuple[Section, ...]:
    """Return the parts of the minutes, in order, not laid out yet."""
    annex = Section("Relevé de décisions", partial(decision_list, record.items))
    has_decisions = any(item.decision for item in record.items)
    return (
        Section("En-tête", partial(opening, record)),
        Section("Convocation", partial(notice, record)),
        Section("Présences", partial(attendance, record)),
        Section("Pouvoirs", partial(proxies, record)),
        Section("Quorum", partial(quorum, record)),
        Section("Présidence", partial(officers, record)),
        Section("Mouvements", partial(course, record)),
        Section("Ordre du jour", partial(agenda, record)),
        *_before(record),
        *_points(record),
        *_end(record),
        Section("Signatures", partial(closing, record)),
        Section("Annexes", partial(annexes, record)),
        *([annex] if has_decisions else []),
    )


def minutes_pdf(
    record: MinutesRecord, data: bytes | None = None, identity: PaperIdentity | None = None
) -> Generator[Progress, None, bytes]:
    """Make the minutes, one part a step.

    Args:
        record: Everything the minutes say, read once.
        data: The same as canonical JSON, attached for other programs.
        identity: How the papers of the office look; None for the usual colours.

    Yields:
        How far it is, after each part.

    Returns:
        The bytes of the PDF: the same for the same record.
    """
    programme = record.programme
    body, basin = body_title(record.body), basin_title(programme)
    title, kind, why = paper_title(record), kind_title(record), draft_reason(record)
    mention = f"{DRAFT_TITLE}, {why} · " if why else ""
    document = Document(
        title=title,
        author=programme.operator or body,
        subject=f"{body}, {basin}, {kind[0].lower()}{kind[1:]}",
        running=Running(
            left=f"{body} · {basin}",
            right=title,
            footer=f"{mention}{kind}",
        ),
        sections=minutes_sections(record),
        attachment=_attached(record, data),
        identity=identity,
    )
    return (yield from document.render())


def _attached(record: MinutesRecord, data: bytes | None) -> Attachment | None:
    if data is None:
        return None
    name = f"proces-verbal-{record.number}.json"
    return Attachment(name, "application/json", data, "Le procès-verbal sous forme de données")


def dossier_section(item: MinutesItem, record: MinutesRecord) -> list[Flowable]:
    """Return the part of the minutes about one dossier."""
    sheet = item.sheet
    content = [
        CondPageBreak(_ROOM_FOR_A_DOSSIER),
        *heading(f"Dossier {item.number}\u00a0: {sheet.company.name}"),
        *identity(sheet),
    ]
    if record.lost_quorum and item.decision is None:
        return [*content, line("Ce dossier n’a pas été examiné, faute de quorum.")]
    return [
        *content,
        *project(sheet.project),
        *financing(sheet),
        *request(sheet),
        *opinion(sheet.opinion),
        *heard(record, item.place),
        *recusals(item, record),
        *outcome(item, record),
    ]


def _before(record: MinutesRecord) -> Iterator[Section]:
    """Yield what stands between the agenda and its first point."""
    is_written_of = bool(record.text(MinutesBlock.PREVIOUS_MINUTES))
    has_point = _has_point(record, ItemKind.MINUTES_APPROVAL)
    if not has_point and (is_written_of or _was_held(record)):
        block = MinutesBlock.PREVIOUS_MINUTES
        yield Section(label(block), partial(previous_minutes, record))
    yield Section("Déclarations d’intérêts", partial(interests, record))


def _was_held(record: MinutesRecord) -> bool:
    """Return whether members met, and could examine what was on the agenda."""
    return record.is_over and not record.is_written and record.lost_quorum is None


def _has_point(record: MinutesRecord, kind: ItemKind) -> bool:
    return any(each.kind is kind for each in record.points)


def _points(record: MinutesRecord) -> Iterator[Section]:
    """Yield the points of the agenda in the order in which they were taken."""
    for each in record.agenda:
        if isinstance(each, MinutesPoint):
            build = partial(standing_point, each, record)
            yield Section(f"Point {each.place.position}", build)
        else:
            yield Section(f"Dossier {each.number}", partial(dossier_section, each, record))


def _end(record: MinutesRecord) -> Iterator[Section]:
    """Yield what stands between the last point and the signatures."""
    is_silent = _was_held(record) and not _has_point(record, ItemKind.CONDITIONS)
    if record.text(MinutesBlock.FOLLOW_UP) or is_silent:
        yield Section(label(MinutesBlock.FOLLOW_UP), partial(follow_up, record))
    if record.text(MinutesBlock.OTHER_BUSINESS):
        block = MinutesBlock.OTHER_BUSINESS
        yield Section(label(block), partial(written, record, block))
    if record.fund and record.is_over:
        yield Section("Fonds", partial(fund, record.fund, is_written=record.is_written))


def outcome(item: MinutesItem, record: MinutesRecord) -> list[Flowable]:
    """Return every ballot, the decision beside the last one."""
    taken = decision(item, record)
    if not item.ballots:
        without = line("Ce dossier n’a pas été soumis au vote.")
        return [KeptIfClose([*subheading("Vote"), without, *taken])]
    *earlier, last = range(len(item.ballots))
    content: list[Flowable] = [
        KeptIfClose([*ballot(item, each, record), *result(item, each, record)]) for each in earlier
    ]
    panel, *terms = taken
    decided = KeptIfClose([Kept([*result(item, last, record), panel]), *terms])
    return [*content, KeptIfClose([*ballot(item, last, record), decided])]
