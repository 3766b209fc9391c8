"""Cases about schedules, due dates, identifiers and amounts in words."""

from alize_desktop.cli.rule_cases.ballots import Answer
from alize_desktop.cli.rule_cases.fields import Fields
from alize_desktop.models.enums import DueDateRoll, HolidayCalendar, Rounding
from alize_desktop.models.records.schedules import AdvanceTerms, Instalment
from alize_desktop.rules.due_dates import due_date
from alize_desktop.rules.identifiers import is_siren, is_siret
from alize_desktop.rules.schedule import schedule
from alize_desktop.wording.amounts import words


def answer_schedule(case: Fields) -> Answer:
    """Answer every instalment of an advance."""
    terms = AdvanceTerms(
        amount=case.money("amount"),
        months=case.integer("months"),
        paid_on=case.day("paid_on"),
        deferral=case.integer("deferral"),
        every=case.integer("every"),
        deferral_included=case.flag("deferral_included", default=True),
        rounding=case.choice("rounding", Rounding, Rounding.HALF_UP),
        roll=case.choice("roll", DueDateRoll, DueDateRoll.NEXT),
        calendar=case.choice("calendar", HolidayCalendar, HolidayCalendar.METROPOLE),
        day_of_month=case.integer("day_of_month") if case.has("day_of_month") else None,
        first_due=case.day("first_due") if case.has("first_due") else None,
        in_fine=case.flag("in_fine", default=False),
    )
    found = schedule(terms)
    return {
        "count": found.count,
        "regular": str(found.regular),
        "last": str(found.last),
        "total": str(found.total),
        "first_due": found.first_due.isoformat(),
        "last_due": found.last_due.isoformat(),
        "due": [row.due.isoformat() for row in found.rows],
        "rows": [_row_json(row) for row in found.rows],
    }


def answer_due_date(case: Fields) -> Answer:
    """Answer the day that counts for a time limit."""
    due = due_date(
        case.day("date"),
        case.choice("calendar", HolidayCalendar, HolidayCalendar.METROPOLE),
        case.choice("roll", DueDateRoll, DueDateRoll.NEXT),
    )
    return {"due": due.isoformat()}


def answer_siren(case: Fields) -> Answer:
    """Answer whether a text is a SIREN."""
    return {"valid": is_siren(case.text("value"))}


def answer_siret(case: Fields) -> Answer:
    """Answer whether a text is a SIRET."""
    return {"valid": is_siret(case.text("value"))}


def answer_words(case: Fields) -> Answer:
    """Answer an amount in words."""
    return {"words": words(case.money("amount"))}


def _row_json(row: Instalment) -> Answer:
    return {
        "number": row.number,
        "theoretical": row.theoretical.isoformat(),
        "due": row.due.isoformat(),
        "amount": str(row.amount),
        "outstanding": str(row.outstanding),
    }
