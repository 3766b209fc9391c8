"""The statement of the fund, on the page."""

from dataclasses import replace
from datetime import date

import pytest

from alize_desktop.documents.papers.fund_statement import fund_statement_pdf
from alize_desktop.models.records.programme import Programme
from tests.documents.test_dossier_papers import HOSTILE
from tests.documents.test_money_papers import assert_within_margins
from tests.wording.test_fund_statements import CLOSING, EMPTY, GIVEN, PERIOD, RECORD

pytestmark = pytest.mark.retold

CLOSED = replace(RECORD, closing=CLOSING, closed_on=date(2027, 1, 9))


def test_a_fund_without_anything_says_so(drain, read_pdf):
    empty = replace(RECORD, period=replace(PERIOD, closing=EMPTY, lines=()))
    _steps, content = drain(fund_statement_pdf(empty))
    text = read_pdf(content).text
    assert "Personne n’a encore apporté d’argent." in text
    assert "Rien n’est entré ni sorti." in text
    assert "Empreinte SHA-256" not in text


def test_verapdf_accepts_a_long_year_and_hostile_names(drain, verapdf, tmp_path):
    named = tuple(replace(GIVEN, who=text) for text in HOSTILE.values())
    period = replace(PERIOD, lines=(*named, *((GIVEN,) * 450)))
    programme = Programme("Côte-d’Or", operator=HOSTILE["markup"])
    record = replace(CLOSED, programme=programme, period=period)
    _steps, content = drain(fund_statement_pdf(record))
    path = tmp_path / "fonds.pdf"
    path.write_bytes(content)
    assert_within_margins(path)
    assert verapdf([("2a", path), ("ua1", path)]) == {}
