"""Checks of members and partner companies, shared by workbooks and screens."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import partial

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MemberOffice
from alize_desktop.models.records.dossiers import FieldProblem
from alize_desktop.models.records.people import MemberSheet, PartnerSheet
from alize_desktop.rules.field_checks import (
    Check,
    check_count,
    check_email,
    check_hundredths,
    check_present,
    check_siren,
    check_text,
    first_problems,
)


def member_problems(sheet: MemberSheet) -> tuple[FieldProblem, ...]:
    """Return what is refused in the sheet of a member, at most one problem a field.

    Whether the full member that an alternate names exists is for the caller.
    """
    return first_problems(_member_checks(sheet))


def partner_problems(sheet: PartnerSheet) -> tuple[FieldProblem, ...]:
    """Return what is refused in the sheet of a partner, at most one problem a field."""
    return first_problems(_partner_checks(sheet))


def check_one_chair(sheet: MemberSheet, others: Iterable[MemberSheet]) -> None:
    """Refuse a second chair.

    Args:
        sheet: A member as it would be saved.
        others: Every other member in office.

    Raises:
        UserError: ``CHAIR_TWICE``.
    """
    if sheet.office is not MemberOffice.CHAIR:
        return
    for each in others:
        if each.office is MemberOffice.CHAIR:
            raise UserError(ErrorCode.CHAIR_TWICE, chair=each.full_name)


def _member_checks(sheet: MemberSheet) -> Iterator[tuple[str, Check]]:
    yield "last_name", partial(check_present, sheet.last_name)
    yield "weight", partial(check_hundredths, sheet.weight)
    yield "weight", partial(_check_weight, sheet)
    if sheet.office is MemberOffice.ALTERNATE:
        yield "alternate_of", partial(check_present, sheet.alternate_of)
    yield "email", partial(check_email, sheet.email)
    yield from _text_checks(sheet)


def _partner_checks(sheet: PartnerSheet) -> Iterator[tuple[str, Check]]:
    yield "name", partial(check_present, sheet.name)
    yield "siren", partial(check_siren, sheet.siren)
    yield "days_per_year", partial(check_count, sheet.days_per_year)
    yield "email", partial(check_email, sheet.email)
    for skill in sheet.skills:
        yield "skills", partial(check_text, skill)
    yield from _text_checks(sheet)


def _text_checks(sheet: MemberSheet | PartnerSheet) -> Iterator[tuple[str, Check]]:
    for each in fields(sheet):
        text = getattr(sheet, each.name)
        # an enum is a str too, and never needs this check
        if type(text) is str:
            yield each.name, partial(check_text, text, lines=each.name == "interests")


def _check_weight(sheet: MemberSheet) -> None:
    """Refuse voices to those who sit without a seat."""
    without_seat = sheet.office in (MemberOffice.ALTERNATE, MemberOffice.GUEST)
    if without_seat and sheet.weight:
        raise UserError(ErrorCode.NUMBER_OUT_OF_RANGE, value=sheet.weight, least=0, most=0)
