"""The versions of the rules of the follow-up, the one in force first."""

from datetime import tzinfo
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.follow_up import FollowUpRulesVersion
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.dates import long_date

translate = QCoreApplication.translate

VersionModel: TypeAlias = RecordTableModel[FollowUpRulesVersion]


def version_model(zone: tzinfo) -> VersionModel:
    """Return the versions; the first row governs now.

    Args:
        zone: Time zone that the day of adoption is told in.
    """

    def is_in_force(row: FollowUpRulesVersion) -> bool:
        return row.number == model.rows[0].number

    def detail(row: FollowUpRulesVersion) -> str:
        if row.adopted_at is None:
            return translate("follow_up", "Venues avec le programme")
        day = long_date(row.adopted_at.astimezone(zone).date())
        return translate("follow_up", "Adoptée le {day}").format(day=day)

    def word(row: FollowUpRulesVersion) -> str:
        now, before = translate("follow_up", "En vigueur"), translate("follow_up", "Remplacée")
        return now if is_in_force(row) else before

    def state(row: FollowUpRulesVersion) -> tuple[Role, Shape]:
        return (Role.GOOD, Shape.CHECK) if is_in_force(row) else (Role.NEUTRAL, Shape.RING)

    columns: tuple[Column[FollowUpRulesVersion], ...] = (
        Column(
            "number",
            translate("follow_up", "Version"),
            _name,
            note=detail,
            width=160,
            stretches=True,
            sortable=False,
        ),
        Column(
            "state", translate("follow_up", "État"), word, state=state, width=132, sortable=False
        ),
    )
    model: VersionModel = RecordTableModel(columns, lambda row: row.number)
    return model


def _name(row: FollowUpRulesVersion) -> str:
    if row.number == 0:
        return translate("follow_up", "Règles de départ")
    return translate("follow_up", "Version {number}").format(number=row.number)
