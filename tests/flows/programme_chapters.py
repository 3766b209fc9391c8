"""The story of the founding article, chapter by chapter, at the keyboard of the main window.

An electronics company wants cameras in its workshop. It says that it wants to grow; the
appraisal finds that it cannot recruit. Somebody who recruits is lent to it, and a year after
the money was paid, two technicians work there who did not before.
"""

from datetime import date, time
from decimal import Decimal

from PySide6.QtCore import Qt

from alize_desktop.models.enums import (
    AttendanceKind,
    DecisionOutcome,
    DossierState,
    FollowUpKind,
    MissionState,
)
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.matching.view import MatchingView
from tests.flows import programme_cast as cast
from tests.flows.conftest import plain

KEY = Qt.Key
ENTER = KEY.Key_Return


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
        desk = self.desk
        self.clock.set(cast.FILED)
        screen = desk.go(KEY.Key_4)
        pages = screen.pages
        desk.pick(screen.table, cast.LENDER.name)
        desk.tab(pages.tabs, "agreement")
        desk.push("agreement_edit")
        desk.write("En vigueur depuis le", "01/01/2025")
        desk.write("Code postal", "21000")
        desk.write("Commune", "Dijon")
        desk.agree()
        desk.tab(pages.tabs, "offers")
        desk.push("offer_add")
        desk.choose("Compétence", "Ressources humaines")
        desk.write("Personne ou service", cast.DEPARTMENT)
        desk.agree()
        desk.pick(screen.table, cast.RIVAL.name)
        desk.tab(pages.tabs, "conflicts")
        desk.push("conflict_add")
        desk.write("Entreprise", cast.COMPANY_SIREN)
        desk.choose("Le partenaire en est", "Concurrent")
        desk.write("Remarque", "mêmes cartes électroniques")
        desk.agree()
        (offer,) = self.services.partners.detail(self.lender).offers
        assert (offer.category, offer.person) == ("Ressources humaines", cast.DEPARTMENT)
        rival = self.services.partners.detail(self.partner(cast.RIVAL))
        assert [each.siren for each in rival.conflicts] == [cast.COMPANY_SIREN]

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
        desk = self.desk
        desk.pane("skills")
        table = self.proposed()
        ranks = [(rank, name) for rank, name, *_rest in desk.lines(table)]
        best, rival = (cast.LENDER.name, cast.RIVAL.name)
        assert ranks == [("1", best), ("2", cast.OTHER.name), ("exclu", rival)]
        desk.pick(table, best)
        told = desk.told("matching_reasons")
        assert "Propose les ressources humaines : direction des ressources humaines." in told
        assert "20 jours restent sur 20 en 2026." in told
        desk.pick(table, rival)
        told = desk.told("matching_reasons")
        assert "Concurrent de l’entreprise : exclu (mêmes cartes électroniques)." in told
        assert not desk.shown("matching_prepare").isEnabled()

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

    def a_mission_is_prepared(self):
        """The mission is prepared out of what the matching proposes, then agreed."""
        desk = self.desk
        self.clock.set(cast.AGREED)
        desk.pane("skills")
        desk.pick(self.proposed(), cast.LENDER.name)
        desk.push("matching_prepare")
        assert desk.field("Partenaire").value() == self.lender
        assert desk.field("Jours prévus").value() == Decimal(5)
        assert desk.field("Personne prêtée").value() == cast.DEPARTMENT
        desk.write("Personne prêtée", cast.PERSON)
        desk.write("Sa qualification chez le partenaire", cast.POSITION)
        desk.write("Objectifs", "Recruter deux techniciens")
        desk.write("Fin", "30/06/2026")
        desk.choose("La personne prêtée est d’accord", "Oui")
        desk.choose("Les deux entreprises sont du même groupe", "Non")
        desk.agree()
        (row,) = self.services.missions.rows(self.dossier)
        assert (row.partner, row.sheet.contributor) == (cast.LENDER.name, cast.PERSON)
        assert row.account.state is MissionState.PLANNED
        desk.pane("missions")
        desk.ctrl(KEY.Key_G)
        desk.agree()
        assert self.account().state is MissionState.AGREED

    def a_person_is_lent(self):
        """Days are done, then both sides confirm them."""
        desk = self.desk
        for day, days in zip(cast.WORKED, ("1,5", "1,5", "2"), strict=True):
            self.clock.set(day)
            desk.ctrl(KEY.Key_D)
            desk.write("Jours faits", days)
            desk.agree()
        assert (self.account().done, self.account().confirmed) == (Decimal(5), Decimal(0))
        desk.ctrl(KEY.Key_R)
        assert desk.field("Confirmés par").box.currentText() == "l’entreprise et le partenaire"
        desk.agree()
        assert self.account().confirmed == Decimal(5)

    def the_mission_ends(self):
        """Both sides evaluate it, then it is closed."""
        desk = self.desk
        self.clock.set(cast.CLOSED)
        desk.ctrl(KEY.Key_U)
        desk.choose("Évaluation", "5")
        desk.write("En quelques mots", "Deux embauches.")
        desk.choose("Évaluation", "4", rank=1)
        desk.agree()
        desk.push("mission_close")
        desk.agree()
        account = self.account()
        assert (account.state, str(account.value)) == (MissionState.CLOSED, "4000.00")
        assert (account.company_rating, account.partner_rating) == (5, 4)

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

    def proposed(self):
        """Return the list of the partners proposed for the dossier that is shown."""
        return self.desk.main.findChild(MatchingView).list.table

    def account(self):
        (row,) = self.services.missions.rows(self.dossier)
        return row.account

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
            self.a_mission_is_prepared,
            self.a_person_is_lent,
            self.the_mission_ends,
            self.jobs_are_observed,
        )
