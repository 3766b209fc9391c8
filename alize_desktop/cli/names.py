"""Names of the commands and the general help: all that a window's start needs to know."""

from typing import Final

from alize_desktop.errors import UserError

DONE: Final = 0
REFUSED: Final = 1
USAGE: Final = 2
"""Exit statuses: done, refused with a sentence, not understood."""


class NotUnderstoodError(UserError):
    """An argument that cannot be read: the command was not even tried."""


COMMANDS: Final = {
    "demo": "joue la séance de démonstration et laisse ses papiers dans un dossier",
    "rules": "répond à un fichier de cas de règles (JSON)",
    "new": "crée un registre vide",
    "import": "importe un classeur de dossiers, de membres et de partenaires",
    "list": "donne la liste des dossiers",
    "minutes": "écrit le procès-verbal d’une séance (PDF)",
    "papers": "écrit tous les papiers d’une séance dans un dossier, et une archive ZIP",
    "schedule": "écrit l’échéancier d’une avance (XLSX)",
    "schedules": "écrit l’échéancier de chaque avance accordée dans un dossier (XLSX)",
    "arrears": "donne les avances en retard",
    "fund": "donne l’état du fonds\u00a0: trésorerie, disponible, encours, pertes, prévision",
    "statement": "écrit l’état du fonds, ses mouvements et sa prévision (XLSX)",
    "repay": "enregistre une somme reçue pour une avance",
    "aid-register": "écrit le registre des aides d’État d’une année (CSV ou XLSX)",
    "match": "classe les entreprises partenaires pour le besoin d’un dossier, et dit pourquoi",
    "calendar": "écrit ce qui est à suivre comme un agenda (ICS)",
    "report": "dit ce que le programme a obtenu sur une période\u00a0: chiffres, JSON, PDF ou XLSX",
    "verify": "vérifie un registre, ou un papier\u00a0: signatures, octets, empreinte",
}


_WIDEST: Final = max(map(len, COMMANDS)) + 2


def overview() -> str:
    """Return the general help."""
    lines = [
        "Utilisation\u00a0: alize-desktop [REGISTRE]",
        "              alize-desktop COMMANDE …",
        "",
        "Sans commande, ouvre la fenêtre (sur REGISTRE s’il est donné).",
        "",
        "Commandes\u00a0:",
        *(f"  {name:<{_WIDEST}}{what}" for name, what in COMMANDS.items()),
        "",
        "«\u00a0alize-desktop COMMANDE --help\u00a0» détaille une commande.",
        "Retour\u00a0: 0 fait, 1 refusé (une phrase dit pourquoi), 2 commande non comprise.",
    ]
    return "\n".join(lines)
