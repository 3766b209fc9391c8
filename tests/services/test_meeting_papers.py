"""The papers of a meeting: read from a real registry, written whole, remembered."""

import email
import email.policy
import errno
import hashlib
import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from icalendar import Calendar
from sqlalchemy import select

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import (
    AnswerKind,
    AttendanceKind,
    ItemKind,
    MeetingKind,
    MemberOffice,
    PaperKind,
    SendingMeans,
    TemplateKey,
)
from alize_desktop.models.records.meetings import ItemDraft
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.papers import StoredPaper
from alize_desktop.services.bundle import Services
from alize_desktop.services.mails import Mail, file_name, mail_bytes, mailbox, sender_address
from alize_desktop.services.work import drained

ONE, TWO, THREE = "2026-001", "2026-002", "2026-003"
HELD_ON = date(2026, 12, 15)
HELD = UUID(int=7)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FORMS = {
    "attendance_sheet": PaperKind.ATTENDANCE_SHEET,
    "secret_ballots": PaperKind.SECRET_BALLOTS,
    "roll_call_grid": PaperKind.ROLL_CALL_GRID,
    "decision_slips": PaperKind.DECISION_SLIPS,
    "conductor": PaperKind.CONDUCTOR,
}


def convened(office):
    """Call a meeting, with an agenda of three dossiers."""
    meeting = office.prepare(ONE, TWO, THREE, held_on=HELD_ON, place="Salle des Ducs")
    office.services.life.convene(meeting)
    return meeting


@pytest.fixture
def meeting(office):
    """A meeting that was called, with an agenda of three dossiers."""
    return office.after(convened)


@pytest.fixture
def papers(office):
    return office.services.meeting_papers


def stored(office):
    with office.registry.read() as session:
        return list(session.execute(select(StoredPaper.kind, StoredPaper.sha256)))


class TestTheRecord:
    def test_it_tells_what_was_announced_before_the_roll_call(self, office, papers, meeting):
        answer = office.services.life.answer
        answer(meeting, office.member(4).id, AnswerKind.PROXY, office.member(5).id)
        answer(meeting, office.member(3).id, AnswerKind.SUBSTITUTE)
        record = papers.record(meeting)
        seats = {each.member.seat: each for each in record.seats}
        assert len(seats) == 17
        assert (seats[4].kind, seats[4].holder.seat) == (AttendanceKind.REPRESENTED, 5)
        assert (seats[3].kind, seats[3].alternate.seat) == (AttendanceKind.SUBSTITUTED, 18)
        assert seats[1].kind is None
        assert not record.is_called
        assert record.quorum.required == 9
        assert [each.voters for each in record.dossiers] == [17, 17, 17]

    def test_recusals_are_proposed_then_declared(self, office, papers):
        meeting = office.hold(TWO, held_on=date(2026, 11, 23))
        item = office.present(meeting, TWO)
        (proposed,) = papers.record(meeting).points[0].recusals
        assert (proposed.member.seat, proposed.is_declared) == (10, False)
        office.services.recusals.declare(item, office.member(10).id, "Ma banque")
        (declared,) = papers.record(meeting).points[0].recusals
        assert (declared.reason, declared.is_declared) == ("Ma banque", True)
        assert papers.record(meeting).points[0].recused == {office.member(10).id}
        assert papers.record(meeting).points[0].voters == 16

    def test_a_proposal_that_was_set_aside_is_forgotten(self, office, papers):
        meeting = office.hold(TWO)
        item = office.present(meeting, TWO)
        office.services.recusals.set_aside(item, office.member(10).id)
        assert papers.record(meeting).points[0].recusals == ()

    def test_the_vice_chair_takes_the_dossier_of_a_chair_who_steps_aside(self, office, papers):
        office.edit_member(1, organisation="Crédit des Forges")
        record = papers.record(office.prepare(TWO, held_on=HELD_ON))
        assert record.presiding.seat == 1
        assert record.points[0].presiding.seat == 2

    def test_after_the_roll_call_it_tells_who_is_there(self, office, papers):
        meeting = office.open(ONE)
        office.call(meeting, 4, AttendanceKind.REPRESENTED, holder=5)
        office.call(meeting, 6, AttendanceKind.EXCUSED)
        office.services.committee.all_present(meeting)
        record = papers.record(meeting)
        assert record.is_called
        assert record.points[0].voters == 16
        assert record.points[0].presiding.seat == 1
        assert "15 présents et 1 représenté" in record.quorum.sentence
        assert "15 présents et 1 représenté" in record.points[0].quorum

    def test_where_proxies_do_not_vote_in_secret_they_get_no_paper(self, office, papers):
        version = office.services.regulations.versions()[0]
        rules = replace(version.draft.rules, proxies_in_secret=False)
        draft = replace(version.draft, rules=rules, effective_on=date(2026, 1, 1), label="R")
        office.services.regulations.adopt(draft)
        meeting = office.open(ONE)
        office.call(meeting, 4, AttendanceKind.REPRESENTED, holder=5)
        office.services.committee.all_present(meeting)
        assert papers.record(meeting).points[0].voters == 16

    def test_a_body_of_the_rules_has_their_gender(self, office, papers, meeting):
        record = papers.record(meeting)
        assert (record.body, record.body_feminine) == ("comité d’agrément", False)
        version = office.services.regulations.versions()[0]
        rules = replace(version.draft.rules, body="commission", body_feminine=True)
        draft = replace(version.draft, rules=rules, effective_on=date(2026, 1, 1), label="R")
        office.services.regulations.adopt(draft)
        other = papers.record(office.prepare("2026-004", held_on=HELD_ON))
        assert (other.body, other.body_feminine) == ("commission", True)

    def test_guests_are_apart_and_points_are_in_order(self, office, papers, meeting):
        sheet = office.member(18).sheet
        guest = replace(sheet, last_name="Roux", office=MemberOffice.GUEST, alternate_of="")
        office.services.people.save_member(None, guest)
        assert [each.sheet.last_name for each in papers.record(meeting).guests] == ["Roux"]
        assert [each.line.position for each in papers.record(meeting).points] == [1, 2, 3]


