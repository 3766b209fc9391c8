"""What the commands of the money take."""

import argparse
from typing import Final

from alize_desktop.cli.arguments import add_day, add_output, add_registry


def _arrears(parser: argparse.ArgumentParser) -> None:
    add_registry(parser)
    add_day(parser, "jour auquel on se place")
    parser.add_argument("--json", action="store_true", help="répond en JSON")


def _fund(parser: argparse.ArgumentParser) -> None:
    add_registry(parser)
    add_day(parser, "jour auquel on se place")
    parser.add_argument("--json", action="store_true", help="répond en JSON, avec la prévision")


def _statement(parser: argparse.ArgumentParser) -> None:
    add_registry(parser)
    add_day(parser, "jour auquel on se place")
    add_output(parser, "FICHIER.pdf|FICHIER.xlsx")


def _repay(parser: argparse.ArgumentParser) -> None:
    add_registry(parser)
    parser.add_argument("advance", metavar="AVANCE", help="numéro du dossier de l’avance")
    parser.add_argument("--amount", required=True, metavar="MONTANT", help="somme reçue, en euros")
    add_day(parser, "jour où l’argent est arrivé", required=True)
    parser.add_argument(
        "--reference", required=True, metavar="TEXTE", help="référence de la banque"
    )
    parser.add_argument(
        "--author",
        default="Ligne de commande",
        metavar="NOM",
        help="qui enregistre («\u00a0Ligne de commande\u00a0» si rien n’est dit)",
    )


def _aid_register(parser: argparse.ArgumentParser) -> None:
    add_registry(parser)
    parser.add_argument("--year", required=True, metavar="ANNÉE", help="année des aides")
    add_output(parser, "FICHIER.csv")


MONEY_ARGUMENTS: Final = {
    "aid-register": _aid_register,
    "arrears": _arrears,
    "fund": _fund,
    "repay": _repay,
    "statement": _statement,
}
