"""Why somebody might step aside from a dossier."""

from typing import Final

from alize_desktop.models.enums import Civility
from alize_desktop.rules.recusals import PartyKind, Tie, TieKind
from alize_desktop.wording.names import is_feminine

_IS: Final = {
    PartyKind.COMPANY: "est l’entreprise du dossier",
    PartyKind.MANAGER: "dirige l’entreprise",
    PartyKind.SHAREHOLDER: "est actionnaire de l’entreprise",
    PartyKind.BANK: "est la banque de l’entreprise",
    PartyKind.ACCOUNTANT: "est l’expert-comptable de l’entreprise",
    PartyKind.LENDER: "peut prêter les jours demandés",
}


def recusal_reason(tie: Tie, civility: Civility) -> str:
    """Return what ties a member to a dossier.

    « Banque du Val, son employeur, est la banque de l’entreprise ».

    Args:
        tie: What ties the member.
        civility: How the member is addressed.
    """
    between = ""
    if tie.kind is TieKind.EMPLOYER:
        between = ", son employeur,"
    elif tie.kind is TieKind.HELD:
        between = f", dont {'elle' if is_feminine(civility) else 'il'} est actionnaire,"
    return f"{tie.party.name}{between} {_IS[tie.party.kind]}"
