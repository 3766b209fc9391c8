"""What the journal tells of the money: advances, the fund, state aid. See ``ledgers``."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from alize_desktop.models.enums import AdvanceEventKind, FundMovementKind
from alize_desktop.models.store.ledgers import Entry, Ledger, Line, centimes, instant, one_by_one
from alize_desktop.models.tables.canonical import canonical_json

_EVENT: Final = ("kind", "value_on", "reference", "note", "author", "early", "reverses_id", "until")
_MOVEMENT: Final = ("kind", "value_on", "funder_id", "reference", "note", "author", "reverses_id")
_VERSION: Final = ("version", "reason", "effective_on", "sha256", "note", "author")
_GRANT: Final = ("decision_id", "identifier", "company", "siren", "naf_code", "granted_on")
_ENTRY: Final = ("status", "reference", "declared_on", "author")
_FUNDER: Final = ("name", "is_public", "note", "revision")
_EXPECTED: Final = ("kind", "expected_on", "funder_id", "note")
_ACCOUNT: Final = ("siren", "holder", "iban", "bic", "mandate", "mandate_on", "revision")
_PAST: Final = ("siren", "granted_on", "undertaking", "granter", "measure")

_Reading = Callable[[Line], Entry]


def _told(line: Line, names: Sequence[str]) -> Entry:
    return tuple(line.told[each] for each in names)


def _event(_rank: int, line: Line) -> Entry:
    amount, key = centimes(line.told["amount"]), line.told["import_key"] or None
    return (line.told["event"], line.subject, amount, key, *_told(line, _EVENT))


def _version(_rank: int, line: Line) -> Entry:
    texts = (canonical_json(line.told[each]) for each in ("terms", "rows", "kept"))
    whose = (line.told["id"], line.subject, line.told["decision"])
    return (*whose, *_told(line, _VERSION), *texts)


def _movement(_rank: int, line: Line) -> Entry:
    return (line.subject, centimes(line.told["amount"]), *_told(line, _MOVEMENT))


def _closing(_rank: int, line: Line) -> Entry:
    told = _told(line, ("through", "sha256", "author"))
    return (line.subject, *told, canonical_json(line.told["statement"]))


def _rules(_rank: int, line: Line) -> Entry:
    return (line.told["number"], canonical_json(line.told["rules"]))


def _rate(_rank: int, line: Line) -> Entry:
    hundredths = int(Decimal(line.told["percent"]) * 100)
    return (line.subject, hundredths, *_told(line, ("first", "last", "source")))


def _grant(_rank: int, line: Line) -> Entry:
    money = (centimes(line.told[each]) for each in ("amount", "grant_equivalent"))
    basis = canonical_json(line.told["basis"])
    return (line.told["grant"], line.subject, *_told(line, _GRANT), *money, basis)


def _entry(_rank: int, line: Line) -> Entry:
    return (line.told["entry"], line.subject, *_told(line, _ENTRY))


def _funder(line: Line) -> Entry:
    return (line.subject, *_told(line, _FUNDER))


def _expected(line: Line) -> Entry:
    return (line.subject, centimes(line.told["amount"]), *_told(line, _EXPECTED))


def _account(line: Line) -> Entry:
    return (line.subject, *_told(line, _ACCOUNT))


def _past(line: Line) -> Entry:
    return (line.subject, centimes(line.told["grant_equivalent"]), *_told(line, _PAST))


def _in_turn(
    entry: Callable[[int, Line], Entry],
) -> Callable[[Iterable[Line]], Iterator[Entry]]:
    """Return what gives one entry a line, with its rank and the instant it was written."""
    return one_by_one(lambda rank, line: (rank, instant(line.at), *entry(rank, line)))


def _last(entry: _Reading, removed: str = "") -> Callable[[Iterable[Line]], Iterator[Entry]]:
    """Return what gives each thing as it was last told, until it was removed."""

    def entries(lines: Iterable[Line]) -> Iterator[Entry]:
        found: dict[str, Entry] = {}
        for each in lines:
            if each.action == removed:
                found.pop(each.subject, None)
            else:
                found[each.subject] = entry(each)
        return iter(found.values())

    return entries


def _with_texts(count: int) -> Callable[[Entry], Entry]:
    """Return what writes the last cells of a row, JSON, as the journal would."""

    def entry(row: Entry) -> Entry:
        texts = (canonical_json(json.loads(str(each))) for each in row[-count:])
        return (*row[:-count], *texts)

    return entry


def _flagged(row: Entry) -> Entry:
    identifier, name, is_public, *more = row
    return (identifier, name, bool(is_public), *more)


def _rows(table: str, *columns: str) -> str:
    return f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608 - our own names


OF_ADVANCES: Final = (
    Ledger(
        "Les mouvements des avances",
        tuple(f"advance.{each.value}" for each in AdvanceEventKind),
        _in_turn(_event),
        _rows(
            "advance_event",
            "sequence",
            "entered_at",
            "id",
            "dossier_id",
            "amount",
            "import_key",
            *_EVENT,
        ),
    ),
    Ledger(
        "Les échéanciers figés",
        ("schedule.frozen",),
        _in_turn(_version),
        _rows(
            "schedule_version",
            *("sequence", "made_at"),
            *("id", "dossier_id", "decision_id", *_VERSION, "terms", "rows", "kept"),
        ),
        _with_texts(3),
    ),
    Ledger(
        "Les comptes bancaires",
        ("account.saved",),
        _last(_account),
        _rows("bank_account", "id", *_ACCOUNT),
    ),
)

OF_FUND: Final = (
    Ledger(
        "Les mouvements du fonds",
        tuple(f"fund.{each.value}" for each in FundMovementKind),
        _in_turn(_movement),
        _rows("fund_movement", "sequence", "entered_at", "id", "amount", *_MOVEMENT),
    ),
    Ledger(
        "Les arrêtés des comptes",
        ("fund.closed",),
        _in_turn(_closing),
        _rows(
            "fund_closing",
            "sequence",
            "closed_at",
            "id",
            "through",
            "sha256",
            "author",
            "statement",
        ),
        _with_texts(1),
    ),
    Ledger(
        "Les financeurs",
        ("funder.saved",),
        _last(_funder),
        _rows("funder", "id", *_FUNDER),
        _flagged,
    ),
    Ledger(
        "Les prévisions du fonds",
        ("fund.expected", "fund.expectation_removed"),
        _last(_expected, "fund.expectation_removed"),
        _rows("fund_expectation", "id", "amount", *_EXPECTED),
    ),
    Ledger(
        "Les règles du fonds",
        ("money_rules.adopted",),
        _in_turn(_rules),
        _rows("money_rules", "number", "adopted_at", "number", "rules"),
        _with_texts(1),
    ),
)

OF_AID: Final = (
    Ledger(
        "Les taux de base",
        ("rate.entered",),
        _in_turn(_rate),
        _rows("base_rate", "sequence", "entered_at", "id", "percent", "first", "last", "source"),
    ),
    Ledger(
        "Les aides déclarées",
        ("past_aid.saved", "past_aid.removed"),
        _last(_past, "past_aid.removed"),
        _rows("past_aid", "id", "grant_equivalent", *_PAST),
    ),
    Ledger(
        "Les aides enregistrées",
        ("aid.recorded",),
        _in_turn(_grant),
        _rows(
            "aid_grant",
            "sequence",
            "recorded_at",
            "id",
            "dossier_id",
            *_GRANT,
            "amount",
            "grant_equivalent",
            "basis",
        ),
        _with_texts(1),
    ),
    Ledger(
        "Les déclarations au registre national",
        ("aid.declared",),
        _in_turn(_entry),
        _rows("register_entry", "sequence", "recorded_at", "id", "grant_id", *_ENTRY),
    ),
)
