"""What a voice reads of a paper: each thing as what it is, once, in the right order."""

import ast
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from alize_desktop import documents
from alize_desktop.documents.blocks import bullets, facts, line, linked
from alize_desktop.documents.document import Document, Section
from alize_desktop.documents.frame import Running
from alize_desktop.documents.grids import SLICE, Column, Group, Noted, grid, grouped_grid
from alize_desktop.documents.headings import heading, subheading
from alize_desktop.documents.panels import decision_panel, mention, signature_boxes
from alize_desktop.documents.tagging.paragraphs import TaggedParagraph
from alize_desktop.documents.tagging.tables import data_table
from alize_desktop.documents.text import markup
from alize_desktop.documents.typography import styles

COLUMNS = (Column("Nom", 2), Column("Montant", 1, is_figure=True))
LAYOUT_ONLY = {
    "BaseDocTemplate",
    "CondPageBreak",
    "Flowable",
    "Frame",
    "KeepTogether",
    "NextPageTemplate",
    "NullActionFlowable",
    "PageBreak",
    "PageTemplate",
    "Spacer",
}


@pytest.fixture
def print_paper(drain, read_pdf):
    """Return a function: content → what is printed."""

    def make(*content):
        running = Running("Comité", "2026-001", "Séance")
        section = Section("Partie", lambda: list(content))
        document = Document("Titre", "Opérateur", "Un essai", running, [section])
        return read_pdf(drain(document.render())[1])

    return make


def roles(kids):
    return [role for role, _kids in kids]


def test_titles_are_headings_by_their_style(print_paper):
    printed = print_paper(
        line("Procès-verbal", styles().title),
        *heading("Vote"),
        *subheading("Déports"),
        *heading("Décision"),
    )
    assert roles(printed.structure[1]) == ["H1", "H2", "H3", "H2"]
    assert printed.outline == [("Vote", ["Déports"]), ("Décision", [])]


def test_a_level_of_heading_is_never_skipped(print_paper):
    printed = print_paper(
        *subheading("Seul"), *subheading("Autre"), *heading("Partie"), *subheading("Vote")
    )
    assert roles(printed.structure[1]) == ["H1", "H1", "H1", "H2"]
    assert printed.outline == [("Seul", []), ("Autre", []), ("Partie", ["Vote"])]


def test_headers_and_footers_are_not_read(print_paper):
    printed = print_paper(line("un"), PageBreak(), line("deux"))
    assert "Comité" in printed.text
    assert printed.told == ["un", "deux"]


def test_readers_know_headers_and_footers_for_what_they_are(print_paper):
    with pikepdf.open(print_paper(line("un"), PageBreak(), line("deux")).path) as pdf:
        kinds = [
            [
                str(operands[1].Subtype)
                for operands, operator in pikepdf.parse_content_stream(page)
                if str(operator) == "BDC" and operands[0] == "/Artifact"
            ]
            for page in pdf.pages
        ]
    assert kinds == [["/Footer"], ["/Header", "/Footer"]]


def test_a_paragraph_cut_by_the_end_of_a_page_is_one(print_paper):
    printed = print_paper(line("mot " * 3000))
    assert printed.structure == ("Document", [("P", [1, 2, 3])])


@pytest.mark.parametrize("sign", ["", "☑ "], ids=["one font", "two fonts"])
def test_words_stay_apart_at_the_end_of_a_line_and_of_a_page(print_paper, sign):
    text = f"{sign}La séance est ouverte. " * 400
    printed = print_paper(line(text))
    assert len(printed.pages) > 1
    assert " ".join(" ".join(printed.told).split()) == text.strip()


@pytest.mark.parametrize("sign", ["", "☑ "], ids=["one font", "two fonts"])
def test_a_word_longer_than_a_line_stays_one_word(print_paper, sign):
    printed = print_paper(line(f"{sign}avant {'x' * 300} après"))
    assert f"avant {'x' * 300} après" in " ".join(printed.told)


def test_facts_are_a_table_whose_rows_are_named(print_paper):
    printed = print_paper(*facts([("Lieu", "Dijon"), ("Date", "mardi")]))
    row = ("TR", [("TH", [1]), ("TD", [1])])
    assert printed.structure == ("Document", [("Table", [row, row])])
    assert {str(each.A.Scope) for each in printed.elements("TH")} == {"/Row"}


def test_a_table_over_pages_and_slices_is_one_whose_head_is_read_once(print_paper):
    rows = [[f"ligne {number}", str(number)] for number in range(SLICE + 50)]
    printed = print_paper(*grid(COLUMNS, rows, ["Total", "9"]))
    assert all("Montant" in page for page in printed.pages)
    (table,) = printed.structure[1]
    assert roles(table[1]) == ["TR"] * (SLICE + 52)
    told = printed.told
    assert told.count("Montant") == 1
    assert {str(each.A.Scope) for each in printed.elements("TH")} == {"/Column"}
    assert told[2::2] == [*(f"ligne {number}" for number in range(SLICE + 50)), "Total"]