class TestEveryForm:
    @pytest.mark.parametrize("name", FORMS)
    def test_it_is_written_and_remembered(self, office, papers, meeting, tmp_path, name):
        path = tmp_path / "papier.pdf"
        paper = drained(getattr(papers, name)(meeting, path))
        assert path.read_bytes().startswith(b"%PDF")
        assert hashlib.sha256(path.read_bytes()).hexdigest() == paper.sha256
        assert stored(office) == [(FORMS[name], paper.sha256)]
        assert office.journal()[-1].action == f"{FORMS[name].value}.exported"

    @pytest.mark.parametrize("name", FORMS)
    def test_given_up_it_leaves_nothing(self, office, papers, meeting, tmp_path, name):
        path = tmp_path / "papier.pdf"
        steps = getattr(papers, name)(meeting, path)
        next(steps)
        steps.close()
        assert not path.exists()
        assert stored(office) == []

    @pytest.mark.parametrize("name", [*FORMS, "notice"])
    def test_a_full_disk_leaves_nothing_half_written(
        self, office, papers, meeting, tmp_path, monkeypatch, name
    ):
        def full(_handle):
            raise OSError(errno.ENOSPC, "full")

        folder = tmp_path / "clé"
        folder.mkdir()
        more = (office.member(1).id,) if name == "notice" else ()
        steps = getattr(papers, name)(meeting, *more, folder / "papier.pdf")
        for _step in range(2):
            next(steps)
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            with pytest.raises(UserError) as caught:
                drained(steps)
        assert caught.value.code is ErrorCode.DISK_FULL
        assert list(folder.iterdir()) == []
        assert stored(office) == []

    @pytest.mark.parametrize("name", sorted(set(FORMS) - {"secret_ballots"}))
    def test_an_empty_meeting_has_its_papers(self, empty, tmp_path, name):
        meeting = empty.prepare(held_on=HELD_ON)
        path = tmp_path / "papier.pdf"
        drained(getattr(empty.services.meeting_papers, name)(meeting, path))
        assert path.stat().st_size > 1000

    def test_nobody_votes_in_secret_in_writing(self, office, papers, refused, tmp_path):
        meeting = office.prepare(ONE, held_on=HELD_ON, kind=MeetingKind.WRITTEN, replies_by=HELD_ON)
        with refused(ErrorCode.WRITTEN_CONSULTATION, office):
            drained(papers.secret_ballots(meeting, tmp_path / "papier.pdf"))

    def test_a_rehearsal_is_marked(self, office, meeting, tmp_path):
        path = office.services.copies.rehearsal_copy(tmp_path)
        with Registry.open(path, office.clock) as registry:
            assert Services(registry).meeting_papers.record(meeting).is_rehearsal
        assert not office.services.meeting_papers.record(meeting).is_rehearsal


