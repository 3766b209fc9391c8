"""Missions: prepared, agreed, done, confirmed by both sides, evaluated, closed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MissionEventKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.missions import (
    DossierMissions,
    MissionDetail,
    MissionEventDraft,
    MissionRow,
    MissionSheet,
)
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.mission_changes import check_change
from alize_desktop.rules.mission_checks import (
    check_draft,
    check_sheet,
    tidied_draft,
    tidied_sheet,
)
from alize_desktop.rules.mission_days import check_days
from alize_desktop.rules.mission_steps import (
    MissionFacts,
    check_event,
    to_confirm,
)
from alize_desktop.services.clock import local_day
from alize_desktop.services.mission_grants import approved_days, read_granted
from alize_desktop.services.mission_loans import check_lender, read_detail
from alize_desktop.services.mission_proposals import proposed_sheet
from alize_desktop.services.mission_reading import Mission, read_mission, read_missions
from alize_desktop.services.mission_writing import (
    MissionHead,
    new_number,
    write_event,
    write_mission,
)
from alize_desktop.services.money_rules_reading import read_money_rules
from alize_desktop.services.partner_reading import read_partner
from alize_desktop.services.programme import read_programme


class MissionService:
    """What a person does with missions. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def rows(
        self, dossier_id: UUID | None = None, on: date | None = None
    ) -> tuple[MissionRow, ...]:
        """Return the missions of a dossier, or all of them, by number.

        Args:
            dossier_id: Of the dossier; None for all.
            on: Day on which they are looked at; today when None.
        """
        with self._registry.read() as session:
            day = on or self._today(session)
            return tuple(each.row(day) for each in read_missions(session, dossier_id))

    def of_dossier(self, dossier_id: UUID) -> DossierMissions:
        """Return the missions of a dossier, with what they rest on.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``.
        """
        with self._registry.read() as session:
            granted, today = read_granted(session, dossier_id), self._today(session)
            rows = tuple(each.row(today) for each in read_missions(session, dossier_id))
        return DossierMissions(
            rows, granted.is_approved, granted.days, granted.category, granted.partner_id
        )

    def detail(self, mission_id: UUID) -> MissionDetail:
        """Return everything the screens show of a mission.

        Raises:
            UserError: ``MISSION_NOT_FOUND``.
        """
        with self._registry.read() as session:
            return read_detail(session, read_mission(session, mission_id), self._today(session))

    def propose(self, dossier_id: UUID, partner_id: UUID) -> MissionSheet:
        """Return the sheet of a mission to come, filled with what is known. Nothing is written.

        Its days are those granted that no mission plans yet, or else half a day.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; ``PARTNER_NOT_FOUND``; ``MISSION_NOT_APPROVED``;
                ``APPROVAL_LAPSED``.
        """
        with self._registry.read() as session:
            today = self._today(session)
            granted = approved_days(session, dossier_id, today)
            read_partner(session, partner_id)
            return proposed_sheet(session, dossier_id, granted, partner_id, today)

    def create(self, dossier_id: UUID, sheet: MissionSheet) -> tuple[UUID, Changes]:
        """Prepare a mission. The value of its days is frozen: that of the rules in force.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; ``PARTNER_NOT_FOUND``; ``MISSION_NOT_APPROVED``;
                ``APPROVAL_LAPSED``; ``MISSION_PARTNER_IS_COMPANY``;
                ``MISSION_PARTNER_IN_CONFLICT``; see ``rules.mission_checks.check_sheet``.
        """
        sheet = tidied_sheet(sheet)
        with self._registry.write() as session:
            today = self._today(session)
            approved_days(session, dossier_id, today)
            check_lender(session, dossier_id, sheet.partner_id)
            sheet = replace(sheet, day_value=read_money_rules(session).day_value)
            check_sheet(sheet)
            number = new_number(session, today.year)
            mission = MissionHead(self._registry.new_id(), number, dossier_id, sheet)
            write_mission(self._registry, session, mission)
        return mission.id, _changed(dossier_id)

    def save(self, mission_id: UUID, sheet: MissionSheet, revision: int) -> Changes:
        """Change the sheet of a mission; the value of its days stays.

        Args:
            mission_id: The mission.
            sheet: As it is to be.
            revision: Of the sheet that was edited.

        Raises:
            UserError: ``MISSION_NOT_FOUND``; ``MISSION_IS_HISTORY``;
                ``MISSION_CHANGED_MEANWHILE``; of another partner, as ``create``; see
                ``rules.mission_checks.check_sheet``, ``rules.mission_changes.check_change``.
        """
        with self._registry.write() as session:
            mission = _open(session, mission_id)
            if mission.revision != revision:
                raise UserError(ErrorCode.MISSION_CHANGED_MEANWHILE, number=mission.number)
            sheet = replace(tidied_sheet(sheet), day_value=mission.sheet.day_value)
            if sheet == mission.sheet:
                return Changes()
            check_sheet(sheet)
            if sheet.partner_id != mission.sheet.partner_id:
                check_lender(session, mission.dossier_id, sheet.partner_id)
            check_change(sheet, self._facts(session, mission))
            changed = MissionHead(
                mission.id, mission.number, mission.dossier_id, sheet, revision + 1
            )
            write_mission(self._registry, session, changed)
        return _changed(mission.dossier_id)

    def record(self, mission_id: UUID, *drafts: MissionEventDraft) -> Changes:
        """Record what happened to a mission, all of it or nothing.

        An event is never changed: a reversal takes it back.

        Args:
            mission_id: The mission.
            drafts: One event, or those that one person says at once; nothing happens
                without any.

        Raises:
            UserError: ``MISSION_NOT_FOUND``; ``MISSION_IS_HISTORY``; ``APPROVAL_LAPSED``
                for a signature that comes too late; see
                ``rules.mission_checks.check_draft``, ``rules.mission_steps.check_event``,
                ``rules.mission_days.check_days``.
        """
        tidied = [tidied_draft(each) for each in drafts]
        for each in tidied:
            check_draft(each)
        with self._registry.write() as session:
            for each in tidied:
                mission = _open(session, mission_id)
                if each.kind is MissionEventKind.AGREEMENT_SIGNED:
                    read_granted(session, mission.dossier_id).check_not_lapsed(each.value_on)
                facts = self._facts(session, mission)
                check_event(each, facts)
                check_days(each, facts)
                write_event(self._registry, session, mission_id, each)
            dossier_id = _open(session, mission_id).dossier_id
        return _changed(dossier_id) if drafts else Changes()

    def confirm_all(
        self, mission_id: UUID, sides: Iterable[MissionEventKind], on: date, author: str
    ) -> Changes:
        """Confirm every day done until a day; nothing is written when all are.

        Args:
            mission_id: The mission.
            sides: ``CONFIRMED_BY_COMPANY``, ``CONFIRMED_BY_PARTNER``, or both.
            on: Day of the confirmation.
            author: Who enters it.

        Raises:
            UserError: As ``record``.
        """
        empty = [tidied_draft(MissionEventDraft(each, on, author=author)) for each in sides]
        for each in empty:
            check_draft(each)
        with self._registry.write() as session:
            mission = _open(session, mission_id)
            facts = self._facts(session, mission)
            drafts = [
                replace(each, names_id=days.id)
                for each in empty
                for days in to_confirm(facts, each.kind, on)
            ]
            for draft in drafts:
                check_event(draft, facts)
                write_event(self._registry, session, mission_id, draft)
        return _changed(mission.dossier_id) if drafts else Changes()

    def _facts(self, session: Session, mission: Mission) -> MissionFacts:
        today = self._today(session)
        return MissionFacts(mission.number, mission.sheet, mission.events, today)

    def _today(self, session: Session) -> date:
        return local_day(self._registry.clock(), read_programme(session))


def _changed(dossier_id: UUID) -> Changes:
    return Changes(dossiers=frozenset({dossier_id}), results=True)


def _open(session: Session, mission_id: UUID) -> Mission:
    """Return a mission that may be written of: none that was taken over from the past."""
    mission = read_mission(session, mission_id)
    if mission.is_history:
        raise UserError(ErrorCode.MISSION_IS_HISTORY, number=mission.number)
    return mission
