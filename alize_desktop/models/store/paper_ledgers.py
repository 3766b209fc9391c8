"""What the journal tells of papers: their words, their looks, their life. See ``ledgers``.

Lines that are older than the identifiers of papers tell less of them: what such a line
does not tell is not compared.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from alize_desktop.models.enums import PaperKind
from alize_desktop.models.store.ledgers import Entry, Ledger, Line, one_by_one
from alize_desktop.models.tables.canonical import canonical_json

_EXPORTED: Final = tuple(f"{each.value}.exported" for each in PaperKind)

_HELD_PAPERS: Final = """
WITH told AS MATERIALIZED (
    SELECT json_extract(details, '$.paper') AS paper FROM journal WHERE action LIKE '%.exported'
    AND json_extract(details, '$.paper') IS NOT NULL
)
SELECT kind || '.exported', coalesce(meeting_id, dossier_id), sha256, told.paper,
    CASE WHEN told.paper IS NOT NULL THEN member_id END,
    CASE WHEN told.paper IS NOT NULL THEN journal_head END
FROM paper LEFT JOIN told ON told.paper = paper.id"""

_HELD_COPIES: Final = """
WITH told AS MATERIALIZED (
    SELECT DISTINCT subject_id AS meeting, json_extract(details, '$.copy') AS number
    FROM journal WHERE action = 'pack.exported'
    AND json_extract(details, '$.dossiers') IS NOT NULL
)
SELECT pack_copy.meeting_id, pack_copy.number, pack_copy.member_id, paper.sha256,
    CASE WHEN told.number IS NOT NULL THEN withheld END,
    CASE WHEN told.number IS NOT NULL THEN pack_copy.journal_head END
FROM pack_copy LEFT JOIN paper ON paper.id = paper_id
LEFT JOIN told ON told.meeting = pack_copy.meeting_id AND told.number = pack_copy.number"""

_HELD_STAGES: Final = """
WITH told AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY sequence) AS rank, json_type(details, '$.paper') AS paper
    FROM journal WHERE action = 'minutes.staged'
)
SELECT sequence, meeting_id, version, stage, "by",
    CASE WHEN told.paper IS NOT NULL THEN paper_id END
FROM minutes_stage LEFT JOIN told ON told.rank = sequence"""


def _exported(_rank: int, line: Line) -> Entry:
    paper = line.told.get("paper")
    since = (line.told["member"] or None, line.told["head"]) if paper else (None, None)
    return (line.action, line.subject, line.told["sha256"], paper, *since)


def _copies(lines: Iterable[Line]) -> Iterator[Entry]:
    for line in lines:
        told = line.told
        if "copy" not in told:
            continue  # a pack that is nobody's
        dossiers = told.get("dossiers")
        yield (
            *(line.subject, told["copy"], told["member"] or None, told["sha256"]),
            *((canonical_json(dossiers), told["head"]) if dossiers is not None else (None, None)),
        )


def _copied(row: Entry) -> Entry:
    *columns, withheld, head = row
    told = None if withheld is None else canonical_json(json.loads(str(withheld)))
    return (*columns, told, head)


def _written(lines: Iterable[Line]) -> Iterator[Entry]:
    """Yield what was last written in each place; nothing but spaces is nothing."""
    last: dict[Entry, str] = {}
    for line in lines:
        text = line.told["text"]
        place = (line.subject, line.told["item"] or line.subject, line.told["block"])
        last[place] = text if text.strip() else ""
    return ((*place, text) for place, text in last.items())


def _staged(rank: int, line: Line) -> Entry:
    told_of = ("version", "stage", "by")
    return (rank, line.subject, *(line.told[each] for each in told_of), line.told.get("paper"))


def _adopted(_rank: int, line: Line) -> Entry:
    return (line.subject, *(line.told[each] for each in ("template", "version", "text")))


def _looks(_rank: int, line: Line) -> Entry:
    told_of = ("version", "address", "signatory", "footer", "accent", "logo_sha256")
    return tuple(line.told[each] for each in told_of)


OF_PAPERS: Final = (
    Ledger("Les documents produits", _EXPORTED, one_by_one(_exported), _HELD_PAPERS),
    Ledger("Les exemplaires numérotés", ("pack.exported",), _copies, _HELD_COPIES, _copied),
    Ledger(
        "Les textes des procès-verbaux",
        ("minutes.written",),
        _written,
        "SELECT meeting_id, subject_id, block, text FROM minutes_text",
    ),
    Ledger("Les étapes des procès-verbaux", ("minutes.staged",), one_by_one(_staged), _HELD_STAGES),
    Ledger(
        "Les modèles de papiers",
        ("template.adopted", "template.restored"),
        one_by_one(_adopted),
        "SELECT id, template, version, text FROM paper_template",
    ),
    Ledger(
        "Les identités des papiers",
        ("identity.adopted",),
        one_by_one(_looks),
        "SELECT version, address, signatory, footer, accent, logo_sha256 FROM paper_identity",
    ),
)
