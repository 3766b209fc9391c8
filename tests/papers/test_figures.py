"""The same figures in the PDFs, in the workbook and on the screens, for one meeting."""

import re
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from alize_desktop.models.records.dossier_list import DossierQuery
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.values import Money
from alize_desktop.services.work import drained
from alize_desktop.ui.dossiers.columns import dossier_columns
from alize_desktop.ui.dossiers.panes.schedule import SchedulePane
from alize_desktop.ui.widgets.table_model import RecordTableModel
from alize_desktop.wording.dates import long_date
from tests.papers.meetings import FOUR, ONE, THREE, TWO
from tests.papers.reading import day, instalments_of, money, number, one_line, printed

pytestmark = pytest.mark.retold

ADVANCES = (ONE, TWO, FOUR)
GRANTED = {
    ONE: (Money(2_500_00), 2, 5, 6),
    TWO: (Money(12_000_00), 4, 5, 6),
    FOUR: (Money(13_000_00), 0, 4, 1),
    THREE: (Money(0), 10, 2, 6),
}
"""Amount, days, jobs to create and to keep: what the committee decided."""


@pytest.fixture(scope="module")
def papers(held_alone, tmp_path_factory):
    """(room, folder): the contested meeting with its papers and workbooks."""
    room = held_alone("contestee")
    services, folder = room.services, tmp_path_factory.mktemp("figures")
    services.templates.adopt_identity(
        PaperIdentity("12 rue de la Liberté\n21000 Dijon", "Claire Roussel, directrice"), None
    )
    drained(services.minutes.export(room.meeting, folder / "pv.pdf"))
    drained(services.minutes.decision_list(room.meeting, folder / "releve.pdf"))
    for each in ADVANCES:
        dossier = room.office.dossier(each)
        drained(services.dossier_papers.agreement(dossier, folder / f"{each}.pdf"))
        drained(services.schedules.export(dossier, folder / f"{each}.xlsx"))
    return room, folder


def part_of(text, number_of_dossier):
    """Return what the minutes say of one dossier, from its title to the next heading."""
    _, _, after = text.partition(f"Dossier {number_of_dossier} : ")
    return one_line(re.split(r"\n(?:Dossier 2026-\d{3} :|Suites des)", after)[0])


