"""What the journal tells of partners, missions, jobs, the past and reports. See ``ledgers``."""

from typing import Final

from alize_desktop.models.enums import MissionEventKind
from alize_desktop.models.store.ledgers import (
    Entry,
    Ledger,
    Line,
    centimes,
    flagged,
    hundredths,
    in_turn,
    last_told,
    rows_of,
    told_of,
    with_texts,
)
from alize_desktop.models.tables.canonical import canonical_json

_PROFILE: Final = ("postcode", "town", "joined_on", "ends_on", "note", "revision")
_OFFER: Final = ("partner_id", "category", "person", "position", "days", "first", "last", "note")
_CONFLICT: Final = ("partner_id", "siren", "kind", "note")
_MISSION: Final = (
    *("number", "dossier_id", "partner_id", "category", "contributor", "position", "goals"),
    *("place", "calendar", "starts_on", "ends_on", "consent", "same_group", "revision"),
)
_EVENT: Final = ("kind", "value_on", "text", "rating", "ends_on", "author", "names_id")
_DIAGNOSIS: Final = ("note", "expressed", "diagnosed", "author", "written_on")
_OBSERVED: Final = (
    *("observed_on", "milestone", "created", "maintained", "sustained", "evidence"),
    *("document_id", "note", "author", "reverses_id"),
)
_FTE: Final = ("created_fte", "maintained_fte", "sustained_fte", "headcount")
_OPENING: Final = (
    *("dossier_id", "title", "contract", "persons", "opened_on", "partner_id", "filled_on"),
    *("filled", "note", "revision"),
)
_HISTORY: Final = ("outcome", "decided_on", "jobs_created", "partner", "partner_id", "source")
_SNAPSHOT: Final = ("first", "last", "basin", "sha256")


def _profile(line: Line) -> Entry:
    lists = (canonical_json(line.told[each]) for each in ("correspondents", "absences"))
    return (line.subject, *told_of(line, _PROFILE), *lists)


def _offer(line: Line) -> Entry:
    return (line.subject, *told_of(line, _OFFER))


def _conflict(line: Line) -> Entry:
    return (line.subject, *told_of(line, _CONFLICT))


def _category(line: Line) -> Entry:
    told = told_of(line, ("is_offered", "name", "position"))
    return (line.subject, *told, canonical_json(line.told["aliases"]))


def _mission(line: Line) -> Entry:
    value, planned = centimes(line.told["day_value"]), hundredths(line.told["planned_days"])
    return (line.subject, line.told["is_history"], value, planned, *told_of(line, _MISSION))


def _event(_rank: int, line: Line) -> Entry:
    days = hundredths(line.told["days"])
    return (line.told["event"], line.subject, days, *told_of(line, _EVENT))


def _diagnosis(_rank: int, line: Line) -> Entry:
    return (line.told["id"], line.subject, *told_of(line, _DIAGNOSIS))


def _promises(line: Line) -> Entry:
    return (line.subject, line.told["revision"], canonical_json(line.told["lines"]))


def _observed(_rank: int, line: Line) -> Entry:
    exact = (hundredths(line.told[each]) for each in _FTE)
    return (line.told["observation"], line.subject, *exact, *told_of(line, _OBSERVED))


def _opening(line: Line) -> Entry:
    return (line.subject, *told_of(line, _OPENING))


def _history(_rank: int, line: Line) -> Entry:
    exact = (centimes(line.told["amount"]), hundredths(line.told["days_done"]))
    return (line.told["id"], line.subject, *exact, *told_of(line, _HISTORY))


def _rules(_rank: int, line: Line) -> Entry:
    return (line.told["number"], canonical_json(line.told["rules"]))


def _snapshot(_rank: int, line: Line) -> Entry:
    return (line.subject, *told_of(line, _SNAPSHOT), canonical_json(line.told["figures"]))


OF_PARTNERS: Final = (
    Ledger(
        "Les fiches des partenaires",
        ("partner.profiled",),
        last_told(_profile),
        rows_of("partner_profile", "partner_id", *_PROFILE, "correspondents", "absences"),
        with_texts(2),
    ),
    Ledger(
        "Les compétences proposées",
        ("offer.saved", "offer.removed"),
        last_told(_offer, "offer.removed"),
        rows_of("skill_offer", "id", *_OFFER),
    ),
    Ledger(
        "Les incompatibilités des partenaires",
        ("conflict.saved", "conflict.removed"),
        last_told(_conflict, "conflict.removed"),
        rows_of("partner_conflict", "id", *_CONFLICT),
    ),
    Ledger(
        "Les catégories de compétences",
        ("category.saved",),
        last_told(_category),
        rows_of("skill_category", "id", "is_offered", "name", "position", "aliases"),
        lambda row: with_texts(1)(flagged(1)(row)),
    ),
)

OF_MISSIONS: Final = (
    Ledger(
        "Les missions",
        ("mission.saved",),
        last_told(_mission),
        rows_of("mission", "id", "is_history", "day_value", "planned_days", *_MISSION),
        flagged(1),
    ),
    Ledger(
        "Les événements des missions",
        tuple(f"mission.{each.value}" for each in MissionEventKind),
        in_turn(_event),
        rows_of("mission_event", "sequence", "entered_at", "id", "mission_id", "days", *_EVENT),
    ),
)

OF_JOBS: Final = (
    Ledger(
        "Les notes de diagnostic",
        ("diagnosis.written",),
        in_turn(_diagnosis),
        rows_of("diagnosis", "sequence", "entered_at", "id", "dossier_id", *_DIAGNOSIS),
    ),
    Ledger(
        "Les promesses d’emplois",
        ("jobs.promised",),
        last_told(_promises),
        rows_of("job_promises", "dossier_id", "revision", "lines"),
        with_texts(1),
    ),
    Ledger(
        "Les emplois constatés",
        ("jobs.observed",),
        in_turn(_observed),
        rows_of("job_observation", "sequence", "entered_at", "id", "dossier_id", *_FTE, *_OBSERVED),
    ),
    Ledger(
        "Les offres d’emploi",
        ("opening.saved", "opening.removed"),
        last_told(_opening, "opening.removed"),
        rows_of("job_opening", "id", *_OPENING),
    ),
)

OF_RESULTS: Final = (
    Ledger(
        "Les décisions reprises du passé",
        ("history.recorded",),
        in_turn(_history),
        rows_of(
            "history_record",
            *("sequence", "recorded_at", "id", "dossier_id", "amount", "days_done"),
            *_HISTORY,
        ),
    ),
    Ledger(
        "Les règles du suivi",
        ("follow_up_rules.adopted",),
        in_turn(_rules),
        rows_of("follow_up_rules", "number", "adopted_at", "number", "rules"),
        with_texts(1),
    ),
    Ledger(
        "Les bilans conservés",
        ("report.kept",),
        in_turn(_snapshot),
        rows_of("report_snapshot", "sequence", "kept_at", "id", *_SNAPSHOT, "figures"),
        with_texts(1),
    ),
)
