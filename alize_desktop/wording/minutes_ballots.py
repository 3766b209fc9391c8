"""Sentences of the minutes about ballots: what was asked, counted, named, corrected."""

from collections.abc import Iterator, Sequence
from typing import Final

from alize_desktop.models.enums import BallotForm, VoteChoice
from alize_desktop.models.records.ballots import Correction, CountProtocol
from alize_desktop.models.records.minutes_parts import MinutesBallot, MinutesVote
from alize_desktop.models.values import Money
from alize_desktop.wording.amounts import NO_BREAK, decimal_text, money_short
from alize_desktop.wording.labels import label
from alize_desktop.wording.minutes_hours import MeetingHours
from alize_desktop.wording.minutes_words import ended, unended
from alize_desktop.wording.names import counted, is_feminine, list_text, member_name

MINORITIES: Final = (VoteChoice.AGAINST, VoteChoice.ABSTENTION)
"""Answers that are named when the rules name nobody else."""


def ballot_title(ballots: Sequence[MinutesBallot], index: int) -> str:
    """Return the title of a ballot: « Vote », « Vote n° 2 : contre-proposition à 10 000 € ».

    Args:
        ballots: Every ballot of the dossier.
        index: Which one, from 0.
    """
    ballot = ballots[index]
    number = f"Vote n°{NO_BREAK}{index + 1}" if len(ballots) > 1 else "Vote"
    asked = _asked(ballot, is_first=index == 0)
    return f"{number}{NO_BREAK}: {asked}" if asked else number


def answered_text(ballots: Sequence[MinutesBallot], ballot: MinutesBallot) -> str:
    """Return which ballot another one answers: « Vote n° 1, rejeté »; empty for none."""
    if not ballot.answers:
        return ""
    before = ballots[ballot.answers - 1].result
    outcome = f", {label(before.outcome).lower()}" if before else ""
    return f"Vote n°{NO_BREAK}{ballot.answers}{outcome}"


def form_text(ballot: MinutesBallot, hours: MeetingHours) -> str:
    """Return the form of a ballot with its hours, never those of a vote."""
    parts = [label(ballot.form), f"ouvert {hours.at(ballot.opened_at)}"]
    if ballot.closed_at:
        parts.append(f"clos {hours.at(ballot.closed_at)}")
    return ", ".join(parts)


def protocol_text(protocol: CountProtocol | None) -> str:
    """Return what was found in the urn: « 12 bulletins trouvés, 1 blanc, aucun nul »."""
    if protocol is None or protocol.found is None:
        return ""
    papers = (
        f"{_none_or(protocol.found, 'bulletin trouvé', 'bulletins trouvés')} dans l’urne",
        _none_or(protocol.blank, "blanc", "blancs"),
        _none_or(protocol.void, "nul", "nuls"),
    )
    return ", ".join(papers)


def scrutineers_text(protocol: CountProtocol | None) -> str:
    """Return who counted the papers of a secret ballot; empty without."""
    return list_text(protocol.scrutineers) if protocol else ""


def result_text(ballot: MinutesBallot) -> str:
    """Return the proclaimed result; empty before.

    Nobody votes in a consensus: « Adopté par consensus, sans opposition. »
    """
    is_agreed = ballot.result is not None and ballot.result.adopted
    if ballot.form is BallotForm.CONSENSUS and is_agreed:
        return "Adopté par consensus, sans opposition."
    return ballot.sentence


def casting_text(ballot: MinutesBallot) -> str:
    """Return whose casting vote settled a tie, or left it; empty without a tie."""
    name = member_name(ballot.presiding.sheet)
    if ballot.result is None:
        return ""
    if ballot.result.by_casting_vote:
        return f"La voix prépondérante est celle de {ended(name)}"
    if ballot.result.casting_declined:
        return f"{name} a voix prépondérante et ne tranche pas."
    return ""


def minority_sentences(votes: Sequence[MinutesVote]) -> Iterator[str]:
    """Yield who voted against, then who abstained, a sentence each.

    « Ont voté contre : M. Roussel et Mme Perrin (pouvoir à M. Weiß). »
    """
    for choice in MINORITIES:
        chosen = [each for each in votes if each.choice is choice]
        if chosen:
            names = list_text([voter_text(each) for each in chosen])
            yield f"{_voted(choice, chosen)}{NO_BREAK}: {ended(names)}"


def voter_text(vote: MinutesVote) -> str:
    """Return a voter with what is to be known: « Mme Perrin (pouvoir à M. Weiß) »."""
    note = voter_note(vote)
    name = member_name(vote.member.sheet)
    return f"{name} ({note})" if note else name


def voter_note(vote: MinutesVote) -> str:
    """Return who answered for a voter, and its voices when they are not one."""
    weight = vote.member.sheet.weight
    notes = (
        f"pouvoir à {member_name(vote.holder.sheet)}" if vote.holder else "",
        f"{decimal_text(weight)} voix" if weight not in (0, 1) else "",
    )
    return ", ".join(each for each in notes if each)


def correction_sentence(correction: Correction, hours: MeetingHours) -> str:
    """Return a correction with its hour, its reason and what it replaced."""
    return (
        f"Résultat corrigé {hours.at(correction.at)}, après la proclamation."
        f" Motif{NO_BREAK}: {ended(correction.reason)}"
        f" Résultat remplacé{NO_BREAK}: «{NO_BREAK}{correction.before}{NO_BREAK}»"
    )


def reexamination_text(ballot: MinutesBallot, *, is_last: bool) -> str:
    """Return that a late recusal weighs more than the margin; empty when it does not."""
    if not ballot.must_be_reexamined:
        return ""
    then = "ce résultat est à réexaminer" if is_last else "un nouveau vote suit"
    return (
        "Le déport déclaré après la proclamation retire plus de voix que l’écart"
        f"{NO_BREAK}; {then}."
    )


def _asked(ballot: MinutesBallot, *, is_first: bool) -> str:
    motion = ballot.motion
    parts = []
    if motion.amount_minor is not None:
        kind = "contre-proposition" if ballot.answers else "proposition"
        parts.append(f"{kind} à {money_short(Money(motion.amount_minor), NO_BREAK)}")
    elif ballot.answers:
        parts.append("contre-proposition")
    if motion.text.strip():
        parts.append(unended(motion.text))
    if not parts and not is_first:
        return "nouveau vote sur le dossier"
    return ", ".join(parts)


def _voted(choice: VoteChoice, votes: Sequence[MinutesVote]) -> str:
    several = len(votes) > 1
    if choice is VoteChoice.AGAINST:
        return f"{'Ont' if several else 'A'} voté contre"
    women = all(is_feminine(each.member.sheet.civility) for each in votes)
    ending = f"{'e' if women else ''}{'s' if several else ''}"
    return f"{'Se sont' if several else 'S’est'} abstenu{ending}"


def _none_or(number: int, singular: str, several: str) -> str:
    return counted(number, singular, several) if number else f"aucun {singular}"
