"""What a dossier that comes back was granted before: a *décision modificative* changes it."""

from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.wording.amounts import money_short


def before_text(line: AgendaLine) -> str:
    """Return what a point was granted before; empty for a dossier that comes first.

    « Décision modificative. Accordé auparavant : 5 000 € sur 48 mois, décision 2026-D001. »
    """
    if not line.before_number:
        return ""
    decision = f"décision {line.before_number}."
    if not line.before_amount:
        return f"Décision modificative, après la {decision}"
    granted = f"{money_short(line.before_amount)} sur {line.before_months} mois"
    return f"Décision modificative. Accordé auparavant\u00a0: {granted}, {decision}"
