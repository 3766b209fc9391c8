"""What a contested meeting prints: linked ballots, corrections, points, a consultation."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from reportlab.platypus import CondPageBreak, Paragraph, Spacer

from alize_desktop.documents.keeping import Kept
from alize_desktop.documents.typography import styles
from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    ConditionEventKind,
    ConditionKind,
    ItemConclusion,
    ItemKind,
    MeetingEventKind,
    MeetingKind,
    MeetingState,
)
from alize_desktop.models.records.ballots import CountProtocol, Motion
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.decisions import Condition
from alize_desktop.models.records.meetings import MeetingEvent
from alize_desktop.models.records.minutes_corrections import MinutesCorrection
from alize_desktop.models.records.minutes_parts import (
    MinutesCondition,
    MinutesEvent,
    MinutesPlace,
    MinutesPoint,
)

LOST = QuorumState(17, 9, 8, is_reached=False, sentence="8 présents : non atteint.")


def at(hour, minute=0, day=24):
    return datetime(2026, 3, day, hour - 1, minute, tzinfo=UTC)


def with_ballots(record, *ballots):
    """Return the record with only its first dossier, and these ballots on it."""
    return replace(record, items=(replace(record.items[0], ballots=ballots),))


@pytest.fixture
def ballot(record):
    return record.items[0].ballots[0]


@pytest.fixture
def consultation(record):
    draft = replace(record.draft, kind=MeetingKind.WRITTEN, replies_by=date(2026, 3, 31), place="")
    return replace(record, draft=draft, closed_at=at(12, day=27))


def standing(kind, conclusion, **more):
    return MinutesPoint(MinutesPlace(4, 0), kind, "Un point", conclusion, **more)


def test_linked_ballots_are_printed_in_their_order(record, ballot, printed):
    answer = replace(
        ballot, form=BallotForm.HANDS, votes=(), motion=Motion("", 10_000_00), answers=1
    )
    text = printed(with_ballots(record, ballot, answer)).text
    first, second = text.index("Vote n° 1"), text.index("Vote n° 2 : contre-proposition à 10 000 €")
    assert first < second < text.index("décision n° 2026-D001")
    assert "En réponse au Vote n° 1, adopté" in text
    assert "Vote à main levée, ouvert à 14 h 40" in text


def test_a_secret_ballot_prints_its_protocol(record, ballot, printed):
    protocol = CountProtocol(ballot.result.counts, 12, 2, 0, ("Anne Roux", "Jean Petit"))
    secret = replace(ballot, form=BallotForm.SECRET, votes=(), protocol=protocol)
    text = printed(with_ballots(record, secret)).text
    assert "Dépouillement 12 bulletins trouvés dans l’urne, 2 blancs, aucun nul" in text
    assert "Scrutateurs Anne Roux et Jean Petit" in text


def test_a_consensus_is_told_as_one(record, ballot, printed):
    agreed = replace(ballot, form=BallotForm.CONSENSUS, votes=())
    text = printed(with_ballots(record, agreed)).text
    assert "Adopté par consensus, sans opposition." in text
    assert "9 pour" not in text


def test_a_correction_prints_what_it_replaced(record, ballot, printed):
    correction = MinutesCorrection(at(15, 2), "Bulletin mal lu", "8 pour : adopté.")
    flagged = replace(ballot, corrections=(correction,), must_be_reexamined=True)
    flow = printed(with_ballots(record, flagged)).flow
    assert "Résultat corrigé à 15 h 02, après la proclamation. Motif : Bulletin mal lu." in flow
    assert "Résultat remplacé : « 8 pour : adopté. »" in flow
    assert "ce résultat est à réexaminer." in flow


def test_an_amended_decision_names_the_first(record, printed):
    item = record.items[0]
    amended = replace(item, decision=replace(item.decision, amends="2026-D003"))
    text = printed(replace(record, items=(amended,))).text
    assert "Nature décision modificative de la décision n° 2026-D003" in text
    assert "décision modificative" not in printed(record).text


def test_movements_are_printed_as_sentences(record, printed):
    course = (MinutesEvent(at(14, 32), "Mme Martin arrive à 14 h 32."),)
    text = printed(replace(record, course=course)).text
    assert "Mouvements et suspensions Mme Martin arrive à 14 h 32." in text
    assert "Mouvements et suspensions" not in printed(record).text


def test_standing_points_stand_where_they_were_taken(record, printed):
    followed = MinutesCondition(
        "2026-D001",
        "Menuiserie Aubry",
        Condition("Accord de la banque", ConditionKind.PRECEDENT, date(2026, 3, 1)),
        ConditionEventKind.MET,
        note="Courrier reçu",
    )
    undated = replace(followed, condition=replace(followed.condition, due_on=None))
    point = standing(
        ItemKind.CONDITIONS,
        ItemConclusion.NOTED,
        note="Deux conditions.",
        conditions=(followed, undated),
    )
    late = replace(point, place=MinutesPlace(5, 9, is_late=True), conditions=(), note="")
    flow = printed(replace(record, points=(point, late))).flow
    agenda, _, rest = flow.partition("Dossier 2026-014 :")
    assert "Un point Deux conditions." in agenda
    assert "2026-D001 Menuiserie Aubry" in agenda
    assert "Levée : Courrier reçu" in agenda
    assert "ajouté avec l’accord unanime des présents" in agenda
    assert "Il en est pris acte." in rest


def test_an_agenda_without_dossier_has_no_total(record, printed):
    point = standing(ItemKind.INFORMATION, None)
    text = printed(replace(record, items=(), points=(point,))).text
    assert "4 Un point" in text
    assert "Total" not in text


def test_a_meeting_without_quorum_decides_nothing(record, printed):
    lost = replace(
        record,
        quorum=None,
        quorum_at=None,
        lost_quorum=LOST,
        lost_reason="Grève des trains",
        items=(replace(record.items[0], decision=None, ballots=()),),
        points=(standing(ItemKind.INFORMATION, None),),
    )
    text = printed(lost).text
    assert "À la levée 8 présents : non atteint." in text
    assert "Ce dossier n’a pas été examiné, faute de quorum." in text
    assert "Ce point n’a pas été examiné, faute de quorum." in text
    assert "Séance levée à 15 h 45 faute de quorum. Motif : Grève des trains." in text
    assert "Investissement et financement" not in text


def test_a_reopened_meeting_prints_its_version_from_its_second_page_on(record, printed):
    opened = MeetingEvent(MeetingEventKind.REOPENED, at(16, 10), reason="Erreur de saisie")
    paper = printed(replace(record, version=2, reopenings=(opened,)))
    following = [page.replace("\u00a0", " ") for page in paper.pages[1:]]
    assert all("Procès-verbal CA-2026-01, version 2" in page for page in following)
    assert "Version 2 : séance rouverte à 16 h 10. Motif : Erreur de saisie." in paper.text


def test_approved_minutes_are_no_draft(record, printed):
    approved = printed(replace(record, state=MeetingState.APPROVED))
    assert approved.bytes == printed(record).bytes


def test_a_consultation_has_its_own_words(consultation, printed):
    paper = printed(consultation)
    for words in (
        "Consultation écrite du 24 mars 2026 · Comité d’agrément Alizé, n° CA-2026-01",
        "ouverte à 14 h 02, close le 27 mars 2026 à 12 h",
        "Réponses jusqu’au mardi 31 mars 2026",
        "Réponses des membres",
        "A répondu par écrit (1)",
        "N’a pas répondu (1)",
        "Présidente Mme Céline de L’Herminier",
        "soumises à ratification à la prochaine séance.",
        "17 membres en exercice, quorum 9 ; 14 réponses : atteint.",
        "Consultation close le 27 mars 2026 à 12 h.",
    ):
        assert words in paper.text
    assert "éance levée" not in paper.text
    course = (MinutesEvent(at(9, day=26), "M. Weiß répond par écrit à 9 h."),)
    flow = printed(replace(consultation, course=course)).flow
    assert "Le 26 mars 2026 : M. Weiß répond par écrit à 9 h." in flow


def test_decisions_of_another_day_are_dated(consultation, printed):
    item = consultation.items[0]
    later = replace(item, decision=replace(item.decision, decided_at=at(10, day=27)))
    text = printed(replace(consultation, items=(later,))).text
    assert "décision n° 2026-D001 · 27 mars 2026, 10 h" in text


def test_a_consultation_under_way_is_a_draft(consultation, printed):
    text = printed(replace(consultation, state=MeetingState.OPEN, closed_at=None)).text
    assert "La consultation n’est pas close : ce document ne vaut pas procès-verbal." in text
    assert "Ce projet ne se signe pas : la consultation n’est pas close." in text
    assert "PROJET, consultation non close · Consultation écrite du 24 mars 2026" in text


def test_a_meeting_not_opened_has_called_nobody(record, printed):
    absent = tuple(replace(each, kind=AttendanceKind.ABSENT) for each in record.attendance)
    text = printed(replace(record, opened_at=None, attendance=absent)).text
    assert "L’appel n’a pas été fait." in text


def test_the_space_above_a_title_is_counted_before_it_is_kept():
    title = Paragraph("Titre", styles().heading)
    assert Kept([CondPageBreak(10), title]).getSpaceBefore() == title.getSpaceBefore() > 0
    assert Kept([Spacer(1, 1)]).getSpaceBefore() == 0
    assert Kept([CondPageBreak(10)]).getSpaceBefore() == 0
