"""State aid: base rates, declared aids, sheets of dossiers, aids recorded and declared."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import Collateral, CreditRating, PaperKind, RegisterStatus
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.state_aid import (
    AidDuties,
    AidGrant,
    AidSheet,
    BaseRate,
    PastAid,
)
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.aid import StoredBaseRate
from alize_desktop.models.values import Money
from alize_desktop.rules.advance_steps import check_day
from alize_desktop.rules.aid_checks import check_base_rate, check_entry, check_past_aid
from alize_desktop.rules.identifiers import parse_siren
from alize_desktop.rules.state_aid import BASE_RATES
from alize_desktop.services import papers
from alize_desktop.services.aid_frame import AidChoice, read_rates
from alize_desktop.services.aid_grants import (
    grants_of_dossiers,
    read_grant,
    write_entry,
)
from alize_desktop.services.aid_reading import grant_in, read_aid_sheet
from alize_desktop.services.clock import local_day
from alize_desktop.services.fund_reading import read_public_percent
from alize_desktop.services.past_aids import (
    delete_past_aid,
    read_past_aid,
    read_past_aids,
    write_past_aid,
)
from alize_desktop.services.plain import plain
from alize_desktop.services.programme import read_programme
from alize_desktop.services.register_reading import (
    read_duties,
    read_register,
    read_year,
)

_GRANT: Final = "l’octroi de l’aide"


class AidService:
    """Reads and records State aid. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def rates(self) -> tuple[BaseRate, ...]:
        """Return every base rate, in the order in which they win: the last one that covers a day.

        Those that the program came with, then those that were entered, oldest entry first.
        """
        with self._registry.read() as session:
            return (*BASE_RATES, *read_rates(session))

    def enter_rate(self, first: date, last: date, percent: Decimal, source: str) -> Changes:
        """Enter a base rate. It is never changed: a later one of the same days wins.

        Raises:
            UserError: See ``rules.aid_checks.check_base_rate``.
        """
        check_base_rate(first, last, percent, source)
        with self._registry.write() as session:
            columns: dict[str, Any] = {
                "id": self._registry.new_id(),
                "first": first,
                "last": last,
                "percent": percent,
                "source": source.strip(),
                "entered_at": self._registry.instant(
                    session, session.scalar(select(func.max(StoredBaseRate.entered_at)))
                ),
            }
            session.execute(insert(StoredBaseRate).values(columns))
            told = {name: plain(value) for name, value in columns.items() if name != "id"}
            self._registry.journal(session, "rate.entered", "base_rate", columns["id"], told)
        return Changes(money=True)

    def past_aids(self, siren: str) -> tuple[PastAid, ...]:
        """Return every aid that a company declared by date, oldest first, also before the window."""
        with self._registry.read() as session:
            return read_past_aids(session, [siren]).get(siren, ())

    def new_past_aid(self, siren: str, granted_on: date, grant_equivalent: Money) -> PastAid:
        """Return a declared aid that is not written yet, with an identifier of its own."""
        return PastAid(self._registry.new_id(), siren, granted_on, grant_equivalent)

    def save_past_aid(self, aid: PastAid) -> Changes:
        """Write a declared aid, new or changed.

        Raises:
            UserError: See ``rules.aid_checks.check_past_aid``.
        """
        with self._registry.write() as session:
            check_past_aid(aid, self._today(session))
            aid = replace(aid, siren=parse_siren(aid.siren))
            if read_past_aid(session, aid.id) == aid:
                return Changes()
            write_past_aid(self._registry, session, aid)
        return Changes(money=True)

    def remove_past_aid(self, aid_id: UUID) -> Changes:
        """Take a declared aid away, nothing if it is gone already; the journal keeps it."""
        with self._registry.write() as session:
            aid = read_past_aid(session, aid_id)
            if aid is None:
                return Changes()
            delete_past_aid(self._registry, session, aid)
        return Changes(money=True)

    def sheet(
        self,
        dossier_id: UUID,
        rating: CreditRating | None = None,
        collateral: Collateral | None = None,
    ) -> AidSheet:
        """Return the State aid of a dossier: granted, else as if granted today.

        Args:
            dossier_id: Of the dossier.
            rating: Chosen for the company; None for that of its recorded aid, else of the
                rules. What is recorded does not change with it.
            collateral: Likewise.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; the terms that are asked make no schedule.
        """
        with self._registry.read() as session:
            choice = AidChoice(rating, collateral)
            return read_aid_sheet(self._registry, session, dossier_id, choice)

    def record_grant(
        self,
        dossier_id: UUID,
        rating: CreditRating | None = None,
        collateral: Collateral | None = None,
    ) -> Changes:
        """Record the aid of a dossier by hand; the signature of its agreement does it too.

        Nothing is written when it is recorded for the decision that holds: a recorded aid
        does not change.

        Args:
            dossier_id: Of the dossier.
            rating: Chosen for the company; None for that of its recorded aid, else of the
                rules.
            collateral: Likewise.

        Raises:
            UserError: See ``aid_reading.grant_in``.
        """
        with self._registry.write() as session:
            before = grants_of_dossiers(session, [dossier_id]).get(dossier_id)
            choice = AidChoice(rating, collateral)
            if grant_in(self._registry, session, dossier_id, None, choice) == before:
                return Changes()
        return Changes(dossiers=frozenset([dossier_id]), money=True)

    def register(self, year: int) -> tuple[AidGrant, ...]:
        """Return the aids granted in a year, by day: of each dossier the last one recorded."""
        with self._registry.read() as session:
            return read_year(session, year, self._today(session))

    def duties(self) -> AidDuties:
        """Return what is late: aids to declare or to record, of every year."""
        with self._registry.read() as session:
            return read_duties(session, self._today(session))

    def declare(
        self,
        grant_id: UUID,
        status: RegisterStatus,
        reference: str,
        on: date | None,
        author: str,
    ) -> Changes:
        """Record where an aid stands in the national register. Nothing said before is changed.

        Args:
            grant_id: Of the recorded aid.
            status: Where it stands.
            reference: That the register gave.
            on: Day of the declaration; None when it is not declared.
            author: Who says it, as typed.

        Raises:
            UserError: ``AID_GRANT_NOT_FOUND``; ``EVENT_DATE_TOO_EARLY`` before its
                grant; see ``rules.aid_checks.check_entry``.
        """
        with self._registry.write() as session:
            today = self._today(session)
            check_entry(status, reference, on, author, today)
            grant = read_grant(session, grant_id)
            if grant is None:
                raise UserError(ErrorCode.AID_GRANT_NOT_FOUND)
            if on is not None:
                check_day(on, today, [(_GRANT, grant.granted_on)])
            write_entry(
                self._registry, session, grant, status, reference.strip(), on, author.strip()
            )
        return Changes(dossiers=frozenset([grant.dossier_id]), money=True)

    def public_percent(self) -> Decimal | None:
        """Return the part of the fund that its funders say is public; None when none is named."""
        with self._registry.read() as session:
            return read_public_percent(session, self._today(session))

    def export_register(self, year: int, path: Path) -> Paper:
        """Write what the national register asks of the aids of a year, as CSV or workbook.

        Args:
            year: Of the grants.
            path: A workbook when its name ends in ``.xlsx``, else a CSV file.

        Raises:
            UserError: The file cannot be written or remembered.
        """
        with self._registry.read() as session:
            register = read_register(session, year, self._today(session))
        content = _writer(path)(register)
        return papers.keep(self._registry, PaperKind.AID_REGISTER, path, content)

    def _today(self, session: Session) -> date:
        return local_day(self._registry.clock(), read_programme(session))


def _writer(path: Path) -> Callable[..., bytes]:
    """Return what makes the bytes of a register."""
    if path.suffix.lower() == ".xlsx":
        from alize_desktop.spreadsheets.aid_register import (  # noqa: PLC0415  # openpyxl on first use
            register_workbook,
        )

        return register_workbook
    from alize_desktop.spreadsheets.aid_register_csv import (  # noqa: PLC0415  # as above
        register_csv,
    )

    return register_csv
