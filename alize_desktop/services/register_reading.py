"""The aids of a year as the national register asks for them, and what is late there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import GrantDateRule
from alize_desktop.models.records.state_aid import AidDuties, AidGrant, AidRegister
from alize_desktop.models.tables.fund import StoredFunder
from alize_desktop.rules.due_dates import add_working_days
from alize_desktop.rules.text import search_key
from alize_desktop.services.advance_grants import Grant, read_grants
from alize_desktop.services.aid_frame import given_up, released, signed_days
from alize_desktop.services.aid_grants import last_grants
from alize_desktop.services.money_rules_reading import read_money_rules
from alize_desktop.services.programme import read_programme
from alize_desktop.wording.aid_words import authority_text

DAYS_TO_DECLARE: Final = 20
"""Working days: règlement (UE) 2023/2831, article 6, paragraphe 1."""


def read_register(session: Session, year: int, today: date) -> AidRegister:
    """Return the aids granted in a year, with who grants and who pays them."""
    funders = session.scalars(select(StoredFunder.name).where(StoredFunder.is_public))
    return AidRegister(
        year=year,
        authority=authority_text(read_programme(session)),
        funders=tuple(sorted(funders, key=search_key)),
        grants=read_year(session, year, today),
    )


def read_year(session: Session, year: int, today: date) -> tuple[AidGrant, ...]:
    """Return the aids granted in a year, by day: of each dossier the last one recorded.

    Args:
        session: Only read.
        year: Of the grants.
        today: Day on which an approval may have lapsed.
    """
    found = [each for each in last_grants(session) if each.granted_on.year == year]
    return _with_effect(session, found, read_grants(session), today)


def read_duties(session: Session, today: date) -> AidDuties:
    """Return the aids that are late in the register, and the approvals still to be recorded."""
    calendar = read_programme(session).calendar
    advances = read_grants(session)
    recorded = _with_effect(session, last_grants(session), advances, today)
    return AidDuties(
        late=tuple(
            each
            for each in recorded
            if each.is_to_declare
            and add_working_days(each.granted_on, DAYS_TO_DECLARE, calendar) < today
        ),
        unrecorded=tuple(_unrecorded(session, recorded, advances, today)),
    )


def _unrecorded(
    session: Session, recorded: Sequence[AidGrant], advances: Sequence[Grant], today: date
) -> Iterator[str]:
    """Yield the dossiers whose decision gave a right to an aid that is not recorded."""
    if read_money_rules(session).grant_date is not GrantDateRule.DECISION:
        return
    known = {(each.dossier_id, each.decision_id) for each in recorded}
    signed = signed_days(session, [each.dossier_id for each in advances])
    for each in advances:
        is_new = (each.dossier_id, each.decision_id) not in known
        if is_new and each.is_in_force and _holds(each, today, is_signed=each.dossier_id in signed):
            yield each.number


def _with_effect(
    session: Session, aids: Sequence[AidGrant], advances: Sequence[Grant], today: date
) -> tuple[AidGrant, ...]:
    """Return recorded aids, each told whether it was paid or is still granted."""
    ids = [each.dossier_id for each in aids]
    paid, signed = released(session, ids), signed_days(session, ids)
    withdrawn = given_up(session, ids)
    by_dossier: dict[UUID, Grant] = {each.dossier_id: each for each in advances}

    def is_effective(aid: AidGrant) -> bool:
        dossier_id, advance = aid.dossier_id, by_dossier.get(aid.dossier_id)
        if dossier_id in paid or advance is None:
            return dossier_id in paid or dossier_id not in withdrawn
        grants = advance.is_in_force or advance.approvals[-1][0] == aid.decision_id
        return grants and _holds(advance, today, is_signed=dossier_id in signed)

    return tuple(replace(each, is_effective=is_effective(each)) for each in aids)


def _holds(advance: Grant, today: date, *, is_signed: bool) -> bool:
    """Return whether an approval was neither given up nor left to lapse."""
    return not advance.is_given_up and (is_signed or today <= advance.lapses_on)
