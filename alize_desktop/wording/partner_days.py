"""Days left of a partner company, beside its name."""

from decimal import Decimal
from fractions import Fraction

from alize_desktop.wording.names import counted, plural


def partner_choice(name: str, left: Decimal | None) -> str:
    """Return a partner with its days left: « Groupe Cablofil · 4 jours restants ».

    Args:
        name: Of the partner.
        left: Days left, negative when too many were promised; None when not known.
    """
    if left is None:
        return name
    exact = Fraction(left)
    if exact < 0:
        return f"{name} · {counted(-exact, 'jour')} de trop"
    return f"{name} · {counted(exact, 'jour')} {plural(exact, 'restant')}"
