"""Any document of a dossier made ready to be joined: pages, and nothing that acts.

Its kind is read in its bytes: names of files lie.
"""

from pathlib import Path
from typing import Final

from alize_desktop.documents.packing.found import CannotJoinError, Readied
from alize_desktop.documents.packing.images import is_image, ready_image
from alize_desktop.models.records.packs import JoiningFlaw

_HEAD: Final = 1024
"""Bytes among which a PDF begins (ISO 32000-1, annex H, 3.4.1)."""


def ready(content: bytes, target: Path) -> Readied:
    """Write the pages of a document to ``target``, in a folder that exists.

    Args:
        content: Bytes of its file.
        target: A PDF that is not there yet; nothing is there when this raises.

    Raises:
        CannotJoinError: The document has no page that can be shown.
        OSError: Nothing can be written.
    """
    if b"%PDF-" in content[:_HEAD]:
        from alize_desktop.documents.packing.foreign import (  # noqa: PLC0415  # pikepdf on first use
            ready_pdf,
        )

        return ready_pdf(content, target)
    if is_image(content):
        return ready_image(content, target)
    raise CannotJoinError(JoiningFlaw.UNKNOWN_KIND)
