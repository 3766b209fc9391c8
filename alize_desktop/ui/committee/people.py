"""Names of members where there is little room, and finding one by three letters."""

from collections.abc import Iterable

from alize_desktop.models.records.people import Member
from alize_desktop.rules.text import search_key
from alize_desktop.ui.committee.keys import as_digits
from alize_desktop.wording.names import member_name, person_name


def full_name(member: Member) -> str:
    """Return civility, first name and name: « Mme Céline Martin »."""
    return member_name(member.sheet)


def short_name(member: Member) -> str:
    """Return civility and name: « Mme Martin »."""
    return person_name(member.sheet.civility, member.sheet.last_name)


def find(members: Iterable[Member], text: str) -> tuple[Member, ...]:
    """Return the members a few letters or a seat number point at.

    What may be a number typed without Shift on a French keyboard finds the seat first.

    Args:
        members: Where to look, in the order answered.
        text: A seat number, or the first letters of words of the name or of
            the organisation, without regard to case or accents.
    """
    listed, words, number = tuple(members), _words(text), as_digits(text.strip())
    if len(words) == 1 and words[0].isdecimal() and not number.isdecimal():
        number = words[0]
    seated = [each for each in listed if number.isdecimal() and each.seat == int(number)]
    if not words or "".join(words).isdecimal():
        return tuple(seated)
    named = [each for each in listed if _answers(each, words) and each not in seated]
    return (*seated, *named)


def _answers(member: Member, words: list[str]) -> bool:
    sheet = member.sheet
    parts = _words(f"{sheet.last_name} {sheet.first_name} {sheet.organisation}")
    return all(any(part.startswith(word) for part in parts) for word in words)


def _words(text: str) -> list[str]:
    key = search_key(text)
    return "".join(each if each.isalnum() else " " for each in key).split()
