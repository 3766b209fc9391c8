"""What the journal tells of the money: advances, the fund, state aid. See ``ledgers``."""

from decimal import Decimal
from typing import Final

from alize_desktop.models.enums import AdvanceEventKind, FundMovementKind
from alize_desktop.models.store.ledgers import (
    Entry,
    Ledger,
    Line,
    centimes,
    flagged,
    in_turn,
    last_told,
    rows_of,
    told_of,
    with_texts,
)
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


def _event(_rank: int, line: Line) -> Entry:
    amount, key = centimes(line.told["amount"]), line.told["import_key"] or None
    return (line.told["event"], line.subject, amount, key, *told_of(line, _EVENT))


def _version(_rank: int, line: Line) -> Entry:
    texts = (canonical_json(line.told[each]) for each in ("terms", "rows", "kept"))
    whose = (line.told["id"], line.subject, line.told["decision"])
    return (*whose, *told_of(line, _VERSION), *texts)


def _movement(_rank: int, line: Line) -> Entry:
    return (line.subject, centimes(line.told["amount"]), *told_of(line, _MOVEMENT))


def _closing(_rank: int, line: Line) -> Entry:
    told = told_of(line, ("through", "sha256", "author"))
    return (line.subject, *told, canonical_json(line.told["statement"]))


def _rules(_rank: int, line: Line) -> Entry:
    return (line.told["number"], canonical_json(line.told["rules"]))


def _rate(_rank: int, line: Line) -> Entry:
    hundredths = int(Decimal(line.told["percent"]) * 100)
    return (line.subject, hundredths, *told_of(line, ("first", "last", "source")))


def _grant(_rank: int, line: Line) -> Entry:
    money = (centimes(line.told[each]) for each in ("amount", "grant_equivalent"))
    basis = canonical_json(line.told["basis"])
    return (line.told["grant"], line.subject, *told_of(line, _GRANT), *money, basis)


def _entry(_rank: int, line: Line) -> Entry:
    return (line.told["entry"], line.subject, *told_of(line, _ENTRY))


def _funder(line: Line) -> Entry:
    return (line.subject, *told_of(line, _FUNDER))


def _expected(line: Line) -> Entry:
    return (line.subject, centimes(line.told["amount"]), *told_of(line, _EXPECTED))


def _account(line: Line) -> Entry:
    return (line.subject, *told_of(line, _ACCOUNT))


def _past(line: Line) -> Entry:
    return (line.subject, centimes(line.told["grant_equivalent"]), *told_of(line, _PAST))


OF_ADVANCES: Final = (
    Ledger(
        "Les mouvements des avances",
        tuple(f"advance.{each.value}" for each in AdvanceEventKind),
        in_turn(_event),
        rows_of(
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
        in_turn(_version),
        rows_of(
            "schedule_version",
            *("sequence", "made_at"),
            *("id", "dossier_id", "decision_id", *_VERSION, "terms", "rows", "kept"),
        ),
        with_texts(3),
    ),
    Ledger(
        "Les comptes bancaires",
        ("account.saved",),
        last_told(_account),
        rows_of("bank_account", "id", *_ACCOUNT),
    ),
)

OF_FUND: Final = (
    Ledger(
        "Les mouvements du fonds",
        tuple(f"fund.{each.value}" for each in FundMovementKind),
        in_turn(_movement),
        rows_of("fund_movement", "sequence", "entered_at", "id", "amount", *_MOVEMENT),
    ),
    Ledger(
        "Les arrêtés des comptes",
        ("fund.closed",),
        in_turn(_closing),
        rows_of(
            "fund_closing",
            "sequence",
            "closed_at",
            "id",
            "through",
            "sha256",
            "author",
            "statement",
        ),
        with_texts(1),
    ),
    Ledger(
        "Les financeurs",
        ("funder.saved",),
        last_told(_funder),
        rows_of("funder", "id", *_FUNDER),
        flagged(2),
    ),
    Ledger(
        "Les prévisions du fonds",
        ("fund.expected", "fund.expectation_removed"),
        last_told(_expected, "fund.expectation_removed"),
        rows_of("fund_expectation", "id", "amount", *_EXPECTED),
    ),
    Ledger(
        "Les règles du fonds",
        ("money_rules.adopted",),
        in_turn(_rules),
        rows_of("money_rules", "number", "adopted_at", "number", "rules"),
        with_texts(1),
    ),
)

OF_AID: Final = (
    Ledger(
        "Les taux de base",
        ("rate.entered",),
        in_turn(_rate),
        rows_of("base_rate", "sequence", "entered_at", "id", "percent", "first", "last", "source"),
    ),
    Ledger(
        "Les aides déclarées",
        ("past_aid.saved", "past_aid.removed"),
        last_told(_past, "past_aid.removed"),
        rows_of("past_aid", "id", "grant_equivalent", *_PAST),
    ),
    Ledger(
        "Les aides enregistrées",
        ("aid.recorded",),
        in_turn(_grant),
        rows_of(
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
        with_texts(1),
    ),
    Ledger(
        "Les déclarations au registre national",
        ("aid.declared",),
        in_turn(_entry),
        rows_of("register_entry", "sequence", "recorded_at", "id", "grant_id", *_ENTRY),
    ),
)
