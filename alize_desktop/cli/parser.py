"""The command line, in French: what may be typed, and what is said of the rest."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, NoReturn

from typing_extensions import override

from alize_desktop.cli.arguments import add_output, add_registry
from alize_desktop.cli.money_arguments import MONEY_ARGUMENTS
from alize_desktop.cli.names import COMMANDS, USAGE
from alize_desktop.cli.result_arguments import RESULT_ARGUMENTS
from alize_desktop.cli.speech import say

_COMPLAINTS: Final = (
    (r"the following arguments are required: (.*)", "Il manque\u00a0: {}."),
    (r"unrecognized arguments: (.*)", "Argument inconnu\u00a0: {}."),
    (r"argument (.*): expected one argument", "{} attend une valeur."),
    (r"argument .*: invalid choice: (\S+) .*", "{} n’est pas une commande."),
    (r"argument (.*): ignored explicit argument .*", "{} n’attend pas de valeur."),
    (r"argument (.*): not allowed with argument .*", "{} ne va pas avec une autre sortie."),
    (r"ambiguous option: (\S+) .*", "L’option {} est ambiguë."),
)


class _Formatter(argparse.HelpFormatter):
    @override
    def add_usage(self, *parts: object, **named: object) -> None:
        named["prefix"] = "Utilisation\u00a0: "
        super().add_usage(*parts, **named)  # type: ignore[arg-type]  # signature differs by version


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks French and refuses with status 2."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Formatter,
        )
        self._positionals.title = "Arguments\u00a0"
        self._optionals.title = "Options\u00a0"
        self.add_argument("-h", "--help", "--aide", action="help", help="affiche cette aide")

    @override
    def print_help(self, file: object = None) -> None:
        say(self.format_help().rstrip("\n"))

    @override
    def error(self, message: str) -> NoReturn:
        sentence = "La commande n’est pas comprise."
        for pattern, french in _COMPLAINTS:
            if found := re.fullmatch(pattern, message):
                sentence = french.format(found.group(1))
                break
        self.exit(USAGE, f"{sentence}\nPour l’aide\u00a0: {self.prog} --help\n")


def parser_of(command: str) -> Parser:
    """Return the parser of one command of ``COMMANDS``."""
    what = COMMANDS[command]
    parser = Parser(f"alize-desktop {command}", what[0].upper() + what[1:] + ".")
    _ARGUMENTS[command](parser)
    return parser


def _demo(parser: Parser) -> None:
    parser.add_argument("folder", type=Path, metavar="DOSSIER", help="où laisser les fichiers")
    parser.add_argument(
        "--open", action="store_true", help="ouvre ensuite la fenêtre sur le registre"
    )


def _rules(parser: Parser) -> None:
    parser.add_argument("cases", type=Path, metavar="CAS.json", help="liste de cas")


def _new(parser: Parser) -> None:
    add_registry(parser)
    parser.add_argument("--basin", required=True, metavar="NOM", help="bassin d’emploi")
    parser.add_argument("--operator", default="", metavar="NOM", help="organisme opérateur")


def _import(parser: Parser) -> None:
    add_registry(parser)
    parser.add_argument("book", type=Path, metavar="CLASSEUR.xlsx", help="classeur à lire")
    parser.add_argument("--dry-run", action="store_true", help="montre sans rien écrire")
    parser.add_argument("--json", action="store_true", help="répond en JSON")
    parser.add_argument(
        "--accept-valid", action="store_true", help="écrit les lignes valides malgré des refus"
    )


def _list(parser: Parser) -> None:
    add_registry(parser)
    parser.add_argument("--json", action="store_true", help="répond en JSON")


def _minutes(parser: Parser) -> None:
    add_registry(parser)
    parser.add_argument("meeting", metavar="SÉANCE", help="numéro de la séance")
    add_output(parser, "FICHIER.pdf")


def _papers(parser: Parser) -> None:
    add_registry(parser)
    parser.add_argument("meeting", metavar="SÉANCE", help="numéro de la séance")
    add_output(parser, "DOSSIER")
    parser.add_argument(
        "--copies", action="store_true", help="un dossier de séance numéroté pour chaque membre"
    )


def _schedule(parser: Parser) -> None:
    add_registry(parser)
    parser.add_argument("dossier", metavar="DOSSIER", help="numéro du dossier")
    add_output(parser, "FICHIER.xlsx")


def _schedules(parser: Parser) -> None:
    add_registry(parser)
    add_output(parser, "DOSSIER")


def _verify(parser: Parser) -> None:
    parser.add_argument(
        "file",
        type=Path,
        metavar="FICHIER",
        help="registre (.alize)\u00a0: intégrité, liens, chaîne du journal\u00a0; "
        "ou papier (.pdf)\u00a0: ses signatures tiennent-elles",
    )
    parser.add_argument(
        "--registry",
        type=Path,
        metavar="REGISTRE",
        help="dit aussi si ce registre connaît les octets du papier, "
        "et si l’empreinte imprimée est dans son journal",
    )


_ARGUMENTS: Final[dict[str, Callable[[Parser], None]]] = {
    "demo": _demo,
    "rules": _rules,
    "new": _new,
    "import": _import,
    "list": _list,
    "minutes": _minutes,
    "papers": _papers,
    "schedule": _schedule,
    "schedules": _schedules,
    "verify": _verify,
    **MONEY_ARGUMENTS,
    **RESULT_ARGUMENTS,
}
