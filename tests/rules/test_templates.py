"""Texts with named fields: what is refused when they are typed, what they say when filled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.rules.templates import BlockKind, TextBlock, check_template, fill

ALLOWED = ("entreprise", "montant", "motif", "pieces")
LABELS = {"montant": "Montant de l’avance"}
HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM


def refusal(text):
    with pytest.raises(UserError) as caught:
        check_template(text, ALLOWED)
    return caught.value


def filled(text, **values):
    return [(each.kind, each.text) for each in fill(text, values, LABELS)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Bonjour {", 1),
        ("Bonjour }", 1),
        ("Bonjour\n\n{}", 3),
        ("{a b}", 1),
        ("{Entreprise}", 1),
        ("{entreprise!r}", 1),
        ("{montant:>10}", 1),
        ("{montant.minor}", 1),
        ("{montant[0]}", 1),
        ("{0}", 1),
        ("{entre\nprise}", 1),
        ("{entreprise[[}]]", 1),
    ],
)
def test_a_broken_field_is_refused_with_its_line(text, line):
    error = refusal(text)
    assert error.code is ErrorCode.TEMPLATE_FIELD_BROKEN
    assert error.params["line"] == line


@pytest.mark.parametrize(
    ("text", "line"),
    [("un\n[[deux", 2), ("un ]] deux", 1), ("[[un\n[[deux]]]]", 2), ("[[un]]\n\n]]", 3)],
)
def test_a_passage_that_is_not_closed_is_refused_with_its_line(text, line):
    error = refusal(text)
    assert error.code is ErrorCode.TEMPLATE_PASSAGE_BROKEN
    assert error.params["line"] == line


def test_an_unknown_field_is_refused_with_its_name_and_the_nearest():
    error = refusal("un\n{entreprize}")
    assert error.code is ErrorCode.TEMPLATE_FIELD_UNKNOWN
    assert error.params == {"field": "entreprize", "line": 2, "nearest": ("entreprise",)}
    assert refusal("{zzz}").params["nearest"] == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" \n ", ErrorCode.TEXT_MISSING),
        ("a" * 40_000, ErrorCode.TEXT_TOO_LONG),
        ("a\x07", ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
    ],
)
def test_a_text_that_cannot_be_printed_is_refused(text, code):
    assert refusal(text).code is code


def test_a_good_text_passes():
    check_template("# {entreprise}\n\n[[{montant}]] {{accolades}}", ALLOWED)


def test_lines_make_headings_paragraphs_and_items():
    text = "# Titre\nsuite\nmême paragraphe\n\nautre\n- un\n  repris\n- deux\n\n\n# Fin"
    assert filled(text) == [
        (HEADING, "Titre"),
        (PARAGRAPH, "suite même paragraphe"),
        (PARAGRAPH, "autre"),
        (ITEM, "un repris"),
        (ITEM, "deux"),
        (HEADING, "Fin"),
    ]


def test_blank_lines_around_a_text_say_nothing():
    assert filled("\n\nun\n\n \n") == [(PARAGRAPH, "un")]


def test_doubled_braces_are_braces():
    assert filled("{{montant}}") == [(PARAGRAPH, "{montant}")]


def test_what_a_field_says_is_never_read_as_marks():
    hostile = "# {montant} [[x]] - <b>"
    assert filled("{motif}", motif=hostile) == [(PARAGRAPH, hostile)]
    assert filled("- {motif}", motif="- a\n# b") == [(ITEM, "- a"), (ITEM, "# b")]


def test_a_value_of_several_lines_makes_as_many_items_or_paragraphs():
    assert filled("- {pieces}", pieces="bilan ;\n\naccord.") == [
        (ITEM, "bilan ;"),
        (ITEM, "accord."),
    ]
    assert filled("Motif : {motif}", motif="un\ndeux") == [
        (PARAGRAPH, "Motif : un"),
        (PARAGRAPH, "deux"),
    ]
    assert filled("# {motif}", motif="un\ndeux") == [(HEADING, "un deux")]


@pytest.mark.parametrize("values", [{}, {"montant": ""}, {"montant": " \n "}])
def test_an_empty_field_is_refused_with_its_french_name(values):
    with pytest.raises(UserError) as caught:
        filled("un\n\nL’avance est de {montant}.", **values)
    assert caught.value.code is ErrorCode.TEMPLATE_FIELD_EMPTY
    assert caught.value.params == {
        "field": "montant",
        "label": "Montant de l’avance",
        "line": 3,
    }


def test_a_field_that_nobody_named_is_refused_by_the_name_it_has():
    with pytest.raises(UserError) as caught:
        filled("{motif}")
    assert caught.value.params["label"] == "motif"


def test_a_passage_is_left_out_whole_when_a_field_in_it_is_empty():
    text = "Bonjour[[, {entreprise} : {montant}]].\n\n[[Motif : {motif}\n\n- {pieces}]]\n\nFin"
    assert filled(text, entreprise="Œillet") == [(PARAGRAPH, "Bonjour."), (PARAGRAPH, "Fin")]
    assert filled(text, entreprise="Œillet", montant="12 €", motif="m", pieces="p") == [
        (PARAGRAPH, "Bonjour, Œillet : 12 €."),
        (PARAGRAPH, "Motif : m"),
        (ITEM, "p"),
        (PARAGRAPH, "Fin"),
    ]


def test_a_line_left_out_does_not_part_its_paragraph():
    assert filled("un\n[[{motif}]]\ndeux") == [(PARAGRAPH, "un deux")]


def test_a_passage_without_a_field_stays_and_two_passages_are_apart():
    assert filled("[[toujours]] [[{motif}]] [[{pieces}]]", pieces="p") == [
        (PARAGRAPH, "toujours p")
    ]


def test_a_passage_may_hold_a_heading():
    assert filled("[[# {motif}]]\n\nFin") == [(PARAGRAPH, "Fin")]
    assert filled("[[# {motif}]]\n\nFin", motif="m") == [(HEADING, "m"), (PARAGRAPH, "Fin")]


@given(st.text(), st.text())
def test_any_text_is_refused_by_name_or_filled(text, value):
    try:
        check_template(text, ALLOWED)
        blocks = fill(text, dict.fromkeys(ALLOWED, value), LABELS)
    except UserError:
        return
    assert all(isinstance(each, TextBlock) and each.text.strip() for each in blocks)
