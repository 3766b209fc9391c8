"""What is to be followed up, a sentence an item."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from alize_desktop.models.enums import FollowUpKind
from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.rules.follow_up_money import DAYS
from alize_desktop.wording.amounts import NO_BREAK, money_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.fund_months import month_name
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted, plural

_Values = Mapping[str, Any]
_COLON: Final = f"{NO_BREAK}:"


def item_text(item: FollowUpItem) -> str:
    """Return what is to be done: « Remboursement attendu : 1 000,00 €. »."""
    return _SENTENCES[item.kind](item, dict(item.values))


def calendar_title(item: FollowUpItem) -> str:
    """Return the title of an item in a calendar: its kind, its number, its company.

    A calendar leaves the office: what was typed about people stays out of it.
    """
    named = " · ".join(each for each in (item.number, item.company) if each)
    return f"{label(item.kind)}{_COLON} {named}"


def calendar_text(item: FollowUpItem) -> str:
    """Return what is to be done as a calendar says it: a condition keeps its words to itself.

    Its own day is told once it is past: the calendar says another one.
    """
    text = item_text(item)
    if item.kind is FollowUpKind.CONDITION:
        text = f"Une condition de la décision {dict(item.values)['decision']} est à lever."
    late = f" En retard{_COLON} c’était pour le {long_date(item.due_on)}." if item.is_late else ""
    return text + late


def day_text(item: FollowUpItem, today: date) -> str:
    """Return how far its day is: « en retard de 3 jours », « aujourd’hui », « dans 12 jours »."""
    days = (item.due_on - today).days
    if days < 0:
        return f"en retard de {counted(-days, 'jour')}"
    if days < 2:
        return "demain" if days else "aujourd’hui"
    return f"dans {counted(days, 'jour')}"


def month_heading(day: date) -> str:
    """Return the heading of the things due in a month: « Novembre 2026 »."""
    text = month_name(day)
    return text[0].upper() + text[1:]


def count_text(late: int, total: int) -> str:
    """Return how many things are listed: « 12 échéances, dont 3 en retard »."""
    whole = counted(total, "échéance")
    return f"{whole}, dont {late} en retard" if late else whole


def _jobs(_item: FollowUpItem, values: _Values) -> str:
    milestone = f"Constater les emplois du jalon à {values['months']}{NO_BREAK}mois"
    promised = values["promised"]
    if not promised:
        return f"{milestone}."
    jobs = counted(promised, "création")
    return f"{milestone}{_COLON} {jobs} {plural(promised, 'promise')}."


def _condition(_item: FollowUpItem, values: _Values) -> str:
    text = values["text"].strip().rstrip(".")
    return f"Condition à lever{_COLON} {text} (décision {values['decision']})."


def _mission(item: FollowUpItem, values: _Values) -> str:
    return _OF_MISSIONS[item.what](item, values)


def _end(item: FollowUpItem, values: _Values) -> str:
    done, planned = values["done"], values["planned"]
    verb = "devait finir" if item.is_late else "doit finir"
    share = f"{_days(done)} {plural(done, 'fait')} sur {_days(planned)}"
    return f"La mission de {values['partner']} {verb}{_COLON} {share}."


def _confirm(_item: FollowUpItem, values: _Values) -> str:
    days = values["days"]
    return f"Faire confirmer {_days(days)} {plural(days, 'fait')} par {_side(values)}."


def _evaluate(_item: FollowUpItem, values: _Values) -> str:
    return f"Demander à {_side(values)} son évaluation de la mission, qui est close."


def _note(_item: FollowUpItem, values: _Values) -> str:
    month, count = month_name(values["month"]), values["count"]
    if count == 1:
        return f"Écrire la note de la mission pour {month}."
    return f"Écrire les {count} notes de la mission qui manquent, depuis {month}."


def _repayment(item: FollowUpItem, values: _Values) -> str:
    what = "Remboursement en retard" if item.is_late else "Remboursement attendu"
    amount = money_text(values["amount"])
    if values["count"] == 1:
        return f"{what}{_COLON} {amount}."
    return f"{what}{_COLON} {amount} ({counted(values['count'], 'échéance')})."


def _approval(item: FollowUpItem, _values: _Values) -> str:
    if item.what == DAYS:
        return "Dernier jour pour signer la mission\u00a0: l’agrément est caduc ensuite."
    return "Dernier jour pour signer la convention\u00a0: l’agrément est caduc ensuite."


def _notice(_item: FollowUpItem, values: _Values) -> str:
    return f"Envoyer la convocation à la séance du {long_date(values['held_on'])}."


def _partner_agreement(item: FollowUpItem, _values: _Values) -> str:
    if item.is_late:
        return "La convention avec le programme a pris fin\u00a0: est-elle renouvelée\u00a0?"
    return "La convention avec le programme prend fin."


def _side(values: _Values) -> str:
    return str(values["partner"]) if values["side"] == "partner" else "l’entreprise"


def _days(number: Decimal) -> str:
    return counted(Fraction(number), "jour")


_Sentence = Callable[[FollowUpItem, _Values], str]

_OF_MISSIONS: Final[Mapping[str, _Sentence]] = {
    "end": _end,
    "confirm": _confirm,
    "evaluate": _evaluate,
    "note": _note,
}

_SENTENCES: Final[Mapping[FollowUpKind, _Sentence]] = {
    FollowUpKind.JOBS: _jobs,
    FollowUpKind.CONDITION: _condition,
    FollowUpKind.MISSION: _mission,
    FollowUpKind.REPAYMENT: _repayment,
    FollowUpKind.APPROVAL: _approval,
    FollowUpKind.NOTICE: _notice,
    FollowUpKind.PARTNER_AGREEMENT: _partner_agreement,
}
