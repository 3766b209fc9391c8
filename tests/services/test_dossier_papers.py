"""The letters and agreements of one dossier, from the decision on record."""

import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pikepdf
import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import (
    Agreement,
    ConditionEventKind,
    ConditionKind,
    DecisionOutcome,
    DossierState,
    PaperKind,
    TemplateKey,
    VoteChoice,
)
from alize_desktop.models.records.decisions import Condition, DecisionDraft
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.models.records.rules import CommitteeRules, RulesDraft
from alize_desktop.models.records.state_aid import AidWeighing
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.services.bundle import Services
from alize_desktop.services.company_aid import AidAsked, weighings
from alize_desktop.wording.errors import message_of

NUMBER, OTHER = "2026-001", "2026-004"
CONDITIONS = (
    Condition("Accord définitif de la banque", ConditionKind.PRECEDENT, date(2027, 2, 23)),
    Condition("Remise des comptes annuels", ConditionKind.FOLLOW_UP),
)
LOOKS = PaperIdentity("12 rue de la Liberté\n21000 Dijon", "Claire Roussel, directrice")


def drained(steps):
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


@pytest.fixture
def bureau(office):
    """The office, with a name, an address and somebody who signs."""
    programme = office.services.programme.programme()
    office.services.programme.save(replace(programme, operator="Alizé Côte-d’Or"))
    office.services.templates.adopt_identity(LOOKS)
    return office


@pytest.fixture
def make(tmp_path):
    """Make a paper of a dossier; return the words of its pages."""

    def making(office, number, kind):
        path = tmp_path / f"{kind.value}.pdf"
        steps = getattr(office.services.dossier_papers, kind.value)(office.dossier(number), path)
        paper = drained(steps)
        assert paper.size == path.stat().st_size
        return words_of(path)

    return making


def words_of(path):
    command = ["pdftotext", "-raw", str(path), "-"]
    words = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    return " ".join(words.split())


def refusals(office, number):
    offers = office.services.dossier_papers.available(office.dossier(number))
    return {each.kind: each.refusal and each.refusal.code for each in offers}


def give(office, number, **changes):
    detail = office.detail(number)
    sheet = replace(detail.sheet, **changes)
    office.services.dossiers.save(office.dossier(number), sheet, detail.revision)


def reject(office, meeting, number):
    item = office.vote(meeting, number, others=VoteChoice.AGAINST)
    office.services.voting.proclaim(item)
    draft = DecisionDraft(DecisionOutcome.REJECTED, grounds="Plan de financement non bouclé")
    office.services.decisions.record(item, draft)


def test_an_approval_is_notified(bureau, make):
    partner = bureau.services.people.partners()[0]
    bureau.approve(bureau.hold(NUMBER), NUMBER, partner_id=partner.id, days=3)
    words = make(bureau, NUMBER, PaperKind.NOTIFICATION)
    assert "Objet : Dossier 2026-001 – décision favorable du comité d’agrément" in words
    assert "À Dijon, le 23 novembre 2026" in words
    assert "Monsieur le gérant," in words
    assert "55000 BAR-LE-DUC" in words
    assert "une avance remboursable de 5 500,00 €, sans intérêt ni garantie" in words
    assert partner.sheet.name in words
    assert "au plus tard le 23 mai 2027" in words
    assert "Claire Roussel, directrice" in words
    assert bureau.actions()[-1] == "notification.exported"


def test_each_outcome_has_its_letter(bureau, make):
    numbers = ("2026-001", "2026-002", "2026-004", "2026-005", "2026-006")
    meeting = bureau.hold(*numbers)
    conditional = DecisionOutcome.APPROVED_WITH_CONDITIONS
    bureau.approve(meeting, numbers[0], outcome=conditional, conditions=CONDITIONS)
    less = {"outcome": DecisionOutcome.APPROVED_REDUCED, "amount": Money(3_000_00)}
    bureau.approve(meeting, numbers[1], **less, grounds="Besoin moindre")
    bureau.defer(meeting, numbers[2])
    reject(bureau, meeting, numbers[3])
    item = bureau.item(meeting, numbers[4])
    bureau.services.decisions.record(item, DecisionDraft(DecisionOutcome.WITHDRAWN))
    said = [make(bureau, each, PaperKind.NOTIFICATION) for each in numbers]
    assert "Accord définitif de la banque, avant le 23 février 2027" in said[0]
    assert "demandé une avance de 12 000,00 €" in said[1]
    assert "ainsi motivée : Besoin moindre." in said[1]
    assert "Bilan 2025." in said[2]
    assert "ainsi motivée : Plan de financement non bouclé." in said[3]
    assert "ce que le comité d’agrément a constaté lors de sa séance du lundi" in said[4]
    assert "Motif enregistré" not in said[4]


