from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import get_type_hints

import pytest

from alize_desktop.models.enums import DecisionOutcome, DossierState, Sector
from alize_desktop.models.records.dossier_list import DossierQuery, DossierTotals
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.journal import JournalLine
from alize_desktop.models.values import Money
from alize_desktop.ui.dossiers.choices import choices
from alize_desktop.ui.dossiers.columns import dossier_columns, state_plural, totals_text
from alize_desktop.ui.dossiers.field_words import field_word
from alize_desktop.ui.dossiers.journal_words import action_text, details_text
from alize_desktop.ui.dossiers.marks import state_dress, state_word
from alize_desktop.ui.dossiers.panes.documents import size_text
from alize_desktop.ui.dossiers.plan import plan_of
from alize_desktop.ui.dossiers.reading import compact, spaced
from alize_desktop.ui.dossiers.sheets import with_value
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape


def paths_of(kind, prefix=""):
    hints = get_type_hints(kind)
    for each in fields(kind):
        inner = hints[each.name]
        if is_dataclass(inner) and each.name in (
            "company",
            "project",
            "financing",
            "request",
            "jobs",
            "skills",
            "opinion",
        ):
            yield from paths_of(inner, f"{each.name}.")
        else:
            yield prefix + each.name


@pytest.mark.parametrize("path", list(paths_of(DossierSheet)))
def test_every_field_of_a_sheet_has_a_french_name(path):
    assert field_word(path) != path


@pytest.mark.dressed
def test_a_path_nobody_knows_is_shown_as_it_is():
    assert field_word("company.colour") == "company.colour"


@pytest.mark.parametrize("state", DossierState)
def test_every_state_has_a_word_a_shape_and_a_plural(state):
    assert state_word(state, None)
    assert state_dress(state, None)[1] is not Shape.NONE
    assert state_plural(state)


@pytest.mark.parametrize("outcome", DecisionOutcome)
def test_a_decided_dossier_says_what_was_decided(outcome):
    assert state_word(DossierState.DECIDED, outcome) != state_word(DossierState.DECIDED, None)
    assert state_dress(DossierState.DECIDED, outcome)[1] is not Shape.NONE


def test_an_outcome_says_nothing_of_a_dossier_that_came_back():
    assert state_word(DossierState.COMPLETE, DecisionOutcome.DEFERRED) == "Complet"
    assert state_dress(DossierState.COMPLETE, DecisionOutcome.DEFERRED)[0] is Role.GOOD


def test_choices_are_in_the_order_of_the_vocabulary():
    assert [member for member, _ in choices(Sector)] == list(Sector)


def test_identifiers_are_shown_in_groups_and_kept_without_spaces():
    assert spaced("999482137") == "999\u202f482\u202f137"
    assert spaced("99948213700015") == "999\u202f482\u202f137\u202f00015"
    assert spaced("99948") == "99948"
    assert spaced("12345678X") == "12345678X"
    assert compact(" 999\u202f482 137\u00a0") == "999482137"


def test_totals_are_one_line():
    totals = DossierTotals(3, Money(4_500_000), 12, 9)
    assert totals_text(totals) == "demandé 45\u202f000\u00a0€ · 12 emplois · 9 jours"


def test_sizes_are_read_as_people_say_them():
    assert size_text(12) == "12\u00a0o"
    assert size_text(84_213) == "82\u00a0ko"
    assert size_text(1_300_000) == "1,2\u00a0Mo"


def test_columns_have_the_keys_that_sql_sorts_by(services, filed):
    filed(2)
    for column in dossier_columns():
        rows = services.dossiers.search(DossierQuery(sort=column.key)).rows
        assert len(rows) == 2


def test_cells_say_nothing_where_there_is_nothing(services, sheet):
    bare = replace(
        sheet,
        company=replace(sheet.company, town="", naf_code="", sector=None),
        project=replace(sheet.project, kind=None),
        request=replace(sheet.request, amount=Money(0)),
        skills=replace(sheet.skills, days=0),
    )
    services.dossiers.create(bare)
    row = services.dossiers.search(DossierQuery()).rows[0]
    shown = {column.key: column for column in dossier_columns()}
    assert shown["company"].note(row) == "—"
    for key in ("amount", "days", "kind", "meeting"):
        assert shown[key].text(row) == "—"


def test_a_plan_adds_up_or_says_what_is_missing(sheet):
    plan = plan_of(sheet)
    assert plan.resources == Money(9_600_000)
    assert plan.gap == Money(0)
    dearer = with_value(sheet, "financing.cost", Money(9_900_000))
    assert plan_of(dearer).gap == Money(300_000)
    assert plan_of(with_value(sheet, "financing.cost", None)).gap is None


def line(action, details):
    moment = datetime(2026, 3, 24, 9, 5, tzinfo=UTC)
    return JournalLine(1, moment, action, "dossier", None, details, "0" * 64)


@pytest.mark.parametrize(
    ("action", "details", "words"),
    [
        ("dossier.filed", {"number": "2026-001", "source": "saisie"}, "2026-001, saisi à l’écran"),
        (
            "dossier.filed",
            {"number": "2026-001", "source": "bassin.xlsx"},
            "2026-001, importé de bassin.xlsx",
        ),
        (
            "dossier.saved",
            {"changes": {"company.phone": ["", "06"], "jobs.created": [2, 3]}},
            "Téléphone : (vide) → 06 · Emplois créés : 2 → 3",
        ),
        ("dossier.saved", {}, ""),
        (
            "dossier.state_changed",
            {"from": "filed", "to": "complete", "reason": "tout est là"},
            "Déposé → Complet · tout est là",
        ),
        ("dossier.state_changed", {"from": None, "to": "filed", "reason": ""}, "Déposé"),
        ("document.attached", {"name": "Kbis.pdf"}, "Kbis.pdf"),
        ("document.removed", {"name": "Kbis.pdf"}, "Kbis.pdf"),
        (
            "decision.recorded",
            {"number": "2026-D003", "decision": {"outcome": "approved"}},
            "2026-D003 · Agréé",
        ),
        ("decision.recorded", {"number": "2026-D003"}, "2026-D003"),
        ("schedule.exported", {"file": "e.xlsx"}, "e.xlsx"),
        ("paper.signed", {"file": "a.pdf", "signer": "Mme Roy"}, "a.pdf · Mme Roy"),
        ("paper.signed", {"file": "scan.png", "signer": ""}, "scan.png"),
        ("something.new", {"a": 1}, ""),
    ],
)
def test_the_journal_says_what_was_done(action, details, words):
    assert details_text(line(action, details)).replace("\u00a0", " ") == words


def test_an_act_nobody_knows_shows_its_name():
    assert action_text("something.new") == "something.new"
    assert action_text("dossier.saved") == "Dossier modifié"


@pytest.mark.dressed
def test_the_journal_names_what_happened_to_a_mission():
    line = JournalLine(
        1,
        datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
        "mission.days_done",
        "mission",
        None,
        {"value_on": "2026-11-20", "days": "1.5", "author": "Odile Perrin"},
        "",
    )
    assert action_text(line.action) == "Mission\u00a0: jours faits"
    assert details_text(line) == "20/11/2026 · 1,5\u00a0jour · Odile Perrin"


def test_a_long_value_is_cut_in_the_journal():
    text = details_text(line("dossier.saved", {"changes": {"opinion.note": ["", "mot " * 90]}}))
    assert text.endswith("…")
    assert len(text) < 120
