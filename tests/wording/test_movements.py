"""Arrivals, departures and proxies, as the minutes tell them."""

from datetime import time
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.models.enums import AttendanceKind, Civility, MemberCollege, MemberOffice
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.movements import Move, ProxyChange, ProxyTurn
from alize_desktop.models.records.people import Member, MemberSheet
from alize_desktop.wording.movements import movement_sentences, movement_text, quorum_text

PRESENT, REMOTE = AttendanceKind.PRESENT, AttendanceKind.REMOTE
EXCUSED, ABSENT = AttendanceKind.EXCUSED, AttendanceKind.ABSENT
SUBSTITUTED, REPRESENTED = AttendanceKind.SUBSTITUTED, AttendanceKind.REPRESENTED
DEPARTED = AttendanceKind.DEPARTED
REVOKED, DOCUMENTED = AttendanceKind.PROXY_REVOKED, AttendanceKind.PROXY_DOCUMENTED


def member(seat, civility, name):
    college, office = MemberCollege.ENTERPRISE, MemberOffice.MEMBER
    sheet = MemberSheet(civility, "Alix", name, "Fonderie", college, office, Decimal(1))
    return Member(UUID(int=seat), seat, sheet)


MARTIN = member(1, Civility.MADAME, "Martin")
WEISS = member(2, Civility.MONSIEUR, "Weiß")
PERRIN = member(3, Civility.MADAME, "Perrin")
QUORUM = QuorumState(17, 9, 8, False, "…")


def move(kind, before=None, *, who=MARTIN, holder=None, alternate=None, **more):
    told = {"document": "", "proxies": (), "presiding": None, "quorum": QUORUM} | more
    return Move(who, kind, before, time(14, 32), holder, alternate, **told)


def said(*arguments, **named):
    return " ".join(movement_sentences(move(*arguments, **named))).replace("\u00a0", " ")


def test_a_movement_is_told_with_its_hour_and_all_it_changes():
    suspended = (ProxyChange(MARTIN, WEISS, ProxyTurn.SUSPENDED),)
    told = movement_text(move(PRESENT, REPRESENTED, holder=WEISS, proxies=suspended))
    assert told == (
        "Mme\u00a0Alix Martin arrive à 14\u00a0h\u00a032. "
        "Son pouvoir à M.\u00a0Alix Weiß est suspendu. Quorum 8/17\u00a0✖."
    )


def test_a_quorum_is_told_by_a_sign_and_not_by_colour_alone():
    assert quorum_text(QUORUM) == "Quorum 8/17\u00a0✖."
    assert quorum_text(QuorumState(17, 9, 9, True, "…")) == "Quorum 9/17\u00a0✔."


