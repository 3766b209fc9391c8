"""The French of a report of the programme: its title, the names of its figures, what moved."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from alize_desktop.models.records.report import HeadcountClass, Moved, ProgrammeReport, ReportScope
from alize_desktop.models.values import Money
from alize_desktop.rules.report_counts import rounded
from alize_desktop.rules.report_figures import amount_of, report_figures
from alize_desktop.wording.amounts import NO_BREAK, decimal_text, money_short
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted

NOT_SAID: Final = "Non renseigné"
"""How what a dossier does not say is named."""

DOSSIERS_READ: Final = "Dossiers et missions lus"
"""What a report says once only its last sums are left to do."""

NOTHING: Final = "—"
"""What stands for a figure that cannot be known."""

WORK_TITLE: Final = "Le travail de la période, quelle que soit l’année de la décision"
"""What stands above the figures of the work of a period."""

UNSEEN: Final = "non constatés"
"""What stands for jobs that nobody looked at yet."""


@dataclass(frozen=True, slots=True)
class FigureName:
    """What a total of a report is called.

    Attributes:
        says: « Dossiers étudiés ».
        unit: What it is counted in: « count », « money », « days », « percent », « number ».
    """

    says: str
    unit: str = "count"


FIGURES: Final = {
    "studied": FigureName("Dossiers étudiés"),
    "retained": FigureName("Dossiers retenus"),
    "history": FigureName("Dossiers repris du passé"),
    "takeovers": FigureName("Reprises et transmissions"),
    "basins": FigureName("Bassins"),
    "partners": FigureName("Entreprises partenaires connues"),
    "partners_here": FigureName("Entreprises partenaires du bassin"),
    "partners_active": FigureName("Entreprises partenaires qui ont prêté"),
    "advances": FigureName("Avances accordées"),
    "advanced": FigureName("Montant des avances accordées", "money"),
    "average_advance": FigureName("Avance moyenne", "money"),
    "days_granted": FigureName("Jours de compétences accordés", "days"),
    "days_planned": FigureName("Jours de compétences prévus", "days"),
    "days_done": FigureName("Jours de compétences faits", "days"),
    "days_value": FigureName("Valeur des jours faits", "money"),
    "headcount_mean": FigureName("Effectif moyen", "number"),
    "headcount_median": FigureName("Effectif médian", "number"),
    "delay_mean": FigureName("Délai moyen du dépôt à la décision", "days"),
    "delay_median": FigureName("Délai médian du dépôt à la décision", "days"),
    "delays_left_out": FigureName("Dossiers décidés avant leur dépôt, laissés hors des délais"),
    "euros_per_job": FigureName("Avances par emploi créé", "money"),
    "days_per_job": FigureName("Jours faits par emploi créé", "days"),
    "created_promised": FigureName("Emplois à créer"),
    "created_observed": FigureName("Emplois créés"),
    "maintained_promised": FigureName("Emplois à maintenir"),
    "maintained_observed": FigureName("Emplois maintenus"),
    "sustained_promised": FigureName("Emplois à pérenniser"),
    "sustained_observed": FigureName("Emplois pérennisés"),
    "realisation": FigureName("Emplois créés sur emplois à créer", "percent"),
    "realisation_so_far": FigureName("Le même taux, là où c’est constaté", "percent"),
    "openings_offered": FigureName("Postes offerts aux salariés des partenaires"),
    "openings_filled": FigureName("Postes pourvus par des salariés des partenaires"),
    "followed": FigureName("Avances suivies ici"),
    "repaid": FigureName("Remboursé", "money"),
    "late": FigureName("En retard", "money"),
    "lost": FigureName("Abandonné ou perdu", "money"),
    "outstanding": FigureName("Restant dû", "money"),
    "meetings": FigureName("Séances tenues"),
    "attendance": FigureName("Participation aux séances", "percent"),
    "work_days": FigureName("Jours faits dans la période", "days"),
    "work_value": FigureName("Valeur des jours faits dans la période", "money"),
    "work_missions": FigureName("Missions qui ont eu des jours dans la période"),
    "work_partners": FigureName("Partenaires qui ont prêté dans la période"),
    "work_advances": FigureName("Avances versées dans la période"),
    "work_paid": FigureName("Montant versé dans la période", "money"),
    "work_repaid": FigureName("Remboursé dans la période", "money"),
    "work_dossiers": FigureName("Dossiers dont les emplois ont été constatés dans la période"),
    "work_created": FigureName("Emplois créés de plus, constatés dans la période"),
    "work_maintained": FigureName("Emplois maintenus de plus, constatés dans la période"),
    "work_sustained": FigureName("Emplois pérennisés de plus, constatés dans la période"),
}
"""Every total that ``rules.report_figures`` writes, in an order of reading."""


def report_title(scope: ReportScope) -> str:
    """Return « Bilan du programme, du 1er janvier 2025 au 31 décembre 2025 »."""
    return f"Bilan du programme, {period_text(scope)}{_basin_text(scope)}"


def period_text(scope: ReportScope) -> str:
    """Return the period of a report: « depuis le 3 mars 2026 », « depuis le début »."""
    if scope.first and scope.last:
        return f"du {long_date(scope.first)} au {long_date(scope.last)}"
    if scope.first:
        return f"depuis le {long_date(scope.first)}"
    return f"jusqu’au {long_date(scope.last)}" if scope.last else "depuis le début"


def step_text(read: int) -> str:
    """Return how far the reading of the dossiers is."""
    return counted(read, "dossier lu", "dossiers lus")


def missions_step_text(read: int) -> str:
    """Return how far the reading of the missions is."""
    return counted(read, "mission lue", "missions lues") if read else "Jours faits lus"


def member_name(member: StrEnum | None) -> str:
    """Return the word of a member of a vocabulary, or that it is not said."""
    return NOT_SAID if member is None else label(member)


def name_text(name: str) -> str:
    """Return a name as a report shows it, or that it is not said."""
    return name or NOT_SAID


def key_of(member: StrEnum | None) -> str:
    """Return a sector, a kind or an outcome as a machine reads it: « industrie »."""
    return member_name(member).casefold()


def name_key(name: str) -> str:
    """Return a name as a machine reads it."""
    return name or NOT_SAID.casefold()


def headcount_name(line: HeadcountClass) -> str:
    """Return a class of headcounts: « Moins de 10 », « 10 à 19 », « 250 et plus »."""
    if line.least is None:
        return NOT_SAID
    if line.below is None:
        return f"{line.least} et plus"
    return f"{line.least} à {line.below - 1}" if line.least else f"Moins de {line.below}"


def share_text(share: Fraction | None) -> str:
    """Return a share as a rate, one decimal at most: « 53 % »."""
    if share is None:
        return NOTHING
    return f"{decimal_text(rounded(share * 100, 1))}{NO_BREAK}%"


def money_or_nothing(amount: Money | None) -> str:
    """Return an amount, or the mark of what cannot be known."""
    return NOTHING if amount is None else money_short(amount, NO_BREAK)


def number_or_nothing(number: Decimal | Fraction | int | None) -> str:
    """Return a number, a fraction with one decimal, or the mark of what cannot be known."""
    if number is None:
        return NOTHING
    exact = rounded(number, 1) if isinstance(number, Fraction) else number
    return decimal_text(exact, NO_BREAK)


def is_work(key: str) -> bool:
    """Return whether a total is of the work of the period, whatever the year of the decision."""
    return key.startswith("work_")


def figure_name(report: ProgrammeReport, key: str) -> str:
    """Return what a total of a report is called: of the past, days were asked for only."""
    if key == "days_granted" and report.history:
        return f"{FIGURES[key].says} (demandés, pour la reprise)"
    return FIGURES[key].says


def figure_text(key: str, text: str) -> str:
    """Return a total as a person reads it, from the text that ``rules.report_figures`` wrote."""
    if not text:
        return UNSEEN if key.endswith("_observed") else NOTHING
    return _FORMS[FIGURES[key].unit](text)


def totals_told(report: ProgrammeReport) -> tuple[str, ...]:
    """Return the keys of the totals that a report tells, in an order of reading.

    Partners of the basin are told apart of a basin only, and dates that cannot be when
    there are some.
    """
    silent = {
        key
        for key, is_told in (
            ("partners_here", report.scope.basin),
            ("delays_left_out", report.delays_left_out),
        )
        if not is_told
    }
    return tuple(key for key in FIGURES if key not in silent)


def total_rows(report: ProgrammeReport) -> tuple[tuple[str, str], ...]:
    """Return every total of the dossiers decided in a period: (name, text)."""
    return _rows(report, of_work=False)


def work_rows(report: ProgrammeReport) -> tuple[tuple[str, str], ...]:
    """Return what was done in the period itself: (name, text)."""
    return _rows(report, of_work=True)


def moved_rows(report: ProgrammeReport) -> tuple[tuple[str, str, str], ...]:
    """Return what moved since the last report kept: (name, before, now)."""
    return tuple(_moved(each) for each in report.moved if each.key in FIGURES)


def moved_title(report: ProgrammeReport) -> str:
    """Return since which report figures moved; empty when none was kept."""
    if report.moved_since is None or report.moved_scope is None:
        return ""
    about = f"{period_text(report.moved_scope)}{_basin_text(report.moved_scope)}"
    return f"Depuis le bilan conservé le {long_date(report.moved_since)} ({about})"


def history_note(report: ProgrammeReport) -> str:
    """Return how many dossiers were taken over from the past; empty when none was."""
    if not report.history:
        return ""
    said = counted(report.history, "dossier repris du passé", "dossiers repris du passé")
    return f"Dont {said}, sans vote enregistré ici\u00a0: ce qui était demandé y tient lieu de promesse."


def _rows(report: ProgrammeReport, *, of_work: bool) -> tuple[tuple[str, str], ...]:
    texts = dict(report_figures(report))
    keys = (each for each in totals_told(report) if is_work(each) is of_work)
    return tuple((figure_name(report, key), figure_text(key, texts[key])) for key in keys)


def _basin_text(scope: ReportScope) -> str:
    return f", bassin {scope.basin}" if scope.basin else ""


def _moved(moved: Moved) -> tuple[str, str, str]:
    return (
        FIGURES[moved.key].says,
        figure_text(moved.key, moved.before),
        figure_text(moved.key, moved.now),
    )


def _days(text: str) -> str:
    return counted(Fraction(text), "jour")


_FORMS: Final[dict[str, Callable[[str], str]]] = {
    "count": lambda text: decimal_text(Decimal(text), NO_BREAK),
    "number": lambda text: decimal_text(Decimal(text), NO_BREAK),
    "money": lambda text: money_short(amount_of(text), NO_BREAK),
    "days": _days,
    "percent": lambda text: f"{decimal_text(Decimal(text))}{NO_BREAK}%",
}
