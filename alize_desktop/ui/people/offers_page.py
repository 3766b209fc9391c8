"""The competences that a partner offers: which, by whom, how many days, when."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.partners import PartnerDetail, SkillCategory, SkillOffer
from alize_desktop.rules.skill_categories import canonical_name
from alize_desktop.ui.people.offer_dialog import OfferDialog
from alize_desktop.ui.people.partner_deeds import PartnerDeeds
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.list_card import ListCard
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.names import counted, list_text

translate = QCoreApplication.translate


class OffersPage(QWidget):
    """Shows the offers of a partner; what is pressed is done by ``PartnerDeeds``.

    Args:
        deeds: Opens the dialogs.
        parent: Parent widget.

    Signals:
        categories_asked: The categories of competences are to be edited.
    """

    categories_asked = Signal()

    def __init__(self, deeds: PartnerDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._detail: PartnerDetail | None = None
        nothing = self.tr(
            "Aucune offre détaillée\u00a0: dites qui prête la compétence, combien de jours, et quand."
        )
        self.card = ListCard(
            self.tr("Compétences proposées"), _offer_model(), nothing, ("period", "days")
        )
        self.add = self.card.add_button(
            self.tr("Proposer une compétence…"), "offer_add", "Ctrl+Shift+I"
        )
        self.edit = self.card.add_button(self.tr("Modifier…"), "offer_edit")
        self.remove = self.card.add_button(self.tr("Retirer…"), "offer_remove")
        self.categories = self.card.add_button(
            self.tr("Catégories…"), "categories_open", "Ctrl+Shift+C"
        )
        self._sheet_only = label("", Level.SOFT, wraps=True)
        self._sheet_only.setObjectName("offers_of_sheet")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.group)
        column.setSpacing(SPACE.card)
        column.addWidget(self.card)
        column.addWidget(self._sheet_only)
        column.addStretch(1)
        self._connect()

    def show_detail(self, detail: PartnerDetail) -> None:
        """Show the offers of another partner."""
        self._detail = detail
        self.card.show_rows(detail.offers)
        for button in (self.edit, self.remove):
            button.setEnabled(self.card.chosen() is not None)
        names = _without_offer(detail, self._deeds.tools.partners.categories())
        show_if(self._sheet_only, shown=bool(names))
        words = self.tr("La fiche cite aussi, sans détail\u00a0: {names}.")
        self._sheet_only.setText(words.format(names=list_text(names)) if names else "")

    def _connect(self) -> None:
        self.add.clicked.connect(lambda *_: self._ask(None))
        self.edit.clicked.connect(lambda *_: self._on_edit())
        self.remove.clicked.connect(lambda *_: self._on_remove())
        self.card.table.row_opened.connect(lambda _key: self._on_edit())
        self.categories.clicked.connect(lambda *_: self.categories_asked.emit())

    def _on_edit(self) -> None:
        chosen = self.card.chosen()
        if chosen is not None:
            self._ask(chosen)

    def _ask(self, offer: SkillOffer | None) -> None:
        if self._detail is not None:
            dialog = OfferDialog(self._deeds.tools, self._detail, offer, self._deeds.window())
            self._deeds.open(dialog, self.tr("Compétence enregistrée"))

    def _on_remove(self) -> None:
        chosen = self.card.chosen()
        if chosen is not None:
            question = self.tr(
                "Retirer «\u00a0{category}\u00a0» de ce que propose le partenaire\u00a0?"
            )
            remove = partial(self._deeds.tools.partners.remove_offer, chosen.id)
            said = self.tr("Compétence retirée")
            self._deeds.remove(question.format(category=chosen.category), remove, said)


def _without_offer(detail: PartnerDetail, categories: Sequence[SkillCategory]) -> list[str]:
    """Return what the sheet of a partner names and no offer details."""
    offered = {canonical_name(categories, each.category) for each in detail.offers}
    written = detail.partner.sheet.skills
    return [each for each in written if canonical_name(categories, each) not in offered]


def _offer_model() -> RecordTableModel[SkillOffer]:
    columns: tuple[Column[SkillOffer], ...] = (
        Column(
            "category",
            translate("partners", "Compétence"),
            lambda row: row.category,
            note=_who,
            width=190,
            stretches=True,
            sortable=False,
        ),
        Column(
            "days",
            translate("partners", "Jours par an"),
            lambda row: "—" if row.days is None else counted(row.days, "jour"),
            right=True,
            width=104,
            sortable=False,
        ),
        Column(
            "period",
            translate("partners", "Période"),
            _period,
            note=lambda row: row.note,
            width=200,
            sortable=False,
        ),
    )
    return RecordTableModel(columns, lambda row: row.id)


def _who(offer: SkillOffer) -> str:
    told = ", ".join(each for each in (offer.person, offer.position) if each)
    return told or translate("partners", "personne non nommée")


def _period(offer: SkillOffer) -> str:
    first = short_date(offer.first) if offer.first else ""
    last = short_date(offer.last) if offer.last else ""
    if first and last:
        return f"{first} – {last}"
    if first:
        return translate("partners", "depuis le {day}").format(day=first)
    if last:
        return translate("partners", "jusqu’au {day}").format(day=last)
    return translate("partners", "toute l’année")
