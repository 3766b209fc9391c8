"""The large card of the member being called."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from alize_desktop.models.records.committee import Attendance
from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.big import BigWord
from alize_desktop.ui.committee.choices import attendance_sign
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.people import full_name
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, frame, label
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.wording.amounts import decimal_text
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.labels import office_label
from alize_desktop.wording.names import counted, plural


class CallCard(QWidget):
    """Who is called, in large type, what was answered, and how far the roll is.

    Attributes:
        is_written: Whether everybody answers in writing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_written = False
        self._seat = label("", Level.HEADING)
        self._name = BigWord(40)
        self._name.setObjectName("called_name")
        self._organisation = ElidedLabel("", Level.HEADING)
        self._capacity = ElidedLabel("", Level.SOFT)
        self._state = Pill()
        self._note = ElidedLabel("", Level.SOFT)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._done = label("", Level.SMALL)
        card = frame(Ground.CARD)
        inside = column(card, gap=4, margin=18)
        inside.addLayout(self._head())
        inside.addWidget(self._name)
        inside.addWidget(self._organisation)
        inside.addLayout(self._answer())
        whole = column(self, gap=12)
        whole.addWidget(card)
        whole.addWidget(self._progress)

    def show_attendance(
        self, shown: Attendance, holder: Member | None, alternate: Member | None
    ) -> None:
        """Show one member and what was answered.

        Args:
            shown: The member, and where it stands.
            holder: Who holds its proxy, when represented.
            alternate: Who may replace it, when there is one.
        """
        sheet = shown.member.sheet
        self._seat.setText(str(shown.member.seat))
        self._name.show_word(full_name(shown.member))
        self._organisation.setText(sheet.organisation)
        weight = decimal_text(sheet.weight)
        voices = f"{weight} {plural(int(sheet.weight), self.tr('voix'), self.tr('voix'))}"
        office = office_label(sheet.office, sheet.civility)
        self._capacity.setText(" · ".join((word(sheet.college), office, voices)))
        sign = attendance_sign(shown.kind, sheet.civility, is_written=self.is_written)
        self._state.set_state(sign.word, sign.role, sign.shape)
        self._note.setText(self._explain(holder, alternate))

    def show_progress(self, at: int, count: int, done: int) -> None:
        """Show how far the roll is: the place shown, of how many, how many called."""
        self._progress.setRange(0, max(count, 1))
        self._progress.setValue(done)
        text = self.tr("Membre {at} sur {count} · {done}")
        called = counted(done, self.tr("appelé"), self.tr("appelés"))
        self._done.setText(text.format(at=at, count=count, done=called))
        self._progress.setAccessibleName(self._done.text())

    def _explain(self, holder: Member | None, alternate: Member | None) -> str:
        if holder is not None:
            return self.tr("pouvoir à {name}").format(name=full_name(holder))
        if alternate is not None:
            return self.tr("suppléance possible : {name}").format(name=full_name(alternate))
        return ""

    def _head(self) -> QHBoxLayout:
        line = row()
        line.addWidget(self._seat)
        line.addStretch(1)
        line.addWidget(self._done)
        return line

    def _answer(self) -> QHBoxLayout:
        line = row(gap=12)
        line.addWidget(self._capacity)
        line.addWidget(self._state)
        line.addWidget(self._note, 1)
        return line
