"""A dressed application, records to show, and the gallery of every widget."""

import os
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from alize_desktop.models.values import Money
from alize_desktop.ui.navigation import NavigationColumn, Place, Section
from alize_desktop.ui.theme.theme import Theme
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.bars import BarChart, BarRow
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.cards import Card, FigureCard, FigureRow
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.fields.choice import CheckField, ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.form import FieldForm
from alize_desktop.ui.widgets.fields.numbers import DecimalField, IntegerField, MoneyField
from alize_desktop.ui.widgets.fields.text import LongTextField, TextField
from alize_desktop.ui.widgets.keys import KeyCap
from alize_desktop.ui.widgets.labels import ElidedLabel, Level, label, rule
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.ui.widgets.progress import ProgressStrip
from alize_desktop.ui.widgets.search import SearchField
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.ui.widgets.tabs import TabStrip

NARROW, NO_BREAK = "\u202f", "\u00a0"


@pytest.fixture
def theme(qapp):
    theme = Theme(qapp)
    theme.apply()
    yield theme
    theme.deleteLater()
    qapp.styleHints().unsetColorScheme()


@pytest.fixture
def show(qtbot, theme):
    """Show a widget in a dressed window, at a size, and return it."""

    def shown(widget, width=600, height=400):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return shown


@dataclass(frozen=True, slots=True)
class Row:
    number: str
    company: str
    town: str
    amount: str
    jobs: int
    state: str
    role: Role
    shape: Shape


ROWS = (
    Row("2026-014", "Mécanique Chênevert", "Épinal · industrie", "12", 3, "Inscrit", Role.PRIMARY, Shape.RIGHT),
    Row("2026-015", "Électricité Saint-Éloi", "Dijon · services", "15", 4, "Inscrit", Role.PRIMARY, Shape.RIGHT),
    Row("2026-017", "R&D <Équipements> L’Étoile & Fils", "Alès · industrie", "8", 2, "Complet", Role.GOOD, Shape.DISC),
    Row("2026-020", "Informatique Kermadec de la Très Longue Vallée", "Chambéry · services aux entreprises", "10", 3, "Pièces attendues", Role.WAITING, Shape.DIAMOND_OPEN),
    Row("2026-012", "Fonderie Hêtraie", "Longwy · industrie", "18", 5, "Agréé", Role.GOOD, Shape.UP),
    Row("2026-011", "Conseil Val-de-Fer", "Dijon · services", "9", 2, "Refusé", Role.BAD, Shape.DOWN),
)  # fmt: skip

COLUMNS = (
    Column("number", "Dossier", lambda row: row.number, width=96),
    Column("company", "Entreprise", lambda row: row.company, note=lambda row: row.town, width=180, stretches=True),
    Column("amount", "Avance", lambda row: f"{row.amount}{NARROW}000{NO_BREAK}€", right=True, width=104),
    Column("jobs", "Emplois", lambda row: str(row.jobs), right=True, width=84, sortable=False),
    Column("state", "État", lambda row: row.state, state=lambda row: (row.role, row.shape), width=160),
    Column("town", "Commune", lambda row: row.town, shown=False),
)  # fmt: skip

PANES = (
    "Entreprise",
    "Projet",
    "Financement",
    "Emplois",
    "Compétences",
    "Avis",
    "Pièces",
    "Décision",
    "Échéancier",
    "Journal",
)


@pytest.fixture
def rows():
    return ROWS


@pytest.fixture
def model():
    model = RecordTableModel(COLUMNS, lambda row: row.number)
    model.set_rows(ROWS)
    return model


@pytest.fixture
def panes():
    return [(name.lower(), name) for name in PANES]


def column_of(*widgets):
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setSpacing(12)
    for each in widgets:
        column.addWidget(each)
    column.addStretch(1)
    return whole


def row_of(*widgets):
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    for each in widgets:
        row.addWidget(each)
    row.addStretch(1)
    return whole


def buttons():
    ordinary = [KeyButton("Clore le vote", "Return", kind) for kind in Kind]
    iconed = [KeyButton("Nouveau", "Ctrl+N", kind, "plus") for kind in Kind]
    disabled = [KeyButton("Clore : 2 voix manquent", "Ctrl+Return", kind) for kind in Kind]
    for each in disabled:
        each.setEnabled(False)
    chosen = KeyButton("Pour", "P")
    chosen.setCheckable(True)
    chosen.setChecked(True)
    rows = [row_of(*each) for each in (ordinary, iconed, disabled)]
    return column_of(*rows, row_of(chosen, KeyCap("Ctrl+Shift+Return"), KeyCap("F5")))


def pills():
    every = [
        Pill("Pièces attendues", role, shape) for role, shape in zip(Role, Shape, strict=False)
    ]
    shapes = [Pill(shape.name.lower(), Role.NEUTRAL, shape) for shape in Shape]
    return column_of(
        row_of(*every[:4]), row_of(*every[4:]), row_of(*shapes[:7]), row_of(*shapes[7:])
    )


