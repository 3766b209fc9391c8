"""Ten years of a programme on paper: the numbers of the file, page by page, and its conformance."""

import json
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from alize_desktop.models.records.report import ReportScope
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services
from alize_desktop.services.work import drained
from alize_desktop.wording.amounts import NO_BREAK, integer_text

CASES = Path(__file__).parents[1] / "cases"
EXPECTED = json.loads((CASES / "programme-historique.json").read_text(encoding="utf-8"))


pytestmark = pytest.mark.retold


def noon():
    return datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def paper(ten_years, tmp_path_factory):
    folder = tmp_path_factory.mktemp("bilan")
    path = shutil.copy(ten_years, folder / "programme.alize")
    with Registry.open(path, noon) as registry:
        services = Services(registry)
        drained(services.reports.export_pdf(folder / "bilan.pdf", ReportScope()))
    return folder / "bilan.pdf"


@pytest.fixture(scope="module")
def pages(paper):
    read = ["pdftotext", "-layout", str(paper), "-"]
    told = subprocess.run(read, check=True, capture_output=True, text=True).stdout
    return [" ".join(each.split()) for each in told.split("\f")[:-1]]


def number(count):
    return " ".join(integer_text(count, NO_BREAK).split())


def test_the_first_page_tells_the_key_figures_of_the_past(pages):
    first = pages[0]
    for each in (EXPECTED["studied"], EXPECTED["retained"], EXPECTED["jobs_created"]):
        assert number(each) in first
    assert f"{number(int(float(EXPECTED['average_advance'])))} €" in first
    assert f"dans {EXPECTED['basins']} bassins" in first


@pytest.mark.parametrize("kind", ["sector", "aim", "skill"])
def test_each_name_of_the_file_is_printed_with_its_count(pages, kind):
    text = " ".join(pages).casefold()
    for name, count in EXPECTED[kind].items():
        assert f"{name.casefold()} {number(count)} " in text


def test_the_other_figures_of_the_file_are_printed(pages):
    text = " ".join(pages)
    assert f"Reprises et transmissions {EXPECTED['takeovers']}" in text
    assert f"Effectif médian {EXPECTED['median_headcount']}" in text
    assert f"Entreprises partenaires connues {EXPECTED['partners']}" in text
    assert "Compétence la plus demandée Organisation Organisation" in text


def test_it_is_an_archive_that_everybody_can_read(paper, verapdf):
    assert verapdf([("2a", paper), ("ua1", paper)]) == {}
