"""The minutes of a usual meeting, against reportlab bare and against LibreOffice.

Bare: as many paragraphs and tables, of the same words in the same styles, laid out by
reportlab alone, without tags, running lines nor anything that keeps a page together.
LibreOffice: the same words in a sheet, cell by cell, converted without a window;
Calc is the part of it that the tests install.
"""

import shutil
import statistics
import subprocess
from io import BytesIO
from xml.sax.saxutils import escape

from measures import Measure, spent_ms, utc_now
from meeting import Meeting, decide, fill_seats, open_sitting, prepare

from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services

MEMBERS, DOSSIERS = 17, 10
RUNS, CONVERSIONS = 15, 5


def measure(path, folder):
    """Return the lines of the minutes: against reportlab bare, against LibreOffice."""
    copy = folder / "bench-papers.alize"
    shutil.copy(path, copy)
    with Registry.open(copy, utc_now) as registry:
        record = held_minutes(Services(registry))
    pieces = pieces_of(record)
    ours, bare = in_turns(lambda: printed(record), lambda: draw_bare(pieces), RUNS)
    detail = f"{ours:.0f} ms against {bare:.0f} ms, {len(pieces)} pieces"
    again, office = in_turns(lambda: printed(record), lambda: convert(pieces, folder), CONVERSIONS)
    seconds = f"{again:.0f} ms against {office:.0f} ms"
    return [
        Measure("minutes of 10 dossiers against reportlab bare", ours / bare, 2, "×", detail),
        Measure("minutes of 10 dossiers against LibreOffice", again / office, 0.2, "×", seconds),
    ]


def held_minutes(services):
    """Return the minutes of a meeting whose dossiers were all decided."""
    fill_seats(services, MEMBERS)
    meeting = Meeting(services, prepare(services, DOSSIERS))
    open_sitting(meeting)
    for line in meeting.state().agenda:
        decide(services, line.id)
    services.committee.close(meeting.id)
    return services.minutes.record(meeting.id)


def in_turns(one, other, runs):
    """Return the median of each action: what slows the machine down slows both."""
    spent = [(spent_ms(one, 1)[0], spent_ms(other, 1)[0]) for _run in range(runs + 1)]
    first, second = zip(*spent[1:], strict=True)  # the first loads what is loaded once
    return statistics.median(first), statistics.median(second)


def printed(record):
    from alize_desktop.documents.minutes import minutes_pdf

    steps = minutes_pdf(record)
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value


def pieces_of(record):
    """Return every paragraph (markup, style) and table (widths, rows of cells of such)."""
    from alize_desktop.documents.minutes import minutes_sections

    return [
        piece
        for section in minutes_sections(record)
        for flowable in section.build()
        for piece in _pieces(flowable)
    ]


def _pieces(flowable):
    from reportlab.platypus import KeepTogether, Paragraph, Table

    if isinstance(flowable, KeepTogether):
        return [piece for each in flowable._flowing for piece in _pieces(each)]
    if isinstance(flowable, Table):
        rows = [
            [[piece for each in cell for piece in _pieces(each)] for cell in row]
            for row in flowable._cellvalues
        ]
        return [(flowable._argW, rows)]
    if isinstance(flowable, Paragraph):
        return [("".join(map(_markup, flowable.frags)), flowable.style)]
    return []


def _markup(frag):
    return escape(frag.text)


def draw_bare(pieces):
    """Lay the same paragraphs and tables out with reportlab alone."""
    from reportlab.platypus import SimpleDocTemplate

    file = BytesIO()
    SimpleDocTemplate(file, leftMargin=62, rightMargin=62).build([_bare(each) for each in pieces])
    return file.getvalue()


def _bare(piece):
    from reportlab.platypus import Paragraph, Table

    if isinstance(piece[0], str):
        return Paragraph(*piece)
    widths, rows = piece
    cells = [[[_bare(each) for each in cell] for cell in row] for row in rows]
    return Table(cells, colWidths=widths, repeatRows=0, splitInRow=1)


def convert(pieces, folder):
    """Have LibreOffice make a PDF of the same words."""
    sheet = folder / "minutes.fods"
    sheet.write_text(_sheet(pieces), encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(sheet)]
    subprocess.run(command, check=True, capture_output=True)
    if not (folder / "minutes.pdf").stat().st_size:
        message = "LibreOffice made nothing"
        raise RuntimeError(message)


def _sheet(pieces):
    rows = []
    for piece in pieces:
        if isinstance(piece[0], str):
            rows.append([piece[0]])
        else:
            rows += [[" ".join(text for text, _style in cell) for cell in row] for row in piece[1]]
    return HEAD + "".join(map(_sheet_row, rows)) + TAIL


def _sheet_row(texts):
    """Return a row whose last cell goes to the right margin."""
    *firsts, last = map(_sheet_cell, texts)
    spanned = f'<table:table-cell table:number-columns-spanned="{COLUMNS - len(firsts)}" '
    last = last.replace("<table:table-cell ", spanned, 1)
    return f"<table:table-row>{''.join(firsts)}{last}</table:table-row>"


def _sheet_cell(text):
    kind = 'office:value-type="string" table:style-name="wrapped"'
    return f"<table:table-cell {kind}><text:p>{text}</text:p></table:table-cell>"


COLUMNS = 8
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" '
    'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
    '<office:automatic-styles><style:style style:name="wrapped" style:family="table-cell">'
    '<style:table-cell-properties fo:wrap-option="wrap"/></style:style></office:automatic-styles>'
    '<office:body><office:spreadsheet><table:table table:name="PV">'
    f'<table:table-column table:number-columns-repeated="{COLUMNS}"/>'
)
TAIL = "</table:table></office:spreadsheet></office:body></office:document>"
