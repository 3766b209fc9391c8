"""Dossiers for the screens: invented sheets, and a real registry that holds them."""

import os
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import Engine, event

from alize_desktop.models.enums import (
    Civility,
    DecisionOutcome,
    DossierState,
    ExpertAdvice,
    JobContract,
    ProjectKind,
    Sector,
)
from alize_desktop.models.records.decisions import Decision, DecisionDraft
from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DocumentRow,
    DossierDetail,
    DossierSheet,
    FinancingDetails,
    JobsDetails,
    OpinionDetails,
    ProjectDetails,
    RequestDetails,
    SkillsDetails,
)
from alize_desktop.models.records.journal import JournalLine
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.schedules import AdvanceTerms, Instalment, RepaymentSchedule
from alize_desktop.models.store import driver
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import ZERO, Money
from alize_desktop.services.bundle import Services
from alize_desktop.services.dossiers import file_dossier
from alize_desktop.settings import Settings
from alize_desktop.ui.aid.sheet_view import AidView
from alize_desktop.ui.aid.tools import AidTools
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.dossiers.screen import DossierScreen
from alize_desktop.ui.dossiers.tools import DossierTools, DossierView
from alize_desktop.ui.preferences import Preferences
from alize_desktop.ui.registry_pool import RegistryPool

NOW = datetime(2026, 3, 24, 9, 5, tzinfo=UTC)
S = DossierState
_FIRMS = (
    ("Mécanique Chênevert", "Épinal", Sector.INDUSTRY, S.SCHEDULED, 12_000),
    ("Électricité Saint-Éloi", "Dijon", Sector.SERVICES, S.SCHEDULED, 15_000),
    ("Menuiserie Noisetier", "Toul", Sector.CONSTRUCTION, S.SCHEDULED, 0),
    ("R&D <Équipements> L’Étoile", "Alès", Sector.INDUSTRY, S.COMPLETE, 8_500),
    ("Textiles Œillet", "Saint-Dié-des-Vosges", Sector.INDUSTRY, S.COMPLETE, 20_000),
    ("Traiteur Mirabelle", "Bar-le-Duc", Sector.SERVICES, S.AWAITING_DOCUMENTS, 5_000),
    ("Informatique Kermadec", "Chambéry", Sector.SERVICES, S.UNDER_APPRAISAL, 10_000),
    ("Fonderie Hêtraie", "Longwy", Sector.INDUSTRY, S.DECIDED, 18_000),
    ("Conseil Val-de-Fer", "Dijon", Sector.SERVICES, S.DECIDED, 9_000),
    ("Société Île-Verte", "Bar-le-Duc", Sector.TRADE, S.FILED, 5_500),
    ("Imprimerie Yvoire", "Alès", Sector.SERVICES, S.DEFERRED, 12_000),
    ("Brasserie du Sânon", "Lunéville", Sector.INDUSTRY, S.WITHDRAWN, 7_000),
)
_KINDS = tuple(ProjectKind)


def make_sheet(index=0, **parts):
    """A complete and valid sheet; ``index`` chooses the firm and the figures."""
    name, town, sector, _, euros = _FIRMS[index % len(_FIRMS)]
    suffix = "" if index < len(_FIRMS) else f" {index // len(_FIRMS) + 1}"
    sheet = DossierSheet(
        number=f"2026-{index + 1:03d}",
        filed_on=date(2026, 3, 3),
        basin="Côte-d’Or",
        company=CompanyDetails(
            name=name + suffix,
            siren="999449390",
            siret="99944939000015",
            legal_form="SARL",
            naf_code="43.21A",
            sector=sector,
            founded_on=date(2011, 5, 16),
            postcode="21000",
            town=town,
            manager_name="Anaïs Öztürk",
            manager_civility=Civility.MADAME,
            email="contact@saint-eloi.example",
            phone="03 80 67 44 39",
            headcount=Decimal(10),
            bank="Caisse Rhénane",
            accountant="Cabinet Perrin",
        ),
        project=ProjectDetails(
            aim="Lancement d’une activité de vidéosurveillance",
            kind=_KINDS[index % len(_KINDS)],
            purpose="Développement commercial",
            need_expressed="Croissance interne",
            need_diagnosed="Recrutement de deux techniciens et d’un appui au démarrage",
        ),
        financing=FinancingDetails(
            cost=Money(9_600_000), equity=Money(3_200_000), bank_loan=Money(4_900_000)
        ),
        request=RequestDetails(amount=Money(euros * 100)),
        jobs=JobsDetails(created=index % 5 + 1, maintained=6, contract=JobContract.PERMANENT),
        skills=SkillsDetails(category="Ressources humaines", days=index % 7),
        opinion=OpinionDetails(
            case_officer="Mme Roussel",
            advice=ExpertAdvice.FAVOURABLE_WITH_CONDITIONS,
            note="Dirigeante expérimentée, carnet de commandes plein.",
        ),
    )
    return replace(sheet, **parts)


