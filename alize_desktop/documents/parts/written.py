"""What somebody wrote in the minutes, and what the meeting took from the fund."""

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import bullets, facts, line, prose
from alize_desktop.documents.headings import heading, subheading
from alize_desktop.documents.keeping import Kept
from alize_desktop.models.enums import MinutesBlock
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import MinutesFund, MinutesPlace
from alize_desktop.wording.labels import label
from alize_desktop.wording.minutes_blocks import (
    WITHOUT_FOLLOW_UP,
    WITHOUT_PREVIOUS,
    annex_names,
    interest_sentences,
)
from alize_desktop.wording.minutes_stages import fund_facts


def heard(record: MinutesRecord, place: MinutesPlace) -> list[Flowable]:
    """Return who was heard on a point, and what was asked and answered."""
    content: list[Flowable] = []
    for block in (MinutesBlock.HEARD, MinutesBlock.DISCUSSION):
        if place.item_id and (text := record.text(block, place.item_id)):
            content += [*subheading(label(block)), *prose(text)]
    return content


def written(record: MinutesRecord, block: MinutesBlock) -> list[Flowable]:
    """Return a block of its own that somebody wrote."""
    return [*heading(label(block)), *prose(record.text(block))]


def previous_minutes(record: MinutesRecord) -> list[Flowable]:
    """Return what is said of earlier minutes when no point of the agenda approves them."""
    block = MinutesBlock.PREVIOUS_MINUTES
    return [*heading(label(block)), *(prose(record.text(block)) or [line(WITHOUT_PREVIOUS)])]


def interests(record: MinutesRecord) -> list[Flowable]:
    """Return who declared an interest in a dossier; nothing while nobody did."""
    content = [line(each) for each in interest_sentences(record)]
    return [*heading("Déclarations d’intérêts"), *content] if content else []


def follow_up(record: MinutesRecord) -> list[Flowable]:
    """Return what is said of earlier decisions, besides what a point of the agenda says."""
    block = MinutesBlock.FOLLOW_UP
    return [*heading(label(block)), *(prose(record.text(block)) or [line(WITHOUT_FOLLOW_UP)])]


def fund(taken: MinutesFund, *, is_written: bool) -> list[Flowable]:
    """Return the fund before and after, and the days left at the partners."""
    content = facts(fund_facts(taken, is_written=is_written))
    return [*heading("Fonds et jours disponibles"), *content]


def annexes(record: MinutesRecord) -> list[Flowable]:
    """Return what is kept with the minutes, one a line; nothing before the opening."""
    names = list(annex_names(record))
    return [Kept([*heading("Annexes"), *bullets(names)])] if names else []
