from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import ConditionKind, DecisionOutcome
from alize_desktop.models.records.decisions import Condition
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules import dossier_checks
from alize_desktop.ui.dossiers.form import SheetForm
from alize_desktop.ui.dossiers.panes.company import CompanyPane
from alize_desktop.ui.dossiers.panes.decision import DecisionPane
from alize_desktop.ui.dossiers.panes.documents import DocumentsPane
from alize_desktop.ui.dossiers.panes.financing import FinancingPane
from alize_desktop.ui.dossiers.panes.jobs import JobsPane
from alize_desktop.ui.dossiers.panes.journal import JournalPane
from alize_desktop.ui.dossiers.panes.opinion import OpinionPane
from alize_desktop.ui.dossiers.panes.project import ProjectPane
from alize_desktop.ui.dossiers.panes.schedule import SchedulePane
from alize_desktop.ui.dossiers.panes.skills import SkillsPane

PARIS = ZoneInfo("Europe/Paris")
FORM_PANES = [CompanyPane, ProjectPane, FinancingPane, JobsPane, SkillsPane, OpinionPane]


@pytest.fixture
def form(qapp, sheet):
    form = SheetForm(dossier_checks.problems)
    form.load(sheet, editable=True)
    return form


@pytest.fixture
def shown(qtbot, theme):
    kept = []

    def show(pane, width=700, height=600):
        kept.append(pane)
        qtbot.addWidget(pane)
        pane.resize(width, height)
        pane.show()
        qtbot.waitExposed(pane)
        return pane

    return show


def words_in(widget):
    return " ".join(each.text() for each in widget.findChildren(QLabel)).replace("\u00a0", " ")


def field_of(pane, path):
    return next(each.field for each in pane.bindings if each.path == path)


@pytest.mark.parametrize("kind", FORM_PANES)
def test_a_pane_of_fields_is_built_alone_and_says_nothing_while_it_fills(
    qtbot, shown, form, sheet, kind
):
    pane = shown(kind(form))
    fields = [each.field for each in pane.bindings]
    assert fields
    with (
        qtbot.assertNotEmitted(form.field_changed),
        qtbot.assertNotEmitted(fields[0].edited),
        qtbot.assertNotEmitted(fields[-1].edited),
    ):
        form.load(replace(sheet, basin="Toul"), editable=True)
    assert not form.status.is_dirty


@pytest.mark.parametrize("kind", FORM_PANES)
def test_every_field_of_a_pane_can_be_heard(shown, form, kind):
    for binding in shown(kind(form)).bindings:
        assert binding.field.focusProxy().accessibleName()


@pytest.mark.parametrize("kind", FORM_PANES)
def test_a_decided_dossier_is_read_and_not_typed_in(qtbot, shown, form, sheet, kind):
    pane = shown(kind(form))
    form.load(sheet, editable=False)
    field = pane.bindings[0].field
    if hasattr(field, "edit"):
        qtbot.keyClicks(field.edit, "99")
    pane.bindings[0].commit()
    assert form.sheet == sheet


def test_a_pane_built_before_any_dossier_is_empty(shown, qapp):
    form = SheetForm(dossier_checks.problems)
    for kind in FORM_PANES:
        assert shown(kind(form)).bindings


def test_columns_nobody_knew_are_shown_with_the_company(shown, form, sheet):
    pane = shown(CompanyPane(form))
    form.load(replace(sheet, extra=(("Couleur", "bleu"),)), editable=True)
    assert "Couleur : bleu" in words_in(pane)


def test_the_figures_follow_what_is_typed(qtbot, shown, form):
    pane = shown(FinancingPane(form))
    assert "15 000 €" in words_in(pane).replace("\u202f", " ")
    amount = field_of(pane, "request.amount").edit
    amount.selectAll()
    qtbot.keyClicks(amount, "9000")
    qtbot.keyClick(amount, Qt.Key.Key_Return)
    words = words_in(pane).replace("\u202f", " ")
    assert "9 000 €" in words
    assert "4 500 €" in words  # two jobs
    assert "Il manque 6 000 €" in words


