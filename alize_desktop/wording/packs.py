"""What a decision pack says: its cover, its slips, its summaries, what was not joined."""

from collections.abc import Mapping
from typing import Final

from alize_desktop.models.records.packs import JoiningFlaw, JoiningRemark, PackEntry
from alize_desktop.models.records.people import Member
from alize_desktop.wording.amounts import NO_BREAK, integer_text
from alize_desktop.wording.meeting_papers import agenda_text, point_title
from alize_desktop.wording.names import is_feminine, member_name

STALE: Final = "Dossier de séance plus ancien que les données."
"""A copy that was made before the agenda or a dossier changed."""

CONTENTS_INTRODUCTION: Final = (
    "Les pages se suivent, pièces jointes comprises. Chaque ligne mène à sa page."
)
"""Under the title of the table of contents."""

EVERYTHING_JOINED: Final = "Toutes les pièces jointes figurent dans ce dossier."
"""When nothing has to be said of the documents."""

WITHOUT_DOCUMENTS: Final = "Aucune pièce n’est jointe aux dossiers."
"""When no dossier has a document."""

_SEALED: Final = "Elle désigne l’état du registre au moment où cet exemplaire a été établi."

_FLAWS: Final[Mapping[JoiningFlaw, str]] = {
    JoiningFlaw.ENCRYPTED: "non jointe, car un mot de passe la protège. "
    "Ajoutez au dossier une version sans mot de passe",
    JoiningFlaw.DAMAGED: "non jointe, car ce fichier PDF est endommagé. "
    "Demandez à l’entreprise de l’envoyer à nouveau",
    JoiningFlaw.NOT_A_PICTURE: "non jointe, car cette image est illisible ou démesurée. "
    "Enregistrez-la à nouveau, en JPEG ou en PNG",
    JoiningFlaw.UNKNOWN_KIND: "non jointe, car son format n’est ni PDF, ni JPEG, ni PNG. "
    "Enregistrez-la au format PDF",
    JoiningFlaw.LONG: "jointe en entier, bien qu’elle compte {about} pages",
    JoiningFlaw.REPAIRED: "jointe après réparation d’un fichier abîmé\u00a0: "
    "vérifiez que rien n’y manque",
    JoiningFlaw.PROGRAM_REMOVED: "jointe sans le programme (JavaScript) qu’elle contenait",
    JoiningFlaw.FILE_REMOVED: "jointe sans les fichiers qu’elle contenait",
    JoiningFlaw.TURNED: "jointe avec ses pages en paysage tournées d’un quart de tour",
    JoiningFlaw.REDUCED: "image jointe à la finesse d’une imprimante, au lieu de "
    "{about} millions de points",
    JoiningFlaw.MADE_OPAQUE: "image jointe sur fond blanc, à la place de la transparence",
    JoiningFlaw.FONTS_OUTSIDE: "jointe, mais elle ne contient pas toutes ses polices "
    "({about})\u00a0: son aspect peut changer d’un ordinateur à l’autre",
}


def copy_text(number: int) -> str:
    """Return « Exemplaire n° 3 »."""
    return f"Exemplaire n°{NO_BREAK}{number}"


def reader_text(reader: Member | None) -> str:
    """Return whose copy it is: « Mme Céline Weiß », « Exemplaire de l’instruction »."""
    return member_name(reader.sheet) if reader else "Exemplaire de l’instruction"


def confidentiality(reader: Member | None) -> str:
    """Return what the reader is asked to do of a copy."""
    rule = "Ces informations sont confidentielles\u00a0: merci de ne pas les diffuser"
    if reader is None:
        return f"{rule}."
    word, name = "personnellement destiné", member_name(reader.sheet)
    return (
        f"Cet exemplaire numéroté est {word} à {name.removesuffix('.')}. "
        f"{rule}, et de rendre ou de détruire l’exemplaire après la séance."
    )


def seal_reason() -> str:
    """Return what the fingerprint on the cover is good for."""
    return _SEALED


def entry_title(entry: PackEntry) -> str:
    """Return a point as the contents and the headings name it."""
    return point_title(entry.point) if entry.point else f"{entry.position}. Dossier {entry.number}"


def entry_line(entry: PackEntry) -> str:
    """Return a point as the agenda lists it."""
    if entry.point is None:
        return f"Dossier {entry.number}{NO_BREAK}: non communiqué, en raison d’un déport"
    return agenda_text(entry.point)


def slip_text(entry: PackEntry, reader: Member) -> str:
    """Return the one line that stands in the place of a dossier.

    Args:
        entry: The dossier: its number alone is told.
        reader: Who steps aside from it.
    """
    word = "concernée" if is_feminine(reader.sheet.civility) else "concerné"
    return (
        f"Le dossier {entry.number} n’est pas communiqué à {member_name(reader.sheet)}, "
        f"{word} par un déport."
    )


def attachment_title(name: str) -> str:
    """Return « Pièce jointe : bilan.pdf »."""
    return f"Pièce jointe{NO_BREAK}: {name}"


def attachment_page(name: str, page: int, pages: int) -> str:
    """Return « Pièce jointe : bilan.pdf, page 3 sur 20 »; no page when it has only one."""
    return attachment_title(name) + (f", page {page} sur {pages}" if pages > 1 else "")


def remark_text(remark: JoiningRemark) -> str:
    """Return what must be said of a document, which it names with its dossier."""
    said = _FLAWS[remark.flaw].format(about=remark.about)
    return f"Dossier {remark.dossier}, «{NO_BREAK}{remark.document}{NO_BREAK}»{NO_BREAK}: {said}."


def pages_text(number: int) -> str:
    """Return a number of pages as a remark tells it."""
    return integer_text(number, NO_BREAK)


def copy_file_name(meeting: str, number: int, reader: str) -> str:
    """Return the name of the file of a copy, without its suffix."""
    return " ".join(each for each in (f"Dossier de séance {meeting}, n° {number}", reader) if each)
