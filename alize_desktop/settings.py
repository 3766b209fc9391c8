"""What the user prefers, kept in a small TOML file. No Qt here.

Typed and versioned; a key that this version does not know is kept as it is, so
that an older program does not erase what a newer one wrote. Window geometry is
not here: ``ui`` leaves it to QSettings.
"""

import contextlib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from alize_desktop.files import write_atomic

VERSION: Final = 1
RECENT: Final = 8
"""Registries remembered, the last one opened first."""

THEMES: Final = ("system", "light", "dark")
SMALLEST_TEXT: Final = 90
LARGEST_TEXT: Final = 150


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the user prefers.

    Attributes:
        theme: One of ``THEMES``.
        text_scale: Text size in percent, 90 to 150.
        recent: Paths of registries, the last one opened first.
        navigation_collapsed: Whether the navigation column shows icons only.
        author: Who said last that they recorded something.
        others: Keys of the file this version does not know, kept.
    """

    theme: str = "system"
    text_scale: int = 100
    recent: tuple[str, ...] = ()
    navigation_collapsed: bool = False
    author: str = ""
    others: Mapping[str, Any] = field(default_factory=dict)

    def with_recent(self, registry: Path) -> "Settings":
        """Return the settings with ``registry`` first among the recent ones."""
        path = str(registry)
        others = tuple(each for each in self.recent if each != path)
        return replace(self, recent=(path, *others)[:RECENT])


@dataclass(frozen=True, slots=True)
class Loaded:
    """What reading the file gave.

    Attributes:
        settings: The settings, or the defaults where the file was unreadable.
        kept_aside: Where the unreadable file was put; None when all was well.
    """

    settings: Settings
    kept_aside: Path | None = None


def read_settings(path: Path) -> Loaded:
    """Read the settings; never fails because of what the file holds.

    A file that is not TOML is kept aside as ``settings.toml.illisible`` and the
    defaults are used. A value of a wrong kind is replaced by its default.

    Raises:
        OSError: The file is there and cannot be read by this user.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Loaded(Settings())
    except UnicodeDecodeError:
        return Loaded(Settings(), _keep_aside(path))
    try:
        return Loaded(_settings(tomllib.loads(text)))
    except tomllib.TOMLDecodeError:
        return Loaded(Settings(), _keep_aside(path))


def write_settings(settings: Settings, path: Path) -> None:
    """Write the settings, making their folder if it is missing.

    Raises:
        UserError: The disk is full or the folder is not writable; the old file
            is untouched.
    """
    with contextlib.suppress(OSError):  # ``write_atomic`` names what is wrong
        path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, _document(settings).encode())


def _keep_aside(path: Path) -> Path | None:
    aside = path.with_name(f"{path.name}.illisible")
    try:
        return path.replace(aside)
    except OSError:  # a read-only folder: the file stays where it is
        return path


def _settings(values: dict[str, Any]) -> Settings:
    known = {name: values[name] for name in _READERS if name in values}
    read = {name: _READERS[name](value) for name, value in known.items()}
    others = {
        name: value for name, value in values.items() if name not in _READERS and name != "version"
    }
    good = {name: value for name, value in read.items() if value is not None}
    return Settings(**good, others=others)


def _read_theme(value: object) -> str | None:
    return value if isinstance(value, str) and value in THEMES else None


def _read_scale(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return min(max(value, SMALLEST_TEXT), LARGEST_TEXT)


def _read_flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _read_text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _read_texts(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    return tuple(each for each in value if isinstance(each, str))


_READERS: Final[dict[str, Callable[[object], Any]]] = {
    "theme": _read_theme,
    "text_scale": _read_scale,
    "recent": _read_texts,
    "navigation_collapsed": _read_flag,
    "author": _read_text,
}


def _document(settings: Settings) -> str:
    values: dict[str, Any] = {
        "version": VERSION,
        "theme": settings.theme,
        "text_scale": settings.text_scale,
        "recent": settings.recent,
        "navigation_collapsed": settings.navigation_collapsed,
        "author": settings.author,
        **settings.others,
    }
    return "".join(f"{_key(name)} = {_toml(value)}\n" for name, value in values.items())


_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    body = "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in escaped)
    return f'"{body}"'


def _toml(value: object) -> str:
    """Return a value as TOML writes it on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(name)} = {_toml(each)}" for name, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_toml(each) for each in value)}]"
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
