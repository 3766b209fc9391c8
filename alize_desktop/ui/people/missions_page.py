"""The missions of a partner, as they stand: they are written in their dossiers."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.missions import MissionRow
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.list_card import ListCard
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.amounts import decimal_text
from alize_desktop.wording.labels import label

translate = QCoreApplication.translate


class PartnerMissionsPage(QWidget):
    """Lists missions; one that is opened leads to its dossier.

    Signals:
        dossier_asked: The dossier of a mission is to be shown. Arg: its identifier.
    """

    dossier_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        nothing = self.tr(
            "Aucune mission\u00a0: elles se préparent dans un dossier, sous l’onglet Compétences."
        )
        self.card = ListCard(self.tr("Missions"), _model(), nothing, ("rating", "number"))
        self.open = self.card.add_button(self.tr("Voir le dossier"), "mission_dossier")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.group)
        column.addWidget(self.card)
        column.addStretch(1)
        self.open.clicked.connect(lambda *_: self._on_open())
        self.card.table.row_opened.connect(lambda _key: self._on_open())

    def show_missions(self, missions: Sequence[MissionRow]) -> None:
        """Show the missions of another partner, the last one first."""
        self.card.show_rows(sorted(missions, key=lambda each: each.number, reverse=True))
        self.open.setEnabled(bool(missions))

    def _on_open(self) -> None:
        chosen = self.card.chosen()
        if chosen is not None:
            self.dossier_asked.emit(chosen.dossier_id)


def _model() -> RecordTableModel[MissionRow]:
    columns: tuple[Column[MissionRow], ...] = (
        Column(
            "company",
            translate("partners", "Entreprise"),
            lambda row: row.company,
            note=lambda row: ", ".join(
                each for each in (row.sheet.category, row.sheet.contributor) if each
            ),
            width=180,
            stretches=True,
            sortable=False,
        ),
        Column(
            "number",
            translate("partners", "Mission"),
            lambda row: row.number,
            note=lambda row: row.dossier_number,
            width=120,
            sortable=False,
        ),
        Column(
            "state",
            translate("partners", "État"),
            lambda row: label(row.account.state),
            note=lambda row: translate("partners", "reprise") if row.is_history else "",
            width=130,
            sortable=False,
        ),
        *_outcome_columns(),
    )
    return RecordTableModel(columns, lambda row: row.id)


def _outcome_columns() -> tuple[Column[MissionRow], ...]:
    return (
        Column(
            "days",
            translate("partners", "Jours faits"),
            lambda row: decimal_text(row.account.done),
            note=_planned,
            right=True,
            width=92,
            sortable=False,
        ),
        Column("rating", translate("partners", "Évaluée"), _rating, width=92, sortable=False),
    )


def _planned(row: MissionRow) -> str:
    return translate("partners", "sur {days}").format(days=decimal_text(row.account.planned))


def _rating(row: MissionRow) -> str:
    rating = row.account.company_rating
    return "—" if rating is None else translate("partners", "{rating} sur 5").format(rating=rating)
