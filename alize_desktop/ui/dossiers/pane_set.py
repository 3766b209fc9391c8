"""The panes of a dossier under their tabs, each built when it is first shown."""

from collections.abc import Callable, Iterator, Sequence
from datetime import tzinfo
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.models.records.dossiers import DossierDetail
from alize_desktop.models.records.partners import SkillCategory
from alize_desktop.ui.dossiers.binding import FieldBinding
from alize_desktop.ui.dossiers.form import SheetForm
from alize_desktop.ui.dossiers.panes.base import Pane
from alize_desktop.ui.dossiers.panes.company import CompanyPane
from alize_desktop.ui.dossiers.panes.decision import DecisionPane
from alize_desktop.ui.dossiers.panes.documents import DocumentsPane
from alize_desktop.ui.dossiers.panes.financing import FinancingPane
from alize_desktop.ui.dossiers.panes.given import GivenPane
from alize_desktop.ui.dossiers.panes.jobs import JobsPane
from alize_desktop.ui.dossiers.panes.journal import JournalPane
from alize_desktop.ui.dossiers.panes.opinion import OpinionPane
from alize_desktop.ui.dossiers.panes.project import ProjectPane
from alize_desktop.ui.dossiers.panes.schedule import SchedulePane
from alize_desktop.ui.dossiers.panes.skills import SkillsPane
from alize_desktop.ui.dossiers.tools import DossierView
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.labels import rule
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.ui.widgets.tabs import TabStrip

_TAB_OF: Final = {
    "filed_on": "company",
    "basin": "company",
    "request": "financing",
}
_FILLS_ITSELF: Final = frozenset({"documents", "schedule", "journal"})
_WRONG: Final = "▲"
_DIRECT: Final = Qt.FindChildOption.FindDirectChildrenOnly


class PaneSet(QWidget):
    """Tabs, and the pane of the current one.

    Args:
        form: Sheet under edition.
        zone: Time zone that days and hours are shown in.
        views: What others show of the dossier; their tabs come before the journal.
        categories: Gives the categories of competences.
        parent: Parent widget.

    Signals:
        pane_built: A pane was just built. Args: its key and the ``Pane``.
    """

    pane_built = Signal(object, object)

    def __init__(
        self,
        form: SheetForm,
        zone: tzinfo,
        views: Sequence[DossierView] = (),
        categories: Callable[[], Sequence[SkillCategory]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._makers: dict[str, Callable[[], Pane]] = {
            "company": lambda: CompanyPane(form),
            "project": lambda: ProjectPane(form),
            "financing": lambda: FinancingPane(form),
            "jobs": lambda: JobsPane(form),
            "skills": lambda: SkillsPane(form, categories),
            "opinion": lambda: OpinionPane(form),
            "documents": lambda: DocumentsPane(zone),
            "decision": lambda: DecisionPane(zone),
            "schedule": SchedulePane,
        }
        titles = dict(self._titles())
        for each in views:
            self._makers[each.key] = partial(_given, each, self._makers.get(each.key))
            titles.setdefault(each.key, each.title)
        self._makers["journal"] = lambda: JournalPane(zone)
        titles["journal"] = self.tr("Journal")
        self._panes: dict[str, Pane] = {}
        self._detail: DossierDetail | None = None
        self._outdated: set[str] = set()
        self._wrong: set[str] = set()
        self.tabs = TabStrip(tuple(titles.items()), self.tr("Volets du dossier"))
        self.tabs.requested.connect(self.show_pane)
        self._stack = QStackedWidget()
        self._lay_out()
        form.status_changed.connect(self._mark_wrong_tabs)

    def pane(self, key: str) -> Pane:
        """Return a pane, built now if it never was."""
        if key not in self._panes:
            made = self._makers[key]()
            self._panes[key] = made
            self._stack.addWidget(made if key in _FILLS_ITSELF else scrolled(made))
            self._outdated.add(key)
            self.pane_built.emit(key, made)
        return self._panes[key]

    def show_pane(self, key: str) -> None:
        """Show a pane, filled with the dossier that is shown."""
        pane = self.pane(key)
        if key in self._outdated:
            pane.show_detail(self._detail)
            self._outdated.discard(key)
        self.tabs.set_current(key)
        self._stack.setCurrentIndex(list(self._panes).index(key))

    def show_detail(self, detail: DossierDetail | None) -> None:
        """Show another dossier, from its top; only the pane in sight is filled now."""
        is_another = detail is None or self._detail is None or detail.id != self._detail.id
        self._detail = detail
        if is_another:
            for area in self._stack.findChildren(QScrollArea, options=_DIRECT):
                area.verticalScrollBar().setValue(0)
        self._outdated = set(self._panes)
        count = len(detail.documents) if detail else 0
        self.tabs.set_badge("documents", str(count) if count else "")
        self.show_pane(self.tabs.current())

    def commit_typing(self) -> None:
        """Take what is typed and not finished."""
        typing = self._form.status.typing
        for binding in self.bindings():
            if binding.path in typing:
                binding.commit()

    def bindings(self) -> Iterator[FieldBinding]:
        """Give the fields built so far, in the order of the tabs."""
        for key in self._makers:
            if key in self._panes:
                yield from self._panes[key].bindings

    def focus_field(self, path: str) -> bool:
        """Show the field of a path and give it the keyboard; return whether there is one."""
        key = _tab_of(path)
        if key not in self._makers:
            return False
        self.show_pane(key)
        found = [each.field for each in self._panes[key].bindings if each.path == path]
        for field in found:
            field.focus_control()
        return bool(found)

    def focus_pane(self) -> None:
        """Give the keyboard to the first thing of the pane in sight."""
        pane = self._panes[self.tabs.current()]
        if pane.bindings and self._form.is_editable:
            pane.bindings[0].field.focus_control()
        else:
            self.tabs.bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        strip = QVBoxLayout()
        strip.setContentsMargins(SPACE.group - SPACE.related, 0, SPACE.group, 0)
        strip.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(strip)
        column.addWidget(rule())
        column.addWidget(self._stack, 1)

    def _titles(self) -> tuple[tuple[str, str], ...]:
        return (
            ("company", self.tr("Entreprise")),
            ("project", self.tr("Projet")),
            ("financing", self.tr("Financement")),
            ("jobs", self.tr("Emplois")),
            ("skills", self.tr("Compétences")),
            ("opinion", self.tr("Avis")),
            ("documents", self.tr("Pièces")),
            ("decision", self.tr("Décision")),
            ("schedule", self.tr("Échéancier")),
        )

    def _mark_wrong_tabs(self) -> None:
        status = self._form.status
        found = {_tab_of(path) for path in (*status.problems, *status.refused)}
        wrong = found & self._makers.keys()
        for key in wrong ^ self._wrong:
            self.tabs.set_badge(key, _WRONG if key in wrong else "")
        self._wrong = wrong


def _given(view: DossierView, fields: Callable[[], Pane] | None) -> Pane:
    """Return the pane of a view, under the fields of the same tab if there are some."""
    return GivenPane(view.make(), fields() if fields else None)


def _tab_of(path: str) -> str:
    part = path.partition(".")[0]
    return _TAB_OF.get(part, part)
