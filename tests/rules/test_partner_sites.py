"""Which company a name means: that of the basin, unless two companies bear it."""

from dataclasses import replace

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.rules.partner_sites import check_one_company, sites_near

LONGWY = PartnerSheet("Groupe Écho", "999524614", "Longwy")
SAVERNE = replace(LONGWY, basin="Saverne")
OTHER = replace(SAVERNE, siren="999000011")


def test_the_site_of_the_basin_comes_first():
    assert sites_near([LONGWY, SAVERNE], "SAVERNE") == (SAVERNE,)
    assert sites_near([LONGWY, SAVERNE], "Vosges") == (LONGWY, SAVERNE)


def test_two_companies_of_one_name_are_refused():
    check_one_company("Groupe Écho", [LONGWY, SAVERNE])
    check_one_company("Groupe Écho", [])
    with pytest.raises(UserError) as caught:
        check_one_company("Groupe Écho", [LONGWY, OTHER])
    assert caught.value.code is ErrorCode.HISTORY_PARTNER_AMBIGUOUS
    assert caught.value.params["first"] == "999000011"
