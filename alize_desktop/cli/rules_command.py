"""The ``rules`` command: questions about the calculation rules in, answers out.

Answers come in the order of the questions, each with its ``id``. A question that
is refused, unknown or malformed gives a refusal in French, and the next ones are
answered all the same.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from alize_desktop.cli.rule_cases.advances import (
    answer_due_date,
    answer_schedule,
    answer_siren,
    answer_siret,
    answer_words,
)
from alize_desktop.cli.rule_cases.ballots import Answer, answer_needed, answer_tally
from alize_desktop.cli.rule_cases.decoding import read_cases
from alize_desktop.cli.rule_cases.fields import Fields
from alize_desktop.cli.rule_cases.meetings import answer_meeting
from alize_desktop.cli.rule_cases.replays import answer_replay
from alize_desktop.cli.rule_cases.state_aid import answer_aid, answer_de_minimis
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.wording.errors import message_of

_ANSWERS: Final[Mapping[str, Callable[[Fields], Answer]]] = {
    "needed": answer_needed,
    "tally": answer_tally,
    "meeting": answer_meeting,
    "schedule": answer_schedule,
    "due_date": answer_due_date,
    "replay": answer_replay,
    "aid": answer_aid,
    "de_minimis": answer_de_minimis,
    "siren": answer_siren,
    "siret": answer_siret,
    "words": answer_words,
}


def run(path: Path) -> str:
    """Return the answers to a file of cases, as a JSON list, one answer a line.

    Raises:
        UserError: ``FILE_NOT_READABLE``; ``CASES_NOT_READABLE``: the file is no
            JSON list in UTF-8.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UserError(ErrorCode.FILE_NOT_READABLE, path=str(path)) from error
    except UnicodeDecodeError as error:
        raise UserError(ErrorCode.CASES_NOT_READABLE) from error
    lines = ",\n".join(_line(answer) for answer in answers(read_cases(text)))
    return f"[\n{lines}\n]" if lines else "[]"


def answers(cases: Sequence[object]) -> list[Answer]:
    """Return the answer to each case, in the same order.

    Args:
        cases: Cases as decoded from JSON; whatever is not a case is refused.
    """
    return [_answer(case) for case in cases]


def _answer(case: object) -> Answer:
    identifier = case.get("id") if isinstance(case, dict) else None
    named: Answer = {"id": identifier if isinstance(identifier, str | int) else None}
    try:
        fields = _fields(case)
        return named | _answering(fields.text("ask"))(fields)
    except UserError as error:
        return named | {"error": True, "message": message_of(error)}


def _fields(case: object) -> Fields:
    if not isinstance(case, dict):
        raise UserError(ErrorCode.CASE_NOT_AN_OBJECT)
    return Fields(case)


def _answering(ask: str) -> Callable[[Fields], Answer]:
    if ask not in _ANSWERS:
        raise UserError(ErrorCode.CASE_UNKNOWN, ask=ask)
    return _ANSWERS[ask]


def _line(answer: Answer) -> str:
    line = json.dumps(answer, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # half a character, which no terminal can show
        return json.dumps(answer)
    return line
