"""Bank accounts as people read them, texts as banks take them."""

import pytest

from alize_desktop.wording.bank_words import account_text, bank_text, iban_text
from alize_desktop.wording.payment_words import debit_text, transfer_text

NB = "\u00a0"
IBAN = "FR7630006000011234567890189"


def test_an_iban_is_read_in_groups_of_four():
    assert iban_text(IBAN).replace(NB, " ") == "FR76 3000 6000 0112 3456 7890 189"
    assert iban_text(" ") == ""


def test_an_account_is_told_with_what_is_known_of_it():
    assert account_text("") == ""
    assert account_text(IBAN) == f"IBAN {iban_text(IBAN)}"
    assert account_text(IBAN, " agrifrpp").endswith(f", BIC{NB}AGRIFRPP")


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Menuiserie Œillet", "Menuiserie OEillet"),
        ("L’Étoile & Fils – SARL", "L'Etoile + Fils - SARL"),
        ("<b>R\u0026D</b>\n#1", "b R+D /b 1"),
        ("/a//b/", "a/b"),
        ("100 € « net »", "100 EUR net"),
        ("شركة", "?"),
        ("", "?"),
    ],
)
def test_a_text_is_written_in_the_letters_that_every_bank_takes(text, taken):
    assert bank_text(text, "?") == taken


def test_a_company_reads_which_advance_it_is_about():
    assert transfer_text("2026-014", "Alizé Côte-d’Or") == (
        "AVANCE REMBOURSABLE 2026-014 ALIZE COTE-D'OR"
    )
    assert debit_text("2026-014", 3, "") == "AVANCE 2026-014 ECHEANCE 3"
