"""The period of a report."""

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.report import ReportScope


def check_scope(scope: ReportScope) -> None:
    """Refuse a period that would end before it begins.

    Raises:
        UserError: ``REPORT_PERIOD_REVERSED``.
    """
    if scope.first and scope.last and scope.last < scope.first:
        raise UserError(ErrorCode.REPORT_PERIOD_REVERSED, first=scope.first, last=scope.last)
