"""What is unusual in a mission."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.models.records.follow_up import FollowUpRules
from alize_desktop.rules.mission_warnings import Surroundings, mission_warnings
from alize_desktop.rules.missions import account
from alize_desktop.wording.mission_warnings import warning_text
from tests.mission_records import AGREED, LAST, RUNNING, SHEET, Kind, event

TODAY = date(2026, 5, 11)
USUAL = Surroundings(5, Decimal(5), date(2026, 3, 23), FollowUpRules())


def told(events=RUNNING, sheet=SHEET, **around):
    stands = account(sheet, events, TODAY)
    found = mission_warnings(sheet, stands, replace(USUAL, **around))
    return [warning_text(each) for each in found]


def test_a_usual_mission_gives_none():
    assert told() == []
    assert told(granted=None, planned=Decimal(15), approved_on=None) == []


@pytest.mark.parametrize(
    ("around", "sentence"),
    [
        (
            {"granted": 4},
            "Les missions du dossier prévoient 5\u00a0jours\u00a0; le comité en a accordé 4.",
        ),
        (
            {"granted": None, "planned": Decimal("15.5")},
            (
                "Les missions du dossier prévoient 15,5\u00a0jours\u00a0; "
                "les règles du suivi en disent 15 au plus."
            ),
        ),
        (
            {"rules": FollowUpRules(mission_months=5)},
            (
                "La mission va du 01/04/2026 au 30/09/2026\u00a0; "
                "les règles du suivi disent 5\u00a0mois au plus."
            ),
        ),
        (
            {"approved_on": date(2026, 4, 2)},
            "La mission commence le 01/04/2026, avant la décision du 02/04/2026.",
        ),
    ],
)
def test_each_has_its_sentence(around, sentence):
    assert told(**around) == [sentence]


def test_days_beyond_the_plan_ask_for_an_amendment():
    known = (*AGREED, event(2, Kind.DAYS_DONE, TODAY, "6"))
    assert told(known) == [
        "6\u00a0jours sont faits pour 5\u00a0jours prévus\u00a0: un avenant le dirait."
    ]


def test_without_dates_only_days_are_told():
    assert told(sheet=replace(SHEET, starts_on=None), approved_on=LAST) == []
    open_ended = replace(SHEET, ends_on=None)
    assert told(sheet=open_ended, rules=FollowUpRules(mission_months=1)) == []
