"""Sentences about one dossier that several places of the window share."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.values import Money
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
