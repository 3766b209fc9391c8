"""Sentences of the papers of a meeting: notice, attendance sheet, forms, conductor."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    Civility,
    ItemKind,
    ItemStep,
    MajorityBase,
    MajorityKind,
    MeetingKind,
    MeetingState,
    MemberCollege,
    MemberOffice,
    PaperKind,
)
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.dossiers import CompanyDetails, DossierSheet
from alize_desktop.models.records.meeting_papers import (
    MeetingPapersRecord,
    PaperPoint,
    PaperRecusal,
    PaperSeat,
)
from alize_desktop.models.records.meetings import AgendaLine, MeetingDraft, MeetingRow
from alize_desktop.models.records.minutes_parts import MinutesNotice
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.people import Member, MemberSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.rules import (
    CollegeMinimum,
    CommitteeRules,
    Majority,
    QuorumRule,
)
from alize_desktop.models.values import ZERO, Money, Share
from alize_desktop.wording import (
    attendance_sheet,
    bodies,
    conductor,
    fallback_papers,
    meeting_papers,
    notices,
    sendings,
)
from alize_desktop.wording.notice_letters import notice_letter, notice_mail

MME, M = Civility.MADAME, Civility.MONSIEUR
TODAY = date(2026, 3, 2)


def member(seat, civility, last, office=MemberOffice.MEMBER, weight=1):
    sheet = MemberSheet(
        civility, "Anne", last, "Maison", MemberCollege.BANK, office, Decimal(weight)
    )
    return Member(UUID(int=seat), seat, sheet)


CHAIR = member(1, MME, "Martin", MemberOffice.CHAIR)
VICE = member(2, M, "Weiß", MemberOffice.VICE_CHAIR)
PLAIN = member(3, M, "Roux")
WOMAN = member(4, MME, "Perrin")
ALTERNATE = member(5, MME, "Suppléante", MemberOffice.ALTERNATE, 0)
GUEST = member(6, MME, "Invitée", MemberOffice.GUEST, 0)
MAN_GUEST = member(7, M, "Invité", MemberOffice.GUEST, 0)


def line(**more):
    usual = AgendaLine(
        id=UUID(int=100),
        position=1,
        dossier_id=UUID(int=200),
        number="2026-001",
        company="Fonderie",
        town="Toul",
        requested_amount=Money(12_000_00),
        days=3,
        jobs_created=4,
        step=ItemStep.PENDING,
        outcome=None,
        recused=(),
    )
    return replace(usual, **more)


SHEET = DossierSheet("2026-001", CompanyDetails("Fonderie", "732829320"), date(2026, 2, 2))
DOSSIER = PaperPoint(line(), SHEET, required=9, voters=17, presiding=CHAIR)
STANDING = PaperPoint(line(dossier_id=None, company="Suivi", kind=ItemKind.CONDITIONS))
PROPOSED = PaperRecusal(VICE, "sa banque prête", is_declared=False)
DECLARED = PaperRecusal(PLAIN, "", is_declared=True)


@pytest.fixture
def record():
    draft = MeetingDraft(date(2026, 3, 24), time(14, 30), "salle des Ducs", None, "Mme Perrin")
    return MeetingPapersRecord(
        row=MeetingRow(UUID(int=500), "CA-2026-01", draft, MeetingState.CONVENED, 1, 0),
        programme=Programme("Côte-d’Or", "Chambre"),
        rules=CommitteeRules(),
        rules_name="Règlement intérieur",
        body="comité d’agrément",
        presiding=CHAIR,
        seats=(PaperSeat(CHAIR), PaperSeat(VICE), PaperSeat(PLAIN), PaperSeat(WOMAN, ALTERNATE)),
        guests=(GUEST,),
        points=(DOSSIER,),
        quorum=QuorumState(17, 9, 3, is_reached=False, sentence="Quorum prévu."),
        journal_head="0" * 64,
        journal_lines=1,
    )


def drafted(record, **changes):
    draft = replace(record.row.draft, **changes)
    return replace(record, row=replace(record.row, draft=draft))


def ruled(record, **changes):
    return replace(record, rules=replace(record.rules, **changes))


@pytest.fixture
def written(record):
    return drafted(record, kind=MeetingKind.WRITTEN, replies_by=date(2026, 3, 31), place="")


@pytest.fixture
def second(record):
    again = drafted(record, second_notice_of=UUID(int=9))
    return replace(again, notice=MinutesNotice(None, False, "CA-2026-00", date(2026, 3, 3)))


class TestBodies:
    @pytest.mark.parametrize(
        ("name", "is_feminine"),
        [
            ("comité d’agrément", False),
            ("Commission d’agrément", True),
            ("Assemblée", True),
            ("bureau", False),
        ],
    )
    def test_the_first_word_gives_the_gender(self, name, is_feminine):
        assert bodies.is_feminine_body(name) is is_feminine

    @pytest.mark.parametrize(
        ("name", "is_feminine", "the", "of_the"),
        [
            ("Comité d’agrément", False, "le comité d’agrément", "du comité d’agrément"),
            ("commission", True, "la commission", "de la commission"),
            ("assemblée", True, "l’assemblée", "de l’assemblée"),
            ("  ", False, "le comité", "du comité"),
            ("CODIR", False, "le CODIR", "du CODIR"),
            ("X", False, "le x", "du x"),
        ],
    )
    def test_it_takes_its_article(self, name, is_feminine, the, of_the):
        assert bodies.the_body(name, is_feminine=is_feminine) == the
        assert bodies.of_the_body(name, is_feminine=is_feminine) == of_the


class TestTitles:
    def test_a_meeting_and_a_consultation(self, record, written):
        assert meeting_papers.kind_title(record) == "Séance du 24 mars 2026"
        assert meeting_papers.kind_title(written) == "Consultation écrite du 24 mars 2026"
        assert (
            meeting_papers.title_of(PaperKind.ATTENDANCE_SHEET, record)
            == "Feuille de présence CA-2026-01"
        )

    def test_the_meeting_in_one_line(self, record, written):
        assert (
            meeting_papers.meeting_line(record)
            == "Séance du mardi 24 mars 2026, 14 h 30, salle des Ducs"
        )
        assert meeting_papers.meeting_line(drafted(record, place=" ")).endswith("14 h 30")
        assert (
            meeting_papers.meeting_line(written)
            == "Consultation écrite du mardi 24 mars 2026, réponses jusqu’au 31 mars 2026"
        )
        assert meeting_papers.meeting_line(drafted(written, replies_by=None)).endswith("2026")

    def test_people_with_their_office(self):
        assert meeting_papers.named_with_office(CHAIR) == "Mme Anne Martin, présidente"
        assert meeting_papers.named_with_office(PLAIN) == "M. Anne Roux"
        assert meeting_papers.officer_title("Mme Roussel") == "Rapporteure"
        assert meeting_papers.officer_title("M. Garnier") == "Rapporteur"


class TestSeats:
    @pytest.mark.parametrize(
        ("seat", "is_called", "note"),
        [
            (PaperSeat(PLAIN), True, ""),
            (PaperSeat(PLAIN, None, AttendanceKind.PRESENT), False, ""),
            (PaperSeat(PLAIN, None, AttendanceKind.PRESENT), True, "présent"),
            (PaperSeat(WOMAN, None, AttendanceKind.EXCUSED), False, "annoncée excusée"),
            (PaperSeat(PLAIN, None, AttendanceKind.REMOTE), False, "annoncé à distance"),
            (
                PaperSeat(PLAIN, None, AttendanceKind.REPRESENTED, WOMAN),
                False,
                "pouvoir à Mme Anne Perrin",
            ),
            (
                PaperSeat(WOMAN, ALTERNATE, AttendanceKind.SUBSTITUTED),
                True,
                "suppléée par Mme Anne Suppléante",
            ),
        ],
    )
    def test_where_a_seat_stands(self, seat, is_called, note):
        assert meeting_papers.seat_note(seat, (seat,), is_called=is_called) == note

    def test_who_holds_a_proxy(self):
        giver = PaperSeat(PLAIN, None, AttendanceKind.REPRESENTED, WOMAN)
        holder = PaperSeat(WOMAN, None, AttendanceKind.PRESENT)
        note = meeting_papers.seat_note(holder, (giver, holder), is_called=True)
        assert note == "présente ; porte le pouvoir de M. Anne Roux"

    def test_recusals(self):
        assert (
            meeting_papers.recusal_text(PROPOSED)
            == "M. Anne Weiß, déport à confirmer : sa banque prête"
        )
        assert meeting_papers.recusal_text(DECLARED) == "M. Anne Roux, déport déclaré"


class TestPoints:
    def test_titles(self):
        assert meeting_papers.point_title(DOSSIER) == "1. Dossier 2026-001, Fonderie"
        assert meeting_papers.point_title(STANDING) == "1. Suivi"

    @pytest.mark.parametrize(
        ("amount", "days", "text"),
        [
            (Money(12_000_00), 3, "avance de 12 000 €, 3 jours de compétences"),
            (ZERO, 1, "1 jour de compétences"),
            (ZERO, 0, "sans avance ni jours de compétences"),
        ],
    )
    def test_what_is_asked(self, amount, days, text):
        point = replace(DOSSIER, line=line(requested_amount=amount, days=days))
        assert meeting_papers.request_text(point) == text
        assert meeting_papers.request_text(STANDING) == ""

    def test_the_agenda(self):
        again = replace(DOSSIER, line=line(is_carried_over=True, town=""))
        assert (
            meeting_papers.agenda_text(again)
            == "Dossier 2026-001 : Fonderie (avance de 12 000 €, 3 jours de compétences), reconvoqué"
        )
        assert meeting_papers.agenda_text(replace(STANDING, line=line(town=""))) == "Fonderie"


class TestTheAttendanceSheet:
    def test_its_words(self, record, written):
        assert attendance_sheet.seats_title(record) == "Membres à voix délibérative (4 sièges)"
        assert attendance_sheet.guests_title(0) == "Invités sans voix délibérative"
        assert attendance_sheet.guests_title(2) == "Invités sans voix délibérative (2)"
        assert (
            attendance_sheet.alternate_note(ALTERNATE, WOMAN)
            == "Suppléante de Mme Anne Perrin, ne siège qu’en son absence"
        )
        assert attendance_sheet.certified_text(record).startswith("Feuille arrêtée à la levée")
        assert "à la clôture de la consultation" in attendance_sheet.certified_text(written)

    def test_who_signs(self, record, written):
        man, nobody = replace(record, presiding=VICE), replace(record, presiding=None)
        assert attendance_sheet.presiding_capacity(record) == "Présidente de séance"
        assert attendance_sheet.presiding_capacity(man) == "Président de séance"
        assert attendance_sheet.presiding_capacity(nobody) == "Présidence de séance"
        assert attendance_sheet.presiding_capacity(written) == "Présidente"
        assert attendance_sheet.secretary_capacity(record) == "Secrétaire de séance"
        assert attendance_sheet.secretary_capacity(written) == "Secrétaire"


class TestForms:
    def test_how_many_ballots(self):
        one = replace(DOSSIER, voters=1)
        assert (
            fallback_papers.printed_text(DOSSIER, is_called=True)
            == "17 bulletins imprimés, un par votant."
        )
        assert fallback_papers.printed_text(one, is_called=False).startswith(
            "1 bulletin imprimé, un par siège"
        )

    def test_the_quorum_to_reach(self, record, written):
        without = ruled(record, quorum=QuorumRule(counts_proxies=False))
        assert (
            fallback_papers.quorum_to_reach(record)
            == "Quorum à atteindre : 9 membres sur 17 sièges, pouvoirs compris."
        )
        assert fallback_papers.quorum_to_reach(without).endswith("hors pouvoirs.")
        assert fallback_papers.quorum_to_reach(written).endswith("17 sièges.")
        assert (
            fallback_papers.dossier_quorum(DOSSIER)
            == "Quorum du dossier : 9 membres ; comptés au moment du vote : ……"
        )

    @pytest.mark.parametrize(
        ("seat", "note"),
        [
            (PaperSeat(VICE), "déport à confirmer"),
            (PaperSeat(PLAIN), "déport déclaré"),
            (PaperSeat(CHAIR), ""),
            (
                PaperSeat(CHAIR, None, AttendanceKind.REPRESENTED, WOMAN),
                "pouvoir à Mme Anne Perrin",
            ),
            (PaperSeat(WOMAN, ALTERNATE, AttendanceKind.SUBSTITUTED), "par Mme Anne Suppléante"),
        ],
    )
    def test_what_is_noted_beside_a_voter(self, seat, note):
        point = replace(DOSSIER, recusals=(PROPOSED, DECLARED))
        assert fallback_papers.vote_note(seat, point) == note

    @pytest.mark.parametrize(
        ("majority", "text"),
        [
            (Majority(), "Majorité absolue, comptée sur les suffrages exprimés."),
            (
                Majority(MajorityKind.AT_LEAST, MajorityBase.IN_OFFICE, Share(2, 3)),
                "Majorité des deux tiers, comptée sur les voix des membres en exercice.",
            ),
        ],
    )
    def test_what_adopts(self, majority, text):
        assert fallback_papers.majority_line(majority) == text

    def test_months(self):
        assert fallback_papers.months_text(48) == "48 mois"
        assert fallback_papers.months_text(0) == "—"


class TestTheConductor:
    def test_the_opening(self, record, written):
        assert conductor.opening_speech(record).endswith("Mme Perrin en assure le secrétariat.")
        assert conductor.opening_speech(drafted(record, secretary="")).endswith("d’agrément.")
        assert "Chaque membre répond" in conductor.opening_speech(written)

    def test_the_quorum(self, record, written, second):
        assert "…… présents et …… représentés" in conductor.quorum_speech(record)
        assert "…… réponses reçues" in conductor.quorum_speech(written)
        assert "au moins 5 jours francs plus tard" in conductor.without_quorum(record)
        assert "reconvoqués" in conductor.without_quorum(second)
        assert "close sans décision" in conductor.without_quorum(written)
        assert [name for name, _ in conductor.quorum_facts(record)] == [
            "À atteindre",
            "Décompte",
            "Sinon",
        ]

    @pytest.mark.parametrize("kind", [each for each in ItemKind if each is not ItemKind.DOSSIER])
    def test_each_standing_point_has_its_words(self, kind):
        assert conductor.standing_speech(replace(STANDING, line=line(kind=kind)))

    def test_a_dossier(self, record, written):
        called = replace(DOSSIER, recusals=(PROPOSED, DECLARED))
        assert conductor.dossier_speech(DOSSIER, record).endswith("se déporter ?")
        speech = conductor.dossier_speech(called, record)
        assert "M. Anne Weiß et M. Anne Roux, confirmez-vous" in speech
        assert speech.endswith("quittent la salle.")
        assert not conductor.dossier_speech(called, written).endswith("la salle.")
        assert conductor.floor_speech(" ") == "La parole est à qui rapporte le dossier."
        assert "majorité" in conductor.proclamation_speech().lower()

    @pytest.mark.parametrize("form", BallotForm)
    def test_each_form_of_vote_has_its_words(self, record, written, form):
        assert conductor.vote_speech(ruled(record, ballot_form=form)).startswith("Je mets aux voix")
        assert "réponses écrites" in conductor.vote_speech(ruled(written, ballot_form=form))

    def test_who_presides_a_dossier(self, record):
        vice, nobody = replace(DOSSIER, presiding=VICE), replace(DOSSIER, presiding=None)
        assert conductor.presiding_fact(DOSSIER, record) == ""
        assert conductor.presiding_fact(vice, record) == "M. Anne Weiß, vice-président"
        assert conductor.presiding_fact(nobody, record) == "à désigner avant l’examen"
        assert conductor.presiding_fact(vice, replace(record, presiding=None))

    def test_a_tie(self, record):
        assert conductor.tie_fact(record).startswith("votre voix est prépondérante")
        assert conductor.tie_fact(ruled(record, casting_vote=False)) == "le dossier est rejeté"
        deferring = ruled(record, casting_vote=False, tie_defers=True)
        assert conductor.tie_fact(deferring) == "le dossier est ajourné"
        unanimous = Majority(MajorityKind.UNANIMITY)
        assert conductor.tie_fact(ruled(record, majority=unanimous)) == "le dossier est rejeté"

    def test_the_closing(self, record, written):
        following = replace(record, next_meeting_on=date(2026, 7, 1))
        assert "le mercredi 1er juillet 2026" in conductor.closing_speech(following)
        assert "le ………" in conductor.closing_speech(record)
        assert conductor.closing_speech(written).startswith("La consultation écrite est close.")


class TestTheNotice:
    def test_every_field_of_the_template_has_its_value(self, record, written, second):
        values = notices.notice_values(record, CHAIR, PaperIdentity(), TODAY)
        assert values["seance_du"] == "séance du mardi 24 mars 2026"
        assert values["appel_membre"] == "Madame la présidente"
        assert (values["heure"], values["lieu"]) == ("14 h 30", "salle des Ducs")
        assert values["ordre_du_jour"].startswith("1. Dossier 2026-001")
        assert (values["reponse_avant"], values["premiere_seance"]) == ("", "")
        assert values["reglement"] == "règlement intérieur"
        consulted = notices.notice_values(written, PLAIN, PaperIdentity(), TODAY)
        assert (consulted["heure"], consulted["lieu"]) == ("", "")
        assert consulted["reponse_avant"] == "31 mars 2026"
        assert consulted["appel_membre"] == "Monsieur"
        again = notices.notice_values(second, VICE, PaperIdentity(), TODAY)
        assert again["premiere_seance"] == "CA-2026-00"
        assert again["appel_membre"] == "Monsieur le vice-président"
        nameless = notices.notice_values(
            replace(record, rules_name=""), CHAIR, PaperIdentity(), TODAY
        )
        assert nameless["reglement"] == ""

    def test_its_subject(self, record):
        assert notices.notice_subject(record) == ("Convocation CA-2026-01 : séance du 24 mars 2026")
        assert notices.address_lines(PLAIN) == ("M. Anne Roux", "Maison")

    def rules_of(self, record, whom=PLAIN):
        return " ".join(notices.rule_sentences(record, whom))

    def test_the_quorum(self, record, written, second):
        assert (
            "Le comité d’agrément délibère valablement si 9 membres au moins sur 17 sont présents"
            " ou représentés." in self.rules_of(record)
        )
        one = replace(record, quorum=replace(record.quorum, required=1))
        assert "1 membre au moins sur 17 est présent ou représenté." in self.rules_of(one)
        strict = ruled(
            record,
            quorum=QuorumRule(
                counts_proxies=False,
                per_college=(CollegeMinimum("bank", 2), CollegeMinimum("state", 0)),
            ),
        )
        assert "sont présents, dont 2 du collège « Banques »." in self.rules_of(strict)
        assert "9 membres au moins sur 17 ont répondu." in self.rules_of(written)
        assert "n’a pas été atteint le 3 mars 2026" in self.rules_of(second)
        undated = replace(second, notice=MinutesNotice(datetime(2026, 3, 2, tzinfo=UTC)))
        assert "n’a pas été atteint :" in self.rules_of(undated)

    def test_who_cannot_come(self, record, written):
        assert "à un autre membre ; chacun en porte un au plus." in self.rules_of(record)
        close = ruled(
            record, proxies_per_holder=2, proxies_same_college=True, proxies_in_secret=False
        )
        assert (
            "à un autre membre de votre collège ; chacun en porte 2 au plus, et ne vote pas au"
            " scrutin secret." in self.rules_of(close)
        )
        alone = ruled(record, proxies_per_holder=0, remote_counts=False)
        assert "Les pouvoirs ne sont pas admis." in self.rules_of(alone)
        assert "ne compte ni pour le quorum" in self.rules_of(alone)
        assert "Si vous êtes empêchée, Mme Anne Suppléante" in self.rules_of(record, WOMAN)
        assert "il n’y a ni pouvoir ni vote secret." in self.rules_of(written)

    def test_who_has_no_seat(self, record):
        assert "Vous êtes invitée sans voix" in self.rules_of(record, GUEST)
        assert "Vous êtes invité sans voix" in self.rules_of(record, MAN_GUEST)
        assert "en l’absence de Mme Anne Perrin." in self.rules_of(record, ALTERNATE)

    def test_what_may_be_answered(self, record, written):
        assert notices.reply_choices(record, PLAIN)[0] == "Je serai présent."
        owner = notices.reply_choices(record, WOMAN)
        assert "Je serai suppléée par Mme Anne Suppléante." in owner
        paired = replace(record, seats=(PaperSeat(PLAIN, ALTERNATE),))
        assert "Je serai suppléé par Mme Anne Suppléante." in notices.reply_choices(paired, PLAIN)
        alone = ruled(record, proxies_per_holder=0)
        assert not any("pouvoir" in each for each in notices.reply_choices(alone, GUEST))
        assert notices.reply_introduction(record).endswith("dès que possible.")
        assert notices.reply_introduction(written).endswith("avant le 31 mars 2026.")
        assert notices.sign_text(PLAIN) == "Date et signature de M. Anne Roux"
        assert notices.shortened("x" * 300).endswith("x…")

    def test_a_letter_and_a_mail(self, record):
        letter = notice_letter(record, PLAIN, PaperIdentity(), "{appel_membre},\n", TODAY)
        assert (letter.dated, letter.blocks[0].text) == ("Le 2 mars 2026", "Monsieur,")
        template = "# Objet {seance}\n\nBonjour.\n\n- {ordre_du_jour}\n- Pièces\n\nFin.\n"
        mail = notice_mail(record, PLAIN, PaperIdentity(), template, TODAY)
        assert mail.subject == "Objet CA-2026-01"
        assert mail.text.startswith("Bonjour.\n\n1. Dossier 2026-001")
        assert mail.text.endswith("\n- Pièces\n\nFin.\n")

    def test_a_mail_without_a_heading_has_the_usual_subject(self, record):
        mail = notice_mail(record, PLAIN, PaperIdentity(), "Bonjour.\n", TODAY)
        assert mail.subject == notices.notice_subject(record)

    def test_a_rehearsal_says_so_and_a_subject_stays_short(self, record):
        rehearsed = replace(record, is_rehearsal=True)
        mail = notice_mail(rehearsed, PLAIN, PaperIdentity(), f"# {'x' * 999}\n\nA.\n", TODAY)
        assert mail.subject.startswith("RÉPÉTITION · xxx")
        assert len(mail.subject) == 200
        assert mail.text.startswith("Ce document vient d’une répétition")


class TestSendings:
    def test_in_time(self):
        day = date(2026, 3, 3)
        assert sendings.kept_sentence(day, 5, 21) == (
            "Convocation envoyée à tous, au plus tard le 3 mars 2026, 21 jours avant la séance :"
            " le délai de 5 jours est respecté."
        )
        assert sendings.kept_sentence(day, 0, 1).endswith("aucun délai n’est exigé.")
        assert sendings.second_kept_sentence(day, 5).startswith("Seconde convocation envoyée")
        assert sendings.urgent_sentence(day).endswith("le délai n’est pas exigé.")
        assert sendings.written_sentence(day, None).endswith("3 mars 2026.")
        assert sendings.written_sentence(day, date(2026, 4, 1)).endswith("jusqu’au 1er avril 2026.")

    def test_too_late_or_not_yet(self):
        assert sendings.late_sentence(("M. Weiß",), 5, clear=False) == (
            "Convocation partie trop tard pour M. Weiß : le règlement demande 5 jours."
        )
        assert sendings.late_sentence(("M. Weiß",), 5, clear=True).endswith("5 jours francs.")
        many = tuple(f"M. {each}" for each in "ABCDEFG")
        assert sendings.waiting_sentence(many) == (
            "Envoi à noter pour 7 membres : M. A, M. B, M. C, M. D, M. E et 2 autres."
        )
