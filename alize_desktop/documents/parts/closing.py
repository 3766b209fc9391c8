"""The end of the minutes: next date, closing hour, signatures, fingerprint."""

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import facts, line, prose
from alize_desktop.documents.headings import heading
from alize_desktop.documents.keeping import Kept
from alize_desktop.documents.panels import signature_boxes
from alize_desktop.documents.parts.opening import presiding_title
from alize_desktop.documents.parts.seal import seal
from alize_desktop.models.enums import MinutesBlock
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.wording.dates import long_date_with_day
from alize_desktop.wording.minutes_meeting import closing_sentence
from alize_desktop.wording.minutes_stages import stage_sentences
from alize_desktop.wording.names import member_name


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
        record_seal(record),
    ]
    return [Kept(content)]


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
        return line(f"Ce projet ne se signe pas\u00a0: {why}.")
    return signature_boxes(signatories(record))


def record_seal(record: MinutesRecord) -> Flowable:
    """Return the fingerprint of the journal, to be compared with the registry."""
    why = (
        "La vérification du registre recalcule cette empreinte et compare au journal chaque "
        "présence, vote, résultat et décision."
    )
    return seal(record.number, record.journal_head, record.journal_lines, why)
