"""A workbook is a file anybody may have made: nothing but a sentence comes of a bad one."""

import io
import random
import struct
import zipfile
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.imports import WorkbookContent
from alize_desktop.spreadsheets import archive, grid, stream
from alize_desktop.spreadsheets.archive import check_archive
from alize_desktop.spreadsheets.raw import BLANKS
from alize_desktop.spreadsheets.reading import read_workbook
from alize_desktop.wording.errors import message_of

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def file_of(tmp_path):
    def write(content, name="classeur.xlsx"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.fixture(scope="module")
def sample_bytes(faulty_sample):
    return faulty_sample.read_bytes()


def refusal(path):
    with pytest.raises(UserError) as refused:
        read_workbook(path)
    assert message_of(refused.value)
    return refused.value.code


def zip_of(entries, compression=zipfile.ZIP_DEFLATED):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", compression) as target:
        for name, text in entries:
            target.writestr(name, text)
    return content.getvalue()


def entries_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        return {name: source.read(name) for name in source.namelist()}


def test_a_file_that_is_not_there_is_not_readable(tmp_path):
    assert refusal(tmp_path / "absent.xlsx") is ErrorCode.FILE_NOT_READABLE


def test_a_folder_is_not_readable(tmp_path):
    assert refusal(tmp_path) is ErrorCode.FILE_NOT_READABLE


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        b"PK\x03\x04",
        b"N\xc2\xb0 dossier;Entreprise;SIREN\n2026-001;Atelier;999631708\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096,
        b"%PDF-1.7\n",
        b"<html><table></table></html>",
    ],
    ids=["empty", "two bytes", "header", "csv", "xls or encrypted", "pdf", "html"],
)
def test_what_is_not_a_zip_is_not_readable(file_of, content):
    assert refusal(file_of(content)) is ErrorCode.WORKBOOK_NOT_READABLE


@pytest.mark.parametrize(
    "entries",
    [
        [],
        [("notes.txt", "bonjour")],
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")],
        [("[Content_Types].xml", "<Types/>")],
    ],
    ids=["empty zip", "another zip", "ods", "no workbook"],
)
def test_a_zip_that_is_not_a_workbook_is_not_readable(file_of, entries):
    assert refusal(file_of(zip_of(entries))) is ErrorCode.WORKBOOK_NOT_READABLE


@pytest.mark.parametrize("share", [0.05, 0.5, 0.9, 0.999])
def test_a_truncated_workbook_is_not_readable(file_of, sample_bytes, share):
    cut = sample_bytes[: int(len(sample_bytes) * share)]
    assert refusal(file_of(cut)) is ErrorCode.WORKBOOK_NOT_READABLE


