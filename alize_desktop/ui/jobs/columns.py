"""The columns of what is promised, of what was seen, and of the jobs that are offered."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.jobs import JobObservation, JobOpening, JobPromise
from alize_desktop.rules.jobs import counts_of
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.job_words import (
    fte_text,
    kind_text,
    months_text,
    opening_text,
    seen_short,
)
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Line:
    """A line of what is promised, and its rank among the others."""

    rank: int
    promise: JobPromise


def promise_model() -> RecordTableModel[Line]:
    """Return the lines promised, each with its contract and its day."""
    usual = translate("jobs", "selon la décision")
    columns: tuple[Column[Line], ...] = (
        Column(
            "kind",
            translate("jobs", "Emplois"),
            lambda row: kind_text(row.promise.kind),
            note=lambda row: label(row.promise.contract),
            width=110,
            stretches=True,
            sortable=False,
        ),
        Column(
            "persons",
            translate("jobs", "Personnes"),
            lambda row: str(row.promise.persons),
            right=True,
            width=88,
            sortable=False,
        ),
        Column(
            "fte",
            translate("jobs", "ETP"),
            lambda row: fte_text(row.promise.fte) if row.promise.fte else "—",
            right=True,
            width=84,
            sortable=False,
        ),
        Column(
            "due_on",
            translate("jobs", "D’ici le"),
            lambda row: short_date(row.promise.due_on) if row.promise.due_on else usual,
            width=132,
            sortable=False,
        ),
    )
    return RecordTableModel(columns, lambda row: row.rank)


def observation_model(
    document_name: Callable[[UUID | None], str],
) -> RecordTableModel[JobObservation]:
    """Return what was seen, what was taken back struck.

    Args:
        document_name: Gives the name of a supporting document.
    """
    columns: tuple[Column[JobObservation], ...] = (
        Column(
            "observed_on",
            translate("jobs", "Constaté le"),
            lambda row: short_date(row.draft.observed_on),
            note=_stone,
            struck=lambda row: row.is_reversed,
            width=112,
            sortable=False,
        ),
        Column(
            "what",
            translate("jobs", "Emplois"),
            lambda row: seen_short(counts_of(row.draft)),
            note=lambda row: _told(row, document_name(row.draft.document_id)),
            struck=lambda row: row.is_reversed,
            width=190,
            stretches=True,
            sortable=False,
        ),
        *_proof_columns(),
    )
    return RecordTableModel(columns, lambda row: row.id)


def opening_model(partner_name: Callable[[UUID | None], str]) -> RecordTableModel[JobOpening]:
    """Return the jobs that are offered to redeployed staff.

    Args:
        partner_name: Gives the name of a partner company, or that of all of them.
    """
    columns: tuple[Column[JobOpening], ...] = (
        Column(
            "title",
            translate("jobs", "Emploi proposé"),
            lambda row: row.title,
            note=lambda row: partner_name(row.partner_id),
            width=180,
            stretches=True,
            sortable=False,
        ),
        Column(
            "persons",
            translate("jobs", "Postes"),
            lambda row: counted(row.persons, translate("jobs", "poste")),
            note=lambda row: label(row.contract),
            width=104,
            sortable=False,
        ),
        Column(
            "filled",
            translate("jobs", "Suite"),
            opening_text,
            note=_filled_on,
            width=148,
            sortable=False,
        ),
    )
    return RecordTableModel(columns, lambda row: row.id)


def _proof_columns() -> tuple[Column[JobObservation], ...]:
    return (
        Column(
            "evidence",
            translate("jobs", "Preuve"),
            lambda row: label(row.draft.evidence),
            width=196,
            sortable=False,
        ),
        Column(
            "headcount",
            translate("jobs", "Effectif"),
            lambda row: fte_text(row.draft.headcount) if row.draft.headcount is not None else "—",
            right=True,
            width=84,
            sortable=False,
        ),
    )


def _told(row: JobObservation, document: str) -> str:
    """Return who saw it, and the document or the remark that goes with it."""
    back = translate("jobs", "annulé") if row.is_reversed else ""
    parts = (back, row.draft.author, document or row.draft.note)
    return " · ".join(each for each in parts if each)


def _stone(row: JobObservation) -> str:
    stone = row.draft.milestone
    return months_text(stone) if stone is not None else translate("jobs", "hors jalon")


def _filled_on(row: JobOpening) -> str:
    day, words = row.opened_on, translate("jobs", "depuis le {day}")
    if row.filled_on is not None:
        day, words = row.filled_on, translate("jobs", "le {day}")
    return words.format(day=short_date(day))
