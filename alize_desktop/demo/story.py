"""The demonstration: a meeting of three dossiers held through the real screens, and what follows.

The windows receive the events a person would send, key by key. Only what has no
screen worth showing (the import, what partners agreed to, what happens after the
meeting) is asked of services.
The clock and the identifiers are repeatable, so two plays leave the same minutes,
byte for byte.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from alize_desktop.demo.hands import Hands
from alize_desktop.demo.jobs import FollowedJobs
from alize_desktop.demo.matching import ShownPartners
from alize_desktop.demo.meeting import HeldMeeting
from alize_desktop.demo.missions import LentPeople
from alize_desktop.demo.money import LentMoney
from alize_desktop.demo.partners import KnownPartners
from alize_desktop.demo.preparation import AGENDA, Preparation
from alize_desktop.demo.repeatable import DemonstrationClock
from alize_desktop.demo.report import ShownReport
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.values import Money
from alize_desktop.services.bundle import Services
from alize_desktop.services.work import drained
from alize_desktop.ui.main_window import MainWindow

PROGRAMME: Final = Programme(
    basin="Côte-d’Or",
    operator="Alizé Côte-d’Or (démonstration)",
    fund_amount=Money(120_000_00),
    is_demonstration=True,
)

IDENTITY: Final = PaperIdentity(
    address="1 rue de l’Exemple\n21000 Dijon",
    signatory="Claire Roussel, directrice",
    footer="Opérateur inventé pour la démonstration",
)
"""How the invented office signs its letters."""

_OPENS: Final = datetime(2026, 5, 19, 12, 1, tzinfo=UTC)


class Demonstration:
    """Plays the meeting.

    Args:
        window: The main window, on an empty registry.
        services: Services of that registry.
        folder: Where papers and pictures are left.
        clock: Clock of the registry.
    """

    def __init__(
        self, window: MainWindow, services: Services, folder: Path, clock: DemonstrationClock
    ) -> None:
        self._window = window
        self._services = services
        self._folder = folder
        self._clock = clock
        self._hands = Hands(folder)

    def play(self) -> Iterator[str]:
        """Play it all; yield the name of each file left."""
        self._window.show()
        services = self._services
        preparation = Preparation(self._window, services, self._hands)
        preparation.import_sample()
        yield from preparation.adopt_rules()
        services.templates.adopt_identity(IDENTITY)
        meeting_id = preparation.prepare_meeting()
        yield from preparation.send_notice()
        KnownPartners(self._window, services).write()
        self._clock.come(_OPENS)
        yield from self._hold(meeting_id)
        yield from preparation.show_dossiers()
        yield from self._write_papers(meeting_id)
        money = LentMoney(self._window, services, self._hands, self._clock)
        yield from money.lend()
        yield from LentPeople(self._window, services, self._hands, self._clock).lend()
        yield from ShownPartners(self._window, services, self._hands).show()
        yield from money.look_ahead()
        yield from FollowedJobs(self._window, services, self._hands, self._clock).follow()
        yield from ShownReport(self._window, self._hands).show()

    def _hold(self, meeting_id: UUID) -> Iterator[str]:
        committee = self._window.open_committee(meeting_id)
        if committee is None:
            msg = "the main window has no registry"
            raise RuntimeError(msg)
        committee.showNormal()
        yield from HeldMeeting(committee, self._hands, self._clock).hold()
        committee.close()

    def _write_papers(self, meeting_id: UUID) -> Iterator[str]:
        services = self._services
        paper = drained(services.minutes.export(meeting_id, self._folder / "pv.pdf"))
        yield paper.path
        dossier_id = services.dossiers.by_number(AGENDA[0])
        path = self._folder / f"echeancier-{AGENDA[0]}.xlsx"
        yield drained(services.schedules.export(dossier_id, path)).path
        prepared = drained(
            services.preparation.prepare(meeting_id, self._folder, with_copies=False)
        )
        yield from (each.path for each in (*prepared.papers, prepared.manifest, prepared.archive))
