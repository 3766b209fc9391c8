"""Texts with named fields: checked when they are adopted, filled when a paper is made.

A blank line ends a paragraph; a line that begins with « # » is a heading, with « - » an
item of a list. « {entreprise} » is a field, « {{ » and « }} » are braces. A passage
between « [[ » and « ]] » is left out whole when a field in it is empty. What a field
says is never read as marks of the text: it stays what somebody wrote.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from string import Formatter
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.rules.field_checks import check_present, check_text

_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
_MARKS: Final = re.compile(r"(\[\[|\]\])")
_SPACES: Final = re.compile(" {2,}")


class BlockKind(Enum):
    """What a piece of a text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A piece of a text that was filled: one heading, paragraph or item, on one line."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A literal or a field.

    Attributes:
        text: The literal, or the name of the field.
        line: From 1.
        passage: Optional passage it stands in, from 1; 0 outside of one.
    """

    text: str
    is_field: bool
    line: int
    passage: int


def check_template(text: str, allowed: Collection[str]) -> None:
    """Refuse a text that could not be filled.

    Args:
        text: The text as it was typed.
        allowed: Names of the fields it may use.

    Raises:
        UserError: ``TEXT_MISSING``; ``TEXT_TOO_LONG``; ``TEXT_HAS_CONTROL_CHARACTERS``;
            ``TEMPLATE_FIELD_BROKEN`` or ``TEMPLATE_PASSAGE_BROKEN`` with its line;
            ``TEMPLATE_FIELD_UNKNOWN`` with its name and the nearest ones.
    """
    check_present(text)
    check_text(text, lines=True)
    for pieces in _lines(text):
        for each in pieces:
            if each.is_field and each.text not in allowed:
                raise UserError(
                    ErrorCode.TEMPLATE_FIELD_UNKNOWN,
                    field=each.text,
                    line=each.line,
                    nearest=tuple(get_close_matches(each.text, sorted(allowed))),
                )


def fill(text: str, values: Mapping[str, str], labels: Mapping[str, str]) -> tuple[TextBlock, ...]:
    """Return a text with its fields filled, piece by piece.

    A value of several lines makes as many paragraphs or items.

    Args:
        text: A text that ``check_template`` accepts.
        values: Field → what it says; a field that is not there is empty.
        labels: Field → what a person calls it.

    Raises:
        UserError: ``TEMPLATE_FIELD_EMPTY`` for a field that says nothing outside of an
            optional passage; ``TEMPLATE_FIELD_BROKEN``; ``TEMPLATE_PASSAGE_BROKEN``.
    """
    lines = list(_lines(text))
    empty = {
        each.passage
        for pieces in lines
        for each in pieces
        if each.is_field and each.passage and not _is_said(values, each)
    }
    blocks: list[TextBlock] = []
    for kind, pieces in _blocks(lines, empty):
        for each in pieces:
            if each.is_field and not _is_said(values, each):
                raise UserError(
                    ErrorCode.TEMPLATE_FIELD_EMPTY,
                    field=each.text,
                    label=labels.get(each.text, each.text),
                    line=each.line,
                )
        blocks += _written(kind, pieces, values)
    return tuple(blocks)


def _is_said(values: Mapping[str, str], field: _Piece) -> bool:
    return bool(values.get(field.text, "").strip())


def _lines(text: str) -> Iterator[list[_Piece]]:
    """Yield the pieces of each line; none for a blank one."""
    passage, count, opened_at = 0, 0, 0
    for number, line in enumerate(text.splitlines(), start=1):
        pieces: list[_Piece] = []
        for part in _MARKS.split(line.strip()):
            if part == "[[" and not passage:
                count, opened_at = count + 1, number
                passage = count
            elif part == "]]" and passage:
                passage = 0
            elif part in ("[[", "]]"):
                raise UserError(ErrorCode.TEMPLATE_PASSAGE_BROKEN, line=number)
            else:
                pieces += _pieces(part, number, passage)
        yield pieces
    if passage:
        raise UserError(ErrorCode.TEMPLATE_PASSAGE_BROKEN, line=opened_at)


def _pieces(part: str, line: int, passage: int) -> Iterator[_Piece]:
    try:
        parsed = list(Formatter().parse(part))
    except ValueError as error:
        raise UserError(ErrorCode.TEMPLATE_FIELD_BROKEN, line=line, text=part.strip()) from error
    for literal, name, form, conversion in parsed:
        if literal:
            yield _Piece(literal, is_field=False, line=line, passage=passage)
        if name is None:
            continue
        if form or conversion or not _NAME.fullmatch(name):
            raise UserError(ErrorCode.TEMPLATE_FIELD_BROKEN, line=line, text=part.strip())
        yield _Piece(name, is_field=True, line=line, passage=passage)


def _blocks(
    lines: list[list[_Piece]], left_out: Collection[int]
) -> Iterator[tuple[BlockKind, list[_Piece]]]:
    """Yield the blocks of a text, without the passages that are left out."""
    kind, held = BlockKind.PARAGRAPH, list[_Piece]()
    for pieces in lines:
        kept = [each for each in pieces if each.passage not in left_out or not each.passage]
        is_blank = not any(each.is_field or each.text.strip() for each in kept)
        if is_blank and pieces:
            continue  # the whole line was a passage that is left out
        found, rest = _kind_of(kept)
        if is_blank or found is not BlockKind.PARAGRAPH or kind is BlockKind.HEADING:
            if held:
                yield kind, held
            kind, held = found, rest
        else:
            space = [_Piece(" ", is_field=False, line=0, passage=0)] if held else []
            held = [*held, *space, *rest]
    if held:
        yield kind, held


def _kind_of(pieces: list[_Piece]) -> tuple[BlockKind, list[_Piece]]:
    """Return what a line begins, and the line without its mark."""
    first = pieces[0] if pieces else None
    for mark, kind in (("# ", BlockKind.HEADING), ("- ", BlockKind.ITEM)):
        if first and not first.is_field and first.text.startswith(mark):
            bare = _Piece(first.text[2:], first.is_field, first.line, first.passage)
            return kind, [bare, *pieces[1:]]
    return BlockKind.PARAGRAPH, pieces


def _written(
    kind: BlockKind, pieces: list[_Piece], values: Mapping[str, str]
) -> Iterator[TextBlock]:
    text = "".join(values[each.text].strip() if each.is_field else each.text for each in pieces)
    lines = [text.replace("\n", " ")] if kind is BlockKind.HEADING else text.split("\n")
    for line in lines:
        if bare := _SPACES.sub(" ", line).strip():
            yield TextBlock(kind, bare)
