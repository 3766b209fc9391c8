"""What the window of the minutes is built with."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings

from alize_desktop.services.minutes import MinutesService
from alize_desktop.services.minutes_texts import MinutesTextService
from alize_desktop.services.templates import TemplateService
from alize_desktop.ui.bus import Bus


@dataclass(frozen=True, slots=True)
class MinutesTools:
    """Services and surroundings of the window of the minutes.

    Attributes:
        minutes: What the minutes say, and the page they make.
        texts: What is written by hand, and the life of the minutes.
        templates: Sentences that committees write again and again.
        bus: Says to the other screens what changed.
        window: Where the splitter is remembered.
        log_file: The log, named when an error is a bug.
    """

    minutes: MinutesService
    texts: MinutesTextService
    templates: TemplateService
    bus: Bus
    window: QSettings
    log_file: Path
