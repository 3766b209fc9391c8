"""The State aid of a dossier: how it was reckoned, what counts with it, the ceiling."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from alize_desktop.documents.blocks import facts, line
from alize_desktop.documents.grids import Column, grid
from alize_desktop.documents.headings import subheading
from alize_desktop.documents.panels import mention
from alize_desktop.documents.typography import styles
from alize_desktop.models.records.state_aid import AidSheet
from alize_desktop.wording.aid_papers import (
    CONFIRMED,
    NO_PAST_AID,
    SHEET_TITLE,
    past_row,
    recorded_text,
    regulation_sentence,
    subject_rows,
    total_row,
    window_text,
    worth_row,
)
from alize_desktop.wording.aid_sheets import TO_CONFIRM, basis_rows, undated_text, verdict_text

_COLUMNS: Final = (
    Column("Date", 1.4),
    Column("Aide", 6),
    Column("Équivalent-subvention", 2.4, is_figure=True),
)


_HEIGHT: Final = 105 * mm
"""A sheet with two past aids: it begins a page rather than being cut in two."""


def aid_sheet(sheet: AidSheet) -> list[Flowable]:
    """Return the state-aid sheet of a dossier, under its title: whose it is, then the aid."""
    return [*facts(subject_rows(sheet)), *_aid(sheet)]


def aid_section(sheet: AidSheet) -> list[Flowable]:
    """Return the state-aid sheet at the end of a dossier, with a title of its own."""
    return [CondPageBreak(_HEIGHT), *subheading(SHEET_TITLE), *_aid(sheet)]


def _aid(sheet: AidSheet) -> list[Flowable]:
    return [
        line(regulation_sentence(sheet)),
        *facts([worth_row(sheet), *_reckoned(sheet)]),
        *_past(sheet),
        *([line(undated_text(sheet))] if sheet.undated else []),
        line(verdict_text(sheet), styles().strong),
        *([line(CONFIRMED)] if sheet.is_confirmed else [mention("À confirmer", TO_CONFIRM)]),
    ]


def _reckoned(sheet: AidSheet) -> Sequence[tuple[str, str]]:
    return (*basis_rows(sheet), ("Aide enregistrée", recorded_text(sheet)))


def _past(sheet: AidSheet) -> list[Flowable]:
    content: list[Flowable] = [*facts([("Aides qui comptent", window_text(sheet))])]
    if not sheet.past:
        return [*content, line(NO_PAST_AID)]
    return [*content, *grid(_COLUMNS, [past_row(each) for each in sheet.past], total_row(sheet))]
