"""A meeting of a real office, records to show a step alone, and keys to press."""

import os
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID, uuid5

import pytest
from PySide6.QtTest import QTest

from alize_desktop.models.enums import (
    BallotForm,
    BallotOutcome,
    Civility,
    DossierState,
    ExpertAdvice,
    ItemStep,
    JobContract,
    MeetingState,
    MemberCollege,
    MemberOffice,
    ProjectKind,
)
from alize_desktop.models.records.ballots import BallotResult, Counts
from alize_desktop.models.records.committee import (
    Attendance,
    BallotState,
    CommitteeState,
    CurrentItem,
    QuorumState,
    VoterTile,
)
from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DossierSheet,
    FinancingDetails,
    JobsDetails,
    OpinionDetails,
    ProjectDetails,
    RequestDetails,
    SkillsDetails,
)
from alize_desktop.models.records.meetings import AgendaLine, MeetingDraft, MeetingRow
from alize_desktop.models.records.people import Member, MemberSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.rules import CommitteeRules, Majority
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.committee.services import committee_services
from alize_desktop.ui.committee.window import CommitteeWindow
from tests.clocks import TickingClock

SPACE = UUID("00000000-0000-7000-8000-000000000000")
NAMES = ("Martin", "Lévêque", "O’Brien", "Weiß", "Thiébaut", "Garçon", "Perrin", "Le Bihan")


def an_id(name):
    return uuid5(SPACE, name)


def a_member(seat, **more):
    last = NAMES[(seat - 1) % len(NAMES)]
    civility = Civility.MADAME if seat % 2 else Civility.MONSIEUR
    sheet = MemberSheet(
        civility,
        "Inès" if seat % 2 else "Bruno",
        last,
        f"Usine {seat}",
        MemberCollege.ENTERPRISE,
        MemberOffice.CHAIR if seat == 1 else MemberOffice.MEMBER,
        Decimal(1),
    )
    alternate_of = more.pop("alternate_of_id", None)
    return Member(an_id(f"member {seat}"), seat, replace(sheet, **more), alternate_of)


def a_line(position, step=ItemStep.PENDING, **more):
    line = AgendaLine(
        id=an_id(f"item {position}"),
        position=position,
        dossier_id=an_id(f"dossier {position}"),
        number=f"2026-00{position}",
        company=f"Société {position}",
        town="Dijon",
        requested_amount=Money(15_000_00),
        days=6,
        jobs_created=3,
        step=step,
        outcome=None,
        recused=(),
    )
    return replace(line, **more)


def a_sheet(**more):
    sheet = DossierSheet(
        number="2026-001",
        company=CompanyDetails("Électricité Saint-Éloi", "999631708", town="Dijon"),
        filed_on=date(2026, 3, 3),
        project=ProjectDetails(
            "Vidéosurveillance", ProjectKind.DEVELOPMENT, "Vendre", "Vendre", "Recruter"
        ),
        financing=FinancingDetails(Money(40_000_00), Money(5_000_00), Money(20_000_00)),
        request=RequestDetails(Money(15_000_00), 48, 12, 3),
        jobs=JobsDetails(3, 2, 1, JobContract.PERMANENT),
        skills=SkillsDetails("Ressources humaines", 6),
        opinion=OpinionDetails("Mme Roussel", ExpertAdvice.FAVOURABLE, "Solide."),
    )
    return replace(sheet, **more)


def a_quorum(counted=4, required=3):
    reached = counted >= required
    return QuorumState(5, required, counted, reached, "5 membres en exercice.")


def a_tile(number, choice=None, holder=None, **more):
    member = a_member(number)
    tile = VoterTile(
        member=a_member(9) if holder else member,
        number=number,
        holder_id=member.id if holder else None,
        holder_name=member.sheet.full_name if holder else "",
        weight=Decimal(1),
        choice=choice,
        is_recused=False,
    )
    return replace(tile, **more)


def a_result(**more):
    result = BallotResult(
        counts=Counts(0, 0), majority=Majority(), base=0, needed=None,
        outcome=BallotOutcome.NO_DECISION, remaining=4, lacking=3, voters=4,
    )  # fmt: skip
    return replace(result, **more)


def a_ballot(**more):
    ballot = BallotState(
        id=an_id("ballot"),
        form=BallotForm.NAMED,
        opened_at=datetime(2026, 3, 24, 14, tzinfo=UTC),
        closed_at=None,
        proclaimed_at=None,
        result=a_result(),
        missing=4,
        sentence="",
    )
    return replace(ballot, **more)


