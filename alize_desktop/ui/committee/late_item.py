"""A point added during the meeting: which one, and whether the committee agrees."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from alize_desktop.models.enums import ItemKind, LateItemRule
from alize_desktop.models.records.meetings import AgendaProposal, ItemDraft
from alize_desktop.ui.committee.asked_line import AskedLine
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.ringed import Choice, RingedList
from alize_desktop.ui.widgets.buttons import Kind
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.scroll import scrolled


class LateItem(QWidget):
    """Chooses a point, then asks for the consent that the rules want.

    Signals:
        added: The committee agrees. Arg: the ``ItemDraft``.
        cancelled: Nothing is added.
    """

    added = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("late_item")
        self._rule = LateItemRule.UNANIMOUS
        self._drafts: tuple[ItemDraft, ...] = ()
        self._choices: tuple[Choice, ...] = ()
        self._draft: ItemDraft | None = None
        self._list = RingedList()
        self.line = AskedLine()
        self.line.setObjectName("late_item_title")
        self._question = label("", Level.TITLE, wraps=True)
        self._question.setObjectName("late_item_question")
        self._answer = label("", Level.HEADING, wraps=True)
        self._answer.setObjectName("late_item_rule")
        self._stack = QStackedWidget()
        for page in (self._make_list(), self._make_title(), self._make_consent()):
            self._stack.addWidget(page)
        card = Card(self.tr("Ajouter un point à l’ordre du jour"))
        card.body.addWidget(self._answer)
        card.body.addWidget(self._stack)
        whole = column(self)
        whole.addWidget(card)
        whole.addStretch(1)
        self.line.entered.connect(self._on_titled)
        self.line.given_up.connect(self._show_list)

    def ask(self, rule: LateItemRule, proposals: Sequence[AgendaProposal]) -> None:
        """Ask for a point, under a rule, and take the keyboard."""
        self._rule = rule
        self._answer.setText(self._rule_text())
        information = self.tr("Un point d’information…")
        self._drafts = (*(each.draft for each in proposals), ItemDraft(ItemKind.INFORMATION))
        self._choices = (
            *(Choice(each.label, each.reason) for each in proposals),
            Choice(information, self.tr("un titre, sans vote")),
        )
        self._list.show_choices(self._choices)
        self._list.setVisible(rule is not LateItemRule.REFUSED)
        self._show_list()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep every key: none of them may act on the meeting meanwhile."""
        key, typed = event.key(), event.text().upper()
        is_asking = self._stack.currentIndex() == 2
        if key == Qt.Key.Key_Escape or (is_asking and typed == "N"):
            self._leave()
        elif is_asking and typed == "O":
            self._agree()
        elif not is_asking and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif not is_asking and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._list.shift(-1 if key == Qt.Key.Key_Up else 1)
        elif not event.text():
            super().keyPressEvent(event)

    def _make_list(self) -> QWidget:
        page = QWidget()
        lines = column(page, gap=12)
        lines.addWidget(scrolled(self._list), 1)
        keys = row()
        choose = ActionButton(self.tr("Choisir"), "Return", Kind.PRIMARY)
        choose.setObjectName("late_item_choose")
        choose.clicked.connect(self._choose)
        cancel = ActionButton(self.tr("Revenir"), "Esc")
        cancel.clicked.connect(self._leave)
        for each in (choose, cancel):
            keys.addWidget(each)
        keys.addStretch(1)
        lines.addLayout(keys)
        return page

    def _make_title(self) -> QWidget:
        page = QWidget()
        lines = column(page, gap=8)
        lines.addWidget(label(self.tr("Titre du point"), Level.STRONG))
        self.line.setAccessibleName(self.tr("Titre du point"))
        self.line.setPlaceholderText(self.tr("par exemple : bilan du parrainage, puis Entrée"))
        lines.addWidget(self.line)
        lines.addStretch(1)
        return page

    def _make_consent(self) -> QWidget:
        page = QWidget()
        lines = column(page, gap=12)
        lines.addWidget(self._question)
        keys = row()
        yes = ActionButton(self.tr("Oui, le comité est d’accord"), "O", Kind.PRIMARY)
        yes.setObjectName("late_item_yes")
        yes.clicked.connect(self._agree)
        no = ActionButton(self.tr("Non, ne pas l’ajouter"), "N")
        no.setObjectName("late_item_no")
        no.clicked.connect(self._leave)
        for each in (yes, no):
            keys.addWidget(each)
        keys.addStretch(1)
        lines.addLayout(keys)
        lines.addStretch(1)
        return page

    def _rule_text(self) -> str:
        return {
            LateItemRule.REFUSED: self.tr(
                "La convocation est partie : le règlement ne permet plus d’ajouter un point."
            ),
            LateItemRule.UNANIMOUS: self.tr(
                "La convocation est partie : le règlement permet d’ajouter un point avec "
                "l’accord de tous les présents."
            ),
            LateItemRule.MAJORITY: self.tr(
                "La convocation est partie : le règlement permet d’ajouter un point avec "
                "l’accord de la majorité des présents."
            ),
        }[self._rule]

    def _show_list(self) -> None:
        self._draft = None
        self._stack.setCurrentIndex(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        if self._rule is LateItemRule.REFUSED:
            return
        chosen = self._drafts[self._list.place]
        if chosen.kind is ItemKind.INFORMATION:
            self._stack.setCurrentIndex(1)
            self.line.clear()
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._ask_consent(chosen)

    def _on_titled(self) -> None:
        title = self.line.text().strip()
        if title:
            self._ask_consent(ItemDraft(ItemKind.INFORMATION, title))

    def _ask_consent(self, draft: ItemDraft) -> None:
        self._draft = draft
        everybody = self._rule is LateItemRule.UNANIMOUS
        question = self.tr("Tous les présents sont-ils d’accord ?")
        if not everybody:
            question = self.tr("La majorité des présents est-elle d’accord ?")
        title = draft.title or self._choices[self._list.place].title
        added = self.tr("Ajouter « {title} » ?").format(title=title)
        self._question.setText(f"{added}\n{question}")
        self._stack.setCurrentIndex(2)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _agree(self) -> None:
        if self._draft is not None:
            self.added.emit(replace(self._draft, consented=True))

    def _leave(self) -> None:
        if self._stack.currentIndex():
            self._show_list()
        else:
            self.cancelled.emit()
