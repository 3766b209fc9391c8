"""State aid in words: what is unusual, sheets, the register."""

from dataclasses import replace
from decimal import Decimal

import pytest

from alize_desktop.models.enums import AidMethod, Collateral
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.state_aid import AidWeighing
from alize_desktop.models.values import Money
from alize_desktop.rules.state_aid import advance_aid
from alize_desktop.wording import aid_papers
from alize_desktop.wording.aid_words import (
    aid_values,
    authority_text,
    base_rate_text,
    earlier_dossier,
    particulars,
    rate_source_text,
)
from alize_desktop.wording.minutes_aid import aid_text
from alize_desktop.wording.pack_figures import aid_sentences
from alize_desktop.wording.register_words import nace_text
from tests.aid_records import DAY, PAST, ROWS, aid, unknown_sheet, weighing

USUAL = aid(ROWS).basis
UNUSUAL = MoneyRules(
    aid_method=AidMethod.B,
    public_percent=Decimal(60),
    counts_days=True,
    day_value=Money(400_00),
)


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_what_is_usual_is_not_told():
    assert particulars(USUAL) == ""
    assert base_rate_text(replace(USUAL, base_from=None)) == "2,19\u00a0%"
    assert rate_source_text(USUAL) == "fournie avec le programme, à vérifier"
    assert rate_source_text(replace(USUAL, source="Lu le 2 janvier")) == "Lu le 2 janvier"


def test_what_is_unusual_is_told_wherever_the_aid_is():
    new = advance_aid(ROWS, DAY, UNUSUAL, days=2)
    told = "(méthode B, part publique du fonds : 60 %, dont 800,00 € de journées prêtées)"
    assert f"{told}, au taux de référence de 6,19 %" in plain(aid_text(AidWeighing(new)))
    assert f"{told}, au taux de référence" in plain(" ".join(aid_sentences(AidWeighing(new))))
    assert plain(aid_values(AidWeighing(new))["equivalent_subvention"]).endswith(told)


def test_without_an_aid_minutes_say_nothing_of_it():
    assert aid_text(AidWeighing()) == ""


def test_a_base_rate_of_which_the_first_day_was_not_kept_has_none():
    new = replace(aid(ROWS), basis=replace(USUAL, base_from=None))
    assert aid_values(AidWeighing(new))["date_taux"] == ""
    assert "marge_taux" not in aid_values(weighing())


def test_who_grants_is_the_operator_when_there_is_one():
    assert authority_text(Programme("Meuse", " CCI ")) == "CCI"
    assert authority_text(Programme("Meuse")) == "Programme Alizé, bassin Meuse"


def test_an_earlier_aid_whose_rate_is_not_known_says_so():
    assert earlier_dossier("2026-001", is_known=True) == "Avance du dossier 2026-001"
    assert plain(earlier_dossier("2026-001", is_known=False)).endswith(": taux inconnu")


@pytest.mark.parametrize(
    ("naf_code", "nace"), [("43.22A", "43.22"), (" 10.71C ", "10.71"), ("", "")]
)
def test_a_nace_class_is_a_naf_code_without_its_letter(naf_code, nace):
    assert nace_text(naf_code) == nace


def test_a_sheet_says_what_is_not_known_and_what_was_not_said():
    sheet = unknown_sheet()
    assert aid_papers.worth_row(sheet) == ("Équivalent-subvention", "à établir")
    assert aid_papers.recorded_text(sheet) == ""
    assert plain(aid_papers.window_text(sheet)) == "du 25 mars 2023 au 24 mars 2026"
    unsaid = replace(PAST, undertaking="", granter=" ", measure="")
    assert aid_papers.past_row(unsaid)[1] == "Aide déclarée"
    assert aid_papers.past_row(PAST)[1] == "Prêt, Filiale, Région"
    assert plain(aid_papers.subject_rows(sheet)[1][1]) == "732 829 320"


@pytest.mark.parametrize(
    ("collateral", "told"),
    [(Collateral.LOW, "sans garantie"), (Collateral.HIGH, "garantie par une sûreté élevée")],
)
def test_the_collateral_is_that_of_the_basis(collateral, told):
    new = aid(ROWS, MoneyRules(collateral=collateral))
    assert aid_values(AidWeighing(new))["garantie"] == told
    sheet = replace(unknown_sheet(), basis=new.basis)
    assert told in aid_papers.regulation_sentence(sheet)
    assert "garanti" not in aid_papers.regulation_sentence(unknown_sheet())
