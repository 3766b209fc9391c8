"""Why a partner is proposed, in French."""

from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.models.enums import ConflictKind, MatchCriterion
from alize_desktop.models.records.matching import MatchReason
from alize_desktop.rules.matching import rank
from alize_desktop.rules.skill_categories import usual_categories
from alize_desktop.wording.matches import (
    category_in_words,
    conflict_text,
    need_text,
    rank_text,
    reason_text,
    town_after_of,
)
from tests.partner_records import candidate, need, offer

FIRST, LAST = date(2026, 8, 1), date(2026, 8, 15)
Criterion = MatchCriterion


def told(criterion, **values):
    return reason_text(MatchReason(criterion, 0, tuple(values.items())))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (("Ressources humaines", True, None), "Propose les ressources humaines."),
        (("Soudure", True, 1), "Propose «\u00a0Soudure\u00a0», 1 jour par an."),
        (("Numérique", False, None), "Ne propose pas le numérique."),
    ],
)
def test_the_competence(values, sentence):
    names = ("category", "is_offered", "days")
    assert told(Criterion.SKILL, **dict(zip(names, values, strict=True))) == sentence


@pytest.mark.parametrize(
    ("person", "position", "who"),
    [
        ("Direction des RH", "", "direction des RH"),
        ("Inès Roy", "Responsable recrutement", "Inès Roy, responsable recrutement"),
        ("Service", "", "service"),
    ],
)
def test_the_person(person, position, who):
    values = {"category": "Ressources humaines", "person": person, "position": position}
    sentence = f"Propose les ressources humaines\u00a0: {who}."
    assert told(Criterion.PERSON, days=None, **values) == sentence
    with_days = f"Propose les ressources humaines, 4 jours par an\u00a0: {who}."
    assert told(Criterion.PERSON, days=4, **values) == with_days


def test_every_usual_category_has_its_article():
    words = [category_in_words(each.name) for each in usual_categories()]
    assert all(each.startswith(("l’", "la ", "le ", "les ")) for each in words)


def test_the_basin():
    assert told(Criterion.BASIN, basin="", is_same=False) == "Bassin inconnu."
    assert told(Criterion.BASIN, basin="Meuse", is_same=True) == "Du même bassin\u00a0: Meuse."
    assert told(Criterion.BASIN, basin="Meuse", is_same=False) == "D’un autre bassin\u00a0: Meuse."


@pytest.mark.parametrize(
    ("far", "town", "other", "sentence"),
    [
        (12, "Dijon", "Beaune", "À 12\u00a0km de Dijon."),
        (9371, "Épinal", "Dijon", "À 9\u202f371\u00a0km d’Épinal."),
        (0, "Le Creusot", "Torcy", "À moins d’un kilomètre du Creusot."),
        (
            None,
            "Dijon",
            "",
            "Distance inconnue\u00a0: la commune du partenaire n’est pas renseignée.",
        ),
        (
            *(None, "", "Dijon"),
            "Distance inconnue\u00a0: la commune de l’entreprise n’est pas renseignée.",
        ),
        (
            *(None, "Dijon", "Ici"),
            "Distance inconnue\u00a0: Dijon ou Ici n’est pas dans la liste des communes, ou a un homonyme.",
        ),
        (
            *(None, "Ici", "ICI"),
            "Distance inconnue\u00a0: Ici n’est pas dans la liste des communes, ou a un homonyme.",
        ),
    ],
)
def test_the_distance(far, town, other, sentence):
    assert told(Criterion.DISTANCE, kilometres=far, town=town, partner_town=other) == sentence


def test_towns_after_of():
    towns = ("Les Ulis", "L’Haÿ-les-Roses", "Alès", "")
    assert [town_after_of(each) for each in towns] == [
        *("des Ulis", "de L’Haÿ-les-Roses", "d’Alès", "de "),
    ]


@pytest.mark.parametrize(
    ("left", "offered", "needed", "sentence"),
    [
        ("4", "12", 4, "4 jours restent sur 12 en 2026."),
        ("1", "12", 4, "1 jour reste sur 12 en 2026\u00a0: il en faut 4."),
        ("1.5", "5.5", 0, "1,5 jour reste sur 5,5 en 2026."),
        ("0", "12", 4, "Aucun jour ne reste sur 12 en 2026."),
        ("0", "0", 4, "Aucun jour offert en 2026."),
        ("-1", "1", 4, "1 jour de trop est promis en 2026, sur 1 offert."),
        ("-2", "12", 4, "2 jours de trop sont promis en 2026, sur 12 offerts."),
        ("-2", "0", 4, "2 jours de trop sont promis en 2026, aucun offert."),
    ],
)
def test_the_days_left(left, offered, needed, sentence):
    values = {"left": Decimal(left), "offered": Decimal(offered), "needed": needed, "year": 2026}
    assert told(Criterion.DAYS_LEFT, **values) == sentence


