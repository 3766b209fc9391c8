"""Loads, once the window is painted, what the first click would otherwise wait for."""

import gc
import logging
from threading import Thread
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.services.bundle import Services

log = logging.getLogger(__name__)

_PATIENCE: Final = 10
"""Seconds given to a loading under way before its registry is closed."""


class Loading(QObject):
    """Waits for the first paint of the window, then loads services in the background.

    A click that comes meanwhile waits for what it needs, and for nothing else.

    Args:
        window: Window that is painted first; owns this object.

    Signals:
        loaded: The services are there.
    """

    loaded = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._services: Services | None = None
        self._thread: Thread | None = None
        self._is_painted = False
        window.installEventFilter(self)

    def begin(self, services: Services) -> None:
        """Load the services of the registry that was just opened, after the first paint."""
        self._services = services
        if self._is_painted:
            self._start()

    def stop(self) -> None:
        """Wait for the end of what is being loaded, before the registry is closed."""
        self._services = None
        if self._thread is not None:
            self._thread.join(_PATIENCE)
            self._thread = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._start)
        return super().eventFilter(watched, event)

    def _start(self) -> None:
        if self._services is not None and self._thread is None:
            self._thread = Thread(target=self._load, args=(self._services,), daemon=True)
            self._thread.start()

    def _load(self, services: Services) -> None:
        try:
            services.load()
        except Exception:
            log.exception("not loaded beforehand")  # told when it is asked for
        else:
            gc.freeze()  # what was loaded is kept: no click looks for garbage in it
            self.loaded.emit()
