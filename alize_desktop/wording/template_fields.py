"""Which fields each template may use, told in French, each with an example."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from alize_desktop.models.enums import TemplateKey
from alize_desktop.rules.templates import TextBlock, check_template, fill
from alize_desktop.wording.job_template_words import JOB_FIELD_WORDS
from alize_desktop.wording.template_words import FIELD_WORDS


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field that a template may name.

    Attributes:
        name: As it is written between braces: « date_seance ».
        description: What a person calls it.
        example: What it says for the example; several lines for a list.
    """

    name: str
    description: str
    example: str


_OFFICE: Final = ("operateur", "bassin", "signataire", "date_du_jour")
_COMMITTEE: Final = ("comite", "du_comite", "seance", "seance_du", "date_seance")
_COMPANY: Final = (
    "dossier",
    "date_depot",
    "entreprise",
    "forme_juridique",
    "siren",
    "commune",
    "dirigeant",
    "appel",
    "qualite",
    "projet",
    "montant_demande",
)
_DECIDED: Final = (
    *_OFFICE,
    *_COMMITTEE,
    *_COMPANY,
    "decision",
    "decision_initiale",
    "date_initiale",
    "motif",
)
_ADVANCE: Final = ("montant", "montant_en_lettres", "modalites")
_JOBS: Final = ("emplois", "emplois_avant")
_CONDITIONS: Final = ("conditions", "conditions_prealables", "conditions_suivi")
_VALIDITY: Final = ("validite", "date_validite", "date_caducite")
_DAYS: Final = ("jours", "categorie", "partenaire")
_SCHEDULE: Final = (
    "date_versement",
    "nombre_echeances",
    "echeance",
    "periodicite",
    "premiere_echeance",
    "derniere_echeance",
)
_AID: Final = (
    "equivalent_subvention",
    "taux_reference",
    "taux_base",
    "date_taux",
    "marge_taux",
    "garantie",
    "aides_declarees",
    "aides_accordees",
    "total_de_minimis",
    "plafond_de_minimis",
)
_LATE: Final = (
    *_OFFICE,
    *_COMPANY,
    "convention",
    "date_convention",
    "avenant",
    "versement",
    "montant",
    "echeances_en_retard",
    "total_en_retard",
    "total_en_retard_en_lettres",
    "jours_de_retard",
    "reste_du",
    "reste_du_en_lettres",
    "paiement",
    "interlocuteur",
    "date_relance",
    "date_mise_en_demeure",
)
_APPROVED: Final = (
    *_DECIDED,
    "accord",
    *_ADVANCE,
    *_DAYS,
    *_JOBS,
    *_CONDITIONS,
    *_VALIDITY,
)
_LOAN: Final = (
    "siren_partenaire",
    "correspondant",
    "base_legale",
    "de_base_legale",
    "refacturation",
)
_MISSION: Final = (
    "mission",
    "date_agrement",
    "personne",
    "qualification",
    "travail",
    "lieu_mission",
    "jours_pret",
    "debut_mission",
    "fin_mission",
    "calendrier",
    "objectifs",
)
_NOTICE: Final = (
    *_OFFICE,
    *_COMMITTEE,
    "membre",
    "appel_membre",
    "heure",
    "lieu",
    "ordre_du_jour",
    "reponse_avant",
    "premiere_seance",
    "reglement",
)

_NAMES: Final[Mapping[TemplateKey, tuple[str, ...]]] = {
    TemplateKey.NOTICE: _NOTICE,
    TemplateKey.NOTICE_MAIL: _NOTICE,
    TemplateKey.NOTIFICATION_APPROVED: _APPROVED,
    TemplateKey.NOTIFICATION_CONDITIONS: _APPROVED,
    TemplateKey.NOTIFICATION_REDUCED: _APPROVED,
    TemplateKey.NOTIFICATION_DEFERRED: (*_DECIDED, "pieces"),
    TemplateKey.NOTIFICATION_REFUSED: _DECIDED,
    TemplateKey.NOTIFICATION_WITHDRAWN: _DECIDED,
    TemplateKey.AGREEMENT: (*_APPROVED, *_SCHEDULE, *_AID),
    TemplateKey.AMENDMENT: (
        *_APPROVED,
        *_SCHEDULE,
        *_AID,
        "modifications",
        "nouvelles_echeances",
        "date_effet",
        "echeances_restantes",
    ),
    TemplateKey.CONDITIONS_SHEET: _APPROVED,
    TemplateKey.SECONDMENT: (*_APPROVED, *_LOAN, *_MISSION),
    TemplateKey.DE_MINIMIS: (*_APPROVED, *_SCHEDULE, *_AID),
    TemplateKey.REMINDER: _LATE,
    TemplateKey.FORMAL_NOTICE: (*_LATE, "payer_avant", "delai_exigibilite", "date_exigibilite"),
    TemplateKey.ACCELERATION_NOTICE: (
        *_LATE,
        "reste_a_echoir",
        "delai_exigibilite",
        "motif_exigibilite",
    ),
    TemplateKey.JOBS_REMINDER: (
        *_OFFICE,
        *_COMPANY,
        "decision",
        *JOB_FIELD_WORDS,
        "interlocuteur",
    ),
    TemplateKey.MISSION_AMENDMENT: (
        *_APPROVED,
        *_LOAN,
        *_MISSION,
        "date_convention",
        "changements",
        "motif_avenant",
    ),
    TemplateKey.STANDARD_SENTENCES: (),
}


def fields_of(key: TemplateKey) -> tuple[TemplateField, ...]:
    """Return the fields that a template may use, in the order they are shown."""
    return tuple(TemplateField(name, *FIELD_WORDS[name]) for name in _NAMES[key])


def check_text_of(key: TemplateKey, text: str) -> None:
    """Refuse a text that the papers of its kind could not be made with.

    Raises:
        UserError: See ``rules.templates.check_template``.
    """
    check_template(text, _NAMES[key])


def filled(key: TemplateKey, text: str, values: Mapping[str, str]) -> tuple[TextBlock, ...]:
    """Return a text with its fields filled.

    Raises:
        UserError: ``TEMPLATE_FIELD_EMPTY``, with the French name of the field.
    """
    return fill(text, values, {each.name: each.description for each in fields_of(key)})


def previewed(key: TemplateKey, text: str) -> tuple[TextBlock, ...]:
    """Return a text filled with the example of each field.

    Raises:
        UserError: As ``check_text_of``.
    """
    check_text_of(key, text)
    return filled(key, text, {each.name: each.example for each in fields_of(key)})
