"""The meeting, held in the committee window from its opening to its closing."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt

from alize_desktop.demo.hands import CLOSE, WHOLE, WIDE, Hands, at, focused, found
from alize_desktop.demo.repeatable import DemonstrationClock
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.committee.window import CommitteeWindow
from alize_desktop.ui.shell.meeting_link import MeetingLink

_ROOM = QSize(1366, 768)


class HeldMeeting:
    """Holds the meeting key by key.

    Args:
        window: The committee window.
        hands: Press the keys.
        clock: Clock of the registry.
    """

    def __init__(self, window: CommitteeWindow, hands: Hands, clock: DemonstrationClock) -> None:
        self._window = window
        self._hands = hands
        self._clock = clock

    def hold(self) -> Iterator[str]:
        """Hold it all; yield the name of each picture left."""
        yield from self._call_the_roll()
        yield from self._grant_advance()
        yield from self._grant_days()
        self._defer()
        self._hands.next(self._window)
        at(self._window, Step.CLOSING)
        yield self._picture("levee")
        self._hands.next(self._window)
        at(self._window, Step.CLOSED)

    def _call_the_roll(self) -> Iterator[str]:
        window, hands = self._window, self._hands
        at(window, Step.OPENING)
        hands.next(window)
        at(window, Step.ROLL_CALL)
        hands.keys(window, "P", "R")  # the second member gave a proxy to the fourth
        hands.type(focused(window), "leveque d")
        hands.key(focused(window), Qt.Key.Key_Return)
        hands.keys(window, "1", "E")  # the proxy came by mail
        yield self._picture("appel")
        hands.keys(window, "T")
        hands.next(window)
        at(window, Step.QUORUM)
        yield self._picture("quorum")
        hands.next(window)
        at(window, Step.BETWEEN)

    def _grant_advance(self) -> Iterator[str]:
        window, hands = self._window, self._hands
        self._clock.advance(3)
        hands.next(window)
        at(window, Step.PRESENTATION)
        yield self._picture("presentation")
        self._clock.advance(18)
        hands.next(window)
        at(window, Step.RECUSALS)
        hands.next(window)
        at(window, Step.DELIBERATION)
        yield self._picture("deliberation")
        hands.next(window)
        at(window, Step.BALLOT)
        for number, choice in ("1P", "4P", "5A", "6P", "7C", "8P"):
            hands.keys(window, number, choice)
        yield self._picture("vote")
        yield self._picture("fenetre", WHOLE)
        hands.keys(window, "T")
        hands.next(window)
        at(window, Step.RESULT)
        hands.next(window)
        yield self._picture("resultat")
        yield self._room_picture("salle-resultat")
        hands.next(window)
        at(window, Step.DECISION)
        yield self._picture("decision", WIDE)
        hands.next(window)
        at(window, Step.BETWEEN)

    def _grant_days(self) -> Iterator[str]:
        window, hands = self._window, self._hands
        self._clock.advance(2)
        hands.next(window)
        self._clock.advance(15)
        hands.next(window)
        at(window, Step.RECUSALS)
        hands.keys(window, "O")  # the company's banker steps aside
        yield self._picture("deports")
        hands.next(window)
        at(window, Step.DELIBERATION)
        hands.keys(window, "2")  # a show of hands: nobody against, one abstention
        at(window, Step.BALLOT)
        hands.keys(window, "0")
        hands.key(window, Qt.Key.Key_Tab)
        hands.keys(window, "1")
        hands.key(window, Qt.Key.Key_Tab)
        hands.keys(window, "T")
        yield self._picture("main-levee")
        hands.next(window, 3)  # close, proclaim, go to the decision
        at(window, Step.DECISION)
        self._lend_with_a_condition()
        hands.next(window)
        at(window, Step.BETWEEN)

    def _lend_with_a_condition(self) -> None:
        """Choose the partner that lends its staff, and set a condition."""
        window, hands = self._window, self._hands
        hands.key(found(window, "decided_partner_id"), Qt.Key.Key_Down)
        hands.key(found(window, "condition_add"), Qt.Key.Key_Space)
        text = found(window, "condition_text_1")
        hands.type(text, "Attestation de vigilance de l'Urssaf")
        hands.key(text, Qt.Key.Key_Return)
        hands.key(found(window, "condition_due_1"), Qt.Key.Key_Return)

    def _defer(self) -> None:
        window, hands = self._window, self._hands
        self._clock.advance(2)
        hands.next(window)
        self._clock.advance(11)
        hands.keys(window, "J")  # defer without a vote
        at(window, Step.DECISION)
        documents = found(window, "decision_documents")
        hands.type(documents, "Bilan 2025 et devis de la machine")
        hands.key(documents, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        at(window, Step.BETWEEN)
        self._clock.advance(4)

    def _picture(self, name: str, width: int = CLOSE) -> str:
        return self._hands.picture(self._window, name, width)

    def _room_picture(self, name: str) -> str:
        """Leave a picture of what the room sees now.

        Raises:
            RuntimeError: The window is linked to no room.
        """
        link = self._window.findChild(MeetingLink)
        if link is None:
            msg = "the committee window is linked to no room"
            raise RuntimeError(msg)
        return self._hands.keep(link.room.picture(_ROOM), name)
