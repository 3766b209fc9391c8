"""The quorum of a meeting and of each dossier, as the answers let expect it."""

from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.records.meetings import AgendaLine, MemberAnswer, QuorumForecast
from alize_desktop.rules.forecast import forecast
from alize_desktop.services.dossier_reading import read_sheets
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_answers import given
from alize_desktop.services.roll import electorate_of
from alize_desktop.services.suggested_recusals import lenders_by_skill, parties_of, suggested
from alize_desktop.wording.forecasts import forecast_sentence


def forecasts_of(
    session: Session,
    held: HeldMeeting,
    agenda: tuple[AgendaLine, ...],
    answers: tuple[MemberAnswer, ...],
) -> tuple[QuorumForecast, ...]:
    """Return the forecast of the opening, then of each dossier in the order of passage.

    Members whose declared interests meet a dossier are expected to step aside.
    """
    dossiers = [each for each in agenda if each.dossier_id is not None]
    sheets = read_sheets(session, [each.dossier for each in dossiers])
    lenders = lenders_by_skill(session)
    second = held.is_second_notice
    waived = second and any(each.is_carried_over for each in agenda)
    found = [_forecast(held, answers, None, frozenset(), second_notice=waived)]
    for each in dossiers:
        parties = parties_of(sheets[each.dossier], lenders)
        interested = frozenset(
            str(member.id) for member in held.members if suggested(member, parties)
        )
        waived = second and each.is_carried_over
        found.append(_forecast(held, answers, each.id, interested, second_notice=waived))
    return tuple(found)


def _forecast(
    held: HeldMeeting,
    answers: tuple[MemberAnswer, ...],
    item_id: UUID | None,
    interested: frozenset[str],
    *,
    second_notice: bool,
) -> QuorumForecast:
    found = forecast(
        electorate_of(held).roll.seats,
        given(answers),
        held.rules,
        interested=interested,
        second_notice=second_notice,
    )
    return QuorumForecast(
        item_id=item_id,
        required=found.required,
        expected=found.expected,
        possible=found.possible,
        is_reached=found.is_reached,
        sentence=forecast_sentence(found),
    )
