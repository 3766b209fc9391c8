"""The tools of the project: setting up, and comparing coverage with its floors."""

import importlib
import json
import os
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

pytestmark = pytest.mark.retold

NOWHERE = "http://127.0.0.1:9/simple"


@pytest.fixture
def bootstrap(root, tmp_path, monkeypatch):
    """Return the set-up script, working in a folder of its own."""
    monkeypatch.syspath_prepend(root / "scripts")
    module = importlib.import_module("bootstrap")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module.time, "sleep", lambda _seconds: None)
    monkeypatch.setenv("no_proxy", "*")
    return module


@pytest.fixture
def floors(root, monkeypatch):
    monkeypatch.syspath_prepend(root / "scripts")
    return importlib.import_module("coverage_floors")


@pytest.fixture
def ready_clone(root, tmp_path, bootstrap):
    """Return a clone whose environment was made for exactly these files."""
    (tmp_path / "scripts").mkdir()
    for name in bootstrap.INPUTS:
        shutil.copy(root / name, tmp_path / name)
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    stamp = json.dumps({"inputs": bootstrap.fingerprint(), "tests": False})
    (tmp_path / ".venv" / ".ready.json").write_text(stamp)
    return tmp_path


def set_up(clone, *arguments):
    """Run the set-up of a clone where no package index answers."""
    return subprocess.run(
        [sys.executable, clone / "scripts" / "bootstrap.py", *arguments],
        env={**os.environ, "UV_DEFAULT_INDEX": NOWHERE, "no_proxy": "*"},
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def index_of(wheels, content):
    """Serve a package index where every wheel has the same content."""
    files = [{"filename": wheel, "url": f"../../files/{wheel}"} for wheel in wheels]

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            listing = json.dumps({"files": files}).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(content if self.path.endswith(".whl") else listing)

        def log_message(self, *_args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/simple"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def written(folder):
    """Return when each file of a folder was last written, byte code aside."""
    files = (each for each in folder.rglob("*") if each.is_file())
    return {each: each.stat().st_mtime_ns for each in files if each.suffix != ".pyc"}


def test_a_second_set_up_stops_at_once_and_asks_the_network_nothing(ready_clone):
    before = written(ready_clone)
    done = set_up(ready_clone)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert written(ready_clone) == before


def test_a_changed_lock_is_set_up_again(ready_clone):
    (ready_clone / "uv.lock").write_text("version = 2")
    done = set_up(ready_clone)
    assert done.returncode == 1
    assert f"{NOWHERE}/uv/ cannot be read" in done.stderr


def test_what_the_tests_need_is_set_up_when_it_was_not(ready_clone):
    assert set_up(ready_clone, "--tests").returncode == 1


def test_a_wheel_with_another_content_is_not_installed(bootstrap, tmp_path, monkeypatch):
    wheels = [
        f"uv-{bootstrap.UV_VERSION}-py3-none-{tag}.whl" for tag, _ in bootstrap.UV_WHEELS.values()
    ]
    with index_of(wheels, b"something else") as index:
        monkeypatch.setenv("UV_DEFAULT_INDEX", index)
        with pytest.raises(bootstrap.SetupError, match="not the file we know"):
            bootstrap.get_uv()
    assert list(tmp_path.iterdir()) == []


def test_an_index_without_uv_is_named(bootstrap, monkeypatch):
    with index_of([], b"") as index:
        monkeypatch.setenv("UV_DEFAULT_INDEX", index)
        with pytest.raises(bootstrap.SetupError, match="does not have uv-"):
            bootstrap.get_uv()


def report(**rooms):
    """Return a coverage report: for each room, what is covered out of 100 lines."""
    summaries = {
        name: {
            "covered_lines": covered - 10,
            "num_statements": 80,
            "covered_branches": 10,
            "num_branches": 20,
        }
        for name, covered in rooms.items()
    }
    return {
        "files": {
            f"alize_desktop/{name}/module.py": {"summary": summary}
            for name, summary in summaries.items()
        }
    }


def test_a_room_at_its_floor_passes(floors):
    assert floors.complaints(floors.rooms_of(report(rules=100, services=95, ui=85))) == []


def test_a_room_under_its_floor_is_named(floors):
    assert floors.complaints(floors.rooms_of(report(rules=99, ui=90))) == [
        "rules is at 99.0 %, under its floor of 100 %"
    ]


def test_a_new_room_needs_a_floor(floors):
    (complaint,) = floors.complaints(floors.rooms_of(report(attic=100)))
    assert "attic has no floor" in complaint


def test_every_room_has_a_floor(root, floors):
    children = (root / "alize_desktop").iterdir()
    rooms = {
        each.stem for each in children if each.suffix == ".py" or (each / "__init__.py").exists()
    }
    assert rooms - {"__init__"} <= set(floors.FLOORS)
