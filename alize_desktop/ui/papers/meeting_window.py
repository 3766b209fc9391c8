"""The papers of a meeting in a window: to make, to hand out, to send."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.papers import PaperRow
from alize_desktop.ui.papers.packs_page import PacksPage
from alize_desktop.ui.papers.papers_page import PapersPage
from alize_desktop.ui.papers.sendings_page import SendingsPage
from alize_desktop.ui.papers.tools import PaperTools
from alize_desktop.ui.papers.window import PaperWindow
from alize_desktop.ui.widgets.tabs import TabStrip
from alize_desktop.wording.dates import long_date_with_day


class MeetingPapersWindow(PaperWindow):
    """Shows the papers of one meeting.

    Args:
        meeting_id: The meeting.
        tools: Services and surroundings.
        parent: The main window.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.
    """

    def __init__(self, meeting_id: UUID, tools: PaperTools, parent: QWidget | None = None) -> None:
        row = tools.services.meetings.detail(meeting_id).row
        title = self.tr("Papiers de la séance {number}").format(number=row.number)
        day = long_date_with_day(row.draft.held_on).capitalize()
        super().__init__(title, day, tools, parent)
        self.setObjectName("meeting_papers")
        self.papers = PapersPage(meeting_id, tools, self.worker)
        self.packs = PacksPage(meeting_id, tools, self.worker)
        self.sendings = SendingsPage(meeting_id, tools)
        self._pages: dict[str, QWidget] = {
            "papers": self.papers,
            "packs": self.packs,
            "sendings": self.sendings,
        }
        self._takers: dict[str, Callable[[], None]] = {
            "papers": self.papers.table.setFocus,
            "packs": self.packs.table.setFocus,
            "sendings": self.sendings.take_keyboard,
        }
        self.tabs = TabStrip(
            (
                ("papers", self.tr("Papiers")),
                ("packs", self.tr("Dossier de séance")),
                ("sendings", self.tr("Envois")),
            ),
            self.tr("Papiers de la séance"),
        )
        self._stack = QStackedWidget()
        for each in self._pages.values():
            self._stack.addWidget(each)
        self._content.addWidget(self.tabs)
        self._content.addWidget(self._stack, 1)
        self.tabs.requested.connect(self.show_tab)
        self.papers.sign_asked.connect(self._on_sign_asked)
        self.papers.written.connect(self.packs.refresh)
        self.packs.written.connect(self.papers.refresh)
        tools.bus.changed.connect(self._on_changed)
        self.refresh()
        self.show_tab("papers")

    @override
    def refresh(self) -> None:
        self.papers.refresh()
        self.packs.refresh()
        self.sendings.refresh()

    def show_tab(self, key: str) -> None:
        """Show one of the pages, its keys working at once."""
        self.tabs.set_current(key)
        self._stack.setCurrentWidget(self._pages[key])
        if not self.tabs.bar.hasFocus():
            self._takers[key]()

    @override
    def take_keyboard(self) -> None:
        self._takers[self.tabs.current()]()

    def _on_changed(self, _changes: Changes, _maker: object) -> None:
        if not self.isVisible() or self.worker.is_busy:
            return
        try:
            self.refresh()
        except UserError:  # the meeting was deleted meanwhile
            self.close()

    def _on_sign_asked(self, paper: PaperRow) -> None:
        from alize_desktop.ui.papers.signing import SigningDialog  # noqa: PLC0415  # on demand

        dialog = SigningDialog(paper, self._tools, self)
        dialog.signed.connect(self.papers.refresh)
        dialog.open()
