"""Why somebody might step aside, in words."""

import pytest

from alize_desktop.models.enums import Civility
from alize_desktop.rules.recusals import Party, PartyKind, Tie, TieKind
from alize_desktop.wording.recusals import recusal_reason

MADAME, MONSIEUR = Civility.MADAME, Civility.MONSIEUR


def reason(party, tie, civility=MADAME):
    return recusal_reason(Tie(Party(party, "Banque du Val"), tie), civility)


@pytest.mark.parametrize(
    ("party", "sentence"),
    [
        (PartyKind.COMPANY, "Banque du Val est l’entreprise du dossier"),
        (PartyKind.MANAGER, "Banque du Val dirige l’entreprise"),
        (PartyKind.SHAREHOLDER, "Banque du Val est actionnaire de l’entreprise"),
        (PartyKind.BANK, "Banque du Val est la banque de l’entreprise"),
        (PartyKind.ACCOUNTANT, "Banque du Val est l’expert-comptable de l’entreprise"),
        (PartyKind.LENDER, "Banque du Val peut prêter les jours demandés"),
    ],
)
def test_what_the_party_is_in_the_dossier_is_told(party, sentence):
    assert reason(party, TieKind.DECLARED) == sentence
    assert reason(party, TieKind.SELF) == sentence


def test_an_employer_is_told():
    assert reason(PartyKind.BANK, TieKind.EMPLOYER) == (
        "Banque du Val, son employeur, est la banque de l’entreprise"
    )


@pytest.mark.parametrize(("civility", "pronoun"), [(MADAME, "elle"), (MONSIEUR, "il")])
def test_shares_are_told_by_gender(civility, pronoun):
    assert reason(PartyKind.COMPANY, TieKind.HELD, civility) == (
        f"Banque du Val, dont {pronoun} est actionnaire, est l’entreprise du dossier"
    )
