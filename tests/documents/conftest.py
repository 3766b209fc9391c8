"""A whole meeting made by hand, and ways to read the PDF it gives."""

import subprocess
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID

import pikepdf
import pytest

from alize_desktop.documents.minutes import minutes_pdf
from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    Civility,
    ConditionKind,
    DecisionOutcome,
    ExpertAdvice,
    JobContract,
    MeetingState,
    MemberCollege,
    MemberOffice,
    ProjectKind,
    Sector,
    VoteChoice,
)
from alize_desktop.models.records.ballots import Counts, QuorumResult
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.decisions import Condition, Decision, DecisionDraft
from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DossierSheet,
    FinancingDetails,
    JobsDetails,
    OpinionDetails,
    ProjectDetails,
    RequestDetails,
    SkillsDetails,
)
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import (
    MinutesAttendance,
    MinutesBallot,
    MinutesItem,
    MinutesPlace,
    MinutesProxy,
    MinutesRecusal,
    MinutesStay,
    MinutesVote,
)
from alize_desktop.models.records.people import Member, MemberSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.rules import Majority
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.values import Money
from alize_desktop.rules.schedule import schedule
from alize_desktop.rules.tally import tally
from alize_desktop.wording.results import quorum_sentence, result_sentence
from tests.aid_records import weighing

MME, M = Civility.MADAME, Civility.MONSIEUR
ENTERPRISE = MemberCollege.ENTERPRISE
HELD_ON = date(2026, 3, 24)

# seat, civility, first name, name, organisation, college
ROLL = (
    (M, "Bruno", "Martin", "Brasserie Noisetier", ENTERPRISE),
    (MME, "Céline", "de L’Herminier", "Menuiserie Urbain", ENTERPRISE),
    (M, "Fabrice", "Thiébaut", "Toiture Pâturages", ENTERPRISE),
    (MME, "Inès", "Lévêque", "Fonderie d'Ormesson-Vial", ENTERPRISE),
    (M, "Bruno", "Thiébaut", "Menuiserie Émeraude", ENTERPRISE),
    (MME, "Céline", "Weiß", "Menuiserie Œillet", ENTERPRISE),
    (M, "Fabrice", "Weiß", "R&D <Équipements> L'Étoile", ENTERPRISE),
    (MME, "Inès", "Öztürk", "Informatique Aubépine", ENTERPRISE),
    (M, "Didier", "Garçon", "Toiture Île-Verte", ENTERPRISE),
    (MME, "Chloé", "Lévêque", "Crédit des Forges", MemberCollege.BANK),
    (M, "Hervé", "Lefèvre", "Banque du Val", MemberCollege.BANK),
    (MME, "Anaïs", "Perrin", "Cabinet Perrin", MemberCollege.ACCOUNTANT),
    (M, "Éric", "Roussel", "Préfecture", MemberCollege.STATE),
    (MME, "Gaëlle", "Martin", "Direction départementale", MemberCollege.STATE),
    (M, "Seán", "O’Brien", "Communauté de communes", MemberCollege.LOCAL_AUTHORITY),
    (MME, "Maëlys", "N'Diaye", "Conseil départemental", MemberCollege.LOCAL_AUTHORITY),
    (M, "Loïc", "Weiß", "Chambre de commerce et d’industrie", MemberCollege.CHAMBER),
)


def at(hour, minute=0):
    """Return an hour of the meeting's day on the clock of Paris (UTC + 1 in March)."""
    return datetime(2026, 3, 24, hour - 1, minute, tzinfo=UTC)


def person(seat):
    civility, first, last, organisation, college = ROLL[seat - 1]
    offices = {1: MemberOffice.CHAIR, 2: MemberOffice.VICE_CHAIR}
    office = offices.get(seat, MemberOffice.MEMBER)
    sheet = MemberSheet(civility, first, last, organisation, college, office, Decimal(1))
    return Member(UUID(int=seat), seat, sheet)


MEMBERS = tuple(person(seat) for seat in range(1, 18))
ALTERNATE = Member(
    UUID(int=18),
    18,
    MemberSheet(
        MME,
        "Odile",
        "Suppléante",
        "Toiture Pâturages",
        ENTERPRISE,
        MemberOffice.ALTERNATE,
        Decimal(0),
        alternate_of="Fabrice Thiébaut",
    ),
    alternate_of_id=UUID(int=3),
)
GUEST = Member(
    UUID(int=19),
    19,
    MemberSheet(
        MME, "Nadia", "Roussel", "Opérateur", MemberCollege.OTHER, MemberOffice.GUEST, Decimal(0)
    ),
)
KINDS = {
    3: AttendanceKind.SUBSTITUTED,
    8: AttendanceKind.REMOTE,
    12: AttendanceKind.REPRESENTED,
    14: AttendanceKind.EXCUSED,
    16: AttendanceKind.EXCUSED,
    17: AttendanceKind.ABSENT,
}
PROXY_GIVER, PROXY_HOLDER = MEMBERS[11], MEMBERS[4]
QUORUM = QuorumResult(
    in_office=17, required=9, present=13, represented=1, counted=14, recused=0, reached=True
)


