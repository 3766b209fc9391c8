"""Schedule workbooks: of one advance at each moment of its life, and of all of them."""

import errno
import io
import json
import os
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind, InstalmentState, PaperKind, ScheduleReason
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.values import Money
from alize_desktop.spreadsheets.schedule_workbook import schedule_workbook

ONE, TWO, FOUR = "2026-013", "2026-014", "2026-019"
WHO = "Odile Perrin"
SIGNED, PAID = date(2026, 12, 1), date(2026, 12, 10)
Kind = AdvanceEventKind


def happens(office, kind, day, amount=0, **more):
    """Make it that day, and record what happens to the first advance."""
    office.clock.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)
    said = AdvanceEventDraft(kind, day, Money(amount * 100), author=WHO, **more)
    office.services.advances.record(office.dossier(ONE), said)


@pytest.fixture
def signed(lending):
    lending.clock.now = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    lending.services.advances.sign(lending.dossier(ONE), SIGNED, PAID, WHO)
    return lending


def record_of(office, number=ONE):
    return office.services.schedules.record(office.dossier(number))


class TestWhatTheRecordHolds:
    def test_before_the_agreement_it_is_the_plan(self, lending):
        record = record_of(lending)
        assert (record.is_decided, record.version, record.position) == (True, None, None)
        assert (record.versions, record.events) == ((), ())
        assert record.contract_terms == record.schedule.terms

    def test_once_signed_it_is_the_frozen_version(self, signed):
        record = record_of(signed)
        assert record.version.reason is ScheduleReason.CONTRACT
        assert record.schedule.rows == record.version.rows
        assert record.paid_on == PAID
        assert record.position.on == SIGNED
        assert {row.unreleased for row in record.position.rows} == {Money(1_000_00)}

    def test_a_signature_taken_back_leaves_the_plan(self, signed):
        advances = signed.services.advances
        (event,) = record_of(signed).events
        undo = AdvanceEventDraft(
            Kind.REVERSAL, SIGNED, author=WHO, note="Erreur", reverses_id=event.id
        )
        advances.reverse(event.id, undo)
        assert record_of(signed).version is None

    def test_another_day_of_payment_moves_every_date(self, signed):
        happens(signed, Kind.DISBURSEMENT, date(2026, 12, 15), 12_000)
        record = record_of(signed)
        assert [each.reason for each in record.versions] == [
            ScheduleReason.CONTRACT,
            ScheduleReason.PAYMENT_DATE,
        ]
        assert record.paid_on == record.contract_terms.paid_on == date(2026, 12, 15)

    def test_money_received_is_allocated(self, signed):
        happens(signed, Kind.DISBURSEMENT, PAID, 12_000, reference="VIR 1")
        happens(signed, Kind.REPAYMENT, date(2028, 3, 10), 1_500)
        record = record_of(signed)
        states = [row.state for row in record.position.rows][:3]
        assert states == [
            InstalmentState.PAID,
            InstalmentState.PARTLY_PAID,
            InstalmentState.TO_COME,
        ]
        book = load_workbook(io.BytesIO(schedule_workbook(record)))
        assert [book["Échéancier"].cell(row, 9).value for row in (5, 6, 7)] == [
            "Payée",
            "Payée en partie",
            "À venir",
        ]
        assert book["Encaissements"]["D5"].value == "VIR 1"

    def test_what_a_later_day_takes_back_still_counts_before(self, signed):
        happens(signed, Kind.DISBURSEMENT, PAID, 12_000)
        happens(signed, Kind.REPAYMENT, date(2028, 3, 10), 1_000)
        paid = record_of(signed).events[-1]
        signed.clock.now = datetime(2028, 3, 20, 9, 0, tzinfo=UTC)
        undo = AdvanceEventDraft(
            Kind.REJECTED_DEBIT, date(2028, 3, 20), author=WHO, reverses_id=paid.id
        )
        signed.services.advances.reverse(paid.id, undo)
        assert record_of(signed).events[2].is_reversed
        signed.clock.now = datetime(2028, 3, 19, 9, 0, tzinfo=UTC)
        record = record_of(signed)
        assert not record.events[-1].is_reversed
        assert record.position.received == Money(1_000_00)


