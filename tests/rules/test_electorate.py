"""Who votes: seats, alternates, proxies, recusals."""

from dataclasses import replace

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.rules.electorate import ProxyHalt, check_may_vote, electorate
from alize_desktop.rules.roll import Proxy, Roll, Seat

RULES = CommitteeRules()


def roll_of(*members, seats=None, **parts):
    """Return a roll of five seats with these members in the room."""
    names = seats or tuple(Seat(f"M{number}") for number in range(1, 6))
    sets = {
        name: frozenset(value) if name in ("remote", "recused") else value
        for name, value in parts.items()
    }
    return Roll(names, frozenset(members), **sets)


def voters(roll, rules=RULES):
    return [voter.member for voter in electorate(roll, rules).voters]


def halts(roll, rules=RULES):
    return {each.proxy.giver: each.why for each in electorate(roll, rules).halted}


def refusal(roll, rules=RULES):
    with pytest.raises(UserError) as refused:
        electorate(roll, rules)
    return refused.value.code


def test_present_members_and_givers_of_present_holders_vote():
    who = electorate(roll_of("M1", "M2", proxies=(Proxy("M4", "M1"),)), RULES)
    assert [(voter.member, voter.holder) for voter in who.voters] == [
        ("M1", None),
        ("M2", None),
        ("M4", "M1"),
    ]
    assert [voter.member for voter in who.represented] == ["M4"]
    assert (who.voices, who.voices_in_office) == (3, 5)


def test_a_remote_member_is_present_when_the_rules_allow_it():
    roll = roll_of("M1", remote=["M2"])
    assert voters(roll) == ["M1", "M2"]
    assert voters(roll, replace(RULES, remote_counts=False)) == ["M1"]


def test_a_holder_who_is_away_suspends_the_proxy():
    roll = roll_of("M1", proxies=(Proxy("M4", "M2"),))
    assert voters(roll) == ["M1"]
    assert halts(roll) == {"M4": ProxyHalt.HOLDER_ABSENT}
    assert electorate(roll, RULES).suspended == ("M4",)


def test_a_giver_who_walks_in_suspends_the_proxy_and_votes_once():
    roll = roll_of("M1", "M4", proxies=(Proxy("M4", "M1"),))
    assert voters(roll) == ["M1", "M4"]
    assert halts(roll) == {"M4": ProxyHalt.GIVER_PRESENT}


def test_a_recused_holder_drops_both_votes():
    roll = roll_of("M1", "M2", proxies=(Proxy("M4", "M1"),), recused=["M1"])
    assert voters(roll) == ["M2"]
    assert halts(roll) == {"M4": ProxyHalt.HOLDER_RECUSED}
    assert electorate(roll, RULES).suspended == ()


def test_a_recused_giver_drops_only_its_own_vote():
    roll = roll_of("M1", "M2", proxies=(Proxy("M4", "M1"),), recused=["M4"])
    assert voters(roll) == ["M1", "M2"]
    assert halts(roll) == {"M4": ProxyHalt.GIVER_RECUSED}


WITH_ALTERNATE = (Seat("M1"), Seat("M2", alternate="S2"), Seat("M3"))


def test_an_alternate_sits_only_when_the_full_member_is_away():
    assert voters(roll_of("M1", "S2", seats=WITH_ALTERNATE)) == ["M1", "S2"]
    assert voters(roll_of("M2", "S2", seats=WITH_ALTERNATE)) == ["M2"]


def test_an_alternate_who_sits_may_hold_a_proxy():
    proxies = (Proxy("M3", "S2"),)
    assert voters(roll_of("S2", seats=WITH_ALTERNATE, proxies=proxies)) == ["S2", "M3"]
    assert voters(roll_of("M2", "S2", seats=WITH_ALTERNATE, proxies=proxies)) == ["M2"]


def test_a_seat_whose_alternate_sits_is_not_represented_too():
    roll = roll_of("M1", "S2", seats=WITH_ALTERNATE, proxies=(Proxy("M2", "M1"),))
    assert voters(roll) == ["M1", "S2"]
    assert halts(roll) == {"M2": ProxyHalt.GIVER_PRESENT}


def test_a_recusal_is_personal():
    sits = roll_of("M1", "S2", seats=WITH_ALTERNATE, recused=["M2"])
    assert voters(sits) == ["M1", "S2"]
    assert electorate(sits, RULES).recused == ()
    both = roll_of("M1", "S2", seats=WITH_ALTERNATE, recused=["S2"])
    assert voters(both) == ["M1"]
    assert [seat.id for seat in electorate(both, RULES).recused] == ["M2"]


def test_a_vacant_seat_is_not_in_office_whoever_comes():
    seats = (Seat("M1"), Seat("M2", alternate="S2", vacant=True))
    who = electorate(roll_of("M1", "M2", "S2", seats=seats), RULES)
    assert [seat.id for seat in who.in_office] == ["M1"]
    assert [voter.member for voter in who.voters] == ["M1"]


def test_a_proxy_stays_in_its_college_when_the_rules_say_so():
    seats = (Seat("M1", "bank"), Seat("M2", "state"))
    roll = roll_of("M1", seats=seats, proxies=(Proxy("M2", "M1"),))
    assert voters(roll) == ["M1", "M2"]
    assert refusal(roll, replace(RULES, proxies_same_college=True)) is ErrorCode.PROXY_OTHER_COLLEGE
    same = roll_of("M1", seats=(Seat("M1", "bank"), Seat("M2", "bank")), proxies=roll.proxies)
    assert voters(same, replace(RULES, proxies_same_college=True)) == ["M1", "M2"]


