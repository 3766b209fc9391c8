"""Meetings whose every text was written by somebody who wished us ill."""

from dataclasses import fields, is_dataclass, replace

from alize_desktop.documents.text import clean
from alize_desktop.errors import UserError
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.records.minutes_parts import MinutesItem
from alize_desktop.models.records.people import Member
from alize_desktop.rules.field_checks import check_text

FORMED = frozenset(
    [
        "accent",
        "amends",
        "email",
        "journal_head",
        "meeting_number",
        "naf_code",
        "number",
        "postcode",
        "sentence",
        "siren",
        "siret",
        "time_zone",
    ]
)
"""Fields that are checked by their form, or written by the program."""

NUMBERED = (AgendaLine, DossierSheet, MinutesItem)
"""What an office may number in its own way."""

LINES = frozenset(
    [
        "address",
        "aim",
        "documents_asked",
        "extra",
        "grounds",
        "interests",
        "need_diagnosed",
        "need_expressed",
        "note",
        "text",
    ]
)
"""Fields of several lines."""

LONGEST = {"number": 20, "body": 60, "address": 480, "signatory": 120, "footer": 120}
"""What the services refuse beyond."""

PIECES = (
    *("<b>", "</para>", "<br/>", "&amp;", "&", "<", ">", "]]>", "<!--", '"', "'", "`", "\\", "%s"),
    *("{entreprise}", "[[", "]]", "# ", "- ", "1. ", "$(x)", "\x00", "\x1b[31m", "\x7f", "\x85"),
    *("🏭", "👩‍🏭", "🇫🇷", "❤️", "☑", "→", "½", "ﬁ", "№", "𝒜", "北京", "한국", "हिन्दी", "ไทย"),
    *("\u202eabc\u202c", "\u200f", "\u2067", "\ufeff", "\ue000"),
    *("e\u0301", "n\u0303", "Z\u0351\u0362\u0321\u0489", "\u0301", "Å", "İ", "ß", "œuvre", "Ÿ"),
    *("Ελληνικά", "Привет", "’", "«", "»", "…", "—", "\u00ad", "\u200b", "\u00a0", "\u202f"),
    *("Étoile", "L’Herminier", "d’Ormesson", "Menuiserie", "R&D", "Île", "3 jours", "de", "la"),
    *("\ufffe", "\ud800", "\t", "\n", "\u2028", "\r\n", " ", "  ", ":", ";", "!", "?"),
)

FROM_RIGHT_TO_LEFT = ("שלום", "עולם", "العربية", "شركة", "سلام", "א", "שׁ") * 2
LETTERS = ("m", "W", "i", "é", "🏭")


class Hostility:
    """Random texts, the same for one seed.

    Args:
        random: Where chance comes from.
        with_empty: Whether a text may be empty: an agreement is refused then.
    """

    def __init__(self, random, *, with_empty=True):
        self._random = random
        self._with_empty = with_empty
        self._has_long = random.random() < 0.85  # one text in ten of those is enough
        self._people = {}
        is_turned = random.random() < 0.4
        self._pieces = PIECES + FROM_RIGHT_TO_LEFT if is_turned else PIECES
        self._letters = (*LETTERS, "שׁ", "م") if is_turned else LETTERS

    def text(self, name):
        """Return what somebody typed in a field and the services took."""
        longest, has_lines = LONGEST.get(name, 12_000), name in LINES
        text = accepted(self._any(has_lines)[:longest], has_lines=has_lines)
        return text if self._with_empty or clean(text).strip() else "N"

    def record(self, value, name=""):
        """Return a record whose texts are all replaced; a person is one person everywhere."""
        if isinstance(value, Member):
            if value.id not in self._people:
                self._people[value.id] = self._copy(value)
            return self._people[value.id]
        if is_dataclass(value):
            return self._copy(value)
        if isinstance(value, tuple):
            return tuple(self.record(each, name) for each in value)
        if type(value) is str and name not in FORMED:
            return self.text(name)
        return value

    def _copy(self, value):
        made = {
            each.name: self.record(getattr(value, each.name), each.name) for each in fields(value)
        }
        if isinstance(value, NUMBERED):
            made["number"] = self.text("number")
        return named(replace(value, **made))

    def _any(self, has_lines):
        chance = self._random
        kind = chance.choices(("empty", "short", "some", "word", "long"), (10, 45, 37, 7, 1))[0]
        if kind == "long" and not self._has_long:
            self._has_long = True
            return self._words(4000, has_lines)[:12_000]
        if kind == "word":
            return chance.choice(self._letters) * 300
        return self._words({"empty": 0, "short": 3}.get(kind, 12), has_lines)

    def _words(self, most, has_lines):
        chance = self._random
        between = " \n" if has_lines else " "
        words = chance.choices(self._pieces, k=chance.randint(most // 2, most))
        return "".join(each + chance.choice(("", between[0], between[-1])) for each in words)


def accepted(text, *, has_lines):
    """Return ``text`` without the characters that the services refuse."""
    try:
        check_text(text, lines=has_lines)
    except UserError:
        return "".join(each for each in text if taken(each, has_lines=has_lines))
    return text


def taken(character, *, has_lines):
    try:
        check_text(character, lines=has_lines)
    except UserError:
        return False
    return True


def named(record):
    """Return ``record``; who or what must have a name has one."""
    for name in ("last_name", "name"):
        if hasattr(record, name) and not getattr(record, name).strip():
            return replace(record, **{name: "N"})
    return record
