"""LibreOffice recomputes the workbooks: their controls, and the simulation against the rule.

One start of LibreOffice for all.
"""

import io
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import Workbook, load_workbook

from alize_desktop.errors import UserError
from alize_desktop.models.enums import (
    AdvanceEventKind,
    AdvanceState,
    HolidayCalendar,
    InstalmentState,
    Rounding,
    ScheduleReason,
)
from alize_desktop.models.records.advances import AmendmentDraft, InstalmentPosition
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.schedules import AdvanceTerms, RepaymentSchedule
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.amendments import amended
from alize_desktop.rules.fund_forecast import first_month_for
from alize_desktop.rules.positions import AdvanceFacts, position
from alize_desktop.rules.schedule import schedule
from alize_desktop.spreadsheets.arrears_workbook import arrears_workbook
from alize_desktop.spreadsheets.fund_workbook import fund_workbook
from alize_desktop.spreadsheets.look import add_styles
from alize_desktop.spreadsheets.schedule_simulation import (
    FIRST_ROW,
    LEFT,
    RIGHT,
    SHEET,
    fill_simulation,
)
from alize_desktop.spreadsheets.schedule_workbook import schedule_workbook
from alize_desktop.wording.fund_months import month_name
from tests.arrears_records import arrears_report
from tests.fund_records import BOOK as FUND
from tests.fund_records import NOTHING_MOVED
from tests.schedule_records import (
    DECIDED,
    EVENTS,
    LATE,
    PAID_ON,
    POSITION,
    TERMS,
    TODAY,
    event,
    of_terms,
)

pytestmark = [
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
    pytest.mark.retold,
]

DAY = date(2026, 1, 31)
ADDED = {"deferral_included": False}
DOWN = {"rounding": Rounding.DOWN}

ACCEPTED = {
    "one": AdvanceTerms(Money(1), 1, DAY),
    "month ends": AdvanceTerms(Money(1_500_000), 36, DAY, deferral=1),
    "leap day": AdvanceTerms(Money(999_999), 60, date(2028, 2, 29), deferral=0, every=12),
    "half a cent": AdvanceTerms(Money(5), 2, DAY),
    "half a cent of much": AdvanceTerms(Money(1_000_005), 2, DAY),
    "thirds": AdvanceTerms(Money(1_000_001), 36, DAY, deferral=6, every=6),
    "all rows": AdvanceTerms(Money(1_234_567), 120, DAY),
    "second block": AdvanceTerms(Money(3_000_000), 61, DAY),
    "long": AdvanceTerms(Money(2_999_999), 360, DAY, deferral=24, every=6),
    "four months": AdvanceTerms(Money(777_777), 40, date(2026, 12, 30), deferral=0, every=4),
    "two months": AdvanceTerms(Money(100_000), 24, date(2027, 8, 31), deferral=2, every=2),
    "added": AdvanceTerms(Money(1_000_000), 36, PAID_ON, deferral=12, every=3, **ADDED),
    "added long": AdvanceTerms(Money(1_000_000), 12, PAID_ON, deferral=24, **ADDED),
    "down": AdvanceTerms(Money(1_000_000), 36, PAID_ON, **DOWN),
    "down of cents": AdvanceTerms(Money(100_10), 7, PAID_ON, **DOWN),
    "down added": AdvanceTerms(Money(1_000_100), 21, DAY, deferral=5, **ADDED, **DOWN),
    "fifth of month": AdvanceTerms(Money(1_000_000), 36, DAY, deferral=3, every=3, day_of_month=5),
    "at once": AdvanceTerms(Money(1_000_000), 36, DAY, deferral=7, every=6, in_fine=True),
    "at once added": AdvanceTerms(Money(1_000_000), 36, DAY, deferral=7, in_fine=True, **ADDED),
}
REFUSED = {
    "not divided": AdvanceTerms(Money(1_000_000), 36, DAY, deferral=5, every=3),
    "deferral as long": AdvanceTerms(Money(1_000_000), 36, DAY, deferral=36),
    "deferral longer": AdvanceTerms(Money(1_000_000), 36, DAY, deferral=48, every=3),
    "no month": AdvanceTerms(Money(1_000_000), 0, DAY),
    "no period": AdvanceTerms(Money(1_000_000), 36, DAY, every=0),
    "nothing left for the last": AdvanceTerms(Money(10), 20, DAY),
    "nothing for each": AdvanceTerms(Money(1), 3, DAY),
    "nothing for each, down": AdvanceTerms(Money(2), 3, DAY, **DOWN),
    "no money": AdvanceTerms(ZERO, 36, DAY),
    "after 2100": AdvanceTerms(Money(1_000_000), 60, date(2099, 1, 31)),
    "too long": AdvanceTerms(Money(1_000_000), 361, DAY),
}
CONTROLS = 8
TOO_MANY = AdvanceTerms(Money(1_000_000), 121, DAY)


