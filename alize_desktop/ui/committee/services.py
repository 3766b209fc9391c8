"""The services that hold a meeting, together, as the committee window needs them."""

from dataclasses import dataclass

from alize_desktop.services.bundle import Services
from alize_desktop.services.committee import CommitteeService
from alize_desktop.services.decisions import DecisionService
from alize_desktop.services.people import PeopleService
from alize_desktop.services.voting import VotingService


@dataclass(frozen=True, slots=True)
class CommitteeServices:
    """Everything the committee window asks the registry.

    Attributes:
        committee: Opening, roll, points of the agenda, closing.
        voting: Ballots.
        decisions: Decisions.
        people: Members and partners.
    """

    committee: CommitteeService
    voting: VotingService
    decisions: DecisionService
    people: PeopleService


def committee_services(services: Services) -> CommitteeServices:
    """Return those of the services of a registry that hold a meeting."""
    return CommitteeServices(
        committee=services.committee,
        voting=services.voting,
        decisions=services.decisions,
        people=services.people,
    )
