"""Numbers as JSON writes them."""

from decimal import Decimal
from typing import overload


@overload
def json_number(number: Decimal) -> int | float: ...
@overload
def json_number(number: None) -> None: ...
def json_number(number: Decimal | None) -> int | float | None:
    """Return a number that is no amount: whole when it is, for JSON has no decimals."""
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)