def an_item(step=ItemStep.PRESENTED, **more):
    item = CurrentItem(
        line=a_line(1, step),
        sheet=a_sheet(),
        tiles=(a_tile(1), a_tile(2), a_tile(2, holder=True), a_tile(3)),
        quorum=a_quorum(),
        ballot=None,
        decision=None,
        suggested_recusals=(),
    )
    return replace(item, **more)


def a_state(current=None, **more):
    """Return an open meeting whose quorum was established, unless told otherwise."""
    at = datetime(2026, 3, 24, 13, 2, tzinfo=UTC)
    draft = MeetingDraft(date(2026, 3, 24), time(14, 0), "Dijon", None, "Mme Roussel")
    agenda = (current.line, a_line(2)) if current else (a_line(1), a_line(2))
    members = [a_member(seat) for seat in range(1, 6)]
    state = CommitteeState(
        row=MeetingRow(an_id("meeting"), "CA-2026-01", draft, MeetingState.OPEN, 2, 0),
        presiding=members[0],
        opened_at=at,
        quorum_at=at,
        closed_at=None,
        attendance=tuple(Attendance(each, None, None, None) for each in members),
        quorum=a_quorum(),
        agenda=agenda,
        current=current,
        fund_left=Money(120_000_00),
        days_left=Decimal(64),
        present=4,
        represented=1,
        voices=Decimal(5),
        programme=Programme(basin="Côte-d’Or"),
        rules=CommitteeRules(),
    )
    return replace(state, **more)


@pytest.fixture
def make():
    """Records: ``make.state(make.item())`` and so on."""
    return SimpleNamespace(
        id=an_id,
        member=a_member,
        line=a_line,
        sheet=a_sheet,
        quorum=a_quorum,
        tile=a_tile,
        result=a_result,
        ballot=a_ballot,
        item=an_item,
        state=a_state,
    )


@pytest.fixture
def show(qtbot, theme):
    """Show a widget at a size, with the keyboard, and return it."""

    def shown(widget, width=1000, height=640):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        widget.setFocus()
        qtbot.wait(1)
        return widget

    return shown


@pytest.fixture
def press(qtbot):
    """Press keys one after the other where the keyboard is: letters, or ``Qt.Key``."""

    def pressed(widget, *keys):
        for key in keys:
            target = widget.window().focusWidget() or widget
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            elif isinstance(key, tuple):
                QTest.keyClick(target, *key)
            else:
                QTest.keyClick(target, key)
            qtbot.wait(1)

    return pressed


@pytest.fixture
def picture():
    """Leave a picture of a widget where ALIZE_SCREENSHOTS says, if it says."""

    def taken(widget, name):
        folder = os.environ.get("ALIZE_SCREENSHOTS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            assert widget.grab().save(str(Path(folder) / f"{name}.png"))

    return taken


@pytest.fixture(scope="session")
def stored_office(tmp_path_factory):
    """A registry with the sample workbook in it, and three complete dossiers."""
    path = tmp_path_factory.mktemp("office") / "office.alize"
    clock = TickingClock(2026, 11, 23, 13, 2)
    programme = Programme(basin="Côte-d’Or", fund_amount=Money(120_000_00))
    registry = Registry.create(path, programme, clock)
    services = Services(registry)
    services.importing.accept(
        services.importing.preview(resource("samples", "bassin-dossiers.xlsx"))
    )
    for number in ("2026-006", "2026-003", "2026-013"):
        dossier = services.dossiers.by_number(number)
        for state in (DossierState.UNDER_APPRAISAL, DossierState.COMPLETE):
            services.dossiers.change_state(dossier, state)
    registry.close()
    return path


@dataclass
class Room:
    """A prepared meeting of three dossiers, and the window that holds it."""

    services: Services
    meeting: UUID
    clock: TickingClock
    bus: Bus
    open_window: object

    def state(self):
        return self.services.committee.state(self.meeting)


@pytest.fixture
def room(qtbot, theme, tmp_path, stored_office):
    path = tmp_path / "office.alize"
    shutil.copy(stored_office, path)
    clock = TickingClock(2026, 11, 23, 13, 2)
    registry = Registry.open(path, clock)
    services = Services(registry)
    draft = MeetingDraft(date(2026, 11, 23), time(14, 0), "Dijon", None, "Mme Roussel")
    meeting, _ = services.meetings.create(draft)
    numbers = ("2026-006", "2026-003", "2026-013")
    services.meetings.set_agenda(meeting, [services.dossiers.by_number(each) for each in numbers])
    bus = Bus()

    def open_window(width=1366, height=768, **more):
        window = CommitteeWindow(
            meeting, committee_services(services), bus, tmp_path / "log", clock.local, **more
        )
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        qtbot.wait(1)
        return window

    yield Room(services, meeting, clock, bus, open_window)
    registry.close()
