"""Bank accounts as people read them."""

from stdnum import iban

from alize_desktop.wording.amounts import NO_BREAK


def iban_text(number: str) -> str:
    """Return an IBAN in groups of four: « FR76 3000 6000 0112 3456 7890 189 »."""
    return iban.format(number, separator=NO_BREAK) if number.strip() else ""


def account_text(number: str, bic: str = "") -> str:
    """Return « IBAN FR76 3000…, BIC AGRIFRPP »; empty without an IBAN."""
    shown = iban_text(number)
    if not shown:
        return ""
    code = bic.strip().upper()
    return f"IBAN {shown}, BIC{NO_BREAK}{code}" if code else f"IBAN {shown}"
