"""The pages of a partner: its agreement, offers, conflicts, days and missions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox

from alize_desktop.models.enums import ConflictKind, MissionState
from alize_desktop.models.records.missions import MissionAccount, MissionRow, MissionSheet
from alize_desktop.models.records.partners import (
    Absence,
    Correspondent,
    PartnerProfile,
    SkillOffer,
)
from alize_desktop.models.values import Money
from alize_desktop.ui.people.agreement_dialogs import (
    AbsenceDialog,
    AgreementDialog,
    CorrespondentDialog,
)
from alize_desktop.ui.people.categories_dialog import CategoriesDialog
from alize_desktop.ui.people.category_form import CategoryDialog
from alize_desktop.ui.people.conflict_dialog import ConflictDialog
from alize_desktop.ui.people.offer_dialog import OfferDialog
from alize_desktop.ui.people.partners import PartnersScreen

SHEET = "sheet"


@pytest.fixture
def detail(partners, services):
    """What the file holds of the partner that is shown."""
    return lambda: services.partners.detail(partners.table.chosen())


@pytest.fixture
def dialog(partners):
    """Return the dialog of a kind that is open."""

    def found(kind):
        (one,) = [each for each in partners.findChildren(kind) if each.isVisible()]
        return one

    return found


@pytest.fixture
def told(partners):
    said = []
    partners.said.connect(said.append)
    return said


def confirm_removal(screen):
    (box,) = [each for each in screen.findChildren(QMessageBox) if each.isVisible()]
    next(each for each in box.buttons() if each.text() == "Retirer").click()


# the list


def test_the_list_tells_the_days_left_of_the_year(partners):
    assert "days" in partners.table.visible_columns()
    row = partners.model.record(0)
    number = [each.key for each in partners.model.columns].index("days")
    left = partners.model.index(0, number).data()
    assert left == str(int(row.detail.days.left))
    assert partners.model.columns[number].note(row).endswith(f"en {row.detail.days.year}")


def test_a_search_narrows_the_list_and_can_be_taken_back(partners):
    everybody = partners.model.rowCount()
    partners._narrowing.search.setText("emeraude")
    partners._narrowing.search._ask()
    names = [each.sheet.name for each in partners.model.rows]
    assert names
    assert all("meraude" in each for each in names)
    assert partners._count.text() == f"{len(names)}\u202f/\u202f{everybody}"
    assert partners.editor.form.company.value() == names[0]
    partners._narrowing.search.setText("personne de ce nom")
    partners._narrowing.search._ask()
    assert partners._nothing_like.isVisible()
    partners._nothing_like.button.click()
    assert partners.model.rowCount() == everybody
    assert partners._narrowing.search.text() == ""


def test_a_competence_narrows_the_list_whatever_name_the_sheet_gives_it(partners, choose_in):
    choose_in(partners._narrowing.skill, "Organisation et production")
    rows = partners.model.rows
    assert rows
    assert all("Organisation" in each.sheet.skills for each in rows)


def test_a_basin_narrows_the_list(partners, services, choose_in):
    first = services.people.partners()[0]
    services.people.save_partner(first.id, replace(first.sheet, basin="Longwy"))
    partners.refresh()
    choose_in(partners._narrowing.basin, "Longwy")
    assert [each.sheet.name for each in partners.model.rows] == [first.sheet.name]
    second = services.people.partners()[1].id
    partners.show_partner(second)
    assert partners.table.chosen() == second


def test_a_partner_just_added_is_seen_whatever_narrowed_the_list(
    partners, choose_in, type_in, press
):
    choose_in(partners._narrowing.skill, "Organisation et production")
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    type_in(partners.editor.form.company, "Groupe Loire")
    type_in(partners.editor.form.siren, "552100554")
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    row = partners.model.row_of(partners.table.chosen())
    assert partners.model.record(row).sheet.name == "Groupe Loire"


def test_what_changes_elsewhere_is_read_when_somebody_looks(partners, bus, services):
    first = services.people.partners()[0]
    partners.hide()
    changes = services.people.save_partner(first.id, replace(first.sheet, days_per_year=99))
    bus.changed.emit(changes, None)
    row = partners.model.row_of(first.id)
    assert partners.model.record(row).sheet.days_per_year != 99
    partners.show()
    assert partners.model.record(row).sheet.days_per_year == 99


# the tabs


def test_every_page_shows_the_partner_that_is_chosen(partners, press):
    for key in ("agreement", "offers", "conflicts", "days", "missions"):
        partners.pages.show_page(key)
        assert partners.pages.tabs.current() == key
    partners.table.setFocus()
    press(Qt.Key.Key_Down)
    assert partners.pages.tabs.current() == "missions"


def test_a_new_partner_has_its_sheet_first(partners, press):
    partners.pages.show_page("offers")
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert partners.pages.tabs.current() == SHEET
    partners.pages.show_page("offers")
    assert partners.pages._nothing.isVisible()


def test_what_is_typed_in_the_sheet_is_marked_on_its_tab(partners, type_in):
    type_in(partners.editor.form.correspondent, "Mme Roussel")
    assert "●" in partners.pages.tabs.bar.tabText(0)


def test_what_is_typed_in_the_sheet_stays_when_another_page_is_written(
    partners, type_in, detail, dialog
):
    type_in(partners.editor.form.correspondent, "Mme Roussel")
    partners.pages.show_page("agreement")
    partners.pages.agreement.edit.click()
    asked = dialog(AgreementDialog)
    asked.town.set_value("Dijon")
    asked.action.click()
    assert detail().profile.town == "Dijon"
    assert "Dijon" in partners.pages.agreement._values["town"].text()
    assert partners.editor.is_dirty


# the agreement


def test_the_agreement_is_written(partners, detail, dialog, told):
    partners.pages.show_page("agreement")
    page = partners.pages.agreement
    assert page._values["dates"].text() == "dates non renseignées"
    page.edit.click()
    asked = dialog(AgreementDialog)
    asked.joined_on.set_value(date(2024, 1, 1))
    asked.postcode.set_value("21000")
    asked.town.set_value("Dijon")
    asked.action.click()
    assert detail().profile == PartnerProfile("21000", "Dijon", date(2024, 1, 1), revision=1)
    assert page._values["dates"].text() == "depuis le 1er janvier 2024, sans fin"
    assert told == ["Convention enregistrée"]


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (None, date(2026, 12, 31), "jusqu’au 31 décembre 2026"),
        (date(2026, 1, 2), date(2026, 12, 31), "du 2 janvier 2026 au 31 décembre 2026"),
    ],
)
def test_the_dates_of_the_agreement_are_told(partners, services, bus, first, last, told):
    partners.pages.show_page("agreement")
    profile = PartnerProfile(joined_on=first, ends_on=last)
    bus.changed.emit(services.partners.save_profile(partners.table.chosen(), profile), None)
    assert partners.pages.agreement._values["dates"].text() == told


def test_an_agreement_that_ends_before_it_begins_is_refused_in_the_dialog(partners, dialog, detail):
    partners.pages.show_page("agreement")
    partners.pages.agreement.edit.click()
    asked = dialog(AgreementDialog)
    asked.joined_on.set_value(date(2026, 2, 1))
    asked.ends_on.set_value(date(2026, 1, 1))
    asked.action.click()
    assert asked.refusal()
    assert asked.isVisible()
    assert detail().profile.revision == 0


def test_correspondents_are_added_changed_and_removed(partners, dialog, detail):
    partners.pages.show_page("agreement")
    page = partners.pages.agreement
    assert not page.edit_person.isEnabled()
    page.add_person.click()
    asked = dialog(CorrespondentDialog)
    asked.name.set_value("Hélène Marchal")
    asked.email.set_value("h.marchal@exemple.fr")
    asked.action.click()
    page.edit_person.click()
    again = dialog(CorrespondentDialog)
    assert again.name.value() == "Hélène Marchal"
    again.position.set_value("Directrice")
    again.action.click()
    person = Correspondent("Hélène Marchal", "Directrice", "h.marchal@exemple.fr")
    assert detail().profile.correspondents == (person,)
    page.remove_person.click()
    confirm_removal(partners)
    assert detail().profile.correspondents == ()


def test_absences_are_added_changed_and_removed(partners, dialog, detail):
    partners.pages.show_page("agreement")
    page = partners.pages.agreement
    page.add_absence.click()
    asked = dialog(AbsenceDialog)
    asked.first.set_value(date(2026, 8, 1))
    asked.last.set_value(date(2026, 8, 21))
    asked.action.click()
    QTest.keyClick(page.absences.table, Qt.Key.Key_Return)
    again = dialog(AbsenceDialog)
    again.reason.set_value("Fermeture")
    again.action.click()
    absence = Absence(date(2026, 8, 1), date(2026, 8, 21), "Fermeture")
    assert detail().profile.absences == (absence,)
    page.remove_absence.click()
    confirm_removal(partners)
    assert detail().profile.absences == ()


# offers and categories


def test_an_offer_is_added_changed_and_removed(partners, dialog, detail, choose_in):
    partners.pages.show_page("offers")
    page = partners.pages.offers
    page.add.click()
    asked = dialog(OfferDialog)
    choose_in(asked.category, "Ressources humaines")
    asked.person.set_value("Direction des RH")
    asked.days.set_value(10)
    asked.action.click()
    (offer,) = detail().offers
    assert (offer.category, offer.person, offer.days) == (
        "Ressources humaines",
        "Direction des RH",
        10,
    )
    page.edit.click()
    again = dialog(OfferDialog)
    again.first.set_value(date(2026, 1, 1))
    again.action.click()
    assert detail().offers[0].first == date(2026, 1, 1)
    page.remove.click()
    confirm_removal(partners)
    assert detail().offers == ()


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (None, None, "toute l’année"),
        (date(2026, 1, 2), None, "depuis le 02/01/2026"),
        (None, date(2026, 3, 4), "jusqu’au 04/03/2026"),
        (date(2026, 1, 2), date(2026, 3, 4), "02/01/2026 – 04/03/2026"),
    ],
)
def test_the_period_of_an_offer_is_told(partners, services, bus, first, last, told):
    key = partners.table.chosen()
    offer = SkillOffer(key, key, "Qualité", first=first, last=last)
    bus.changed.emit(services.partners.save_offer(None, offer), None)
    partners.pages.show_page("offers")
    assert partners.pages.offers.card.table.model().index(0, 2).data() == told


def test_what_the_sheet_names_without_an_offer_is_said(partners):
    partners.pages.show_page("offers")
    text = partners.pages.offers._sheet_only.text()
    for each in partners.model.record(0).sheet.skills:
        assert each in text


@pytest.fixture
def categories(partners, dialog):
    partners.pages.show_page("offers")
    partners.pages.offers.categories.click()
    return dialog(CategoriesDialog)


def test_a_category_is_renamed_and_its_former_name_stays(categories, services):
    QTest.keyClick(categories.table, Qt.Key.Key_Return)
    (asked,) = categories.findChildren(CategoryDialog)
    asked.name.set_value("Stratégie et développement")
    asked.action.click()
    first = services.partners.categories()[0]
    assert (first.name, first.aliases) == ("Stratégie et développement", ("Stratégie",))
    assert categories.model.record(0) == first


def test_a_category_is_added_with_other_names(categories, services):
    categories.add.click()
    (asked,) = categories.findChildren(CategoryDialog)
    asked.name.set_value("Soudure")
    asked.aliases.set_value("Chaudronnerie\n\nMétallerie")
    asked.action.click()
    last = services.partners.categories()[-1]
    assert (last.name, last.aliases) == ("Soudure", ("Chaudronnerie", "Métallerie"))


def test_a_category_is_put_elsewhere_and_no_longer_proposed(categories, services):
    names = [each.name for each in services.partners.categories()]
    assert not categories.up.isEnabled()
    categories.down.click()
    assert [each.name for each in services.partners.categories()][:2] == [names[1], names[0]]
    assert categories.chosen().name == names[0]
    categories.up.click()
    categories.offered.click()
    assert not services.partners.categories()[0].is_offered
    assert categories.offered.label() == "Proposer de nouveau"
    categories.offered.click()
    assert services.partners.categories()[0].is_offered


def test_names_of_no_category_are_said(partners, services, dialog):
    first = services.people.partners()[0]
    services.people.save_partner(first.id, replace(first.sheet, skills=("Soudure",)))
    partners.pages.ask_categories()
    unknown = dialog(CategoriesDialog).findChild(QLabel, "categories_unknown")
    assert "Soudure" in unknown.text()


# conflicts


def test_a_conflict_is_added_by_the_name_of_a_company(partners, dialog, detail, choose_in):
    partners.pages.show_page("conflicts")
    page = partners.pages.conflicts
    page.add.click()
    asked = dialog(ConflictDialog)
    asked.company.edit.setText("verrerie du val")
    choose_in(asked.kind, ConflictKind.CUSTOMER)
    asked.action.click()
    (conflict,) = detail().conflicts
    assert (conflict.siren, conflict.kind) == ("732829320", ConflictKind.CUSTOMER)
    assert page.card.table.model().index(0, 0).data() == "Verrerie du Val"
    page.edit.click()
    again = dialog(ConflictDialog)
    assert again.company.edit.text() == "Verrerie du Val · 732\u00a0829\u00a0320"
    again.note.set_value("Même marché")
    again.action.click()
    assert detail().conflicts[0].note == "Même marché"
    page.remove.click()
    confirm_removal(partners)
    assert detail().conflicts == ()


def test_a_conflict_is_chosen_among_the_companies_of_dossiers(partners, dialog, detail):
    partners.pages.show_page("conflicts")
    partners.pages.conflicts.add.click()
    asked = dialog(ConflictDialog)
    asked.company.completer.activated.emit(asked.company.suggestions()[0])
    asked.action.click()
    assert detail().conflicts[0].siren == "552100554"


def test_a_company_that_nobody_knows_is_asked_by_its_number(partners, dialog):
    partners.pages.show_page("conflicts")
    partners.pages.conflicts.add.click()
    asked = dialog(ConflictDialog)
    asked.company.edit.setText("Inconnue")
    asked.action.click()
    assert "SIREN" in asked.company.error()
    asked.company.edit.setText("443 061 841")
    asked.action.click()
    row = partners.pages.conflicts.card.table.model()
    assert row.index(0, 0).data() == "Entreprise hors des dossiers"


# days and missions


def test_the_days_of_a_year_are_drawn_and_told(partners, services):
    partners.pages.show_page("days")
    page = partners.pages.days
    offered = partners.model.record(0).sheet.days_per_year
    assert f"□ {offered} jours restants" in page._legend.text().replace("\u00a0", " ")
    assert page.bar.accessibleName() == page._legend.text()


def test_another_year_is_chosen_and_kept_for_the_next_partner(partners, choose_in, press):
    partners.pages.show_page("days")
    page = partners.pages.days
    this = page.year.value()
    choose_in(page.year, this + 1)
    partners.table.setFocus()
    press(Qt.Key.Key_Down)
    assert page.year.value() == this + 1


def test_days_promised_in_excess_are_said_with_a_sign(partners, services):
    partners.pages.show_page("days")
    (days, *_others) = services.partners.days(2026)
    over = replace(days, granted=days.offered + 2, planned=Decimal(3), done=Decimal(1))
    partners.pages.days._show_days(over)
    text = partners.pages.days._legend.text().replace("\u00a0", " ")
    assert "■ 3 jours en mission" in text
    assert "▬ 1 jour fait dans" in text
    assert "▼ 5 jours promis de trop" in text
    partners.pages.days.bar.grab()


@pytest.fixture
def a_mission(people):
    partner = people.partners()[0].id
    sheet = MissionSheet(partner, "Qualité", Decimal(4), Money(800_00), "Sophie Garçon")
    account = MissionAccount(
        MissionState.CLOSED, Decimal(4), Decimal("3.5"), Decimal("3.5"), Money(0), company_rating=4
    )
    return MissionRow(
        partner, "2025-M001", partner, "2025-003", "Verrerie du Val", "Groupe", sheet, account, True
    )


def test_a_mission_leads_to_its_dossier(qtbot, tools, a_mission):
    screen = PartnersScreen(replace(tools, missions=lambda _partner: (a_mission,)))
    qtbot.addWidget(screen)
    screen.show()
    screen.pages.show_page("missions")
    table = screen.pages.missions.card.table
    told = [table.model().index(0, number).data() for number in range(5)]
    assert told == ["Verrerie du Val", "2025-M001", "Close", "3,5", "4 sur 5"]
    with qtbot.waitSignal(screen.dossier_asked) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [a_mission.dossier_id]
