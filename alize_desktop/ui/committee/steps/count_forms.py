"""Counting voices instead of taking names: hands raised, or papers read."""

from fractions import Fraction
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AttendanceKind, VoteChoice
from alize_desktop.models.records.ballots import CountProtocol, Counts
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.values import Voices
from alize_desktop.ui.committee.choices import vote_sign
from alize_desktop.ui.committee.counters import Counter, CounterBoard
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.committee.scrutineers import Scrutineers
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.labels import Level, label, set_role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.wording.amounts import decimal_text
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.names import counted

translate = QCoreApplication.translate

_FOUND: Final = "found"
_BLANK: Final = "blank"
_VOID: Final = "void"
_HANDS: Final = (VoteChoice.AGAINST, VoteChoice.ABSTENTION, VoteChoice.FOR)


class CountForm(QWidget):
    """Figures in the order they are counted, compared with the voices.

    Attributes:
        board: The counters.

    Signals:
        changed: A figure changed.
        settled: A figure is left: what is counted so far may be recorded.
        left: The keyboard goes back to the step.
    """

    changed = Signal()
    settled = Signal()
    left = Signal()

    def __init__(self, counters: list[tuple[str, Counter]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = CounterBoard(counters)
        self._voices = Fraction(0)
        self._sum = label("", Level.HEADING, wraps=True)
        self._sum.setObjectName("counts_sum")
        self._lines = column(self, gap=16)
        self._lines.addWidget(self.board)
        self._lines.addWidget(self._sum)
        self.board.changed.connect(self._on_changed)

    @property
    def voices(self) -> Fraction:
        """Voices of everybody entitled to vote."""
        return self._voices

    def begin(self, state: CommitteeState) -> None:
        """Show what the file holds of the ballot under way. Begins with the first figure."""
        ballot = state.current.ballot if state.current else None
        if ballot is not None:
            self._voices = Fraction(ballot.voices_entitled)
            self.board.set_values(self._values(ballot.protocol) if ballot.protocol else {})
            self.board.choose(0)

    def protocol(self) -> CountProtocol:
        """Return what is counted at this instant."""
        raise NotImplementedError

    def problem(self) -> str:
        """Return the sentence of the rule that refuses these figures; empty when none."""
        counts = self.protocol().counts
        if counts.total <= self._voices:
            return ""
        return message_of(
            UserError(ErrorCode.COUNTS_EXCEED_VOTERS, counted=counts.total, voters=self._voices)
        )

    def obstacle(self) -> str:
        """Return why these figures make no result, in a few words; empty when they do."""
        if self.problem():
            return self.tr("les voix comptées ne s’accordent pas")
        if not self.protocol().counts.total:
            is_begun = any(each is not None for each in self.board.values().values())
            return self.tr("personne n’a voté") if is_begun else self.tr("rien n’est compté")
        return ""

    def leave(self) -> bool:
        """Give up what is being asked; False when nothing is."""
        return False

    def bind_to(self, pane: StepPane) -> None:
        """Let the keys of a step act on the figures."""
        pane.bind("Up", self.tr("Une voix de plus"), partial(self.board.add, 1))
        pane.bind("Down", self.tr("Une voix de moins"), partial(self.board.add, -1))
        pane.bind("Tab", self.tr("Case suivante"), partial(self.shift, 1))
        pane.bind("Right", "", partial(self.shift, 1))
        for key in ("Left", "Shift+Tab", "Shift+Backtab"):
            pane.bind(key, "", partial(self.shift, -1))
        for key in ("Return", "Enter"):
            pane.bind(key, "", partial(self._enter, pane))
        for digit in "0123456789,":
            pane.bind(digit, "", partial(self.board.type, digit))
        pane.bind("Backspace", self.tr("Effacer un chiffre"), self.board.erase)
        made = pane.button("T", self.tr("Le reste dans cette case"), self._fill)
        made.setObjectName("counts_rest")
        self._lines.addWidget(made)

    def shift(self, step: int) -> None:
        """Go to another figure; the one that is left may be recorded."""
        self.settled.emit()
        self.board.shift(step)

    def _enter(self, pane: StepPane) -> None:
        """Go to the next figure; after the last one, do what the large button says."""
        if not self.board.is_last:
            self.shift(1)
        elif pane.next_step().is_ready:
            pane.advance()

    def _values(self, protocol: CountProtocol) -> dict[str, Voices | None]:
        """Return the figures of a protocol, by the name of their counter."""
        raise NotImplementedError

    def _sum_text(self) -> str:
        total = self.protocol().counts.total
        return self.tr("{counted} sur {voices}").format(
            counted=counted(total, self.tr("voix comptée"), self.tr("voix comptées")),
            voices=decimal_text(self._voices),
        )

    def _fill(self) -> None:
        """Write in the figure ringed the voices that are not counted elsewhere."""
        self.board.put(0)
        rest = self._voices - self.protocol().counts.total
        if rest > 0:
            self.board.put(rest)

    def _on_changed(self) -> None:
        problem = self.problem()
        self._sum.setText(problem or self._sum_text())
        set_role(self._sum, Role.BAD if problem else None)
        self.changed.emit()


class HandsForm(CountForm):
    """Against, abstentions, for; voices that nobody showed take no part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([(each.value, _counter(each)) for each in _HANDS], parent)

    def protocol(self) -> CountProtocol:
        """Return what is counted at this instant."""
        values = self.board.values()
        voices = {each: values[each.value] or 0 for each in _HANDS}
        counts = Counts(
            voices[VoteChoice.FOR], voices[VoteChoice.AGAINST], voices[VoteChoice.ABSTENTION]
        )
        return CountProtocol(counts)

    def _values(self, protocol: CountProtocol) -> dict[str, Voices | None]:
        counts = protocol.counts
        return {
            VoteChoice.FOR.value: counts.votes_for,
            VoteChoice.AGAINST.value: counts.votes_against,
            VoteChoice.ABSTENTION.value: counts.abstentions,
        }


class SecretForm(CountForm):
    """Two scrutineers, the papers found, what they say; never who, never when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._scrutineers = Scrutineers()
        self._is_plain = True
        self._papers = 0
        super().__init__(_secret_counters(), parent)
        self._scrutineers.changed.connect(self._on_named)
        self._scrutineers.left.connect(self.left)

    def begin(self, state: CommitteeState) -> None:
        """Show what the file holds; scrutineers are chosen among those in the room."""
        item = state.current
        tiles = item.tiles if item else ()
        recused = {each.member.id for each in tiles if each.is_recused}
        self._papers = sum(not each.is_recused for each in tiles)
        self._is_plain = all(each.weight == 1 for each in tiles if not each.is_recused)
        self._scrutineers.set_members(
            [
                each.member
                for each in state.attendance
                if each.kind is AttendanceKind.PRESENT and each.member.id not in recused
            ]
        )
        protocol = item.ballot.protocol if item and item.ballot else None
        self._scrutineers.set_names(protocol.scrutineers if protocol else ())
        super().begin(state)

    def protocol(self) -> CountProtocol:
        """Return what is counted at this instant."""
        values = {name: value or 0 for name, value in self.board.values().items()}
        blank, void = values[_BLANK], values[_VOID]
        return CountProtocol(
            counts=Counts(
                values[VoteChoice.FOR.value], values[VoteChoice.AGAINST.value], blank, void
            ),
            found=int(values[_FOUND]),
            blank=int(blank),
            void=int(void),
            scrutineers=self._scrutineers.names(),
        )

    def problem(self) -> str:
        """Return the sentence of the rule that refuses these figures; empty when none."""
        protocol = self.protocol()
        if (protocol.found or 0) > self._papers:
            return self.tr("{found} dans l’urne pour {voters}. Recomptez.").format(
                found=counted(protocol.found or 0, self.tr("bulletin")),
                voters=counted(self._papers, self.tr("votant")),
            )
        total = protocol.counts.total
        is_counting = total < (protocol.found or 0) and None in self.board.values().values()
        if (told := super().problem()) or is_counting or self._is_read():
            return told
        return self.tr("{found} dans l’urne, mais {read}. Recomptez.").format(
            found=counted(protocol.found or 0, self.tr("bulletin")),
            read=counted(total, self.tr("bulletin lu"), self.tr("bulletins lus")),
        )

    def obstacle(self) -> str:
        """Return why these figures make no result, in a few words; empty when they do."""
        if self.problem():
            return self.tr("les bulletins ne s’accordent pas")
        if not self.protocol().found:
            return self.tr("les bulletins sont à compter")
        if not self._is_read():
            return self.tr("tous les bulletins ne sont pas lus")
        if told := super().obstacle():
            return told
        both = len(self._scrutineers.names()) == 2
        return "" if both else self.tr("deux scrutateurs sont à désigner")

    def leave(self) -> bool:
        """Give up the choice of the scrutineers; False when nobody is being chosen."""
        return self._scrutineers.leave()

    def bind_to(self, pane: StepPane) -> None:
        """Let the keys of a step act on the figures and ask for the scrutineers."""
        super().bind_to(pane)
        key = pane.button("S", self.tr("Désigner les scrutateurs"), self._scrutineers.ask)
        key.setObjectName("scrutineers_key")
        self._scrutineers.add_key(key)
        self._lines.addWidget(self._scrutineers)

    def _values(self, protocol: CountProtocol) -> dict[str, Voices | None]:
        return {
            _FOUND: protocol.found,
            VoteChoice.FOR.value: protocol.counts.votes_for,
            VoteChoice.AGAINST.value: protocol.counts.votes_against,
            _BLANK: protocol.blank,
            _VOID: protocol.void,
        }

    def _is_read(self) -> bool:
        """Return whether every paper is read; unequal weights make voices of papers."""
        protocol = self.protocol()
        return not self._is_plain or protocol.found == protocol.counts.total

    def _sum_text(self) -> str:
        found = counted(self.protocol().found or 0, self.tr("bulletin"))
        text = self.tr("{found} dans l’urne pour {voices} voix")
        return text.format(found=found, voices=decimal_text(self._voices))

    def _on_named(self) -> None:
        self._on_changed()
        self.settled.emit()


def _counter(choice: VoteChoice) -> Counter:
    sign = vote_sign(choice)
    return Counter(choice.value, sign.word, sign.role, sign.shape)


def _secret_counters() -> list[tuple[str, Counter]]:
    found = Counter(_FOUND, translate("secret", "Trouvés"), Role.PRIMARY, Shape.NONE)
    words = translate("secret", "Abstentions\net bulletins\nblancs")  # as on the paper count
    blank = Counter(_BLANK, words, Role.WAITING, Shape.RING)
    void = Counter(_VOID, translate("secret", "Nuls"), Role.NEUTRAL, Shape.CROSS)
    both = (VoteChoice.FOR, VoteChoice.AGAINST)
    read = [(each.value, _counter(each)) for each in both]
    return [(_FOUND, found), *read, (_BLANK, blank), (_VOID, void)]
