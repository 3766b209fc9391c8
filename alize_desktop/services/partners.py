"""Partner companies: agreements, offers, conflicts, and their days of a year."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.dossiers import FieldProblem
from alize_desktop.models.records.partners import (
    PartnerConflict,
    PartnerDays,
    PartnerDetail,
    PartnerProfile,
    SkillCategory,
    SkillOffer,
)
from alize_desktop.models.records.people import Partner
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.identifiers import parse_siren
from alize_desktop.rules.partner_checks import (
    conflict_problems,
    offer_problems,
    profile_problems,
)
from alize_desktop.services.advance_writing import today_of
from alize_desktop.services.partner_days import read_partner_days
from alize_desktop.services.partner_reading import (
    NO_PROFILE,
    read_categories,
    read_conflicts,
    read_details,
    read_offers,
    read_partner,
    read_profiles,
    read_unknown_names,
)
from alize_desktop.services.partner_writing import (
    delete_conflict,
    delete_offer,
    write_conflict,
    write_offer,
    write_profile,
)
from alize_desktop.services.skill_categories import order_categories, save_category

_SAVED: Final = Changes(people=True, results=True)

T = TypeVar("T", SkillOffer, PartnerConflict)


class PartnerService:
    """Reads and edits what is known of partners beside their sheets."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def details(self, year: int | None = None) -> tuple[PartnerDetail, ...]:
        """Return everything that is known of each partner, by name.

        Args:
            year: Of the days; the one under way when None.
        """
        with self._registry.read() as session:
            today = today_of(self._registry, session)
            return read_details(session, year or today.year, today)

    def detail(self, partner_id: UUID, year: int | None = None) -> PartnerDetail:
        """Return everything that is known of a partner.

        Raises:
            UserError: ``PARTNER_NOT_FOUND``.
        """
        for each in self.details(year):
            if each.partner.id == partner_id:
                return each
        raise UserError(ErrorCode.PARTNER_NOT_FOUND)

    def days(self, year: int) -> tuple[PartnerDays, ...]:
        """Return the days of each partner in a year, by name."""
        with self._registry.read() as session:
            return read_partner_days(session, year, today_of(self._registry, session))

    def save_profile(self, partner_id: UUID, profile: PartnerProfile) -> Changes:
        """Write the profile of a partner.

        Args:
            partner_id: The partner.
            profile: With the revision that was read; absences come back in order.

        Raises:
            UserError: ``PARTNER_NOT_FOUND``; ``PARTNER_CHANGED_MEANWHILE``; a field is
                refused (see ``rules.partner_checks``).
        """
        _refuse(profile_problems(profile))
        absences = tuple(sorted(profile.absences, key=lambda each: (each.first, each.last)))
        with self._registry.write() as session:
            partner = read_partner(session, partner_id)
            before = read_profiles(session).get(partner_id, NO_PROFILE)
            if before.revision != profile.revision:
                raise UserError(ErrorCode.PARTNER_CHANGED_MEANWHILE, partner=partner.sheet.name)
            profile = replace(profile, absences=absences)
            if profile == before:
                return Changes()
            profile = replace(profile, revision=before.revision + 1)
            write_profile(self._registry, session, partner_id, profile)
        return _SAVED

    def save_offer(self, before: SkillOffer | None, offer: SkillOffer) -> Changes:
        """Edit an offer, or add one when there is none before.

        Args:
            before: The offer as it was read.
            offer: As it is to be; its own identifier is not read.

        Raises:
            UserError: ``PARTNER_NOT_FOUND``; ``PARTNER_CHANGED_MEANWHILE`` when the offer
                is no longer what was read; a field is refused.
        """
        _refuse(offer_problems(offer))
        with self._registry.write() as session:
            partner = read_partner(session, offer.partner_id)
            _check_same(read_offers(session), before, partner)
            offer = replace(offer, id=before.id if before else self._registry.new_id())
            if offer == before:
                return Changes()
            write_offer(self._registry, session, offer, is_new=before is None)
        return _SAVED

    def remove_offer(self, offer_id: UUID) -> Changes:
        """Take an offer away; nothing when it is gone already."""
        return self._remove(offer_id, read_offers, delete_offer)

    def save_conflict(self, before: PartnerConflict | None, conflict: PartnerConflict) -> Changes:
        """Edit a conflict, or add one when there is none before.

        Args:
            before: The conflict as it was read.
            conflict: As it is to be; its own identifier is not read.

        Raises:
            UserError: ``PARTNER_NOT_FOUND``; ``CONFLICT_TWICE`` when the partner has one
                with this company already; ``PARTNER_CHANGED_MEANWHILE`` when the conflict
                is no longer what was read; a field is refused.
        """
        _refuse(conflict_problems(conflict))
        with self._registry.write() as session:
            partner = read_partner(session, conflict.partner_id)
            known = read_conflicts(session)
            _check_same(known, before, partner)
            conflict = replace(
                conflict,
                id=before.id if before else self._registry.new_id(),
                siren=parse_siren(conflict.siren),
            )
            if conflict == before:
                return Changes()
            others = (each for each in known.get(partner.id, ()) if each.id != conflict.id)
            if any(each.siren == conflict.siren for each in others):
                raise UserError(ErrorCode.CONFLICT_TWICE, partner=partner.sheet.name)
            write_conflict(self._registry, session, conflict, is_new=before is None)
        return _SAVED

    def remove_conflict(self, conflict_id: UUID) -> Changes:
        """Take a conflict away; nothing when it is gone already."""
        return self._remove(conflict_id, read_conflicts, delete_conflict)

    def categories(self) -> tuple[SkillCategory, ...]:
        """Return the categories in order, those no longer offered included."""
        with self._registry.read() as session:
            return read_categories(session)

    def unknown_names(self) -> tuple[str, ...]:
        """Return the names of competences that are of no category, as they were written."""
        with self._registry.read() as session:
            return read_unknown_names(session)

    def save_category(self, before: SkillCategory | None, category: SkillCategory) -> Changes:
        """Edit a category, or add one at the end. See ``skill_categories.save_category``."""
        with self._registry.write() as session:
            return save_category(self._registry, session, before, category)

    def order_categories(self, category_ids: list[UUID]) -> Changes:
        """Put the categories in another order. See ``skill_categories.order_categories``."""
        with self._registry.write() as session:
            return order_categories(self._registry, session, category_ids)

    def _remove(
        self,
        record_id: UUID,
        read: Callable[[Session], dict[UUID, tuple[T, ...]]],
        delete: Callable[[Registry, Session, T], None],
    ) -> Changes:
        with self._registry.write() as session:
            found = [one for each in read(session).values() for one in each if one.id == record_id]
            for each in found:
                delete(self._registry, session, each)
        return _SAVED if found else Changes()


def _check_same(records: dict[UUID, tuple[T, ...]], before: T | None, partner: Partner) -> None:
    """Refuse to edit what somebody else changed or removed since it was read."""
    if before is not None and before not in records.get(before.partner_id, ()):
        raise UserError(ErrorCode.PARTNER_CHANGED_MEANWHILE, partner=partner.sheet.name)


def _refuse(problems: tuple[FieldProblem, ...]) -> None:
    if problems:
        raise problems[0].error