def test_absences():
    days = {"first": FIRST, "last": LAST}
    now = told(Criterion.AVAILABILITY, is_now=True, reason="congés", **days)
    assert now == "Ne prête personne jusqu’au 15/08/2026 (congés)."
    later = told(Criterion.AVAILABILITY, is_now=False, reason="", **days)
    assert later == "Ne prête personne du 01/08/2026 au 15/08/2026."


@pytest.mark.parametrize(
    ("first", "last", "standing", "sentence"),
    [
        (None, None, "", "Dates de la convention inconnues."),
        (FIRST, None, "", "Convention en vigueur depuis le 01/08/2026."),
        (FIRST, LAST, "", "Convention en vigueur jusqu’au 15/08/2026."),
        (FIRST, LAST, "is_ended", "Convention terminée le 15/08/2026."),
        (FIRST, LAST, "is_to_come", "Convention à partir du 01/08/2026."),
    ],
)
def test_the_agreement(first, last, standing, sentence):
    values = {each: each == standing for each in ("is_ended", "is_to_come")}
    assert told(Criterion.AGREEMENT, first=first, last=last, **values) == sentence


@pytest.mark.parametrize(
    ("missions", "words"), [(0, "Aucune mission"), (2, "Deux missions"), (12, "12 missions")]
)
def test_the_load(missions, words):
    assert told(Criterion.LOAD, missions=missions) == f"{words} en cours."


@pytest.mark.parametrize(
    ("closed", "rated", "rating", "sentence"),
    [
        (2, 2, "4.5", "Deux missions évaluées 4,5 sur 5."),
        (3, 1, "4.0", "Une mission évaluée 4 sur 5."),
        (1, 0, None, "Une mission close, non évaluée."),
        (3, 0, None, "Trois missions closes, aucune évaluée."),
        (0, 0, None, "Aucune mission passée."),
    ],
)
def test_the_evaluations(closed, rated, rating, sentence):
    exact = None if rating is None else Decimal(rating)
    assert told(Criterion.EVALUATIONS, closed=closed, rated=rated, rating=exact) == sentence


@pytest.mark.parametrize(
    ("kind", "note", "sentence"),
    [
        (ConflictKind.COMPETITOR, "", "Concurrent de l’entreprise\u00a0: exclu."),
        (ConflictKind.CUSTOMER, "Oui.", "Client de l’entreprise\u00a0: exclu (Oui)."),
        (ConflictKind.SUPPLIER, "", "Fournisseur de l’entreprise\u00a0: exclu."),
        (ConflictKind.OTHER, "", "Incompatible avec l’entreprise\u00a0: exclu."),
    ],
)
def test_conflicts(kind, note, sentence):
    assert told(Criterion.CONFLICT, kind=kind, note=note, is_itself=False) == sentence


def test_the_company_itself():
    values = {"kind": ConflictKind.OTHER, "note": "", "is_itself": True}
    assert told(Criterion.CONFLICT, **values) == "C’est l’entreprise elle-même\u00a0: exclue."


@pytest.mark.parametrize(
    ("note", "is_itself", "sentence"),
    [
        (
            "",
            False,
            "Client de l’entreprise\u00a0: ce partenaire ne devrait pas lui prêter de jours.",
        ),
        (
            "Oui.",
            False,
            "Client de l’entreprise (Oui)\u00a0: ce partenaire ne devrait pas lui prêter de jours.",
        ),
        (
            "",
            True,
            "Ce partenaire est l’entreprise elle-même\u00a0: elle ne se prête pas de jours.",
        ),
    ],
)
def test_the_warning_of_a_partner_that_was_chosen(note, is_itself, sentence):
    values = {"kind": ConflictKind.CUSTOMER, "note": note, "is_itself": is_itself}
    reason = MatchReason(Criterion.CONFLICT, 0, tuple(values.items()))
    assert conflict_text(reason) == sentence


def test_every_reason_of_a_ranking_has_its_sentence():
    given = [
        candidate("Alpha", offers=(offer(person="Direction des RH"),)),
        candidate("Beta", siren=need().siren),
    ]
    matches = rank(need(), given, usual_categories(), LAST)
    sentences = [reason_text(reason) for each in matches for reason in each.reasons]
    assert len(sentences) == 8
    assert all(each.endswith(".") and ".." not in each for each in sentences)
    assert [rank_text(each) for each in matches] == ["1", "exclu"]
    assert rank_text(matches[0], is_tied=True) == "1 ex æquo"


def test_the_need_of_a_dossier():
    said = "Dossier 2026-014\u00a0: besoin de compétences dans les ressources humaines"
    assert need_text(need(), "2026-014") == f"{said}, 4 jours en 2026."
    assert need_text(need(days=0), "2026-014") == f"{said}."
