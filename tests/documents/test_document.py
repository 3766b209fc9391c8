"""The builder of papers, with papers that are not minutes."""

import pikepdf
import pytest
from reportlab.platypus import PageBreak

from alize_desktop.documents.blocks import facts, line, prose
from alize_desktop.documents.document import Document, Section
from alize_desktop.documents.frame import Running
from alize_desktop.documents.grids import SLICE, Column, Group, Noted, grid, grouped_grid
from alize_desktop.documents.headings import heading, subheading
from alize_desktop.models.records.changes import Progress

pytestmark = pytest.mark.retold


def paper(*builders, running=None):
    sections = [Section(f"Partie {n}", build) for n, build in enumerate(builders, start=1)]
    running = running or Running("Comité", "2026-001", "Séance")
    return Document("Titre & <titre>", "Opérateur", "Un essai", running, sections)


@pytest.fixture
def print_paper(drain, read_pdf):
    def make(*builders, running=None):
        return read_pdf(drain(paper(*builders, running=running).render())[1])

    return make


def test_each_section_is_one_step(drain):
    steps, content = drain(paper(lambda: [line("un")], lambda: [line("deux")]).render())
    assert steps == [Progress(1, 2, "Partie 1"), Progress(2, 2, "Partie 2")]
    assert content.startswith(b"%PDF-")


def test_a_section_is_built_only_when_its_turn_comes():
    built = []
    steps = paper(lambda: built.append(1) or [], lambda: built.append(2) or []).render()
    next(steps)
    steps.close()
    assert built == [1]


def test_the_file_says_what_it_is(print_paper):
    properties = print_paper(lambda: [line("un")]).properties
    assert properties["Title"] == "Titre & <titre>"
    assert properties["Author"] == "Opérateur"
    assert properties["Subject"] == "Un essai"
    assert properties["Creator"] == "Alizé Desktop"
    assert "(A4)" in properties["Page size"]


def test_the_language_and_the_title_are_told_to_the_reader(print_paper):
    with pikepdf.open(print_paper(lambda: [line("un")]).path) as pdf:
        assert pdf.Root.Lang == "fr-FR"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_pages_are_counted_exactly(print_paper):
    printed = print_paper(lambda: [line("un"), PageBreak(), line("deux"), PageBreak(), line("3")])
    assert [page.split()[-2:] for page in printed.pages] == [
        ["page", "1/3"],
        ["page", "2/3"],
        ["page", "3/3"],
    ]


def test_the_running_header_starts_on_the_second_page(print_paper):
    printed = print_paper(lambda: [line("un"), PageBreak(), line("deux")])
    first, second = printed.pages
    assert "2026-001" not in first
    assert "Comité" in second
    assert "2026-001" in second


def test_running_texts_never_leave_the_page(print_paper):
    long = Running("Comité " * 100, "N" * 300, "M" * 1000)
    printed = print_paper(lambda: [line("un"), PageBreak(), line("deux")], running=long)
    assert printed.pages[1].count("…") == 3


def test_a_section_may_be_empty(print_paper):
    assert print_paper(list, lambda: [line("la suite")]).text == "la suite Séance page 1/1"


def test_headings_stand_in_the_outline(print_paper):
    printed = print_paper(lambda: [*heading("Vote & décision"), line("un")])
    assert printed.outline == [("Vote & décision", [])]


def test_a_heading_without_words_leaves_no_bookmark(print_paper):
    assert print_paper(lambda: [*heading(""), line("un")]).outline == []


def test_a_very_long_heading_is_shortened(print_paper):
    printed = print_paper(lambda: [*heading("Nom " * 5000), line("un")])
    assert len(printed.pages) == 1
    assert "…" in printed.text


def test_a_heading_is_never_the_last_line_of_a_page(print_paper):
    filling = [line("mot")] * 38
    printed = print_paper(lambda: [*filling, *heading("Titre"), line("sa suite")])
    page = next(page for page in printed.pages if "Titre" in page)
    assert "sa suite" in page
    printed = print_paper(lambda: [*filling, *subheading("Titre"), line("sa suite")])
    assert "Titre sa suite" in printed.text


def test_facts_without_a_value_are_left_out(print_paper):
    printed = print_paper(lambda: facts([("Lieu", ""), ("Date", "mardi"), ("Vide", " \n ")]))
    assert printed.text.startswith("Date mardi")
    assert "Lieu" not in printed.text


def test_a_fact_of_several_lines_keeps_them(print_paper):
    printed = print_paper(lambda: facts([("Pièces", "devis\n\nbilan"), ("Date", "mardi")]))
    lines = [each.strip() for each in printed.pages[0].splitlines() if each.strip()]
    assert lines[:3] == ["Pièces", "devis", "bilan"]


def test_blank_lines_are_not_printed():
    assert len(prose("un\n\n \ndeux")) == 2


COLUMNS = (Column("Nom", 2), Column("Montant", 1, is_figure=True))


def test_the_head_of_a_table_is_repeated_on_each_page(print_paper):
    rows = [[f"ligne {number}", str(number)] for number in range(120)]
    printed = print_paper(lambda: grid(COLUMNS, rows))
    assert len(printed.pages) > 2
    assert all("Montant" in page for page in printed.pages)


def test_a_long_table_is_laid_out_in_slices():
    rows = [["un", "2"]] * (SLICE + 1)
    assert len(grid(COLUMNS, rows)) == 2


def test_a_total_is_never_alone_on_a_page(print_paper):
    for count in range(30, 50):
        rows = [[f"ligne {number}", str(number)] for number in range(count)]
        printed = print_paper(lambda rows=rows: grid(COLUMNS, rows, ["Total", "9"]))
        page = next(page for page in printed.pages if "Total" in page)
        assert f"ligne {count - 1} " in page


def test_the_title_of_a_group_stays_with_its_first_row(print_paper):
    for count in range(25, 50):
        before = Group("Avant", [["mot", "1"]] * count)
        after = Group("Après", [["première", "2"]])
        printed = print_paper(lambda groups=(before, after): grouped_grid(COLUMNS, groups))
        page = next(page for page in printed.pages if "Après" in page)
        assert "première" in page


def test_a_note_follows_its_text(print_paper):
    printed = print_paper(lambda: grid(COLUMNS, [[Noted("texte", "note"), "1"]]))
    assert "texte" in printed.text
    assert "note" in printed.text