def simulated(terms):
    """Return a workbook of the sheet Simulation alone, with terms a person typed in it."""
    book = Workbook()
    add_styles(book)
    book.worksheets[0].title = SHEET
    fill_simulation(book.worksheets[0], terms, "")
    return bytes_of(book)


def tampered(sheet, address, value, record=LATE):
    book = load_workbook(io.BytesIO(schedule_workbook(record)))
    book[sheet][address].value = value
    return bytes_of(book)


def bytes_of(book):
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def partly_released():
    """Return a record whose second half is not paid to the company yet."""
    rows = tuple(
        InstalmentPosition(
            row,
            ZERO,
            ZERO,
            row.amount if row.number <= 6 else ZERO,
            InstalmentState.TO_COME,
            unreleased=ZERO if row.number <= 6 else row.amount,
        )
        for row in DECIDED.schedule.rows
    )
    released = sum(row.remaining.minor for row in rows)
    position = replace(
        POSITION,
        rows=rows,
        disbursed=Money(released),
        received=ZERO,
        outstanding=Money(released),
        overdue=ZERO,
    )
    events = (EVENTS[0], event(2, AdvanceEventKind.DISBURSEMENT, PAID_ON, released))
    return replace(LATE, events=events, position=position)


def written_off():
    """Return a record given up after a first instalment, of which some came back."""
    rows = tuple(
        replace(
            each,
            paid=each.instalment.amount if each.instalment.number == 1 else ZERO,
            written_off=ZERO if each.instalment.number == 1 else each.instalment.amount,
            remaining=ZERO,
            state=InstalmentState.WRITTEN_OFF,
        )
        for each in POSITION.rows
    )
    position = replace(
        POSITION,
        state=AdvanceState.LOST,
        rows=rows,
        received=Money(83_333),
        written_off=Money(916_667),
        recovered=Money(20_000),
        outstanding=ZERO,
        credit=ZERO,
    )
    events = (
        *EVENTS[:3],
        event(8, AdvanceEventKind.LOSS, date(2028, 6, 2), 916_667),
        event(9, AdvanceEventKind.RECOVERY, date(2028, 6, 3), 20_000),
    )
    return replace(LATE, events=events, position=position)


def overpaid():
    """Return a record paid in excess, part of which was paid back."""
    rows = tuple(
        replace(each, paid=each.instalment.amount, remaining=ZERO, state=InstalmentState.PAID)
        for each in POSITION.rows
    )
    position = replace(
        POSITION,
        state=AdvanceState.REPAID,
        rows=rows,
        received=Money(1_030_000),
        refunded=Money(10_000),
        credit=Money(20_000),
        outstanding=ZERO,
    )
    events = (
        *EVENTS[:2],
        event(3, AdvanceEventKind.REPAYMENT, date(2028, 3, 1), 1_030_000),
        event(4, AdvanceEventKind.REFUND, date(2028, 3, 8), 10_000),
    )
    return replace(LATE, events=events, position=position)


def amended_once():
    """Return a record that an amendment spread anew, one row paid and one in part."""
    draft = AmendmentDraft(
        ScheduleReason.RESCHEDULING, date(2028, 6, 10), date(2028, 9, 23), 20, 1, UUID(int=3)
    )
    facts = AdvanceFacts(TERMS.amount, PAID_ON)
    before = position(facts, LATE.version, EVENTS, draft.effective_on)
    rules = MoneyRules()
    made = amended((LATE.version,), before, draft, rules, HolidayCalendar.METROPOLE)
    second = replace(
        LATE.version,
        version=2,
        reason=draft.reason,
        effective_on=draft.effective_on,
        terms=made.terms,
        rows=made.rows,
        kept=made.kept,
    )
    return replace(
        LATE,
        schedule=RepaymentSchedule(second.terms, second.rows),
        version=second,
        versions=(LATE.version, second),
        position=position(facts, second, EVENTS, TODAY),
    )