def test_a_dossier_withdrawn_between_two_meetings_is_told_so(bureau, make):
    dossier = bureau.dossier(NUMBER)
    assert refusals(bureau, NUMBER)[PaperKind.NOTIFICATION] is ErrorCode.PAPER_WITHOUT_DECISION
    bureau.services.dossiers.change_state(dossier, DossierState.WITHDRAWN, "Projet abandonné")
    words = make(bureau, NUMBER, PaperKind.NOTIFICATION)
    assert "Motif enregistré : Projet abandonné." in words
    assert "séance" not in words


def test_a_dossier_withdrawn_after_a_deferral_is_told_withdrawn(bureau, make):
    bureau.defer(bureau.hold(NUMBER), NUMBER)
    dossier = bureau.dossier(NUMBER)
    bureau.services.dossiers.change_state(dossier, DossierState.WITHDRAWN, "Projet abandonné")
    assert "Projet abandonné." in make(bureau, NUMBER, PaperKind.NOTIFICATION)


def test_the_agreement_has_its_clauses_its_schedule_and_two_boxes(bureau, make):
    bureau.approve(bureau.hold("2026-002"), "2026-002", conditions=CONDITIONS)
    words = make(bureau, "2026-002", PaperKind.AGREEMENT)
    assert "L’avance est de 12 000,00 € (douze mille euros)." in words
    assert "Accord définitif de la banque, avant le 23 février 2027." in words
    assert "remboursée en 20 échéances" in words
    assert "Annexe – Échéancier" in words
    assert "Pour Alizé Côte-d’Or Claire Roussel, directrice" in words
    assert "Pour Imprimerie Yvoire Mme Éléonore Lefèvre, directrice générale" in words
    schedule = bureau.detail("2026-002").schedule
    for each in schedule.rows:
        assert f"{each.due:%d/%m/%Y}" in words


def test_the_de_minimis_letter_says_the_aid_and_how_it_is_reckoned(bureau, make):
    bureau.approve(bureau.hold(NUMBER), NUMBER)
    words = make(bureau, NUMBER, PaperKind.DE_MINIMIS)
    assert "équivalent-subvention brut : 556,48 €" in words
    assert "6,19 %, soit le taux de base de 2,19 %" in words
    assert "12 500,00 €" in words
    assert "règlement (UE) 2023/2831" in words


def test_a_year_without_a_known_rate_refuses_the_letter_by_name(bureau, make, refused):
    bureau.clock.now = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)
    bureau.approve(bureau.hold(NUMBER, held_on=date(2027, 1, 12)), NUMBER)
    with refused(ErrorCode.AID_RATE_UNKNOWN, bureau, day=date(2027, 1, 12)):
        make(bureau, NUMBER, PaperKind.DE_MINIMIS)
    assert "équivalent-subvention" not in make(bureau, NUMBER, PaperKind.AGREEMENT)


def test_what_the_company_was_granted_for_another_dossier_counts(bureau, make):
    give(bureau, OTHER, company=bureau.detail(NUMBER).sheet.company)
    meeting = bureau.hold(NUMBER, OTHER)
    bureau.approve(meeting, NUMBER)
    bureau.approve(meeting, OTHER, amount=Money(9_000_00))
    first = make(bureau, NUMBER, PaperKind.DE_MINIMIS)
    assert "pour d’autres dossiers : aucune" in first
    later = make(bureau, OTHER, PaperKind.DE_MINIMIS)
    assert "pour d’autres dossiers : 556,48 €" in later


def test_minutes_count_what_the_company_was_granted_for_another_dossier(bureau):
    give(bureau, OTHER, company=bureau.detail(NUMBER).sheet.company)
    meeting = bureau.hold(NUMBER, OTHER)
    bureau.approve(meeting, NUMBER)
    bureau.approve(meeting, OTHER, amount=Money(9_000_00))
    first, later = bureau.services.minutes.record(meeting).items
    assert first.aid.granted == ()
    (earlier,) = later.aid.granted
    assert (earlier.number, earlier.basis) == (NUMBER, first.aid.new.basis)
    assert earlier.grant_equivalent == first.aid.new.grant_equivalent == Money(556_48)


