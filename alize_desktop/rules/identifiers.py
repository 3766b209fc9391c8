"""SIREN, SIRET and VAT numbers."""

import re
from typing import Final

from alize_desktop.errors import ErrorCode, UserError

_LA_POSTE: Final = "356000000"
_SEPARATORS: Final = re.compile(r"[\s.]+")
_SIREN: Final = re.compile(r"[0-9]{9}")
_SIRET: Final = re.compile(r"[0-9]{14}")


def is_siren(text: str) -> bool:
    """Return whether ``text`` is a SIREN: nine digits, Luhn sum multiple of 10.

    Spaces of any width and points between the digits are ignored.

    Source:
        Insee, identifiants SIREN et SIRET (ISO/IEC 7812 check digit).
    """
    digits = _compact(text)
    return _SIREN.fullmatch(digits) is not None and _has_luhn(digits)


def is_siret(text: str) -> bool:
    """Return whether ``text`` is a SIRET: fourteen digits, Luhn for 14 and for 9.

    An establishment of La Poste that fails Luhn is valid when the sum of its
    digits is a multiple of 5; Luhn is tried first.

    Source:
        Insee, identifiants SIREN et SIRET; exception of La Poste since 1986.
    """
    digits = _compact(text)
    if _SIRET.fullmatch(digits) is None or not _has_luhn(digits[:9]):
        return False
    if _has_luhn(digits):
        return True
    return digits.startswith(_LA_POSTE) and sum(map(int, digits)) % 5 == 0


def parse_siren(text: str) -> str:
    """Return the nine digits of a SIREN written with or without separators.

    Raises:
        UserError: ``SIREN_INVALID``.
    """
    if not is_siren(text):
        raise UserError(ErrorCode.SIREN_INVALID, value=text)
    return _compact(text)


def parse_siret(text: str) -> str:
    """Return the fourteen digits of a SIRET written with or without separators.

    Raises:
        UserError: ``SIRET_INVALID``.
    """
    if not is_siret(text):
        raise UserError(ErrorCode.SIRET_INVALID, value=text)
    return _compact(text)


def _compact(text: str) -> str:
    return _SEPARATORS.sub("", text)


def _has_luhn(digits: str) -> bool:
    from stdnum import luhn  # noqa: PLC0415 - imported with the first number, not at start-up

    return bool(luhn.is_valid(digits))
