"""What the screen of the follow-up is built with, handed down to its pages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSettings, SignalInstance
from PySide6.QtWidgets import QWidget

from alize_desktop.ui.bus import Bus
from alize_desktop.ui.registry_pool import RegistryPool

if TYPE_CHECKING:  # a screen is handed its services, it loads none
    from alize_desktop.services.follow_up import FollowUpService


@dataclass(frozen=True, slots=True)
class FollowUpTools:
    """Services and surroundings of the screen.

    Attributes:
        follow_up: Reads what is due, and the rules of it.
        bus: Told of every change.
        window: Remembers where calendars were written.
        zone: Time zone that days of adoption are told in.
        today: Day it is.
        log_file: Named when a bug is shown.
        pool: Where it reads and writes; waited for before the registry is closed.
    """

    follow_up: "FollowUpService"
    bus: Bus
    window: QSettings
    zone: tzinfo
    today: Callable[[], date]
    log_file: Path
    pool: RegistryPool


class Page(Protocol):
    """A page of the screen; one that belongs to another screen is given by the shell."""

    @property
    def said(self) -> SignalInstance:
        """A short message for the user. Arg: the text."""

    def refresh(self) -> None:
        """Read again what is shown."""

    def take_keyboard(self) -> None:
        """Give the keyboard to the part that is used first."""


@dataclass(frozen=True, slots=True)
class OtherPage:
    """A page that is made elsewhere.

    Attributes:
        key: Stable name.
        title: Word on its tab.
        make: Makes it, when it is first shown: a widget that is a ``Page``.
    """

    key: str
    title: str
    make: Callable[[], QWidget]
