"""The dialog of a company that a partner lends nobody to."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import ConflictKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.partners import PartnerConflict, PartnerDetail
from alize_desktop.rules.identifiers import parse_siren
from alize_desktop.rules.text import search_key
from alize_desktop.ui.people.partner_tools import PartnerTools
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.suggest import SuggestField
from alize_desktop.ui.widgets.fields.text import LongTextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.wording.company_words import siren_text
from alize_desktop.wording.labels import label

_BETWEEN: Final = " · "


class ConflictDialog(FormDialog):
    """Asks which company, chosen among those of the dossiers or by its number, and why.

    Args:
        tools: Writes the conflict, and names the companies.
        detail: The partner.
        conflict: As it stands; None for a new one.
        parent: Window that it is asked from.
    """

    def __init__(
        self,
        tools: PartnerTools,
        detail: PartnerDetail,
        conflict: PartnerConflict | None,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Ajouter une incompatibilité")
        super().__init__(
            title if conflict is None else self.tr("Modifier l’incompatibilité"),
            self.tr("Enregistrer"),
            parent,
            sentence=self.tr(
                "{partner} n’est pas proposé aux dossiers de cette entreprise."
            ).format(partner=detail.partner.sheet.name),
        )
        self._tools = tools
        self._read = conflict
        partner_id = detail.partner.id
        self._before = conflict or PartnerConflict(
            partner_id, partner_id, "", ConflictKind.COMPETITOR
        )
        self._companies = _Companies(tools.companies())
        self._ask()
        self.company.set_value(self._before.siren or None)
        self.kind.set_value(self._before.kind)
        self.note.set_value(self._before.note)

    @override
    def write(self) -> Changes:
        conflict = replace(
            self._before,
            siren=self.company.value(),
            kind=self.kind.value() or self._before.kind,
            note=self.note.value(),
        )
        return self._tools.partners.save_conflict(self._read, conflict)

    def _ask(self) -> None:
        """Add the fields."""
        self.company = self.form.add(
            SuggestField(
                self.tr("Entreprise"),
                self._companies.suggestions(),
                read=self._companies.read,
                show=self._companies.show,
                required=True,
                hint=self.tr("Son nom si elle a un dossier, ou son SIREN."),
            ),
            wide=True,
        )
        self.kind: ChoiceField[ConflictKind] = self.form.add(
            ChoiceField(
                self.tr("Le partenaire en est"),
                [(each, label(each)) for each in ConflictKind],
                empty=None,
            ),
            wide=True,
        )
        self.note = self.form.add(LongTextField(self.tr("Remarque"), lines=2), wide=True)


class _Companies:
    """The companies of the dossiers, found by name and shown with their number."""

    def __init__(self, companies: Sequence[tuple[str, str]]) -> None:
        self._names = {siren: name for name, siren in companies}
        self._shown = {self.show(siren): siren for siren in self._names}
        found: dict[str, list[str]] = {}
        for siren, name in self._names.items():
            found.setdefault(search_key(name), []).append(siren)
        self._alone = {name: sirens[0] for name, sirens in found.items() if len(sirens) == 1}

    def suggestions(self) -> list[str]:
        """Return every company, by name."""
        return sorted(self._shown, key=search_key)

    def show(self, siren: str) -> str:
        """Return a company as it is shown: its name when it is known, and its number."""
        name = self._names.get(siren, "")
        return f"{name}{_BETWEEN}{siren_text(siren)}" if name else siren_text(siren)

    def read(self, text: str) -> str:
        """Return the number of a company that is typed or chosen.

        Raises:
            UserError: ``SIREN_INVALID``, when no one company has this name either.
        """
        known = self._shown.get(text) or self._alone.get(search_key(text))
        return known or parse_siren(text)
