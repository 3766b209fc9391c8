"""What partners lend after the meeting: a mission that was closed, one that goes on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from alize_desktop.demo.hands import WIDE, Hands
from alize_desktop.demo.partners import LENDER, QUALITY_LENDER, KnownPartners
from alize_desktop.demo.preparation import AGENDA
from alize_desktop.demo.repeatable import DemonstrationClock
from alize_desktop.models.enums import Agreement, MissionEventKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.missions import MissionEventDraft, MissionSheet
from alize_desktop.services.bundle import Services
from alize_desktop.ui.main_window import MainWindow
from alize_desktop.ui.missions.view import MissionsView
from alize_desktop.ui.shell.follow_up_link import show_dossier
from alize_desktop.ui.theme.tokens import SPACE

_AUTHOR: Final = "Claire Roussel"
_PREPARED: Final = datetime(2026, 6, 12, 8, 0, tzinfo=UTC)
_LATER: Final = datetime(2026, 9, 21, 8, 0, tzinfo=UTC)
_SIGNED: Final = date(2026, 6, 12)
_STARTS: Final = date(2026, 7, 1)
_Kind: Final = MissionEventKind
_SIDES: Final = (_Kind.CONFIRMED_BY_COMPANY, _Kind.CONFIRMED_BY_PARTNER)


class LentPeople:
    """Follows the missions of the dossiers that were approved.

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
        self._partners = KnownPartners(window, services)

    def lend(self) -> Iterator[str]:
        """Prepare both missions before the summer, then record what was done until autumn.

        Yields:
            The name of the picture left.
        """
        self._clock.come(_PREPARED)
        quality = self._prepare(
            AGENDA[0],
            QUALITY_LENDER,
            date(2026, 7, 31),
            contributor="Sophie Garçon",
            position="Responsable qualité",
            goals="Écrire le manuel qualité\nFormer deux chefs de chantier",
            calendar="Un jour par semaine en juillet",
        )
        systems = self._prepare(
            AGENDA[1],
            LENDER,
            date(2027, 7, 30),
            goals="Choisir un logiciel de gestion de production\nReprendre les données",
            calendar="Deux demi-journées par mois",
        )
        self._clock.come(_LATER)
        self._record(quality, self._held())
        self._record(systems, self._under_way())
        dossiers = frozenset(self._services.dossiers.by_number(each) for each in AGENDA[:2])
        self._window.bus.changed.emit(Changes(dossiers=dossiers, results=True), None)
        yield self._show(systems)

    def _show(self, mission: UUID) -> str:
        """Show a mission in its dossier; return the name of the picture left."""
        self._window.go_to("dossiers")
        dossier = self._services.missions.detail(mission).row.dossier_id
        screen = self._window.stack.currentWidget()
        show_dossier(screen, dossier, "missions", mission)
        self._window.toast.hide()  # it would stay in the picture
        self._window.resize(WIDE, self._window.height())
        QTest.qWait(1)
        self._show_pane()
        return self._hands.picture(self._window, "missions", WIDE)

    def _show_pane(self) -> None:
        """Bring the mission itself in sight, under the list."""
        view = self._window.findChild(MissionsView)
        for area in self._window.findChildren(QScrollArea):
            content = area.widget()
            if view is not None and content is not None and content.isAncestorOf(view):
                top = view.pane.mapTo(content, view.pane.rect().topLeft())
                area.verticalScrollBar().setValue(top.y() - SPACE.card)

    def _prepare(self, number: str, lender: str, last: date, **known: str) -> UUID:
        """Prepare a mission out of what is proposed, and have its agreement signed."""
        dossier = self._services.dossiers.by_number(number)
        proposed = self._services.missions.propose(dossier, self._partners.partner(lender))
        mission, _ = self._services.missions.create(dossier, _filled(proposed, last, known))
        self._record(mission, iter([_event(_Kind.AGREEMENT_SIGNED, _SIGNED)]))
        return mission

    def _record(self, mission: UUID, events: Iterator[MissionEventDraft]) -> None:
        """Record events in turn; a confirmation confirms every day done so far."""
        missions = self._services.missions
        for each in events:
            if each.kind in _SIDES:
                missions.confirm_all(mission, (each.kind,), each.value_on, _AUTHOR)
            else:
                missions.record(mission, each)

    def _held(self) -> Iterator[MissionEventDraft]:
        """Yield what happened to the mission that is over."""
        yield _event(_Kind.DAYS_DONE, date(2026, 7, 2), "1.5", text="Visite des chantiers")
        yield _event(_Kind.DAYS_DONE, date(2026, 7, 9), "1", text="Plan du manuel")
        yield _event(_Kind.DAYS_DONE, date(2026, 7, 16), "1.5", text="Formation des chefs")
        for side in _SIDES:
            yield _event(side, date(2026, 7, 17))
        yield _event(_Kind.NOTE, date(2026, 7, 31), text="Le manuel est relu par les équipes.")
        told = "Un manuel que tout le monde comprend."
        yield _event(_Kind.EVALUATED_BY_COMPANY, date(2026, 9, 3), rating=5, text=told)
        told = "Une équipe curieuse, un dirigeant présent."
        yield _event(_Kind.EVALUATED_BY_PARTNER, date(2026, 9, 4), rating=4, text=told)
        yield _event(_Kind.CLOSED, date(2026, 9, 7))

    def _under_way(self) -> Iterator[MissionEventDraft]:
        """Yield what happened to the other: some of its days are still to be confirmed."""
        yield _event(_Kind.DAYS_DONE, date(2026, 7, 2), "1", text="Cartographie des logiciels")
        for side in _SIDES:
            yield _event(side, date(2026, 7, 6))
        yield _event(_Kind.DAYS_DONE, date(2026, 7, 16), "1.5", text="Cahier des charges")
        yield _event(_Kind.CONFIRMED_BY_COMPANY, date(2026, 7, 20))
        yield _event(_Kind.NOTE, date(2026, 7, 31), text="Le cahier des charges est écrit.")
        yield _event(_Kind.DAYS_DONE, date(2026, 9, 10), "2", text="Visite de deux éditeurs")
        yield _event(_Kind.NOTE, date(2026, 9, 18), text="Deux devis reçus, choix en octobre.")


def _filled(proposed: MissionSheet, last: date, known: dict[str, str]) -> MissionSheet:
    """Return the sheet that is proposed, with what its people agreed."""
    return replace(
        proposed,
        **known,  # type: ignore[arg-type]  # the texts of the sheet
        starts_on=_STARTS,
        ends_on=last,
        consent=Agreement.YES,
        same_group=Agreement.NO,
    )


def _event(
    kind: MissionEventKind, on: date, days: str = "0", *, text: str = "", rating: int | None = None
) -> MissionEventDraft:
    return MissionEventDraft(kind, on, Decimal(days), text, rating, author=_AUTHOR)
