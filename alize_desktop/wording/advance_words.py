"""What the screen of advances says of one: where it stands, and what it waits for."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from alize_desktop.models.enums import AdvanceEventKind, AdvanceState, AgeingBucket
from alize_desktop.models.records.advances import AdvanceDetail, AdvanceEvent, AdvancePosition
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import long_date, short_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted

_SHORT: Final = {
    AgeingBucket.NOT_LATE: "À jour",
    AgeingBucket.UP_TO_29: "1–29\u00a0jours",
    AgeingBucket.UP_TO_59: "30–59\u00a0jours",
    AgeingBucket.UP_TO_89: "60–89\u00a0jours",
    AgeingBucket.FROM_90: "90\u00a0jours et plus",
}

_ONE_WORD: Final = {
    AdvanceState.SIGNED: "Signée",
    AdvanceState.GIVEN_UP: "Retirée",
    AdvanceState.WAIVED: "Abandonnée",
}
"""States whose usual words are too long for a list."""

_TO_RELEASE: Final = (AdvanceState.GRANTED, AdvanceState.SIGNED, AdvanceState.RUNNING)


class Tone(StrEnum):
    """How a sentence is to be taken."""

    PLAIN = "plain"
    GOOD = "good"
    WAITING = "waiting"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence, and how it is to be taken."""

    sentence: str
    tone: Tone = Tone.PLAIN


def bucket_short(bucket: AgeingBucket) -> str:
    """Return the word of a bucket on a chip: « 1–29 jours »."""
    return _SHORT[bucket]


def late_text(position: AdvancePosition) -> str:
    """Return how late an advance is: « 45 j »; empty when it is not."""
    return f"{position.days_late}\u00a0j" if position.overdue else ""


def state_text(position: AdvancePosition) -> str:
    """Return the state of an advance; « En retard » for one that runs and is late."""
    if position.state is AdvanceState.RUNNING and position.overdue:
        return "En retard"
    return label(position.state)


def state_short(position: AdvancePosition) -> str:
    """Return ``state_text`` in one or two words, for a list."""
    return _ONE_WORD.get(position.state) or state_text(position)


def state_chip(state: AdvanceState) -> str:
    """Return the word of a state on a chip."""
    return _ONE_WORD.get(state) or label(state)


def situation(detail: AdvanceDetail) -> tuple[Told, ...]:
    """Return what is to be known of an advance, the most pressing first."""
    return (*_before(detail), *_late(detail), *_to_come(detail), *_after(detail))


def step_to_come(detail: AdvanceDetail) -> str:
    """Return from when the next step against a delay may be taken; empty without one to come."""
    if detail.row.step is not None or detail.next_step is None or detail.next_step_on is None:
        return ""
    step = label(detail.next_step).lower()
    return f"Prochaine étape\u00a0: {step}, à partir du {long_date(detail.next_step_on)}."


def event_words(event: AdvanceEvent) -> str:
    """Return what an event is, in one line: « Moratoire jusqu’au 05/06/2027 »."""
    draft = event.draft
    words = label(draft.kind)
    if draft.until is not None:
        words = f"{words} jusqu’au {short_date(draft.until)}"
    if draft.kind in (AdvanceEventKind.REVERSAL, AdvanceEventKind.REJECTED_DEBIT):
        return words
    return f"{words} (annulé)" if event.is_reversed else words


def event_note(event: AdvanceEvent, target: AdvanceEvent | None = None) -> str:
    """Return the reference and the reason of an event, on one line.

    Args:
        event: What happened.
        target: The event that it takes back.
    """
    taken = f"{label(target.draft.kind)} du {short_date(target.draft.value_on)}" if target else ""
    return " · ".join(each for each in (taken, event.draft.reference, event.draft.note) if each)


def _before(detail: AdvanceDetail) -> Iterator[Told]:
    """Tell what comes before the money is all paid."""
    row, state = detail.row, detail.row.position.state
    if state is AdvanceState.LAPSED:
        yield Told(
            "L’agrément est caduc\u00a0: la convention n’a pas été signée à temps. "
            "Une nouvelle avance demande une nouvelle décision.",
            Tone.BAD,
        )
    if state is AdvanceState.GRANTED and row.lapses_on is not None:
        yield Told(
            f"La convention est à signer au plus tard le {long_date(row.lapses_on)}.", Tone.WAITING
        )
    if state in _TO_RELEASE and detail.left_to_disburse:
        # the first reason of an advance that is only granted is its signature, told above
        reasons = detail.blocking[1:] if state is AdvanceState.GRANTED else detail.blocking
        yield from (Told(f"Versement bloqué\u00a0: {each}", Tone.WAITING) for each in reasons)
    if state in (AdvanceState.SIGNED, AdvanceState.RUNNING) and detail.left_to_disburse:
        yield Told(f"Reste à verser\u00a0: {money_short(detail.left_to_disburse)}.", Tone.WAITING)


def _late(detail: AdvanceDetail) -> Iterator[Told]:
    position = detail.row.position
    if position.overdue:
        yield Told(
            f"En retard\u00a0: {money_short(position.overdue)}, "
            f"depuis {counted(position.days_late, 'jour')}.",
            Tone.BAD,
        )
    if detail.last_step is not None and detail.last_step_on is not None:
        yield Told(
            f"Dernière étape\u00a0: {label(detail.last_step).lower()}, "
            f"le {long_date(detail.last_step_on)}."
        )
    if detail.row.step is not None:
        yield Told(f"Prochaine étape\u00a0: {label(detail.row.step).lower()}.", Tone.BAD)
    elif told := step_to_come(detail):
        yield Told(told, Tone.WAITING)
    if position.moratorium_until is not None:
        yield Told(
            f"Un moratoire court jusqu’au {long_date(position.moratorium_until)}.", Tone.WAITING
        )


def _to_come(detail: AdvanceDetail) -> Iterator[Told]:
    position = detail.row.position
    if position.next_due is not None:
        until = position.moratorium_until
        is_waiting = until is not None and position.next_due <= until
        suspended = f", suspendue jusqu’au {long_date(until)}" if until and is_waiting else ""
        yield Told(
            f"Prochaine échéance\u00a0: {money_short(position.next_amount)} "
            f"le {long_date(position.next_due)}{suspended}."
        )
    for _each, number in detail.amending_decisions:
        yield Told(f"La décision modificative {number} attend son avenant.", Tone.WAITING)


def _after(detail: AdvanceDetail) -> Iterator[Told]:
    """Tell what is left once all is repaid, or given up."""
    position = detail.row.position
    if position.credit:
        yield Told(
            f"Trop-perçu de {money_short(position.credit)}, à rembourser à l’entreprise.",
            Tone.WAITING,
        )
    if position.written_off:
        told = f"Abandonné ou perdu\u00a0: {money_short(position.written_off)}."
        if position.recovered:
            told = f"{told[:-1]}, dont {money_short(position.recovered)} récupérés depuis."
        yield Told(told, Tone.BAD)
    if position.state is AdvanceState.REPAID:
        yield Told("Tout est remboursé.", Tone.GOOD)
