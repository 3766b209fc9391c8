"""The demonstration is a whole story through the real window, by key events."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QImage

from alize_desktop.app import DEMONSTRATION, utc_now
from alize_desktop.models.enums import (
    AnswerKind,
    BallotForm,
    DecisionOutcome,
    DossierState,
    MeetingState,
)
from alize_desktop.models.records.dossier_list import DossierQuery
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services

pytestmark = pytest.mark.flows

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"
WINDOW, ROOM = (1366, 960), (1366, 768)
SIZES = {
    **dict.fromkeys(("reglement", "seance", "reponses", "dossiers", "dossier"), WINDOW),
    **dict.fromkeys(("appel", "quorum", "presentation", "deliberation", "vote"), WINDOW),
    **dict.fromkeys(("fenetre", "resultat", "decision", "deports", "main-levee"), WINDOW),
    **dict.fromkeys(("levee", "avances", "fonds", "aide", "suivi", "emplois", "bilan"), WINDOW),
    **dict.fromkeys(("missions", "partenaires", "classement"), WINDOW),
    "salle-resultat": ROOM,
}
SHOWN = re.compile(r"!\[[^\]]+\]\(images/([a-z-]+)\.png\)")


def play(folder, environment=None):
    return subprocess.run(
        [sys.executable, "-m", "alize_desktop", "demo", str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def size(path):
    """Return the width and the height of a picture."""
    picture = QImage(str(path))
    return picture.width(), picture.height()


@pytest.fixture(scope="module")
def played(tmp_path_factory, measured_environment):
    folder = tmp_path_factory.mktemp("demonstration")
    done = play(folder, measured_environment)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def services(played):
    with Registry.open(played / DEMONSTRATION, utc_now) as registry:
        yield Services(registry)


def test_it_leaves_the_minutes_the_schedule_and_the_pictures(played):
    assert (played / "pv.pdf").read_bytes().startswith(b"%PDF")
    assert load_workbook(played / "echeancier-2026-006.xlsx").sheetnames == [
        "Synthèse",
        "Échéancier",
        "Encaissements",
        "Historique",
        "Contrôles",
        "Simulation",
    ]
    left = {each.stem: size(each) for each in played.glob("*.png")}
    assert left == SIZES


def test_every_picture_of_the_guide_is_one_that_is_left(played):
    pages = [each.read_text(encoding="utf-8") for each in sorted(GUIDE.glob("*.md"))]
    named = {name for page in pages for name in SHOWN.findall(page)}
    assert named
    for name in named:
        assert size(GUIDE / "images" / f"{name}.png") == size(played / f"{name}.png"), name


def test_every_dossier_of_the_sample_is_there_and_three_are_examined(services):
    rows = {row.number: row for row in services.dossiers.search(DossierQuery()).rows}
    assert len(rows) == 24
    assert rows["2026-006"].outcome is DecisionOutcome.APPROVED
    assert rows["2026-003"].outcome is DecisionOutcome.APPROVED_WITH_CONDITIONS
    assert rows["2026-013"].state is DossierState.DEFERRED


def test_the_first_decision_grants_an_advance_and_days_the_second_days_only(services):
    advance = services.dossiers.detail(services.dossiers.by_number("2026-006")).decision.draft
    days = services.dossiers.detail(services.dossiers.by_number("2026-003")).decision.draft
    assert (str(advance.amount), advance.days) == ("5000.00", 4)
    assert (str(days.amount), days.days) == ("0.00", 10)


def test_the_roll_has_a_proxy_and_the_second_ballot_a_recusal_and_hands(services):
    meeting_id = services.meetings.by_number("CA-2026-01")
    record = services.minutes.record(meeting_id)
    holders = [each.holder.sheet.last_name for each in record.attendance if each.holder]
    recused = [[each.member.sheet.last_name for each in item.recused] for item in record.items]
    assert record.state is MeetingState.CLOSED
    assert holders == ["Lévêque D."]
    assert recused == [[], ["Lévêque K."], []]
    ballots = [item.ballots[-1].form if item.ballots else None for item in record.items]
    assert ballots == [BallotForm.NAMED, BallotForm.HANDS, None]


def test_the_meeting_follows_the_rules_adopted_before_its_notice(services):
    meeting = services.meetings.detail(services.meetings.by_number("CA-2026-01"))
    assert meeting.rules_name.startswith("Règlement intérieur n°\N{NO-BREAK SPACE}1")
    kinds = [each.kind for each in meeting.answers[:4]]
    assert kinds == [
        AnswerKind.ATTENDS,
        AnswerKind.PROXY,
        AnswerKind.EXCUSED,
        AnswerKind.ATTENDS,
    ]


def test_the_registry_that_is_left_is_sound(services):
    assert services.programme.verify().is_sound


def test_the_minutes_tell_what_the_screen_told(played):
    told = subprocess.run(
        ["pdftotext", "-layout", str(played / "pv.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.replace("\u00a0", " ")
    assert "14 pour, 1 contre, 1 abstention ; 15 suffrages exprimés, majorité 8 : adopté." in told
    assert "Règlement intérieur n° 1, en vigueur depuis le 5 mai 2026" in told
    assert "Séance convoquée le 5 mai 2026 à 10 h 01, avec l’ordre du jour." in told
    assert "A voté contre : M. Fabrice Weiß G." in told
    assert "S’est abstenu : M. Bruno Thiébaut E." in told
    assert "14 pour, 0 contre, 1 abstention ; 14 suffrages exprimés" in told
    assert "Ce dossier n’a pas été soumis au vote." in told
    assert "Bilan 2025 et devis de la machine" in told


@pytest.mark.retold
def test_a_second_play_replaces_the_first_and_leaves_the_same_minutes(
    played, tmp_path, child_environment
):
    again = tmp_path / "again"
    shutil.copytree(played, again)
    (again / "pv.pdf").unlink()
    done = play(again, child_environment)
    assert done.returncode == 0, done.stderr
    assert (again / "pv.pdf").read_bytes() == (played / "pv.pdf").read_bytes()


def test_a_registry_of_that_name_that_is_no_demonstration_is_left_alone(tmp_path):
    path = tmp_path / DEMONSTRATION
    new = [sys.executable, "-m", "alize_desktop", "new", str(path), "--basin", "Vosges"]
    subprocess.run(new, check=True, capture_output=True)
    before = path.read_bytes()
    done = play(tmp_path)
    assert done.returncode == 1
    assert DEMONSTRATION in done.stderr
    assert "Traceback" not in done.stderr
    assert Path(path).read_bytes() == before
