"""What payment files written before ask of the bank, read again where they were written.

The registry keeps the path and the hash of each file, not its payments. A file that is
gone, or that is not as it was written, tells nothing.
"""

import hashlib
import re
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.papers import PaperRow
from alize_desktop.models.records.payment_files import PaymentFileWritten
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.tables.papers import StoredPaper
from alize_desktop.services.clock import local_day

_REFERENCE: Final = re.compile(rb"<EndToEndId>([^<]*)</EndToEndId>")


def read_papers(session: Session) -> tuple[PaperRow, ...]:
    """Return every payment file of the registry, the newest first."""
    kept = StoredPaper
    statement = (
        select(
            kept.id, kept.kind, kept.path, kept.sha256, kept.size, kept.made_at, kept.journal_head
        )
        .where(kept.kind == PaperKind.PAYMENT_FILE)
        .order_by(kept.made_at.desc(), kept.id.desc())
    )
    return tuple(PaperRow(*row) for row in session.execute(statement))


def read_again(paper: PaperRow, programme: Programme) -> PaymentFileWritten:
    """Return a file with the references of its payments, when it is as it was written."""
    day = local_day(paper.made_at, programme)
    try:
        content = Path(paper.path).read_bytes()
    except (OSError, ValueError):
        return PaymentFileWritten(paper.path, day, None)
    if hashlib.sha256(content).hexdigest() != paper.sha256:
        return PaymentFileWritten(paper.path, day, None)
    references = frozenset(each.decode() for each in _REFERENCE.findall(content))
    return PaymentFileWritten(paper.path, day, references)