def test_the_pack_counts_what_the_company_was_granted_for_another_dossier(bureau, tmp_path):
    give(bureau, OTHER, company=bureau.detail(NUMBER).sheet.company)
    held = bureau.hold(NUMBER)
    bureau.approve(held, NUMBER)
    bureau.services.committee.close(held)
    meeting = bureau.prepare(OTHER, held_on=date(2026, 12, 14))
    drained(bureau.services.packs.pack(meeting, None, tmp_path / "pack.pdf"))
    assert "Aides déjà accordées pour d’autres dossiers : 556,48 €." in words_of(
        tmp_path / "pack.pdf"
    )


def test_an_aid_older_than_three_years_or_given_up_does_not_count(bureau, make):
    give(bureau, OTHER, company=bureau.detail(NUMBER).sheet.company)
    held = bureau.hold(NUMBER)
    bureau.approve(held, NUMBER)
    bureau.services.committee.close(held)
    bureau.complete(OTHER)
    again = bureau.hold(NUMBER, OTHER, complete=False)
    item = bureau.item(again, NUMBER)
    bureau.services.decisions.record(item, DecisionDraft(DecisionOutcome.WITHDRAWN))
    bureau.approve(again, OTHER, amount=Money(9_000_00))
    assert "pour d’autres dossiers : aucune" in make(bureau, OTHER, PaperKind.DE_MINIMIS)
    with bureau.registry.read() as session:
        siren, day = bureau.detail(NUMBER).sheet.company.siren, date(2029, 11, 22)
        dossier = bureau.dossier(NUMBER)
        asked = AidAsked(dossier, siren, day, today=date(2026, 12, 1))
        (counted,) = weighings(session, [asked])[dossier].granted
        assert counted.amount == Money(9_000_00)
        late, nobody = replace(asked, day=date(2029, 11, 23)), replace(asked, siren="")
        assert weighings(session, [late]) == {dossier: AidWeighing()}
        assert weighings(session, [nobody]) == {dossier: AidWeighing()}


def test_the_aid_sheet_says_what_counts_and_that_the_method_is_to_confirm(bureau, make):
    give(bureau, OTHER, company=bureau.detail(NUMBER).sheet.company)
    meeting = bureau.hold(NUMBER, OTHER)
    asked = make(bureau, NUMBER, PaperKind.AID_SHEET)
    assert "Fiche d’aide d’État 2026-001" in asked
    bureau.approve(meeting, NUMBER)
    bureau.approve(meeting, OTHER, amount=Money(9_000_00))
    words = make(bureau, OTHER, PaperKind.AID_SHEET)
    assert "Avance du dossier 2026-001" in words
    assert "556,48 €" in words
    assert "du 24 novembre 2023 au 23 novembre 2026" in words
    assert "La méthode doit être confirmée par le détenteur du fonds." in words
    bureau.services.money_rules.adopt(
        MoneyRules(confirmed_by="Le département", confirmed_on=date(2026, 11, 1))
    )
    words = make(bureau, OTHER, PaperKind.AID_SHEET)
    assert "La méthode a été confirmée par le détenteur du fonds." in words


def test_days_granted_to_the_company_bear_no_aid(bureau, make):
    give(bureau, OTHER, company=bureau.detail(NUMBER).sheet.company)
    meeting = bureau.hold(NUMBER, OTHER)
    bureau.approve(meeting, NUMBER, amount=Money(0), days=2)
    bureau.approve(meeting, OTHER, amount=Money(9_000_00))
    assert "pour d’autres dossiers : aucune" in make(bureau, OTHER, PaperKind.DE_MINIMIS)


def test_a_company_over_its_ceiling_is_told_nothing_is_granted(bureau, make, refused):
    financing = bureau.detail(NUMBER).sheet.financing
    give(bureau, NUMBER, financing=replace(financing, past_de_minimis=Money(299_900_00)))
    bureau.approve(bureau.hold(NUMBER), NUMBER)
    with refused(ErrorCode.DE_MINIMIS_EXCEEDED, bureau):
        make(bureau, NUMBER, PaperKind.NOTIFICATION)


