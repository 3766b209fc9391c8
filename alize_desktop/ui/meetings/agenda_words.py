"""How the points of an agenda, and those that may come on it, read in their lists."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import DecisionOutcome, ItemConclusion, ItemKind
from alize_desktop.models.records.dossier_list import DossierRow
from alize_desktop.models.records.meetings import (
    AgendaLine,
    AgendaProposal,
    ItemDraft,
    QuorumForecast,
)
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.ui.meetings.point_entry import Entry
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.labels import outcome_mark
from alize_desktop.wording.names import counted, list_text

translate = QCoreApplication.translate

_ROLES = {
    DecisionOutcome.APPROVED: Role.GOOD,
    DecisionOutcome.APPROVED_WITH_CONDITIONS: Role.GOOD,
    DecisionOutcome.APPROVED_REDUCED: Role.GOOD,
    DecisionOutcome.DEFERRED: Role.WAITING,
    DecisionOutcome.REJECTED: Role.BAD,
    DecisionOutcome.WITHDRAWN: Role.NEUTRAL,
}
_CONCLUSIONS = {
    ItemConclusion.ADOPTED: (Role.GOOD, Shape.CHECK),
    ItemConclusion.REJECTED: (Role.BAD, Shape.CROSS),
    ItemConclusion.NOTED: (Role.NEUTRAL, Shape.CHECK),
    ItemConclusion.POSTPONED: (Role.WAITING, Shape.DISC),
}


def waiting_entry(row: DossierRow) -> Entry:
    """Return the line of a dossier that may come on the agenda."""
    detail = " · ".join(part for part in (row.number, row.town) if part)
    draft = ItemDraft(ItemKind.DOSSIER, dossier_id=row.id)
    return Entry(draft, row.company, detail, _figures(row.requested_amount, row.days))


def proposal_entry(proposal: AgendaProposal) -> Entry:
    """Return the line of a point that the program proposes."""
    return Entry(proposal.draft, proposal.label, proposal.reason, "")


def agenda_entry(line: AgendaLine, forecasts: Mapping[UUID | None, QuorumForecast]) -> Entry:
    """Return the line of a point of the agenda."""
    told = [line.number, line.town] if line.dossier_id else [word(line.kind)]
    if line.before_number:
        told.append(translate("agenda", "décision modificative"))
    if line.is_late:
        told.append(translate("agenda", "point tardif"))
    if line.is_carried_over:
        told.append(translate("agenda", "reporté faute de quorum"))
    if line.recused:
        words = translate("agenda", "déport\u00a0: {names}")
        told.append(words.format(names=list_text(line.recused)))
    return Entry(
        line.id,
        line.company,
        " · ".join(each for each in told if each),
        _figures(*_settled(line)),
        _state(line, forecasts.get(line.id)),
        str(line.position),
    )


def forecast_state(forecast: QuorumForecast) -> tuple[str, Role, Shape]:
    """Return a forecast in a word: « quorum prévu 9/9 »."""
    words = translate("agenda", "quorum prévu {expected}/{required}")
    text = words.format(expected=forecast.expected, required=forecast.required)
    if forecast.is_reached:
        return text, Role.GOOD, Shape.CHECK
    if forecast.possible >= forecast.required:
        return text, Role.WAITING, Shape.RING
    return text, Role.BAD, Shape.CROSS


def totals_text(agenda: Sequence[AgendaLine]) -> str:
    """Return what the agenda comes to: « 3 dossiers · 38 000 € · 12 jours · 9 emplois »."""
    dossiers = [line for line in agenda if line.dossier_id]
    others = len(agenda) - len(dossiers)
    parts = [
        counted(len(dossiers), translate("agenda", "dossier")),
        money_short(sum((_settled(line)[0] for line in dossiers), ZERO)),
        counted(sum(_settled(line)[1] for line in dossiers), translate("agenda", "jour")),
        counted(sum(line.jobs_created for line in dossiers), translate("agenda", "emploi")),
    ]
    if others:
        parts.append(
            counted(
                others, translate("agenda", "autre point"), translate("agenda", "autres points")
            )
        )
    return " · ".join(parts)


def _state(line: AgendaLine, forecast: QuorumForecast | None) -> tuple[str, Role, Shape] | None:
    """Return the outcome of a point, or the quorum that its vote may expect."""
    if line.outcome is not None:
        mark = outcome_mark(line.outcome)
        return mark.word, _ROLES[line.outcome], Shape(mark.shape)
    if line.conclusion is not None:
        return word(line.conclusion), *_CONCLUSIONS[line.conclusion]
    return forecast_state(forecast) if forecast else None


def _settled(line: AgendaLine) -> tuple[Money, int]:
    """Return what a dossier asks; what it was granted, once it is approved."""
    if line.outcome not in APPROVALS or line.granted_amount is None:
        return line.requested_amount, line.days
    return line.granted_amount, line.granted_days or 0


def _figures(amount: Money, days: int) -> str:
    parts = [money_short(amount)] if amount else []
    if days:
        parts.append(translate("agenda", "{days} j").format(days=days))
    return " · ".join(parts)
