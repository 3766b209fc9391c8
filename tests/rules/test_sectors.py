"""NAF codes, sections, sectors."""

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import Sector
from alize_desktop.rules.sectors import (
    SECTION_OF_DIVISION,
    SECTOR_OF_SECTION,
    parse_naf,
    section_of,
    sector_of,
)


@pytest.mark.parametrize("text", ["25.62B", "25.62b", "2562B", " 2562b ", "25.62 B"])
def test_a_code_takes_its_printed_form(text):
    assert parse_naf(text) == "25.62B"


@pytest.mark.parametrize(
    "text", ["04.11A", "34.00Z", "00.00Z", "25.62", "25.6B", "B25.62", "", "２５.62B", "25-62B"]
)
def test_another_text_or_division_is_refused(text):
    with pytest.raises(UserError) as refused:
        parse_naf(text)
    assert refused.value.code is ErrorCode.NAF_INVALID


def test_the_nomenclature_has_21_sections_and_88_divisions():
    assert len(SECTION_OF_DIVISION) == 88
    assert "".join(sorted(SECTOR_OF_SECTION)) == "ABCDEFGHIJKLMNOPQRSTU"
    assert set(SECTION_OF_DIVISION.values()) == set(SECTOR_OF_SECTION)


@pytest.mark.parametrize(
    ("code", "section", "sector"),
    [
        ("01.11Z", "A", Sector.AGRICULTURE),
        ("25.62B", "C", Sector.INDUSTRY),
        ("38.11Z", "E", Sector.INDUSTRY),
        ("43.21A", "F", Sector.CONSTRUCTION),
        ("47.11F", "G", Sector.TRADE),
        ("62.01Z", "J", Sector.SERVICES),
        ("95.11Z", "S", Sector.SERVICES),
        ("84.11Z", "O", Sector.NOT_ELIGIBLE),
    ],
)
def test_a_code_has_a_section_and_a_sector(code, section, sector):
    assert (section_of(code), sector_of(code)) == (section, sector)
