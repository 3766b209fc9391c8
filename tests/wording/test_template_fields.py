"""The fields of templates, and the texts the program comes with."""

import re

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MinutesBlock, TemplateKey
from alize_desktop.paths import resource
from alize_desktop.rules.templates import BlockKind
from alize_desktop.wording.labels import label
from alize_desktop.wording.template_examples import example_operator
from alize_desktop.wording.template_fields import check_text_of, fields_of, filled, previewed
from alize_desktop.wording.template_words import FIELD_WORDS

TYPEWRITER = re.compile(r"(?<=[^\W_]|[»)}\]]) [:;!?€%»]|« |[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]")


def shipped(key):
    return resource("templates", f"{key.value}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", TemplateKey)
def test_the_text_the_program_comes_with_can_be_filled(key):
    blocks = previewed(key, shipped(key))
    assert blocks[0].kind is BlockKind.HEADING
    assert all("{" not in each.text and "[[" not in each.text for each in blocks)


@pytest.mark.parametrize("key", TemplateKey)
def test_the_text_the_program_comes_with_is_well_printed(key):
    assert TYPEWRITER.findall(shipped(key)) == []
    for each in previewed(key, shipped(key)):
        assert TYPEWRITER.findall(each.text) == []


@pytest.mark.parametrize("key", TemplateKey)
def test_each_field_is_told_once_in_french_with_an_example(key):
    fields = fields_of(key)
    assert len({each.name for each in fields}) == len(fields)
    for each in fields:
        assert each.description[0].isupper()
        assert each.example.strip()


def test_no_field_is_left_over():
    used = {each.name for key in TemplateKey for each in fields_of(key)}
    assert used == set(FIELD_WORDS)


def test_standard_sentences_stand_under_the_places_of_the_minutes():
    blocks = previewed(TemplateKey.STANDARD_SENTENCES, shipped(TemplateKey.STANDARD_SENTENCES))
    titles = [each.text for each in blocks if each.kind is BlockKind.HEADING]
    assert titles == [label(each) for each in MinutesBlock]


def test_a_field_of_another_paper_is_refused():
    with pytest.raises(UserError) as caught:
        check_text_of(TemplateKey.NOTICE, "{montant}")
    assert caught.value.code is ErrorCode.TEMPLATE_FIELD_UNKNOWN


def test_an_empty_field_is_named_in_french():
    with pytest.raises(UserError) as caught:
        filled(TemplateKey.AGREEMENT, "{operateur}", {"operateur": " "})
    assert caught.value.params["label"] == "Opérateur du programme"


def test_an_office_without_a_name_has_that_of_the_example():
    assert example_operator(" ") == "Alizé Côte-d’Or"
    assert example_operator("CCI") == "CCI"
