"""The page that a text gives, made on a worker thread."""

from collections.abc import Generator
from functools import partial

from alize_desktop.models.enums import TemplateKey
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.services.templates import TemplateService
from alize_desktop.ui.tasks import Work

_LETTERHEAD = TemplateKey.NOTIFICATION_APPROVED
"""Letter that shows what every paper has in common."""


def text_work(templates: TemplateService, key: TemplateKey, text: str) -> Work[bytes]:
    """Return the work that gives the page of a text, in the looks in force."""
    return partial(_previewing, templates, key, text, None)


def identity_work(templates: TemplateService, identity: PaperIdentity) -> Work[bytes]:
    """Return the work that gives a letter in looks that may not be adopted yet."""
    return partial(_previewing, templates, _LETTERHEAD, templates.text(_LETTERHEAD), identity)


def _previewing(
    templates: TemplateService, key: TemplateKey, text: str, identity: PaperIdentity | None
) -> Generator[Progress, None, bytes]:
    yield Progress(0, 1, "")
    return templates.preview(key, text, identity)
