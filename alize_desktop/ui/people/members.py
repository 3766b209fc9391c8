"""Members of the committee: seats, colleges, offices, declared interests."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import Civility, MemberCollege, MemberOffice
from alize_desktop.models.records.people import Member, MemberSheet
from alize_desktop.rules.people_checks import member_problems
from alize_desktop.services.people import PeopleService
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.people.book import Book
from alize_desktop.ui.people.directory import Directory
from alize_desktop.ui.people.member_form import MemberForm
from alize_desktop.ui.widgets.table_model import Column
from alize_desktop.wording.amounts import decimal_text
from alize_desktop.wording.labels import label, office_label
from alize_desktop.wording.names import member_name

translate = QCoreApplication.translate


def blank_member() -> MemberSheet:
    """Return the sheet of a new member: a seat with one voice."""
    return MemberSheet(
        Civility.MADAME, "", "", "", MemberCollege.ENTERPRISE, MemberOffice.MEMBER, Decimal(1)
    )


class MembersScreen(Directory[Member, MemberSheet]):
    """The members, read and edited."""

    def __init__(
        self,
        people: PeopleService,
        bus: Bus,
        window: QSettings,
        log_file: Path,
        parent: QWidget | None = None,
    ) -> None:
        book = Book(
            title=translate("members", "Membres"),
            empty=translate(
                "members", "Aucun membre. Importez le classeur du bassin, ou ajoutez-les."
            ),
            blank=translate("members", "Nouveau membre"),
            columns=_columns(),
            lesser=("college", "weight", "office"),
            name=lambda member: member_name(member.sheet),
            words=lambda member: (
                f"{member.seat} {member.sheet.full_name} {member.sheet.organisation}"
            ),
            entries=people.members,
            new=blank_member,
            problems=member_problems,
            save=people.save_member,
        )
        super().__init__(book, MemberForm(), bus, window, log_file, parent)


def _columns() -> tuple[Column[Member], ...]:
    return (
        Column(
            "seat",
            translate("members", "N°"),
            lambda row: str(row.seat),
            right=True,
            width=52,
            sortable=False,
        ),
        Column(
            "name",
            translate("members", "Nom"),
            lambda row: member_name(row.sheet),
            note=_beside,
            width=176,
            stretches=True,
            sortable=False,
        ),
        _lesser(
            "college", translate("members", "Collège"), lambda row: label(row.sheet.college), 132
        ),
        _lesser("office", translate("members", "Qualité"), _office, 134),
        _lesser("weight", translate("members", "Voix"), _voices, 60, right=True),
    )


def _beside(member: Member) -> str:
    """Return what stands under the name: whom an alternate replaces, else the organisation."""
    if member.sheet.alternate_of:
        return translate("members", "Suppléant de {name}").format(name=member.sheet.alternate_of)
    return member.sheet.organisation


def _lesser(
    key: str, title: str, text: Callable[[Member], str], width: int, *, right: bool = False
) -> Column[Member]:
    return Column(key, title, text, right=right, width=width, sortable=False)


def _office(member: Member) -> str:
    return office_label(member.sheet.office, member.sheet.civility)


def _voices(member: Member) -> str:
    return decimal_text(member.sheet.weight) if member.sheet.weight else "—"
