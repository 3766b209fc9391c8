"""What the paper of a dated decision on an advance says: what, why, where it stands."""

from collections.abc import Callable, Mapping
from typing import Final

from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceEventDraft, AdvancePosition
from alize_desktop.models.records.money_papers import AdvancePaperRecord
from alize_desktop.wording.amounts import NO_BREAK, money_text, words
from alize_desktop.wording.company_words import siren_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.decision_words import sentence
from alize_desktop.wording.late_letters import agreement_number, signature_day

_TITLES: Final[Mapping[AdvanceEventKind, str]] = {
    AdvanceEventKind.MORATORIUM: "Décision de moratoire",
    AdvanceEventKind.ACCELERATION: "Décision d’exigibilité",
    AdvanceEventKind.LITIGATION: "Décision de recouvrement contentieux",
    AdvanceEventKind.WAIVER: "Décision d’abandon de créance",
    AdvanceEventKind.LOSS: "Décision de passage en perte",
}

DECISIONS: Final = frozenset(_TITLES)
"""Events that a paper of their own tells."""

WITHOUT_GROUNDS: Final = "Aucun motif n’a été enregistré."
"""Said in the place of a reason that is not known."""


def decision_title(record: AdvancePaperRecord, draft: AdvanceEventDraft) -> str:
    """Return « Décision de moratoire – avance n° 2026-013 »."""
    return f"{_TITLES[draft.kind]}{NO_BREAK}– avance n°{NO_BREAK}{record.detail.row.number}"


def decision_sentences(draft: AdvanceEventDraft, position: AdvancePosition) -> tuple[str, ...]:
    """Return what is decided, one sentence a paragraph.

    Args:
        draft: One of ``DECISIONS``.
        position: The advance once it is decided.
    """
    return _SENTENCES[draft.kind](draft, position)


def advance_facts(record: AdvancePaperRecord) -> list[tuple[str, str]]:
    """Return which advance a decision is about: (name, value)."""
    company, signed = record.paper.sheet.company, signature_day(record)
    return [
        ("Entreprise", company.name),
        ("SIREN", siren_text(company.siren)),
        ("Dossier", record.paper.sheet.number),
        (
            "Convention",
            f"n°{NO_BREAK}{agreement_number(record)}" + (f", signée le {signed}" if signed else ""),
        ),
        ("Avance accordée", money_text(record.detail.row.amount, NO_BREAK)),
    ]


def position_facts(position: AdvancePosition) -> list[tuple[str, str]]:
    """Return where an advance stands on the day of a decision: (name, value)."""
    rows = [
        ("Versé", position.disbursed),
        ("Remboursé", position.received),
        ("Abandonné ou perdu", position.written_off),
        ("Récupéré ensuite", position.recovered),
        ("Reste dû", position.outstanding),
        ("Dont en retard", position.overdue),
    ]
    always = {"Versé", "Remboursé", "Reste dû"}
    return [(name, money_text(each, NO_BREAK)) for name, each in rows if each or name in always]


def grounds_text(draft: AdvanceEventDraft) -> str:
    """Return why it was decided."""
    return sentence(draft.note) or WITHOUT_GROUNDS


def entry_text(draft: AdvanceEventDraft) -> str:
    """Return who recorded it, and under which reference; empty when neither is known."""
    author = f"saisie par {draft.author.strip()}" if draft.author.strip() else ""
    reference = f"référence {draft.reference.strip()}" if draft.reference.strip() else ""
    said = ", ".join(each for each in (author, reference) if each)
    return f"Décision {said}." if said else ""


def _moratorium(draft: AdvanceEventDraft, _position: AdvancePosition) -> tuple[str, ...]:
    day = long_date(draft.value_on)
    until = f" et jusqu’au {long_date(draft.until)}" if draft.until else ""
    return (
        f"Un moratoire est accordé à l’entreprise à partir du {day}{until}.",
        (
            "Tant qu’il dure, aucune échéance n’est comptée en retard et les rappels sont suspendus."
            " Le montant dû ne change pas, et les dates de l’échéancier ne changent que par un avenant."
        ),
    )


def _acceleration(draft: AdvanceEventDraft, position: AdvancePosition) -> tuple[str, ...]:
    left = money_text(position.outstanding, NO_BREAK)
    return (
        (
            f"L’opérateur exige le remboursement immédiat de tout ce qui reste dû de l’avance"
            f" au {long_date(draft.value_on)}, soit {left} ({words(position.outstanding)})."
        ),
        (
            "Cette décision est notifiée à l’entreprise par lettre. Elle est prise sous réserve des"
            " règles des procédures de sauvegarde, de redressement et de liquidation judiciaires."
        ),
    )


def _litigation(draft: AdvanceEventDraft, position: AdvancePosition) -> tuple[str, ...]:
    left = money_text(position.outstanding, NO_BREAK)
    return (
        (
            f"Le recouvrement de ce qui reste dû, soit {left}, est poursuivi par la voie contentieuse"
            f" à partir du {long_date(draft.value_on)}."
        ),
    )


def _waiver(draft: AdvanceEventDraft, position: AdvancePosition) -> tuple[str, ...]:
    what = "une part de sa créance" if position.outstanding else "sa créance"
    return (
        (
            f"L’opérateur abandonne, à la date du {long_date(draft.value_on)}, {what}"
            f" sur l’entreprise{NO_BREAK}: {_amount(draft)}. {_left(position)}"
        ),
    )


def _loss(draft: AdvanceEventDraft, position: AdvancePosition) -> tuple[str, ...]:
    return (
        (
            f"Est inscrite en perte du fonds, à la date du {long_date(draft.value_on)}, la somme"
            f" suivante{NO_BREAK}: {_amount(draft)}. {_left(position)}"
        ),
        (
            "Ce qui serait reçu ensuite de l’entreprise, une fois tout passé en perte, est enregistré"
            " comme une récupération."
        ),
    )


def _amount(draft: AdvanceEventDraft) -> str:
    return f"{money_text(draft.amount, NO_BREAK)} ({words(draft.amount)})"


def _left(position: AdvancePosition) -> str:
    if not position.outstanding:
        return "Il ne reste plus rien dû."
    return f"Il reste dû {money_text(position.outstanding, NO_BREAK)}."


_SENTENCES: Final[
    Mapping[AdvanceEventKind, Callable[[AdvanceEventDraft, AdvancePosition], tuple[str, ...]]]
] = {
    AdvanceEventKind.MORATORIUM: _moratorium,
    AdvanceEventKind.ACCELERATION: _acceleration,
    AdvanceEventKind.LITIGATION: _litigation,
    AdvanceEventKind.WAIVER: _waiver,
    AdvanceEventKind.LOSS: _loss,
}
