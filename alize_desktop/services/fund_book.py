"""The workbook of the fund, read from the registry and written where the user says."""

from collections.abc import Generator
from datetime import date
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.fund_book import FundBookRecord
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.advances import StoredAdvanceEvent
from alize_desktop.models.tables.fund import StoredFundMovement
from alize_desktop.services import papers
from alize_desktop.services.fund_closed import closed_through
from alize_desktop.services.fund_expected import read_forecast
from alize_desktop.services.fund_lines import read_period
from alize_desktop.services.programme import read_programme


def read_fund_book(session: Session, on: date) -> FundBookRecord:
    """Return what the workbook of the fund says on a day."""
    began = (
        session.scalar(select(func.min(column)))
        for column in (StoredFundMovement.value_on, StoredAdvanceEvent.value_on)
    )
    first = min((each for each in began if each is not None), default=on)
    closed = closed_through(session)
    return FundBookRecord(
        programme=read_programme(session),
        period=read_period(session, min(first, on), on),
        forecast=read_forecast(session, on),
        is_closed=closed is not None and on <= closed,
    )


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
