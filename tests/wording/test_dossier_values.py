"""What the fields of the papers of one dossier say."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.models.enums import (
    Agreement,
    Civility,
    ConditionEventKind,
    ConditionKind,
    DecisionOutcome,
    TemplateKey,
)
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.dossiers import FinancingDetails, RequestDetails
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.agreement_words import (
    company_signatory,
    condition_standing,
    instalments_phrase,
    instalments_text,
    lender_signatory,
    operator_signatory,
    schedule_sentence,
)
from alize_desktop.wording.company_words import (
    manager_name,
    manager_title,
    place_of,
    recipient_lines,
    salutation,
)
from alize_desktop.wording.decision_words import (
    changes,
    condition_items,
    granted_items,
    jobs_text,
    listed,
    sentence,
)
from alize_desktop.wording.dossier_values import (
    notification_key,
    place_and_date,
    reference_of,
    sender_of,
    values_of,
)
from alize_desktop.wording.loan_words import is_free_loan
from alize_desktop.wording.template_fields import FIELD_WORDS
from tests.dossier_records import (
    APPROVAL,
    COMPANY,
    CONDITIONS,
    PARTNER,
    SHEET,
    company,
    paper_record,
    taken,
)

MME, M = Civility.MADAME, Civility.MONSIEUR
DAYS_ONLY = replace(APPROVAL, amount=ZERO)
EARLIER = replace(APPROVAL, amount=Money(12_000_00), days=0, jobs_maintained=0, jobs_by=None)


@pytest.mark.parametrize(
    ("form", "civility", "title", "words"),
    [
        ("SARL", MME, "gérante", "Madame la gérante"),
        ("EURL", M, "gérant", "Monsieur le gérant"),
        ("S.A.S.", M, "président", "Monsieur le président"),
        ("SARL unipersonnelle", M, "gérant", "Monsieur le gérant"),
        ("Société à responsabilité limitée", MME, "gérante", "Madame la gérante"),
        ("Artisan", M, "dirigeant", "Monsieur"),
        ("sas", MME, "présidente", "Madame la présidente"),
        ("SA", MME, "directrice générale", "Madame la directrice générale"),
        ("", MME, "dirigeante", "Madame"),
        ("SAS", None, "président", "Madame, Monsieur"),
    ],
)
def test_who_leads_a_company_is_addressed_by_gender_and_office(form, civility, title, words):
    led = replace(COMPANY, legal_form=form, manager_civility=civility)
    assert manager_title(led) == title
    assert salutation(led) == words


def test_nobody_named_leads_nothing():
    assert manager_name(replace(COMPANY, manager_name=" ")) == ""


def test_the_address_of_a_company_has_its_street_when_a_column_held_it():
    lines = ("Menuiserie Œillet", "Mme\u00a0Inès Lévêque", "12 rue des Forges", "ZA du Bois")
    assert recipient_lines(SHEET) == (*lines, "21200 BEAUNE")
    bare = replace(company(manager_name="", postcode="", town=""), extra=())
    assert recipient_lines(bare) == ("Menuiserie Œillet",)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("12 rue X\n21000 Dijon", "Dijon"),
        ("21000 Dijon\nFrance", "Dijon"),
        ("12 rue X", ""),
        ("21000", ""),
        ("", ""),
        ("²1000 Dijon", ""),
    ],
)
def test_the_place_of_a_letter_is_the_town_of_its_sender(address, place):
    assert place_of(address) == place


def test_a_letter_says_where_and_when():
    assert place_and_date("Dijon", date(2026, 3, 1)) == "À Dijon, le 1er mars 2026"
    assert place_and_date("", date(2026, 3, 2)) == "Le 2 mars 2026"


def test_lists_end_as_french_lists_do():
    assert listed(["un.", " ", "deux ;", "trois"]) == "un\u00a0;\ndeux\u00a0;\ntrois."
    assert listed([]) == ""


@pytest.mark.parametrize(
    ("text", "said"), [("", ""), (" a ", "a."), ("a.", "a."), ("a ?", "a ?"), ("a…", "a…")]
)
def test_what_somebody_wrote_ends_as_a_sentence(text, said):
    assert sentence(text) == said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "4 emplois à créer et 6 à maintenir (CDI)"),
        ({"jobs_maintained": 0, "contract": None}, "4 emplois à créer"),
        ({"jobs_created": 0, "jobs_maintained": 1}, "1 emploi à maintenir (CDI)"),
        ({"jobs_created": 0, "jobs_maintained": 0}, ""),
    ],
)
def test_jobs_are_counted(more, said):
    assert jobs_text(replace(APPROVAL, **more)) == said


def test_what_is_granted_is_told_item_by_item():
    advance, days = granted_items(APPROVAL, "Groupe Hêtraie")
    assert advance == (
        "une avance remboursable de 15\u00a0000,00\u00a0€, sans intérêt ni garantie, "
        "sur 48 mois dont 12 mois de différé, remboursée par trimestre"
    )
    assert days == "3 jours de compétences (Organisation), par Groupe Hêtraie"
    alone = replace(APPROVAL, amount=ZERO, days=1, skill_category="")
    assert list(granted_items(alone, "")) == ["1 jour de compétences"]


def test_conditions_say_their_kind_and_their_date():
    assert list(condition_items(CONDITIONS)) == [
        "Accord définitif de la banque, avant le 24 juin 2026 (préalable au versement)",
        "Remise des comptes annuels (suivi)",
    ]
    assert list(condition_items(CONDITIONS, ConditionKind.FOLLOW_UP)) == [
        "Remise des comptes annuels"
    ]


def test_an_amendment_says_what_changes_and_nothing_else():
    told = list(changes(EARLIER, replace(APPROVAL, conditions=CONDITIONS[1:])))
    assert told == [
        "avance remboursable\u00a0: 15\u00a0000,00\u00a0€ (auparavant\u00a0: 12\u00a0000,00\u00a0€)",
        "compétences\u00a0: 3 jours de compétences (auparavant\u00a0: aucun jour)",
        (
            "emploi\u00a0: 4 emplois à créer et 6 à maintenir (CDI)"
            " (auparavant\u00a0: 4 emplois à créer (CDI))"
        ),
        "date limite des emplois\u00a0: 1er mars 2027 (auparavant\u00a0: aucune)",
        "conditions\u00a0: Remise des comptes annuels (suivi) (auparavant\u00a0: aucune)",
    ]
    none = DecisionDraft(DecisionOutcome.APPROVED, days=1)
    assert "remboursement\u00a0: sans objet" in "".join(changes(APPROVAL, none))
    assert list(changes(APPROVAL, APPROVAL)) == []


def test_every_value_is_that_of_a_known_field():
    record = paper_record(replace(APPROVAL, conditions=CONDITIONS), before=taken(EARLIER))
    record = replace(record, first=taken(EARLIER, "2026-D001", date(2026, 1, 20)))
    assert set(values_of(record)) <= set(FIELD_WORDS)


def test_an_approval_fills_its_letter():
    values = values_of(paper_record(replace(APPROVAL, conditions=CONDITIONS)))
    assert values["montant_en_lettres"] == "quinze mille euros"
    assert values["seance_du"] == "séance du mardi 24 mars 2026"
    assert values["comite"] == "le comité d’agrément"
    assert values["date_validite"] == "24 septembre 2026"
    assert (
        values["conditions_prealables"] == "Accord définitif de la banque, avant le 24 juin 2026."
    )
    assert values["premiere_echeance"] == "24 juin 2027"
    assert values["nombre_echeances"] == "12 échéances"
    assert values["equivalent_subvention"] == "2\u00a0170,64\u00a0€"
    assert values["taux_reference"] == "6,19\u00a0%"
    assert values["total_de_minimis"] == "14\u00a0670,64\u00a0€"
    assert values["siren"] == "999\u00a0482\u00a0137"
    assert "decision_initiale" not in values
    assert "modifications" not in values


def test_a_later_decision_names_the_first():
    first = taken(EARLIER, "2026-D001", date(2026, 1, 20))
    values = values_of(paper_record(before=first, first=first))
    assert values["decision_initiale"] == "2026-D001"
    assert values["date_initiale"] == "20 janvier 2026"
    assert values["modifications"].startswith("avance remboursable")


def test_new_terms_of_an_advance_are_told_with_their_dates():
    longer = taken(replace(APPROVAL, months=60))
    values = values_of(paper_record(taken=longer, before=taken(number="2026-D001")))
    told = "16 échéances, la première due le 24 juin 2027, la dernière le 24 mars 2031"
    assert values["nouvelles_echeances"] == told
    assert f"échéances\u00a0: {told} (auparavant\u00a0: 12 échéances" in values["modifications"]
    alone = values_of(paper_record(taken=longer, before=taken(DAYS_ONLY, "2026-D001")))
    assert alone["nouvelles_echeances"] == told
    assert "échéances\u00a0:" not in alone["modifications"]


def test_an_unchanged_advance_keeps_its_schedule():
    more = taken(replace(APPROVAL, jobs_created=9))
    values = values_of(paper_record(taken=more, before=taken(number="2026-D001")))
    assert "nouvelles_echeances" not in values
    assert values["modifications"].startswith("emploi")


def test_an_approval_is_no_longer_told_valid_after_its_last_day():
    assert "date_caducite" not in values_of(paper_record(today=date(2026, 9, 24)))
    values = values_of(paper_record(today=date(2026, 9, 25)))
    assert values["date_caducite"] == "24 septembre 2026"
    assert "date_validite" not in values
    assert "validite" not in values


def test_the_only_instalment_is_told_in_the_singular():
    once = taken(replace(APPROVAL, months=24, every=12)).schedule
    assert instalments_phrase(once) == "1 échéance, due le 24 mars 2028"


@pytest.mark.parametrize(
    ("amount", "every", "told"),
    [
        (7_637_00, 3, "8 échéances\u00a0: 7 de 954,63\u00a0€ et une dernière de 954,59\u00a0€"),
        (8_000_00, 3, "8 échéances de 1\u00a0000,00\u00a0€"),
        (8_000_00, 12, "une échéance de 8\u00a0000,00\u00a0€"),
    ],
)
def test_the_amounts_of_instalments_name_the_last_when_it_is_another(amount, every, told):
    terms = replace(APPROVAL, amount=Money(amount), months=24 + 12 * (every == 3), every=every)
    assert instalments_text(taken(terms).schedule.rows) == told


def test_what_is_not_granted_is_not_said():
    draft = DecisionDraft(
        DecisionOutcome.DEFERRED, grounds="Plan à revoir", documents_asked="Bilan\nKbis"
    )
    sheet = replace(SHEET, request=RequestDetails(), financing=FinancingDetails())
    values = values_of(paper_record(draft, sheet=sheet, is_written=True, first=None))
    assert "montant" not in values
    assert "equivalent_subvention" not in values
    assert values["montant_demande"] == values["emplois_avant"] == values["accord"] == ""
    assert values["motif"] == "Plan à revoir."
    assert values["pieces"] == "Bilan\u00a0;\nKbis."
    assert values["seance_du"] == "consultation écrite du mardi 24 mars 2026"


def test_a_withdrawal_without_a_meeting_has_its_own_reason():
    values = values_of(paper_record(None, withdrawal="À sa demande", is_withdrawn=True))
    assert values["motif"] == "À sa demande."
    assert "seance_du" not in values


def test_no_aid_is_told_for_a_day_without_a_rate():
    sheet = replace(SHEET, financing=FinancingDetails())
    values = values_of(paper_record(taken=taken(day=date(2031, 1, 2)), sheet=sheet))
    assert values["aides_declarees"] == "aucune"
    assert "equivalent_subvention" not in values


def test_what_the_programme_granted_before_has_a_line_of_its_own():
    values = values_of(paper_record())
    assert values["aides_accordees"] == "aucune"
    assert values["marge_taux"] == "4 points"
    values = values_of(paper_record(granted=(taken().schedule,)))
    assert values["aides_accordees"] == "2\u00a0170,64\u00a0€"
    assert values["total_de_minimis"] == "16\u00a0841,28\u00a0€"
    late = taken(day=date(2031, 1, 2)).schedule
    values = values_of(paper_record(granted=(late,)))
    assert "aides_accordees" not in values
    assert "total_de_minimis" not in values
    assert values["equivalent_subvention"] == "2\u00a0170,64\u00a0€"


def test_the_body_keeps_its_gender():
    values = values_of(paper_record(body="commission d’agrément", body_feminine=True))
    assert values["comite"] == "la commission d’agrément"
    assert values["du_comite"] == "de la commission d’agrément"


@pytest.mark.parametrize(
    ("outcome", "key"),
    [
        (DecisionOutcome.APPROVED, TemplateKey.NOTIFICATION_APPROVED),
        (DecisionOutcome.APPROVED_WITH_CONDITIONS, TemplateKey.NOTIFICATION_CONDITIONS),
        (DecisionOutcome.APPROVED_REDUCED, TemplateKey.NOTIFICATION_REDUCED),
        (DecisionOutcome.DEFERRED, TemplateKey.NOTIFICATION_DEFERRED),
        (DecisionOutcome.REJECTED, TemplateKey.NOTIFICATION_REFUSED),
        (DecisionOutcome.WITHDRAWN, TemplateKey.NOTIFICATION_WITHDRAWN),
    ],
)
def test_each_outcome_has_its_letter(outcome, key):
    assert notification_key(taken(DecisionDraft(outcome))) is key


def test_no_decision_is_told_as_a_withdrawal():
    assert notification_key(None) is TemplateKey.NOTIFICATION_WITHDRAWN


@pytest.mark.parametrize(
    ("group", "headcount", "is_free"),
    [
        (Agreement.YES, Decimal("12.5"), True),
        (Agreement.YES, Decimal(250), False),
        (Agreement.YES, None, False),
        (Agreement.NO, Decimal(10), False),
        (Agreement.UNKNOWN, Decimal(10), False),
    ],
)
def test_staff_is_lent_below_cost_only_when_the_law_surely_allows(group, headcount, is_free):
    lender, host = replace(PARTNER, large_group=group), replace(COMPANY, headcount=headcount)
    assert is_free_loan(lender, host) is is_free
    record = paper_record(partner=lender, sheet=company(headcount=headcount))
    values = values_of(record)
    assert ("8241-3" in values["base_legale"]) is is_free
    assert ("ne facture ni" in values["refacturation"]) is is_free


def test_parties_sign_in_their_capacity():
    record = paper_record()
    name = "Mme\u00a0Inès Lévêque"
    assert operator_signatory(record) == ("Pour Alizé Côte-d’Or", "Claire Roussel, directrice")
    assert company_signatory(record) == ("Pour Menuiserie Œillet", f"{name}, gérante")
    assert lender_signatory(record) == ("Pour Groupe Hêtraie", "M. Didier Garçon")
    nobody = paper_record(sheet=company(manager_name=""), partner=None)
    assert company_signatory(nobody) == ("Pour Menuiserie Œillet", "Gérante")
    assert lender_signatory(nobody) == ("Pour l’entreprise prêteuse", "")


def test_who_writes_is_the_operator_or_the_programme():
    assert sender_of(paper_record()) == "Alizé Côte-d’Or"
    record = paper_record(programme=Programme("Meuse"), identity=PaperIdentity())
    assert sender_of(record) == "Programme Alizé, bassin Meuse"


def test_an_answer_quotes_dossier_and_decision():
    assert reference_of(paper_record()) == "dossier 2026-014, décision 2026-D003"
    assert reference_of(paper_record(None)) == "dossier 2026-014"


def test_a_schedule_says_what_it_is_reckoned_from():
    assert schedule_sentence(taken().schedule) == (
        "Avance de 15\u00a0000,00\u00a0€, pour un versement le 24 mars 2026\u00a0: 12 échéances."
    )


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (None, "À lever"),
        (ConditionEventKind.EXTENDED, "Prolongée, à lever"),
        (ConditionEventKind.MET, "Levée"),
    ],
)
def test_a_condition_says_where_it_stands(last, said):
    (state, _other) = paper_record(replace(APPROVAL, conditions=CONDITIONS)).conditions
    assert condition_standing(replace(state, last=last)) == said
