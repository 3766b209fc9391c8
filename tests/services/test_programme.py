"""The programme's own settings, and the check of its registry."""

from dataclasses import replace

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.records.changes import Changes


def test_it_is_changed(office):
    service = office.services.programme
    new = replace(service.programme(), operator="CCI", time_zone="Indian/Reunion")
    assert service.save(new) == Changes(programme=True)
    assert service.programme() == new
    before = office.actions()
    assert service.save(new) == Changes()
    assert office.actions() == before


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"basin": " "}, ErrorCode.TEXT_MISSING),
        ({"operator": "CCI\x00"}, ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ({"time_zone": "Europe/Dijon"}, ErrorCode.CHOICE_UNKNOWN),
    ],
)
def test_wrong_settings_are_refused(office, refused, changes, code):
    service = office.services.programme
    with refused(code, office):
        service.save(replace(service.programme(), **changes))


def test_a_fund_is_not_negative(office, refused):
    service = office.services.programme
    programme = service.programme()
    with refused(ErrorCode.AMOUNT_NEGATIVE, office):
        service.save(replace(programme, fund_amount=-programme.fund_amount))


def test_it_is_verified(office):
    found = office.services.programme.verify()
    assert found.is_sound
    assert found.lines == len(office.journal())
