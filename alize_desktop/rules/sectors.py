"""NAF rév. 2 codes: division, section, and sector of the statistics."""

import re
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import Sector

_NAF: Final = re.compile(r"(\d{2})\.?(\d{2})\s?([A-Z])", re.ASCII)

_SECTIONS: Final = {
    "A": range(1, 4),
    "B": range(5, 10),
    "C": range(10, 34),
    "D": range(35, 36),
    "E": range(36, 40),
    "F": range(41, 44),
    "G": range(45, 48),
    "H": range(49, 54),
    "I": range(55, 57),
    "J": range(58, 64),
    "K": range(64, 67),
    "L": range(68, 69),
    "M": range(69, 76),
    "N": range(77, 83),
    "O": range(84, 85),
    "P": range(85, 86),
    "Q": range(86, 89),
    "R": range(90, 94),
    "S": range(94, 97),
    "T": range(97, 99),
    "U": range(99, 100),
}
_SECTORS: Final = {
    Sector.AGRICULTURE: "A",
    Sector.INDUSTRY: "BCDE",
    Sector.CONSTRUCTION: "F",
    Sector.TRADE: "G",
    Sector.SERVICES: "HIJKLMNPQRS",
    Sector.NOT_ELIGIBLE: "OTU",
}

SECTION_OF_DIVISION: Final = {
    division: section for section, divisions in _SECTIONS.items() for division in divisions
}
"""Section of each of the 88 divisions."""

SECTOR_OF_SECTION: Final = {
    section: sector for sector, sections in _SECTORS.items() for section in sections
}
"""Sector of each of the 21 sections."""


def parse_naf(text: str) -> str:
    """Return a NAF rév. 2 code in its printed form: ``"25.62b"`` gives ``"25.62B"``.

    Args:
        text: Four digits and a letter, with or without the point.

    Raises:
        UserError: ``NAF_INVALID``: another shape, or a division that is none of
            the 88.

    Source:
        Insee, nomenclature d'activités française rév. 2.
    """
    match = _NAF.fullmatch(text.strip().upper())
    if match is None or int(match[1]) not in SECTION_OF_DIVISION:
        raise UserError(ErrorCode.NAF_INVALID, value=text)
    return f"{match[1]}.{match[2]}{match[3]}"


def section_of(naf_code: str) -> str:
    """Return the section of a code, a letter from A to U.

    Raises:
        UserError: ``NAF_INVALID``.
    """
    return SECTION_OF_DIVISION[int(parse_naf(naf_code)[:2])]


def sector_of(naf_code: str) -> Sector:
    """Return the sector of a code. A proposal: the operator may set another.

    Raises:
        UserError: ``NAF_INVALID``.

    Source:
        Groups of the programme's statistics; décret 2007-1888, art. 5: the APE
        code alone creates neither right nor duty.
    """
    return SECTOR_OF_SECTION[section_of(naf_code)]
