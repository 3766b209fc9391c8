"""What is said of decisions that were taken over from the past of a programme."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from alize_desktop.models.records.history import HistoryRecord
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.wording.amounts import integer_text, money_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted, plural

TAKEN_OVER: Final = "Reprise"
"""The mark of a decision that was taken over, not voted here."""

_ADVANCE: Final = (
    "Cette avance n’est connue que par son montant\u00a0: elle n’entre ni dans le fonds, "
    "ni dans les avances suivies."
)


def history_source(record: HistoryRecord) -> str:
    """Return where a decision comes from: from the past, not from a vote."""
    return (
        "Décision reprise du passé du programme, non votée ici "
        f"(classeur «\u00a0{record.source}\u00a0»)."
    )


def history_sentences(record: HistoryRecord) -> tuple[str, ...]:
    """Return all that is known of a decision taken over, a sentence each."""
    sheet = record.sheet
    decided = f"{label(sheet.outcome)} le {long_date(sheet.decided_on)}."
    if sheet.outcome not in APPROVALS:
        return decided, history_source(record)
    return decided, *_granted(record), history_source(record)


def history_days(days: Decimal) -> str:
    """Return a number of days with its word: « 2,5 jours »."""
    return counted(Fraction(days), "jour")


def taken_over(decisions: int, advances: int) -> str:
    """Return what a workbook brings of the past, in one sentence; empty without a decision.

    « 1 400 décisions reprises du passé, non votées ici ; les 1 050 avances accordées, connues
    par leur seul montant, n’entrent ni dans le fonds, ni dans les avances suivies. »

    Args:
        decisions: Dossiers that come with their decision, >= 0.
        advances: How many of them were granted an advance, <= ``decisions``.
    """
    if not decisions:
        return ""
    words = plural(decisions, "décision reprise", "décisions reprises")
    voted = plural(decisions, "votée")
    said = f"{integer_text(decisions)} {words} du passé, non {voted} ici"
    return f"{said}{_advances(advances)}."


def _advances(number: int) -> str:
    if not number:
        return ""
    if number == 1:
        return (
            "\u00a0; l’avance accordée, connue par son seul montant, n’entre ni dans le fonds, "
            "ni dans les avances suivies"
        )
    return (
        f"\u00a0; les {integer_text(number)} avances accordées, connues par leur seul montant, "
        "n’entrent ni dans le fonds, ni dans les avances suivies"
    )


def _granted(record: HistoryRecord) -> Iterator[str]:
    sheet = record.sheet
    if sheet.amount:
        yield f"Avance accordée\u00a0: {money_text(sheet.amount)}. {_ADVANCE}"
    else:
        yield "Aucune avance n’a été accordée."
    if sheet.days_done:  # never without a partner
        done = plural(Fraction(sheet.days_done), "réalisé")
        yield f"Compétences\u00a0: {history_days(sheet.days_done)} {done}, par {sheet.partner}."
    if sheet.jobs_created:
        jobs = counted(sheet.jobs_created, "emploi créé constaté", "emplois créés constatés")
        yield f"{jobs}."
    elif sheet.jobs_created is not None:
        yield "Aucun emploi créé n’a été constaté."
