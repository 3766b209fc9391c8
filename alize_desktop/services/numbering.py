"""Stable numbers that people read, by year, with no gap at the end.

Called inside the IMMEDIATE transaction that uses the number: nobody else can
take it meanwhile, and a transaction that fails gives it back.
"""

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session


def next_number(
    session: Session, column: InstrumentedAttribute[str], prefix: str, digits: int
) -> str:
    """Return the number after the greatest one that starts with ``prefix``.

    The greatest is that of the value, however many digits it is written with:
    after ``2026-0003`` comes ``2026-004``, which nobody can have.

    Args:
        session: In the transaction that writes the number.
        column: Where the numbers are: ``StoredDossier.number``.
        prefix: Fixed part, year included: ``2026-``.
        digits: Digits of the part that grows, at least.
    """
    return next_numbers(session, column, prefix, digits, 1)[0]


def next_numbers(
    session: Session, column: InstrumentedAttribute[str], prefix: str, digits: int, count: int
) -> list[str]:
    """Return the ``count`` numbers that follow, in order. See ``next_number``."""
    rest = func.substr(column, len(prefix) + 1)
    value = func.ltrim(rest, "0")
    statement = (
        select(value)
        .where(func.substr(column, 1, len(prefix)) == prefix, rest.op("NOT GLOB")("*[^0-9]*"))
        .order_by(func.length(value).desc(), value.desc())
        .limit(1)
    )
    last = int(session.scalar(statement) or 0)
    return [f"{prefix}{last + rank:0{digits}d}" for rank in range(1, count + 1)]
