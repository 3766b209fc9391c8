"""The services of competences, missions, jobs and reports, built when first asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from alize_desktop.services.money_bundle import MoneyServices

if TYPE_CHECKING:
    from alize_desktop.services.follow_up import FollowUpService
    from alize_desktop.services.history_reopening import HistoryService
    from alize_desktop.services.job_papers import JobPaperService
    from alize_desktop.services.jobs import JobService
    from alize_desktop.services.matching import MatchingService
    from alize_desktop.services.mission_papers import MissionPaperService
    from alize_desktop.services.missions import MissionService
    from alize_desktop.services.partners import PartnerService
    from alize_desktop.services.reports import ReportService


class ResultServices(MoneyServices):
    """What partners lend, what was promised, and what came of it."""

    @cached_property
    def partners(self) -> "PartnerService":
        """Partner companies: agreements, offers, conflicts, days, categories."""
        from alize_desktop.services.partners import PartnerService

        return PartnerService(self._registry)

    @cached_property
    def matching(self) -> "MatchingService":
        """Which partner may answer a need, and why."""
        from alize_desktop.services.matching import MatchingService

        return MatchingService(self._registry)

    @cached_property
    def missions(self) -> "MissionService":
        """Missions, from the plan to the evaluation."""
        from alize_desktop.services.missions import MissionService

        return MissionService(self._registry)

    @cached_property
    def mission_papers(self) -> "MissionPaperService":
        """Agreements, amendments and sheets of days of missions."""
        from alize_desktop.services.mission_papers import MissionPaperService

        return MissionPaperService(self._registry)

    @cached_property
    def jobs(self) -> "JobService":
        """Needs diagnosed, jobs promised and observed."""
        from alize_desktop.services.jobs import JobService

        return JobService(self._registry)

    @cached_property
    def job_papers(self) -> "JobPaperService":
        """The letter about a promise of jobs that was missed."""
        from alize_desktop.services.job_papers import JobPaperService

        return JobPaperService(self._registry)

    @cached_property
    def follow_up(self) -> "FollowUpService":
        """What is due, and the rules of the follow-up."""
        from alize_desktop.services.follow_up import FollowUpService

        return FollowUpService(self._registry)

    @cached_property
    def history(self) -> "HistoryService":
        """Decisions taken over from the past."""
        from alize_desktop.services.history_reopening import HistoryService

        return HistoryService(self._registry)

    @cached_property
    def reports(self) -> "ReportService":
        """What the programme achieved."""
        from alize_desktop.services.reports import ReportService

        return ReportService(self._registry)
