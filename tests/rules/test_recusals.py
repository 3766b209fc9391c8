"""Recusals proposed from declared interests."""

from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.rules.recusals import conflicts

PARTIES = {
    "company": "Électricité Saint-Éloi",
    "bank": "Crédit des Forges",
    "accountant": "Cabinet Perrin",
}

names = st.text("abcdeéœ -’", min_size=1, max_size=12).filter(lambda text: text.strip(" -’"))


def test_an_interest_in_the_bank_is_a_conflict():
    assert conflicts(["Crédit des Forges"], PARTIES) == ("bank",)


def test_accents_case_and_hyphens_do_not_hide_a_conflict():
    assert conflicts(["ELECTRICITE SAINT ELOI"], PARTIES) == ("company",)


def test_several_interests_may_stand_in_one_text():
    text = "Mairie de Toul, Cabinet Perrin; Banque du Val\ncrédit  des forges"
    assert conflicts([text], PARTIES) == ("bank", "accountant")


def test_parties_come_in_the_order_of_the_dossier_whatever_was_declared_first():
    declared = ["Cabinet Perrin", "Crédit des Forges", "Électricité Saint-Éloi"]
    assert conflicts(declared, PARTIES) == ("company", "bank", "accountant")


def test_a_part_of_a_name_is_no_conflict():
    assert (
        conflicts(["Forges", "Val"], {"bank": "Crédit des Forges", "company": "Val-de-Fer"}) == ()
    )


def test_a_party_without_a_name_is_nobody():
    assert conflicts(["", " ; ,\n"], {"bank": "", "accountant": "  "}) == ()


def test_nothing_declared_is_no_conflict():
    assert conflicts([], PARTIES) == ()


@given(st.lists(names), names, st.sampled_from([", ", ";", "\n"]))
def test_a_name_declared_among_others_is_always_found(others, party, between):
    assert conflicts([between.join([*others, party])], {"bank": party}) == ("bank",)
