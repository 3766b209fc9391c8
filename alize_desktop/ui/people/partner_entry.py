"""A line of the list of partners: what is shown of it, and what finds it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.partners import PartnerDays, PartnerDetail, SkillCategory
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.rules.skill_categories import canonical_name
from alize_desktop.rules.text import search_key
from alize_desktop.ui.widgets.table_model import Column
from alize_desktop.wording.amounts import decimal_text
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import list_text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PartnerEntry:
    """A partner, with everything that is known of it."""

    detail: PartnerDetail

    @property
    def id(self) -> UUID:
        """Identifier."""
        return self.detail.partner.id

    @property
    def sheet(self) -> PartnerSheet:
        """What the form edits."""
        return self.detail.partner.sheet

    def skills(self, categories: Sequence[SkillCategory]) -> tuple[str, ...]:
        """Return the categories it proposes, in its sheet or in its offers, each once."""
        written = (*self.sheet.skills, *(each.category for each in self.detail.offers))
        return tuple(dict.fromkeys(canonical_name(categories, each) for each in written))

    def words(self) -> str:
        """Return what a search looks through."""
        detail = self.detail
        told = (
            self.sheet.name,
            self.sheet.siren,
            self.sheet.basin,
            self.sheet.correspondent,
            detail.profile.town,
            *(each.name for each in detail.profile.correspondents),
            *(each.person for each in detail.offers),
        )
        return f" {search_key(' '.join(told))}"


def partner_columns() -> tuple[Column[PartnerEntry], ...]:
    """Return the columns of the list."""
    return (
        Column(
            "name",
            translate("partners", "Entreprise"),
            lambda row: row.sheet.name,
            note=lambda row: list_text(row.sheet.skills),
            width=190,
            stretches=True,
            sortable=False,
        ),
        Column(
            "basin",
            translate("partners", "Bassin"),
            lambda row: row.sheet.basin or "—",
            width=140,
            sortable=False,
        ),
        Column(
            "group",
            translate("partners", "5\u202f000 salariés"),
            lambda row: label(row.sheet.large_group),
            width=110,
            sortable=False,
        ),
        Column(
            "days",
            translate("partners", "Jours restants"),
            lambda row: left_text(row.detail.days),
            note=lambda row: offered_text(row.detail.days),
            right=True,
            width=130,
            sortable=False,
        ),
    )


def left_text(days: PartnerDays) -> str:
    """Return the days left; those promised in excess are said with a sign and a word."""
    if days.left < 0:
        return translate("partners", "▼\u00a0{days} de trop").format(days=decimal_text(-days.left))
    return decimal_text(days.left)


def offered_text(days: PartnerDays) -> str:
    """Return out of how many days, in which year."""
    words = translate("partners", "sur {days} en {year}")
    return words.format(days=decimal_text(days.offered), year=days.year)
