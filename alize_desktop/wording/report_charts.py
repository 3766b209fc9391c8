"""The charts of a report in French: titles, names, figures, tables, and what they say aloud."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Final

from alize_desktop.models.records.charts import (
    Chart,
    ChartBar,
    ChartCell,
    ChartFigure,
    ChartKind,
    ChartPoint,
    ChartSeries,
    ChartUnit,
    PointName,
    Rest,
)
from alize_desktop.models.records.report import HeadcountClass
from alize_desktop.models.values import Money
from alize_desktop.rules.chart_scale import folded, leading, round_ticks
from alize_desktop.wording.amounts import NO_BREAK, decimal_text, money_short
from alize_desktop.wording.report_words import (
    NOTHING,
    UNSEEN,
    headcount_name,
    member_name,
    name_text,
    share_text,
)

TITLES: Final = {
    "decisions": ("Dossiers étudiés, par décision", "Décision"),
    "refusals": ("Motifs des refus", "Motif"),
    "years": ("Dossiers étudiés, par année de décision", "Année"),
    "basins": ("Dossiers étudiés et retenus, par bassin", "Bassin"),
    "jobs": ("Emplois promis et constatés, en personnes", "Emplois"),
    "job_years": ("Emplois créés, par année de décision", "Année"),
    "sectors": ("Dossiers retenus, par secteur", "Secteur"),
    "headcounts": ("Dossiers retenus, par effectif de l’entreprise (ETP)", "Effectif"),
    "aims": ("Dossiers retenus, par but du projet", "But"),
    "kinds": ("Dossiers retenus, par nature du projet", "Nature"),
    "skills": ("Dossiers retenus, par compétence demandée ou accordée", "Compétence"),
    "needs": ("Besoin exprimé → besoin diagnostiqué", "Besoin exprimé → diagnostiqué"),
    "interventions": ("Missions, par catégorie de compétences", "Catégorie"),
    "day_categories": ("Jours de compétences, par catégorie", "Catégorie"),
    "day_partners": ("Jours de compétences, par entreprise partenaire", "Partenaire"),
    "advance_years": ("Avances accordées, par année de décision", "Année"),
    "repayment": ("Ce que sont devenues les avances suivies ici", "Avances"),
}
"""Title of each chart, and head of the names in its table."""

_SERIES: Final = {
    "dossiers": "Dossiers",
    "missions": "Missions",
    "promised": "Promis",
    "observed": "Constatés",
    "unobserved": "Pas encore constatés",
    "granted": "Accordés",
    "planned": "Prévus",
    "done": "Faits",
    "studied": "Étudiés",
    "retained": "Retenus",
    "left_out": "Non retenus",
    "created": "Emplois créés",
    "advanced": "Avances accordées",
    "amount": "Montant",
}

_POINTS: Final = {
    ("jobs", "created"): "Créés",
    ("jobs", "maintained"): "Maintenus",
    ("jobs", "sustained"): "Pérennisés",
    ("repayment", "repaid"): "Remboursé",
    ("repayment", "not_due"): "À rembourser plus tard",
    ("repayment", "late"): "En retard",
    ("repayment", "lost"): "Abandonné ou perdu",
}

_RATIOS: Final = {"jobs": "Réalisation, où c’est constaté"}
_SHARE: Final = "Part"
_TOTAL: Final = "Total"
_AND: Final = "\u00a0; "
_UNOBSERVED: Final = 2
_STEPS: Final = 4
"""Steps of an axis, at most."""
_NO_PLAIN: Final = ""


def chart_of(figure: ChartFigure, most: int | None = None) -> Chart:
    """Return a figure in words.

    Args:
        figure: With one point at least.
        most: Rows of its table, the smallest ones added together; None for all of them.
    """
    title, head = TITLES[figure.key]
    drawn = leading(figure)
    bars = tuple(_bar(drawn, each) for each in drawn.points)
    told = folded(figure, most) if most else figure
    series = tuple(_SERIES[figure.series[number].key] for number in figure.drawn)
    unit = figure.series[figure.drawn[0]].unit
    return Chart(
        key=figure.key,
        title=title,
        kind=figure.kind,
        unit=unit,
        series=series,
        bars=bars,
        heads=(head, *(_SERIES[each.key] for each in figure.series), *_ratio_heads(figure)),
        rows=tuple(_row(told, each) for each in told.points),
        total=_total(figure),
        note=_note(figure, len(bars)),
        alternative=_alternative(title, series, bars),
        ticks=_ticks(bars, unit) if figure.kind is ChartKind.LINE else (),
    )


def point_name(key: str, name: PointName) -> str:
    """Return what a line of a chart is called."""
    if isinstance(name, Rest):
        return f"{name.names} autres"
    if isinstance(name, tuple):
        return " → ".join(name_text(each) for each in name)
    if isinstance(name, HeadcountClass):
        return headcount_name(name)
    if isinstance(name, StrEnum) or name is None:
        return member_name(name)
    return _POINTS.get((key, name)) or name_text(name)


def value_text(value: Decimal, unit: ChartUnit) -> str:
    """Return a figure of a chart with its unit where it is not a plain count."""
    if unit is ChartUnit.EUROS:
        return money_short(_money(value), NO_BREAK)
    number = decimal_text(value, NO_BREAK)
    return f"{number}{NO_BREAK}j" if unit is ChartUnit.DAYS else number


def _bar(figure: ChartFigure, point: ChartPoint) -> ChartBar:
    values = tuple(point.values[number] for number in figure.drawn)
    units = [figure.series[number].unit for number in figure.drawn]
    texts = [
        UNSEEN if number in point.unseen else value_text(value, unit)
        for number, value, unit in zip(figure.drawn, values, units, strict=True)
    ]
    if figure.kind is ChartKind.BARS and figure.has_ratio:
        texts = [f"{text} ({share_text(point.ratio)})" for text in texts]
    return ChartBar(point_name(figure.key, point.name), values, tuple(texts))


def _row(figure: ChartFigure, point: ChartPoint) -> tuple[ChartCell, ...]:
    name = point_name(figure.key, point.name)
    cells = _cells(point.values, figure.series)
    for number in point.unseen:
        cells[number] = ChartCell(UNSEEN, UNSEEN)
    ratios = [_percent(point)] if figure.has_ratio else []
    return (ChartCell(name, name), *cells, *ratios)


def _cells(values: Iterable[Decimal], series: Iterable[ChartSeries]) -> list[ChartCell]:
    return [
        ChartCell(value_text(value, each.unit), _plain(value))
        for value, each in zip(values, series, strict=True)
    ]


def _total(figure: ChartFigure) -> tuple[ChartCell, ...]:
    if not figure.has_total:
        return ()
    sums = [sum(each, Decimal()) for each in zip(*_values(figure), strict=True)]
    whole = f"100{NO_BREAK}%" if sums[0] else NOTHING
    ratio = [ChartCell(whole, whole if sums[0] else _NO_PLAIN)] if figure.has_ratio else []
    return (ChartCell(_TOTAL, _TOTAL), *_cells(sums, figure.series), *ratio)


def _values(figure: ChartFigure) -> list[tuple[Decimal, ...]]:
    return [each.values for each in figure.points]


def _ratio_heads(figure: ChartFigure) -> tuple[str, ...]:
    return (_RATIOS.get(figure.key, _SHARE),) if figure.has_ratio else ()


def _percent(point: ChartPoint) -> ChartCell:
    text = share_text(point.ratio)
    return ChartCell(text, _NO_PLAIN if point.ratio is None else text)


def _note(figure: ChartFigure, drawn: int) -> str:
    """Return what is not drawn: promises that nobody looked at yet, names beyond the first."""
    points = len(figure.points)
    if drawn < points:
        which = "derniers" if figure.is_ordered else "premiers"
        return f"Seuls les {drawn} {which}, sur {points}, sont dessinés."
    if figure.key != "jobs":
        return ""
    awaited = [
        f"{point_name(figure.key, each.name).casefold()}, {_count(each.values[_UNOBSERVED])}"
        for each in figure.points
        if each.values[_UNOBSERVED]
    ]
    return f"Promis, pas encore constatés\u00a0: {_AND.join(awaited)}." if awaited else ""


def _count(value: Decimal) -> str:
    return value_text(value, ChartUnit.JOBS)


def _alternative(title: str, series: tuple[str, ...], bars: tuple[ChartBar, ...]) -> str:
    """Return every figure of a chart in one sentence."""
    said = _AND.join(f"{each.name}, {bar_text(series, each)}" for each in bars)
    return f"{title}\u00a0: {said}."


def bar_text(series: tuple[str, ...], bar: ChartBar) -> str:
    """Return the figures of one line of a chart: « promis 12, constatés 9 »."""
    if len(series) == 1:
        return bar.texts[0]
    pairs = zip(series, bar.texts, strict=True)
    return ", ".join(
        text if text == UNSEEN else f"{name.casefold()} {text}" for name, text in pairs
    )


def _ticks(bars: tuple[ChartBar, ...], unit: ChartUnit) -> tuple[tuple[int, str], ...]:
    """Return the figures of an axis, each with its text."""
    highest = max(value for each in bars for value in each.values)
    return tuple((each, value_text(Decimal(each), unit)) for each in round_ticks(highest, _STEPS))


def _money(value: Decimal) -> Money:
    return Money(int(value.scaleb(2)))


def _plain(value: Decimal) -> str:
    """Return a number as a French spreadsheet reads it."""
    return format(value.normalize() if value else Decimal(), "f").replace(".", ",")
