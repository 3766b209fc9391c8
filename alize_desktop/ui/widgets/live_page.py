"""A paper that follows what is typed: made again in the background after each pause.

QtPdf is brought in when the first page is shown, not before.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QThreadPool, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.ui.tasks import Task, Work
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.names import counted

if TYPE_CHECKING:
    from alize_desktop.ui.widgets.paper_view import PaperView

_PAUSE: Final = 400
"""Milliseconds without a key before a paper is made again."""

_PATIENCE: Final = 5_000
"""Milliseconds given to a paper being made before its page goes."""

_NARROWEST: Final = 220


class LivePage(QWidget):
    """Shows the last paper that could be made, and why a later one could not.

    Signals:
        shown: Another paper is on the page.
    """

    shown = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work: Work[bytes] | None = None
        self._task: Task[bytes] | None = None
        self._is_stale = False
        self._pool = QThreadPool(self)
        self._view: PaperView | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._make)
        self._pages = label("", Level.SMALL)
        self._pages.setObjectName("live_pages")
        self._refusal = label("", Level.SMALL, wraps=True)
        self._refusal.setObjectName("live_refusal")
        self._blank = QWidget()
        self._column = QVBoxLayout(self)
        self._lay_out(title)
        self.setMinimumWidth(scaled(_NARROWEST))

    @property
    def pages(self) -> int:
        """Number of pages shown; 0 before the first paper."""
        return self._view.pages if self._view else 0

    @property
    def content(self) -> bytes:
        """The paper shown; empty before the first."""
        return self._view.content if self._view else b""

    @property
    def refusal(self) -> str:
        """Why the last paper asked for is not shown; empty when it is."""
        return self._refusal.text()

    def show_work(self, work: Work[bytes]) -> None:
        """Make a paper once nobody asked for another one for an instant.

        Args:
            work: Gives its bytes, on a worker thread.
        """
        self._work = work
        if self.isVisible():
            self._pause.start()
        else:
            self._is_stale = True

    def clear(self) -> None:
        """Show nothing, until there is a paper of something else."""
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._is_stale = True
        if self._view is not None:
            self._view.clear()
        self._pages.setText("")
        self._show_paper(is_there=False)
        self._tell("")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self._pause.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and (self._pause.isActive() or self._task is not None):
            self._pause.stop()
            self._is_stale = True
            if self._task is not None:
                self._task.cancel()
                self._pool.waitForDone(_PATIENCE)

    def _lay_out(self, title: str) -> None:
        head = frame(Ground.TOP)
        line = QHBoxLayout(head)
        line.setContentsMargins(SPACE.card, SPACE.related, SPACE.card, SPACE.related)
        line.addWidget(label(title, Level.STRONG))
        line.addStretch(1)
        line.addWidget(self._pages)
        self._told = frame(Ground.RAISED)
        inside = QVBoxLayout(self._told)
        inside.setContentsMargins(SPACE.card, SPACE.related, SPACE.card, SPACE.related)
        inside.addWidget(self._refusal)
        self._told.hide()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(head)
        self._column.addWidget(self._told)
        self._column.addWidget(self._blank, 1)

    def _make(self) -> None:
        if self._work is None:
            return
        if self._task is not None:  # it goes on after this one
            self._is_stale = True
            return
        self._is_stale = False
        task = Task(self._work, self)
        task.succeeded.connect(self._on_made)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)
        self._task = task
        task.start(self._pool)

    def _on_made(self, content: bytes) -> None:
        if self._is_stale:  # another one is asked for
            return
        if self._view is None:
            self._view = self._bring_in()
        self._view.show_paper(content)
        self._pages.setText(counted(self.pages, self.tr("page"), self.tr("pages")))
        self._show_paper(is_there=True)
        self._tell("")
        self.shown.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._tell(message_of(error))
        else:
            self._tell(self.tr("L’aperçu n’a pas pu être établi."))

    def _on_finished(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
        self._task = None
        if self._is_stale and self.isVisible():
            self._make()

    def _bring_in(self) -> "PaperView":
        from alize_desktop.ui.widgets.paper_view import (  # noqa: PLC0415  # QtPdf on first use
            paper_view,
        )

        view = paper_view(self)
        self._column.addWidget(view, 1)
        return view

    def _show_paper(self, *, is_there: bool) -> None:
        self._blank.setVisible(not is_there)
        if self._view is not None:
            self._view.setVisible(is_there)

    def _tell(self, refusal: str) -> None:
        shown = self.tr("{why} Ci-dessous, le dernier aperçu établi.") if self.pages else "{why}"
        self._refusal.setText(shown.format(why=refusal) if refusal else "")
        show_if(self._told, shown=bool(refusal))
