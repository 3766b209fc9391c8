"""What is late, and the fund, written from a real registry."""

import subprocess
from datetime import UTC, date, datetime

from openpyxl import load_workbook

from alize_desktop.models.enums import AdvanceEventKind, AgeingBucket
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.values import Money
from alize_desktop.services.fund_book import read_fund_paper
from alize_desktop.services.work import drained

ONE = "2026-013"
WHO = "Odile Perrin"
LATE_ON = date(2028, 3, 20)


def release(office):
    """Sign and pay the first advance; nothing comes back."""
    paid = date(2026, 12, 1)
    office.clock.now = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    dossier = office.dossier(ONE)
    office.services.advances.sign(dossier, paid, paid, WHO)
    said = AdvanceEventDraft(AdvanceEventKind.DISBURSEMENT, paid, Money(12_000_00), author=WHO)
    office.services.advances.record(dossier, said)


class TestWhatIsLate:
    def test_the_report_holds_the_list_and_the_ages_of_one_moment(self, lending):
        release(lending)
        report = lending.services.arrears.report(LATE_ON)
        assert report.rows == lending.services.arrears.list(LATE_ON)
        assert report.buckets == lending.services.arrears.buckets(LATE_ON)
        assert report.buckets[AgeingBucket.UP_TO_59][0] == 0
        assert report.buckets[AgeingBucket.UP_TO_29] == (1, Money(1_000_00), Money(12_000_00))

    def test_it_is_written_and_remembered(self, lending, tmp_path):
        release(lending)
        path = tmp_path / "retards.xlsx"
        paper = drained(lending.services.money_papers.arrears_report(LATE_ON, path))
        assert paper.path == str(path)
        sheet = load_workbook(path)["Retards"]
        assert [sheet.cell(5, column).value for column in (1, 4, 6)] == [
            ONE,
            "1 à 29 jours",
            1000,
        ]
        assert lending.journal()[-1].action == "arrears_report.exported"

    def test_cancelled_it_leaves_nothing(self, lending, tmp_path):
        steps = lending.services.money_papers.arrears_report(LATE_ON, tmp_path / "retards.xlsx")
        assert [next(steps).done, next(steps).done] == [1, 2]
        steps.close()
        assert not (tmp_path / "retards.xlsx").exists()
        assert lending.journal()[-1].action != "arrears_report.exported"


class TestThePaperOfTheFund:
    def test_it_tells_a_closed_year_with_its_hash_and_what_moved_since_the_one_before(
        self, lending, tmp_path
    ):
        release(lending)
        lending.clock.now = datetime(2027, 1, 9, 9, 0, tzinfo=UTC)
        fund = lending.services.fund
        for through in (date(2026, 11, 30), date(2026, 12, 31)):
            fund.close(through, WHO)
        closing = fund.closings()[0]
        path = tmp_path / "fonds.pdf"
        paper = drained(lending.services.money_papers.fund_statement(closing.through, path))
        assert (paper.path, paper.size) == (str(path), path.stat().st_size)
        assert lending.journal()[-1].action == "fund_statement.exported"
        command = ["pdftotext", "-raw", str(path), "-"]
        told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
        words = " ".join(told.split())
        assert "État du fonds au 31 décembre 2026" in words
        assert "Comptes arrêtés le 9 janvier 2027." in words
        assert "Mouvements du 1er décembre 2026 au 31 décembre 2026" in words
        assert closing.sha256 in words.replace(" ", "")

    def test_an_open_day_says_that_it_may_change(self, lending):
        with lending.registry.read() as session:
            record = read_fund_paper(session, date(2026, 11, 23))
        assert (record.closing, record.closed_on, record.period.last) == (
            None,
            None,
            date(2026, 11, 23),
        )
