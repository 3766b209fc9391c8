"""What a new version of the rules of the money changes, a line a setting."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.values import Money
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label

translate = QCoreApplication.translate


def change_text(title: str, before: object, after: object) -> str:
    """Return « Plafond de minimis : 300 000,00 € → 200 000,00 € »."""
    if isinstance(before, tuple):
        return translate("fund", "{title}\u00a0: changées").format(title=title)
    return f"{title}\u00a0: {_told(before)}\u00a0→ {_told(after)}"


def _told(value: object) -> str:
    """Return a setting in words; a dash for none."""
    match value:
        case bool():
            return translate("fund", "oui") if value else translate("fund", "non")
        case Money():
            return money_text(value)
        case date():
            return short_date(value)
        case StrEnum():
            return label(value)
    if isinstance(value, Decimal):
        return format(value.normalize(), "f").replace(".", ",")
    return "—" if value is None or value == "" else str(value)
