"""The view of jobs, on a registry of three dossiers: followed for a year, approved, filed."""

import shutil
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import (
    Agreement,
    DossierState,
    JobEvidence,
    JobKind,
    MissionEventKind,
    VoteChoice,
)
from alize_desktop.models.records.jobs import JobObservationDraft
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.missions import MissionEventDraft
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.jobs.tools import JobTools
from alize_desktop.ui.jobs.view import JobsView
from tests.clocks import TickingClock
from tests.job_records import make_line

HELD, TODAY = date(2026, 11, 23), date(2027, 11, 30)
FOLLOWED, PROMISED, FILED = "2026-013", "2026-014", "2026-001"
AUTHOR = "Odile Perrin"


@pytest.fixture(scope="session")
def stored_jobs(tmp_path_factory):
    """A meeting granted days to one dossier, begun the same day, to another an advance that is
    not paid; a year went by."""
    path = tmp_path_factory.mktemp("jobs") / "jobs.alize"
    clock = TickingClock(2026, 11, 23, 9)
    with Registry.create(path, Programme("Vosges"), clock) as registry:
        services = Services(registry)
        book = resource("samples", "bassin-dossiers.xlsx")
        services.importing.accept(services.importing.preview(book))
        approve(services)
        services.advances.sign(services.dossiers.by_number(PROMISED), HELD, HELD, AUTHOR)
        lend(services)
        clock.set(TODAY)
        follow(services)
    return path


def approve(services):
    dossiers = [services.dossiers.by_number(each) for each in (FOLLOWED, PROMISED)]
    for dossier in dossiers:
        for state in (DossierState.UNDER_APPRAISAL, DossierState.COMPLETE):
            services.dossiers.change_state(dossier, state)
    draft = MeetingDraft(HELD, time(14, 0), "Épinal", None, AUTHOR)
    meeting, _ = services.meetings.create(draft)
    services.meetings.set_agenda(meeting, dossiers)
    services.committee.open(meeting)
    services.committee.all_present(meeting)
    services.committee.establish_quorum(meeting)
    grants = ({"amount": Money(0), "days": 3}, {"amount": Money(12_000_00)})
    for line, grant in zip(services.meetings.detail(meeting).agenda, grants, strict=True):
        services.committee.begin_item(line.id)
        services.voting.open_ballot(line.id)
        services.voting.cast_remaining(line.id, VoteChoice.FOR)
        services.voting.close_ballot(line.id)
        services.voting.proclaim(line.id)
        terms = {"jobs_created": 5, "jobs_maintained": 2} | grant
        services.decisions.record(line.id, replace(services.decisions.proposal(line.id), **terms))
    services.committee.close(meeting)


def lend(services):
    """Sign the mission of the days that were granted."""
    dossier, partner = services.dossiers.by_number(FOLLOWED), services.people.partners()[0].id
    proposed = services.missions.propose(dossier, partner)
    sheet = replace(
        proposed,
        category=proposed.category or "Qualité",
        contributor="Sophie Garçon",
        position="Responsable qualité",
        starts_on=HELD,
        ends_on=TODAY,
        consent=Agreement.YES,
        same_group=Agreement.NO,
    )
    mission, _ = services.missions.create(dossier, sheet)
    signed = MissionEventDraft(MissionEventKind.AGREEMENT_SIGNED, HELD, author=AUTHOR)
    services.missions.record(mission, signed)


def follow(services):
    dossier = services.dossiers.by_number(FOLLOWED)
    note = "La croissance passe par deux recrutements\u00a0: le commercial d’abord."
    services.jobs.write_diagnosis(dossier, note, AUTHOR)
    lines = (
        make_line(2, fte="2", due_on=date(2027, 5, 23)),
        make_line(3, fte="2.5", due_on=date(2027, 11, 23)),
        make_line(2, JobKind.MAINTAINED, due_on=date(2027, 11, 23)),
    )
    services.jobs.save_promises(dossier, lines, 0)
    first = JobObservationDraft(
        date(2027, 5, 25),
        6,
        2,
        Decimal(2),
        evidence=JobEvidence.DECLARATION,
        headcount=Decimal(16),
        author=AUTHOR,
    )
    last = replace(first, observed_on=date(2027, 11, 25), milestone=12, created=3, maintained=2)
    last = replace(last, evidence=JobEvidence.PAYROLL_RETURN, created_fte=Decimal("2.5"))
    for each in (first, last):
        services.jobs.observe(dossier, each)
    partner = services.people.partners()[0].id
    opening = replace(services.jobs.new_opening(dossier), title="Technicien de maintenance")
    services.jobs.save_opening(replace(opening, persons=2, filled=1, partner_id=partner))


@dataclass
class Desk:
    """Services, the view and the window it stands in."""

    services: Services
    tools: JobTools
    view: JobsView
    window: QWidget
    said: list
    papers: list
    places: list

    def id(self, number):
        return self.services.dossiers.by_number(number)

    def show(self, number):
        """Show the jobs of a dossier; return the view."""
        self.view.show_dossier(self.id(number))
        return self.view

    def jobs(self, number=FOLLOWED):
        return self.services.jobs.detail(self.id(number))

    def dialog(self, kind):
        """Return the dialog of a kind that is open."""
        (one,) = [each for each in self.window.findChildren(kind) if each.isVisible()]
        return one

    def confirm(self, dialog):
        """Press the button that writes."""
        dialog.action.click()


@pytest.fixture
def desk(qtbot, stored_jobs, tmp_path):
    path = tmp_path / "jobs.alize"
    shutil.copy(stored_jobs, path)
    clock = TickingClock(TODAY.year, TODAY.month, TODAY.day, 10)
    kept = [AUTHOR]
    with Registry.open(path, clock) as registry:
        services = Services(registry)
        log = tmp_path / "log"
        tools = JobTools(services, Bus(), lambda: TODAY, lambda: kept[-1], kept.append, log)
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(720, 900)
        view = JobsView(tools, window)
        view.resize(window.size())
        window.show()
        found = Desk(services, tools, view, window, [], [], [])
        view.said.connect(found.said.append)
        view.paper_asked.connect(lambda *asked: found.papers.append(asked))
        view.place_asked.connect(found.places.append)
        yield found
