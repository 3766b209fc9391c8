"""Sentences of the minutes, in correct French: gender, number, hours, spaces."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    Civility,
    ConditionEventKind,
    ConditionKind,
    ItemConclusion,
    ItemKind,
    LateItemRule,
    MeetingEventKind,
    MeetingKind,
    MeetingState,
    MemberCollege,
    MemberOffice,
    PaperKind,
    SendingMeans,
    VoteChoice,
)
from alize_desktop.models.records.ballots import CountProtocol, Counts, Motion
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.decisions import Condition
from alize_desktop.models.records.meetings import MeetingDraft, MeetingEvent
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_corrections import MinutesCorrection, MovedVote
from alize_desktop.models.records.minutes_parts import (
    MinutesAttendance,
    MinutesBallot,
    MinutesCondition,
    MinutesEvent,
    MinutesNotice,
    MinutesPlace,
    MinutesProxy,
    MinutesRecusal,
    MinutesSending,
    MinutesStay,
    MinutesVote,
    RecusalStage,
)
from alize_desktop.models.records.people import Member, MemberSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.rules import CommitteeRules, Majority
from alize_desktop.rules.tally import tally
from alize_desktop.wording import minutes_agenda, minutes_ballots, minutes_meeting, minutes_people
from alize_desktop.wording.minutes_hours import MeetingHours
from alize_desktop.wording.minutes_words import ended, unended

DAY = date(2026, 3, 24)
HOURS = MeetingHours(Programme("Meuse"), DAY)
RULES = CommitteeRules()
QUORUM = QuorumState(17, 9, 8, is_reached=False, sentence="8 sur 17.")


def at(hour, minute=0, day=24):
    return datetime(2026, 3, day, hour - 1, minute, tzinfo=UTC)


def person(number, name, civility=Civility.MADAME, weight="1"):
    sheet = MemberSheet(
        civility, "", name, "", MemberCollege.OTHER, MemberOffice.MEMBER, Decimal(weight)
    )
    return Member(UUID(int=number), number, sheet)


MARTIN, PERRIN = person(1, "Martin"), person(2, "Perrin")
WEISS, ROUX = (
    person(3, "Weiß", Civility.MONSIEUR),
    person(4, "Roux", Civility.MONSIEUR, weight="2.5"),
)


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.fixture
def record():
    return MinutesRecord(
        meeting_id=UUID(int=9),
        number="CA-2026-01",
        programme=Programme("Meuse"),
        draft=MeetingDraft(DAY, time(14, 0)),
        state=MeetingState.CLOSED,
        presiding=MARTIN,
        opened_at=at(14),
        closed_at=at(15, 45),
        quorum_at=at(14, 5),
        attendance=(),
        quorum=None,
        items=(),
        next_meeting_on=None,
        journal_head="0" * 64,
        journal_lines=0,
    )


@pytest.fixture
def written(record):
    return replace(record, draft=replace(record.draft, kind=MeetingKind.WRITTEN))


class TestHours:
    def test_the_day_of_the_meeting_is_not_named(self):
        told = (HOURS.at(at(14, 30)), HOURS.since(at(14, 30)), HOURS.until(at(14, 30)))
        assert [plain(each) for each in told] == [
            "à 14 h 30",
            "à partir de 14 h 30",
            "jusqu’à 14 h 30",
        ]

    def test_another_day_is(self):
        told = (HOURS.at(at(9, day=26)), HOURS.since(at(9, day=26)), HOURS.until(at(9, day=26)))
        assert [plain(each) for each in told] == [
            "le 26 mars 2026 à 9 h",
            "à partir du 26 mars 2026 à 9 h",
            "jusqu’au 26 mars 2026 à 9 h",
        ]


class TestTheMeeting:
    def test_its_kind_is_named(self, record, written):
        assert minutes_meeting.kind_title(record) == "Séance du 24 mars 2026"
        assert minutes_meeting.kind_title(written) == "Consultation écrite du 24 mars 2026"

    def test_a_version_is_named_from_the_second_on(self, record):
        assert minutes_meeting.paper_title(record) == "Procès-verbal CA-2026-01"
        second = replace(record, version=2)
        assert plain(minutes_meeting.paper_title(second)) == "Procès-verbal CA-2026-01, version 2"

    def test_a_draft_says_why(self, record, written):
        assert minutes_meeting.draft_reason(record) == ""
        assert minutes_meeting.draft_reason(replace(record, state=MeetingState.APPROVED)) == ""
        assert (
            minutes_meeting.draft_reason(replace(record, state=MeetingState.OPEN))
            == "séance non levée"
        )
        assert (
            minutes_meeting.draft_reason(replace(written, state=MeetingState.OPEN))
            == "consultation non close"
        )

    def test_each_version_says_what_it_follows_from(self, record, written):
        opened = (
            MeetingEvent(MeetingEventKind.REOPENED, at(16, 10), reason="Erreur\nde saisie."),
            MeetingEvent(MeetingEventKind.REOPENED, at(9, day=25)),
        )
        told = minutes_meeting.version_sentences(replace(record, reopenings=opened))
        assert [plain(each) for each in told] == [
            "Version 2 : séance rouverte à 16 h 10. Motif : Erreur de saisie.",
            "Version 3 : séance rouverte le 25 mars 2026 à 9 h.",
        ]
        (one,) = minutes_meeting.version_sentences(replace(written, reopenings=opened[:1]))
        assert "consultation rouverte" in one

    def test_a_meeting_without_a_line_of_sending_is_called_and_no_more(self):
        sent = MinutesNotice(at(9, 5, day=12))
        assert minutes_meeting.notice_text(MinutesNotice(), HOURS) == ""
        assert plain(minutes_meeting.notice_text(sent, HOURS)) == (
            "Séance convoquée le 12 mars 2026 à 9 h 05, avec l’ordre du jour."
        )
        urgent = replace(sent, is_urgent=True)
        assert plain(minutes_meeting.notice_text(urgent, HOURS, is_written=True)) == (
            "Consultation écrite convoquée en urgence le 12 mars 2026 à 9 h 05, avec l’ordre du jour."
        )

    def test_the_register_says_how_the_notice_was_sent(self):
        day = date(2026, 3, 12)
        mail = MinutesSending(PaperKind.NOTICE, SendingMeans.MAIL, day, day, 15)
        letter = MinutesSending(PaperKind.NOTICE, SendingMeans.LETTER, day, day, 2)
        pack = MinutesSending(PaperKind.PACK, SendingMeans.MAIL, day, day, 17)
        sent = MinutesNotice(at(9, 5, day=12), sendings=(mail, letter, pack))
        assert plain(minutes_meeting.notice_text(sent, HOURS)) == (
            "Envoyée par courriel, le 12 mars 2026, à 15 personnes ; par lettre, le 12 mars 2026, "
            "à 2 personnes, avec l’ordre du jour."
        )
        assert plain(minutes_meeting.sendings_text(sent)) == (
            "Dossier de séance par courriel, le 12 mars 2026, à 17 personnes."
        )

    def test_a_second_notice_names_the_first_meeting(self):
        told = minutes_meeting.second_notice_text
        assert told(MinutesNotice()) == ""
        assert plain(told(MinutesNotice(first_number="CA-2026-01", first_held_on=DAY))) == (
            "Faute de quorum à la séance CA-2026-01 du 24 mars 2026 : "
            "le quorum n’est pas requis pour les dossiers reconvoqués."
        )
        assert "CA-2026-01\u00a0:" in told(MinutesNotice(first_number="CA-2026-01"))

    def test_suspensions_are_told_with_their_hours(self):
        suspended = MeetingEvent(MeetingEventKind.SUSPENDED, at(15, 2), at(15, 15), "Pause")
        told = minutes_meeting.meeting_event_sentence
        assert plain(told(suspended, HOURS)) == (
            "La séance est suspendue à 15 h 02, reprise prévue à 15 h 15. Motif : Pause."
        )
        bare = replace(suspended, until=None, reason="")
        assert plain(told(bare, HOURS, is_written=True)) == (
            "La consultation est suspendue à 15 h 02."
        )
        resumed = replace(bare, kind=MeetingEventKind.RESUMED)
        assert plain(told(resumed, HOURS)) == "La séance reprend à 15 h 02."
        reopened = replace(bare, kind=MeetingEventKind.REOPENED)
        assert plain(told(reopened, HOURS)) == "La séance est rouverte à 15 h 02."
        assert told(replace(bare, kind=MeetingEventKind.CLOSED), HOURS) == ""

    def test_what_happens_on_another_day_is_dated(self):
        told = minutes_meeting.course_text
        assert told(MinutesEvent(at(15), "Il pleut."), HOURS) == "Il pleut."
        later = told(MinutesEvent(at(15, day=26), "Il pleut."), HOURS)
        assert plain(later) == "Le 26 mars 2026 : Il pleut."

    def test_a_quorum_in_writing_counts_answers(self):
        told = minutes_meeting.quorum_text
        assert told(QUORUM) == "8 sur 17."
        assert plain(told(QUORUM, is_written=True)) == (
            "17 membres en exercice, quorum 9 ; 8 réponses : non atteint."
        )
        assert told(replace(QUORUM, is_reached=True), is_written=True).endswith("\u00a0: atteint.")

    def test_a_quorum_is_lost_and_found_again(self):
        told = minutes_meeting.quorum_turn_sentence
        assert plain(told(QUORUM)) == (
            "Le quorum n’est plus atteint : 8 membres comptés, 9 requis."
        )
        assert "est de nouveau atteint" in told(replace(QUORUM, is_reached=True))

    def test_the_end_is_told(self, record, written):
        told = minutes_meeting.closing_sentence
        assert plain(told(record)) == "Séance levée à 15 h 45."
        assert plain(told(written)) == "Consultation close à 15 h 45."
        assert told(replace(record, closed_at=None)) == "Séance en cours."
        assert told(replace(written, closed_at=None)) == "Consultation en cours."
        lost = replace(record, lost_quorum=QUORUM, lost_reason="Grève des trains")
        assert plain(told(lost)) == (
            "Séance levée à 15 h 45 faute de quorum. Motif : Grève des trains."
        )

    def test_decisions_in_writing_are_to_be_ratified(self):
        assert "ratification" in minutes_meeting.ratification_sentence()


class TestPeople:
    @pytest.mark.parametrize(
        ("kind", "members", "is_written", "title"),
        [
            (AttendanceKind.EXCUSED, (MARTIN, PERRIN), False, "Excusées (2)"),
            (AttendanceKind.EXCUSED, (MARTIN, WEISS), False, "Excusés (2)"),
            (AttendanceKind.PRESENT, (MARTIN,), False, "Présente (1)"),
            (AttendanceKind.REMOTE, (MARTIN, WEISS), False, "À distance (2)"),
            (AttendanceKind.REMOTE, (MARTIN, WEISS), True, "Ont répondu par écrit (2)"),
            (AttendanceKind.REMOTE, (MARTIN,), True, "A répondu par écrit (1)"),
            (AttendanceKind.ABSENT, (MARTIN,), True, "N’a pas répondu (1)"),
            (AttendanceKind.ABSENT, (MARTIN, WEISS), True, "N’ont pas répondu (2)"),
            (AttendanceKind.EXCUSED, (MARTIN,), True, "Excusée (1)"),
        ],
    )
    def test_groups_agree_in_gender_and_number(self, kind, members, is_written, title):
        sheets = tuple(each.sheet for each in members)
        assert minutes_people.attendance_title(kind, sheets, is_written=is_written) == title

    @pytest.mark.parametrize(
        ("member", "listed", "stays", "note"),
        [
            (MARTIN, "present", (("present", None, None),), ""),
            (MARTIN, "represented", (("represented", None, WEISS),), "pouvoir à M. Weiß"),
            (WEISS, "substituted", (("substituted", None, PERRIN),), "par Mme Perrin"),
            (PERRIN, "present", (("present", None, WEISS),), "à la place de M. Weiß"),
            (
                MARTIN,
                "present",
                (("excused", None, None), ("present", 40, None)),
                "à partir de 14 h 40",
            ),
            (
                MARTIN,
                "present",
                (("represented", None, WEISS), ("present", 32, None)),
                "d’abord représentée, pouvoir à M. Weiß ; présente à partir de 14 h 32",
            ),
            (
                WEISS,
                "present",
                (("present", None, None), ("excused", 50, None)),
                "excusé à partir de 14 h 50",
            ),
            (
                MARTIN,
                "present",
                (("present", None, None), ("departed", 20, None), ("present", 30, None)),
                "partie à 14 h 20 ; de nouveau présente à partir de 14 h 30",
            ),
            (
                WEISS,
                "present",
                (("present", None, None), ("departed", 20, None)),
                "parti à 14 h 20",
            ),
            (
                MARTIN,
                "present",
                (("present", None, None), ("represented", 20, WEISS)),
                "représentée à partir de 14 h 20, pouvoir à M. Weiß",
            ),
        ],
    )
    def test_every_change_is_told_with_its_hour(self, member, listed, stays, note):
        told = tuple(
            MinutesStay(AttendanceKind(kind), None if minute is None else at(14, minute), other)
            for kind, minute, other in stays
        )
        attendance = MinutesAttendance(member, AttendanceKind(listed), None, told)
        assert plain(minutes_people.attendance_note(attendance, HOURS)) == note

    def test_a_late_answer_in_writing_has_its_day(self):
        stays = (
            MinutesStay(AttendanceKind.ABSENT, None),
            MinutesStay(AttendanceKind.REMOTE, at(9, day=26)),
        )
        attendance = MinutesAttendance(MARTIN, AttendanceKind.REMOTE, None, stays)
        told = minutes_people.attendance_note(attendance, HOURS, is_written=True)
        assert plain(told) == "le 26 mars 2026 à 9 h"
        roll = replace(attendance, stays=stays[:1])
        assert minutes_people.attendance_note(roll, HOURS, is_written=True) == ""

    def test_a_proxy_says_how_long_it_was_on_record(self):
        proxy = MinutesProxy(MARTIN, WEISS)
        assert minutes_people.proxy_effect(proxy, HOURS) == "dès l’appel"
        given = replace(proxy, since=at(15, 10), until=at(15, 40))
        assert plain(minutes_people.proxy_effect(given, HOURS)) == (
            "à partir de 15 h 10, jusqu’à 15 h 40"
        )

    @pytest.mark.parametrize(
        ("stage", "sentence"),
        [
            (
                RecusalStage.BEFORE,
                (
                    "Mme Martin ne prend part ni à la délibération ni au vote "
                    "(déport déclaré à 14 h 22) : Banque."
                ),
            ),
            (
                RecusalStage.DURING,
                (
                    "Mme Martin déclare un déport à 14 h 22, pendant le vote, "
                    "et n’y prend plus part : Banque."
                ),
            ),
            (
                RecusalStage.AFTER,
                (
                    "Mme Martin déclare un déport à 14 h 22, après la proclamation du résultat : "
                    "Banque."
                ),
            ),
        ],
    )
    def test_a_recusal_says_when_it_was_declared(self, stage, sentence):
        recusal = MinutesRecusal(MARTIN, "Banque", at(14, 22), stage)
        assert plain(minutes_people.recusal_sentence(recusal, HOURS)) == sentence

    def test_the_proxies_of_who_steps_aside_do_not_vote_either(self):
        recusal = MinutesRecusal(WEISS, "Banque", at(14, 22), givers=(PERRIN,))
        assert plain(minutes_people.recusal_sentence(recusal, HOURS)).endswith(
            ": Banque. Le pouvoir de Mme Perrin, dont M. Weiß est porteur, ne vote pas sur ce "
            "dossier."
        )
        several = replace(recusal, member=MARTIN, stage=RecusalStage.DURING, givers=(PERRIN, ROUX))
        assert plain(minutes_people.recusal_sentence(several, HOURS)).endswith(
            ": Banque. Les pouvoirs de Mme Perrin et de M. Roux, dont Mme Martin est porteuse, "
            "ne votent plus sur ce dossier."
        )

    def test_a_recusal_may_have_no_reason(self):
        recusal = MinutesRecusal(MARTIN, " ", at(14, 22))
        assert plain(minutes_people.recusal_sentence(recusal, HOURS)).endswith("à 14 h 22).")


class TestTheAgenda:
    def test_what_is_unusual_in_a_place_is_told(self):
        notes = minutes_agenda.place_notes
        assert list(notes(MinutesPlace(1, 1), RULES)) == []
        odd = MinutesPlace(1, 4, is_late=True, is_moved=True, is_carried_over=True)
        assert list(notes(odd, RULES)) == [
            "reconvoqué, quorum non requis",
            "ajouté avec l’accord unanime des présents",
            "reporté en fin d’ordre du jour",
        ]
        by_majority = replace(RULES, late_items=LateItemRule.MAJORITY)
        assert "ajouté avec l’accord de la majorité des présents" in notes(odd, by_majority)

    @pytest.mark.parametrize(
        ("kind", "conclusion", "sentence"),
        [
            (ItemKind.MINUTES_APPROVAL, "adopted", "Le procès-verbal est approuvé."),
            (ItemKind.RATIFICATION, "rejected", "La consultation écrite n’est pas ratifiée."),
            (ItemKind.INFORMATION, "noted", "Il en est pris acte."),
            (ItemKind.CONDITIONS, "postponed", "Ce point est reporté."),
        ],
    )
    def test_a_standing_point_says_how_it_ended(self, kind, conclusion, sentence):
        assert minutes_agenda.conclusion_sentence(kind, ItemConclusion(conclusion)) == sentence

    def test_a_point_without_conclusion_says_so(self):
        told = minutes_agenda.conclusion_sentence
        assert told(ItemKind.INFORMATION, None) == "Ce point n’est pas conclu."
        assert "faute de quorum" in told(ItemKind.INFORMATION, None, is_over=True)

    def test_a_condition_says_what_became_of_it(self):
        condition = Condition("Accord", ConditionKind.PRECEDENT)
        met = MinutesCondition("2026-D001", "Aubry", condition, ConditionEventKind.MET)
        told = minutes_agenda.condition_event_text
        assert told(met) == "Levée"
        extended = replace(
            met, kind=ConditionEventKind.EXTENDED, until=date(2026, 6, 24), note="devis attendu."
        )
        assert plain(told(extended)) == "Prolongée jusqu’au 24 juin 2026 : devis attendu"


class TestBallots:
    def ballot(self, votes_for=8, against=0, abstaining=0, **changes):
        counts = Counts(votes_for, against, abstaining)
        result = tally(counts, Majority(), voters=votes_for + against + abstaining, complete=True)
        made = MinutesBallot(
            BallotForm.NAMED, MARTIN, QUORUM, at(14, 40), at(14, 44), result=result, sentence="Dit."
        )
        return replace(made, **changes)

    def test_each_ballot_says_what_it_asks(self):
        one = self.ballot()
        titles = minutes_ballots.ballot_title
        assert titles((one,), 0) == "Vote"
        several = (
            one,
            replace(one, motion=Motion("", 10_000_00), answers=1),
            replace(one, motion=Motion("Sans les jours."), answers=2),
            replace(one, motion=Motion("", 5_000_00)),
            one,
        )
        assert [plain(titles(several, number)) for number in range(5)] == [
            "Vote n° 1",
            "Vote n° 2 : contre-proposition à 10 000 €",
            "Vote n° 3 : contre-proposition, Sans les jours",
            "Vote n° 4 : proposition à 5 000 €",
            "Vote n° 5 : nouveau vote sur le dossier",
        ]

    def test_an_answer_names_the_ballot_before(self):
        rejected, answer = self.ballot(1, 5), self.ballot(answers=1)
        told = minutes_ballots.answered_text
        assert told((rejected,), rejected) == ""
        assert plain(told((rejected, answer), answer)) == "Vote n° 1, rejeté"
        unknown = replace(rejected, result=None)
        assert plain(told((unknown, answer), answer)) == "Vote n° 1"

    def test_the_form_has_the_hours_of_the_ballot(self):
        told = minutes_ballots.form_text
        assert plain(told(self.ballot(), HOURS)) == (
            "Vote nominatif, ouvert à 14 h 40, clos à 14 h 44"
        )
        assert "clos" not in told(self.ballot(closed_at=None), HOURS)

    def test_the_papers_are_counted(self):
        protocol = CountProtocol(Counts(10, 1), 12, 1, 0, ("Anne Roux", "Jean Petit"))
        assert minutes_ballots.protocol_text(protocol) == (
            "12 bulletins trouvés dans l’urne, 1 blanc, aucun nul"
        )
        assert minutes_ballots.scrutineers_text(protocol) == "Anne Roux et Jean Petit"
        assert minutes_ballots.protocol_text(None) == ""
        assert minutes_ballots.protocol_text(CountProtocol(Counts(1, 0))) == ""
        assert minutes_ballots.scrutineers_text(None) == ""

    def test_nobody_votes_in_a_consensus(self):
        agreed = self.ballot(form=BallotForm.CONSENSUS)
        assert minutes_ballots.result_text(agreed) == "Adopté par consensus, sans opposition."
        assert minutes_ballots.result_text(self.ballot()) == "Dit."
        assert minutes_ballots.result_text(replace(agreed, result=None, sentence="")) == ""
        assert minutes_ballots.result_text(self.ballot(1, 5, form=BallotForm.CONSENSUS)) == "Dit."

    def test_the_casting_vote_names_who_has_it(self):
        ballot = self.ballot()
        told = minutes_ballots.casting_text
        assert (told(ballot), told(replace(ballot, result=None))) == ("", "")
        used = replace(ballot, result=replace(ballot.result, by_casting_vote=True))
        assert plain(told(used)) == (
            "Mme Martin, qui préside, a voix prépondérante : elle départage pour."
        )
        left = replace(ballot, result=replace(ballot.result, casting_declined=True))
        assert plain(told(left)) == "Mme Martin a voix prépondérante et ne tranche pas."

    @pytest.mark.parametrize(
        ("presiding", "sentence"),
        [
            (MARTIN, "Mme Martin, qui préside et s’était abstenue, a voix prépondérante : elle"),
            (WEISS, "M. Weiß, qui préside et s’était abstenu, a voix prépondérante : il"),
        ],
    )
    def test_who_abstained_and_then_settles_a_tie_is_told_so(self, presiding, sentence):
        vote = MinutesVote(presiding, VoteChoice.ABSTENTION)
        tied = self.ballot(1, 5, presiding=presiding, votes=(vote,))
        settled = replace(tied, result=replace(tied.result, by_casting_vote=True))
        assert plain(minutes_ballots.casting_text(settled)) == f"{sentence} départage contre."

    def test_minorities_are_named_by_gender_and_number(self):
        votes = (
            MinutesVote(MARTIN, VoteChoice.FOR),
            MinutesVote(WEISS, VoteChoice.AGAINST),
            MinutesVote(PERRIN, VoteChoice.ABSTENTION, MARTIN),
        )
        assert [plain(each) for each in minutes_ballots.minority_sentences(votes)] == [
            "A voté contre : M. Weiß.",
            "S’est abstenue : Mme Perrin (pouvoir à Mme Martin).",
        ]
        heavy = (
            MinutesVote(ROUX, VoteChoice.AGAINST),
            MinutesVote(WEISS, VoteChoice.AGAINST),
        )
        assert [plain(each) for each in minutes_ballots.minority_sentences(heavy)] == [
            "Ont voté contre : M. Roux (2,5 voix) et M. Weiß."
        ]
        silent = tuple(
            MinutesVote(each, VoteChoice.ABSTENTION) for each in (MARTIN, person(5, "Roux E."))
        )
        assert [plain(each) for each in minutes_ballots.minority_sentences(silent)] == [
            "Se sont abstenues : Mme Martin et Mme Roux E."
        ]

    def told_correction(self, *moved, names_minorities_only=True, **more):
        correction = MinutesCorrection(
            at(15, 2), "Bulletin mal lu", "7 pour : adopté.", moved=moved, **more
        )
        return plain(
            minutes_ballots.correction_sentence(
                correction, HOURS, MARTIN, names_minorities_only=names_minorities_only
            )
        )

    def test_a_correction_keeps_what_it_replaced(self):
        assert self.told_correction() == (
            "Résultat corrigé à 15 h 02, après la proclamation. Motif : Bulletin mal lu. "
            "Résultat remplacé : « 7 pour : adopté. »"
        )

    def test_the_casting_vote_of_a_replaced_result_is_named(self):
        assert self.told_correction(by_casting_vote=True).endswith(
            "« 7 pour : adopté. » La voix prépondérante était celle de Mme Martin."
        )

    def test_a_correction_names_the_answers_that_the_rules_name(self):
        against, abstention = VoteChoice.AGAINST, VoteChoice.ABSTENTION
        moved = (
            MovedVote(WEISS, VoteChoice.FOR, against),
            MovedVote(ROUX, None, abstention),
            MovedVote(PERRIN, against, None),
        )
        assert (
            " Réponse de M. Weiß : « contre », au lieu de « pour ». Réponse de M. Roux : "
            "« abstention », au lieu de « sans réponse ». La réponse de Mme Perrin n’est plus "
            "comptée. "
        ) in self.told_correction(*moved)

    def test_it_counts_those_that_the_rules_do_not_name(self):
        moved = (
            MovedVote(WEISS, VoteChoice.AGAINST, VoteChoice.FOR),
            MovedVote(ROUX, VoteChoice.AGAINST, VoteChoice.FOR),
        )
        short = self.told_correction(*moved)
        assert " 2 réponses passent de « contre » à « pour ». " in short
        assert "Weiß" not in short
        assert " Une réponse passe de « contre » à « pour ». " in self.told_correction(moved[0])
        whole = self.told_correction(moved[0], names_minorities_only=False)
        assert " Réponse de M. Weiß : « pour », au lieu de « contre ». " in whole

    def test_a_result_to_examine_again_is_flagged(self):
        told = minutes_ballots.reexamination_text
        flagged = self.ballot(must_be_reexamined=True)
        assert told(self.ballot(), is_last=True) == ""
        assert told(flagged, is_last=True).endswith("ce résultat est à réexaminer.")
        assert told(flagged, is_last=False).endswith("un nouveau vote suit.")


def test_words_of_others_end_as_sentences_do():
    assert (ended("Pause"), ended("Pause\n !"), ended("Roux E.")) == (
        "Pause.",
        "Pause !",
        "Roux E.",
    )
    assert unended(" Pause. ") == "Pause"
    assert ended("À\n15\u00a0h") == "À 15\u00a0h."


def test_no_break_spaces_stay_in_the_sentences():
    against = MinutesVote(WEISS, VoteChoice.AGAINST, MARTIN)
    assert list(minutes_ballots.minority_sentences((against,))) == [
        "A voté contre\u00a0: M.\u00a0Weiß (pouvoir à Mme\u00a0Martin)."
    ]
    recusal = MinutesRecusal(MARTIN, "Lien", at(14, 22))
    told = minutes_people.recusal_sentence(recusal, HOURS)
    assert told.startswith("Mme\u00a0Martin ne prend")
    assert "14\u00a0h\u00a022)\u00a0: Lien." in told
