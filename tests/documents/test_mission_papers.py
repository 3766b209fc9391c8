"""The papers of one mission, on the page."""

import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from alize_desktop.documents.frame import PAGE_WIDTH, SIDE
from alize_desktop.documents.papers.mission_loan import mission_loan_pdf
from alize_desktop.documents.papers.mission_sheet import mission_sheet_pdf
from alize_desktop.models.enums import PaperKind, TemplateKey
from alize_desktop.paths import resource
from alize_desktop.wording.mission_values import mission_values
from alize_desktop.wording.template_fields import filled
from tests.dossier_records import company, paper_record
from tests.mission_records import CONFIRMED, SHEET, Kind, draft, event, mission_record

pytestmark = pytest.mark.retold

DAY = date(2026, 5, 4)
LONGER = draft(Kind.AMENDED, DAY, "7", ends_on=date(2026, 12, 31), text="Un atelier de plus")
ACTS = {
    PaperKind.SECONDMENT: TemplateKey.SECONDMENT,
    PaperKind.MISSION_AMENDMENT: TemplateKey.MISSION_AMENDMENT,
}
KINDS = (*ACTS, PaperKind.MISSION_SHEET)
HOSTILE = {
    "markup": '<b>R&D</b> "L\'Étoile" <para> &amp; </font>',
    "marks": "# titre [[ {montant} ]] - item",
    "right to left": "شركة النجمة المحدودة 🏭",
    "a word of 300 letters": "m" * 300,
    "12 000 characters": "Une entreprise qui a beaucoup à dire. " * 316,
}


@pytest.fixture
def make(drain, read_pdf):
    """Return a function: a kind and its record → what is printed."""

    def making(kind, record):
        if kind is PaperKind.MISSION_SHEET:
            return read_pdf(drain(mission_sheet_pdf(record))[1])
        text = resource("templates", f"{ACTS[kind].value}.txt").read_text(encoding="utf-8")
        blocks = filled(ACTS[kind], text, mission_values(record))
        return read_pdf(drain(mission_loan_pdf(kind, record, blocks))[1])

    return making


def whole(**changes):
    return mission_record(amended=LONGER, **changes)


def words_of(paper):
    """Yield (left, right, word) of every word."""
    done = subprocess.run(
        ["pdftotext", "-bbox", str(paper.path), "-"], check=True, capture_output=True, text=True
    )
    for line in done.stdout.splitlines():
        if "<word " in line:
            places = [float(part.split('"')[0]) for part in line.split('="')[1:]]
            yield places[0], places[2], line.split(">")[1].split("<")[0]


def test_the_agreement_names_whom_it_is_about(make):
    told = make(PaperKind.SECONDMENT, whole()).flow.replace("\u00a0", " ")
    assert "décision 2026-D003 – mission 2026-M001" in told
    assert "Nom et prénom : Sophie Garçon" in told
    assert "Lieu : Beaune" in told
    assert "Former deux opérateurs." in told
    assert "ne facture ni salaires" in told
    assert told.index("Vu par la personne") > told.index("Pour Groupe Hêtraie")


def test_an_agreement_on_an_approval_of_the_past_names_no_decision(make):
    record = mission_record(paper=paper_record(None), approved_on=date(2025, 3, 4))
    told = make(PaperKind.SECONDMENT, record).flow.replace("\u00a0", " ")
    assert "Convention de prêt de personnel – mission 2026-M001" in told
    assert "a été agréé le 4 mars 2025" in told
    assert "décision" not in told


def test_an_amendment_says_what_changes(make):
    told = make(PaperKind.MISSION_AMENDMENT, whole()).flow.replace("\u00a0", " ")
    assert "Avenant à la convention de prêt de personnel – mission 2026-M001" in told
    assert "Motif de l’avenant : Un atelier de plus." in told
    assert "7 jours de compétences (auparavant : 5 jours de compétences)" in told


def test_a_sheet_of_days_has_lines_to_fill(make):
    paper = make(PaperKind.MISSION_SHEET, whole())
    assert "Confirmé le 23/04/2026" in paper.flow.replace("\u00a0", " ")
    assert "Visite de l’atelier" in paper.flow
    rows = paper.elements("TR")
    assert len(rows) >= 1 + 2 + 4


def test_a_sheet_of_many_days_goes_over_pages(make):
    days = tuple(event(30 + n, Kind.DAYS_DONE, DAY, "0.5", text=f"Jour {n}") for n in range(60))
    paper = make(PaperKind.MISSION_SHEET, mission_record((*CONFIRMED, *days)))
    assert len(paper.pages) >= 3
    signed = next(each for each in paper.pages if "certifient" in each)
    assert "Pour Groupe Hêtraie" in signed


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_stay_within_the_margins(make, kind, text):
    sheet = replace(
        SHEET,
        category=text,
        contributor=text,
        position=text,
        goals=f"{text}\n{text[:400]}",
        place=text,
        calendar=text,
    )
    days = event(30, Kind.DAYS_DONE, DAY, "0.5", text=text)
    paper = paper_record(sheet=company(name=text, manager_name=text))
    record = mission_record(
        (*CONFIRMED, days), sheet=sheet, paper=paper, amended=replace(LONGER, text=text)
    )
    for left, right, word in words_of(make(kind, record)):
        assert left >= SIDE - 0.5, word
        assert right <= PAGE_WIDTH - SIDE + 0.5, word


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_record_gives_the_same_bytes(make, kind):
    assert make(kind, whole()).bytes == make(kind, whole()).bytes


def test_verapdf_accepts_every_paper(make, verapdf, tmp_path):
    picture = BytesIO()
    Image.new("RGB", (300, 100), (29, 79, 145)).save(picture, "PNG")
    checks = []
    for kind in KINDS:
        record = whole()
        identity = replace(record.paper.identity, logo=picture.getvalue())
        is_rehearsal = kind is PaperKind.MISSION_SHEET
        paper = replace(record.paper, identity=identity, is_rehearsal=is_rehearsal)
        path = tmp_path / f"{kind.value}.pdf"
        path.write_bytes(make(kind, replace(record, paper=paper)).bytes)
        checks += [("2a", path), ("ua1", path)]
    assert verapdf(checks) == {}
