"""Before anything: what the meeting is, and the button that opens it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.ui.committee.occasion import occasion_of
from alize_desktop.ui.committee.people import full_name
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.wording.dates import long_date_with_day, time_text
from alize_desktop.wording.names import counted


class OpeningStep(StepPane):
    """Says what is about to open.

    Signals:
        open_asked: Open the meeting.
    """

    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._occasion = occasion_of(None)
        self._lacks = ""
        card = frame(Ground.CARD)
        self._grid = QGridLayout(card)
        self._grid.setContentsMargins(*[scaled(20)] * 4)
        self._grid.setHorizontalSpacing(scaled(24))
        self._grid.setVerticalSpacing(scaled(12))
        self._grid.setColumnStretch(1, 1)
        self._values = [self._line(row, text) for row, text in enumerate(self._captions())]
        self._quorum = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(16))
        column.addWidget(card)
        column.addStretch(1)

    @override
    def title(self) -> str:
        return self._occasion.opening

    @override
    def show_state(self, state: CommitteeState) -> None:
        draft, self._occasion = state.row.draft, occasion_of(state)
        when = self.tr("{date}, {hour}").format(
            date=long_date_with_day(draft.held_on), hour=time_text(draft.starts_at)
        )
        presiding = full_name(state.presiding) if state.presiding else self.tr("à désigner")
        points = self._points(state.agenda)
        place = self.tr("par écrit") if self._occasion.is_written else draft.place or "—"
        texts = (when, place, presiding, draft.secretary or "—", points)
        for value, text in zip(self._values, texts, strict=True):
            value.setText(text)
        self._quorum = self.tr("{office} membres en exercice, quorum à {required}.").format(
            office=state.quorum.in_office, required=state.quorum.required
        )
        self._lacks = "" if state.agenda else self.tr("aucun dossier à l’ordre du jour")
        self.next_changed.emit()

    @override
    def next_step(self) -> NextStep:
        if self._lacks:
            text = self.tr("{what}\u00a0: {why}").format(what=self._occasion.open, why=self._lacks)
            return NextStep(text, is_ready=False)
        return NextStep(self._occasion.open)

    @override
    def advance(self) -> None:
        self.open_asked.emit()

    @override
    def note(self) -> str:
        return self._quorum

    def _points(self, agenda: Sequence[AgendaLine]) -> str:
        """Return how many dossiers come, and how many points without one."""
        dossiers = sum(line.dossier_id is not None for line in agenda)
        others = len(agenda) - dossiers
        if not dossiers:
            return counted(others, self.tr("point"))
        told = counted(dossiers, self.tr("dossier"))
        rest = counted(others, self.tr("autre point"), self.tr("autres points"))
        return f"{told}, {rest}" if others else told

    def _captions(self) -> tuple[str, ...]:
        return (
            self.tr("Date"),
            self.tr("Lieu"),
            self.tr("Préside"),
            self.tr("Secrétaire de séance"),
            self.tr("Ordre du jour"),
        )

    def _line(self, row: int, caption: str) -> QLabel:
        value = label("", Level.HEADING, wraps=True)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label(caption, Level.SOFT), row, 0, top)
        self._grid.addWidget(value, row, 1, top)
        return value
