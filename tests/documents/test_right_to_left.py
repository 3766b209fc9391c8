"""Hebrew and Arabic are printed as they are read: joined, from right to left."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.documents.blocks import line
from alize_desktop.documents.document import Document, Section
from alize_desktop.documents.frame import Running
from alize_desktop.documents.right_to_left import joined, runs, turned

LETTERS = st.text(alphabet=st.characters(min_codepoint=0x590, max_codepoint=0x6FF))


def forms(text):
    return [unicodedata.decomposition(each).split(" ")[0][1:-1] for each in joined(text)]


def test_each_letter_has_the_form_its_neighbours_ask_for():
    assert forms("بيت") == ["initial", "medial", "final"]
    assert forms("دار") == ["isolated", "isolated", "isolated"]
    assert forms("شركة") == ["initial", "final", "initial", "final"]


def test_a_lam_and_its_alef_are_one_sign():
    assert forms("سلام") == ["initial", "final", "isolated"]


def test_a_vowel_does_not_part_two_letters():
    assert forms("بَيت")[0::2][:2] == ["initial", "medial"]


def test_words_are_joined_each_on_its_own():
    assert joined("بيت بيت") == " ".join([joined("بيت")] * 2)
    assert joined("שלום") == "שלום"


def test_words_that_follow_each_other_are_turned_as_one():
    assert turned("Fonderie שלום עולם SAS") == "Fonderie םלוע םולש SAS"


def test_a_number_inside_is_read_from_left_to_right():
    assert turned("ש١٢٣ב") == "ב١٢٣ש"


@given(LETTERS)
def test_nothing_is_lost(text):
    assert "".join(runs(text)) == text
    assert sorted(turned(text)) == sorted(text)
    assert unicodedata.normalize("NFKC", joined(text)) == unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize("text", ["שלום עולם", "Fonderie שלום עולם du Val", "بيت ☑ النجمة"])
def test_what_is_printed_is_found_again_by_a_reader_of_pdf(drain, read_pdf, text):
    section = Section("Nom", lambda: [line(text)])
    paper = Document("Titre", "Auteur", "Sujet", Running("", "", ""), [section])
    read = unicodedata.normalize("NFKC", read_pdf(drain(paper.render())[1]).flow)
    words = "".join(each for each in read if each not in "\u202a\u202b\u202c").split()
    assert set(text.split()) <= set(words)


def test_a_long_text_is_turned_line_by_line(drain, read_pdf):
    text = " ".join(["שלום עולם טוב"] * 40)
    section = Section("Nom", lambda: [line(text)])
    paper = Document("Titre", "Auteur", "Sujet", Running("", "", ""), [section])
    read = read_pdf(drain(paper.render())[1]).text
    words = "".join(each for each in read if each not in "\u202a\u202b\u202c").split()
    assert [each for each in words if each in text] == text.split()
