"""Commands of the results: what they answer, what they refuse."""

from datetime import date

import pytest
from icalendar import Calendar


def days_of(path):
    found = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return [each["DTSTART"].dt for each in found]


class TestCalendar:
    def test_it_writes_the_twelve_months_to_come(self, command, held, tmp_path):
        path = tmp_path / "suivi.ics"
        answer = command("calendar", held, "--output", path)
        assert (answer.status, answer.err) == (0, "")
        days = days_of(path)
        assert days
        assert "du 23/11/2026 au 23/11/2027" in answer.out
        assert f"{len(days)} échéance" in answer.out
        assert all(date(2026, 11, 23) <= each <= date(2027, 11, 23) for each in days)

    def test_it_writes_the_period_asked_for(self, command, held, tmp_path):
        path = tmp_path / "suivi.ics"
        asked = ("--from", "01/01/2030", "--to", "2030-01-31")
        answer = command("calendar", held, "--output", path, *asked)
        assert answer.status == 0
        assert "0 échéance du 01/01/2030 au 31/01/2030" in answer.out
        assert days_of(path) == []

    def test_a_period_ends_after_it_begins(self, command, held, tmp_path):
        path = tmp_path / "suivi.ics"
        answer = command("calendar", held, "--output", path, "--to", "01/01/2020")
        assert answer.status == 1
        assert "01/01/2020" in answer.err
        assert not path.exists()

    @pytest.mark.parametrize("option", ["--from", "--to"])
    def test_a_day_is_a_day(self, command, held, tmp_path, option):
        answer = command("calendar", held, "--output", tmp_path / "a.ics", option, "hier")
        assert answer.status == 2
        assert answer.err.startswith("«\u00a0hier\u00a0» n’est pas une date.")
