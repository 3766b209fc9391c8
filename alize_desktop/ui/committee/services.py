"""The services that hold a meeting, together, as the committee window needs them."""

from dataclasses import dataclass

from alize_desktop.services.agenda import AgendaService
from alize_desktop.services.bundle import Services
from alize_desktop.services.committee import CommitteeService
from alize_desktop.services.corrections import CorrectionService
from alize_desktop.services.counted_voting import CountedVotingService
from alize_desktop.services.decisions import DecisionService
from alize_desktop.services.dossier_finder import DossierFinder
from alize_desktop.services.meeting_life import MeetingLifeService
from alize_desktop.services.meetings import MeetingService
from alize_desktop.services.partners import PartnerService
from alize_desktop.services.people import PeopleService
from alize_desktop.services.recusals import RecusalService
from alize_desktop.services.voting import VotingService


@dataclass(frozen=True, slots=True)
class CommitteeServices:
    """Everything the committee window asks the registry.

    Attributes:
        committee: Opening, roll, points of the agenda, closing.
        voting: Ballots, and those by name.
        counted: Shows of hands, secret ballots, consensus.
        corrections: Results corrected after their proclamation.
        recusals: Who steps aside.
        life: Suspensions and the check-list before closing.
        agenda: Points added, conditions followed.
        decisions: Decisions.
        meetings: What the members answered to the notice.
        people: Members and partners.
        partners: Categories of competences.
        finder: Dossiers that may still be added.
    """

    committee: CommitteeService
    voting: VotingService
    counted: CountedVotingService
    corrections: CorrectionService
    recusals: RecusalService
    life: MeetingLifeService
    agenda: AgendaService
    decisions: DecisionService
    meetings: MeetingService
    people: PeopleService
    partners: PartnerService
    finder: DossierFinder


def committee_services(services: Services) -> CommitteeServices:
    """Return those of the services of a registry that hold a meeting."""
    return CommitteeServices(
        committee=services.committee,
        voting=services.voting,
        counted=services.counted,
        corrections=services.corrections,
        recusals=services.recusals,
        life=services.life,
        agenda=services.agenda,
        decisions=services.decisions,
        meetings=services.meetings,
        people=services.people,
        partners=services.partners,
        finder=services.finder,
    )
