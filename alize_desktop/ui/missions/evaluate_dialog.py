"""The dialog where the company and the partner evaluate a mission, from 1 to 5."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MissionEventKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.missions import MissionDetail, MissionEventDraft
from alize_desktop.ui.missions.tools import MissionTools
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.text import LongTextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.wording.mission_words import HIGHEST_RATING, rating_text

Kind = MissionEventKind


class EvaluateDialog(FormDialog):
    """Asks for one evaluation or for both; the last one of each side counts.

    Args:
        tools: Services and surroundings.
        detail: The mission.
        parent: Window that it is asked from.
    """

    def __init__(
        self, tools: MissionTools, detail: MissionDetail, parent: QWidget | None = None
    ) -> None:
        row, stands = detail.row, detail.row.account
        super().__init__(
            self.tr("Évaluer la mission · {number}").format(number=row.number),
            self.tr("Enregistrer l’évaluation"),
            parent,
            sentence=self.tr(
                "De 1, décevante, à 5, excellente. Laissez vide le côté qui n’a pas encore répondu."
            ),
        )
        self._tools, self._detail = tools, detail
        self.day = self.form.add(DateField(self.tr("Reçue le"), required=True), wide=True)
        self.ratings: dict[MissionEventKind, ChoiceField[int]] = {}
        self.texts: dict[MissionEventKind, LongTextField] = {}
        by_company = self.tr("L’entreprise\u00a0: {name}").format(name=row.company)
        by_partner = self.tr("Le partenaire\u00a0: {name}").format(name=row.partner)
        self._ask(Kind.EVALUATED_BY_COMPANY, by_company, stands.company_rating)
        self._ask(Kind.EVALUATED_BY_PARTNER, by_partner, stands.partner_rating)
        self.ask_author(tools.author(), tools.keep_author)
        self.day.set_value(tools.today())

    @override
    def write(self) -> Changes:
        drafts = [
            MissionEventDraft(
                kind,
                self.day.value() or self._tools.today(),
                text=self.texts[kind].value(),
                rating=field.value(),
                author=self.author_text(),
            )
            for kind, field in self.ratings.items()
            if field.value() is not None or self.texts[kind].value()
        ]
        if not drafts:
            raise UserError(ErrorCode.MISSION_RATING_MISSING)
        return self._tools.services.missions.record(self._detail.row.id, *drafts)

    def _ask(self, kind: MissionEventKind, name: str, last: int | None) -> None:
        before = self.tr("Évaluation d’avant\u00a0: {rating}.").format(rating=rating_text(last))
        self.form.add_heading(name)
        choices = [(each, rating_text(each)) for each in range(HIGHEST_RATING, 0, -1)]
        self.ratings[kind] = self.form.add(
            ChoiceField(
                self.tr("Évaluation"),
                choices,
                empty=self.tr("pas encore"),
                hint=before if last is not None else "",
            )
        )
        self.texts[kind] = self.form.add(LongTextField(self.tr("En quelques mots"), lines=2))
