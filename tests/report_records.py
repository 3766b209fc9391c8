"""A small programme made by hand, and random ones, for the tests of reports."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from alize_desktop.models.enums import DecisionOutcome, ProjectKind, Sector
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.report import ReportPaper, ReportScope
from alize_desktop.models.records.report_facts import (
    AdvanceFacts,
    CommitteeFacts,
    DayFacts,
    DaysWork,
    DossierFacts,
    JobsWork,
    MoneyWork,
    OpeningFacts,
    PeriodWork,
    Surroundings,
)
from alize_desktop.models.values import Money
from alize_desktop.rules.report import programme_report

TODAY = date(2026, 11, 23)
YEAR = ReportScope(date(2026, 1, 1), date(2026, 12, 31))


def fact(decided_on=date(2026, 3, 31), outcome=DecisionOutcome.APPROVED, days=30, **more):
    return DossierFacts(decided_on - timedelta(days), decided_on, outcome, **more)


FACTS = (
    fact(
        basin="Vosges",
        sector=Sector.SERVICES,
        kind=ProjectKind.DEVELOPMENT,
        purpose="Augmentation des capacités de production",
        skill="Ressources humaines",
        need_expressed="Croissance interne",
        need_diagnosed="Ressources humaines",
        partner="Fonderie du Val",
        headcount=Decimal("9.5"),
        amount=Money(12_000_00),
        days_granted=5,
        jobs_promised=3,
        jobs_observed=2,
        maintained_promised=4,
        maintained_observed=4,
    ),
    fact(
        basin="vosges",
        sector=Sector.INDUSTRY,
        kind=ProjectKind.TAKEOVER,
        purpose="Développement commercial",
        skill="ressources  humaines",
        need_expressed="Croissance interne",
        need_diagnosed="Commercial et marketing",
        partner="=Acier & Cie",
        headcount=Decimal(24),
        amount=Money(8_000_01),
        days_granted=2,
        jobs_promised=2,
        is_history=True,
    ),
    fact(decided_on=date(2025, 6, 1), basin="Longwy", outcome=DecisionOutcome.APPROVED_REDUCED),
    fact(basin="Longwy", outcome=DecisionOutcome.REJECTED, reason="Hors territoire"),
    fact(basin="Longwy", outcome=DecisionOutcome.DEFERRED, jobs_promised=9, amount=Money(1)),
)
MISSIONS = (
    DayFacts(
        "Fonderie du Val",
        "Ressources humaines",
        Decimal(5),
        Decimal("3.5"),
        Money(2_800_00),
        done_seen=Decimal("3.5"),
    ),
    DayFacts("=Acier & Cie", "Qualité", Decimal(2), Decimal(2), Money(1_600_00)),
    DayFacts("Fonderie du Val", "Qualité", Decimal(0), Decimal(0), Money(0)),
)
AROUND = Surroundings(
    advances=AdvanceFacts(1, Money(1_500_00), Money(250_00), Money(0), Money(10_500_00)),
    missions=MISSIONS,
    committee=CommitteeFacts(2, 34, 30),
    openings=OpeningFacts(3, 1),
    partners=12,
    partners_here=12,
    work=PeriodWork(
        DaysWork(Decimal("1.5"), Money(1_200_00), 1, 1),
        MoneyWork(1, Money(5_000_00), Money(-400_00)),
        JobsWork(2, -1, 1, 0),
    ),
)
REPORT = programme_report(YEAR, TODAY, FACTS, AROUND)
UNSEEN = programme_report(
    YEAR, TODAY, [fact(jobs_promised=3, maintained_promised=4, amount=Money(9_000_00))], AROUND
)
NOTHING = programme_report(ReportScope(), TODAY, (), Surroundings())


def paper(report=REPORT, **more):
    return ReportPaper(Programme(basin="Côte-d’Or"), PaperIdentity(), report, **more)


NAMES = st.sampled_from(
    ["", "  ", "Qualité", "qualite", "Ressources humaines", "RH", "=1+1", "Élan–Export"]
)
COUNTS = st.integers(0, 40)
SEEN = st.none() | COUNTS
DAYS = st.dates(date(1998, 1, 1), date(2030, 12, 31))
HALVES = st.integers(0, 60).map(lambda number: Decimal(number) / 2)
DOSSIERS = st.builds(
    DossierFacts,
    filed_on=DAYS,
    decided_on=DAYS,
    outcome=st.sampled_from(DecisionOutcome),
    basin=NAMES,
    sector=st.none() | st.sampled_from(Sector),
    kind=st.none() | st.sampled_from(ProjectKind),
    purpose=NAMES,
    skill=NAMES,
    need_expressed=NAMES,
    need_diagnosed=NAMES,
    partner=NAMES,
    headcount=st.none() | st.decimals(0, 400, places=2),
    amount=st.integers(0, 30_000_00).map(Money),
    days_granted=COUNTS,
    jobs_promised=COUNTS,
    maintained_promised=COUNTS,
    sustained_promised=COUNTS,
    jobs_observed=SEEN,
    maintained_observed=SEEN,
    sustained_observed=SEEN,
    reason=NAMES,
    is_history=st.booleans(),
)
LENT = st.builds(
    DayFacts,
    partner=NAMES,
    category=NAMES,
    planned=HALVES,
    done=HALVES,
    value=st.integers(0, 9_999_99).map(Money),
    done_seen=HALVES,
)
