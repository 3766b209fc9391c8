"""The dialog where what was seen of the jobs is recorded."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import JobEvidence, JobKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.dossiers import DocumentRow
from alize_desktop.models.records.jobs import JobObservationDraft, JobsDetail
from alize_desktop.ui.jobs.tools import JobTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.numbers import DecimalField, IntegerField
from alize_desktop.ui.widgets.fields.text import LongTextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.job_words import fte_text, months_text
from alize_desktop.wording.labels import label

_WIDTH: Final = 660
_BY_HAND: Final = tuple(each for each in JobEvidence if each is not JobEvidence.HISTORY)


class ObserveDialog(FormDialog):
    """Asks what was seen on a day, with what proves it.

    Args:
        tools: Services and surroundings.
        detail: The jobs of the dossier.
        documents: Supporting documents of the dossier.
        months: Milestone proposed, None for none.
        parent: Window that it is asked from.
    """

    def __init__(
        self,
        tools: JobTools,
        detail: JobsDetail,
        documents: Sequence[DocumentRow],
        months: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Constater les emplois"), self.tr("Enregistrer le constat"), parent
        )
        self._tools, self._detail = tools, detail
        self.setMinimumWidth(scaled(_WIDTH))
        self.observed_on = self.form.add(DateField(self.tr("Constaté le"), required=True))
        self.milestone = self.form.add(self._milestones())
        self.persons: dict[JobKind, IntegerField] = {}
        self.fte: dict[JobKind, DecimalField] = {}
        self.form.add_heading(self.tr("Emplois depuis le départ du suivi, en tout"))
        self._add_counts()
        self.headcount = self.form.add(
            DecimalField(self.tr("Effectif ce jour-là"), unit=self.tr("ETP"), hint=self._hint())
        )
        self.evidence: ChoiceField[JobEvidence] = self.form.add(
            ChoiceField(
                self.tr("Ce qui le prouve"), [(each, label(each)) for each in _BY_HAND], empty=None
            )
        )
        self.document: ChoiceField[UUID] = self.form.add(
            ChoiceField(
                self.tr("Pièce du dossier"),
                [(each.id, each.name) for each in documents],
                empty=self.tr("aucune"),
                hint=self.tr("Ajoutez-la d’abord dans l’onglet Pièces."),
            )
        )
        self.ask_author(tools.author(), tools.keep_author)
        self.note = self.form.add(LongTextField(self.tr("Remarque"), lines=2), wide=True)
        self._fill(months)

    @override
    def write(self) -> Changes:
        told = {each.value: field.value() or 0 for each, field in self.persons.items()}
        exact = {
            f"{each.value}_fte": field.value() or Decimal(0) for each, field in self.fte.items()
        }
        draft = JobObservationDraft(
            self.observed_on.value() or self._tools.today(),
            self.milestone.value(),
            **told,  # type: ignore[arg-type]  # names of the vocabulary are those of the fields
            **exact,  # type: ignore[arg-type]  # likewise
            headcount=self.headcount.value(),
            evidence=self.evidence.value() or JobEvidence.DECLARATION,
            document_id=self.document.value(),
            note=self.note.value(),
            author=self.author_text(),
        )
        return self._tools.services.jobs.observe(self._detail.dossier_id, draft)

    def _milestones(self) -> ChoiceField[int]:
        words = self.tr("{months}, le {day}")
        stones = [
            (each.months, words.format(months=months_text(each.months), day=long_date(each.due_on)))
            for each in self._detail.milestones
        ]
        return ChoiceField(self.tr("Jalon"), stones, empty=self.tr("hors jalon"))

    def _add_counts(self) -> None:
        names = {
            JobKind.CREATED: self.tr("Créés, personnes"),
            JobKind.MAINTAINED: self.tr("Maintenus, personnes"),
            JobKind.SUSTAINED: self.tr("Pérennisés, personnes"),
        }
        for kind, name in names.items():
            is_asked = kind is JobKind.CREATED
            self.persons[kind] = self.form.add(IntegerField(name, required=is_asked))
            self.fte[kind] = self.form.add(
                DecimalField(self.tr("En équivalents temps plein"), unit=self.tr("ETP"))
            )

    def _hint(self) -> str:
        reference = self._detail.reference
        if reference is None:
            return self.tr("L’effectif au dépôt n’est pas connu.")
        return self.tr("Au dépôt\u00a0: {reference}.").format(reference=fte_text(reference))

    def _fill(self, months: int | None) -> None:
        self.observed_on.set_value(self._tools.today())
        self.milestone.set_value(months)
        self.evidence.set_value(_BY_HAND[0])
