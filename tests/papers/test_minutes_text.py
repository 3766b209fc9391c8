"""The whole text of the minutes of meetings, read against reference files.

After a change of the texts that is meant, write the references again and read every line
that ``git diff`` shows::

    ALIZE_WRITE_REFERENCES=1 python -m pytest tests/papers/test_minutes_text.py

The tests then fail on purpose: references are never right because they were written.
"""

import os
import re
from pathlib import Path

import pytest

from alize_desktop.documents.parts.seal import fingerprint
from alize_desktop.services.work import drained
from alize_desktop.wording.amounts import integer_text
from tests.papers.meetings import HELD
from tests.papers.reading import printed

pytestmark = pytest.mark.retold

REFERENCES = Path(__file__).parent / "references"
PLAIN = " "
IS_WRITING = "ALIZE_WRITE_REFERENCES" in os.environ


def text_of(path):
    """Return the words of a PDF, a line a line; columns are two spaces apart."""
    lines = [re.sub(r" {2,}", "  ", line.strip()) for line in printed(path).splitlines()]
    return "\n".join(line for line in lines if line) + "\n"


def masked(text, record):
    """Return a text without what depends on the journal, which is checked on the way."""
    lines = f"{integer_text(record.journal_lines, ' ')} lignes"
    for told in (fingerprint(record.journal_head), lines):
        assert text.count(told) == 1
    text = text.replace(fingerprint(record.journal_head), "EMPR-EINT-E DU -JOUR-NAL")
    return text.replace(lines, "N lignes")


@pytest.fixture(scope="module", params=HELD)
def minutes(request, held, tmp_path_factory):
    """(name, record, text) of the minutes of a meeting."""
    room = held(request.param)
    path = tmp_path_factory.mktemp("minutes") / "pv.pdf"
    drained(room.services.minutes.export(room.meeting, path))
    record = room.services.minutes.record(room.meeting)
    return request.param, record, masked(text_of(path), record)


def test_every_word_of_the_minutes_is_as_it_was_read(minutes):
    name, _record, text = minutes
    reference = REFERENCES / f"{name}.txt"
    if IS_WRITING:
        reference.write_text(text, encoding="utf-8")
        pytest.fail(f"{reference.name} was written: read it, then test without writing")
    assert text == reference.read_text(encoding="utf-8")


BLOCKS = (
    "Procès-verbal",
    "Convocation et règles",
    "Présents, représentés, excusés et absents",
    "Quorum",
    "Présidence et secrétariat",
    "Ordre du jour",
    r"Procès-verbal précédent|Approbation du procès-verbal de la séance CA-.*",
    "Déclarations d’intérêts",
    "Dossier 2026-001 : .*|Dossier 2026-002 : .*",
    "Suites des décisions antérieures|Suivi des conditions",
    "Fonds et jours disponibles",
    "Clôture et signatures",
    r"Président(?:e)? de séance  Secrétaire de séance",
    "Empreinte du journal du registre",
    "Annexes",
    "Annexe : relevé de décisions",
)
"""Headings of the committee's blocks; a point of the agenda may stand for one of them."""

BEFORE_THE_END = ("Fonds et jours disponibles", "Clôture et signatures", "Annexes")
NOT_EXAMINED = "sans-quorum"


def places_of(block, text):
    return [each.start() for each in re.finditer(rf"^(?:{block})$", text, re.MULTILINE)]


def test_every_block_is_there_in_its_order(minutes):
    name, _record, text = minutes
    ends = BEFORE_THE_END if name == NOT_EXAMINED else BLOCKS
    for block in ends:
        assert places_of(block, text), block
    is_in_turn = name != "contestee"  # its minutes are approved as a point of the agenda
    fixed = [
        each for each in ends if is_in_turn or ("précédent" not in each and "Suites" not in each)
    ]
    first = [places_of(each, text)[0] for each in fixed]
    assert first == sorted(first)


def test_signs_are_where_the_french_put_them(minutes):
    """No full stop twice, no sign glued to a word, none alone at the beginning of a line."""
    _name, _record, text = minutes
    assert ".." not in text
    assert re.findall(r"[^\W\d][;:!?»](?=\s|$)", text) == []
    assert re.findall(r"^[;:!?».,€%]", text, re.MULTILINE) == []
    assert re.findall(r"(?:«|n°)$", text, re.MULTILINE) == []
    assert " h 00" not in text


def test_unanimity_is_told_only_when_everybody_voted_for(minutes):
    _name, record, text = minutes
    told = " ".join(text.split())
    results = re.findall(r"(\d+) pour, (\d+) contre, (\d+) abstentions?[^.]*?: ([^.]*)\.", told)
    named = [ballot for item in record.items for ballot in item.ballots]
    assert len(results) == sum("pour," in each.sentence for each in named) - told.count("consensus")
    for _votes, against, abstaining, outcome in results:
        is_unanimous = against == "0" and abstaining == "0"
        assert outcome.endswith("à l’unanimité") is is_unanimous


def test_nobodys_vote_is_named_in_a_secret_ballot(held):
    record = held("scrutin-secret").services.minutes.record(held("scrutin-secret").meeting)
    assert [ballot.votes for item in record.items for ballot in item.ballots] == [(), ()]
