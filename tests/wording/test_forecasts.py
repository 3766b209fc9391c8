"""The sentence of a quorum that answers let expect."""

from dataclasses import replace

import pytest

from alize_desktop.rules.forecast import Forecast
from alize_desktop.wording.forecasts import forecast_sentence

REACHED = Forecast(17, 9, 9, 12, 3, 0, is_reached=True, is_possible=True)
SHORT = replace(REACHED, expected=7, is_reached=False)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (REACHED, "Quorum prévu : 9 sur 17, il en faut 9."),
        (replace(REACHED, recused=2), "Quorum prévu : 9 sur 17, 2 déports, il en faut 9."),
        (SHORT, "Quorum prévu : 7 sur 17, il en faut 9 ; 3 membres n’ont pas répondu."),
        (
            replace(SHORT, silent=1),
            "Quorum prévu : 7 sur 17, il en faut 9 ; 1 membre n’a pas répondu.",
        ),
        (
            replace(SHORT, silent=0, is_possible=False),
            "Quorum prévu : 7 sur 17, il en faut 9 ; il ne sera pas atteint.",
        ),
        (
            replace(SHORT, silent=1, is_possible=False),
            (
                "Quorum prévu : 7 sur 17, il en faut 9 ; il ne sera pas atteint, même si le membre"
                " sans réponse vient."
            ),
        ),
        (
            replace(SHORT, expected=4, silent=2, is_possible=False),
            (
                "Quorum prévu : 4 sur 17, il en faut 9 ; il ne sera pas atteint, même si les 2"
                " membres sans réponse viennent."
            ),
        ),
        (
            replace(SHORT, is_waived=True, is_reached=True),
            "Quorum prévu : 7 sur 17, il en faut 9 ; non requis, seconde convocation.",
        ),
        (replace(REACHED, is_waived=True), "Quorum prévu : 9 sur 17, il en faut 9."),
        (
            replace(REACHED, is_reached=False, missing_colleges=("bank",)),
            "Quorum prévu : 9 sur 17, il en faut 9 ; il manque le collège « Banques ».",
        ),
        (
            replace(REACHED, is_reached=False, missing_colleges=("bank", "Ruraux")),
            (
                "Quorum prévu : 9 sur 17, il en faut 9 ; il manque les collèges « Banques » et"
                " « Ruraux »."
            ),
        ),
    ],
)
def test_a_forecast_says_what_it_would_take(found, sentence):
    for mark in ":;»":
        sentence = sentence.replace(f" {mark}", f"\u00a0{mark}")
    assert forecast_sentence(found) == sentence.replace("« ", "«\u00a0")
