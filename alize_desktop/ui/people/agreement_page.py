"""The agreement of a partner with the programme: dates, town, correspondents, absences."""

from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from alize_desktop.models.records.partners import (
    Absence,
    Correspondent,
    PartnerDetail,
    PartnerProfile,
)
from alize_desktop.ui.people.agreement_dialogs import (
    AbsenceDialog,
    AgreementDialog,
    CorrespondentDialog,
)
from alize_desktop.ui.people.agreement_words import (
    Ranked,
    absence_model,
    dates_text,
    people_model,
)
from alize_desktop.ui.people.partner_deeds import PartnerDeeds
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.list_card import ListCard
from alize_desktop.wording.dates import long_date

R = TypeVar("R")


class AgreementPage(QWidget):
    """Shows the profile of a partner; what is pressed is done by ``PartnerDeeds``.

    Args:
        deeds: Opens the dialogs.
        parent: Parent widget.
    """

    def __init__(self, deeds: PartnerDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._detail: PartnerDetail | None = None
        self._values = {key: label("", wraps=True) for key in ("dates", "town", "note")}
        self.edit = KeyButton(self.tr("Modifier la convention…"), "Ctrl+Shift+M")
        self.edit.setObjectName("agreement_edit")
        self.people = self._correspondents()
        self.absences = self._absences()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.group)
        column.setSpacing(SPACE.group)
        for each in (self._agreement(), self.people, self.absences):
            column.addWidget(each)
        column.addStretch(1)
        self._connect()

    def show_detail(self, detail: PartnerDetail) -> None:
        """Show the profile of another partner."""
        self._detail = detail
        profile = detail.profile
        self._values["dates"].setText(dates_text(profile))
        town = f"{profile.postcode} {profile.town}".strip()
        self._values["town"].setText(town or self.tr("non renseignée"))
        self._values["note"].setText(profile.note or "—")
        self.people.show_rows([Ranked(*each) for each in enumerate(profile.correspondents)])
        self.absences.show_rows([Ranked(*each) for each in enumerate(profile.absences)])
        self._enable()

    def _agreement(self) -> Card:
        card = Card(self.tr("Convention avec le programme"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.card)
        grid.setVerticalSpacing(SPACE.related)
        grid.setColumnStretch(1, 1)
        captions = {
            "dates": self.tr("En vigueur"),
            "town": self.tr("Commune"),
            "note": self.tr("Remarque"),
        }
        for row, (key, caption) in enumerate(captions.items()):
            grid.addWidget(label(caption, Level.SOFT), row, 0)
            grid.addWidget(self._values[key], row, 1)
        card.body.addLayout(grid)
        card.body.addWidget(self.edit)
        return card

    def _correspondents(self) -> ListCard[Ranked[Correspondent]]:
        nothing = self.tr("Aucun correspondant\u00a0: ajoutez les personnes à qui l’on s’adresse.")
        card = ListCard(self.tr("Correspondants"), people_model(), nothing, ("phone",))
        self.add_person = card.add_button(
            self.tr("Ajouter un correspondant…"), "person_add", "Ctrl+Shift+I"
        )
        self.edit_person = card.add_button(self.tr("Modifier…"), "person_edit")
        self.remove_person = card.add_button(self.tr("Retirer…"), "person_remove")
        return card

    def _absences(self) -> ListCard[Ranked[Absence]]:
        nothing = self.tr("Aucune absence\u00a0: le partenaire prête toute l’année.")
        card = ListCard(self.tr("Absences"), absence_model(), nothing)
        self.add_absence = card.add_button(
            self.tr("Ajouter une absence…"), "absence_add", "Ctrl+Shift+A"
        )
        self.edit_absence = card.add_button(self.tr("Modifier…"), "absence_edit")
        self.remove_absence = card.add_button(self.tr("Retirer…"), "absence_remove")
        return card

    def _connect(self) -> None:
        self.edit.clicked.connect(lambda *_: self._on_edit())
        self.add_person.clicked.connect(lambda *_: self._on_person(None))
        self.edit_person.clicked.connect(lambda *_: self._on_person(self._rank(self.people)))
        self.people.table.row_opened.connect(self._on_person)
        self.remove_person.clicked.connect(lambda *_: self._on_remove_person())
        self.add_absence.clicked.connect(lambda *_: self._on_absence(None))
        self.edit_absence.clicked.connect(lambda *_: self._on_absence(self._rank(self.absences)))
        self.absences.table.row_opened.connect(self._on_absence)
        self.remove_absence.clicked.connect(lambda *_: self._on_remove_absence())

    def _enable(self) -> None:
        for button in (self.edit_person, self.remove_person):
            button.setEnabled(self.people.chosen() is not None)
        for button in (self.edit_absence, self.remove_absence):
            button.setEnabled(self.absences.chosen() is not None)

    def _rank(self, card: ListCard[Ranked[R]]) -> int | None:
        chosen = card.chosen()
        return chosen.rank if chosen else None

    def _on_edit(self) -> None:
        if self._detail is not None:
            dialog = AgreementDialog(self._deeds.tools, self._detail, self._deeds.window())
            self._deeds.open(dialog, self.tr("Convention enregistrée"))

    def _on_person(self, rank: int | None) -> None:
        if self._detail is not None:
            window = self._deeds.window()
            dialog = CorrespondentDialog(self._deeds.tools, self._detail, rank, window)
            self._deeds.open(dialog, self.tr("Correspondant enregistré"))

    def _on_absence(self, rank: int | None) -> None:
        if self._detail is not None:
            dialog = AbsenceDialog(self._deeds.tools, self._detail, rank, self._deeds.window())
            self._deeds.open(dialog, self.tr("Absence enregistrée"))

    def _on_remove_person(self) -> None:
        chosen = self.people.chosen()
        if self._detail is not None and chosen is not None:
            profile = self._detail.profile
            rest = _without(profile.correspondents, chosen.rank)
            question = self.tr("Retirer le correspondant {name}\u00a0?")
            self._remove(
                question.format(name=chosen.record.name),
                replace(profile, correspondents=rest),
                self.tr("Correspondant retiré"),
            )

    def _on_remove_absence(self) -> None:
        chosen = self.absences.chosen()
        if self._detail is not None and chosen is not None:
            profile = self._detail.profile
            question = self.tr("Retirer l’absence du {day}\u00a0?")
            self._remove(
                question.format(day=long_date(chosen.record.first)),
                replace(profile, absences=_without(profile.absences, chosen.rank)),
                self.tr("Absence retirée"),
            )

    def _remove(self, question: str, profile: PartnerProfile, said: str) -> None:
        if self._detail is not None:
            partner_id = self._detail.partner.id
            save = partial(self._deeds.tools.partners.save_profile, partner_id, profile)
            self._deeds.remove(question, save, said)


def _without(items: tuple[R, ...], rank: int) -> tuple[R, ...]:
    return (*items[:rank], *items[rank + 1 :])
