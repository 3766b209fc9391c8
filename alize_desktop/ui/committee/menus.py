"""The « Séance » menu, made of the registry of actions each time it opens."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from alize_desktop.ui.committee.actions import CommitteeAction
from alize_desktop.ui.widgets.keys import key_name

translate = QCoreApplication.translate


def fill_menu(
    menu: QMenu, actions: Sequence[CommitteeAction], run: Callable[[CommitteeAction], object]
) -> None:
    """List the actions that have a text, one menu a group.

    Args:
        menu: Emptied first.
        actions: Those of the step first.
        run: Does the action that is chosen.
    """
    for old in menu.findChildren(QMenu):
        old.deleteLater()
    menu.clear()
    groups: dict[str, QMenu] = {}
    for each in actions:
        if not each.text:
            continue
        title = each.group or translate("menus", "À cette étape")
        if title not in groups:
            groups[title] = menu.addMenu(title)
            groups[title].setToolTipsVisible(True)
        _add(groups[title], each, run)


def _add(menu: QMenu, action: CommitteeAction, run: Callable[[CommitteeAction], object]) -> None:
    text = action.text.replace("&", "&&")
    line = menu.addAction(f"{text}\t{key_name(action.key)}" if action.key else text)
    line.setObjectName(action.identifier)
    line.setEnabled(action.is_possible())
    if not line.isEnabled():
        line.setToolTip(action.why_not() or translate("menus", "Ce n’est pas possible maintenant."))
    line.triggered.connect(partial(_run, run, action))


def _run(
    run: Callable[[CommitteeAction], object], action: CommitteeAction, *_checked: bool
) -> None:
    run(action)
