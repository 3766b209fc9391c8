"""The partners ranked for a dossier of the office."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import ConflictKind, MissionEventKind
from alize_desktop.models.records.matching import PartnerPast
from alize_desktop.models.records.missions import MissionEventDraft, MissionSheet
from alize_desktop.models.records.partners import PartnerConflict, PartnerProfile, SkillOffer
from alize_desktop.models.values import Money
from alize_desktop.services.mission_writing import MissionHead, write_event, write_mission
from alize_desktop.services.partner_missions import read_past
from alize_desktop.wording.matches import reason_text

ONE = "2026-013"
DAY = date(2026, 11, 23)
Kind = MissionEventKind


def edit(office, number, **more):
    detail = office.detail(number)
    sheet = replace(detail.sheet, **more)
    office.services.dossiers.save(detail.id, sheet, detail.revision)


def diagnose(office, text, category=""):
    sheet = office.detail(ONE).sheet
    project = replace(sheet.project, need_diagnosed=text)
    edit(office, ONE, project=project, skills=replace(sheet.skills, category=category))


def need(office, *more):
    return office.services.matching.need(office.dossier(ONE), *more)


def _of(office, partner):
    matches = office.services.matching.rank(office.dossier(ONE), "Qualité")
    return next(each for each in matches if each.partner_id == partner.id)


class TestTheNeed:
    def test_it_is_that_of_the_dossier(self, office):
        sheet = office.detail(ONE).sheet
        diagnose(office, "Recrutement de deux techniciens", "Qualité")
        found = need(office)
        assert (found.category, found.basin) == ("Ressources humaines", sheet.basin)
        assert (found.siren, found.town) == (sheet.company.siren, sheet.company.town)
        assert (found.days, found.year) == (sheet.skills.days, 2026)

    def test_the_competence_asked_for_comes_second(self, office):
        diagnose(office, "Grandir", "Organisation")
        assert need(office).category == "Organisation et production"
        assert need(office, "rh").category == "Ressources humaines"

    def test_without_any_it_is_refused(self, office, refused):
        diagnose(office, "Grandir")
        with refused(ErrorCode.NEED_MISSING, office, number=ONE):
            need(office)
        with refused(ErrorCode.NEED_MISSING, office, number=ONE):
            office.services.matching.rank(office.dossier(ONE))
        assert need(office, "Soudure").category == "Soudure"

    def test_days_granted_replace_those_asked(self, office):
        office.approve(office.hold(ONE), ONE, days=7)
        assert need(office).days == 7


class TestTheRanking:
    def test_the_partner_that_says_by_whom_comes_first(self, office):
        diagnose(office, "Recrutement")
        sheet = office.detail(ONE).sheet
        company = replace(sheet.company, town="Dijon", postcode="21000")
        edit(office, ONE, company=company)
        partners = office.services.people.partners()
        chosen, rival = partners[3], partners[0]
        service = office.services.partners
        offer = SkillOffer(chosen.id, chosen.id, "RH", person="Direction des RH")
        service.save_offer(None, offer)
        service.save_profile(chosen.id, PartnerProfile("21200", "Beaune"))
        conflict = PartnerConflict(rival.id, rival.id, sheet.company.siren, ConflictKind.COMPETITOR)
        service.save_conflict(None, conflict)
        matches = office.services.matching.rank(office.dossier(ONE))
        assert len(matches) == len(partners)
        first, last = matches[0], matches[-1]
        assert (first.rank, first.partner_id, first.kilometres) == (1, chosen.id, 35)
        sentences = [reason_text(each) for each in first.reasons]
        assert sentences[0] == "Propose les ressources humaines\u00a0: direction des RH."
        assert "À 35\u00a0km de Dijon." in sentences
        assert (last.rank, last.partner_id) == (0, rival.id)
        assert {each.kilometres for each in matches[1:]} == {None}

    def test_days_granted_to_the_dossier_itself_do_not_count_against_their_partner(self, office):
        first = office.services.people.partners()[0]
        office.services.people.save_partner(first.id, replace(first.sheet, days_per_year=3))
        meeting = office.hold(ONE, "2026-014")
        granted = {"partner_id": first.id, "skill_category": "Qualité"}
        office.approve(meeting, ONE, days=3, **granted)
        told = _of(office, first)
        assert told.days_left == 3
        assert "3 jours restent sur 3 en 2026." in [reason_text(each) for each in told.reasons]
        office.approve(meeting, "2026-014", days=2, **granted)
        assert _of(office, first).days_left == 1

    def test_it_costs_a_fixed_number_of_statements(self, office, max_queries):
        dossier = office.dossier(ONE)
        with max_queries(14, office.registry):
            office.services.matching.rank(dossier)


class TestThePast:
    @pytest.fixture
    def lend(self, office):
        """Write a mission with its events: (kind, rating, event named)."""
        partner = office.services.people.partners()[0].id
        sheet = MissionSheet(partner, "Qualité", Decimal(3), Money(80_000))

        def write(number, *events):
            new = MissionHead(office.registry.new_id(), number, office.dossier(ONE), sheet)
            ids = []
            with office.registry.write() as session:
                write_mission(office.registry, session, new)
                for kind, rating, named in events:
                    names = None if named is None else ids[named]
                    draft = MissionEventDraft(kind, DAY, rating=rating, names_id=names)
                    ids.append(write_event(office.registry, session, new.id, draft))
            return partner

        return write

    def test_without_missions_there_is_none(self, office):
        with office.registry.read() as session:
            assert read_past(session) == {}

    def test_the_last_evaluation_of_each_mission_counts(self, office, lend):
        rated = Kind.EVALUATED_BY_COMPANY
        partner = lend("2026-M001", (rated, 2, None), (rated, 5, None), (Kind.CLOSED, None, None))
        lend("2026-M002", (rated, 1, None), (Kind.REVERSAL, None, 0), (rated, 4, None))
        lend("2026-M003", (Kind.CLOSED, None, None), (Kind.REVERSAL, None, 0))
        lend("2026-M004", (Kind.GIVEN_UP, None, None))
        with office.registry.read() as session:
            past = read_past(session)
        assert past == {partner: PartnerPast(2, 1, 2, Decimal("4.5"))}

    def test_it_counts_in_the_ranking(self, office, lend):
        partner = lend("2026-M001", (Kind.CLOSED, None, None))
        matches = office.services.matching.rank(office.dossier(ONE), "Qualité")
        found = next(each for each in matches if each.partner_id == partner)
        assert "Une mission close, non évaluée." in [reason_text(each) for each in found.reasons]
