"""Payment files for banks: SEPA transfers and direct debits, checked against their schemas.

sepaxml gives its own names and hours to what it writes; here they are those of the
registry, so that the same payments give the same bytes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.payment_files import PaymentLine
from alize_desktop.wording.bank_words import bank_text

TRANSFERS: Final = "pain.001.001.09"
DEBITS: Final = "pain.008.001.08"

_MESSAGE: Final = re.compile(rb"(?<=<MsgId>)[^<]*")
_MADE_AT: Final = re.compile(rb"(?<=<CreDtTm>)[^<]*")
_BATCH: Final = re.compile(rb"(?<=<PmtInfId>)[^<]*")
_RECURRENT: Final = "RCUR"


@dataclass(frozen=True, slots=True)
class PaymentOrder:
    """Payments to be asked of a bank, all on one day.

    Attributes:
        id: Tells this file from every other.
        made_at: Instant of the file, in the time zone it is printed in.
        on: Day that the bank is asked to do it.
        rules: The account of the fund, and its identifier for direct debits.
        lines: At least one.
    """

    id: UUID
    made_at: datetime
    on: date
    rules: MoneyRules
    lines: Sequence[PaymentLine]


def transfers_xml(order: PaymentOrder) -> bytes:
    """Return the file that pays companies: pain.001.001.09.

    Raises:
        sepaxml.validation.ValidationError: The file is not as its schema says: a bug.
    """
    from sepaxml import SepaTransfer  # noqa: PLC0415  # on first use

    file = SepaTransfer(_fund(order), schema=TRANSFERS)
    for line in order.lines:
        file.add_payment({**_company(line), "execution_date": order.on})
    return _finished(file.export(validate=False), order, TRANSFERS)


def debits_xml(order: PaymentOrder) -> bytes:
    """Return the file that debits companies: pain.008.001.08.

    Raises:
        sepaxml.validation.ValidationError: The file is not as its schema says: a bug.
    """
    from sepaxml import SepaDD  # noqa: PLC0415  # on first use

    identifier = "".join(order.rules.creditor_identifier.split()).upper()
    file = SepaDD({**_fund(order), "creditor_id": identifier}, schema=DEBITS)
    for line in order.lines:
        mandate = {
            "type": _RECURRENT,
            "collection_date": order.on,
            "mandate_id": bank_text(line.account.mandate),
            "mandate_date": line.account.mandate_on,
        }
        file.add_payment({**_company(line), **mandate})
    return _finished(file.export(validate=False), order, DEBITS)


def _fund(order: PaymentOrder) -> dict[str, Any]:
    rules = order.rules
    fund = {
        "name": bank_text(rules.creditor_name, "FONDS"),
        "IBAN": _compact(rules.creditor_iban),
        "batch": True,
        "currency": "EUR",
    }
    return fund | _bic(rules.creditor_bic)


def _company(line: PaymentLine) -> dict[str, Any]:
    return {
        "name": bank_text(line.account.holder, line.number),
        "IBAN": _compact(line.account.iban),
        "amount": line.amount.minor,
        "description": line.text,
        "endtoend_id": line.reference,
        **_bic(line.account.bic),
    }


def _bic(code: str) -> dict[str, str]:
    return {"BIC": _compact(code)} if code.strip() else {}


def _compact(text: str) -> str:
    return "".join(text.split()).upper()


def _finished(content: bytes, order: PaymentOrder, schema: str) -> bytes:
    """Return a file with our names and our hour, once its schema accepted it."""
    from sepaxml.validation import try_valid_xml  # noqa: PLC0415  # on first use

    name = order.id.hex.encode()
    named = _MESSAGE.sub(name, content)
    named = _BATCH.sub(name, named)
    named = _MADE_AT.sub(f"{order.made_at:%Y-%m-%dT%H:%M:%S}".encode(), named)
    try_valid_xml(named, schema)
    return named
