"""What narrows the list of partners: words, a competence, a basin."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.models.records.partners import SkillCategory
from alize_desktop.rules.text import search_key
from alize_desktop.ui.people.partner_entry import PartnerEntry
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.search import SearchField


class PartnerNarrowing(QWidget):
    """A line to search, and two lists to choose from.

    Args:
        categories: Gives the categories of competences.
        parent: Parent widget.

    Signals:
        asked: Another list is asked for.
    """

    asked = Signal()

    def __init__(
        self, categories: Callable[[], Sequence[SkillCategory]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._categories = categories
        self._text = ""
        self.search = SearchField(self.tr("Rechercher un partenaire, une personne…"), "F3")
        self.skill: ChoiceField[str] = ChoiceField(
            self.tr("Compétence"), (), empty=self.tr("Toutes")
        )
        self.basin: ChoiceField[str] = ChoiceField(self.tr("Bassin"), (), empty=self.tr("Tous"))
        row = QHBoxLayout()
        row.setSpacing(SPACE.related)
        for field in (self.skill, self.basin):
            row.addWidget(field, 1)
            field.edited.connect(lambda *_: self.asked.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(SPACE.related)
        column.addWidget(self.search)
        column.addLayout(row)
        self.search.searched.connect(self._on_searched)

    @property
    def bar(self) -> QWidget:
        """What stands over the list: this."""
        return self

    def narrowed(self, entries: Sequence[PartnerEntry]) -> Sequence[PartnerEntry]:
        """Return the partners that are asked for, out of all of them."""
        categories = self._categories()
        skills = {each.id: each.skills(categories) for each in entries}
        self._offer(categories, {name for names in skills.values() for name in names}, entries)
        skill, basin = self.skill.value(), self.basin.value()
        wanted = search_key(self._text).split()
        return [
            each
            for each in entries
            if (skill is None or skill in skills[each.id])
            and (basin is None or each.sheet.basin == basin)
            and all(f" {word}" in each.words() for word in wanted)
        ]

    def clear(self) -> None:
        """Ask for all of them again; nothing when all are listed."""
        was_narrowed = bool(self._text or self.skill.value() or self.basin.value())
        self._text = ""
        self.search.set_text("")
        for field in (self.skill, self.basin):
            field.set_value(None)
        if was_narrowed:
            self.asked.emit()

    def _offer(
        self,
        categories: Sequence[SkillCategory],
        written: set[str],
        entries: Sequence[PartnerEntry],
    ) -> None:
        """Offer what somebody proposes, in the order of the categories, and every basin."""
        known = [each.name for each in categories if each.name in written]
        others = sorted(written - set(known), key=search_key)
        self.skill.set_choices([(each, each) for each in (*known, *others)])
        basins = sorted({each.sheet.basin for each in entries} - {""}, key=search_key)
        self.basin.set_choices([(each, each) for each in basins])

    def _on_searched(self, text: str) -> None:
        self._text = text
        self.asked.emit()
