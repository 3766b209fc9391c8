"""A dossier in a pack: one page that says all, then the whole texts and the opinion."""

from typing import Final

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import facts, line
from alize_desktop.documents.grids import Column, grid
from alize_desktop.documents.headings import subheading
from alize_desktop.documents.papers.pack_chart import plan_chart
from alize_desktop.documents.parts.company import days_text, identity, jobs_text, opinion, project
from alize_desktop.documents.parts.financing import financing_sentences
from alize_desktop.documents.text import clean, shorten
from alize_desktop.documents.typography import styles
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.state_aid import AidWeighing
from alize_desktop.wording.amounts import NO_BREAK, money_short
from alize_desktop.wording.decisions import terms_text
from alize_desktop.wording.labels import label
from alize_desktop.wording.pack_figures import (
    SEE_BELOW,
    aid_sentences,
    is_proposed,
    proposal_text,
    ratio_sentences,
)

_NOTHING: Final = "—"
_LONGEST_AIM: Final = 420
_LONGEST_NOTE: Final = 300
_REQUEST: Final = (
    Column("Rubrique", 20),
    Column("Demande de l’entreprise", 42),
    Column("Proposition de l’instruction", 38),
)


def summary(sheet: DossierSheet, aid: AidWeighing) -> list[Flowable]:
    """Return the page of a dossier, under its title.

    Args:
        sheet: The dossier.
        aid: Of what is asked, as if granted on the day of the meeting.
    """
    return [
        *identity(sheet),
        *subheading("L’essentiel du projet"),
        *_shortened(sheet.project.aim or sheet.project.purpose, _LONGEST_AIM),
        *subheading("Demande et proposition"),
        *grid(_REQUEST, _request_rows(sheet)),
        *_shortened(sheet.opinion.note, _LONGEST_NOTE),
        *subheading("Plan de financement"),
        *plan_chart(sheet),
        line(" ".join(_plan_sentences(sheet)), styles().soft),
        *subheading("Emplois et aides d’État"),
        *facts(
            [
                ("Coût par emploi", " ".join(ratio_sentences(sheet))),
                ("Aides d’État", " ".join(aid_sentences(aid))),
            ]
        ),
    ]


def whole_texts(sheet: DossierSheet) -> list[Flowable]:
    """Return the project and the opinion with all their words."""
    return [*project(sheet.project), *opinion(sheet.opinion)]


def _shortened(text: str, longest: int) -> list[Flowable]:
    """Return the beginning of a text that is printed whole after the page."""
    words = " ".join(clean(text).split())
    if not words:
        return []
    content: list[Flowable] = [line(shorten(words, longest))]
    if len(words) > longest:
        content.append(line(SEE_BELOW, styles().soft))
    return content


def _plan_sentences(sheet: DossierSheet) -> list[str]:
    sentences = financing_sentences(sheet.financing, sheet.request.amount)
    if sheet.financing.past_de_minimis:
        sentences.pop()  # said with State aid, in full
    return sentences


def _request_rows(sheet: DossierSheet) -> list[list[str]]:
    asked, advice = sheet.request, sheet.opinion.advice
    rows = [("Avance", _NOTHING), ("Modalités", _NOTHING)]
    if asked.amount:
        rows = [
            ("Avance", money_short(asked.amount, NO_BREAK)),
            ("Modalités", terms_text(asked.months, asked.deferral, asked.every)),
        ]
    rows += [
        ("Compétences", days_text(sheet.skills.days, sheet.skills.category) or _NOTHING),
        ("Emplois", jobs_text(sheet.jobs) or _NOTHING),
    ]
    same = is_proposed(advice)
    return [
        *([name, text, text if same else _NOTHING] for name, text in rows),
        ["Avis", "", _advice(sheet)],
    ]


def _advice(sheet: DossierSheet) -> str:
    advice = sheet.opinion.advice
    proposal = proposal_text(advice)
    return f"{label(advice)}{NO_BREAK}: {proposal[0].lower()}{proposal[1:]}" if advice else proposal
