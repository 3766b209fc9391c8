"""Dossiers: found, opened, edited, moved from state to state.

A dossier is edited as a whole sheet; the journal keeps each field that changed,
before and after. Going on or off an agenda belongs to meetings, deciding to
decisions; everything else that a person does to a dossier is here.
"""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DocumentRow,
    DossierDetail,
    DossierSheet,
    FieldProblem,
)
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.rules import dossier_checks
from alize_desktop.rules.dossier_states import allowed_transitions, check_transition
from alize_desktop.rules.field_checks import check_text
from alize_desktop.services import (
    decision_records,
    journal_lines,
    supporting_documents,
)
from alize_desktop.services.advance_terms import advance_of, is_approval, schedule_or_refusal
from alize_desktop.services.agenda_steps import check_not_being_voted
from alize_desktop.services.clock import local_day
from alize_desktop.services.dossier_filing import file_dossier
from alize_desktop.services.dossier_finder import DossierFinder
from alize_desktop.services.dossier_mapping import (
    changes_between,
    to_columns,
    to_sheet,
    with_sector,
)
from alize_desktop.services.dossier_reading import read_dossier
from alize_desktop.services.history import read_history
from alize_desktop.services.money_rules_reading import MODEL, read_money_rules
from alize_desktop.services.programme import read_programme
from alize_desktop.services.schedule_versions import signed_versions

_NOT_BY_HAND = frozenset({DossierState.SCHEDULED, DossierState.DECIDED, DossierState.DEFERRED})
"""States that an agenda or a decision gives."""


