"""The ``rules`` command answers every case, and refuses the bad ones one by one."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.cli.rules_command import answers, run
from alize_desktop.errors import ErrorCode, UserError

CASES_FILE = Path(__file__).parents[1] / "cases" / "rules.json"
CASES = json.loads(CASES_FILE.read_text(encoding="utf-8"))
BY_ID = {case["id"]: case for case in CASES}


def answer(case):
    return answers([case])[0]


def holds(expected, found):
    """Return whether an answer holds everything that is expected of it."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(
            name in found and holds(value, found[name]) for name, value in expected.items()
        )
    return expected == found and type(expected) is type(found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_has_its_answer(case):
    found = answer(case)
    assert found["id"] == case["id"]
    assert holds(case["expect"], found), found
    if found.get("error"):
        assert found["message"].endswith(".")


def test_the_file_is_answered_in_its_order():
    found = json.loads(run(CASES_FILE))
    asked = json.loads(CASES_FILE.read_text(encoding="utf-8"))
    assert [each["id"] for each in found] == [each["id"] for each in asked]


def test_a_schedule_answers_every_row():
    found = answer(BY_ID["S40"])
    assert found["rows"][1] == {
        "number": 2,
        "theoretical": "2027-07-31",
        "due": "2027-08-02",
        "amount": "3000.00",
        "outstanding": "6000.00",
    }
    assert found["total"] == "12000.00"


def test_a_tally_answers_all_its_fields():
    found = answer(BY_ID["T20a"])
    assert found["percent"] == {"for": "63.636", "against": "36.364", "abstention": None}
    assert found["certain"] == "adopted"
    assert found["sentence"].startswith("7 pour, 4 contre, 2 abstentions")
    assert "missing" not in found


def test_a_meeting_answers_all_its_fields():
    found = answer(BY_ID["T40"])
    assert found["quorum"]["sentence"].startswith("10 membres en exercice, quorum 5")
    assert found["suspended_proxies"] == []
    assert found["result"]["heads"] == {
        "for": 5,
        "against": 5,
        "abstention": 0,
        "not_participating": 0,
    }
    assert found["result"]["casting_vote_open"] is False
    assert answer(BY_ID["W01"])["result"]["needed"] == "3.7"


def meeting(**parts):
    members = [{"id": f"M{number}"} for number in range(1, 5)]
    return {"id": "X", "ask": "meeting", "members": members, "present": ["M1", "M2"]} | parts


def test_an_aid_of_method_a_needs_no_discount_rate():
    case = AID | {"method": "A", "discount_rate": None}
    assert answer(case)["grant_equivalent"] == "1101.20"


@pytest.mark.parametrize(
    ("day", "left"),
    [
        ("2023-05-31", "297000.00"),
        ("2023-06-01", "0.00"),
        ("2026-05-31", "0.00"),
        ("2026-06-01", "297000.00"),
    ],
)
def test_the_window_ends_on_the_grant_and_its_first_day_counts(day, left):
    past = [{"granted_on": day, "grant_equivalent": "297000.00"}]
    assert answer(DE_MINIMIS | {"past": past})["left"] == left
    assert answer(DE_MINIMIS | {"past": past, "ceiling": "2999.99"})["allowed"] is False


def test_a_reversal_and_a_write_off_are_replayed():
    events = [
        PAID,
        {"kind": "rejected_debit", "on": "2026-01-20", "of": 0},
        {"kind": "repayment", "on": "2026-02-15", "amount": "120.00", "early": "last"},
        {"kind": "reminder", "on": "2026-03-23"},
        {"kind": "write_off", "on": "2026-04-01", "amount": "180.00"},
    ]
    assert answer(REPLAY | {"events": events}) == {
        "id": "X",
        "remaining": ["0.00", "0.00", "0.00"],
        "outstanding": "0.00",
        "credit": "0.00",
        "written_off": "180.00",
        "received": "120.00",
        "refunded": "0.00",
        "recovered": "0.00",
    }


def test_money_after_everything_was_given_up_is_recovered():
    lost = {"kind": "write_off", "on": "2026-04-01", "amount": "300.00"}
    late = {"kind": "repayment", "on": "2026-05-01", "amount": "30.00"}
    found = answer(REPLAY | {"events": [lost, late]})
    assert (found["credit"], found["received"], found["recovered"]) == ("0.00", "0.00", "30.00")


def test_nothing_is_taken_back_before_it_came():
    back = {"kind": "reversal", "on": "2026-01-14", "of": 0}
    assert answer(REPLAY | {"events": [PAID, back]})["error"] is True
    same_day = back | {"on": PAID["on"]}
    assert answer(REPLAY | {"events": [PAID, same_day]})["received"] == "0.00"


@pytest.mark.parametrize("day", ["0001-03-01", "1900-02-28", "1904-02-29", "9999-12-31"])
def test_aid_of_any_year_is_weighed(day):
    past = [{"granted_on": day, "grant_equivalent": "1.00"}]
    assert answer(DE_MINIMIS | {"granted_on": day, "past": past})["allowed"] is True


def test_the_first_day_and_the_day_of_month_may_be_asked():
    assert answer(TERMS | {"day_of_month": 5})["due"][:2] == ["2026-12-07", "2027-03-05"]
    assert answer(TERMS | {"first_due": "2026-10-01"})["due"][:2] == ["2026-10-01", "2027-01-04"]
    assert answer(TERMS | {"in_fine": True})["due"] == ["2029-03-15"]


def test_suspended_proxies_are_named():
    proxies = [{"giver": "M2", "holder": "M1"}, {"giver": "M3", "holder": "M4"}]
    found = answer(meeting(proxies=proxies))
    assert found["suspended_proxies"] == ["M2", "M3"]
    assert found["voters"] == 2


def test_a_second_notice_waives_the_quorum():
    found = answer(meeting(present=["M1"], second_notice=True))
    assert found["quorum"]["reached"] is True


def test_rules_may_be_given_one_by_one():
    rules = {"remote_counts": False, "proxies_per_holder": 2, "tie_defers": True}
    proxies = [{"giver": "M3", "holder": "M1"}, {"giver": "M4", "holder": "M1"}]
    found = answer(meeting(present=["M1"], remote=["M2"], proxies=proxies, rules=rules))
    assert found["voters"] == 3


@pytest.mark.parametrize(
    ("casting", "outcome", "decided"),
    [("for", "adopted", True), ("against", "rejected", True), ("declined", "rejected", False)],
)
def test_a_presiding_member_who_abstained_is_heard(casting, outcome, decided):
    votes = {"M1": "for", "M2": "against", "M3": "abstention"}
    ballot = {"form": "named", "votes": votes, "casting": casting}
    found = answer(meeting(present=["M1", "M2", "M3"], presiding="M3", ballot=ballot))
    assert found["result"]["outcome"] == outcome
    assert found["result"]["by_casting_vote"] is decided


def test_heads_are_unknown_when_weighted_voices_are_counted():
    members = [{"id": "M1", "weight": "2"}, {"id": "M2", "weight": "1.5"}]
    ballot = {"form": "secret", "counts": {"for": 2, "against": "1.5"}}
    found = answer(meeting(members=members, ballot=ballot))
    assert found["result"]["heads"] is None
    assert found["result"]["for"] == 2
    assert found["result"]["against"] == "1.5"


def test_members_in_office_may_be_given_or_be_the_voters():
    case = TALLY | {"for": 7, "against": 4, "majority": HALF | {"base": "in_office"}}
    assert answer(case | {"in_office": 17})["base"] == 17
    assert answer(case | {"voters": 15})["base"] == 15
    assert answer(case)["error"] is True


def test_an_unknown_question_is_refused_in_french():
    assert answer({"id": "X", "ask": "weather"}) == {
        "id": "X",
        "error": True,
        "message": "La question «\u00a0weather\u00a0» n’est pas connue.",
    }


HALF = {"kind": "strict_half", "base": "cast"}
TALLY = {"id": "X", "ask": "tally", "for": 5, "against": 2, "abstention": 0, "majority": HALF}
TERMS = {
    "id": "X",
    "ask": "schedule",
    "amount": "12000.00",
    "months": 36,
    "deferral": 6,
    "every": 3,
    "paid_on": "2026-03-15",
}
NEEDED = {"id": "X", "ask": "needed", "base": 9, "majority": HALF}
AID = {
    "id": "X",
    "ask": "aid",
    "amount": "12000.00",
    "months": 36,
    "deferral": 0,
    "every": 3,
    "reference_rate": "6.19",
    "discount_rate": "3.19",
    "method": "B",
}
ROWS = [{"due": f"2026-0{month}-15", "amount": "100.00"} for month in (1, 2, 3)]
PAID = {"kind": "repayment", "on": "2026-01-15", "amount": "100.00"}
REPLAY = {"id": "X", "ask": "replay", "rows": ROWS, "events": [PAID]}
DE_MINIMIS = {
    "id": "X",
    "ask": "de_minimis",
    "granted_on": "2026-05-31",
    "grant_equivalent": "3000.00",
    "past": [],
}


@pytest.mark.parametrize(
    "case",
    [
        None,
        7,
        "needed",
        [],
        {},
        {"id": "X"},
        {"id": "X", "ask": 7},
        {"id": "X", "ask": "NEEDED"},
        TALLY | {"for": "5"},
        TALLY | {"for": True},
        TALLY | {"for": 5.0},
        TALLY | {"for": None},
        TALLY | {"for": "2.6.1"},
        TALLY | {"for": 10**30},
        TALLY | {"complete": "yes"},
        TALLY | {"voters": 3},
        TALLY | {"majority": []},
        TALLY | {"majority": {"kind": "half"}},
        TALLY | {"majority": {"kind": "at_least"}},
        TALLY | {"majority": {"kind": "at_least", "fraction": [3, 2]}},
        TALLY | {"majority": {"kind": "at_least", "fraction": [2]}},
        TALLY | {"majority": {"kind": "at_least", "fraction": "2/3"}},
        TALLY | {"majority": {"kind": "at_least", "fraction": [0.5, 1]}},
        NEEDED | {"base": -1},
        NEEDED | {"majority": {"kind": "relative"}},
        TERMS | {"amount": 12000},
        TERMS | {"amount": "douze mille"},
        TERMS | {"months": "36"},
        TERMS | {"months": 36.0},
        TERMS | {"months": 10**9},
        TERMS | {"paid_on": "2026-02-31"},
        TERMS | {"paid_on": "20260315"},
        TERMS | {"paid_on": 20260315},
        TERMS | {"paid_on": "9999-12-31"},
        TERMS | {"calendar": "corse"},
        TERMS | {"roll": "previous"},
        TERMS | {"deferral_included": 1},
        AID | {"reference_rate": 6.19},
        AID | {"reference_rate": "6,19"},
        AID | {"reference_rate": "-0.01"},
        AID | {"discount_rate": "-100.00"},
        AID | {"method": "C"},
        AID | {"amount": "-12000.00"},
        AID | {"every": 5},
        REPLAY | {"rows": [{"due": "2026-01-15", "amount": "0.00"}]},
        REPLAY | {"rows": [{"due": "2026-01-15"}]},
        REPLAY | {"events": [PAID | {"kind": "gift"}]},
        REPLAY | {"events": [PAID | {"amount": "-1.00"}]},
        REPLAY | {"events": [PAID | {"early": "middle"}]},
        REPLAY | {"events": [PAID, {"kind": "reversal", "on": "2026-02-01", "of": 2}]},
        REPLAY | {"events": [{"kind": "reversal", "on": "2026-02-01", "of": 0}]},
        REPLAY | {"events": [{"kind": "reversal", "on": "2026-02-01"}]},
        REPLAY | {"events": [{"kind": "write_off", "on": "2026-02-01", "amount": "300.01"}]},
        REPLAY | {"events": [{"kind": "refund", "on": "2026-02-01", "amount": "0.01"}]},
        DE_MINIMIS | {"grant_equivalent": "-1.00"},
        DE_MINIMIS | {"past": [{"granted_on": "2026-05-31"}]},
        DE_MINIMIS | {"ceiling": "-1.00"},
        {"id": "X", "ask": "siren", "value": 732829320},
        {"id": "X", "ask": "words", "amount": "1e5"},
        {"id": "X", "ask": "due_date", "date": "05/03/2026"},
        meeting(members={"id": "M1"}),
        meeting(members=["M1"]),
        meeting(members=[{"id": 1}]),
        meeting(members=[{"id": "M1"}, {"id": "M1"}]),
        meeting(members=[{"id": "M1", "weight": 2.6}]),
        meeting(members=[{"id": "M1", "weight": "-1"}]),
        meeting(present="M1"),
        meeting(present=[1]),
        meeting(present=["M9"]),
        meeting(presiding="M9"),
        meeting(proxies=[{"giver": "M3"}]),
        meeting(rules={"proxies_per_holder": -1}),
        meeting(rules={"quorum": {"kind": "fixed"}}),
        meeting(rules={"quorum": {"per_college": {"bank": -1}}}),
        meeting(rules={"quorum": {"per_college": {"bank": "one"}}}),
        meeting(ballot={"votes": {"M1": "perhaps"}}),
        meeting(ballot={"votes": {}}),
        meeting(ballot={"form": "secret"}),
        meeting(ballot={"form": "secret", "counts": {"for": 0, "against": 0}}),
        meeting(ballot={"form": "hands", "counts": {"for": 3, "against": 0}}),
        meeting(ballot={"votes": {"M1": "for"}, "casting": "perhaps"}),
    ],
    ids=str,
)
def test_a_malformed_case_is_refused_with_a_sentence(case):
    first, second = answers([case, NEEDED])
    assert first["error"] is True
    assert first["message"].endswith(".")
    assert second == {"id": "X", "needed": 5}


@pytest.mark.parametrize(
    ("case", "names"),
    [
        (NEEDED, ("base", "majority")),
        (TALLY, ("for", "against", "abstention", "majority")),
        (TERMS, ("amount", "months", "deferral", "every", "paid_on")),
        (REPLAY, ("rows",)),
        (AID, tuple(name for name in AID if name not in ("id", "ask"))),
        (DE_MINIMIS, ("granted_on", "grant_equivalent")),
    ],
)
def test_an_input_without_a_default_is_never_guessed(case, names):
    assert "error" not in answer(case)
    for name in names:
        absent = {each: value for each, value in case.items() if each != name}
        message = f"Le champ «\u00a0{name}\u00a0» manque."
        assert answer(absent)["message"] == message
        assert answer(case | {name: None})["message"] == message
    for each in (NEEDED, TALLY):
        assert "kind" in answer(each | {"majority": {"base": "cast"}})["message"]


@pytest.mark.parametrize(
    ("case", "message"),
    [
        (7, "Un cas s’écrit entre accolades, avec au moins «\u00a0id\u00a0» et «\u00a0ask\u00a0»."),
        (TERMS | {"months": "36"}, "Le champ «\u00a0months\u00a0» doit être un nombre entier"),
        (TALLY | {"for": True}, "Le champ «\u00a0for\u00a0» doit être un nombre entier, ou"),
        (TALLY | {"majority": []}, "Le champ «\u00a0majority\u00a0» doit être un objet."),
        (TERMS | {"months": 720}, "La durée de 720 mois est hors des limites"),
        (TERMS | {"deferral": -1}, "Le différé de −1 mois est hors des limites"),
        (TERMS | {"every": 0}, "La périodicité de 0 mois est hors des limites"),
        (TERMS | {"paid_on": "2222-01-01"}, "Les jours fériés de l’année 2222 ne sont pas connus"),
        (meeting(members=[{"id": "M1", "weight": 0}]), "La voix de M1 doit peser plus de zéro"),
    ],
    ids=str,
)
def test_a_refusal_names_what_is_wrong(case, message):
    [found] = answers([case])
    assert found["message"].startswith(message)


def test_large_numbers_stay_exact(tmp_path):
    large = NEEDED | {"base": 99_999_999_999_999_999_999}
    too_large = NEEDED | {"base": 10**40}
    found = json.loads(run(write(tmp_path, json.dumps([large, too_large, TALLY | {"for": 1.5}]))))
    assert found[0]["needed"] == 50_000_000_000_000_000_000
    assert "hors des limites" in found[1]["message"]
    assert "«\u00a0for\u00a0»" in found[2]["message"]


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["M1", "for", "cast", "2.6", "2026-03-15", "12000.00"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.sampled_from(CASES), st.data())
def test_any_field_may_hold_anything(case, data):
    names = [name for name in case if name not in ("id", "ask", "expect", "note")]
    changed = {name: data.draw(json_values) for name in data.draw(st.sets(st.sampled_from(names)))}
    found = answer(case | changed)
    assert found["id"] == case["id"]
    json.dumps(found)


@given(st.lists(json_values, max_size=3))
def test_anything_may_stand_for_a_case(values):
    assert all(each["error"] is True for each in answers(values))


def write(tmp_path, content):
    path = tmp_path / "cases.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


GOOD = json.dumps(NEEDED)


@pytest.mark.parametrize(
    ("bad", "identifier"),
    [
        ('{"id": "A", "ask": "needed", "base": NaN}', "A"),
        ('{"id": "A", "ask": "needed", "base": -Infinity}', "A"),
        ('{"id": "A", "ask": "needed", "base": 1e400}', "A"),
        ('{"id": "A", "ask": "needed", "base": ' + "9" * 5000 + "}", "A"),
        ('{"id": 7, "ask": "needed"}', 7),
        ('{"id": 1.5, "ask": "needed"}', None),
        ('{"id": ["A"], "ask": "needed"}', None),
        ('{"id": "A", "base": ' + "[" * 100_000 + "]" * 100_000 + "}", "A"),
        ("[" * 100_000 + "]" * 100_000, None),
        ('{"id": "A", "base": ' + '{"a,]":' * 100_000 + '"\\"}"' + "}" * 100_000 + "}", "A"),
    ],
    ids=[
        "nan",
        "infinity",
        "huge",
        "long",
        "number",
        "decimal",
        "list",
        "deep",
        "lists",
        "objects",
    ],
)
def test_what_json_allows_and_a_case_does_not_is_refused_alone(tmp_path, bad, identifier):
    found = json.loads(run(write(tmp_path, f"[{bad}, {GOOD}]")))
    assert found[0]["error"] is True
    assert found[0]["id"] == identifier
    assert found[1] == {"id": "X", "needed": 5}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "7",
        '"cases"',
        "[",
        "[1,]",
        b"\xff\xfe\x00",
        "[" * 100_000,
        '{"a":' * 100_000 + "1" + "}" * 100_000,
        f"[{'[' * 100_000 + ']' * 100_000}, oops]",
    ],
    ids=range(10),
)
def test_a_file_that_is_no_list_is_refused_whole(tmp_path, content):
    with pytest.raises(UserError) as refused:
        run(write(tmp_path, content))
    assert refused.value.code is ErrorCode.CASES_NOT_READABLE


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(UserError) as refused:
        run(tmp_path / "absent.json")
    assert refused.value.code is ErrorCode.FILE_NOT_READABLE


def test_an_empty_list_has_no_answers(tmp_path):
    assert json.loads(run(write(tmp_path, "[]"))) == []


def test_a_byte_order_mark_is_no_matter(tmp_path):
    assert json.loads(run(write(tmp_path, f"\ufeff[{GOOD}]"))) == [{"id": "X", "needed": 5}]


def test_half_a_character_is_written_in_digits(tmp_path):
    text = run(write(tmp_path, '[{"id": "\\ud800", "ask": "siren", "value": "x"}]'))
    text.encode()
    assert json.loads(text)[0]["valid"] is False