def test_a_file_too_big_is_not_even_opened(file_of, sample_bytes, monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_FILE", len(sample_bytes) - 1)
    assert refusal(file_of(sample_bytes)) is ErrorCode.WORKBOOK_TOO_LARGE


def test_a_zip_bomb_is_too_large(file_of, sample_bytes):
    entries = entries_of(sample_bytes)
    bomb = zip_of([*entries.items(), ("xl/bomb.xml", b" " * 30_000_000)])
    assert len(bomb) < 100_000
    assert refusal(file_of(bomb)) is ErrorCode.WORKBOOK_TOO_LARGE


def test_many_small_bombs_are_too_large(file_of, sample_bytes, monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_CONTENT", 1_000_000)
    entries = entries_of(sample_bytes)
    more = [(f"xl/media/{number}.xml", b" " * 100_000) for number in range(20)]
    assert refusal(file_of(zip_of([*entries.items(), *more]))) is ErrorCode.WORKBOOK_TOO_LARGE


def test_too_many_entries_are_too_large(file_of, monkeypatch, sample_bytes):
    monkeypatch.setattr(archive, "MOST_ENTRIES", 3)
    assert refusal(file_of(sample_bytes)) is ErrorCode.WORKBOOK_TOO_LARGE


def test_a_header_that_lies_about_a_size_is_refused(file_of, sample_bytes):
    """The directory says 100 bytes; thirty million are behind."""
    honest = bytearray(zip_of([*entries_of(sample_bytes).items(), ("bomb", b"\0" * 30_000_000)]))
    size = struct.pack("<L", 30_000_000)
    assert honest.count(size) == 2
    lying = bytes(honest).replace(size, struct.pack("<L", 100))
    assert refusal(file_of(lying)) is ErrorCode.WORKBOOK_NOT_READABLE


def test_what_comes_out_is_counted_whatever_the_directory_says(sample_bytes, tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "_check_directory", lambda _entries, _path: None)
    monkeypatch.setattr(archive, "LARGEST_CONTENT", 1000)
    with pytest.raises(UserError) as refused:
        check_archive(sample_bytes, tmp_path)
    assert refused.value.code is ErrorCode.WORKBOOK_TOO_LARGE


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [SHEET, SHEET.upper()])
def test_an_entry_named_twice_is_not_readable(file_of, sample_bytes, name):
    entries = [*entries_of(sample_bytes).items(), (name, b"<worksheet/>")]
    assert refusal(file_of(zip_of(entries))) is ErrorCode.WORKBOOK_NOT_READABLE


def test_an_encrypted_entry_is_not_readable(file_of, sample_bytes):
    locked = bytearray(sample_bytes)
    at = locked.index(b"PK\x01\x02")
    locked[at + 8] |= 1
    assert refusal(file_of(bytes(locked))) is ErrorCode.WORKBOOK_NOT_READABLE


def test_a_compression_nobody_knows_is_not_readable(file_of, sample_bytes):
    strange = bytearray(sample_bytes)
    for mark, offset in ((b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
        at = strange.index(mark)
        strange[at + offset : at + offset + 2] = struct.pack("<H", 99)
    assert refusal(file_of(bytes(strange))) is ErrorCode.WORKBOOK_NOT_READABLE


BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(
        b'<!ENTITY %s "%s">' % (bytes([97 + n]), b"&%s;" % bytes([96 + n]) * 10)
        for n in range(1, 9)
    )
    + b"]><worksheet>&i;</worksheet>"
)
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b"<worksheet>&x;</worksheet>"
)


@pytest.mark.parametrize("xml", [BILLION_LAUGHS, OUTSIDE, b"<a>" * 100_000, b"", b"\0", b"<a></b>"])
@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
def test_a_bad_xml_is_not_readable(file_of, sample_bytes, name, xml):
    entries = {**entries_of(sample_bytes), name: xml}
    assert refusal(file_of(zip_of(entries.items()))) is ErrorCode.WORKBOOK_NOT_READABLE


def test_too_many_rows_are_too_large(file_of, sample_bytes, monkeypatch):
    monkeypatch.setattr(grid, "MOST_ROWS", 5)
    assert refusal(file_of(sample_bytes)) is ErrorCode.WORKBOOK_TOO_LARGE


def test_too_many_cells_are_too_large(file_of, sample_bytes, monkeypatch):
    monkeypatch.setattr(grid, "MOST_CELLS", 100)
    assert refusal(file_of(sample_bytes)) is ErrorCode.WORKBOOK_TOO_LARGE


def outcome_of(path):
    """Read a file that may be anything: its content, or the sentence of its refusal."""
    try:
        return read_workbook(path)
    except UserError as error:
        return message_of(error)


@pytest.mark.parametrize("row", [b"1048576", b"99999999999999", b"-5", b"1e400", b"x"])
def test_a_row_at_the_end_of_the_world_does_not_hang(file_of, sample_bytes, row):
    entries = entries_of(sample_bytes)
    entries[SHEET] = entries[SHEET].replace(b'<row r="19"', b'<row r="' + row + b'"')
    assert isinstance(outcome_of(file_of(zip_of(entries.items()))), WorkbookContent | str)


@given(
    flips=st.lists(st.tuples(st.integers(0, 9_000), st.integers(0, 255)), min_size=1, max_size=20)
)
@example(flips=[(0, 0)])
def test_a_workbook_with_any_byte_changed_gives_a_content_or_a_sentence(
    faulty_sample, tmp_path_factory, flips
):
    damaged = bytearray(faulty_sample.read_bytes())
    for at, byte in flips:
        damaged[at % len(damaged)] = byte
    path = tmp_path_factory.mktemp("fuzz") / "classeur.xlsx"
    path.write_bytes(bytes(damaged))
    assert outcome_of(path)


@given(
    name=st.sampled_from(
        [
            SHEET,
            "xl/workbook.xml",
            "xl/styles.xml",
            "[Content_Types].xml",
            "xl/_rels/workbook.xml.rels",
        ]
    ),
    seed=st.integers(0, 2**32),
    edits=st.integers(1, 6),
)
def test_a_workbook_whose_xml_is_scrambled_gives_a_content_or_a_sentence(
    faulty_sample, tmp_path_factory, name, seed, edits
):
    """The zip is sound and its sums hold: what is wrong is inside."""
    chance = random.Random(seed)  # noqa: S311 - an order, not a secret
    entries = entries_of(faulty_sample.read_bytes())
    xml = bytearray(entries[name])
    for _ in range(edits):
        at = chance.randrange(len(xml))
        piece = chance.choice(
            [b"", b"0", b"<", b">", b'"', b"&#0;", b"-", b"e", b"9999999999", b"s", b"/"]
        )
        xml[at : at + chance.randrange(12)] = piece
    path = tmp_path_factory.mktemp("fuzz") / "classeur.xlsx"
    path.write_bytes(zip_of({**entries, name: bytes(xml)}.items()))
    assert outcome_of(path)


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=40),
    st.dates(),
    st.sampled_from(["=1+1", "#N/A", "12 000,00 €", "05/03/2026", "999631708", "oui", "CDI"]),
)


