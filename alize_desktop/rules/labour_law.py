"""What the labour code asks of a loan of staff, and what is unknown or not met.

Nothing here blocks anything: whoever prepares the agreement is told, and decides. A loan
that the third article does not cover may still be made under the first: it is then
invoiced at its cost, neither more nor less.

Source:
    Code du travail, articles L8241-1 (a loan without profit), L8241-2 (the person's
    consent, the amendment to the contract, the agreement between the companies) and
    L8241-3, version of 17 April 2024 (a loan below its cost: who may lend, to whom, for
    how long, and what the agreement says of its aim).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from alize_desktop.models.enums import Agreement
from alize_desktop.models.records.dossiers import CompanyDetails
from alize_desktop.models.records.missions import LegalDoubt, MissionSheet
from alize_desktop.rules.due_dates import add_months

USUAL_ARTICLE: Final = "L8241-1"
PAPERS_ARTICLE: Final = "L8241-2"
FREE_LOAN_ARTICLE: Final = "L8241-3"

HOST_BELOW: Final = 250
"""Employees of a host: fewer than that."""

GROUP_LEAST: Final = 5_000
"""Employees of the lender's group: at least that."""

YOUNG_YEARS: Final = 8
"""Age under which a company may be lent staff whatever its size."""

LONGEST_YEARS: Final = 3

_MONTHS: Final = 12
_MET: Final = {Agreement.YES: True, Agreement.NO: False, Agreement.UNKNOWN: None}
_UNMET: Final = {Agreement.YES: False, Agreement.NO: True, Agreement.UNKNOWN: None}


@dataclass(frozen=True, slots=True)
class Loan:
    """What is known of a loan of staff.

    Attributes:
        ends_on: Last day, amendments included.
        is_signed: Whether the agreement of both companies is signed.
        host: Company that the person is lent to.
        large_group: Whether the lender's group has 5,000 employees or more.
        on: Day on which it is looked at.
    """

    sheet: MissionSheet
    ends_on: date | None
    is_signed: bool
    host: CompanyDetails
    large_group: Agreement
    on: date


def legal_doubts(loan: Loan) -> tuple[LegalDoubt, ...]:
    """Return what the labour code asks and is unknown or not met, article after article."""
    return (*_of_the_papers(loan), *_of_a_free_loan(loan))


def may_be_free(doubts: Iterable[LegalDoubt]) -> bool:
    """Return whether nothing known forbids to lend below cost; what is unknown is told apart."""
    of_terms = (each for each in doubts if each.article == FREE_LOAN_ARTICLE and each.key != "aim")
    return all(each.is_met is not False for each in of_terms)


def _of_the_papers(loan: Loan) -> Iterator[LegalDoubt]:
    article, sheet = PAPERS_ARTICLE, loan.sheet
    if not sheet.contributor or not sheet.position:
        yield LegalDoubt(article, "person", is_met=False)
    consent = _MET[sheet.consent]
    if not consent:
        yield LegalDoubt(article, "consent", consent)
    if not loan.is_signed and sheet.starts_on is not None and sheet.starts_on <= loan.on:
        yield LegalDoubt(article, "agreement", is_met=False, values=(("day", sheet.starts_on),))


def _of_a_free_loan(loan: Loan) -> Iterator[LegalDoubt]:
    article, sheet, headcount = FREE_LOAN_ARTICLE, loan.sheet, loan.host.headcount
    is_small = None if headcount is None else headcount < HOST_BELOW
    if not is_small and not _is_young(loan):
        known = () if headcount is None else (("headcount", headcount),)
        yield LegalDoubt(article, "host_headcount", is_small, known)
    is_large = _MET[loan.large_group]
    if not is_large:
        yield LegalDoubt(article, "lender_group", is_large)
    is_apart = _UNMET[sheet.same_group]
    if not is_apart:
        yield LegalDoubt(article, "same_group", is_apart)
    if sheet.starts_on is None or loan.ends_on is None:
        yield LegalDoubt(article, "duration", is_met=None)
    elif loan.ends_on >= add_months(sheet.starts_on, LONGEST_YEARS * _MONTHS):
        period = (("first", sheet.starts_on), ("last", loan.ends_on))
        yield LegalDoubt(article, "duration", is_met=False, values=period)
    if not sheet.goals.strip():
        yield LegalDoubt(article, "aim", is_met=False)


def _is_young(loan: Loan) -> bool:
    """Return whether the host is known to be young on the day it is lent somebody."""
    founded = loan.host.founded_on
    start = loan.sheet.starts_on or loan.on
    return founded is not None and start < add_months(founded, YOUNG_YEARS * _MONTHS)
