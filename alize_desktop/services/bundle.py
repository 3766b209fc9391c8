"""Every service of one open registry, built together."""

from dataclasses import dataclass
from typing import Self

from alize_desktop.models.store.registry import Registry
from alize_desktop.services.committee import CommitteeService
from alize_desktop.services.decisions import DecisionService
from alize_desktop.services.dossiers import DossierService
from alize_desktop.services.importing import ImportService
from alize_desktop.services.meetings import MeetingService
from alize_desktop.services.minutes import MinutesService
from alize_desktop.services.people import PeopleService
from alize_desktop.services.programme import ProgrammeService
from alize_desktop.services.schedules import ScheduleService
from alize_desktop.services.voting import VotingService


@dataclass(frozen=True, slots=True)
class Services:
    """The services of one registry; screens receive those they need."""

    programme: ProgrammeService
    people: PeopleService
    dossiers: DossierService
    importing: ImportService
    meetings: MeetingService
    committee: CommitteeService
    voting: VotingService
    decisions: DecisionService
    minutes: MinutesService
    schedules: ScheduleService

    @classmethod
    def of(cls, registry: Registry) -> Self:
        """Build every service on ``registry``, which stays open as long as they are used."""
        return cls(
            programme=ProgrammeService(registry),
            people=PeopleService(registry),
            dossiers=DossierService(registry),
            importing=ImportService(registry),
            meetings=MeetingService(registry),
            committee=CommitteeService(registry),
            voting=VotingService(registry),
            decisions=DecisionService(registry),
            minutes=MinutesService(registry),
            schedules=ScheduleService(registry),
        )
