"""Pages of the room about one point of the agenda: its figures, its vote, its result.

A result is read from what was proclaimed or recorded, never from votes as they
come: nothing here looks at the tiles of the vote grid, but for their weight.
"""

from decimal import Decimal
from typing import Final

from alize_desktop.models.enums import BallotForm, DecisionOutcome, RoomLayout, VoteChoice
from alize_desktop.models.records.ballots import BallotResult
from alize_desktop.models.records.committee import BallotState, CommitteeState, CurrentItem
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.records.room import RoomControls, RoomCount, RoomFigure, RoomState
from alize_desktop.models.values import Money
from alize_desktop.wording.amounts import NO_BREAK, decimal_text, money_short
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted, plural
from alize_desktop.wording.results import left_out_words
from alize_desktop.wording.room_figures import decision_figures, dossier_figures
from alize_desktop.wording.room_meeting import last_decision

_QUESTION: Final = f"Le dossier est-il agréé{NO_BREAK}?"
_OPPOSITION: Final = f"Quelqu’un s’oppose-t-il à l’agrément{NO_BREAK}?"
_COMES_BACK: Final = "Le dossier reviendra devant le comité."


def dossier_page(current: CurrentItem) -> RoomState:
    """Return the dossier presented, with what it asks."""
    return RoomState(
        RoomLayout.DOSSIER,
        heading=current.line.company,
        subtitle=current.line.town.strip(),
        figures=dossier_figures(current.sheet),
    )


def standing_page(line: AgendaLine) -> RoomState:
    """Return a standing point under way: its title and its number of passage."""
    return RoomState(
        RoomLayout.DOSSIER,
        heading=line.company,
        subtitle=f"Point {line.position} de l’ordre du jour",
    )


def deliberation_page(current: CurrentItem, controls: RoomControls) -> RoomState:
    """Return that the committee deliberates, without any figure."""
    return RoomState(
        RoomLayout.DELIBERATION,
        heading="Huis clos" if controls.is_private else "Délibération",
        subtitle=current.line.company,
    )


def vote_page(current: CurrentItem, controls: RoomControls) -> RoomState:
    """Return the question and the form of the vote; nothing of what is answered.

    Raises:
        ValueError: There is no ballot: a bug in the caller.
    """
    ballot = _ballot(current)
    return RoomState(
        RoomLayout.VOTE,
        heading=current.line.company,
        subtitle=_asked(current.line, controls),
        note=_question(ballot, controls),
        figures=_voices(current, ballot),
        form=ballot.form,
        form_name=label(ballot.form),
    )


def result_page(current: CurrentItem, state: CommitteeState, controls: RoomControls) -> RoomState:
    """Return what was recorded of the dossier under examination, or else proclaimed.

    Raises:
        ValueError: There is neither ballot nor decision: a bug in the caller.
    """
    if current.decision is not None:
        return _decision_page(current.line, current.decision, state, controls)
    ballot = _ballot(current)
    return RoomState(
        RoomLayout.RESULT,
        heading=current.line.company,
        subtitle=_asked(current.line, controls),
        ballot_outcome=ballot.result.outcome,
        outcome=label(ballot.result.outcome),
        sentence=ballot.sentence,
        counts=_counts(ballot.result, ballot.form),
    )


def last_result_page(state: CommitteeState, controls: RoomControls) -> RoomState:
    """Return the decision recorded last, while nothing else is under way.

    Raises:
        ValueError: Nothing was decided yet: a bug in the caller.
    """
    last = last_decision(state)
    if last is None:
        msg = "nothing was decided yet"
        raise ValueError(msg)
    return _decision_page(*last, state, controls)


def _decision_page(
    line: AgendaLine, decision: Decision, state: CommitteeState, controls: RoomControls
) -> RoomState:
    outcome = decision.draft.outcome
    held_on = state.row.draft.held_on
    return RoomState(
        RoomLayout.RESULT,
        heading=line.company,
        subtitle=line.town.strip(),
        note=_COMES_BACK if outcome is DecisionOutcome.DEFERRED else "",
        figures=() if controls.is_private else decision_figures(decision, held_on),
        decision_outcome=outcome,
        outcome=label(outcome),
        sentence=decision.sentence,
    )


def _ballot(current: CurrentItem) -> BallotState:
    if current.ballot is None:
        msg = f"point {current.line.position} has no ballot"
        raise ValueError(msg)
    return current.ballot


def _asked(line: AgendaLine, controls: RoomControls) -> str:
    """Return « Dijon · 15 000 € demandés · 3 emplois à créer »; the town alone behind closed doors."""
    parts = [line.town.strip()]
    if not controls.is_private:
        if line.requested_amount:
            word = plural(line.requested_amount.minor // 100, "demandé")
            parts.append(f"{money_short(line.requested_amount)} {word}")
        if line.jobs_created:
            parts.append(counted(line.jobs_created, "emploi à créer", "emplois à créer"))
    return " · ".join(each for each in parts if each)


def _question(ballot: BallotState, controls: RoomControls) -> str:
    motion = ballot.motion
    if motion.text.strip() and not controls.is_private:
        return motion.text.strip()
    if motion.amount_minor is not None and not controls.is_private:
        amount = money_short(Money(motion.amount_minor))
        return f"Le dossier est-il agréé pour une avance de {amount}{NO_BREAK}?"
    return _OPPOSITION if ballot.form is BallotForm.CONSENSUS else _QUESTION


def _voices(current: CurrentItem, ballot: BallotState) -> tuple[RoomFigure, ...]:
    """Return how many voices take part; nothing of a secret ballot but its form."""
    if ballot.form is BallotForm.SECRET:
        return ()
    weights = (each.weight for each in current.tiles if not each.is_recused)
    voices = ballot.voices_entitled or sum(weights, start=Decimal(0))
    verb = "prend part au vote" if voices < 2 else "prennent part au vote"
    return (RoomFigure(f"{decimal_text(voices)} voix", verb),)


def _counts(result: BallotResult, form: BallotForm) -> tuple[RoomCount, ...]:
    counts = result.counts
    found = [
        (VoteChoice.FOR, counts.votes_for, "pour"),
        (VoteChoice.AGAINST, counts.votes_against, "contre"),
        (VoteChoice.ABSTENTION, counts.abstentions, plural(counts.abstentions, "abstention")),
    ]
    if counts.not_participating:
        verb = left_out_words(counts.not_participating, is_secret=form is BallotForm.SECRET)
        found.append((VoteChoice.NOT_PARTICIPATING, counts.not_participating, verb))
    return tuple(RoomCount(choice, decimal_text(voices), word) for choice, voices, word in found)
