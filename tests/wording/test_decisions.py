"""The sentence of a decision."""

from dataclasses import replace
from datetime import date

import pytest

from alize_desktop.models.enums import ConditionKind, DecisionOutcome, JobContract
from alize_desktop.models.records.decisions import Condition, DecisionDraft
from alize_desktop.models.values import Money
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.decision_words import changes
from alize_desktop.wording.decisions import (
    conditions_sentence,
    decision_sentence,
    period_text,
    terms_text,
)

ADVANCE = {"amount": Money(1_200_000), "months": 48, "deferral": 12, "every": 3}


def said(draft, partner=""):
    return decision_sentence(draft, partner, NO_BREAK).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (
            DecisionDraft(
                DecisionOutcome.APPROVED,
                **ADVANCE,
                days=3,
                skill_category="commercial",
                jobs_created=2,
                jobs_maintained=1,
                contract=JobContract.PERMANENT,
                jobs_by=date(2027, 3, 1),
            ),
            "Agréé : avance remboursable de 12 000,00 € sur 48 mois dont 12 mois de différé, remboursée par trimestre ; 3 jours de compétences (commercial), par Cablofil ; 2 emplois à créer et 1 emploi à maintenir (CDI) avant le 1er mars 2027.",
        ),
        (
            DecisionDraft(
                DecisionOutcome.APPROVED_WITH_CONDITIONS,
                days=1,
                conditions=(Condition("Accord de la banque", ConditionKind.PRECEDENT),),
            ),
            "Agréé sous conditions : 1 jour de compétences, par Cablofil ; 1 condition.",
        ),
        (
            DecisionDraft(
                DecisionOutcome.APPROVED_REDUCED, **ADVANCE | {"deferral": 0}, jobs_created=1
            ),
            "Agréé pour un montant réduit : avance remboursable de 12 000,00 € sur 48 mois, remboursée par trimestre ; 1 emploi à créer.",
        ),
        (
            DecisionDraft(
                DecisionOutcome.DEFERRED,
                grounds="Comptes à revoir.",
                documents_asked="bilan 2025",
            ),
            "Ajourné : Comptes à revoir ; pièces demandées : bilan 2025.",
        ),
        (
            DecisionDraft(DecisionOutcome.REJECTED, grounds="Hors territoire"),
            "Refusé : Hors territoire.",
        ),
        (DecisionDraft(DecisionOutcome.WITHDRAWN), "Retiré."),
    ],
)
def test_a_decision_says_the_whole_package(draft, sentence):
    assert said(draft, "Cablofil") == sentence


def test_a_partner_may_be_chosen_later():
    assert (
        said(DecisionDraft(DecisionOutcome.APPROVED, days=2)) == "Agréé : 2 jours de compétences."
    )


@pytest.mark.parametrize(
    ("every", "text"),
    [(1, "par mois"), (3, "par trimestre"), (12, "par an"), (4, "tous les 4 mois")],
)
def test_periods_have_their_name(every, text):
    assert period_text(every) == text


def test_terms_without_deferral_do_not_speak_of_it():
    assert terms_text(36, 0, 1) == "sur 36 mois, remboursée par mois"


def test_the_texts_of_conditions_are_read_before_they_are_final():
    lease = Condition("Bail commercial signé ", ConditionKind.PRECEDENT)
    bank = Condition("Accord de la banque", ConditionKind.PRECEDENT)
    approved = DecisionDraft(DecisionOutcome.APPROVED_WITH_CONDITIONS, days=1, conditions=(lease,))
    told = conditions_sentence(approved).replace(NO_BREAK, " ")
    assert told == "Condition : « Bail commercial signé »."
    told = conditions_sentence(replace(approved, conditions=(lease, bank))).replace(NO_BREAK, " ")
    assert told == "Conditions : « Bail commercial signé » ; « Accord de la banque »."
    assert conditions_sentence(replace(approved, conditions=())) == ""
    assert conditions_sentence(replace(approved, outcome=DecisionOutcome.REJECTED)) == ""


def test_a_deferral_may_come_on_top_of_the_duration():
    draft = DecisionDraft(DecisionOutcome.APPROVED, **ADVANCE)
    assert "sur 48 mois plus 12 mois de différé" in decision_sentence(draft, included=False)
    assert list(changes(draft, draft, included=(True, False))) == [
        (
            "remboursement\u00a0: sur 48 mois plus 12 mois de différé, remboursée par trimestre"
            " (auparavant\u00a0: sur 48 mois dont 12 mois de différé, remboursée par trimestre)"
        )
    ]
