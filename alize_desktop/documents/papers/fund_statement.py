"""The statement of the fund on a day: figures, equation, funders, movements, closing."""

from collections.abc import Generator, Sequence
from functools import partial
from typing import Final

from reportlab.platypus import Flowable

from alize_desktop.documents.agreements import Act, act_pdf
from alize_desktop.documents.blocks import facts, line
from alize_desktop.documents.grids import Column, Noted, Row, grid
from alize_desktop.documents.headings import heading
from alize_desktop.documents.parts.texts import heading_style
from alize_desktop.documents.typography import styles
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.fund import FundPeriod, FundStatement
from alize_desktop.models.records.fund_book import FundPaperRecord
from alize_desktop.rules.templates import BlockKind, TextBlock
from alize_desktop.wording.fund_figures import where_from, where_to
from alize_desktop.wording.fund_statements import (
    EQUATION,
    HASH_LABEL,
    NO_FUNDER,
    NO_MOVEMENT,
    closing_facts,
    equation_total,
    figure_rows,
    funder_rows,
    movement_rows,
    movement_total,
    period_title,
    statement_standing,
    statement_title,
    term_rows,
)

_FIGURES: Final = (
    Column("Chiffre", 2),
    Column("Montant", 2, is_figure=True),
    Column("Ce que c’est", 5),
)
_FROM: Final = (Column("D’où vient l’argent", 6), Column("Montant", 3, is_figure=True))
_TO: Final = (Column("Où il est", 6), Column("Montant", 3, is_figure=True))
_FUNDERS: Final = (
    Column("Financeur", 4),
    Column("Argent", 1.4),
    Column("Apporté, retraits déduits", 2.4, is_figure=True),
    Column("Part", 1.2, is_figure=True),
)
_MOVEMENTS: Final = (
    Column("Date", 1.9),
    Column("Mouvement", 3),
    Column("Avance", 1.7),
    Column("Entrée", 2.1, is_figure=True),
    Column("Sortie", 2.1, is_figure=True),
    Column("Trésorerie", 2.2, is_figure=True),
)


def fund_statement_pdf(record: FundPaperRecord) -> Generator[Progress, None, bytes]:
    """Make the statement of the fund.

    Args:
        record: The fund on a day, and what moved since the accounts were closed before.

    Returns:
        The bytes of the PDF: the same for the same record.
    """
    programme = record.programme
    title = statement_title(record)
    act = Act(
        title=title,
        sender=programme.operator.strip() or f"Programme Alizé {programme.basin}",
        number=f"bassin {programme.basin}",
        blocks=(
            TextBlock(BlockKind.HEADING, title),
            TextBlock(BlockKind.PARAGRAPH, statement_standing(record)),
        ),
        signatories=(),
        after=partial(_content, record),
        is_rehearsal=record.is_rehearsal,
    )
    return (yield from act_pdf(act, record.identity))


def _content(record: FundPaperRecord) -> list[Flowable]:
    style = heading_style(record.identity.accent)
    statement = record.period.closing
    return [
        *heading("Chiffres du fonds", style=style),
        *grid(_FIGURES, figure_rows(statement)),
        *heading("Équilibre", style=style),
        *_equation(statement),
        *heading("Financeurs", style=style),
        *_table(_FUNDERS, funder_rows(statement), NO_FUNDER),
        *heading(period_title(record.period), style=style),
        *_movements(record.period),
        *_closing(record),
    ]


def _closing(record: FundPaperRecord) -> list[Flowable]:
    if record.closing is None:
        return []
    return [
        *heading("Arrêté des comptes", style=heading_style(record.identity.accent)),
        *facts(closing_facts(record.closing)),
        line(HASH_LABEL, styles().label),
        line(record.closing.sha256),
    ]


def _equation(statement: FundStatement) -> list[Flowable]:
    total = equation_total(statement)
    return [
        line(EQUATION),
        *grid(_FROM, term_rows(where_from(statement)), total),
        *grid(_TO, term_rows(where_to(statement)), total),
    ]


def _movements(period: FundPeriod) -> list[Flowable]:
    if not period.lines:
        return [line(NO_MOVEMENT)]
    rows: list[Row] = [
        (each.on, Noted(each.what, each.whose), each.number, each.entered, each.left, each.cash)
        for each in movement_rows(period)
    ]
    return grid(_MOVEMENTS, rows, movement_total(period))


def _table(columns: Sequence[Column], rows: Sequence[Row], nothing: str) -> list[Flowable]:
    return grid(columns, rows) if rows else [line(nothing)]
