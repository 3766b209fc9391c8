"""The table of papers: what each is, for whom, whether it is made and still right."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.paper_listing import ListedPaper
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.dates import moment_text
from alize_desktop.wording.labels import label as word

translate = QCoreApplication.translate

_NOT_SHOWN: Final = ("1 ", "2 ", "3 ", "4 ")
"""What folders begin with, so that a file manager keeps them in the order of a meeting."""

Standing = tuple[str, tuple[Role, Shape]]
"""Words, and the dress that they are shown in."""


class PaperTable(RecordTable):
    """Lists papers.

    Args:
        local: Gives the programme's wall clock.
        parent: Parent widget.
    """

    def __init__(
        self, local: Callable[[datetime], datetime], parent: QWidget | None = None
    ) -> None:
        self._local = local
        columns: tuple[Column[ListedPaper], ...] = (
            Column(
                "paper",
                translate("papers", "Papier"),
                title_of,
                note=note_of,
                width=330,
                sortable=False,
            ),
            Column(
                "state",
                translate("papers", "État"),
                state_of,
                state=dress_of,
                width=250,
                sortable=False,
            ),
            Column("made", translate("papers", "Fait le"), self._made, width=175, sortable=False),
            Column(
                "file",
                translate("papers", "Fichier"),
                file_of,
                note=folder_of,
                width=230,
                stretches=True,
                sortable=False,
            ),
        )
        self._papers: RecordTableModel[ListedPaper] = RecordTableModel(
            columns, lambda each: each.name
        )
        super().__init__(self._papers, translate("papers", "Papiers"), parent)
        self.setObjectName("paper_table")

    def show_papers(self, listed: Sequence[ListedPaper]) -> None:
        """Show papers, the same one chosen if it is still there."""
        kept = self.chosen()
        self._papers.set_rows(listed)
        if not self.choose(kept) and listed:
            self.choose(listed[0].name)

    def paper(self) -> ListedPaper | None:
        """Return the paper that is chosen."""
        row = self._papers.row_of(self.chosen())
        return self._papers.record(row) if row >= 0 else None

    def papers(self) -> tuple[ListedPaper, ...]:
        """Return every paper listed."""
        return self._papers.rows

    def _made(self, listed: ListedPaper) -> str:
        if listed.paper is None:
            return ""
        return moment_text(self._local(listed.paper.made_at))


def title_of(listed: ListedPaper) -> str:
    """Return what a paper is called: the name of its file, without its ending."""
    return PurePosixPath(listed.name).name.removesuffix(".pdf").removesuffix(".xlsx")


def note_of(listed: ListedPaper) -> str:
    """Return for whom a paper is, or the part of the meeting it is for."""
    if listed.who:
        return translate("papers", "pour {who}").format(who=listed.who)
    if listed.paper is not None and not listed.is_planned:
        return word(listed.paper.kind)
    folders = PurePosixPath(listed.name).parts[:-1]
    return " · ".join(each[2:] if each.startswith(_NOT_SHOWN) else each for each in folders)


def state_of(listed: ListedPaper) -> str:
    """Return in a few words whether a paper is made and still right."""
    return _standing(listed)[0]


def dress_of(listed: ListedPaper) -> tuple[Role, Shape]:
    """Return the colour and the shape of ``state_of``."""
    return _standing(listed)[1]


def standing(*, is_made: bool, is_there: bool, is_right: bool) -> Standing:
    """Return in a few words where a paper stands, with their colour and shape.

    Args:
        is_made: Whether it was made once.
        is_there: Whether its file is still where it was written.
        is_right: Whether it still says what the registry holds.
    """
    if not is_made:
        return translate("papers", "À faire"), (Role.NEUTRAL, Shape.RING)
    if not is_there:
        return translate("papers", "Fichier absent"), (Role.BAD, Shape.CROSS)
    if not is_right:
        words = translate("papers", "Plus ancien que les données")
        return words, (Role.WAITING, Shape.DIAMOND)
    return translate("papers", "Fait"), (Role.GOOD, Shape.CHECK)


def _standing(listed: ListedPaper) -> Standing:
    is_made = listed.paper is not None
    return standing(is_made=is_made, is_there=listed.is_there, is_right=not listed.is_stale)


def file_of(listed: ListedPaper) -> str:
    """Return the name of the file of a paper; empty while there is none."""
    return Path(listed.paper.path).name if listed.paper else ""


def folder_of(listed: ListedPaper) -> str:
    """Return the folder of that file."""
    return str(Path(listed.paper.path).parent) if listed.paper else ""


def is_pdf(listed: ListedPaper) -> bool:
    """Return whether a paper can be seen inside the application."""
    return listed.is_there and file_of(listed).lower().endswith(".pdf")


def may_be_signed(listed: ListedPaper) -> bool:
    """Return whether a paper was made that people sign."""
    return is_pdf(listed) and listed.paper is not None and listed.paper.kind not in _NEVER_SIGNED


_NEVER_SIGNED: Final = (PaperKind.PACK, PaperKind.SECRET_BALLOTS, PaperKind.CONDUCTOR)