def attendance_of(member):
    kind = KINDS.get(member.seat, AttendanceKind.PRESENT)
    others = {3: ALTERNATE, 12: PROXY_HOLDER, 18: MEMBERS[2]}
    stays = [MinutesStay(kind, None, others.get(member.seat))]
    if member.seat == 9:  # comes late
        stays = [MinutesStay(AttendanceKind.ABSENT, None), MinutesStay(kind, at(14, 40))]
    holder = PROXY_HOLDER if kind is AttendanceKind.REPRESENTED else None
    return MinutesAttendance(member, kind, holder, tuple(stays))


ATTENDANCE = tuple(attendance_of(member) for member in (*MEMBERS, ALTERNATE, GUEST))


def quorum_state(result):
    return QuorumState(
        result.in_office, result.required, result.counted, result.reached, quorum_sentence(result)
    )


def votes_of(recused=(), against=(), abstaining=()):
    """Return the votes by seat: everybody for, but those named."""
    votes = []
    for attendance in ATTENDANCE[:17]:
        member, kind = attendance.member, attendance.kind
        if kind in (AttendanceKind.EXCUSED, AttendanceKind.ABSENT) or member.seat in recused:
            continue
        choice = VoteChoice.FOR
        if member.seat in against:
            choice = VoteChoice.AGAINST
        elif member.seat in abstaining:
            choice = VoteChoice.ABSTENTION
        if kind is AttendanceKind.SUBSTITUTED:
            member = ALTERNATE
        votes.append(MinutesVote(member, choice, attendance.holder))
    return votes


def held_ballot(item, votes, quorum=QUORUM, opened=(14, 40), closed=(14, 44)):
    counts = Counter(each.choice for each in votes)
    result = tally(
        Counts(*(counts[each] for each in VoteChoice)), Majority(), voters=len(votes), complete=True
    )
    ballot = MinutesBallot(
        form=BallotForm.NAMED,
        presiding=MEMBERS[1],
        quorum=quorum_state(quorum),
        opened_at=at(*opened),
        closed_at=at(*closed),
        votes=tuple(votes),
        result=result,
        sentence=result_sentence(result),
    )
    return replace(item, ballots=(*item.ballots, ballot))


def undecided(position, number, sheet):
    return MinutesItem(MinutesPlace(position, position), number, sheet)


def decided(item, number, draft, hour, partner=""):
    taken = Decision(
        UUID(int=100 + item.place.position),
        number,
        "CA-2026-01",
        at(*hour),
        draft,
        partner,
        item.ballots[-1].sentence if item.ballots else "",
    )
    repaid, granted = None, None
    if draft.amount:
        terms = AdvanceTerms(
            draft.amount, draft.months, HELD_ON, deferral=draft.deferral, every=draft.every
        )
        repaid = schedule(terms)
        granted = weighing(repaid, item.sheet.financing.past_de_minimis)
    return replace(item, decision=taken, schedule=repaid, aid=granted)