class TestTheNotice:
    def test_it_is_remembered_with_its_member(self, office, papers, meeting, tmp_path):
        member = office.member(3)
        drained(papers.notice(meeting, member.id, tmp_path / "lettre.pdf"))
        with office.registry.read() as session:
            found = session.execute(select(StoredPaper.kind, StoredPaper.member_id)).one()
        assert tuple(found) == (PaperKind.NOTICE, member.id)

    def test_it_is_dated_of_its_sending(self, office, papers, meeting, tmp_path, clock):
        first = drained(papers.notice(meeting, office.member(3).id, tmp_path / "1.pdf"))
        clock.advance(3 * 86_400)
        again = drained(papers.notice(meeting, office.member(3).id, tmp_path / "2.pdf"))
        assert first.sha256 == again.sha256

    def test_an_alternate_is_called_too(self, office, papers, meeting, tmp_path):
        drained(papers.notice(meeting, office.member(18).id, tmp_path / "lettre.pdf"))

    def test_somebody_unknown_is_refused(self, office, papers, meeting, refused, tmp_path):
        with refused(ErrorCode.MEMBER_UNKNOWN, office):
            drained(papers.notice(meeting, meeting, tmp_path / "lettre.pdf"))

    def test_an_agenda_without_points_is_refused(self, office, papers, refused, tmp_path):
        meeting = office.prepare(held_on=HELD_ON)
        with refused(ErrorCode.MEETING_WITHOUT_DOSSIER, office):
            drained(papers.notice(meeting, office.member(1).id, tmp_path / "lettre.pdf"))

    def test_a_field_that_says_nothing_is_named(self, office, papers, meeting, refused, tmp_path):
        office.services.templates.adopt(TemplateKey.NOTICE, "Avant {reponse_avant}.")
        with refused(ErrorCode.TEMPLATE_FIELD_EMPTY, office, field="reponse_avant"):
            drained(papers.notice(meeting, office.member(1).id, tmp_path / "lettre.pdf"))


@pytest.fixture
def few(office, meeting):
    """The same meeting; three members have an address."""
    for seat in range(4, 19):
        office.edit_member(seat, email="")
    return meeting


def mails_of(office, meeting, folder):
    folder.mkdir(exist_ok=True)
    return drained(office.services.meeting_papers.mails(meeting, folder))


def opened(path):
    return email.message_from_bytes(path.read_bytes(), policy=email.policy.default)


