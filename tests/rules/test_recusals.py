"""Recusals proposed from employers and declared interests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.rules.recusals import Party, PartyKind, Tie, TieKind, ties

COMPANY = Party(PartyKind.COMPANY, "Électricité Saint-Éloi")
BANK = Party(PartyKind.BANK, "Crédit des Forges")
ACCOUNTANT = Party(PartyKind.ACCOUNTANT, "Cabinet Perrin")
PARTIES = (COMPANY, BANK, ACCOUNTANT)

names = st.text("bcdfgé œ-’", min_size=1, max_size=12).filter(lambda text: text.strip(" -’"))


def found(interests="", organisation="", name="Inès Weiß", parties=PARTIES):
    return ties(name, organisation, interests, parties)


def met(interests):
    return [each.party.kind for each in found(interests)]


def test_an_interest_in_the_bank_is_one():
    assert found("Crédit des Forges") == (Tie(BANK, TieKind.DECLARED),)


def test_accents_case_hyphens_and_marks_do_not_hide_it():
    assert met("ELECTRICITE SAINT ELOI") == [PartyKind.COMPANY]
    assert met("« Électricité Saint-Éloi ».") == [PartyKind.COMPANY]


def test_several_interests_may_stand_in_one_text():
    text = "Mairie de Toul, Cabinet Perrin; Banque du Val\ncrédit  des forges"
    assert met(text) == [PartyKind.BANK, PartyKind.ACCOUNTANT]


def test_parties_come_in_the_order_of_the_dossier_whatever_was_declared_first():
    declared = "Cabinet Perrin; Crédit des Forges; Électricité Saint-Éloi"
    assert met(declared) == [PartyKind.COMPANY, PartyKind.BANK, PartyKind.ACCOUNTANT]


@pytest.mark.parametrize(
    "text", ["Forges", "Banque Crédit des Forges Est", "Amis du Crédit des Forges de Toul"]
)
def test_a_part_of_a_name_or_a_longer_name_is_none(text):
    assert met(text) == []


def test_the_employer_is_one():
    assert found(organisation="Crédit des forges") == (Tie(BANK, TieKind.EMPLOYER),)
    assert found("Crédit des Forges", "Crédit des Forges") == (Tie(BANK, TieKind.EMPLOYER),)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Actionnaire de Électricité Saint-Éloi", TieKind.HELD),
        ("Actionnaire d’Électricité Saint-Éloi", TieKind.HELD),
        ("Électricité Saint-Éloi (associée)", TieKind.HELD),
        ("parts sociales d'Électricité Saint-Éloi", TieKind.HELD),
        ("ancien salarié de l’Électricité Saint-Éloi", TieKind.EMPLOYER),
        ("Cliente de Électricité Saint-Éloi", TieKind.DECLARED),
        ("Administrateur et associé de Électricité Saint-Éloi", TieKind.HELD),
    ],
)
def test_an_interest_may_say_what_it_is(text, kind):
    assert found(text) == (Tie(COMPANY, kind),)


def test_of_several_interests_in_the_same_party_the_closest_is_told():
    text = "Électricité Saint-Éloi; actionnaire de Électricité Saint-Éloi"
    assert found(text) == (Tie(COMPANY, TieKind.HELD),)
    assert found(f"{text}; salarié de Électricité Saint-Éloi") == (Tie(COMPANY, TieKind.EMPLOYER),)


def test_a_member_may_be_the_party():
    manager = Party(PartyKind.MANAGER, "Inès WEISS")
    assert found(name="Inès Weiss", parties=(manager,)) == (Tie(manager, TieKind.SELF),)
    assert found("Conjointe de Inès Weiss", name="Bruno Martin", parties=(manager,)) == (
        Tie(manager, TieKind.DECLARED),
    )


def test_nobody_is_a_party_without_a_name():
    nobody = (Party(PartyKind.BANK, ""), Party(PartyKind.ACCOUNTANT, " -’ "))
    assert found(" ; ,\n", "", "", nobody) == ()


def test_nothing_declared_is_nothing():
    assert found() == ()


@given(st.lists(names, max_size=4), names, st.sampled_from((",", ";", "\n", " , ")))
def test_a_party_among_any_others_is_found(others, party, between):
    bank = Party(PartyKind.BANK, party)
    assert found(between.join([*others, party]), parties=(bank,))[0].party == bank
