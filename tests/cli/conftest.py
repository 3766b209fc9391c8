"""The command line in this process, and as a program of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, time
from functools import partial
from pathlib import Path

import pytest

from alize_desktop.app import Workshop
from alize_desktop.cli.main import run
from alize_desktop.models.enums import DecisionOutcome, DossierState, VoteChoice
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.programme import Programme

ROOT = Path(__file__).parents[2]
WORKBOOK = ROOT / "resources" / "samples" / "bassin-dossiers.xlsx"


@dataclass(frozen=True)
class Answer:
    """What a command left: its status, its output, its complaint."""

    status: int
    out: str
    err: str


@pytest.fixture
def workshop(clock) -> Workshop:
    return Workshop(clock)


@pytest.fixture
def command(workshop, capsys):
    """Run a command in this process."""

    def call(*arguments: object) -> Answer:
        capsys.readouterr()
        status = run([str(each) for each in arguments], workshop)
        told = capsys.readouterr()
        return Answer(status, told.out, told.err)

    return call


@pytest.fixture
def program():
    """Run a command as the program itself."""

    def call(*arguments: object, encoding: str = "utf-8", **environment: str) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "alize_desktop", *map(str, arguments)],
            cwd=ROOT,
            env=os.environ | environment,
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Answer(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))

    return call


@pytest.fixture
def refused(command):
    """Run a command that must be refused: one French sentence and nothing else."""

    def call(*arguments: object) -> str:
        answer = command(*arguments)
        assert answer.status == 1, answer
        assert is_a_sentence(answer.err), answer.err
        return answer.err.strip()

    return call


def is_a_sentence(text: str) -> bool:
    return text.endswith(".\n") and text.count("\n") == 1 and "Traceback" not in text


@pytest.fixture
def workbook() -> Path:
    return WORKBOOK


@pytest.fixture
def faulty_workbook() -> Path:
    return ROOT / "tests" / "cases" / "bassin-dossiers-fautifs.xlsx"


@pytest.fixture
def put(shelf, tmp_path, workshop, clock):
    """Return a function: story → where a registry is after it; played once, then copied."""
    folder = tmp_path / "Séances d’été 2026"

    def copy(story) -> Path:
        folder.mkdir(exist_ok=True)
        path = folder / "côte d’or.alize"
        return shelf.copy((story, clock()), partial(story, workshop), path)

    return copy


@pytest.fixture
def registry(put) -> Path:
    """An empty registry, in a folder whose name has spaces and accents."""
    return put(create)


@pytest.fixture
def filled(put) -> Path:
    """The registry after the import of the office's workbook."""
    return put(fill)


@pytest.fixture
def held(put) -> Path:
    """The registry after a meeting: 2026-001 approved, 2026-002 deferred."""
    return put(hold)


def create(workshop, path):
    workshop.create(path, Programme(basin="Côte-d’Or"))


def fill(workshop, path):
    create(workshop, path)
    with workshop.open(path) as services:
        services.importing.accept(services.importing.preview(WORKBOOK))


def hold(workshop, path):
    fill(workshop, path)
    with workshop.open(path) as services:
        ids = [services.dossiers.by_number(each) for each in ("2026-001", "2026-002")]
        for each in ids:
            services.dossiers.change_state(each, DossierState.UNDER_APPRAISAL)
            services.dossiers.change_state(each, DossierState.COMPLETE)
        meeting, _ = services.meetings.create(
            MeetingDraft(date(2026, 11, 23), time(14, 0), secretary="Odile Perrin")
        )
        services.meetings.set_agenda(meeting, ids)
        services.committee.open(meeting)
        services.committee.all_present(meeting)
        services.committee.establish_quorum(meeting)
        one, two = (each.id for each in services.meetings.detail(meeting).agenda)
        services.committee.begin_item(one)
        services.voting.open_ballot(one)
        services.voting.cast_remaining(one, VoteChoice.FOR)
        services.voting.close_ballot(one)
        services.voting.proclaim(one)
        services.decisions.record(one, services.decisions.proposal(one))
        services.decisions.record(two, DecisionDraft(DecisionOutcome.DEFERRED, grounds="Pièces"))
        services.committee.close(meeting)
