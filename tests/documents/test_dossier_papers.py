"""The letters and agreements of one dossier, on the page."""

import subprocess
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.units import mm

from alize_desktop.documents.frame import BOTTOM, PAGE_HEIGHT, PAGE_WIDTH, SIDE, TOP
from alize_desktop.documents.papers.agreement import agreement_pdf
from alize_desktop.documents.papers.conditions_sheet import conditions_sheet_pdf
from alize_desktop.documents.papers.dossier_letter import dossier_letter_pdf
from alize_desktop.documents.papers.secondment import secondment_pdf
from alize_desktop.documents.papers.template_preview import preview_pdf
from alize_desktop.documents.parts.texts import text_flow
from alize_desktop.models.enums import PaperKind, TemplateKey
from alize_desktop.models.records.decisions import Condition
from alize_desktop.models.records.dossiers import ProjectDetails
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.paths import resource
from alize_desktop.rules.templates import BlockKind, TextBlock
from alize_desktop.wording.dossier_values import notification_key, values_of
from alize_desktop.wording.template_fields import filled
from tests.dossier_records import APPROVAL, CONDITIONS, IDENTITY, PARTNER, company, paper_record

pytestmark = pytest.mark.retold

CONDITIONAL = replace(APPROVAL, conditions=CONDITIONS)
MAKERS = {
    PaperKind.NOTIFICATION: (None, dossier_letter_pdf),
    PaperKind.AGREEMENT: (TemplateKey.AGREEMENT, agreement_pdf),
    PaperKind.AMENDMENT: (TemplateKey.AMENDMENT, agreement_pdf),
    PaperKind.CONDITIONS_SHEET: (TemplateKey.CONDITIONS_SHEET, conditions_sheet_pdf),
    PaperKind.SECONDMENT: (TemplateKey.SECONDMENT, secondment_pdf),
    PaperKind.DE_MINIMIS: (TemplateKey.DE_MINIMIS, dossier_letter_pdf),
}
HOSTILE = {
    "markup": '<b>R&D</b> "L\'Étoile" <para> &amp; </font>',
    "marks": "# titre [[ {montant} ]] - item",
    "emoji": "🏭 Fonderie 🚀",
    "right to left": "شركة النجمة المحدودة",
    "a word of 300 letters": "m" * 300,
    "12 000 characters": "Une entreprise qui a beaucoup à dire. " * 316,
    "many lines": "\n".join(f"ligne {number}" for number in range(80)),
}


def shipped(key):
    return resource("templates", f"{key.value}.txt").read_text(encoding="utf-8")


def logo():
    file = BytesIO()
    Image.new("RGB", (300, 100), (29, 79, 145)).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def make(drain, read_pdf):
    """Return a function: a kind and its record → what is printed."""

    def making(kind, record):
        key, maker = MAKERS[kind]
        key = key or notification_key(record.taken)
        blocks = filled(key, shipped(key), values_of(record))
        return read_pdf(drain(maker(kind, record, blocks))[1])

    return making


def whole():
    """A record for which every paper can be made."""
    record = paper_record(CONDITIONAL)
    earlier = paper_record().taken
    return replace(
        record, before=earlier, first=replace(earlier, decision=_first(earlier.decision))
    )


def _first(decision):
    return replace(decision, id=decision.meeting_number, number="2026-D001")


def words_of(paper):
    """Yield (page, left, top, right, bottom, word) of every word."""
    done = subprocess.run(
        ["pdftotext", "-bbox", str(paper.path), "-"], check=True, capture_output=True, text=True
    )
    page = 0
    for line in done.stdout.splitlines():
        page += "<page " in line
        if "<word " in line:
            places = [float(part.split('"')[0]) for part in line.split('="')[1:]]
            yield page, *places, line.split(">")[1].split("<")[0]


@pytest.mark.parametrize("kind", MAKERS)
def test_papers_are_printed_within_their_margins(make, kind):
    for _page, left, _top, right, _bottom, word in words_of(make(kind, whole())):
        assert left >= SIDE - 0.5, word
        assert right <= PAGE_WIDTH - SIDE + 0.5, word


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("kind", [PaperKind.NOTIFICATION, PaperKind.AGREEMENT])
def test_hostile_texts_stay_within_the_margins(make, kind, text):
    sheet = company(name=text, manager_name=text, town=text[:400])
    sheet = replace(sheet, project=ProjectDetails(aim=text), extra=(("Adresse", text),))
    draft = replace(CONDITIONAL, grounds=text, conditions=(Condition(text, CONDITIONS[0].kind),))
    identity = replace(IDENTITY, signatory=text[:120].replace("\n", " "), logo=logo())
    paper = make(kind, replace(paper_record(draft, sheet=sheet), identity=identity))
    lowest, highest = PAGE_HEIGHT - BOTTOM + 0.5, TOP - 0.5
    for page, left, top, right, bottom, word in words_of(paper):
        assert left >= SIDE - 0.5, word
        assert right <= PAGE_WIDTH - SIDE + 0.5, word
        is_running = bottom > PAGE_HEIGHT - 15 * mm or (page > 1 and top < 15 * mm)
        assert is_running or (bottom <= lowest and top >= highest), word


