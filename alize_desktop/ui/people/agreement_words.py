"""The words and the columns of the agreement of a partner."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.partners import Absence, Correspondent, PartnerProfile
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.dates import long_date, short_date

translate = QCoreApplication.translate
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Ranked(Generic[R]):
    """A line of a profile, and its rank among the others."""

    rank: int
    record: R


def dates_text(profile: PartnerProfile) -> str:
    """Return when the agreement is in force."""
    first, last = profile.joined_on, profile.ends_on
    if first is None and last is None:
        return translate("partners", "dates non renseignées")
    if last is None:
        words = translate("partners", "depuis le {first}, sans fin")
    elif first is None:
        words = translate("partners", "jusqu’au {last}")
    else:
        words = translate("partners", "du {first} au {last}")
    return words.format(
        first=long_date(first) if first else "", last=long_date(last) if last else ""
    )


def people_model() -> RecordTableModel[Ranked[Correspondent]]:
    """Return who to speak to, and how."""
    columns: tuple[Column[Ranked[Correspondent]], ...] = (
        Column(
            "name",
            translate("partners", "Nom"),
            lambda row: row.record.name,
            note=lambda row: row.record.position,
            width=180,
            stretches=True,
            sortable=False,
        ),
        Column(
            "email",
            translate("partners", "Courriel"),
            lambda row: row.record.email or "—",
            width=190,
            sortable=False,
        ),
        Column(
            "phone",
            translate("partners", "Téléphone"),
            lambda row: row.record.phone or "—",
            width=130,
            sortable=False,
        ),
    )
    return RecordTableModel(columns, lambda row: row.rank)


def absence_model() -> RecordTableModel[Ranked[Absence]]:
    """Return the days on which nobody is lent."""
    columns: tuple[Column[Ranked[Absence]], ...] = (
        Column(
            "first",
            translate("partners", "Du"),
            lambda row: short_date(row.record.first),
            width=110,
            sortable=False,
        ),
        Column(
            "last",
            translate("partners", "Au"),
            lambda row: short_date(row.record.last),
            width=110,
            sortable=False,
        ),
        Column(
            "reason",
            translate("partners", "Motif"),
            lambda row: row.record.reason or "—",
            width=160,
            stretches=True,
            sortable=False,
        ),
    )
    return RecordTableModel(columns, lambda row: row.rank)
