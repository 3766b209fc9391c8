"""What the user prefers on this computer: acts at once, and is remembered."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from alize_desktop.settings import Settings
from alize_desktop.ui.preferences import Preferences
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.form import FieldForm

_SCALES = (90, 100, 110, 120, 130, 140, 150)


class ComputerForm(FieldForm):
    """Theme and text size. Nothing to save: each choice is taken when it is made."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.theme = self.add(
            ChoiceField(
                self.tr("Thème"),
                [
                    ("system", self.tr("Comme le système")),
                    ("light", self.tr("Clair")),
                    ("dark", self.tr("Sombre")),
                ],
                empty=None,
            )
        )
        self.scale: ChoiceField[int] = self.add(
            ChoiceField(self.tr("Taille du texte"), [], empty=None)
        )
        self.theme.edited.connect(self._on_theme)
        self.scale.edited.connect(self._on_scale)
        preferences.changed.connect(self._show)
        self._show(preferences.settings)

    def _show(self, settings: Settings) -> None:
        scales = sorted({*_SCALES, settings.text_scale})
        self.scale.set_choices([(each, f"{each}\u00a0%") for each in scales])
        self.theme.set_value(settings.theme)
        self.scale.set_value(settings.text_scale)

    def _on_theme(self, theme: str) -> None:
        self._preferences.set(replace(self._preferences.settings, theme=theme))

    def _on_scale(self, percent: int) -> None:
        self._preferences.set(replace(self._preferences.settings, text_scale=percent))
