"""French typography of what a person reads: no-break spaces and curly apostrophes."""

import ast
import re

import pytest

PLAIN_SPACE = re.compile(r"(?<=[^\W_]|[»)}]) [:;!?€%»]|« ")
STRAIGHT_APOSTROPHE = re.compile(r"[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]")
FRENCH_ROOMS = ("alize_desktop/wording/", "alize_desktop/documents/")


def docstrings(source):
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef)
    bodies = [node.body for node in source.nodes if isinstance(node, owners) and node.body]
    return {id(body[0].value) for body in bodies if isinstance(body[0], ast.Expr)}


def texts(source):
    """Return the literals of a module that a person reads, each with its node."""
    if source.name.startswith(FRENCH_ROOMS):
        hidden = docstrings(source)
        return [
            node
            for node in source.nodes
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in hidden
        ]
    asked = [
        node.args[-1]
        for node in source.nodes
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in {"tr", "translate"}
        and node.args
    ]
    return [
        each for each in asked if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]


def found_in(sources, pattern):
    return [
        f"{source.at(node)}: {node.value}"
        for source in sources
        for node in texts(source)
        if pattern.search(node.value)
    ]


def test_a_double_sign_is_never_parted_from_its_word(sources):
    assert found_in(sources, PLAIN_SPACE) == []


def test_apostrophes_are_curly(sources):
    assert found_in(sources, STRAIGHT_APOSTROPHE) == []


@pytest.mark.parametrize(
    "text",
    [
        'self.tr("Quorum : 9")',
        'self.tr("« Pour")',
        'translate("ballot", "Clore ?")',
        'self.tr("L\'avis")',
    ],
)
def test_a_typewriter_is_noticed(planted, text):
    assert found_in(planted(text), PLAIN_SPACE) or found_in(planted(text), STRAIGHT_APOSTROPHE)


def test_printed_typography_passes(planted):
    text = 'self.tr("L\N{RIGHT SINGLE QUOTATION MARK}avis\N{NO-BREAK SPACE}: oui")'
    assert not found_in(planted(text), PLAIN_SPACE)
    assert not found_in(planted(text), STRAIGHT_APOSTROPHE)
