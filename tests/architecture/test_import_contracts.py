"""The import contracts hold, and each of them would notice a violation.

Violations are planted in a skeleton: the modules of the program, all empty, so
that what is planted is the only import there is.
"""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

pytestmark = pytest.mark.retold

ROOT = Path(__file__).parent.parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = {each["id"]: each for each in SETTINGS["tool"]["importlinter"]["contracts"]}

# contract, what is planted: module and its whole text
VIOLATIONS = [
    ("layers", {"rules/planted": "import alize_desktop.services"}),
    ("layers", {"planted": ""}),
    (
        "models-halves",
        {
            "models/values": "import alize_desktop.models.records.planted",
            "models/records/planted": "",
        },
    ),
    ("models-halves", {"models/planted": ""}),
    ("screens", {"ui/meetings/planted": "import alize_desktop.ui.dossiers"}),
    ("screens", {"ui/regulation/planted": "import alize_desktop.ui.meetings"}),
    ("screens", {"ui/templates/planted": "import alize_desktop.ui.papers"}),
    ("screens", {"ui/minutes/planted": "import alize_desktop.ui.meetings"}),
    ("screens", {"ui/widgets/planted": "import alize_desktop.ui.committee"}),
    ("screens", {"ui/followup/screen": "import alize_desktop.ui.dossiers"}),
    ("screens", {"ui/room/planted": "import alize_desktop.ui.committee"}),
    ("screens", {"ui/committee/planted": "import alize_desktop.ui.room"}),
    ("screens", {"ui/planted": ""}),
    ("screens", {"ui/tasks": "import alize_desktop.ui.widgets"}),
    ("store", {"ui/dossiers/planted": "import alize_desktop.models.store.registry"}),
    ("store", {"rules/planted": "import alize_desktop.models.store.registry"}),
    ("store", {"cli/planted": "import alize_desktop.models.store"}),
    ("migrations", {"spreadsheets/planted": "import alize_desktop.models.migrations"}),
    ("papers", {"ui/dossiers/planted": "import alize_desktop.documents"}),
    ("papers", {"cli/planted": "import alize_desktop.spreadsheets"}),
    ("tables", {"ui/shell/planted": "import alize_desktop.models.tables"}),
    ("tables", {"documents/planted": "def late():\n    import alize_desktop.models.tables"}),
    (
        "siblings",
        {
            "services/planted": "import alize_desktop.services.other",
            "services/other": "import alize_desktop.services.planted",
        },
    ),
    ("qt", {"services/planted": "from PySide6.QtCore import QObject"}),
    ("qt", {"paths": "import shiboken6"}),
    ("sql", {"ui/shell/planted": "from sqlalchemy import select"}),
    ("sql", {"models/records/planted": "import sqlite3"}),
    ("sql", {"services/planted": "from sqlcipher3 import dbapi2"}),
    ("pdf", {"services/planted": "import reportlab.platypus"}),
    ("pdf", {"cli/planted": "from pyhanko.sign import signers"}),
    ("pdf", {"documents/papers/planted": "from pyhanko.sign import signers"}),
    ("pdf", {"documents/planted": "import pkcs11"}),
    ("pdf", {"wording/planted": "def late():\n    from pikepdf import Pdf"}),
    ("payments", {"services/planted": "import sepaxml"}),
    ("xlsx", {"documents/planted": "from openpyxl import Workbook"}),
]


def broken_contracts(folder: Path) -> list[str]:
    """Return the contracts that the package in ``folder`` breaks, by identifier."""
    command = [
        Path(sys.executable).with_name("lint-imports"),
        "--no-logo",
        "--no-cache",
        f"--config={ROOT / 'pyproject.toml'}",
    ]
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "200"},
    )
    lines = done.stdout.splitlines()
    broken = [each for each, rule in CONTRACTS.items() if f"{rule['name']} BROKEN" in lines]
    assert bool(broken) == (done.returncode != 0), done.stdout + done.stderr
    return broken


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    for module in (ROOT / "alize_desktop").rglob("*.py"):
        copy = tmp_path / module.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.touch()
    return tmp_path


def test_the_program_keeps_every_contract():
    assert broken_contracts(ROOT) == []


def test_an_empty_skeleton_keeps_every_contract(skeleton):
    assert broken_contracts(skeleton) == []


@pytest.mark.parametrize(
    ("contract", "planted"),
    VIOLATIONS,
    ids=[f"{contract}-{'-'.join(planted)}" for contract, planted in VIOLATIONS],
)
def test_a_planted_violation_breaks_its_contract_and_no_other(skeleton, contract, planted):
    for module, text in planted.items():
        file = skeleton / "alize_desktop" / f"{module}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        (file.parent / "__init__.py").touch()
        file.write_text(text, encoding="utf-8")
    assert broken_contracts(skeleton) == [contract]


def test_every_contract_has_a_planted_violation():
    assert {contract for contract, _ in VIOLATIONS} == set(CONTRACTS)


def test_no_layer_stays_optional_once_it_exists():
    optional = {
        Path(*container.split("."), name)
        for contract in CONTRACTS.values()
        for container in contract.get("containers", [])
        for layer in contract["layers"]
        for name in re.findall(r"\((\w+)\)", layer)
    }
    there = [each for each in optional if (ROOT / each).is_dir() or (ROOT / f"{each}.py").exists()]
    assert there == []
