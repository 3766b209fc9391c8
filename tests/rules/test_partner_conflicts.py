"""Why a partner lends nobody to one company."""

from uuid import UUID

import pytest

from alize_desktop.models.enums import ConflictKind
from alize_desktop.models.records.partners import PartnerConflict
from alize_desktop.rules.partner_conflicts import conflict_between, kind_of

COMPANY, LENDER = "732829320", "999126907"
KNOWN = PartnerConflict(UUID(int=1), UUID(int=2), COMPANY, ConflictKind.SUPPLIER, "Tôles")


def test_nothing_forbids_without_a_conflict_with_this_company():
    assert conflict_between(COMPANY, LENDER, ()) is None
    assert conflict_between("999482137", LENDER, (KNOWN,)) is None


def test_companies_without_a_number_are_not_the_same():
    assert conflict_between("", "", ()) is None


@pytest.mark.parametrize(
    ("lender", "known", "kind", "note", "is_itself"),
    [
        (LENDER, (KNOWN,), ConflictKind.SUPPLIER, "Tôles", False),
        (COMPANY, (KNOWN,), ConflictKind.SUPPLIER, "Tôles", True),
        (COMPANY, (), ConflictKind.OTHER, "", True),
    ],
)
def test_a_conflict_says_its_kind_and_whether_it_is_the_company(
    lender, known, kind, note, is_itself
):
    found = conflict_between(COMPANY, lender, known)
    assert found is not None
    assert dict(found.values) == {"kind": kind, "note": note, "is_itself": is_itself}
    assert kind_of(found) is kind
