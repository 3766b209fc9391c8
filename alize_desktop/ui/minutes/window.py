"""The minutes of a meeting, written beside the page that they make."""

from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.enums import MinutesStage, TemplateKey
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.minutes.bank import SentenceBank
from alize_desktop.ui.minutes.parts_pane import FINAL, PartsPane, PartsRail
from alize_desktop.ui.minutes.stage_bar import StageBar
from alize_desktop.ui.minutes.tools import MinutesTools
from alize_desktop.ui.minutes.written_field import WrittenField
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, frame
from alize_desktop.ui.widgets.live_page import LivePage
from alize_desktop.ui.widgets.splitter import RememberedSplitter
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.minutes_meeting import kind_title, paper_title


class MinutesWindow(QWidget):
    """Writes by hand what the program cannot know. Each text is kept as it is typed.

    Args:
        meeting_id: The meeting.
        tools: Services and surroundings.

    Signals:
        export_requested: The PDF is to be saved. Arg: the meeting's identifier.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.
    """

    export_requested = Signal(object)

    def __init__(self, meeting_id: UUID, tools: MinutesTools) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.meeting_id = meeting_id
        self._tools = tools
        self._may_close = False
        self.setObjectName("minutes_window")
        self._title = ElidedLabel("", Level.TITLE)
        self._about = ElidedLabel("", Level.SOFT)
        self.stage = StageBar()
        self.rail = PartsRail()
        self.parts = PartsPane()
        self.page = LivePage(self.tr("Aperçu"))
        self.bank = KeyButton(self.tr("Phrases types"), "Ctrl+I")
        self.export = KeyButton(self.tr("Enregistrer le PDF…"), "Ctrl+P")
        self.leave = KeyButton(self.tr("Fermer"), "Ctrl+W", Kind.GHOST)
        panes = ((self.rail, 240), (self.parts, 590), (self.page, 536))
        self._splitter = RememberedSplitter("minutes", tools.window, panes)
        self._lay_out()
        self._connect()
        self.refresh()
        self.resize(scaled(1280), scaled(720))

    def refresh(self) -> None:
        """Read the minutes again; what is being typed stays.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        record = self._tools.minutes.record(self.meeting_id)
        before = self.parts.parts
        self.parts.show_record(record)
        if [each.title for each in before] != [each.title for each in self.parts.parts]:
            self.rail.show_parts(self.parts.parts)
        self._show(record)

    def keep(self) -> bool:
        """Write everything that is typed; return whether nothing was refused."""
        return self.parts.keep()

    def give_up(self) -> None:
        """Close without asking: what was refused is lost."""
        self._may_close = True
        self.close()

    def open_bank(self) -> SentenceBank | None:
        """Offer the standard sentences for the place that is written, and return at once."""
        field = self.parts.current()
        if field is None or field.edit.isReadOnly():
            return None
        text = self._tools.templates.text(TemplateKey.STANDARD_SENTENCES)
        bank = SentenceBank(text, word(field.block), self)
        bank.chosen.connect(field.insert)
        bank.finished.connect(lambda *_: field.edit.setFocus())
        bank.open()
        return bank

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            self.keep()
        return super().event(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.keep() or self._may_close:
            event.accept()
            return
        event.ignore()
        confirm(
            self,
            self.tr("Un texte n’a pas pu être gardé. Fermer sans lui\u00a0?"),
            self.tr("Fermer sans lui"),
            self.give_up,
            detail=self.tr("La raison est écrite sous ce texte."),
            cancel=self.tr("Corriger"),
        )

    def _show(self, record: MinutesRecord) -> None:
        self._title.setText(paper_title(record))
        self._about.setText(kind_title(record))
        self.setWindowTitle(self.tr("{title} — Alizé").format(title=paper_title(record)))
        self.stage.show_record(record)
        self.bank.setEnabled(record.stages[-1].stage not in FINAL)
        self.page.show_work(lambda: self._tools.minutes.preview(self.meeting_id))

    def _lay_out(self) -> None:
        head = frame(Ground.TOP)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._about)
        first = QHBoxLayout()
        first.setSpacing(SPACE.related)
        first.addLayout(words, 1)
        for each in (self.bank, self.export, self.leave):
            first.addWidget(each)
        inside = QVBoxLayout(head)
        inside.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.card)
        inside.setSpacing(SPACE.related)
        inside.addLayout(first)
        inside.addWidget(self.stage)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.parts.written.connect(self._on_written)
        self.parts.part_reached.connect(self.rail.choose)
        self.rail.part_chosen.connect(self.parts.show_part)
        self.rail.part_opened.connect(self.parts.open_part)
        self.stage.stage_asked.connect(self._on_stage_asked)
        self.bank.clicked.connect(lambda *_: self.open_bank())
        self.export.clicked.connect(lambda *_: self._on_export())
        self.leave.clicked.connect(lambda *_: self.close())
        self._tools.bus.changed.connect(self._on_changed)

    def _on_written(self, field: WrittenField) -> None:
        text = field.text()
        try:
            changes = self._tools.texts.write(self.meeting_id, field.block, text, field.item_id)
        except UserError as error:
            field.refuse(message_of(error))
            return
        field.confirm_kept(text)
        self._tell(changes)

    def _on_stage_asked(self, stage: MinutesStage, by: str) -> None:
        if not self.keep():
            return
        try:
            changes = self._tools.texts.advance(self.meeting_id, stage, by)
        except UserError as error:
            show_error(self, error, self._tools.log_file)
            return
        self._tell(changes)

    def _on_export(self) -> None:
        if self.keep():
            self.export_requested.emit(self.meeting_id)

    def _tell(self, changes: Changes) -> None:
        self._tools.bus.changed.emit(changes, self)
        self.refresh()

    def _on_changed(self, changes: Changes, source: object) -> None:
        about = changes.meetings or changes.dossiers or changes.programme or changes.people
        if source is not self and about:
            try:
                self.refresh()
            except UserError:  # the meeting was erased
                self.give_up()