class TestMails:
    def test_there_is_one_a_member_and_one_appointment(self, office, meeting, tmp_path):
        made = mails_of(office, meeting, tmp_path / "envois")
        names = sorted(each.name for each in (tmp_path / "envois").iterdir())
        assert len(names) == 19
        assert names[-1] == "Convocation-CA-2026-01.ics"
        assert made.without_address == ()
        assert [kind for kind, _ in stored(office)].count(PaperKind.MAIL) == 18

    def test_a_mail_says_the_notice_and_brings_it(self, office, few, tmp_path):
        office.services.templates.adopt_identity(
            PaperIdentity("2 rue des Ducs\n21000 Dijon", "Claire Roussel", "contact@bassin.fr.")
        )
        office.edit_member(3, email="fabrice@exemple.fr")
        mails_of(office, few, tmp_path / "envois")
        mail = opened(tmp_path / "envois" / "Convocation-CA-2026-01-03-Thiebaut-C.eml")
        assert mail["to"].addresses[0].addr_spec == "fabrice@exemple.fr"
        assert mail["from"].addresses[0].addr_spec == "contact@bassin.fr"
        assert mail["subject"].startswith("Convocation du comité d’agrément")
        assert mail["date"].datetime == datetime(2026, 11, 23, 9, tzinfo=UTC)
        body = mail.get_body()
        assert body.get_content_type() == "text/plain"
        assert body.get_content_charset() == "utf-8"
        assert "1. Dossier 2026-001" in body.get_content()
        letter, calendar = mail.iter_attachments()
        assert letter.get_content_type() == "application/pdf"
        assert letter.get_content().startswith(b"%PDF")
        assert calendar.get_content_type() == "text/calendar"

    def test_the_same_meeting_gives_the_same_bytes(self, office, few, tmp_path, clock):
        mails_of(office, few, tmp_path / "un")
        clock.advance(86_400)
        mails_of(office, few, tmp_path / "deux")
        for each in (tmp_path / "un").iterdir():
            assert each.read_bytes() == (tmp_path / "deux" / each.name).read_bytes()

    def test_who_has_no_address_is_named(self, office, few, tmp_path):
        office.edit_member(2, email="")
        made = mails_of(office, few, tmp_path / "envois")
        assert made.without_address[0] == "Mme\u00a0Céline Martin B."
        assert (len(made.papers), len(made.without_address)) == (3, 16)

    def test_lines_end_as_a_mail_must(self, office, few, tmp_path):
        mails_of(office, few, tmp_path / "envois")
        content = next((tmp_path / "envois").glob("*.eml")).read_bytes()
        assert content.count(b"\n") == content.count(b"\r\n")
        assert max(map(len, content.split(b"\r\n"))) <= 998

    @pytest.mark.parametrize(
        "name",
        [
            'A "B" <c@d.fr>',
            "Œuvre 🏭 \u202eסוד",
            "x" * 12_000,
            "R&D, Fils; Cie",
            "Zoë\nBcc: z@z.fr",
        ],
    )
    def test_any_name_stands_in_its_header(self, name):
        mail = Mail((HELD, HELD), (name, ""), (name, "a@b.fr"), name, "Bonjour.\n", NOW)
        read = email.message_from_bytes(mail_bytes(mail), policy=email.policy.default)
        assert [each.addr_spec for each in read["to"].addresses] == ["a@b.fr"]
        assert [each.addr_spec for each in read["from"].addresses] == ["expediteur@alize.invalid"]
        assert read["bcc"] is None
        assert read.get_content().split() == ["Bonjour."]

    def test_a_domain_with_accents_is_told_as_servers_know_it(self):
        assert mailbox("Zoé", "z@préfecture.fr").addr_spec == "z@xn--prfecture-c4a.fr"

    @pytest.mark.parametrize("address", ["", "a", "a@", "a b@c.fr", "a@b.fr, c@d.fr", "zoé@b.fr"])
    def test_what_is_no_address_reaches_nobody(self, address):
        assert mailbox("Nom", address) is None
        with pytest.raises(ValueError, match="recipient"):
            mail_bytes(Mail((HELD, HELD), ("A", ""), ("B", address), "S", "T", NOW))

    def test_the_address_of_an_office_is_read_on_its_papers(self):
        assert sender_address(PaperIdentity()) == ""
        assert sender_address(PaperIdentity(footer="Tél. 03 80, c@d.fr")) == "c@d.fr"

    def test_names_of_files_suit_any_system(self):
        assert file_name("Convocation", "CA/2026", "Œ ../é:*?") == "Convocation-CA-2026-OE-e"
        assert file_name("Weiß Søren Łukasz Læ") == "Weiss-Soren-Lukasz-Lae"
        assert len(file_name("x" * 300)) == 60

    def test_a_full_disk_keeps_whole_files_only(self, office, few, tmp_path, monkeypatch):
        folder, steps = tmp_path / "envois", 0
        folder.mkdir()
        works = office.services.meeting_papers.mails(few, folder)
        while steps < 3:
            next(works)
            steps += 1

        def full(_handle):
            raise OSError(errno.ENOSPC, "full")

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            with pytest.raises(UserError) as caught:
                next(works)
        assert caught.value.code is ErrorCode.DISK_FULL
        assert len(list(folder.iterdir())) == 3
        assert all(opened(each)["subject"] for each in folder.glob("*.eml"))


