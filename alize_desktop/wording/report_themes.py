"""The parts of a report in an order of reading: totals and charts, on screen and on paper."""

from fractions import Fraction
from typing import Final

from alize_desktop.models.records.charts import ReportTheme
from alize_desktop.models.records.report import Kept, ProgrammeReport
from alize_desktop.rules.charts import programme_charts
from alize_desktop.rules.report_figures import report_figures
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.names import counted
from alize_desktop.wording.report_charts import chart_of
from alize_desktop.wording.report_words import (
    FIGURES,
    UNSEEN,
    figure_name,
    figure_text,
    is_work,
    money_or_nothing,
    number_or_nothing,
    period_text,
    share_text,
    totals_told,
)

METHOD: Final = (
    (
        "Un dossier est étudié quand une décision a été prise sur lui, agrément, refus, ajournement ou "
        "retrait\u00a0: il compte au jour de la dernière, décisions modificatives mises à part, sauf un retrait."
    ),
    (
        "Un dossier est retenu quand cette décision l’agrée, avec ou sans conditions, ou pour un "
        "montant réduit. Secteurs, effectifs, buts, compétences, emplois, avances et jours sont ceux "
        "des dossiers retenus."
    ),
    (
        "Ces dossiers sont ceux décidés dans la période. Son travail, à part, compte ce qui s’y est "
        "fait, quelle que soit l’année de la décision\u00a0: jours, constats, avances versées et remboursées."
    ),
    (
        "Les emplois constatés sont ceux du dernier constat de chaque dossier. Le second taux ne "
        "compte que les promesses déjà vérifiées au moins une fois."
    ),
    (
        "L’avance moyenne est prise sur les dossiers retenus qui ont une avance. Avances et jours par "
        "emploi sont ceux des dossiers où des emplois ont été constatés, divisés par ces emplois."
    ),
    (
        "Un nom compte une fois, quelles que soient ses majuscules et ses accents. Moyennes et parts "
        "sont arrondies à une décimale, les euros au centime."
    ),
)
"""How the figures were made, in small print."""

_THEMES: Final = (
    (
        "decided",
        "Dossiers",
        ("studied", "retained", "history", "basins"),
        ("decisions", "refusals", "years", "basins"),
    ),
    (
        "jobs",
        "Emplois",
        (
            "created_promised",
            "created_observed",
            "realisation",
            "realisation_so_far",
            "maintained_promised",
            "maintained_observed",
            "sustained_promised",
            "sustained_observed",
            "openings_offered",
            "openings_filled",
            "euros_per_job",
            "days_per_job",
        ),
        ("jobs", "job_years"),
    ),
    (
        "companies",
        "Entreprises",
        ("headcount_mean", "headcount_median", "takeovers"),
        ("sectors", "headcounts", "aims", "kinds"),
    ),
    (
        "skills",
        "Compétences",
        (
            "partners",
            "partners_here",
            "partners_active",
            "days_granted",
            "days_planned",
            "days_done",
            "days_value",
        ),
        ("skills", "needs", "interventions", "day_categories", "day_partners"),
    ),
    (
        "advances",
        "Avances",
        (
            "advances",
            "advanced",
            "average_advance",
            "followed",
            "repaid",
            "late",
            "lost",
            "outstanding",
        ),
        ("advance_years", "repayment"),
    ),
    (
        "committee",
        "Comité",
        ("meetings", "attendance", "delay_mean", "delay_median", "delays_left_out"),
        (),
    ),
    ("work", "Travail de la période", tuple(each for each in FIGURES if is_work(each)), ()),
)
"""Key, title, totals and charts of each part."""


def report_themes(report: ProgrammeReport, most: int | None = None) -> tuple[ReportTheme, ...]:
    """Return the parts of a report.

    Args:
        report: The report.
        most: Rows of each table, the smallest ones added together; None for all of them.
    """
    texts, told = dict(report_figures(report)), totals_told(report)
    charts = {each.key: chart_of(each, most) for each in programme_charts(report)}
    return tuple(
        ReportTheme(
            key,
            title,
            tuple(
                (figure_name(report, key), figure_text(key, texts[key]))
                for key in totals
                if key in told
            ),
            tuple(charts[name] for name in names if name in charts),
        )
        for key, title, totals, names in _THEMES
    )


def key_figures(report: ProgrammeReport) -> tuple[tuple[str, str, str], ...]:
    """Return what a funder reads first: (caption, figure, note)."""
    created = report.created
    days = report.days_per_job
    return (
        ("Dossiers étudiés", number_or_nothing(report.studied), _basins(report.basins)),
        ("Dossiers retenus", number_or_nothing(report.retained), _retained(report)),
        (
            "Emplois créés",
            UNSEEN if created.seen is None else number_or_nothing(created.seen),
            _promised(created),
        ),
        (
            "Avance moyenne",
            money_or_nothing(report.average_advance),
            f"{money_or_nothing(report.advanced)} en tout",
        ),
        (
            "Jours de compétences faits",
            number_or_nothing(report.days_done),
            f"sur {number_or_nothing(report.days_granted)} {_granted(report)}",
        ),
        (
            "Avances par emploi créé",
            money_or_nothing(report.euros_per_job),
            "" if days is None else f"et {counted(Fraction(days), 'jour fait', 'jours faits')}",
        ),
    )


def about_text(report: ProgrammeReport) -> str:
    """Return what figures are of: « Chiffres du 23 novembre 2026, depuis le début »."""
    scope = report.scope
    basin = f", bassin {scope.basin}" if scope.basin else ""
    return f"Chiffres du {long_date(report.made_on)}, {period_text(scope)}{basin}"


def _promised(created: Kept) -> str:
    if not created.promised:
        return "aucun n’était promis"
    promised = f"sur {number_or_nothing(created.promised)} promis"
    return promised if created.rate is None else f"{promised}, soit {share_text(created.rate)}"


def _granted(report: ProgrammeReport) -> str:
    return "accordés, ou demandés (reprise)" if report.history else "accordés"


def _basins(basins: int) -> str:
    return f"dans {counted(basins, 'bassin')}" if basins else ""


def _retained(report: ProgrammeReport) -> str:
    if not report.studied:
        return ""
    share = Fraction(report.retained, report.studied)
    return f"{share_text(share)} des dossiers étudiés"
