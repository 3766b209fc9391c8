"""The sentences of a result: one function a sentence, wherever it is read.

« 7 pour, 2 contre, 1 abstention ; 9 suffrages exprimés, majorité 5 : adopté. »
"""

from typing import Final

from alize_desktop.models.enums import BallotOutcome, Civility, MajorityBase, MajorityKind
from alize_desktop.models.records.ballots import BallotResult, QuorumResult
from alize_desktop.models.records.rules import HALF, Majority
from alize_desktop.models.values import Share, Voices
from alize_desktop.wording.amounts import NO_BREAK, decimal_text
from alize_desktop.wording.labels import college_label
from alize_desktop.wording.names import counted, list_text, plural

_SHARES: Final = {
    Share(1, 2): "de la moitié",
    Share(2, 3): "des deux tiers",
    Share(3, 4): "des trois quarts",
    Share(3, 5): "des trois cinquièmes",
    Share(4, 5): "des quatre cinquièmes",
}


_PRESIDING: Final = {
    Civility.MADAME: "la présidente",
    Civility.MONSIEUR: "le président",
    None: "la présidence",
}


def result_sentence(
    result: BallotResult, presiding: Civility | None = None, *, is_secret: bool = False
) -> str:
    """Return the one sentence of a result, with its counts and its majority.

    Args:
        result: The result.
        presiding: How who presides is addressed; read when a tie was left as it was.
        is_secret: Whether what is neither for, against nor blank is a spoiled paper.
    """
    parts = [
        counts_text(result, is_secret=is_secret),
        f"{base_text(result)}{_threshold_text(result)}",
    ]
    if result.casting_declined:
        parts.append(f"partage des voix, {_PRESIDING[presiding]} ne tranche pas")
    return f"{f'{NO_BREAK}; '.join(parts)}{NO_BREAK}: {outcome_text(result)}."


def reexamination_sentence(withdrawn: Voices) -> str:
    """Return why a proclaimed result must be looked at again."""
    voices = counted(withdrawn, "voix", "voix")
    return (
        f"Résultat à réexaminer{NO_BREAK}: un déport déclaré après la proclamation retire "
        f"{voices}, plus que l’écart. Corrigez le résultat, ou votez de nouveau."
    )


def to_count_sentence(result: BallotResult) -> str:
    """Return what is to be counted, before anything is: « Voix à compter : 10. »."""
    return f"Voix à compter{NO_BREAK}: {decimal_text(result.voters or 0)}."


def counts_text(result: BallotResult, *, is_secret: bool = False) -> str:
    """Return the counts: « 7 pour, 2 contre, 1 abstention »; papers, in a secret ballot."""
    counts = result.counts
    parts = [
        f"{decimal_text(counts.votes_for)} pour",
        f"{decimal_text(counts.votes_against)} contre",
        counted(counts.abstentions, "abstention"),
    ]
    if counts.not_participating:
        verb = left_out_words(counts.not_participating, is_secret=is_secret)
        parts.append(f"{decimal_text(counts.not_participating)} {verb}")
    return ", ".join(parts)


def left_out_words(voices: Voices, *, is_secret: bool) -> str:
    """Return what is said of voices that answered nothing: a spoiled paper, or no part taken."""
    if is_secret:
        return plural(voices, "bulletin nul", "bulletins nuls")
    return plural(voices, "ne prend pas part", "ne prennent pas part")


def base_text(result: BallotResult) -> str:
    """Return what the majority is reckoned on: « 9 suffrages exprimés »."""
    match result.majority.base:
        case MajorityBase.CAST:
            if result.base == 0:
                return "aucun suffrage exprimé"
            return counted(result.base, "suffrage exprimé", "suffrages exprimés")
        case MajorityBase.CAST_AND_ABSTENTIONS:
            return f"{counted(result.base, 'suffrage')}, abstentions comprises"
        case MajorityBase.PRESENT_AND_REPRESENTED:
            return counted(
                result.base, "voix présente ou représentée", "voix présentes et représentées"
            )
        case _:
            return counted(result.base, "voix en exercice", "voix en exercice")


def majority_text(majority: Majority) -> str:
    """Return the name of a majority: « majorité des deux tiers »."""
    match majority.kind:
        case MajorityKind.STRICT_HALF:
            return "majorité"
        case MajorityKind.RELATIVE:
            return "majorité relative"
        case MajorityKind.UNANIMITY:
            return "unanimité requise"
        case MajorityKind.AT_LEAST:
            return f"majorité {_share_text(majority.share)}"
        case _:
            return f"majorité de plus {_share_text(majority.share)}"


