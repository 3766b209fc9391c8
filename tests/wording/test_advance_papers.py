"""What the papers of one advance say."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from alize_desktop.models.enums import AdvanceEventKind, AdvanceState, PaperKind, ScheduleReason
from alize_desktop.models.records.advances import ScheduleVersion
from alize_desktop.models.records.dossiers import OpinionDetails
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.advance_decision_words import (
    WITHOUT_GROUNDS,
    advance_facts,
    decision_sentences,
    decision_title,
    entry_text,
    grounds_text,
    position_facts,
)
from alize_desktop.wording.late_letters import agreement_reference, late_values
from alize_desktop.wording.release_words import (
    WITHOUT_ACCOUNT,
    beneficiary_facts,
    decision_facts,
    money_facts,
    precedent_rows,
    release_sentence,
    release_signatories,
    release_title,
    released,
)
from tests.advance_records import (
    AMOUNT,
    EVENTS,
    PAID,
    PAID_ON,
    ROWS,
    SIGNED,
    TODAY,
    advance,
    event,
    late_record,
    position,
)
from tests.dossier_records import paper_record, taken

NB = "\u00a0"


def said(kind, record):
    """Return the fields of a letter, their no-break spaces as plain ones."""
    return {name: text.replace(NB, " ") for name, text in late_values(kind, record).items()}


def plain(rows):
    return {name: text.replace(NB, " ") for name, text in rows if text}


def with_events(*events, where=None):
    return late_record(detail=advance(where, events))


def nameless(record):
    """Return a record of an office that told nothing of itself."""
    paper = record.paper
    programme = replace(paper.programme, operator="")
    return replace(
        record,
        paper=replace(paper, programme=programme, identity=PaperIdentity()),
        rules=MoneyRules(),
    )


def test_a_reminder_tells_what_is_late_and_what_was_told_before():
    values = said(PaperKind.REMINDER, late_record())
    assert values["convention"] == "2026-D003"
    assert values["date_convention"] == "8 avril 2026"
    assert values["versement"] == "versée le 20 avril 2026"
    assert values["montant"] == "15 000,00 €"
    assert values["echeances_en_retard"].splitlines() == [
        "échéance n° 1, due le 20 juillet 2027 : il reste 400,00 € à payer sur 1 250,00 € ;",
        "échéance n° 2, due le 20 octobre 2027 : 1 250,00 €.",
    ]
    assert values["total_en_retard"] == "1 650,00 €"
    assert values["jours_de_retard"] == "100 jours"
    assert values["date_relance"] == "30 juillet 2027"
    assert values["date_mise_en_demeure"] == ""


def test_a_letter_about_an_earlier_delay_is_not_told_again():
    old = event(AdvanceEventKind.REMINDER, ROWS[0].due - timedelta(days=100), number=5)
    assert said(PaperKind.REMINDER, with_events(SIGNED, PAID, old))["date_relance"] == ""
    reversed_one = event(AdvanceEventKind.REMINDER, TODAY, number=5, is_reversed=True)
    assert said(PaperKind.REMINDER, with_events(reversed_one))["date_relance"] == ""


def tranche(on, euros):
    return event(AdvanceEventKind.DISBURSEMENT, on, Money(euros * 100), 5)


@pytest.mark.parametrize(
    ("tranches", "text"),
    [
        ((), ""),
        (((PAID_ON, 15_000),), "versée le 20 avril 2026"),
        (((PAID_ON, 2_000),), "dont 2 000,00 € versés le 20 avril 2026"),
        (
            ((PAID_ON, 10_000), (date(2026, 6, 1), 5_000)),
            "versée en deux fois, du 20 avril 2026 au 1er juin 2026",
        ),
        (
            ((PAID_ON, 10_000), (date(2026, 6, 1), 4_000)),
            "dont 14 000,00 € versés en deux fois, du 20 avril 2026 au 1er juin 2026",
        ),
        (((PAID_ON, 10_000), (PAID_ON, 5_000)), "versée en deux fois, le 20 avril 2026"),
    ],
)
def test_a_letter_tells_what_was_paid_and_no_more(tranches, text):
    values = said(PaperKind.REMINDER, with_events(*(tranche(*each) for each in tranches)))
    assert values["versement"] == text
    assert values["date_convention"] == ""


def moratorium(first, last, number=6):
    return event(AdvanceEventKind.MORATORIUM, first, number=number, until=last)


def test_the_days_of_a_moratorium_are_told_with_the_delay():
    before = moratorium(date(2027, 1, 1), date(2027, 3, 31))
    during = moratorium(date(2027, 8, 1), date(2027, 8, 31), 7)
    later = moratorium(date(2027, 9, 10), date(2027, 9, 13), 8)
    kind = PaperKind.FORMAL_NOTICE
    assert said(kind, with_events(before))["jours_de_retard"] == "100 jours"
    assert said(kind, with_events(before, during))["jours_de_retard"] == (
        "100 jours (moratoire du 1er août 2027 au 31 août 2027 déduit)"
    )
    assert said(kind, with_events(during, later))["jours_de_retard"] == (
        "100 jours (moratoires du 1er août 2027 au 31 août 2027"
        " et du 10 septembre 2027 au 13 septembre 2027 déduits)"
    )


def test_instalments_of_an_amendment_are_those_of_the_amendment():
    held = ScheduleVersion(
        id=UUID(int=9),
        dossier_id=UUID(int=14),
        version=2,
        reason=ScheduleReason.RESCHEDULING,
        decision_number="2027-D011",
        effective_on=date(2027, 6, 30),
        terms=AdvanceTerms(AMOUNT, 48, PAID_ON),
        rows=ROWS,
        kept=frozenset(),
        sha256="",
        note="",
        made_at=datetime(2027, 6, 30, tzinfo=UTC),
    )
    record = late_record(detail=replace(advance(), versions=(held,)))
    values = said(PaperKind.REMINDER, record)
    assert values["avenant"] == "modifiée par l’avenant n° 2027-D011 du 30 juin 2027"
    assert values["echeances_en_retard"].splitlines()[1] == (
        "échéance n° 2 de l’avenant n° 2027-D011, due le 20 octobre 2027 : 1 250,00 €."
    )
    decided = taken(number="2027-D011", day=date(2027, 6, 22))
    told = replace(record, paper=replace(record.paper, taken=decided))
    assert said(PaperKind.REMINDER, told)["avenant"].endswith(
        " du 30 juin 2027, suivant la décision du 22 juin 2027"
    )
    signed = replace(held, reason=ScheduleReason.CONTRACT)
    contract = late_record(detail=replace(advance(), versions=(signed,)))
    assert said(PaperKind.REMINDER, contract)["avenant"] == ""


def test_the_agreement_has_the_number_of_the_decision_without_one_of_its_own():
    record = late_record()
    bare = replace(record, paper=replace(record.paper, first=None))
    assert said(PaperKind.REMINDER, bare)["convention"] == "2026-D003"


def test_who_owes_is_told_how_to_pay_whatever_is_known():
    record = late_record()
    values = said(PaperKind.REMINDER, record)
    assert values["paiement"] == (
        "par virement à Alizé Côte-d’Or, IBAN FR76 3000 1007 9412 3456 7890 185, BIC BDFEFRPP,"
        " en rappelant la référence 2026-014"
    )
    rules = MoneyRules()
    assert said(PaperKind.REMINDER, replace(record, rules=rules))["paiement"] == (
        "par virement à Alizé Côte-d’Or, en rappelant la référence 2026-014"
    )
    assert said(PaperKind.REMINDER, nameless(record))["paiement"] == (
        "par virement sur le compte du programme, en rappelant la référence 2026-014"
    )


def test_somebody_can_always_be_called():
    record = late_record()
    sheet = replace(record.paper.sheet, opinion=OpinionDetails(case_officer="Mme Odile Perrin"))
    followed = replace(record, paper=replace(record.paper, sheet=sheet))
    assert said(PaperKind.REMINDER, followed)["interlocuteur"] == "Mme Odile Perrin"
    assert said(PaperKind.REMINDER, record)["interlocuteur"] == "Claire Roussel, directrice"
    assert said(PaperKind.REMINDER, nameless(record))["interlocuteur"] == "l’équipe du programme"


def test_a_formal_notice_names_its_days():
    values = said(PaperKind.FORMAL_NOTICE, late_record())
    assert values["payer_avant"] == "12 novembre 2027"
    assert values["date_exigibilite"] == "13 novembre 2027"
    assert values["delai_exigibilite"] == "60 jours"


def test_an_acceleration_for_another_reason_tells_it_and_no_delay():
    decided = event(
        AdvanceEventKind.ACCELERATION, PAID_ON, number=5, note="Avance employée à un autre objet"
    )
    where = position(date(2026, 5, 1), ZERO, state=AdvanceState.ACCELERATED)
    values = said(PaperKind.ACCELERATION_NOTICE, with_events(*EVENTS, decided, where=where))
    assert values["motif_exigibilite"] == "Avance employée à un autre objet."
    assert values["echeances_en_retard"] == ""
    assert values["jours_de_retard"] == ""
    assert "delai_exigibilite" not in values
    assert values["reste_du"] == values["reste_a_echoir"] == "15 000,00 €"


def test_an_acceleration_after_the_last_instalment_has_nothing_to_come():
    where = position(ROWS[-1].due + timedelta(days=70))
    values = said(PaperKind.ACCELERATION_NOTICE, with_events(*EVENTS, where=where))
    assert values["reste_a_echoir"] == ""
    assert values["motif_exigibilite"] == ""
    assert values["reste_du"] == values["total_en_retard"] == "14 150,00 €"


def test_an_order_tells_the_tranches_before_and_after():
    second = event(AdvanceEventKind.DISBURSEMENT, date(2026, 6, 1), Money(5_000_00), 5)
    where = position(date(2026, 6, 1), ZERO, disbursed=Money(11_000_00))
    facts = plain(money_facts(late_record(where, event=second)))
    assert facts["Montant"] == "5 000,00 €"
    assert facts["En lettres"] == "Cinq mille euros"
    assert facts["Versé auparavant"] == "6 000,00 €"
    assert facts["Reste à verser"] == "4 000,00 €"
    assert facts["Date du versement"] == "1er juin 2026"


def test_an_order_before_any_payment_is_for_all_that_is_left():
    where = position(PAID_ON, ZERO, disbursed=ZERO)
    record = late_record(detail=advance(where, (SIGNED,), left=AMOUNT))
    facts = plain(money_facts(record))
    assert released(record) == AMOUNT
    assert facts["Référence"] == "2026-014"
    assert set(facts) == {
        "Montant",
        "En lettres",
        "Référence",
        "Compte à débiter",
        "Avance accordée",
    }
    assert release_title(record).replace(NB, " ") == "Ordre de versement – avance n° 2026-014"


def test_who_is_paid_is_told_whatever_is_known():
    record = late_record()
    facts = plain(beneficiary_facts(record))
    assert facts["Représentant"] == "Mme Inès Lévêque, gérante"
    assert facts["Compte à créditer"].startswith("IBAN FR76 3000 6000")
    sheet = replace(
        record.paper.sheet, company=replace(record.paper.sheet.company, manager_name="")
    )
    unknown = replace(record, account=None, paper=replace(record.paper, sheet=sheet))
    facts = plain(beneficiary_facts(unknown))
    assert facts["Compte à créditer"] == WITHOUT_ACCOUNT.replace(NB, " ")
    assert "Représentant" not in facts


def test_an_order_rests_on_a_decision_and_an_agreement():
    facts = plain(decision_facts(late_record()))
    assert facts["Décision"] == "2026-D003 du 24 mars 2026"
    assert facts["Convention"] == "n° 2026-D003, signée le 8 avril 2026"
    bare = with_events()
    bare = replace(bare, paper=paper_record(None))
    assert plain(decision_facts(bare)) == {"Convention": "n° 2026-D003", "Dossier": "2026-014"}


def test_conditions_that_come_first_are_the_only_ones_of_an_order():
    record = late_record()
    assert precedent_rows(record.paper) == [
        ("Accord définitif de la banque.", "24/06/2026", "À lever")
    ]
    undated = replace(record.paper.conditions[0], due_on=None)
    paper = replace(record.paper, conditions=(undated,))
    assert precedent_rows(paper)[0][1] == ""


def test_two_people_sign_an_order():
    assert release_signatories(late_record()) == (
        ("Pour Alizé Côte-d’Or, l’ordonnateur", "Claire Roussel, directrice"),
        ("Vu, bon à payer", ""),
    )
    assert release_signatories(nameless(late_record()))[0] == ("L’ordonnateur", "")


@pytest.mark.parametrize(
    ("kind", "title", "first"),
    [
        (
            AdvanceEventKind.MORATORIUM,
            "Décision de moratoire",
            (
                "Un moratoire est accordé à l’entreprise à partir du 28 octobre 2027"
                " et jusqu’au 30 avril 2028."
            ),
        ),
        (
            AdvanceEventKind.ACCELERATION,
            "Décision d’exigibilité",
            (
                "L’opérateur exige le remboursement immédiat de tout ce qui reste dû de l’avance"
                " au 28 octobre 2027, soit 14 150,00 € (quatorze mille cent cinquante euros)."
            ),
        ),
        (
            AdvanceEventKind.LITIGATION,
            "Décision de recouvrement contentieux",
            (
                "Le recouvrement de ce qui reste dû, soit 14 150,00 €, est poursuivi par la voie"
                " contentieuse à partir du 28 octobre 2027."
            ),
        ),
        (
            AdvanceEventKind.WAIVER,
            "Décision d’abandon de créance",
            (
                "L’opérateur abandonne, à la date du 28 octobre 2027, une part de sa créance sur"
                " l’entreprise : 1 000,00 € (mille euros). Il reste dû 14 150,00 €."
            ),
        ),
        (
            AdvanceEventKind.LOSS,
            "Décision de passage en perte",
            (
                "Est inscrite en perte du fonds, à la date du 28 octobre 2027, la somme suivante :"
                " 1 000,00 € (mille euros). Il reste dû 14 150,00 €."
            ),
        ),
    ],
)
def test_each_decision_says_what_it_does(kind, title, first):
    draft = event(kind, TODAY, Money(1_000_00), until=date(2028, 4, 30)).draft
    sentences = decision_sentences(draft, position())
    assert sentences[0].replace(NB, " ") == first
    assert decision_title(late_record(), draft).replace(NB, " ") == (
        f"{title} – avance n° 2026-014"
    )


def test_a_waiver_of_all_leaves_nothing():
    draft = event(AdvanceEventKind.WAIVER, TODAY, Money(14_150_00)).draft
    (sentence,) = decision_sentences(draft, position(outstanding=ZERO))
    assert sentence.replace(NB, " ") == (
        "L’opérateur abandonne, à la date du 28 octobre 2027, sa créance sur l’entreprise :"
        " 14 150,00 € (quatorze mille cent cinquante euros). Il ne reste plus rien dû."
    )


def test_a_moratorium_without_an_end_has_none():
    draft = event(AdvanceEventKind.MORATORIUM, TODAY).draft
    first = decision_sentences(draft, position())[0].replace(NB, " ")
    assert first == "Un moratoire est accordé à l’entreprise à partir du 28 octobre 2027."


def test_a_decision_tells_its_reason_and_who_recorded_it():
    draft = event(AdvanceEventKind.LOSS, TODAY, note=" Liquidation ", author="Odile").draft
    assert grounds_text(draft) == "Liquidation."
    assert entry_text(draft) == "Décision saisie par Odile."
    assert entry_text(replace(draft, reference="L-12")) == (
        "Décision saisie par Odile, référence L-12."
    )
    silent = event(AdvanceEventKind.LOSS, TODAY).draft
    assert grounds_text(silent) == WITHOUT_GROUNDS
    assert entry_text(silent) == ""


def test_the_facts_of_an_advance_leave_out_what_is_nothing():
    assert plain(advance_facts(late_record()))["Convention"] == (
        "n° 2026-D003, signée le 8 avril 2026"
    )
    assert plain(advance_facts(with_events()))["Convention"] == "n° 2026-D003"
    assert plain(position_facts(position(PAID_ON, ZERO))) == {
        "Versé": "15 000,00 €",
        "Remboursé": "0,00 €",
        "Reste dû": "15 000,00 €",
    }
    assert "Abandonné ou perdu" in plain(position_facts(position(written_off=Money(1))))


def test_the_first_approval_names_the_agreement_after_an_amendment():
    record = late_record()
    later = replace(record.paper, taken=taken(number="2027-D009"))
    assert said(PaperKind.REMINDER, replace(record, paper=later))["convention"] == "2026-D003"


def test_what_is_asked_is_a_sentence():
    assert release_sentence(late_record(event=PAID)).replace(NB, " ") == (
        "Il est demandé de verser à l’entreprise Menuiserie Œillet la somme de 15 000,00 €, au titre"
        " de l’avance remboursable que le programme Alizé du bassin Côte-d’Or lui a accordée."
    )
    assert agreement_reference(late_record()) == "dossier 2026-014, convention 2026-D003"
