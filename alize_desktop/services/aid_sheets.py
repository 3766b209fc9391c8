"""State-aid sheets: what was weighed, told with all that counts before it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.state_aid import AidGrant, AidSheet, AidWeighing, PastAid
from alize_desktop.models.values import ZERO
from alize_desktop.rules.state_aid import window_start
from alize_desktop.services.aid_grants import grants_of_dossiers
from alize_desktop.services.company_aid import in_window
from alize_desktop.services.money_rules_reading import read_money_rules
from alize_desktop.services.past_aids import read_past_aids
from alize_desktop.services.programme import read_programme
from alize_desktop.wording.aid_words import authority_text, declared_with_dossier, earlier_dossier


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What state-aid sheets say beside what was weighed.

    Attributes:
        past: Aids declared by date, by SIREN.
        grants: Aids as they were recorded, by dossier.
        granter: Who grants.
        is_confirmed: Whether the holder of the fund confirmed the method.
    """

    past: Mapping[str, tuple[PastAid, ...]]
    grants: Mapping[UUID, AidGrant]
    granter: str
    is_confirmed: bool


def read_surroundings(session: Session, dossiers: Mapping[UUID, DossierSheet]) -> Surroundings:
    """Return what the sheets of dossiers say beside what was weighed: read once for all."""
    return Surroundings(
        past=read_past_aids(session, {each.company.siren for each in dossiers.values()}),
        grants=grants_of_dossiers(session, dossiers.keys()),
        granter=authority_text(read_programme(session)),
        is_confirmed=bool(read_money_rules(session).confirmed_by),
    )


def sheet_of(
    around: Surroundings, dossier_id: UUID, dossier: DossierSheet, weighing: AidWeighing, day: date
) -> AidSheet:
    """Return the State aid of a dossier from what was weighed.

    Args:
        around: What was read of it.
        dossier_id: Of the dossier.
        dossier: As it stands.
        weighing: Its aid, with what counts with it.
        day: Of the legal right.
    """
    new, most, grant = weighing.new, weighing.most, around.grants.get(dossier_id)
    is_known = new is None or new.grant_equivalent is not None
    is_allowed = is_known and not weighing.is_over
    past = _past(around, dossier, dossier_id, weighing, day)
    return AidSheet(
        dossier_id=dossier_id,
        number=dossier.number,
        company=dossier.company.name,
        siren=dossier.company.siren,
        amount=new.amount if new else ZERO,
        granted_on=day,
        window_from=window_start(day),
        basis=new.basis if new else None,
        grant_equivalent=new.grant_equivalent if new else ZERO,
        past=past,
        past_total=sum((each.grant_equivalent for each in past), ZERO),
        ceiling=weighing.ceiling,
        total=most if is_known else None,
        is_allowed=is_allowed,
        left=(weighing.ceiling - most) if is_allowed else None,
        is_confirmed=around.is_confirmed,
        grant=grant,
        undated=dossier.financing.past_de_minimis,
        counts_undated=not _by_date(around, dossier, day),
    )


def _by_date(around: Surroundings, sheet: DossierSheet, day: date) -> tuple[PastAid, ...]:
    """Return the aids declared by date that count with one granted on a day."""
    return in_window(around.past.get(sheet.company.siren, ()), day)


def _past(
    around: Surroundings, sheet: DossierSheet, dossier_id: UUID, weighing: AidWeighing, day: date
) -> tuple[PastAid, ...]:
    """Return what counts before a new aid: what was declared, then earlier dossiers.

    What the dossier declares without dates stands alone, as long as nothing that is declared
    by date is in the window. An earlier advance whose rate is not known counts for its amount.
    """
    siren = sheet.company.siren
    declared = _by_date(around, sheet, day)
    if not declared and weighing.declared:
        told = declared_with_dossier(sheet.number)
        whole = PastAid(dossier_id, siren, sheet.filed_on, weighing.declared, measure=told)
        declared = (whole,)
    earlier = (
        PastAid(
            id=dossier_id,
            siren=siren,
            granted_on=each.granted_on,
            grant_equivalent=each.most,
            granter=around.granter,
            measure=earlier_dossier(each.number, is_known=each.grant_equivalent is not None),
        )
        for each in sorted(weighing.granted, key=lambda aid: (aid.granted_on, aid.number))
    )
    return (*declared, *earlier)
