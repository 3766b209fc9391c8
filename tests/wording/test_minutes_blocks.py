"""What minutes say when there is little to say, what is annexed, State aid and validity."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.models.enums import (
    Civility,
    DecisionOutcome,
    MeetingKind,
    MeetingState,
    MemberCollege,
    MemberOffice,
    PaperKind,
    SendingMeans,
)
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.decisions import Decision, DecisionDraft
from alize_desktop.models.records.dossiers import CompanyDetails, DossierSheet
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import (
    MinutesFund,
    MinutesItem,
    MinutesNotice,
    MinutesPlace,
    MinutesProxy,
    MinutesRecusal,
    MinutesSending,
)
from alize_desktop.models.records.people import Member, MemberSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.schedule import schedule
from alize_desktop.wording.minutes_aid import aid_text, due_dates_text, validity_text
from alize_desktop.wording.minutes_blocks import annex_names, interest_sentences, of_body
from alize_desktop.wording.minutes_meeting import sendings_text
from alize_desktop.wording.minutes_stages import fund_facts
from tests.aid_records import weighing

DAY = date(2026, 3, 24)
HOUR = datetime(2026, 3, 24, 13, 0, tzinfo=UTC)


def person(number, name, civility=Civility.MADAME):
    college, office = MemberCollege.OTHER, MemberOffice.MEMBER
    sheet = MemberSheet(civility, "", name, "", college, office, Decimal(1))
    return Member(UUID(int=number), number, sheet)


MARTIN, PERRIN = person(1, "Martin"), person(2, "Perrin A.")
WEISS = person(3, "Weiß", Civility.MONSIEUR)


def plain(text):
    return text.replace("\u00a0", " ")


def dossier(position, name, *recused, decision=None):
    number = f"2026-{position:03d}"
    sheet = DossierSheet(number, CompanyDetails(name=name, siren=""), DAY)
    place = MinutesPlace(position, position)
    return MinutesItem(place, number, sheet, recused, decision=decision)


def recused(member, reason=""):
    return MinutesRecusal(member, reason, HOUR)


@pytest.fixture
def record():
    return MinutesRecord(
        meeting_id=UUID(int=9),
        number="CA-2026-01",
        programme=Programme("Meuse"),
        draft=MeetingDraft(DAY, time(14, 0)),
        state=MeetingState.CLOSED,
        presiding=MARTIN,
        opened_at=HOUR,
        closed_at=HOUR,
        quorum_at=HOUR,
        attendance=(),
        quorum=None,
        items=(dossier(1, "Aubry"),),
        next_meeting_on=None,
        journal_head="0" * 64,
        journal_lines=0,
    )


class TestPapersSent:
    def test_none_is_told_without_a_line_of_the_register(self):
        assert sendings_text(MinutesNotice()) == ""

    def test_each_says_how_when_and_to_how_many(self):
        first, last = date(2026, 3, 3), date(2026, 3, 4)
        mail = MinutesSending(PaperKind.NOTICE, SendingMeans.MAIL, first, first, 17)
        hand = MinutesSending(PaperKind.PACK, SendingMeans.BY_HAND, first, last, 1)
        assert plain(sendings_text(MinutesNotice(sendings=(mail, hand)))) == (
            "Convocation par courriel, le 3 mars 2026, à 17 personnes ; dossier de séance en "
            "main propre, du 3 mars 2026 au 4 mars 2026, à 1 personne."
        )


class TestInterests:
    def test_they_are_told_by_the_number_of_passage(self, record):
        taken = (
            dossier(2, "Noisetier", recused(PERRIN), recused(WEISS, "banque de l’entreprise.")),
            dossier(1, "Aubry", recused(PERRIN)),
        )
        told = [plain(each) for each in interest_sentences(replace(record, items=taken))]
        assert told == [
            "Dossier 2026-001 (Aubry) : Mme Perrin A.",
            "Dossier 2026-002 (Noisetier) : Mme Perrin A. ; M. Weiß (banque de l’entreprise).",
        ]

    def test_that_there_is_none_is_told_once_dossiers_were_examined(self, record):
        (told,) = interest_sentences(record)
        assert told == "Aucun membre ne déclare d’intérêt dans un dossier de l’ordre du jour."
        lost = QuorumState(17, 9, 8, is_reached=False, sentence="")
        assert list(interest_sentences(replace(record, lost_quorum=lost))) == []
        assert list(interest_sentences(replace(record, state=MeetingState.OPEN))) == []


class TestTheBody:
    def test_its_gender_is_that_of_the_rules_or_of_its_first_word(self, record):
        assert of_body(record) == "du comité d’agrément"
        assert of_body(replace(record, body="Commission d’agrément")) == (
            "de la commission d’agrément"
        )
        rules = CommitteeRules(body="Table ronde", body_feminine=True)
        assert of_body(replace(record, body="Table ronde", rules=rules)) == "de la table ronde"


class TestAnnexes:
    def test_there_is_none_before_the_opening(self, record):
        assert list(annex_names(replace(record, opened_at=None))) == []

    def test_a_meeting_without_proxy_nor_decision_has_its_sheet(self, record):
        assert list(annex_names(record)) == ["Feuille de présence"]

    def test_written_answers_stand_for_the_sheet(self, record):
        written = replace(record, draft=replace(record.draft, kind=MeetingKind.WRITTEN))
        assert list(annex_names(written)) == ["Réponses écrites des membres"]

    def test_proxies_and_decisions_are_named(self, record):
        draft = DecisionDraft(DecisionOutcome.DEFERRED)
        taken = Decision(UUID(int=5), "2026-D001", "CA-2026-01", HOUR, draft, "", "")
        whole = replace(
            record,
            proxies=(MinutesProxy(MARTIN, WEISS), MinutesProxy(PERRIN, MARTIN)),
            items=(dossier(1, "Aubry", decision=taken),),
        )
        assert [plain(each) for each in annex_names(whole)][1:] == [
            "Pouvoirs de Mme Martin à M. Weiß et de Mme Perrin A. à Mme Martin",
            "Relevé de décisions, ci-après",
        ]
        alone = replace(whole, proxies=whole.proxies[:1])
        assert plain(list(annex_names(alone))[1]) == "Pouvoir de Mme Martin à M. Weiß"


class TestStateAid:
    def rows(self, paid_on=DAY, euros=12_000):
        return schedule(AdvanceTerms(Money(euros * 100), 12, paid_on, deferral=0, every=12))

    def test_it_is_told_with_its_rates_and_the_total(self):
        assert plain(aid_text(weighing(self.rows()))) == (
            "Équivalent-subvention brut de 699,50 €, au taux de référence de 6,19 % (taux de "
            "base de 2,19 % au 1er janvier 2026). Total de minimis sur trois ans : 699,50 € ; "
            "plafond de 300 000,00 €."
        )

    def test_what_was_declared_is_in_the_total(self):
        told = plain(aid_text(weighing(self.rows(), Money(1_000_00))))
        assert "1 699,50 €, dont 1 000,00 € déclarés ; plafond de 300 000,00 €." in told

    def test_what_the_programme_granted_before_is_in_the_total(self):
        told = plain(aid_text(weighing(self.rows(), Money(1_000_00), (self.rows(),))))
        assert "2 399,00 €, dont 1 000,00 € déclarés et 699,50 € accordés par le programme" in told
        unknown = (self.rows(date(2031, 1, 6)),)
        assert plain(aid_text(weighing(self.rows(), ZERO, unknown))) == (
            "Équivalent-subvention à établir : taux de base inconnu au 6 janvier 2031."
        )

    def test_a_total_over_the_ceiling_is_said(self):
        told = plain(aid_text(weighing(self.rows(), Money(299_900_00))))
        assert told.endswith("déclarés ; le plafond de 300 000,00 € est dépassé.")

    def test_a_day_without_a_known_rate_gives_none(self):
        assert plain(aid_text(weighing(self.rows(date(2031, 1, 6))))) == (
            "Équivalent-subvention à établir : taux de base inconnu au 6 janvier 2031."
        )


def test_due_dates_follow_the_real_payment():
    rows = schedule(AdvanceTerms(Money(12_000_00), 12, DAY, deferral=0, every=6))
    assert plain(due_dates_text(rows)) == (
        "du 24 septembre 2026 au 24 mars 2027, pour un versement le 24 mars 2026 ; les échéances "
        "suivent le versement réel"
    )
    single = schedule(AdvanceTerms(Money(12_000_00), 12, DAY, deferral=0, every=12))
    assert plain(due_dates_text(single)).startswith("le 24 mars 2027, pour un versement")


def test_an_approval_holds_for_the_months_of_the_rules():
    assert validity_text(date(2026, 8, 31), 6) == "6 mois, jusqu’au 28 février 2027"


def test_a_consultation_in_writing_is_no_meeting():
    fund = MinutesFund(Money(100), Money(40), Money(60), (), 3)
    assert [name for name, _value in fund_facts(fund, is_written=True)][:3] == [
        "Fonds avant la consultation",
        "Accordé par écrit",
        "Fonds après la consultation",
    ]