def test_a_fishery_is_refused_the_general_regulation_by_name(bureau, make, refused):
    give(bureau, NUMBER, company=replace(bureau.detail(NUMBER).sheet.company, naf_code="03.11Z"))
    bureau.approve(bureau.hold(NUMBER), NUMBER)
    with refused(ErrorCode.ACTIVITY_OUT_OF_SCOPE, bureau, activity="03.11Z"):
        make(bureau, NUMBER, PaperKind.AGREEMENT)


def test_the_loan_of_staff_follows_who_lends(bureau, make):
    partner = bureau.services.people.partners()[0]
    bureau.approve(bureau.hold(NUMBER), NUMBER, partner_id=partner.id, days=3)
    words = make(bureau, NUMBER, PaperKind.SECONDMENT)
    assert "sur le fondement des articles L. 8241-1 et L. 8241-2" in words
    assert f"Pour {partner.sheet.name}" in words


def test_a_partner_not_chosen_is_asked_by_name(bureau, make, refused):
    bureau.approve(bureau.hold(NUMBER), NUMBER, days=3)
    with refused(ErrorCode.TEMPLATE_FIELD_EMPTY, bureau, field="partenaire"):
        make(bureau, NUMBER, PaperKind.SECONDMENT)


def test_conditions_say_where_they_stand(bureau, make):
    bureau.approve(bureau.hold(NUMBER), NUMBER, conditions=CONDITIONS)
    before = make(bureau, NUMBER, PaperKind.CONDITIONS_SHEET)
    decision = bureau.detail(NUMBER).decision
    bureau.services.agenda.settle_condition(decision.id, 1, ConditionEventKind.MET)
    after = make(bureau, NUMBER, PaperKind.CONDITIONS_SHEET)
    assert before.count("À lever") > after.count("À lever")
    assert "Levée" in after
    assert "Préalable au versement" in after


def test_a_later_decision_makes_an_amendment(bureau, make):
    held = bureau.hold("2026-002")
    first = bureau.approve(held, "2026-002")
    assert refusals(bureau, "2026-002")[PaperKind.AMENDMENT] is ErrorCode.PAPER_WITHOUT_AMENDMENT
    bureau.services.committee.close(held)
    meeting = bureau.hold("2026-002", complete=False)
    less = {"amount": Money(9_000_00), "outcome": DecisionOutcome.APPROVED_REDUCED}
    bureau.approve(meeting, "2026-002", **less)
    words = make(bureau, "2026-002", PaperKind.AMENDMENT)
    assert f"Avenant à la convention n° {first.number}" in words
    assert "avance remboursable : 9 000,00 € (auparavant : 12 000,00 €)" in words
    assert "qu’elle modifie" in make(bureau, "2026-002", PaperKind.NOTIFICATION)


def test_an_amendment_of_jobs_alone_leaves_the_repayment_as_it_was(bureau, make):
    held = bureau.hold("2026-002")
    bureau.approve(held, "2026-002")
    bureau.services.committee.close(held)
    bureau.clock.now = datetime(2027, 3, 15, 9, 0, tzinfo=UTC)
    meeting = bureau.hold("2026-002", complete=False, held_on=date(2027, 3, 15))
    bureau.approve(meeting, "2026-002", jobs_created=9)
    words = make(bureau, "2026-002", PaperKind.AMENDMENT)
    assert "emploi : 9 emplois à créer" in words
    assert "échéances" not in words
    assert "chéancier" not in words
    assert "Aucun intérêt ni frais ne s’ajoute" in words


def test_new_terms_of_an_advance_are_counted_from_its_first_grant(bureau, make):
    held = bureau.hold("2026-002")
    bureau.approve(held, "2026-002", months=48, deferral=12, every=3)
    bureau.services.committee.close(held)
    bureau.clock.now = datetime(2026, 12, 14, 9, 0, tzinfo=UTC)
    meeting = bureau.hold("2026-002", complete=False, held_on=date(2026, 12, 14))
    bureau.approve(meeting, "2026-002", months=60, deferral=12, every=3)
    words = make(bureau, "2026-002", PaperKind.AMENDMENT)
    was = "12 échéances, la première due le 23 février 2028, la dernière le 25 novembre 2030"
    now = "16 échéances, la première due le 23 février 2028, la dernière le 24 novembre 2031"
    assert f"échéances : {now}" in words
    assert f"(auparavant : {was})" in words
    assert "Elle est remboursée en 16 échéances" in words
    assert "pour un versement le 23 novembre 2026" in words
    assert "Annexe – Échéancier" in words