def labels():
    levels = [label(f"Électricité Saint-Éloi, 15{NARROW}000{NO_BREAK}€", each) for each in Level]
    roles = [label("Quorum atteint", Level.STRONG, role=each) for each in Role]
    cut = ElidedLabel("Informatique Kermadec de la Très Longue Vallée des Sapins " * 3)
    wrapped = label("Aucune pièce n’est jointe à ce dossier. " * 5, Level.SOFT, wraps=True)
    return column_of(*levels, rule(), row_of(*roles), cut, wrapped)


def form():
    form = FieldForm()
    form.add_heading("Entreprise")
    form.add(TextField("Raison sociale", required=True)).set_value("Électricité Saint-Éloi")
    form.add(MoneyField("Avance demandée", hint="plafond : 20 000 €")).set_value(Money(1_500_000))
    wrong = form.add(MoneyField("Prêt bancaire"))
    wrong.edit.setText("quarante-neuf mille")
    wrong.commit()
    form.add(DateField("Déposé le")).set_value(date(2026, 3, 3))
    sectors = [("industry", "Industrie"), ("services", "Services à la personne")]
    form.add(ChoiceField("Secteur", sectors)).set_value("services")
    months = form.add(IntegerField("Durée", unit="mois"))
    months.set_value(48)
    months.set_read_only(read_only=True)
    form.add(DecimalField("Effectif", unit="ETP")).set_value(Decimal("10.5"))
    form.add(CheckField("Présentation à huis clos")).set_value(value=True)
    form.add(LongTextField("Besoin exprimé"), wide=True).set_value("Recruter\ndeux techniciens")
    form.add_widget(row_of(QRadioButton("Oui"), QRadioButton("Non")))
    return column_of(form)


def table():
    model = RecordTableModel(COLUMNS, lambda row: row.number)
    model.set_rows(ROWS)
    table = RecordTable(model, "Dossiers")
    table.set_sort("number")
    table.choose("2026-015")
    return table


def cards():
    figures = FigureRow(
        [
            FigureCard(
                "Avance demandée", f"15{NARROW}000{NO_BREAK}€", "48 mois dont 12 de différé"
            ),
            FigureCard("Emplois", "4 créés", "CDI, d’ici mars 2028"),
            FigureCard("Compétences", "6 jours", "ressources humaines"),
            FigureCard(
                "Par emploi", f"3{NARROW}750{NO_BREAK}€", f"plafond 5{NARROW}000{NO_BREAK}€"
            ),
        ]
    )
    chart = BarChart("Plan de financement")
    chart.set_rows(
        [
            BarRow("Fonds propres", f"32{NARROW}000{NO_BREAK}€", 32_000),
            BarRow("Prêt bancaire", f"49{NARROW}000{NO_BREAK}€", 49_000),
            BarRow("Avance Alizé", f"15{NARROW}000{NO_BREAK}€", 15_000, Role.GOOD),
            BarRow("Équilibré", f"96{NARROW}000{NO_BREAK}€", 0, is_total=True),
        ]
    )
    plan = Card("Plan de financement")
    plan.body.addWidget(chart)
    return column_of(figures, plan)


def tabs():
    strip = TabStrip([(name.lower(), name) for name in PANES], "Volets")
    strip.set_current("projet")
    strip.set_badge("pièces", "7")
    return column_of(strip, SearchField("Rechercher un dossier, une entreprise…", "Ctrl+K"))


def navigation():
    column = NavigationColumn(
        [
            Section("", (Place("d", "Dossiers", "dossiers"), Place("s", "Séances", "meetings"))),
            Section("Comité", (Place("m", "Membres", "members"),)),
            Section("", (Place("p", "Programme", "programme"),), at_foot=True),
        ]
    )
    column.set_current("d")
    column.set_count("d", "24")
    column.set_count("s", "2", Role.BAD)
    return column


def empty():
    return EmptyState(
        "Ce registre est vide. Importez le classeur de votre bureau, ou créez un premier dossier.",
        "Importer un classeur",
        "Ctrl+I",
        "Ouvrir la démonstration",
    )


def progress():
    strip = ProgressStrip()
    strip.show()
    return column_of(strip)


GALLERY = {
    made.__name__: made
    for made in (buttons, pills, labels, form, table, cards, tabs, navigation, empty, progress)
}


@pytest.fixture(params=list(GALLERY))
def exhibit(request, show):
    """Each group of widgets of the gallery, in turn, as (name, widget shown)."""
    widget = GALLERY[request.param]()
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return request.param, show(widget, 760, 640)


@pytest.fixture
def keep_picture():
    """Keep a picture where ``ALIZE_SCREENSHOTS`` says, if it says."""
    folder = os.environ.get("ALIZE_SCREENSHOTS")

    def keep(picture, name):
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            picture.save(str(Path(folder) / f"{name}.png"))

    return keep
