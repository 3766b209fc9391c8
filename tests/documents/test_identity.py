"""Every paper of an office looks the same: its accent, its logo, its small print."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from reportlab.platypus import PageBreak

from alize_desktop.documents.blocks import line
from alize_desktop.documents.colours import inks, printed_in
from alize_desktop.documents.document import Document, Section
from alize_desktop.documents.frame import Running
from alize_desktop.documents.headings import heading
from alize_desktop.documents.typography import styles
from alize_desktop.models.records.papers import PaperIdentity

RED = PaperIdentity(accent="#8a1538", footer="SARL au capital de 8 000 €, Dijon")


def logo():
    written = BytesIO()
    Image.new("RGBA", (300, 80), (138, 21, 56, 255)).save(written, "PNG")
    return written.getvalue()


@pytest.fixture
def pages(drain, read_pdf):
    """Return a function: identity → the pages of a paper of two pages, as pictures."""

    def made(identity):
        def build():
            return [*heading("Un titre"), line("Texte"), PageBreak(), line("Suite")]

        paper = Document(
            "Titre",
            "Opérateur",
            "Essai",
            Running("Comité", "n° 1", "Séance"),
            [Section("Partie", build)],
            identity=identity,
        )
        return read_pdf(drain(paper.render())[1])

    return made


def test_small_print_stands_on_every_page(pages):
    for page in pages(RED).pages:
        assert "SARL au capital de 8 000 €, Dijon" in page
    assert "SARL" not in pages(None).text


def test_the_logo_stands_on_the_first_page_alone(pages, read_pdf):
    assert len(list_images(pages(replace(RED, logo=logo())))) == 1
    assert list_images(pages(RED)) == []


def list_images(printed):
    lines = printed._read("pdfimages", "-list", str(printed.path)).splitlines()[2:]
    assert all(each.split()[0] == "1" for each in lines)
    return [each for each in lines if each.split()[2] == "image"]


def test_colours_are_those_of_the_office_while_it_prints(pages):
    usual = inks()
    with printed_in(RED.accent):
        assert inks().accent.hexval() == "0x8a1538"
        assert inks().text == usual.text
        assert inks().ground != usual.ground
        assert styles().heading.textColor.hexval() == "0x8a1538"
    assert inks() == usual
    assert styles().heading.textColor == usual.accent
    pages(RED)
    assert inks() == usual


def test_two_offices_do_not_mix(drain):
    def steps(identity):
        build = [lambda: [*heading("Titre")], lambda: [line("fin")]]
        sections = [Section("Partie", each) for each in build]
        running = Running("", "", "")
        return Document("T", "A", "S", running, sections, identity=identity).render()

    one, other = steps(RED), steps(replace(RED, accent="#0b5a78"))
    next(one)
    next(other)
    assert drain(one)[1] == drain(steps(RED))[1]
    assert drain(other)[1] != drain(steps(RED))[1]
