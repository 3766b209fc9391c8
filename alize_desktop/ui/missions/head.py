"""The head of one mission: its number, its state, who is lent, four figures."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.models.records.missions import MissionDetail
from alize_desktop.ui.missions.marks import PAST, STATES
from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import ElidedLabel, Level, label, set_role
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.wording.amounts import decimal_text, money_short
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.mission_lists import period_text, person_text, to_confirm_text


class Figure(QWidget):
    """A caption over a figure, a note beneath."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self._figure = label("", Level.HEADING)
        self._figure.setFont(with_figures(self._figure.font()))
        self._note = label("", Level.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (label(caption, Level.CAPTION), self._figure, self._note):
            column.addWidget(each)

    def set_figure(self, figure: str, note: str = "", role: Role | None = None) -> None:
        """Show another figure, in the colour of a meaning or of plain text."""
        self._figure.setText(figure)
        self._note.setText(note)
        set_role(self._figure, role)
        told = (self._caption, figure, note)
        self.setAccessibleName(", ".join(each for each in told if each))


class MissionHead(QWidget):
    """Says which mission is looked at, and where it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel("", Level.TITLE)
        self._title.setObjectName("mission_title")
        self._about = label("", Level.SOFT, wraps=True)
        self.state = Pill()
        self.state.setObjectName("mission_state")
        self.past = Pill()
        self.past.setObjectName("mission_past")
        self.planned = Figure(self.tr("Jours prévus"))
        self.done = Figure(self.tr("Jours faits"))
        self.confirmed = Figure(self.tr("Confirmés"))
        self.value = Figure(self.tr("Valeur"))
        first = QHBoxLayout()
        first.setSpacing(SPACE.related)
        first.addWidget(self._title, 1)
        first.addWidget(self.past)
        first.addWidget(self.state)
        figures = FlowLayout(spacing=SPACE.group)
        for each in (self.planned, self.done, self.confirmed, self.value):
            figures.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.related)
        column.addLayout(first)
        column.addWidget(self._about)
        column.addLayout(figures)

    def show_detail(self, detail: MissionDetail) -> None:
        """Show another mission."""
        row, stands = detail.row, detail.row.account
        named = (row.number, row.sheet.category)
        self._title.setText(" · ".join(each for each in named if each))
        person = person_text(row)
        lent = self.tr("{person}, par {partner}") if person else self.tr("par {partner}")
        parts = (lent.format(person=person, partner=row.partner), period_text(row))
        self._about.setText(" · ".join(each for each in parts if each))
        self.state.set_state(word(stands.state), *STATES[stands.state])
        self.past.set_state(self.tr("Reprise") if row.is_history else "", *PAST)
        is_amended = stands.planned != row.sheet.planned_days
        first = self.tr("{days} à l’origine").format(days=decimal_text(row.sheet.planned_days))
        self.planned.set_figure(decimal_text(stands.planned), first if is_amended else "")
        self.done.set_figure(decimal_text(stands.done))
        left = stands.done - stands.confirmed
        told = to_confirm_text(left).rstrip(".") if left and not row.is_history else ""
        confirmed = "—" if row.is_history else decimal_text(stands.confirmed)
        self.confirmed.set_figure(confirmed, told, Role.WAITING if told else None)
        day = self.tr("{amount} par jour").format(amount=money_short(row.sheet.day_value))
        self.value.set_figure(money_short(stands.value), day)
