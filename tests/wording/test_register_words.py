"""The national register in words: where an aid stands, and what is late."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from alize_desktop.models.enums import RegisterStatus
from alize_desktop.models.records.state_aid import AidDuties, AidGrant
from alize_desktop.wording.register_words import duties_texts, status_text
from tests.aid_records import DAY, ROWS, aid

NEW = aid(ROWS)
GRANT = AidGrant(
    id=UUID(int=1),
    sequence=1,
    dossier_id=UUID(int=2),
    identifier="2026-014-1",
    decision_number="2026-D001",
    company="Fonderie du Val",
    siren="732829320",
    naf_code="24.51Z",
    granted_on=DAY,
    amount=NEW.amount,
    grant_equivalent=NEW.grant_equivalent,
    basis=NEW.basis,
    recorded_at=datetime(2026, 3, 24, tzinfo=UTC),
)


@pytest.mark.parametrize(
    ("status", "is_effective", "told"),
    [
        (RegisterStatus.TO_DECLARE, True, "À déclarer"),
        (RegisterStatus.TO_DECLARE, False, "Sans effet"),
        (RegisterStatus.DECLARED, False, "Déclarée, sans effet"),
    ],
)
def test_an_aid_that_never_was_says_so(status, is_effective, told):
    assert status_text(replace(GRANT, status=status, is_effective=is_effective)) == told


def test_what_is_late_is_told_in_a_sentence_each():
    assert [*duties_texts(AidDuties())] == []
    late, unrecorded = duties_texts(AidDuties((GRANT,), ("2026-013", "2026-019")))
    assert late.startswith("1 aide à déclarer depuis plus de vingt jours ouvrés")
    assert late.endswith("2026-014-1.")
    assert unrecorded.startswith("2 aides accordées mais non enregistrées")
