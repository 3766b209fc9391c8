"""Bank statements as French banks export them: read whole, or refused with a line."""

from datetime import date
from pathlib import Path

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.values import Money
from alize_desktop.spreadsheets.bank_statement import LARGEST_STATEMENT, MOST_LINES, read_statement
from alize_desktop.wording.errors import message_of

ROOT = Path(__file__).parents[2]
SIMPLE = "Date;Libellé;Montant\n10/03/2028;VIR NETTOYAGE KERMADEC 2026-013;1 000,00\n"


@pytest.fixture
def read(tmp_path):
    def from_text(text, encoding="utf-8"):
        path = tmp_path / "relevé.csv"
        path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
        return read_statement(path)

    return from_text


def told(lines):
    return [(each.booked_on.isoformat(), each.label, str(each.amount)) for each in lines]


ONE = [("2028-03-10", "VIR NETTOYAGE KERMADEC 2026-013", "1000.00")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_any_separator_and_encoding_is_read(read, encoding, separator, end):
    text = SIMPLE.replace(";", separator).replace("\n", end)
    assert told(read(text, encoding)) == ONE


def test_commas_may_separate_when_amounts_are_quoted(read):
    text = 'Date,Libellé,Montant\n10/03/2028,VIR NETTOYAGE KERMADEC 2026-013,"1 000,00"\n'
    assert told(read(text)) == ONE


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("1000,00", "1000.00"),
        ("1\u202f000,00", "1000.00"),
        ("1\u00a0000,00 €", "1000.00"),
        ("+1 000,00", "1000.00"),
        ("1.000,00", "1000.00"),
        ("1000.5", "1000.50"),
        ("-12,30", "-12.30"),
        ("12,30-", "-12.30"),
        ("1 000,00 EUR", "1000.00"),
    ],
)
def test_amounts_are_read_as_the_french_write_them(read, amount, expected):
    (line,) = read(f"Date;Libellé;Montant\n10/03/2028;VIR;{amount}\n")
    assert str(line.amount) == expected


def test_a_debit_and_a_credit_may_stand_apart(read):
    text = (
        "Téléchargement du 12/03/2028;;;\n"
        "Compte n° 12345 - CRÉDIT LOCAL;;;\n"
        ";;;\n"
        "Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;"
        "Debit;Credit;Date de valeur\n"
        "10/03/2028;VIR SEPA;VIR SEPA KERMADEC;REF 1;;1 000,00;11/03/2028\n"
        "10/03/2028;FRAIS;FRAIS;;-2,50;;10/03/2028\n"
        "10/03/2028;FRAIS;FRAIS;;2,50;;10/03/2028\n"
        "Solde au 12/03/2028;;;;;5 000,00\n"
    )
    assert told(read(text)) == [
        ("2028-03-11", "VIR SEPA VIR SEPA KERMADEC REF 1", "1000.00"),
        ("2028-03-10", "FRAIS", "-2.50"),
        ("2028-03-10", "FRAIS", "-2.50"),
    ]


def test_a_label_may_take_several_lines_and_begin_with_any_word(read):
    text = (
        'Libellé;Date opération;Montant;Devise\n"VIR\n  KERMADEC";10/3/28;1 000;EUR\n'
        "TOTAL ENERGIES;11/03/2028;20,00;\n"
        "suite du libellé;;;\n"
        "Nombre d'opérations : 2\n"
        "Solde;;1 020,00\n"
    )
    assert told(read(text)) == [
        ("2028-03-10", "VIR KERMADEC", "1000.00"),
        ("2028-03-11", "TOTAL ENERGIES", "20.00"),
    ]


def test_two_lines_alike_are_two_lines_and_the_same_in_another_export(read):
    line = "10/03/2028;VIR KERMADEC;1 000,00\n"
    first, second = read(f"Date;Libellé;Montant\n{line}{line}")
    assert first.key != second.key
    again = read(f"Compte;;\nDATE;LIBELLE;MONTANT\n{line}".encode("cp1252"))
    assert again[0].key == first.key
    assert (again[0].number, again[0].booked_on, again[0].amount) == (
        3,
        date(2028, 3, 10),
        Money(1_000_00),
    )


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "en-tête"),
        ("Nom;Ville\nMavic;Dijon\n", 1, "en-tête"),
        ("Date;Libellé;Débit\n", 1, "en-tête"),
        ("Date;Libellé;Montant\n10/03/2028;VIR;1 000,00\n32/03/2028;VIR;1\n", 3, "date"),
        ("Date;Libellé;Montant\n;VIR;1,00\n", 2, "date"),
        ("Date;Libellé;Montant\n10/03/2028;VIR;mille\n", 2, "montant ne se lit pas"),
        ("Date;Libellé;Montant\n10/03/2028;VIR;1,000\n", 2, "montant ne se lit pas"),
        ("Date;Libellé;Montant\n10/03/2028;VIR\n", 2, "pas de montant"),
        ("Date;Libellé;Débit;Crédit\n10/03/2028;VIR;;\n", 2, "pas de montant"),
        ("Date;Libellé;Débit;Crédit\n10/03/2028;VIR;1;2\n", 2, "un débit et un crédit"),
        ("Date;Libellé;Montant;Devise\n10/03/2028;VIR;1,00;USD\n", 2, "euros"),
        ('Date;Libellé;Montant\n10/03/2028;"' + "x" * 200_000, 2, "guillemet"),
        (b"PK\x03\x04\x00\x00", 1, "texte"),
        (b"Date;Libell\x81;Montant\n", 1, "texte"),
        (b"x" * (LARGEST_STATEMENT + 1), 1, "gros"),
        ("Date;Libellé;Montant\n" + ";;\n" * MOST_LINES, MOST_LINES + 1, "gros"),
    ],
)
def test_a_refusal_is_one_sentence_that_names_the_line(read, text, line, reason):
    with pytest.raises(UserError) as caught:
        read(text)
    assert caught.value.code is ErrorCode.BANK_STATEMENT_NOT_READABLE
    sentence = message_of(caught.value)
    assert f"«\u00a0relevé.csv\u00a0», ligne {line:_}".replace("_", "\u202f") in sentence
    assert reason in sentence


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UserError) as caught:
        read_statement(tmp_path / "absent.csv")
    assert caught.value.code is ErrorCode.FILE_NOT_READABLE


def test_the_sample_is_read_whole():
    lines = read_statement(ROOT / "resources" / "samples" / "releve-bancaire.csv")
    assert [str(each.amount) for each in lines] == [
        "-24.00",
        "1000.00",
        "1000.00",
        "-1000.00",
        "500.00",
        "30000.00",
    ]
    assert lines[1].label == "VIR SEPA VIR SEPA RECU NETTOYAGE KERMADEC ECH 1 2026-013"
