"""What the papers of a meeting print: names, boxes to sign, sentences to say, nothing cut."""

import re
import subprocess
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.documents.papers.attendance_sheet import attendance_sheet_pdf
from alize_desktop.documents.papers.conductor import conductor_pdf
from alize_desktop.documents.papers.decision_slips import decision_slips_pdf
from alize_desktop.documents.papers.notice import notice_pdf
from alize_desktop.documents.papers.roll_call_grid import roll_call_grid_pdf
from alize_desktop.documents.papers.secret_ballots import secret_ballots_pdf
from alize_desktop.documents.parts.forms import WritingLines
from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    Civility,
    ExpertAdvice,
    ItemKind,
    ItemStep,
    MeetingKind,
    MeetingState,
    MemberCollege,
    MemberOffice,
)
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DossierSheet,
    JobsDetails,
    OpinionDetails,
    RequestDetails,
    SkillsDetails,
)
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
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.values import Money
from alize_desktop.wording.notice_letters import notice_letter

MME, M = Civility.MADAME, Civility.MONSIEUR
IDENTITY = PaperIdentity("2 rue des Ducs\n21000 Dijon", "Claire Roussel, directrice")
TEXT = "# Convocation {du_comite}\n\n{appel_membre},\n\nOrdre du jour :\n\n- {ordre_du_jour}\n"
HOSTILE = (
    '<b>A & B</b> « L\'Œuvre » "x" 🏭 \u202eסוד\u202c العربية <para> &amp; ' + "ultralongmot" * 25
)


def member(seat, civility, last, office=MemberOffice.MEMBER, weight=1):
    sheet = MemberSheet(
        civility, "Anne", last, f"Maison {last}", MemberCollege.BANK, office, Decimal(weight)
    )
    return Member(UUID(int=seat), seat, sheet)


CHAIR = member(1, MME, "Martin", MemberOffice.CHAIR)
VICE = member(2, M, "Weiß", MemberOffice.VICE_CHAIR)
GIVER, OWNER = member(3, M, "Öztürk"), member(4, MME, "Perrin")
ALTERNATE = replace(member(5, M, "Suppléant", MemberOffice.ALTERNATE, 0), alternate_of_id=OWNER.id)
GUEST = member(6, MME, "Roux", MemberOffice.GUEST, 0)


def line(position, **more):
    usual = AgendaLine(
        id=UUID(int=100 + position),
        position=position,
        dossier_id=UUID(int=200 + position),
        number=f"2026-00{position}",
        company=f"Fonderie {position}",
        town="Toul",
        requested_amount=Money(12_000_00),
        days=3,
        jobs_created=4,
        step=ItemStep.PENDING,
        outcome=None,
        recused=(),
    )
    return replace(usual, **more)


def dossier(position, **more):
    sheet = DossierSheet(
        f"2026-00{position}",
        CompanyDetails("Fonderie", "732829320"),
        date(2026, 2, 2),
        request=RequestDetails(Money(12_000_00), 48, 12, 3),
        jobs=JobsDetails(4, 2),
        skills=SkillsDetails("Qualité", 3),
        opinion=OpinionDetails("Mme Roussel", ExpertAdvice.FAVOURABLE),
    )
    usual = PaperPoint(
        line(position),
        sheet,
        recusals=(PaperRecusal(VICE, "sa banque prête", is_declared=False),),
        required=3,
        quorum="Quorum prévu : 3 sur 4.",
        voters=4,
        presiding=CHAIR,
    )
    return replace(usual, **more)


STANDING = PaperPoint(
    line(
        3,
        dossier_id=None,
        number="",
        company="Approbation du procès-verbal",
        town="",
        kind=ItemKind.MINUTES_APPROVAL,
    )
)


@pytest.fixture
def record():
    draft = MeetingDraft(
        date(2026, 3, 24), time(14, 0), "Salle des Ducs", CHAIR.id, "Mme Odile Perrin"
    )
    return MeetingPapersRecord(
        row=MeetingRow(UUID(int=500), "CA-2026-01", draft, MeetingState.CONVENED, 2, 0),
        programme=Programme("Côte-d’Or", "Chambre de commerce"),
        rules=CommitteeRules(),
        rules_name="Règlement intérieur du 3 mars 2026",
        body="comité d’agrément",
        presiding=CHAIR,
        seats=(
            PaperSeat(CHAIR),
            PaperSeat(VICE),
            PaperSeat(GIVER, None, AttendanceKind.REPRESENTED, VICE),
            PaperSeat(OWNER, ALTERNATE, AttendanceKind.SUBSTITUTED),
        ),
        guests=(GUEST,),
        points=(dossier(1), dossier(2, recusals=()), STANDING),
        quorum=QuorumState(4, 2, 1, is_reached=False, sentence="Quorum prévu : 1 sur 4."),
        journal_head="fd9042ee197cf89c93e4b5a0c1d2e3f4" * 2,
        journal_lines=1218,
        next_meeting_on=date(2026, 7, 1),
    )


