"""The letter about promised jobs, on the page."""

from dataclasses import replace
from datetime import date

import pytest

from alize_desktop.documents.papers.dossier_letter import dossier_letter_pdf
from alize_desktop.models.enums import PaperKind, TemplateKey
from alize_desktop.models.records.job_papers import JobsPaperRecord
from alize_desktop.paths import resource
from alize_desktop.wording.job_letters import reminder_values
from alize_desktop.wording.template_fields import filled
from tests.documents.test_money_papers import HOSTILE, assert_within_margins
from tests.dossier_records import company, paper_record
from tests.job_records import make_seen
from tests.rules.test_job_letters import detail_of

pytestmark = pytest.mark.retold

SEEN = make_seen(date(2027, 3, 16), 3, maintained=1)


@pytest.fixture
def make(drain, read_pdf):
    """Return a function: what the letter says → a PDF."""

    def making(paper):
        key, record = TemplateKey.JOBS_REMINDER, JobsPaperRecord(paper, detail_of(SEEN))
        text = resource("templates", f"{key.value}.txt").read_text(encoding="utf-8")
        blocks = filled(key, text, reminder_values(record))
        return read_pdf(drain(dossier_letter_pdf(PaperKind.JOBS_REMINDER, paper, blocks))[1])

    return making


def test_the_letter_tells_what_is_promised_what_was_seen_and_whom_to_call(make):
    flow = make(paper_record()).flow
    for said in (
        "Menuiserie Œillet",
        "5 emplois à créer",
        "3 emplois créés",
        "1 emploi maintenu",
        "2 emplois à créer",
        "Claire Roussel, directrice",
    ):
        assert said in flow


def test_a_dossier_taken_over_from_the_past_has_no_decision_to_quote(make):
    flow = make(replace(paper_record(), taken=None)).flow
    assert "décision 2026-D" not in flow


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_stay_within_the_margins(make, text):
    paper = replace(paper_record(), sheet=company(name=text, manager_name=text))
    assert_within_margins(make(paper).path)


def test_the_same_record_gives_the_same_bytes(make):
    assert make(paper_record()).bytes == make(paper_record()).bytes


def test_verapdf_accepts_the_letter(make, verapdf, tmp_path):
    path = tmp_path / "rappel.pdf"
    path.write_bytes(make(paper_record()).bytes)
    assert verapdf([("2a", path), ("ua1", path)]) == {}
