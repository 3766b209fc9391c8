"""A bank statement as French banks export it: a CSV of dates, labels and amounts.

Forgiving about habits (separator, encoding, lines before the header, one amount or a
debit and a credit), unforgiving about data: a line that may be money and cannot be read
refuses the whole file, with its number.
"""

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.advances import BankLine
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.text import search_key
from alize_desktop.spreadsheets.bank_columns import Columns, columns_of
from alize_desktop.spreadsheets.habits import usual_amount, usual_date
from alize_desktop.wording.amounts import parse_money
from alize_desktop.wording.dates import parse_date

LARGEST_STATEMENT: Final = 8 * 1024 * 1024
"""Largest file accepted, in bytes."""

MOST_LINES: Final = 50_000
"""Most lines accepted."""

_HEADER_WITHIN: Final = 60
_SEPARATORS: Final = (";", "\t", ",")
_EUROS: Final = ("", "eur", "euro", "euros", "€")
_SUMS: Final = ("solde", "total", "nombre")
_ENCODINGS: Final = ("utf-8-sig", "cp1252")
_REASONS: Final = {
    "too_large": "ce fichier est trop gros pour un relevé",
    "not_text": "ce n’est pas un fichier de texte",
    "quote": "un guillemet n’est pas refermé",
    "header": "il manque l’en-tête, avec une date, un libellé et un montant, "
    "ou un débit et un crédit",
    "date": "la date ne se lit pas",
    "amount": "le montant ne se lit pas",
    "no_amount": "il n’y a pas de montant",
    "two_amounts": "il y a un débit et un crédit",
    "currency": "le montant n’est pas en euros",
}


class _UnreadableError(Exception):
    """A line that cannot be read, and why."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(line, reason)
        self.line = line
        self.reason = reason


def read_statement(path: Path) -> tuple[BankLine, ...]:
    """Return the lines of a bank statement, in the order of the file.

    Raises:
        UserError: ``FILE_NOT_READABLE``; ``BANK_STATEMENT_NOT_READABLE`` with the line.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_STATEMENT + 1)
    except OSError as error:
        raise UserError(ErrorCode.FILE_NOT_READABLE, path=str(path)) from error
    try:
        return tuple(_lines(_text(content)))
    except _UnreadableError as refusal:
        raise UserError(
            ErrorCode.BANK_STATEMENT_NOT_READABLE,
            name=path.name,
            line=refusal.line,
            reason=_REASONS[refusal.reason],
        ) from refusal


def _text(content: bytes) -> str:
    if len(content) > LARGEST_STATEMENT:
        raise _UnreadableError(1, "too_large")
    if b"\0" in content:
        raise _UnreadableError(1, "not_text")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _UnreadableError(1, "not_text")


def _lines(text: str) -> Iterator[BankLine]:
    rows, header, columns = _table(text)
    seen: Counter[str] = Counter()
    for number, row in rows[header + 1 :]:
        if not any(row) or _is_sum(row, columns):
            continue
        day = _day(number, row[columns.day])
        label = " ".join(dict.fromkeys(row[each] for each in columns.labels if row[each]))
        amount = _amount(number, row, columns)
        if columns.currency is not None and search_key(row[columns.currency]) not in _EUROS:
            raise _UnreadableError(number, "currency")
        told = f"{day.isoformat()}|{search_key(label)}|{amount}"
        seen[told] += 1
        key = hashlib.sha256(f"{told}|{seen[told]}".encode()).hexdigest()
        yield BankLine(key, number, day, label, amount)


def _table(text: str) -> tuple[list[tuple[int, list[str]]], int, Columns]:
    """Return every row with the number of its line, the rank of the header, its columns."""
    refusal = _UnreadableError(1, "header")
    for separator in _SEPARATORS:
        try:
            rows = _rows(text, separator)
        except _UnreadableError as error:
            refusal = error
            continue
        for rank, (_number, row) in enumerate(rows[:_HEADER_WITHIN]):
            columns = columns_of(row)
            if columns is not None:
                width = len(row)
                return [(at, _padded(each, width)) for at, each in rows], rank, columns
    raise refusal


def _rows(text: str, separator: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[tuple[int, list[str]]] = []
    before = 0
    try:
        for row in reader:
            rows.append((before + 1, [_tidy(each) for each in row]))
            before = reader.line_num
            if before > MOST_LINES:
                raise _UnreadableError(before, "too_large")
    except csv.Error as error:
        raise _UnreadableError(before + 1, "quote") from error
    return rows


def _padded(row: list[str], width: int) -> list[str]:
    return row + [""] * (width - len(row))


def _tidy(cell: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in cell).split())


def _is_sum(row: Sequence[str], columns: Columns) -> bool:
    """Return whether a row is no movement: a sum of the others, or more of a label."""
    day = row[columns.day]
    if not day and not any(row[each] for each in columns.amounts):
        return True
    first = next(each for each in row if each)
    return search_key(first).startswith(_SUMS) and first == (day or first)


def _day(number: int, text: str) -> date:
    try:
        return parse_date(usual_date(text))
    except UserError as error:
        raise _UnreadableError(number, "date") from error


def _amount(number: int, row: Sequence[str], columns: Columns) -> Money:
    """Return what a row brings, negative for what leaves."""
    if columns.amount is not None:
        return _money(number, row[columns.amount])
    debit, credit = (
        _money(number, row[place]) if place is not None and row[place] else ZERO
        for place in (columns.debit, columns.credit)
    )
    if debit and credit:
        raise _UnreadableError(number, "two_amounts")
    if not any(row[each] for each in columns.amounts):
        raise _UnreadableError(number, "no_amount")
    return credit or Money(-abs(debit.minor))


def _money(number: int, text: str) -> Money:
    if not text:
        raise _UnreadableError(number, "no_amount")
    usual = usual_amount(text.lstrip("+ "))
    if usual.endswith("-"):
        usual = f"-{usual.rstrip('- ')}"
    try:
        return parse_money(usual)
    except UserError as error:
        raise _UnreadableError(number, "amount") from error
