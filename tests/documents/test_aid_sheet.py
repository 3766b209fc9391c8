"""The state-aid sheet of a dossier, on the page."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from alize_desktop.documents.papers.aid_sheet import aid_sheet_pdf
from alize_desktop.models.records.state_aid import AidGrant
from alize_desktop.models.values import Money
from tests.aid_records import DAY, PAST, known_sheet, unknown_sheet
from tests.documents.test_dossier_papers import HOSTILE
from tests.dossier_records import paper_record


@pytest.fixture
def printed(drain, read_pdf):
    """Return the words of a sheet, and how many pages they take."""

    def make(sheet):
        _steps, content = drain(aid_sheet_pdf(paper_record(), sheet))
        return read_pdf(content)

    return make


def test_it_says_how_the_aid_was_reckoned_and_what_counts(printed):
    text = printed(known_sheet()).text
    for said in (
        "Fiche d’aide d’État 2026-014",
        "699,50 € brut",
        "2,19 % au 1er janvier 2026",
        "04/03/2025",
        "Prêt, Filiale, Région",
        "Sous le plafond : 13 199,50 € sur 300 000,00 €",
        "La méthode doit être confirmée par le détenteur du fonds.",
    ):
        assert said in text, said


def test_it_says_when_it_was_recorded_and_confirmed(printed):
    known = known_sheet(past=())
    grant = AidGrant(
        id=UUID(int=3),
        sequence=1,
        dossier_id=known.dossier_id,
        identifier="2026-014-1",
        decision_number="2026-D003",
        company=known.company,
        siren=known.siren,
        naf_code="24.51Z",
        granted_on=DAY,
        amount=known.amount,
        grant_equivalent=known.grant_equivalent,
        basis=known.basis,
        recorded_at=datetime(2026, 3, 24, tzinfo=UTC),
    )
    text = printed(replace(known, grant=grant, is_confirmed=True)).text
    assert "2026-014-1, accordée le 24 mars 2026" in text
    assert "Aucune autre aide de minimis ne compte sur trois ans." in text
    assert "La méthode a été confirmée par le détenteur du fonds." in text
    assert "À confirmer" not in text


def test_without_a_rate_it_says_that_nothing_is_known(printed):
    text = printed(unknown_sheet()).text
    assert "à établir" in text
    assert "Taux de base inconnu au 24 mars 2026" in text


def test_over_the_ceiling_the_whole_aid_is_refused(printed):
    over = replace(known_sheet(), is_allowed=False, left=None, total=Money(300_001_00))
    assert "L’aide entière est refusée" in printed(over).text


def test_the_same_sheet_gives_the_same_bytes(drain):
    first, again = (drain(aid_sheet_pdf(paper_record(), known_sheet()))[1] for _ in range(2))
    assert first == again


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_was_written_is_printed(printed, text):
    hostile = replace(PAST, undertaking=text, granter=text, measure=text)
    sheet = replace(known_sheet(past=[hostile] * 3), company=text)
    assert "12 500,00 €" in printed(sheet).text
