"""French typography of screens, sentences and papers: no-break spaces, curly apostrophes."""

import ast
import re

import pytest

pytestmark = pytest.mark.retold

PLAIN_SPACE = re.compile(r"(?<=[^\W_]|[»)}]) [:;!?€%»]|« ")
PRINTED = ("alize_desktop/wording/", "alize_desktop/documents/")
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


def printed(source):
    """Yield the texts of a module of sentences or papers, but for what documents it."""
    if not source.name.startswith(PRINTED):
        return
    told = {id(node.value) for node in source.nodes if isinstance(node, ast.Expr)}
    for node in source.nodes:
        match node:
            case ast.Constant(value=str(text)) if id(node) not in told:
                yield node, text
            case ast.JoinedStr(values=parts):
                yield node, "".join(x.value if isinstance(x, ast.Constant) else "{}" for x in parts)


def broken(sources):
    return [
        f"{source.at(node)}: {text}"
        for source in sources
        for node, text in printed(source)
        if PLAIN_SPACE.search(text)
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


def test_what_is_printed_never_parts_a_double_sign_from_its_word(sources):
    assert broken(sources) == []


def test_a_plain_space_in_a_paper_is_noticed(planted):
    told = '"""What it says : nothing."""\nTITLE = f"{about} : {text}"\nNOTE = "« Pour"'
    for folder in PRINTED:
        assert len(broken(planted(told, f"{folder}planted.py"))) == 2
    assert broken(planted(told)) == []


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
