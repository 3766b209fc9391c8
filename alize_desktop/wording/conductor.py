"""What whoever presides a meeting says, step by step."""

from typing import Final

from alize_desktop.models.enums import BallotForm, ItemKind
from alize_desktop.models.records.meeting_papers import MeetingPapersRecord, PaperPoint
from alize_desktop.rules.outcomes import is_casting_majority
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.bodies import of_the_body, the_body
from alize_desktop.wording.dates import long_date_with_day
from alize_desktop.wording.fallback_papers import quorum_to_reach
from alize_desktop.wording.meeting_papers import named_with_office
from alize_desktop.wording.minutes_words import ended
from alize_desktop.wording.names import counted, list_text, member_name

CONDUCTOR_INTRODUCTION: Final = (
    "Ce qui est encadré se dit à voix haute. Ce conducteur n’est pas distribué\u00a0: "
    "il porte vos notes."
)
"""How the conductor is read."""

NO_RECUSAL_KNOWN: Final = "Aucun déport n’est connu. Posez la question avant d’ouvrir l’examen."
"""A dossier that nobody is known to step aside from."""

TO_BE_NAMED: Final = "À désigner"
"""Who presides, notes or reports when nobody is named."""

CALL_SENTENCE: Final = (
    "Je procède à l’appel. À l’appel de votre nom, dites si vous portez un pouvoir."
)
"""Said before the roll call."""

_HOUR: Final = "…… h ……"
_STANDING: Final = {
    ItemKind.MINUTES_APPROVAL: (
        "Le procès-verbal vous a été remis. Appelle-t-il des observations\u00a0? "
        "Qui s’y oppose\u00a0? Qui s’abstient\u00a0? Le procès-verbal est approuvé."
    ),
    ItemKind.CONDITIONS: "Passons au suivi des conditions posées par nos décisions antérieures.",
    ItemKind.RATIFICATION: (
        "Les décisions prises par écrit vous sont soumises. Qui s’oppose à leur ratification\u00a0? "
        "Qui s’abstient\u00a0? La consultation écrite est ratifiée."
    ),
    ItemKind.INFORMATION: "Ce point est une information\u00a0: il ne donne pas lieu à un vote.",
}
_VOTES: Final = {
    BallotForm.NAMED: "À l’appel de votre nom, répondez pour, contre ou abstention.",
    BallotForm.HANDS: "Qui est contre\u00a0? Qui s’abstient\u00a0? Qui est pour\u00a0?",
    BallotForm.SECRET: (
        "Le vote est secret. …………………… et …………………… sont scrutateurs\u00a0: "
        "ils distribuent les bulletins et comptent devant nous."
    ),
    BallotForm.CONSENSUS: "Y a-t-il une opposition\u00a0? Je n’en constate pas\u00a0: le dossier est adopté.",
}


def opening_speech(record: MeetingPapersRecord) -> str:
    """Return what opens a meeting or a written consultation."""
    body = of_the_body(record.body, is_feminine=record.body_feminine)
    if record.is_written:
        return (
            f"La consultation écrite {record.row.number} {body} est ouverte. Chaque membre "
            "répond par écrit et en son nom."
        )
    secretary = record.row.draft.secretary.strip()
    noted = f" {secretary} en assure le secrétariat." if secretary else ""
    return (
        f"Mesdames, Messieurs, il est {_HOUR}{NO_BREAK}: je déclare ouverte la séance "
        f"{record.row.number} {body}.{noted}"
    )


def quorum_speech(record: MeetingPapersRecord) -> str:
    """Return what is said once everybody was called."""
    body = the_body(record.body, is_feminine=record.body_feminine)
    there = "…… réponses reçues" if record.is_written else "…… présents et …… représentés"
    required = record.quorum.required
    return (
        f"Nous comptons {there}{NO_BREAK}: le quorum de {required} est atteint, {body} peut "
        "valablement délibérer."
    )


