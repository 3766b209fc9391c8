"""What one setting of the rules is: its field, when it matters, how its value reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import MajorityBase, MajorityKind, QuorumKind
from alize_desktop.models.records.rules import CommitteeRules, Majority
from alize_desktop.models.values import Share
from alize_desktop.ui.regulation.fields import ExplainedCheck, ShareField, StepField, share_text
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.fields.choice import ChoiceField

translate = QCoreApplication.translate

USUAL_SHARE: Final = Share(2, 3)
USUAL_COUNT: Final = 5
_SHARED: Final = (MajorityKind.AT_LEAST, MajorityKind.MORE_THAN)


class Body(NamedTuple):
    """Name of the body, and its gender."""

    name: str
    is_feminine: bool


def always(_rules: CommitteeRules) -> bool:
    """Say that a setting matters whatever the others are."""
    return True


def never(_rules: CommitteeRules) -> str:
    """Say that nothing keeps a setting from being changed."""
    return ""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        name: Path of its attribute: ``quorum.share``.
        label: What it is called, in the form and where changes are told.
        make: Makes its field.
        text: Writes a value in French.
        matters: Whether it changes anything under these rules; else it is hidden.
        locked: Why it cannot be changed under these rules; empty when it can.
        is_wide: Whether its field takes the whole width.
    """

    name: str
    label: str
    make: Callable[[], Field[Any]]
    text: Callable[[Any], str]
    matters: Callable[[CommitteeRules], bool] = always
    locked: Callable[[CommitteeRules], str] = never
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Settings under one heading."""

    title: str
    settings: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A setting that changes, as a person reads it; ``before`` is empty where it did not matter."""

    label: str
    before: str
    after: str


def choice(
    name: str,
    text: str,
    hint: str,
    choices: tuple[tuple[Any, str], ...],
    matters: Callable[[CommitteeRules], bool] = always,
    *,
    is_wide: bool = False,
) -> Setting:
    """Return a setting chosen from a list."""

    def make() -> Field[Any]:
        return ChoiceField[Any](text, choices, empty=None, hint=hint)

    labels: dict[object, str] = dict(choices)

    def told(value: object) -> str:
        return labels.get(value, "")

    return Setting(name, text, make, told, matters, is_wide=is_wide)


def check(
    name: str,
    text: str,
    hint: str,
    matters: Callable[[CommitteeRules], bool] = always,
    locked: Callable[[CommitteeRules], str] = never,
) -> Setting:
    """Return a setting that is on or off."""

    def make() -> Field[Any]:
        return ExplainedCheck(text, hint=hint)

    return Setting(name, text, make, _yes_or_no, matters, locked)


def number(
    name: str,
    text: str,
    hint: str,
    limits: tuple[int, int],
    unit: str = "",
    matters: Callable[[CommitteeRules], bool] = always,
) -> Setting:
    """Return a setting that is a whole number."""

    def make() -> Field[Any]:
        return StepField(text, smallest=limits[0], largest=limits[1], unit=unit, hint=hint)

    return Setting(name, text, make, lambda value: f"{value} {unit}".strip(), matters)


def share(
    name: str, text: str, hint: str, matters: Callable[[CommitteeRules], bool] = always
) -> Setting:
    """Return a setting that is a fraction."""

    def make() -> Field[Any]:
        return ShareField(text, hint=hint)

    return Setting(name, text, make, lambda value: share_text(value or USUAL_SHARE), matters)


def value_of(rules: CommitteeRules, name: str) -> object:
    """Return the value of a setting in these rules."""
    if name == "body":
        return _body_of(rules)
    value: object = rules
    for part in name.split("."):
        value = getattr(value, part)
    return value


def rules_with(rules: CommitteeRules, values: Mapping[str, Any]) -> CommitteeRules:
    """Return the rules with other values; what a new kind asks for gets a usual value.

    Args:
        rules: Where what is not in ``values`` comes from.
        values: By name of a setting; None keeps what the rules have.
    """
    parts: dict[str, dict[str, Any]] = {"": {}, "quorum": {}, "majority": {}}
    for name, value in values.items():
        part, _, attribute = name.rpartition(".")
        if value is not None:
            parts[part][attribute] = value
    plain, quorum, majority = parts[""], parts["quorum"], parts["majority"]
    body = plain.pop("body", _body_of(rules))
    if quorum.get("kind", rules.quorum.kind) is not QuorumKind.FIXED:
        quorum["count"] = rules.quorum.count
    elif not quorum.get("count"):
        quorum["count"] = rules.quorum.count or USUAL_COUNT
    kind = majority.get("kind", rules.majority.kind)
    fraction = majority.get("share") or rules.majority.share or USUAL_SHARE
    return replace(
        rules,
        body=body.name,
        body_feminine=body.is_feminine,
        quorum=replace(rules.quorum, **quorum),
        majority=Majority(
            kind,
            MajorityBase.CAST
            if kind is MajorityKind.RELATIVE  # for against for: there is no base to choose
            else majority.get("base", rules.majority.base),
            fraction if kind in _SHARED else None,
        ),
        **plain,
    )


def differences(
    groups: tuple[Group, ...], before: CommitteeRules, after: CommitteeRules
) -> tuple[Difference, ...]:
    """Return the settings that matter and are not the same, in the order of the form."""
    return tuple(
        Difference(
            each.label,
            each.text(value_of(before, each.name)) if each.matters(before) else "",
            each.text(value_of(after, each.name)),
        )
        for group in groups
        for each in group.settings
        if each.matters(after) and value_of(before, each.name) != value_of(after, each.name)
    )


def _yes_or_no(value: object) -> str:
    return translate("regulation", "oui") if value else translate("regulation", "non")


def _body_of(rules: CommitteeRules) -> Body:
    return Body(rules.body, rules.body_feminine)
