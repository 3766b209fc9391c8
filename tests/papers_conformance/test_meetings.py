"""Every paper of real meetings is PDF/A, level A, and PDF/UA-1: veraPDF and qpdf say so.

No document of a company is joined to the packs here: what a bank or an accountant sent
cannot be made accessible by who joins it. Each meeting writes one notice a member, all from
one text: the first two are looked at.
"""

import subprocess

import pikepdf
import pytest

pytestmark = pytest.mark.retold

MINUTES = "Procès-verbal"
KINDS = (
    "Avenant 2026-002",
    "Avenant de la mission",
    "Bulletins de vote",
    "Conducteur",
    "Convention d’avance 2026-001",
    "Convention de la mission",
    "Convention de prêt de personnel 2026-001",
    "Convocation 01 Bruno-Martin-A",
    "Dossier de séance",
    "Extrait 2026-001",
    "Feuille de jours",
    "Feuille de présence",
    "Fiche des conditions 2026-002",
    "Fiches de décision",
    "Grille d’appel",
    "Lettre de minimis 2026-001",
    *(f"Lettre de notification 2026-00{each}" for each in (1, 2, 4, 5, 6, 7)),
    "Procès-verbal CA-2026-01",
    "Relevé de décisions",
    "1",
    "11",
)


@pytest.fixture(scope="module")
def papers(folders):
    made = (path for folder in folders for path in sorted(folder.rglob("*.pdf")))
    return [path for path in made if not path.name.startswith("Convocation") or is_first(path)]


def is_first(notice):
    return notice.name.startswith(("Convocation 01", "Convocation 02"))


def test_every_kind_of_paper_is_there(papers):
    assert set(KINDS) <= {each.stem for each in papers}


def test_verapdf_accepts_every_paper(papers, verapdf):
    archived = [("3a" if each.name.startswith(MINUTES) else "2a", each) for each in papers]
    assert verapdf([*archived, *(("ua1", each) for each in papers)]) == {}


def test_qpdf_finds_nothing_to_say(papers):
    for each in papers:
        command = ["qpdf", "--check", str(each)]  # that fails on a warning too
        subprocess.run(command, check=True, capture_output=True)


def test_every_font_is_in_the_file(papers):
    for each in papers:
        command = ["pdffonts", str(each)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        fonts = [line.split() for line in told.splitlines()[2:]]
        assert fonts, each
        assert all(font[-5] == "yes" for font in fonts), told


def test_only_the_minutes_carry_their_data(papers):
    for each in papers:
        with pikepdf.open(each) as pdf:
            assert bool(pdf.attachments) is each.name.startswith(MINUTES), each
