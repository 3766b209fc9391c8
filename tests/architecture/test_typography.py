"""French typography of the texts of screens: no-break spaces and curly apostrophes.

The sentences of ``wording`` get their spaces from ``wording.typography``.
"""

import ast
import re

import pytest

PLAIN_SPACE = re.compile(r"(?<=[^\W_]|[»)}]) [:;!?€%»]|« ")
STRAIGHT_APOSTROPHE = re.compile(r"[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]")


def texts(source):
    """Return the literals that a module asks to translate."""
    for node in source.nodes:
        match node:
            case ast.Call(func=ast.Attribute(attr="tr"), args=[text, *_]):
                pass
            case ast.Call(func=ast.Name(id="translate"), args=[_, text, *_]):
                pass
            case _:
                continue
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            yield text


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