def test_an_empty_amount_is_no_advance(qtbot, shown, form):
    pane = shown(FinancingPane(form))
    field = field_of(pane, "request.amount")
    field.edit.clear()
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert form.value("request.amount") == ZERO
    assert "aucune avance demandée" in words_in(pane)


def test_the_duration_cannot_be_emptied(qtbot, shown, form):
    field = field_of(shown(FinancingPane(form)), "request.months")
    field.edit.clear()
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert form.value("request.months") == 48
    assert form.status.refused == ("request.months",)
    assert field.error()


@pytest.mark.parametrize(
    ("cost", "sentence"),
    [
        (Money(9_600_000), "Équilibré"),
        (Money(9_900_000), "Il manque 3 000 €"),
        (Money(9_500_000), "dépassent le coût de 1 000 €"),
        (None, "n’est pas encore renseigné"),
    ],
)
def test_the_plan_says_whether_it_adds_up(shown, form, cost, sentence):
    pane = shown(ProjectPane(form))
    form.edit("financing.cost", cost)
    assert sentence in pane.plan.balance.text().replace("\u202f", " ").replace("\u00a0", " ")


def test_a_plan_nobody_filled_is_not_called_short(shown, form):
    pane = shown(ProjectPane(form))
    for path in ("financing.equity", "financing.bank_loan"):
        form.edit(path, None)
    assert "pas encore renseignées" in pane.plan.balance.text()


def test_other_money_has_its_bar(shown, form):
    pane = shown(FinancingPane(form))
    form.edit("financing.other_funding", Money(100_000))
    assert "Autres ressources" in pane.plan.bars.accessibleName()


def test_jobs_maintained_and_sustained_are_told_beside_those_created(shown, form):
    pane = shown(ProjectPane(form))
    form.edit("jobs.sustained", 2)
    name = pane.figures.jobs.accessibleName()
    assert "2 créés" in name
    assert "6 maintenus" in name
    assert "2 pérennisés" in name
    form.edit("jobs.created", 0)
    assert "sans emploi créé" in pane.figures.per_job.accessibleName()


def test_days_asked_are_shown_big(shown, form):
    pane = shown(SkillsPane(form))
    assert "1 jour" in pane.asked.accessibleName()
    form.edit("skills.days", 0)
    assert "aucune compétence demandée" in pane.asked.accessibleName()


def left_of(plan, pane):
    return plan.mapTo(pane, plan.rect().topLeft()).x()


def test_the_project_is_beside_its_plan_where_there_is_room(qtbot, shown, form):
    pane = shown(ProjectPane(form), 900)
    qtbot.waitUntil(lambda: left_of(pane.plan, pane) > 450)
    pane.resize(520, 900)
    qtbot.waitUntil(lambda: left_of(pane.plan, pane) < 100)


def test_a_schedule_is_a_table_under_its_figures(shown, details, qtmodeltester):
    pane = shown(SchedulePane())
    pane.show_detail(details(1))
    qtmodeltester.check(pane.model)
    assert pane.model.rowCount() == 12
    assert "12 échéances" in pane.regular.accessibleName()
    assert "Selon la demande" in pane.basis.text()
    assert not pane.sentence()


def test_a_decided_schedule_says_so(shown, details):
    pane = shown(SchedulePane())
    pane.show_detail(details(7))
    assert "Selon la décision du comité" in pane.basis.text()


def test_a_last_instalment_of_another_amount_is_told(shown, details):
    detail = details(1)
    *first, last = detail.schedule.rows
    rows = (*first, replace(last, amount=Money(125_003)))
    pane = shown(SchedulePane())
    pane.show_detail(replace(detail, schedule=replace(detail.schedule, rows=rows)))
    assert "la dernière de" in pane.regular.accessibleName()


def test_why_there_is_no_schedule_is_said(shown, details):
    pane = shown(SchedulePane())
    pane.show_detail(details(2))
    assert "Aucune avance" in pane.sentence()
    refusal = UserError(ErrorCode.DEFERRAL_TOO_LONG, deferral=48, months=48)
    pane.show_detail(details(1, schedule=None, schedule_refusal=refusal))
    assert "48" in pane.sentence()
    pane.show_detail(None)
    assert "Enregistrez d’abord" in pane.sentence()