@pytest.mark.parametrize("text", [HOSTILE["markup"], HOSTILE["marks"]])
def test_what_somebody_wrote_is_printed_as_written(make, text):
    paper = make(PaperKind.NOTIFICATION, paper_record(sheet=company(name=text)))
    assert text.replace("\\", "") in paper.flow


def test_the_recipient_stands_in_the_window_of_the_envelope(make):
    paper = make(PaperKind.NOTIFICATION, paper_record())
    address = ("Menuiserie", "Lévêque", "Forges", "Bois", "BEAUNE")
    placed = {}
    for page, left, top, right, bottom, word in words_of(paper):
        if page == 1 and left >= 99 * mm and top < 90 * mm:
            placed[word] = (left, top, right, bottom)
    assert set(address) <= set(placed)
    for word, (left, top, right, bottom) in placed.items():
        assert left >= 100 * mm - 0.5, word
        assert right <= 190 * mm, word
        assert top >= 54 * mm, word
        assert bottom <= 79 * mm, word


def test_a_letter_is_read_in_its_order(make):
    paper = make(PaperKind.NOTIFICATION, paper_record())
    told = " ".join(paper.told)
    order = [
        "Alizé Côte-d’Or",
        "Menuiserie Œillet",
        "À Dijon",
        "Objet",
        "Madame la gérante",
        "Claire",
    ]
    places = [told.index(each) for each in order]
    assert places == sorted(places)
    assert [role for role, _kids in paper.structure[1]].count("H1") == 1


def test_a_number_is_never_parted_from_what_it_counts():
    blocks = [TextBlock(BlockKind.PARAGRAPH, "3 jours, 48 mois, le 24 mars 2026 par 2 voix")]
    (paragraph,) = text_flow(blocks, "#1d4f91")
    assert paragraph.text == "3\u00a0jours, 48\u00a0mois, le 24\u00a0mars 2026 par 2 voix"


def test_the_logo_says_whose_it_is(make):
    paper = make(PaperKind.NOTIFICATION, paper_record(identity=replace(IDENTITY, logo=logo())))
    (figure,) = paper.elements("Figure")
    assert str(figure.Alt) == "Logo\u00a0: Alizé Côte-d’Or"


def test_articles_stand_in_the_outline(make):
    titles = [title for title, _kids in make(PaperKind.AGREEMENT, whole()).outline]
    assert titles[0] == "Article 1\u00a0– Objet"
    assert titles[-1] == "Annexe\u00a0– Échéancier"


def test_a_letter_without_an_address_nor_a_signatory_is_still_a_letter(make):
    paper = make(PaperKind.NOTIFICATION, paper_record(identity=PaperIdentity(accent="#222222")))
    assert "Le 25 mars 2026" in paper.flow


def test_an_agreement_without_an_annex_ends_with_its_boxes(make):
    paper = make(PaperKind.SECONDMENT, paper_record())
    assert paper.flow.index("Vu par la personne") > paper.flow.index(f"Pour {PARTNER.name}")
    assert "Annexe" not in paper.flow


def test_a_text_without_a_heading_has_the_name_of_its_paper(drain, read_pdf):
    record = paper_record()
    blocks = filled(TemplateKey.AGREEMENT, "Rien de plus.", values_of(record))
    act = read_pdf(drain(agreement_pdf(PaperKind.AGREEMENT, record, blocks))[1])
    assert "Convention d’avance 2026-014" in act.flow
    letter = read_pdf(drain(dossier_letter_pdf(PaperKind.DE_MINIMIS, record, blocks))[1])
    assert "Objet : Lettre de minimis" in letter.flow


def test_the_same_record_gives_the_same_bytes(make):
    assert make(PaperKind.AGREEMENT, whole()).bytes == make(PaperKind.AGREEMENT, whole()).bytes


def test_verapdf_accepts_every_paper(make, verapdf, tmp_path):
    identity = replace(IDENTITY, logo=logo())
    checks = []
    for kind in MAKERS:
        path = tmp_path / f"{kind.value}.pdf"
        record = replace(whole(), identity=identity, is_rehearsal=kind is PaperKind.AMENDMENT)
        path.write_bytes(make(kind, record).bytes)
        checks += [("2a", path), ("ua1", path)]
    for key in (TemplateKey.NOTICE_MAIL, TemplateKey.STANDARD_SENTENCES):
        path = tmp_path / f"{key.value}.pdf"
        path.write_bytes(preview_pdf(key, shipped(key), identity, ""))
        checks += [("2a", path), ("ua1", path)]
    assert verapdf(checks) == {}
    for _flavour, path in checks:
        with pikepdf.open(path) as pdf:
            assert not pdf.check_pdf_syntax()


@pytest.mark.parametrize("more", range(0, 24, 3))
def test_the_boxes_to_sign_never_leave_the_last_article(make, more):
    sheet = replace(
        paper_record().sheet, project=ProjectDetails(aim="Un second atelier. " * 9 * more)
    )
    paper = make(PaperKind.AGREEMENT, paper_record(sheet=sheet))
    signed = next(each for each in paper.pages if "Fait en deux exemplaires" in each)
    assert "Article 10" in signed
    assert "Pour Menuiserie Œillet" in signed