def test_a_row_cut_by_the_end_of_a_page_is_one_row(print_paper):
    printed = print_paper(*grid(COLUMNS, [["mot " * 3000, "1"], ["fin", "2"]]))
    (table,) = printed.structure[1]
    head, long, last = table[1]
    assert roles(head[1]) == ["TH", "TH"]
    assert len(long[1]) == 2
    assert len(long[1][0][1]) == len(printed.pages)
    assert last == ("TR", [("TD", [len(printed.pages)])] * 2)


def test_the_title_of_a_group_names_the_columns_under_it(print_paper):
    printed = print_paper(*grouped_grid(COLUMNS, [Group("Présents", [["Anne", "1"]])]))
    title = printed.elements("TH")[-1]
    assert (int(title.A.ColSpan), str(title.A.Scope)) == (2, "/Column")


def test_a_cell_with_a_note_holds_two_paragraphs(print_paper):
    printed = print_paper(*grid(COLUMNS, [[Noted("Anne", "arrivée à 14 h"), ""]]))
    (table,) = printed.structure[1]
    assert table[1][1] == ("TR", [("TD", [("P", [1]), ("P", [1])]), ("TD", [])])


def test_what_only_places_things_is_no_table(print_paper):
    printed = print_paper(mention("PROJET", "à relire"), signature_boxes([("Président", "M. A")]))
    assert printed.structure[1] == [("Div", [("P", [1]), ("P", [1])])] * 2


def test_a_panel_over_two_pages_is_one(print_paper):
    printed = print_paper(decision_panel("Décision n° 1", "mot " * 600, ""))
    assert len(printed.pages) > 1
    assert printed.structure[1] == [("Div", [("P", [1]), ("P", [1, 2])])]


def test_the_same_table_can_be_printed_in_two_papers(print_paper):
    content = grid(COLUMNS, [["un", "2"]])
    first, second = print_paper(*content).structure, print_paper(*content).structure
    assert first == second


def test_a_list_has_items_with_their_labels(print_paper):
    item = ("LI", [("Lbl", [1]), ("LBody", [1])])
    printed = print_paper(*bullets(["un", " ", "deux"]), *bullets(["trois"], is_numbered=True))
    assert printed.structure[1] == [("L", [item, item]), ("L", [item])]
    kinds = [str(each.A.ListNumbering) for each in printed.elements("L")]
    assert kinds == ["/Disc", "/Decimal"]
    assert printed.told == ["–", "un", "–", "deux", "1.", "trois"]


def test_an_item_cut_by_the_end_of_a_page_is_one_item(print_paper):
    printed = print_paper(*bullets(["mot " * 1500]))
    assert printed.structure[1] == [("L", [("LI", [("Lbl", [1]), ("LBody", [1, 2])])])]


def test_a_link_says_where_it_leads(print_paper):
    printed = print_paper(
        *heading("Partie", anchor="partie"),
        linked("Voir la partie", "#partie"),
        linked("Écrire", "mailto:contact@exemple.fr"),
    )
    assert printed.structure[1][1:] == [("P", [("Link", [1, 1])])] * 2
    inside, outside = [link.K[1].Obj for link in printed.elements("Link")]
    assert str(inside.Contents) == "Voir la partie"
    assert "/Dest" in inside
    assert str(outside.A.URI) == "mailto:contact@exemple.fr"


def test_a_link_over_two_pages_can_be_followed_on_both(print_paper):
    printed = print_paper(linked("mot " * 1500, "mailto:contact@exemple.fr"))
    assert printed.structure[1] == [("P", [("Link", [1, 1, 2, 2])])]


def test_a_link_in_the_head_of_a_table_is_read_once(print_paper):
    cells = [[[linked("Tête", "mailto:a@exemple.fr")]], *([[line(f"{n}")]] for n in range(90))]
    printed = print_paper(data_table(cells, heads=1))
    assert len(printed.pages) > 1
    assert len(printed.elements("Link")) == 1


@given(st.text(alphabet=st.characters()))
def test_a_text_without_markup_is_what_the_parser_makes_of_it(text):
    words, style = markup(text), styles().body
    ours, parsed = TaggedParagraph(words, style), Paragraph(words, style)
    assert [vars(each) for each in ours.frags] == [vars(each) for each in parsed.frags]


def test_nothing_of_a_paper_is_drawn_elsewhere(tmp_path):
    with pytest.raises(TypeError, match="only drawn by a Document"):
        SimpleDocTemplate(str(tmp_path / "other.pdf")).build([line("un")])


def test_papers_are_made_of_what_is_tagged_only():
    raw, folder = {}, Path(documents.__file__).parent
    for module in folder.rglob("*.py"):
        if module.parent.name == "tagging":
            continue
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
                "reportlab.platypus"
            ):
                names = {each.name for each in node.names} - LAYOUT_ONLY
                raw |= {str(module.relative_to(folder)): names} if names else {}
    assert raw == {}