@pytest.mark.parametrize(
    ("roll", "code"),
    [
        (roll_of("M9"), ErrorCode.MEMBER_UNKNOWN),
        (roll_of("M1", remote=["M9"]), ErrorCode.MEMBER_UNKNOWN),
        (roll_of("M1", recused=["M9"]), ErrorCode.MEMBER_UNKNOWN),
        (roll_of("M1", proxies=(Proxy("M9", "M1"),)), ErrorCode.MEMBER_UNKNOWN),
        (roll_of("M1", proxies=(Proxy("M2", "M9"),)), ErrorCode.MEMBER_UNKNOWN),
        (roll_of(seats=(Seat("M1"), Seat("M1"))), ErrorCode.MEMBER_TWICE),
        (roll_of(seats=(Seat("M1"), Seat("M2", alternate="M1"))), ErrorCode.MEMBER_TWICE),
        (roll_of(seats=(Seat("M1", weight=0),)), ErrorCode.WEIGHT_NOT_POSITIVE),
        (roll_of("M1", proxies=(Proxy("M1", "M1"),)), ErrorCode.PROXY_TO_ONESELF),
        (
            roll_of("M1", proxies=(Proxy("M2", "M3"), Proxy("M3", "M1"))),
            ErrorCode.PROXY_CHAIN,
        ),
        (
            roll_of("M1", proxies=(Proxy("M2", "M1"), Proxy("M3", "M1"))),
            ErrorCode.PROXY_TOO_MANY,
        ),
        (
            roll_of("M1", "M4", proxies=(Proxy("M2", "M1"), Proxy("M2", "M4"))),
            ErrorCode.PROXY_GIVEN_TWICE,
        ),
        (
            roll_of(
                "M1", seats=(Seat("M1"), Seat("M2", vacant=True)), proxies=(Proxy("M2", "M1"),)
            ),
            ErrorCode.MEMBER_NOT_VOTING,
        ),
        (
            roll_of(
                "M1", seats=(Seat("M1"), Seat("M2", vacant=True)), proxies=(Proxy("M1", "M2"),)
            ),
            ErrorCode.MEMBER_NOT_VOTING,
        ),
        (
            roll_of("M1", seats=WITH_ALTERNATE, proxies=(Proxy("S2", "M1"),)),
            ErrorCode.MEMBER_NOT_VOTING,
        ),
    ],
)
def test_a_roll_that_contradicts_itself_is_refused(roll, code):
    assert refusal(roll) is code


def test_two_proxies_in_one_hand_when_two_are_allowed():
    roll = roll_of("M1", proxies=(Proxy("M2", "M1"), Proxy("M3", "M1")))
    assert voters(roll, replace(RULES, proxies_per_holder=2)) == ["M1", "M2", "M3"]


def test_a_voter_may_vote():
    who = electorate(roll_of("M1", proxies=(Proxy("M4", "M1"),)), RULES)
    assert check_may_vote(who, "M4", RULES).holder == "M1"


@pytest.mark.parametrize(
    ("roll", "member", "code"),
    [
        (roll_of("M1"), "M9", ErrorCode.MEMBER_UNKNOWN),
        (roll_of("M1", recused=["M1"]), "M1", ErrorCode.MEMBER_RECUSED),
        (roll_of("M1"), "M2", ErrorCode.MEMBER_ABSENT),
        (roll_of("M1", proxies=(Proxy("M4", "M2"),)), "M4", ErrorCode.PROXY_HOLDER_ABSENT),
        (roll_of("M1", proxies=(Proxy("M4", "M2"),)), "M5", ErrorCode.MEMBER_ABSENT),
        (
            roll_of("M1", proxies=(Proxy("M4", "M1"),), recused=["M1"]),
            "M4",
            ErrorCode.MEMBER_RECUSED,
        ),
        (roll_of("M2", "S2", seats=WITH_ALTERNATE), "S2", ErrorCode.MEMBER_NOT_VOTING),
        (roll_of("M1", seats=WITH_ALTERNATE), "S2", ErrorCode.MEMBER_ABSENT),
        (
            roll_of("M1", "S2", seats=WITH_ALTERNATE, proxies=(Proxy("M2", "M1"),)),
            "M2",
            ErrorCode.MEMBER_ABSENT,
        ),
        (
            roll_of("M2", seats=(Seat("M1"), Seat("M2", vacant=True))),
            "M2",
            ErrorCode.MEMBER_NOT_VOTING,
        ),
    ],
)
def test_a_vote_that_nobody_may_cast_is_refused_by_name(roll, member, code):
    named = replace(roll, names={member: "Mme Untel", "M1": "M. Tel"})
    with pytest.raises(UserError) as refused:
        check_may_vote(electorate(named, RULES), member, RULES)
    assert refused.value.code is code
    assert {"Mme Untel", "M. Tel"} & set(refused.value.params.values())


def test_who_is_far_away_is_told_that_the_rules_count_nobody_there():
    rules = replace(RULES, remote_counts=False)
    who = electorate(roll_of("M1", remote=["M2"]), rules)
    with pytest.raises(UserError) as refused:
        check_may_vote(who, "M2", rules)
    assert refused.value.code is ErrorCode.MEMBER_REMOTE
