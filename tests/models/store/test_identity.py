from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import RFC_4122

from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.models.store.identity import new_uuid


@given(st.binary(min_size=10, max_size=10))
def test_an_identifier_is_a_uuid_of_version_7(entropy):
    instant = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    identifier = new_uuid(lambda: instant, lambda _count: entropy)
    assert identifier.version == 7
    assert identifier.variant == RFC_4122
    assert identifier.int >> 80 == int(instant.timestamp() * 1000)


def test_identifiers_sort_by_the_instant_they_were_made_at(clock, registry):
    made = []
    for _ in range(20):
        made.append(registry.new_id())
        clock.advance(timedelta(milliseconds=1).total_seconds())
    assert all(one < other for one, other in pairwise(made))
    assert [str(each) for each in made] == sorted(str(each) for each in made)


def test_a_thousand_identifiers_of_one_instant_are_all_different(registry):
    assert len({registry.new_id() for _ in range(1000)}) == 1000
