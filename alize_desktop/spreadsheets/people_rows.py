"""The sheets Membres and Partenaires: their columns, and what each row becomes."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import Civility, MemberCollege, MemberOffice
from alize_desktop.models.records.dossiers import FieldProblem
from alize_desktop.models.records.people import MemberSheet, PartnerSheet
from alize_desktop.rules.identifiers import is_siren, parse_siren
from alize_desktop.rules.people_checks import member_problems, partner_problems
from alize_desktop.rules.text import search_key
from alize_desktop.spreadsheets.cells import (
    decimal_of,
    digits_of,
    long_text_of,
    text_of,
    whole_of,
)
from alize_desktop.spreadsheets.choices import (
    AGREEMENTS,
    CIVILITIES,
    COLLEGES,
    OFFICES,
    choice_of,
)
from alize_desktop.spreadsheets.columns import Column
from alize_desktop.spreadsheets.raw import RawCell, RawSheet
from alize_desktop.spreadsheets.rows import ReadRow, Repeats, SheetContent, read_rows


def skills_of(cell: RawCell) -> tuple[str, ...]:
    """Return the categories of competences, separated by ``;``, ``,`` or lines."""
    parts = re.split(r"[;,\n]", long_text_of(cell))
    return tuple(dict.fromkeys(" ".join(part.split(" ")).strip() for part in parts if part.strip()))


MEMBER_COLUMNS: Final = (
    Column("civility", "Civilité", choice_of(CIVILITIES), required=True),
    Column("first_name", "Prénom", text_of, "Prénoms"),
    Column("last_name", "Nom", text_of, "Nom de famille", required=True),
    Column("organisation", "Organisation", text_of, "Organisme | Structure | Entreprise"),
    Column("college", "Collège", choice_of(COLLEGES)),
    Column("office", "Qualité", choice_of(OFFICES), "Fonction | Rôle"),
    Column("weight", "Voix", decimal_of, "Nombre de voix"),
    Column("alternate_of", "Suppléant de", text_of, "Suppléante de | Suppléant(e) de | Remplace"),
    Column("email", "Courriel", text_of, "E-mail | Mail | Mél | Adresse électronique"),
    Column("interests", "Intérêts déclarés", long_text_of, "Intérêts | Déclaration d'intérêts"),
)
"""Columns of the sheet Membres."""

PARTNER_COLUMNS: Final = (
    Column("name", "Entreprise", text_of, "Raison sociale | Partenaire | Nom", required=True),
    Column("siren", "SIREN", digits_of(9, 7), "N° SIREN | Numéro SIREN", required=True),
    Column("basin", "Bassin", text_of, "Bassin d'emploi"),
    Column(
        "large_group",
        "Groupe d'au moins 5 000 salariés",
        choice_of(AGREEMENTS),
        "Groupe de 5 000 salariés et plus | Groupe de plus de 5 000 salariés | Grand groupe",
    ),
    Column("skills", "Compétences proposées", skills_of, "Compétences | Compétences offertes"),
    Column("days_per_year", "Jours offerts par an", whole_of, "Jours par an | Jours offerts"),
    Column("correspondent", "Correspondant", text_of, "Correspondante | Contact"),
    Column("email", "Courriel", text_of, "E-mail | Mail | Mél | Adresse électronique"),
)
"""Columns of the sheet Partenaires."""

_ALTERNATE: Final = MemberOffice.ALTERNATE
_WITHOUT_SEAT: Final = (_ALTERNATE, MemberOffice.GUEST)


def read_members(sheet: RawSheet, known: Collection[str] = ()) -> SheetContent[MemberSheet]:
    """Read the sheet Membres.

    Args:
        sheet: The sheet.
        known: Full names of members who are in the registry already, whom an
            alternate may replace.

    Raises:
        UserError: ``WORKBOOK_COLUMN_MISSING`` or ``WORKBOOK_COLUMN_TWICE``.
    """
    read = read_rows(sheet, MEMBER_COLUMNS)
    alone = read.judged(_judge_member(None))
    full = [member for _row, member in alone.accepted if member.office is not _ALTERNATE]
    # an alternate of somebody who is refused would replace nobody
    return read.judged(_judge_member(_names(known, full)))


def read_partners(sheet: RawSheet) -> SheetContent[PartnerSheet]:
    """Read the sheet Partenaires. One company may have several sites, each with its row.

    Raises:
        UserError: ``WORKBOOK_COLUMN_MISSING`` or ``WORKBOOK_COLUMN_TWICE``.
    """
    repeats = Repeats()

    def judge(row: ReadRow) -> tuple[PartnerSheet, list[FieldProblem]]:
        values: dict[str, Any] = {"name": "", "siren": "", **row.values}
        if is_siren(values["siren"]):
            values["siren"] = parse_siren(values["siren"])
        partner = PartnerSheet(**values)
        key = (partner.siren, search_key(partner.name), search_key(partner.basin))
        return partner, [
            *(each for each in partner_problems(partner) if each.field not in row.wrong),
            *repeats.problems("name", row, partner.name, key),
        ]

    return read_rows(sheet, PARTNER_COLUMNS).judged(judge)


def _judge_member(
    names: Mapping[str, str] | None,
) -> Callable[[ReadRow], tuple[MemberSheet, list[FieldProblem]]]:
    """Return what judges a row of the roll.

    Args:
        names: Full names by what they are compared by, None while unknown.
    """
    repeats = Repeats()

    def judge(row: ReadRow) -> tuple[MemberSheet, list[FieldProblem]]:
        member = _member(row)
        full_name = member.full_name
        wrong = list(_member_problems(row, member))
        wrong += repeats.problems("last_name", row, full_name, search_key(full_name))
        if names is None or not member.alternate_of:
            return member, wrong
        replaced = names.get(search_key(member.alternate_of), "")
        if not replaced:
            unknown = UserError(ErrorCode.MEMBER_UNKNOWN, member=member.alternate_of)
            wrong.append(FieldProblem("alternate_of", unknown))
        return replace(member, alternate_of=replaced), wrong

    return judge


def _member(row: ReadRow) -> MemberSheet:
    """Return the member of a row.

    Whoever names a member to replace is an alternate, unless another office is
    written. An alternate has the voices of the member replaced, none else.
    """
    values: dict[str, Any] = {
        "civility": Civility.MADAME,
        "first_name": "",
        "last_name": "",
        "organisation": "",
        "college": MemberCollege.OTHER,
        "office": _ALTERNATE if "alternate_of" in row.values else MemberOffice.MEMBER,
        **row.values,
    }
    values.setdefault("weight", Decimal(values["office"] not in _WITHOUT_SEAT))
    if values["office"] is _ALTERNATE:
        values["weight"] = Decimal(0)
    return MemberSheet(**values)


def _member_problems(row: ReadRow, member: MemberSheet) -> Iterator[FieldProblem]:
    if "civility" not in row.values and "civility" not in row.wrong:
        yield FieldProblem("civility", UserError(ErrorCode.TEXT_MISSING))
    for problem in member_problems(member):
        if problem.field not in row.wrong:
            yield problem


def _names(known: Collection[str], members: Iterable[MemberSheet]) -> dict[str, str]:
    """Return full names by what they are compared by, in both orders."""
    names = {search_key(name): name for name in known}
    for member in members:
        names[search_key(f"{member.last_name} {member.first_name}")] = member.full_name
        names[search_key(member.full_name)] = member.full_name
    return names
