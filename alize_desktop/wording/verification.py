"""What the verification of a paper found, in French."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Final

from alize_desktop.models.records.verification import (
    PdfFindings,
    RecordedAs,
    RecordedPaper,
    RegistryFindings,
    SealedLine,
    SignatureFlaw,
    SignatureFound,
    Verification,
)
from alize_desktop.wording.amounts import integer_text
from alize_desktop.wording.labels import label
from alize_desktop.wording.minutes_hours import MeetingHours
from alize_desktop.wording.names import counted, plural

_FLAWS: Final[Mapping[SignatureFlaw, str]] = {
    SignatureFlaw.ALTERED: "Elle ne tient pas : des octets qu’elle couvre ont été modifiés",
    SignatureFlaw.BROKEN: "Elle ne tient pas : elle est abîmée, ou n’a pas été faite par la clé de son certificat",
    SignatureFlaw.WEAK: "Elle ne prouve rien : son procédé n’est plus sûr",
    SignatureFlaw.PARTIAL: "Elle ne tient pas : elle laisse de côté une partie du fichier",
    SignatureFlaw.CHANGED_AFTER: "Elle ne tient pas : le fichier a été modifié après elle, et pas seulement signé de nouveau",
}


def verification_lines(found: Verification) -> tuple[str, ...]:
    """Return everything that was found, one sentence or two a line: signatures, then registry."""
    hours = MeetingHours(found.programme, date.min)
    lines = [*_of_the_file(found.pdf, hours)]
    if found.registry is not None:
        lines += _of_the_registry(found.registry, found.pdf, hours)
    return tuple(lines)


def doubt(found: Verification) -> str:
    """Return why a file proves nothing, as the end of a sentence; empty when it holds."""
    return next(_doubts(found), "")


def proof(found: Verification) -> str:
    """Return what a file that holds proves, in one sentence."""
    several = len(found.pdf.signatures) > 1
    signed = "signatures intactes" if several else "signature intacte"
    if found.registry is None:
        whose = "des certificats" if several else "un certificat"
        return f"{signed.capitalize()}, par {whose} que rien n’atteste. Aucun registre n’a été consulté."
    if found.pdf.signatures:
        return f"Fichier authentique : {signed}, papier de ce registre."
    return "Fichier authentique : papier de ce registre, sans signature électronique."


def signature_lines(signature: SignatureFound, hours: MeetingHours, which: str) -> Iterator[str]:
    """Yield what is said of one signature.

    Args:
        signature: What was found.
        hours: Tells hours.
        which: « Signature », or « Signature 2 » among several.
    """
    whose = signature.signer or "sans nom lisible"
    yield f"{which} : {whose}. {_state(signature)}."
    if signature.flaw is SignatureFlaw.BROKEN and not signature.certificate:
        return
    if signature.declared_name not in ("", signature.signer):
        yield f"Nom inscrit dans la signature : {signature.declared_name}."
    yield _declared(signature.declared_at, hours)
    yield _trust(signature)


def _state(signature: SignatureFound) -> str:
    if signature.flaw is not None:
        return _FLAWS[signature.flaw]
    if signature.covers_whole_file:
        return "Elle tient, et couvre tout le fichier"
    return "Elle tient, et couvre le fichier tel qu’il était quand elle a été faite"


def _declared(at: datetime | None, hours: MeetingHours) -> str:
    if at is None:
        return "Elle ne déclare aucune heure."
    return (
        f"Heure déclarée par l’ordinateur qui a signé : {hours.dated(at)}. "
        "Aucune autorité ne l’atteste."
    )


def _trust(signature: SignatureFound) -> str:
    if signature.is_self_signed:
        words = "Certificat auto-signé : seule la personne qui l’a fait en répond."
    else:
        words = f"Certificat délivré par {signature.issuer or 'une autorité sans nom'}, ce qui ne se vérifie pas hors ligne."
    if not signature.was_valid:
        words += " À l’heure déclarée, il n’était pas en cours de validité."
    return f"{words} Son empreinte : {signature.certificate[:16]}…"


def _of_the_file(pdf: PdfFindings, hours: MeetingHours) -> Iterator[str]:
    if pdf.is_damaged:
        yield "Ce PDF est abîmé : il ne se lit pas jusqu’au bout."
    elif not pdf.is_pdf:
        yield "Ce fichier n’est pas un PDF : il ne porte pas de signature électronique."
    elif not pdf.signatures:
        yield "Ce fichier ne porte pas de signature électronique."
    for number, each in enumerate(pdf.signatures, start=1):
        which = f"Signature {number}" if len(pdf.signatures) > 1 else "Signature"
        yield from signature_lines(each, hours, which)
    if pdf.bytes_after:
        verb = plural(pdf.bytes_after, "suit", "suivent")
        them = plural(pdf.bytes_after, "le couvre", "les couvre")
        yield (
            f"{counted(pdf.bytes_after, 'octet')} {verb} la dernière signature, "
            f"qui ne {them} pas : le fichier a été complété après elle."
        )
    if pdf.has_lost_signature:
        yield "Ce fichier porte les traces d’une signature qui ne s’y lit plus."


def _of_the_registry(
    registry: RegistryFindings, pdf: PdfFindings, hours: MeetingHours
) -> Iterator[str]:
    yield _recorded(registry.recorded, hours)
    if pdf.is_pdf and not any(each.fingerprint for each in registry.seals):
        yield "Ses pages n’impriment aucune empreinte du journal."
    for each in registry.seals:
        yield _sealed(each, hours)
    if not registry.journal_is_sound:
        yield (
            "Ce registre ne se vérifie pas lui-même : ce qu’il dit ne prouve rien. "
            "Lancez sa vérification."
        )


def _recorded(recorded: RecordedPaper, hours: MeetingHours) -> str:
    if recorded.kind is None or recorded.recorded_at is None:
        return (
            "Ces octets ne sont pas dans le registre : le fichier a été modifié, "
            "ou vient d’un autre registre."
        )
    paper, when = label(recorded.kind), hours.dated(recorded.recorded_at)
    if recorded.state is RecordedAs.EARLIER_REVISION:
        return (
            f"Le fichier commence par les octets que le registre a enregistrés {when} : {paper}. "
            "La suite y a été ajoutée ailleurs."
        )
    what = {
        RecordedAs.SIGNED: f"{paper}, papier signé par {recorded.signer}",
        RecordedAs.SCAN: f"{paper}, scan d’un papier signé à l’encre",
    }.get(recorded.state, paper)
    return f"Ces octets sont ceux que le registre a enregistrés {when} : {what}."


def _sealed(seal: SealedLine, hours: MeetingHours) -> str:
    if seal.line is None or seal.at is None:
        whose = f"imprimée, {seal.fingerprint}," if seal.fingerprint else "enregistrée avec lui"
        return f"L’empreinte {whose} n’est celle d’aucune ligne du journal de ce registre."
    line, when = f"la ligne {integer_text(seal.line)}", f"écrite {hours.dated(seal.at)}"
    if not seal.fingerprint:
        return f"Quand il a été produit, le journal en était à {line}, {when}."
    return f"L’empreinte imprimée, {seal.fingerprint}, est celle de {line} du journal, {when}."


def _doubts(found: Verification) -> Iterator[str]:
    """Yield what is wrong, the gravest first."""
    pdf, registry = found.pdf, found.registry
    if any(each.flaw is not None for each in pdf.signatures):
        yield "une signature ne tient pas"
    if pdf.bytes_after:
        yield "quelque chose a été ajouté après la signature"
    if pdf.has_lost_signature:
        yield "une signature ne s’y lit plus"
    if registry is not None:
        yield from _doubts_of(registry, pdf)
    elif pdf.is_damaged:
        yield "le fichier est abîmé"
    elif not pdf.signatures:
        yield "sans signature ni registre, rien n’est prouvé"


def _doubts_of(registry: RegistryFindings, pdf: PdfFindings) -> Iterator[str]:
    if not registry.journal_is_sound:
        yield "le registre ne se vérifie pas lui-même"
    if registry.recorded.state is RecordedAs.UNKNOWN:
        yield "ce registre ne le connaît pas"
    if registry.recorded.state is RecordedAs.EARLIER_REVISION:
        yield _added_elsewhere(pdf)
    if any(each.line is None for each in registry.seals):
        yield "son empreinte n’est pas dans le journal de ce registre"


def _added_elsewhere(pdf: PdfFindings) -> str:
    """Return why a file that only begins as a paper proves nothing: anybody may go on with it."""
    if not pdf.signatures:
        return "la suite du papier a été ajoutée hors de ce registre"
    whose = "des certificats" if len(pdf.signatures) > 1 else "un certificat"
    return f"signé hors de ce registre, par {whose} que rien n’atteste"
