"""Every error has one good French sentence, and every place that raises one feeds it."""

import ast
import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DossierState
from alize_desktop.models.values import Money
from alize_desktop.rules.electorate import ProxyHalt
from alize_desktop.wording.errors import message_of, params_needed
from alize_desktop.wording.sentences import MORE, SENTENCES

PACKAGE = Path(__file__).parents[2] / "alize_desktop"


def raised():
    """Yield (place, code, names of its parameters) of every error the program makes."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id != "UserError" or not node.args:
                continue
            named = {keyword.arg for keyword in node.keywords}
            code = node.args[0]
            if isinstance(code, ast.Attribute) and None not in named:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", ErrorCode[code.attr], named


@pytest.mark.parametrize("code", ErrorCode)
def test_every_code_has_a_sentence(code):
    sentence = SENTENCES[code]
    assert sentence[0].isupper() or sentence[0] in "«{"
    assert sentence.endswith(".")
    assert "'" not in sentence
    assert not re.search(r" [:;!?»%€]|« ", sentence)


def test_no_sentence_is_left_over():
    assert set(SENTENCES) == set(ErrorCode)
    assert set(MORE) <= set(ErrorCode)


def test_every_place_that_raises_gives_what_the_sentence_needs():
    places = list(raised())
    assert len(places) > 50
    missing = {
        place: params_needed(code) - named
        for place, code, named in places
        if params_needed(code) - named
    }
    assert missing == {}


@pytest.mark.parametrize("code", ErrorCode)
def test_a_missing_value_never_hides_the_sentence(code):
    assert message_of(UserError(code)).endswith(".")


def test_unused_values_are_ignored():
    assert message_of(UserError(ErrorCode.BALLOT_EMPTY, place="ici")) == message_of(
        UserError(ErrorCode.BALLOT_EMPTY)
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Money(1_200_000), "12\u202f000\u00a0€"),
        (date(2026, 3, 5), "05/03/2026"),
        (12_000, "12\u202f000"),
        (Fraction("2.6"), "2,6"),
        (Decimal("2.50"), "2,5"),
        ((3, 6), "3 ou 6"),
        (["a", "b", "c"], "a, b ou c"),
        (DossierState.COMPLETE, "«\u00a0Complet\u00a0»"),
        (ProxyHalt.GIVER_PRESENT, "«\u00a0giver_present\u00a0»"),
        ("deux\nlignes", "deux lignes"),
        ("x" * 161, "x" * 159 + "…"),
        ("{path}", "{path}"),
    ],
)
def test_values_are_shown_as_a_reader_writes_them(value, shown):
    message = message_of(UserError(ErrorCode.NUMBER_OUT_OF_RANGE, value=value))
    assert message == f"Le nombre {shown} est hors des limites."


def test_a_refusal_says_which_terms_would_work():
    error = UserError(
        ErrorCode.PERIOD_DOES_NOT_DIVIDE,
        left=38,
        every=3,
        nearest=(3, 6),
        nearest_deferrals=(3, 6),
        nearest_months=(),
        periods=(1, 2),
    )
    assert message_of(error) == (
        "38 mois à rembourser ne se partagent pas en échéances de 3 mois."
        " Essayez un différé de 3 ou 6 mois. Ou bien une périodicité de 1 ou 2 mois."
    )


def test_bounds_are_told_when_they_are_known():
    error = UserError(ErrorCode.NUMBER_OUT_OF_RANGE, value=-1, least=0, most=None)
    assert message_of(error) == ("Le nombre −1 est hors des limites. Le plus petit accepté est 0.")


def test_a_name_that_ends_with_an_initial_ends_its_sentence_once():
    error = UserError(ErrorCode.PROXY_CHAIN, holder="Anne Roux", giver="Céline Lévêque J.")
    assert message_of(error).endswith("recevoir celui de Céline Lévêque J.")
