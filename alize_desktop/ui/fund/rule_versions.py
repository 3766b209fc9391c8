"""The versions of the rules of the money, the one in force first."""

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.money_rules import MoneyRulesVersion
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.dates import long_date

translate = QCoreApplication.translate


def version_model(
    zone: tzinfo, is_in_force: Callable[[MoneyRulesVersion], bool]
) -> RecordTableModel[MoneyRulesVersion]:
    """Return the versions.

    Args:
        zone: Time zone that the day of adoption is told in.
        is_in_force: Tells the version that governs now.
    """

    def detail(row: MoneyRulesVersion) -> str:
        if row.adopted_at is None:
            return translate("fund", "Venues avec le programme")
        day = long_date(row.adopted_at.astimezone(zone).date())
        return translate("fund", "Adoptée le {day}").format(day=day)

    def word(row: MoneyRulesVersion) -> str:
        in_force, replaced = translate("fund", "En vigueur"), translate("fund", "Remplacée")
        return in_force if is_in_force(row) else replaced

    def state(row: MoneyRulesVersion) -> tuple[Role, Shape]:
        return (Role.GOOD, Shape.CHECK) if is_in_force(row) else (Role.NEUTRAL, Shape.RING)

    columns: tuple[Column[MoneyRulesVersion], ...] = (
        Column(
            "number",
            translate("fund", "Version"),
            _name,
            note=detail,
            width=160,
            stretches=True,
            sortable=False,
        ),
        Column("state", translate("fund", "État"), word, state=state, width=132, sortable=False),
    )
    return RecordTableModel(columns, lambda row: row.number)


def _name(row: MoneyRulesVersion) -> str:
    if row.number == 0:
        return translate("fund", "Règles de départ")
    return translate("fund", "Version {number}").format(number=row.number)
