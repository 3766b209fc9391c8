"""The screens of missions, on a registry of four dossiers: lent to, granted, filed, past."""

import shutil
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QMessageBox, QWidget

from alize_desktop.models.enums import Agreement, DossierState, MissionEventKind, VoteChoice
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.missions import MissionEventDraft
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.missions.tools import MissionTools
from alize_desktop.ui.missions.view import MissionsView
from alize_desktop.ui.registry_pool import RegistryPool
from tests.clocks import TickingClock

Kind = MissionEventKind

HELD, TODAY = date(2026, 11, 23), date(2026, 12, 14)
LENT, GRANTED, FILED, PAST = "2026-013", "2026-014", "2026-001", "2024-001"
AUTHOR = "Odile Perrin"
HEADERS = (
    *("N° dossier", "Entreprise", "SIREN", "Commune", "Date de dépôt", "Avance demandée"),
    *("Durée (mois)", "Différé (mois)", "Périodicité (mois)", "Décision", "Date de décision"),
    *("Avance accordée", "Emplois créés constatés", "Jours réalisés", "Entreprise partenaire"),
)
ROW = (
    *(PAST, "Ateliers Sorel", "999631708", "Épinal", "01/03/2024", 10_000, 48, 12, 3),
    *("Agréé", "02/04/2024", 8_000, 3, "6,5", "Groupe Écho"),
)


@pytest.fixture(scope="session")
def stored_missions(tmp_path_factory):
    """Days were granted to two dossiers; one mission goes on, another is prepared."""
    folder = tmp_path_factory.mktemp("missions")
    clock = TickingClock(2026, 11, 23, 9)
    with Registry.create(folder / "missions.alize", Programme("Vosges"), clock) as registry:
        services = Services(registry)
        for book in (resource("samples", "bassin-dossiers.xlsx"), past_book(folder)):
            services.importing.accept(services.importing.preview(book))
        approve(services)
        clock.set(TODAY)
        lend(services)
    return folder / "missions.alize"


def past_book(folder):
    book = Workbook()
    sheet = book.active
    sheet.title = "Dossiers"
    sheet.append(HEADERS)
    sheet.append(ROW)
    partners = book.create_sheet("Partenaires")
    partners.append(("Entreprise", "SIREN", "Bassin"))
    partners.append(("Groupe Écho", "999524614", "Vosges"))
    book.save(folder / "passe.xlsx")
    return folder / "passe.xlsx"


def approve(services):
    dossiers = [services.dossiers.by_number(each) for each in (LENT, GRANTED)]
    for dossier in dossiers:
        for state in (DossierState.UNDER_APPRAISAL, DossierState.COMPLETE):
            services.dossiers.change_state(dossier, state)
    draft = MeetingDraft(HELD, time(14, 0), "Épinal", None, AUTHOR)
    meeting, _ = services.meetings.create(draft)
    services.meetings.set_agenda(meeting, dossiers)
    services.committee.open(meeting)
    services.committee.all_present(meeting)
    services.committee.establish_quorum(meeting)
    partner = services.people.partners()[0].id
    for line in services.meetings.detail(meeting).agenda:
        services.committee.begin_item(line.id)
        services.voting.open_ballot(line.id)
        services.voting.cast_remaining(line.id, VoteChoice.FOR)
        services.voting.close_ballot(line.id)
        services.voting.proclaim(line.id)
        terms = {"amount": Money(0), "days": 8, "jobs_created": 2, "skill_category": "Qualité"}
        draft = replace(services.decisions.proposal(line.id), partner_id=partner, **terms)
        services.decisions.record(line.id, draft)
    services.committee.close(meeting)


def lend(services):
    """Prepare two missions; the first is signed, two days are done, one of them confirmed."""
    missions, dossier = services.missions, services.dossiers.by_number(LENT)
    first, second = (each.id for each in services.people.partners()[:2])
    sheet = replace(
        missions.propose(dossier, first),
        contributor="Sophie Garçon",
        position="Responsable qualité",
        goals="Écrire le manuel qualité\nFormer deux chefs d’équipe",
        calendar="Un jeudi sur deux",
        planned_days=Decimal(5),
        starts_on=date(2026, 11, 25),
        ends_on=date(2027, 3, 31),
        consent=Agreement.YES,
        same_group=Agreement.NO,
    )
    mission, _ = missions.create(dossier, sheet)
    days = draft(Kind.DAYS_DONE, date(2026, 11, 26), "1.5", text="Visite des ateliers")
    missions.record(mission, draft(Kind.AGREEMENT_SIGNED, date(2026, 11, 24)))
    missions.record(mission, days)
    done = missions.detail(mission).events[-1].id
    missions.record(
        mission,
        draft(Kind.CONFIRMED_BY_COMPANY, date(2026, 11, 30), names_id=done),
        draft(Kind.CONFIRMED_BY_PARTNER, date(2026, 11, 30), names_id=done),
        draft(Kind.NOTE, date(2026, 11, 30), text="Le manuel avance."),
        draft(Kind.DAYS_DONE, date(2026, 12, 10), "1", text="Formation des chefs d’équipe"),
    )
    missions.create(dossier, replace(missions.propose(dossier, second), planned_days=Decimal(2)))


def draft(kind, on, days="0", **more):
    """Return something that happened, entered by Odile Perrin."""
    return MissionEventDraft(kind, on, Decimal(days), **({"author": AUTHOR} | more))


@dataclass
class Desk:
    """Services, the view and the window it stands in."""

    services: Services
    tools: MissionTools
    view: MissionsView
    window: QWidget
    said: list
    papers: list
    places: list

    def id(self, number):
        return self.services.dossiers.by_number(number)

    def show(self, number=LENT, mission=0):
        """Show the missions of a dossier, one of them chosen; return the view."""
        self.view.show_dossier(self.id(number))
        rows = self.rows(number)
        if rows:
            self.view.show_mission(rows[mission].id)
        return self.view

    def rows(self, number=LENT):
        return self.services.missions.rows(self.id(number))

    def detail(self, number=LENT, mission=0):
        return self.services.missions.detail(self.rows(number)[mission].id)

    def press(self, action):
        """Press the button of an action."""
        self.view.pane.bar.button(action).click()

    def dialog(self, kind):
        """Return the dialog of a kind that is open."""
        (one,) = [each for each in self.window.findChildren(kind) if each.isVisible()]
        return one

    def confirm(self, dialog):
        """Press the button that writes."""
        dialog.action.click()

    def box(self):
        """Return the text of the box that is open."""
        (box,) = [each for each in self.window.findChildren(QMessageBox) if each.isVisible()]
        return box.text()


@pytest.fixture
def pool():
    pool = RegistryPool(at_once=60_000)
    yield pool
    pool.close()


@pytest.fixture
def tools(qapp, stored_missions, tmp_path, pool):
    path = tmp_path / "missions.alize"
    shutil.copy(stored_missions, path)
    clock = TickingClock(TODAY.year, TODAY.month, TODAY.day, 10)
    kept = [AUTHOR]
    with Registry.open(path, clock) as registry:
        yield MissionTools(
            Services(registry),
            Bus(),
            lambda: TODAY,
            lambda: kept[-1],
            kept.append,
            tmp_path / "log",
            pool,
        )
        pool.waitForDone()


@pytest.fixture
def desk(qtbot, tools):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(760, 900)
    view = MissionsView(tools, window)
    view.resize(window.size())
    window.show()
    found = Desk(tools.services, tools, view, window, [], [], [])
    view.said.connect(found.said.append)
    view.paper_asked.connect(lambda *asked: found.papers.append(asked))
    view.place_asked.connect(found.places.append)
    return found
