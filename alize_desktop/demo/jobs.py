"""A year after the payment: what was promised of jobs, what was seen, what lacks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from alize_desktop.demo.hands import WIDE, Hands
from alize_desktop.demo.preparation import AGENDA
from alize_desktop.demo.repeatable import DemonstrationClock
from alize_desktop.models.enums import JobContract, JobEvidence, JobKind
from alize_desktop.models.records.jobs import JobObservationDraft, JobPromise
from alize_desktop.services.bundle import Services
from alize_desktop.ui.dossiers.pane_set import PaneSet
from alize_desktop.ui.jobs.view import JobsView
from alize_desktop.ui.main_window import MainWindow
from alize_desktop.ui.shell.follow_up_link import show_dossier

_LATER: Final = datetime(2027, 6, 14, 8, 0, tzinfo=UTC)
_HALF: Final = date(2026, 12, 9)
_WHOLE: Final = date(2027, 6, 9)
"""Six and twelve months after the payment."""
_SEEN: Final = (date(2026, 12, 11), date(2027, 6, 10))
_OFFERED: Final = date(2026, 9, 1)
_AUTHOR: Final = "Claire Roussel"
_NOTE: Final = "Avant de grandir, recruter : un chef d’équipe d’abord, puis des couvreurs."


class FollowedJobs:
    """Follows the jobs of the dossier whose advance was paid.

    Args:
        window: The main window.
        services: Services of its registry.
        hands: Take the pictures.
        clock: Clock of the registry.
    """

    def __init__(
        self, window: MainWindow, services: Services, hands: Hands, clock: DemonstrationClock
    ) -> None:
        self._window = window
        self._services = services
        self._hands = hands
        self._clock = clock

    def follow(self) -> Iterator[str]:
        """Promise, observe and offer; yield the name of the picture left."""
        self._clock.come(_LATER)
        self._promise_and_observe()
        self._offer()
        self._window.go_to("dossiers")
        dossier = self._services.dossiers.by_number(AGENDA[0])
        show_dossier(self._window.stack.currentWidget(), dossier, "jobs")
        panes = self._window.findChild(PaneSet)
        if panes is None:
            msg = "no dossier is shown"
            raise RuntimeError(msg)
        self._window.toast.hide()  # it would stay in the pictures
        self._window.resize(WIDE, self._window.height())
        QTest.qWait(1)
        self._show_milestones(panes)
        yield self._hands.picture(self._window, "emplois", WIDE)

    def _promise_and_observe(self) -> None:
        jobs = self._services.jobs
        dossier = self._services.dossiers.by_number(AGENDA[0])
        decided = jobs.detail(dossier).decided
        count, kept = (decided.created, decided.maintained) if decided else (0, 0)
        usual = JobContract.PERMANENT
        lines = (
            JobPromise(JobKind.CREATED, usual, 2, Decimal(2), _HALF),
            JobPromise(JobKind.CREATED, usual, count - 2, Decimal(count - 2), _WHOLE),
            JobPromise(JobKind.MAINTAINED, usual, kept, Decimal(kept), _WHOLE),
        )
        first, last = (
            JobObservationDraft(
                day,
                months,
                created,
                Decimal(created),
                kept,
                Decimal(kept),
                evidence=JobEvidence.PAYROLL_RETURN,
                author=_AUTHOR,
            )
            for day, months, created in zip(_SEEN, (6, 12), (2, count - 1), strict=True)
        )
        for changes in (
            jobs.write_diagnosis(dossier, _NOTE.replace(" :", "\u00a0:"), _AUTHOR),
            jobs.save_promises(dossier, lines, 0),
            jobs.observe(dossier, first),
            jobs.observe(dossier, last),
        ):
            self._window.bus.changed.emit(changes, None)

    def _offer(self) -> None:
        """Offer jobs to the staff that partners redeploy; one of them is taken."""
        jobs = self._services.jobs
        opening = replace(
            jobs.new_opening(self._services.dossiers.by_number(AGENDA[0])),
            title="Couvreur",
            persons=2,
            opened_on=_OFFERED,
            filled=1,
        )
        self._window.bus.changed.emit(jobs.save_opening(opening), None)

    def _show_milestones(self, panes: PaneSet) -> None:
        """Bring the figures and the milestones in sight."""
        view = panes.findChild(JobsView)
        for area in panes.findChildren(QScrollArea):
            content = area.widget()
            if view is not None and content is not None and content.isAncestorOf(view):
                top = view.follow_up.mapTo(content, view.follow_up.rect().topLeft())
                area.verticalScrollBar().setValue(top.y())
