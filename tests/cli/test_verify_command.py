"""``alize-desktop verify`` of a paper: what it says, and when it refuses."""

import shutil

import pytest

from alize_desktop.models.records.programme import Programme
from alize_desktop.services.work import drained


@pytest.fixture
def minutes(held, workshop, tmp_path):
    """The minutes of the meeting of ``held``."""
    path = tmp_path / "procès verbal.pdf"
    with workshop.open(held) as services:
        drained(services.minutes.export(services.meetings.by_number("CA-2026-01"), path))
    return path


@pytest.fixture
def signed(held, minutes, workshop, signers, tmp_path):
    """The minutes, signed by Odile Perrin."""
    key, path = tmp_path / "perrin.p12", tmp_path / "signé.pdf"
    key.write_bytes(signers.person("Odile Perrin").p12())
    with workshop.open(held) as services:
        (paper,) = services.signing.papers(services.meetings.by_number("CA-2026-01"))
        services.signing.sign_pkcs12(paper.id, minutes, path, key, signers.PASSPHRASE)
    return path


@pytest.fixture
def other(workshop, tmp_path):
    """The registry of another basin."""
    workshop.create(tmp_path / "toul.alize", Programme(basin="Toul"))
    return tmp_path / "toul.alize"


def test_a_signed_paper_of_the_registry_is_proven(command, held, signed):
    answer = command("verify", signed, "--registry", held)
    assert (answer.status, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == "Signature\u00a0: Odile Perrin. Elle tient, et couvre tout le fichier."
    assert "Aucune autorité ne l’atteste." in lines[1]
    assert "auto-signé" in lines[2]
    assert lines[3].endswith("Procès-verbal, papier signé par Odile Perrin.")
    assert lines[4].startswith("L’empreinte imprimée, ")
    assert lines[5] == "Fichier authentique\u00a0: signature intacte, papier de ce registre."


def test_an_unsigned_paper_of_the_registry_is_known(command, held, minutes):
    answer = command("verify", minutes, "--registry", held)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("Ce fichier ne porte pas de signature électronique.\n")
    assert answer.out.endswith("papier de ce registre, sans signature électronique.\n")


def test_a_signature_holds_without_a_registry(command, signed):
    answer = command("verify", signed)
    assert (answer.status, answer.err) == (0, "")
    assert "authentique" not in answer.out
    assert answer.out.endswith("que rien n’atteste. Aucun registre n’a été consulté.\n")


def test_without_a_signature_nor_a_registry_nothing_is_proven(refused, minutes):
    sentence = refused("verify", minutes)
    assert sentence == (
        "«\u00a0procès verbal.pdf\u00a0»\u00a0: sans signature ni registre, rien n’est prouvé."
    )


def test_one_changed_byte_is_refused(command, refused, held, signed):
    content = bytearray(signed.read_bytes())
    content[3000] ^= 1
    signed.write_bytes(content)
    assert "une signature ne tient pas" in refused("verify", signed, "--registry", held)
    assert "une signature ne tient pas" in refused("verify", signed)
    told = command("verify", signed, "--registry", held).out
    assert "des octets qu’elle couvre ont été modifiés" in told
    assert "Ces octets ne sont pas dans le registre" in told


def test_what_is_added_after_the_signature_is_refused(refused, held, signed):
    signed.write_bytes(signed.read_bytes() + b"\n")
    assert refused("verify", signed, "--registry", held)
    assert refused("verify", signed)


def test_a_paper_of_another_registry_is_refused(command, refused, other, signed):
    assert "ne le connaît pas" in refused("verify", signed, "--registry", other)
    told = command("verify", signed, "--registry", other).out
    assert "Elle tient, et couvre tout le fichier." in told
    assert "ou vient d’un autre registre." in told
    assert "n’est celle d’aucune ligne du journal de ce registre." in told


def test_a_file_is_known_by_what_it_is(command, refused, held, minutes, tmp_path):
    renamed = shutil.copy(minutes, tmp_path / "sans extension")
    assert command("verify", renamed, "--registry", held).status == 0
    assert "sans signature ni registre" in refused("verify", renamed)
    text = tmp_path / "a.pdf"
    text.write_text("du texte")
    assert "sans signature ni registre" in refused("verify", text)
    assert "ne le connaît pas" in refused("verify", text, "--registry", held)
    assert command("verify", held).status == 0


def test_what_is_not_there_is_refused(refused, held, minutes, tmp_path):
    assert "ne peut pas être lu" in refused("verify", tmp_path / "absent.pdf")
    assert "introuvable" in refused("verify", minutes, "--registry", tmp_path / "absent.alize")
    assert "registre Alizé" in refused("verify", minutes, "--registry", minutes)


def test_the_help_tells_both_kinds(command):
    told = command("verify", "--help").out
    for word in ("FICHIER", "--registry", "REGISTRE", ".alize", ".pdf"):
        assert word in told
    assert "un papier" in command("--help").out


def test_the_program_itself_answers(program, held, signed):
    answer = program("verify", signed, "--registry", held)
    assert (answer.status, answer.err) == (0, "")
    assert "Fichier authentique" in answer.out
