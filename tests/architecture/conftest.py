"""The source text of the program, read once."""

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Source:
    """One module: its path from the root of the project, and what it says."""

    name: str
    text: str

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(ast.parse(self.text)))

    def at(self, node: ast.AST) -> str:
        return f"{self.name}:{node.lineno}"


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def sources() -> list[Source]:
    """Every module of the program that is not empty."""
    files = sorted((ROOT / "alize_desktop").rglob("*.py"))
    return [
        Source(file.relative_to(ROOT).as_posix(), text)
        for file in files
        if (text := file.read_text(encoding="utf-8"))
    ]


@pytest.fixture
def planted():
    """Make the only source of a program from its text, to see a check fail."""

    def plant(text: str, name: str = "alize_desktop/ui/planted.py") -> list[Source]:
        return [Source(name, text)]

    return plant