class TestAllOfThem:
    def drain(self, steps):
        said = []
        while True:
            try:
                said.append(next(steps))
            except StopIteration as stop:
                return said, stop.value

    def test_each_advance_has_its_workbook(self, signed, tmp_path):
        folder = tmp_path / "tous" / "échéanciers"
        said, made = self.drain(signed.services.schedules.export_all(folder))
        names = [f"echeancier-{number}.xlsx" for number in (ONE, TWO, FOUR)]
        assert sorted(each.name for each in folder.iterdir()) == names
        assert [each.path for each in made.papers] == [str(folder / name) for name in names]
        assert made.refused == ()
        assert (said[-1].done, said[-1].total, said[-1].what) == (3, 3, names[-1])
        listed = [each.action for each in signed.journal() if each.action == "schedule.exported"]
        assert len(listed) == 3
        book = load_workbook(folder / names[0])
        assert book["Échéancier"]["A2"].value.startswith("Version 1")

    def test_what_lapsed_has_none(self, signed, tmp_path):
        signed.clock.now = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)
        _said, made = self.drain(signed.services.schedules.export_all(tmp_path))
        assert [each.path for each in made.papers] == [str(tmp_path / f"echeancier-{ONE}.xlsx")]

    @pytest.mark.parametrize("steps_taken", [2, 3, 5])
    def test_cancelled_it_leaves_only_whole_workbooks(self, lending, tmp_path, steps_taken):
        steps = lending.services.schedules.export_all(tmp_path)
        for _ in range(steps_taken):
            next(steps)
        steps.close()
        left = [each for each in tmp_path.iterdir() if each.suffix == ".xlsx"]
        assert len(left) == steps_taken // 3
        assert {path.name for path in left} == {
            json.loads(each.details)["file"]
            for each in lending.journal()
            if each.action == "schedule.exported"
        }
        for path in left:
            load_workbook(path).close()

    def test_one_that_cannot_be_written_does_not_hold_the_others(self, lending, tmp_path):
        (tmp_path / f"echeancier-{TWO}.xlsx").mkdir()
        _said, made = self.drain(lending.services.schedules.export_all(tmp_path))
        assert [each.name for each in made.refused] == [f"echeancier-{TWO}.xlsx"]
        assert len(made.papers) == 2

    def test_a_full_disk_stops_it_and_leaves_whole_workbooks(self, lending, tmp_path, monkeypatch):
        real, synced = os.fsync, []

        def full_after_one(handle):
            synced.append(handle)
            if len(synced) > 2:
                raise OSError(errno.ENOSPC, "No space left on device")
            real(handle)

        monkeypatch.setattr("alize_desktop.files.os.fsync", full_after_one)
        with pytest.raises(UserError) as refusal:
            self.drain(lending.services.schedules.export_all(tmp_path))
        assert refusal.value.code is ErrorCode.DISK_FULL
        left = [each.name for each in tmp_path.iterdir() if "echeancier" in each.name]
        assert left == [f"echeancier-{ONE}.xlsx"]

    def test_a_folder_that_cannot_be_is_told(self, lending, tmp_path):
        (tmp_path / "fichier").write_text("")
        with pytest.raises(UserError) as refusal:
            next(lending.services.schedules.export_all(tmp_path / "fichier"))
        assert refusal.value.code is ErrorCode.FOLDER_NOT_WRITABLE


def test_the_kind_of_paper_is_told(signed, tmp_path):
    steps = signed.services.schedules.export(signed.dossier(ONE), tmp_path / "un.xlsx")
    for _step in steps:
        pass
    assert signed.journal()[-1].action == f"{PaperKind.SCHEDULE.value}.exported"