def first_item():
    sheet = DossierSheet(
        number="2026-014",
        filed_on=date(2026, 1, 12),
        company=CompanyDetails(
            name="R&D <Équipements> L'Étoile",
            siren="999499965",
            legal_form="SAS",
            naf_code="70.22Z",
            sector=Sector.SERVICES,
            founded_on=date(2016, 1, 25),
            postcode="30100",
            town="Alès",
            manager_name="Anaïs Öztürk",
            manager_civility=MME,
            headcount=Decimal("12.5"),
            bank="Crédit des Forges",
            accountant="Audit Est",
        ),
        project=ProjectDetails(
            aim="Lancer une activité de vidéosurveillance & télésurveillance (< 24 h)",
            kind=ProjectKind.DIVERSIFICATION,
            purpose="Développement commercial",
            need_expressed="Croissance interne",
            need_diagnosed="Recrutement de deux techniciens et appui au démarrage d’une cellule "
            "commerciale : prospection, chiffrage, suivi des clients.",
        ),
        financing=FinancingDetails(
            cost=Money(96_000_00),
            equity=Money(32_000_00),
            bank_loan=Money(49_000_00),
            other_funding=None,
            past_de_minimis=Money(40_000_00),
        ),
        request=RequestDetails(Money(15_000_00), 48, 12, 3),
        jobs=JobsDetails(4, 12, 0, JobContract.PERMANENT),
        skills=SkillsDetails("Ressources humaines", 6),
        opinion=OpinionDetails(
            "Mme Roussel",
            ExpertAdvice.FAVOURABLE_WITH_CONDITIONS,
            "Entreprise saine, carnet de commandes à six mois. Le plan de vente est crédible ; "
            "le recrutement est la clé du projet.\nAccompagnement à prévoir dès la signature.",
        ),
    )
    item = replace(
        undecided(1, "2026-014", sheet),
        recused=(
            MinutesRecusal(
                MEMBERS[9], "Crédit des Forges est la banque de l’entreprise", at(14, 22)
            ),
            MinutesRecusal(
                MEMBERS[6], "R&D <Équipements> L'Étoile est l’entreprise du dossier.", at(14, 23)
            ),
        ),
    )
    quorum = replace(QUORUM, present=11, counted=12, recused=2)
    item = held_ballot(item, votes_of((10, 7), against=(13,), abstaining=(15, 12)), quorum)
    draft = DecisionDraft(
        DecisionOutcome.APPROVED_WITH_CONDITIONS,
        amount=Money(12_500_00),
        months=48,
        deferral=12,
        every=3,
        days=6,
        skill_category="Ressources humaines",
        jobs_created=4,
        jobs_maintained=12,
        contract=JobContract.PERMANENT,
        jobs_by=date(2028, 3, 1),
        conditions=(
            Condition("Point d’étape écrit sur les recrutements", ConditionKind.FOLLOW_UP),
            Condition(
                "Accord écrit de la banque sur le prêt de 49 000 €",
                ConditionKind.PRECEDENT,
                date(2026, 6, 24),
            ),
        ),
        grounds="Projet solide ; montant ramené au besoin restant.",
    )
    return decided(item, "2026-D001", draft, (14, 52), "Groupe d'Ormesson-Vial")


def second_item():
    sheet = DossierSheet(
        number="2026-016",
        filed_on=date(2026, 2, 2),
        company=CompanyDetails(
            name="Menuiserie Noisetier",
            siren="999812415",
            legal_form="SARL",
            sector=Sector.CONSTRUCTION,
            town="Toul",
            manager_name="Didier Œillet",
            manager_civility=M,
        ),
        project=ProjectDetails(aim="Réorganiser l’atelier", kind=ProjectKind.DEVELOPMENT),
        financing=FinancingDetails(cost=Money(35_500_00)),
        jobs=JobsDetails(created=1),
        skills=SkillsDetails("Organisation", 1),
        opinion=OpinionDetails("M. Garnier", ExpertAdvice.FAVOURABLE),
    )
    item = held_ballot(undecided(2, "2026-016", sheet), votes_of(), opened=(15, 5), closed=(15, 7))
    draft = DecisionDraft(
        DecisionOutcome.APPROVED, days=1, skill_category="Organisation", jobs_created=1
    )
    return decided(item, "2026-D002", draft, (15, 9))


def third_item():
    sheet = DossierSheet(
        number="2026-017",
        filed_on=date(2026, 2, 20),
        company=CompanyDetails(name="Verrerie Rosières", siren="999650880", town="Épinal"),
        financing=FinancingDetails(cost=Money(50_000_00), equity=Money(20_000_00)),
        request=RequestDetails(Money(12_000_00), 36, 0, 1),
        opinion=OpinionDetails(advice=ExpertAdvice.RESERVED),
    )
    draft = DecisionDraft(
        DecisionOutcome.DEFERRED,
        grounds="Le plan de financement n’est pas bouclé",
        documents_asked="Accord de la banque\nComptes de l’exercice 2025",
    )
    return decided(undecided(3, "2026-017", sheet), "2026-D003", draft, (15, 31))


