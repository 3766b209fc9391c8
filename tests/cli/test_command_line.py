"""What may be typed, what is said of the rest, and how a command ends."""

import os
import subprocess
import sys

import pytest

from alize_desktop.cli.main import run
from alize_desktop.cli.names import COMMANDS
from alize_desktop.cli.parser import parser_of
from alize_desktop.errors import ErrorCode, UserError

ENGLISH = ("usage:", "positional", "optional", "options:", "show this", "error:", "required")


class Recorder:
    """A workshop that only notes what it is asked, or fails as told."""

    def __init__(self, failure=None):
        self.asked = []
        self.failure = failure

    def show_window(self, path):
        self.asked.append(path)
        if self.failure:
            raise self.failure
        return 0

    def demonstrate(self, folder, tell, *, then_open):
        self.asked.append((folder, then_open))
        tell("pv.pdf")
        return 0


class TestHelp:
    @pytest.mark.parametrize("word", ["-h", "--help", "--aide"])
    def test_it_names_every_command_in_french(self, command, word):
        answer = command(word)
        assert (answer.status, answer.err) == (0, "")
        assert all(f"  {name}" in answer.out for name in COMMANDS)
        assert not any(each in answer.out.lower() for each in ENGLISH)

    @pytest.mark.parametrize("name", COMMANDS)
    def test_each_command_has_its_own(self, command, name):
        answer = command(name, "--help")
        assert (answer.status, answer.err) == (0, "")
        assert answer.out.startswith(f"Utilisation\u00a0: alize-desktop {name} ")
        assert "affiche cette aide" in answer.out
        assert not any(each in answer.out.lower() for each in ENGLISH)


class TestWhatIsNotUnderstood:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["exporter"], "«\u00a0exporter\u00a0» n’est pas une commande."),
            (["imprt", "a.alize", "b.xlsx"], "«\u00a0imprt\u00a0» n’est pas une commande."),
            (["--version-2"], "«\u00a0--version-2\u00a0» n’est pas une commande."),
            (["new", "a.alize"], "Il manque\u00a0: --basin."),
            (["import", "a.alize"], "Il manque\u00a0: CLASSEUR.xlsx."),
            (["list"], "Il manque\u00a0: REGISTRE."),
            (["minutes", "a.alize", "CA-2026-01"], "Il manque\u00a0: --output."),
            (["list", "a.alize", "--yaml"], "Argument inconnu\u00a0: --yaml."),
            (["verify", "a.alize", "b.alize"], "Argument inconnu\u00a0: b.alize."),
            (["new", "a.alize", "--basin"], "--basin attend une valeur."),
            (["list", "a.alize", "--json=oui"], "--json n’attend pas de valeur."),
            (["list", "a.alize", "--js"], "Argument inconnu\u00a0: --js."),
        ],
    )
    def test_it_is_said_in_french_with_status_two(self, command, arguments, said):
        answer = command(*arguments)
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.splitlines()[0] == said
        assert "Traceback" not in answer.err
        assert not any(each in answer.err.lower() for each in ENGLISH)

    def test_what_argparse_may_say_one_day_has_a_sentence_too(self, capsys):
        with pytest.raises(SystemExit):
            parser_of("list").error("something nobody has translated")
        assert capsys.readouterr().err.startswith("La commande n’est pas comprise.")


class TestTheWindow:
    def test_it_opens_without_a_command(self):
        recorder = Recorder()
        assert run([], recorder) == 0
        assert recorder.asked == [None]

    def test_it_opens_on_a_registry(self, registry):
        recorder = Recorder()
        assert run([str(registry)], recorder) == 0
        assert recorder.asked == [registry]

    def test_a_registry_that_is_not_there_is_told_before_any_window(self, tmp_path, capsys):
        recorder = Recorder()
        assert run([str(tmp_path / "absent.alize")], recorder) == 1
        assert "introuvable" in capsys.readouterr().err
        assert recorder.asked == []

    def test_the_demonstration_is_asked_of_the_workshop(self, tmp_path, capsys):
        recorder = Recorder()
        assert run(["demo", str(tmp_path), "--open"], recorder) == 0
        assert recorder.asked == [(tmp_path, True)]
        assert capsys.readouterr().out == "pv.pdf\n"


