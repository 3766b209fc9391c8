"""The agenda as it was followed, and the list of decisions at the end."""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import line
from alize_desktop.documents.grids import Cell, Column, Noted, grid
from alize_desktop.documents.headings import heading
from alize_desktop.documents.text import shorten
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import MinutesItem, MinutesPlace, MinutesPoint
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.amounts import NO_BREAK, integer_text, money_text
from alize_desktop.wording.labels import label
from alize_desktop.wording.minutes_agenda import place_notes
from alize_desktop.wording.names import counted

NOTHING: Final = "—"

_LONGEST_NAME: Final = 120

_AGENDA: Final = (
    Column("N°", 5),
    Column("Dossier", 15),
    Column("Entreprise", 40),
    Column("Avance demandée", 20, is_figure=True),
    Column("Jours", 9, is_figure=True),
    Column("Emplois à créer", 11, is_figure=True),
)
_DECISIONS: Final = (
    Column("Décision", 16),
    Column("Dossier", 13),
    Column("Entreprise", 27),
    Column("Sens", 20),
    Column("Avance", 17, is_figure=True),
    Column("Jours", 8, is_figure=True),
    Column("Emplois à créer", 11, is_figure=True),
)


def agenda(record: MinutesRecord) -> list[Flowable]:
    """Return the points by their number of passage, with what each dossier asks."""
    content = heading("Ordre du jour")
    numbered = sorted(record.agenda, key=lambda each: each.place.position)
    if not numbered:
        return [*content, line("Aucun point n’est inscrit à l’ordre du jour.")]
    sheets = [item.sheet for item in record.items]
    total = [
        "",
        "Total",
        counted(len(sheets), "dossier"),
        amount_cell(sum((sheet.request.amount for sheet in sheets), ZERO)),
        count_cell(sum(sheet.skills.days for sheet in sheets)),
        count_cell(sum(sheet.jobs.created for sheet in sheets)),
    ]
    rows = [_agenda_row(each, record) for each in numbered]
    return [*content, *grid(_AGENDA, rows, total if sheets else None)]


def decision_list(items: Sequence[MinutesItem]) -> list[Flowable]:
    """Return every decision of the meeting on one table, under its title."""
    return [*heading("Annexe\u00a0: relevé de décisions"), *decision_table(items)]


def decision_table(items: Sequence[MinutesItem]) -> list[Flowable]:
    """Return a row a dossier, and the total."""
    drafts = [item.decision.draft for item in items if item.decision]
    total = [
        "Total",
        "",
        "",
        counted(len(drafts), "décision"),
        amount_cell(sum((draft.amount for draft in drafts), ZERO)),
        count_cell(sum(draft.days for draft in drafts)),
        count_cell(sum(draft.jobs_created for draft in drafts)),
    ]
    return grid(_DECISIONS, [_decision_row(item) for item in items], total)


def amount_cell(amount: Money) -> str:
    """Return an amount for a table, a dash for none."""
    return money_text(amount, NO_BREAK) if amount else NOTHING


def count_cell(number: int) -> str:
    """Return a number for a table, a dash for none."""
    return integer_text(number, NO_BREAK) if number else NOTHING


def _company(item: MinutesItem) -> str:
    """Return the company's name for a row; the dossier's own part says it whole."""
    return shorten(item.sheet.company.name, _LONGEST_NAME)


def _agenda_row(point: MinutesItem | MinutesPoint, record: MinutesRecord) -> list[Cell]:
    notes = _notes(point.place, record)
    if isinstance(point, MinutesPoint):
        return [str(point.place.position), "", Noted(point.title, notes), *([NOTHING] * 3)]
    sheet = point.sheet
    town = shorten(sheet.company.town, _LONGEST_NAME)
    return [
        str(point.place.position),
        point.number,
        Noted(_company(point), " · ".join(each for each in (town, notes) if each)),
        amount_cell(sheet.request.amount),
        count_cell(sheet.skills.days),
        count_cell(sheet.jobs.created),
    ]


def _notes(place: MinutesPlace, record: MinutesRecord) -> str:
    return ", ".join(place_notes(place, record.rules))


def _decision_row(item: MinutesItem) -> list[Cell]:
    if item.decision is None:
        return [NOTHING, item.number, _company(item), "Sans décision", *([NOTHING] * 3)]
    draft = item.decision.draft
    return [
        item.decision.number,
        item.number,
        _company(item),
        label(draft.outcome),
        amount_cell(draft.amount),
        count_cell(draft.days),
        count_cell(draft.jobs_created),
    ]