def whole_record():
    return MinutesRecord(
        meeting_id=UUID(int=500),
        number="CA-2026-01",
        programme=Programme(basin="Côte-d’Or", operator="Chambre de commerce et d’industrie"),
        draft=MeetingDraft(
            HELD_ON,
            time(14, 0),
            "Salle des Ducs, hôtel de ville de Dijon",
            MEMBERS[1].id,
            "Mme Nadia Roussel",
        ),
        state=MeetingState.CLOSED,
        presiding=MEMBERS[1],
        opened_at=at(14, 2),
        closed_at=at(15, 45),
        quorum_at=at(14, 10),
        attendance=ATTENDANCE,
        quorum=quorum_state(QUORUM),
        items=(first_item(), second_item(), third_item()),
        next_meeting_on=date(2026, 7, 1),
        journal_head="fd9042ee197cf89c93e4b5a0c1d2e3f4" * 2,
        journal_lines=1218,
        rules_name="Règlement intérieur n° 2, en vigueur depuis le 3 mars 2026",
        proxies=(MinutesProxy(PROXY_GIVER, PROXY_HOLDER, "Courriel du 20 mars"),),
    )


def empty_record():
    return MinutesRecord(
        meeting_id=UUID(int=501),
        number="CA-2026-02",
        programme=Programme(basin="Meuse"),
        draft=MeetingDraft(date(2026, 7, 1), time(9, 30)),
        state=MeetingState.PREPARATION,
        presiding=None,
        opened_at=None,
        closed_at=None,
        quorum_at=None,
        attendance=(),
        quorum=None,
        items=(),
        next_meeting_on=None,
        journal_head="0" * 64,
        journal_lines=0,
    )


class Printed:
    """A PDF, and what the tools of the system read in it."""

    def __init__(self, content, path):
        self.bytes = content
        self.path = path
        path.write_bytes(content)

    def _read(self, *command):
        return subprocess.run([*command], check=True, capture_output=True, encoding="utf-8").stdout

    @property
    def text(self):
        """Words in reading order, one space between them."""
        return " ".join(self._read("pdftotext", "-layout", str(self.path), "-").split())

    @property
    def flow(self):
        """Words in the order they were drawn, one space between them."""
        return " ".join(self._read("pdftotext", "-raw", str(self.path), "-").split())

    @property
    def pages(self):
        return self._read("pdftotext", "-layout", str(self.path), "-").split("\f")[:-1]

    @property
    def properties(self):
        lines = self._read("pdfinfo", str(self.path)).splitlines()
        return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}

    @property
    def told(self):
        """What a voice says, words alone, in reading order."""
        text = self._read("pdfinfo", "-struct-text", str(self.path))
        return [line.strip()[1:-1] for line in text.splitlines() if line.strip()[:1] == '"']

    @property
    def structure(self):
        """The tree as (role, kids); a piece of a page is its page, from 1."""
        with pikepdf.open(self.path) as pdf:
            pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
            return _told(pdf.Root.StructTreeRoot.K, pages)

    def elements(self, role):
        """Return the dictionaries of every element of a role, in reading order."""
        self._pdf = pikepdf.open(self.path)  # kept open: its objects are looked at
        return list(_found(self._pdf.Root.StructTreeRoot.K, f"/{role}"))

    @property
    def outline(self):
        """(title, titles under it) of each bookmark."""
        with pikepdf.open(self.path) as pdf, pdf.open_outline() as outline:
            return [(each.title, [kid.title for kid in each.children]) for each in outline.root]

    @property
    def fonts(self):
        """(name, is embedded) of each font."""
        lines = self._read("pdffonts", str(self.path)).splitlines()[2:]
        return [(line.split()[0], line.split()[-5]) for line in lines]


def _kids(element):
    kids = element.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _told(element, pages):
    kids = []
    for kid in _kids(element):
        if isinstance(kid, int):
            kids.append(pages[element.Pg.objgen])
        elif kid.get("/Type") in ("/MCR", "/OBJR"):
            kids.append(pages[kid.Pg.objgen])
        else:
            kids.append(_told(kid, pages))
    return str(element.S)[1:], kids


def _found(element, role):
    if role == element.S:
        yield element
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _found(kid, role)


def drained(steps):
    """Return (every progress, result) of a generator."""
    seen = []
    while True:
        try:
            seen.append(next(steps))
        except StopIteration as stop:
            return seen, stop.value


@pytest.fixture
def record():
    """Three dossiers: an advance with conditions, days only, a deferral without a vote."""
    return whole_record()


@pytest.fixture
def empty():
    """A meeting in preparation of which nothing is said."""
    return empty_record()


@pytest.fixture
def read_pdf(tmp_path):
    """Return a function: bytes of a PDF → what is printed."""
    return lambda content: Printed(content, tmp_path / "paper.pdf")


@pytest.fixture
def printed(read_pdf):
    """Return a function: minutes record → what is printed."""
    return lambda record: read_pdf(drained(minutes_pdf(record))[1])


@pytest.fixture
def drain():
    """Return a function: generator → (every progress, result)."""
    return drained
