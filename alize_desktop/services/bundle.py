"""Every service of one open registry, each built when it is first asked for.

A service is imported with it: the window starts with the list of dossiers, which
loads nothing; a dossier, a meeting, an import or a paper loads what it needs when
it comes, unless ``load`` did it before.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from alize_desktop.models.records.dossier_list import DossierQuery
from alize_desktop.models.records.programme import Programme
from alize_desktop.services.dossier_finder import DossierFinder
from alize_desktop.services.programme_reading import current_programme, is_ahead
from alize_desktop.services.result_bundle import ResultServices

if TYPE_CHECKING:
    from alize_desktop.services.agenda import AgendaService
    from alize_desktop.services.committee import CommitteeService
    from alize_desktop.services.copies import CopyService
    from alize_desktop.services.corrections import CorrectionService
    from alize_desktop.services.counted_voting import CountedVotingService
    from alize_desktop.services.decisions import DecisionService
    from alize_desktop.services.dossier_papers import DossierPaperService
    from alize_desktop.services.dossiers import DossierService
    from alize_desktop.services.importing import ImportService
    from alize_desktop.services.meeting_life import MeetingLifeService
    from alize_desktop.services.meeting_papers import MeetingPaperService
    from alize_desktop.services.meetings import MeetingService
    from alize_desktop.services.minutes import MinutesService
    from alize_desktop.services.minutes_texts import MinutesTextService
    from alize_desktop.services.packs import PackService
    from alize_desktop.services.paper_listing import PaperListService
    from alize_desktop.services.people import PeopleService
    from alize_desktop.services.preparation import PreparationService
    from alize_desktop.services.private_notes import NoteService
    from alize_desktop.services.programme import ProgrammeService
    from alize_desktop.services.recusals import RecusalService
    from alize_desktop.services.regulations import RegulationService
    from alize_desktop.services.schedules import ScheduleService
    from alize_desktop.services.sendings import SendingService
    from alize_desktop.services.signing import SigningService
    from alize_desktop.services.templates import TemplateService
    from alize_desktop.services.voting import VotingService


class Services(ResultServices):
    """The services of one registry, which stays open as long as they are used."""

    def current_programme(self) -> Programme:
        """Return the settings of the programme; loads nothing."""
        return current_programme(self._registry)

    def is_ahead(self) -> bool:
        """Return whether the registry was written on days that are to come."""
        return is_ahead(self._registry)

    def load(self) -> None:
        """Load what the first click asks for. Any thread may; the others wait for it."""
        self._registry.load()
        _ = self.meetings, self.people
        for row in self.finder.search(DossierQuery()).rows[:1]:
            self.dossiers.detail(row.id)  # statements and public holidays are made ready

    @cached_property
    def finder(self) -> DossierFinder:
        """The list of dossiers; loads nothing."""
        return DossierFinder(self._registry)

    @cached_property
    def programme(self) -> "ProgrammeService":
        """The programme's settings and the check of its file."""
        from alize_desktop.services.programme import ProgrammeService

        return ProgrammeService(self._registry)

    @cached_property
    def people(self) -> "PeopleService":
        """Members and partner companies."""
        from alize_desktop.services.people import PeopleService

        return PeopleService(self._registry)

    @cached_property
    def dossiers(self) -> "DossierService":
        """Dossiers."""
        from alize_desktop.services.dossiers import DossierService

        return DossierService(self._registry)

    @cached_property
    def importing(self) -> "ImportService":
        """Workbooks brought in."""
        from alize_desktop.services.importing import ImportService

        return ImportService(self._registry)

    @cached_property
    def meetings(self) -> "MeetingService":
        """Meetings prepared."""
        from alize_desktop.services.meetings import MeetingService

        return MeetingService(self._registry)

    @cached_property
    def life(self) -> "MeetingLifeService":
        """A meeting from its notice to the approval of its minutes."""
        from alize_desktop.services.meeting_life import MeetingLifeService

        return MeetingLifeService(self._registry)

    @cached_property
    def agenda(self) -> "AgendaService":
        """Agendas point by point, and conditions followed."""
        from alize_desktop.services.agenda import AgendaService

        return AgendaService(self._registry)

    @cached_property
    def regulations(self) -> "RegulationService":
        """Rules of procedure."""
        from alize_desktop.services.regulations import RegulationService

        return RegulationService(self._registry)

    @cached_property
    def committee(self) -> "CommitteeService":
        """The meeting held."""
        from alize_desktop.services.committee import CommitteeService

        return CommitteeService(self._registry)

    @cached_property
    def voting(self) -> "VotingService":
        """Ballots."""
        from alize_desktop.services.voting import VotingService

        return VotingService(self._registry)

    @cached_property
    def counted(self) -> "CountedVotingService":
        """Ballots without names."""
        from alize_desktop.services.counted_voting import CountedVotingService

        return CountedVotingService(self._registry)

    @cached_property
    def corrections(self) -> "CorrectionService":
        """Results corrected after their proclamation."""
        from alize_desktop.services.corrections import CorrectionService

        return CorrectionService(self._registry)

    @cached_property
    def recusals(self) -> "RecusalService":
        """Members who step aside."""
        from alize_desktop.services.recusals import RecusalService

        return RecusalService(self._registry)

    @cached_property
    def decisions(self) -> "DecisionService":
        """Decisions."""
        from alize_desktop.services.decisions import DecisionService

        return DecisionService(self._registry)

    @cached_property
    def minutes(self) -> "MinutesService":
        """Minutes."""
        from alize_desktop.services.minutes import MinutesService

        return MinutesService(self._registry)

    @cached_property
    def minutes_texts(self) -> "MinutesTextService":
        """What is written in minutes by hand, and their life."""
        from alize_desktop.services.minutes_texts import MinutesTextService

        return MinutesTextService(self._registry)

    @cached_property
    def meeting_papers(self) -> "MeetingPaperService":
        """Papers of a meeting, its minutes left out."""
        from alize_desktop.services.meeting_papers import MeetingPaperService

        return MeetingPaperService(self._registry)

    @cached_property
    def sendings(self) -> "SendingService":
        """The register of what was sent."""
        from alize_desktop.services.sendings import SendingService

        return SendingService(self._registry)

    @cached_property
    def preparation(self) -> "PreparationService":
        """Every paper of a meeting at once."""
        from alize_desktop.services.preparation import PreparationService

        return PreparationService(self._registry)

    @cached_property
    def paper_lists(self) -> "PaperListService":
        """Papers made and to make, and those older than the data."""
        from alize_desktop.services.paper_listing import PaperListService

        return PaperListService(self._registry)

    @cached_property
    def packs(self) -> "PackService":
        """Decision packs, and the register of their copies."""
        from alize_desktop.services.packs import PackService

        return PackService(self._registry)

    @cached_property
    def schedules(self) -> "ScheduleService":
        """Schedule workbooks."""
        from alize_desktop.services.schedules import ScheduleService

        return ScheduleService(self._registry)

    @cached_property
    def signing(self) -> "SigningService":
        """Signatures of papers, and their verification."""
        from alize_desktop.services.signing import SigningService

        return SigningService(self._registry)

    @cached_property
    def templates(self) -> "TemplateService":
        """Texts and looks of papers."""
        from alize_desktop.services.templates import TemplateService

        return TemplateService(self._registry)

    @cached_property
    def dossier_papers(self) -> "DossierPaperService":
        """Letters and agreements of one dossier."""
        from alize_desktop.services.dossier_papers import DossierPaperService

        return DossierPaperService(self._registry)

    @cached_property
    def notes(self) -> "NoteService":
        """Private notes of the operator."""
        from alize_desktop.services.private_notes import NoteService

        return NoteService(self._registry)

    @cached_property
    def copies(self) -> "CopyService":
        """Copies of the registry, and rehearsals."""
        from alize_desktop.services.copies import CopyService

        return CopyService(self._registry)
