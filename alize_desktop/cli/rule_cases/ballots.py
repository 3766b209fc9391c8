"""Cases about majorities and counts, and results as the answers write them."""

from alize_desktop.cli.rule_cases.fields import Fields
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MajorityBase, MajorityKind
from alize_desktop.models.records.ballots import BallotResult, Counts, Heads, Percentages
from alize_desktop.models.records.rules import Majority
from alize_desktop.models.values import Voices
from alize_desktop.rules.majority import needed
from alize_desktop.rules.tally import tally
from alize_desktop.rules.voices import exact_decimal, tidy
from alize_desktop.wording.results import result_sentence

Answer = dict[str, object]


def answer_needed(case: Fields) -> Answer:
    """Answer the smallest number of voices that adopts."""
    return {"needed": voices_json(needed(_stated_majority(case), case.voices("base")))}


def answer_tally(case: Fields) -> Answer:
    """Answer what counts come to."""
    majority = _stated_majority(case)
    voters = case.voices("voters") if case.has("voters") else None
    in_office = case.voices("in_office") if case.has("in_office") else voters
    if majority.base is MajorityBase.IN_OFFICE and in_office is None:
        raise UserError(ErrorCode.CASE_FIELD_MISSING, field="voters")
    result = tally(
        read_counts(case),
        majority,
        voters=voters,
        complete=case.flag("complete", default=True),
        in_office=in_office,
    )
    return result_json(result)


def _stated_majority(case: Fields) -> Majority:
    """Return the majority of a case that is about it: its kind is never guessed."""
    majority = case.needed_part("majority")
    majority.text("kind")
    return read_majority(majority)


def read_majority(fields: Fields) -> Majority:
    """Return a majority; strict half of votes cast by default."""
    share = fields.share("fraction") if fields.has("fraction") else None
    return Majority(
        fields.choice("kind", MajorityKind, MajorityKind.STRICT_HALF),
        fields.choice("base", MajorityBase, MajorityBase.CAST),
        share,
    )


def read_counts(fields: Fields, abstentions: int | None = None) -> Counts:
    """Return counts by answer.

    Args:
        fields: The counts; those who take no part may be left out.
        abstentions: How many there are when they are left out too.
    """
    return Counts(
        fields.voices("for"),
        fields.voices("against"),
        fields.voices("abstention", abstentions),
        fields.voices("not_participating", 0),
    )


def result_json(result: BallotResult) -> Answer:
    """Return a result as the answers write it."""
    answer: Answer = {
        "base": voices_json(result.base),
        "needed": voices_json(result.needed),
        "outcome": result.outcome.value,
    }
    if result.margin is not None:
        answer["margin"] = voices_json(result.margin)
    if result.missing is not None:
        answer["missing"] = voices_json(result.missing)
    answer["percent"] = _percent_json(result.percent)
    answer["certain"] = None if result.certain is None else result.certain.value
    answer["sentence"] = result_sentence(result)
    return answer


def counts_json(counts: Counts | Heads) -> Answer:
    """Return voices or heads by answer."""
    return {
        "for": voices_json(counts.votes_for),
        "against": voices_json(counts.votes_against),
        "abstention": voices_json(counts.abstentions),
        "not_participating": voices_json(counts.not_participating),
    }


def voices_json(voices: Voices | None) -> int | str | None:
    """Return whole voices as an integer, others as a decimal text."""
    if voices is None:
        return None
    exact = tidy(voices)
    return exact if isinstance(exact, int) else format(exact_decimal(exact), "f")


def _percent_json(percent: Percentages) -> Answer:
    parts = {
        "for": percent.votes_for,
        "against": percent.votes_against,
        "abstention": percent.abstentions,
    }
    return {name: None if part is None else format(part, "f") for name, part in parts.items()}
