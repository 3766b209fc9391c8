"""What a printer and an archive need: fonts inside, A4, the same bytes every time."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from alize_desktop.documents.minutes import minutes_pdf
from alize_desktop.models.enums import VoteChoice
from alize_desktop.models.records.dossiers import LONGEST_TEXT, ProjectDetails
from alize_desktop.models.records.minutes_parts import MinutesEvent

pytestmark = pytest.mark.retold

HERE = Path(__file__).parent
CHILD = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
import conftest
print(hashlib.sha256(conftest.drained(conftest.minutes_pdf(conftest.whole_record()))[1]).hexdigest())
"""


def test_every_font_is_inside_the_file(record, printed):
    fonts = printed(record).fonts
    assert fonts
    assert all(is_embedded == "yes" for _name, is_embedded in fonts)
    assert all("Inter" in name for name, _is_embedded in fonts)


def test_a_symbol_brings_its_font_with_it(record, printed):
    changed = replace(record, draft=replace(record.draft, place="Salle ☑"))
    fonts = printed(changed).fonts
    assert [is_embedded for name, is_embedded in fonts if "DejaVu" in name] == ["yes"]


def test_every_page_is_a4_and_numbered(record, printed):
    paper = printed(record)
    count = int(paper.properties["Pages"])
    assert paper.properties["Page size"].endswith("(A4)")
    assert len(paper.pages) == count
    for number, page in enumerate(paper.pages, start=1):
        assert f"page {number}/{count}" in page


def test_the_same_record_gives_the_same_bytes(record, drain):
    assert drain(minutes_pdf(record))[1] == drain(minutes_pdf(record))[1]


@pytest.mark.parametrize(
    ("zone", "locale"), [("Asia/Tokyo", "fr_FR.UTF-8"), ("America/Cayenne", "C")]
)
def test_another_process_elsewhere_gives_the_same_bytes(record, drain, zone, locale):
    elsewhere = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": "7"}
    there = subprocess.run(
        [sys.executable, "-c", CHILD, str(HERE)],
        env=elsewhere,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    assert there == hashlib.sha256(drain(minutes_pdf(record))[1]).hexdigest()


def with_aim(record, text):
    item = record.items[0]
    project = ProjectDetails(aim=text, need_expressed=text)
    sheet = replace(item.sheet, project=project)
    return replace(record, items=(replace(item, sheet=sheet),))


@pytest.mark.parametrize(
    "text",
    [
        "mot œuvré " * (LONGEST_TEXT // 10) + "fin.",
        "x" * LONGEST_TEXT,
        "12\u202f" * (LONGEST_TEXT // 3),
        "<b> &amp; " * (LONGEST_TEXT // 10),
        "ligne\n" * (LONGEST_TEXT // 6),
    ],
    ids=["words", "one word", "no break", "markup", "lines"],
)
def test_the_longest_texts_are_printed_whole(record, printed, text):
    paper = printed(with_aim(record, text))
    letters = "".join(paper.flow.split())
    for sign in "xœ<&2":
        assert letters.count(sign) >= 2 * text.count(sign)
    if "ligne" in text:
        assert letters.count("ligne") >= 2 * (LONGEST_TEXT // 6)


def test_nothing_is_printed_outside_the_margins(record, printed):
    paper = printed(with_aim(record, "x" * LONGEST_TEXT))
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(paper.path), "-"], check=True, capture_output=True, text=True
    ).stdout
    rights = [
        float(line.partition('xMax="')[2].partition('"')[0])
        for line in boxes.splitlines()
        if "<word" in line
    ]
    assert max(rights) < 595 - 60


def test_every_name_may_be_longer_than_a_page(record, printed):
    long = "Très long & <nom> " * 170  # higher than a page in the column of a table
    item = record.items[0]
    company = replace(item.sheet.company, name=long, town=long, manager_name=long)
    member = record.attendance[0].member
    renamed = replace(member, sheet=replace(member.sheet, organisation=long, last_name=long))
    attendance = (replace(record.attendance[0], member=renamed),)
    minority = replace(item.ballots[0].votes[0], member=renamed, choice=VoteChoice.AGAINST)
    ballot = replace(item.ballots[0], presiding=renamed, votes=(minority,))
    changed = replace(
        record,
        draft=replace(record.draft, place=long, secretary=long),
        programme=replace(record.programme, operator=long, basin=long),
        attendance=attendance,
        proxies=(replace(record.proxies[0], giver=renamed, document=long),),
        course=(MinutesEvent(record.opened_at, long),),
        items=(replace(item, sheet=replace(item.sheet, company=company), ballots=(ballot,)),),
    )
    paper = printed(changed)
    assert paper.flow.count("<nom>") > 13 * 170


def test_a_crowd_of_members_fills_as_many_rows(record, printed):
    member = record.attendance[0].member
    crowd = tuple(
        replace(
            record.attendance[0],
            member=replace(member, sheet=replace(member.sheet, last_name=f"Nom{number:04d}")),
        )
        for number in range(1000)
    )
    paper = printed(replace(record, attendance=crowd, items=()))
    assert paper.flow.count("Nom0") == 1000
    assert "Présents (1000)" in paper.flow
