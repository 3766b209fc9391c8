"""The dialogs of the agreement of a partner: its dates and town, who to speak to, absences.

Each writes the whole profile again, with what it asks changed.
"""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.partners import (
    Absence,
    Correspondent,
    PartnerDetail,
    PartnerProfile,
)
from alize_desktop.rules.field_checks import check_postcode
from alize_desktop.ui.people.partner_tools import PartnerTools
from alize_desktop.ui.people.sheet_form import email_text
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.text import LongTextField, TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog

T = TypeVar("T")


class ProfileDialog(FormDialog):
    """Asks a part of a profile. A subclass fills the form and gives the profile changed.

    Args:
        tools: Writes the profile.
        detail: The partner.
        title: Title of its window.
        parent: Window that it is asked from.
    """

    def __init__(
        self, tools: PartnerTools, detail: PartnerDetail, title: str, parent: QWidget | None = None
    ) -> None:
        name = detail.partner.sheet.name
        super().__init__(title, self.tr("Enregistrer"), parent, sentence=name)
        self._tools, self._detail = tools, detail

    def changed(self, profile: PartnerProfile) -> PartnerProfile:
        """Return the profile with what the form holds."""
        raise NotImplementedError

    @override
    def write(self) -> Changes:
        detail = self._detail
        return self._tools.partners.save_profile(detail.partner.id, self.changed(detail.profile))


class AgreementDialog(ProfileDialog):
    """Asks the dates of the agreement, where the partner is, and a remark."""

    def __init__(
        self, tools: PartnerTools, detail: PartnerDetail, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, detail, self.tr("Convention avec le programme"), parent)
        self.joined_on = self.form.add(DateField(self.tr("En vigueur depuis le")))
        self.ends_on = self.form.add(
            DateField(self.tr("Jusqu’au"), hint=self.tr("Vide\u00a0: sans fin."))
        )
        self.postcode = self.form.add(TextField(self.tr("Code postal"), read=_postcode))
        self.town = self.form.add(
            TextField(
                self.tr("Commune"),
                hint=self.tr("Celle d’où l’on vient\u00a0: elle donne la distance."),
            )
        )
        self.note = self.form.add(LongTextField(self.tr("Remarque"), lines=3), wide=True)
        profile = detail.profile
        self.joined_on.set_value(profile.joined_on)
        self.ends_on.set_value(profile.ends_on)
        self.postcode.set_value(profile.postcode)
        self.town.set_value(profile.town)
        self.note.set_value(profile.note)

    @override
    def changed(self, profile: PartnerProfile) -> PartnerProfile:
        return replace(
            profile,
            joined_on=self.joined_on.value(),
            ends_on=self.ends_on.value(),
            postcode=self.postcode.value(),
            town=self.town.value(),
            note=self.note.value(),
        )


class CorrespondentDialog(ProfileDialog):
    """Asks who to speak to; ``rank`` is that of the one changed, None for a new one."""

    def __init__(
        self,
        tools: PartnerTools,
        detail: PartnerDetail,
        rank: int | None,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Ajouter un correspondant")
        super().__init__(
            tools, detail, title if rank is None else self.tr("Modifier le correspondant"), parent
        )
        self._rank = rank
        self.name = self.form.add(TextField(self.tr("Nom"), required=True))
        self.position = self.form.add(TextField(self.tr("Fonction")))
        self.email = self.form.add(TextField(self.tr("Courriel"), read=email_text))
        self.phone = self.form.add(TextField(self.tr("Téléphone")))
        if rank is not None:
            before = detail.profile.correspondents[rank]
            self.name.set_value(before.name)
            self.position.set_value(before.position)
            self.email.set_value(before.email)
            self.phone.set_value(before.phone)

    @override
    def changed(self, profile: PartnerProfile) -> PartnerProfile:
        typed = Correspondent(
            self.name.value(), self.position.value(), self.email.value(), self.phone.value()
        )
        return replace(profile, correspondents=with_one(profile.correspondents, self._rank, typed))


class AbsenceDialog(ProfileDialog):
    """Asks days on which a partner lends nobody; ``rank`` as in ``CorrespondentDialog``."""

    def __init__(
        self,
        tools: PartnerTools,
        detail: PartnerDetail,
        rank: int | None,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Ajouter une absence")
        super().__init__(
            tools, detail, title if rank is None else self.tr("Modifier l’absence"), parent
        )
        self._rank = rank
        self.first = self.form.add(DateField(self.tr("Du"), required=True))
        self.last = self.form.add(DateField(self.tr("Au"), required=True))
        self.reason = self.form.add(TextField(self.tr("Motif")), wide=True)
        if rank is not None:
            before = detail.profile.absences[rank]
            self.first.set_value(before.first)
            self.last.set_value(before.last)
            self.reason.set_value(before.reason)

    @override
    def changed(self, profile: PartnerProfile) -> PartnerProfile:
        today = self._tools.today()
        first = self.first.value() or today
        typed = Absence(first, self.last.value() or first, self.reason.value())
        return replace(profile, absences=with_one(profile.absences, self._rank, typed))


def with_one(items: tuple[T, ...], rank: int | None, item: T) -> tuple[T, ...]:
    """Return the items with one put at its rank, or at the end when the rank is None."""
    place = len(items) if rank is None else rank
    return (*items[:place], item, *items[place + 1 :])


def _postcode(text: str) -> str:
    check_postcode(text)
    return text
