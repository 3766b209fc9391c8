"""The papers of a mission: a button each, and why one cannot be made."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import MissionEventKind, PaperKind
from alize_desktop.models.records.dossier_papers import PaperOffer
from alize_desktop.models.records.missions import MissionDetail
from alize_desktop.rules.mission_steps import possible
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.labels import label as word

DRAFT: Final = "draft"
"""Beside the kinds of papers: an amendment that is to be signed."""


class PaperCard(Card):
    """Offers the papers of the mission that is chosen.

    Signals:
        asked: Arg: the ``PaperKind``, or ``DRAFT``.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Papiers"), parent)
        self.setObjectName("mission_papers")
        names: dict[PaperKind | str, str] = {
            PaperKind.SECONDMENT: self.tr("Convention…"),
            DRAFT: self.tr("Avenant à signer…"),
            PaperKind.MISSION_AMENDMENT: self.tr("Dernier avenant…"),
            PaperKind.MISSION_SHEET: self.tr("Feuille de jours…"),
        }
        self.buttons: dict[PaperKind | str, KeyButton] = {}
        flow = FlowLayout(spacing=SPACE.related)
        for kind, name in names.items():
            button = KeyButton(name)
            button.setObjectName(f"mission_paper_{kind}")
            button.clicked.connect(partial(self._ask, kind))
            self.buttons[kind] = button
            flow.addWidget(button)
        self._why = label("", Level.SMALL, wraps=True)
        self._why.setObjectName("mission_papers_why")
        self.body.addLayout(flow)
        self.body.addWidget(self._why)

    def show_offers(self, detail: MissionDetail, offers: Iterable[PaperOffer]) -> None:
        """Show which papers of another mission can be made."""
        reasons: list[str] = []
        for offer in offers:
            refusal = offer.refusal
            button = self.buttons[offer.kind]
            button.setEnabled(refusal is None)
            is_unasked = refusal is not None and refusal.code is ErrorCode.MISSION_NOT_AMENDED
            show_if(button, shown=not is_unasked)
            if refusal is not None and not is_unasked:
                reasons.append(f"{word(offer.kind)}\u00a0: {message_of(refusal)}")
        can_amend = MissionEventKind.AMENDED in possible(detail.row.account)
        show_if(self.buttons[DRAFT], shown=can_amend)
        self._why.setText("\n".join(reasons))
        show_if(self._why, shown=bool(reasons))

    def _ask(self, kind: PaperKind | str, *_checked: bool) -> None:
        self.asked.emit(kind)
