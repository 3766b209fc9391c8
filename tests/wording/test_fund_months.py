"""A month of the forecast in words, and when the fund can lend."""

from dataclasses import replace
from datetime import date

import pytest

from alize_desktop.models.records.fund import ForecastMonth
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.fund_months import lending_text, month_text

QUIET = ForecastMonth(
    month=date(2027, 8, 1),
    opening=Money(10_000_00),
    repayments=ZERO,
    contributions=ZERO,
    withdrawals=ZERO,
    grants=ZERO,
    closing=Money(10_000_00),
    available=Money(8_000_00),
)


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("month", "told"),
    [
        (QUIET, "Août 2027 : il n’entre rien ; il ne sort rien."),
        (
            replace(QUIET, repayments=Money(1_250_50), contributions=Money(5_000_00)),
            (
                "Août 2027 : il entre 1 250,50 € de remboursements et 5 000 € d’abondements ;"
                " il ne sort rien."
            ),
        ),
        (
            replace(QUIET, grants=Money(6_000_00), withdrawals=Money(100_00)),
            (
                "Août 2027 : il n’entre rien ; il sort 6 000 € de versements d’avances et 100 €"
                " de retraits et de frais."
            ),
        ),
    ],
)
def test_a_month_tells_what_it_brings_and_takes(month, told):
    end = " À la fin du mois : 10 000 € en banque, dont 8 000 € disponibles."
    assert plain(month_text(month)) == told + end


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (date(2026, 11, 1), "Dès maintenant : le disponible prévu reste au-dessus de 15 000 €."),
        (date(2027, 4, 1), "En avril 2027 : le disponible prévu atteint 15 000 €, puis y reste."),
        (
            None,
            (
                "Pas dans les soixante mois à venir : le disponible prévu n’atteint pas 15 000 €"
                " pour y rester."
            ),
        ),
    ],
)
def test_the_question_has_an_answer(when, told):
    assert plain(lending_text(Money(15_000_00), date(2026, 11, 23), when)) == told
