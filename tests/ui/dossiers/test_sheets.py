from datetime import date

import pytest

from alize_desktop.ui.dossiers.sheets import value_at, with_value


def test_a_path_reads_a_field_of_a_part_or_of_the_sheet(sheet):
    assert value_at(sheet, "company.town") == "Dijon"
    assert value_at(sheet, "filed_on") == date(2026, 3, 3)


def test_a_sheet_is_replaced_never_changed(sheet):
    moved = with_value(sheet, "company.town", "Beaune")
    assert moved.company.town == "Beaune"
    assert sheet.company.town == "Dijon"
    assert with_value(sheet, "basin", "Toul").basin == "Toul"


@pytest.mark.dressed
def test_a_field_that_does_not_exist_is_a_bug(sheet):
    with pytest.raises(AttributeError):
        value_at(sheet, "company.colour")
    with pytest.raises(TypeError):
        with_value(sheet, "company.colour", "blue")
