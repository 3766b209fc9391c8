"""What somebody wrote in the minutes, and what the meeting took from the fund."""

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import facts, prose
from alize_desktop.documents.headings import heading, subheading
from alize_desktop.models.enums import MinutesBlock
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import MinutesFund, MinutesPlace
from alize_desktop.wording.labels import label
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


def fund(taken: MinutesFund) -> list[Flowable]:
    """Return the fund before and after, and the days left at the partners."""
    return [*heading("Fonds et jours disponibles"), *facts(fund_facts(taken))]
