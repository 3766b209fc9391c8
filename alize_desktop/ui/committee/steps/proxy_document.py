"""How a written proxy was received: a digit, or nothing while it was not."""

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Level, label

translate = QCoreApplication.translate

_KEYS: Final = "123"


class ProxyDocument(QWidget):
    """« 1 courriel · 2 remis en séance · 3 lettre »; the same digit again takes it back.

    Signals:
        changed: Something was chosen, or taken back.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = ""
        self._buttons: dict[str, ActionButton] = {}
        texts = (
            translate("proxies", "reçu par courriel"),
            translate("proxies", "remis en séance"),
            translate("proxies", "reçu par lettre"),
        )
        lines = column(self, gap=6)
        lines.addWidget(label(translate("proxies", "Le pouvoir écrit a été"), Level.SOFT))
        keys = FlowLayout(spacing=scaled(SPACE.related))
        for key, text in zip(_KEYS, texts, strict=True):
            made = ActionButton(text, key)
            made.setObjectName(f"proxy_document_{key}")
            made.setCheckable(True)
            made.clicked.connect(partial(self._choose, text))
            self._buttons[text] = made
            keys.addWidget(made)
        lines.addLayout(keys)

    def bind_to(self, pane: StepPane) -> None:
        """Let the digits of a step choose."""
        for key, text in zip(_KEYS, self._buttons, strict=True):
            pane.bind(key, "", partial(self._choose, text), when=self.isVisible)

    def value(self) -> str:
        """Return how it was received; empty while it was not."""
        return self._chosen

    def clear(self) -> None:
        """Forget what was chosen."""
        self._chosen = ""
        self._show()

    def choose(self, key: str) -> bool:
        """Choose by a digit; False when it is none of them."""
        if not key or key not in _KEYS:
            return False
        self._choose(tuple(self._buttons)[_KEYS.index(key)])
        return True

    def _choose(self, text: str, *_checked: bool) -> None:
        self._chosen = "" if self._chosen == text else text
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for text, button in self._buttons.items():
            button.setChecked(text == self._chosen)