def written(record):
    draft = replace(
        record.row.draft, kind=MeetingKind.WRITTEN, replies_by=date(2026, 3, 31), place=""
    )
    return replace(record, row=replace(record.row, draft=draft))


def without_anything(record):
    draft = replace(record.row.draft, secretary="", presiding_member_id=None)
    return replace(
        record,
        row=replace(record.row, draft=draft),
        presiding=None,
        seats=(),
        guests=(),
        points=(),
        quorum=QuorumState(0, 0, 0, is_reached=False, sentence=""),
        next_meeting_on=None,
    )


def hostile(record, text):
    def named(who):
        sheet = replace(who.sheet, first_name="", last_name=text, organisation=text)
        return replace(who, sheet=sheet)

    def pointed(point):
        sheet = point.sheet and replace(
            point.sheet, opinion=replace(point.sheet.opinion, case_officer=text)
        )
        recusals = tuple(
            replace(each, member=named(each.member), reason=text) for each in point.recusals
        )
        asked = replace(point.line, company=text, town=text)
        return replace(point, line=asked, sheet=sheet, recusals=recusals, presiding=named(VICE))

    draft = replace(record.row.draft, place=text, secretary=text)
    return replace(
        record,
        row=replace(record.row, draft=draft),
        programme=replace(record.programme, operator=text, basin=text),
        rules_name=text,
        body=text,
        presiding=named(CHAIR),
        seats=tuple(
            PaperSeat(
                named(each.member),
                each.alternate and named(each.alternate),
                each.kind,
                each.holder and named(each.holder),
            )
            for each in record.seats
        ),
        guests=(named(GUEST),),
        points=tuple(pointed(each) for each in record.points),
    )


def notice_of(record, whom=None):
    called = whom or (record.seats[0].member if record.seats else CHAIR)
    letter = notice_letter(record, called, IDENTITY, TEXT, date(2026, 3, 2))
    return notice_pdf(record, letter)


PAPERS = {
    "attendance": attendance_sheet_pdf,
    "ballots": secret_ballots_pdf,
    "grid": roll_call_grid_pdf,
    "slips": decision_slips_pdf,
    "conductor": conductor_pdf,
    "notice": notice_of,
}
every_paper = pytest.mark.parametrize("make", PAPERS.values(), ids=PAPERS)
every_form = pytest.mark.parametrize("make", list(PAPERS.values())[:-1], ids=list(PAPERS)[:-1])


@pytest.fixture
def printed_by(read_pdf, drain):
    return lambda make, record: read_pdf(drain(make(record))[1])


@pytest.fixture
def outside():
    """Return a function: paper → words that stand outside of its margins."""

    def find(paper):
        told = subprocess.run(
            ["pdftotext", "-bbox", str(paper.path), "-"], check=True, capture_output=True, text=True
        ).stdout
        words = re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)"', told)
        assert words
        return [each for each in words if float(each[0]) < 62 or float(each[2]) > 595.3 - 62]

    return find


@every_paper
@pytest.mark.retold
class TestEveryPaper:
    def test_the_same_meeting_gives_the_same_bytes(self, make, record, drain):
        assert drain(make(record))[1] == drain(make(record))[1]

    def test_hostile_texts_stay_within_the_margins(self, make, record, printed_by, outside):
        assert outside(printed_by(make, hostile(record, HOSTILE))) == []

    def test_so_do_texts_of_twelve_thousand_signs(self, make, record, printed_by, outside):
        short = replace(record, seats=record.seats[:1], guests=(), points=record.points[:1])
        assert outside(printed_by(make, hostile(short, "mot & <nom> " * 1000))) == []

    def test_a_rehearsal_is_marked(self, make, record, printed_by):
        pages = printed_by(make, replace(record, is_rehearsal=True)).pages
        assert all("RÉPÉTITION" in page for page in pages)
        assert "RÉPÉTITION" not in printed_by(make, record).text

    def test_a_written_consultation_has_its_own_words(self, make, record, printed_by):
        assert "Consultation écrite du" in printed_by(make, written(record)).text

    def test_it_names_its_meeting(self, make, record, printed_by):
        text = printed_by(make, record).text
        assert "CA-2026-01" in text
        assert "24 mars 2026" in text


@every_form
class TestEveryForm:
    def test_it_is_made_without_members_and_without_dossiers(self, make, record, printed_by):
        assert printed_by(make, without_anything(record)).pages

    def test_a_demonstration_says_so(self, make, record, printed_by):
        shown = replace(record, programme=replace(record.programme, is_demonstration=True))
        assert "DÉMONSTRATION" in printed_by(make, shown).text


