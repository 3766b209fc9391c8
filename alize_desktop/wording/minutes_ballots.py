"""Sentences of the minutes about ballots: what was asked, counted, named, corrected."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from alize_desktop.models.enums import BallotForm, VoteChoice
from alize_desktop.models.records.ballots import CountProtocol
from alize_desktop.models.records.minutes_corrections import MinutesCorrection, MovedVote
from alize_desktop.models.records.minutes_parts import MinutesBallot, MinutesVote
from alize_desktop.models.records.people import Member
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
    """Return whose casting vote settled a tie, or left it; empty without a tie.

    « M. Weiß, qui préside et s’était abstenu, a voix prépondérante : il départage pour. »
    """
    name, civility = member_name(ballot.presiding.sheet), ballot.presiding.sheet.civility
    if ballot.result is None:
        return ""
    if ballot.result.by_casting_vote:
        pronoun = "elle" if is_feminine(civility) else "il"
        side = "pour" if ballot.result.adopted else "contre"
        who = f"{name}, {_presides(ballot)}"
        return f"{who}, a voix prépondérante{NO_BREAK}: {pronoun} départage {side}."
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


def correction_sentence(
    correction: MinutesCorrection,
    hours: MeetingHours,
    presiding: Member,
    *,
    names_minorities_only: bool,
) -> str:
    """Return a correction with its hour, its reason, what it moved and what it replaced.

    Args:
        correction: The correction.
        hours: Of the meeting.
        presiding: Who presided the ballot: the casting vote is that member's.
        names_minorities_only: Whether the rules name only those who voted against or
            abstained; the other answers moved are then counted.
    """
    told = [
        f"Résultat corrigé {hours.at(correction.at)}, après la proclamation.",
        f"Motif{NO_BREAK}: {ended(correction.reason)}",
        *_moved(correction.moved, names_minorities_only=names_minorities_only),
        f"Résultat remplacé{NO_BREAK}: «{NO_BREAK}{correction.before}{NO_BREAK}»",
    ]
    if correction.by_casting_vote:
        name = member_name(presiding.sheet)
        told.append(f"La voix prépondérante était celle de {ended(name)}")
    return " ".join(told)


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


def _moved(moved: Sequence[MovedVote], *, names_minorities_only: bool) -> Iterator[str]:
    """Yield the answers that were put right: by name as the rules allow, else counted."""
    counts: Counter[tuple[str, str]] = Counter()
    for each in moved:
        name = member_name(each.member.sheet)
        if each.after is None:
            yield f"La réponse de {name} n’est plus comptée."
        elif names_minorities_only and each.after not in MINORITIES:
            counts[_quoted(each.before), _quoted(each.after)] += 1
        else:
            right, wrong = _quoted(each.after), _quoted(each.before)
            yield f"Réponse de {name}{NO_BREAK}: {right}, au lieu de {wrong}."
    for (before, after), number in counts.items():
        goes = "Une réponse passe" if number == 1 else f"{counted(number, 'réponse')} passent"
        yield f"{goes} de {before} à {after}."


def _quoted(choice: VoteChoice | None) -> str:
    word = label(choice).lower() if choice else "sans réponse"
    return f"«{NO_BREAK}{word}{NO_BREAK}»"


def _presides(ballot: MinutesBallot) -> str:
    """Return that a member presides, and that the same one had abstained in the ballot."""
    sheet = ballot.presiding.sheet
    choices = [each.choice for each in ballot.votes if each.member.id == ballot.presiding.id]
    if VoteChoice.ABSTENTION not in choices:
        return "qui préside"
    return f"qui préside et s’était abstenu{'e' if is_feminine(sheet.civility) else ''}"


def _voted(choice: VoteChoice, votes: Sequence[MinutesVote]) -> str:
    several = len(votes) > 1
    if choice is VoteChoice.AGAINST:
        return f"{'Ont' if several else 'A'} voté contre"
    women = all(is_feminine(each.member.sheet.civility) for each in votes)
    ending = f"{'e' if women else ''}{'s' if several else ''}"
    return f"{'Se sont' if several else 'S’est'} abstenu{ending}"


def _none_or(number: int, singular: str, several: str) -> str:
    return counted(number, singular, several) if number else f"aucun {singular}"