def test_an_advance_has_one_agreement_and_then_amendments(bureau, make, refused):
    held = bureau.hold("2026-002")
    first = bureau.approve(held, "2026-002")
    bureau.services.committee.close(held)
    later = bureau.approve(bureau.hold("2026-002", complete=False), "2026-002", jobs_created=9)
    with refused(ErrorCode.AGREEMENT_AMENDED, bureau, first=first.number, later=later.number):
        make(bureau, "2026-002", PaperKind.AGREEMENT)
    assert refusals(bureau, "2026-002")[PaperKind.AMENDMENT] is None


def test_an_advance_granted_after_days_alone_has_an_agreement_of_its_own(bureau, make):
    held = bureau.hold("2026-002")
    bureau.approve(held, "2026-002", amount=Money(0), days=3)
    bureau.services.committee.close(held)
    later = bureau.approve(
        bureau.hold("2026-002", complete=False), "2026-002", amount=Money(9_000_00)
    )
    words = make(bureau, "2026-002", PaperKind.AGREEMENT)
    assert f"Convention d’avance remboursable n° {later.number}" in words
    assert refusals(bureau, "2026-002")[PaperKind.AMENDMENT] is ErrorCode.PAPER_WITHOUT_AMENDMENT


def test_a_change_that_is_refused_leaves_the_approval_and_the_letter_says_so(bureau, make):
    held = bureau.hold(NUMBER)
    first = bureau.approve(held, NUMBER)
    bureau.services.committee.close(held)
    reject(bureau, bureau.hold(NUMBER, complete=False), NUMBER)
    words = make(bureau, NUMBER, PaperKind.NOTIFICATION)
    assert "la seule modification que vous demandiez" in words
    assert f"par la décision {first.number} demeure" in words
    assert refusals(bureau, NUMBER)[PaperKind.AGREEMENT] is None


def test_nothing_is_to_be_signed_once_an_approved_dossier_is_withdrawn(bureau, make):
    partner = bureau.services.people.partners()[0]
    held = bureau.hold(NUMBER)
    bureau.approve(held, NUMBER, days=2, partner_id=partner.id, conditions=CONDITIONS)
    bureau.services.committee.close(held)
    item = bureau.item(bureau.hold(NUMBER, complete=False), NUMBER)
    bureau.services.decisions.record(item, DecisionDraft(DecisionOutcome.WITHDRAWN))
    told = refusals(bureau, NUMBER)
    assert told.pop(PaperKind.NOTIFICATION) is None
    assert told.pop(PaperKind.AID_SHEET) is ErrorCode.NO_ADVANCE
    assert set(told.values()) == {ErrorCode.PAPER_AFTER_WITHDRAWAL}
    words = make(bureau, NUMBER, PaperKind.NOTIFICATION)
    assert "n’est donc pas mis à exécution" in words


def test_an_approved_dossier_withdrawn_by_hand_has_nothing_to_sign_either(bureau, make):
    held = bureau.hold(NUMBER)
    first = bureau.approve(held, NUMBER)
    bureau.services.committee.close(held)
    bureau.defer(bureau.hold(NUMBER, complete=False), NUMBER)
    dossier = bureau.dossier(NUMBER)
    bureau.services.dossiers.change_state(dossier, DossierState.WITHDRAWN, "Projet abandonné")
    assert refusals(bureau, NUMBER)[PaperKind.AGREEMENT] is ErrorCode.PAPER_AFTER_WITHDRAWAL
    words = make(bureau, NUMBER, PaperKind.NOTIFICATION)
    assert f"par la décision {first.number} n’est donc pas mis à exécution" in words


def test_a_lapsed_approval_is_no_longer_signed_and_its_letter_says_so(bureau, make, refused):
    bureau.approve(bureau.hold(NUMBER), NUMBER)
    bureau.clock.now = datetime(2027, 5, 23, 9, 0, tzinfo=UTC)
    assert refusals(bureau, NUMBER)[PaperKind.AGREEMENT] is None
    assert "est à signer au plus tard le 23 mai 2027" in make(
        bureau, NUMBER, PaperKind.NOTIFICATION
    )
    bureau.clock.now = datetime(2028, 3, 15, 9, 0, tzinfo=UTC)
    with refused(ErrorCode.APPROVAL_LAPSED, bureau, day=date(2027, 5, 23)):
        make(bureau, NUMBER, PaperKind.AGREEMENT)
    words = make(bureau, NUMBER, PaperKind.NOTIFICATION)
    assert "était à signer au plus tard le 23 mai 2027" in words
    assert "est à signer" not in words
    assert "le 15 mars 2028" in words


