"""Every paper is PDF/A, level A, and PDF/UA-1, says veraPDF; its form is right, says qpdf."""

import subprocess
from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing, String

from alize_desktop.documents.blocks import bullets, facts, line, linked, prose
from alize_desktop.documents.document import Document, Section
from alize_desktop.documents.frame import Running
from alize_desktop.documents.grids import SLICE, Column, Group, grid, grouped_grid
from alize_desktop.documents.headings import heading, subheading
from alize_desktop.documents.minutes import minutes_pdf
from alize_desktop.documents.panels import decision_panel, mention, signature_boxes
from alize_desktop.documents.tagging.attachment import Attachment
from alize_desktop.documents.tagging.figures import Drawn, Picture, QrCode
from alize_desktop.documents.typography import styles

pytestmark = pytest.mark.retold

COLUMNS = (Column("Nom", 2), Column("Montant", 1, is_figure=True))


def logo():
    file = BytesIO()
    Image.new("RGBA", (300, 120), (0, 60, 120, 90)).save(file, "PNG")
    return file.getvalue()


def chart():
    drawing = Drawing(200, 100)
    bars = VerticalBarChart()
    bars.width, bars.height, bars.data = 180, 80, [(1, 2)]
    bars.categoryAxis.categoryNames = ["Prêt", "Apport"]
    drawing.add(bars)
    drawing.add(String(0, 90, "12 000 €"))
    return drawing


def words():
    return [
        line("Lettre", styles().title),
        *heading("Une partie", anchor="partie"),
        *prose("mot ☑ <b> & " * 900),
        *subheading("Une sous-partie"),
        *facts([("Lieu", "Dijon"), ("Projet", "un\ndeux")]),
        *bullets(["un " * 200, "", "deux ☑"]),
        *bullets(["un", "deux"], is_numbered=True),
        linked("Voir la partie", "#partie"),
        linked("contact@exemple.fr", "mailto:contact@exemple.fr"),
    ]


def tables():
    rows = [[f"ligne {number}", str(number)] for number in range(SLICE + 60)]
    groups = [Group("Présents", [["Anne", "1"]] * 60), Group("Absents", [["Luc", "2"]])]
    return [
        *grid(COLUMNS, rows, ["Total", "460"]),
        *grouped_grid(COLUMNS, groups),
        *grid(COLUMNS, [["mot " * 3000, "1"], ["", ""]]),
        decision_panel("Décision n° 1", "Agréé", "12 000 €"),
        mention("PROJET", "ne vaut pas procès-verbal"),
        signature_boxes([("Présidente", "Mme Weiß"), ("Secrétaire", "")]),
    ]


def figures():
    return [
        Picture(logo(), "Logo de la chambre", 120, 40),
        Picture(logo(), "", 120, 40),
        Drawn(chart(), "Prêt 1, apport 2"),
        QrCode("7ZEW-IOQZ-PT74-QSNP-WAQ6-VJ5P", "Empreinte du journal"),
    ]


def paper(*parts, attachment=None):
    running = Running("Comité", "2026-001", "Séance")
    sections = [Section(each.__name__, each) for each in parts]
    return Document("Titre & <titre>", "L’« opérateur »", "Un essai", running, sections, attachment)


@pytest.fixture
def papers(tmp_path, drain, record, empty):
    """Every kind of content as files: (flavour of PDF/A, path)."""
    attached = Attachment("séance.json", "application/json", b'{"a": 1}', "La séance")
    made = {
        "minutes": ("2a", minutes_pdf(record)),
        "draft": ("2a", minutes_pdf(empty)),
        "everything": ("2a", paper(words, tables, figures).render()),
        "attached": ("3a", paper(figures, attachment=attached).render()),
    }
    checks = []
    for name, (flavour, steps) in made.items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(drain(steps)[1])
        checks.append((flavour, path))
    return checks


def test_verapdf_accepts_every_paper_and_refuses_one_without_its_tags(papers, tmp_path, verapdf):
    bare = tmp_path / "bare.pdf"
    with pikepdf.open(papers[0][1]) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(bare)
    accessible = [("ua1", path) for _flavour, path in papers]
    refused = verapdf([*papers, *accessible, ("2a", bare), ("ua1", bare)])
    assert set(refused) == {("2a", bare), ("ua1", bare)}, refused
    for _flavour, path in papers:
        subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)


def test_an_attached_file_is_found_again_and_named(drain):
    attached = Attachment("séance.json", "application/json", b'{"a": 1}', "La séance")
    with pikepdf.open(BytesIO(drain(paper(figures, attachment=attached).render())[1])) as pdf:
        (file,) = pdf.Root.AF
        assert str(file.AFRelationship) == "/Source"
        assert str(file.Desc) == "La séance"
        assert pdf.attachments["séance.json"].get_file().read_bytes() == b'{"a": 1}'


def test_the_same_content_gives_the_same_bytes(drain):
    first, second = (drain(paper(words, tables, figures).render())[1] for _each in range(2))
    assert first == second
