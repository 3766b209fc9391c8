"""What the verification of a paper says: each finding has its sentence, and each doubt its end."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.verification import (
    PdfFindings,
    RecordedAs,
    RecordedPaper,
    RegistryFindings,
    SealedLine,
    SignatureFlaw,
    SignatureFound,
    Verification,
)
from alize_desktop.wording.verification import doubt, proof, verification_lines

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SHOWN = "le 23 novembre 2026 à 10 h 30"
PRINT = "ABCD-EFGH-IJKL-MNOP-QRST-UVWX"
SIGNATURE = SignatureFound(
    signer="Odile Perrin",
    declared_name="Odile Perrin",
    declared_at=AT,
    issuer="Odile Perrin",
    certificate="ab12" * 16,
    is_self_signed=True,
)
SEALED = SealedLine(PRINT, 1218, AT)
KNOWN = RegistryFindings(RecordedPaper(RecordedAs.PAPER, PaperKind.MINUTES, AT), (SEALED,))
UNKNOWN = RegistryFindings(RecordedPaper(RecordedAs.UNKNOWN), (SealedLine(PRINT),))
SIGNED = PdfFindings(is_pdf=True, signatures=(SIGNATURE,))


def found(pdf=SIGNED, registry=None):
    return Verification("pv.pdf", "0" * 64, pdf, registry)


def said(pdf=SIGNED, registry=None):
    """Return the lines, with plain spaces."""
    lines = verification_lines(found(pdf, registry))
    return [line.replace("\u00a0", " ").replace("\u202f", " ") for line in lines]


def signed_by(*signatures, **more):
    return PdfFindings(is_pdf=True, signatures=signatures, **more)


def recorded(state, **more):
    return replace(KNOWN, recorded=RecordedPaper(state, PaperKind.MINUTES, AT, **more))


class TestSignatures:
    def test_one_that_holds(self):
        assert said() == [
            "Signature : Odile Perrin. Elle tient, et couvre tout le fichier.",
            f"Heure déclarée par l’ordinateur qui a signé : {SHOWN}. Aucune autorité ne l’atteste.",
            (
                "Certificat auto-signé : seule la personne qui l’a fait en répond."
                " Son empreinte : ab12ab12ab12ab12…"
            ),
        ]

    def test_two_are_numbered(self):
        first = replace(SIGNATURE, covers_whole_file=False)
        second = replace(SIGNATURE, signer="Claire Vidal", declared_name="Mme Vidal")
        lines = said(signed_by(first, second))
        assert lines[0] == (
            "Signature 1 : Odile Perrin. "
            "Elle tient, et couvre le fichier tel qu’il était quand elle a été faite."
        )
        assert lines[3] == "Signature 2 : Claire Vidal. Elle tient, et couvre tout le fichier."
        assert lines[4] == "Nom inscrit dans la signature : Mme Vidal."

    def test_one_without_an_hour_nor_an_authority(self):
        lines = said(
            signed_by(replace(SIGNATURE, declared_at=None, is_self_signed=False, issuer=""))
        )
        assert lines[1] == "Elle ne déclare aucune heure."
        assert lines[2].startswith("Certificat délivré par une autorité sans nom, ce qui ne se ")

    def test_one_of_an_authority_that_had_expired(self):
        lines = said(
            signed_by(replace(SIGNATURE, is_self_signed=False, issuer="Autorité", was_valid=False))
        )
        assert "délivré par Autorité, ce qui ne se vérifie pas hors ligne." in lines[2]
        assert "À l’heure déclarée, il n’était pas en cours de validité." in lines[2]

    @pytest.mark.parametrize("flaw", SignatureFlaw)
    def test_each_flaw_has_its_sentence(self, flaw):
        (line, *_rest) = said(signed_by(replace(SIGNATURE, flaw=flaw)))
        assert line.startswith("Signature : Odile Perrin. Elle ne ")
        assert line.endswith(".")

    def test_one_that_cannot_be_read_says_nothing_more(self):
        broken = SignatureFound(signer="", flaw=SignatureFlaw.BROKEN)
        assert said(signed_by(broken)) == [
            (
                "Signature : sans nom lisible. Elle ne tient pas : elle est abîmée, "
                "ou n’a pas été faite par la clé de son certificat."
            )
        ]

    def test_what_follows_the_last_one_is_counted(self):
        assert said(signed_by(SIGNATURE, bytes_after=1218))[-1] == (
            "1 218 octets suivent la dernière signature, qui ne les couvre pas : "
            "le fichier a été complété après elle."
        )
        assert said(signed_by(SIGNATURE, bytes_after=1))[-1] == (
            "1 octet suit la dernière signature, qui ne le couvre pas : "
            "le fichier a été complété après elle."
        )

    @pytest.mark.parametrize(
        ("pdf", "line"),
        [
            (PdfFindings(is_pdf=True), "Ce fichier ne porte pas de signature électronique."),
            (
                PdfFindings(is_pdf=False),
                "Ce fichier n’est pas un PDF : il ne porte pas de signature électronique.",
            ),
            (
                PdfFindings(is_pdf=False, is_damaged=True),
                "Ce PDF est abîmé : il ne se lit pas jusqu’au bout.",
            ),
        ],
    )
    def test_a_file_without_any_says_why(self, pdf, line):
        assert said(pdf) == [line]

    def test_one_that_was_lost_is_told(self):
        pdf = PdfFindings(is_pdf=True, has_lost_signature=True)
        assert said(pdf)[-1] == ("Ce fichier porte les traces d’une signature qui ne s’y lit plus.")


class TestTheRegistry:
    def test_a_known_paper_and_its_seal(self):
        assert said(PdfFindings(is_pdf=True), KNOWN)[1:] == [
            f"Ces octets sont ceux que le registre a enregistrés {SHOWN} : Procès-verbal.",
            (
                f"L’empreinte imprimée, {PRINT}, est celle de la ligne 1 218 du journal, "
                f"écrite {SHOWN}."
            ),
        ]

    def test_a_signed_paper_names_who_signed(self):
        (line,) = said(SIGNED, recorded(RecordedAs.SIGNED, signer="Mme Perrin"))[3:4]
        assert line.endswith(f"enregistrés {SHOWN} : Procès-verbal, papier signé par Mme Perrin.")

    def test_a_scan_and_a_file_completed_elsewhere(self):
        assert said(PdfFindings(is_pdf=False), recorded(RecordedAs.SCAN))[1].endswith(
            ": Procès-verbal, scan d’un papier signé à l’encre."
        )
        assert said(SIGNED, recorded(RecordedAs.EARLIER_REVISION))[3] == (
            f"Le fichier commence par les octets que le registre a enregistrés {SHOWN} : "
            "Procès-verbal. La suite y a été ajoutée ailleurs."
        )

    def test_an_unknown_file(self):
        assert said(PdfFindings(is_pdf=True), UNKNOWN)[1:] == [
            (
                "Ces octets ne sont pas dans le registre : le fichier a été modifié, "
                "ou vient d’un autre registre."
            ),
            f"L’empreinte imprimée, {PRINT}, n’est celle d’aucune ligne du journal de ce registre.",
        ]

    def test_a_paper_that_prints_nothing(self):
        for seal, end in (
            (SealedLine("", 12, AT), f"le journal en était à la ligne 12, écrite {SHOWN}."),
            (
                SealedLine(""),
                "enregistrée avec lui n’est celle d’aucune ligne du journal de ce registre.",
            ),
        ):
            lines = said(PdfFindings(is_pdf=True), replace(KNOWN, seals=(seal,)))
            assert lines[2] == "Ses pages n’impriment aucune empreinte du journal."
            assert lines[3].endswith(end)
        assert len(said(PdfFindings(is_pdf=False), replace(KNOWN, seals=()))) == 2

    def test_a_registry_that_is_damaged_proves_nothing(self):
        assert said(SIGNED, replace(KNOWN, journal_is_sound=False))[-1] == (
            "Ce registre ne se vérifie pas lui-même : ce qu’il dit ne prouve rien. "
            "Lancez sa vérification."
        )


class TestTheConclusion:
    def test_what_holds_says_what_it_proves(self):
        assert proof(found()) == (
            "Signature intacte, par un certificat que rien n’atteste."
            " Aucun registre n’a été consulté."
        )
        assert proof(found(signed_by(SIGNATURE, SIGNATURE))).startswith(
            "Signatures intactes, par des certificats que rien n’atteste. "
        )
        assert proof(found(signed_by(SIGNATURE, SIGNATURE), KNOWN)) == (
            "Fichier authentique\u00a0: signatures intactes, papier de ce registre."
        )
        assert proof(found(PdfFindings(is_pdf=True), KNOWN)) == (
            "Fichier authentique\u00a0: papier de ce registre, sans signature électronique."
        )

    @pytest.mark.parametrize(
        ("pdf", "registry", "why"),
        [
            (signed_by(replace(SIGNATURE, flaw=SignatureFlaw.ALTERED)), KNOWN, "ne tient pas"),
            (signed_by(SIGNATURE, bytes_after=9), None, "ajouté après la signature"),
            (PdfFindings(is_pdf=True, has_lost_signature=True), KNOWN, "ne s’y lit plus"),
            (SIGNED, replace(KNOWN, journal_is_sound=False), "ne se vérifie pas lui-même"),
            (SIGNED, UNKNOWN, "ne le connaît pas"),
            (PdfFindings(is_pdf=True), recorded(RecordedAs.EARLIER_REVISION), "la suite du papier"),
            (SIGNED, recorded(RecordedAs.EARLIER_REVISION), "par un certificat que rien n’atteste"),
            (
                signed_by(SIGNATURE, SIGNATURE),
                recorded(RecordedAs.EARLIER_REVISION),
                "par des certificats que rien n’atteste",
            ),
            (SIGNED, replace(KNOWN, seals=(SealedLine(PRINT),)), "son empreinte"),
            (PdfFindings(is_pdf=False, is_damaged=True), None, "abîmé"),
            (PdfFindings(is_pdf=True), None, "sans signature ni registre"),
        ],
    )
    def test_each_doubt_has_its_reason(self, pdf, registry, why):
        assert why in doubt(found(pdf, registry))

    def test_it_doubts_exactly_what_does_not_hold(self):
        papers = [
            PdfFindings(is_pdf, damaged, signatures, after, lost)
            for (is_pdf, damaged), signatures, after, lost in itertools.product(
                ((True, False), (False, True), (False, False)),
                ((), (SIGNATURE,), (replace(SIGNATURE, flaw=SignatureFlaw.WEAK),)),
                (0, 9),
                (True, False),
            )
            if (is_pdf or not signatures) and (signatures or not after)
        ]
        registries = [None, KNOWN, UNKNOWN, replace(KNOWN, journal_is_sound=False)]
        registries += [replace(KNOWN, seals=(SealedLine(""),))]
        registries += [recorded(each) for each in RecordedAs]
        for pdf, registry in itertools.product(papers, registries):
            each = found(pdf, registry)
            assert each.holds == (not doubt(each)), each

    def test_every_line_is_printed_as_french_is(self):
        registries = (None, KNOWN, UNKNOWN, recorded(RecordedAs.EARLIER_REVISION))
        flaws = [signed_by(replace(SIGNATURE, flaw=each)) for each in SignatureFlaw]
        for pdf, registry in itertools.product([*flaws, SIGNED], registries):
            for line in (*verification_lines(found(pdf, registry)), doubt(found(pdf, registry))):
                assert " :" not in line
                assert "'" not in line
