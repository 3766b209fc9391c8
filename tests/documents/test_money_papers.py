"""The papers of one advance, on the page."""

import subprocess
from dataclasses import replace
from datetime import date

import pytest
from reportlab.lib.units import mm

from alize_desktop.documents.frame import BOTTOM, PAGE_HEIGHT, PAGE_WIDTH, SIDE, TOP
from alize_desktop.documents.papers.advance_decision import advance_decision_pdf
from alize_desktop.documents.papers.dossier_letter import dossier_letter_pdf
from alize_desktop.documents.papers.release_order import release_order_pdf
from alize_desktop.models.enums import AdvanceEventKind, PaperKind, TemplateKey
from alize_desktop.models.records.decisions import Condition
from alize_desktop.models.values import ZERO, Money
from alize_desktop.paths import resource
from alize_desktop.wording.late_letters import agreement_reference, late_values
from alize_desktop.wording.template_fields import filled
from tests.advance_records import PAID, PAID_ON, TODAY, event, late_record, met, position
from tests.dossier_records import APPROVAL, CONDITIONS, company, paper_record

LETTERS = (PaperKind.REMINDER, PaperKind.FORMAL_NOTICE, PaperKind.ACCELERATION_NOTICE)
ORDERED = met(late_record(position(PAID_ON, ZERO), event=PAID))
LOSS = event(
    AdvanceEventKind.LOSS,
    TODAY,
    Money(14_150_00),
    9,
    note="Liquidation judiciaire, actif insuffisant",
    author="Odile Perrin",
)
LOST = late_record(position(outstanding=ZERO, written_off=Money(14_150_00)), event=LOSS)
HOSTILE = {
    "markup": '<b>R&D</b> "L\'Étoile" <para> &amp; </font>',
    "right to left": "شركة النجمة المحدودة 🏭",
    "a word of 300 letters": "m" * 300,
    "12 000 characters": "Une entreprise qui a beaucoup à dire. " * 316,
}


@pytest.fixture
def make(drain, read_pdf):
    """Return a function: a kind of letter, or the maker of a paper, and its record → a PDF."""

    def making(kind, record):
        if kind not in LETTERS:
            return read_pdf(drain(kind(record))[1])
        text = resource("templates", f"{kind.value}.txt").read_text(encoding="utf-8")
        blocks = filled(TemplateKey(kind.value), text, late_values(kind, record))
        reference = agreement_reference(record)
        return read_pdf(drain(dossier_letter_pdf(kind, record.paper, blocks, reference))[1])

    return making


def hostile(text, record):
    """Return a record in which people wrote a text wherever they can."""
    conditions = (Condition(text, CONDITIONS[0].kind),)
    sheet = company(name=text, manager_name=text)
    paper = paper_record(replace(APPROVAL, conditions=conditions), sheet=sheet)
    draft = replace(record.event.draft, note=text, reference=text[:120]) if record.event else None
    event_of = replace(record.event, draft=draft) if record.event else None
    return replace(record, paper=paper, event=event_of)


def assert_within_margins(path):
    done = subprocess.run(
        ["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True, text=True
    )
    page = 0
    for line in done.stdout.splitlines():
        page += "<page " in line
        if "<word " not in line:
            continue
        left, top, right, bottom = (float(part.split('"')[0]) for part in line.split('="')[1:])
        assert left >= SIDE - 0.5, line
        assert right <= PAGE_WIDTH - SIDE + 0.5, line
        is_running = bottom > PAGE_HEIGHT - 15 * mm or (page > 1 and top < 15 * mm)
        assert is_running or (bottom <= PAGE_HEIGHT - BOTTOM + 0.5 and top >= TOP - 0.5), line


@pytest.mark.parametrize("kind", LETTERS)
def test_letters_name_the_company_the_agreement_the_amounts_and_whom_to_call(make, kind):
    flow = make(kind, late_record()).flow
    for said in (
        "Menuiserie Œillet",
        "n° 2026-D003",
        "échéance n° 1, due le 20 juillet 2027 : il reste 400,00 € à payer",
        "échéance n° 2, due le 20 octobre 2027 : 1 250,00 €.",
        "FR76 3000 1007 9412",
        "en rappelant la référence 2026-014",
        "Claire Roussel, directrice",
        "dossier 2026-014, convention 2026-D003",
    ):
        assert said in flow


def test_the_formal_notice_gives_a_day_to_pay_by(make):
    flow = make(PaperKind.FORMAL_NOTICE, late_record()).flow
    assert "mettons en demeure de payer cette somme au plus tard le 12 novembre 2027" in flow
    assert "à partir du 13 novembre 2027" in flow
    assert "mille six cent cinquante euros" in flow


def test_the_acceleration_asks_for_the_whole_sum(make):
    flow = make(PaperKind.ACCELERATION_NOTICE, late_record()).flow
    assert "14 150,00 € (quatorze mille cent cinquante euros)" in flow
    assert "dont 12 500,00 € qui restaient à échoir" in flow


def test_an_order_of_release_says_whom_how_much_on_what_account_and_why(make):
    paper = make(release_order_pdf, ORDERED)
    for said in (
        "15 000,00 €",
        "Quinze mille euros",
        "FR76 3000 6000 0112",
        "2026-D003 du 24 mars 2026",
        "Accord définitif de la banque",
        "Levée",
        "l’ordonnateur",
        "Vu, bon à payer",
    ):
        assert said in paper.flow
    assert "Remise des comptes annuels" not in paper.flow


def test_an_order_without_account_nor_condition_says_so(make):
    record = replace(ORDERED, account=None, paper=paper_record())
    flow = make(release_order_pdf, record).flow
    assert "aucun compte n’est enregistré" in flow
    assert "La décision ne pose aucune condition préalable" in flow


def test_a_decision_says_what_why_and_where_the_advance_stands(make):
    flow = make(advance_decision_pdf, LOST).flow
    for said in (
        "Décision de passage en perte",
        "quatorze mille cent cinquante euros",
        "Il ne reste plus rien dû.",
        "Liquidation judiciaire, actif insuffisant.",
        "Décision saisie par Odile Perrin.",
        "Situation au 28 octobre 2027",
        "À Dijon, le 28 octobre 2027",
    ):
        assert said in flow


def test_a_decision_without_an_event_is_a_bug(drain):
    with pytest.raises(ValueError, match="is an event"):
        drain(advance_decision_pdf(late_record()))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_stay_within_the_margins(make, text):
    for kind, record in (
        (PaperKind.FORMAL_NOTICE, late_record()),
        (release_order_pdf, ORDERED),
        (advance_decision_pdf, LOST),
    ):
        assert_within_margins(make(kind, hostile(text, record)).path)


def test_the_same_record_gives_the_same_bytes(make):
    for kind, record in ((PaperKind.REMINDER, late_record()), (release_order_pdf, ORDERED)):
        assert make(kind, record).bytes == make(kind, record).bytes


def test_verapdf_accepts_every_paper(make, verapdf, tmp_path):
    moratorium = event(AdvanceEventKind.MORATORIUM, TODAY, until=date(2028, 4, 30))
    rehearsed = replace(late_record(event=moratorium))
    rehearsed = replace(rehearsed, paper=replace(rehearsed.paper, is_rehearsal=True))
    made = [
        *((kind, late_record()) for kind in LETTERS),
        (release_order_pdf, ORDERED),
        (advance_decision_pdf, LOST),
        (advance_decision_pdf, rehearsed),
    ]
    checks = []
    for number, (kind, record) in enumerate(made):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(make(kind, record).bytes)
        checks += [("2a", path), ("ua1", path)]
    assert verapdf(checks) == {}
