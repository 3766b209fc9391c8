"""Sentences of the check-list before closing."""

from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.models.enums import (
    Civility,
    ItemKind,
    ItemStep,
    MemberCollege,
    MemberOffice,
)
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.records.people import MemberSheet
from alize_desktop.models.values import ZERO
from alize_desktop.wording import closing

ONE = UUID(int=1)


def line(step=ItemStep.PENDING, dossier=ONE, number="2026-004", company="Aubry"):
    kind = ItemKind.DOSSIER if dossier else ItemKind.INFORMATION
    return AgendaLine(ONE, 1, dossier, number, company, "", ZERO, 0, 0, step, None, (), kind=kind)


def sheet(civility, name):
    return MemberSheet(civility, "", name, "", MemberCollege.BANK, MemberOffice.MEMBER, Decimal(1))


@pytest.mark.parametrize(
    ("step", "what"),
    [
        (ItemStep.PENDING, "aucune issue\u00a0; décidez, ajournez ou retirez."),
        (ItemStep.PRESENTED, "aucune issue\u00a0; décidez, ajournez ou retirez."),
        (
            ItemStep.BALLOT_OPEN,
            "le vote est ouvert\u00a0; il reste à le clore et à proclamer le résultat.",
        ),
        (ItemStep.BALLOT_CLOSED, "le résultat du vote n’est pas proclamé."),
        (
            ItemStep.PROCLAIMED,
            "le résultat est proclamé\u00a0; la décision reste à enregistrer.",
        ),
    ],
)
def test_a_dossier_says_what_it_awaits(step, what):
    assert closing.unfinished(line(step)) == f"2026-004 Aubry\u00a0: {what}"


def test_a_standing_point_is_not_concluded():
    point = line(dossier=None, number="", company="Suivi des conditions")
    assert closing.unfinished(point) == "Suivi des conditions\u00a0: ce point n’est pas conclu."


def test_what_minutes_would_lack_is_told():
    assert closing.undated_conditions(line(), 1) == "2026-004 Aubry\u00a0: 1 condition sans date."
    assert closing.undated_conditions(line(), 2) == "2026-004 Aubry\u00a0: 2 conditions sans date."
    again = closing.to_examine_again(line(), "à revoir.")
    assert again == "2026-004 Aubry\u00a0: à revoir."
    decided = closing.decided_in_doubt(line())
    assert decided.startswith("2026-004 Aubry\u00a0: un déport déclaré après la proclamation")
    assert decided.endswith("Corrigez-le, ou prenez une décision modificative.")


def test_who_presided_and_left_is_named():
    assert closing.presiding_gone(sheet(Civility.MADAME, "Martin")) == (
        "Mme\u00a0Martin, qui préside, n’est pas là\u00a0: désignez qui préside et signe le"
        " procès-verbal."
    )


def test_a_proxy_without_document_names_both():
    told = closing.proxy_without_document(
        sheet(Civility.MADAME, "Martin"), sheet(Civility.MONSIEUR, "Vial")
    )
    assert told == (
        "Le pouvoir de Mme\u00a0Martin à M.\u00a0Vial n’a pas de document"
        "\u00a0: notez comment il a été reçu."
    )