SOUND = {
    "amended": amended_once(),
    "decided": DECIDED,
    "proposal": replace(DECIDED, decision=None, is_decided=False),
    "late": LATE,
    "partly released": partly_released(),
    "written off": written_off(),
    "overpaid": overpaid(),
    "alone": of_terms(amount=Money(1), months=1, deferral=0, every=1),
    "many": of_terms(amount=Money(1_234_567), months=360, deferral=0, every=1),
}
TAMPERED = {
    "amount": ("Échéancier", "D6", 1),
    "outstanding": ("Échéancier", "E16", 0.01),
    "negative": ("Échéancier", "F7", -1),
    "dates": ("Échéancier", "C6", datetime(2028, 2, 23)),  # noqa: DTZ001 - a day
    "receipt": ("Encaissements", "F6", 800),
    "released": ("Encaissements", "E5", 9_999.99),
}
BROKEN = {
    "amount": {1, 3, 6},
    "outstanding": {2, 3},
    "negative": {4, 6, 7, 8},
    "dates": {5},
    "receipt": {7},
    "released": {8},
}


LATE_ADVANCES = (0, 1, 9)


def tampered_arrears():
    book = load_workbook(io.BytesIO(arrears_workbook(arrears_report(9))))
    book["Retards"]["F6"].value = 9_000
    return bytes_of(book)


FUNDS = {"fed": FUND, "empty": NOTHING_MOVED}
TAMPERED_FUND = {
    "asked more": ("Synthèse", "Montant à prêter (à changer)", 30_000),
    "asked too much": ("Synthèse", "Montant à prêter (à changer)", 1_000_000),
    "cash": ("Synthèse", "Trésorerie", 1),
    "lost": ("Synthèse", "Abandonné ou perdu", 1),
    "month": ("Prévision", "juillet 2026", 1),
    "given": ("Financeurs", "Non précisé", 1),
    "moved": ("Mouvements", datetime(2026, 1, 5), 1),  # noqa: DTZ001 - a day
}
BROKEN_FUND = {"cash": {1, 2, 5, 10}, "lost": {3}, "month": {9, 10}, "given": {8}, "moved": {5, 6}}