def outcome_text(result: BallotResult) -> str:
    """Return the outcome: « adopté », « adopté à l’unanimité », « rejeté »."""
    match result.outcome:
        case BallotOutcome.ADOPTED:
            return f"adopté{_casting_text(result)}{_unanimity_text(result)}"
        case BallotOutcome.REJECTED:
            return f"rejeté{_casting_text(result)}"
        case BallotOutcome.TIE:
            if result.casting_declined:
                return "aucune décision"
            waiting = ", la voix prépondérante est attendue"
            return f"partage des voix{waiting if result.casting_vote_open else ''}"
        case _:
            return "aucune décision"


def live_sentence(result: BallotResult) -> str:
    """Return what can be said while the ballot is open, for the operator alone.

    « Acquis : au plus 4 voix contre. », « Ne peut plus être atteint. », « Il manque
    2 voix. »; the outcome once every voter has answered.
    """
    if result.remaining == 0:
        text = outcome_text(result)
        return f"{text[0].upper()}{text[1:]}."
    if result.certain is BallotOutcome.ADOPTED:
        most = result.counts.votes_against + result.remaining
        return f"Acquis{NO_BREAK}: au plus {decimal_text(most)} voix contre."
    if result.certain is BallotOutcome.REJECTED:
        return "Ne peut plus être atteint."
    if result.lacking is None:
        return "Rien n’est encore acquis."
    return f"Il manque {decimal_text(result.lacking)} voix."


def quorum_sentence(quorum: QuorumResult) -> str:
    """Return a quorum with its arithmetic.

    « 17 membres en exercice, quorum 9 ; 7 présents et 2 représentés : 9, atteint. »
    """
    office = counted(quorum.in_office, "membre en exercice", "membres en exercice")
    present = counted(quorum.present, "présent") if quorum.present else "aucun présent"
    there = [present]
    if quorum.represented:
        there.append(counted(quorum.represented, "représenté"))
    arithmetic = f"{quorum.counted}, " if quorum.represented else ""
    recused = f", {quorum.recused} en déport" if quorum.recused else ""
    return (
        f"{office}{recused}, quorum {quorum.required}{NO_BREAK}; {list_text(there)}"
        f"{NO_BREAK}: {arithmetic}{_reached_text(quorum)}."
    )


def _reached_text(quorum: QuorumResult) -> str:
    short = quorum.counted < quorum.required or quorum.missing_colleges
    if quorum.reached:
        return "non requis, seconde convocation" if short else "atteint"
    if quorum.counted >= quorum.required and quorum.missing_colleges:
        names = [f"«{NO_BREAK}{college_label(each)}{NO_BREAK}»" for each in quorum.missing_colleges]
        word = plural(len(names), "du collège", "des collèges")
        return f"non atteint, faute {word} {list_text(names)}"
    return "non atteint"


def _threshold_text(result: BallotResult) -> str:
    if result.needed is None:
        return ""
    named = majority_text(result.majority)
    if result.majority.kind in (MajorityKind.RELATIVE, MajorityKind.UNANIMITY):
        return f", {named}"
    return f", {named} {decimal_text(result.needed)}"


def _share_text(share: Share | None) -> str:
    share = share or HALF
    return _SHARES.get(share, f"de {share.numerator}/{share.denominator}")


def _casting_text(result: BallotResult) -> str:
    return " par la voix prépondérante" if result.by_casting_vote else ""


def _unanimity_text(result: BallotResult) -> str:
    counts = result.counts
    if counts.votes_against or result.remaining:
        return ""
    silent = counts.not_participating
    if result.voters is not None:
        silent += result.voters - counts.total
    if not counts.abstentions and not silent:
        return " à l’unanimité"
    others = []
    if counts.abstentions:
        others.append(_one(counts.abstentions, "abstention", "abstentions"))
    if silent:
        others.append(_one(silent, "voix non exprimée", "voix non exprimées"))
    return f" à l’unanimité des suffrages exprimés, {list_text(others)}"


def _one(value: Voices, singular: str, several: str) -> str:
    return f"une {singular}" if value == 1 else counted(value, singular, several)
