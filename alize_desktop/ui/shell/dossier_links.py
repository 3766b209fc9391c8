"""Leads from what a dossier shows of other parts to its fields, its missions, its partners."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from alize_desktop.ui.dossiers.screen import DossierScreen
from alize_desktop.ui.shell.dossier_views import DossierViews


def link_views(views: DossierViews, dossiers: Callable[[], QWidget | None]) -> None:
    """Let what a dossier shows of other parts lead to the rest of it.

    Args:
        views: Make it.
        dossiers: Gives the screen of dossiers, None before it is shown.
    """
    views.field_asked.connect(lambda path: show_field(dossiers(), path))
    views.mission_asked.connect(
        lambda partner_id, _dossier_id: prepare_mission(dossiers(), partner_id)
    )


def show_field(screen: QWidget | None, path: str) -> None:
    """Give the keyboard to a field of the dossier that is shown.

    Args:
        screen: The screen of dossiers, None before it is shown.
        path: Of the field.
    """
    if isinstance(screen, DossierScreen):
        screen.editor.panes.focus_field(path)


def prepare_mission(screen: QWidget | None, partner_id: UUID) -> None:
    """Prepare a mission of the dossier that is shown, with a partner chosen already.

    Args:
        screen: The screen of dossiers, None before it is shown.
        partner_id: The partner.
    """
    from alize_desktop.ui.missions.view import MissionsView  # noqa: PLC0415  # on demand

    if not isinstance(screen, DossierScreen):
        return
    panes = screen.editor.panes
    panes.show_pane("missions")
    view = panes.pane("missions").findChild(MissionsView)
    if view is not None:
        view.prepare(partner_id)


def show_partner(screen: QWidget | None, partner_id: UUID) -> None:
    """Look at a partner, in the screen of partners, which is shown already."""
    from alize_desktop.ui.people.partners import PartnersScreen  # noqa: PLC0415  # on demand

    if isinstance(screen, PartnersScreen):
        screen.show_partner(partner_id)
