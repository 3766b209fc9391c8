"""The places of the navigation column."""

from PySide6.QtCore import QCoreApplication

from alize_desktop.ui.navigation import Place, Section

translate = QCoreApplication.translate


def sections() -> tuple[Section, ...]:
    """Return the sections of the navigation, in the language of the interface."""
    return (
        Section(
            "",
            (
                Place("dossiers", translate("places", "Dossiers"), "dossiers"),
                Place("meetings", translate("places", "Séances"), "meetings"),
            ),
        ),
        Section(
            translate("places", "Annuaire"),
            (
                Place("members", translate("places", "Membres"), "members"),
                Place("partners", translate("places", "Partenaires"), "partners"),
            ),
        ),
        Section(
            translate("places", "Argent"),
            (
                Place("advances", translate("places", "Avances"), "advances"),
                Place("fund", translate("places", "Fonds"), "fund"),
            ),
        ),
        Section(
            "",
            (
                Place("regulation", translate("places", "Règlement"), "regulation"),
                Place("templates", translate("places", "Modèles"), "templates"),
                Place("settings", translate("places", "Réglages"), "settings"),
            ),
            at_foot=True,
        ),
    )
