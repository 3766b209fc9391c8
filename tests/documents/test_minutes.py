"""The minutes say what the committee did, in order, in correct French."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.documents.minutes import minutes_pdf, minutes_sections
from alize_desktop.documents.parts.opening import body_title
from alize_desktop.documents.parts.seal import fingerprint
from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    Civility,
    DecisionOutcome,
    ExpertAdvice,
    JobContract,
    MeetingState,
    MemberOffice,
)
from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DossierSheet,
    FinancingDetails,
    JobsDetails,
    OpinionDetails,
    RequestDetails,
)
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.names import member_name


def one(record, number, **changes):
    """Return the record with only its dossier ``number``, changed."""
    return replace(record, items=(replace(record.items[number - 1], **changes),))


def with_ballot(record, number, **changes):
    """Return the record with only its dossier ``number``, its last ballot changed."""
    ballots = record.items[number - 1].ballots
    return one(record, number, ballots=(*ballots[:-1], replace(ballots[-1], **changes)))


def naming_all(record):
    """Return the record under rules that name every vote."""
    return replace(record, rules=replace(record.rules, names_minorities_only=False))


def with_draft(record, number, **changes):
    item = record.items[number - 1]
    draft = replace(item.decision.draft, **changes)
    return one(record, number, decision=replace(item.decision, draft=draft))


def with_sheet(record, number, **changes):
    return one(record, number, sheet=replace(record.items[number - 1].sheet, **changes))


def test_parts_come_in_the_committees_order(record):
    assert [section.name for section in minutes_sections(record)] == [
        "En-tête",
        "Convocation",
        "Présences",
        "Pouvoirs",
        "Quorum",
        "Présidence",
        "Mouvements",
        "Ordre du jour",
        "Procès-verbal précédent",
        "Déclarations d’intérêts",
        "Dossier 2026-014",
        "Dossier 2026-016",
        "Dossier 2026-017",
        "Suites des décisions antérieures",
        "Signatures",
        "Annexes",
        "Relevé de décisions",
    ]


def test_each_part_is_one_step(record, drain):
    steps, content = drain(minutes_pdf(record))
    assert [step.done for step in steps] == list(range(1, 18))
    assert {step.total for step in steps} == {17}
    assert content.endswith(b"%%EOF\n")


def test_the_header_says_which_meeting_it_was(record, printed):
    text = printed(record).text
    for words in (
        "Chambre de commerce et d’industrie · Bassin Côte-d’Or",
        "Comité d’agrément Alizé, séance n° CA-2026-01",
        "mardi 24 mars 2026",
        "prévue à 14 h, ouverte à 14 h 02, levée à 15 h 45",
        "Salle des Ducs, hôtel de ville de Dijon",
        "Présidente de séance Mme Céline de L’Herminier, vice-présidente du comité",
        "Secrétaire de séance Mme Nadia Roussel",
    ):
        assert words in text
    assert "PROJET" not in text
    assert "DÉMONSTRATION" not in text


def test_the_file_names_its_meeting(record, printed):
    properties = printed(record).properties
    assert properties["Title"] == "Procès-verbal CA-2026-01"
    assert properties["Author"] == "Chambre de commerce et d’industrie"
    assert properties["Subject"] == (
        "Comité d’agrément Alizé, Bassin Côte-d’Or, séance du 24 mars 2026"
    )


def test_without_an_operator_the_body_is_the_author(empty, printed):
    assert printed(empty).properties["Author"] == "Comité d’agrément Alizé"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("commission d’agrément", "Commission d’agrément Alizé"),
        ("Comité Alizé de la Meuse", "Comité Alizé de la Meuse"),
        ("", "Comité Alizé"),
    ],
)
def test_the_body_is_named_as_a_title(name, title):
    assert body_title(name) == title


def test_a_chair_who_is_a_man_is_a_president(record, printed):
    man = record.attendance[2].member
    text = printed(replace(record, presiding=man)).text
    assert "Président de séance M. Fabrice Thiébaut" in text


def test_a_meeting_that_is_not_closed_gives_a_draft_without_signatures(record, printed):
    draft = replace(record, state=MeetingState.OPEN, closed_at=None, next_meeting_on=None)
    paper = printed(draft)
    assert "PROJET La séance n’est pas levée" in paper.text
    assert all("PROJET, séance non levée" in page for page in paper.pages)
    assert "Séance en cours." in paper.text
    assert "Ce projet ne se signe pas" in paper.text
    assert "Prochaine séance date à fixer" in paper.text


def test_a_demonstration_says_so(record, printed):
    demonstration = replace(record.programme, is_demonstration=True)
    assert "DÉMONSTRATION" in printed(replace(record, programme=demonstration)).text


def test_an_empty_meeting_says_what_did_not_happen(empty, printed):
    text = printed(empty).text
    for words in (
        "L’appel n’a pas été fait.",
        "Le quorum n’a pas été constaté.",
        "Aucun point n’est inscrit à l’ordre du jour.",
        "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA",
        "Le journal compte 0 ligne.",
    ):
        assert words in text
    assert "relevé de décisions" not in text


def test_members_are_grouped_and_counted(record, printed):
    text = printed(record).text
    for words in (
        "Présents (12)",
        "À distance (1)",
        "Suppléé (1)",
        "Représentée (1)",
        "Excusées (2)",
        "Absent (1)",
        "Invités sans voix (1)",
        "M. Bruno Martin Brasserie Noisetier Entreprises Président",
        "Mme Céline de L’Herminier Menuiserie Urbain Entreprises Vice-présidente",
        "pouvoir à M. Bruno Thiébaut",
        "par Mme Odile Suppléante",
        "à la place de M. Fabrice Thiébaut",
        "à partir de 14 h 40",
    ):
        assert words in text


def test_alternates_and_guests_who_did_not_come_are_not_absent(record, printed):
    attendance = tuple(
        replace(each, kind=AttendanceKind.ABSENT) if not each.member.has_seat else each
        for each in record.attendance
    )
    text = printed(replace(record, attendance=attendance)).text
    assert "Mme Odile Suppléante Toiture" not in text
    assert "Invités sans voix" not in text
    assert "Absent (1)" in text


def test_the_proxies_say_who_gave_them_and_how_they_were_received(record, printed):
    text = printed(record).text
    assert "Pouvoirs Mandant Mandataire Réception du pouvoir Effet" in text
    assert "Mme Anaïs Perrin M. Bruno Thiébaut Courriel du 20 mars dès l’appel" in text
    bare = (replace(record.proxies[0], document=""),)
    text = printed(replace(record, proxies=bare)).text
    assert "Mme Anaïs Perrin M. Bruno Thiébaut — dès l’appel" in text
    assert "Pouvoirs" not in printed(replace(record, proxies=())).text


def test_the_quorum_shows_its_arithmetic_and_its_hour(record, printed):
    text = printed(record).text
    assert "17 membres en exercice, quorum 9 ; 13 présents et 1 représenté : 14, atteint." in text
    assert "Constaté à 14 h 10" in text


def test_a_quorum_without_an_hour_is_printed_without_one(record, printed):
    text = printed(replace(record, quorum_at=None)).text
    assert "quorum 9" in text
    assert "Constaté" not in text


def test_hours_are_those_of_the_programmes_time_zone(record, printed):
    overseas = replace(record.programme, time_zone="Indian/Reunion")
    assert "levée à 18 h 45" in printed(replace(record, programme=overseas)).text


def test_the_agenda_shows_what_is_asked(record, printed):
    text = printed(record).text
    assert "1 2026-014 R&D <Équipements> L'Étoile 15 000,00 € 6 4" in text
    assert "2 2026-016 Menuiserie Noisetier — 1 1" in text
    assert "Total 3 dossiers 27 000,00 € 7 5" in text


def test_a_company_is_introduced(record, printed):
    text = printed(record).text
    for words in (
        "Dossier 2026-014 : R&D <Équipements> L'Étoile",
        "R&D <Équipements> L'Étoile, SAS, SIREN 999 499 965",
        "Commune 30100 Alès",
        "Dirigeante Mme Anaïs Öztürk",
        "Dirigeant M. Didier Œillet",
        "Services, NAF 70.22Z, effectif 12,5 ETP, créée en 2016",
        "Rapporteure Mme Roussel",
        "Rapporteur M. Garnier",
        "Besoin exprimé Croissance interne",
        "Besoin diagnostiqué Recrutement de deux techniciens",
    ):
        assert words in text


def test_a_dossier_of_which_nothing_is_known_is_still_printed(record, printed):
    bare = DossierSheet("2026-099", CompanyDetails(name="", siren=""), date(2026, 1, 1))
    item = replace(record.items[0], sheet=bare, decision=None, ballots=(), recused=())
    text = printed(replace(record, items=(item,))).text
    for words in (
        "Le coût du projet n’est pas renseigné. Le plan de financement n’est pas détaillé.",
        "Aucune avance demandée.",
        "Aucun jour demandé.",
        "Aucun emploi annoncé.",
        "Aucun déport n’est déclaré sur ce dossier.",
        "Ce dossier n’a pas été soumis au vote.",
        "Aucune décision n’est enregistrée.",
    ):
        assert words in text
    for words in ("Projet", "Avis de l’instruction", "Dirigeant"):
        assert words not in text


def test_a_balanced_plan_is_said_to_be(record, printed):
    text = printed(record).text
    assert "Total des ressources 96 000,00 €" in text
    assert "Le coût du projet est de 96 000,00 €. Le plan de financement est équilibré." in text
    assert "Aides de minimis reçues sur trois ans : 40 000,00 €." in text


def test_a_plan_that_falls_short_says_by_how_much(record, printed):
    text = printed(record).text
    assert "Il manque 18 000,00 € pour équilibrer le plan de financement." in text


def test_a_plan_that_exceeds_its_cost_says_by_how_much(record, printed):
    rich = FinancingDetails(cost=Money(1_000_00), equity=Money(0), other_funding=Money(3_000_00))
    changed = with_sheet(record, 1, financing=rich, request=RequestDetails(ZERO))
    assert "Les ressources dépassent le coût de 2 000,00 €." in printed(changed).text


def test_a_plan_without_a_cost_cannot_be_balanced(record, printed):
    changed = with_sheet(record, 1, financing=FinancingDetails(equity=Money(1_000_00)))
    text = printed(changed).text
    assert "Le coût du projet n’est pas renseigné." in text
    assert "équilibr" not in text


def test_the_request_and_the_jobs_are_said(record, printed):
    text = printed(record).text
    assert "15 000,00 € sur 48 mois dont 12 mois de différé, remboursée par trimestre" in text
    assert "4 emplois à créer et 12 emplois à maintenir (CDI)" in text
    assert "6 jours (Ressources humaines)" in text
    assert "1 emploi à créer" in text


def test_days_may_have_no_category_and_jobs_no_contract(record, printed):
    sheet = record.items[0].sheet
    changed = with_sheet(
        record,
        1,
        skills=replace(sheet.skills, category="", days=2),
        jobs=JobsDetails(sustained=2),
    )
    text = printed(changed).text
    assert "Compétences 2 jours" in text
    assert "2 emplois à pérenniser" in text


def test_only_the_case_officers_opinion_is_printed(record, printed):
    text = printed(record).text
    assert "Avis Favorable sous conditions" in text
    assert "Entreprise saine, carnet de commandes à six mois." in text
    assert "Accompagnement à prévoir dès la signature." in text


def test_an_opinion_may_be_a_note_alone(record, printed):
    changed = with_sheet(record, 1, opinion=OpinionDetails(note="À revoir."))
    text = printed(changed).text
    assert "Motivation À revoir." in text
    assert not [advice for advice in ExpertAdvice if f"Avis {advice}" in text]


def test_recusals_have_their_reason_and_their_hour(record, printed):
    flow = printed(record).flow
    assert (
        "Mme Chloé Lévêque ne prend part ni à la délibération ni au vote "
        "(déport déclaré à 14 h 22) : Crédit des Forges est la banque de l’entreprise."
    ) in flow
    assert "est l’entreprise du dossier." in flow
    assert "est l’entreprise du dossier.." not in flow


def test_a_recusal_without_a_reason_ends_its_sentence(record, printed):
    bare = replace(record.items[0].recused[0], reason=" ")
    text = printed(one(record, 1, recused=(bare,))).text
    assert "(déport déclaré à 14 h 22)." in text


def test_a_named_ballot_names_its_minorities(record, printed):
    text = printed(record).text
    assert "2 en déport, quorum 9 ; 11 présents et 1 représenté : 12, atteint." in text
    assert "Vote nominatif, ouvert à 14 h 40, clos à 14 h 44" in text
    assert "9 pour, 1 contre, 2 abstentions ; 10 suffrages exprimés, majorité 6 : adopté." in text
    assert "A voté contre : M. Éric Roussel." in text
    assert (
        "Se sont abstenus : Mme Anaïs Perrin (pouvoir à M. Bruno Thiébaut) et M. Seán O’Brien."
    ) in text
    assert "adopté à l’unanimité." in text
    assert "Membre Vote" not in text


def test_a_named_ballot_prints_each_vote_when_the_rules_say_so(record, printed):
    text = printed(naming_all(record)).text
    assert "M. Bruno Thiébaut Pour M. Éric Roussel Contre" in text
    assert "Mme Inès Lévêque Pour Mme Anaïs Perrin Abstention pouvoir à M. Bruno Thiébaut" in text
    assert "A voté contre" not in text


def test_who_presides_a_dossier_is_said_when_it_is_not_the_chair_of_the_meeting(record, printed):
    other = record.items[0].ballots[0].votes[0].member
    assert other.id != record.presiding.id
    text = printed(with_ballot(record, 1, presiding=other)).text
    assert f"Présidence du dossier {member_name(other.sheet)}".replace("\u00a0", " ") in text
    assert "voix prépondérante" not in text
    assert "Présidence du dossier" not in printed(record).text
    alone = replace(record, presiding=None)
    assert "Présidence du dossier Mme Céline de L’Herminier" in printed(alone).text


def test_the_casting_vote_names_who_has_it(record, printed):
    result = record.items[0].ballots[0].result
    text = printed(with_ballot(record, 1, result=replace(result, by_casting_vote=True))).text
    assert (
        "Mme Céline de L’Herminier, qui préside, a voix prépondérante : elle départage pour."
        in text
    )
    text = printed(with_ballot(record, 1, result=replace(result, casting_declined=True))).text
    assert "Mme Céline de L’Herminier a voix prépondérante et ne tranche pas." in text


def test_the_seal_only_says_what_the_verification_does(record, printed):
    text = printed(record).text
    assert "La vérification du registre recalcule cette empreinte et compare" in text


def test_a_vote_of_several_voices_says_how_many(record, printed):
    vote = record.items[0].ballots[0].votes[0]
    heavy = replace(vote.member, sheet=replace(vote.member.sheet, weight=Decimal("2.5")))
    text = printed(with_ballot(naming_all(record), 1, votes=(replace(vote, member=heavy),))).text
    assert "2,5 voix" in text


@pytest.mark.parametrize("form", [BallotForm.SECRET, BallotForm.HANDS])
def test_only_a_named_ballot_prints_names(record, printed, form):
    text = printed(with_ballot(record, 1, form=form, votes=())).text
    ballot = text.partition("Scrutin ")[2].partition("2026-D001")[0]
    assert "9 pour, 1 contre" in ballot
    names = [each.sheet.last_name for each in (every.member for every in record.attendance)]
    assert not [name for name in names if name in ballot]


def test_a_ballot_under_way_has_neither_end_nor_result(record, printed):
    changed = with_ballot(record, 1, closed_at=None, sentence="", result=None, votes=())
    text = printed(replace(changed, items=(replace(changed.items[0], decision=None),))).text
    assert "Scrutin Vote nominatif, ouvert à 14 h 40" in text
    assert "clos à" not in text
    assert "9 pour" not in text


def test_an_approval_states_the_whole_package(record, printed):
    text = printed(record).text
    for words in (
        "Dossier 2026-014 · décision n° 2026-D001 · 14 h 52",
        "Agréé sous conditions 12 500,00 € et 6 jours",
        "12 500,00 € (douze mille cinq cents euros), pour 15 000,00 € demandés",
        "sur 48 mois dont 12 mois de différé, remboursée par trimestre",
        "12 échéances : 11 de 1 041,67 € et une dernière de 1 041,63 €",
        "du 24 juin 2027 au 25 mars 2030, pour un versement le 24 mars 2026 ; les échéances",
        "suivent le versement réel",
        "6 jours (Ressources humaines), Groupe d'Ormesson-Vial",
        "4 emplois à créer et 12 emplois à maintenir (CDI), avant le 1er mars 2028",
        "Observations Projet solide ; montant ramené au besoin restant.",
    ):
        assert words in text


def test_conditions_to_be_met_first_come_first(record, printed):
    text = printed(record).text
    first = text.index(
        "Accord écrit de la banque sur le prêt de 49 000 € Préalable au versement 24/06/2026"
    )
    assert first < text.index("Point d’étape écrit sur les recrutements Suivi —")


def test_an_approval_of_days_alone_has_no_advance(record, printed):
    text = printed(one(record, 2)).text
    decision = text.partition("2026-D002")[2].partition("Clôture")[0]
    assert "Agréé 1 jour" in decision
    assert "1 jour (Organisation), partenaire à désigner" in decision
    assert "Avance remboursable" not in decision


def test_a_deferral_says_why_and_what_is_asked(record, printed):
    text = printed(record).text
    assert "Ajourné Motif de l’ajournement Le plan de financement n’est pas bouclé" in text
    assert "Pièces demandées Accord de la banque Comptes de l’exercice 2025" in text


def test_a_refusal_says_why(record, printed):
    changed = with_draft(record, 3, outcome=DecisionOutcome.REJECTED, grounds="Hors territoire")
    assert "Refusé Motif du refus Hors territoire" in printed(changed).text


def test_jobs_promised_may_have_neither_contract_nor_date(record, printed):
    changed = with_draft(record, 1, jobs_created=0, contract=None, jobs_by=None)
    assert "Emplois promis 12 emplois à maintenir Observations" in printed(changed).text


def test_jobs_promised_name_their_contract(record, printed):
    changed = with_draft(record, 1, contract=JobContract.FIXED_TERM)
    assert "12 emplois à maintenir (CDD), avant le 1er mars 2028" in printed(changed).text


def test_an_advance_granted_in_full_is_not_compared(record, printed):
    assert "demandés" not in printed(with_draft(record, 1, amount=Money(15_000_00))).text


def test_an_advance_may_have_no_schedule(record, printed):
    text = printed(one(record, 1, schedule=None)).text
    assert "douze mille cinq cents euros" in text
    assert "échéances de" not in text


def test_equal_instalments_are_said_once(record, printed):
    repaid = record.items[0].schedule
    equal = replace(repaid, rows=repaid.rows[:2])
    text = printed(one(record, 1, schedule=equal)).text
    assert "2 échéances de 1 041,67 € Échéances" in text


def test_a_single_instalment_has_a_single_date(record, printed):
    repaid = record.items[0].schedule
    text = printed(one(record, 1, schedule=replace(repaid, rows=repaid.rows[-1:]))).text
    assert "une échéance de 1 041,63 €" in text
    assert "le 25 mars 2030, pour un versement le 24 mars 2026" in text


def test_the_list_of_decisions_is_complete(record, printed):
    flow = printed(record).flow
    annex = flow.partition("Annexe : relevé de décisions")[2]
    for words in (
        "2026-D001 2026-014 R&D <Équipements> L'Étoile Agréé sous conditions 12 500,00 € 6 4",
        "2026-D002 2026-016 Menuiserie Noisetier Agréé — 1 1",
        "2026-D003 2026-017 Verrerie Rosières Ajourné — — —",
        "Total 3 décisions 12 500,00 € 7 5",
    ):
        assert words in annex


def test_a_dossier_without_decision_is_listed_as_such(record, printed):
    items = (record.items[0], replace(record.items[1], decision=None))
    flow = printed(replace(record, items=items)).flow
    assert "— 2026-016 Menuiserie Noisetier Sans décision — — —" in flow


def test_the_end_says_when_and_who_signs(record, printed):
    text = printed(record).text
    assert "Séance levée à 15 h 45." in text
    assert "Prochaine séance mercredi 1er juillet 2026" in text
    end = text.partition("Clôture et signatures")[2]
    assert "Présidente de séance Secrétaire de séance" in end
    assert "Mme Céline de L’Herminier Mme Nadia Roussel" in end
    assert "Le journal compte 1 218 lignes." in end


def test_a_meeting_without_a_chair_still_has_a_box_for_one(record, printed):
    text = printed(replace(record, presiding=None)).text
    assert "Présidence de séance" in text


def test_the_fingerprint_is_the_start_of_the_journals_head():
    head = "fd90887617" + "0" * 54
    assert fingerprint(head) == "7WII-Q5QX-AAAA-AAAA-AAAA-AAAA"


def test_a_decision_stands_on_one_page_with_its_votes(record, printed):
    pages = printed(record).pages + printed(naming_all(record)).pages
    for number, sentence in (("2026-D001", "majorité 6"), ("2026-D002", "majorité 8")):
        page = next(page for page in pages if f"décision n° {number}" in page)
        assert sentence in page
        assert "Vote nominatif" in page


def test_every_office_and_gender_has_its_word(record, printed):
    guest = next(
        each for each in record.attendance if each.member.sheet.office is MemberOffice.GUEST
    )
    assert guest.member.sheet.civility is Civility.MADAME
    assert "Mme Nadia Roussel Opérateur Autres Invitée" in printed(record).text
