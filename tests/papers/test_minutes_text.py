"""The whole text of the minutes of meetings, read against reference files.

After a change of the texts that is meant, write the references again and read every line
that ``git diff`` shows::

    ALIZE_WRITE_REFERENCES=1 python -m pytest tests/papers/test_minutes_text.py

The tests then fail on purpose: references are never right because they were written.
"""

import os
import subprocess
from pathlib import Path

import pytest

from alize_desktop.documents.parts.seal import fingerprint
from alize_desktop.services.work import drained
from alize_desktop.wording.amounts import NO_BREAK, integer_text
from tests.papers.meetings import HELD

REFERENCES = Path(__file__).parent / "references"
IS_WRITING = "ALIZE_WRITE_REFERENCES" in os.environ


def text_of(path):
    """Return the words of a PDF as they stand on its pages, without trailing spaces."""
    command = ["pdftotext", "-layout", str(path), "-"]
    read = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    lines = [line.rstrip() for line in read.replace("\f", "\n").split("\n")]
    told = [line for line, after in zip(lines, [*lines[1:], ""], strict=True) if line or after]
    return "\n".join(told).strip() + "\n"


def masked(text, record):
    """Return a text without what depends on the journal, which is checked on the way."""
    lines = f"{integer_text(record.journal_lines, NO_BREAK)} lignes"
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
