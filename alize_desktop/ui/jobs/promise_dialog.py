"""The dialog of one line of what a company promises."""

from decimal import Decimal
from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import JobContract, JobKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.jobs import JobPromise, JobsDetail
from alize_desktop.rules.job_checks import USUAL_CONTRACT
from alize_desktop.ui.jobs.tools import JobTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.numbers import DecimalField, IntegerField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.wording.job_words import kind_text, promised_text
from alize_desktop.wording.labels import label

_WIDTH: Final = 640


class PromiseDialog(FormDialog):
    """Asks for a line, new or changed.

    Args:
        tools: Services and surroundings.
        detail: The jobs of the dossier.
        rank: Of the line that is changed; None for a new one.
        parent: Window that it is asked from.
    """

    def __init__(
        self,
        tools: JobTools,
        detail: JobsDetail,
        rank: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        is_new = rank is None
        title = self.tr("Ajouter une promesse") if is_new else self.tr("Modifier la promesse")
        decided = promised_text(detail.decided) if detail.decided else ""
        words = self.tr("Le comité a décidé\u00a0: {decided}.")
        super().__init__(
            title, self.tr("Enregistrer"), parent, sentence=words.format(decided=decided)
        )
        self._tools, self._detail, self._rank = tools, detail, rank
        self.setMinimumWidth(scaled(_WIDTH))
        self.kind: ChoiceField[JobKind] = self.form.add(
            ChoiceField(
                self.tr("Emplois"), [(each, kind_text(each)) for each in JobKind], empty=None
            )
        )
        self.contract: ChoiceField[JobContract] = self.form.add(
            ChoiceField(
                self.tr("Contrat"), [(each, label(each)) for each in JobContract], empty=None
            )
        )
        self.persons = self.form.add(IntegerField(self.tr("Personnes"), smallest=1, required=True))
        self.fte = self.form.add(
            DecimalField(
                self.tr("Équivalents temps plein"),
                unit=self.tr("ETP"),
                hint=self.tr("Vide\u00a0: seules les personnes comptent."),
            )
        )
        self.due_on = self.form.add(
            DateField(self.tr("D’ici le"), hint=self.tr("Vide\u00a0: le jour que dit la décision."))
        )
        self._fill()

    @override
    def write(self) -> Changes:
        line = JobPromise(
            self.kind.value() or JobKind.CREATED,
            self.contract.value() or USUAL_CONTRACT,
            self.persons.value() or 0,
            self.fte.value() or Decimal(0),
            self.due_on.value(),
        )
        lines = list(self._detail.promises)
        if self._rank is None:
            lines.append(line)
        else:
            lines[self._rank] = line
        detail = self._detail
        jobs = self._tools.services.jobs
        return jobs.save_promises(detail.dossier_id, lines, detail.promises_revision)

    def _fill(self) -> None:
        facts = self._detail.facts
        usual = facts.contract if facts and facts.contract else USUAL_CONTRACT
        if self._rank is None:
            self.kind.set_value(JobKind.CREATED)
            self.contract.set_value(usual)
            return
        line = self._detail.promises[self._rank]
        self.kind.set_value(line.kind)
        self.contract.set_value(line.contract)
        self.persons.set_value(line.persons)
        self.fte.set_value(line.fte or None)
        self.due_on.set_value(line.due_on)