class TestTheAttendanceSheet:
    def test_everybody_has_a_line(self, record, printed_by):
        text = printed_by(attendance_sheet_pdf, record).text
        for name in ("Mme Anne Martin", "M. Anne Weiß", "M. Anne Suppléant", "Mme Anne Roux"):
            assert name in text
        assert "Membres à voix délibérative (4 sièges)" in text
        assert "Invités sans voix délibérative (1)" in text

    def test_it_says_proxies_and_recusals(self, record, printed_by):
        text = " ".join(printed_by(attendance_sheet_pdf, record).flow.split())
        assert "pouvoir à M. Anne Weiß" in text
        assert "porte le pouvoir de M. Anne Öztürk" in text
        assert "M. Anne Weiß, déport à confirmer : sa banque prête." in text
        assert "Aucun déport déclaré ni proposé." in text

    def test_the_fingerprint_stands_in_groups_of_four(self, record, printed_by):
        assert "7WIE-F3QZ-PT4J-ZE7E-WWQM-DUXD" in printed_by(attendance_sheet_pdf, record).text

    def test_signatures_never_stand_alone_on_a_page(self, record, printed_by):
        page = printed_by(attendance_sheet_pdf, record).pages[-1]
        assert "Certification" in page
        assert "Déports par dossier" in page

    def test_a_long_agenda_leaves_its_signatures_to_a_page(self, record, printed_by):
        dossier = next(each for each in record.points if each.sheet is not None)
        many = replace(record, points=(dossier,) * 9)
        assert "Certification" in printed_by(attendance_sheet_pdf, many).pages[-1]

    def test_a_crowd_fills_as_many_lines(self, record, printed_by):
        seats = tuple(PaperSeat(member(each, M, f"Nom{each:04d}")) for each in range(1000))
        crowd = tuple(member(each, M, f"Invité{each:04d}") for each in range(20))
        proxies = tuple(replace(each, holder=VICE) for each in seats[:20])
        full = replace(record, seats=(*proxies, *seats[20:]), guests=crowd)
        text = printed_by(attendance_sheet_pdf, full).flow
        assert text.count("Maison Nom") == 1000


class TestBallotPapers:
    @pytest.mark.parametrize("voters", [0, 1, 8, 17])
    def test_there_are_as_many_as_voters(self, record, printed_by, voters):
        alone = replace(record, points=(dossier(1, voters=voters),))
        text = printed_by(secret_ballots_pdf, alone).flow
        assert text.count("Ce dossier doit-il être agréé") == voters
        assert text.count("☐ Abstention") == voters
        assert ("Personne ne vote sur ce dossier" in text) is (voters == 0)

    def test_they_bear_no_name_and_no_number(self, record, printed_by):
        pages = printed_by(secret_ballots_pdf, record).pages
        ballots = [each for each in pages if "doit-il être agréé" in each]
        assert len(ballots) == 2
        for page in ballots:
            header, _, cut = page.partition("Bulletins de vote CA-2026-01")
            papers = cut.partition("Bulletins de vote · ")[0]
            assert "Anne" not in papers
            assert set(re.findall(r"\d+", papers)) <= {"24", "2026", "001", "002", "1", "2"}
            assert header

    def test_all_papers_of_a_dossier_are_alike(self, record, printed_by):
        text = printed_by(secret_ballots_pdf, replace(record, points=(dossier(1),))).flow
        papers = text.split("Séance du 24 mars 2026 Dossier 2026-001")[1:]
        bodies = {each.split("à plusieurs croix")[0] for each in papers}
        assert len(papers) == 4
        assert len(bodies) == 1


class TestTheGrid:
    def test_a_recusal_closes_the_line_of_a_member(self, record, printed_by):
        declared = (PaperRecusal(GIVER, "", is_declared=True),)
        alone = replace(record, points=(dossier(1, recusals=declared),))
        assert printed_by(roll_call_grid_pdf, alone).text.count("déport déport déport déport") == 1

    def test_each_dossier_has_its_four_columns(self, record, printed_by):
        pages = printed_by(roll_call_grid_pdf, record).pages[-2:]
        for page in pages:
            for title in ("Pour", "Contre", "Abstention", "Ne prend pas"):
                assert title in page
            assert "Majorité absolue, comptée sur les suffrages exprimés." in " ".join(page.split())

    def test_a_written_consultation_notes_answers(self, record, printed_by):
        text = printed_by(roll_call_grid_pdf, written(record)).text
        assert "Réponse reçue le" in text
        assert "Arrivées" not in text


