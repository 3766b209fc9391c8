"""docs/dependencies.md tells the truth about pyproject.toml."""

import re
import tomllib

import pytest

pytestmark = pytest.mark.retold

ROW = re.compile(r"^\| (?P<name>[\w-]+) \| (?P<version>[\d.]+) \| (?P<rest>.+) \|$", re.MULTILINE)


@pytest.fixture
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture
def rows(root):
    text = (root / "docs" / "dependencies.md").read_text(encoding="utf-8")
    return list(ROW.finditer(text))


@pytest.fixture
def pins(project):
    """Every requirement of the project, as its text."""
    development = project["dependency-groups"]["dev"]
    return project["project"]["dependencies"] + development + project["build-system"]["requires"]


def test_every_dependency_has_a_row_with_its_version_and_no_other_has(rows, pins):
    documented = [f"{row['name']}=={row['version']}" for row in rows]
    assert sorted(documented) == sorted(pins)


def test_every_row_says_the_licence_the_reason_and_the_systems(rows):
    for row in rows:
        licence, reason, _rejected, *systems = row["rest"].split(" | ")
        assert licence, row["name"]
        assert reason, row["name"]
        assert len(systems) == 3, row["name"]


def test_the_lock_holds_exactly_what_is_pinned(root, pins, project):
    lock = tomllib.loads((root / "uv.lock").read_text(encoding="utf-8"))
    locked = {f"{each['name']}=={each['version']}" for each in lock["package"]}
    builders = set(project["build-system"]["requires"])  # needed to build, not to run
    assert {pin.lower().replace("_", "-") for pin in set(pins) - builders} <= locked
