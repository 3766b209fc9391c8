"""The columns of missions: of those of a dossier, and of all of them."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.missions import MissionRow
from alize_desktop.rules.missions import ENDED
from alize_desktop.ui.missions.marks import STATES
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.amounts import decimal_text, money_short
from alize_desktop.wording.labels import label
from alize_desktop.wording.mission_lists import period_text, person_text
from alize_desktop.wording.mission_words import days_text

translate = QCoreApplication.translate

LESSER = ("value", "state")
"""Columns of a dossier that give way where there is little room, the first to go first."""

LESSER_OF_ALL = ("confirmed", "value", "number", "partner")
"""Likewise, in the list of every mission."""


def dossier_model() -> RecordTableModel[MissionRow]:
    """Return the missions of one dossier."""
    number = replace(_number(), note=_done, width=124)
    columns = (number, _partner(), replace(_state(), width=150), _value())
    fixed = [replace(each, sortable=False, stretches=each.key == "partner") for each in columns]
    return RecordTableModel(fixed, lambda row: row.id)


def all_model() -> RecordTableModel[MissionRow]:
    """Return every mission of the programme, each with its dossier."""
    columns: tuple[Column[MissionRow], ...] = (
        replace(_number(), width=164),
        Column(
            "company",
            translate("missions", "Entreprise"),
            lambda row: row.company,
            note=_dossier,
            width=190,
            stretches=True,
        ),
        replace(_partner(), width=210),
        _state(),
        _days(),
        Column(
            "confirmed",
            translate("missions", "Confirmés"),
            lambda row: "—" if row.is_history else decimal_text(row.account.confirmed),
            right=True,
            width=104,
        ),
        _value(),
    )
    return RecordTableModel(columns, lambda row: row.id)


def _number() -> Column[MissionRow]:
    return Column(
        "number",
        translate("missions", "Mission"),
        lambda row: row.number,
        note=lambda row: row.sheet.category,
        width=104,
    )


def _partner() -> Column[MissionRow]:
    return Column(
        "partner",
        translate("missions", "Partenaire"),
        lambda row: row.partner,
        note=_person,
        width=106,
    )


def _state() -> Column[MissionRow]:
    past = translate("missions", "Reprise")
    return Column(
        "state",
        translate("missions", "État"),
        lambda row: label(row.account.state),
        note=lambda row: past if row.is_history else "",
        state=lambda row: STATES[row.account.state],
        width=174,
    )


def _days() -> Column[MissionRow]:
    of = translate("missions", "sur {planned}")
    return Column(
        "days",
        translate("missions", "Jours faits"),
        lambda row: decimal_text(row.account.done),
        note=lambda row: of.format(planned=decimal_text(row.account.planned)),
        right=True,
        width=100,
    )


def _value() -> Column[MissionRow]:
    return Column(
        "value",
        translate("missions", "Valeur"),
        lambda row: money_short(row.account.value),
        right=True,
        width=104,
    )


def _done(row: MissionRow) -> str:
    stands = row.account
    words = translate("missions", "{done} sur {planned}")
    return words.format(done=decimal_text(stands.done), planned=days_text(stands.planned))


def _person(row: MissionRow) -> str:
    is_over = row.is_history or row.account.state in ENDED
    unnamed = "" if is_over else translate("missions", "personne à nommer")
    return person_text(row) or unnamed


def _dossier(row: MissionRow) -> str:
    return " · ".join(each for each in (row.dossier_number, period_text(row)) if each)
