"""The account of a company: one by SIREN, and never an old one in the place of a newer."""

from dataclasses import replace
from uuid import UUID

from alize_desktop.errors import ErrorCode
from alize_desktop.models.records.money_rules import BankAccount

OLD, NEW = "FR7630006000011234567890189", "FR7630001007941234567890185"
SIREN = "732829320"
ACCOUNT = BankAccount(UUID(int=0), SIREN, "Nettoyage Kermadec", OLD, revision=0)


def test_a_siren_typed_with_spaces_is_the_same_company(lending):
    advances = lending.services.advances
    advances.save_account(replace(ACCOUNT, siren="732 829 320"))
    known = advances.account(SIREN)
    assert known.iban == OLD
    assert not advances.save_account(replace(known, siren="732 829 320")).money


def test_an_old_form_does_not_bring_an_old_account_back(lending, refused):
    advances = lending.services.advances
    advances.save_account(ACCOUNT)
    known = advances.account(SIREN)
    advances.save_account(replace(known, iban=NEW))
    for old in (known, ACCOUNT):
        with refused(ErrorCode.ACCOUNT_CHANGED_MEANWHILE, lending):
            advances.save_account(old)
    assert advances.account(SIREN).iban == NEW
