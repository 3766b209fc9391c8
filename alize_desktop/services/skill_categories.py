"""Categories of competences: renamed, ordered, no longer offered, in an open transaction.

The usual ones are written with the first edit: what was in force stays in force.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.partners import SkillCategory
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.partner_checks import check_category
from alize_desktop.rules.skill_categories import with_former_name
from alize_desktop.services.partner_reading import are_categories_written, read_categories
from alize_desktop.services.partner_writing import write_category

_SAVED: Final = Changes(results=True)


def save_category(
    registry: Registry, session: Session, before: SkillCategory | None, category: SkillCategory
) -> Changes:
    """Edit a category, or add one at the end when there is none before.

    The former name of one that is renamed stays an alias: what was written under it is
    still of this category.

    Args:
        registry: Being written.
        session: Of the transaction.
        before: The category as it was read; its place may have changed since.
        category: As it is to be; its own identifier and position are not read.

    Raises:
        UserError: ``CATEGORY_NAME_MISSING``; ``CATEGORY_TAKEN``;
            ``CATEGORY_CHANGED_MEANWHILE`` when it is no longer what was read; a text is
            refused.
    """
    known = {each.id: each for each in read_categories(session)}
    category = replace(category, name=category.name.strip())
    if before is None:
        last = max(each.position for each in known.values())
        category = replace(category, id=registry.new_id(), position=last + 1)
    else:
        category = with_former_name(_unchanged(known, before), category)
    check_category(category, [each for each in known.values() if each.id != category.id])
    return _write(registry, session, {category.id: category})


def _unchanged(known: Mapping[UUID, SkillCategory], before: SkillCategory) -> SkillCategory:
    """Return a category as it stands, if nobody changed it since it was read."""
    stands = known.get(before.id)
    if stands is None or replace(stands, position=before.position) != before:
        raise UserError(ErrorCode.CATEGORY_CHANGED_MEANWHILE, name=before.name)
    return stands


def order_categories(registry: Registry, session: Session, category_ids: Sequence[UUID]) -> Changes:
    """Put the categories in another order.

    Args:
        registry: Being written.
        session: Of the transaction.
        category_ids: Every category, in the order wanted.

    Raises:
        ValueError: A category is missing or unknown: a bug in the caller.
    """
    known = {each.id: each for each in read_categories(session)}
    if sorted(known) != sorted(category_ids):
        msg = "every category has one place in the order"
        raise ValueError(msg)
    placed = enumerate(category_ids, start=1)
    moved = {each: replace(known[each], position=position) for position, each in placed}
    return _write(registry, session, moved)


def _write(registry: Registry, session: Session, changed: dict[UUID, SkillCategory]) -> Changes:
    """Write what differs from what is in force; the usual ones too, the first time."""
    are_written = are_categories_written(session)
    before = {each.id: each for each in read_categories(session)}
    after = before | changed
    if after == before:
        return Changes()
    for category_id, category in after.items():
        if not are_written or before.get(category_id) != category:
            is_new = not are_written or category_id not in before
            write_category(registry, session, category, is_new=is_new)
    return _SAVED