class DossierService(DossierFinder):
    """What a person does with dossiers, found as its base says. One method, one transaction."""

    def detail(self, dossier_id: UUID) -> DossierDetail:
        """Return everything the panes show, in a fixed number of statements.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``.
        """
        with self._registry.read() as session:
            row = read_dossier(session, dossier_id)
            programme = read_programme(session)
            documents = supporting_documents.rows_of(session, dossier_id)
            last = decision_records.last_of_dossier(session, dossier_id)
            history = read_history(session, dossier_id)
            lines = journal_lines.lines_about(session, dossier_id)
            is_approved = is_approval(last)
            frozen = signed_versions(session, dossier_id) if is_approved else ()
            rules = MODEL.rules if is_approved else read_money_rules(session)
        sheet = to_sheet(row)
        terms = advance_of(sheet, row["state"], last, programme, rules)
        schedule, refusal = schedule_or_refusal(terms)
        version = frozen[-1] if frozen else None
        if version is not None:
            schedule, refusal = RepaymentSchedule(version.terms, version.rows), None
        by_hand = allowed_transitions(row["state"]) - _NOT_BY_HAND
        return DossierDetail(
            id=dossier_id,
            revision=row["revision"],
            sheet=sheet,
            state=row["state"],
            state_reason=row["state_reason"],
            next_states=_by_hand(row["state"], by_hand),
            meeting_number=row["meeting_number"] or "",
            documents=documents,
            decision=last.decision if last else None,
            schedule=schedule,
            schedule_refusal=refusal,
            version=version,
            journal=lines,
            history=history,
        )

    def by_number(self, number: str) -> UUID:
        """Return the identifier of a dossier.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``.
        """
        with self._registry.read() as session:
            wanted = StoredDossier.number == number.strip()
            found = session.scalar(select(StoredDossier.id).where(wanted))
        if found is None:
            raise UserError(ErrorCode.DOSSIER_NOT_FOUND, number=number)
        return found

    def new_sheet(self) -> DossierSheet:
        """Return an empty sheet dated today. Nothing is written."""
        with self._registry.read() as session:
            programme = read_programme(session)
        return DossierSheet(
            number="",
            company=CompanyDetails(name="", siren=""),
            filed_on=local_day(self._registry.clock(), programme),
            basin=programme.basin,
        )

    def problems(self, sheet: DossierSheet) -> tuple[FieldProblem, ...]:
        """Return what would refuse the sheet, field by field. Reads nothing."""
        return dossier_checks.problems(sheet)

    def create(self, sheet: DossierSheet) -> tuple[UUID, Changes]:
        """File a new dossier.

        Raises:
            UserError: A field is refused, or ``DOSSIER_NUMBER_TAKEN``.
        """
        sheet = with_sector(_checked(sheet))
        with self._registry.write() as session:
            dossier_id = file_dossier(self._registry, session, sheet, source="saisie")
        return dossier_id, Changes(dossiers=frozenset({dossier_id}))

    def save(self, dossier_id: UUID, sheet: DossierSheet, revision: int) -> Changes:
        """Save an edited sheet; nothing is written when nothing changed.

        Args:
            dossier_id: The dossier.
            sheet: The sheet as edited.
            revision: Revision of the detail that was edited.

        Raises:
            UserError: A field is refused; ``DOSSIER_CHANGED_MEANWHILE``,
                ``DOSSIER_DECIDED``; ``DOSSIER_BEING_VOTED`` from the opening of the
                ballot to the decision; ``DOSSIER_NUMBER_KEPT``: a number that was
                given never changes.
        """
        sheet = _checked(sheet)
        with self._registry.write() as session:
            row = read_dossier(session, dossier_id)
            if row["revision"] != revision:
                raise UserError(ErrorCode.DOSSIER_CHANGED_MEANWHILE, number=row["number"])
            if row["state"] in (DossierState.DECIDED, DossierState.WITHDRAWN):
                raise UserError(ErrorCode.DOSSIER_DECIDED, number=row["number"])
            before = to_sheet(row)
            if sheet.number not in ("", before.number):
                raise UserError(ErrorCode.DOSSIER_NUMBER_KEPT, number=before.number)
            after = with_sector(replace(sheet, number=before.number), before)
            changed = changes_between(before, after)
            if not changed:
                return Changes()
            check_not_being_voted(session, dossier_id, before.number)
            columns = to_columns(after) | {"revision": revision + 1}
            session.execute(
                update(StoredDossier).where(StoredDossier.id == dossier_id).values(columns)
            )
            self._registry.journal(
                session, "dossier.saved", "dossier", dossier_id, {"changes": changed}
            )
        return Changes(dossiers=frozenset({dossier_id}))

    def change_state(self, dossier_id: UUID, state: DossierState, reason: str = "") -> Changes:
        """Move a dossier to another state by hand.

        Raises:
            UserError: ``TRANSITION_REFUSED``, also for states that an agenda or a
                decision gives; ``REASON_MISSING``; ``TEXT_TOO_LONG`` or
                ``TEXT_HAS_CONTROL_CHARACTERS`` for the reason.
        """
        check_text(reason, lines=True)
        with self._registry.write() as session:
            row = read_dossier(session, dossier_id)
            if state in _NOT_BY_HAND or row["state"] is DossierState.SCHEDULED:
                raise UserError(ErrorCode.TRANSITION_REFUSED, before=row["state"], after=state)
            check_transition(row["state"], state, reason)
            if row["state"] is DossierState.WITHDRAWN:  # it is filed again, and on no agenda
                session.execute(
                    update(StoredDossier)
                    .where(StoredDossier.id == dossier_id)
                    .values(meeting_id=None, outcome=None)
                )
            set_state(self._registry, session, dossier_id, state, reason.strip())
        return Changes(dossiers=frozenset({dossier_id}))

    def attach(self, dossier_id: UUID, path: Path) -> Changes:
        """Copy a file into the registry, with its hash.

        Raises:
            UserError: ``FILE_NOT_READABLE`` or ``DOCUMENT_TOO_LARGE``.
        """
        document = supporting_documents.read_file(path)
        with self._registry.write() as session:
            read_dossier(session, dossier_id)
            supporting_documents.add(self._registry, session, dossier_id, document)
        return Changes(dossiers=frozenset({dossier_id}))

    def document(self, document_id: UUID) -> tuple[DocumentRow, bytes]:
        """Return a document and its bytes.

        Raises:
            UserError: ``DOCUMENT_NOT_FOUND``.
        """
        with self._registry.read() as session:
            return supporting_documents.content_of(session, document_id)

    def remove_document(self, document_id: UUID) -> Changes:
        """Take a document off its dossier.

        Raises:
            UserError: ``DOCUMENT_NOT_FOUND``; ``DOSSIER_BEING_VOTED`` or
                ``DOSSIER_DECIDED``: what the committee saw stays.
        """
        with self._registry.write() as session:
            dossier_id = supporting_documents.remove(self._registry, session, document_id)
        return Changes(dossiers=frozenset({dossier_id}))


def set_state(
    registry: Registry, session: Session, dossier_id: UUID, state: DossierState, reason: str = ""
) -> None:
    """Write a state that was checked, with its journal line; shared with meetings."""
    before = session.scalar(select(StoredDossier.state).where(StoredDossier.id == dossier_id))
    session.execute(
        update(StoredDossier)
        .where(StoredDossier.id == dossier_id)
        .values(state=state, state_reason=reason)
    )
    details: dict[str, object] = {
        "from": before.value if before else None,
        "to": state.value,
        "reason": reason,
    }
    registry.journal(session, "dossier.state_changed", "dossier", dossier_id, details)


def _by_hand(state: DossierState, allowed: frozenset[DossierState]) -> tuple[DossierState, ...]:
    if state is DossierState.SCHEDULED:  # it leaves the agenda first
        return ()
    return tuple(each for each in DossierState if each in allowed)


def _checked(sheet: DossierSheet) -> DossierSheet:
    sheet = dossier_checks.tidied(replace(sheet, number=sheet.number.strip()))
    problems = dossier_checks.problems(sheet)
    if problems:
        raise problems[0].error
    return sheet
