"""The sheet of days of a mission: those done, lines for those to come, both sides sign."""

from collections.abc import Generator
from functools import partial
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from alize_desktop.documents.agreements import Act, act_pdf
from alize_desktop.documents.blocks import facts, line
from alize_desktop.documents.grids import Column
from alize_desktop.documents.headings import heading
from alize_desktop.documents.parts.forms import BLANK, FormRow, form_grid
from alize_desktop.documents.parts.texts import heading_style
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.mission_papers import MissionPaperRecord
from alize_desktop.rules.templates import BlockKind, TextBlock
from alize_desktop.wording.dossier_values import sender_of
from alize_desktop.wording.mission_values import (
    SHEET_CERTIFIED,
    SHEET_INTRODUCTION,
    blank_days,
    loan_signatories,
    mission_reference,
    sheet_facts,
    sheet_rows,
    sheet_title,
)

_ROOM: Final = 8 * mm
_COLUMNS: Final = (
    Column("Date", 15),
    Column("Jours", 9),
    Column("Travail fait", 40),
    Column("Entreprise d’accueil", 18),
    Column("Entreprise prêteuse", 18),
)


def mission_sheet_pdf(record: MissionPaperRecord) -> Generator[Progress, None, bytes]:
    """Make the sheet of days of a mission.

    Returns:
        The bytes of the PDF: the same for the same record.
    """
    act = Act(
        title=sheet_title(record),
        sender=sender_of(record.paper),
        number=mission_reference(record),
        blocks=(
            TextBlock(BlockKind.HEADING, sheet_title(record)),
            TextBlock(BlockKind.PARAGRAPH, SHEET_INTRODUCTION),
        ),
        signatories=loan_signatories(record),
        after=partial(_content, record),
        is_rehearsal=record.paper.is_rehearsal,
    )
    return (yield from act_pdf(act, record.paper.identity))


def _content(record: MissionPaperRecord) -> list[Flowable]:
    style = heading_style(record.paper.identity.accent)
    rows: list[FormRow] = [
        [day, days, work, *(each or BLANK for each in confirmed)]
        for day, days, work, confirmed in sheet_rows(record)
    ]
    rows += [[BLANK] * len(_COLUMNS)] * blank_days(record)
    return [
        *facts(sheet_facts(record)),
        *heading("Jours", style=style),
        *form_grid(_COLUMNS, rows, _ROOM),
        *heading("Certification", style=style),
        *(line(each) for each in SHEET_CERTIFIED),
    ]