@pytest.mark.parametrize(
    ("kind", "before", "sentence"),
    [
        (PRESENT, None, "Mme Alix Martin arrive à 14 h 32."),
        (PRESENT, REMOTE, "Mme Alix Martin rejoint la salle à 14 h 32."),
        (
            PRESENT,
            SUBSTITUTED,
            "Mme Alix Martin arrive à 14 h 32 ; Mme Alix Perrin ne siège plus à sa place.",
        ),
        (REMOTE, ABSENT, "Mme Alix Martin rejoint la séance à distance à 14 h 32."),
        (REMOTE, PRESENT, "Mme Alix Martin poursuit la séance à distance à 14 h 32."),
        (
            REMOTE,
            SUBSTITUTED,
            "Mme Alix Martin rejoint la séance à distance à 14 h 32 ; Mme Alix Perrin ne siège plus à sa place.",
        ),
        (
            SUBSTITUTED,
            PRESENT,
            "Mme Alix Martin quitte la séance à 14 h 32 ; Mme Alix Perrin siège à sa place.",
        ),
        (
            SUBSTITUTED,
            EXCUSED,
            "Mme Alix Perrin arrive à 14 h 32 et siège à la place de Mme Alix Martin.",
        ),
        (DEPARTED, REMOTE, "Mme Alix Martin quitte la séance à 14 h 32."),
        (
            DEPARTED,
            SUBSTITUTED,
            "Mme Alix Perrin, qui siégeait à la place de Mme Alix Martin, quitte la séance à 14 h 32.",
        ),
        (EXCUSED, PRESENT, "Mme Alix Martin quitte la séance à 14 h 32, excusée."),
        (ABSENT, PRESENT, "Mme Alix Martin quitte la séance à 14 h 32."),
        (EXCUSED, ABSENT, "Mme Alix Martin est notée excusée à 14 h 32."),
        (ABSENT, REPRESENTED, "Mme Alix Martin est notée absente à 14 h 32."),
        (
            REPRESENTED,
            PRESENT,
            "Mme Alix Martin quitte la séance à 14 h 32 et donne pouvoir à M. Alix Weiß.",
        ),
        (REPRESENTED, EXCUSED, "Mme Alix Martin donne pouvoir à M. Alix Weiß à 14 h 32."),
        (REVOKED, REPRESENTED, "Mme Alix Martin retire à 14 h 32 son pouvoir à M. Alix Weiß."),
    ],
)
def test_each_movement_has_its_sentence(kind, before, sentence):
    assert said(kind, before, holder=WEISS, alternate=PERRIN) == sentence


def test_a_man_is_told_in_the_masculine():
    assert said(EXCUSED, PRESENT, who=WEISS) == "M. Alix Weiß quitte la séance à 14 h 32, excusé."
    assert said(ABSENT, EXCUSED, who=WEISS) == "M. Alix Weiß est noté absent à 14 h 32."


def test_a_proxy_received_says_how():
    told = said(DOCUMENTED, REPRESENTED, holder=WEISS, document="par courriel.")
    proxy = "Le pouvoir de Mme Alix Martin à M. Alix Weiß est enregistré à 14 h 32"
    assert told == f"{proxy} : par courriel."
    assert said(DOCUMENTED, REPRESENTED, holder=WEISS, document="...") == f"{proxy}."


def test_answers_in_writing_are_told_as_such():
    assert said(REMOTE, None, is_written=True) == "Mme Alix Martin répond par écrit à 14 h 32."
    assert said(ABSENT, REMOTE, is_written=True) == (
        "Mme Alix Martin est notée sans réponse à 14 h 32."
    )


@pytest.mark.parametrize(
    ("turn", "verb"),
    [
        (ProxyTurn.SUSPENDED, "est suspendu"),
        (ProxyTurn.RESUMED, "reprend effet"),
        (ProxyTurn.ENDED, "prend fin"),
    ],
)
def test_what_becomes_of_a_proxy_is_told(turn, verb):
    own = said(DEPARTED, PRESENT, proxies=(ProxyChange(MARTIN, WEISS, turn),))
    assert own == f"Mme Alix Martin quitte la séance à 14 h 32. Son pouvoir à M. Alix Weiß {verb}."
    held = said(DEPARTED, PRESENT, proxies=(ProxyChange(PERRIN, MARTIN, turn),))
    assert held.endswith(f"Le pouvoir de Mme Alix Perrin à Mme Alix Martin {verb}.")


def test_what_the_movement_says_of_its_own_proxy_is_not_said_twice():
    ended = (ProxyChange(MARTIN, WEISS, ProxyTurn.ENDED),)
    assert "prend fin" not in said(REVOKED, REPRESENTED, holder=WEISS, proxies=ended)


def test_who_presides_from_then_on_is_told():
    told = said(DEPARTED, PRESENT, presiding=WEISS)
    assert told.endswith("La présidence passe à M. Alix Weiß.")


def test_a_name_that_is_missing_breaks_nothing():
    assert said(REVOKED, REPRESENTED) == "Mme Alix Martin retire à 14 h 32 son pouvoir à …"
