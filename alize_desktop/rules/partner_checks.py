"""Checks of what is known of a partner company: its agreement, offers and conflicts."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from functools import partial
from typing import Any, Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.dossiers import FieldProblem
from alize_desktop.models.records.partners import (
    PartnerConflict,
    PartnerProfile,
    SkillCategory,
    SkillOffer,
)
from alize_desktop.rules.field_checks import (
    Check,
    check_count,
    check_email,
    check_period,
    check_postcode,
    check_present,
    check_siren,
    check_text,
    check_year,
    first_problems,
)
from alize_desktop.rules.text import search_key

FIRST_YEAR: Final = 1950
"""First year accepted in the dates of a partner."""


def profile_problems(profile: PartnerProfile) -> tuple[FieldProblem, ...]:
    """Return what is refused in a profile, at most one problem a field."""
    return first_problems(_profile_checks(profile))


def offer_problems(offer: SkillOffer) -> tuple[FieldProblem, ...]:
    """Return what is refused in an offer, at most one problem a field."""
    return first_problems(_offer_checks(offer))


def conflict_problems(conflict: PartnerConflict) -> tuple[FieldProblem, ...]:
    """Return what is refused in a conflict, at most one problem a field."""
    checks: list[tuple[str, Check]] = [
        ("siren", partial(check_siren, conflict.siren)),
        ("note", partial(check_text, conflict.note, lines=True)),
    ]
    return first_problems(checks)


def check_category(category: SkillCategory, others: Iterable[SkillCategory]) -> None:
    """Refuse a category without a name that can be searched, or under one that another has.

    Args:
        category: As it would be saved.
        others: Every other category.

    Raises:
        UserError: ``CATEGORY_NAME_MISSING``; ``CATEGORY_TAKEN``; ``TEXT_TOO_LONG`` or
            ``TEXT_HAS_CONTROL_CHARACTERS``.
    """
    taken = {search_key(name) for each in others for name in (each.name, *each.aliases)}
    for name in (category.name, *category.aliases):
        check_text(name)
        if not any(each.isalnum() for each in name):  # nobody could search it
            raise UserError(ErrorCode.CATEGORY_NAME_MISSING)
        if search_key(name) in taken:
            raise UserError(ErrorCode.CATEGORY_TAKEN, name=name)


def _profile_checks(profile: PartnerProfile) -> Iterator[tuple[str, Check]]:
    yield "postcode", partial(check_postcode, profile.postcode)
    yield from _period_checks("joined_on", profile.joined_on, "ends_on", profile.ends_on)
    for each in profile.correspondents:
        yield "correspondents", partial(check_present, each.name)
        yield "correspondents", partial(check_email, each.email)
        yield from (("correspondents", check) for _name, check in _text_checks(each))
    for absence in profile.absences:
        yield from (
            ("absences", check)
            for _name, check in _period_checks("first", absence.first, "last", absence.last)
        )
        yield "absences", partial(check_text, absence.reason)
    yield from _text_checks(profile)


def _offer_checks(offer: SkillOffer) -> Iterator[tuple[str, Check]]:
    yield "category", partial(check_present, offer.category)
    if offer.days is not None:
        yield "days", partial(check_count, offer.days)
    yield from _period_checks("first", offer.first, "last", offer.last)
    yield from _text_checks(offer)


def _period_checks(
    first_name: str, first: date | None, last_name: str, last: date | None
) -> Iterator[tuple[str, Check]]:
    for name, day in ((first_name, first), (last_name, last)):
        if day is not None:
            yield name, partial(check_year, day, FIRST_YEAR)
    yield last_name, partial(check_period, first, last)


def _text_checks(record: Any) -> Iterator[tuple[str, Check]]:  # noqa: ANN401 - any record
    for each in fields(record):
        text = getattr(record, each.name)
        if type(text) is str:
            yield each.name, partial(check_text, text, lines=each.name == "note")
