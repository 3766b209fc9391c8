"""Any text becomes printable, and none becomes markup by accident."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Paragraph

from alize_desktop.documents.fonts import BOLD, MEDIUM, REGULAR, SYMBOLS, glyphs_of
from alize_desktop.documents.text import clean, markup, plain, shorten, typeset
from alize_desktop.documents.typography import styles


def drawn_by(text):
    """Return (font, characters) of each run of a paragraph made of ``markup(text)``."""
    paragraph = Paragraph(markup(text), styles().body)
    return [(run.fontName, getattr(run, "text", "")) for run in paragraph.frags]


@given(st.text(alphabet=st.characters()))
def test_every_character_printed_has_a_shape_in_its_font(text):
    for font, characters in drawn_by(text):
        assert {ord(each) for each in characters} <= glyphs_of(font)


@given(st.text(alphabet="<>&\"'/abr1é "))
def test_what_looks_like_markup_is_printed_as_it_is(text):
    printed = "".join(characters for _font, characters in drawn_by(text))
    assert printed.split() == text.split()


def test_the_three_weights_draw_the_same_characters():
    assert glyphs_of(REGULAR) == glyphs_of(MEDIUM) == glyphs_of(BOLD)


def test_a_symbol_the_text_font_lacks_is_set_in_the_other_font():
    assert drawn_by("fait ☑") == [(REGULAR, "fait "), (SYMBOLS, "☑")]


def test_line_ends_of_any_system_stay_line_ends():
    assert clean("a\r\nb\rc\nd\u2028e\u2029f\vg\fh\u0085i") == "a\nb\nc\nd\ne\nf\ng\nh\ni"
    assert markup("a\r\nb") == "a<br/>b"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"])
def test_spaces_that_do_not_break_become_the_one_that_pdfs_respect(space):
    assert clean(f"12{space}000") == "12\u00a0000"


@pytest.mark.parametrize("space", ["\t", "\u2009", "\u3000"])
def test_other_spaces_become_plain(space):
    assert clean(f"a{space}b") == "a b"


@pytest.mark.parametrize(
    "invisible",
    ["\0", "\x1b", "\u202e", "\u2066", "\u200f", "\u00ad", "\u200b", "\ufeff", "\ufe0f"],
)
def test_what_cannot_be_seen_is_left_out(invisible):
    assert clean(f"Dupont{invisible}Fils") == "DupontFils"


def test_accents_are_composed():
    assert clean("e\u0301te\u0301") == "été"


@pytest.mark.parametrize("unknown", ["漢", "🎉", "\ue000", "\ud800"])
def test_what_no_font_can_draw_is_shown_as_such(unknown):
    assert clean(f"a{unknown}b") == "a\ufffdb"


def test_a_line_drawn_on_the_page_holds_only_what_inter_draws():
    assert plain("R&D\n<Œil> ☑") == "R&D <Œil> ?"


def test_a_double_sign_stays_with_its_word():
    assert typeset("Vote : « pour » ; 12 %") == "Vote\u00a0: «\u00a0pour\u00a0»\u00a0; 12\u00a0%"


def test_a_long_text_is_shortened_with_an_ellipsis():
    assert shorten("abcdef", 6) == "abcdef"
    assert shorten("abc def", 5) == "abc…"
