"""The ``verify`` command: of a registry, or of a paper. What the file is decides."""

from argparse import Namespace
from pathlib import Path

from alize_desktop.cli.names import DONE
from alize_desktop.cli.speech import say
from alize_desktop.cli.workshop import Workshop
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.services.paper_verification import is_pdf, verify
from alize_desktop.wording.names import counted
from alize_desktop.wording.verification import doubt, proof, verification_lines


def run(arguments: Namespace, workshop: Workshop) -> int:
    """Say what a file proves, line by line.

    Raises:
        UserError: It proves nothing, or something is wrong with it.
    """
    file: Path = arguments.file
    if arguments.registry is not None or is_pdf(file) or file.suffix.lower() == ".pdf":
        return _paper(file, arguments.registry, workshop)
    return _registry(file, workshop)


def _paper(file: Path, registry: Path | None, workshop: Workshop) -> int:
    if registry is None:
        found = verify(file, None)
    else:
        with workshop.open(registry) as services:
            found = services.signing.verify(file)
    for each in verification_lines(found):
        say(each)
    reason = doubt(found)
    if reason:
        raise UserError(ErrorCode.PAPER_NOT_PROVEN, name=found.name, reason=reason)
    say(proof(found))
    return DONE


def _registry(file: Path, workshop: Workshop) -> int:
    with workshop.open(file) as services:
        found = services.programme.verify()
    if not found.is_sound:
        for each in (*found.integrity_problems, *found.foreign_key_problems):
            say(f"Détail\u00a0: {each}")
        if found.first_broken_line is not None:
            raise UserError(ErrorCode.JOURNAL_BROKEN, line=found.first_broken_line)
        raise UserError(ErrorCode.REGISTRY_DAMAGED, path=str(file))
    say(
        f"Registre intègre\u00a0: {counted(found.lines, 'ligne')} de journal, chaîne complète.\n"
        f"Tête de la chaîne\u00a0: {found.head}"
    )
    return DONE
