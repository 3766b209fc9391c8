"""Names of the commands and the general help: all that a window's start needs to know."""

from typing import Final

DONE: Final = 0
REFUSED: Final = 1
USAGE: Final = 2
"""Exit statuses: done, refused with a sentence, not understood."""

COMMANDS: Final = {
    "demo": "joue la séance de démonstration et laisse ses papiers dans un dossier",
    "rules": "répond à un fichier de cas de règles (JSON)",
    "new": "crée un registre vide",
    "import": "importe un classeur de dossiers, de membres et de partenaires",
    "list": "donne la liste des dossiers (JSON)",
    "minutes": "écrit le procès-verbal d’une séance (PDF)",
    "schedule": "écrit l’échéancier d’une avance (XLSX)",
    "verify": "vérifie un registre : intégrité, liens, chaîne du journal",
}


def overview() -> str:
    """Return the general help."""
    lines = [
        "Utilisation : alize-desktop [REGISTRE]",
        "              alize-desktop COMMANDE …",
        "",
        "Sans commande, ouvre la fenêtre (sur REGISTRE s’il est donné).",
        "",
        "Commandes :",
        *(f"  {name:<10}{what}" for name, what in COMMANDS.items()),
        "",
        "« alize-desktop COMMANDE --help » détaille une commande.",
        "Retour : 0 fait, 1 refusé (une phrase dit pourquoi), 2 commande non comprise.",
    ]
    return "\n".join(lines)
