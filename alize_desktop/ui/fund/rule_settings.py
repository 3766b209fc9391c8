"""What a setting of the rules of the money is: a field, a title, a place in the record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.fields.choice import CheckField, ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.numbers import IntegerField, MoneyField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.wording.labels import label

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        key: Field of ``MoneyRules``.
        make: Makes its field.
        blank: Value that an empty field stands for.
    """

    key: str
    make: Callable[[], Field[Any]]
    blank: object = None
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Settings under a heading.

    Attributes:
        note: What the whole group is about; empty for nothing.
    """

    title: str
    settings: tuple[Setting, ...]
    note: str = ""


def check(key: str, title: str, hint: str = "") -> Setting:
    """Return a setting that is on or off."""
    return Setting(key, lambda: CheckField(title, hint=hint))


def choice(key: str, title: str, values: Sequence[E], hint: str = "") -> Setting:
    """Return a setting with a closed list of values."""
    choices = [(each, label(each)) for each in values]

    def make() -> Field[Any]:
        field: ChoiceField[E] = ChoiceField(title, choices, empty=None, hint=hint)
        return field

    return Setting(key, make)


def whole(
    key: str, title: str, unit: str = "", hint: str = "", *, required: bool = True
) -> Setting:
    """Return a setting that is a whole number; its limits are those of the rules."""
    return Setting(key, lambda: IntegerField(title, unit=unit, hint=hint, required=required))


def money(key: str, title: str, hint: str = "") -> Setting:
    """Return a setting that is an amount."""
    return Setting(key, lambda: MoneyField(title, hint=hint, required=True))


def text(key: str, title: str, hint: str = "") -> Setting:
    """Return a setting that is a text; it may be empty."""
    return Setting(key, lambda: TextField(title, hint=hint), "")


def day(key: str, title: str, hint: str = "") -> Setting:
    """Return a setting that is a day, or none."""
    return Setting(key, lambda: DateField(title, hint=hint))
