"""The company and its project, as the committee saw them."""

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import facts
from alize_desktop.documents.headings import subheading
from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DossierSheet,
    JobsDetails,
    OpinionDetails,
    ProjectDetails,
)
from alize_desktop.wording.amounts import NO_BREAK, decimal_text, money_text
from alize_desktop.wording.company_words import siren_text
from alize_desktop.wording.decisions import terms_text
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted, is_feminine, list_text, person_name


def identity(sheet: DossierSheet) -> list[Flowable]:
    """Return the company: name, form, SIREN, town, manager, sector, rapporteur."""
    company, officer = sheet.company, sheet.opinion.case_officer
    manager = "Dirigeante" if is_feminine(company.manager_civility) else "Dirigeant"
    name = company.manager_name and person_name(company.manager_civility, company.manager_name)
    return facts(
        [
            ("Entreprise", ", ".join(each for each in _company_words(company) if each)),
            ("Commune", f"{company.postcode} {company.town}".strip()),
            (manager, name),
            ("Activité", ", ".join(_activity_words(company))),
            (f"Rapporteur{'e' if officer.startswith('Mme') else ''}", officer),
        ]
    )


def project(details: ProjectDetails) -> list[Flowable]:
    """Return the project and the two needs: expressed, and diagnosed."""
    content = facts(
        [
            ("Objet", details.aim),
            ("Nature", label(details.kind) if details.kind else ""),
            ("But", details.purpose),
            ("Besoin exprimé", details.need_expressed),
            ("Besoin diagnostiqué", details.need_diagnosed),
        ]
    )
    return [*subheading("Projet"), *content] if content else []


def request(sheet: DossierSheet) -> list[Flowable]:
    """Return what is asked and what is promised."""
    asked, skills = sheet.request, sheet.skills
    advance = "Aucune avance demandée."
    if asked.amount:
        terms = terms_text(asked.months, asked.deferral, asked.every)
        advance = f"{money_text(asked.amount, NO_BREAK)} {terms}"
    return [
        *subheading("Demande"),
        *facts(
            [
                ("Avance remboursable", advance),
                ("Compétences", days_text(skills.days, skills.category) or "Aucun jour demandé."),
                ("Emplois", jobs_text(sheet.jobs) or "Aucun emploi annoncé."),
            ]
        ),
    ]


def opinion(details: OpinionDetails) -> list[Flowable]:
    """Return the opinion of the case officer, and nobody else's."""
    rows = [
        ("Avis", label(details.advice) if details.advice else ""),
        ("Motivation", details.note),
    ]
    content = facts(rows)
    return [*subheading("Avis de l’instruction"), *content] if content else []


def days_text(days: int, category: str) -> str:
    """Return days of competences with their category: « 3 jours (Qualité) », empty for none."""
    if not days:
        return ""
    return f"{counted(days, 'jour')} ({category})" if category else counted(days, "jour")


def jobs_text(jobs: JobsDetails) -> str:
    """Return the jobs of a project: « 4 emplois à créer et 6 à maintenir (CDI) », empty for none."""
    numbers = [
        (jobs.created, "à créer"),
        (jobs.maintained, "à maintenir"),
        (jobs.sustained, "à pérenniser"),
    ]
    parts = [f"{counted(number, 'emploi')} {what}" for number, what in numbers if number]
    if not parts:
        return ""
    return list_text(parts) + (f" ({label(jobs.contract)})" if jobs.contract else "")


def _company_words(company: CompanyDetails) -> list[str]:
    siren = f"SIREN{NO_BREAK}{siren_text(company.siren)}" if company.siren else ""
    return [company.name, company.legal_form, siren]


def _activity_words(company: CompanyDetails) -> list[str]:
    words = []
    if company.sector:
        words.append(label(company.sector))
    if company.naf_code:
        words.append(f"NAF {company.naf_code}")
    if company.headcount is not None:
        words.append(f"effectif {decimal_text(company.headcount, NO_BREAK)} ETP")
    if company.founded_on:
        words.append(f"créée en {company.founded_on.year}")
    return words
