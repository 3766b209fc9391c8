"""The place Bilan: a period, a basin, figures, charts, papers, and what is kept."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.report import ReportScope
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.report_periods import ReportPeriod
from alize_desktop.ui.charts.cards import ChartCard, TableCard
from alize_desktop.ui.report.pages import page_titles
from alize_desktop.ui.widgets.cards import FigureCard
from tests.ui.clipping import clipped_in, overflowing_in
from tests.ui.report.conftest import morning

PAGES = [key for key, _title in page_titles()]


def words_in(widget):
    return [each.text() for each in widget.findChildren(QLabel)]


def charts_in(page):
    return [each.chart.key for each in page.findChildren(ChartCard)]


def choose(desk, period):
    """Choose a period, as a person does in its list."""
    box = desk.screen.bar.period.box
    box.activated.emit(list(ReportPeriod).index(period))
    desk.settle()


def write_day(desk, field, text):
    field.edit.setText(text)
    field.commit()
    desk.settle()


class TestFigures:
    def test_the_whole_programme_is_shown_first(self, desk):
        assert desk.report.scope == ReportScope()
        cards = desk.screen.page().findChildren(FigureCard)
        said = [each.accessibleName() for each in cards]
        assert said[0] == "Dossiers étudiés, 1\u00a0400, dans 20 bassins"
        assert said[2] == "Emplois créés, 4\u00a0300, sur 4\u00a0688 promis, soit 91,7\u00a0%"
        assert "Chiffres du 23 novembre 2026, depuis le début" in words_in(desk.screen)

    def test_each_theme_has_its_charts(self, desk):
        found = {}
        for key in PAGES:
            desk.screen.show_page(key)
            found[key] = charts_in(desk.screen.page())
        assert found["decided"] == ["decisions", "refusals", "years", "basins"]
        assert found["jobs"] == ["jobs", "job_years"]
        assert found["companies"] == ["sectors", "headcounts", "aims", "kinds"]
        assert "day_partners" in found["skills"]
        assert found["advances"] == ["advance_years"]
        assert found["committee"] == []

    def test_the_founding_article_stands_beside(self, desk):
        desk.screen.show_page("comparison")
        (card,) = desk.screen.page().findChildren(TableCard)
        model = card.table.model()
        assert [model.index(0, column).data() for column in range(3)] == [
            "Projets étudiés",
            "1\u00a0400",
            "1\u00a0400",
        ]

    def test_a_tab_shows_its_page(self, desk):
        desk.screen.tabs.bar.setCurrentIndex(PAGES.index("companies"))
        assert "sectors" in charts_in(desk.screen.page())

    def test_what_is_copied_is_said(self, desk):
        desk.screen.page().findChildren(ChartCard)[0].cells.click()
        assert desk.said == ["Tableau copié"]


class TestScope:
    def test_a_basin_is_chosen_among_those_of_the_dossiers(self, desk):
        box = desk.screen.bar.basin.box
        assert box.count() == 21
        box.activated.emit(box.findText("Longwy"))
        desk.settle()
        assert (desk.report.scope.basin, desk.report.studied) == ("Longwy", 70)
        assert any("bassin Longwy" in each for each in words_in(desk.screen))

    def test_days_are_asked_for_when_they_are_chosen(self, desk):
        bar = desk.screen.bar
        assert not bar.first.isVisible()
        choose(desk, ReportPeriod.CHOSEN)
        assert bar.first.isVisible()
        write_day(desk, bar.first, "1/1/2004")
        write_day(desk, bar.last, "31/12/2005")
        assert desk.report.scope == ReportScope(date(2004, 1, 1), date(2005, 12, 31))
        assert desk.report.studied == 280

    def test_a_period_that_ends_before_it_begins_is_refused_under_it(self, desk):
        bar = desk.screen.bar
        choose(desk, ReportPeriod.CHOSEN)
        write_day(desk, bar.first, "1/1/2005")
        write_day(desk, bar.last, "31/12/2004")
        refusal = desk.screen.findChild(QLabel, "report_refusal")
        assert refusal.isVisible()
        assert refusal.text()
        assert not desk.screen.paper.isEnabled()
        write_day(desk, bar.last, "31/12/2005")
        assert not refusal.isVisible()
        assert desk.report.studied == 140

    def test_period_and_basin_are_remembered(self, desk, registry, open_desk):
        choose(desk, ReportPeriod.CHOSEN)
        write_day(desk, desk.screen.bar.first, "1/1/2004")
        box = desk.screen.bar.basin.box
        box.activated.emit(box.findText("Longwy"))
        desk.settle()
        other = open_desk(registry)
        assert other.report.scope == ReportScope(date(2004, 1, 1), None, "Longwy")

    def test_a_basin_of_another_programme_is_forgotten(self, registry, open_desk, window_settings):
        window_settings.setValue("report/basin", "Bassin d’ailleurs")
        desk = open_desk(registry)
        assert desk.report.scope == ReportScope()
        assert desk.screen.bar.basin.value() is None

    def test_an_empty_period_offers_the_whole(self, desk):
        choose(desk, ReportPeriod.THIS_YEAR)
        assert desk.report.studied == 0
        assert desk.screen.page() is desk.screen.nothing_here
        assert not desk.screen.tabs.isVisible()
        desk.screen.nothing_here.button.click()
        desk.settle()
        assert desk.report.studied == 1400

    def test_a_registry_without_a_decision_says_what_to_do(self, tmp_path, open_desk):
        with Registry.create(tmp_path / "new.alize", Programme("Vosges"), morning) as registry:
            desk = open_desk(registry)
            assert desk.screen.page() is desk.screen.nothing
            for each in (desk.screen.keep, desk.screen.workbook, desk.screen.paper):
                assert not each.isEnabled()
            desk.screen.nothing.button.click()
            assert desk.places == ["meetings"]

    def test_the_keyboard_begins_at_the_period(self, desk):
        desk.screen.take_keyboard()
        assert desk.screen.bar.period.box.hasFocus()


class TestReckoning:
    def test_figures_of_another_basin_are_neither_shown_nor_written(self, desk):
        box = desk.screen.bar.basin.box
        box.activated.emit(box.findText("Longwy"))
        screen = desk.screen
        assert screen.report is None
        assert not screen.page().findChildren(FigureCard)
        assert "Chiffres du 23 novembre 2026, depuis le début" not in words_in(screen)
        for each in (screen.keep, screen.workbook, screen.paper):
            assert not each.isEnabled()
        desk.settle()
        assert desk.report.scope.basin == "Longwy"
        assert screen.paper.isEnabled()

    def test_a_wish_that_comes_meanwhile_wins(self, desk):
        for basin in ("Longwy", "Meuse"):
            desk.screen.bar.basin.set_value(basin)
            desk.screen.refresh()
        desk.qtbot.waitUntil(lambda: desk.report is not None, timeout=30_000)
        desk.settle()
        assert desk.report.scope.basin == "Meuse"

    def test_what_is_stopped_can_be_asked_for_again(self, desk):
        desk.screen.refresh()
        desk.screen.reckoning.worker.strip.cancel_requested.emit()
        desk.settle()
        assert desk.screen.page() is desk.screen.stopped
        desk.screen.stopped.button.click()
        desk.settle()
        assert desk.report.studied == 1400

    def test_what_changed_is_reckoned_again_when_it_is_looked_at(self, desk):
        before = desk.report
        desk.bus.changed.emit(Changes(results=True), None)
        desk.settle()
        assert desk.report is not before

    def test_what_changed_meanwhile_waits_until_it_is_looked_at(self, desk):
        before = desk.report
        desk.screen.hide()
        desk.bus.changed.emit(Changes(results=True), None)
        assert not desk.screen.reckoning.worker.is_busy
        assert desk.report is before
        desk.screen.show()
        desk.settle()
        assert desk.report is not before

    def test_a_bug_is_shown_and_not_the_figures(self, desk, monkeypatch):
        def broken(_scope):
            raise RuntimeError

        monkeypatch.setattr(desk.services.reports, "figures", broken)
        desk.screen.refresh()
        desk.settle()
        (box,) = desk.screen.findChildren(QMessageBox)
        assert "erreur imprévue" in box.text()
        box.close()
        assert desk.report is None


class TestPapers:
    @pytest.fixture
    def dialog(self, desk):
        def found():
            (one,) = [each for each in desk.screen.findChildren(QFileDialog) if each.isVisible()]
            return one

        return found

    @pytest.mark.parametrize(
        ("button", "name", "begins"),
        [("paper", "bilan.pdf", b"%PDF"), ("workbook", "bilan.xlsx", b"PK")],
    )
    def test_the_report_is_written_where_the_user_says(
        self, desk, dialog, tmp_path, button, name, begins
    ):
        getattr(desk.screen, button).click()
        asked = dialog()
        assert asked.selectedFiles()[0].endswith(f"bilan-2026-11-23.{name.split('.')[1]}")
        asked.fileSelected.emit(str(tmp_path / name))
        asked.reject()
        desk.settle()
        assert (tmp_path / name).read_bytes().startswith(begins)
        assert desk.said == ["Bilan enregistré"]

    def test_one_thing_is_written_at_a_time(self, desk, tmp_path):
        for name in ("un.pdf", "deux.pdf"):
            desk.screen.export.export("pdf", ReportScope(), tmp_path / name)
        assert desk.said == ["Le bilan est en cours de calcul."]
        desk.settle()
        assert not (tmp_path / "deux.pdf").exists()

    def test_another_period_waits_until_the_paper_is_written(self, desk, tmp_path):
        desk.screen.export.export("pdf", ReportScope(), tmp_path / "bilan.pdf")
        desk.screen.bar.basin.set_value("Meuse")
        desk.screen.refresh()
        desk.qtbot.waitUntil(lambda: desk.report.scope.basin == "Meuse", timeout=30_000)
        assert (tmp_path / "bilan.pdf").exists()


class TestKept:
    def test_nothing_was_kept_at_first(self, desk):
        desk.screen.show_page("moved")
        assert any("Aucun bilan n’a encore été conservé" in x for x in words_in(desk.screen.page()))

    def test_a_report_is_kept_once(self, desk):
        desk.screen.keep.click()
        desk.settle()
        assert len(desk.services.reports.kept()) == 1
        assert desk.said == ["Bilan conservé"]
        assert not desk.screen.keep.isEnabled()
        desk.screen.show_page("moved")
        assert "Aucun chiffre n’a changé." in words_in(desk.screen.page())

    def test_what_is_not_the_same_is_told_and_copied(self, desk):
        desk.screen.keep.click()
        desk.settle()
        choose(desk, ReportPeriod.CHOSEN)
        write_day(desk, desk.screen.bar.last, "31/12/2004")
        assert desk.screen.keep.isEnabled()
        desk.screen.show_page("moved")
        (card,) = desk.screen.page().findChildren(TableCard)
        model = card.table.model()
        assert [model.index(0, column).data() for column in range(3)] == [
            "Dossiers étudiés",
            "1\u00a0400",
            "980",
        ]


@pytest.mark.dressed
@pytest.mark.parametrize(("width", "height"), [(1182, 640), (950, 520), (720, 520)])
@pytest.mark.parametrize("scale", [100, 150])
def test_nothing_is_cut(desk, theme, width, height, scale):
    theme.set_text_scale(scale)
    desk.screen.resize(max(width, desk.screen.minimumSizeHint().width()), height)
    for key in PAGES:
        desk.screen.show_page(key)
        QTest.qWait(1)
        assert clipped_in(desk.screen) == [], key
        assert overflowing_in(desk.screen) == [], key


def test_its_key_asks_where_to_write(desk):
    QTest.keyClick(desk.screen, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (asked,) = [each for each in desk.screen.findChildren(QFileDialog) if each.isVisible()]
    asked.reject()