class TestWhatGoesWrong:
    def test_a_refusal_is_one_sentence(self, capsys):
        assert run([], Recorder(UserError(ErrorCode.NO_DISPLAY))) == 1
        assert capsys.readouterr().err.count("\n") == 1

    def test_a_bug_is_owned_without_a_traceback(self, capsys, caplog):
        assert run([], Recorder(ZeroDivisionError("secret"))) == 1
        told = capsys.readouterr()
        assert told.err.startswith("Une erreur imprévue s’est produite.")
        assert "secret" not in told.err
        assert "unexpected error" in caplog.text

    def test_a_person_may_stop_it(self, capsys):
        assert run([], Recorder(KeyboardInterrupt())) == 1
        assert capsys.readouterr().err.startswith("Arrêté à votre demande.")


@pytest.mark.retold
class TestTheProgram:
    """The same as a process of its own, as a terminal or a script runs it."""

    def test_a_refusal_is_one_sentence_and_nothing_else(self, program, tmp_path):
        answer = program("verify", tmp_path / "absent.alize")
        assert (answer.status, answer.out) == (1, "")
        assert answer.err.count("\n") == 1

    def test_a_usage_error_ends_with_two(self, program):
        assert program("list").status == 2

    @pytest.mark.parametrize(
        "environment",
        [
            {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
            {"PYTHONIOENCODING": "ascii"},
            {"PYTHONIOENCODING": "ascii:strict"},
            {"LC_ALL": "fr_FR.ISO-8859-1", "PYTHONIOENCODING": "latin-1"},
        ],
    )
    def test_french_is_printed_whatever_the_locale(self, program, filled, environment):
        answer = program("list", filled, **environment)
        assert (answer.status, answer.err) == (0, "")
        assert "Société Île-Verte" in answer.out
        refusal = program("verify", filled.parent / "été.alize", **environment)
        assert "«\u00a0" in refusal.err
        assert "vérifiez" in refusal.err.lower()

    @pytest.mark.skipif(os.name == "nt", reason="names of files are texts there")
    def test_a_path_that_is_no_text_is_printed_as_it_is(self, tmp_path):
        path = os.fsencode(tmp_path) + b"/d\xe9p\xf4t.alize"
        done = subprocess.run(
            [sys.executable, "-m", "alize_desktop", "new", path, "--basin", "Toul"],
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.endswith(b"/d\xe9p\xf4t.alize\n")

    @pytest.mark.parametrize("arguments", [["list"], ["list", "--json"], ["list", "--help"]])
    def test_a_reader_who_leaves_is_no_error(self, filled, arguments):
        name, *options = arguments
        line = [sys.executable, "-m", "alize_desktop", name, str(filled), *options]
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as closed:
            done = subprocess.run(line, stdout=closed, stderr=subprocess.PIPE, check=False)
        assert (done.returncode, done.stderr) == (0, b"")

    def test_a_refusal_is_told_to_nobody_but_ends_with_one(self, registry, faulty_workbook):
        line = [
            sys.executable,
            "-m",
            "alize_desktop",
            "import",
            str(registry),
            str(faulty_workbook),
        ]
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as closed:
            done = subprocess.run(line, stdout=closed, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 1
        assert done.stderr.count(b"\n") == 1

    @pytest.mark.skipif(os.name == "nt", reason="a shell of another kind")
    def test_without_any_output_the_work_is_done_all_the_same(self, registry, workbook):
        line = f'\'{sys.executable}\' -m alize_desktop import "$1" "$2" >&- 2>&-'
        done = subprocess.run(["sh", "-c", line, "sh", str(registry), str(workbook)], check=False)
        assert done.returncode == 0

    def test_a_home_that_cannot_be_written_is_no_obstacle(self, program, filled, tmp_path):
        home = tmp_path / "file"
        home.write_text("not a folder")
        answer = program("verify", filled, HOME=str(home), XDG_STATE_HOME=str(home))
        assert (answer.status, answer.err) == (0, "")
