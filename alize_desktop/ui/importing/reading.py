"""The two long steps of an import, as generators that a task drains."""

from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.changes import Changes, Progress
from alize_desktop.models.records.imports import ImportReport, WorkbookContent
from alize_desktop.services.importing import ImportService

translate = QCoreApplication.translate


def previewing(importing: ImportService, path: Path) -> Generator[Progress, None, WorkbookContent]:
    """Read a workbook. Nothing is written."""
    yield Progress(0, 2, translate("importing", "Lecture de {name}…").format(name=path.name))
    content = importing.preview(path)
    yield Progress(2, 2, translate("importing", "Classeur lu"))
    return content


def accepting(
    importing: ImportService, content: WorkbookContent
) -> Generator[Progress, None, tuple[ImportReport, Changes]]:
    """Write every accepted row, or none."""
    yield Progress(0, 2, translate("importing", "Écriture dans le registre…"))
    return importing.accept(content)
