"""The schedule of an advance, as an annex."""

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import line
from alize_desktop.documents.grids import Column, grid
from alize_desktop.documents.headings import heading
from alize_desktop.documents.parts.texts import heading_style
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.wording.agreement_words import schedule_sentence
from alize_desktop.wording.amounts import NO_BREAK, money_text
from alize_desktop.wording.dates import short_date

_COLUMNS = (
    Column("Échéance", 1),
    Column("Date", 2),
    Column("Montant", 2, is_figure=True),
    Column("Restant dû", 2, is_figure=True),
)


def instalments(rows: RepaymentSchedule, accent: str) -> list[Flowable]:
    """Return the instalments, one a row, and their sum.

    Args:
        rows: The schedule.
        accent: Colour of its heading.
    """
    table = [
        (
            str(each.number),
            short_date(each.due),
            money_text(each.amount, NO_BREAK),
            money_text(each.outstanding, NO_BREAK),
        )
        for each in rows.rows
    ]
    total = ("Total", "", money_text(rows.total, NO_BREAK), "")
    return [
        *heading("Annexe\u00a0– Échéancier", style=heading_style(accent)),
        line(schedule_sentence(rows)),
        *grid(_COLUMNS, table, total),
    ]
