import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.models.tables.canonical import canonical_json

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_what_is_written_reads_back_the_same(value):
    assert json.loads(canonical_json(value)) == value


@given(st.dictionaries(st.text(), st.integers(0, 9), min_size=2, max_size=6))
def test_the_order_of_the_keys_does_not_matter(value):
    turned = dict(reversed(value.items()))
    assert canonical_json(turned) == canonical_json(value)


@pytest.mark.parametrize("value", [1.5, [1, [2.0]], {"amount": float("nan")}, ({"a": 0.1},)])
def test_a_float_is_refused_however_deep_it_is(value):
    with pytest.raises(TypeError, match="float"):
        canonical_json(value)


@pytest.mark.parametrize("value", [2**53 + 1, {1: "a"}, b"bytes", {"a": object()}])
def test_what_json_cannot_hold_is_refused(value):
    with pytest.raises(ValueError):
        canonical_json(value)