class TestTheAppointment:
    def event(self, office, meeting, folder):
        for seat in range(1, 19):
            office.edit_member(seat, email="")
        mails_of(office, meeting, folder)
        calendar = Calendar.from_ical(next(folder.glob("*.ics")).read_bytes())
        assert calendar["method"] == "PUBLISH"
        return calendar, calendar.events[0]

    def test_a_meeting_stands_at_its_hour_in_its_zone(self, office, few, tmp_path):
        calendar, event = self.event(office, few, tmp_path / "envois")
        assert event.start.isoformat() == "2026-12-15T14:00:00+01:00"
        assert event["duration"].dt == timedelta(hours=2, minutes=15)
        assert event["uid"] == f"{few}@alize.invalid"
        assert event["location"] == "Salle des Ducs"
        assert [str(each["tzid"]) for each in calendar.timezones] == ["Europe/Paris"]

    def test_a_consultation_is_the_day_of_its_answers(self, office, tmp_path):
        meeting = office.prepare(
            ONE, held_on=HELD_ON, kind=MeetingKind.WRITTEN, replies_by=date(2026, 12, 20)
        )
        calendar, event = self.event(office, meeting, tmp_path / "envois")
        assert event.start == date(2026, 12, 20)
        assert calendar.timezones == []

    def test_an_information_alone_takes_an_hour(self, office, tmp_path):
        meeting = office.prepare(held_on=HELD_ON)
        office.services.agenda.add(meeting, ItemDraft(ItemKind.INFORMATION, "Bilan"))
        _, event = self.event(office, meeting, tmp_path / "envois")
        assert event["duration"].dt == timedelta(hours=1)


