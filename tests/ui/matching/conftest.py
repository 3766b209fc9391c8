"""The view of matching, on the dossiers and the partners of the sample workbook."""

import shutil
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from alize_desktop.models.enums import ConflictKind
from alize_desktop.models.records.partners import PartnerConflict
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry
from alize_desktop.paths import resource
from alize_desktop.services.bundle import Services
from alize_desktop.ui.matching.tools import MatchingTools
from alize_desktop.ui.matching.view import MatchingView
from tests.clocks import TickingClock

NEEDING, OTHER = "2026-004", "2026-013"
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def stored_needs(tmp_path_factory):
    """The sample workbook, with a partner that is a competitor of one company."""
    path = tmp_path_factory.mktemp("matching") / "needs.alize"
    instant = datetime(2026, 11, 23, 9, tzinfo=UTC)
    with Registry.create(path, Programme("Côte-d’Or"), lambda: instant) as registry:
        services = Services(registry)
        book = resource("samples", "bassin-dossiers.xlsx")
        services.importing.accept(services.importing.preview(book))
        partner = services.people.partners()[0].id
        siren = services.dossiers.detail(services.dossiers.by_number(NEEDING)).sheet.company.siren
        conflict = PartnerConflict(partner, partner, siren, ConflictKind.COMPETITOR, "Même marché")
        services.partners.save_conflict(None, conflict)
    return path


@dataclass
class Desk:
    """Services, and the view."""

    services: Services
    tools: MatchingTools
    view: MatchingView

    def id(self, number):
        return self.services.dossiers.by_number(number)

    def show(self, number=NEEDING):
        self.view.show_dossier(self.id(number))
        return self.view

    def write(self, number, **changes):
        """Write parts of a dossier, and tell it."""
        detail = self.services.dossiers.detail(self.id(number))
        sheet = replace(detail.sheet, **changes)
        changed = self.services.dossiers.save(detail.id, sheet, detail.revision)
        self.tools.bus.changed.emit(changed, None)

    def forget_need(self, number=NEEDING):
        """Leave the dossier without any need that partners could answer."""
        sheet = self.services.dossiers.detail(self.id(number)).sheet
        self.write(
            number,
            project=replace(sheet.project, need_diagnosed=""),
            skills=replace(sheet.skills, category="", days=0),
        )

    def told(self):
        """Return the cells of the list, line by line."""
        model = self.view.list.table.model()
        columns = range(model.columnCount())
        return [
            [model.index(row, column).data() for column in columns]
            for row in range(model.rowCount())
        ]


@pytest.fixture
def desk(qtbot, stored_needs, tmp_path, bus):
    path = tmp_path / "needs.alize"
    shutil.copy(stored_needs, path)
    with Registry.open(path, TickingClock(TODAY.year, TODAY.month, TODAY.day, 10)) as registry:
        services = Services(registry)
        tools = MatchingTools(services, bus, tmp_path / "log")
        view = MatchingView(tools)
        qtbot.addWidget(view)
        view.resize(760, 1000)
        view.show()
        yield Desk(services, tools, view)
