"""Commands of the money: what they answer, what they refuse."""

import json
from datetime import UTC, date, datetime

import pytest

from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.values import Money

ADVANCE = "2026-001"
PAID = date(2026, 11, 23)


@pytest.fixture
def lent(held, workshop, clock):
    """The advance of 2026-001, 5 500 euros by months from June 2027, paid; in March 2028."""
    with workshop.open(held) as services:
        dossier = services.advances.by_number(ADVANCE)
        services.advances.sign(dossier, PAID, PAID, "Odile Perrin")
        amount = services.advances.detail(dossier, PAID).row.amount
        said = AdvanceEventDraft(AdvanceEventKind.DISBURSEMENT, PAID, amount, author="Odile Perrin")
        services.advances.record(dossier, said)
    clock.now = datetime(2028, 3, 31, 9, 0, tzinfo=UTC)
    return held


class TestArrears:
    def test_it_answers_in_json(self, command, lent):
        answer = command("arrears", lent, "--on", "31/03/2028", "--json")
        assert (answer.status, answer.err) == (0, "")
        told = json.loads(answer.out)
        (late,) = told["advances"]
        assert (told["on"], late["number"], late["days_late"]) == ("2028-03-31", ADVANCE, 282)
        assert (late["bucket"], late["step"], late["step_on"]) == (
            "from_90",
            "reminder",
            "2027-07-01",
        )
        assert told["buckets"]["from_90"]["overdue"] == late["overdue"]
        assert late["outstanding"] == "5500.00"

    def test_today_is_the_usual_day(self, command, lent):
        answer = command("arrears", lent)
        assert answer.status == 0
        assert answer.out.endswith("1 avance en retard au 31/03/2028.\n")
        assert "282 jours" in answer.out
        told = command("arrears", lent, "--on", "2027-01-01", "--json")
        assert json.loads(told.out)["advances"] == []

    def test_a_day_is_a_day(self, command, lent):
        answer = command("arrears", lent, "--on", "hier")
        assert answer.status == 2
        assert answer.err.startswith("«\u00a0hier\u00a0» n’est pas une date.")


class TestRepay:
    def test_it_records_what_was_received(self, command, lent, workshop):
        asked = ("repay", lent, ADVANCE, "--amount", "1 000,00", "--on", "30/03/2028")
        answer = command(*asked, "--reference", "VIR 7", "--author", "Odile")
        assert (answer.status, answer.err) == (0, "")
        assert answer.out == (
            "Encaissé\u00a0: 1\u202f000,00\u00a0€ le 30/03/2028, avance 2026-001.\n"
            "Reste dû\u00a0: 4\u202f500,00\u00a0€ (En cours).\n"
        )
        with workshop.open(lent) as services:
            detail = services.advances.detail(services.advances.by_number(ADVANCE), PAID)
        said = detail.events[-1].draft
        assert (said.amount, said.reference, said.author) == (Money(1_000_00), "VIR 7", "Odile")

    def test_too_much_is_told_as_a_credit(self, command, lent):
        asked = ("repay", lent, ADVANCE, "--amount", "6000", "--on", "2028-03-30")
        answer = command(*asked, "--reference", "VIR 8")
        assert answer.out.endswith("(Soldée). Trop-perçu\u00a0: 500,00\u00a0€.\n")

    @pytest.mark.parametrize(
        ("advance", "amount", "on"),
        [
            ("2026-002", "100", "2028-03-30"),
            ("2099-001", "100", "2028-03-30"),
            (ADVANCE, "0", "2028-03-30"),
            (ADVANCE, "-5", "2028-03-30"),
            (ADVANCE, "100", "2028-04-01"),
            (ADVANCE, "100", "2026-11-01"),
        ],
    )
    def test_what_cannot_be_is_one_sentence(self, refused, lent, advance, amount, on):
        refused("repay", lent, advance, f"--amount={amount}", "--on", on, "--reference", "X")

    @pytest.mark.parametrize(("amount", "on"), [("cent", "30/03/2028"), ("100", "hier")])
    def test_what_cannot_be_read_is_not_understood(self, command, lent, amount, on):
        answer = command("repay", lent, ADVANCE, "--amount", amount, "--on", on, "--reference", "X")
        assert answer.status == 2
        assert "n’est pas un" in answer.err

    def test_everything_must_be_said(self, command, lent):
        answer = command("repay", lent, ADVANCE)
        assert answer.status == 2
        assert "--amount, --on, --reference" in answer.err


class TestTheAidRegister:
    def test_it_writes_the_aids_of_a_year(self, command, lent, tmp_path):
        path = tmp_path / "registre.csv"
        answer = command("aid-register", lent, "--year", "2026", "--output", path)
        assert (answer.status, answer.err) == (0, "")
        assert answer.out.startswith("Registre des aides de 2026\u00a0: 1 aide\n")
        header, line = path.read_text(encoding="utf-8-sig").splitlines()
        assert header.startswith("Identifiant unique de l’aide;Bénéficiaire;")
        assert line.startswith("2026-001-1;")
        assert ";556,48;" in line

    @pytest.mark.parametrize("year", ["deux mille", "26", "1989", "2101"])
    def test_a_year_is_a_year(self, command, lent, tmp_path, year):
        output = tmp_path / "registre.csv"
        answer = command("aid-register", lent, "--year", year, "--output", output)
        assert answer.status == 2
        assert answer.err.startswith(f"«\u00a0{year}\u00a0» n’est pas une année.")

    def test_the_name_says_how_it_is_written(self, refused, lent, tmp_path):
        said = refused("aid-register", lent, "--year", "2026", "--output", tmp_path / "a.txt")
        assert said.endswith(".csv ou par .xlsx.")
        assert not (tmp_path / "a.txt").exists()

    def test_a_folder_in_the_place_of_a_file_is_named(self, refused, lent, tmp_path):
        folder = tmp_path / "aides.csv"
        folder.mkdir()
        said = refused("aid-register", lent, "--year", "2026", "--output", folder)
        assert str(folder) in said
