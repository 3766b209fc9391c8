"""A key acts once each time it is pressed, however the platform tells a key held down."""

from PySide6.QtGui import QKeyEvent

_PAIR = 5
"""Milliseconds: a release followed sooner by a press is a repetition told as two events,
as X11 does without marking them; no finger is that quick."""

_FORGOTTEN = 1_500
"""Milliseconds without any event of a key after which it is no longer held: its release
went to another window. A key held down repeats within a second everywhere."""


class KeyGuard:
    """Knows which keys are held down."""

    def __init__(self) -> None:
        self._pressed: dict[int, int] = {}
        self._released: dict[int, int] = {}

    def is_new_press(self, event: QKeyEvent) -> bool:
        """Note a press, and return whether the key was up before it."""
        key, now = _physical(event), event.timestamp()
        is_held = event.isAutoRepeat() or self._is_held(key, now) or self._is_pair(event, key, now)
        self._pressed[key] = now
        return not is_held

    def release(self, event: QKeyEvent) -> None:
        """Note that a key goes up, unless it is a repetition."""
        if not event.isAutoRepeat():
            key = _physical(event)
            if key in self._pressed:
                del self._pressed[key]
            self._released[key] = event.timestamp()

    def forget(self) -> None:
        """Take every key as up: releases went elsewhere."""
        self._pressed.clear()
        self._released.clear()

    def _is_held(self, key: int, now: int) -> bool:
        before = self._pressed.get(key)
        if before is None:
            return False
        return not (before and now and now - before > _FORGOTTEN)

    def _is_pair(self, event: QKeyEvent, key: int, now: int) -> bool:
        released = self._released.get(key)
        is_physical = event.nativeScanCode() > 0
        return is_physical and released is not None and now - released <= _PAIR


def _physical(event: QKeyEvent) -> int:
    """Return what names the key itself, whatever Shift makes of it.

    Scan codes where the platform has them; macOS has virtual keys alone.
    """
    scan = event.nativeScanCode()
    return scan if scan > 1 else event.nativeVirtualKey() or event.key()
