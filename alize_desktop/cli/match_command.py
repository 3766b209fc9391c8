"""The command that ranks partner companies for the need of a dossier."""

import json
from argparse import Namespace
from collections import Counter

from alize_desktop.cli.json_numbers import json_number
from alize_desktop.cli.names import DONE
from alize_desktop.cli.speech import say
from alize_desktop.cli.workshop import Workshop
from alize_desktop.models.records.matching import PartnerMatch
from alize_desktop.wording.matches import need_text, rank_text, reason_text


def run(arguments: Namespace, workshop: Workshop) -> int:
    """Rank the partners for a dossier, and say why."""
    with workshop.open(arguments.registry) as services:
        dossier_id = services.dossiers.by_number(arguments.dossier)
        need = services.matching.need(dossier_id, arguments.category)
        matches = services.matching.rank(dossier_id, arguments.category)
    if arguments.json:
        say(json.dumps([_answer(each) for each in matches], ensure_ascii=False, indent=1))
        return DONE
    say(need_text(need, arguments.dossier))
    ranks = Counter(each.rank for each in matches)
    for each in matches:
        said = rank_text(each, is_tied=ranks[each.rank] > 1)
        say(f"\n{said:<12}{each.name}")
        for reason in each.reasons:
            say(f"{'':<12}{reason_text(reason)}")
    return DONE


def _answer(match: PartnerMatch) -> dict[str, object]:
    return {
        "rank": match.rank,
        "partner": match.name,
        "siren": match.siren,
        "points": match.points,
        "excluded": match.conflict is not None,
        "days_left": json_number(match.days_left),
        "kilometres": match.kilometres,
        "reasons": [reason_text(each) for each in match.reasons],
    }
