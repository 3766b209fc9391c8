"""What the lists of missions say, in French."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.models.enums import ConflictKind, MissionEventKind, MissionState
from alize_desktop.models.records.matching import PartnerMatch
from alize_desktop.models.records.missions import MissionAccount, MissionRow
from alize_desktop.models.values import Money
from alize_desktop.wording.mission_lists import (
    confirmation_text,
    excluded_text,
    granted_text,
    lender_text,
    period_text,
    person_text,
    sides_text,
    to_confirm_text,
    totals_text,
)
from tests.mission_records import SHEET

BY_COMPANY = MissionEventKind.CONFIRMED_BY_COMPANY
BY_PARTNER = MissionEventKind.CONFIRMED_BY_PARTNER


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def row(planned="5", done="0", confirmed="0", state=MissionState.RUNNING, **sheet):
    account = MissionAccount(
        state,
        Decimal(planned),
        Decimal(done),
        Decimal(confirmed),
        Money(800_00) * int(Decimal(done)),
        ends_on=sheet.pop("last", None),
    )
    known = replace(SHEET, **sheet)
    one = UUID(int=1)
    return MissionRow(one, "2026-M001", one, "2026-001", "Val", "Écho", known, account)


def match(left="12", conflict=None, name="Écho"):
    return PartnerMatch(UUID(int=1), name, "", 1, 10, (), Decimal(left), conflict)


def test_who_is_lent_is_told_with_what_they_do():
    assert person_text(row(contributor="Sophie Garçon", position="")) == "Sophie Garçon"
    told = person_text(row(contributor="Sophie Garçon", position="Qualité"))
    assert told == "Sophie Garçon, Qualité"


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2026, 1, 2), date(2026, 6, 30), "du 02/01/2026 au 30/06/2026"),
        (date(2026, 1, 2), None, "à partir du 02/01/2026"),
        (None, date(2026, 6, 30), "jusqu’au 30/06/2026"),
        (None, None, ""),
    ],
)
def test_the_period_says_what_is_known(first, last, told):
    assert period_text(row(starts_on=first, last=last)) == told


@pytest.mark.parametrize(
    ("granted", "planned", "told"),
    [
        (None, ["3"], ""),
        (8, [], "Le comité a accordé 8 jours ; aucune mission ne les prévoit encore."),
        (8, ["5", "1.5"], "Le comité a accordé 8 jours ; 6,5 sont prévus, 1,5 reste à prévoir."),
        (8, ["1"], "Le comité a accordé 8 jours ; 1 est prévu, 7 restent à prévoir."),
        (8, ["8"], "Le comité a accordé 8 jours ; 8 sont prévus."),
        (8, ["8", "2"], "Le comité a accordé 8 jours ; 10 sont prévus, 2 de trop."),
    ],
)
def test_what_missions_take_of_the_days_granted(granted, planned, told):
    given_up = row("9", state=MissionState.GIVEN_UP)
    assert plain(granted_text(granted, [given_up, *map(row, planned)])) == told


def test_the_totals_leave_out_the_days_planned_of_what_was_given_up():
    rows = [row("5", "3", "1"), row("4", "1", "0", MissionState.GIVEN_UP)]
    assert plain(totals_text(rows)) == "5 jours prévus · 4 faits · 1 confirmé · 3 200 €"


def test_days_of_the_past_are_not_said_to_be_confirmed():
    past = replace(row("5", "5"), is_history=True)
    assert plain(totals_text([past])) == "5 jours prévus · 5 faits · 4 000 €"


@pytest.mark.parametrize(
    ("sides", "told", "short"),
    [
        ({BY_COMPANY, BY_PARTNER}, "Confirmés", "Les deux"),
        ({BY_COMPANY}, "Attend le partenaire", "Entreprise"),
        ({BY_PARTNER}, "Attend l’entreprise", "Partenaire"),
        (set(), "À confirmer", "Personne"),
    ],
)
def test_who_confirmed_days_is_told(sides, told, short):
    assert confirmation_text(frozenset(sides)) == told
    assert sides_text(frozenset(sides)) == short


def test_what_is_left_to_confirm_is_counted():
    assert plain(to_confirm_text(Decimal("1.5"))) == "1,5 jour reste à confirmer."
    assert plain(to_confirm_text(Decimal(2))) == "2 jours restent à confirmer."


def test_a_partner_is_told_with_its_rank_and_its_days():
    assert plain(lender_text(match())) == "1 · Écho · 12 jours restent"
    assert plain(lender_text(match("1"))) == "1 · Écho · 1 jour reste"
    told = plain(lender_text(match("-2"), is_named=True))
    assert told == "1 · Écho · plus de jours · nommé par la décision"


def test_partners_that_are_excluded_are_named():
    found = [match(conflict=ConflictKind.CUSTOMER), match()]
    assert plain(excluded_text(found)) == "Exclu : Écho (client)."
    found.append(match(conflict=ConflictKind.OTHER, name="Val"))
    assert plain(excluded_text(found)) == "Exclus : Écho (client) et Val (autre)."
    assert excluded_text([match()]) == ""
