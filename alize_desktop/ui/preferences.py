"""What the user prefers, read once and written at each change."""

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from alize_desktop.errors import UserError
from alize_desktop.settings import Settings, write_settings
from alize_desktop.ui.theme.theme import Scheme, Theme

log = logging.getLogger(__name__)


class Preferences(QObject):
    """Holds the settings of the user and keeps their file up to date.

    A file that cannot be written is logged and never stops the work: the choice
    holds until the program ends.

    Signals:
        changed: Arg: the new ``Settings``.
    """

    changed = Signal(object)

    def __init__(self, settings: Settings, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._path = path
        self._theme: Theme | None = None

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def set(self, settings: Settings) -> None:
        """Take new settings and write them."""
        if settings == self._settings:
            return
        self._settings = settings
        try:
            write_settings(settings, self._path)
        except UserError as error:
            log.warning("preferences not written: %s", error.code.value)
        self.changed.emit(settings)

    def dress(self, theme: Theme) -> None:
        """Dress the application as the user prefers, now and at each change."""
        self._theme = theme
        self.changed.connect(self._on_changed)
        self._on_changed(self._settings)

    def recent(self) -> tuple[Path, ...]:
        """Return the registries opened lately that are still there."""
        return tuple(path for each in self._settings.recent if _is_there(path := Path(each)))

    def remember(self, registry: Path) -> None:
        """Put a registry first among the recent ones."""
        self.set(self._settings.with_recent(registry))

    def navigation_collapsed(self) -> bool:
        """Return whether the navigation column shows icons only."""
        return self._settings.navigation_collapsed

    def set_navigation_collapsed(self, collapsed: object) -> None:
        """Remember whether the navigation column shows icons only."""
        self.set(replace(self._settings, navigation_collapsed=bool(collapsed)))

    def author(self) -> str:
        """Return who recorded something last, empty when nobody did."""
        return self._settings.author

    def remember_author(self, author: str) -> None:
        """Remember who recorded something, to propose the same name next time."""
        self.set(replace(self._settings, author=author))

    def _on_changed(self, settings: Settings) -> None:
        if self._theme is not None:
            self._theme.set_text_scale(settings.text_scale)
            self._theme.set_scheme(Scheme(settings.theme))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder that may not be looked into, a share that is away
        return False