class TestDecisionSlips:
    def test_what_is_asked_is_printed_and_the_rest_is_written(self, record, printed_by):
        pages = printed_by(decision_slips_pdf, record).pages
        assert len(pages) == 2
        text = " ".join(pages[0].split())
        for words in ("Avance 12 000,00 €", "Durée 48 mois", "par trimestre", "Jours de"):
            assert words in text
        assert "☐ Agréé sous conditions" in text

    def test_days_alone_have_no_duration(self, record, printed_by):
        sheet = replace(record.points[0].sheet, request=RequestDetails(), skills=SkillsDetails())
        alone = replace(record, points=(dossier(1, sheet=sheet),))
        text = printed_by(decision_slips_pdf, alone).text
        assert "Durée —" in text
        assert "Remboursement —" in text


class TestTheConductor:
    def test_each_step_has_its_sentence(self, record, printed_by):
        text = " ".join(printed_by(conductor_pdf, record).flow.split())
        for words in (
            "je déclare ouverte la séance CA-2026-01 du comité d’agrément.",
            "Quorum à atteindre : 2 membres sur 4 sièges, pouvoirs compris.",
            "M. Anne Weiß, confirmez-vous votre déport ?",
            "La parole est à Mme Roussel.",
            "Le procès-verbal est approuvé.",
            "La prochaine séance se tiendra le mercredi 1er juillet 2026.",
        ):
            assert words in text

    def test_a_standing_point_without_words_has_room(self, record, printed_by):
        point = replace(STANDING, line=replace(STANDING.line, kind=ItemKind.DOSSIER))
        text = printed_by(conductor_pdf, replace(record, points=(point,))).text
        assert "3. Approbation du procès-verbal" in text

    def test_a_secret_vote_names_its_scrutineers(self, record, printed_by):
        secret = replace(record, rules=replace(record.rules, ballot_form=BallotForm.SECRET))
        assert "sont scrutateurs" in printed_by(conductor_pdf, secret).flow


class TestTheNotice:
    def test_the_agenda_stands_by_its_numbers(self, record, printed_by):
        text = " ".join(printed_by(notice_of, record).flow.split())
        assert "Objet : Convocation du comité d’agrément" in text
        assert "Madame la présidente," in text
        assert "1. Dossier 2026-001 : Fonderie 1 (Toul, avance de 12 000 €, 3 jours" in text
        assert "3. Approbation du procès-verbal" in text

    def test_items_without_a_number_have_a_dash(self, record, read_pdf, drain):
        template = "Bonjour.\n\n# Pièces\n\n- Le {reglement}\n- Le dossier\n"
        letter = notice_letter(record, CHAIR, IDENTITY, template, date(2026, 3, 2))
        text = read_pdf(drain(notice_pdf(record, letter))[1]).flow
        assert "– Le règlement intérieur" in text

    def test_a_guest_has_no_page_to_send_back(self, record, printed_by):
        text = printed_by(lambda each: notice_of(each, GUEST), record).text
        assert "sans voix délibérative" in text
        assert "Votre réponse" not in text

    def test_a_second_notice_says_so(self, record, printed_by):
        draft = replace(record.row.draft, second_notice_of=UUID(int=9))
        again = replace(
            record,
            row=replace(record.row, draft=draft),
            notice=MinutesNotice(None, False, "CA-2026-00", date(2026, 3, 3)),
        )
        text = " ".join(printed_by(notice_of, again).flow.split())
        assert "Le quorum n’a pas été atteint le 3 mars 2026" in text

    def test_a_consultation_without_dossiers_has_no_table(self, record, printed_by):
        text = printed_by(notice_of, replace(written(record), points=(STANDING,))).text
        assert "Observations" in text


class TestWritingLines:
    def test_they_are_cut_between_two_lines(self):
        whole = WritingLines(4)
        first, rest = whole.split(400, whole.height - 1)
        assert first.height + rest.height == whole.height

    def test_those_that_end_a_page_are_left_out_without_room(self):
        lines = WritingLines(5, ends_with_page=True)
        (kept,) = lines.split(lines.width, lines.height / 2)
        assert kept.height == lines.height * 2 / 5
        (none,) = lines.split(lines.width, 3)
        assert none.height == 0

    def test_they_wait_for_a_page_with_room(self):
        assert WritingLines(4).split(400, 2) == []


@pytest.mark.retold
def test_each_paper_is_archivable_and_accessible(record, drain, verapdf, tmp_path):
    made = []
    for name, make in PAPERS.items():
        for text, said in (("usual", record), ("hostile", hostile(record, HOSTILE))):
            path = tmp_path / f"{name}-{text}.pdf"
            path.write_bytes(drain(make(said))[1])
            made += [("2a", path), ("ua1", path)]
    assert not verapdf(made)
    for _flavour, path in made[::2]:
        subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)
