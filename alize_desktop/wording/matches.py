"""Why a partner company is proposed for a dossier, in French, one sentence a reason."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from alize_desktop.models.enums import ConflictKind, MatchCriterion
from alize_desktop.models.records.matching import MatchNeed, MatchReason, PartnerMatch
from alize_desktop.rules.text import search_key
from alize_desktop.wording.amounts import NO_BREAK, decimal_text, integer_text
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.names import counted, plural

_Values = Mapping[str, Any]

_IN_WORDS: Final = {
    "Stratégie": "la stratégie",
    "Commercial et marketing": "le commercial et le marketing",
    "Organisation et production": "l’organisation et la production",
    "Qualité": "la qualité",
    "Ressources humaines": "les ressources humaines",
    "Gestion et finances": "la gestion et les finances",
    "HSE": "l’hygiène, la sécurité et l’environnement",
    "Numérique": "le numérique",
    "Juridique": "le juridique",
    "Achats et logistique": "les achats et la logistique",
}
"""The usual categories with their articles; another one is quoted."""

_COMMON: Final = frozenset(
    {
        *("bureau", "département", "directeur", "direction", "directrice", "équipe"),
        *("pôle", "responsable", "service"),
    }
)
"""First words that are no name: they are written small within a sentence."""

_FEMININE: Final = (
    *("Aucune", "Une", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept", "Huit", "Neuf", "Dix"),
)
_VOWELS: Final = frozenset("aeiouy")
_EXCLUDED: Final = {
    ConflictKind.COMPETITOR: "Concurrent de l’entreprise",
    ConflictKind.CUSTOMER: "Client de l’entreprise",
    ConflictKind.SUPPLIER: "Fournisseur de l’entreprise",
    ConflictKind.OTHER: "Incompatible avec l’entreprise",
}


def conflict_text(conflict: MatchReason) -> str:
    """Return the warning that a partner chosen should not lend: « Concurrent de… »."""
    values: Mapping[str, Any] = dict(conflict.values)
    if values["is_itself"]:
        return f"Ce partenaire est l’entreprise elle-même{NO_BREAK}: elle ne se prête pas de jours."
    why = f" ({values['note'].rstrip('.')})" if values["note"] else ""
    kind = _EXCLUDED[values["kind"]]
    return f"{kind}{why}{NO_BREAK}: ce partenaire ne devrait pas lui prêter de jours."


def reason_text(reason: MatchReason) -> str:
    """Return the sentence of a reason: « À 12 km de Dijon. »."""
    return _SENTENCES[reason.criterion](dict(reason.values))


def need_text(need: MatchNeed, number: str) -> str:
    """Return what a dossier needs: « Dossier 2026-014 : besoin de compétences dans … »."""
    what = category_in_words(need.category)
    days = f", {counted(need.days, 'jour')} en {need.year}" if need.days else ""
    return f"Dossier {number}{NO_BREAK}: besoin de compétences dans {what}{days}."


def rank_text(match: PartnerMatch, *, is_tied: bool = False) -> str:
    """Return where a partner stands: « 1 », « 2 ex æquo », « exclu »."""
    if match.conflict is not None:
        return "exclu"
    return f"{match.rank} ex æquo" if is_tied else str(match.rank)


def category_in_words(category: str) -> str:
    """Return a category within a sentence: « les ressources humaines », « « Soudure » »."""
    return _IN_WORDS.get(category) or f"«{NO_BREAK}{category}{NO_BREAK}»"


def town_after_of(town: str) -> str:
    """Return a town after « de »: « de Dijon », « d’Épinal », « du Creusot », « des Ulis »."""
    for article, short in (("Le ", "du "), ("Les ", "des ")):
        if town.startswith(article):
            return short + town.removeprefix(article)
    return f"d’{town}" if search_key(town)[:1] in _VOWELS else f"de {town}"


def _skill(values: _Values) -> str:
    if not values["is_offered"]:
        return f"Ne propose pas {category_in_words(values['category'])}."
    return f"Propose {_offered(values)}."


def _person(values: _Values) -> str:
    who = _small(values["person"])
    if values["position"]:
        who = f"{who}, {_small(values['position'])}"
    return f"Propose {_offered(values)}{NO_BREAK}: {who}."


def _offered(values: _Values) -> str:
    """Return a competence, with its days a year when they are said."""
    what, days = category_in_words(values["category"]), values["days"]
    return f"{what}, {counted(days, 'jour')} par an" if days else what


def _small(text: str) -> str:
    """Return a text within a sentence: « Direction des RH » begins small, a name does not."""
    first, _space, rest = text.partition(" ")
    return f"{first.lower()} {rest}".rstrip() if first.lower() in _COMMON else text


def _basin(values: _Values) -> str:
    if not values["basin"]:
        return "Bassin inconnu."
    which = "Du même bassin" if values["is_same"] else "D’un autre bassin"
    return f"{which}{NO_BREAK}: {values['basin']}."


def _distance(values: _Values) -> str:
    far, town, other = values["kilometres"], values["town"], values["partner_town"]
    if far:
        return f"À {integer_text(far)}{NO_BREAK}km {town_after_of(town)}."
    if far == 0:
        return f"À moins d’un kilomètre {town_after_of(town)}."
    if not (town and other):
        whose = "du partenaire" if town else "de l’entreprise"
        return f"Distance inconnue{NO_BREAK}: la commune {whose} n’est pas renseignée."
    either = f"{town} ou {other}" if search_key(town) != search_key(other) else town
    why = "n’est pas dans la liste des communes, ou a un homonyme"
    return f"Distance inconnue{NO_BREAK}: {either} {why}."


def _days_left(values: _Values) -> str:
    left, offered, needed = values["left"], values["offered"], values["needed"]
    year = f"en {values['year']}"
    if left < 0:
        said, verb = _days(-left), "est promis" if -left < 2 else "sont promis"
        but = (
            f"sur {decimal_text(offered)} {plural(offered, 'offert')}"
            if offered
            else "aucun offert"
        )
        return f"{said} de trop {verb} {year}, {but}."
    if not left:
        if not offered:
            return f"Aucun jour offert {year}."
        return f"Aucun jour ne reste sur {decimal_text(offered)} {year}."
    verb = "reste" if left < 2 else "restent"
    told = f"{_days(left)} {verb} sur {decimal_text(offered)} {year}"
    return f"{told}{NO_BREAK}: il en faut {needed}." if needed > left else f"{told}."


def _days(days: Decimal) -> str:
    return counted(Fraction(days), "jour")


def _availability(values: _Values) -> str:
    why = f" ({values['reason']})" if values["reason"] else ""
    last = short_date(values["last"])
    if values["is_now"]:
        return f"Ne prête personne jusqu’au {last}{why}."
    return f"Ne prête personne du {short_date(values['first'])} au {last}{why}."


def _agreement(values: _Values) -> str:
    first: date | None = values["first"]
    last: date | None = values["last"]
    if last is not None:
        if values["is_ended"]:
            return f"Convention terminée le {short_date(last)}."
        if not values["is_to_come"]:
            return f"Convention en vigueur jusqu’au {short_date(last)}."
    if first is None:
        return "Dates de la convention inconnues."
    since = "à partir du" if values["is_to_come"] else "en vigueur depuis le"
    return f"Convention {since} {short_date(first)}."


def _load(values: _Values) -> str:
    return f"{_missions(values['missions'])} en cours."


def _evaluations(values: _Values) -> str:
    if values["rating"] is not None:
        rated = plural(values["rated"], "évaluée")
        return f"{_missions(values['rated'])} {rated} {decimal_text(values['rating'])} sur 5."
    closed = values["closed"]
    if not closed:
        return "Aucune mission passée."
    none = "non évaluée" if closed == 1 else "aucune évaluée"
    return f"{_missions(closed)} {plural(closed, 'close')}, {none}."


def _missions(count: int) -> str:
    """Return « Aucune mission », « Deux missions », « 12 missions »."""
    number = _FEMININE[count] if count < len(_FEMININE) else str(count)
    return f"{number} {plural(count, 'mission')}"


def _conflict(values: _Values) -> str:
    if values["is_itself"]:
        return f"C’est l’entreprise elle-même{NO_BREAK}: exclue."
    why = f" ({values['note'].rstrip('.')})" if values["note"] else ""
    return f"{_EXCLUDED[values['kind']]}{NO_BREAK}: exclu{why}."


_SENTENCES: Final[Mapping[MatchCriterion, Callable[[_Values], str]]] = {
    MatchCriterion.SKILL: _skill,
    MatchCriterion.PERSON: _person,
    MatchCriterion.BASIN: _basin,
    MatchCriterion.DISTANCE: _distance,
    MatchCriterion.DAYS_LEFT: _days_left,
    MatchCriterion.AVAILABILITY: _availability,
    MatchCriterion.LOAD: _load,
    MatchCriterion.EVALUATIONS: _evaluations,
    MatchCriterion.AGREEMENT: _agreement,
    MatchCriterion.CONFLICT: _conflict,
}
