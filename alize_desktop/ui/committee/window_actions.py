"""The actions of the window, which are the same all along the meeting."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from alize_desktop.ui.committee.actions import BACK, LEAVE, NEXT, CommitteeAction, Scope

translate = QCoreApplication.translate

VIEWS = 10
"""Most places of the navigation that Alt and a digit reach."""

_UNSHIFTED = ("À", "&", "É", '"', "'", "(", "-", "È", "_", "Ç")
"""What the keys of the digits 0 to 9 print on a French keyboard without Shift."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What the window does for one of its actions.

    Attributes:
        is_possible: Whether it can be done now; always when None.
        why_not: A French sentence that says why it cannot.
    """

    run: Callable[[], object]
    is_possible: Callable[[], bool] | None = None
    why_not: Callable[[], str] | None = None


def window_actions(deeds: Mapping[str, Deed]) -> tuple[CommitteeAction, ...]:
    """Return the actions of the window, in the order they are listed.

    Args:
        deeds: What the window does, by identifier; one for every action.
    """
    meeting, window = translate("actions", "Séance"), translate("actions", "Fenêtre")
    listed = (
        *((meeting, *each) for each in _meeting()),
        *((window, *each) for each in _window()),
    )
    return tuple(
        _action(identifier, text, group, keys, deeds[identifier])
        for group, identifier, text, keys in listed
    )


def view_action(number: int, name: str, run: Callable[[], object]) -> CommitteeAction:
    """Return the action that shows a place of the main window, 1 to 10; the key 0 is the tenth."""
    digit = number % VIEWS
    keys = (f"Alt+{digit}", f"Alt+Shift+{digit}", f"Alt+{_UNSHIFTED[digit]}")
    text = translate("actions", "Aller à : {place}").format(place=name)
    group = translate("actions", "Fenêtre")
    return CommitteeAction(f"view.{number}", text, run, keys, Scope.WINDOW, group)


def _meeting() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    advance = ("Space", "Return", "Enter", "PgDown", "Ctrl+Return", "Ctrl+Enter")
    return (
        (NEXT, translate("actions", "Étape suivante"), advance),
        (BACK, translate("actions", "Revenir à l’étape d’avant"), ("Backspace", "PgUp")),
        ("meeting.leave", translate("actions", "Quitter la saisie"), ("Esc",)),
        ("meeting.attendance", translate("actions", "Arrivée ou départ d’un membre"), ("F6",)),
        ("meeting.suspend", translate("actions", "Suspendre ou reprendre la séance"), ("F8",)),
        ("dossier.previous", translate("actions", "Dossier précédent"), ("Ctrl+PgUp",)),
        ("dossier.next", translate("actions", "Dossier suivant"), ("Ctrl+PgDown",)),
        ("timer.toggle", translate("actions", "Lancer ou arrêter le minuteur"), ("F7",)),
        ("note.write", translate("actions", "Écrire une note privée"), ("F9",)),
        ("copy.make", translate("actions", "Copier le registre maintenant"), ("F12",)),
    )


def _window() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return (
        ("room.open", translate("actions", "Ouvrir la fenêtre de la salle"), ("F5",)),
        ("palette.open", translate("actions", "Toutes les actions"), ("Ctrl+K",)),
        ("menu.open", translate("actions", "Menu de la séance"), ("F10",)),
        ("help.open", translate("actions", "Aide de l’étape"), ("F1", "?")),
        ("side.toggle", translate("actions", "Montrer ou replier la colonne de droite"), ("F4",)),
        ("window.full_screen", translate("actions", "Plein écran"), ("F11",)),
        (LEAVE, translate("actions", "Quitter le mode comité"), ("Ctrl+W",)),
    )


def _action(
    identifier: str, text: str, group: str, keys: tuple[str, ...], deed: Deed
) -> CommitteeAction:
    made = CommitteeAction(identifier, text, deed.run, keys, Scope.WINDOW, group)
    if deed.is_possible is None:
        return made
    why = deed.why_not or str
    return CommitteeAction(
        identifier, text, deed.run, keys, Scope.WINDOW, group, deed.is_possible, why
    )
