"""What packs say: covers, slips, summaries, what was not joined."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.models.enums import (
    Civility,
    ExpertAdvice,
    ItemStep,
    MemberCollege,
    MemberOffice,
)
from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DossierSheet,
    FinancingDetails,
    JobsDetails,
    RequestDetails,
)
from alize_desktop.models.records.meeting_papers import PaperPoint
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.records.packs import LEFT_OUT, JoiningFlaw, JoiningRemark, PackEntry
from alize_desktop.models.records.people import Member, MemberSheet
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.records.state_aid import AidWeighing
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.schedule import schedule
from alize_desktop.wording import pack_figures, packs
from tests.aid_records import weighing

HELD_ON = date(2026, 3, 24)


def member(civility=Civility.MADAME, last_name="Weiß"):
    sheet = MemberSheet(
        civility=civility,
        first_name="Dominique",
        last_name=last_name,
        organisation="Banque",
        college=MemberCollege.BANK,
        office=MemberOffice.MEMBER,
        weight=Decimal(1),
    )
    return Member(UUID(int=1), 1, sheet)


def sheet(amount=0, created=0, maintained=0):
    return DossierSheet(
        "2026-016",
        CompanyDetails("Menuiserie Noisetier", "732829320"),
        HELD_ON,
        request=RequestDetails(Money(amount)),
        jobs=JobsDetails(created, maintained),
    )


def point():
    line = AgendaLine(
        UUID(int=2),
        2,
        UUID(int=3),
        "2026-016",
        "Menuiserie Noisetier",
        "Dijon",
        Money(12_000_00),
        0,
        2,
        ItemStep.PENDING,
        None,
        (),
    )
    return PaperPoint(line, sheet(12_000_00))


def rows(amount=12_000_00, paid_on=HELD_ON):
    return schedule(AdvanceTerms(Money(amount), 48, paid_on, 12, 3))


class TestACopy:
    def test_it_has_its_number(self):
        assert packs.copy_text(3) == "Exemplaire n°\u00a03"

    def test_it_says_whose_it_is(self):
        assert packs.reader_text(member()) == "Mme\u00a0Dominique Weiß"
        assert packs.reader_text(None) == "Exemplaire de l’instruction"

    def test_it_asks_its_reader_to_keep_it_secret(self):
        assert packs.confidentiality(None) == (
            "Ces informations sont confidentielles\u00a0: merci de ne pas les diffuser."
        )
        assert packs.confidentiality(member()) == (
            "Cet exemplaire numéroté est personnellement destiné à Mme\u00a0Dominique Weiß. "
            "Ces informations sont confidentielles\u00a0: merci de ne pas les diffuser, "
            "et de rendre ou de détruire l’exemplaire après la séance."
        )

    def test_a_name_that_ends_with_a_dot_ends_its_sentence(self):
        told = packs.confidentiality(member(last_name="Lévêque K."))
        assert "Lévêque K. Ces informations" in told

    def test_its_fingerprint_is_explained(self):
        assert "au moment où cet exemplaire a été établi" in packs.seal_reason()

    def test_its_file_is_named_after_it(self):
        name = packs.copy_file_name("CA-2026-01", 3, "Dominique-Weiss")
        assert name == "Dossier de séance CA-2026-01, n° 3 Dominique-Weiss"
        assert packs.copy_file_name("CA-2026-01", 1, "") == "Dossier de séance CA-2026-01, n° 1"


class TestAPoint:
    def test_a_dossier_is_named(self):
        entry = PackEntry(2, "2026-016", point())
        assert packs.entry_title(entry) == "2. Dossier 2026-016, Menuiserie Noisetier"
        assert packs.entry_line(entry) == (
            "Dossier 2026-016\u00a0: Menuiserie Noisetier (Dijon, avance de 12\u00a0000\u00a0€)"
        )

    @pytest.mark.parametrize(
        ("civility", "word"), [(Civility.MADAME, "concernée"), (Civility.MONSIEUR, "concerné")]
    )
    def test_a_slip_names_only_its_number(self, civility, word):
        entry = PackEntry(2, "2026-016", None)
        reader = member(civility)
        title = {Civility.MADAME: "Mme", Civility.MONSIEUR: "M."}[civility]
        assert entry.sheet is None
        assert packs.entry_title(entry) == "2. Dossier 2026-016"
        assert packs.entry_line(entry) == (
            "Dossier 2026-016\u00a0: non communiqué, en raison d’un déport"
        )
        assert packs.slip_text(entry, reader) == (
            f"Le dossier 2026-016 n’est pas communiqué à {title}\u00a0Dominique Weiß, "
            f"{word} par un déport."
        )


class TestADocument:
    def test_its_pages_are_told_when_there_are_several(self):
        assert packs.attachment_page("bilan.pdf", 1, 1) == "Pièce jointe\u00a0: bilan.pdf"
        assert packs.attachment_page("bilan.pdf", 3, 20) == (
            "Pièce jointe\u00a0: bilan.pdf, page 3 sur 20"
        )

    @pytest.mark.parametrize("flaw", JoiningFlaw)
    def test_each_remark_names_the_document_and_its_dossier(self, flaw):
        remark = JoiningRemark("2026-016", "bilan.pdf", flaw, "42")
        said = packs.remark_text(remark)
        assert said.startswith("Dossier 2026-016, «\u00a0bilan.pdf\u00a0»\u00a0: ")
        assert said.endswith(".")
        assert "{" not in said
        assert remark.is_left_out == (flaw in LEFT_OUT) == ("non jointe" in said)

    def test_a_remark_tells_what_it_is_about(self):
        remark = JoiningRemark("2026-016", "a.pdf", JoiningFlaw.LONG, packs.pages_text(1_500))
        assert "compte 1\u00a0500 pages" in packs.remark_text(remark)


class TestTheProposal:
    @pytest.mark.parametrize(
        ("advice", "said", "same"),
        [
            (ExpertAdvice.FAVOURABLE, "Accorder la demande", True),
            (
                ExpertAdvice.FAVOURABLE_WITH_CONDITIONS,
                "Accorder la demande sous conditions",
                True,
            ),
            (ExpertAdvice.RESERVED, "Débattre des réserves avant de se prononcer", False),
            (ExpertAdvice.UNFAVOURABLE, "Ne pas accorder la demande", False),
            (None, "Pas de proposition", False),
        ],
    )
    def test_it_follows_the_opinion(self, advice, said, same):
        assert pack_figures.proposal_text(advice) == said
        assert pack_figures.is_proposed(advice) is same


class TestTheCostOfAJob:
    @pytest.mark.parametrize(
        ("dossier", "said"),
        [
            (sheet(), ["Sans avance demandée, aucun montant ne se rapporte aux emplois."]),
            (sheet(12_000_00), ["Aucun emploi n’est annoncé à créer ni à maintenir."]),
            (
                sheet(12_000_00, created=3),
                ["4\u00a0000\u00a0€ d’avance par emploi à créer."],
            ),
            (
                sheet(12_000_00, maintained=4),
                ["3\u00a0000\u00a0€ d’avance par emploi à créer ou à maintenir."],
            ),
            (
                sheet(12_000_00, created=1, maintained=2),
                [
                    "12\u00a0000\u00a0€ d’avance par emploi à créer.",
                    "4\u00a0000\u00a0€ d’avance par emploi à créer ou à maintenir.",
                ],
            ),
        ],
    )
    def test_it_counts_jobs_created_then_both(self, dossier, said):
        assert pack_figures.ratio_sentences(dossier) == said


class TestStateAid:
    def test_without_an_advance_only_the_past_is_told(self):
        assert pack_figures.aid_sentences(AidWeighing()) == [
            "Aucune aide de minimis déclarée sur trois ans.",
            "Plafond\u00a0: 300\u00a0000\u00a0€.",
        ]

    def test_without_a_rate_of_the_day_only_the_past_is_told(self):
        told = pack_figures.aid_sentences(weighing(rows(paid_on=date(2031, 1, 1)), Money(5_000_00)))
        assert told == [
            "Aides de minimis déclarées sur trois ans\u00a0: 5\u00a0000\u00a0€.",
            "Plafond\u00a0: 300\u00a0000\u00a0€.",
        ]

    def test_what_the_advance_is_worth_is_added_to_the_past(self):
        past, worth, total = pack_figures.aid_sentences(weighing(rows(), Money(5_000_00)))
        assert past == "Aides de minimis déclarées sur trois ans\u00a0: 5\u00a0000\u00a0€."
        assert worth.endswith(", au taux de référence de 6,19\u00a0%.")
        assert total.endswith("reste sous le plafond de 300\u00a0000\u00a0€.")

    def test_what_the_programme_granted_before_is_added_too(self):
        _past, before, _worth, total = pack_figures.aid_sentences(
            weighing(rows(), Money(298_000_00), (rows(), rows()))
        )
        assert before.startswith("Aides déjà accordées pour d’autres dossiers\u00a0:")
        assert total.endswith("dépasse le plafond de 300\u00a0000\u00a0€.")

    def test_an_earlier_aid_without_a_rate_leaves_the_total_open(self):
        told = pack_figures.aid_sentences(
            weighing(rows(), granted=(rows(paid_on=date(2031, 1, 1)),))
        )
        assert told[1:] == [
            "Le taux de base d’une aide déjà accordée n’est pas connu.",
            "Plafond\u00a0: 300\u00a0000\u00a0€.",
        ]

    def test_a_total_over_the_ceiling_is_told(self):
        *_others, total = pack_figures.aid_sentences(weighing(rows(), Money(299_999_00)))
        assert total.endswith("dépasse le plafond de 300\u00a0000\u00a0€.")


class TestThePlan:
    def test_without_a_resource_there_is_no_chart(self):
        assert pack_figures.plan_rows(FinancingDetails(cost=Money(1)), Money(1)) == []

    def test_the_cost_comes_first_when_it_is_known(self):
        details = FinancingDetails(equity=Money(2_000_00), bank_loan=ZERO)
        plan = pack_figures.plan_rows(details, Money(1_000_00))
        assert plan == [
            ("Fonds propres", Money(2_000_00)),
            ("Prêt bancaire", ZERO),
            ("Avance Alizé demandée", Money(1_000_00)),
        ]
        whole = FinancingDetails(cost=Money(3_000_00), other_funding=Money(1))
        assert pack_figures.plan_rows(whole, ZERO)[0] == (pack_figures.COST, Money(3_000_00))
        assert pack_figures.highest_amount(plan) == Money(2_000_00)
        assert pack_figures.highest_amount([]) == ZERO

    def test_its_chart_is_told_to_who_cannot_see_it(self):
        plan = pack_figures.plan_rows(FinancingDetails(equity=Money(2_000_00)), Money(1_000_00))
        assert pack_figures.plan_alternative(plan) == (
            "Diagramme du plan de financement\u00a0: fonds propres 2\u00a0000\u00a0€ "
            "et avance Alizé demandée 1\u00a0000\u00a0€."
        )
