"""The field of milestones: months, one after the other."""

import re
from typing import Final

from PySide6.QtWidgets import QWidget

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.ui.widgets.fields.reading import Reading
from alize_desktop.ui.widgets.fields.text import TypedField

_SEPARATORS: Final = re.compile(r"[\s,;]+")
_MOST: Final = 12
_LONGEST: Final = 3


class MilestonesField(TypedField[tuple[int, ...]]):
    """Months as they are typed: « 6, 12, 24, 36 »."""

    def __init__(
        self, text: str, unit: str, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        reading: Reading[tuple[int, ...]] = Reading(_read, _show, (), "6, 12, 24, 36")
        super().__init__(text, reading, unit=unit, hint=hint, parent=parent)


def _read(text: str) -> tuple[int, ...]:
    """Return the months typed.

    Raises:
        UserError: ``NUMBER_INVALID``.
    """
    parts = [each for each in _SEPARATORS.split(text) if each]
    if len(parts) > _MOST or not all(
        each.isascii() and each.isdigit() and len(each) <= _LONGEST for each in parts
    ):
        raise UserError(ErrorCode.NUMBER_INVALID, value=text)
    return tuple(int(each) for each in parts)


def _show(months: tuple[int, ...]) -> str:
    return ", ".join(map(str, months))
