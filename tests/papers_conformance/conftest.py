"""Three meetings held through the services, and the folder of papers of each."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    ConditionKind,
    DecisionOutcome,
    MeetingKind,
    MissionEventKind,
    VoteChoice,
)
from alize_desktop.models.records.ballots import CountProtocol, Counts
from alize_desktop.models.records.decisions import Condition, DecisionDraft
from alize_desktop.models.records.missions import MissionEventDraft
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.services.work import drained
from tests.clocks import TickingClock
from tests.services.conftest import Office

GRANTED, CONDITIONAL, REDUCED = "2026-001", "2026-002", "2026-004"
DEFERRED, REFUSED, WITHDRAWN = "2026-005", "2026-006", "2026-007"
CHAIR, BANKER = 1, 11
CONDITIONS = (
    Condition("Accord définitif de la banque", ConditionKind.PRECEDENT, date(2027, 2, 23)),
    Condition("Remise des comptes annuels", ConditionKind.FOLLOW_UP),
)


def logo():
    """Return a picture that a bank would send: with a see-through ground."""
    file = BytesIO()
    Image.new("RGBA", (300, 120), (0, 60, 120, 90)).save(file, "PNG")
    return file.getvalue()


def new_office(folder):
    """Return the office: its workbook imported, its name, its address, its looks."""
    clock = TickingClock(2026, 11, 23, 13)
    programme = Programme("Côte-d’Or", "Alizé Côte-d’Or", fund_amount=Money(100_000_00))
    registry = Registry.create(folder / "bassin.alize", programme, clock)
    services = Services(registry)
    book = resource("samples", "bassin-dossiers.xlsx")
    services.importing.accept(services.importing.preview(book))
    looks = PaperIdentity("12 rue de la Liberté\n21000 Dijon", "Claire Roussel, directrice")
    services.templates.adopt_identity(looks, logo())
    return Office(registry, services, clock)


def reject(office, meeting, number):
    item = office.vote(meeting, number, others=VoteChoice.AGAINST)
    office.services.voting.proclaim(item)
    draft = DecisionDraft(DecisionOutcome.REJECTED, grounds="Plan de financement non bouclé")
    office.services.decisions.record(item, draft)


def approve_in_secret(office, meeting, number):
    """Approve less than what was asked, by papers in an urn."""
    services, item = office.services, office.present(meeting, number)
    services.voting.open_ballot(item, BallotForm.SECRET)
    voters = int(office.state(meeting).current.ballot.voices_entitled)
    scrutineers = ("Bruno Martin", "Odile Perrin")
    services.counted.record_counts(
        item, CountProtocol(Counts(voters, 0), voters, scrutineers=scrutineers)
    )
    services.voting.close_ballot(item)
    services.voting.proclaim(item)
    draft = replace(
        services.decisions.proposal(item),
        outcome=DecisionOutcome.APPROVED_REDUCED,
        amount=Money(3_000_00),
        grounds="Besoin moindre",
    )
    services.decisions.record(item, draft)


def hold_first(office):
    """Hold a meeting where each outcome is decided once; a banker steps aside."""
    numbers = (GRANTED, CONDITIONAL, REDUCED, DEFERRED, REFUSED, WITHDRAWN)
    meeting = office.prepare(*numbers, place="Salle des Ducs, Dijon")
    office.services.committee.open(meeting)
    office.call(meeting, 3, AttendanceKind.REPRESENTED, 5)
    office.call(meeting, 4, AttendanceKind.EXCUSED)
    office.services.committee.all_present(meeting)
    office.services.committee.establish_quorum(meeting)
    item = office.item(meeting, GRANTED)
    office.services.recusals.declare(item, office.member(BANKER).id, "Banque de l’entreprise")
    partner = office.services.people.partners()[0].id
    office.approve(meeting, GRANTED, days=3, partner_id=partner)
    conditional = DecisionOutcome.APPROVED_WITH_CONDITIONS
    office.approve(
        meeting, CONDITIONAL, outcome=conditional, days=2, partner_id=partner, conditions=CONDITIONS
    )
    approve_in_secret(office, meeting, REDUCED)
    office.defer(meeting, DEFERRED)
    reject(office, meeting, REFUSED)
    item = office.item(meeting, WITHDRAWN)
    office.services.decisions.record(item, DecisionDraft(DecisionOutcome.WITHDRAWN))
    office.services.committee.close(meeting)
    return meeting


def hold_second(office):
    """Hold a meeting that changes a decision of the first."""
    meeting = office.hold(CONDITIONAL, complete=False, held_on=date(2026, 12, 7))
    partner = office.services.people.partners()[1].id
    less = {"amount": Money(9_000_00), "outcome": DecisionOutcome.APPROVED_REDUCED}
    office.approve(meeting, CONDITIONAL, **less, partner_id=partner)
    office.services.committee.close(meeting)
    return meeting


def prepared(office, meeting, folder):
    """Make the papers of a meeting, packs of members left out; return their folder."""
    made = drained(office.services.preparation.prepare(meeting, folder, with_copies=False))
    assert {each.error.code for each in made.refused} <= {ErrorCode.WRITTEN_CONSULTATION}
    return made.folder


def copied(office, meeting, folder, seat):
    """Make the pack of one member; return whether something is withheld."""
    steps = office.services.packs.pack(meeting, office.member(seat).id, folder / f"{seat}.pdf")
    return bool(drained(steps).copy.withheld)


def lend(office, folder):
    """Prepare a mission, do a day of it, and make its three papers in a folder."""
    services, dossier = office.services, office.dossier(GRANTED)
    partner = services.people.partners()[0].id
    sheet = replace(
        services.missions.propose(dossier, partner),
        category="Qualité",
        contributor="Sophie Garçon",
        position="Responsable qualité",
        goals="Écrire le manuel qualité\nFormer deux opérateurs",
    )
    mission, _ = services.missions.create(dossier, sheet)
    today, author = sheet.starts_on, "Odile Perrin"
    for kind, days in (
        (MissionEventKind.AGREEMENT_SIGNED, Decimal(0)),
        (MissionEventKind.DAYS_DONE, Decimal("0.5")),
        (MissionEventKind.AMENDED, Decimal(5)),
    ):
        draft = MissionEventDraft(kind, today, days, "Visite de l’atelier", author=author)
        services.missions.record(mission, draft)
    papers = services.mission_papers
    drained(papers.agreement(mission, folder / "Convention de la mission.pdf"))
    drained(papers.amendment(mission, folder / "Avenant de la mission.pdf"))
    drained(papers.sheet(mission, folder / "Feuille de jours.pdf"))


@pytest.fixture(scope="session")
def folders(tmp_path_factory):
    """The papers of three meetings: of every outcome, of an amendment, and one in writing.

    The first has two packs of members more; one of them steps aside from a dossier. It has
    the papers of a mission too.
    """
    folder = tmp_path_factory.mktemp("papers")
    office = new_office(folder)
    meeting = hold_first(office)
    first = prepared(office, meeting, folder)
    assert [copied(office, meeting, first, each) for each in (CHAIR, BANKER)] == [False, True]
    lend(office, first)
    second = prepared(office, hold_second(office), folder)
    written = {"kind": MeetingKind.WRITTEN, "replies_by": date(2026, 12, 28)}
    coming = office.prepare("2026-008", held_on=date(2026, 12, 21), **written)
    third = prepared(office, coming, folder)
    office.registry.close()
    return first, second, third
