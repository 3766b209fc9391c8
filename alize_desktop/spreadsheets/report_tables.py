"""What the sheets of the workbook of a report hold: one theme a sheet, its tables in order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from alize_desktop.models.records.report import (
    Counted,
    DayLine,
    Kept,
    PartLine,
    ProgrammeReport,
)
from alize_desktop.spreadsheets.tables import Field, Value
from alize_desktop.wording.report_charts import TITLES
from alize_desktop.wording.report_words import UNSEEN, headcount_name, member_name, name_text

COUNT: Final = Field("Dossiers", "rang")


@dataclass(frozen=True, slots=True)
class ThemeTable:
    """One table of a sheet, its chart beside it.

    Attributes:
        name: Of the table and of its ranges, unlike every other: letters only.
        title: What it tells.
        fields: Its columns, the first one of names.
        rows: As many values as columns.
        shared: Column, from 2, whose parts a last column tells; None for none.
        is_kept: Whether it tells jobs: what is observed of what is promised and not awaited
            stands in a last column, and kinds of jobs are never added.
        charted: Columns, from 2, that the chart shows; none for no chart.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]
    shared: int | None = None
    is_kept: bool = False
    charted: tuple[int, ...] = (2,)


@dataclass(frozen=True, slots=True)
class Theme:
    """One sheet.

    Attributes:
        widths: Of its columns, in letters.
    """

    sheet: str
    title: str
    tables: tuple[ThemeTable, ...]
    widths: tuple[int, ...] = (40, 13, 13, 15, 20)


def themes(report: ProgrammeReport) -> tuple[Theme, ...]:
    """Return the sheets of a report."""
    found = tuple(
        Theme(sheet, title, tuple(tables))
        for sheet, title, tables in (
            ("Décisions", "Ce qui a été décidé", _decisions(report)),
            ("Emplois", "Emplois promis et constatés", _jobs(report)),
            ("Entreprises", "Les entreprises des dossiers retenus", _companies(report)),
            ("Projets", "Les projets retenus", _projects(report)),
            ("Compétences", "Les compétences des dossiers retenus", _skills(report)),
            ("Jours", "Jours de compétences accordés, prévus et faits", _days(report)),
            ("Bassins et années", "Les dossiers par bassin et par année", _parts(report)),
        )
    )
    title = "Besoin exprimé et besoin diagnostiqué, des dossiers retenus"
    return (*found, Theme("Besoins", title, (_needs(report),), (36, 36, 13, 13)))


def _decisions(report: ProgrammeReport) -> Iterator[ThemeTable]:
    outcomes = [(member_name(each), count) for each, count in report.outcomes]
    yield _counts("decisions", *TITLES["decisions"], outcomes)
    yield _names("refus", *TITLES["refusals"], report.refusals)


def _jobs(report: ProgrammeReport) -> Iterator[ThemeTable]:
    yield ThemeTable(
        "emplois",
        TITLES["jobs"][0],
        (
            Field(TITLES["jobs"][1], "cellule"),
            Field("Promis", "rang"),
            Field("Constatés", "rang"),
            Field("Pas encore constatés", "rang"),
        ),
        (
            _kept("Créés", report.created),
            _kept("Maintenus", report.maintained),
            _kept("Pérennisés", report.sustained),
        ),
        is_kept=True,
        charted=(2, 3),
    )


def _companies(report: ProgrammeReport) -> Iterator[ThemeTable]:
    sectors = [(member_name(each), count) for each, count in report.sector]
    yield _counts("secteurs", *TITLES["sectors"], sectors)
    classes = [(headcount_name(each), each.count) for each in report.headcount_classes]
    yield _counts("effectifs", *TITLES["headcounts"], classes)


def _projects(report: ProgrammeReport) -> Iterator[ThemeTable]:
    yield _names("buts", *TITLES["aims"], report.aim)
    kinds = [(member_name(each), count) for each, count in report.kinds]
    yield _counts("natures", *TITLES["kinds"], kinds)


def _skills(report: ProgrammeReport) -> Iterator[ThemeTable]:
    yield _names("competences", *TITLES["skills"], report.skill)
    yield _names(
        "interventions",
        *TITLES["interventions"],
        report.interventions,
        Field("Missions", "rang"),
    )


def _needs(report: ProgrammeReport) -> ThemeTable:
    fields = (Field("Besoin exprimé", "cellule"), Field("Besoin diagnostiqué", "cellule"), COUNT)
    rows = tuple((name_text(x.expressed), name_text(x.diagnosed), x.count) for x in report.needs)
    return ThemeTable("besoins", TITLES["needs"][0], fields, rows, shared=3, charted=())


def _days(report: ProgrammeReport) -> Iterator[ThemeTable]:
    yield _lent("categories", *TITLES["day_categories"], report.days_by_category)
    yield _lent("partenaires", *TITLES["day_partners"], report.days_by_partner)


def _parts(report: ProgrammeReport) -> Iterator[ThemeTable]:
    yield _part("annees", *TITLES["years"], report.by_year)
    yield _part("bassins", *TITLES["basins"], report.by_basin)


def _counts(
    name: str, title: str, header: str, rows: Iterable[tuple[str, int]], count: Field = COUNT
) -> ThemeTable:
    fields = (Field(header, "cellule"), count)
    return ThemeTable(name, title, fields, tuple(rows), shared=2)


def _names(
    name: str, title: str, header: str, lines: Iterable[Counted], count: Field = COUNT
) -> ThemeTable:
    rows = [(name_text(each.name), each.count) for each in lines]
    return _counts(name, title, header, rows, count)


def _kept(name: str, kept: Kept) -> tuple[Value, ...]:
    seen = UNSEEN if kept.seen is None else kept.seen
    return (name, kept.promised, seen, kept.unobserved)


def _lent(name: str, title: str, header: str, lines: Iterable[DayLine]) -> ThemeTable:
    fields = (
        Field(header, "cellule"),
        Field("Accordés", "quantité"),
        Field("Prévus", "quantité"),
        Field("Faits", "quantité"),
    )
    rows = tuple((name_text(x.name), x.granted, x.planned, x.done) for x in lines)
    return ThemeTable(name, title, fields, rows, charted=(2, 4))


def _part(name: str, title: str, header: str, lines: Iterable[PartLine]) -> ThemeTable:
    fields = (
        Field(header, "cellule"),
        Field("Étudiés", "rang"),
        Field("Retenus", "rang"),
        Field("Emplois créés", "rang"),
        Field("Avances accordées", "somme"),
    )
    rows = tuple((name_text(x.name), x.studied, x.retained, x.created, x.advanced) for x in lines)
    return ThemeTable(name, title, fields, rows, charted=(2, 3))
