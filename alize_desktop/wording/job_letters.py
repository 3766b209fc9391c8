"""What the fields of the letter about promised jobs say."""

from alize_desktop.models.records.job_papers import JobsPaperRecord
from alize_desktop.rules.job_letters import answer_by, lacking, missed
from alize_desktop.rules.jobs import counted_part, counts_of
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.decision_words import listed
from alize_desktop.wording.dossier_values import values_of
from alize_desktop.wording.job_words import (
    lacking_items,
    months_text,
    promised_items,
    seen_items,
)
from alize_desktop.wording.labels import label
from alize_desktop.wording.late_letters import contact_of


def reminder_values(record: JobsPaperRecord) -> dict[str, str]:
    """Return what each field of the letter says; one without anything to say is empty.

    Raises:
        UserError: ``JOBS_NOT_MISSED``.
    """
    stone, seen = missed(record.detail)
    facts = record.detail.facts
    counted = counted_part(stone.promised, seen.draft)
    proof = seen.draft.evidence
    return {
        **values_of(record.paper),
        "date_decision": long_date(facts.decided_on) if facts else "",
        "jalon": months_text(stone.months),
        "date_jalon": long_date(stone.due_on),
        "emplois_promis": listed([*promised_items(stone.promised)]),
        "emplois_constates": listed([*seen_items(counts_of(seen.draft), counted)]),
        "emplois_manquants": listed([*lacking_items(lacking(stone.promised, seen))]),
        "date_constat": long_date(seen.draft.observed_on),
        "preuve_constat": label(proof).lower().replace("dsn", "DSN"),
        "interlocuteur": contact_of(record.paper),
        "repondre_avant": long_date(answer_by(record.paper.today)),
    }
