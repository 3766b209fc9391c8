"""What is known of partner companies: agreements, offers, conflicts, categories."""

from dataclasses import replace
from datetime import date

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import ConflictKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.partners import (
    USUAL_CATEGORIES,
    Absence,
    Correspondent,
    PartnerConflict,
    PartnerProfile,
    SkillCategory,
    SkillOffer,
)

SAVED = Changes(people=True, results=True)
SIREN = "732829320"


@pytest.fixture
def partner(office):
    return office.services.people.partners()[0]


@pytest.fixture
def nobody(office):
    return office.registry.new_id()


def an_offer(partner, **more):
    return replace(SkillOffer(partner.id, partner.id, "Ressources humaines"), **more)


def a_conflict(partner, **more):
    return replace(PartnerConflict(partner.id, partner.id, SIREN, ConflictKind.COMPETITOR), **more)


class TestTheProfile:
    def test_nothing_is_known_at_first(self, office, partner):
        detail = office.services.partners.detail(partner.id)
        assert detail.partner == partner
        assert (detail.profile, detail.offers, detail.conflicts) == (PartnerProfile(), (), ())

    def test_it_is_written_then_changed(self, office, partner):
        service = office.services.partners
        later, sooner = (
            Absence(date(2027, 8, 1), date(2027, 8, 20), "Congés"),
            Absence(date(2026, 12, 24), date(2027, 1, 3)),
        )
        first = PartnerProfile(
            postcode="21000",
            town="Dijon",
            joined_on=date(2026, 1, 1),
            correspondents=(Correspondent("Inès Roy", "DRH", "ines.roy@cablofil.fr"),),
            absences=(later, sooner),
        )
        assert service.save_profile(partner.id, first) == SAVED
        held = service.detail(partner.id).profile
        assert held == replace(first, absences=(sooner, later), revision=1)
        assert service.save_profile(partner.id, held) == Changes()
        assert service.save_profile(partner.id, replace(held, town="Beaune")) == SAVED
        assert service.detail(partner.id).profile.revision == 2
        assert office.actions()[-2:] == ["partner.profiled", "partner.profiled"]

    def test_another_edit_is_not_lost(self, office, partner, refused):
        service = office.services.partners
        service.save_profile(partner.id, PartnerProfile(town="Dijon"))
        name = partner.sheet.name
        with refused(ErrorCode.PARTNER_CHANGED_MEANWHILE, office, partner=name):
            service.save_profile(partner.id, PartnerProfile(town="Beaune"))

    @pytest.mark.parametrize(
        ("wrong", "code"),
        [
            ({"postcode": "2100"}, ErrorCode.POSTCODE_INVALID),
            ({"joined_on": date(1900, 1, 1)}, ErrorCode.DATE_INVALID),
            (
                {"joined_on": date(2026, 2, 1), "ends_on": date(2026, 1, 1)},
                ErrorCode.PERIOD_REVERSED,
            ),
            ({"correspondents": (Correspondent(" "),)}, ErrorCode.TEXT_MISSING),
            ({"correspondents": (Correspondent("A", "", "chez moi"),)}, ErrorCode.EMAIL_INVALID),
            (
                {"correspondents": (Correspondent("A", "\x00"),)},
                ErrorCode.TEXT_HAS_CONTROL_CHARACTERS,
            ),
            (
                {"absences": (Absence(date(2026, 2, 1), date(2026, 1, 1)),)},
                ErrorCode.PERIOD_REVERSED,
            ),
            ({"town": "\x00"}, ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ],
    )
    def test_a_wrong_field_is_refused(self, office, partner, refused, wrong, code):
        with refused(code, office):
            office.services.partners.save_profile(partner.id, replace(PartnerProfile(), **wrong))

    def test_a_partner_that_is_not_there_is_refused(self, office, nobody, refused):
        with refused(ErrorCode.PARTNER_NOT_FOUND, office):
            office.services.partners.save_profile(nobody, PartnerProfile())
        with refused(ErrorCode.PARTNER_NOT_FOUND, office):
            office.services.partners.detail(nobody)

    def test_the_whole_list_costs_a_fixed_number_of_statements(self, office, max_queries):
        with max_queries(7, office.registry):
            office.services.partners.details(2026)


class TestOffers:
    def test_one_is_added_changed_and_removed(self, office, partner):
        service = office.services.partners
        assert service.save_offer(None, an_offer(partner, person="Direction des RH")) == SAVED
        (offer,) = service.detail(partner.id).offers
        assert offer == an_offer(partner, id=offer.id, person="Direction des RH")
        assert service.save_offer(offer, offer) == Changes()
        assert service.save_offer(offer, replace(offer, days=4)) == SAVED
        assert service.detail(partner.id).offers == (replace(offer, days=4),)
        assert service.remove_offer(offer.id) == SAVED
        assert service.remove_offer(offer.id) == Changes()
        assert service.detail(partner.id).offers == ()
        assert office.actions()[-3:] == ["offer.saved", "offer.saved", "offer.removed"]

    def test_an_edit_of_what_changed_meanwhile_is_refused(self, office, partner, refused):
        service = office.services.partners
        service.save_offer(None, an_offer(partner))
        (read,) = service.detail(partner.id).offers
        service.save_offer(read, replace(read, person="Direction des RH"))
        told = {"partner": partner.sheet.name}
        with refused(ErrorCode.PARTNER_CHANGED_MEANWHILE, office, **told):
            service.save_offer(read, replace(read, days=4))
        service.remove_offer(read.id)
        with refused(ErrorCode.PARTNER_CHANGED_MEANWHILE, office, **told):
            service.save_offer(read, replace(read, days=4))

    def test_they_come_in_the_order_of_their_categories(self, office, partner):
        for category in ("Qualité", "Élan", "Numérique"):
            office.services.partners.save_offer(None, an_offer(partner, category=category))
        offers = office.services.partners.detail(partner.id).offers
        assert [each.category for each in offers] == ["Élan", "Numérique", "Qualité"]

    @pytest.mark.parametrize(
        ("wrong", "code"),
        [
            ({"category": " "}, ErrorCode.TEXT_MISSING),
            ({"days": -1}, ErrorCode.NUMBER_OUT_OF_RANGE),
            ({"first": date(2026, 2, 1), "last": date(2026, 1, 1)}, ErrorCode.PERIOD_REVERSED),
        ],
    )
    def test_a_wrong_field_is_refused(self, office, partner, refused, wrong, code):
        with refused(code, office):
            office.services.partners.save_offer(None, an_offer(partner, **wrong))

    def test_the_partner_must_be_there(self, office, partner, nobody, refused):
        with refused(ErrorCode.PARTNER_NOT_FOUND, office):
            office.services.partners.save_offer(None, an_offer(partner, partner_id=nobody))


class TestConflicts:
    def test_one_is_added_changed_and_removed(self, office, partner):
        service = office.services.partners
        assert service.save_conflict(None, a_conflict(partner, siren="732 829 320")) == SAVED
        (conflict,) = service.detail(partner.id).conflicts
        assert conflict == a_conflict(partner, id=conflict.id)
        assert service.save_conflict(conflict, conflict) == Changes()
        customer = replace(conflict, kind=ConflictKind.CUSTOMER)
        assert service.save_conflict(conflict, customer) == SAVED
        assert service.detail(partner.id).conflicts == (customer,)
        assert service.remove_conflict(conflict.id) == SAVED
        assert service.detail(partner.id).conflicts == ()

    def test_a_company_has_one_conflict_with_a_partner(self, office, partner, refused):
        service = office.services.partners
        service.save_conflict(None, a_conflict(partner))
        with refused(ErrorCode.CONFLICT_TWICE, office, partner=partner.sheet.name):
            service.save_conflict(None, a_conflict(partner, kind=ConflictKind.CUSTOMER))
        other = office.services.people.partners()[1]
        service.save_conflict(None, a_conflict(other))

    def test_an_edit_of_what_changed_meanwhile_is_refused(self, office, partner, refused):
        service = office.services.partners
        service.save_conflict(None, a_conflict(partner))
        (read,) = service.detail(partner.id).conflicts
        service.save_conflict(read, replace(read, kind=ConflictKind.CUSTOMER))
        with refused(ErrorCode.PARTNER_CHANGED_MEANWHILE, office, partner=partner.sheet.name):
            service.save_conflict(read, replace(read, note="Depuis 2020"))

    def test_a_number_that_is_no_siren_is_refused(self, office, partner, refused):
        with refused(ErrorCode.SIREN_INVALID, office):
            office.services.partners.save_conflict(None, a_conflict(partner, siren="12"))


class TestCategories:
    def test_the_usual_ones_are_in_force_at_first(self, empty):
        categories = empty.services.partners.categories()
        assert tuple(each.name for each in categories) == USUAL_CATEGORIES
        assert [each.position for each in categories] == list(range(1, 11))
        assert all(each.is_offered for each in categories)

    def test_the_first_edit_writes_them_all(self, empty):
        service = empty.services.partners
        before = service.categories()
        hse = before[6]
        safety = replace(hse, name="Santé et sécurité", aliases=("Prévention",))
        assert service.save_category(hse, safety) == Changes(results=True)
        after = service.categories()
        assert after[6] == replace(safety, aliases=("Prévention", "HSE"))
        assert (*after[:6], *after[7:]) == (*before[:6], *before[7:])
        assert empty.actions()[-10:] == ["category.saved"] * 10
        assert service.save_category(after[6], after[6]) == Changes()

    def test_one_is_added_at_the_end_then_no_longer_offered(self, empty):
        service = empty.services.partners
        new = SkillCategory(empty.registry.new_id(), " Soudure ", 0)
        service.save_category(None, new)
        added = service.categories()[-1]
        assert (added.name, added.position) == ("Soudure", 11)
        service.save_category(added, replace(added, is_offered=False))
        assert not service.categories()[-1].is_offered

    def test_a_rename_is_not_lost_with_a_later_edit_of_what_was_before(self, empty, refused):
        service = empty.services.partners
        read = service.categories()[3]
        service.save_category(read, replace(read, name="Qualité et certification"))
        with refused(ErrorCode.CATEGORY_CHANGED_MEANWHILE, empty, name="Qualité"):
            service.save_category(read, replace(read, name="Qualité ISO"))
        stands = service.categories()[3]
        assert (stands.name, stands.aliases) == ("Qualité et certification", ("Qualité",))
        service.order_categories([each.id for each in reversed(service.categories())])
        service.save_category(stands, replace(stands, is_offered=False))
        gone = replace(stands, id=empty.registry.new_id())
        with refused(ErrorCode.CATEGORY_CHANGED_MEANWHILE, empty):
            service.save_category(gone, stands)

    def test_they_are_put_in_another_order(self, empty):
        service = empty.services.partners
        wanted = [each.id for each in reversed(service.categories())]
        service.order_categories(wanted)
        assert [each.id for each in service.categories()] == wanted
        assert service.order_categories(wanted) == Changes()
        with pytest.raises(ValueError, match="one place"):
            service.order_categories(wanted[1:])

    def test_a_name_is_of_one_category_only(self, empty, refused):
        service = empty.services.partners
        quality = service.categories()[3]
        with refused(ErrorCode.CATEGORY_TAKEN, empty, name="informatique"):
            service.save_category(quality, replace(quality, aliases=("informatique",)))
        for wrong in ({"name": " "}, {"name": "---"}, {"name": "Soudure", "aliases": ("…",)}):
            with refused(ErrorCode.CATEGORY_NAME_MISSING, empty):
                service.save_category(None, replace(quality, **({"aliases": ()} | wrong)))

    def test_names_of_workbooks_that_are_of_none_are_proposed_as_they_stand(self, office, partner):
        service = office.services.partners
        assert service.unknown_names() == ()
        people = office.services.people
        people.save_partner(partner.id, replace(partner.sheet, skills=("Soudure", "qualité")))
        service.save_offer(None, an_offer(partner, category="Plasturgie"))
        assert service.unknown_names() == ("Plasturgie", "Soudure")
        service.save_category(None, SkillCategory(partner.id, "Plasturgie", 0, ("soudure",)))
        assert service.unknown_names() == ()
