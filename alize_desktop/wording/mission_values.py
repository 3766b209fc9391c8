"""What the papers of a mission say: fields of their texts, facts, who signs."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import ceil
from typing import Final

from alize_desktop.models.enums import MissionEventKind
from alize_desktop.models.records.mission_papers import MissionAmendment, MissionPaperRecord
from alize_desktop.models.records.missions import MissionEvent
from alize_desktop.rules.labour_law import may_be_free
from alize_desktop.rules.missions import confirmed_by
from alize_desktop.wording.agreement_words import company_signatory, lender_signatory
from alize_desktop.wording.amounts import NO_BREAK, decimal_text
from alize_desktop.wording.dates import long_date, short_date
from alize_desktop.wording.decision_words import listed, sentence
from alize_desktop.wording.dossier_values import values_of
from alize_desktop.wording.loan_words import DATE_DOTS, DOTS, USUAL_CALENDAR, loan_values
from alize_desktop.wording.mission_words import days_text, skills_days_text
from alize_desktop.wording.names import plural

SHEET_INTRODUCTION: Final = (
    "Chaque journée ou demi-journée est inscrite le jour même, puis visée par l’entreprise "
    "d’accueil et par l’entreprise prêteuse. Cette feuille est rendue à l’opérateur du programme."
)
"""Said above the days of a sheet."""

SHEET_CERTIFIED: Final = (
    "Les deux entreprises certifient que les jours inscrits ci-dessus ont été faits.",
    f"Fait à {'…' * 14}, le {'…' * 14}",
)
"""Said under them, above the signatures, line by line."""

_SIDES: Final = (MissionEventKind.CONFIRMED_BY_COMPANY, MissionEventKind.CONFIRMED_BY_PARTNER)
_UNTIL_SAID: Final = "non dite"
_LEAST_LINES: Final = 4
_MOST_LINES: Final = 30


def mission_values(record: MissionPaperRecord) -> dict[str, str]:
    """Return what each field says; one without anything to say is empty, or not there."""
    values = values_of(record.paper)
    partner = record.paper.partner
    if partner is not None:
        is_free = may_be_free(record.doubts)
        values |= loan_values(partner, record.paper.sheet.company, may_be_free=is_free)
    return values | _mission(record) | _signed(record) | _amendment(record.amendment)


def mission_reference(record: MissionPaperRecord) -> str:
    """Return what to quote: « dossier 2026-014, mission 2026-M001 »."""
    return f"dossier {record.mission.dossier_number}, mission {record.mission.number}"


def loan_signatories(record: MissionPaperRecord) -> tuple[tuple[str, str], ...]:
    """Return who signs a loan: both companies, then the person lent."""
    person = ("Vu par la personne mise à disposition", record.mission.sheet.contributor)
    return lender_signatory(record.paper), company_signatory(record.paper), person


def sheet_title(record: MissionPaperRecord) -> str:
    """Return « Feuille de jours – mission 2026-M001 »."""
    return f"Feuille de jours{NO_BREAK}– mission {record.mission.number}"


def sheet_facts(record: MissionPaperRecord) -> list[tuple[str, str]]:
    """Return what a sheet of days is about: (name, value)."""
    mission, stands = record.mission, record.mission.account
    sheet = mission.sheet
    is_done = plural(Fraction(stands.done), "fait")
    done = f", dont {decimal_text(stands.done)} déjà {is_done}" if stands.done else ""
    person = ", ".join(each for each in (sheet.contributor, sheet.position) if each)
    return [
        ("Dossier", mission.dossier_number),
        ("Entreprise d’accueil", mission.company),
        ("Entreprise prêteuse", mission.partner),
        ("Personne prêtée", person),
        ("Compétence", sheet.category),
        ("Lieu", sheet.place),
        ("Période", _period(sheet.starts_on, stands.ends_on)),
        ("Jours prévus", f"{days_text(stands.planned)}{done}"),
    ]


def sheet_rows(record: MissionPaperRecord) -> list[tuple[str, str, str, tuple[str, str]]]:
    """Return the days done: day, how many, the work, and what each side confirmed."""
    return [
        (
            short_date(each.draft.value_on),
            decimal_text(each.draft.days),
            each.draft.text,
            _confirmations(each, record.events),
        )
        for each in record.events
        if each.draft.kind is MissionEventKind.DAYS_DONE
    ]


def _confirmations(days: MissionEvent, known: tuple[MissionEvent, ...]) -> tuple[str, str]:
    company, partner = (_confirmed_on(days, known, side) for side in _SIDES)
    return company, partner


def _confirmed_on(
    days: MissionEvent, known: tuple[MissionEvent, ...], side: MissionEventKind
) -> str:
    """Return « Confirmé le 23/04/2026 »; empty for days that a side has yet to sign."""
    if side not in confirmed_by(known, days):
        return ""
    found = (x.draft for x in known if x.draft.kind is side and x.draft.names_id == days.id)
    return f"Confirmé le {short_date(next(found).value_on)}"


def _mission(record: MissionPaperRecord) -> dict[str, str]:
    mission, stands = record.mission, record.mission.account
    if record.amendment is not None:
        stands = record.amendment.before
    sheet = mission.sheet
    approved_on = record.approved_on
    return {
        "mission": mission.number,
        "date_agrement": long_date(approved_on) if approved_on else "",
        "categorie": sheet.category,
        "personne": sheet.contributor or DOTS,
        "qualification": sheet.position or DOTS,
        "travail": sheet.category,
        "lieu_mission": sheet.place or DOTS,
        "jours_pret": skills_days_text(stands.planned),
        "debut_mission": long_date(sheet.starts_on) if sheet.starts_on else DATE_DOTS,
        "fin_mission": long_date(stands.ends_on) if stands.ends_on else DATE_DOTS,
        "calendrier": _calendar(sheet.calendar),
        "objectifs": listed(sheet.goals.splitlines()),
    }


def _calendar(text: str) -> str:
    """Return how the days are spread, after « selon »."""
    spread = " ".join(text.split()).rstrip(" .")
    return f"le calendrier suivant{NO_BREAK}: {spread}" if spread else USUAL_CALENDAR


def _signed(record: MissionPaperRecord) -> dict[str, str]:
    """Return the day of the agreement that holds."""
    signed = MissionEventKind.AGREEMENT_SIGNED
    days = [each.draft.value_on for each in record.events if each.draft.kind is signed]
    return {"date_convention": long_date(days[-1])} if days else {}


def _amendment(amendment: MissionAmendment | None) -> dict[str, str]:
    if amendment is None:
        return {}
    return {
        "changements": listed(list(_changes(amendment))),
        "motif_avenant": sentence(amendment.draft.text),
    }


def _changes(amendment: MissionAmendment) -> Iterator[str]:
    """Yield what an amendment changes, with what was said before."""
    draft, before = amendment.draft, amendment.before
    if draft.days and draft.days != before.planned:
        yield _changed("jours", skills_days_text(draft.days), skills_days_text(before.planned))
    if draft.ends_on is not None and draft.ends_on != before.ends_on:
        was = long_date(before.ends_on) if before.ends_on else _UNTIL_SAID
        yield _changed("fin", long_date(draft.ends_on), was)


def _changed(what: str, now: str, was: str) -> str:
    return f"{what}{NO_BREAK}: {now} (auparavant{NO_BREAK}: {was})"


def _period(first: date | None, last: date | None) -> str:
    if first is None and last is None:
        return ""
    start = f"du {long_date(first)} " if first else ""
    end = f"au {long_date(last)}" if last else ""
    text = f"{start}{end}".strip()
    return text[0].upper() + text[1:]


def blank_days(record: MissionPaperRecord) -> int:
    """Return how many lines a sheet leaves to fill: one a day to come, within a page or so."""
    stands = record.mission.account
    return min(max(_LEAST_LINES, ceil(stands.planned - stands.done)), _MOST_LINES)
