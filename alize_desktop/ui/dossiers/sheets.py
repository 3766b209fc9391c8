"""Reading and replacing one field of a dossier's sheet by its dotted path.

The path is the one that services use in a ``FieldProblem``: ``company.siren``,
``request.amount``, ``filed_on``. A sheet is never changed, only replaced.
"""

from dataclasses import replace
from typing import Any

from alize_desktop.models.records.dossiers import DossierSheet


def value_at(sheet: DossierSheet, path: str) -> object:
    """Return the value of one field.

    Args:
        sheet: Sheet to read.
        path: Dotted path of one or two names.

    Raises:
        AttributeError: The sheet has no such field: a bug in the caller.
    """
    found: object = sheet
    for name in path.split("."):
        found = getattr(found, name)
    return found


def with_value(sheet: DossierSheet, path: str, value: object) -> DossierSheet:
    """Return ``sheet`` with one field replaced.

    Args:
        sheet: Sheet to start from.
        path: Dotted path of one or two names.
        value: Value of the type that the field has.

    Raises:
        AttributeError: The sheet has no such part: a bug in the caller.
        TypeError: The part has no such field: a bug in the caller.
    """
    part, _, name = path.partition(".")
    if not name:
        whole: Any = value
        return replace(sheet, **{part: whole})
    section: Any = replace(getattr(sheet, part), **{name: value})
    return replace(sheet, **{part: section})