class TestSendings:
    def send(self, office, meeting, day, *seats, kind=PaperKind.NOTICE):
        for seat in seats:
            office.services.sendings.record(
                meeting, office.member(seat).id, kind, SendingMeans.MAIL, day
            )

    def test_a_line_tells_who_how_and_when(self, office, meeting):
        changes = office.services.sendings.record(
            meeting,
            office.member(3).id,
            PaperKind.NOTICE,
            SendingMeans.REGISTERED_LETTER,
            date(2026, 11, 20),
            " reçue ",
        )
        assert changes.meetings == {meeting}
        (line,) = office.services.sendings.sendings(meeting)
        assert (line.recipient, line.means, line.note) == (
            "M.\u00a0Fabrice Thiébaut C.",
            SendingMeans.REGISTERED_LETTER,
            "reçue",
        )
        told = office.journal()[-1]
        assert told.action == "paper.sent"
        assert '"sent_on":"2026-11-20"' in told.details

    def test_a_correction_is_a_line_of_its_own(self, office, meeting):
        self.send(office, meeting, date(2026, 11, 1), 3)
        self.send(office, meeting, date(2026, 11, 2), 3)
        days = [each.sent_on.day for each in office.services.sendings.sendings(meeting)]
        assert days == [1, 2]

    def test_somebody_who_is_no_member_is_named(self, office, meeting, refused):
        record = office.services.sendings.record
        day = date(2026, 11, 20)
        record(meeting, None, PaperKind.PACK, SendingMeans.BY_HAND, day, recipient="Préfecture")
        assert office.services.sendings.sendings(meeting)[0].recipient == "Préfecture"
        with refused(ErrorCode.TEXT_MISSING, office):
            record(meeting, None, PaperKind.PACK, SendingMeans.BY_HAND, day)

    def test_what_has_not_left_is_refused(self, office, meeting, refused):
        with refused(ErrorCode.SENDING_TO_COME, office):
            self.send(office, meeting, date(2026, 11, 24), 3)
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            office.services.sendings.record(
                meeting, None, PaperKind.PACK, SendingMeans.MAIL, HELD_ON, recipient="a\nb"
            )

    def test_nothing_sent_is_said(self, office, meeting):
        check = office.services.sendings.notice_check(meeting)
        assert (check.is_kept, len(check.waiting)) == (False, 17)
        assert check.sentence == "Aucun envoi de la convocation n’est noté."

    def test_in_time_for_everybody(self, office, meeting):
        self.send(office, meeting, date(2026, 11, 20), *range(1, 18))
        self.send(office, meeting, date(2026, 11, 23), 3, kind=PaperKind.PACK)
        check = office.services.sendings.notice_check(meeting)
        assert check.is_kept
        assert check.sentence == (
            "Convocation envoyée à tous, au plus tard le 20 novembre 2026, 25 jours avant la"
            " séance\u00a0: le délai de 5 jours est respecté."
        )

    def test_too_late_for_one_and_missing_for_others(self, office, meeting, clock):
        self.send(office, meeting, date(2026, 11, 20), 1, *range(3, 16))
        clock.advance(20 * 86_400)
        self.send(office, meeting, date(2026, 12, 11), 2)
        check = office.services.sendings.notice_check(meeting)
        assert not check.is_kept
        assert check.late == ("Mme\u00a0Céline Martin B.",)
        assert len(check.waiting) == 2
        assert "le règlement demande 5 jours. Envoi à noter pour 2 membres" in check.sentence

    def test_a_reminder_takes_nothing_away_from_the_notice(self, office, meeting, clock):
        self.send(office, meeting, date(2026, 11, 20), *range(1, 18))
        before = office.services.sendings.notice_check(meeting)
        clock.advance(21 * 86_400)
        self.send(office, meeting, date(2026, 12, 14), 2)
        assert office.services.sendings.notice_check(meeting) == before
        assert before.is_kept
        (told,) = office.services.minutes.record(meeting).notice.sendings
        assert (told.first, told.last, told.readers) == (told.first, date(2026, 11, 20), 17)

    def test_a_notice_noted_after_its_reminder_counts_too(self, office, meeting, clock):
        clock.advance(21 * 86_400)
        self.send(office, meeting, date(2026, 12, 14), *range(1, 18))
        assert len(office.services.sendings.notice_check(meeting).late) == 17
        self.send(office, meeting, date(2026, 11, 20), *range(1, 18))
        assert office.services.sendings.notice_check(meeting).is_kept

    def test_an_emergency_waives_the_delay(self, office):
        meeting = office.prepare(ONE, held_on=date(2026, 11, 25), place="Dijon")
        office.services.life.convene(meeting, urgent=True)
        self.send(office, meeting, date(2026, 11, 23), *range(1, 18))
        check = office.services.sendings.notice_check(meeting)
        assert check.is_kept
        assert check.sentence.endswith("en urgence\u00a0: le délai n’est pas exigé.")

    def test_a_consultation_has_no_delay(self, office):
        meeting = office.prepare(
            ONE, held_on=date(2026, 11, 23), kind=MeetingKind.WRITTEN, replies_by=HELD_ON
        )
        self.send(office, meeting, date(2026, 11, 23), *range(1, 18))
        check = office.services.sendings.notice_check(meeting)
        assert check.is_kept
        assert check.sentence.endswith("réponses attendues jusqu’au 15 décembre 2026.")

    @pytest.mark.parametrize(("held_on", "is_kept"), [(29, True), (30, True)])
    def test_a_second_notice_counts_clear_days(self, office, held_on, is_kept):
        first = office.open(ONE)
        for seat in range(1, 18):
            office.call(first, seat, AttendanceKind.ABSENT)
        office.services.life.adjourn(first)
        second = office.prepare(
            complete=False, held_on=date(2026, 11, held_on), second_notice_of=first, place="Dijon"
        )
        self.send(office, second, date(2026, 11, 23), *range(1, 18))
        check = office.services.sendings.notice_check(second)
        assert check.is_kept is is_kept
        assert "5 jours francs est respecté" in check.sentence

    def test_a_second_notice_that_leaves_later_is_late(self, office, clock):
        first = office.open(ONE)
        for seat in range(1, 18):
            office.call(first, seat, AttendanceKind.ABSENT)
        office.services.life.adjourn(first)
        second = office.prepare(
            complete=False, held_on=date(2026, 11, 29), second_notice_of=first, place="Dijon"
        )
        clock.advance(86_400)
        self.send(office, second, date(2026, 11, 24), *range(1, 18))
        check = office.services.sendings.notice_check(second)
        assert len(check.late) == 17
        assert check.sentence.endswith("le règlement demande 5 jours francs.")
