"""How a version of the rules reads in the list and above its settings."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.rules import RulesVersion
from alize_desktop.ui.regulation.versions import DRAFT, VersionEntry
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.wording.dates import long_date

translate = QCoreApplication.translate


def state_of(version: RulesVersion, in_force: RulesVersion, today: date) -> tuple[str, Role, Shape]:
    """Return whether a version governs, will, or did, with its colour and shape."""
    if version.number == in_force.number:
        return translate("regulation", "En vigueur"), Role.GOOD, Shape.CHECK
    if version.draft.effective_on > today:
        return translate("regulation", "À venir"), Role.WAITING, Shape.RIGHT
    return translate("regulation", "Remplacé"), Role.NEUTRAL, Shape.RING


def detail_of(version: RulesVersion) -> str:
    """Return its number and its first day: « N° 2 · dès le 3 mars 2026 »."""
    if version.number == 0:
        return translate("regulation", "Tant qu’aucun n’est adopté")
    words = translate("regulation", "N°\u00a0{number} · dès le {day}")
    return words.format(number=version.number, day=long_date(version.draft.effective_on))


def entry_of(version: RulesVersion, in_force: RulesVersion, today: date) -> VersionEntry:
    """Return the line of a version."""
    state, role, shape = state_of(version, in_force, today)
    return VersionEntry(version.number, version.draft.label, detail_of(version), state, role, shape)


def draft_entry() -> VersionEntry:
    """Return the line of the version being written."""
    return VersionEntry(
        DRAFT,
        translate("regulation", "Nouvelle version"),
        translate("regulation", "Copiée du règlement en vigueur"),
        translate("regulation", "Brouillon"),
        Role.WAITING,
        Shape.RING,
    )