def test_what_a_dossier_may_have_is_told_before_it_is_asked(bureau):
    bureau.defer(bureau.hold(NUMBER), NUMBER)
    told = refusals(bureau, NUMBER)
    assert told.pop(PaperKind.NOTIFICATION) is told.pop(PaperKind.AID_SHEET) is None
    assert set(told.values()) == {ErrorCode.PAPER_WITHOUT_APPROVAL}
    assert len(told) == 5


def test_an_office_without_a_name_is_told_what_is_missing(office, make):
    office.approve(office.hold(NUMBER), NUMBER)
    with pytest.raises(UserError) as caught:
        make(office, NUMBER, PaperKind.AGREEMENT)
    assert "«\u00a0Opérateur du programme\u00a0»" in message_of(caught.value)
    assert "Programme Alizé, bassin Côte-d'Or" in make(office, NUMBER, PaperKind.NOTIFICATION)


def test_an_office_writes_in_its_own_words_and_under_its_own_body(bureau, make):
    rules = CommitteeRules(body="commission d’engagement", body_feminine=True)
    bureau.services.regulations.adopt(RulesDraft("Règlement", date(2026, 1, 1), rules))
    bureau.services.templates.adopt(
        TemplateKey.NOTIFICATION_APPROVED, "# Bravo\n\n{appel}, {comite} vous dit oui."
    )
    bureau.approve(bureau.hold(NUMBER), NUMBER)
    words = make(bureau, NUMBER, PaperKind.NOTIFICATION)
    assert "Objet : Bravo" in words
    assert "la commission d’engagement vous dit oui." in words


def test_papers_of_a_rehearsal_bear_its_mark(bureau, make, tmp_path, clock):
    partner = bureau.services.people.partners()[0]
    bureau.approve(bureau.hold(NUMBER), NUMBER, days=2, partner_id=partner.id)
    copy = bureau.services.copies.rehearsal_copy(tmp_path)
    with Registry.open(copy, clock) as registry:
        rehearsed = replace(bureau, registry=registry, services=Services(registry))
        for kind in (PaperKind.NOTIFICATION, PaperKind.AGREEMENT, PaperKind.SECONDMENT):
            words = make(rehearsed, NUMBER, kind)
            assert words.count("RÉPÉTITION") >= 2
            assert "aucune valeur" in words
    assert "RÉPÉTITION" not in make(bureau, NUMBER, PaperKind.NOTIFICATION)


def test_the_same_decision_gives_the_same_bytes(bureau, make, tmp_path):
    bureau.approve(bureau.hold(NUMBER), NUMBER)
    make(bureau, NUMBER, PaperKind.AGREEMENT)
    first = (tmp_path / "agreement.pdf").read_bytes()
    make(bureau, NUMBER, PaperKind.AGREEMENT)
    assert (tmp_path / "agreement.pdf").read_bytes() == first
    with pikepdf.open(BytesIO(first)) as pdf:
        assert pdf.docinfo["/Title"] == "Convention d’avance 2026-001"


def test_given_up_nothing_is_kept(bureau, tmp_path):
    bureau.approve(bureau.hold(NUMBER), NUMBER)
    before = len(bureau.journal())
    steps = bureau.services.dossier_papers.agreement(bureau.dossier(NUMBER), tmp_path / "a.pdf")
    next(steps)
    steps.close()
    assert not (tmp_path / "a.pdf").exists()
    assert len(bureau.journal()) == before


def test_a_partner_of_a_large_group_lends_for_nothing(bureau, make):
    sheet = PartnerSheet("Groupe Aubépine", "732829320", large_group=Agreement.YES)
    bureau.services.people.save_partner(None, sheet)
    partner = next(
        each for each in bureau.services.people.partners() if each.sheet.name == sheet.name
    )
    bureau.approve(bureau.hold(NUMBER), NUMBER, partner_id=partner.id, days=3)
    assert "sur le fondement de l’article L. 8241-3" in make(bureau, NUMBER, PaperKind.SECONDMENT)
