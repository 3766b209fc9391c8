"""How the text in force reads in the list and above the editor."""

from datetime import tzinfo

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.papers import PaperTemplate
from alize_desktop.ui.templates.entries import TemplateEntry
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label

translate = QCoreApplication.translate


def detail_of(template: PaperTemplate, zone: tzinfo) -> str:
    """Return which text is in force: « texte d’origine », « version 2 du 3 mars 2026 »."""
    if template.adopted_at is None:
        return translate("templates", "texte d’origine")
    words = translate("templates", "version\u00a0{number} du {day}")
    day = long_date(template.adopted_at.astimezone(zone).date())
    return words.format(number=template.version, day=day)


def entry_of(template: PaperTemplate, zone: tzinfo) -> TemplateEntry:
    """Return the line of a text."""
    is_own = template.adopted_at is not None
    return TemplateEntry(template.key, label(template.key), detail_of(template, zone), is_own)


def identity_entry() -> TemplateEntry:
    """Return the line of what every paper has in common."""
    return TemplateEntry(
        None,
        translate("templates", "Identité"),
        translate("templates", "logo, adresse, couleur, signataire"),
    )
