"""The end of the minutes: next date, closing hour, signatures, fingerprint."""

import base64

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import facts, line, prose
from alize_desktop.documents.headings import heading
from alize_desktop.documents.keeping import Kept
from alize_desktop.documents.panels import signature_boxes
from alize_desktop.documents.parts.opening import presiding_title
from alize_desktop.documents.typography import styles
from alize_desktop.models.enums import MinutesBlock
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.wording.amounts import NO_BREAK, integer_text
from alize_desktop.wording.dates import long_date_with_day
from alize_desktop.wording.minutes_meeting import closing_sentence
from alize_desktop.wording.minutes_stages import stage_sentences
from alize_desktop.wording.names import member_name, plural

_FINGERPRINT_BYTES = 15
_GROUP = 4


def closing(record: MinutesRecord) -> list[Flowable]:
    """Return the closing of the meeting and the boxes to be signed, on one page."""
    following = "date à fixer"
    if record.next_meeting_on:
        following = long_date_with_day(record.next_meeting_on)
    content = [
        *heading("Clôture et signatures"),
        *facts([("Clôture", closing_sentence(record)), ("Prochaine séance", following)]),
        *prose(record.text(MinutesBlock.CLOSING)),
        *map(line, stage_sentences(record)),
        _signatures(record),
        *seal(record),
    ]
    return [Kept(content)]


def fingerprint(head: str) -> str:
    """Return the first 120 bits of a hash in groups that people can compare.

    Args:
        head: Hexadecimal hash, 64 digits.

    Returns:
        Six groups of four signs in base 32: « 7ZEW-IOQZ-PT74-QSNP-WAQ6-VJ5P ».
    """
    signs = base64.b32encode(bytes.fromhex(head)[:_FINGERPRINT_BYTES]).decode("ascii")
    return "-".join(signs[start : start + _GROUP] for start in range(0, len(signs), _GROUP))


def signatories(record: MinutesRecord) -> list[tuple[str, str]]:
    """Return who signs: (capacity, name)."""
    chair = member_name(record.presiding.sheet) if record.presiding else ""
    secretary = "Secrétaire" if record.is_written else "Secrétaire de séance"
    return [(presiding_title(record), chair), (secretary, record.draft.secretary)]


def _signatures(record: MinutesRecord) -> Flowable:
    if not record.is_over:
        why = (
            "la consultation n’est pas close" if record.is_written else "la séance n’est pas levée"
        )
        return line(f"Ce projet ne se signe pas : {why}.")
    return signature_boxes(signatories(record))


def seal(record: MinutesRecord) -> list[Flowable]:
    """Return the fingerprint of the journal, to be compared with the registry."""
    lines = integer_text(record.journal_lines, NO_BREAK)
    word = plural(record.journal_lines, "ligne")
    return [
        line("Empreinte du journal du registre", styles().label),
        line(fingerprint(record.journal_head), styles().code),
        line(
            f"Le journal compte {lines} {word}. La vérification du registre recalcule cette "
            "empreinte et compare au journal chaque présence, vote, résultat et décision.",
            styles().soft,
        ),
    ]
