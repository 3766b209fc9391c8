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

    Args:
        session: In the transaction that writes the number.
        column: Where the numbers are: ``StoredDossier.number``.
        prefix: Fixed part, year included: ``2026-``.
        digits: Digits of the part that grows, at least; longer ones are kept.
    """
    rest = func.substr(column, len(prefix) + 1)
    statement = (
        select(rest)
        .where(func.substr(column, 1, len(prefix)) == prefix, rest.op("NOT GLOB")("*[^0-9]*"))
        .order_by(func.length(rest).desc(), rest.desc())
        .limit(1)
    )
    last = session.scalar(statement)
    return f"{prefix}{int(last or 0) + 1:0{digits}d}"
