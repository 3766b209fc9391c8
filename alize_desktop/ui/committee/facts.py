"""Sentences about one dossier that several places of the window share."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.values import Money
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import time_text
from alize_desktop.wording.names import counted

translate = QCoreApplication.translate


def asked_text(amount: Money, days: int) -> str:
    """Return an advance and days in a few words: « 15 000 € · 6 jours »."""
    parts = [money_short(amount)] if amount else []
    if days:
        parts.append(counted(days, translate("facts", "jour")))
    return " · ".join(parts) or translate("facts", "rien de chiffré")


def settled_text(line: AgendaLine, decisions: Mapping[UUID, Decision]) -> str:
    """Return what a dossier asks; what it was granted, once it is approved."""
    decision = decisions.get(line.id)
    if decision is None or decision.draft.outcome not in APPROVALS:
        return asked_text(line.requested_amount, line.days)
    return asked_text(decision.draft.amount, decision.draft.days)


def hour_text(instant: datetime, zone: tzinfo) -> str:
    """Return the hour on the wall clock of a zone: « 14 h 32 »."""
    return time_text(instant.astimezone(zone).time())


def months_text(months: int) -> str:
    """Return a duration: « 48 mois »."""
    return translate("facts", "{months} mois").format(months=months)


def every_text(months: int) -> str:
    """Return how often an instalment falls due: « tous les trimestres »."""
    names = {
        1: translate("facts", "chaque mois"),
        3: translate("facts", "chaque trimestre"),
        6: translate("facts", "chaque semestre"),
        12: translate("facts", "chaque année"),
    }
    return names.get(months, translate("facts", "tous les {months} mois").format(months=months))
