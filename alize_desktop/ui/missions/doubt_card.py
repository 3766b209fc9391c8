"""What is unusual in a mission, and what the labour code asks and is unknown or not met."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.missions import MissionDetail
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.matches import conflict_text
from alize_desktop.wording.mission_warnings import warning_text
from alize_desktop.wording.mission_words import doubt_text


class DoubtCard(Card):
    """One sentence each; hidden without any. It forbids nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("À vérifier"), parent)
        self.setObjectName("mission_doubts")
        self._told = QWidget()
        self.body.addWidget(self._told)

    def show_detail(self, detail: MissionDetail) -> None:
        """Show what is doubtful of another mission."""
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.related)
        told = [warning_text(each) for each in detail.warnings]
        if detail.conflict is not None:
            told.insert(0, conflict_text(detail.conflict))
        for sentence in told:
            words = f"▲\u00a0{sentence}"
            column.addWidget(label(words, Level.STRONG, wraps=True, role=Role.WAITING))
        for doubt in detail.doubts:
            is_unmet = doubt.is_met is False
            words = f"{'▲' if is_unmet else '●'}\u00a0{doubt_text(doubt)}"
            level = Level.STRONG if is_unmet else Level.BODY
            column.addWidget(label(words, level, wraps=True, role=Role.WAITING))
        self.body.replaceWidget(self._told, fresh)
        show_if(fresh, shown=True)
        self._told.deleteLater()
        self._told = fresh
        show_if(self, shown=bool(told or detail.doubts))