def tampered_fund(sheet, beside, value):
    """Return the workbook of the fund with the cell beside a word changed."""
    book = load_workbook(io.BytesIO(fund_workbook(FUND)))
    row = next(each for each in book[sheet].iter_rows() if each[0].value == beside)
    cell = next(each for each in row[1:] if isinstance(each.value, int | float))
    cell.value = value
    return bytes_of(book)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Convert every workbook of this module at once."""
    books: dict[str, bytes] = {
        **{f"s-{name}": simulated(terms) for name, terms in (ACCEPTED | REFUSED).items()},
        "s-too many": simulated(TOO_MANY),
        "s-blank": tampered("Simulation", "D6", None),
        "s-contract": schedule_workbook(DECIDED),
        **{f"c-{name}": schedule_workbook(record) for name, record in SOUND.items()},
        **{f"t-{name}": tampered(*change) for name, change in TAMPERED.items()},
        **{f"a-{count}": arrears_workbook(arrears_report(count)) for count in LATE_ADVANCES},
        "a-tampered": tampered_arrears(),
        **{f"f-{name}": fund_workbook(record) for name, record in FUNDS.items()},
        **{f"f-{name}": tampered_fund(*change) for name, change in TAMPERED_FUND.items()},
    }
    return recomputed(books, tmp_path_factory.mktemp("office"))


def recomputed(books: Mapping[str, bytes], folder: Path):
    """Return the workbooks as LibreOffice saves them, with the results of its formulas."""
    paths = [folder / f"{name}.xlsx" for name in books]
    for path, content in zip(paths, books.values(), strict=True):
        path.write_bytes(content)
    target = folder / "converti"
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(target), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: load_workbook(target / f"{name}.xlsx", data_only=True) for name in books}


def simulated_rows(book):
    """Return the rows of the simulation that hold an instalment."""
    sheet = book["Simulation"]
    found = []
    for first in (LEFT, RIGHT):
        for row in range(FIRST_ROW, FIRST_ROW + 60):
            number, day, amount, left = (sheet.cell(row, first + each).value for each in range(4))
            if number not in (None, ""):
                found.append((number, day.date(), cents(amount), cents(left)))
    return found


def cents(amount):
    assert round(amount * 100) / 100 == amount
    return round(amount * 100)


def controls_of(book):
    return [row[0].value for row in book["Contrôles"]["B5:B12"]]


@pytest.mark.parametrize("name", [*ACCEPTED, "contract"])
def test_the_simulation_gives_the_rows_of_the_rule(office, name):
    rows = schedule(ACCEPTED.get(name, TERMS)).rows
    assert simulated_rows(office[f"s-{name}"]) == [
        (each.number, each.theoretical, each.amount.minor, each.outstanding.minor) for each in rows
    ]
    sheet = office[f"s-{name}"]["Simulation"]
    assert [sheet.cell(row, 9).value for row in (5, 6)] == ["OUI", len(rows)]
    assert sheet["I9"].value.date() == rows[-1].theoretical
    assert not sheet["A11"].value


@pytest.mark.parametrize("name", REFUSED)
def test_the_simulation_refuses_what_the_rule_refuses(office, name):
    with pytest.raises(UserError):
        schedule(REFUSED[name])
    sheet = office[f"s-{name}"]["Simulation"]
    assert sheet["I5"].value == "NON"
    assert sheet["A11"].value.endswith(".")
    assert simulated_rows(office[f"s-{name}"]) == []


@pytest.mark.parametrize(
    ("name", "says"),
    [("too many", "La feuille s’arrête à 120 échéances."), ("blank", "Une case est vide.")],
)
def test_the_simulation_says_its_own_limits(office, name, says):
    sheet = office[f"s-{name}"]["Simulation"]
    assert (sheet["I5"].value, sheet["A11"].value) == ("NON", says)
    assert simulated_rows(office[f"s-{name}"]) == []


@pytest.mark.parametrize("name", SOUND)
def test_every_control_holds(office, name):
    book = office[f"c-{name}"]
    assert controls_of(book) == ["OUI"] * CONTROLS
    assert "OUI" in [row[1].value for row in book["Synthèse"].iter_rows(max_col=2)]


@pytest.mark.parametrize("name", TAMPERED)
def test_a_figure_that_is_changed_breaks_its_controls(office, name):
    book = office[f"t-{name}"]
    answers = controls_of(book)
    assert {number for number, each in enumerate(answers, start=1) if each == "NON"} == BROKEN[name]
    assert set(answers) == {"OUI", "NON"}
    assert "NON" in [row[1].value for row in book["Synthèse"].iter_rows(max_col=2)]


@pytest.mark.parametrize("count", LATE_ADVANCES)
def test_every_control_of_the_late_advances_holds(office, count):
    book = office[f"a-{count}"]
    assert [row[0].value for row in book["Contrôles"]["B5:B9"]] == ["OUI"] * 5
    assert book["Synthèse"]["B13"].value == "OUI"


def test_a_late_amount_that_is_changed_breaks_its_controls(office):
    book = office["a-tampered"]
    answers = [row[0].value for row in book["Contrôles"]["B5:B9"]]
    assert answers == ["NON", "NON", "OUI", "NON", "OUI"]
    assert book["Synthèse"]["B13"].value == "NON"


def fund_answers(book):
    return [row[0].value for row in book["Contrôles"]["B5:B14"]]


def said(book, name):
    rows = book["Synthèse"].iter_rows(max_col=2, values_only=True)
    return next(value for label, value in rows if label == name)


@pytest.mark.parametrize("name", FUNDS)
def test_every_control_of_the_fund_holds(office, name):
    book = office[f"f-{name}"]
    assert fund_answers(book) == ["OUI"] * 10
    assert said(book, "Tous les contrôles sont bons") == "OUI"


@pytest.mark.parametrize("name", BROKEN_FUND)
def test_a_figure_of_the_fund_that_is_changed_breaks_its_controls(office, name):
    answers = fund_answers(office[f"f-{name}"])
    broken = {number for number, each in enumerate(answers, start=1) if each == "NON"}
    assert broken == BROKEN_FUND[name]
    assert said(office[f"f-{name}"], "Tous les contrôles sont bons") == "NON"


@pytest.mark.parametrize(
    ("name", "amount"), [("fed", 15_000), ("asked more", 30_000), ("asked too much", 1_000_000)]
)
def test_the_workbook_of_the_fund_answers_as_the_rule_does(office, name, amount):
    month = first_month_for(FUND.forecast, Money(amount * 100))
    answer = said(office[f"f-{name}"], "Premier mois où le fonds le peut pour de bon")
    assert answer == (month_name(month) if month else "pas dans les soixante mois")
