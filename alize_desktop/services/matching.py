"""Which partner companies may answer the need of a dossier."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.matching import (
    MatchCandidate,
    MatchNeed,
    PartnerMatch,
    PartnerPast,
)
from alize_desktop.models.records.partners import PartnerDetail, SkillCategory
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.distances import kilometres
from alize_desktop.rules.matching import rank
from alize_desktop.rules.skill_categories import needed_category
from alize_desktop.services.advance_writing import today_of
from alize_desktop.services.dossier_mapping import to_sheet
from alize_desktop.services.dossier_reading import read_dossier
from alize_desktop.services.partner_missions import read_past
from alize_desktop.services.partner_reading import read_categories, read_details
from alize_desktop.services.programme import read_programme
from alize_desktop.services.towns import towns

_NO_PAST: Final = PartnerPast()


@dataclass(frozen=True, slots=True)
class _Asked:
    """A need, and what it was found with."""

    need: MatchNeed
    categories: tuple[SkillCategory, ...]
    on: date


class MatchingService:
    """Ranks partners for a dossier. It writes nothing."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def need(self, dossier_id: UUID, category: str = "") -> MatchNeed:
        """Return what a dossier needs.

        The category is the one that the diagnosed need names, or else that of the
        competence asked for.

        Args:
            dossier_id: The dossier.
            category: Chosen instead of what the dossier says.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; ``NEED_MISSING``.
        """
        with self._registry.read() as session:
            return _asked(self._registry, session, dossier_id, category).need

    def rank(self, dossier_id: UUID, category: str = "") -> tuple[PartnerMatch, ...]:
        """Return every partner, the best first, those excluded by a conflict last.

        What was granted to the dossier itself is not taken from the days left: it is what
        they answer.

        Args:
            dossier_id: The dossier.
            category: Chosen instead of what the dossier says.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; ``NEED_MISSING``.
        """
        with self._registry.read() as session:
            asked = _asked(self._registry, session, dossier_id, category)
            details = read_details(session, asked.need.year, asked.on, apart_from=dossier_id)
            past = read_past(session)
        candidates = [
            MatchCandidate(each, _distance(asked.need, each), past.get(each.partner.id, _NO_PAST))
            for each in details
        ]
        return rank(asked.need, candidates, asked.categories, asked.on)


def _asked(registry: Registry, session: Session, dossier_id: UUID, category: str) -> _Asked:
    row = read_dossier(session, dossier_id)
    sheet = to_sheet(row)
    categories = read_categories(session)
    wanted = needed_category(
        categories, sheet.project.need_diagnosed, sheet.skills.category, category
    )
    if not wanted:
        raise UserError(ErrorCode.NEED_MISSING, number=sheet.number)
    on = today_of(registry, session)
    need = MatchNeed(
        category=wanted,
        basin=sheet.basin or read_programme(session).basin,
        postcode=sheet.company.postcode,
        town=sheet.company.town,
        siren=sheet.company.siren,
        days=_days(session, dossier_id, sheet),
        year=on.year,
    )
    return _Asked(need, categories, on)


def _days(session: Session, dossier_id: UUID, sheet: DossierSheet) -> int:
    """Return the days granted by the last approval, or else asked."""
    granted = session.scalar(
        select(StoredDecision.days)
        .where(StoredDecision.dossier_id == dossier_id, StoredDecision.outcome.in_(APPROVALS))
        .order_by(StoredDecision.sequence.desc())
        .limit(1)
    )
    return sheet.skills.days if granted is None else granted


def _distance(need: MatchNeed, detail: PartnerDetail) -> int | None:
    """Return how far a partner is, None when one of the towns is not known."""
    known, profile = towns(), detail.profile
    one = known.place(need.town, need.postcode)
    other = known.place(profile.town, profile.postcode)
    return kilometres(one, other) if one and other else None
