"""The state-aid sheet in words: how it was reckoned, and the verdict."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.models.enums import AidMethod, Collateral, CreditRating
from alize_desktop.models.records.state_aid import AidBasis, AidSheet
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.aid_sheets import basis_rows, undated_text, verdict_text
from tests.aid_records import unknown_sheet

BASIS = AidBasis(
    method=AidMethod.A,
    rating=CreditRating.SATISFACTORY,
    collateral=Collateral.LOW,
    base_percent=Decimal("2.19"),
    reference_percent=Decimal("6.19"),
    discount_percent=Decimal("3.19"),
    public_percent=Decimal(100),
    base_from=date(2026, 1, 1),
)
SHEET = AidSheet(
    dossier_id=UUID(int=1),
    number="2026-013",
    company="Nettoyage Kermadec",
    siren="999690050",
    amount=Money(12_000_00),
    granted_on=date(2026, 11, 23),
    window_from=date(2023, 11, 24),
    basis=BASIS,
    grant_equivalent=Money(1_736_51),
    past=(),
    past_total=ZERO,
    ceiling=Money(300_000_00),
    total=Money(1_736_51),
    is_allowed=True,
    left=Money(298_263_49),
    is_confirmed=False,
)


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def told(sheet):
    return {name: plain(value) for name, value in basis_rows(sheet)}


def test_what_an_aid_was_reckoned_with_is_told_line_by_line():
    assert told(SHEET) == {
        "Jour de l’aide": "23 novembre 2026",
        "Montant de l’avance": "12 000,00 €",
        "Taux de base": "2,19 % au 1er janvier 2026",
        "Source du taux": "fournie avec le programme, à vérifier",
        "Marge": "400 points de base : notation satisfaisante (BB), sûreté faible",
        "Taux de référence": "6,19 %",
        "Méthode": "A, actuarielle",
        "Calcul": (
            "Avance moins ses échéances, chacune ramenée au jour du versement au taux de référence"
        ),
        "Part publique du fonds": "100 %",
    }


def test_method_b_tells_its_discount_rate_and_days_their_value():
    basis = replace(
        BASIS, method=AidMethod.B, source="Commission, 5 janvier", days_value=Money(2_400_00)
    )
    rows = told(replace(SHEET, basis=basis))
    assert rows["Taux d’actualisation"] == "3,19 %"
    assert rows["Jours de compétences"] == "2 400,00 €"
    assert rows["Source du taux"] == "Commission, 5 janvier"


def test_without_a_rate_there_is_nothing_to_tell_but_the_day():
    assert list(told(replace(SHEET, basis=None))) == ["Jour de l’aide", "Montant de l’avance"]


@pytest.mark.parametrize(
    ("sheet", "verdict"),
    [
        (SHEET, "Sous le plafond : 1 736,51 € sur 300 000,00 €, il reste 298 263,49 €."),
        (
            replace(SHEET, total=Money(300_000_01), is_allowed=False, left=None),
            (
                "Au-dessus du plafond : 300 000,01 € pour 300 000,00 €."
                " L’aide entière est refusée, elle ne se réduit pas."
            ),
        ),
        (
            replace(SHEET, total=None, is_allowed=False, left=None),
            (
                "Taux de base inconnu au 23 novembre 2026 : l’aide ne se calcule pas."
                " Saisissez le taux de ce jour."
            ),
        ),
    ],
)
def test_the_verdict_is_a_sentence(sheet, verdict):
    assert plain(verdict_text(sheet)) == verdict


@pytest.mark.parametrize(
    ("undated", "counts", "told"),
    [
        (ZERO, True, ""),
        (Money(12_500_00), True, "compte\u00a0: aucune aide datée n’est dans la période."),
        (
            Money(12_500_00),
            False,
            "ne compte pas\u00a0: les aides datées de la période le remplacent.",
        ),
    ],
)
def test_the_total_declared_without_dates_says_whether_it_counts(undated, counts, told):
    assert undated_text(replace(unknown_sheet(), undated=undated, counts_undated=counts)).endswith(
        told
    )
