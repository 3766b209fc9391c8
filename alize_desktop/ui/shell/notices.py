"""What the window says of itself, once, in passing."""

from PySide6.QtCore import QCoreApplication

from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.toast import Toast

translate = QCoreApplication.translate

_LONG_ENOUGH = 12_000
"""Milliseconds to read two sentences."""


def tell_settings_unread(toast: Toast) -> None:
    """Say that the settings could not be read, and that their file is kept."""
    sentence = translate(
        "notices",
        "Vos réglages étaient illisibles\u00a0: ils sont repris par défaut, "
        "l’ancien fichier est gardé.",
    )
    toast.show_message(sentence, Role.WAITING, _LONG_ENOUGH)
