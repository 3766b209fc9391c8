"""docs/committee-refusals.md names tests that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "committee-refusals.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def test_every_test_that_the_page_names_exists():
    named = NAMED.findall(PAGE.read_text(encoding="utf-8"))
    assert len(named) > 20
    for path, name in named:
        defined = f"def {name}(" if name else '"""'
        assert defined in (ROOT / path).read_text(encoding="utf-8"), f"{path}::{name}"
