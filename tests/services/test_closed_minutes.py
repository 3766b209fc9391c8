"""What the minutes of a closed meeting say, whatever changes afterwards."""

from dataclasses import replace
from datetime import date

from alize_desktop.models.enums import HolidayCalendar
from alize_desktop.models.records.meetings import MeetingDraft

ONE = "2026-001"


class TestTheMinutesOfAClosedMeeting:
    def closed(self, office):
        meeting = office.hold(ONE)
        office.approve(meeting, ONE, months=3, deferral=0, every=1)
        office.services.committee.close(meeting)
        return meeting

    def change(self, office):
        """Change everything that minutes take from elsewhere."""
        programme = office.services.programme.programme()
        office.services.programme.save(
            replace(
                programme,
                operator="Autre opérateur",
                body_name="commission",
                time_zone="Indian/Reunion",
                calendar=HolidayCalendar.ALSACE_MOSELLE,
            )
        )
        day = office.services.meetings.rows()[0].draft
        office.services.meetings.create(MeetingDraft(date(2026, 11, 24), day.starts_at))

    def test_they_do_not_change_with_the_programme_nor_with_another_meeting(self, office):
        later = MeetingDraft(date(2027, 1, 7), office.clock().time())
        office.services.meetings.create(later)
        meeting = self.closed(office)
        before = office.services.minutes.record(meeting)
        self.change(office)
        after = office.services.minutes.record(meeting)
        assert after == before
        assert after.next_meeting_on == date(2027, 1, 7)

    def test_a_last_meeting_stays_the_last(self, office):
        meeting = self.closed(office)
        before = office.services.minutes.record(meeting)
        self.change(office)
        assert office.services.minutes.record(meeting) == before
        assert before.next_meeting_on is None

    def test_before_the_closing_they_follow(self, office):
        meeting = office.hold(ONE)
        self.change(office)
        record = office.services.minutes.record(meeting)
        assert record.programme.operator == "Autre opérateur"
        assert record.next_meeting_on == date(2026, 11, 24)