def without_quorum(record: MeetingPapersRecord) -> str:
    """Return what is to be done when the quorum is not reached."""
    if record.is_second_notice:
        return (
            "Sans quorum, seuls les dossiers reconvoqués peuvent être examinés, dès lors que "
            "quelqu’un est là pour voter."
        )
    if record.is_written:
        return "Sans quorum, la consultation est close sans décision."
    days = counted(record.rules.second_notice_days, "jour franc", "jours francs")
    return (
        "Sans quorum, rien ne se décide. La séance est levée et une seconde convocation part, "
        f"pour une séance tenue au moins {days} plus tard."
    )


def quorum_facts(record: MeetingPapersRecord) -> list[tuple[str, str]]:
    """Return the quorum to reach, what is expected, and what to do without it."""
    return [
        ("À atteindre", quorum_to_reach(record)),
        ("Décompte", record.quorum.sentence),
        ("Sinon", without_quorum(record)),
    ]


def standing_speech(point: PaperPoint) -> str:
    """Return what is said of a standing point."""
    return _STANDING.get(point.line.kind, "")


def dossier_speech(point: PaperPoint, record: MeetingPapersRecord) -> str:
    """Return what begins a dossier: its name, and the recusals to call."""
    line = point.line
    named = ended(f"Nous examinons le dossier {line.number}, {line.company}")
    if not point.recusals:
        return f"{named} Quelqu’un doit-il se déporter{NO_BREAK}?"
    names = list_text([member_name(each.member.sheet) for each in point.recusals])
    leaving = "" if record.is_written else " Les personnes concernées quittent la salle."
    return (
        f"{named} {names}, confirmez-vous votre déport{NO_BREAK}? Quelqu’un d’autre doit-il se "
        f"déporter{NO_BREAK}?{leaving}"
    )


def floor_speech(officer: str) -> str:
    """Return who is given the floor to present a dossier."""
    return f"La parole est à {officer.strip() or 'qui rapporte le dossier'}."


def vote_speech(record: MeetingPapersRecord) -> str:
    """Return what opens the vote, by the usual form of the committee."""
    if record.is_written:
        return "Je compte les réponses écrites que chacun a données en son nom sur ce dossier."
    return f"Je mets aux voix l’agrément de ce dossier. {_VOTES[record.rules.ballot_form]}"


def proclamation_speech() -> str:
    """Return what proclaims a result, and the decision that follows."""
    return (
        "…… voix pour, …… voix contre, …… abstentions. Majorité requise\u00a0: ……. Le dossier est "
        "……………… . Avance\u00a0: ……………… €, sur …… mois dont …… de différé. "
        "Jours de compétences\u00a0: ……."
    )


def presiding_fact(point: PaperPoint, record: MeetingPapersRecord) -> str:
    """Return who presides a dossier, when it is not who presides the meeting."""
    if point.presiding is None:
        return "à désigner avant l’examen"
    if record.presiding is not None and point.presiding.id == record.presiding.id:
        return ""
    return named_with_office(point.presiding)


def tie_fact(record: MeetingPapersRecord) -> str:
    """Return what becomes of a tie."""
    rules = record.rules
    otherwise = "le dossier est ajourné" if rules.tie_defers else "le dossier est rejeté"
    if rules.casting_vote and is_casting_majority(rules.majority):
        return f"votre voix est prépondérante dans un vote public{NO_BREAK}; sinon {otherwise}"
    return otherwise


def closing_speech(record: MeetingPapersRecord) -> str:
    """Return what ends a meeting."""
    following = "La date de la prochaine séance est le ……………… ."
    if record.next_meeting_on is not None:
        day = long_date_with_day(record.next_meeting_on)
        following = f"La prochaine séance se tiendra le {day}."
    if record.is_written:
        return f"La consultation écrite est close. {following}"
    return (
        f"L’ordre du jour est épuisé. {following} Il est {_HOUR}{NO_BREAK}: la séance est levée. "
        "Merci à toutes et à tous."
    )
