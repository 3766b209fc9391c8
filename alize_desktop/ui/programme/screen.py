"""Settings: the programme's own, kept in its file, and the user's, kept on this computer."""

from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.enums import HolidayCalendar
from alize_desktop.models.records.changes import Changes, Progress
from alize_desktop.models.records.journal import Verification
from alize_desktop.services.programme import ProgrammeService
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.preferences import Preferences
from alize_desktop.ui.tasks import Task
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.form import FieldForm
from alize_desktop.ui.widgets.fields.numbers import MoneyField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.labels import Level, label, set_role
from alize_desktop.ui.widgets.progress import ProgressStrip
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.names import counted

_ZONES = (
    "Europe/Paris",
    "America/Guadeloupe",
    "America/Martinique",
    "America/Cayenne",
    "Indian/Reunion",
    "Indian/Mayotte",
)
_SCALES = (90, 100, 110, 120, 130, 140, 150)
_WIDTH = 720


class ProgrammeScreen(QWidget):
    """Edits the settings and checks the registry.

    Signals:
        saved: The programme's settings were written.
    """

    saved = Signal()

    def __init__(
        self,
        programme: ProgrammeService,
        preferences: Preferences,
        bus: Bus,
        log_file: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._programme = programme
        self._preferences = preferences
        self._bus = bus
        self._log_file = log_file
        self._task: Task[Verification] | None = None
        self.form = FieldForm()
        self._make_fields()
        self.save = KeyButton(self.tr("Enregistrer"), "Ctrl+S", Kind.PRIMARY)
        self.save.clicked.connect(lambda *_: self._on_save())
        self.check = KeyButton(self.tr("Vérifier le registre"), icon="check")
        self.check.clicked.connect(lambda *_: self._on_check())
        self.verdict = label("", Level.BODY, wraps=True)
        self._progress = ProgressStrip()
        self._lay_out()
        self._fill()

    def _make_fields(self) -> None:
        self.basin = self.form.add(TextField(self.tr("Bassin d’emploi"), required=True))
        self.operator = self.form.add(TextField(self.tr("Organisme opérateur")))
        self.body = self.form.add(TextField(self.tr("Nom du comité"), required=True))
        self.fund = self.form.add(MoneyField(self.tr("Fonds disponible au départ")))
        self.calendar = self.form.add(
            ChoiceField(
                self.tr("Jours fériés"),
                [(each, word(each)) for each in HolidayCalendar],
                empty=None,
            )
        )
        self.zone = self.form.add(
            ChoiceField(self.tr("Fuseau horaire"), [(each, each) for each in _ZONES], empty=None)
        )
        self.theme = ChoiceField(
            self.tr("Thème"),
            [
                ("system", self.tr("Comme le système")),
                ("light", self.tr("Clair")),
                ("dark", self.tr("Sombre")),
            ],
            empty=None,
        )
        self.scale = ChoiceField(
            self.tr("Taille du texte"),
            [(each, f"{each}\u00a0%") for each in _SCALES],
            empty=None,
        )
        self.theme.edited.connect(self._on_theme)
        self.scale.edited.connect(self._on_scale)

    def _lay_out(self) -> None:
        here = FieldForm()
        here.add(self.theme)
        here.add(self.scale)
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(SPACE.group)
        column.addWidget(label(self.tr("Réglages"), Level.TITLE))
        column.addWidget(label(self.tr("Le programme"), Level.HEADING))
        column.addWidget(self.form)
        column.addWidget(self.save, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(label(self.tr("Cet ordinateur"), Level.HEADING))
        column.addWidget(here)
        column.addSpacing(8)
        column.addWidget(label(self.tr("Le registre"), Level.HEADING))
        column.addWidget(
            label(
                self.tr(
                    "La vérification relit tout le fichier\u00a0: intégrité, liens, "
                    "chaîne du journal."
                ),
                Level.SOFT,
                wraps=True,
            )
        )
        column.addWidget(self.check, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.verdict)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content), 1)
        whole.addWidget(self._progress)

    def _fill(self) -> None:
        programme = self._programme.programme()
        self.basin.set_value(programme.basin)
        self.operator.set_value(programme.operator)
        self.body.set_value(programme.body_name)
        self.fund.set_value(programme.fund_amount)
        self.calendar.set_value(programme.calendar)
        self.zone.set_value(programme.time_zone)
        self.theme.set_value(self._preferences.settings.theme)
        self.scale.set_value(self._preferences.settings.text_scale)

    def _on_save(self) -> None:
        if not self.form.commit():
            return
        edited = replace(
            self._programme.programme(),
            basin=self.basin.value(),
            operator=self.operator.value(),
            body_name=self.body.value(),
            fund_amount=self.fund.value(),
            calendar=self.calendar.value() or HolidayCalendar.METROPOLE,
            time_zone=self.zone.value() or _ZONES[0],
        )
        self._attempt(lambda: self._programme.save(edited))

    def _attempt(self, write: Callable[[], Changes]) -> None:
        try:
            changes = write()
        except UserError as error:
            show_error(self.window(), error, self._log_file)
        else:
            self._bus.changed.emit(changes, self)
            self.saved.emit()

    def _on_theme(self, theme: str) -> None:
        self._preferences.set(replace(self._preferences.settings, theme=theme))

    def _on_scale(self, percent: int) -> None:
        self._preferences.set(replace(self._preferences.settings, text_scale=percent))

    def _on_check(self) -> None:
        if self._task is not None:
            return
        self.check.setEnabled(False)
        self._task = Task(self._verified, self)
        self._task.succeeded.connect(self._on_verified)
        self._task.failed.connect(lambda error: show_error(self.window(), error, self._log_file))
        self._task.finished.connect(self._on_checked)
        self._progress.watch(self._task, self.tr("Vérification du registre…"))
        self._task.start()

    def _verified(self) -> Generator[Progress, Any, Verification]:
        yield Progress(0, 1, self.tr("Lecture du fichier…"))
        return self._programme.verify()

    def _on_verified(self, found: Verification) -> None:
        if found.is_sound:
            lines = counted(found.lines, "ligne")
            text = self.tr("Registre intègre\u00a0: {0} de journal, chaîne complète.")
            self.verdict.setText(f"{text.replace('{0}', lines)}\n{found.head}")
            set_role(self.verdict, Role.GOOD)
            return
        problems = [*found.integrity_problems, *found.foreign_key_problems]
        if found.first_broken_line is not None:
            text = self.tr("La chaîne du journal est rompue à la ligne {0}.")
            problems.insert(0, text.replace("{0}", str(found.first_broken_line)))
        self.verdict.setText("\n".join(problems))
        set_role(self.verdict, Role.BAD)

    def _on_checked(self) -> None:
        self._task = None
        self.check.setEnabled(True)
