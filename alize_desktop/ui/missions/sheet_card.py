"""What a mission is to be: its goals, its place, its calendar, who agreed, what came of it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QGridLayout, QWidget

from alize_desktop.models.enums import Agreement
from alize_desktop.models.records.missions import MissionDetail
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.mission_words import rating_text


class SheetCard(Card):
    """Names and values, one a line; what is not said is not shown, but the goals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Objet de la mission"), parent)
        self.setObjectName("mission_sheet")
        self._told = QWidget()
        self.body.addWidget(self._told)

    def show_detail(self, detail: MissionDetail) -> None:
        """Show what another mission is to be."""
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.card)
        grid.setVerticalSpacing(SPACE.related)
        grid.setColumnStretch(1, 1)
        for row, (name, told) in enumerate(self._lines(detail)):
            grid.addWidget(label(name, Level.CAPTION), row, 0)
            grid.addWidget(label(told, wraps=True), row, 1)
        self.body.replaceWidget(self._told, fresh)
        show_if(fresh, shown=True)
        self._told.deleteLater()
        self._told = fresh

    def _lines(self, detail: MissionDetail) -> Iterator[tuple[str, str]]:
        sheet, stands = detail.row.sheet, detail.row.account
        unsaid = "" if detail.row.is_history else self.tr("à écrire\u00a0: «\u00a0Modifier…\u00a0»")
        lines = (
            (self.tr("Objectifs"), sheet.goals or unsaid),
            (self.tr("Lieu"), sheet.place),
            (self.tr("Calendrier"), sheet.calendar),
            (self.tr("Accord de la personne"), _answer(sheet.consent, detail)),
            (self.tr("Même groupe"), _answer(sheet.same_group, detail)),
            (self.tr("Évaluation de l’entreprise"), rating_text(stands.company_rating)),
            (self.tr("Évaluation du partenaire"), rating_text(stands.partner_rating)),
            (self.tr("Close le"), short_date(stands.closed_on) if stands.closed_on else ""),
        )
        return ((name, told) for name, told in lines if told)


def _answer(answer: Agreement, detail: MissionDetail) -> str:
    is_asked = answer is not Agreement.UNKNOWN or not detail.row.is_history
    return word(answer) if is_asked else ""
