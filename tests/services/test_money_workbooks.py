"""What is late, and the fund, written as workbooks from a real registry."""

from datetime import UTC, date, datetime

from openpyxl import load_workbook

from alize_desktop.models.enums import AdvanceEventKind, AgeingBucket
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.values import Money
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
