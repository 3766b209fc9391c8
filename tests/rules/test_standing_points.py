"""How the points that are no dossiers may end."""

from alize_desktop.models.enums import ItemConclusion, ItemKind
from alize_desktop.rules.standing_points import CONCLUSIONS


def test_every_kind_of_point_has_its_conclusions():
    assert set(CONCLUSIONS) == set(ItemKind)
    assert CONCLUSIONS[ItemKind.DOSSIER] == ()


def test_every_other_point_may_be_put_off():
    for kind, conclusions in CONCLUSIONS.items():
        assert (ItemConclusion.POSTPONED in conclusions) is (kind is not ItemKind.DOSSIER)
