"""Makes what a dossier shows of the other parts of the program; none of them knows it."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.services.bundle import Services
from alize_desktop.ui.dossiers.tools import DossierView
from alize_desktop.ui.shell.mission_screens import MissionScreens
from alize_desktop.ui.shell.money_screens import MoneyScreens
from alize_desktop.ui.shell.surroundings import Surroundings


class DossierViews(QObject):
    """Gives a dossier its tabs that are made elsewhere, and passes on what they ask.

    Args:
        surroundings: What it hands to each besides services.
        money: Makes the view of state aid.
        missions: Makes the view of missions.

    Signals:
        paper_asked: A paper is to be written where the user says. Args: the proposed
            name of its file, what writes it.
        place_asked: Another place is to be shown. Arg: its key.
        field_asked: A field of the dossier shown is to be filled. Arg: its path.
        mission_asked: A mission of the dossier shown is to be prepared. Args: the
            partner, the dossier.
        partner_asked: A partner is to be shown. Arg: its identifier.
    """

    paper_asked = Signal(str, object)
    place_asked = Signal(object)
    field_asked = Signal(str)
    mission_asked = Signal(object, object)
    partner_asked = Signal(object)

    def __init__(
        self, surroundings: Surroundings, money: MoneyScreens, missions: MissionScreens
    ) -> None:
        super().__init__()
        self._around = surroundings
        self._money = money
        self._made_of_missions = missions

    def of(self, services: Services) -> tuple[DossierView, ...]:
        """Return the views of a registry, in the order of their tabs."""
        return (
            DossierView("jobs", self.tr("Emplois"), partial(self._jobs, services)),
            DossierView("skills", self.tr("Compétences"), partial(self._matching, services)),
            DossierView("missions", self.tr("Missions"), partial(self._missions, services)),
            DossierView("aid", self.tr("Aide d’État"), partial(self._money.aid_view, services)),
        )

    def _jobs(self, services: Services) -> QWidget:
        from alize_desktop.ui.jobs.tools import JobTools  # noqa: PLC0415  # on demand
        from alize_desktop.ui.jobs.view import JobsView  # noqa: PLC0415  # likewise

        tools = JobTools(
            services=services,
            bus=self._around.bus,
            today=self._around.today_in(services),
            author=self._around.preferences.author,
            keep_author=self._around.preferences.remember_author,
            log_file=self._around.log_file,
        )
        view = JobsView(tools)
        view.paper_asked.connect(self.paper_asked)
        view.place_asked.connect(self.place_asked)
        return view

    def _missions(self, services: Services) -> QWidget:
        view = self._made_of_missions.view(services)
        view.paper_asked.connect(self.paper_asked)
        view.place_asked.connect(self.place_asked)
        return view

    def _matching(self, services: Services) -> QWidget:
        from alize_desktop.ui.matching.tools import MatchingTools  # noqa: PLC0415  # on demand
        from alize_desktop.ui.matching.view import MatchingView  # noqa: PLC0415  # likewise

        view = MatchingView(MatchingTools(services, self._around.bus, self._around.log_file))
        view.field_asked.connect(self.field_asked)
        view.mission_asked.connect(self.mission_asked)
        view.partner_asked.connect(self.partner_asked)
        return view