def make_schedule(amount):
    terms = AdvanceTerms(amount, 48, date(2026, 3, 3), 12, 3)
    rows = tuple(
        Instalment(
            number,
            date(2027 + (number + 1) // 4, (number + 1) % 4 * 3 + 3, 3),
            date(2027 + (number + 1) // 4, (number + 1) % 4 * 3 + 3, 3),
            amount.divided(12),
            amount - amount.divided(12) * number,
        )
        for number in range(1, 13)
    )
    return RepaymentSchedule(terms, rows)


def make_detail(index=0, **parts):
    sheet = make_sheet(index)
    state = _FIRMS[index % len(_FIRMS)][3]
    amount = sheet.request.amount
    detail = DossierDetail(
        id=UUID(int=index + 1),
        revision=1,
        sheet=sheet,
        state=state,
        state_reason="",
        next_states=(S.UNDER_APPRAISAL, S.AWAITING_DOCUMENTS, S.COMPLETE, S.WITHDRAWN),
        meeting_number="2026-02" if state is S.SCHEDULED else "",
        documents=_documents(index),
        decision=_decision(index) if state is S.DECIDED else None,
        schedule=make_schedule(amount) if amount else None,
        schedule_refusal=None,
        journal=_journal(UUID(int=index + 1)),
    )
    return replace(detail, **parts)


def _documents(index):
    names = ("Extrait Kbis.pdf", "Comptes 2025.pdf", "Devis caméras.pdf")
    return tuple(
        DocumentRow(
            UUID(int=5000 + index * 10 + n),
            name,
            "application/pdf",
            84_213 * (n + 1),
            f"{n}f" * 32,
            NOW,
        )
        for n, name in enumerate(names)
    )


def _decision(index):
    refused = index % len(_FIRMS) == 8
    outcome = DecisionOutcome.REJECTED if refused else DecisionOutcome.APPROVED
    draft = DecisionDraft(
        outcome,
        amount=ZERO if refused else Money(1_800_000),
        days=0 if refused else 6,
        skill_category="Ressources humaines",
        jobs_created=5,
        jobs_by=date(2028, 3, 24),
        grounds="Plan de financement non bouclé." if refused else "",
    )
    sentence = "Adopté par 11 voix pour, 2 contre et 1 abstention."
    return Decision(UUID(int=900), "2026-D003", "2026-01", NOW, draft, "", sentence)


def _journal(subject):
    acts = (
        ("dossier.filed", {"number": "2026-015", "source": "bassin.xlsx"}),
        ("dossier.saved", {"changes": {"company.phone": ["", "03 80 67 44 39"]}}),
        ("dossier.state_changed", {"from": "filed", "to": "complete", "reason": ""}),
        ("dossier.mystery", {}),
    )
    return tuple(
        JournalLine(n + 1, NOW, action, "dossier", subject, details, "0" * 64)
        for n, (action, details) in enumerate(acts)
    )


def write(widget, text):
    """Type any text: ``keyClicks`` knows ASCII only."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


@dataclass
class Desk:
    """A dressed screen on a real registry, and what a test needs around it."""

    screen: DossierScreen
    services: Services
    bus: Bus
    registry: Registry

    @property
    def editor(self):
        return self.screen.editor

    @property
    def browser(self):
        return self.screen.browser

    def id_of(self, number):
        return self.services.dossiers.by_number(number)

    def open(self, number):
        self.screen.show_dossier(self.id_of(number))

    def field(self, path):
        """The field of a path, its pane shown."""
        self.editor.panes.focus_field(path)
        return next(each.field for each in self.editor.panes.bindings() if each.path == path)

    def type(self, path, text):
        """Type over the text of a field, and stay in it."""
        edit = self.field(path).edit
        edit.selectAll()
        write(edit, text)

    def keys(self, widget, sequence):
        QTest.keySequence(widget, QKeySequence(sequence))


@pytest.fixture
def sheet():
    """A valid sheet: « Électricité Saint-Éloi », Dijon."""
    return make_sheet(1)


@pytest.fixture(name="write")
def _write():
    return write


@pytest.fixture
def sheets():
    return make_sheet


@pytest.fixture
def details():
    """Makes a detail that no registry holds, for the panes."""
    return make_detail


@pytest.fixture
def registry(shelf, tmp_path, clock):
    with shelf.new(tmp_path / "essai.alize", Programme("Côte-d’Or"), clock) as registry:
        yield registry


@pytest.fixture
def services(registry):
    return Services(registry)


@pytest.fixture
def filed(registry):
    """Write the first ``count`` sheets into the registry, all filed, at once."""

    def write(count=12):
        with registry.write() as session:
            return [
                file_dossier(registry, session, make_sheet(index), source="saisie")
                for index in range(count)
            ]

    return write


@pytest.fixture
def tools(services, window_settings, tmp_path):
    bus, zone, log_file = Bus(), ZoneInfo("Europe/Paris"), tmp_path / "alize.log"
    preferences = Preferences(Settings(), tmp_path / "settings.toml")
    aid = AidTools(
        services.aid, preferences, bus, QSettings(), zone, NOW.date, log_file, RegistryPool()
    )
    aid_view = DossierView("aid", "Aide d’État", lambda: AidView(aid))
    return DossierTools(services, bus, window_settings, zone, log_file, (aid_view,))


@pytest.fixture
def open_desk(qtbot, theme, tools, services, registry):
    """Show the screen, at a size, on what the registry holds."""

    def shown(width=1182, height=688):
        screen = DossierScreen(tools)
        qtbot.addWidget(screen)
        screen.resize(width, height)
        screen.show()
        screen.activateWindow()
        qtbot.waitActive(screen)
        screen.refresh()
        return Desk(screen, services, tools.bus, registry)

    return shown


@pytest.fixture
def desk(filed, open_desk):
    """The screen on twelve dossiers."""
    filed()
    return open_desk()


@pytest.fixture
def dialog_of(qtbot):
    """Wait for the one dialog of a kind that is open over a widget."""

    def found(widget, kind):
        qtbot.waitUntil(lambda: any(each.isVisible() for each in widget.findChildren(kind)))
        return next(each for each in widget.findChildren(kind) if each.isVisible())

    return found


@pytest.fixture
def press(qtbot):
    """Press a button of a box by its label."""

    def pressed(box, label):
        button = next(each for each in box.buttons() if each.text().replace("&", "") == label)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    return pressed


@pytest.fixture
def grab(request):
    """Keep a picture of a widget where ``ALIZE_SCREENSHOTS`` says, if it says."""

    def kept(widget, name):
        folder = os.environ.get("ALIZE_SCREENSHOTS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            widget.grab().save(str(Path(folder) / f"{name}.png"))

    return kept


@pytest.fixture
def max_queries(registry):
    """Fail when a block asks the database more often than said."""

    @contextmanager
    def at_most(count):
        asked = []

        def keep(statement):
            of_the_index = "dossier_search_config" in statement
            first = statement.split(None, 1)[0]
            if first in ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH") and not of_the_index:
                asked.append(statement)

        def note(_connection, _cursor, statement, *_rest):
            keep(statement)

        def looked(*args, **options):
            connection = connect(*args, **options)
            connection.set_trace_callback(keep)
            return connection

        connect = driver.connect
        event.listen(Engine, "before_cursor_execute", note)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(driver, "connect", looked)
            yield asked
        event.remove(Engine, "before_cursor_execute", note)
        assert len(asked) <= count, "\n".join(asked)

    return at_most