@given(cells=st.lists(st.lists(CELLS, min_size=35, max_size=35), min_size=1, max_size=5))
def test_rows_of_anything_are_accepted_or_refused_one_by_one(usual, tmp_path_factory, cells):
    book = Workbook()
    book.worksheets[0].title = "Dossiers"
    book.worksheets[0].append(list(usual["Dossiers"]))
    for row in cells:
        book.worksheets[0].append(row)
    path = tmp_path_factory.mktemp("fuzz") / "classeur.xlsx"
    book.save(path)
    content = read_workbook(path)
    filled = sum(any(cell is not None and str(cell).strip(BLANKS) for cell in row) for row in cells)
    assert len(content.dossiers) + len(content.refused) == filled
    assert all(each.column and each.reason for each in content.refused)


def test_a_stream_that_is_not_a_stream_is_not_readable(file_of, sample_bytes):
    broken = bytearray(sample_bytes)
    at = broken.index(b"PK\x03\x04") + 60
    broken[at : at + 8] = b"\xff" * 8
    with (
        pytest.raises((zipfile.BadZipFile, zlib.error)),
        zipfile.ZipFile(io.BytesIO(broken)) as zipped,
    ):
        zipped.read(zipped.namelist()[0])
    assert refusal(file_of(bytes(broken))) is ErrorCode.WORKBOOK_NOT_READABLE


def sheet_data(content, added):
    """Return the workbook with rows added under its own."""
    entries = entries_of(content)
    entries[SHEET] = entries[SHEET].replace(b"</sheetData>", added + b"</sheetData>")
    return zip_of(entries.items(), zipfile.ZIP_STORED)


def test_a_row_too_wide_for_any_workbook_is_too_large(file_of, sample_bytes):
    wide = b"<row>" + b"<c/>" * 16_385 + b"</row>"
    assert refusal(file_of(sheet_data(sample_bytes, wide))) is ErrorCode.WORKBOOK_TOO_LARGE


def test_too_many_empty_cells_are_too_large(file_of, sample_bytes, monkeypatch):
    monkeypatch.setattr(stream, "MOST_WRITTEN", 1_000)
    empty = b"<row><c/><c/><c/></row>" * 500
    assert refusal(file_of(sheet_data(sample_bytes, empty))) is ErrorCode.WORKBOOK_TOO_LARGE


def test_a_hundred_thousand_empty_rows_count_for_nothing(file_of, sample_bytes, monkeypatch):
    tall = b'<row ht="15" customHeight="1"/>' * 100_000
    path = file_of(sheet_data(sample_bytes, tall))
    monkeypatch.setattr(stream, "MOST_WRITTEN", 10_000)
    content = read_workbook(path)
    assert (len(content.dossiers), len(content.refused)) == (8, 10)


def test_what_follows_the_cells_of_a_sheet_is_not_read(file_of, sample_bytes):
    entries = entries_of(sample_bytes)
    entries[SHEET] = entries[SHEET].replace(b"</sheetData>", b"</sheetData>" + b"<x/>" * 200_000)
    assert len(read_workbook(file_of(zip_of(entries.items()))).dossiers) == 8


@pytest.mark.parametrize("row", [b"18", b"2", b"1048577", b"99999999"])
def test_a_row_out_of_place_is_damage_and_never_lost_in_silence(file_of, sample_bytes, row):
    entries = entries_of(sample_bytes)
    entries[SHEET] = entries[SHEET].replace(b'<row r="19"', b'<row r="' + row + b'"')
    assert refusal(file_of(zip_of(entries.items()))) is ErrorCode.WORKBOOK_NOT_READABLE


@pytest.mark.parametrize(
    ("name", "limit"), [(SHEET, "MOST_TAGS"), ("xl/styles.xml", "MOST_STYLE_TAGS")]
)
def test_too_many_tags_are_too_large(file_of, sample_bytes, monkeypatch, name, limit):
    most = sum(entry.count(b"<") for entry in entries_of(sample_bytes).values())
    monkeypatch.setattr(archive, limit, most)
    assert len(read_workbook(file_of(sample_bytes)).dossiers) == 8
    entries = entries_of(sample_bytes)
    entries[name] += b"<x/>" * (most + 1)
    assert refusal(file_of(zip_of(entries.items()))) is ErrorCode.WORKBOOK_TOO_LARGE
