"""Rows rewritten behind the program's back are found, and named."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from sqlalchemy import select

from alize_desktop.models.enums import (
    AnswerKind,
    AttendanceKind,
    BallotForm,
    ConditionEventKind,
    ConditionKind,
    DecisionOutcome,
    MinutesBlock,
    MinutesStage,
    PaperKind,
    SendingMeans,
    TemplateKey,
    VoteChoice,
)
from alize_desktop.models.records.ballots import CountProtocol, Counts
from alize_desktop.models.records.decisions import Condition
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.rules import CommitteeRules, RulesDraft
from alize_desktop.models.store import comparison
from alize_desktop.models.store.money_ledgers import OF_ADVANCES, OF_AID, OF_FUND
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.store.result_ledgers import (
    OF_JOBS,
    OF_MISSIONS,
    OF_PARTNERS,
    OF_RESULTS,
)
from alize_desktop.models.tables.papers import StoredPaper
from alize_desktop.services.work import drained

pytestmark = pytest.mark.retold

NAMED, SECRET, GIVEN_UP = "2026-001", "2026-002", "2026-003"


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """Where the registry of ``told`` is kept once it was made."""
    return tmp_path_factory.mktemp("kept") / "registre.alize"


@pytest.fixture
def told(kept, request, tmp_path):
    """The path of a registry in which a meeting used everything that a ledger keeps."""
    if not kept.exists():
        office = request.getfixturevalue("office")
        hold(office, kept.parent)
        assert office.registry.verify().integrity_problems == ()
        office.registry.copy(kept, for_rehearsal=True)
    return Path(shutil.copy(kept, tmp_path / "copie.alize"))


def hold(office, folder):
    services = office.services
    services.regulations.adopt(
        RulesDraft("Règlement du 1er novembre 2026", date(2026, 11, 1), CommitteeRules())
    )
    meeting = office.prepare(NAMED, SECRET, GIVEN_UP, place="Dijon")
    life = services.life
    life.convene(meeting, urgent=True)
    life.answer(meeting, office.member(2).id, AnswerKind.EXCUSED)
    life.answer(meeting, office.member(2).id, None)
    services.committee.open(meeting)
    office.call(meeting, 4, AttendanceKind.REPRESENTED, 3)
    services.committee.all_present(meeting)
    services.committee.establish_quorum(meeting)
    hold_named(office, meeting)
    life.suspend(meeting, time(16, 0), "Pause")
    life.resume(meeting)
    hold_secret(office, meeting)
    given_up = office.ballot(meeting, GIVEN_UP)
    services.voting.abandon_ballot(given_up, "Dossier incomplet")
    office.defer(meeting, GIVEN_UP)
    services.committee.close(meeting)
    hold_papers(office, meeting, folder)
    sign_in_ink(office, folder / "scan.pdf")
    left = date(2026, 11, 20)
    services.sendings.record(
        meeting, office.member(3).id, PaperKind.NOTICE, SendingMeans.LETTER, left, "Reçue"
    )
    life.reopen(meeting, "Une condition manquait")


def hold_papers(office, meeting, folder):
    services = office.services
    services.templates.adopt(TemplateKey.NOTICE, "Un texte adopté.")
    services.templates.restore(TemplateKey.NOTICE)
    services.templates.adopt_identity(PaperIdentity("12 rue Verte\n21000 Dijon", "Claire Roussel"))
    texts = services.minutes_texts
    for text in ("Un premier texte.", "La séance s’ouvre."):
        texts.write(meeting, MinutesBlock.OPENING, text)
    texts.write(meeting, MinutesBlock.CLOSING, "Une fin.")
    texts.write(meeting, MinutesBlock.CLOSING, "  ")
    drained(services.minutes.export(meeting, folder / "procès-verbal.pdf"))
    for stage in (MinutesStage.REVIEWED, MinutesStage.SIGNED):
        texts.advance(meeting, stage, "Odile Perrin")
    for reader in (None, office.member(10).id):
        drained(services.packs.pack(meeting, reader, folder / f"{reader}.pdf"))


def sign_in_ink(office, scan):
    scan.write_bytes(b"%PDF- of a scanner")
    with office.registry.read() as session:
        paper = session.scalar(select(StoredPaper.id))
    office.services.signing.attach_scan(paper, scan, "Odile Perrin")


def hold_named(office, meeting):
    services = office.services
    item = office.present(meeting, NAMED)
    services.recusals.declare(item, office.member(10).id, "Banque « Ève »")
    services.recusals.lift(item, office.member(10).id)
    services.voting.open_ballot(item)
    office.cast(item, VoteChoice.AGAINST, 1, 5)
    office.cast(item, None, 5)
    office.call(meeting, 4, AttendanceKind.PRESENT)
    services.recusals.declare(item, office.member(11).id, "Associée")
    services.voting.cast_remaining(item, VoteChoice.FOR)
    services.voting.close_ballot(item)
    services.voting.reopen_ballot(item)
    office.cast(item, VoteChoice.FOR, 1)
    services.voting.close_ballot(item)
    services.voting.proclaim(item)
    wrong = {office.member(each).id: VoteChoice.ABSTENTION for each in (1, 6)}
    services.corrections.correct_votes(item, wrong, "Erreur de saisie")
    services.corrections.correct_votes(
        item, {office.member(6).id: VoteChoice.FOR}, "Encore une erreur"
    )
    draft = services.decisions.proposal(item)
    condition = Condition("Un bail signé", ConditionKind.PRECEDENT, date(2027, 1, 31))
    decision, _ = services.decisions.record(
        item,
        replace(draft, outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS, conditions=(condition,)),
    )
    settle = services.agenda.settle_condition
    settle(decision.id, 1, ConditionEventKind.EXTENDED, date(2027, 3, 31), meeting_id=meeting)
    settle(decision.id, 1, ConditionEventKind.MET, note="Bail reçu")


def hold_secret(office, meeting):
    services = office.services
    item = office.present(meeting, SECRET)
    services.voting.open_ballot(item, BallotForm.SECRET)
    services.counted.record_counts(item, counted(9, 8))
    services.voting.close_ballot(item)
    services.voting.proclaim(item)
    services.corrections.correct_counts(item, counted(8, 9), "Bulletin mal lu")
    refusal = replace(services.decisions.proposal(item), grounds="Plan de financement")
    services.decisions.record(item, refusal)


def counted(votes_for, votes_against):
    return CountProtocol(
        Counts(votes_for, votes_against),
        found=votes_for + votes_against,
        scrutineers=("Odile Perrin", "Noël Œuvrard"),
    )


def tamper(path, *statements):
    """Run statements as somebody who knows SQLite would: without the triggers."""
    with closing(sqlite3.connect(path)) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for each in statements:
            assert connection.execute(each).rowcount, each
        connection.commit()


def differing(name, count):
    verb = "diffère" if count == 1 else "diffèrent"
    return f"{name} ne correspondent plus au journal\u00a0: {count} en {verb}."


PRESENCES = "Les présences et les déports"
EVENTS = "Les étapes des séances"
ANSWERS = "Les réponses aux convocations"
BALLOTS = "Les scrutins"
VOTERS = "Les personnes appelées à voter"
VOTES = "Les votes"
COUNTS = "Les décomptes de voix"
RESULTS = "Les résultats proclamés"
DECISIONS = "Les décisions"
CONDITIONS = "Les suites données aux conditions"
RULES = "Les règlements adoptés"
PAPERS = "Les documents produits"
SIGNATURES = "Les signatures"
SENDINGS = "Les envois"
REHEARSALS = "Les marques de répétition"
COPIES = "Les exemplaires numérotés"
TEXTS = "Les textes des procès-verbaux"
STAGES = "Les étapes des procès-verbaux"
TEMPLATES = "Les modèles de papiers"
IDENTITIES = "Les identités des papiers"
ADDED_COPY = (
    "INSERT INTO pack_copy SELECT 'new', meeting_id, 99, NULL, paper_id, '[]', journal_head, made_at"
    " FROM pack_copy WHERE number = 1"
)
ADDED_STAGE = (
    'INSERT INTO minutes_stage (id, meeting_id, version, stage, "by", at)'
    " SELECT 'new', meeting_id, 1, 'approved', 'Paul Roy', at FROM minutes_stage LIMIT 1"
)
ADDED_TEMPLATE = (
    "INSERT INTO paper_template SELECT 'new', 'agreement', 1, 'Faux', adopted_at"
    " FROM paper_template LIMIT 1"
)
OTHER_PAPER = (
    "UPDATE minutes_stage SET paper_id = (SELECT paper_id FROM pack_copy) WHERE stage = 'signed'"
)


@pytest.mark.parametrize(
    ("statement", "name", "count"),
    [
        ("UPDATE attendance_event SET kind = 'excused' WHERE sequence = 2", PRESENCES, 1),
        ("UPDATE attendance_event SET reason = 'Aucune' WHERE kind = 'recused'", PRESENCES, 2),
        ("UPDATE meeting_event SET kind = 'resumed' WHERE kind = 'suspended'", EVENTS, 1),
        ("UPDATE meeting_event SET until = NULL WHERE kind = 'suspended'", EVENTS, 1),
        ("UPDATE meeting_event SET reason = '' WHERE kind = 'reopened'", EVENTS, 1),
        ("DELETE FROM meeting_event WHERE sequence = 1", EVENTS, 1),
        ("UPDATE meeting_answer SET kind = 'attends'", ANSWERS, 2),
        ("UPDATE ballot SET majority = '{}' WHERE number = 1", BALLOTS, 3),
        ("UPDATE ballot SET quorum_required = 1", BALLOTS, 3),
        ("UPDATE ballot SET recused = '[]'", BALLOTS, 1),
        ("UPDATE ballot SET proclaimed_at = closed_at, abandoned_at = NULL", BALLOTS, 1),
        ("UPDATE ballot SET abandon_reason = ''", BALLOTS, 1),
        ("UPDATE ballot SET form = 'hands' WHERE form = 'secret'", BALLOTS, 1),
        ("UPDATE ballot_voter SET weight = '2' WHERE revision = 2", VOTERS, 2),
        ("DELETE FROM ballot_voter WHERE is_entitled = 0", VOTERS, 1),
        ("UPDATE vote SET choice = 'against' WHERE reason <> ''", VOTES, 3),
        ("DELETE FROM vote WHERE sequence = 1", VOTES, 1),
        ("UPDATE vote SET reason = 'Autre' WHERE reason <> ''", VOTES, 3),
        ("UPDATE ballot_count SET votes_for = '17', votes_against = '0'", COUNTS, 2),
        ("UPDATE ballot_count SET scrutineers = '[]' WHERE revision = 2", COUNTS, 1),
        ("UPDATE ballot_result SET casting_choice = 'for' WHERE revision = 1", RESULTS, 2),
        ("UPDATE ballot_result SET result = '{' WHERE revision = 1", RESULTS, 2),
        ("UPDATE ballot_result SET sentence = 'Adopté' WHERE revision = 2", RESULTS, 2),
        ("UPDATE ballot_result SET sentence = 'Adopté' WHERE revision = 1", RESULTS, 2),
        ("UPDATE ballot_result SET proclaimed_at = '2026-11-23T08:00:00Z'", RESULTS, 5),
        ("DELETE FROM ballot_result WHERE revision = 3", RESULTS, 1),
        ("UPDATE decision SET amount = amount + 100", DECISIONS, 3),
        ("UPDATE decision_condition SET due_on = NULL", DECISIONS, 1),
        (
            "INSERT INTO decision_condition SELECT id, 2, 'Autre', 'precedent', NULL FROM decision",
            DECISIONS,
            3,
        ),
        ("UPDATE condition_event SET until = '2030-01-01' WHERE kind = 'extended'", CONDITIONS, 1),
        ("UPDATE condition_event SET note = ''", CONDITIONS, 1),
        ("UPDATE rules_version SET rules = '{}'", RULES, 1),
        ("UPDATE rules_version SET effective_on = '2020-01-01'", RULES, 1),
        ("UPDATE paper SET sha256 = '' WHERE kind = 'minutes'", PAPERS, 1),
        ("UPDATE paper SET journal_head = '' WHERE kind = 'minutes'", PAPERS, 1),
        ("UPDATE paper SET member_id = NULL", PAPERS, 1),
        ("UPDATE pack_copy SET withheld = '[\"a\"]' WHERE number = 1", COPIES, 1),
        ("UPDATE pack_copy SET member_id = NULL", COPIES, 1),
        ("UPDATE pack_copy SET journal_head = ''", COPIES, 2),
        (ADDED_COPY, COPIES, 1),
        ("UPDATE minutes_text SET text = 'Faux' WHERE block = 'opening'", TEXTS, 1),
        ("UPDATE minutes_text SET text = 'Faux' WHERE block = 'closing'", TEXTS, 1),
        ("DELETE FROM minutes_text", TEXTS, 2),
        ("UPDATE minutes_stage SET \"by\" = 'Paul Roy'", STAGES, 2),
        (OTHER_PAPER, STAGES, 1),
        (ADDED_STAGE, STAGES, 1),
        (ADDED_TEMPLATE, TEMPLATES, 1),
        ("UPDATE paper_template SET text = 'Faux'", TEMPLATES, 2),
        ("UPDATE paper_identity SET signatory = 'Paul Roy'", IDENTITIES, 1),
        ("DELETE FROM paper_identity", IDENTITIES, 1),
        ("UPDATE signature SET signer = 'Paul Roy'", SIGNATURES, 1),
        ("UPDATE signature SET sha256 = ''", SIGNATURES, 1),
        ("UPDATE sending SET sent_on = '2026-11-01'", SENDINGS, 1),
        ("UPDATE sending SET note = ''", SENDINGS, 1),
        ("DELETE FROM rehearsal", REHEARSALS, 1),
    ],
)
def test_a_row_that_was_rewritten_is_named(told, clock, statement, name, count):
    tamper(told, statement)
    with Registry.open(told, clock) as registry:
        found = registry.verify()
    assert found.integrity_problems == (differing(name, count),)
    assert not found.is_sound
    assert found.first_broken_line is None


def test_every_ledger_was_rewritten_once(told, clock):
    """So that no kind of act is compared without a test of it."""
    with Registry.open(told, clock) as registry, registry.read() as session:
        apart = (*OF_ADVANCES, *OF_FUND, *OF_AID)  # in tests of their own
        apart += (*OF_PARTNERS, *OF_MISSIONS, *OF_JOBS, *OF_RESULTS)
        every = {each.name for each in comparison.LEDGERS if each not in apart}
        assert comparison.differences(session.connection()) == ()
    names = {PRESENCES, EVENTS, ANSWERS, BALLOTS, VOTERS, VOTES, COUNTS, RESULTS}
    names |= {DECISIONS, CONDITIONS, RULES, PAPERS, SIGNATURES, SENDINGS, REHEARSALS}
    names |= {COPIES, TEXTS, STAGES, TEMPLATES, IDENTITIES}
    assert every == names


def test_lines_that_are_older_than_the_names_of_papers_are_believed(office, tmp_path, monkeypatch):
    meeting = office.hold(NAMED)
    office.approve(meeting, NAMED)
    office.services.committee.close(meeting)
    journal = Registry.journal

    def journal_as_before(self, session, action, kind, subject, details):
        if action.endswith(".exported") or action == "minutes.staged":
            since = {"paper", "head", "dossiers"} | (set() if "copy" in details else {"member"})
            details = {name: each for name, each in details.items() if name not in since}
        journal(self, session, action, kind, subject, details)

    monkeypatch.setattr(Registry, "journal", journal_as_before)
    hold_papers(office, meeting, tmp_path)
    monkeypatch.undo()
    assert office.registry.verify().integrity_problems == ()
    drained(office.services.packs.pack(meeting, None, tmp_path / "encore.pdf"))
    assert office.registry.verify().integrity_problems == ()


def test_a_line_that_cannot_be_read_is_told(told, clock):
    tamper(told, "UPDATE journal SET details = '{' WHERE action = 'rules.adopted'")
    with Registry.open(told, clock) as registry:
        found = registry.verify()
    assert found.integrity_problems == (f"{RULES} ne peuvent pas être comparés au journal.",)
    assert found.first_broken_line is not None


def test_two_votes_that_changed_places_are_found(told, clock):
    tamper(
        told,
        "UPDATE vote SET sequence = -sequence WHERE sequence <= 2",
        "UPDATE vote SET sequence = 3 + sequence WHERE sequence < 0",
    )
    with Registry.open(told, clock) as registry:
        assert registry.verify().integrity_problems == (differing(VOTES, 2),)


@pytest.mark.parametrize("reason", ["", "Trop d’absents"])
def test_a_meeting_adjourned_for_want_of_quorum_is_told_alike(office, reason):
    meeting = office.open(NAMED)
    for each in office.services.people.members():
        if each.has_seat:
            office.call(meeting, each.seat, AttendanceKind.EXCUSED)
    office.services.life.adjourn(meeting, reason)
    assert office.registry.verify().is_sound
