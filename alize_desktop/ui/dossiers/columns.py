"""The columns of the list of dossiers, as data. Their keys are those SQL sorts by."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.dossier_list import DossierRow, DossierTotals
from alize_desktop.models.values import Money
from alize_desktop.ui.dossiers.marks import state_dress, state_word
from alize_desktop.ui.dossiers.reading import spaced
from alize_desktop.ui.widgets.table_model import Column
from alize_desktop.wording.amounts import decimal_text, money_short
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.history import TAKEN_OVER
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted

translate = QCoreApplication.translate

NOTHING = "—"

LESSER = ("meeting", "kind", "case_officer", "filed_on", "siren", "days", "jobs", "amount")
"""Columns that give way where there is little room, the first to go first."""


def dossier_columns() -> tuple[Column[DossierRow], ...]:
    """Return the columns in the order shown, those hidden at first included."""
    return (
        Column("number", translate("dossiers", "Dossier"), lambda row: row.number, width=98),
        Column(
            "company",
            translate("dossiers", "Entreprise"),
            lambda row: row.company,
            note=_place,
            width=108,
            stretches=True,
        ),
        *_figures(),
        Column(
            "state",
            translate("dossiers", "État"),
            lambda row: state_word(row.state, row.outcome),
            state=lambda row: state_dress(row.state, row.outcome),
            note=lambda row: TAKEN_OVER if row.is_history else "",
            width=190,
        ),
        *_further(),
    )


def _figures() -> tuple[Column[DossierRow], ...]:
    return (
        Column(
            "amount",
            translate("dossiers", "Avance"),
            lambda row: _money(_amount(row)),
            right=True,
            note=_amount_asked,
            width=88,
        ),
        Column(
            "jobs",
            translate("dossiers", "Emplois"),
            lambda row: str(row.jobs_created),
            right=True,
            width=72,
        ),
        Column(
            "days",
            translate("dossiers", "Jours"),
            lambda row: decimal_text(days) if (days := _days(row)) else NOTHING,
            right=True,
            width=60,
        ),
    )


def _further() -> tuple[Column[DossierRow], ...]:
    return (
        Column(
            "siren",
            translate("dossiers", "SIREN"),
            lambda row: spaced(row.siren),
            width=116,
            shown=False,
        ),
        Column(
            "filed_on",
            translate("dossiers", "Déposé le"),
            lambda row: short_date(row.filed_on),
            width=106,
            shown=False,
        ),
        Column(
            "case_officer",
            translate("dossiers", "Rapporteur"),
            lambda row: row.case_officer,
            width=130,
            shown=False,
        ),
        Column(
            "kind",
            translate("dossiers", "Type"),
            lambda row: label(row.kind) if row.kind else NOTHING,
            width=150,
            shown=False,
        ),
        Column(
            "meeting",
            translate("dossiers", "Séance"),
            lambda row: row.meeting_number or NOTHING,
            width=100,
            shown=False,
        ),
    )


def _amount(row: DossierRow) -> Money:
    """Return what is asked; what was granted, once it is approved."""
    return row.requested_amount if row.granted_amount is None else row.granted_amount


def _amount_asked(row: DossierRow) -> str:
    """Return what was asked, where something else was granted."""
    if _amount(row) == row.requested_amount:
        return ""
    asked = _money(row.requested_amount)
    return translate("dossiers", "demandé {amount}").format(amount=asked)


def _money(amount: Money) -> str:
    return money_short(amount) if amount else NOTHING


def _days(row: DossierRow) -> int | Decimal:
    return row.days if row.granted_days is None else row.granted_days


def _place(row: DossierRow) -> str:
    sector = label(row.sector) if row.sector else ""
    return " · ".join(part for part in (row.town, sector) if part) or NOTHING


def state_plural(state: DossierState) -> str:
    """Return the word of a group of dossiers: « Déposés »."""
    return {
        DossierState.FILED: translate("dossiers", "Déposés"),
        DossierState.UNDER_APPRAISAL: translate("dossiers", "En instruction"),
        DossierState.AWAITING_DOCUMENTS: translate("dossiers", "Pièces attendues"),
        DossierState.COMPLETE: translate("dossiers", "Complets"),
        DossierState.SCHEDULED: translate("dossiers", "Inscrits"),
        DossierState.DEFERRED: translate("dossiers", "Ajournés"),
        DossierState.DECIDED: translate("dossiers", "Décidés"),
        DossierState.WITHDRAWN: translate("dossiers", "Retirés"),
    }[state]


def totals_text(totals: DossierTotals) -> str:
    """Return the totals of a list: « demandé 45 000 € · 12 emplois · 9 jours »."""
    return translate("dossiers", "demandé {amount} · {jobs} · {days}").format(
        amount=money_short(totals.requested_amount),
        jobs=counted(totals.jobs_created, "emploi"),
        days=counted(totals.days, "jour"),
    )
