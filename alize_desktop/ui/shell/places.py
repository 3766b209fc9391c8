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
                Place("dossiers", translate("places", "Dossiers"), "dossiers", "Alt+1"),
                Place("meetings", translate("places", "Séances"), "meetings", "Alt+2"),
            ),
        ),
        Section(
            translate("places", "Annuaire"),
            (
                Place("members", translate("places", "Membres"), "members", "Alt+3"),
                Place("partners", translate("places", "Partenaires"), "partners", "Alt+4"),
            ),
        ),
        Section(
            translate("places", "Argent"),
            (
                Place("advances", translate("places", "Avances"), "advances", "Alt+5"),
                Place("fund", translate("places", "Fonds"), "fund", "Alt+6"),
            ),
        ),
        Section(
            translate("places", "Suivi"),
            (
                Place("follow_up", translate("places", "Suivi"), "follow_up", "Alt+0"),
                Place("report", translate("places", "Bilan"), "report", "Alt+B"),
            ),
        ),
        _of_the_programme(),
    )


def _of_the_programme() -> Section:
    """Return the section of what is set once for all, at the foot of the navigation."""
    return Section(
        "",
        (
            Place("regulation", translate("places", "Règlement"), "regulation", "Alt+7"),
            Place("templates", translate("places", "Modèles"), "templates", "Alt+8"),
            Place("settings", translate("places", "Réglages"), "settings", "Alt+9"),
        ),
        at_foot=True,
    )
