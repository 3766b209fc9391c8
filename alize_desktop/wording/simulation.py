"""The consequence of a setting told on an example meeting, before it is kept."""

from collections.abc import Iterator
from dataclasses import replace

from alize_desktop.models.enums import BallotOutcome
from alize_desktop.models.records.rules import CommitteeRules, ExampleMeeting, Simulation
from alize_desktop.rules.simulation import SimulatedMeeting, simulated
from alize_desktop.wording.amounts import NO_BREAK, decimal_text
from alize_desktop.wording.names import counted, plural
from alize_desktop.wording.regulations import rules_remarks
from alize_desktop.wording.results import quorum_sentence, result_sentence

_WOULD_BE = {
    BallotOutcome.ADOPTED: "la proposition serait adoptée",
    BallotOutcome.REJECTED: "la proposition serait rejetée",
    BallotOutcome.TIE: "les voix seraient partagées",
    BallotOutcome.NO_DECISION: "rien ne serait décidé",
}


def simulate(
    rules: CommitteeRules, example: ExampleMeeting, in_force: CommitteeRules | None = None
) -> Simulation:
    """Return what rules come to on an example, and how that differs from other rules.

    Args:
        rules: Rules that are tried.
        example: The meeting.
        in_force: Rules they are compared with; no comparison when None.

    Raises:
        UserError: ``NUMBER_OUT_OF_RANGE`` or ``COUNTS_EXCEED_VOTERS``: the example
            contradicts itself.
    """
    found = simulated(rules, example)
    differences = _differences(found, simulated(in_force, example)) if in_force else ()
    return Simulation(
        quorum=quorum_sentence(found.quorum),
        is_quorum_reached=found.quorum.reached,
        result=result_sentence(found.result) if found.result else "",
        remarks=(*differences, *_left_out(rules, example, found), *_remarks(rules, example)),
    )


def _differences(found: SimulatedMeeting, before: SimulatedMeeting) -> Iterator[str]:
    required, earlier = found.quorum.required, before.quorum.required
    if required != earlier:
        yield f"Avec ce réglage, le quorum passe de {earlier} à {required}."
    if found.quorum.counted != before.quorum.counted:
        yield (
            f"Le nombre de membres comptés pour le quorum passe de {before.quorum.counted}"
            f" à {found.quorum.counted}."
        )
    if found.voters != before.voters:
        yield f"Le nombre de voix passe de {before.voters} à {found.voters}."
    yield from _other_result(found, before)


def _other_result(found: SimulatedMeeting, before: SimulatedMeeting) -> Iterator[str]:
    if found.result is None or before.result is None:
        if found.result is not None:
            yield "Avec le règlement en vigueur, le quorum ne serait pas atteint."
        if before.result is not None:
            yield "Avec le règlement en vigueur, le quorum serait atteint."
        return
    needed, earlier = found.result.needed, before.result.needed
    if needed is not None and earlier is not None and needed != earlier:
        yield f"La majorité passe de {decimal_text(earlier)} à {decimal_text(needed)} voix."
    if found.result.outcome is not before.result.outcome:
        yield f"Avec le règlement en vigueur, {_WOULD_BE[before.result.outcome]}."


def _left_out(
    rules: CommitteeRules, example: ExampleMeeting, found: SimulatedMeeting
) -> Iterator[str]:
    """Yield who of the example does not count under the rules."""
    if example.remote and not rules.remote_counts:
        verb = plural(example.remote, "n’est pas compté", "ne sont pas comptés")
        yield f"{counted(example.remote, 'membre')} à distance {verb}."
    if found.refused_proxies:
        verb = plural(found.refused_proxies, "est refusé", "sont refusés")
        yield f"{counted(found.refused_proxies, 'pouvoir')} {verb}{NO_BREAK}: le règlement n’en permet aucun."
    if rules.quorum.per_college:
        yield "L’exemple n’a pas de collèges\u00a0: leur minimum n’y joue pas."


def _remarks(rules: CommitteeRules, example: ExampleMeeting) -> tuple[str, ...]:
    without_colleges = replace(rules, quorum=replace(rules.quorum, per_college=()))
    return rules_remarks(without_colleges, [""] * example.in_office)
