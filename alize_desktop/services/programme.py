"""The programme's own settings, and the check of its registry."""

from dataclasses import fields
from typing import Final
from zoneinfo import available_timezones

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.journal import Verification
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.programme import StoredProgramme
from alize_desktop.models.values import ZERO
from alize_desktop.rules.field_checks import check_present, check_text
from alize_desktop.services.fund_closed import closed_through
from alize_desktop.services.plain import plain
from alize_desktop.services.programme_reading import current_programme

_FIELDS: Final = tuple(each.name for each in fields(Programme))
_SELECT: Final = select(*(getattr(StoredProgramme, each) for each in _FIELDS))


class ProgrammeService:
    """Settings of the programme and soundness of its file."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def programme(self) -> Programme:
        """Return the settings."""
        return current_programme(self._registry)

    def save(self, programme: Programme) -> Changes:
        """Replace the settings.

        Raises:
            UserError: ``TEXT_MISSING`` without a basin, ``TEXT_TOO_LONG`` or
                ``TEXT_HAS_CONTROL_CHARACTERS``, ``CHOICE_UNKNOWN`` for the
                time zone, ``AMOUNT_NEGATIVE`` for the fund, ``FUND_START_CLOSED``
                for what it began with once its accounts were closed.
        """
        check_present(programme.basin)
        for text in (programme.basin, programme.operator, programme.body_name):
            check_text(text)
        if programme.time_zone not in available_timezones():
            raise UserError(ErrorCode.CHOICE_UNKNOWN, value=programme.time_zone)
        if programme.fund_amount is not None and programme.fund_amount < ZERO:
            raise UserError(ErrorCode.AMOUNT_NEGATIVE, amount=programme.fund_amount)
        with self._registry.write() as session:
            before = read_programme(session)
            if before == programme:
                return Changes()
            closed = closed_through(session)
            if closed is not None and before.fund_amount != programme.fund_amount:
                raise UserError(ErrorCode.FUND_START_CLOSED, limit=closed)
            session.execute(
                update(StoredProgramme).values({each: getattr(programme, each) for each in _FIELDS})
            )
            details: dict[str, object] = {"before": plain(before), "after": plain(programme)}
            self._registry.journal(session, "programme.saved", "programme", None, details)
        return Changes(programme=True)

    def verify(self) -> Verification:
        """Check the file, its links and the chain of its journal. May be long."""
        return self._registry.verify()


def read_programme(session: Session) -> Programme:
    """Return the settings, in a transaction that is open.

    Raises:
        UserError: ``REGISTRY_EMPTY``: the first versions made files without any.
    """
    found = session.execute(_SELECT).one_or_none()
    if found is None:
        raise UserError(ErrorCode.REGISTRY_EMPTY)
    return Programme(*found)
