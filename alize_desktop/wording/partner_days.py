"""Days of a partner company: those left beside its name, those of a year in words."""

from decimal import Decimal
from fractions import Fraction

from alize_desktop.models.records.partners import PartnerDays
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


def year_text(days: PartnerDays) -> str:
    """Return what each part of the bar of a year is, with its sign; nothing is said of zero.

    « ■ 5,5 jours en mission · □ 4 jours restants · ▬ 1 jour fait dans l’année ».
    """
    planned, granted, done = (Fraction(each) for each in (days.planned, days.granted, days.done))
    left = Fraction(days.left)
    parts = (
        ("■", planned, "en mission"),
        ("▨", granted, f"{plural(granted, 'accordé')} par le comité, sans mission encore"),
        ("□", left, plural(left, "restant")),
        ("▼", -left, f"{plural(-left, 'promis', 'promis')} de trop"),
        ("▬", done, f"{plural(done, 'fait')} dans l’année"),
    )
    told = [f"{sign} {counted(count, 'jour')} {words}" for sign, count, words in parts if count > 0]
    return " · ".join(told) or "Aucun jour offert cette année."
