"""The columns of the partners proposed for a dossier."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import MatchCriterion
from alize_desktop.models.records.matching import MatchReason, PartnerMatch
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.amounts import decimal_text, integer_text
from alize_desktop.wording.matches import rank_text, reason_text
from alize_desktop.wording.names import counted

translate = QCoreApplication.translate

LESSER = ("load", "distance")
"""Columns that give way where there is little room."""

_FIRST_SAID = (MatchCriterion.CONFLICT, MatchCriterion.PERSON, MatchCriterion.SKILL)
"""What is said under the name of a partner: the first of these that it has."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A partner that is ranked, and whether nothing tells it apart from another."""

    match: PartnerMatch
    is_tied: bool


def proposals(matches: Sequence[PartnerMatch]) -> list[Proposal]:
    """Return the lines of partners that are ranked."""
    counts = Counter(each.rank for each in matches if each.rank)
    return [Proposal(each, counts[each.rank] > 1) for each in matches]


def proposal_model() -> RecordTableModel[Proposal]:
    """Return the partners with their rank, days left and distance; those excluded pale."""
    columns: tuple[Column[Proposal], ...] = (
        Column(
            "rank",
            translate("matching", "Rang"),
            lambda row: rank_text(row.match, is_tied=row.is_tied),
            quiet=_is_excluded,
            width=104,
            sortable=False,
        ),
        Column(
            "name",
            translate("matching", "Partenaire"),
            lambda row: row.match.name,
            note=_first_reason,
            quiet=_is_excluded,
            width=196,
            stretches=True,
            sortable=False,
        ),
        *_figure_columns(),
    )
    return RecordTableModel(columns, lambda row: row.match.partner_id)


def _figure_columns() -> tuple[Column[Proposal], ...]:
    return (
        Column(
            "days",
            translate("matching", "Reste"),
            lambda row: _days_text(row.match),
            quiet=_is_excluded,
            right=True,
            width=112,
            sortable=False,
        ),
        Column(
            "distance",
            translate("matching", "Distance"),
            _distance_text,
            quiet=_is_excluded,
            right=True,
            width=96,
            sortable=False,
        ),
        Column(
            "load",
            translate("matching", "Missions"),
            _load_text,
            note=_rating_text,
            quiet=_is_excluded,
            right=True,
            width=104,
            sortable=False,
        ),
    )


def reason_mark(reason: MatchReason) -> tuple[Role, Shape, str]:
    """Return the colour, the sign and the points of a reason."""
    if reason.criterion is MatchCriterion.CONFLICT:
        return Role.BAD, Shape.CROSS, translate("matching", "exclu")
    if reason.points > 0:
        return Role.GOOD, Shape.UP, f"+{reason.points}"
    if reason.points < 0:
        return Role.BAD, Shape.DOWN, f"\u2212{-reason.points}"
    return Role.NEUTRAL, Shape.RING, "0"


def _is_excluded(row: Proposal) -> bool:
    return row.match.conflict is not None


def _first_reason(row: Proposal) -> str:
    """Return why a partner is excluded, or else what it proposes."""
    by_criterion = {each.criterion: each for each in row.match.reasons}
    found = (by_criterion[each] for each in _FIRST_SAID if each in by_criterion)
    first = next(found, None)
    return reason_text(first) if first else ""


def _days_text(match: PartnerMatch) -> str:
    if match.days_left < 0:
        words = translate("matching", "▼\u00a0{days} de trop")
        return words.format(days=decimal_text(-match.days_left))
    return counted(Fraction(match.days_left), translate("matching", "jour"))


def _distance_text(row: Proposal) -> str:
    far = row.match.kilometres
    return "—" if far is None else f"{integer_text(far)}\u00a0km"


def _load_text(row: Proposal) -> str:
    if not row.match.load:
        return "—"
    return translate("matching", "{count} en cours").format(count=row.match.load)


def _rating_text(row: Proposal) -> str:
    rating = row.match.rating
    if rating is None:
        return ""
    return translate("matching", "{rating} sur 5").format(rating=decimal_text(rating))
