"""The companies that a partner lends nobody to, and why."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.partners import PartnerConflict, PartnerDetail
from alize_desktop.ui.people.conflict_dialog import ConflictDialog
from alize_desktop.ui.people.partner_deeds import PartnerDeeds
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.list_card import ListCard
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.company_words import siren_text
from alize_desktop.wording.labels import label


class ConflictsPage(QWidget):
    """Shows the conflicts of a partner; what is pressed is done by ``PartnerDeeds``.

    Args:
        deeds: Opens the dialogs.
        parent: Parent widget.
    """

    def __init__(self, deeds: PartnerDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._detail: PartnerDetail | None = None
        self._names: dict[str, str] = {}
        nothing = self.tr(
            "Aucune incompatibilité\u00a0: le partenaire peut être proposé à toute entreprise. Ajoutez "
            "celles dont il est concurrent, client ou fournisseur."
        )
        self.card = ListCard(self.tr("Incompatibilités"), self._model(), nothing, ("siren",))
        self.add = self.card.add_button(
            self.tr("Ajouter une incompatibilité…"), "conflict_add", "Ctrl+Shift+I"
        )
        self.edit = self.card.add_button(self.tr("Modifier…"), "conflict_edit")
        self.remove = self.card.add_button(self.tr("Retirer…"), "conflict_remove")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.group)
        column.addWidget(self.card)
        column.addStretch(1)
        self.add.clicked.connect(lambda *_: self._ask(None))
        self.edit.clicked.connect(lambda *_: self._on_edit())
        self.remove.clicked.connect(lambda *_: self._on_remove())
        self.card.table.row_opened.connect(lambda _key: self._on_edit())

    def show_detail(self, detail: PartnerDetail) -> None:
        """Show the conflicts of another partner."""
        self._detail = detail
        if detail.conflicts:
            companies = self._deeds.tools.companies()
            self._names = {siren: name for name, siren in companies}
        self.card.show_rows(detail.conflicts)
        for button in (self.edit, self.remove):
            button.setEnabled(self.card.chosen() is not None)

    def _model(self) -> RecordTableModel[PartnerConflict]:
        columns: tuple[Column[PartnerConflict], ...] = (
            Column(
                "company",
                self.tr("Entreprise"),
                self._name_of,
                note=lambda row: row.note,
                width=200,
                stretches=True,
                sortable=False,
            ),
            Column("kind", self.tr("Lien"), lambda row: label(row.kind), width=120, sortable=False),
            Column(
                "siren",
                self.tr("SIREN"),
                lambda row: siren_text(row.siren),
                right=True,
                width=120,
                sortable=False,
            ),
        )
        return RecordTableModel(columns, lambda row: row.id)

    def _name_of(self, conflict: PartnerConflict) -> str:
        return self._names.get(conflict.siren) or self.tr("Entreprise hors des dossiers")

    def _on_edit(self) -> None:
        chosen = self.card.chosen()
        if chosen is not None:
            self._ask(chosen)

    def _ask(self, conflict: PartnerConflict | None) -> None:
        if self._detail is not None:
            window = self._deeds.window()
            dialog = ConflictDialog(self._deeds.tools, self._detail, conflict, window)
            self._deeds.open(dialog, self.tr("Incompatibilité enregistrée"))

    def _on_remove(self) -> None:
        chosen = self.card.chosen()
        if chosen is not None:
            question = self.tr("Retirer l’incompatibilité avec {company}\u00a0?")
            company = self._names.get(chosen.siren) or siren_text(chosen.siren)
            remove = partial(self._deeds.tools.partners.remove_conflict, chosen.id)
            said = self.tr("Incompatibilité retirée")
            self._deeds.remove(question.format(company=company), remove, said)
