"""The papers of the fund, read from the registry and written where the user says."""

from collections.abc import Generator
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.fund_book import FundBookRecord, FundPaperRecord
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.advances import StoredAdvanceEvent
from alize_desktop.models.tables.fund import StoredFundMovement
from alize_desktop.models.tables.programme import StoredRehearsal
from alize_desktop.services import papers
from alize_desktop.services.clock import local_day
from alize_desktop.services.fund_closed import closed_through
from alize_desktop.services.fund_expected import read_forecast
from alize_desktop.services.fund_lines import read_period
from alize_desktop.services.fund_reading import read_closings
from alize_desktop.services.programme import read_programme
from alize_desktop.services.templates import read_identity


def read_fund_book(session: Session, on: date) -> FundBookRecord:
    """Return what the workbook of the fund says on a day."""
    closed = closed_through(session)
    return FundBookRecord(
        programme=read_programme(session),
        period=read_period(session, _began(session, on), on),
        forecast=read_forecast(session, on),
        is_closed=closed is not None and on <= closed,
    )


def read_fund_paper(session: Session, on: date) -> FundPaperRecord:
    """Return what the printed statement of the fund says on a day."""
    programme, closings = read_programme(session), read_closings(session)
    before = [each.through for each in closings if each.through < on]
    first = max(before) + timedelta(days=1) if before else _began(session, on)
    closing = next((each for each in closings if each.through == on), None)
    return FundPaperRecord(
        programme=programme,
        identity=read_identity(session),
        period=read_period(session, first, on),
        closing=closing,
        closed_on=local_day(closing.closed_at, programme) if closing else None,
        is_settled=any(on <= each.through for each in closings),
        is_rehearsal=session.scalar(select(StoredRehearsal.id)) is not None,
    )


def write_fund_paper(registry: Registry, on: date, path: Path) -> Generator[Progress, None, Paper]:
    """Write the statement of the fund to ``path``, to be printed.

    Returns, raises: As ``write_fund_book``.
    """
    from alize_desktop.documents.papers.fund_statement import (  # noqa: PLC0415  # reportlab on first use
        fund_statement_pdf,
    )

    with registry.read() as session:
        record = read_fund_paper(session, on)
    content = yield from fund_statement_pdf(record)
    return papers.keep(registry, PaperKind.FUND_STATEMENT, path, content)


def write_fund_book(registry: Registry, on: date, path: Path) -> Generator[Progress, None, Paper]:
    """Write the workbook of the fund to ``path``.

    Returns:
        The file and its hash. Cancelled or failed: no file, nothing remembered.

    Raises:
        UserError: The file cannot be written.
    """
    from alize_desktop.spreadsheets.fund_workbook import (  # noqa: PLC0415  # on first use
        fund_workbook,
    )

    with registry.read() as session:
        record = read_fund_book(session, on)
    yield Progress(1, 2, "État du fonds calculé")
    content = fund_workbook(record)
    yield Progress(2, 2, "Classeur préparé")
    return papers.keep(registry, PaperKind.FUND_STATEMENT, path, content)


def _began(session: Session, on: date) -> date:
    """Return the first day that money moved, or the day itself when none did before."""
    columns = (StoredFundMovement.value_on, StoredAdvanceEvent.value_on)
    began: list[date | None] = [session.scalar(select(func.min(each))) for each in columns]
    return min((on, *(each for each in began if each is not None)))
