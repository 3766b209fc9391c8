"""Why an advance cannot be released."""

from datetime import UTC, date, datetime
from uuid import UUID

from alize_desktop.models.enums import AdvanceState, ScheduleReason
from alize_desktop.models.records.advances import ScheduleVersion
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.values import Money
from alize_desktop.rules.schedule import schedule
from alize_desktop.wording.advances import release_blocks, schedule_basis, sentence


def test_a_state_and_conditions_block_it():
    assert release_blocks(AdvanceState.SIGNED, ()) == ()
    assert release_blocks(AdvanceState.RUNNING, (), is_given_up=True) == (
        "le dossier a été retiré",
    )
    assert release_blocks(AdvanceState.RUNNING, (), is_granted=False) == (
        "la dernière décision du comité n’accorde plus d’avance",
    )
    assert release_blocks(AdvanceState.GRANTED, ("Accord de la banque",)) == (
        "la convention n’est pas signée",
        "la condition préalable «\u00a0Accord de la banque\u00a0» n’est pas levée",
    )


def test_a_clause_is_told_as_a_sentence():
    assert sentence("la convention n’est pas signée") == "La convention n’est pas signée."


def test_a_schedule_says_since_when_it_holds():
    terms = AdvanceTerms(Money(12_000_00), 12, date(2026, 12, 1))
    version = ScheduleVersion(
        id=UUID(int=1),
        dossier_id=UUID(int=2),
        version=2,
        reason=ScheduleReason.PAYMENT_DATE,
        decision_number="2026-D001",
        effective_on=date(2026, 12, 1),
        terms=terms,
        rows=schedule(terms).rows,
        kept=frozenset(),
        sha256="",
        note="",
        made_at=datetime(2026, 12, 1, tzinfo=UTC),
    )
    assert schedule_basis(version) == (
        "Échéancier figé, version 2\u00a0: jour du versement, en vigueur depuis le "
        "1er décembre 2026 (décision n°\u00a02026-D001)."
    )