def rows_of_workbook(path):
    """Return (instalments, total) of the workbook: values, never formulas."""
    sheet = load_workbook(path)["Échéancier"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    *instalments, total = [row for row in rows if row[0] is not None]
    told = [(row[0], as_day(row[2]), as_money(row[3]), as_money(row[4])) for row in instalments]
    return told, as_money(total[3])


def as_day(value):
    return value.date() if isinstance(value, datetime) else value


def as_money(value):
    return Money(round(float(value) * 100))


def shown(model):
    """Return the texts of every cell of a table on a screen."""
    role = Qt.ItemDataRole.DisplayRole
    return [
        [model.index(row, column).data(role) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def on_screen(pane, detail):
    pane.show_detail(detail)
    return [
        (number(row[0]), day(row[2]), money(row[3]), money(row[4])) for row in shown(pane.model)
    ]


@pytest.mark.parametrize("dossier", ADVANCES)
def test_a_schedule_is_the_same_in_the_agreement_the_workbook_and_the_pane(papers, dossier, qtbot):
    room, folder = papers
    pane = SchedulePane()
    qtbot.addWidget(pane)
    in_workbook, total = rows_of_workbook(folder / f"{dossier}.xlsx")
    assert len(in_workbook) > 10
    assert instalments_of(printed(folder / f"{dossier}.pdf")) == in_workbook
    assert on_screen(pane, room.office.detail(dossier)) == in_workbook
    granted = GRANTED[dossier][0]
    assert total == granted
    assert sum(each[2].minor for each in in_workbook) == granted.minor
    assert in_workbook[-1][3] == Money(0)


@pytest.mark.parametrize("dossier", ADVANCES)
def test_the_minutes_tell_the_instalments_of_the_workbook(papers, dossier):
    _room, folder = papers
    told = part_of(printed(folder / "pv.pdf"), dossier)
    rows, _total = rows_of_workbook(folder / f"{dossier}.xlsx")
    repaid = re.search(r"Remboursement (\d+) échéances (.*?) Échéances", told)
    assert int(repaid[1]) == len(rows)
    amounts = [money(each) for each in re.findall(r"([\d ]+,\d\d) €", repaid[2])]
    assert amounts[0] == rows[0][2]
    assert amounts[-1] == rows[-1][2]
    assert f"du {long_date(rows[0][1])} au {long_date(rows[-1][1])}" in told


@pytest.mark.parametrize("dossier", GRANTED)
def test_what_is_granted_is_the_same_in_the_minutes_and_the_list(papers, dossier):
    room, folder = papers
    amount, days, created, kept = GRANTED[dossier]
    told = part_of(printed(folder / "pv.pdf"), dossier)
    decided = told.partition("décision n° ")[2]
    euros = re.search(r"Avance remboursable ([\d ]+,\d\d) €", decided)
    assert (money(euros[1]) if euros else Money(0)) == amount
    lent = re.search(r"Compétences (\d+) jours", decided)
    assert (int(lent[1]) if lent else 0) == days
    jobs = re.search(r"(\d+) emplois? à créer et (\d+) emplois? à maintenir", decided)
    assert (int(jobs[1]), int(jobs[2])) == (created, kept)
    row = row_on_screen(room, dossier)
    assert (money(row["amount"]), number(row["days"]), number(row["jobs"])) == (
        amount,
        days,
        created,
    )


def row_on_screen(room, dossier):
    """Return the cells of a dossier in the list of dossiers, by the key of their column."""
    columns = dossier_columns()
    model = RecordTableModel(columns, lambda row: row.number)
    query = DossierQuery(meeting_id=room.meeting)
    model.set_rows(room.services.finder.search(query).rows)
    cells = shown(model)[model.row_of(dossier)]
    return {column.key: cell for column, cell in zip(columns, cells, strict=True)}


@pytest.mark.parametrize("paper", ["pv.pdf", "releve.pdf"])
def test_the_list_of_decisions_adds_up_to_what_the_agenda_shows(papers, paper):
    room, folder = papers
    text = printed(folder / paper).replace("\u00a0", " ").replace("\u202f", " ")
    table = re.split(r"Décision +Dossier +Entreprise +Sens", text, maxsplit=1)[1]
    agenda = {each.number: each for each in room.services.meetings.detail(room.meeting).agenda}
    for dossier, (amount, days, created, _kept) in GRANTED.items():
        line = next(each for each in table.splitlines() if dossier in each)
        cells = re.split(r" {2,}", line.strip())
        assert (money(cells[-3]), number(cells[-2]), number(cells[-1])) == (amount, days, created)
        assert agenda[dossier].granted_amount == amount
        assert agenda[dossier].granted_days == days
    total = re.search(r"Total\s+4 décisions\s+([\d ]+,\d\d) €\s+(\d+)\s+(\d+)", table)
    assert (money(total[1]), int(total[2]), int(total[3])) == (Money(27_500_00), 16, 16)


def test_the_fund_loses_what_was_granted(papers):
    room, folder = papers
    text = one_line(printed(folder / "pv.pdf"))
    before, granted, after = (
        money(re.search(rf"{name} ([\d ]+,\d\d) €", text)[1])
        for name in ("Fonds avant la séance", "Accordé en séance", "Fonds après la séance")
    )
    assert granted == Money(27_500_00)
    assert before - granted == after
    assert room.services.minutes.record(room.meeting).fund.after == after


def test_every_date_is_counted_from_the_day_of_the_meeting(papers):
    room, _folder = papers
    for dossier in ADVANCES:
        assert room.office.detail(dossier).schedule.terms.paid_on == date(2026, 12, 14)
