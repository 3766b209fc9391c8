"""What the window says of itself, once, in passing."""

from PySide6.QtCore import QCoreApplication

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.services.bundle import Services
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.toast import Toast
from alize_desktop.wording.errors import message_of

translate = QCoreApplication.translate

_LONG_ENOUGH = 12_000
"""Milliseconds to read two sentences."""


def clock_notice(services: Services) -> str:
    """Return that a registry was written on days that are to come; empty when it was not."""
    is_ahead = services.is_ahead()
    return message_of(UserError(ErrorCode.CLOCK_BEHIND_REGISTRY)) if is_ahead else ""


def tell_settings_unread(toast: Toast) -> None:
    """Say that the settings could not be read, and that their file is kept."""
    sentence = translate(
        "notices",
        "Vos réglages étaient illisibles\u00a0: ils sont repris par défaut, "
        "l’ancien fichier est gardé.",
    )
    toast.show_message(sentence, Role.WAITING, _LONG_ENOUGH)
