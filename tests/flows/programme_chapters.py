"""The story of the founding article, chapter by chapter, at the keyboard of the main window.

An electronics company wants cameras in its workshop. It says that it wants to grow; the
appraisal finds that it cannot recruit. Somebody who recruits is lent to it, and a year after
the money was paid, two technicians work there who did not before.
"""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from PySide6.QtCore import Qt

from alize_desktop.models.enums import (
    Agreement,
    AttendanceKind,
    ConflictKind,
    DecisionOutcome,
    DossierState,
    FollowUpKind,
    MissionEventKind,
    MissionState,
)
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.missions import MissionEventDraft
from alize_desktop.models.records.partners import PartnerConflict, PartnerProfile, SkillOffer
from alize_desktop.ui.committee.plan import Step
from alize_desktop.wording.matches import reason_text
from tests.flows import programme_cast as cast
from tests.flows.conftest import plain

KEY = Qt.Key
ENTER = KEY.Key_Return
Kind = MissionEventKind
SIDES = (Kind.CONFIRMED_BY_COMPANY, Kind.CONFIRMED_BY_PARTNER)


class Story:
    """What a programme does for one company, day after day.

    Args:
        desk: The main window and who works at it.
        clock: Moved on from one chapter to the next.
    """

    def __init__(self, desk, clock):
        self.desk, self.clock = desk, clock
        self.services = desk.services

    @property
    def dossier(self):
        return self.services.dossiers.by_number("2026-001")

    @property
    def lender(self):
        return self.partner(cast.LENDER)

    def partner(self, lender):
        partners = {each.sheet.siren: each.id for each in self.services.people.partners()}
        return partners[lender.siren]

    def partners_agree(self):
        """Partners say who lends, where they are, and whom they do not help."""
        self.clock.set(cast.FILED)
        partners = self.services.partners
        profile = PartnerProfile("21000", "Dijon", date(2025, 1, 1))
        self.written(partners.save_profile(self.lender, profile))
        offer = SkillOffer(self.lender, self.lender, "Ressources humaines", cast.DEPARTMENT)
        self.written(partners.save_offer(None, offer))
        rival = self.partner(cast.RIVAL)
        why = PartnerConflict(rival, rival, cast.COMPANY_SIREN, ConflictKind.COMPETITOR)
        self.written(partners.save_conflict(None, replace(why, note="mêmes cartes électroniques")))

    def the_company_files(self):
        """A dossier is typed: what the company says that it needs."""
        desk = self.desk
        desk.go(KEY.Key_1)
        desk.ctrl(KEY.Key_N)
        for name, text in (
            ("Entreprise", cast.COMPANY),
            ("SIREN", cast.COMPANY_SIREN),
            ("Code NAF", "26.12Z"),
            ("Effectif", "12"),
            ("Code postal", "21200"),
            ("Commune", "Beaune"),
        ):
            desk.write(name, text)
        desk.pane("project")
        desk.write("Objet du projet", "Vidéosurveillance de l’atelier")
        desk.choose("Type de projet", "Développement")
        desk.write("But du projet", "Développement commercial")
        desk.write("Besoin exprimé", "Croissance interne")
        desk.pane("financing")
        desk.write("Coût du projet", "30000")
        desk.write("Avance demandée", "12000")
        desk.ctrl(KEY.Key_S)
        sheet = self.detail().sheet
        assert (sheet.company.name, sheet.company.siren) == (cast.COMPANY, cast.COMPANY_SIREN)
        assert sheet.project.need_expressed == "Croissance interne"

    def the_need_is_diagnosed(self):
        """The appraisal finds another need, and keeps both with the reason."""
        desk = self.desk
        self.clock.set(cast.DIAGNOSED)
        desk.pane("project")
        desk.write("Besoin diagnostiqué", "Ressources humaines")
        desk.pane("skills")
        desk.write("Jours demandés", "5")
        desk.write("Compétence demandée", "Ressources humaines")
        desk.pane("jobs")
        desk.write("Emplois créés", "2")
        desk.choose("Contrat", "CDI")
        desk.ctrl(KEY.Key_S)
        desk.push("jobs_write_note")
        desk.write("Ce que l’instruction a trouvé", "Deux postes de technicien restent vides.")
        desk.write("Saisi par", cast.AUTHOR)
        desk.agree()
        (note,) = self.services.jobs.detail(self.dossier).diagnosis
        assert (note.expressed, note.diagnosed) == ("Croissance interne", "Ressources humaines")
        assert note.written_on == cast.DIAGNOSED

    def a_partner_is_proposed(self):
        """The matching names who may help and says why; a competitor is left out."""
        first, *others, last = self.services.matching.rank(self.dossier)
        assert (first.name, first.rank) == (cast.LENDER.name, 1)
        told = [plain(reason_text(each)) for each in first.reasons]
        assert "Propose les ressources humaines : direction des ressources humaines." in told
        assert [each.name for each in others] == [cast.OTHER.name]
        assert (last.name, last.conflict) == (cast.RIVAL.name, ConflictKind.COMPETITOR)
        (why,) = last.reasons
        excluded = "Concurrent de l’entreprise : exclu (mêmes cartes électroniques)."
        assert plain(reason_text(why)) == excluded

    def the_committee_agrees(self):
        """The committee grants an advance, and days of that partner."""
        desk = self.desk
        self.clock.set(cast.HELD)
        self.prepare_the_meeting()
        desk.begin()
        desk.deliberate()
        desk.press("4", "o", "  ")
        assert desk.step is Step.DECISION
        self.choose_the_lender()
        desk.ctrl(ENTER)
        assert desk.step is Step.BETWEEN
        desk.press("  ")
        assert desk.step is Step.CLOSED
        desk.leave_the_meeting()
        decided = self.detail().decision.draft
        assert decided.outcome is DecisionOutcome.APPROVED
        assert (str(decided.amount), decided.days) == ("12000.00", 5)
        assert (decided.partner_id, decided.jobs_created) == (self.lender, 2)
        assert {each.kind for each in desk.state.attendance} == {AttendanceKind.PRESENT}

    def choose_the_lender(self):
        """Choose in the package the partner that lends, whose days left are told."""
        desk = self.desk
        box = desk.shown("decided_partner_id")
        box.setFocus()
        for _line in range(box.count()):
            if box.currentText().startswith(cast.LENDER.name):
                break
            desk.press(KEY.Key_Down)
        assert plain(box.currentText()) == "Groupe Tilleul · 20 jours restants"

    def prepare_the_meeting(self):
        """Finish the appraisal, and put the dossier on an agenda."""
        dossiers, meetings = self.services.dossiers, self.services.meetings
        for state in (DossierState.UNDER_APPRAISAL, DossierState.COMPLETE):
            self.written(dossiers.change_state(self.dossier, state))
        draft = MeetingDraft(cast.HELD, time(14), "Beaune", None, cast.AUTHOR)
        self.desk.meeting, _changes = meetings.create(draft)
        self.written(meetings.set_agenda(self.desk.meeting, [self.dossier]))

    def the_money_is_paid(self):
        """The agreement is signed; its first schedule follows the payment."""
        desk = self.desk
        self.clock.set(cast.SIGNED)
        desk.go(KEY.Key_5)
        desk.wait(lambda: desk.main.stack.currentWidget().pane.detail is not None)
        desk.ctrl(KEY.Key_G)
        desk.write("Versement prévu le", "01/04/2026")
        desk.agree()
        self.clock.set(cast.RELEASED)
        desk.ctrl(KEY.Key_D)
        desk.agree()
        position = self.services.advances.detail(self.dossier, cast.RELEASED).row.position
        assert str(position.disbursed) == "12000.00"

    def jobs_are_promised(self):
        """The company promises two technicians within a year."""
        desk = self.desk
        desk.go(KEY.Key_1)
        desk.pane("jobs")
        desk.push("jobs_add_line")
        desk.write("Personnes", "2")
        desk.write("D’ici le", "01/04/2027")
        desk.agree()
        detail = self.services.jobs.detail(self.dossier)
        assert [each.due_on for each in detail.milestones][1] == cast.MILESTONE
        assert detail.milestones[1].promised.created == 2

    def a_person_is_lent(self):
        """The mission is prepared from the matching, agreed, done, confirmed by both sides."""
        missions = self.services.missions
        self.clock.set(cast.AGREED)
        best = self.services.matching.rank(self.dossier)[0].partner_id
        proposed = missions.propose(self.dossier, best)
        assert (proposed.category, proposed.planned_days) == ("Ressources humaines", Decimal(5))
        assert proposed.contributor == cast.DEPARTMENT
        sheet = replace(
            proposed,
            contributor=cast.PERSON,
            position=cast.POSITION,
            goals="Recruter deux techniciens",
            consent=Agreement.YES,
            same_group=Agreement.NO,
            ends_on=date(2026, 6, 30),
        )
        self.mission, changes = missions.create(self.dossier, sheet)
        self.written(changes)
        self.record(Kind.AGREEMENT_SIGNED, cast.AGREED)
        assert self.account().state is MissionState.AGREED
        for day, days in zip(cast.WORKED, ("1.5", "1.5", "2"), strict=True):
            self.clock.set(day)
            self.record(Kind.DAYS_DONE, day, days)
        assert (self.account().done, self.account().confirmed) == (Decimal(5), Decimal(0))
        self.written(missions.confirm_all(self.mission, SIDES, day, cast.AUTHOR))
        assert self.account().confirmed == Decimal(5)

    def the_mission_ends(self):
        """Both sides evaluate it, then it is closed."""
        self.clock.set(cast.CLOSED)
        self.record(Kind.EVALUATED_BY_COMPANY, cast.CLOSED, rating=5, text="Deux embauches.")
        self.record(Kind.EVALUATED_BY_PARTNER, cast.CLOSED, rating=4, text="Bon accueil.")
        self.record(Kind.CLOSED, cast.CLOSED)
        account = self.account()
        assert (account.state, str(account.value)) == (MissionState.CLOSED, "4000.00")

    def jobs_are_observed(self):
        """A year after the payment both jobs are asked for, seen, and asked for no more."""
        desk = self.desk
        self.clock.set(cast.OBSERVED)
        assert self.asked_for() == [cast.MILESTONE]
        desk.go(KEY.Key_1)
        desk.pane("jobs")
        desk.shown("jobs_timeline").setFocus()
        desk.press(ENTER)
        assert plain(desk.field("Jalon").box.currentText()) == "12 mois, le 1er avril 2027"
        desk.write("Créés, personnes", "2")
        desk.write("Effectif ce jour-là", "14")
        desk.agree()
        assert self.asked_for() == []
        detail = self.services.jobs.detail(self.dossier)
        assert (detail.realisation, detail.proposals) == (1, ())

    def asked_for(self):
        """Return the days of the jobs that the follow-up of the month asks to observe."""
        desk = self.desk
        screen = desk.go(KEY.Key_0)
        service, listed = self.services.follow_up, screen.due.list.due
        today = self.clock.now.date()
        expected = [each.key for each in service.items(today, date(2027, 4, 30))]
        desk.wait(lambda: [each.key for _row, each in listed.items()] == expected)
        found = [each for _row, each in listed.items()]
        return [each.due_on for each in found if each.kind is FollowUpKind.JOBS]

    def record(self, kind, on, days="0", **more):
        draft = MissionEventDraft(kind, on, Decimal(days), author=cast.AUTHOR, **more)
        self.written(self.services.missions.record(self.mission, draft))

    def account(self):
        return self.services.missions.detail(self.mission).row.account

    def detail(self):
        return self.services.dossiers.detail(self.dossier)

    def written(self, changes):
        """Tell the window what was written elsewhere, as its own screens do."""
        self.desk.main.bus.changed.emit(changes, None)

    def chapters(self):
        """Return what happens, in order."""
        return (
            self.partners_agree,
            self.the_company_files,
            self.the_need_is_diagnosed,
            self.a_partner_is_proposed,
            self.the_committee_agrees,
            self.the_money_is_paid,
            self.jobs_are_promised,
            self.a_person_is_lent,
            self.the_mission_ends,
            self.jobs_are_observed,
        )