def test_the_journal_is_read_in_french(shown, details, qtmodeltester):
    pane = shown(JournalPane(PARIS))
    pane.show_detail(details(1))
    qtmodeltester.check(pane.model)
    cells = [pane.model.index(row, 2).data() for row in range(pane.model.rowCount())]
    assert cells == ["Dossier déposé", "Dossier modifié", "État changé", "dossier.mystery"]
    assert pane.model.index(0, 1).data().replace("\u00a0", " ") == "24/03/2026 à 10 h 05"
    pane.show_detail(None)
    assert pane.model.rowCount() == 0


def test_no_decision_is_a_sentence(shown, details):
    pane = shown(DecisionPane(PARIS))
    pane.show_detail(details(1))
    assert "n’a pas encore décidé" in words_in(pane)


def test_a_decision_is_told_with_its_figures_and_its_conditions(qtbot, shown, details):
    detail = details(7)
    draft = replace(
        detail.decision.draft,
        outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS,
        conditions=(
            Condition("Prêt bancaire obtenu", ConditionKind.PRECEDENT, date(2026, 6, 24)),
            Condition("Comptes de l’année", ConditionKind.FOLLOW_UP),
        ),
        grounds="Projet solide.",
        documents_asked="Bail signé",
    )
    pane = shown(DecisionPane(PARIS))
    pane.show_detail(details(8))
    pane.show_detail(replace(detail, decision=replace(detail.decision, draft=draft)))
    qtbot.wait(1)
    words = words_in(pane).replace("\u202f", " ")
    for expected in (
        "2026-D003",
        "24 mars 2026",
        "18 000 €",
        "6 jours",
        "avant le 24 juin 2026",
        "Comptes de l’année (Suivi)",
        "Projet solide.",
        "Bail signé",
    ):
        assert expected in words


def test_a_refusal_has_no_figures(shown, details):
    pane = shown(DecisionPane(PARIS))
    pane.show_detail(details(8))
    assert "Plan de financement non bouclé." in words_in(pane)


def test_documents_are_listed_and_chosen_before_they_are_opened(
    qtbot, shown, details, qtmodeltester
):
    pane = shown(DocumentsPane(PARIS))
    detail = details(1)
    pane.show_detail(detail)
    qtmodeltester.check(pane.model)
    assert not pane.open.isEnabled()
    pane.table.choose(detail.documents[1].id)
    for button, signal, expected in (
        (pane.open, pane.open_requested, detail.documents[1].id),
        (pane.save, pane.save_requested, detail.documents[1]),
        (pane.remove, pane.remove_requested, detail.documents[1]),
    ):
        with qtbot.waitSignal(signal) as said:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert said.args == [expected]
    with qtbot.waitSignal(pane.open_requested):
        qtbot.keyClick(pane.table, Qt.Key.Key_Return)


def test_a_dossier_without_documents_asks_for_some(qtbot, shown, details):
    pane = shown(DocumentsPane(PARIS))
    pane.show_detail(details(1, documents=()))
    assert "Aucune pièce" in words_in(pane)
    pane.show_detail(None)
    assert "Enregistrez d’abord" in words_in(pane)


def dropped(kind, paths, point):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = kind(point, Qt.DropAction.CopyAction, data, left, none)
    event.data = data  # the event does not keep it
    return event


def test_files_are_dropped_folders_are_not(qtbot, shown, details, tmp_path):
    file = tmp_path / "Kbis.pdf"
    file.write_bytes(b"%PDF-")
    pane = shown(DocumentsPane(PARIS))
    pane.show_detail(details(1))
    entering = dropped(QDragEnterEvent, [tmp_path], QPointF(5, 5))
    entering.ignore()
    pane.dragEnterEvent(entering)
    assert not entering.isAccepted()
    entering = dropped(QDragEnterEvent, [file], QPointF(5, 5))
    pane.dragEnterEvent(entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(pane.files_dropped) as said:
        pane.dropEvent(dropped(QDropEvent, [file, tmp_path], QPointF(5, 5)))
    assert said.args == [[file]]
